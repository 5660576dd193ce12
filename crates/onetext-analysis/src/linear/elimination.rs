//! Square systems of linear equations, solved exactly by sparse elimination.

use std::collections::BTreeSet;

use super::Number;

/// The factors of one equation, by the place of the unknown, in order.
pub(super) type Equation = Vec<(usize, Number)>;

/// The unknowns of as many equations; none where the equations do not settle them.
pub(super) fn solve(equations: Vec<Equation>, right: Vec<Number>) -> Option<Vec<Number>> {
    System::new(equations, right).solve()
}

struct System {
    equations: Vec<Equation>,
    right: Vec<Number>,
    /// For each unknown, the equations still open that have it.
    holders: Vec<BTreeSet<usize>>,
    open: BTreeSet<usize>,
}

impl System {
    fn new(equations: Vec<Equation>, right: Vec<Number>) -> Self {
        let mut holders = vec![BTreeSet::new(); equations.len()];
        for (place, equation) in equations.iter().enumerate() {
            for (unknown, _) in equation {
                holders[*unknown].insert(place);
            }
        }
        let open = (0..equations.len()).collect();
        System { equations, right, holders, open }
    }

    fn solve(mut self) -> Option<Vec<Number>> {
        let mut order = Vec::with_capacity(self.equations.len());
        while let Some(place) = self.open.iter().copied().min_by_key(|place| self.equations[*place].len()) {
            let unknown = self.close(place)?;
            let takers: Vec<usize> = self.holders[unknown].iter().copied().collect();
            for taker in takers {
                self.subtract(place, unknown, taker);
            }
            order.push((place, unknown));
        }
        Some(self.substitute(&order))
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

    /// Subtracts the multiple of an equation that rids another of an unknown.
    fn subtract(&mut self, place: usize, unknown: usize, taker: usize) {
        let source = std::mem::take(&mut self.equations[place]);
        let target = std::mem::take(&mut self.equations[taker]);
        if let Some(factor) = factor(&target, unknown)
            .zip(factor(&source, unknown).and_then(Number::reciprocal))
            .map(|(target, source)| -&(target * &source))
        {
            self.right[taker] = &self.right[taker] + &(&factor * &self.right[place]);
            self.equations[taker] = self.merged(taker, target, &source, &factor, unknown);
        }
        self.equations[place] = source;
    }

    fn merged(
        &mut self,
        taker: usize,
        target: Equation,
        source: &Equation,
        factor: &Number,
        gone: usize,
    ) -> Equation {
        let mut merged = Vec::with_capacity(target.len() + source.len());
        let mut rest = target.into_iter().peekable();
        for (unknown, number) in source {
            while let Some(before) = rest.next_if(|(other, _)| other < unknown) {
                merged.push(before);
            }
            let product = factor * number;
            let (sum, was_there) = match rest.next_if(|(other, _)| other == unknown) {
                Some((_, other)) => (&other + &product, true),
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

    fn substitute(&self, order: &[(usize, usize)]) -> Vec<Number> {
        let mut values = vec![Number::ZERO; order.len()];
        for (place, settled) in order.iter().rev() {
            let mut rest = self.right[*place].clone();
            let mut own = None;
            for (unknown, number) in &self.equations[*place] {
                if unknown == settled {
                    own = number.reciprocal();
                } else {
                    rest = &rest - &(number * &values[*unknown]);
                }
            }
            values[*settled] = own.map_or(Number::ZERO, |own| &rest * &own);
        }
        values
    }
}

fn factor(equation: &Equation, unknown: usize) -> Option<&Number> {
    let place = equation.binary_search_by_key(&unknown, |(unknown, _)| *unknown).ok()?;
    Some(&equation[place].1)
}
