//! What was said on provisions: wordings and positions, by provision and party, the last one last; and how far each
//! provision has got.

use std::collections::BTreeMap;

use onetext_document::{Block, Mark};
use onetext_model::{EntryId, PartyId, Position, Stated, View, Wording};

use crate::grid::States;

/// Wordings and positions by what they are on and by whose they are.
pub(super) struct Said<'a> {
    wordings: BTreeMap<(EntryId, Option<EntryId>), Vec<Stated<'a, Wording>>>,
    positions: BTreeMap<(EntryId, EntryId), Vec<Stated<'a, Position>>>,
    states: States<'a>,
}

impl<'a> Said<'a> {
    /// Gathers everything once.
    pub(super) fn of(view: &View<'a>) -> Self {
        let mut said =
            Said { wordings: BTreeMap::new(), positions: BTreeMap::new(), states: States::of(view) };
        for wording in view.each::<Wording>() {
            let by = wording.fact.by.map(|party| view.latest(party.0));
            said.wordings.entry((view.latest(wording.fact.on.0), by)).or_default().push(wording);
        }
        for position in view.each::<Position>() {
            let party = view.latest(position.fact.party.0);
            said.positions.entry((view.latest(position.fact.on.0), party)).or_default().push(position);
        }
        said
    }

    /// The wordings of a party, or of the mediator, for a provision.
    pub(super) fn wordings(&self, on: EntryId, by: Option<PartyId>) -> &[Stated<'a, Wording>] {
        self.wordings.get(&(on, by.map(|party| party.0))).map_or(&[], Vec::as_slice)
    }

    /// The positions of a party on a provision.
    pub(super) fn positions(&self, on: EntryId, party: PartyId) -> &[Stated<'a, Position>] {
        self.positions.get(&(on, party.0)).map_or(&[], Vec::as_slice)
    }

    /// Whether a party has said anything on a provision.
    pub(super) fn has_spoken(&self, on: EntryId, party: PartyId) -> bool {
        !self.wordings(on, Some(party)).is_empty() || !self.positions(on, party).is_empty()
    }

    /// How far a provision has got, as the mark in the margin.
    pub(super) fn status(&self, view: &View<'_>, on: EntryId) -> Option<Mark> {
        self.states.cell(view, on)?.mark
    }

    /// Since when and why.
    pub(super) fn status_opens(&self, view: &View<'_>, on: EntryId) -> Vec<Block> {
        let Some(state) = self.states.cell(view, on) else { return Vec::new() };
        [Block::Paragraph(state.text)].into_iter().chain(state.opens).collect()
    }
}
