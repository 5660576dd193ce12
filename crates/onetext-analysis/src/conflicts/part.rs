//! One part of a dispute, in its own small numbers: which options, which demands, what ties them.

use super::demand::DemandIndex;
use super::members::Members;
use crate::{IssueIndex, OptionIndex};

/// One connected part, with its own numbering of issues, options and groups of demands.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub issues: Vec<IssueIndex>,
    /// For each issue, the options that matter here.
    pub options: Vec<Vec<OptionIndex>>,
    /// Demands that say the same, in order.
    pub groups: Vec<Vec<DemandIndex>>,
    /// What each group says.
    pub wants: Vec<Want>,
    pub ties: Vec<Tie>,
}

/// An option of an issue, both as places in the part.
pub(super) type Local = (usize, usize);

/// For some issues of a part, options in order.
pub(super) type Within = Vec<(usize, Vec<usize>)>;

/// What a group of demands asks for.
#[derive(Clone, Debug)]
pub(super) enum Want {
    /// One of these options, of those that matter.
    OneOf { issue: usize, allowed: Vec<usize> },
    /// So much utility.
    AtLeast(Sum),
}

/// What a party's utility adds up from within the part, and what it must reach there.
#[derive(Clone, Debug)]
pub(super) struct Sum {
    /// By issue and option of the part.
    pub rows: Vec<Vec<i64>>,
    /// What is added where a package lies within options of several issues.
    pub terms: Vec<(Within, i64)>,
    pub least: i128,
}

/// A dependency between options that matter.
#[derive(Clone, Debug)]
pub(super) enum Tie {
    Excludes(Local, Local),
    Requires(Local, Local),
    /// Each option with how often it counts.
    AtMost {
        of: Vec<(Local, usize)>,
        most: usize,
    },
}

impl Part {
    /// How many ways there are to pick one option for each issue, ties or not; none beyond 64 bits.
    pub fn picks(&self) -> Option<u64> {
        self.options.iter().try_fold(1_u64, |picks, options| picks.checked_mul(options.len() as u64))
    }

    /// Whether options, one for each issue of the part, keep to all ties.
    pub fn keeps(&self, picks: &[usize]) -> bool {
        self.ties.iter().all(|tie| tie.holds(picks))
    }

    /// The groups of demands that such options leave unmet.
    pub fn unmet(&self, picks: &[usize]) -> Members {
        let unmet = self.wants.iter().enumerate().filter(|(_, want)| !want.is_met(picks));
        Members::of(self.wants.len(), unmet.map(|(group, _)| group))
    }
}

impl Want {
    fn is_met(&self, picks: &[usize]) -> bool {
        match self {
            Want::OneOf { issue, allowed } => allowed.binary_search(&picks[*issue]).is_ok(),
            Want::AtLeast(sum) => sum.value(picks) >= sum.least,
        }
    }
}

impl Sum {
    /// What options, one for each issue of the part, add up to.
    pub fn value(&self, picks: &[usize]) -> i128 {
        let rows: i128 = self.rows.iter().zip(picks).map(|(row, &option)| i128::from(row[option])).sum();
        let holding = self.terms.iter().filter(|(within, _)| {
            within.iter().all(|(issue, options)| options.binary_search(&picks[*issue]).is_ok())
        });
        rows + holding.map(|(_, value)| i128::from(*value)).sum::<i128>()
    }

    /// What no options can add up to more than.
    pub fn limit(&self) -> i128 {
        let best = self.rows.iter().map(|row| i128::from(row.iter().copied().max().unwrap_or(0)));
        best.sum::<i128>() + self.terms.iter().map(|(_, value)| i128::from((*value).max(0))).sum::<i128>()
    }
}

impl Tie {
    fn holds(&self, picks: &[usize]) -> bool {
        let has = |(issue, option): Local| picks[issue] == option;
        match self {
            Tie::Excludes(a, b) => !(has(*a) && has(*b)),
            Tie::Requires(a, b) => !has(*a) || has(*b),
            Tie::AtMost { of, most } => {
                let held = of.iter().filter(|(local, _)| has(*local)).map(|(_, times)| times);
                held.sum::<usize>() <= *most
            }
        }
    }
}
