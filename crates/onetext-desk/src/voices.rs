//! Who speaks in a claim: the last link of its chain, whose side that is, and whether it is outside the talks.

use std::collections::BTreeSet;

use onetext_model::{ActorId, Chained, Claim, EntryId, Fact, Party, Role, RoleKind, View};

use crate::opens::link_name;
use crate::words::{party_of, person_with_office};

/// Who said it, in words.
pub(crate) fn speaker(view: &View<'_>, claim: &Claim) -> String {
    match claim.chain.last() {
        Some(Chained::Actor(actor)) => person_with_office(view, *actor),
        Some(link) => link_name(view, link),
        None => "nobody named".to_owned(),
    }
}

/// Who said it, without the office.
pub(crate) fn speaker_name(view: &View<'_>, claim: &Claim) -> String {
    claim.chain.last().map_or_else(|| "nobody named".to_owned(), |link| link_name(view, link))
}

/// The party or person that said it, if it is one of the case.
fn actor(claim: &Claim) -> Option<ActorId> {
    match claim.chain.last() {
        Some(Chained::Actor(actor)) => Some(*actor),
        _ => None,
    }
}

/// Who is outside the talks.
pub(crate) struct Outside {
    inside: BTreeSet<EntryId>,
}

impl Outside {
    /// Everybody is outside but parties at the table and those with a part in the talks or the text.
    pub(crate) fn of(view: &View<'_>) -> Self {
        let seated = view.each::<Party>().filter(|party| party.fact.at_the_table).map(|party| party.id());
        let with_part = view.each::<Role>().filter(|role| has_part(role.fact.role));
        let inside = seated.chain(with_part.map(|role| view.latest(role.fact.party.0))).collect();
        Outside { inside }
    }

    /// Said by a named person or party from outside.
    pub(crate) fn said(&self, view: &View<'_>, claim: &Claim) -> bool {
        let Some(actor) = actor(claim) else { return false };
        match party_of(view, actor) {
            Some(party) => !self.inside.contains(&party.0),
            None => matches!(view.entry(actor).map(|entry| &entry.fact), Some(Fact::Person(_))),
        }
    }
}

fn has_part(role: RoleKind) -> bool {
    matches!(role, RoleKind::Mediating | RoleKind::Negotiating | RoleKind::Drafting | RoleKind::Guaranteeing)
}
