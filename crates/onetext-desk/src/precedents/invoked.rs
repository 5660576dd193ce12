//! Earlier agreements that were invoked in the talks: by whom, what for, on which point, in which words.

use onetext_document::{Block, Cell, Document, Page, Row, Section, Style, Text};
use onetext_model::{Contact, Precedent, Stated, SubjectId, View};

use crate::blocks::{NONE_ON_FILE, cell, paragraph, table};
use crate::head;
use crate::opens::reasons;
use crate::words::{actor_name, key, short_date, subject_short};

/// The page.
pub fn compose(view: &View<'_>) -> Document {
    let mut document = head::document(view, "precedents", "precedents invoked");
    document.page = Page::Landscape;
    match section(view, |_| true) {
        Some(section) => document.blocks.push(Block::Section(section)),
        None => document.blocks.push(paragraph(NONE_ON_FILE)),
    }
    document.blocks.push(paragraph(NO_ADVICE));
    document
}

const NO_ADVICE: &str = "That somebody invokes an agreement says nothing of whether it fits: its own talks, its time and \
    what became of it are not told here.";

/// Those that were invoked on a point that passes; nothing where there is none.
pub(crate) fn on(view: &View<'_>, passes: impl Fn(SubjectId) -> bool) -> Option<Section> {
    section(view, |on| on.is_some_and(&passes))
}

fn section(view: &View<'_>, passes: impl Fn(Option<SubjectId>) -> bool) -> Option<Section> {
    let mut all: Vec<Stated<'_, Precedent>> =
        view.each::<Precedent>().filter(|precedent| passes(precedent.fact.on)).collect();
    all.sort_by_key(|precedent| (view.day(precedent.entry.known_at), precedent.id()));
    let rows: Vec<Row> = all.iter().map(|precedent| row(view, *precedent)).collect();
    let headings = [
        ("When", 2),
        ("Who", 3),
        ("Agreement", 5),
        ("What for", 6),
        ("On", 4),
        ("Its words", 6),
        ("Where", 4),
    ];
    let title = "Precedents invoked";
    (!rows.is_empty())
        .then(|| Section::new("precedents", title, vec![table("precedents", title, &headings, rows)]))
}

fn row(view: &View<'_>, precedent: Stated<'_, Precedent>) -> Row {
    let fact = precedent.fact;
    let place = fact.place.as_ref().map_or_else(String::new, |place| format!(", {place}"));
    let library = fact.agreement.as_ref().map_or_else(String::new, |key| format!(" ({key})"));
    let title = Text::plain(format!("{}{place}", fact.title)).then(library, Style::Muted);
    let contact = fact.contact.and_then(|contact| view.find::<Contact>(contact));
    Row {
        key: key(view, precedent.id()),
        cells: vec![
            Cell::new(short_date(view, precedent.entry.known_at)),
            Cell::new(actor_name(view, fact.by)),
            cell(title, reasons(view, precedent.entry)),
            Cell::new(fact.purpose.clone()),
            Cell::new(fact.on.map_or_else(String::new, |on| subject_short(view, on))),
            Cell::new(fact.words.as_ref().map_or_else(String::new, |words| format!("“{words}”"))),
            contact.map_or_else(Cell::default, |contact| {
                cell(contact.fact.title.clone(), reasons(view, contact.entry))
            }),
        ],
    }
}
