//! The person or party for whom a page is made: what concerns them, and into which circles they see.

use onetext_model::{
    ActorId, Audience, Compartment, CompartmentId, Contact, EntryId, Fact, Membership, Participant, PartyId,
    Stated, View,
};

use crate::words::party_of;

/// Somebody, with their party.
pub(crate) struct Reader {
    /// The person or party.
    pub(crate) who: EntryId,
    /// The person's party, or the party itself.
    pub(crate) party: Option<PartyId>,
}

impl Reader {
    pub(crate) fn of(view: &View<'_>, who: EntryId) -> Self {
        Reader { who: view.latest(who), party: party_of(view, ActorId(who)) }
    }

    /// Whether an actor is the reader or the reader's party.
    pub(crate) fn is(&self, view: &View<'_>, actor: ActorId) -> bool {
        view.same(actor, self.who) || self.party.is_some_and(|party| view.same(actor, party))
    }

    /// Whether the reader or the reader's party is named among those who take part.
    pub(crate) fn is_named(&self, view: &View<'_>, contact: &Contact) -> bool {
        contact.participants.iter().any(|participant| self.is(view, participant.actor))
    }

    /// Whether the reader will sit there: named, or anybody of the reader's party.
    pub(crate) fn meets(&self, view: &View<'_>, contact: &Contact) -> bool {
        let of_party = |participant: &Participant| {
            self.party.is_some_and(|party| {
                party_of(view, participant.actor).is_some_and(|theirs| view.same(theirs, party))
            })
        };
        self.is_named(view, contact) || contact.participants.iter().any(of_party)
    }

    /// The circles of which the reader, as a person, is a member, as far as the view has it on file.
    pub(crate) fn own_circles(&self, view: &View<'_>) -> Vec<CompartmentId> {
        view.each::<Membership>()
            .filter(|membership| view.same(membership.fact.person, self.who))
            .filter(|membership| view.holds_today(membership.entry.about))
            .map(|membership| membership.fact.compartment)
            .collect()
    }

    /// The circles of the reader's party.
    pub(crate) fn circles_of_party(&self, view: &View<'_>) -> Vec<CompartmentId> {
        let of_party = |circle: &Stated<'_, Compartment>| {
            circle.fact.party.is_some_and(|theirs| self.party.is_some_and(|party| view.same(theirs, party)))
        };
        view.each::<Compartment>().filter(of_party).map(|circle| CompartmentId(circle.id())).collect()
    }

    /// The circles into which the reader sees: a person's own where any are on file, else those of the party.
    pub(crate) fn circles(&self, view: &View<'_>) -> Vec<CompartmentId> {
        let own = self.own_circles(view);
        if own.is_empty() { self.circles_of_party(view) } else { own }
    }

    /// Whether this is a party rather than a person.
    pub(crate) fn is_party(&self) -> bool {
        self.party.is_some_and(|party| party.0 == self.who)
    }

    /// Whether this is a person or party of the case.
    pub(crate) fn is_known(&self, view: &View<'_>) -> bool {
        matches!(view.entry(self.who).map(|entry| &entry.fact), Some(Fact::Party(_) | Fact::Person(_)))
    }
}

/// Whether anybody in these circles may see what such an audience sees.
pub(crate) fn may_hear(view: &View<'_>, circles: &[CompartmentId], audience: &Audience) -> bool {
    *audience == Audience::Public
        || audience.compartments().any(|one| circles.iter().any(|other| view.same(one, *other)))
}
