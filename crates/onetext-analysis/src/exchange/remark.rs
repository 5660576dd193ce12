//! What is remarked about files that were read: how grave, where, and what, as data; and why nothing could be read.

use std::fmt;

use onetext_model::{Place, Severity};

use crate::Error;

/// A remark about what was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// How grave it is.
    pub severity: Severity,
    /// Where.
    pub place: Option<Place>,
    /// What.
    pub what: What,
}

/// What is remarked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The weights of a party's issues do not sum to one; they are used as written.
    WeightSum {
        /// Whose.
        party: String,
        /// Their sum, to twelve decimals.
        sum: String,
    },
    /// Values are stated for an option, or an issue, that the domain does not have; they are left out.
    NotInDomain {
        /// Whose.
        party: String,
        /// The issue.
        issue: String,
        /// The option; none where the whole issue is missing.
        option: Option<String>,
    },
    /// A number below zero where none is expected; it is used as written.
    BelowZero {
        /// Of what.
        what: &'static str,
        /// Whose.
        party: String,
        /// The issue.
        issue: String,
    },
    /// An issue whose evaluations are all zero: whatever its weight, it is worth nothing to the party.
    NothingValued {
        /// Whose.
        party: String,
        /// The issue.
        issue: String,
    },
    /// The reservation is above what any package is worth to the party, so that no package is acceptable; or below all.
    ReservationOutside {
        /// Whose.
        party: String,
        /// Whether it is above.
        is_above: bool,
    },
    /// No reservation is stated; the format says that it is then zero.
    ReservationOfFormat {
        /// Whose.
        party: String,
    },
    /// An option that stands twice in an issue; the first is kept.
    OptionTwice {
        /// The issue.
        issue: String,
        /// The option.
        option: String,
    },
    /// An issue with a continuous range, of which some values are looked at.
    Sampled {
        /// The issue.
        issue: String,
        /// How many.
        values: usize,
    },
    /// Something in the file that is not read, and changes nothing that is computed here.
    NotRead(String),
    /// A file that is no part of a scenario; it is left out.
    FileLeftOut,
    /// A key that is not known; it is left out.
    UnknownKey(String),
    /// There is no domain; the issues are those of the first profile.
    DomainOfProfile,
    /// The bid that a party keeps to without a deal says nothing of an issue, which then counts as nothing.
    PartialReservation {
        /// Whose.
        party: String,
        /// The issue.
        issue: String,
    },
}

impl Remark {
    /// A remark on a place.
    pub(super) fn at(severity: Severity, place: Place, what: What) -> Remark {
        Remark { severity, place: Some(place), what }
    }

    /// The rule, in one word that never changes.
    pub fn rule(&self) -> &'static str {
        match self.what {
            What::WeightSum { .. } => "weight-sum",
            What::NotInDomain { .. } => "not-in-domain",
            What::BelowZero { .. } => "below-zero",
            What::NothingValued { .. } => "nothing-valued",
            What::ReservationOutside { .. } => "reservation-outside",
            What::ReservationOfFormat { .. } => "reservation-of-format",
            What::OptionTwice { .. } => "option-twice",
            What::Sampled { .. } => "sampled-range",
            What::NotRead(_) => "not-read",
            What::FileLeftOut => "file-left-out",
            What::UnknownKey(_) => "unknown-key",
            What::DomainOfProfile => "domain-of-profile",
            What::PartialReservation { .. } => "partial-reservation",
        }
    }
}

impl fmt::Display for Remark {
    /// The remark in a sentence, after its place.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{}:{}:{}: ", place.file, place.line, place.column)?;
        }
        match &self.what {
            What::WeightSum { party, sum } => write!(f, "{party}: weights sum to {sum}: used as written"),
            What::NotInDomain { party, issue, option: Some(option) } => {
                write!(f, "{party}: {issue:?} has no option {option:?} in the domain: its value is left out")
            }
            What::NotInDomain { party, issue, option: None } => {
                write!(f, "{party}: the domain has no issue {issue:?}: its values are left out")
            }
            What::BelowZero { what, party, issue } => {
                write!(f, "{party}: a {what} of {issue:?} is below zero: used as written")
            }
            What::NothingValued { party, issue } => {
                write!(
                    f,
                    "{party}: every evaluation of {issue:?} is zero, so it is worth nothing whatever its weight"
                )
            }
            What::ReservationOutside { party, is_above: true } => {
                write!(f, "{party}: the reservation is above the value of every package: none is acceptable")
            }
            What::ReservationOutside { party, is_above: false } => {
                write!(f, "{party}: the reservation is below the value of every package: all are acceptable")
            }
            What::ReservationOfFormat { party } => {
                write!(f, "{party}: no reservation is stated: 0, as the format says")
            }
            What::OptionTwice { issue, option } => {
                write!(f, "the option {option:?} of {issue:?} stands twice: the first is kept")
            }
            What::Sampled { issue, values } => {
                write!(f, "{issue:?} has a continuous range: {values} values of it are looked at")
            }
            What::NotRead(what) => write!(f, "{what}: not read"),
            What::FileLeftOut => write!(f, "no part of a scenario: left out"),
            What::UnknownKey(key) => write!(f, "the key {key:?} is not known: left out"),
            What::DomainOfProfile => write!(f, "there is no domain: the issues of this profile are taken"),
            What::PartialReservation { party, issue } => {
                write!(f, "{party}: the reservation says nothing of {issue:?}: it counts as nothing")
            }
        }
    }
}

/// Nothing could be read: why, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{why}", .place.as_ref().map(|place| format!("{}:{}:{}: ", place.file, place.line, place.column)).unwrap_or_default())]
pub struct ReadError {
    /// Where.
    pub place: Option<Place>,
    /// Why.
    pub why: Why,
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
        ReadError { place: None, why: error.into() }
    }
}
