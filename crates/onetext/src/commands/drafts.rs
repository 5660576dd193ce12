//! Commands on plain files: how two drafts correspond, the redline, what is still in brackets.

use std::path::Path;

use anyhow::{Context, Result};
use jiff::Zoned;
use onetext_desk::drafts::{Hand, Named, citation, clean, lineage, redline, redline_manuscript};
use onetext_desk::texts::{reader, register::of_files};
use onetext_model::{Draft as Stated, DraftId, EntryId, View};
use onetext_text::draft::Draft;
use onetext_text::lineage::{Level, align};
use serde_json::{Value, json};

use super::{Outcome, draft_add, pages};
use crate::arguments::{Align, Brackets, Clean, DraftCommand, DraftRead, Drafts, Output, Page, Redline};
use crate::texts::{self, name};
use crate::{print, standpoint};

/// What is done with the drafts of a case.
pub fn of_case(drafts: &Drafts) -> Result<Outcome> {
    match &drafts.command {
        DraftCommand::Add(add) => draft_add::run(add),
        DraftCommand::List(page) => pages::named("drafts", page),
        DraftCommand::Read(read) => read_draft(read),
    }
}

/// Shows a draft provision by provision.
fn read_draft(wanted: &DraftRead) -> Result<Outcome> {
    pages::show(&wanted.page, |view| {
        let against = wanted.against.as_ref().map(|label| of_label(view, label)).transpose()?;
        let asked = reader::Asked { against, clean: wanted.clean };
        Ok(reader::compose(view, of_label(view, &wanted.draft)?, &asked))
    })
}

fn of_label(view: &View<'_>, label: &str) -> Result<DraftId> {
    let found = view.labelled::<Stated>(label).or_else(|| view.find::<Stated>(EntryId::parse(label)?));
    let found =
        found.with_context(|| format!("no draft is called {label:?}: `onetext draft list` has them"))?;
    Ok(DraftId(found.id()))
}

/// Says which provisions of one draft became which of the next.
pub fn align_drafts(arguments: &Align) -> Result<Outcome> {
    let (old, new) = (read(&arguments.old)?, read(&arguments.new)?);
    let level = if arguments.level == "article" { Level::Article } else { Level::Paragraph };
    let found = align(&old, &new, level);
    if arguments.output.json {
        let side = |draft: &Draft, places: &[usize]| -> Vec<Value> {
            let told = |place: &usize| json!({ "label": citation(draft, *place), "text": text(draft, *place, level) });
            places.iter().map(told).collect()
        };
        let edges: Vec<Value> = found
            .edges
            .iter()
            .map(|edge| {
                json!({
                    "status": edge.status.word(),
                    "old": side(&old, &edge.old),
                    "new": side(&new, &edge.new),
                    "score": (edge.score * 1000.0).round() / 1000.0,
                })
            })
            .collect();
        print::text(&serde_json::to_string_pretty(&json!({ "edges": edges }))?)?;
        return Ok(Outcome::Fine);
    }
    let names = (name(&arguments.old), name(&arguments.new));
    let document =
        lineage(Named { name: &names.0, draft: &old }, Named { name: &names.1, draft: &new }, &found, level);
    print::document(&document, &arguments.output)?;
    Ok(Outcome::Fine)
}

/// Shows what was put in and taken out.
pub fn redline_drafts(arguments: &Redline) -> Result<Outcome> {
    let (old, new) = (read(&arguments.old)?, read(&arguments.new)?);
    let names = (name(&arguments.old), name(&arguments.new));
    let found = onetext_text::redline::redline(&old, &new);
    let (old, new) = (Named { name: &names.0, draft: &old }, Named { name: &names.1, draft: &new });
    let output = &arguments.output;
    let on_paper = output.docx.is_some() || output.pdf.is_some();
    if on_paper {
        let date = match &arguments.date {
            Some(date) => standpoint::day(date)?,
            None => Zoned::now().date(),
        };
        let date = date.to_string();
        let hand = Hand { author: &arguments.author, date: Some(&date) };
        let paper = Output { html: None, ..output.clone() };
        print::document(&redline_manuscript(old, new, &found, hand), &paper)?;
    }
    if !on_paper || output.html.is_some() {
        let screen = Output { docx: None, pdf: None, ..output.clone() };
        print::document(&redline(old, new, &found), &screen)?;
    }
    Ok(Outcome::Fine)
}

/// Gives the clean text of a draft.
pub fn clean_draft(arguments: &Clean) -> Result<Outcome> {
    let draft = read(&arguments.draft)?;
    let name = name(&arguments.draft);
    print::document(&clean(Named { name: &name, draft: &draft }), &arguments.output)?;
    Ok(Outcome::Fine)
}

/// Shows what is still in brackets.
pub fn brackets_of_drafts(arguments: &Brackets) -> Result<Outcome> {
    if let [case] = arguments.drafts.as_slice()
        && case.is_dir()
    {
        let (standpoint, output) = (arguments.standpoint.clone(), arguments.output.clone());
        return pages::named("brackets", &Page { case: case.clone(), standpoint, output });
    }
    let drafts: Vec<(String, Draft)> =
        arguments.drafts.iter().map(|path| Ok((name(path), read(path)?))).collect::<Result<_>>()?;
    let named: Vec<Named<'_>> = drafts.iter().map(|(name, draft)| Named { name, draft }).collect();
    print::document(&of_files(&named), &arguments.output)?;
    Ok(Outcome::Fine)
}

/// What a provision says: of an article all that stands in it.
fn text(draft: &Draft, place: usize, level: Level) -> String {
    match level {
        Level::Paragraph => draft.provisions[place].text.clone(),
        Level::Article => draft.whole_text(place),
    }
}

pub(super) fn read(path: &Path) -> Result<Draft> {
    Ok(texts::read_and_warn(path)?.draft)
}
