//! Exact bounds from any multipliers. Weights on parties and charges on ties make the best package a matter of each issue
//! alone (Lagrangian relaxation, Geoffrion 1974); the multipliers may come from floating point, the bound is a whole number.

use super::domain::Domain;
use super::goal::Goal;
use super::problem::{Open, Problem};

/// The largest weight of a party; with utilities up to 1e18 and 64 parties every sum stays inside 128 bits.
const WEIGHT_MAX: f64 = 1_099_511_627_776.0;
/// The largest charge on a tie; with 65,536 ties of small weights every sum stays inside 128 bits.
const CHARGE_MAX: f64 = 1e27;

/// Multipliers in whole numbers, and what they make of every choice.
#[derive(Debug)]
pub(super) struct Prices {
    /// By party, none negative.
    pub weights: Vec<i64>,
    /// By choice: its weighted worth less its charges.
    worth: Vec<i128>,
    /// What is left of every package: charges on the limits of ties, less weighted reservations.
    constant: i128,
}

impl Prices {
    /// From guiding numbers: weights on parties' utilities, charges on rows in the same units.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "clamped before; whatever comes out is a valid multiplier"
    )]
    pub fn of(problem: &Problem, goal: &Goal, weights: &[f64], charges: &[f64]) -> Self {
        let largest = weights.iter().copied().fold(0.0, f64::max);
        let scale = if largest > 0.0 { WEIGHT_MAX / largest } else { 0.0 };
        let least = i64::from(*goal == Goal::Product);
        let whole = |weight: &f64| (libm::rint(weight * scale).clamp(0.0, WEIGHT_MAX) as i64).max(least);
        let weights: Vec<i64> = weights.iter().map(whole).collect();
        let mut prices = Prices { worth: Vec::with_capacity(problem.choices()), constant: 0, weights };
        for choice in 0..problem.choices() {
            prices.worth.push(prices.weigh(problem.worth(choice)));
        }
        prices.constant = -prices.weigh(&problem.reservations);
        for (row, charge) in problem.rows.iter().zip(charges) {
            let charge = libm::rint(charge * scale).clamp(0.0, CHARGE_MAX) as i128;
            prices.constant += charge * i128::from(row.limit);
            for &(choice, weight) in &row.weights {
                prices.worth[choice.0] -= charge * i128::from(weight);
            }
        }
        prices
    }

    fn weigh(&self, worth: &[i64]) -> i128 {
        worth.iter().zip(&self.weights).map(|(worth, weight)| i128::from(*worth) * i128::from(*weight)).sum()
    }

    /// At most so much is the weighted sum of gains of every package in the domain.
    pub fn most(&self, problem: &Problem, domain: &Domain) -> i128 {
        (0..problem.issues()).map(|issue| self.best(problem, domain, issue)).sum::<i128>() + self.constant
    }

    fn best(&self, problem: &Problem, domain: &Domain, issue: usize) -> i128 {
        domain.choices(problem, issue).map(|choice| self.worth[choice.0]).max().unwrap_or(0)
    }

    /// By choice: how much less than the best of its issue it is worth, as a share of `whole`.
    pub fn losses(&self, problem: &Problem, domain: &Domain, whole: f64) -> Vec<f64> {
        let best: Vec<i128> = (0..problem.issues()).map(|issue| self.best(problem, domain, issue)).collect();
        let loss = |(choice, worth): (usize, &i128)| (best[problem.issue_of[choice]] - worth) as f64 / whole;
        self.worth.iter().enumerate().map(loss).collect()
    }

    /// The choices of the domain that no package above the threshold has.
    pub fn beaten(&self, problem: &Problem, domain: &Domain, threshold: i128) -> Vec<Open> {
        let most = self.most(problem, domain);
        let mut beaten = Vec::new();
        for issue in 0..problem.issues() {
            let best = self.best(problem, domain, issue);
            let is_beaten = |choice: &Open| most - best + self.worth[choice.0] <= threshold;
            beaten.extend(domain.choices(problem, issue).filter(is_beaten));
        }
        beaten
    }
}
