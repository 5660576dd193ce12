//! A new draft as it was understood, before it goes into the case: its provisions with their rows, what became of those that
//! it follows, and what is odd about it.

use std::collections::BTreeMap;

use onetext_document::{Block, Cell, Document, Row};
use onetext_model::{DraftId, EntryId, Provision, ProvisionId, View};
use onetext_text::brackets::{brackets, openness};

use super::lines::CaseLines;
use super::{ON_OUR_SUMMARY, row_of, rows, text_of};
use crate::blocks::{paragraph, table};
use crate::drafts::{citation, summary};
use crate::words::count;

/// So many words of a provision stand beside its number, to know it by.
const KNOWN_BY_WORDS: usize = 14;

/// What a draft of the view was understood as. `rows` are those of the view.
pub fn understood(view: &View<'_>, case: &CaseLines<'_>, draft: DraftId) -> Document {
    let mut page = Document::new("draft-add", "A new draft, as it was understood");
    let Some(at) = case.place(view, draft) else {
        return page.with(paragraph("It has no provisions."));
    };
    let text = text_of(view, draft);
    let open = openness(&text.draft);
    page.blocks.push(paragraph(format!(
        "{}: {}, {}, {}, {}.",
        case.drafts[at].fact.title,
        count(case.texts[at].of.iter().flatten().count(), "provision"),
        count(open.words, "word"),
        count(open.brackets, "bracket"),
        count(open.options, "option"),
    )));
    let found = brackets(&text.draft);
    for (what, spots) in
        [("opened and never closed", &found.unclosed), ("closed and never opened", &found.unopened)]
    {
        if !spots.is_empty() {
            let places: Vec<String> = spots.iter().map(|(place, _)| citation(&text.draft, *place)).collect();
            page.blocks.push(paragraph(format!("Brackets {what}: {}.", places.join("; "))));
        }
    }
    for step in case.to(at) {
        let title = &case.drafts[step.earlier].fact.title;
        let on =
            if case.is_on_summary(step.earlier, at) { format!(" ({ON_OUR_SUMMARY})") } else { String::new() };
        page.blocks.push(paragraph(format!("From {title}{on}, as proposed:")));
        page.blocks.push(summary(&step.edges.iter().map(|told| &told.edge).collect::<Vec<_>>()));
    }
    if case.to(at).next().is_none() {
        page.blocks.push(paragraph("It follows no draft whose text is in the case."));
    }
    page.blocks.push(provisions(view, case, at));
    page
}

fn provisions(view: &View<'_>, case: &CaseLines<'_>, at: usize) -> Block {
    let given: BTreeMap<ProvisionId, String> = rows(view, case);
    let text = &case.texts[at];
    let lines = text.of.iter().enumerate().filter_map(|(place, id)| Some((place, (*id)?)));
    let rows = lines.map(|(place, id)| {
        let provision = view.find::<Provision>(id);
        let words = provision.map_or_else(String::new, |one| first_words(one.fact));
        let from: Vec<String> = case
            .to(at)
            .flat_map(|step| {
                let edges = step.edges.iter().filter(move |told| told.edge.new.contains(&place));
                edges.map(move |told| {
                    let old: Vec<&str> =
                        told.edge.old.iter().map(|old| case.number(step.earlier, *old)).collect();
                    format!("{} {}", told.edge.status.word(), old.join("+")).trim().to_owned()
                })
            })
            .collect();
        Row {
            key: format!("provision-{}", case.number(at, place)),
            cells: vec![
                Cell::new(row_of(&given, EntryId::from(id)).to_owned()),
                Cell::new(case.number(at, place).to_owned()),
                Cell::new(words),
                Cell::new(from.join("; ")),
            ],
        }
    });
    let headings = [("Row", 1), ("Number", 2), ("Begins", 10), ("Was", 3)];
    table("provisions", "Its provisions", &headings, rows.collect())
}

fn first_words(provision: &Provision) -> String {
    let heading = provision.heading.as_deref().map_or_else(String::new, |heading| format!("{heading}: "));
    let mut words: Vec<&str> = provision.text.split_whitespace().take(KNOWN_BY_WORDS + 1).collect();
    if words.len() > KNOWN_BY_WORDS {
        words[KNOWN_BY_WORDS] = "…";
    }
    format!("{heading}{}", words.join(" "))
}
