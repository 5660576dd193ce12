//! Split: the matter divided, part under one option and part under the other, or settled at a value between them.
//!
//! **When it helps.** Where the matter has parts that parties value differently, or a measure that can be met half-way.
//! Brams and Taylor, *Fair Division* (1996), on divisible goods; Fisher and Ury, *Getting to Yes* (1981), on dividing an
//! orange by peel and fruit. Example: the north of the zone under one monitor, the south under another.
//!
//! **What must be so.** Different parties accept the two options, and the matter of both can be divided; of a numeric issue,
//! an open option lies between the two.
//!
//! **What it leaves open.** How large the parts are, or which value between.

use super::shelf::different_parties;
use super::{Found, Idea, LeftOpen, Material, Operator, Place, Precondition, State};

pub(super) fn find<'a>(place: &'a Place<'a>) -> Found<'a> {
    Box::new(place.pairs().into_iter().map(move |[(a, first), (b, second)]| Idea {
        operator: Operator::Split,
        built_from: vec![a, b],
        event: None,
        preconditions: vec![
            different_parties(first, second),
            Precondition::Divisible.is(divisible(place, first, second)),
        ],
        leaves_open: vec![LeftOpen::Shares],
    }))
}

fn divisible(place: &Place<'_>, first: &Material, second: &Material) -> State {
    match (between(place, first, second), first.divisible, second.divisible) {
        (Some(true), ..) | (_, Some(true), Some(true)) => State::Met,
        (_, Some(false), _) | (_, _, Some(false)) | (Some(false), ..) => State::NotMet,
        _ => State::Unknown,
    }
}

/// Whether an open option of a numeric issue lies between two of its options; none where that is no question.
fn between(place: &Place<'_>, first: &Material, second: &Material) -> Option<bool> {
    place.space.issues()[place.issue.at()].range.as_ref()?;
    let (low, high) = (first.option.min(second.option)?, first.option.max(second.option)?);
    Some(place.space.open_options(place.issue).any(|option| low < option && option < high))
}
