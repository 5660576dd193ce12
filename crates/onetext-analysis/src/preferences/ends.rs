//! Which options of an issue may be its worst and its best, as far as orders and values tell.

use std::collections::BTreeSet;

use super::{Said, Statement, StatementIndex};
use crate::{IssueIndex, OptionIndex, Space, Utility};

/// The options of one issue that may be its worst, and those that may be its best. At least one of either is, in every
/// consistent utility function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ends {
    pub(super) worst: Vec<OptionIndex>,
    pub(super) best: Vec<OptionIndex>,
    /// The statements that tell.
    pub(super) because: Vec<StatementIndex>,
}

/// One of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum End {
    Worst,
    Best,
}

impl Ends {
    /// The candidates for an end.
    pub(super) fn of(&self, end: End) -> &[OptionIndex] {
        match end {
            End::Worst => &self.worst,
            End::Best => &self.best,
        }
    }

    /// The candidates of an issue.
    ///
    /// An option that is worth more than another is not the worst; of options worth the same one stands for all; an option whose
    /// stated value is 0 is the worst in any case. One whose stated value is above 0 could be worst only in an issue without
    /// weight, where every other option is worst as well.
    pub(super) fn find(space: &Space, statements: &[Statement], issue: IssueIndex) -> Self {
        let all: BTreeSet<_> =
            (0..).take(space.issues()[issue.at()].options.len()).map(OptionIndex).collect();
        let (mut above, mut below, mut stood_for) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let (mut low, mut high) = (vec![Utility::ZERO; all.len()], vec![Utility::ONE; all.len()]);
        let mut because = Vec::new();
        for (place, statement) in (0..).zip(statements) {
            if statement.said.settles_ends_of() != Some(issue) {
                continue;
            }
            because.push(StatementIndex(place));
            match &statement.said {
                Said::Order { classes, .. } => {
                    let listed: Vec<_> = classes.iter().filter(|class| !class.is_empty()).collect();
                    above.extend(listed.iter().rev().skip(1).copied().flatten().copied());
                    below.extend(listed.iter().skip(1).copied().flatten().copied());
                    for class in listed {
                        let first = class.iter().min();
                        stood_for.extend(class.iter().filter(|option| Some(*option) != first).copied());
                    }
                }
                Said::Value { choice, low: least, high: most } => {
                    let option = choice.option.at();
                    low[option] = low[option].max(*least);
                    high[option] = high[option].min(*most);
                }
                _ => {}
            }
        }
        let worst = candidates(&all, &above, &stood_for, |option| low[option.at()] <= Utility::ZERO);
        let best = candidates(&all, &below, &stood_for, |option| high[option.at()] >= Utility::ONE);
        let certain = |found: Option<OptionIndex>, others| found.map_or(others, |option| vec![option]);
        Ends {
            worst: certain(all.iter().find(|option| high[option.at()] <= Utility::ZERO).copied(), worst),
            best: certain(all.iter().find(|option| low[option.at()] >= Utility::ONE).copied(), best),
            because,
        }
    }
}

/// Those of all that nothing rules out. Rules that leave none contradict each other, which the statements' own rows show.
fn candidates(
    all: &BTreeSet<OptionIndex>,
    passed: &BTreeSet<OptionIndex>,
    stood_for: &BTreeSet<OptionIndex>,
    may_be: impl Fn(&OptionIndex) -> bool,
) -> Vec<OptionIndex> {
    let open: Vec<_> = all.iter().filter(|option| !passed.contains(option)).copied().collect();
    let apart: Vec<_> = open.iter().filter(|option| !stood_for.contains(option)).copied().collect();
    let stated: Vec<_> = apart.iter().filter(|option| may_be(option)).copied().collect();
    let first_of = [stated, apart, open].into_iter().find(|some| !some.is_empty());
    first_of.unwrap_or_else(|| all.iter().copied().collect())
}
