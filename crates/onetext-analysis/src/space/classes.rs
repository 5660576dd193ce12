//! One component of a space, with the options of an issue that no dependency tells apart put into one class. A component of
//! forty issues with a hundred options each then has a handful of classes an issue.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::components::connected;
use super::rules::{Limit, Pair, Rules};
use super::{Choice, IssueIndex, OptionIndex};

/// A component: issues are meant by their place in it.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Its issues.
    pub issues: Vec<IssueIndex>,
    /// By issue, its classes, and the options of each.
    pub classes: Vec<Vec<Vec<OptionIndex>>>,
    /// What ties two classes of different issues.
    pub ties: Vec<Tie>,
    /// What limits many.
    pub ceilings: Vec<Ceiling>,
}

/// A class of options of an issue of a component.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    /// The issue.
    pub issue: usize,
    /// The class.
    pub class: usize,
}

/// A tie between two classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tie {
    /// They cannot stand together.
    Excludes(Spot, Spot),
    /// The first cannot stand without the second.
    Requires(Spot, Spot),
}

/// An at-most, by classes.
#[derive(Clone, Debug)]
pub(super) struct Ceiling {
    /// By issue that it weighs, the weight of each class.
    pub weights: BTreeMap<usize, Vec<usize>>,
    /// The most that a package may weigh.
    pub most: usize,
}

/// What tells options of one issue apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Excludes(Choice),
    Requires(Choice),
    /// Something requires this very option, which no other can stand in for.
    Needed(OptionIndex),
    Weighs(usize, usize),
}

impl Rules {
    /// The components, in the order of their first issues.
    pub(super) fn parts(&self) -> Vec<Part> {
        let pairs = self.pairs.iter().map(|pair| vec![pair.ends().0.issue, pair.ends().1.issue]);
        let components = connected(self.open.len(), pairs.chain(self.limits.iter().map(Limit::issues)));
        let places = Places::of(self.open.len(), &components);
        let (class_of, classes) = self.classes();
        let spot = |choice: Choice| Spot { issue: places.place(choice), class: class_of[&choice] };
        let part = |issues: Vec<IssueIndex>| {
            let classes = issues.iter().map(|issue| classes[issue.at()].clone()).collect();
            Part { issues, classes, ties: Vec::new(), ceilings: Vec::new() }
        };
        let mut parts: Vec<Part> = components.into_iter().map(part).collect();
        for pair in &self.pairs {
            let (a, b) = pair.ends();
            let tie = match pair {
                Pair::Excludes(..) => Tie::Excludes(spot(a), spot(b)),
                Pair::Requires(..) => Tie::Requires(spot(a), spot(b)),
            };
            parts[places.part(a)].ties.push(tie);
        }
        for limit in &self.limits {
            let Some(first) = limit.weights.keys().next() else { continue };
            let part = &mut parts[places.part(*first)];
            let ceiling = part.ceiling(limit, spot);
            part.ceilings.push(ceiling);
        }
        for part in &mut parts {
            part.ties.sort_unstable();
            part.ties.dedup();
        }
        parts
    }

    /// The class of each choice that a rule names, and the classes of every issue: the largest first, because a draw looks at
    /// them one by one.
    fn classes(&self) -> (BTreeMap<Choice, usize>, Vec<Vec<Vec<OptionIndex>>>) {
        let marks = self.marks();
        let mut class_of = BTreeMap::new();
        let mut classes = Vec::new();
        for (issue, open) in (0..).map(IssueIndex).zip(&self.open) {
            let mut members: BTreeMap<&[Mark], Vec<OptionIndex>> = BTreeMap::new();
            for &option in open {
                let told_apart_by = marks.get(&Choice { issue, option }).map_or(&[][..], Vec::as_slice);
                members.entry(told_apart_by).or_default().push(option);
            }
            let mut members: Vec<Vec<OptionIndex>> = members.into_values().collect();
            members.sort_by_key(|options| (Reverse(options.len()), options[0]));
            for (class, options) in members.iter().enumerate() {
                let choices = options.iter().map(|&option| Choice { issue, option });
                class_of.extend(
                    choices.filter(|choice| marks.contains_key(choice)).map(|choice| (choice, class)),
                );
            }
            classes.push(members);
        }
        (class_of, classes)
    }

    fn marks(&self) -> BTreeMap<Choice, Vec<Mark>> {
        let mut marks: BTreeMap<Choice, Vec<Mark>> = BTreeMap::new();
        let mut mark = |choice: Choice, mark: Mark| marks.entry(choice).or_default().push(mark);
        for pair in &self.pairs {
            match *pair {
                Pair::Excludes(a, b) => {
                    mark(a, Mark::Excludes(b));
                    mark(b, Mark::Excludes(a));
                }
                Pair::Requires(a, b) => {
                    mark(a, Mark::Requires(b));
                    mark(b, Mark::Needed(b.option));
                }
            }
        }
        for (place, limit) in self.limits.iter().enumerate() {
            for (choice, weight) in &limit.weights {
                mark(*choice, Mark::Weighs(place, *weight));
            }
        }
        for marks in marks.values_mut() {
            marks.sort_unstable();
            marks.dedup();
        }
        marks
    }
}

impl Part {
    fn ceiling(&self, limit: &Limit, spot: impl Fn(Choice) -> Spot) -> Ceiling {
        let mut weights = BTreeMap::new();
        for (choice, weight) in &limit.weights {
            let Spot { issue, class } = spot(*choice);
            weights.entry(issue).or_insert_with(|| vec![0; self.classes[issue].len()])[class] = *weight;
        }
        Ceiling { weights, most: limit.most }
    }
}

/// By issue, its component and its place there.
struct Places(Vec<(usize, usize)>);

impl Places {
    fn of(issues: usize, components: &[Vec<IssueIndex>]) -> Self {
        let mut places = vec![(0, 0); issues];
        for (part, component) in components.iter().enumerate() {
            for (place, issue) in component.iter().enumerate() {
                places[issue.at()] = (part, place);
            }
        }
        Places(places)
    }

    fn part(&self, choice: Choice) -> usize {
        self.0[choice.issue.at()].0
    }

    fn place(&self, choice: Choice) -> usize {
        self.0[choice.issue.at()].1
    }
}
