//! The issues in components that nothing ties to each other: no dependency, and no term of any party.

use std::collections::BTreeSet;

use crate::{Dependency, IssueIndex, OptionIndex, Scenario, Term, Utility};

/// Issues that are tied to each other, and what ties them.
pub(super) struct Component<'a> {
    /// Its issues, in the order in which they are taken up.
    pub issues: Vec<IssueIndex>,
    /// What ties them.
    pub ties: Vec<Tie<'a>>,
}

/// What ties issues.
#[derive(Clone)]
pub(super) struct Tie<'a> {
    pub kind: TieKind<'a>,
    /// The issues that it is about.
    pub issues: BTreeSet<IssueIndex>,
}

/// A dependency, or a term of a party.
#[derive(Clone, Copy)]
pub(super) enum TieKind<'a> {
    Dependency(&'a Dependency),
    Term { party: usize, term: &'a Term },
}

impl TieKind<'_> {
    /// The value of a term and whose it is.
    pub fn worth(&self) -> Option<(usize, Utility)> {
        match self {
            TieKind::Dependency(_) => None,
            TieKind::Term { party, term } => Some((*party, term.value)),
        }
    }

    /// Whether a term's rectangle has room for that option; for any, where it does not speak of the issue.
    pub fn term_holds(term: &Term, issue: IssueIndex, option: OptionIndex) -> bool {
        term.within.iter().all(|(of, options)| *of != issue || options.binary_search(&option).is_ok())
    }
}

/// The components of a scenario, by their first issue. Ties of no issue are in none of them.
pub(super) fn components(scenario: &Scenario) -> Vec<Component<'_>> {
    let ties = ties(scenario);
    let issues = scenario.space.issues().len();
    let mut leader: Vec<usize> = (0..issues).collect();
    for tie in &ties {
        let mut members = tie.issues.iter().map(|issue| lead(&mut leader, issue.at())).collect::<Vec<_>>();
        members.sort_unstable();
        for member in &members {
            leader[*member] = members[0];
        }
    }
    let mut components: Vec<Component<'_>> = Vec::new();
    let mut of = vec![usize::MAX; issues];
    for issue in scenario.space.indices() {
        let lead = lead(&mut leader, issue.at());
        if of[lead] == usize::MAX {
            of[lead] = components.len();
            components.push(Component { issues: Vec::new(), ties: Vec::new() });
        }
        components[of[lead]].issues.push(issue);
    }
    for tie in ties {
        if let Some(first) = tie.issues.first() {
            let lead = lead(&mut leader, first.at());
            components[of[lead]].ties.push(tie);
        }
    }
    components.iter_mut().for_each(Component::order);
    components
}

/// What is added to every package: the terms that speak of no issue.
pub(super) fn constants<const K: usize>(scenario: &Scenario) -> [i64; K] {
    let mut constants = [0; K];
    for (party, sum) in scenario.parties.iter().zip(&mut constants) {
        let always = party.utility.terms.iter().filter(|term| term.within.is_empty());
        *sum = always.map(|term| term.value.0).sum();
    }
    constants
}

fn ties(scenario: &Scenario) -> Vec<Tie<'_>> {
    let dependencies = scenario.space.dependencies().iter().map(|dependency| Tie {
        issues: dependency.choices().iter().map(|choice| choice.issue).collect(),
        kind: TieKind::Dependency(dependency),
    });
    let terms = scenario.parties.iter().enumerate().flat_map(|(party, of)| {
        of.utility.terms.iter().map(move |term| Tie {
            issues: term.within.iter().map(|(issue, _)| *issue).collect(),
            kind: TieKind::Term { party, term },
        })
    });
    dependencies.chain(terms).filter(|tie| !tie.issues.is_empty()).collect()
}

fn lead(leader: &mut [usize], mut issue: usize) -> usize {
    while leader[issue] != issue {
        leader[issue] = leader[leader[issue]];
        issue = leader[issue];
    }
    issue
}

impl Component<'_> {
    /// Orders the issues so that few ties are open at a time: next comes the issue that leaves the fewest open, in the order
    /// of the space where several do.
    fn order(&mut self) {
        let mut left: BTreeSet<IssueIndex> = self.issues.iter().copied().collect();
        let mut ordered = Vec::with_capacity(left.len());
        let mut of: std::collections::BTreeMap<IssueIndex, Vec<usize>> = std::collections::BTreeMap::new();
        let mut to_come: Vec<usize> = self.ties.iter().map(|tie| tie.issues.len()).collect();
        for (number, tie) in self.ties.iter().enumerate() {
            for issue in &tie.issues {
                of.entry(*issue).or_default().push(number);
            }
        }
        let none = Vec::new();
        while !left.is_empty() {
            // A tie opens with its first issue and closes with its last.
            let opened = |issue: &IssueIndex| -> i64 {
                let ties = of.get(issue).unwrap_or(&none);
                ties.iter()
                    .map(|&tie| {
                        i64::from(to_come[tie] == self.ties[tie].issues.len()) - i64::from(to_come[tie] == 1)
                    })
                    .sum()
            };
            let Some(next) = left.iter().copied().min_by_key(|issue| (opened(issue), *issue)) else { break };
            of.get(&next).unwrap_or(&none).iter().for_each(|&tie| to_come[tie] -= 1);
            left.remove(&next);
            ordered.push(next);
        }
        self.issues = ordered;
    }
}
