//! Who speaks in a claim: the last link of its chain, whose side that is, and whether it is outside the talks.

use onetext_model::{ActorId, Chained, Claim, Fact, PartyId, RoleKind, Stated, View};

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

/// Said by a named person or party that is neither at the table nor has a role there.
pub(crate) fn is_from_outside(view: &View<'_>, claim: Stated<'_, Claim>) -> bool {
    let Some(actor) = actor(claim.fact) else { return false };
    match party_of(view, actor) {
        Some(party) => !is_inside(view, party),
        None => matches!(view.entry(actor).map(|entry| &entry.fact), Some(Fact::Person(_))),
    }
}

/// At the table, or with a part in the talks or the text.
fn is_inside(view: &View<'_>, party: PartyId) -> bool {
    let seated = view.find::<onetext_model::Party>(party).is_some_and(|found| found.fact.at_the_table);
    let with_part = |role: RoleKind| {
        matches!(
            role,
            RoleKind::Mediating | RoleKind::Negotiating | RoleKind::Drafting | RoleKind::Guaranteeing
        )
    };
    let mut roles = view.each::<onetext_model::Role>();
    seated || roles.any(|role| view.same(role.fact.party, party) && with_part(role.fact.role))
}
