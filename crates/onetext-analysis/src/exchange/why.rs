//! Why nothing could be read: what was tried, where, and what to do.

use onetext_model::Place;

use crate::Error;

/// Nothing could be read: why, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{why}", .place.as_ref().map(|place| format!("{}:{}:{}: ", place.file, place.line, place.column)).unwrap_or_default())]
pub struct ReadError {
    /// Where.
    pub place: Option<Place>,
    /// Why.
    pub why: Box<Why>,
}

/// Why nothing could be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// No file, or none that is part of a scenario.
    #[error("there is no scenario in what was given: {0}")]
    NoScenario(String),
    /// It is not text.
    #[error("this is not text in UTF-8: save the file as UTF-8")]
    NotUtf8,
    /// The file breaks the rules of its language.
    #[error("{0}")]
    Unreadable(String),
    /// More than is read.
    #[error("{found} {what}: at most {limit} are read")]
    TooMuch {
        /// Of what.
        what: &'static str,
        /// How many.
        found: usize,
        /// How many there may be.
        limit: usize,
    },
    /// Something that must be there is not.
    #[error("{0:?} is missing here: add it")]
    Missing(String),
    /// A value of another kind.
    #[error("{wanted} is expected here, and this is {found}")]
    WrongKind {
        /// What is expected.
        wanted: &'static str,
        /// What it is.
        found: &'static str,
    },
    /// A value that is none of those that may stand there.
    #[error("{found:?} is not known here: write {wanted}")]
    NotKnown {
        /// What it says.
        found: String,
        /// What it may say.
        wanted: String,
    },
    /// A text that is no number.
    #[error("{0:?} is no number: write for example 0.35")]
    NotANumber(String),
    /// A number beyond what is computed with.
    #[error("the number is beyond 1,000,000, the most that is computed with: scale the values down")]
    TooLarge,
    /// One name with two values.
    #[error("{0:?} stands twice with two values: keep the one that holds")]
    TwoValues(String),
    /// An option without a value; none is filled in.
    #[error("{party}: no value is stated for the option {option:?} of {issue:?}: add it, none is filled in")]
    NoValue {
        /// Whose.
        party: String,
        /// The issue.
        issue: String,
        /// The option.
        option: String,
    },
    /// An issue that is valued and has no weight.
    #[error("no weight is stated for {0:?}: add it, none is filled in")]
    NoWeight(String),
    /// No evaluation of an issue is above zero, so that there is nothing to divide by.
    #[error("no evaluation of {0:?} is above zero: they cannot be divided by the largest")]
    NoLargest(String),
    /// A list of another length than what it goes with.
    #[error("{found} {what}, where there must be {wanted}")]
    WrongLength {
        /// Of what.
        what: &'static str,
        /// How many there are.
        found: usize,
        /// How many there must be.
        wanted: usize,
    },
    /// What was read is more than can be computed with.
    #[error(transparent)]
    Scenario(#[from] Error),
}

impl From<Error> for ReadError {
    fn from(error: Error) -> ReadError {
        ReadError { place: None, why: Box::new(error.into()) }
    }
}
