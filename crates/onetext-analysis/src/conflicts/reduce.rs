//! Options that no answer needs: closed ones, those that nothing can stand with, and those in whose place another option
//! of the issue always does as well (substitutable; Freuder 1991). Which demands can stand together does not change when they
//! are left out, and what is tied falls apart into smaller parts.

use std::collections::{BTreeMap, BTreeSet};

use super::demand::{Dispute, Terms};
use crate::{Choice, Dependency, IssueIndex, OptionIndex, UtilityFunction};

/// Different options of an issue that are compared in pairs; above it only equal ones are joined.
const COMPARED_MAX: usize = 512;

/// For each issue the options that are left, in order.
pub(super) fn needed_options(dispute: &Dispute) -> Vec<Vec<OptionIndex>> {
    let mut reduction = Reduction::of(dispute);
    loop {
        reduction.close_what_cannot_stand();
        if !reduction.leave_out_the_substitutable() {
            return reduction.open;
        }
    }
}

/// For each issue the options that are not closed and that no single rule rules out, in order: every package keeps to them.
pub(super) fn standing_options(dispute: &Dispute) -> Vec<Vec<OptionIndex>> {
    let mut reduction = Reduction::of(dispute);
    reduction.close_what_cannot_stand();
    reduction.open
}

struct Reduction<'a> {
    dispute: &'a Dispute<'a>,
    open: Vec<Vec<OptionIndex>>,
    /// By choice, the dependencies that name it.
    naming: BTreeMap<Choice, Vec<usize>>,
    /// By issue, the demands for some of its options.
    asked: Vec<Vec<&'a [OptionIndex]>>,
    /// The utility functions in which somebody demands something.
    utilities: Vec<&'a UtilityFunction>,
}

/// What an option does for the demands and against the others.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Profile {
    meets: Vec<bool>,
    values: Vec<i64>,
    inside: Vec<bool>,
    limits: BTreeSet<Limit>,
    is_needed: bool,
}

/// What else cannot be chosen with an option.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Limit {
    Excludes(Choice),
    Requires(Choice),
    /// The dependency of that number counts it, for the so-manieth time.
    Counts(usize, usize),
}

impl<'a> Reduction<'a> {
    fn of(dispute: &'a Dispute<'a>) -> Self {
        let space = dispute.space();
        let mut naming: BTreeMap<Choice, Vec<usize>> = BTreeMap::new();
        for (at, dependency) in space.dependencies().iter().enumerate() {
            for choice in dependency.choices() {
                naming.entry(choice).or_default().push(at);
            }
        }
        naming.values_mut().for_each(Vec::dedup);
        let mut asked = vec![Vec::new(); space.issues().len()];
        let mut valued = BTreeSet::new();
        for demand in dispute.demands() {
            match &demand.terms {
                Terms::OneOf { issue, allowed } => asked[issue.at()].push(allowed.as_slice()),
                Terms::AtLeast(_) => {
                    valued.insert(demand.party);
                }
            }
        }
        let open = space.indices().map(|issue| space.open_options(issue).collect()).collect();
        let utilities = valued.into_iter().filter_map(|party| dispute.utility(party)).collect();
        Reduction { dispute, open, naming, asked, utilities }
    }

    fn is_open(&self, choice: Choice) -> bool {
        self.open[choice.issue.at()].binary_search(&choice.option).is_ok()
    }

    fn close(&mut self, choice: Choice) {
        if let Ok(at) = self.open[choice.issue.at()].binary_search(&choice.option) {
            self.open[choice.issue.at()].remove(at);
        }
    }

    fn close_all_but(&mut self, choice: Choice) {
        self.open[choice.issue.at()].retain(|option| *option == choice.option);
    }

    /// Closes options that a dependency leaves no room for, until there are none.
    fn close_what_cannot_stand(&mut self) {
        loop {
            let before: usize = self.open.iter().map(Vec::len).sum();
            for dependency in self.dispute.space().dependencies() {
                match dependency {
                    Dependency::Excludes(a, b) => self.keep_apart(*a, *b),
                    Dependency::Requires(a, b) => self.keep_with(*a, *b),
                    Dependency::AtMost { .. } => {}
                }
            }
            if self.open.iter().map(Vec::len).sum::<usize>() == before {
                return;
            }
        }
    }

    fn is_certain(&self, choice: Choice) -> bool {
        self.open[choice.issue.at()] == [choice.option]
    }

    fn keep_apart(&mut self, a: Choice, b: Choice) {
        if a == b || (a.issue != b.issue && self.is_certain(b)) {
            self.close(a);
        } else if a.issue != b.issue && self.is_certain(a) {
            self.close(b);
        }
    }

    fn keep_with(&mut self, a: Choice, b: Choice) {
        if a != b && (a.issue == b.issue || !self.is_open(b)) {
            self.close(a);
        } else if a != b && self.is_certain(a) {
            self.close_all_but(b);
        }
    }

    /// Leaves out options in whose place another one does as well; whether there were any.
    fn leave_out_the_substitutable(&mut self) -> bool {
        let mut is_changed = false;
        for issue in self.dispute.space().indices() {
            let kept = self.not_substitutable(issue);
            is_changed |= kept.len() < self.open[issue.at()].len();
            self.open[issue.at()] = kept;
        }
        is_changed
    }

    fn not_substitutable(&self, issue: IssueIndex) -> Vec<OptionIndex> {
        let mut different: BTreeMap<Profile, OptionIndex> = BTreeMap::new();
        let mut kept = Vec::new();
        for &option in &self.open[issue.at()] {
            let profile = self.profile(Choice { issue, option });
            if profile.is_needed || !different.contains_key(&profile) {
                kept.push((option, profile.clone()));
            }
            different.entry(profile).or_insert(option);
        }
        if kept.len() <= COMPARED_MAX {
            for at in (0..kept.len()).rev() {
                let (option, profile) = &kept[at];
                if kept.iter().any(|(other, better)| other != option && profile.gives_way_to(better)) {
                    kept.remove(at);
                }
            }
        }
        kept.into_iter().map(|(option, _)| option).collect()
    }

    fn profile(&self, choice: Choice) -> Profile {
        let terms = self.utilities.iter().flat_map(|utility| &utility.terms);
        let about = terms.flat_map(|term| &term.within).filter(|(issue, _)| *issue == choice.issue);
        let named = self.naming.get(&choice).map_or(&[][..], Vec::as_slice);
        let dependencies = self.dispute.space().dependencies();
        Profile {
            meets: self.asked[choice.issue.at()]
                .iter()
                .map(|allowed| allowed.contains(&choice.option))
                .collect(),
            values: self.utilities.iter().map(|utility| utility.value(choice).0).collect(),
            inside: about.map(|(_, options)| options.binary_search(&choice.option).is_ok()).collect(),
            limits: named.iter().flat_map(|&at| self.limits(choice, at)).collect(),
            is_needed: named.iter().any(|&at| match &dependencies[at] {
                Dependency::Requires(a, b) => *b == choice && a != b && self.is_open(*a),
                _ => false,
            }),
        }
    }

    /// What one dependency forbids beside a choice.
    fn limits(&self, choice: Choice, at: usize) -> Vec<Limit> {
        match &self.dispute.space().dependencies()[at] {
            Dependency::Excludes(a, b) => {
                let others = [(a, b), (b, a)].into_iter().filter(|(one, other)| {
                    **one == choice && one.issue != other.issue && self.is_open(**other)
                });
                others.map(|(_, other)| Limit::Excludes(*other)).collect()
            }
            Dependency::Requires(a, b) if *a == choice && a != b => vec![Limit::Requires(*b)],
            Dependency::Requires(..) => Vec::new(),
            Dependency::AtMost { of, .. } => {
                let times = of.iter().filter(|one| **one == choice).count();
                (0..times).map(|time| Limit::Counts(at, time)).collect()
            }
        }
    }
}

impl Profile {
    /// Whether the other does at least as well wherever this one stands.
    fn gives_way_to(&self, other: &Profile) -> bool {
        !self.is_needed
            && self.meets.iter().zip(&other.meets).all(|(mine, theirs)| mine <= theirs)
            && self.values.iter().zip(&other.values).all(|(mine, theirs)| mine <= theirs)
            && self.inside == other.inside
            && other.limits.is_subset(&self.limits)
    }
}
