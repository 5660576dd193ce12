//! What ideas are built from: options that exist in drafts, reports and precedents, events, and what parties expect of them.

use std::collections::BTreeSet;

use super::{Place, Precondition, State};
use crate::{Choice, Error, IssueIndex, OptionIndex, PartyIndex, Space};

/// Options on one shelf: more than a case of many years holds for an issue and what is linked to it, and every pair of them
/// can still be looked at.
pub const MATERIALS_MAX: usize = 200;
/// Events on one shelf: each is looked at with every pair of options.
pub const EVENTS_MAX: usize = 50;
/// Forecasts on one shelf: one of each of 64 parties for each event, and some that changed.
pub const FORECASTS_MAX: usize = 5_000;

/// The place of an option on its shelf.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MaterialIndex(pub u16);

/// The place of an event on its shelf.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventIndex(pub u16);

/// Everything that ideas may be built from, as it was stated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    /// Options that exist.
    pub materials: Vec<Material>,
    /// Events that might happen.
    pub events: Vec<Event>,
    /// What parties have said they expect.
    pub forecasts: Vec<Forecast>,
    /// The issues of which somebody said that they can wait, or cannot.
    pub can_wait: Vec<(IssueIndex, bool)>,
}

/// An option that exists somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Material {
    /// The issue that it settles.
    pub issue: IssueIndex,
    /// Which option of the space it is, if it is one.
    pub option: Option<OptionIndex>,
    /// Where it is from.
    pub origin: Origin,
    /// Who accepts it, by its own word.
    pub accepted_by: BTreeSet<PartyIndex>,
    /// Whether it can be in force for a time and then end.
    pub can_end: Option<bool>,
    /// Whether its matter can be divided.
    pub divisible: Option<bool>,
}

/// Where an option is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A draft of this case.
    Draft,
    /// A report.
    Report,
    /// Another settlement.
    Precedent,
    /// An idea floated before.
    Floated,
}

/// Something that may happen or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// The issue of which the outcome may turn on it.
    pub issue: IssueIndex,
    /// Whether it can be verified that it has happened.
    pub verifiable: Option<bool>,
}

/// What a party has said that it expects of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// Who.
    pub party: PartyIndex,
    /// Of what.
    pub event: EventIndex,
    /// What.
    pub expects: Expectation,
}

/// What may be expected of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Expectation {
    /// That it happens.
    Happens,
    /// That it does not.
    DoesNot,
}

impl Shelf {
    pub(super) fn check(&self, space: &Space, issue: IssueIndex) -> Result<(), Error> {
        for (what, found, limit) in [
            ("options on the shelf", self.materials.len(), MATERIALS_MAX),
            ("events on the shelf", self.events.len(), EVENTS_MAX),
            ("forecasts on the shelf", self.forecasts.len(), FORECASTS_MAX),
        ] {
            if found > limit {
                return Err(Error::TooMany { what, found, limit });
            }
        }
        let first = |issue| Choice { issue, option: OptionIndex(0) };
        let named = self.materials.iter().map(|material| Choice {
            issue: material.issue,
            option: material.option.unwrap_or(OptionIndex(0)),
        });
        let issues = self.events.iter().map(|event| event.issue).chain([issue]).map(first);
        let exists = |choice: &Choice| {
            let options = space.issues().get(choice.issue.at()).map_or(0, |issue| issue.options.len());
            choice.option.at() < options
        };
        named.chain(issues).find(|choice| !exists(choice)).map_or(Ok(()), |it| Err(Error::NoSuchChoice(it)))
    }
}

impl Place<'_> {
    /// The options on the shelf that settle the issue, or others.
    pub(super) fn materials(&self) -> impl Iterator<Item = (MaterialIndex, &Material)> + Clone {
        (0..).map(MaterialIndex).zip(&self.shelf.materials)
    }

    pub(super) fn on_the_issue(&self) -> impl Iterator<Item = (MaterialIndex, &Material)> + Clone {
        self.materials().filter(|(_, material)| material.issue == self.issue)
    }

    /// Every two different options on the shelf that settle the issue, the earlier first.
    pub(super) fn pairs(&self) -> Vec<[(MaterialIndex, &Material); 2]> {
        let on = self.on_the_issue();
        let after = |first: MaterialIndex| on.clone().filter(move |(index, _)| *index > first);
        let same = |a: &Material, b: &Material| a.option.is_some() && a.option == b.option;
        on.clone()
            .flat_map(|(a, first)| after(a).map(move |(b, second)| [(a, first), (b, second)]))
            .filter(|[(_, first), (_, second)]| !same(first, second))
            .collect()
    }
}

/// Whether each of two options is accepted by a party that does not accept the other.
pub(super) fn apart(first: &Material, second: &Material) -> State {
    if first.accepted_by.is_empty() || second.accepted_by.is_empty() {
        return State::Unknown;
    }
    let one_side = first.accepted_by.is_subset(&second.accepted_by);
    let other_side = second.accepted_by.is_subset(&first.accepted_by);
    State::stated(Some(!one_side && !other_side))
}

/// The precondition of every operator that stands between two options.
pub(super) fn different_parties(first: &Material, second: &Material) -> super::Checked {
    Precondition::AcceptedByDifferentParties.is(apart(first, second))
}
