//! One step of the interior-point method: the residuals at a point, the system of parties and ties that is left when every
//! issue has been eliminated, and the step that solves it.

use super::factor::Factor;
use super::interior::{Pairs, Point};
use super::relaxation::{Part, Relaxation};

/// The equations at one point.
pub(super) struct Newton<'a> {
    relaxation: &'a Relaxation<'a>,
    part: &'a Part,
    /// By party its range; none for the product of gains.
    ranges: Option<&'a [f64]>,
    point: &'a Point,
    factor: Factor<'a>,
    residuals: Residuals,
    /// By choice of the part, share over cost.
    pull: Vec<f64>,
    /// By issue of the part, the sum of these.
    pulls: Vec<f64>,
}

/// What the equations lack.
struct Residuals {
    parties: Vec<f64>,
    rows: Vec<f64>,
    issues: Vec<f64>,
    choices: Vec<f64>,
    weights: f64,
}

impl<'a> Newton<'a> {
    /// The equations at a point.
    pub fn at(
        relaxation: &'a Relaxation<'a>,
        part: &'a Part,
        ranges: Option<&'a [f64]>,
        point: &'a Point,
    ) -> Self {
        let pull: Vec<f64> =
            point.shares.one.iter().zip(&point.shares.other).map(|(share, cost)| share / cost).collect();
        let pulls = part.issues.iter().map(|(_, places)| pull[places.clone()].iter().sum()).collect();
        Newton {
            relaxation,
            part,
            ranges,
            point,
            factor: Factor::zeros(&relaxation.pattern, relaxation.problem.parties),
            residuals: Residuals::at(relaxation, part, ranges, point),
            pull,
            pulls,
        }
    }

    /// The largest lack of an equation.
    pub fn error(&self) -> f64 {
        let lacks = &self.residuals;
        let lists = [&lacks.parties, &lacks.rows, &lacks.issues, &lacks.choices];
        let largest = lists.into_iter().flatten().map(|lack| lack.abs()).fold(lacks.weights.abs(), f64::max);
        // The product asks that gain times multiplier be 1.
        let product = |pairs: &Pairs| {
            pairs.one.iter().zip(&pairs.other).map(|(a, b)| (1.0 - a * b).abs()).fold(0.0, f64::max)
        };
        if self.ranges.is_none() { largest.max(product(&self.point.parties)) } else { largest }
    }

    /// Forms the matrix and factorises it.
    pub fn factorise(&mut self) {
        let (pattern, point) = (&self.relaxation.pattern, self.point);
        for (row, (charge, left)) in point.rows.one.iter().zip(&point.rows.other).enumerate() {
            self.factor.diagonal[pattern.place[row]] = left / charge;
        }
        let parties = self.relaxation.problem.parties;
        for (party, (weight, over)) in point.parties.one.iter().zip(&point.parties.other).enumerate() {
            self.factor.corner[party * parties + party] = over / weight;
        }
        for at in 0..self.part.issues.len() {
            self.add_issue(at);
        }
        self.factor.factorise();
    }

    /// What one issue adds: the scatter of its choices about their mean, each with its pull.
    fn add_issue(&mut self, at: usize) {
        let parties = self.relaxation.problem.parties;
        let places = self.part.issues[at].1.clone();
        let mut mean = vec![0.0; parties];
        for place in places.clone() {
            let effect = self.relaxation.effect(self.part.choices[place]);
            mean.iter_mut().zip(effect).for_each(|(sum, effect)| *sum += self.pull[place] * effect);
        }
        for sum in &mut mean {
            *sum /= self.pulls[at];
        }
        let mut apart = vec![0.0; parties];
        for place in places {
            let choice = self.part.choices[place];
            let effect = self.relaxation.effect(choice);
            apart
                .iter_mut()
                .zip(effect.iter().zip(&mean))
                .for_each(|(apart, (own, mean))| *apart = own - mean);
            for row in 0..parties {
                let times = self.pull[place] * apart[row];
                let target = &mut self.factor.corner[row * parties..=row * parties + row];
                target.iter_mut().zip(&apart).for_each(|(entry, other)| *entry += times * other);
            }
            for &(row, weight) in &self.relaxation.touches[choice] {
                // A row of ties weighs against: its sign is the other one.
                let times = -self.pull[place] * weight;
                let start = self.relaxation.pattern.place[row] * parties;
                let target = &mut self.factor.side[start..start + parties];
                target.iter_mut().zip(&apart).for_each(|(entry, apart)| *entry += times * apart);
            }
        }
        self.add_rows(at);
    }

    /// What one issue adds between the rows that weigh its choices.
    fn add_rows(&mut self, at: usize) {
        let (issue, places) = self.part.issues[at].clone();
        let rows = &self.relaxation.rows_of[issue];
        let mut sums = vec![0.0; rows.len()];
        let mut entries = vec![0.0; rows.len() * rows.len()];
        let local = |row: usize| rows.binary_search(&row).unwrap_or(0);
        for place in places {
            let touches = &self.relaxation.touches[self.part.choices[place]];
            for &(row, weight) in touches {
                let own = local(row);
                sums[own] += self.pull[place] * weight;
                for &(other, others) in touches {
                    entries[own * rows.len() + local(other)] += self.pull[place] * weight * others;
                }
            }
        }
        let pattern = &self.relaxation.pattern;
        for (a, row) in rows.iter().enumerate() {
            for b in 0..=a {
                let entry = entries[a * rows.len() + b] - sums[a] * sums[b] / self.pulls[at];
                let (own, other) = (pattern.place[*row], pattern.place[rows[b]]);
                if a == b {
                    self.factor.diagonal[own] += entry;
                } else if let Some(position) = pattern.position(own, other) {
                    self.factor.below[position] += entry;
                }
            }
        }
    }

    /// The step that leads every product to the target, with what a first step made of them taken into account.
    pub fn step(&self, target: f64, first: Option<&Point>) -> Point {
        let bent = |pairs: &Pairs, of: fn(&Point) -> &Pairs, target: f64| -> Vec<f64> {
            let product = |at: usize| {
                let change = first.map_or(0.0, |first| of(first).one[at] * of(first).other[at]);
                target - pairs.one[at] * pairs.other[at] - change
            };
            (0..pairs.one.len()).map(product).collect()
        };
        let shares = bent(&self.point.shares, |point| &point.shares, target);
        let rows = bent(&self.point.rows, |point| &point.rows, target);
        let parties_target = if self.ranges.is_some() { target } else { 1.0 };
        let parties = bent(&self.point.parties, |point| &point.parties, parties_target);
        self.solve(&shares, &parties, &rows)
    }

    fn solve(&self, shares: &[f64], parties: &[f64], rows: &[f64]) -> Point {
        let (point, lacks) = (self.point, &self.residuals);
        // What each share would do if nobody's multiplier moved.
        let alone = |at: usize| shares[at] / point.shares.other[at] - self.pull[at] * lacks.choices[at];
        let mut free: Vec<f64> = (0..shares.len()).map(alone).collect();
        let mut shift = Vec::with_capacity(self.pulls.len());
        for (number, (_, places)) in self.part.issues.iter().enumerate() {
            let sum: f64 = free[places.clone()].iter().sum();
            let top = (sum - lacks.issues[number]) / self.pulls[number];
            places.clone().for_each(|at| free[at] -= self.pull[at] * top);
            shift.push(top);
        }
        let (mut gains, mut loads) = (vec![0.0; parties.len()], vec![0.0; rows.len()]);
        self.part.add(self.relaxation, &free, &mut gains, &mut loads);
        let mut dense: Vec<f64> = (0..parties.len())
            .map(|party| lacks.parties[party] + parties[party] / point.parties.one[party] - gains[party])
            .collect();
        let mut sparse = vec![0.0; rows.len()];
        for row in 0..rows.len() {
            let place = self.relaxation.pattern.place[row];
            sparse[place] = loads[row] + rows[row] / point.rows.one[row] - lacks.rows[row];
        }
        self.factor.solve(&mut sparse, &mut dense);
        let least = self.balance(&mut sparse, &mut dense);
        let charges: Vec<f64> = self.relaxation.pattern.place.iter().map(|place| sparse[*place]).collect();
        self.unfold(&free, &shift, (dense, charges, least), (shares, parties, rows))
    }

    /// Moves the least ratio so that the weights sum as they must; returns by how much.
    fn balance(&self, sparse: &mut [f64], dense: &mut [f64]) -> f64 {
        let Some(ranges) = self.ranges else { return 0.0 };
        let (mut along, mut rise) = (vec![0.0; sparse.len()], ranges.to_vec());
        self.factor.solve(&mut along, &mut rise);
        let dot = |list: &[f64]| ranges.iter().zip(list).map(|(range, other)| range * other).sum::<f64>();
        let least = (self.residuals.weights - dot(dense)) / dot(&rise);
        sparse.iter_mut().zip(&along).for_each(|(own, other)| *own += least * other);
        dense.iter_mut().zip(&rise).for_each(|(own, other)| *own += least * other);
        least
    }

    /// The whole step from the steps of the multipliers.
    fn unfold(
        &self,
        free: &[f64],
        shift: &[f64],
        (weights, charges, least): (Vec<f64>, Vec<f64>, f64),
        (shares, parties, rows): (&[f64], &[f64], &[f64]),
    ) -> Point {
        let point = self.point;
        let worth = self.part.worth(self.relaxation, &weights, &charges);
        let mut step = Point { least, ..Point::default() };
        for (number, (_, places)) in self.part.issues.iter().enumerate() {
            let drawn: f64 = places.clone().map(|at| self.pull[at] * worth[at]).sum();
            let mean = drawn / self.pulls[number];
            step.tops.push(shift[number] + mean);
            for at in places.clone() {
                let share = free[at] + self.pull[at] * (worth[at] - mean);
                step.shares.one.push(share);
                step.shares.other.push((shares[at] - point.shares.other[at] * share) / point.shares.one[at]);
            }
        }
        let paired = |products: &[f64], pairs: &Pairs, change: &[f64]| -> Vec<f64> {
            (0..change.len())
                .map(|at| (products[at] - pairs.other[at] * change[at]) / pairs.one[at])
                .collect()
        };
        step.parties.other = paired(parties, &point.parties, &weights);
        step.rows.other = paired(rows, &point.rows, &charges);
        (step.parties.one, step.rows.one) = (weights, charges);
        step
    }
}

impl Residuals {
    fn at(relaxation: &Relaxation, part: &Part, ranges: Option<&[f64]>, point: &Point) -> Self {
        let (gains, loads) = part.sums(relaxation, &point.shares.one);
        let worth = part.worth(relaxation, &point.parties.one, &point.rows.one);
        let mut choices = Vec::with_capacity(worth.len());
        for ((_, places), top) in part.issues.iter().zip(&point.tops) {
            choices.extend(places.clone().map(|at| top - worth[at] - point.shares.other[at]));
        }
        let range = |party: usize| ranges.map_or(0.0, |ranges| ranges[party]);
        let over = |party: usize| range(party) * point.least + point.parties.other[party] - gains[party];
        let sum_of = |places: &std::ops::Range<usize>| point.shares.one[places.clone()].iter().sum::<f64>();
        let weights = ranges.map_or(0.0, |ranges| {
            1.0 - ranges.iter().zip(&point.parties.one).map(|(range, weight)| range * weight).sum::<f64>()
        });
        Residuals {
            parties: (0..gains.len()).map(over).collect(),
            rows: (0..loads.len()).map(|row| part.limits[row] - loads[row] - point.rows.other[row]).collect(),
            issues: part.issues.iter().map(|(_, places)| 1.0 - sum_of(places)).collect(),
            choices,
            weights,
        }
    }
}
