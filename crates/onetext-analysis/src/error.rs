//! What can be wrong with what a computation is given.

use crate::{Choice, Stopped};

/// Why there is no result.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// More of something than is computed with.
    #[error("{found} {what}: at most {limit} are computed with")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many.
        found: usize,
        /// How many there may be.
        limit: usize,
    },
    /// An issue without any option.
    #[error("the issue {0:?} has no option: give it at least one")]
    NoOption(String),
    /// A choice that names an issue or option outside the space.
    #[error("issue {} has no option {}: the space does not reach that far", .0.issue.0, .0.option.0)]
    NoSuchChoice(Choice),
    /// A package with more or fewer options than the space has issues.
    #[error(
        "a package of {chosen} options: the space has {issues} issues, and a package one option for each"
    )]
    NotAPackage {
        /// How many options it has.
        chosen: usize,
        /// How many issues there are.
        issues: usize,
    },
    /// A table whose shape is not that of the space.
    #[error("{party}: {what}; the utility function needs one value for every option of every issue")]
    WrongShape {
        /// Whose.
        party: String,
        /// What differs.
        what: String,
    },
    /// Utilities whose sum could leave the range that is computed with.
    #[error("{0}: utilities may sum to more than 1,000,000 either way; scale them down")]
    TooLarge(String),
    /// A vector of utilities that does not fit what is asked of it.
    #[error("vector {at}: {what}")]
    UnfitVector {
        /// Its place, from 0.
        at: usize,
        /// What does not fit.
        what: &'static str,
    },
    /// Values of options together, where a computation needs each option to have its own value.
    #[error("{0} values some options together: this is computed for values of single options only")]
    NotAdditive(String),
    /// A party that has not said what it has without a deal.
    #[error("{0} has stated no reservation: nothing is assumed for it, and no solution is computed")]
    NoReservation(String),
    /// Nobody values anything.
    #[error("a scenario without parties: nobody values its packages")]
    NoParty,
    /// Stopped before the end.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}
