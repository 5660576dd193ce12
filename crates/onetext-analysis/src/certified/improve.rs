//! Better packages for a search: runs of annealing, each from near the bound and each with an aim of its own.

use super::anneal::{Aim, anneal};
use super::dive::dive;
use super::goal::{Goal, Level};
use super::problem::Open;
use super::search::{Node, Search};
use super::walk::Walk;
use crate::Stopped;

/// Moves of the first run of annealing, and how often a run is doubled.
const MOVES_FIRST: u64 = 1 << 17;
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
        // A package far below the bound is no good place to start from: the rounded shares are near it.
        let near = |level: &Level| self.goal.printed(level) as f64 >= node.bound as f64 * (1.0 - AIM_MAX);
        let near = self.best.as_ref().filter(|(_, level)| near(level)).map(|(package, _)| package.clone());
        let rounded = || dive(problem, &node.domain, &node.guide.shares);
        let Some(start) = near.or_else(rounded).or_else(|| self.best.clone().map(|(package, _)| package))
        else {
            return Ok(());
        };
        let most = node.prices.most(problem, &node.domain);
        let losses = node.prices.losses(problem, &node.domain, self.goal.whole(most, &node.prices.weights));
        let slack = node.bound as f64 * self.aim;
        let part = LOSSES[self.runs as usize % LOSSES.len()];
        let is_allowed = |choice: usize| node.domain.has(Open(choice)) && losses[choice] <= part * slack;
        let aim = self.aim_at(node, slack);
        let weights = node.guide.weights.iter().zip(&self.relaxation.scales);
        let measure = aim.measure(&weights.map(|(weight, scale)| weight * scale).collect::<Vec<_>>());
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

    fn aim_at(&self, node: &Node, slack: f64) -> Aim {
        let relaxation = self.relaxation;
        match self.goal {
            Goal::Least { ranges, unit } => {
                let target = (node.bound as f64 - slack) / *unit as f64;
                let scaled: Vec<f64> = ranges
                    .iter()
                    .zip(&relaxation.scales)
                    .map(|(range, scale)| *range as f64 / scale)
                    .collect();
                // Half of what the aim leaves is for those who must not lose, so that the last rounding does not cost them.
                let weighed = || node.guide.weights.iter().zip(&relaxation.scales).zip(&scaled);
                let total = |of: fn(f64) -> bool, by: fn(f64, f64) -> f64| -> f64 {
                    let chosen = weighed().filter(|(_, range)| of(**range));
                    chosen.map(|((weight, scale), range)| weight * scale * by(*range, 1.0)).sum()
                };
                let counted = total(|range| range > 0.0, |range, _| range);
                let conditions = total(|range| range <= 0.0, |_, one| one);
                let spare =
                    if conditions > 0.0 { 0.5 * slack / *unit as f64 * counted / conditions } else { 0.0 };
                let spare = spare.min(SPARE_MAX);
                let gain = |range: &f64| if *range > 0.0 { range * target } else { spare };
                Aim::Least { gains: scaled.iter().map(gain).collect(), ranges: scaled }
            }
            Goal::Product => {
                // At the optimum of the relaxation a party's weight is one over its gain.
                let weights = node.guide.weights.iter().zip(&relaxation.scales);
                Aim::Product { inverse: weights.map(|(weight, scale)| weight * scale).collect() }
            }
        }
    }
}

/// Whether somebody's gain only has to be no loss: then an aim too near the bound leaves nothing for that.
fn has_conditions(goal: &Goal) -> bool {
    matches!(goal, Goal::Least { ranges, .. } if ranges.contains(&0))
}
