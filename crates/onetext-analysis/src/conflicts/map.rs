//! Which sets of groups are still unexplored: those that hold no known conflict and meet every known correction (MARCO's map;
//! Liffiton, Previti, Malik & Marques-Silva 2016). It names largest ones first.

use super::members::Members;
use super::solver::{Answer, Literal, Solver};
use crate::{Budget, Stopped};

/// What is known, and what it leaves open.
#[derive(Clone, Debug)]
pub(super) struct Map {
    solver: Solver,
    groups: usize,
    conflicts: Vec<Members>,
    /// By group, the conflicts that it is in.
    within: Vec<Vec<usize>>,
}

impl Map {
    pub fn new(groups: usize) -> Self {
        let mut solver = Solver::default();
        for _ in 0..groups {
            solver.variable(true, true);
        }
        Map { solver, groups, conflicts: Vec::new(), within: vec![Vec::new(); groups] }
    }

    /// The groups of a conflict are not asked for together again.
    pub fn conflict(&mut self, conflict: Members) {
        self.solver.clause(conflict.iter().map(|group| !Literal::holds(group)).collect());
        for group in conflict.iter() {
            self.within[group].push(self.conflicts.len());
        }
        self.conflicts.push(conflict);
    }

    /// Something of a correction is asked for from now on.
    pub fn correction(&mut self, correction: &Members) {
        self.solver.clause(correction.iter().map(Literal::holds).collect());
    }

    pub fn conflicts(&self) -> &[Members] {
        &self.conflicts
    }

    /// An unexplored set to which no group can be added without a known conflict; none once all is explored.
    pub fn unexplored(&mut self, budget: &Budget) -> Result<Option<Members>, Stopped> {
        self.solver.prefer_all();
        Ok(match self.solver.solve(&[], budget)? {
            Answer::Falls(_) => None,
            Answer::Stands(values) => {
                let seed = Members::of(self.groups, (0..self.groups).filter(|&group| values[group]));
                Some(self.extended(seed, 0..self.groups))
            }
        })
    }

    /// A set, extended by groups in this order as far as no known conflict lies within it.
    pub fn extended(&self, mut set: Members, order: impl IntoIterator<Item = usize>) -> Members {
        let mut missing: Vec<usize> =
            self.conflicts.iter().map(|conflict| conflict.count() - conflict.shared(&set)).collect();
        for group in order {
            let would_close = self.within[group].iter().any(|&conflict| missing[conflict] == 1);
            if !set.has(group) && !would_close {
                set.insert(group);
                for &conflict in &self.within[group] {
                    missing[conflict] -= 1;
                }
            }
        }
        set
    }
}
