//! Clauses, each watched at two of its literals, and those that were learned and may be forgotten.

use super::trail::{Literal, Reason, Trail};

/// Learned clauses that are kept at first; a tenth more after each clearing. Few in tests, so that they forget, too.
const LEARNED_MAX: usize = if cfg!(test) { 40 } else { 4_000 };
/// Learned clauses that span at most so many levels are never forgotten (Audemard & Simon 2009).
const SPAN_KEPT: usize = 2;

/// All clauses.
#[derive(Clone, Debug)]
pub(super) struct Clauses {
    all: Vec<Clause>,
    watches: Vec<Vec<Watch>>,
    free: Vec<usize>,
    learned: usize,
    learned_max: usize,
}

#[derive(Clone, Debug)]
struct Clause {
    literals: Vec<Literal>,
    /// How many levels a learned clause spans; none for a given one.
    span: Option<usize>,
}

/// A clause that watches a literal, and another of its literals: while that one holds, the clause need not be looked at.
#[derive(Clone, Copy, Debug)]
struct Watch {
    clause: usize,
    other: Literal,
}

impl Default for Clauses {
    fn default() -> Self {
        Clauses {
            all: Vec::new(),
            watches: Vec::new(),
            free: Vec::new(),
            learned: 0,
            learned_max: LEARNED_MAX,
        }
    }
}

impl Clauses {
    /// Room for one more variable.
    pub fn grow(&mut self) {
        self.watches.extend([Vec::new(), Vec::new()]);
    }

    pub fn literals(&self, clause: usize) -> &[Literal] {
        &self.all[clause].literals
    }

    /// Adds a clause; its first two literals are watched, if it has two.
    pub fn add(&mut self, literals: Vec<Literal>, span: Option<usize>) -> usize {
        self.learned += usize::from(span.is_some());
        let clause = self.free.pop().unwrap_or(self.all.len());
        if let [first, second, ..] = literals[..] {
            self.watches[first.at()].push(Watch { clause, other: second });
            self.watches[second.at()].push(Watch { clause, other: first });
        }
        let added = Clause { literals, span };
        match self.all.get_mut(clause) {
            Some(place) => *place = added,
            None => self.all.push(added),
        }
        clause
    }

    /// Draws the consequences of a literal that became false.
    pub fn propagate(&mut self, trail: &mut Trail, falsified: Literal) -> Option<Vec<Literal>> {
        let mut watching = std::mem::take(&mut self.watches[falsified.at()]);
        let (mut kept, mut conflict) = (0, None);
        for at in 0..watching.len() {
            let watch = watching[at];
            let is_settled = conflict.is_some() || trail.value(watch.other) == Some(true);
            let stays =
                if is_settled { Some(watch) } else { self.look_at(watch, trail, falsified, &mut conflict) };
            if let Some(watch) = stays {
                watching[kept] = watch;
                kept += 1;
            }
        }
        watching.truncate(kept);
        self.watches[falsified.at()] = watching;
        conflict
    }

    /// Looks for another literal to watch; the watch as it stays, if there is none.
    fn look_at(
        &mut self,
        watch: Watch,
        trail: &mut Trail,
        falsified: Literal,
        conflict: &mut Option<Vec<Literal>>,
    ) -> Option<Watch> {
        let literals = &mut self.all[watch.clause].literals;
        if literals[0] == falsified {
            literals.swap(0, 1);
        }
        let first = literals[0];
        if trail.value(first) == Some(true) {
            return Some(Watch { other: first, ..watch });
        }
        if let Some(at) = (2..literals.len()).find(|&at| trail.value(literals[at]) != Some(false)) {
            literals.swap(1, at);
            let watched = literals[1];
            self.watches[watched.at()].push(Watch { other: first, ..watch });
            return None;
        }
        if trail.value(first).is_none() {
            trail.assign(first, Reason::Clause(watch.clause));
        } else {
            *conflict = Some(literals.clone());
        }
        Some(watch)
    }

    /// Forgets half of the learned clauses when there are too many: those that span the most levels, but none that is the
    /// reason of something.
    pub fn forget_some(&mut self, trail: &Trail) {
        if self.learned <= self.learned_max {
            return;
        }
        self.learned_max += self.learned_max / 10;
        let is_reason = |clause: usize| {
            let first = self.all[clause].literals.first().copied();
            first.is_some_and(|literal| {
                trail.value(literal) == Some(true) && trail.reason_of(literal) == Reason::Clause(clause)
            })
        };
        let mut old: Vec<(usize, usize, usize)> = (0..self.all.len())
            .filter_map(|clause| {
                let span = self.all[clause].span.filter(|span| *span > SPAN_KEPT)?;
                (!is_reason(clause)).then(|| (span, self.all[clause].literals.len(), clause))
            })
            .collect();
        old.sort_unstable();
        let mut is_gone = vec![false; self.all.len()];
        for &(_, _, clause) in &old[old.len() / 2..] {
            is_gone[clause] = true;
            self.all[clause] = Clause { literals: Vec::new(), span: None };
            self.free.push(clause);
            self.learned -= 1;
        }
        for watching in &mut self.watches {
            watching.retain(|watch| !is_gone[watch.clause]);
        }
    }
}
