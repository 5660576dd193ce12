//! Phase: one option first, the other later.
//!
//! **When it helps.** Parties that weigh the near and the far differently, or that need time before they can carry an option,
//! may each have theirs in its time: "differences in time preference" in Lax and Sebenius, *The Manager as Negotiator*
//! (1986). Example: observers for two years, then joint patrols.
//!
//! **What must be so.** Different parties accept the two options; the one that comes first can end.
//!
//! **What it leaves open.** The date or the trigger of the change, and what holds if it does not come.
//!
//! Both sequences are listed, none before the other for a reason.

use super::shelf::different_parties;
use super::{Found, Idea, LeftOpen, Operator, Place, Precondition, State};

pub(super) fn find<'a>(place: &'a Place<'a>) -> Found<'a> {
    let sequences = place.pairs().into_iter().flat_map(|[a, b]| [[a, b], [b, a]]);
    Box::new(sequences.map(move |[(first, before), (then, after)]| Idea {
        operator: Operator::Phase,
        built_from: vec![first, then],
        event: None,
        preconditions: vec![
            different_parties(before, after),
            Precondition::CanEnd(first).is(State::stated(before.can_end)),
        ],
        leaves_open: vec![LeftOpen::WhenItChanges, LeftOpen::IfItDoesNotChange],
    }))
}
