//! What a space's dependencies come to, once those inside one issue are seen for what they are. Enumerating, counting and
//! sampling start from this, so that they cannot differ on what a dependency means.

use std::collections::{BTreeMap, BTreeSet};

use super::{Choice, Dependency, IssueIndex, OptionIndex, Space};

/// Dependencies between different issues, and the options that are left in each issue.
#[derive(Clone, Debug)]
pub(crate) struct Rules {
    /// By issue, the options that are neither closed nor impossible on their own, in order.
    pub open: Vec<Vec<OptionIndex>>,
    /// What ties two choices of different issues.
    pub pairs: Vec<Pair>,
    /// What ties many.
    pub limits: Vec<Limit>,
}

/// A tie between choices of two different issues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Pair {
    /// They cannot stand together.
    Excludes(Choice, Choice),
    /// The first cannot stand without the second.
    Requires(Choice, Choice),
}

impl Pair {
    /// Both choices, the first first.
    pub fn ends(self) -> (Choice, Choice) {
        let (Pair::Excludes(a, b) | Pair::Requires(a, b)) = self;
        (a, b)
    }
}

/// At most so much weight together. A choice named twice in a dependency weighs two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Limit {
    /// The weight of each open choice that has any, by issue and option.
    pub weights: BTreeMap<Choice, usize>,
    /// The most that a package may weigh.
    pub most: usize,
}

impl Limit {
    /// The least that an open option of that issue weighs.
    pub fn lightest(&self, issue: IssueIndex, open: &[OptionIndex]) -> usize {
        open.iter().map(|&option| self.weight(Choice { issue, option })).min().unwrap_or(0)
    }

    /// The most that an open option of that issue weighs.
    pub fn heaviest(&self, issue: IssueIndex, open: &[OptionIndex]) -> usize {
        open.iter().map(|&option| self.weight(Choice { issue, option })).max().unwrap_or(0)
    }

    /// What a choice weighs.
    pub fn weight(&self, choice: Choice) -> usize {
        self.weights.get(&choice).copied().unwrap_or(0)
    }

    /// The issues of which it weighs an option, in order.
    pub fn issues(&self) -> Vec<IssueIndex> {
        let mut issues: Vec<IssueIndex> = self.weights.keys().map(|choice| choice.issue).collect();
        issues.dedup();
        issues
    }
}

impl Rules {
    /// The rules of a space.
    pub fn of(space: &Space) -> Self {
        let mut impossible = space.closed.clone();
        let mut pairs = BTreeSet::new();
        let mut limits = Vec::new();
        for dependency in &space.dependencies {
            match dependency {
                Dependency::Excludes(a, b) if a.issue != b.issue => {
                    pairs.insert(Pair::Excludes(*a.min(b), *a.max(b)));
                }
                Dependency::Requires(a, b) if a.issue != b.issue => {
                    pairs.insert(Pair::Requires(*a, *b));
                }
                Dependency::Excludes(a, b) if a == b => {
                    impossible.insert(*a);
                }
                Dependency::Requires(a, b) if a != b => {
                    impossible.insert(*a);
                }
                Dependency::Excludes(..) | Dependency::Requires(..) => {}
                Dependency::AtMost { of, most } => limits.push(weighed(of, *most, &mut impossible)),
            }
        }
        let open = space.indices().map(|issue| open(space, issue, &impossible)).collect();
        Rules { open, pairs: pairs.into_iter().collect(), limits }.narrowed(&impossible)
    }

    /// The same without what can no longer matter: weights of impossible choices, limits that nothing reaches.
    fn narrowed(mut self, impossible: &BTreeSet<Choice>) -> Self {
        self.pairs.retain(|pair| match pair {
            Pair::Excludes(a, b) => !impossible.contains(a) && !impossible.contains(b),
            Pair::Requires(a, _) => !impossible.contains(a),
        });
        let open = &self.open;
        self.limits.retain_mut(|limit| {
            limit.weights.retain(|choice, _| !impossible.contains(choice));
            let heaviest = |issue: IssueIndex| limit.heaviest(issue, &open[issue.at()]);
            limit.issues().into_iter().map(heaviest).sum::<usize>() > limit.most
        });
        self
    }
}

/// The weights of an at-most; what alone weighs too much is impossible.
fn weighed(of: &[Choice], most: usize, impossible: &mut BTreeSet<Choice>) -> Limit {
    let mut weights = BTreeMap::new();
    for choice in of {
        *weights.entry(*choice).or_insert(0) += 1;
    }
    impossible.extend(weights.iter().filter(|(_, weight)| **weight > most).map(|(choice, _)| *choice));
    Limit { weights, most }
}

fn open(space: &Space, issue: IssueIndex, impossible: &BTreeSet<Choice>) -> Vec<OptionIndex> {
    let all = (0..).take(space.issues[issue.at()].options.len()).map(OptionIndex);
    all.filter(|&option| !impossible.contains(&Choice { issue, option })).collect()
}
