//! The vectors of the whole space: the components' vectors, summed two sets at a time.
//!
//! A part of a sum that is dominated among its own kind cannot be in a front vector: with the part that dominates it in its
//! place, the sum would be better. So every set in between is a front, and every package of a front vector is made of
//! packages of front vectors below: counts multiply and add up, exactly.

use super::components::{Component, components, constants};
use super::layers::{Layers, layers};
use super::merge::{Stream, merge};
use super::points::{Points, Vector, best, covers, difference, sum};
use crate::{Budget, Error, Scenario};

/// All sets that a front was summed from; the last is the front itself.
#[derive(Debug)]
pub(super) struct Sums<const K: usize> {
    pub sets: Vec<Set<K>>,
    /// Issues of the space.
    pub issues: usize,
}

/// A set of vectors, and where they come from.
#[derive(Debug)]
pub(super) struct Set<const K: usize> {
    pub points: Points<K>,
    pub origin: Origin<K>,
}

/// Where the vectors of a set come from.
#[derive(Debug)]
pub(super) enum Origin<const K: usize> {
    /// No issue at all: what is added to every package.
    Constant,
    /// A component.
    Component(Layers<K>),
    /// The sums of two sets before this one: the longer, then the shorter.
    Sum(usize, usize),
}

/// The front of the packages that reach the floor.
pub(super) fn sums<const K: usize>(
    scenario: &Scenario,
    floor: &Vector<K>,
    budget: &Budget<'_>,
) -> Result<Sums<K>, Error> {
    let mut sets = vec![Set { points: constant(scenario, floor), origin: Origin::Constant }];
    for component in components(scenario) {
        sets.push(part(scenario, &component, budget)?);
    }
    let issues = scenario.space.issues().len();
    let mut open: Vec<usize> = (0..sets.len()).collect();
    while open.len() > 1 {
        let (a, b) = next_pair::<K>(&sets, &mut open);
        let floor = floor_of(&sets, &open, floor);
        let points = add(&sets[a].points, &sets[b].points, &floor, budget)?;
        open.push(sets.len());
        sets.push(Set { points, origin: Origin::Sum(a, b) });
    }
    Ok(Sums { sets, issues })
}

/// The package without any issue, if it is allowed to be the only one.
fn constant<const K: usize>(scenario: &Scenario, floor: &Vector<K>) -> Points<K> {
    let constants = constants(scenario);
    if scenario.space.issues().is_empty() && !covers(&constants, floor) {
        return Points::new();
    }
    Points::single(constants)
}

fn part<const K: usize>(
    scenario: &Scenario,
    component: &Component<'_>,
    budget: &Budget<'_>,
) -> Result<Set<K>, Error> {
    let layers = layers::<K>(scenario, component, budget)?;
    Ok(Set { points: layers.front(), origin: Origin::Component(layers) })
}

/// Takes the two sets that are summed next out of those that are open: the longer, then the shorter. With two parties the
/// two shortest, so that few long sums are made; with more, where fronts of sums grow faster, the shortest onto the longest.
fn next_pair<const K: usize>(sets: &[Set<K>], open: &mut Vec<usize>) -> (usize, usize) {
    open.sort_by_key(|&set| (std::cmp::Reverse(sets[set].points.vectors.len()), set));
    let shorter = open.pop().unwrap_or(0);
    let longer = if K <= 2 { open.pop().unwrap_or(0) } else { open.remove(0) };
    (longer, shorter)
}

/// What a sum must reach so that, with the best of all that is still open, it can reach the floor.
fn floor_of<const K: usize>(sets: &[Set<K>], open: &[usize], floor: &Vector<K>) -> Vector<K> {
    let best = open.iter().map(|&set| best(&sets[set].points.vectors));
    best.fold(*floor, |floor, best| std::array::from_fn(|party| floor[party].saturating_sub(best[party])))
}

fn add<const K: usize>(
    longer: &Points<K>,
    shorter: &Points<K>,
    floor: &Vector<K>,
    budget: &Budget<'_>,
) -> Result<Points<K>, Error> {
    let stream =
        |(at, shift): (usize, &Vector<K>)| Stream { points: longer, shift: *shift, times: shorter.count(at) };
    let mut streams: Vec<_> = shorter.vectors.iter().enumerate().map(stream).collect();
    let mut points = merge(&mut streams, floor, budget)?;
    points.shrink();
    Ok(points)
}

impl<const K: usize> Sums<K> {
    /// The front.
    pub fn front(&self) -> &Points<K> {
        &self.sets[self.sets.len() - 1].points
    }

    /// The ways in which a vector of a sum of two sets comes about: places in the longer and the shorter.
    pub fn ways(&self, longer: usize, shorter: usize, vector: &Vector<K>) -> Vec<(Vector<K>, Vector<K>)> {
        let (longer, shorter) = (&self.sets[longer].points, &self.sets[shorter].points);
        let pairs = shorter.vectors.iter().map(|part| (difference(vector, part), *part));
        pairs.filter(|(rest, part)| longer.position(rest).is_some() && sum(rest, part) == *vector).collect()
    }
}
