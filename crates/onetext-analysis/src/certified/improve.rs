//! Better packages for a search: runs of annealing, each from near the bound and each with an aim of its own.

use super::anneal::{Aim, anneal};
use super::dive::dive;
use super::goal::{Goal, Level};
use super::problem::Open;
use super::search::{Node, Search};
use super::walk::Walk;
use crate::Stopped;

/// Moves of the first run of annealing, and how often a run is doubled.
pub(super) const MOVES_FIRST: u64 = 1 << 17;
const DOUBLINGS_MAX: u32 = 4;
/// What an option may lose against the best of its issue, as a part of what the aim leaves; run by run. A package has many
/// issues and can afford little on each; with fewer options a run comes further down, with more there is more to find.
const LOSSES: [f64; 4] = [0.3, 0.15, 0.1, 2.0];
/// The aim of the first run lies so far under the bound, as a share of it.
const AIM_FIRST: f64 = 0.001;
/// The same where somebody only must not lose: the room is needed for that.
const AIM_FIRST_CONDITIONS: f64 = 0.006;
/// No aim lies further under the bound than this, as a share of it.
const AIM_MAX: f64 = 0.05;
/// A party whose weight is below this part of the largest does not press on the least ratio.
const IDLE: f64 = 1e-4;
/// What a party that only must not lose is aimed above that at most, as a share of its reach.
const SPARE_MAX: f64 = 0.002;

/// How far under the bound the first run aims, as a share of it.
pub(super) fn first_aim(goal: &Goal) -> f64 {
    if has_conditions(goal) { AIM_FIRST_CONDITIONS } else { AIM_FIRST }
}

impl Search<'_> {
    /// One run of annealing towards an aim under the bound of the node.
    pub fn improve(&mut self, node: &Node) -> Result<(), Stopped> {
        let problem = self.relaxation.problem;
        let Some(start) = self.start(node) else { return Ok(()) };
        let most = node.prices.most(problem, &node.domain);
        let losses = node.prices.losses(problem, &node.domain, self.goal.whole(most, &node.prices.weights));
        let slack = node.bound as f64 * self.aim;
        let part = LOSSES[self.runs as usize % LOSSES.len()];
        let is_allowed = |choice: usize| node.domain.has(Open(choice)) && losses[choice] <= part * slack;
        let weights = node.guide.weights.iter().zip(&self.relaxation.scales);
        let weights: Vec<f64> = weights.map(|(weight, scale)| weight * scale).collect();
        let largest = weights.iter().copied().fold(0.0, f64::max);
        let pressing: Vec<bool> = weights.iter().map(|weight| *weight > IDLE * largest).collect();
        let aim = self.aim_at(node, slack, weights);
        let measure = aim.measure(&pressing);
        let mut walk = Walk::from(self.relaxation, &start, &measure, &is_allowed);
        let moves = MOVES_FIRST << (self.runs / 2).min(DOUBLINGS_MAX);
        self.runs += 1;
        let budget = self.effort.budget;
        let led = (self.goal, &aim);
        let best = anneal(&mut walk, self.relaxation, led, (&mut self.random, moves), budget)?;
        let least = node.bound as f64 - slack;
        let is_reached = best.as_ref().is_some_and(|(_, level)| self.goal.printed(level) as f64 >= least);
        if is_reached {
            self.aim /= 2.0;
        } else if has_conditions(self.goal) {
            self.aim = (self.aim * 1.5).min(AIM_MAX);
        }
        let before = self.best.as_ref().map(|(_, level)| level.clone());
        if let Some((package, _)) = best {
            self.offer(package);
        }
        let is_better = self.best.as_ref().map(|(_, level)| level) != before.as_ref();
        self.stale = if is_better { 0 } else { self.stale + 1 };
        Ok(())
    }

    /// What a run is led by: for the least ratio so much under the bound; `weights` are those of scaled utilities.
    fn aim_at(&self, node: &Node, slack: f64, weights: Vec<f64>) -> Aim {
        let Goal::Least { ranges, unit } = self.goal else {
            // At the optimum of the relaxation a party's weight is one over its gain.
            return Aim::Product { inverse: weights };
        };
        let (unit, scales) = (*unit as f64, &self.relaxation.scales);
        let ranges: Vec<f64> =
            ranges.iter().zip(scales).map(|(range, scale)| *range as f64 / scale).collect();
        let counted: f64 = ranges.iter().zip(&weights).map(|(range, weight)| range * weight).sum();
        let only_conditions = ranges.iter().zip(&weights).filter(|(range, _)| **range <= 0.0);
        let conditions: f64 = only_conditions.map(|(_, weight)| weight).sum();
        // Half of what the aim leaves is for those who must not lose, so that the last rounding does not cost them.
        let spare = if conditions > 0.0 { 0.5 * slack / unit * counted / conditions } else { 0.0 };
        let spare = spare.min(SPARE_MAX);
        let target = (node.bound as f64 - slack) / unit;
        let gain = |range: &f64| if *range > 0.0 { range * target } else { spare };
        Aim::Least { gains: ranges.iter().map(gain).collect(), ranges }
    }

    /// A package near the bound: the best one if it is, otherwise the rounded shares.
    fn start(&self, node: &Node) -> Option<Vec<Open>> {
        let known = self.best.as_ref().map(|(package, _)| package);
        let near = |level: &Level| self.goal.printed(level) as f64 >= node.bound as f64 * (1.0 - AIM_MAX);
        if self.best.as_ref().is_some_and(|(_, level)| near(level)) {
            return known.cloned();
        }
        dive(self.relaxation.problem, &node.domain, &node.guide.shares).or_else(|| known.cloned())
    }
}

/// Whether somebody's gain only has to be no loss: then an aim too near the bound leaves nothing for that.
fn has_conditions(goal: &Goal) -> bool {
    matches!(goal, Goal::Least { ranges, .. } if ranges.contains(&0))
}
