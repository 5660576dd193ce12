//! A contact in the making: what all mentions so far say of it.

use super::sighting::{Reference, Sighting};
use crate::reading::{ActorIndex, ContactStatus, ContactType, Medium, Span, When};
use crate::tokens::Words;

/// A contact while its mentions are gathered.
#[expect(clippy::struct_excessive_bools, reason = "each is told of the contact or not")]
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) sort: ContactType,
    pub(super) is_generic: bool,
    pub(super) status: ContactStatus,
    pub(super) when: Option<When>,
    pub(super) days_long: Option<u16>,
    /// "their previous round": told beside the one at hand.
    pub(super) is_earlier: bool,
    /// "met separately": with one side alone.
    pub(super) is_separate: bool,
    /// Whether somebody chairs, mediates or carries messages between the sides.
    pub(super) is_mediated: bool,
    /// "direct talks": nobody does.
    pub(super) is_direct: bool,
    /// "indirect talks": somebody goes between.
    pub(super) is_indirect: bool,
    /// Told as "again", "another".
    pub(super) is_further: bool,
    /// A summit or conference, where many meet beside one another.
    pub(super) is_summit: bool,
    /// Whether it spans a weekend or the like whose days may be told one by one.
    pub(super) is_umbrella: bool,
    pub(super) hosts: Vec<ActorIndex>,
    pub(super) company: Vec<ActorIndex>,
    pub(super) remote: Vec<(ActorIndex, Medium)>,
    /// "the sides" held it: who they are is taken from what was told before.
    pub(super) is_collective: bool,
    pub(super) minutes: Vec<u32>,
    pub(super) places: Vec<Words>,
    pub(super) condition: Option<Span>,
    pub(super) mentions: Vec<Span>,
    pub(super) part_of: Option<usize>,
    /// The trigger of the last mention.
    pub(super) touched: usize,
}

impl Draft {
    pub(super) fn of(
        sighting: &Sighting,
        status: ContactStatus,
        span: Span,
        condition: Option<Span>,
        when: Option<When>,
    ) -> Self {
        let mut draft = Draft {
            sort: sighting.sort,
            is_generic: sighting.is_generic,
            status,
            when,
            days_long: sighting.days_long,
            is_earlier: false,
            is_separate: sighting.is_separate,
            is_mediated: false,
            is_direct: false,
            is_indirect: false,
            is_further: sighting.reference == Reference::Further,
            is_summit: false,
            is_umbrella: false,
            hosts: sighting.hosts.clone(),
            company: vec![],
            remote: vec![],
            is_collective: sighting.is_collective,
            minutes: sighting.minutes.clone(),
            places: sighting.places.clone(),
            condition,
            mentions: vec![span],
            part_of: None,
            touched: sighting.trigger,
        };
        draft.minutes.dedup();
        draft.add_company(sighting);
        draft
    }

    /// Takes up what a further mention says.
    pub(super) fn take(&mut self, sighting: &Sighting, span: Span, when: Option<When>) {
        if self.when.as_ref().is_none_or(|known| known.start.is_none()) && when.is_some() {
            self.when = when;
        }
        for minutes in &sighting.minutes {
            if !self.minutes.contains(minutes) {
                self.minutes.push(*minutes);
            }
        }
        if self.places.is_empty() {
            self.places.clone_from(&sighting.places);
        }
        // "the meeting" after talks of the sides is no closer word for them.
        let is_vague = matches!(sighting.sort, ContactType::Consultation | ContactType::Meeting)
            && (sighting.sort == ContactType::Consultation || sighting.reference == Reference::Definite);
        let is_closer = self.sort != ContactType::NegotiationRound || !is_vague;
        if self.is_generic && !sighting.is_generic && is_closer {
            self.sort = sighting.sort;
            self.is_generic = false;
        }
        if sighting.status == Some(ContactStatus::Cancelled) {
            self.status = ContactStatus::Cancelled;
        }
        self.days_long = self.days_long.or(sighting.days_long);
        self.add_company(sighting);
        if !self.mentions.contains(&span) {
            self.mentions.push(span);
        }
        self.touched = sighting.trigger;
    }

    fn add_company(&mut self, sighting: &Sighting) {
        for actor in sighting.company() {
            self.add(actor);
        }
        if let Some(medium) = sighting.medium {
            for host in &sighting.hosts {
                self.remote.push((*host, medium));
            }
        }
    }

    pub(super) fn add_all(&mut self, actors: &[ActorIndex]) {
        for actor in actors {
            self.add(*actor);
        }
    }

    pub(super) fn add(&mut self, actor: ActorIndex) {
        if !self.company.contains(&actor) {
            self.company.push(actor);
        }
    }
}
