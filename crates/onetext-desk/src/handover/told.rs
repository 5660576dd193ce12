//! What each side has been told, in which words and on which terms. Where it came from is the mediator's alone.

use std::collections::BTreeMap;

use onetext_document::{Block, Cell, Row, Section};
use onetext_model::{Contact, Release, Stated, View};

use super::side;
use crate::blocks::{NONE_ON_FILE, cell, paragraph, table};
use crate::ledger::Origins;
use crate::opens::reasons;
use crate::words::{actor_name, key, person_with_office, short_date};

pub(super) fn section(view: &View<'_>) -> Section {
    let mut by_side: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    let origins = view.is_mediators().then(|| Origins::of(view));
    for release in view.each::<Release>() {
        by_side.entry(side(view, release.fact.to)).or_default().push(row(view, release, origins.as_ref()));
    }
    let mut blocks: Vec<Block> = by_side.into_iter().map(|(side, rows)| told(view, &side, rows)).collect();
    if blocks.is_empty() {
        blocks.push(paragraph(NONE_ON_FILE));
    }
    Section::new("told", "What each side has been told", blocks)
}

fn told(view: &View<'_>, side: &str, rows: Vec<Row>) -> Block {
    let mut headings =
        vec![("Words used", 6), ("When", 2), ("To", 3), ("Terms", 2), ("Told by", 3), ("In", 3)];
    if view.is_mediators() {
        headings.push(("Comes from", 5));
    }
    let key = format!("told-{}", side.to_lowercase().replace(' ', "-"));
    let table = table("told", &format!("What was told to {side}"), &headings, rows);
    Block::Section(Section::new(key, side, vec![table]))
}

fn row(view: &View<'_>, release: Stated<'_, Release>, origins: Option<&Origins<'_>>) -> Row {
    let fact = release.fact;
    let contact = fact.contact.and_then(|id| view.find::<Contact>(id));
    let mut cells = vec![
        cell(fact.words.clone(), reasons(view, release.entry)),
        Cell::new(short_date(view, release.entry.about.map_or(release.entry.known_at, |about| about.from))),
        Cell::new(person_with_office(view, fact.to)),
        Cell::new(fact.terms.said()),
        Cell::new(fact.told_by.map_or_else(String::new, |by| actor_name(view, by))),
        Cell::new(contact.map_or_else(String::new, |found| found.fact.title.clone())),
    ];
    cells.extend(origins.map(|origins| origins.cell(view, release.id())));
    Row { key: key(view, release.id()), cells }
}
