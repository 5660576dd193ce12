//! A small satisfiability solver with learned clauses, made for what demands need: groups of which exactly one holds, linear
//! sums with a floor, questions under assumptions, and the assumptions that a refusal rests on.
//!
//! The search is conflict-driven clause learning: Marques-Silva & Sakallah, "GRASP" (1999); watched literals, activities and
//! assumptions as in Een & Sorensson, "An extensible SAT-solver" (2003). Linear sums explain themselves by clauses made when
//! they are needed (lazy clause generation; Ohrimenko, Stuckey & Codish 2009). It decides by integers and fixed orders only,
//! so that the same question, asked after the same questions, gets the same answer everywhere.

mod clauses;
mod learn;
mod linear;
mod order;
#[cfg(test)]
mod tests;
mod trail;

use crate::{Budget, Stopped};

use clauses::Clauses;
pub(super) use linear::Linear;
use order::Order;
pub(super) use trail::Literal;
use trail::{Reason, Trail};

/// Conflicts before the first restart; the following ones come after this times Luby's sequence.
const RESTART_CONFLICTS: u64 = 64;
/// Steps that are done before they are told to the budget.
const STEPS_BATCH: u64 = 4_096;

/// The answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::conflicts) enum Answer {
    /// It can hold; the value of every variable.
    Stands(Vec<bool>),
    /// It cannot; assumptions that cannot hold together. None of them: nothing could hold anyway.
    Falls(Vec<Literal>),
}

/// Variables, what ties them, and what has been learned about them.
#[derive(Clone, Debug, Default)]
pub(in crate::conflicts) struct Solver {
    trail: Trail,
    clauses: Clauses,
    groups: Vec<Vec<usize>>,
    group_of: Vec<Option<usize>>,
    linears: Vec<Linear>,
    order: Order,
    phases: Vec<bool>,
    is_decided: Vec<bool>,
    is_marked: Vec<bool>,
    is_refuted: bool,
    steps: u64,
}

impl Solver {
    /// A new variable. `phase` is tried first; one that is not `decided` is only ever set by assumption or consequence, and
    /// may stand in no clause positively.
    pub fn variable(&mut self, phase: bool, decided: bool) -> usize {
        let variable = self.phases.len();
        self.trail.grow();
        self.clauses.grow();
        self.group_of.push(None);
        self.phases.push(phase);
        self.is_decided.push(decided);
        self.is_marked.push(false);
        self.order.grow();
        if decided {
            self.order.insert(variable);
        }
        variable
    }

    /// New variables of which exactly one holds.
    pub fn exactly_one(&mut self, count: usize) -> Vec<usize> {
        let variables: Vec<usize> = (0..count).map(|_| self.variable(true, true)).collect();
        for &variable in &variables {
            self.group_of[variable] = Some(self.groups.len());
        }
        self.groups.push(variables.clone());
        self.clause(variables.iter().map(|&variable| Literal::holds(variable)).collect());
        variables
    }

    /// At least one of these holds.
    pub fn clause(&mut self, mut literals: Vec<Literal>) {
        literals.sort_unstable();
        literals.dedup();
        let is_always = literals.windows(2).any(|pair| pair[0] == !pair[1]);
        if is_always || literals.iter().any(|&literal| self.trail.value(literal) == Some(true)) {
            return;
        }
        literals.retain(|&literal| self.trail.value(literal).is_none());
        match literals[..] {
            [] => self.is_refuted = true,
            [only] => self.trail.assign(only, Reason::Chosen),
            _ => {
                self.clauses.add(literals, None);
            }
        }
    }

    /// The sum stays at or above its floor.
    pub fn linear(&mut self, linear: Linear) {
        self.linears.push(linear);
    }

    /// Every variable is tried as true first.
    pub fn prefer_all(&mut self) {
        self.phases.fill(true);
    }

    /// Whether everything can hold under these assumptions.
    pub fn solve(&mut self, assumptions: &[Literal], budget: &Budget) -> Result<Answer, Stopped> {
        self.steps += 1;
        let answer = self.search(assumptions, budget);
        self.undo_to(0);
        budget.spend(std::mem::take(&mut self.steps))?;
        answer
    }

    fn search(&mut self, assumptions: &[Literal], budget: &Budget) -> Result<Answer, Stopped> {
        let (mut restarts, mut conflicts) = (0, 0);
        while !self.is_refuted {
            if self.steps >= STEPS_BATCH {
                budget.spend(std::mem::take(&mut self.steps))?;
            }
            if let Some(conflict) = self.propagate() {
                conflicts += 1;
                self.resolve(conflict);
            } else if conflicts >= RESTART_CONFLICTS * luby(restarts) {
                (restarts, conflicts) = (restarts + 1, 0);
                self.undo_to(assumptions.len());
                self.clauses.forget_some(&self.trail);
            } else if let Some(&assumption) = assumptions.get(self.trail.level()) {
                if self.trail.value(assumption) == Some(false) {
                    return Ok(Answer::Falls(self.assumptions_behind(assumption)));
                }
                self.trail.open_level();
                if self.trail.value(assumption).is_none() {
                    self.trail.assign(assumption, Reason::Chosen);
                }
            } else if !self.decide() {
                return Ok(Answer::Stands(self.trail.values()));
            }
        }
        Ok(Answer::Falls(Vec::new()))
    }

    /// Sets one more variable; false if none is left.
    fn decide(&mut self) -> bool {
        while let Some(variable) = self.order.pop() {
            let literal = Literal::new(variable, self.phases[variable]);
            if self.trail.value(literal).is_none() {
                self.trail.open_level();
                self.trail.assign(literal, Reason::Chosen);
                return true;
            }
        }
        false
    }

    fn undo_to(&mut self, level: usize) {
        for literal in self.trail.undo_to(level) {
            self.phases[literal.variable()] = literal.is_positive();
            if self.is_decided[literal.variable()] {
                self.order.insert(literal.variable());
            }
        }
    }

    /// Draws every consequence; the literals of a violated clause, all false, if there is one.
    fn propagate(&mut self) -> Option<Vec<Literal>> {
        loop {
            while let Some(literal) = self.trail.next() {
                self.steps += 1;
                let conflict =
                    self.others_fall(literal).or_else(|| self.clauses.propagate(&mut self.trail, !literal));
                if conflict.is_some() {
                    return conflict;
                }
            }
            let before = self.trail.count();
            for at in 0..self.linears.len() {
                if let Some(conflict) = self.propagate_linear(at) {
                    return Some(conflict);
                }
            }
            if self.trail.count() == before {
                return None;
            }
        }
    }

    /// Of a group, all but the one that holds fall.
    fn others_fall(&mut self, holds: Literal) -> Option<Vec<Literal>> {
        let group = self.group_of[holds.variable()].filter(|_| holds.is_positive())?;
        for &variable in &self.groups[group] {
            let other = Literal::holds(variable);
            match self.trail.value(other) {
                None => self.trail.assign(!other, Reason::Literal(holds)),
                Some(true) if other != holds => return Some(vec![!other, !holds]),
                Some(_) => {}
            }
        }
        None
    }
}

/// Luby's sequence from its start: 1, 1, 2, 1, 1, 2, 4, ... (Luby, Sinclair & Zuckerman 1993).
fn luby(at: u64) -> u64 {
    let mut left = at + 1;
    loop {
        let whole = (left + 1).next_power_of_two();
        if whole == left + 1 {
            return whole / 2;
        }
        left -= whole / 2 - 1;
    }
}
