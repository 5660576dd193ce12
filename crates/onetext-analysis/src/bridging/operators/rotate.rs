//! Rotate: the options in turns.
//!
//! **When it helps.** Where the matter cannot be divided at one time but over time: a chair, a seat, an access. "Taking
//! turns" in Fisher and Ury, *Getting to Yes* (1981), and Brams and Taylor, *Fair Division* (1996). Example: the presidency
//! of the commission changes every year.
//!
//! **What must be so.** Different parties accept the two options, and each can end and come again.
//!
//! **What it leaves open.** Who begins, and how long a turn is.

use super::shelf::different_parties;
use super::{Found, Idea, LeftOpen, Operator, Place, Precondition, State};

pub(super) fn find<'a>(place: &'a Place<'a>) -> Found<'a> {
    Box::new(place.pairs().into_iter().map(move |[(a, first), (b, second)]| Idea {
        operator: Operator::Rotate,
        built_from: vec![a, b],
        event: None,
        preconditions: vec![
            different_parties(first, second),
            Precondition::CanEnd(a).is(State::stated(first.can_end)),
            Precondition::CanEnd(b).is(State::stated(second.can_end)),
        ],
        leaves_open: vec![LeftOpen::WhoBegins, LeftOpen::LengthOfTurns],
    }))
}
