//! Link: an option of this issue tied to an option of another issue.
//!
//! **When it helps.** Where nothing within the issue is to everyone's good, something on another may make it so: "logrolling"
//! in Pruitt, *Negotiation Behavior* (1981); Tollison and Willett, "An Economic Theory of Mutually Advantageous Issue
//! Linkages in International Negotiations", *International Organization* 33 (1979). Example: the joint gauge together with
//! the debt schedule.
//!
//! **What must be so.** Each of the two options is accepted by a party that does not accept the other, and no dependency
//! keeps them apart.
//!
//! **What it leaves open.** Which is performed first, and what becomes of one if the other is not performed.
//!
//! Only pairs of which somebody's acceptance is stated for both are listed: there is no end to the others.

use super::shelf::apart;
use super::{Found, Idea, LeftOpen, Material, Operator, Place, Precondition, State};
use crate::{Choice, Dependency};

pub(super) fn find<'a>(place: &'a Place<'a>) -> Found<'a> {
    let stated = |material: &Material| !material.accepted_by.is_empty();
    let here = place.on_the_issue().filter(move |(_, material)| stated(material));
    let elsewhere =
        place.materials().filter(move |(_, material)| material.issue != place.issue && stated(material));
    let pairs = here.flat_map(move |here| elsewhere.clone().map(move |there| [here, there]));
    Box::new(pairs.map(move |[(a, first), (b, second)]| Idea {
        operator: Operator::Link,
        built_from: vec![a, b],
        event: None,
        preconditions: vec![
            Precondition::EachGetsSomething.is(apart(first, second)),
            Precondition::StandTogether.is(stand_together(place, first, second)),
        ],
        leaves_open: vec![LeftOpen::OrderOfPerformance, LeftOpen::IfOneFails],
    }))
}

/// Whether two options of different issues may be in one package, as far as single dependencies say.
fn stand_together(place: &Place<'_>, first: &Material, second: &Material) -> State {
    let choice = |material: &Material| material.option.map(|option| Choice { issue: material.issue, option });
    let (Some(a), Some(b)) = (choice(first), choice(second)) else { return State::Unknown };
    let closed = place.space.closed();
    let kept_apart = |dependency: &Dependency| match dependency {
        Dependency::Excludes(c, d) => (*c, *d) == (a, b) || (*d, *c) == (a, b),
        Dependency::Requires(c, d) => {
            (*c == a && d.issue == b.issue && *d != b) || (*c == b && d.issue == a.issue && *d != a)
        }
        Dependency::AtMost { of, most } => {
            of.iter().filter(|choice| **choice == a || **choice == b).count() > *most
        }
    };
    let apart =
        closed.contains(&a) || closed.contains(&b) || place.space.dependencies().iter().any(kept_apart);
    State::stated(Some(!apart))
}
