//! What is remarked about files that were read: how grave, where, and what, as data.

use std::fmt;

use onetext_model::{Place, Severity};

use super::source::Source;

/// Remarks on one set of files; what goes beyond is counted.
pub const REMARKS_MAX: usize = 256;

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
    /// A file that is no part of a scenario; it is left out.
    FileLeftOut,
    /// A key that is not known; it is left out.
    UnknownKey(String),
    /// So many more remarks were left out.
    More(usize),
    /// Hyper-rectangles of a `NegMAS` file: both bounds are read as part of the range, as in Genius. `NegMAS` 0.16 itself leaves
    /// both out, and takes the two for single values once it has read its own file.
    BothBoundsInside {
        /// Whose.
        party: String,
    },
    /// A weight whose number is that of no issue; it is left out.
    WeightOfNothing {
        /// Whose.
        party: String,
    },
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

/// Remarks while files are read.
#[derive(Debug, Default)]
pub(super) struct Remarks {
    list: Vec<Remark>,
    count: usize,
}

impl Remarks {
    /// Adds a remark on a place of a file.
    pub(super) fn add(&mut self, severity: Severity, source: Source<'_>, at: usize, what: What) {
        self.count += 1;
        if self.count <= REMARKS_MAX {
            self.list.push(Remark { severity, place: Some(source.place(at)), what });
        }
    }

    /// The remarks, and how many more there would be.
    pub(super) fn into_list(mut self) -> Vec<Remark> {
        let more = self.count - self.list.len();
        if more > 0 {
            self.list.push(Remark { severity: Severity::Warning, place: None, what: What::More(more) });
        }
        self.list
    }
}

impl Remark {
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
            What::FileLeftOut => "file-left-out",
            What::UnknownKey(_) => "unknown-key",
            What::More(_) => "more-remarks",
            What::BothBoundsInside { .. } => "both-bounds-inside",
            What::WeightOfNothing { .. } => "weight-of-nothing",
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
                write!(f, "{party}: {what} of {issue:?} is below zero: used as written")
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
            What::FileLeftOut => write!(f, "no part of a scenario: left out"),
            What::UnknownKey(key) => write!(f, "the key {key:?} is not known: left out"),
            What::More(count) => write!(f, "{count} more remarks are left out"),
            What::BothBoundsInside { party } => {
                write!(
                    f,
                    "{party}: hyper-rectangles are read with both of their bounds, which NegMAS 0.16 leaves out"
                )
            }
            What::WeightOfNothing { party } => {
                write!(f, "{party}: this is the weight of no issue: it is left out")
            }
            What::DomainOfProfile => write!(f, "there is no domain: the issues of this profile are taken"),
            What::PartialReservation { party, issue } => {
                write!(f, "{party}: the reservation says nothing of {issue:?}: it counts as nothing")
            }
        }
    }
}
