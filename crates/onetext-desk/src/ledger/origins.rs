//! Where a release came from: the entry that it passes on. The mediator's alone.

use std::collections::BTreeMap;

use onetext_document::{Block, Cell};
use onetext_model::{Entry, EntryId, Origin, Stated, View};

use crate::blocks::{cell, item};
use crate::log::summary;
use crate::opens::reasons;

/// The entries that were passed on, by the release.
pub(crate) struct Origins<'a>(BTreeMap<EntryId, &'a Entry>);

impl<'a> Origins<'a> {
    /// As far as the viewer knows of them.
    pub(crate) fn of(view: &View<'a>) -> Self {
        let passed_on = |origin: Stated<'a, Origin>| {
            Some((view.latest(origin.fact.release.0), view.entry(origin.fact.entry)?))
        };
        Origins(view.each::<Origin>().filter_map(passed_on).collect())
    }

    /// The entry that a release passes on.
    pub(crate) fn entry(&self, release: EntryId) -> Option<&'a Entry> {
        self.0.get(&release).copied()
    }

    /// The same in a cell, which opens to what it rests on.
    pub(crate) fn cell(&self, view: &View<'_>, release: EntryId) -> Cell {
        self.entry(release)
            .map_or_else(Cell::default, |entry| cell(summary(view, entry), reasons(view, entry)))
    }

    /// The same as what opens behind the words of a release.
    pub(super) fn behind(&self, view: &View<'_>, release: EntryId) -> Option<Block> {
        let entry = self.entry(release)?;
        let line = format!("Comes from, and is not to be told: {}", summary(view, entry));
        Some(Block::List(vec![item(line, reasons(view, entry))]))
    }
}
