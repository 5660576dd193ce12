//! What is known of one party's preferences, statement by statement, each with its source.

use crate::linear::Number;
use crate::{Choice, Error, IssueIndex, OptionIndex, Package, Space, Utility};

/// Statements of one party.
pub const STATEMENTS_MAX: usize = 4_096;

/// Where a statement comes from, as whoever asks numbers its sources; results name statements, and so open to their sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Source(pub u32);

/// The place of a statement among those of its party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatementIndex(pub u32);

impl StatementIndex {
    /// As an index into a list.
    pub fn at(self) -> usize {
        self.0 as usize
    }
}

/// One thing that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Where it comes from.
    pub source: Source,
    /// What it says.
    pub said: Said,
}

/// What a statement says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Options of one issue from best to worst; those in one list are worth the same, each is worth more than those in later
    /// lists. Options that are left out may be anywhere. In an issue whose weight is stated as zero, later ones are worth no more.
    Order {
        /// The issue.
        issue: IssueIndex,
        /// Its options, the best first.
        classes: Vec<Vec<OptionIndex>>,
    },
    /// The value of an option on its issue's own scale, where the worst option has 0 and the best 1. Who gives one says that the
    /// issue has some weight, unless its weight is stated as zero.
    Value {
        /// The option.
        choice: Choice,
        /// The lowest that it may be.
        low: Utility,
        /// The highest.
        high: Utility,
    },
    /// The weight of an issue: what its best option is worth more than its worst, where all weights sum to one. Everything is exact:
    /// three weights of 0.333 sum to 0.999 and clash, so what was rounded is given as what it may have been, 0.3325 to 0.3335.
    Weight {
        /// The issue.
        issue: IssueIndex,
        /// The lowest that it may be.
        low: Utility,
        /// The highest.
        high: Utility,
    },
    /// The options of the first list together are worth more than, or as much as, those of the second. Two packages, two partial
    /// packages over the same issues (all else equal), or two swings ([`Said::swing`]).
    Compared {
        /// One side.
        first: Vec<Choice>,
        /// How it stands to the other.
        relation: Standing,
        /// The other side.
        second: Vec<Choice>,
    },
    /// The package is worth at least what the party has without a deal.
    Accepts(Package),
    /// The package is worth less than what the party has without a deal.
    Refuses(Package),
    /// What the party has without a deal, on the scale where the best package is worth one and the worst zero. Below zero means
    /// the same as zero: every package is accepted.
    Reservation {
        /// The lowest that it may be.
        low: Utility,
        /// The highest.
        high: Utility,
    },
}

/// How one side of a comparison stands to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Worth more.
    Better,
    /// Worth at least as much.
    AtLeast,
    /// Worth the same.
    Equal,
}

/// How much is known of a party's preferences. Results at different levels answer different questions and are not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Nothing but red lines and dependencies.
    RedLines,
    /// Orders of options within issues.
    Orders,
    /// Intervals, comparisons, packages accepted and refused.
    Intervals,
    /// One value for every option and one weight for every issue.
    Weights,
}

impl Standing {
    /// Whether a difference is so.
    pub fn is_of(self, difference: &Number) -> bool {
        match self {
            Standing::Better => difference.sign().is_gt(),
            Standing::AtLeast => difference.sign().is_ge(),
            Standing::Equal => difference.is_zero(),
        }
    }
}

impl Said {
    /// Moving an issue from one option to another is worth more than, or as much as, moving another issue between two of its.
    pub fn swing(first: [Choice; 2], relation: Standing, second: [Choice; 2]) -> Self {
        let ([from, to], [other_from, other_to]) = (first, second);
        Said::Compared { first: vec![to, other_from], relation, second: vec![from, other_to] }
    }

    /// Every choice that it speaks of.
    pub fn choices(&self) -> Vec<Choice> {
        match self {
            Said::Order { issue, classes } => {
                classes.iter().flatten().map(|option| Choice { issue: *issue, option: *option }).collect()
            }
            Said::Value { choice, .. } => vec![*choice],
            Said::Compared { first, second, .. } => first.iter().chain(second).copied().collect(),
            Said::Accepts(package) | Said::Refuses(package) => package.choices().collect(),
            Said::Weight { .. } | Said::Reservation { .. } => Vec::new(),
        }
    }

    /// The issue whose worst and best options it may settle.
    pub(super) fn settles_ends_of(&self) -> Option<IssueIndex> {
        match self {
            Said::Order { issue, .. } => Some(*issue),
            Said::Value { choice, .. } => Some(choice.issue),
            _ => None,
        }
    }

    pub(super) fn check(&self, space: &Space) -> Result<(), Error> {
        let options =
            |issue: IssueIndex| space.issues().get(issue.at()).map_or(0, |issue| issue.options.len());
        if let Some(choice) = self.choices().into_iter().find(|it| it.option.at() >= options(it.issue)) {
            return Err(Error::NoSuchChoice(choice));
        }
        match self {
            Said::Order { issue, .. } | Said::Weight { issue, .. } if options(*issue) == 0 => {
                Err(Error::NoSuchChoice(Choice { issue: *issue, option: OptionIndex(0) }))
            }
            Said::Accepts(package) | Said::Refuses(package) => check_package(space, package),
            _ => Ok(()),
        }
    }
}

/// A package with as many options as the space has issues, each of them there.
pub(super) fn check_package(space: &Space, package: &Package) -> Result<(), Error> {
    let issues = space.issues();
    let is_there = |choice: &Choice| {
        issues.get(choice.issue.at()).is_some_and(|issue| choice.option.at() < issue.options.len())
    };
    match package.choices().find(|choice| !is_there(choice)) {
        Some(choice) => Err(Error::NoSuchChoice(choice)),
        None if package.0.len() != issues.len() => {
            let what =
                format!("a package has {} options, the space {} issues", package.0.len(), issues.len());
            Err(Error::WrongShape { party: "statements".to_owned(), what })
        }
        None => Ok(()),
    }
}

impl Level {
    /// How much these statements say.
    pub fn of(space: &Space, statements: &[Statement]) -> Self {
        let said = || statements.iter().map(|statement| &statement.said);
        let exact = |wanted: &dyn Fn(&Said) -> bool| said().any(wanted);
        let all_exact = space.indices().all(|issue| {
            let options = (0..).take(space.issues()[issue.at()].options.len()).map(OptionIndex);
            let is_weight = |said: &Said| matches!(said, Said::Weight { issue: i, low, high } if *i == issue && low == high);
            let is_value = |option| {
                let wanted = Choice { issue, option };
                move |said: &Said| matches!(said, Said::Value { choice, low, high } if *choice == wanted && low == high)
            };
            exact(&is_weight) && options.map(is_value).all(|is_value| exact(&is_value))
        });
        if all_exact && !statements.is_empty() {
            Level::Weights
        } else if said().any(|said| !matches!(said, Said::Order { .. } | Said::Reservation { .. })) {
            Level::Intervals
        } else if said().any(|said| matches!(said, Said::Order { .. })) {
            Level::Orders
        } else {
            Level::RedLines
        }
    }
}
