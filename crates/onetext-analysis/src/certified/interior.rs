//! A primal-dual interior-point method for the relaxation (predictor and corrector after Mehrotra 1992). Each issue is
//! eliminated by itself, so that only parties and ties are left in the system of equations (`newton.rs`). The product of
//! gains takes the same steps: there a party's gain times its multiplier is led to 1 and not to 0.

use super::domain::Domain;
use super::goal::Goal;
use super::newton::Newton;
use super::relaxation::{Guide, Part, Relaxation};
use crate::{Budget, Stopped};

/// Iterations; twenty to thirty are usual.
const ITERATIONS_MAX: usize = 60;
/// What may be left of the products of pairs, relative to utilities whose reach is 1: far below a gap that matters.
const REST: f64 = 1e-8;
/// How far towards the border a step goes.
const STEP: f64 = 0.995;

/// A point of the method, or a step from one to the next. Pairs whose products are led to nought stand together.
#[derive(Clone, Debug, Default)]
pub(super) struct Point {
    /// By choice of the part: its share and what it costs beyond the best of its issue.
    pub shares: Pairs,
    /// By party: its multiplier and what it has beyond the least.
    pub parties: Pairs,
    /// By row: its multiplier and what is left of its limit.
    pub rows: Pairs,
    /// By issue of the part: the worth of its best choice.
    pub tops: Vec<f64>,
    /// The least ratio.
    pub least: f64,
}

/// Two lists of numbers above nought.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairs {
    pub one: Vec<f64>,
    pub other: Vec<f64>,
}

/// Solves the relaxation over a domain, or comes as near as the budget lets it: any multipliers make a bound. None where the
/// domain leaves nothing open.
pub(super) fn solve(
    relaxation: &Relaxation,
    goal: &Goal,
    domain: &Domain,
    budget: &Budget,
) -> Option<(Guide, Option<Stopped>)> {
    let part = relaxation.part(domain);
    if part.issues.is_empty() || relaxation.problem.parties == 0 {
        return None;
    }
    let ranges = relaxation.ranges(goal);
    let mut point = start(relaxation, &part, ranges.as_deref());
    let mut stopped = None;
    for _ in 0..ITERATIONS_MAX {
        stopped = budget.spend(relaxation.work()).err();
        if stopped.is_some() {
            break;
        }
        let mut newton = Newton::at(relaxation, &part, ranges.as_deref(), &point);
        let rest = point.rest(ranges.is_some());
        if rest.sum < REST && newton.error() < REST {
            break;
        }
        newton.factorise();
        let first = newton.step(0.0, None);
        let ahead = point.moved(&first, 1.0).rest(ranges.is_some());
        let centring = (ahead.sum.max(0.0) / rest.sum).min(1.0);
        let target = centring * centring * centring * rest.sum / rest.count;
        let step = newton.step(target, Some(&first));
        let next = point.moved(&step, STEP);
        if !next.is_sound() {
            break;
        }
        point = next;
    }
    Some((guide(relaxation, &part, &point), stopped))
}

/// What is left of products, and of how many.
struct Rest {
    sum: f64,
    count: f64,
}

impl Point {
    fn rest(&self, with_parties: bool) -> Rest {
        let mut lists = vec![&self.shares, &self.rows];
        lists.extend(with_parties.then_some(&self.parties));
        let sum = lists.iter().map(|pairs| pairs.product()).sum();
        Rest { sum, count: lists.iter().map(|pairs| pairs.one.len() as f64).sum() }
    }

    /// The point after a step, as long as all stays above nought.
    fn moved(&self, step: &Point, share: f64) -> Point {
        let lists = [(&self.shares, &step.shares), (&self.parties, &step.parties), (&self.rows, &step.rows)];
        // The shares are a point, the costs its multipliers: each side goes as far as it can.
        let primal = lists[1..].iter().map(|(own, change)| reach(&own.other, &change.other));
        let primal = primal.fold(reach(&self.shares.one, &step.shares.one), f64::min);
        let dual = lists[1..].iter().map(|(own, change)| reach(&own.one, &change.one));
        let dual = dual.fold(reach(&self.shares.other, &step.shares.other), f64::min);
        let (primal, dual) = ((primal * share).min(1.0), (dual * share).min(1.0));
        Point {
            shares: self.shares.moved(&step.shares, primal, dual),
            parties: self.parties.moved(&step.parties, dual, primal),
            rows: self.rows.moved(&step.rows, dual, primal),
            tops: added(&self.tops, &step.tops, dual),
            least: self.least + primal * step.least,
        }
    }

    fn is_sound(&self) -> bool {
        let lists = [&self.shares, &self.parties, &self.rows];
        let sound = |pairs: &&Pairs| pairs.one.iter().chain(&pairs.other).all(|x| x.is_finite() && *x > 0.0);
        lists.iter().all(sound) && self.least.is_finite() && self.tops.iter().all(|top| top.is_finite())
    }
}

impl Pairs {
    fn product(&self) -> f64 {
        self.one.iter().zip(&self.other).map(|(a, b)| a * b).sum()
    }

    fn moved(&self, step: &Pairs, one: f64, other: f64) -> Pairs {
        Pairs { one: added(&self.one, &step.one, one), other: added(&self.other, &step.other, other) }
    }
}

fn added(point: &[f64], step: &[f64], times: f64) -> Vec<f64> {
    point.iter().zip(step).map(|(own, change)| own + times * change).collect()
}

/// How many times the step can be taken until something is nought; at most twice is asked.
fn reach(own: &[f64], change: &[f64]) -> f64 {
    let one = |(own, change): (&f64, &f64)| if *change < 0.0 { -own / change } else { 2.0 };
    own.iter().zip(change).map(one).fold(2.0, f64::min)
}

/// Equal shares, equal multipliers, and room on every side.
fn start(relaxation: &Relaxation, part: &Part, ranges: Option<&[f64]>) -> Point {
    const ROOM: f64 = 0.1;
    let mut point = Point::default();
    for (_, places) in &part.issues {
        point.shares.one.extend(places.clone().map(|_| 1.0 / places.len() as f64));
    }
    let (gains, loads) = part.sums(relaxation, &point.shares.one);
    point.rows.other = part.limits.iter().zip(&loads).map(|(limit, load)| (limit - load).max(ROOM)).collect();
    point.rows.one = vec![ROOM / (1.0 + part.issues.len() as f64); part.limits.len()];
    if let Some(ranges) = ranges {
        let above = gains.iter().zip(ranges).filter(|(_, range)| **range > 0.0);
        point.least = above.map(|(gain, range)| (gain - ROOM) / range).fold(f64::INFINITY, f64::min);
        let over = |(gain, range): (&f64, &f64)| (gain - range * point.least).max(ROOM);
        point.parties.other = gains.iter().zip(ranges).map(over).collect();
        let total: f64 = ranges.iter().sum();
        point.parties.one = vec![1.0 / total; ranges.len()];
    } else {
        point.parties.other = gains.iter().map(|gain| gain.max(ROOM)).collect();
        point.parties.one = point.parties.other.iter().map(|gain| 1.0 / gain).collect();
    }
    let worth = part.worth(relaxation, &point.parties.one, &point.rows.one);
    for (_, places) in &part.issues {
        let top = worth[places.clone()].iter().copied().fold(f64::NEG_INFINITY, f64::max);
        point.tops.push(top + ROOM / part.issues.len() as f64);
        point
            .shares
            .other
            .extend(worth[places.clone()].iter().map(|worth| top + ROOM / part.issues.len() as f64 - worth));
    }
    point
}

fn guide(relaxation: &Relaxation, part: &Part, point: &Point) -> Guide {
    let weights = point.parties.one.iter().zip(&relaxation.scales).map(|(own, scale)| own / scale).collect();
    let mut charges = point.rows.one.clone();
    charges.resize(relaxation.problem.rows.len(), 0.0);
    let mut shares = vec![0.0; relaxation.problem.choices()];
    part.choices.iter().zip(&point.shares.one).for_each(|(choice, share)| shares[*choice] = *share);
    Guide { weights, charges, shares }
}

impl Part {
    /// By party the gain, by row the load, of settled issues and shares together; settled loads are in the limits already.
    pub fn sums(&self, relaxation: &Relaxation, shares: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let (mut gains, mut loads) = (self.settled.clone(), vec![0.0; self.limits.len()]);
        self.add(relaxation, shares, &mut gains, &mut loads);
        (gains, loads)
    }

    /// Adds what shares give to each party and load on each row.
    pub fn add(&self, relaxation: &Relaxation, shares: &[f64], gains: &mut [f64], loads: &mut [f64]) {
        for (choice, share) in self.choices.iter().zip(shares) {
            gains.iter_mut().zip(relaxation.effect(*choice)).for_each(|(sum, effect)| *sum += share * effect);
            relaxation.touches[*choice].iter().for_each(|(row, weight)| loads[*row] += share * weight);
        }
    }

    /// By choice of the part, its worth at multipliers of parties less its charges.
    pub fn worth(&self, relaxation: &Relaxation, weights: &[f64], charges: &[f64]) -> Vec<f64> {
        let of_choice = |choice: &usize| {
            let effects = relaxation.effect(*choice).iter().zip(weights);
            let worth: f64 = effects.map(|(effect, weight)| effect * weight).sum();
            worth
                - relaxation.touches[*choice].iter().map(|(row, weight)| weight * charges[*row]).sum::<f64>()
        };
        self.choices.iter().map(of_choice).collect()
    }
}
