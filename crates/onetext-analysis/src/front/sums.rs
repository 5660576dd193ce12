//! The vectors of the whole space: the components' vectors, summed two sets at a time.
//!
//! A part of a sum that is dominated among its own kind cannot be in a front vector: with the part that dominates it in its
//! place, the sum would be better. So every set in between is a front, and every package of a front vector is made of
//! packages of front vectors below: counts multiply and add up, exactly.

use super::components::{Component, components, constants};
use super::cover::{Grid, thinned};
use super::layers::{Layers, layers};
use super::merge::merge_shifted;
use super::order::order;
use super::points::{Points, Vector, best, covers, difference, sum};
use crate::{Budget, Error, Scenario, Utility};

/// Vectors of a set from which on not every set in between is kept: few are needed to rebuild packages, and room is saved.
const KEEP_ALL_BELOW: usize = 4_096;
/// Parts that are then added at a time, with their own sum kept in place of what is in between.
const PARTS_AT_ONCE: usize = 8;
/// Pairs that may have to be looked at to add one more part to that sum.
const PAIRS_MAX: usize = 2_048;

/// The sets that a front was summed from; the last is the front itself.
#[derive(Debug)]
pub(super) struct Sums<const K: usize> {
    pub sets: Vec<Set<K>>,
    /// Issues of the space.
    pub issues: usize,
    /// How finely vectors were told apart; exactly where there is none.
    pub grid: Option<Grid>,
    /// The least that the parts could give, in sum.
    pub least: Vector<K>,
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

/// What is asked of a front.
pub(super) struct Asked<'a, const K: usize> {
    pub scenario: &'a Scenario,
    /// What every party must reach.
    pub floor: Vector<K>,
    /// The factor within which the front may be, less one; exact where none is given.
    pub epsilon: Option<Utility>,
    pub budget: &'a Budget<'a>,
}

/// The front that is asked for.
pub(super) fn sums<const K: usize>(asked: &Asked<'_, K>) -> Result<Sums<K>, Error> {
    let components = components(asked.scenario);
    let grid = asked.epsilon.map(|epsilon| Grid::within(epsilon, steps(&components)));
    let mut sets = vec![Set { points: constant(asked), origin: Origin::Constant }];
    let mut least = vec![constants(asked.scenario)];
    for component in &components {
        // The options of one issue need no thinning out.
        let grid = grid.filter(|_| component.issues.len() > 1);
        let layers = layers::<K>(asked.scenario, component, grid, asked.budget)?;
        least.push(layers.least);
        sets.push(Set { points: layers.front(), origin: Origin::Component(layers) });
    }
    let of_parts: Vec<_> = sets[1..].iter().map(|set| &set.points).collect();
    // The first to be added lies on top.
    let order = order(&of_parts, asked.budget)?;
    let mut parts: Vec<usize> = order.into_iter().rev().map(|part| part + 1).collect();
    let best = parts.iter().map(|&set| best(&sets[set].points.vectors)).collect();
    let mut summing = Summing { asked, sets, best, grid, least: least[0] };
    let mut whole = 0;
    while let Some(&next) = parts.last() {
        summing.least = sum(&summing.least, &least[next]);
        whole = summing.add_next(whole, &mut parts)?;
    }
    let issues = asked.scenario.space.issues().len();
    Ok(Sums { sets: summing.sets, issues, grid: summing.grid, least: summing.least })
}

/// How often a package's vector may be dropped on its way: at each issue of a larger component, and at each sum.
fn steps(components: &[Component<'_>]) -> usize {
    let larger = components.iter().map(|component| component.issues.len()).filter(|&issues| issues > 1);
    larger.sum::<usize>() + components.len()
}

/// The package without any issue, if it is allowed to be the only one.
fn constant<const K: usize>(asked: &Asked<'_, K>) -> Points<K> {
    let constants = constants(asked.scenario);
    if asked.scenario.space.issues().is_empty() && !covers(&constants, &asked.floor) {
        return Points::new();
    }
    Points::single(constants)
}

/// A sum that is under way.
struct Summing<'a, const K: usize> {
    asked: &'a Asked<'a, K>,
    sets: Vec<Set<K>>,
    /// The best of each part that is left, in the order of the parts.
    best: Vec<Vector<K>>,
    grid: Option<Grid>,
    /// The least that the parts so far could give, with the one that is being added.
    least: Vector<K>,
}

impl<const K: usize> Summing<'_, K> {
    /// Adds the last of the parts, or the last few, to the whole so far; the new whole.
    fn add_next(&mut self, whole: usize, parts: &mut Vec<usize>) -> Result<usize, Error> {
        let (together, at_once) = self.together(whole, parts)?;
        let mut points: Option<Points<K>> = None;
        for part in parts.split_off(parts.len() - at_once).into_iter().rev() {
            self.best.pop();
            let floor = self.left();
            let so_far = points.as_ref().unwrap_or(&self.sets[whole].points);
            points = Some(add(so_far, &self.sets[part].points, &floor, self.asked.budget)?);
        }
        let mut points = points.unwrap_or_else(Points::new);
        if let Some(grid) = self.grid {
            points = thinned(points, &self.least, grid);
        }
        Ok(self.keep(points, whole, together))
    }

    /// The sum of the last parts alone, and how many they are: one where every set in between is kept. The floor has no say
    /// here: a sum of parts that falls short of it is never asked for. On a grid all is kept: what dominates a sum of parts
    /// may have been dropped from the whole.
    fn together(&mut self, whole: usize, parts: &[usize]) -> Result<(usize, usize), Error> {
        let keeps_all = self.grid.is_some() || self.sets[whole].points.vectors.len() < KEEP_ALL_BELOW;
        let at_most = if keeps_all { 1 } else { PARTS_AT_ONCE.min(parts.len()) };
        let mut last = parts.iter().rev().take(at_most);
        let mut together = last.next().copied().unwrap_or(whole);
        let mut at_once = 1;
        for part in last {
            let (sum, more) = (&self.sets[together].points, &self.sets[*part].points);
            if sum.vectors.len().saturating_mul(more.vectors.len()) > PAIRS_MAX {
                break;
            }
            let points = add(sum, more, &[i64::MIN; K], self.asked.budget)?;
            together = self.keep(points, together, *part);
            at_once += 1;
        }
        Ok((together, at_once))
    }

    /// What a sum must reach so that, with the best of the parts that are left, it can reach the floor.
    fn left(&self) -> Vector<K> {
        let best = self.best.iter();
        best.fold(self.asked.floor, |floor, best| {
            std::array::from_fn(|party| floor[party].saturating_sub(best[party]))
        })
    }

    fn keep(&mut self, points: Points<K>, longer: usize, shorter: usize) -> usize {
        self.sets.push(Set { points, origin: Origin::Sum(longer, shorter) });
        self.sets.len() - 1
    }
}

fn add<const K: usize>(
    longer: &Points<K>,
    shorter: &Points<K>,
    floor: &Vector<K>,
    budget: &Budget<'_>,
) -> Result<Points<K>, Error> {
    let (longer, shorter) =
        if longer.vectors.len() < shorter.vectors.len() { (shorter, longer) } else { (longer, shorter) };
    merge_shifted(longer, shorter, floor, budget)
}

impl<const K: usize> Sums<K> {
    /// The front.
    pub fn front(&self) -> &Points<K> {
        &self.sets[self.sets.len() - 1].points
    }

    /// The ways in which a vector of a sum of two sets comes about: places in the longer and the shorter.
    pub fn ways(&self, longer: usize, shorter: usize, vector: &Vector<K>) -> Vec<(Vector<K>, Vector<K>)> {
        let (longer, shorter) = (&self.sets[longer].points, &self.sets[shorter].points);
        // The fewer are tried, the more are searched.
        if shorter.vectors.len() > longer.vectors.len() {
            let pairs = longer.vectors.iter().map(|part| (*part, difference(vector, part)));
            return pairs.filter(|(_, rest)| shorter.position(rest).is_some()).collect();
        }
        let pairs = shorter.vectors.iter().map(|part| (difference(vector, part), *part));
        pairs.filter(|(rest, _)| longer.position(rest).is_some()).collect()
    }
}
