//! Square systems of linear equations, solved by sparse elimination: exactly, or in the residues of a prime from which
//! `lifting` goes on to the exact solution.

use std::collections::BTreeSet;

use super::{Number, lifting};

/// The factors of one equation, by the place of the unknown, in order.
pub(super) type Equation<F = Number> = Vec<(usize, F)>;

/// Numbers that can be divided.
pub(super) trait Field: Clone {
    fn zero() -> Self;
    fn is_zero(&self) -> bool;
    /// One divided by it, which is not zero.
    fn inverse(&self) -> Self;
    fn negated(&self) -> Self;
    fn times(&self, other: &Self) -> Self;
    fn plus(&self, other: &Self) -> Self;
}

/// The unknowns of as many equations; none where the equations do not settle them.
pub(super) fn solve(equations: Vec<Equation>, right: Vec<Number>) -> Option<Vec<Number>> {
    if let Some(solved) = lifting::solve(&equations, &right) {
        return Some(solved);
    }
    Some(Elimination::of(equations)?.solve(right))
}

/// Equations in which every unknown is settled in turn, and how that was done.
pub(super) struct Elimination<F> {
    equations: Vec<Equation<F>>,
    /// For each unknown, the equations still open that have it.
    holders: Vec<BTreeSet<usize>>,
    open: BTreeSet<usize>,
    /// Which multiple of which equation was added to which.
    additions: Vec<(usize, F, usize)>,
    /// The equations in turn, and the unknown that each settles.
    order: Vec<(usize, usize)>,
}

impl<F: Field> Elimination<F> {
    /// The elimination of as many equations as unknowns; none where they do not settle them.
    pub(super) fn of(equations: Vec<Equation<F>>) -> Option<Self> {
        let mut holders = vec![BTreeSet::new(); equations.len()];
        for (place, equation) in equations.iter().enumerate() {
            for (unknown, _) in equation {
                holders[*unknown].insert(place);
            }
        }
        let open = (0..equations.len()).collect();
        let mut all = Elimination { equations, holders, open, additions: Vec::new(), order: Vec::new() };
        while let Some(place) = all.open.iter().copied().min_by_key(|place| all.equations[*place].len()) {
            let unknown = all.close(place)?;
            let takers: Vec<usize> = all.holders[unknown].iter().copied().collect();
            for taker in takers {
                all.subtract(place, unknown, taker);
            }
            all.order.push((place, unknown));
        }
        Some(all)
    }

    /// The unknowns for one right side.
    pub(super) fn solve(&self, mut right: Vec<F>) -> Vec<F> {
        for (place, multiple, taker) in &self.additions {
            right[*taker] = right[*taker].plus(&multiple.times(&right[*place]));
        }
        let mut values = vec![F::zero(); self.order.len()];
        for (place, settled) in self.order.iter().rev() {
            let mut rest = right[*place].clone();
            let mut own = F::zero();
            for (unknown, number) in &self.equations[*place] {
                if unknown == settled {
                    own = number.inverse();
                } else {
                    rest = rest.plus(&number.times(&values[*unknown]).negated());
                }
            }
            values[*settled] = rest.times(&own);
        }
        values
    }

    /// Takes an equation out of the open ones and says which of its unknowns it is to settle: the one in the fewest others.
    fn close(&mut self, place: usize) -> Option<usize> {
        self.open.remove(&place);
        for (unknown, _) in &self.equations[place] {
            self.holders[*unknown].remove(&place);
        }
        let unknowns = self.equations[place].iter().map(|(unknown, _)| *unknown);
        unknowns.min_by_key(|unknown| self.holders[*unknown].len())
    }

    /// Adds the multiple of an equation that rids another of an unknown.
    fn subtract(&mut self, place: usize, unknown: usize, taker: usize) {
        let source = std::mem::take(&mut self.equations[place]);
        let target = std::mem::take(&mut self.equations[taker]);
        if let (Some(of_target), Some(of_source)) = (factor(&target, unknown), factor(&source, unknown)) {
            let multiple = of_target.times(&of_source.inverse()).negated();
            self.equations[taker] = self.merged(taker, target, &source, &multiple, unknown);
            self.additions.push((place, multiple, taker));
        }
        self.equations[place] = source;
    }

    fn merged(
        &mut self,
        taker: usize,
        target: Equation<F>,
        source: &Equation<F>,
        multiple: &F,
        gone: usize,
    ) -> Equation<F> {
        let mut merged = Vec::with_capacity(target.len() + source.len());
        let mut rest = target.into_iter().peekable();
        for (unknown, number) in source {
            while let Some(before) = rest.next_if(|(other, _)| other < unknown) {
                merged.push(before);
            }
            let product = multiple.times(number);
            let (sum, was_there) = match rest.next_if(|(other, _)| other == unknown) {
                Some((_, other)) => (other.plus(&product), true),
                None => (product, false),
            };
            if *unknown == gone || sum.is_zero() {
                self.holders[*unknown].remove(&taker);
            } else {
                if !was_there {
                    self.holders[*unknown].insert(taker);
                }
                merged.push((*unknown, sum));
            }
        }
        merged.extend(rest);
        merged
    }
}

fn factor<F>(equation: &Equation<F>, unknown: usize) -> Option<&F> {
    let place = equation.binary_search_by_key(&unknown, |(unknown, _)| *unknown).ok()?;
    Some(&equation[place].1)
}

impl Field for Number {
    fn zero() -> Self {
        Number::ZERO
    }

    fn is_zero(&self) -> bool {
        Number::is_zero(self)
    }

    fn inverse(&self) -> Self {
        self.reciprocal().unwrap_or(Number::ZERO)
    }

    fn negated(&self) -> Self {
        -self
    }

    fn times(&self, other: &Self) -> Self {
        self * other
    }

    fn plus(&self, other: &Self) -> Self {
        self + other
    }
}
