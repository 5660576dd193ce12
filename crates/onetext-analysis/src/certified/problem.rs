//! A scenario in flat arrays: choices that are open, what each is worth to each party, and what ties them.

use super::rows::{Row, rows};
use crate::space::{Limit, Pair, Rules};
use crate::{Choice, Error, OptionIndex, Package, Scenario, Utility};

/// Cells of all tables together (open options times parties): half a gigabyte of exact and guiding numbers.
pub const CELLS_MAX: usize = 1 << 24;

/// One option of one issue, by its place among all open options of all issues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Open(pub usize);

/// What is solved: parties, issues, open choices and their ties. `P` parties, `C` open choices.
#[derive(Debug)]
pub(super) struct Problem {
    /// How many parties.
    pub parties: usize,
    /// By issue its first open choice, and one more entry with the number of all.
    pub starts: Vec<usize>,
    /// By choice, its issue.
    pub issue_of: Vec<usize>,
    /// By choice, its option in the space.
    options: Vec<OptionIndex>,
    /// What a choice is worth to a party, `values[choice * P + party]`.
    pub values: Vec<i64>,
    /// By party, what it has without a deal.
    pub reservations: Vec<i64>,
    /// By choice, what ties it.
    pub ties: Vec<Tie>,
    /// At most so much weight together.
    pub limits: Vec<Load>,
    /// The ties as inequalities between shares of choices.
    pub rows: Vec<Row>,
}

/// What ties one choice to choices of other issues.
#[derive(Clone, Debug, Default)]
pub(super) struct Tie {
    /// It cannot stand without these.
    pub requires: Vec<Open>,
    /// These cannot stand without it.
    pub required_by: Vec<Open>,
    /// It cannot stand beside these.
    pub excludes: Vec<Open>,
    /// The limits in which it weighs something, and how much.
    pub limits: Vec<(usize, u64)>,
    /// It requires what is not open.
    pub impossible: bool,
}

/// At most so much weight together.
#[derive(Clone, Debug)]
pub(super) struct Load {
    /// The choices that weigh something, issue by issue.
    pub weights: Vec<(Open, u64)>,
    /// The most that a package may weigh.
    pub most: u64,
}

impl Problem {
    /// The problem of a scenario with additive utilities and a stated reservation for every party.
    pub fn of(scenario: &Scenario) -> Result<Self, Error> {
        scenario.check()?;
        for party in &scenario.parties {
            if !party.utility.terms.is_empty() {
                return Err(Error::NotAdditive(party.name.clone()));
            }
        }
        let rules = Rules::of(&scenario.space);
        let stated = |party: &crate::Party| {
            party.reservation.map(|own| own.0).ok_or_else(|| Error::NoReservation(party.name.clone()))
        };
        let mut problem = Problem {
            parties: scenario.parties.len(),
            starts: vec![0],
            issue_of: Vec::new(),
            options: Vec::new(),
            values: Vec::new(),
            reservations: scenario.parties.iter().map(stated).collect::<Result<_, _>>()?,
            ties: Vec::new(),
            limits: Vec::new(),
            rows: Vec::new(),
        };
        problem.set_choices(scenario, &rules)?;
        problem.set_ties(&rules);
        problem.rows = rows(&problem);
        Ok(problem)
    }

    /// How many issues.
    pub fn issues(&self) -> usize {
        self.starts.len() - 1
    }

    /// How many open choices.
    pub fn choices(&self) -> usize {
        self.issue_of.len()
    }

    /// The open choices of an issue.
    pub fn of_issue(&self, issue: usize) -> std::ops::Range<usize> {
        self.starts[issue]..self.starts[issue + 1]
    }

    /// What a choice is worth to each party.
    pub fn worth(&self, choice: usize) -> &[i64] {
        &self.values[choice * self.parties..][..self.parties]
    }

    /// What each party gains over its reservation; a package is one open choice for each issue.
    pub fn gains(&self, chosen: &[Open]) -> Vec<i64> {
        let mut gains: Vec<i64> = self.reservations.iter().map(|own| -own).collect();
        for choice in chosen {
            gains.iter_mut().zip(self.worth(choice.0)).for_each(|(gain, worth)| *gain += worth);
        }
        gains
    }

    /// The package and its utilities.
    pub fn package(&self, chosen: &[Open]) -> (Package, Vec<Utility>) {
        let gains = self.gains(chosen);
        let utilities = gains.iter().zip(&self.reservations).map(|(gain, own)| Utility(gain + own)).collect();
        (Package(chosen.iter().map(|choice| self.options[choice.0]).collect()), utilities)
    }

    fn set_choices(&mut self, scenario: &Scenario, rules: &Rules) -> Result<(), Error> {
        let cells = rules.open.iter().map(Vec::len).sum::<usize>() * self.parties;
        if cells > CELLS_MAX {
            return Err(Error::TooMany { what: "values of options", found: cells, limit: CELLS_MAX });
        }
        for (issue, open) in rules.open.iter().enumerate() {
            for option in open {
                self.issue_of.push(issue);
                self.options.push(*option);
                let tables = scenario.parties.iter().map(|party| &party.utility.table);
                self.values.extend(tables.map(|table| table[issue][option.at()].0));
            }
            self.starts.push(self.options.len());
        }
        Ok(())
    }

    fn set_ties(&mut self, rules: &Rules) {
        self.ties = vec![Tie::default(); self.choices()];
        for pair in &rules.pairs {
            match *pair {
                Pair::Excludes(a, b) => {
                    if let (Some(a), Some(b)) = (self.place(a), self.place(b)) {
                        self.ties[a.0].excludes.push(b);
                        self.ties[b.0].excludes.push(a);
                    }
                }
                Pair::Requires(a, b) => match (self.place(a), self.place(b)) {
                    (Some(a), Some(b)) => {
                        self.ties[a.0].requires.push(b);
                        self.ties[b.0].required_by.push(a);
                    }
                    (Some(a), None) => self.ties[a.0].impossible = true,
                    (None, _) => {}
                },
            }
        }
        for limit in &rules.limits {
            self.set_limit(limit);
        }
    }

    fn set_limit(&mut self, limit: &Limit) {
        let weigh = |(choice, weight): (&Choice, &usize)| Some((self.place(*choice)?, *weight as u64));
        let weights: Vec<(Open, u64)> = limit.weights.iter().filter_map(weigh).collect();
        let number = self.limits.len();
        for (choice, weight) in &weights {
            self.ties[choice.0].limits.push((number, *weight));
        }
        self.limits.push(Load { weights, most: limit.most as u64 });
    }

    fn place(&self, choice: Choice) -> Option<Open> {
        let of_issue = self.of_issue(choice.issue.at());
        self.options[of_issue.clone()].binary_search(&choice.option).ok().map(|at| Open(of_issue.start + at))
    }
}
