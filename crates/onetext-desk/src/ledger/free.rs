//! What is free to be told to somebody and was not yet: words released to others on the terms `free`.
//!
//! No other entry says on which terms it was given, so nothing else is listed. What the reader's own circles know,
//! and what came from them, is no news to them.

use std::collections::BTreeSet;

use onetext_document::{Block, Cell, Item, Row, Section};
use onetext_model::{EntryId, Release, Stated, Terms, View};

use super::Origins;
use crate::blocks::{cell, table_or_none};
use crate::opens::reasons;
use crate::reader::{Reader, may_hear};
use crate::words::{key, person_with_office, subject_name};

pub(super) fn section(
    view: &View<'_>,
    reader: &Reader,
    told: &[Stated<'_, Release>],
    origins: &Origins<'_>,
) -> Section {
    let circles = reader.circles(view);
    let passed_on: BTreeSet<EntryId> =
        told.iter().filter_map(|release| origins.entry(release.id())).map(|entry| entry.id).collect();
    let is_told = |release: &Stated<'_, Release>| {
        let origin = origins.entry(release.id());
        told.iter().any(|other| other.id() == release.id() || other.fact.words == release.fact.words)
            || may_hear(view, &circles, &release.entry.audience)
            || origin.is_some_and(|entry| passed_on.contains(&entry.id))
            || origin.is_some_and(|entry| may_hear(view, &circles, &entry.audience))
    };
    let free = view.each::<Release>().filter(|release| release.fact.terms == Terms::Free);
    let rows = free.filter(|release| !is_told(release)).map(|release| row(view, release, origins)).collect();
    let headings = [("In these words", 6), ("On", 4)];
    table_or_none("free", "May be told to them freely, and was not yet", &headings, rows)
}

/// The words, with whom else they were told to and what they came from behind them: the sheet may lie on the table.
fn row(view: &View<'_>, release: Stated<'_, Release>, origins: &Origins<'_>) -> Row {
    let fact = release.fact;
    let told = Item::new(format!("Told so far to {}.", person_with_office(view, fact.to)));
    let mut words = cell(fact.words.clone(), reasons(view, release.entry));
    words.opens.push(Block::List(vec![told]));
    words.opens.extend(origins.behind(view, release.id()));
    let on = fact.on.map_or_else(String::new, |on| subject_name(view, on));
    Row { key: key(view, release.id()), cells: vec![words, Cell::new(on)] }
}
