//! What a conflict teaches: the clause at the first point that all of it passes through, and the assumptions behind a refusal.

use super::Solver;
use super::trail::{Literal, Reason};

impl Solver {
    /// Learns from a violated clause and goes back to where what was learned first says something.
    pub(super) fn resolve(&mut self, conflict: Vec<Literal>) {
        let top = conflict.iter().map(|&literal| self.trail.level_of(literal)).max().unwrap_or(0);
        if top == 0 {
            self.is_refuted = true;
            return;
        }
        self.undo_to(top);
        let mut learned = self.cause(conflict);
        self.shorten(&mut learned);
        self.order.age();
        let back = self.second_highest_first(&mut learned);
        self.undo_to(back);
        let literal = learned[0];
        let reason = self.learned(learned);
        self.trail.assign(literal, reason);
    }

    /// Keeps a learned clause whose first literal it sets; the reason to give for that.
    pub(super) fn learned(&mut self, mut literals: Vec<Literal>) -> Reason {
        self.second_highest_first(&mut literals);
        let mut levels: Vec<usize> =
            literals[1..].iter().map(|&literal| self.trail.level_of(literal)).collect();
        levels.sort_unstable();
        levels.dedup();
        Reason::Clause(self.clauses.add(literals, Some(levels.len() + 1)))
    }

    /// Puts the literal of the highest level after the first in second place; that level.
    fn second_highest_first(&self, literals: &mut [Literal]) -> usize {
        let level = |at: usize| self.trail.level_of(literals[at]);
        let Some(highest) = (1..literals.len()).max_by_key(|&at| level(at)) else { return 0 };
        let found = level(highest);
        literals.swap(1, highest);
        found
    }

    /// Resolves backwards until one literal of the present level is left; its opposite comes first.
    fn cause(&mut self, conflict: Vec<Literal>) -> Vec<Literal> {
        let (mut learned, mut open) = (Vec::new(), 0);
        let mut literals = conflict;
        let mut walk = self.trail.of_this_level().into_iter().rev();
        loop {
            for literal in literals {
                let (variable, level) = (literal.variable(), self.trail.level_of(literal));
                if level == 0 || self.is_marked[variable] {
                    continue;
                }
                self.is_marked[variable] = true;
                self.order.bump(variable);
                if level == self.trail.level() {
                    open += 1;
                } else {
                    learned.push(literal);
                }
            }
            let Some(pivot) = walk.find(|literal| self.is_marked[literal.variable()]) else { break };
            self.is_marked[pivot.variable()] = false;
            open -= 1;
            if open == 0 {
                learned.insert(0, !pivot);
                break;
            }
            literals = self.why(pivot);
        }
        learned
    }

    /// Leaves out literals that follow from others of the clause, and takes the marks away.
    fn shorten(&mut self, learned: &mut Vec<Literal>) {
        let all = learned.clone();
        let follows = |literal: Literal| {
            let is_known =
                |other: &Literal| self.trail.level_of(*other) == 0 || self.is_marked[other.variable()];
            self.trail.reason_of(literal) != Reason::Chosen && self.why(!literal).iter().all(is_known)
        };
        let mut place = 0;
        learned.retain(|&literal| {
            place += 1;
            place == 1 || !follows(literal)
        });
        for literal in all {
            self.is_marked[literal.variable()] = false;
        }
    }

    /// The false literals that a literal was set because of.
    fn why(&self, set: Literal) -> Vec<Literal> {
        match self.trail.reason_of(set) {
            Reason::Chosen => Vec::new(),
            Reason::Literal(holds) => vec![!holds],
            Reason::Clause(clause) => {
                self.clauses.literals(clause).iter().copied().filter(|literal| *literal != set).collect()
            }
        }
    }

    /// The assumptions that, with a false one, cannot hold together; it is among them.
    pub(super) fn assumptions_behind(&mut self, fallen: Literal) -> Vec<Literal> {
        let mut behind = vec![fallen];
        if self.trail.level_of(fallen) == 0 {
            return behind;
        }
        self.is_marked[fallen.variable()] = true;
        for literal in self.trail.latest_first().collect::<Vec<_>>() {
            if !std::mem::take(&mut self.is_marked[literal.variable()]) {
                continue;
            }
            if self.trail.reason_of(literal) == Reason::Chosen {
                behind.push(literal);
            }
            for other in self.why(literal) {
                self.is_marked[other.variable()] = self.trail.level_of(other) > 0;
            }
        }
        behind
    }
}
