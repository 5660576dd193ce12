//! What is to be settled: issues, their options and ranges, the state of a point, and how parties value options.

use super::{facts, words};
use crate::id::refers_to_nothing;
use crate::{Fixed, IssueId, OptionId, PartyId, SubjectId};

facts! {
    /// A matter to be settled.
    pub struct Issue {
        /// Its name.
        pub name: String,
        /// The question that a settlement answers.
        pub question: Option<String>,
        /// The range of a numeric issue; options may then carry a value inside it.
        pub range: Option<Range>,
    }

    /// The values that a numeric issue may take.
    pub struct Range {
        /// The unit: "soldiers", "days".
        pub unit: String,
        /// The smallest value.
        pub from: Fixed,
        /// The largest value.
        pub to: Fixed,
        /// The distance between neighbouring values.
        pub step: Fixed,
    }

    /// A possible settlement of an issue.
    pub struct IssueOption {
        /// The issue.
        pub issue: IssueId,
        /// The option in a few words.
        pub name: String,
        /// The full wording of the option, where the name is short for it.
        pub words: Option<String>,
        /// Its value, where the issue is numeric.
        pub value: Option<Fixed>,
        /// Options of other issues that cannot stand beside it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub excludes: Vec<OptionId>,
        /// Options of other issues without which it cannot stand.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub requires: Vec<OptionId>,
    }

    /// How far a point has got, in a word of the case's status preset. Always provisional.
    pub struct PointStatus {
        /// The issue or provision.
        pub on: SubjectId,
        /// A word of the preset: "green", "agreed ad ref", "provisionally closed".
        pub state: String,
        /// Why; required where a point is reopened.
        pub reason: Option<String>,
    }

    /// How a party values the options of an issue. Nobody's preference is ever filled in.
    pub struct Preference {
        /// Whose.
        pub party: PartyId,
        /// Of which issue.
        pub issue: IssueId,
        /// How we know.
        pub basis: Basis,
        /// The options from best to worst; those in one list are equally good.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub order: Vec<Vec<OptionId>>,
        /// A value, or lowest and highest value, for each option.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub values: Vec<Valuation>,
        /// The issue's weight among the party's issues: one value, or lowest and highest.
        pub weight: Option<Interval>,
    }

    /// The value of one option to a party.
    pub struct Valuation {
        /// The option.
        pub option: OptionId,
        /// Its value.
        pub value: Interval,
    }

    /// What a party has without a deal.
    pub struct Reservation {
        /// Whose.
        pub party: PartyId,
        /// In words.
        pub words: String,
        /// How we know.
        pub basis: Basis,
        /// Its value on the party's own scale.
        pub value: Option<Interval>,
    }
}

words! {
    /// How a preference is known.
    pub enum Basis {
        /// The party said so when asked.
        Elicited = "elicited",
        /// Read from what it said and did.
        Inferred = "inferred",
        /// Assumed; shown apart from evidence.
        Assumed = "assumed",
    }
}

/// A number, or the lowest and highest number that it may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(from = "WrittenInterval", into = "WrittenInterval")]
pub struct Interval {
    /// The lowest.
    pub low: Fixed,
    /// The highest.
    pub high: Fixed,
}

#[derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(untagged)]
enum WrittenInterval {
    Exact(Fixed),
    Between(Fixed, Fixed),
}

impl From<WrittenInterval> for Interval {
    fn from(written: WrittenInterval) -> Self {
        match written {
            WrittenInterval::Exact(value) => Interval { low: value, high: value },
            WrittenInterval::Between(a, b) => Interval { low: a.min(b), high: a.max(b) },
        }
    }
}

impl From<Interval> for WrittenInterval {
    fn from(interval: Interval) -> Self {
        if interval.low == interval.high {
            WrittenInterval::Exact(interval.low)
        } else {
            WrittenInterval::Between(interval.low, interval.high)
        }
    }
}

refers_to_nothing!(Interval);
