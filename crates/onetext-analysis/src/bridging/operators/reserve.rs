//! Reserve: the issue left to later, with everyone's position reserved.
//!
//! **When it helps.** Where the rest is worth having without this issue, and no option works for all today. A reservation
//! clause says that nothing in the agreement changes anyone's position on the matter (example: Article IV of the Antarctic
//! Treaty, 1959).
//!
//! **What must be so.** No option of another issue requires one of this issue; the matter can wait.
//!
//! **What it leaves open.** What holds meanwhile; when, where and by whom it is taken up again.

use super::{Found, Idea, LeftOpen, Operator, Place, Precondition, State};
use crate::Dependency;

pub(super) fn find<'a>(place: &'a Place<'a>) -> Found<'a> {
    let needs_it = |dependency: &Dependency| matches!(dependency, Dependency::Requires(a, b) if b.issue == place.issue && a.issue != place.issue);
    let required = place.space.dependencies().iter().any(needs_it);
    let stated = place.shelf.can_wait.iter().filter(|(issue, _)| *issue == place.issue);
    // Two who say different things about it leave it unknown.
    let said: std::collections::BTreeSet<bool> = stated.map(|(_, can)| *can).collect();
    let can_wait = (said.len() == 1).then(|| said.contains(&true));
    Box::new(std::iter::once(Idea {
        operator: Operator::Reserve,
        built_from: place.on_the_issue().map(|(index, _)| index).collect(),
        event: None,
        preconditions: vec![
            Precondition::NothingRequiresIt.is(State::stated(Some(!required))),
            Precondition::CanWait.is(State::stated(can_wait)),
        ],
        leaves_open: vec![LeftOpen::Meanwhile, LeftOpen::WhenTakenUp],
    }))
}
