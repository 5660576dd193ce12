//! What a report would add to the case, and what of it is on file already.

use onetext_document::{Cell, Row, Section, Style, Text};
use onetext_model::View;
use onetext_report::{Reading, Span};
use onetext_text::reports::{Intake, Proposal};

use super::lettered::letter;
use crate::blocks::table_or_none;
use crate::opens::entry_name;
use crate::words::count;

pub(super) fn summary(intake: &Intake) -> String {
    let report = if intake.is_on_file { "The report is on file. " } else { "" };
    let present = match intake.on_file.len() {
        0 => String::new(),
        number => format!(" {} of it on file already.", count(number, "statement or contact")),
    };
    format!(
        "{report}Proposed: {}.{present} Nothing is entered until you take it.",
        count(intake.proposals.len(), "entry")
    )
    .replace("entrys", "entries")
}

/// A row for each proposal: where it stands in the text, what would be entered, who said it, why.
pub(super) fn section(view: &View<'_>, reading: &Reading, intake: &Intake) -> Section {
    let headings = [("Where", 1), ("Kind", 2), ("What would be entered", 12), ("Said by", 3), ("Why", 7)];
    let mut rows: Vec<Row> =
        intake.proposals.iter().enumerate().map(|(place, one)| row(view, reading, place, one)).collect();
    rows.extend(intake.on_file.iter().enumerate().map(|(place, (span, id))| Row {
        key: format!("on-file-{}", place + 1),
        cells: vec![
            Cell::new(sign(reading, &[*span])),
            Cell::new("on file"),
            Cell::new(Text::styled("Entry ", Style::Muted).join(entry_name(view, *id))),
            Cell::default(),
            Cell::default(),
        ],
    }));
    table_or_none("proposals", "What would be entered", &headings, rows)
}

fn row(view: &View<'_>, reading: &Reading, place: usize, one: &Proposal) -> Row {
    let replaces = if one.entry.supersedes.is_empty() { "" } else { " (in place of the entry on file)" };
    Row {
        key: format!("proposal-{}", place + 1),
        cells: vec![
            Cell::new(sign(reading, &one.spans)),
            Cell::new(one.entry.fact.kind().word()),
            Cell::new(Text::plain(crate::summary(view, &one.entry)).then(replaces, Style::Muted)),
            Cell::new(one.by.clone()),
            Cell::new(one.why.clone()),
        ],
    }
}

/// The letter of the statement, or the number of the contact, that these words are.
fn sign(reading: &Reading, spans: &[Span]) -> String {
    let Some(first) = spans.first() else { return String::new() };
    let claim = reading.claims.iter().position(|claim| claim.content.first() == Some(first));
    let contact = reading.contacts.iter().position(|contact| contact.mentions.contains(first));
    match (claim, contact) {
        (Some(claim), _) => letter(claim),
        (None, Some(contact)) => (contact + 1).to_string(),
        (None, None) => String::new(),
    }
}
