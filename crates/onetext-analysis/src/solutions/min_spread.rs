//! The points where all parties' shares of what they could gain lie as close together as can be: what `NegMAS` 0.16 calls
//! `ks_points`.
//!
//! On a convex set with equal shares somewhere on the front this would be the point of Kalai & Smorodinsky 1975. On a finite
//! front it need not be: it can pass over a point that is better for every party because the shares there differ by a hair
//! more. It is here so that results can be compared with that program's; [`super::kalai_smorodinsky`] is the concept.
//!
//! - **Anonymity**, **scale invariance** as for Kalai-Smorodinsky; no monotonicity.
//!
//! Ties: all points with the same spread. Where a party's ideal gain is at most 1e-12, all points (as in `NegMAS`).

use std::cmp::Reverse;

use super::ratio::Ratio;
use super::share::{self, ERROR, Shares};
use super::sift::{largest, shortlist};
use super::{BargainingProblem, Fraction, Solution};

/// An ideal gain of at most so many units is taken for none, as `NegMAS` does.
const NEGLIGIBLE: u64 = 1;

/// The points where the largest share less the smallest is least, and that difference. None without points or parties.
///
/// ```
/// use onetext_analysis::Utility;
/// use onetext_analysis::solutions::{BargainingProblem, kalai_smorodinsky, min_spread};
/// let points = [[100, 0], [0, 100], [60, 80], [50, 50]].map(|point| point.map(Utility::hundredths));
/// let problem = BargainingProblem::rational(&points, &[Utility::ZERO; 2])?;
/// assert_eq!(min_spread(&problem).unwrap().places, [3]);
/// assert_eq!(kalai_smorodinsky(&problem).unwrap().places, [2]);
/// # Ok::<(), onetext_analysis::Error>(())
/// ```
pub fn min_spread(problem: &BargainingProblem) -> Option<Solution<Fraction>> {
    if problem.ideals().iter().any(|ideal| *ideal <= NEGLIGIBLE) && problem.points() > 0 {
        return Some(Solution { places: (0..problem.points()).collect(), value: Fraction::zero() });
    }
    let shares = Shares::of(problem);
    let keys = problem.rows().map(|gains| {
        let (least, most) = shares
            .near(gains)
            .fold((u64::MAX, 0), |(least, most): (u64, u64), share| (least.min(share), most.max(share)));
        Reverse(most.saturating_sub(least))
    });
    // Each end may be off by the error, so a difference by it either way, and two differences by twice that.
    let near = shortlist(keys, |Reverse(spread)| Reverse(spread.saturating_add(2 * ERROR)));
    Some(largest(near, |at| Reverse(spread(problem, at)))?.map(|Reverse(value)| value))
}

fn spread(problem: &BargainingProblem, at: usize) -> Fraction {
    let (least, most) = (share::exact(problem, at).min(), share::exact(problem, at).max());
    most.unwrap_or(Ratio::ONE).fraction().apart(&least.unwrap_or(Ratio::ONE).fraction())
}
