//! How a tie stands when some of its issues are settled: as little as what is still to come needs to know.

use super::components::{Tie, TieKind};
use crate::{Choice, Dependency, IssueIndex, OptionIndex};

/// How a tie stands. Its meaning is the tie's own; see [`after`].
pub(super) type Status = u32;

/// Nothing is settled yet, or nothing more can come of it.
const OPEN: Status = 0;
/// A requirement whose first choice is in the package and whose second is not yet.
const OWED: Status = 1;
/// A requirement whose second choice is out of the package: the first may not come.
const BARRED: Status = 2;
/// A requirement that is kept, whatever comes.
const KEPT: Status = 3;
/// A term whose rectangle the package has left.
const LEFT: Status = 1;

/// How a tie stands before any of its issues is settled.
pub(super) fn at_first(tie: &Tie<'_>) -> Status {
    match tie.kind {
        TieKind::Dependency(Dependency::Excludes(..)) => 1,
        TieKind::Dependency(Dependency::AtMost { of, most }) => {
            Status::try_from(*most.min(&of.len())).unwrap_or(Status::MAX)
        }
        _ => OPEN,
    }
}

/// How a tie stands once that issue has that option; nothing where the package is then out. `to_come` are its issues that are
/// not settled after this one.
pub(super) fn after(tie: &Tie<'_>, status: Status, choice: Choice, to_come: &[IssueIndex]) -> Option<Status> {
    match tie.kind {
        TieKind::Dependency(Dependency::Requires(a, b)) => required(status, choice, *a, *b),
        TieKind::Dependency(Dependency::Excludes(a, b)) => room(&[*a, *b], status, choice, to_come),
        TieKind::Dependency(Dependency::AtMost { of, .. }) => room(of, status, choice, to_come),
        TieKind::Term { term, .. } => {
            let inside = status != LEFT && TieKind::term_holds(term, choice.issue, choice.option);
            Some(if inside { OPEN } else { LEFT })
        }
    }
}

/// Whether a term's value is added, once all its issues are settled.
pub(super) fn is_inside(status: Status) -> bool {
    status == OPEN
}

fn required(status: Status, choice: Choice, a: Choice, b: Choice) -> Option<Status> {
    let (takes_a, takes_b) = (choice == a, choice == b);
    if a.issue == b.issue {
        return (!takes_a || takes_b).then_some(KEPT);
    }
    match (status, choice.issue == a.issue) {
        (OPEN, true) => Some(if takes_a { OWED } else { KEPT }),
        (OPEN, false) => Some(if takes_b { KEPT } else { BARRED }),
        (OWED, _) => takes_b.then_some(KEPT),
        (BARRED, _) => (!takes_a).then_some(KEPT),
        _ => Some(KEPT),
    }
}

/// How many more of the choices may come, at most as many as can.
fn room(of: &[Choice], room: Status, choice: Choice, to_come: &[IssueIndex]) -> Option<Status> {
    let taken = of.iter().filter(|other| **other == choice).count();
    let room = room.checked_sub(Status::try_from(taken).ok()?)?;
    let most = to_come.iter().map(|issue| most_of_one_option(of, *issue)).sum::<usize>();
    Some(room.min(Status::try_from(most).unwrap_or(Status::MAX)))
}

/// How often the choices name one option of the issue, at most.
fn most_of_one_option(of: &[Choice], issue: IssueIndex) -> usize {
    let here = of.iter().filter(|choice| choice.issue == issue);
    let mut options: Vec<OptionIndex> = here.map(|choice| choice.option).collect();
    options.sort_unstable();
    options.chunk_by(|a, b| a == b).map(<[_]>::len).max().unwrap_or(0)
}
