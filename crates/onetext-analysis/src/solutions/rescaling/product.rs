//! The Nash solution: a factor on one party's gains multiplies every product in which that party gains. The choice can change
//! only between points where it gains and points where it does not, with as many parties gaining.

use std::ops::Bound;

use crate::solutions::nash::{GainsProduct, best_where};
use crate::solutions::{BargainingProblem, Fraction, Solution};

use super::Factors;

/// For each party in which factors on its gains the Nash solution stays. None without points or parties.
pub fn nash(problem: &BargainingProblem) -> Option<Vec<Factors>> {
    let best = best_where(problem, |_| true)?;
    let factors = (0..problem.parties()).map(|party| factors(problem, &best, party));
    Some(factors.collect())
}

fn factors(problem: &BargainingProblem, best: &Solution<GainsProduct>, party: usize) -> Factors {
    let rival = |gains: bool| {
        let rival = best_where(problem, |row| (row[party] > 0) == gains)?;
        (rival.value.gaining == best.value.gaining).then_some(rival.value.product)
    };
    let (Some(with), Some(without)) = (rival(true), rival(false)) else { return Factors::all() };
    let turning = Bound::Excluded(Fraction::new(without.clone(), with.clone()));
    match with.cmp(&without) {
        std::cmp::Ordering::Greater => Factors { from: turning, ..Factors::all() },
        std::cmp::Ordering::Equal => Factors::one_alone(),
        std::cmp::Ordering::Less => Factors { to: turning, ..Factors::all() },
    }
}
