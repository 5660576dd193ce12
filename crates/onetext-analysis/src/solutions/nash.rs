//! The Nash solution on a finite set: the largest product of gains.
//!
//! Nash 1950, "The bargaining problem", for two parties and convex sets; on finite sets, where several points may be best,
//! Mariotti 1998, "Nash bargaining theory when the number of alternatives can be finite" (Social Choice and Welfare 15). Where
//! no point gives every party a gain, every plain product is 0 and says nothing; then first as many parties as can be gain,
//! and the product is of their gains (the reading of the maximum in Caragiannis et al. 2019, "The unreasonable fairness of
//! maximum Nash welfare").
//!
//! - **Efficiency**: no point that is better for one and no worse for anybody is passed over.
//! - **Anonymity**: another order of the parties chooses the same points.
//! - **Scale invariance**: another unit or zero of a party's scale chooses the same points, while the same parties gain.
//! - **Independence of irrelevant alternatives**: without a point that was not chosen, the choice stays.
//!
//! Ties: all points with the same number of gaining parties and the same product, compared as big integers.

use num_bigint::BigUint;

use super::magnitude::Magnitude;
use super::sift::{largest, shortlist};
use super::{BargainingProblem, Solution};

/// How many parties gain, and the product of their gains. Compared in this order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GainsProduct {
    /// How many parties have a strict gain.
    pub gaining: usize,
    /// The product of those gains, in units of (1e-12) to the power of `gaining`.
    pub product: BigUint,
}

/// The points where most parties gain, and among those the product of the gains of who gains is largest. None without points
/// or parties.
///
/// ```
/// use onetext_analysis::Utility;
/// use onetext_analysis::solutions::{BargainingProblem, nash};
/// let points = [[60, 20, 0], [10, 30, 0], [20, 20, 0], [90, 0, 0]].map(|point| point.map(Utility::hundredths));
/// let problem = BargainingProblem::rational(&points, &[Utility::ZERO; 3])?;
/// let best = nash(&problem).unwrap();
/// assert_eq!((best.places, best.value.gaining), (vec![0], 2)); // nothing gives the third party anything
/// # Ok::<(), onetext_analysis::Error>(())
/// ```
pub fn nash(problem: &BargainingProblem) -> Option<Solution<GainsProduct>> {
    best_where(problem, |_| true)
}

/// The points with the largest plain product of all gains. Where no point gives every party a gain, every product is 0 and all
/// points tie; how many gain where most do is told all the same. This is what `NegMAS` 0.16 computes.
pub fn nash_product(problem: &BargainingProblem) -> Option<Solution<GainsProduct>> {
    let best = nash(problem)?;
    if best.value.gaining == problem.parties() {
        return Some(best);
    }
    let value = GainsProduct { product: BigUint::ZERO, ..best.value };
    Some(Solution { places: (0..problem.points()).collect(), value })
}

/// The same among those points alone whose gains are admitted.
pub(super) fn best_where(
    problem: &BargainingProblem,
    admitted: impl Fn(&[u64]) -> bool,
) -> Option<Solution<GainsProduct>> {
    let keys = problem.rows().map(|gains| admitted(gains).then(|| Magnitude::of_product(gains)));
    let floor = |(gaining, product): (u32, Magnitude)| (gaining, product.less_errors(gaining));
    let mut near = shortlist(keys, |key| key.map(floor));
    near.retain(|at| admitted(problem.row(*at)));
    largest(near, |at| exact(problem.row(at)))
}

fn exact(gains: &[u64]) -> GainsProduct {
    let gaining = gains.iter().filter(|gain| **gain > 0);
    GainsProduct {
        gaining: gaining.clone().count(),
        product: gaining.map(|&gain| BigUint::from(gain)).product(),
    }
}
