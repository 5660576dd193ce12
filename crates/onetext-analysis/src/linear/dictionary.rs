//! The simplex dictionary: every basic quantity as a form in the others. One code for two kinds of numbers: floating point to
//! guess a basis, rational to go on from a guess that failed.

use std::cmp::Ordering;

use super::programme::{Form, Programme, Relation};
use super::{Number, basis::Basis, scalar::Scalar};
use crate::{Budget, Stopped};

/// Pivots without gain after which the guess goes over to Bland's rule, which cannot go round in circles.
const STALLED_MAX: usize = 60;
/// Pivots for each row and column after which a guess is given up.
const PIVOTS_EACH: usize = 20;

/// Where a dictionary has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// It has a point, or the least one.
    Reached,
    /// The quantity of this line can never be at least zero.
    Impossible { line: usize },
    /// This place can grow for ever, and the objective falls.
    Endless { place: usize },
    /// A guess took too long.
    GivenUp,
}

#[derive(Clone)]
pub(super) struct Dictionary<N> {
    columns: usize,
    /// For each row of the programme, whether its slack is always zero.
    fixed: Vec<bool>,
    /// The quantity of each line: a column, or the slack of a row (`columns + row`).
    basic: Vec<usize>,
    /// The quantity of each place, at zero now.
    nonbasic: Vec<usize>,
    /// For each line the factors of the places, then the constant.
    lines: Vec<Vec<N>>,
    /// The objective in the same shape.
    objective: Vec<N>,
}

impl<N: Scalar> Dictionary<N> {
    pub(super) fn new(programme: &Programme) -> Self {
        let columns = programme.columns();
        let rows = programme.rows();
        let zero = N::of(&Number::ZERO);
        let mut lines = vec![vec![zero.clone(); columns + 1]; rows.len()];
        for (line, row) in lines.iter_mut().zip(rows) {
            let flip = row.relation == Relation::AtMost;
            let signed = |number: &Number| N::of(&if flip { -number } else { number.clone() });
            for (column, factor) in row.form.terms() {
                line[column.at()] = signed(factor);
            }
            line[columns] = signed(&-&row.bound);
        }
        Dictionary {
            columns,
            fixed: rows.iter().map(|row| row.relation == Relation::Equal).collect(),
            basic: (columns..columns + rows.len()).collect(),
            nonbasic: (0..columns).collect(),
            lines,
            objective: vec![zero; columns + 1],
        }
    }

    pub(super) fn basis(&self) -> Basis {
        let columns = self.basic.iter().copied().filter(|quantity| *quantity < self.columns);
        let rows = self.nonbasic.iter().filter_map(|quantity| quantity.checked_sub(self.columns));
        Basis::new(columns.collect(), rows.collect())
    }

    /// The quantity of a line.
    pub(super) fn quantity(&self, line: usize) -> usize {
        self.basic[line]
    }

    /// The quantity of a place.
    pub(super) fn growing(&self, place: usize) -> usize {
        self.nonbasic[place]
    }

    /// Pivots to a basis as far as its numbers allow.
    pub(super) fn go_to(&mut self, basis: &Basis, budget: &Budget<'_>) -> Result<(), Stopped> {
        let mut leaving: Vec<usize> = basis.rows().iter().map(|row| self.columns + row).collect();
        for column in basis.columns() {
            let Some(place) = self.nonbasic.iter().position(|quantity| quantity == column) else { continue };
            let fits = |line: &usize| {
                leaving.contains(&self.basic[*line]) && self.lines[*line][place].sign().is_ne()
            };
            let Some(line) = (0..self.lines.len()).find(fits) else { continue };
            leaving.retain(|quantity| *quantity != self.basic[line]);
            self.pivot(line, place, budget)?;
        }
        Ok(())
    }

    /// Looks for a point: equalities first, then every line to at least zero by the dual simplex without an objective.
    pub(super) fn find_point(&mut self, budget: &Budget<'_>) -> Result<End, Stopped> {
        if let Some(line) = self.settle_equalities(budget)? {
            return Ok(End::Impossible { line });
        }
        for pivots in 0.. {
            let Some(line) = self.line_below_zero(pivots) else { break };
            if !N::EXACT && pivots > self.pivots_max() {
                return Ok(End::GivenUp);
            }
            let rising = self.places().filter(|place| self.lines[line][*place].sign().is_gt());
            let Some(place) = self.first_or_safest(rising, line, pivots) else {
                return Ok(End::Impossible { line });
            };
            self.pivot(line, place, budget)?;
        }
        Ok(End::Reached)
    }

    /// Goes on from a point to the least value of a form.
    pub(super) fn minimise(&mut self, form: &Form, budget: &Budget<'_>) -> Result<End, Stopped> {
        self.set_objective(form);
        let mut stalled = 0;
        let mut lengths = vec![1.0; self.columns];
        for pivots in 0.. {
            let Some(place) = self.falling_place(stalled, &lengths) else { break };
            if !N::EXACT && pivots > self.pivots_max() {
                return Ok(End::GivenUp);
            }
            let Some(line) = self.first_line_to_zero(place) else { return Ok(End::Endless { place }) };
            let gains = self.lines[line][self.columns].sign().is_gt();
            stalled = if gains { 0 } else { stalled + 1 };
            if !N::EXACT {
                self.lengthen(&mut lengths, line, place);
            }
            self.pivot(line, place, budget)?;
        }
        Ok(End::Reached)
    }

    fn pivots_max(&self) -> usize {
        PIVOTS_EACH * (self.lines.len() + self.columns)
    }

    fn is_fixed(&self, quantity: usize) -> bool {
        quantity.checked_sub(self.columns).is_some_and(|row| self.fixed[row])
    }

    /// The places whose quantity may leave zero.
    fn places(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.nonbasic.len()).filter(|place| !self.is_fixed(self.nonbasic[*place]))
    }

    /// Takes the slacks of equalities out of the basis; the line of one that cannot be zero, where there is one.
    fn settle_equalities(&mut self, budget: &Budget<'_>) -> Result<Option<usize>, Stopped> {
        for line in 0..self.lines.len() {
            if !self.is_fixed(self.basic[line]) {
                continue;
            }
            let used = self.places().filter(|place| self.lines[line][*place].sign().is_ne());
            match self.first_or_safest(used, line, 0) {
                Some(place) => self.pivot(line, place, budget)?,
                None if self.lines[line][self.columns].sign().is_ne() => return Ok(Some(line)),
                None => {}
            }
        }
        Ok(None)
    }

    fn first_or_safest(
        &self,
        places: impl Iterator<Item = usize>,
        line: usize,
        pivots: usize,
    ) -> Option<usize> {
        if N::EXACT || pivots > self.lines.len() + STALLED_MAX {
            return places.min_by_key(|place| self.nonbasic[*place]);
        }
        places.reduce(|best, place| {
            let (is, was) = (&self.lines[line][place], &self.lines[line][best]);
            if is.is_safer_than(was) { place } else { best }
        })
    }

    fn line_below_zero(&self, pivots: usize) -> Option<usize> {
        let constant = |line: usize| &self.lines[line][self.columns];
        let below = (0..self.lines.len())
            .filter(|line| !self.is_fixed(self.basic[*line]) && constant(*line).sign().is_lt());
        if N::EXACT || pivots > self.lines.len() + STALLED_MAX {
            return below.min_by_key(|line| self.basic[*line]);
        }
        below.reduce(|worst, line| if constant(line).is_safer_than(constant(worst)) { line } else { worst })
    }

    fn falling_place(&self, stalled: usize, lengths: &[f64]) -> Option<usize> {
        let falling = self.places().filter(|place| self.objective[*place].sign().is_lt());
        if N::EXACT || stalled > STALLED_MAX {
            return falling.min_by_key(|place| self.nonbasic[*place]);
        }
        let steepness = |place: usize| {
            let rate = self.objective[place].nearest();
            rate * rate / lengths[place]
        };
        falling.reduce(|best, place| if steepness(place) > steepness(best) { place } else { best })
    }

    /// The squared lengths of the directions after a pivot, about: places along which much else moves are less steep than their
    /// rate says, and come later (Harris 1973, "Pivot selection methods of the Devex LP code", Mathematical Programming 5).
    fn lengthen(&self, lengths: &mut [f64], line: usize, place: usize) {
        let own = self.lines[line][place].nearest();
        let entering = lengths[place];
        for (length, number) in lengths.iter_mut().zip(&self.lines[line]) {
            let ratio = number.nearest() / own;
            *length = length.max(ratio * ratio * entering);
        }
        lengths[place] = (entering / (own * own)).max(1.0);
    }

    /// The line that comes to zero first when a place grows; of several the one that is safest, then the least quantity.
    fn first_line_to_zero(&self, place: usize) -> Option<usize> {
        let falling = (0..self.lines.len())
            .filter(|line| !self.is_fixed(self.basic[*line]) && self.lines[*line][place].sign().is_lt());
        falling.reduce(|best, line| {
            let (new, old) = (&self.lines[line], &self.lines[best]);
            // constant / -factor is least; both factors are below zero
            let mut difference = new[self.columns].times(&old[place]);
            difference.add_product(&old[self.columns], &new[place].times(&N::of(&Number::whole(-1))));
            let is_better = match difference.sign() {
                Ordering::Greater => true,
                Ordering::Less => false,
                Ordering::Equal if N::EXACT => self.basic[line] < self.basic[best],
                Ordering::Equal => new[place].is_safer_than(&old[place]),
            };
            if is_better { line } else { best }
        })
    }

    fn set_objective(&mut self, form: &Form) {
        let zero = N::of(&Number::ZERO);
        let mut objective = vec![zero; self.columns + 1];
        for (place, quantity) in self.nonbasic.iter().enumerate() {
            if *quantity < self.columns {
                objective[place] = N::of(&form.factor(super::Column(u32::try_from(*quantity).unwrap_or(0))));
            }
        }
        let factors: Vec<_> =
            form.terms().iter().map(|(column, number)| (column.at(), N::of(number))).collect();
        for (quantity, line) in self.basic.iter().zip(&self.lines) {
            let Ok(found) = factors.binary_search_by_key(quantity, |(column, _)| *column) else { continue };
            for (sum, number) in objective.iter_mut().zip(line) {
                sum.add_product(&factors[found].1, number);
            }
        }
        self.objective = objective;
    }

    /// Exchanges the quantity of a line with that of a place. Costs as many steps as numbers are touched.
    fn pivot(&mut self, line: usize, place: usize, budget: &Budget<'_>) -> Result<(), Stopped> {
        let mut steps = 0;
        let mut source = std::mem::take(&mut self.lines[line]);
        let scale = source[place].reciprocal();
        let negated = scale.times(&N::of(&Number::whole(-1)));
        for number in &mut source {
            *number = number.times(&negated);
        }
        source[place] = scale;
        for target in self.lines.iter_mut().chain([&mut self.objective]) {
            if target.is_empty() {
                continue;
            }
            let factor = std::mem::replace(&mut target[place], N::of(&Number::ZERO));
            if factor.sign().is_eq() {
                continue;
            }
            steps += source.len() as u64;
            for (number, other) in target.iter_mut().zip(&source) {
                number.add_product(&factor, other);
            }
        }
        self.lines[line] = source;
        std::mem::swap(&mut self.basic[line], &mut self.nonbasic[place]);
        budget.spend(steps + 1)
    }
}
