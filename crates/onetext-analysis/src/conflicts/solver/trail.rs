//! What is assigned at present, in which order, at which level, and why.

use std::ops::Not;

/// A variable, or its opposite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::conflicts) struct Literal(usize);

/// Why a literal was assigned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// Assumed, tried, or always so.
    Chosen,
    /// All other literals of that clause are false.
    Clause(usize),
    /// That literal holds, and both cannot.
    Literal(Literal),
}

/// The assignment, as a list that is undone from its end.
#[derive(Clone, Debug, Default)]
pub(super) struct Trail {
    values: Vec<Option<bool>>,
    levels: Vec<usize>,
    reasons: Vec<Reason>,
    assigned: Vec<Literal>,
    starts: Vec<usize>,
    next: usize,
}

impl Literal {
    pub fn new(variable: usize, is_positive: bool) -> Self {
        Literal(2 * variable + usize::from(!is_positive))
    }

    pub fn holds(variable: usize) -> Self {
        Literal::new(variable, true)
    }

    pub fn variable(self) -> usize {
        self.0 / 2
    }

    pub fn is_positive(self) -> bool {
        self.0.is_multiple_of(2)
    }

    /// As an index into a list.
    pub(super) fn at(self) -> usize {
        self.0
    }
}

impl Not for Literal {
    type Output = Literal;
    fn not(self) -> Literal {
        Literal(self.0 ^ 1)
    }
}

impl Trail {
    pub fn grow(&mut self) {
        self.values.push(None);
        self.levels.push(0);
        self.reasons.push(Reason::Chosen);
    }

    pub fn value(&self, literal: Literal) -> Option<bool> {
        self.values[literal.variable()].map(|value| value == literal.is_positive())
    }

    /// The value of every variable; one that nothing set is false.
    pub fn values(&self) -> Vec<bool> {
        self.values.iter().map(|value| value.unwrap_or(false)).collect()
    }

    pub fn level(&self) -> usize {
        self.starts.len()
    }

    pub fn level_of(&self, literal: Literal) -> usize {
        self.levels[literal.variable()]
    }

    pub fn reason_of(&self, literal: Literal) -> Reason {
        self.reasons[literal.variable()]
    }

    pub fn count(&self) -> usize {
        self.assigned.len()
    }

    /// The literals assigned, the latest first, down to those that always hold.
    pub fn latest_first(&self) -> impl Iterator<Item = Literal> + '_ {
        let start = self.starts.first().copied().unwrap_or(self.assigned.len());
        self.assigned[start..].iter().rev().copied()
    }

    /// The literals assigned at the present level, the first first.
    pub fn of_this_level(&self) -> Vec<Literal> {
        self.assigned[self.starts.last().copied().unwrap_or(0)..].to_vec()
    }

    pub fn open_level(&mut self) {
        self.starts.push(self.assigned.len());
    }

    pub fn assign(&mut self, literal: Literal, reason: Reason) {
        let variable = literal.variable();
        self.values[variable] = Some(literal.is_positive());
        self.levels[variable] = self.level();
        self.reasons[variable] = reason;
        self.assigned.push(literal);
    }

    /// The next literal whose consequences are to be drawn.
    pub fn next(&mut self) -> Option<Literal> {
        let literal = self.assigned.get(self.next).copied()?;
        self.next += 1;
        Some(literal)
    }

    /// Takes back all levels above that one; what was taken back.
    pub fn undo_to(&mut self, level: usize) -> Vec<Literal> {
        let Some(&start) = self.starts.get(level) else { return Vec::new() };
        self.starts.truncate(level);
        let undone = self.assigned.split_off(start);
        for literal in &undone {
            self.values[literal.variable()] = None;
        }
        self.next = self.next.min(start);
        undone
    }
}
