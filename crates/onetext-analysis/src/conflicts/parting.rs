//! The parts that a dispute falls into: issues that rules or demands tie together, and nothing ties to others. What cannot
//! stand together lies within one part.

use std::collections::BTreeMap;

use super::demand::{DemandIndex, Dispute, Terms};
use super::part::{Local, Part, Sum, Tie, Want};
use super::reduce::{needed_options, standing_options};
use crate::{Choice, Dependency, IssueIndex, OptionIndex, PartyIndex, Utility};

type SaidBy<'a> = (&'a Said, &'a Vec<DemandIndex>);

/// Demands that say the same belong together, whoever makes them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Said {
    OneOf(IssueIndex, Vec<OptionIndex>),
    AtLeast(PartyIndex, Utility),
}

/// All parts that have a rule or a demand that could fail, by their first issue; options that no answer needs left out.
pub(super) fn parts(dispute: &Dispute) -> Vec<Part> {
    Parting::of(dispute, needed_options(dispute)).parts()
}

/// The same with every option that a package may have.
pub(super) fn whole_parts(dispute: &Dispute) -> Vec<Part> {
    Parting::of(dispute, standing_options(dispute)).parts()
}

struct Parting<'a> {
    dispute: &'a Dispute<'a>,
    options: Vec<Vec<OptionIndex>>,
    /// What is said, by whom: only what could fail.
    said: BTreeMap<Said, Vec<DemandIndex>>,
    /// Dependencies that could fail, with the options that they still speak of.
    ties: Vec<(usize, Vec<Choice>)>,
    /// By issue, an issue of the same part.
    joined: Vec<usize>,
}

impl<'a> Parting<'a> {
    fn of(dispute: &'a Dispute<'a>, options: Vec<Vec<OptionIndex>>) -> Self {
        let joined = (0..options.len()).collect();
        let mut parting = Parting { dispute, options, said: BTreeMap::new(), ties: Vec::new(), joined };
        parting.said = parting.all_said();
        parting.ties = parting.all_ties();
        for (_, choices) in parting.ties.clone() {
            parting.join(choices.iter().map(|choice| choice.issue.at()));
        }
        let valued: Vec<PartyIndex> = parting.said.keys().filter_map(Said::party).collect();
        for party in valued {
            let touched = parting.touched(party);
            parting.join(touched.into_iter());
        }
        parting
    }

    fn all_said(&self) -> BTreeMap<Said, Vec<DemandIndex>> {
        let mut said: BTreeMap<Said, Vec<DemandIndex>> = BTreeMap::new();
        for index in self.dispute.indices() {
            let demand = self.dispute.demand(index);
            let what = match &demand.terms {
                Terms::OneOf { issue, allowed } => {
                    let left = &self.options[issue.at()];
                    let meeting: Vec<OptionIndex> =
                        left.iter().copied().filter(|option| allowed.contains(option)).collect();
                    if meeting.len() == left.len() && !left.is_empty() {
                        continue;
                    }
                    Said::OneOf(*issue, meeting)
                }
                Terms::AtLeast(least) => Said::AtLeast(demand.party, *least),
            };
            said.entry(what).or_default().push(index);
        }
        said
    }

    fn is_left(&self, choice: Choice) -> bool {
        self.options[choice.issue.at()].binary_search(&choice.option).is_ok()
    }

    fn all_ties(&self) -> Vec<(usize, Vec<Choice>)> {
        let dependencies = self.dispute.space().dependencies().iter().enumerate();
        dependencies
            .filter_map(|(at, dependency)| {
                let mut choices = dependency.choices();
                let could_fail = match dependency {
                    Dependency::Excludes(a, b) => a.issue != b.issue && self.is_left(*a) && self.is_left(*b),
                    Dependency::Requires(a, b) => {
                        a != b && self.is_left(*a) && self.options[b.issue.at()] != [b.option]
                    }
                    Dependency::AtMost { most, .. } => {
                        choices.retain(|choice| self.is_left(*choice));
                        choices.len() > *most
                    }
                };
                could_fail.then_some((at, choices))
            })
            .collect()
    }

    /// The issues on which a party's utility depends.
    fn touched(&self, party: PartyIndex) -> Vec<usize> {
        let Some(utility) = self.dispute.utility(party) else { return Vec::new() };
        let differs = |issue: &usize| {
            let mut values = self.options[*issue].iter().map(|option| utility.table[*issue][option.at()]);
            let first = values.next();
            values.any(|value| Some(value) != first)
        };
        let within = utility.terms.iter().flat_map(|term| &term.within).map(|(issue, _)| issue.at());
        (0..self.options.len()).filter(differs).chain(within).collect()
    }

    fn root(&self, mut issue: usize) -> usize {
        while self.joined[issue] != issue {
            issue = self.joined[issue];
        }
        issue
    }

    fn join(&mut self, issues: impl Iterator<Item = usize>) {
        let mut first = None;
        for issue in issues {
            let root = self.root(issue);
            self.joined[issue] = root;
            let with = *first.get_or_insert(root);
            let (low, high) = (root.min(with), root.max(with));
            self.joined[high] = low;
            first = Some(low);
        }
    }

    fn parts(self) -> Vec<Part> {
        let mut issues: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for issue in 0..self.options.len() {
            issues.entry(self.root(issue)).or_default().push(issue);
        }
        let mut said = self.said_by_root();
        let mut ties: BTreeMap<usize, Vec<&(usize, Vec<Choice>)>> = BTreeMap::new();
        for tie in &self.ties {
            let issue = tie.1.first().map_or(0, |choice| choice.issue.at());
            ties.entry(self.root(issue)).or_default().push(tie);
        }
        let mut parts = Vec::new();
        for (root, issues) in issues {
            let (said, ties) =
                (said.remove(&Some(root)).unwrap_or_default(), ties.remove(&root).unwrap_or_default());
            let is_empty = issues.iter().any(|&issue| self.options[issue].is_empty());
            if is_empty || !said.is_empty() || !ties.is_empty() {
                parts.push(self.part(&issues, said, &ties));
            }
        }
        let nowhere = said.remove(&None).unwrap_or_default();
        parts.extend(nowhere.into_iter().map(|said| self.part(&[], vec![said], &[])));
        parts
    }

    /// What is said, by the part that it is about; none for a utility that is the same for every package.
    fn said_by_root(&self) -> BTreeMap<Option<usize>, Vec<SaidBy<'_>>> {
        let mut by_root: BTreeMap<Option<usize>, Vec<SaidBy>> = BTreeMap::new();
        for (said, by) in &self.said {
            let issue = match said {
                Said::OneOf(issue, _) => Some(issue.at()),
                Said::AtLeast(party, _) => self.touched(*party).first().copied(),
            };
            by_root.entry(issue.map(|issue| self.root(issue))).or_default().push((said, by));
        }
        by_root
    }

    fn part(&self, issues: &[usize], mut said: Vec<SaidBy>, ties: &[&(usize, Vec<Choice>)]) -> Part {
        said.sort_by_key(|(_, by)| by.first().copied());
        let all: Vec<IssueIndex> = self.dispute.space().indices().collect();
        Part {
            issues: issues.iter().map(|&issue| all[issue]).collect(),
            options: issues.iter().map(|&issue| self.options[issue].clone()).collect(),
            groups: said.iter().map(|(_, by)| (*by).clone()).collect(),
            wants: said.iter().map(|(said, _)| self.want(issues, said)).collect(),
            ties: ties.iter().map(|(at, choices)| self.tie(*at, choices, issues)).collect(),
        }
    }

    /// A choice in the numbers of the part with these issues.
    fn local(&self, issues: &[usize], choice: Choice) -> Local {
        let options = &self.options[choice.issue.at()];
        let issue = issues.binary_search(&choice.issue.at()).unwrap_or(0);
        (issue, options.binary_search(&choice.option).unwrap_or(0))
    }

    fn want(&self, issues: &[usize], said: &Said) -> Want {
        match said {
            Said::OneOf(issue, meeting) => {
                let local = |&option: &OptionIndex| self.local(issues, Choice { issue: *issue, option });
                Want::OneOf {
                    issue: issues.binary_search(&issue.at()).unwrap_or(0),
                    allowed: meeting.iter().map(|option| local(option).1).collect(),
                }
            }
            Said::AtLeast(party, least) => Want::AtLeast(self.sum(issues, *party, *least)),
        }
    }

    /// What a party's utility adds up from within the part; what the rest adds is the same in every package, and taken off.
    fn sum(&self, issues: &[usize], party: PartyIndex, least: Utility) -> Sum {
        let mut sum = Sum { rows: Vec::new(), terms: Vec::new(), least: i128::from(least.0) };
        let Some(utility) = self.dispute.utility(party) else { return sum };
        for (issue, options) in self.options.iter().enumerate() {
            let mut row = options.iter().map(|option| utility.table[issue][option.at()].0);
            if issues.binary_search(&issue).is_ok() {
                sum.rows.push(row.collect());
            } else {
                sum.least -= i128::from(row.next().unwrap_or(0));
            }
        }
        for term in &utility.terms {
            if term.within.is_empty() {
                sum.least -= i128::from(term.value.0);
                continue;
            }
            let within = term.within.iter().map(|(issue, options)| {
                let choices = options.iter().map(|&option| Choice { issue: *issue, option });
                let left = choices.filter(|choice| self.is_left(*choice));
                let mut options: Vec<usize> = left.map(|choice| self.local(issues, choice).1).collect();
                options.dedup();
                (issues.binary_search(&issue.at()).unwrap_or(0), options)
            });
            sum.terms.push((within.collect(), term.value.0));
        }
        sum
    }

    fn tie(&self, at: usize, choices: &[Choice], issues: &[usize]) -> Tie {
        let local = |choice: Choice| self.local(issues, choice);
        match &self.dispute.space().dependencies()[at] {
            Dependency::Excludes(a, b) => Tie::Excludes(local(*a), local(*b)),
            Dependency::Requires(a, b) => Tie::Requires(local(*a), local(*b)),
            Dependency::AtMost { most, .. } => {
                let mut times: BTreeMap<Local, usize> = BTreeMap::new();
                for &choice in choices {
                    *times.entry(local(choice)).or_default() += 1;
                }
                Tie::AtMost { of: times.into_iter().collect(), most: *most }
            }
        }
    }
}

impl Said {
    fn party(&self) -> Option<PartyIndex> {
        match self {
            Said::OneOf(..) => None,
            Said::AtLeast(party, _) => Some(*party),
        }
    }
}
