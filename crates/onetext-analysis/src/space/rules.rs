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

/// What the open options of one issue weigh in a limit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range {
    /// The least.
    pub lightest: usize,
    /// The most.
    pub heaviest: usize,
}

impl Limit {
    /// The issues of which it weighs an option, in order, and what their open options weigh.
    pub(super) fn by_issue(&self, open: &[Vec<OptionIndex>]) -> BTreeMap<IssueIndex, Range> {
        let mut weighed: BTreeMap<IssueIndex, Vec<usize>> = BTreeMap::new();
        for (choice, weight) in &self.weights {
            weighed.entry(choice.issue).or_default().push(*weight);
        }
        let range = |(issue, weights): (IssueIndex, Vec<usize>)| {
            let all_weighed = weights.len() == open[issue.at()].len();
            let lightest = if all_weighed { weights.iter().min() } else { None };
            let heaviest = weights.iter().max();
            (
                issue,
                Range { lightest: lightest.copied().unwrap_or(0), heaviest: heaviest.copied().unwrap_or(0) },
            )
        };
        weighed.into_iter().map(range).collect()
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
        let every =
            |issue: IssueIndex| (0..).take(space.issues[issue.at()].options.len()).map(OptionIndex).collect();
        let open = space.indices().map(every).collect();
        Rules { open, pairs: pairs.into_iter().collect(), limits }.closing(impossible)
    }

    /// The same without some choices, those that require one of them, and what can then no longer matter.
    pub fn closing(mut self, choices: BTreeSet<Choice>) -> Self {
        let impossible = spread(choices, &self.pairs);
        for (issue, open) in (0..).map(IssueIndex).zip(&mut self.open) {
            open.retain(|&option| !impossible.contains(&Choice { issue, option }));
        }
        self.pairs.retain(|pair| match pair {
            Pair::Excludes(a, b) => !impossible.contains(a) && !impossible.contains(b),
            Pair::Requires(a, _) => !impossible.contains(a),
        });
        let open = &self.open;
        self.limits.retain_mut(|limit| {
            limit.weights.retain(|choice, _| !impossible.contains(choice));
            limit.by_issue(open).values().map(|range| range.heaviest).sum::<usize>() > limit.most
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

/// The same with the choices that require an impossible one.
fn spread(mut impossible: BTreeSet<Choice>, pairs: &[Pair]) -> BTreeSet<Choice> {
    let mut requiring: BTreeMap<Choice, Vec<Choice>> = BTreeMap::new();
    for pair in pairs {
        if let Pair::Requires(a, b) = pair {
            requiring.entry(*b).or_default().push(*a);
        }
    }
    let mut waiting: Vec<Choice> = impossible.iter().copied().collect();
    while let Some(choice) = waiting.pop() {
        let newly = requiring.remove(&choice).unwrap_or_default();
        waiting.extend(newly.into_iter().filter(|other| impossible.insert(*other)));
    }
    impossible
}
