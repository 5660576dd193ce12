//! Commands on plain files: how two drafts correspond, the redline, what is still in brackets.

use std::path::Path;

use anyhow::{Result, bail};
use jiff::Zoned;
use onetext_desk::drafts::{Hand, Named, citation, clean, lineage, redline, redline_manuscript};
use onetext_desk::texts::ON_OUR_SUMMARY;
use onetext_desk::texts::register::of_files;
use onetext_document::Text;
use onetext_model::TextForm;
use onetext_text::akoma;
use onetext_text::draft::Draft;
use onetext_text::lineage::{Level, align};
use serde_json::{Value, json};

use super::{Outcome, draft_add, draft_read, pages};
use crate::arguments::{Align, Brackets, Clean, DraftCommand, Drafts, Output, Page, Redline};
use crate::folder::write_whole;
use crate::sources::Sources;
use crate::texts::{self, name};
use crate::{print, standpoint};

/// What is done with the drafts of a case.
pub fn of_case(drafts: &Drafts) -> Result<Outcome> {
    match &drafts.command {
        DraftCommand::Add(add) => draft_add::run(add),
        DraftCommand::List(page) => pages::named("drafts", page),
        DraftCommand::Read(read) => draft_read::run(read),
    }
}

/// Says which provisions of one draft became which of the next.
pub fn align_drafts(arguments: &Align) -> Result<Outcome> {
    let sources = Sources::open(&arguments.from)?;
    let (one, other) = (sources.read(&arguments.old)?, sources.read(&arguments.new)?);
    let (old, new) = (&one.draft, &other.draft);
    let level = if arguments.level == "article" { Level::Article } else { Level::Paragraph };
    let found = align(old, new, level);
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
                    "old": side(old, &edge.old),
                    "new": side(new, &edge.new),
                    "score": (edge.score * 1000.0).round() / 1000.0,
                })
            })
            .collect();
        print::text(&serde_json::to_string_pretty(&json!({ "edges": edges }))?)?;
        return Ok(Outcome::Fine);
    }
    let mut document = lineage(
        Named { name: &one.name, draft: old },
        Named { name: &other.name, draft: new },
        &found,
        level,
    );
    let summaries = [&one, &other].into_iter().filter(|source| source.form != TextForm::Verbatim);
    document
        .notices
        .extend(summaries.map(|source| Text::plain(format!("{}: {ON_OUR_SUMMARY}.", source.name))));
    print::document(&document, &arguments.output)?;
    Ok(Outcome::Fine)
}

/// Shows what was put in and taken out.
pub fn redline_drafts(arguments: &Redline) -> Result<Outcome> {
    let sources = Sources::open(&arguments.from)?;
    let read = |path| sources.read_verbatim(path, "a redline");
    let (one, other) = (read(&arguments.old)?, read(&arguments.new)?);
    let found = onetext_text::redline::redline(&one.draft, &other.draft);
    let (old, new) =
        (Named { name: &one.name, draft: &one.draft }, Named { name: &other.name, draft: &other.draft });
    let output = &arguments.output;
    let on_paper = output.docx.is_some() || output.pdf.is_some();
    if on_paper {
        let date = day_of(arguments.date.as_deref())?;
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
    let source = Sources::open(&arguments.from)?.read(&arguments.draft)?;
    if let Some(path) = &arguments.akoma {
        let date = day_of(arguments.date.as_deref())?;
        let text = akoma::write(&source.draft, &identity(&source.name, &date, &arguments.language));
        write_whole(path, text.as_bytes())?;
        print::talk(&format!("written to {}", path.display()));
        return Ok(Outcome::Fine);
    }
    let mut document = clean(Named { name: &source.name, draft: &source.draft });
    if source.form != TextForm::Verbatim {
        document.notices.push(Text::plain(format!("{}: {ON_OUR_SUMMARY}.", source.name)));
    }
    print::document(&document, &arguments.output)?;
    Ok(Outcome::Fine)
}

/// A day as it was typed, or today, as it is written.
fn day_of(typed: Option<&str>) -> Result<String> {
    let day = typed.map_or_else(|| Ok(Zoned::now().date()), standpoint::day)?;
    Ok(day.to_string())
}

/// By what a text is known outside: nothing that the user did not name.
fn identity(name: &str, date: &str, language: &str) -> akoma::Identity {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let letter = |c: char| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    akoma::Identity {
        country: "un".to_owned(),
        work: stem.chars().map(letter).collect(),
        date: date.to_owned(),
        author: "draft".to_owned(),
        language: language.to_owned(),
    }
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
    let draft = texts::read_and_warn(path)?.draft;
    if draft.provisions.is_empty() {
        bail!("{} holds no text", name(path));
    }
    Ok(draft)
}
