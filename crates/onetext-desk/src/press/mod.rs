//! Press intake: a report with its statements lettered and coloured where they stand, and beside it what was understood:
//! who said what through whom, what the outlet tells itself, who met whom, who is named, and what was not read.
//!
//! Without a case this is all. With one, each row says what would be entered, or which entry has it already.

pub mod claims;
mod lettered;
mod proposed;
mod rows;

use onetext_document::{Block, Cell, Document, Page, Row, Section, Style, Text};
use onetext_model::View;
use onetext_report::{Reading, Span};
use onetext_text::reports::{Intake, Origin};

use crate::blocks::{paragraph, table};
use crate::head;
use crate::words::{capital, count};

pub use lettered::letter;

/// Stretches of text listed as not read.
const UNREAD_MAX: usize = 50;

/// A report as it was understood, without a case.
pub fn read(origin: &Origin, text: &str, reading: &Reading) -> Document {
    let mut document = Document::new("report", Text::plain(title(origin)));
    document.page = Page::Landscape;
    fill(&mut document, origin, text, reading);
    document
}

/// A report against the words of a case, with what would be entered.
pub fn proposed(
    view: &View<'_>,
    origin: &Origin,
    text: &str,
    reading: &Reading,
    intake: &Intake,
) -> Document {
    let mut document = head::document(view, "report", &title(origin));
    document.page = Page::Landscape;
    document.blocks.push(paragraph(proposed::summary(intake)));
    document.blocks.push(Block::Section(proposed::section(view, reading, intake)));
    fill(&mut document, origin, text, reading);
    document
}

fn fill(document: &mut Document, origin: &Origin, text: &str, reading: &Reading) {
    document.blocks.push(Block::Paragraph(source(origin)));
    document.blocks.push(paragraph(summary(reading)));
    document.blocks.push(Block::Section(lettered::section(text, reading)));
    let sections = [
        rows::statements(text, reading),
        rows::contacts(text, reading),
        rows::told(text, reading),
        rows::actors(reading),
        unread(text, reading),
    ];
    document.blocks.extend(sections.into_iter().flatten().map(Block::Section));
}

/// The title, or the outlet, or that there is neither.
fn title(origin: &Origin) -> String {
    match (origin.title.as_str(), origin.outlet.as_str()) {
        ("", "") => "A report".to_owned(),
        ("", outlet) => format!("A report of {outlet}"),
        (title, _) => title.to_owned(),
    }
}

fn source(origin: &Origin) -> Text {
    let outlet = if origin.outlet.is_empty() { "Outlet not named" } else { &origin.outlet };
    let day = origin
        .published
        .map_or_else(|| "day not known: relative dates stay as they are".to_owned(), crate::words::date);
    let address = origin.address.as_ref().map_or_else(String::new, |address| format!(" · {address}"));
    Text::styled(outlet, Style::Strong).then(format!(" · {day}{address}"), Style::Plain)
}

fn summary(reading: &Reading) -> String {
    format!(
        "Read by rules, in whole or in part: {}, {}, {}. Each is a proposal; what the outlet tells itself is credited to nobody else.",
        count(reading.claims.len(), "attributed statement"),
        count(reading.contacts.len(), "contact"),
        count(reading.actors.len(), "actor"),
    )
}

/// What was not read, and why.
fn unread(text: &str, reading: &Reading) -> Option<Section> {
    let row = |(at, one): (usize, &onetext_report::Unread)| Row {
        key: format!("unread-{}", at + 1),
        cells: vec![Cell::new(excerpt(text, one.span)), Cell::new(capital(&one.why))],
    };
    let rows: Vec<Row> = reading.unread.iter().take(UNREAD_MAX).enumerate().map(row).collect();
    if rows.is_empty() {
        return None;
    }
    let left_out = reading.unread.len().saturating_sub(UNREAD_MAX);
    let mut blocks = vec![table("unread", "Not read", &[("Words", 8), ("Why", 6)], rows)];
    if left_out > 0 {
        blocks.push(paragraph(format!("{left_out} more.")));
    }
    Some(Section::new("unread", "Not read", blocks))
}

/// Letters of a stretch that are shown where it is named.
const EXCERPT_CHARACTERS_MAX: usize = 240;

/// The words of a span, cut where they are long.
fn excerpt(text: &str, span: Span) -> String {
    let words = span.of(text).trim();
    let mut letters = words.chars();
    let start: String = letters.by_ref().take(EXCERPT_CHARACTERS_MAX).collect();
    if letters.next().is_some() { format!("{start} …") } else { start }
}
