//! Whether groups of demands of one part can stand together, and if not, which of them cannot.

use super::encode::{self, Chosen};
use super::members::Members;
use super::part::{Local, Part, Sum, Want};
use super::solver::{Answer, Literal, Solver};
use crate::{Budget, Stopped};

/// A part, made ready for many questions.
#[derive(Clone, Debug)]
pub(super) struct Oracle {
    solver: Solver,
    chosen: Chosen,
    /// By group, the literal that asks for it; in order.
    selectors: Vec<Literal>,
}

/// What comes of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// They stand together; an option for each issue of the part.
    Stands(Vec<usize>),
    /// They do not; some of them that do not either.
    Falls(Members),
}

impl Oracle {
    pub fn new(part: &Part) -> Self {
        let mut solver = Solver::default();
        let options = part.options.iter().enumerate();
        let chosen: Chosen =
            options.map(|(issue, options)| (issue, solver.exactly_one(options.len()))).collect();
        let selectors: Vec<Literal> =
            part.groups.iter().map(|_| Literal::holds(solver.variable(false, false))).collect();
        for tie in &part.ties {
            encode::tie(&mut solver, &chosen, tie);
        }
        for (want, selector) in part.wants.iter().zip(&selectors) {
            encode::want(&mut solver, &chosen, want, Some(*selector));
        }
        Oracle { solver, chosen, selectors }
    }

    /// Whether these groups can stand together.
    pub fn ask(&mut self, groups: &Members, budget: &Budget) -> Result<Verdict, Stopped> {
        self.ask_with(groups, &[], budget)
    }

    /// Whether these groups can stand together where the package has these options, too. What falls names groups only.
    pub fn ask_with(
        &mut self,
        groups: &Members,
        with: &[Local],
        budget: &Budget,
    ) -> Result<Verdict, Stopped> {
        let fixed = with.iter().map(|local| encode::literal(&self.chosen, *local));
        let assumed: Vec<Literal> = fixed.chain(groups.iter().map(|group| self.selectors[group])).collect();
        Ok(match self.solver.solve(&assumed, budget)? {
            Answer::Stands(values) => Verdict::Stands(self.picks(&values)),
            Answer::Falls(literals) => {
                let named = literals.iter().filter_map(|literal| self.selectors.binary_search(literal).ok());
                Verdict::Falls(Members::of(self.selectors.len(), named))
            }
        })
    }

    /// The most that a sum can reach while these groups are met; none if they cannot be.
    pub fn most(&mut self, sum: &Sum, groups: &Members, budget: &Budget) -> Result<Option<i128>, Stopped> {
        let Verdict::Stands(picks) = self.ask(groups, budget)? else { return Ok(None) };
        let (mut reached, mut limit) = (sum.value(&picks), sum.limit());
        while reached < limit {
            let tried = reached + (limit - reached + 1) / 2;
            let selector = Literal::holds(self.solver.variable(false, false));
            let want = Want::AtLeast(Sum { least: tried, ..sum.clone() });
            encode::want(&mut self.solver, &self.chosen, &want, Some(selector));
            let mut assumed: Vec<Literal> = groups.iter().map(|group| self.selectors[group]).collect();
            assumed.push(selector);
            match self.solver.solve(&assumed, budget)? {
                Answer::Stands(values) => reached = sum.value(&self.picks(&values)),
                Answer::Falls(_) => limit = tried - 1,
            }
        }
        Ok(Some(reached))
    }

    fn picks(&self, values: &[bool]) -> Vec<usize> {
        let pick = |options: &Vec<usize>| options.iter().position(|&variable| values[variable]).unwrap_or(0);
        self.chosen.values().map(pick).collect()
    }
}
