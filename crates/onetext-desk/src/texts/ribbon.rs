//! The ribbon: for each provision its number in every draft and what happened on the way. What a person confirmed is told
//! from what the program proposes.

use std::collections::{BTreeMap, BTreeSet};

use onetext_document::{Block, Cell, Document, Item, Page, Row, Section, Style, Text};
use onetext_model::{DraftId, EntryId, Instrument, View};
use onetext_text::lineage::{Refusal, Status, Told};

use super::lines::CaseLines;
use super::{ON_OUR_SUMMARY, row_of, rows};
use crate::blocks::{item, list_or_none, paragraph, table};
use crate::head::document;
use crate::opens::reasons;
use crate::words::key;

/// Behind what the program proposes and nobody has confirmed.
const PROPOSED: &str = "?";

/// Which lines are shown.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Those through this draft; all that lead to the last drafts where none is named.
    pub draft: Option<DraftId>,
    /// Of these, only the provision with this number.
    pub number: Option<String>,
}

/// Composes the lines as a page of their own.
pub fn compose(view: &View<'_>, asked: &Asked) -> Document {
    let mut page = document(view, "lineage", "what became of each provision");
    page.page = Page::Landscape;
    let case = CaseLines::of(view);
    page.blocks.extend(sections(view, &case, asked));
    page
}

/// The lines of each text, then what could not be followed.
pub(crate) fn sections(view: &View<'_>, case: &CaseLines<'_>, asked: &Asked) -> Vec<Block> {
    let mut blocks = Vec::new();
    let all_rows = rows(view, case);
    for (instrument, drafts) in by_instrument(view, case) {
        let bases = bases(view, case, &drafts, asked);
        if bases.is_empty() {
            continue;
        }
        let mut headings: Vec<(String, u16)> = vec![("Row".to_owned(), 1)];
        headings.extend(drafts.iter().map(|at| (heading(case, *at), 4)));
        let headings: Vec<(&str, u16)> =
            headings.iter().map(|(name, weight)| (name.as_str(), *weight)).collect();
        let mut taken = BTreeSet::new();
        let lines = bases.iter().map(|(draft, place)| {
            let id = case.provision(*draft, *place);
            let row = id.map_or("", |id| row_of(&all_rows, EntryId::from(id)));
            let mut cells = vec![Cell::new(row.to_owned())];
            cells.extend(drafts.iter().map(|column| cell(view, case, (*draft, *place), *column)));
            let name = id.map_or_else(String::new, |id| key(view, id.0));
            Row { key: unique(&name, &mut taken), cells }
        });
        let name = instrument.map_or_else(|| "lines".to_owned(), |id| format!("lines-{}", key(view, id)));
        let title = instrument.and_then(|id| view.find::<Instrument>(id)).map_or_else(
            || "Lines of descent".to_owned(),
            |found| format!("Lines of descent: {}", found.fact.name),
        );
        let rows: Vec<Row> = lines.collect();
        blocks.push(Block::Section(Section::new(
            name.clone(),
            title.clone(),
            vec![table(&name, &title, &headings, rows)],
        )));
    }
    if blocks.is_empty() {
        blocks.push(paragraph("No draft whose text is on file has such a provision."));
        return blocks;
    }
    blocks.push(paragraph(format!(
        "{PROPOSED}: as the program proposes; nobody has confirmed it. ✓: confirmed by a person. A cell without either is where a \
         line begins. Of drafts marked “{ON_OUR_SUMMARY}” the summaries were likened, not the texts."
    )));
    if !case.refused.is_empty() {
        let items = case.refused.iter().map(|(at, why)| refused(view, case, *at, *why)).collect();
        blocks.push(Block::Section(list_or_none("refused", "Confirmed, and not followed", items)));
    }
    blocks
}

/// The drafts of each text, in their order.
fn by_instrument(view: &View<'_>, case: &CaseLines<'_>) -> Vec<(Option<EntryId>, Vec<usize>)> {
    let mut groups: Vec<(Option<EntryId>, Vec<usize>)> = Vec::new();
    for (at, draft) in case.drafts.iter().enumerate() {
        let own = draft.fact.instrument.map(|id| view.latest(id.0));
        match groups.iter_mut().find(|(other, _)| *other == own) {
            Some((_, drafts)) => drafts.push(at),
            None => groups.push((own, vec![at])),
        }
    }
    groups
}

/// Where the lines are told from: each provision that nothing descends from, in the order of its draft, the last draft
/// first; or what was asked for.
fn bases(view: &View<'_>, case: &CaseLines<'_>, drafts: &[usize], asked: &Asked) -> Vec<(usize, usize)> {
    let wanted = asked.draft.map(|id| case.place(view, id));
    let fits = |draft: usize, place: usize| match &asked.number {
        Some(number) => same_number(case.number(draft, place), number),
        None => true,
    };
    let mut bases = Vec::new();
    for draft in drafts.iter().rev().copied() {
        if wanted.is_some_and(|wanted| wanted != Some(draft)) {
            continue;
        }
        let goes_on = |place: usize| {
            case.lines.steps.iter().any(|step| {
                step.earlier == draft
                    && drafts.contains(&step.later)
                    && step
                        .edges
                        .iter()
                        .any(|told| told.edge.old.contains(&place) && !told.edge.new.is_empty())
            })
        };
        let places = 0..case.texts[draft].of.len();
        let own = places.filter(|place| case.provision(draft, *place).is_some());
        let shown = own.filter(|place| wanted.is_some() || asked.number.is_some() || !goes_on(*place));
        bases.extend(shown.filter(|place| fits(draft, *place)).map(|place| (draft, place)));
    }
    bases
}

/// Whether a number is meant by what was typed: "4 bis" by "4bis".
pub fn same_number(number: &str, typed: &str) -> bool {
    let bare = |text: &str| -> String {
        text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
    };
    bare(number) == bare(typed)
}

fn heading(case: &CaseLines<'_>, at: usize) -> String {
    let draft = case.drafts[at];
    let branch = if draft.fact.branch { "branch: " } else { "" };
    let form = super::form_words(draft.fact.form);
    let form = if form.is_empty() { String::new() } else { format!(" ({form})") };
    format!("{branch}{}{form}", draft.fact.title)
}

fn unique(name: &str, taken: &mut BTreeSet<String>) -> String {
    let mut turn = 1;
    let mut free = name.to_owned();
    while !taken.insert(free.clone()) {
        turn += 1;
        free = format!("{name}-{turn}");
    }
    free
}

/// What a line has in a draft: numbers, and what happened on the way to each.
fn cell(view: &View<'_>, case: &CaseLines<'_>, (draft, place): (usize, usize), column: usize) -> Cell {
    let places: BTreeSet<usize> = if column == draft {
        BTreeSet::from([place])
    } else {
        let mut both = case.before(draft, place, column);
        both.extend(case.after(draft, place, column));
        both
    };
    let mut text = Text::default();
    let mut opens = Vec::new();
    for (turn, place) in places.iter().enumerate() {
        if turn > 0 {
            text = text.then(" · ", Style::Muted);
        }
        text = text.then(case.number(column, *place).to_owned(), Style::Strong);
        for (word, is_confirmed) in happened(case, column, *place) {
            let mark = if is_confirmed { "✓" } else { PROPOSED };
            let style = if is_confirmed { Style::Plain } else { Style::Emphasis };
            text = text.then(format!(" {word} {mark}"), style);
        }
        opens.push(Block::List(evidence(view, case, column, *place)));
    }
    // Where the line ends before this draft though the draft follows the one it ends in, it was dropped.
    if places.is_empty()
        && let Some(told) = dropped(case, (draft, place), column)
    {
        let mark = if told.confirmed.is_some() { "✓" } else { PROPOSED };
        text = Text::styled(format!("dropped {mark}"), Style::Emphasis);
    }
    Cell { mark: None, text, opens }
}

/// The words for what led to a provision, and whether a person confirmed it; each word once.
fn happened(case: &CaseLines<'_>, draft: usize, place: usize) -> BTreeMap<&'static str, bool> {
    let mut words: BTreeMap<&'static str, bool> = BTreeMap::new();
    for step in case.to(draft) {
        for told in step.edges.iter().filter(|told| told.edge.new.contains(&place)) {
            let is_confirmed = words.entry(told.edge.status.word()).or_default();
            *is_confirmed = *is_confirmed || told.confirmed.is_some();
        }
    }
    // What came from one of the drafts that this one follows is not new because the other did not have it.
    if words.len() > 1 {
        words.remove(Status::New.word());
    }
    words
}

/// From what each edge is known: a person's entry, or the likeness.
fn evidence(view: &View<'_>, case: &CaseLines<'_>, draft: usize, place: usize) -> Vec<Item> {
    let mut items = Vec::new();
    for step in case.to(draft) {
        for told in step.edges.iter().filter(|told| told.edge.new.contains(&place)) {
            let old: Vec<&str> = told.edge.old.iter().map(|old| case.number(step.earlier, *old)).collect();
            let from = if old.is_empty() { String::new() } else { format!(" from {}", old.join(" and ")) };
            let title = &case.drafts[step.earlier].fact.title;
            let words = format!("{}{from}, {title}", told.edge.status.word());
            if let Some(said) = told.confirmed.map(|at| case.said[at]) {
                let note = said.fact.note.as_ref().map_or_else(String::new, |note| format!(": {note}"));
                items.push(item(format!("{words}; confirmed{note}"), reasons(view, said.entry)));
                continue;
            }
            let is_on = case.is_on_summary(step.earlier, draft);
            let on = if is_on { format!(", {ON_OUR_SUMMARY}") } else { String::new() };
            items.push(Item::new(format!("{words}; proposed, likeness {:.2}{on}", told.edge.score)));
        }
    }
    items
}

/// The edge by which a line was dropped on the way to a draft.
fn dropped<'c>(case: &'c CaseLines<'_>, (draft, place): (usize, usize), column: usize) -> Option<&'c Told> {
    let step = case.lines.steps.iter().find(|step| (step.earlier, step.later) == (draft, column))?;
    step.edges.iter().find(|told| told.edge.new.is_empty() && told.edge.old.contains(&place))
}

fn refused(view: &View<'_>, case: &CaseLines<'_>, at: usize, why: Refusal) -> Item {
    let said = case.said[at];
    let why = match why {
        Refusal::Misfit => "the number of provisions does not fit the word".to_owned(),
        Refusal::Absent => "it names a draft or provision whose text is not on file".to_owned(),
        Refusal::Contradicts(other) => format!(
            "a later one says otherwise of one of its provisions ({}); let the right one supersede the other",
            key(view, case.said[other].id())
        ),
    };
    item(format!("{}: {why}", said.fact.became.said()), reasons(view, said.entry))
}
