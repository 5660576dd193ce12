//! Everything on file in the order in which it became known: what was replaced and withdrawn too, who may see it,
//! and what each entry rests on.

mod kinds;
mod summary;

use onetext_document::{Block, Cell, Document, Page, Row, Style, Text};
use onetext_model::{Audience, Compartment, Entry, View};

pub(crate) use kinds::kind_names;
pub use summary::summary;

use crate::blocks::{cell, paragraph, table_or_none};
use crate::head;
use crate::opens::{entry_name, reasons};
use crate::words::{count, list, short_date};

/// Entries on the page, the newest: more is for a spreadsheet or for the entries as JSON lines.
pub const ENTRIES_MAX: usize = 2_000;

/// The log.
pub fn compose(view: &View<'_>) -> Document {
    let entries = view.entries();
    let left_out = entries.len().saturating_sub(ENTRIES_MAX);
    let rows = entries[left_out..].iter().map(|entry| row(view, entry)).collect();
    let mut document = head::document(view, "log", "log of entries");
    document.page = Page::Landscape;
    if left_out > 0 {
        let shown = count(ENTRIES_MAX, "newest entry").replace("entrys", "entries");
        document
            .blocks
            .push(paragraph(format!("The {shown} of {}: {left_out} earlier are not shown.", entries.len())));
    }
    let headings = [("Entry", 3), ("Known", 2), ("Recorded", 2), ("Kind", 2), ("What", 9), ("Seen by", 2)];
    document.blocks.push(Block::Section(table_or_none("log", "In order of knowing", &headings, rows)));
    document
}

fn row(view: &View<'_>, entry: &Entry) -> Row {
    Row {
        key: entry.id.to_string(),
        cells: vec![
            Cell::new(entry_name(view, entry.id)),
            Cell::new(short_date(view, entry.known_at)),
            Cell::new(short_date(view, entry.recorded_at)),
            Cell::new(kind_names(entry.fact.kind()).0),
            cell(what(view, entry), reasons(view, entry)),
            Cell::new(audience_words(view, &entry.audience)),
        ],
    }
}

/// The summary, and whether the entry still stands.
fn what(view: &View<'_>, entry: &Entry) -> Text {
    let text = Text::plain(summary(view, entry));
    if view.is_withdrawn(entry) {
        return text.then(" [withdrawn]", Style::Strong);
    }
    match view.replaced_by(entry) {
        Some(later) => {
            let on = short_date(view, later.known_at);
            text.then(format!(" [replaced on {on} by "), Style::Strong)
                .then(later.id.to_string(), Style::Entry)
                .then("]", Style::Strong)
        }
        None => text,
    }
}

/// "everybody", or the names of the circles, as far as the viewer may know of them.
pub(crate) fn audience_words(view: &View<'_>, audience: &Audience) -> String {
    if *audience == Audience::Public {
        return "everybody".to_owned();
    }
    let circles = audience.compartments().filter_map(|id| view.find::<Compartment>(id));
    let mut names: Vec<String> = circles.map(|circle| circle.fact.name.clone()).collect();
    names.sort();
    list(&names)
}
