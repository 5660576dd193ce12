//! Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) towards an aim a little under the bound. For the least ratio
//! the energy is what each party lacks of the aim, squared; for the product, the logarithm to second order about the best
//! shares.

use super::goal::{Goal, Level};
use super::problem::Open;
use super::random::Random;
use super::relaxation::Relaxation;
use super::walk::Walk;
use crate::{Budget, Stopped};

/// Moves between two looks at the budget.
const MOVES: u64 = 1_024;
/// How hot a run starts, as a part of the square of a middling exchange, and how much colder it ends. Measured on twenty
/// parties and two hundred issues: a fifth of the heat or ten times the coldest change the gap by less than a quarter of it.
const HOTTEST: f64 = 0.05;
const COLDEST: f64 = 0.01;
/// Exchanges whose square is more than so many times the heat are hardly ever taken and not tried.
const REACH: f64 = 100.0;
/// The nearest part of all exchanges, one in so many, that is always tried.
const SMALL_PART: usize = 20;

/// What a run is led by.
#[derive(Clone, Debug)]
pub(super) enum Aim {
    /// By party, the scaled gain that it should have, and by party the scaled range (0 where it only has to lose nothing).
    Least { gains: Vec<f64>, ranges: Vec<f64> },
    /// By party, one over the scaled gain near which the product is largest.
    Product { inverse: Vec<f64> },
}

/// The best package of a run, with what it reaches.
pub(super) type Best = Option<(Vec<Open>, Level)>;

impl Aim {
    /// How far gains are from the aim; the less the better.
    fn energy(&self, gains: &[f64]) -> f64 {
        match self {
            Aim::Least { gains: aims, .. } => {
                let lack = |(aim, gain): (&f64, &f64)| {
                    let lack = (aim - gain).max(0.0);
                    lack * lack
                };
                aims.iter().zip(gains).map(lack).sum()
            }
            Aim::Product { inverse } => {
                let far = |(inverse, gain): (&f64, &f64)| {
                    let beyond = gain * inverse - 1.0;
                    (0.5 * beyond - 1.0) * beyond
                };
                inverse.iter().zip(gains).map(far).sum()
            }
        }
    }

    /// By party, how much a change of its scaled gain matters for the distance of two options: for the least ratio not at
    /// all where a party does not press on it.
    pub fn measure(&self, pressing: &[bool]) -> Vec<f64> {
        match self {
            Aim::Least { .. } => pressing.iter().map(|presses| f64::from(u8::from(*presses))).collect(),
            Aim::Product { inverse } => inverse.clone(),
        }
    }

    /// What gains reach, in floating point; none where a party loses.
    fn reached(&self, gains: &[f64]) -> Option<f64> {
        match self {
            Aim::Least { ranges, .. } => {
                let mut least = f64::INFINITY;
                for (gain, range) in gains.iter().zip(ranges) {
                    if *range > 0.0 {
                        least = least.min(gain / range);
                    } else if *gain < 0.0 {
                        return None;
                    }
                }
                Some(least)
            }
            Aim::Product { .. } => gains.iter().all(|gain| *gain > 0.0).then(|| -self.energy(gains)),
        }
    }
}

/// One run of so many moves from a package; the best that it came by, if it counts.
pub(super) fn anneal(
    walk: &mut Walk,
    relaxation: &Relaxation,
    (goal, aim): (&Goal, &Aim),
    (random, moves): (&mut Random, u64),
    budget: &Budget,
) -> Result<Best, Stopped> {
    let mut best: Option<Vec<Open>> = None;
    let distances = walk.distances();
    let Some(&middle) = distances.get(distances.len() / 2) else { return Ok(None) };
    let least = distances[distances.len() / SMALL_PART];
    let rounds = moves.div_ceil(MOVES);
    let mut heat = middle * HOTTEST;
    let cooling = libm::pow(COLDEST, 1.0 / rounds as f64);
    let mut energy = aim.energy(&walk.gains);
    let mut reached = f64::NEG_INFINITY;
    for _ in 0..rounds {
        budget.spend(MOVES)?;
        walk.refresh();
        if !walk.keep_near(f64::max(heat * REACH, least)) {
            continue;
        }
        for _ in 0..MOVES {
            if !walk.propose(random) {
                continue;
            }
            let next = aim.energy(&walk.trial);
            if next > energy && next - energy > -heat * libm::log(random.share()) {
                walk.undo();
                continue;
            }
            walk.take();
            energy = next;
            if let Some(now) = aim.reached(&walk.gains).filter(|now| *now > reached) {
                reached = now;
                best = Some(walk.package());
            }
        }
        heat *= cooling;
    }
    let exact =
        |package: Vec<Open>| goal.level(&relaxation.problem.gains(&package)).map(|level| (package, level));
    Ok(best.and_then(exact))
}
