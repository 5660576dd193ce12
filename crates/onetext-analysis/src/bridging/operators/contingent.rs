//! Contingent: one option if an event happens, the other if it does not.
//!
//! **When it helps.** Parties that expect different things of the future need not agree about it: each has the option that it
//! accepts in the case that it expects. Lax and Sebenius, *The Manager as Negotiator* (1986), under "differences in
//! forecasts"; Raiffa, *The Art and Science of Negotiation* (1982), on contingent contracts. Example: the quota falls if the
//! inflow measured at the gauge is below a stated amount.
//!
//! **What must be so.** Two parties have *stated* different expectations of the event, and whether it has happened can be
//! verified. An expectation that nobody stated is never assumed.
//!
//! **What it leaves open.** Who verifies, and by when.
//!
//! Where it is known who accepts which option and who expects what, only the arrangement that fits both is listed: whoever
//! expects the event accepts what follows on it. Otherwise both are.

use super::shelf::different_parties;
use super::{
    Event, EventIndex, Expectation, Found, Idea, LeftOpen, Material, MaterialIndex, Operator, Place,
    Precondition, State,
};

pub(super) fn find<'a>(place: &'a Place<'a>) -> Found<'a> {
    let events = (0..).map(EventIndex).zip(&place.shelf.events);
    let of_the_issue = events.filter(|(_, event)| event.issue == place.issue);
    Box::new(of_the_issue.flat_map(move |(index, event)| {
        place.pairs().into_iter().flat_map(move |pair| {
            arrangements(place, index, pair).map(move |[yes, no]| idea(place, (index, event), yes, no))
        })
    }))
}

type Placed<'a> = (MaterialIndex, &'a Material);

/// Which of the two follows on the event: as fits what is known, or either.
fn arrangements<'a>(
    place: &Place<'_>,
    event: EventIndex,
    [a, b]: [Placed<'a>; 2],
) -> impl Iterator<Item = [Placed<'a>; 2]> + use<'a> {
    let fitting = [fits(place, event, a.1, b.1), fits(place, event, b.1, a.1)];
    let is_open = fitting == [false, false];
    [[a, b], [b, a]].into_iter().zip(fitting).filter(move |(_, fits)| is_open || *fits).map(|(pair, _)| pair)
}

fn idea(
    place: &Place<'_>,
    (index, event): (EventIndex, &Event),
    (yes, happens): Placed<'_>,
    (no, does_not): Placed<'_>,
) -> Idea {
    Idea {
        operator: Operator::Contingent,
        built_from: vec![yes, no],
        event: Some(index),
        preconditions: vec![
            different_parties(happens, does_not),
            Precondition::ForecastsDiffer(index).is(forecasts_differ(place, index)),
            Precondition::Verifiable(index).is(State::stated(event.verifiable)),
        ],
        leaves_open: vec![LeftOpen::WhoVerifies],
    }
}

/// Whether a party that expects the event accepts only what follows on it, and one that does not only the other.
fn fits(place: &Place<'_>, event: EventIndex, happens: &Material, does_not: &Material) -> bool {
    let holds = |expectation: Expectation, own: &Material, other: &Material| {
        let forecasts =
            place.shelf.forecasts.iter().filter(|it| it.event == event && it.expects == expectation);
        forecasts
            .map(|forecast| &forecast.party)
            .any(|party| own.accepted_by.contains(party) && !other.accepted_by.contains(party))
    };
    holds(Expectation::Happens, happens, does_not) && holds(Expectation::DoesNot, does_not, happens)
}

/// Two stated expectations are needed, of different parties; one alone, or none, leaves it unknown.
fn forecasts_differ(place: &Place<'_>, event: EventIndex) -> State {
    let of = |expectation| {
        let forecasts = place.shelf.forecasts.iter();
        forecasts.filter(move |it| it.event == event && it.expects == expectation).map(|it| it.party)
    };
    let (yes, no): (Vec<_>, Vec<_>) =
        (of(Expectation::Happens).collect(), of(Expectation::DoesNot).collect());
    let differ = yes.iter().any(|party| no.iter().any(|other| other != party));
    let parties = yes.iter().chain(&no).collect::<std::collections::BTreeSet<_>>().len();
    if differ {
        State::Met
    } else if parties < 2 {
        State::Unknown
    } else {
        State::NotMet
    }
}
