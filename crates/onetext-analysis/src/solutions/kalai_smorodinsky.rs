//! The Kalai-Smorodinsky solution: whoever gets the least share of what it could gain gets as large a share as can be.
//!
//! Kalai & Smorodinsky 1975, "Other solutions to Nash's bargaining problem" (Econometrica 43), for two parties and convex
//! sets. For more parties and for finite sets, where equal shares need not exist, the largest least share, then the second
//! least, and so on: Imai 1983, "Individual monotonicity and lexicographic maxmin solution" (Econometrica 51).
//!
//! - **Efficiency**: no point that is better for one and no worse for anybody is passed over.
//! - **Anonymity**: another order of the parties chooses the same points.
//! - **Scale invariance**: another unit or zero of any party's scale chooses the same points.
//! - **Individual monotonicity**: what only widens the choice for one party, ideals of the others unchanged, is no loss to it
//!   (on comparable sets).
//! - **Independence of irrelevant alternatives other than the ideal**: without a point that was not chosen, the choice stays
//!   where nobody's ideal hangs on it.
//!
//! A party that cannot gain at all has the whole of what it could gain: its share is 1.
//!
//! Ties: points with the same shares, whoever has them; for [`max_min_share`] all with the same least share.

use super::ratio::Ratio;
use super::share::{self, ERROR, Shares};
use super::sift::{largest, leximin_of, shortlist};
use super::{BargainingProblem, Fraction, Solution};

/// The points whose shares, sorted from the least, come last in lexicographic order, and those sorted shares. None without
/// points or parties.
///
/// ```
/// use onetext_analysis::Utility;
/// use onetext_analysis::solutions::{BargainingProblem, Fraction, kalai_smorodinsky};
/// let points = [[90, 10], [60, 20], [30, 40]].map(|point| point.map(Utility::hundredths));
/// let problem = BargainingProblem::rational(&points, &[Utility::ZERO; 2])?;
/// let best = kalai_smorodinsky(&problem).unwrap();
/// assert_eq!(best.places, [1]);
/// assert_eq!(best.value, [Fraction::new(1_u8, 2_u8), Fraction::new(2_u8, 3_u8)]); // of 0.40 and of 0.90
/// # Ok::<(), onetext_analysis::Error>(())
/// ```
pub fn kalai_smorodinsky(problem: &BargainingProblem) -> Option<Solution<Vec<Fraction>>> {
    let ties = least_share(problem)?.places;
    let best = leximin_of(ties, |at, shares| shares.extend(share::exact(problem, at)))?;
    Some(best.map(|shares| shares.into_iter().map(Ratio::fraction).collect()))
}

/// The points where the least share is largest, with all ties, and that share: the first step only.
pub fn max_min_share(problem: &BargainingProblem) -> Option<Solution<Fraction>> {
    least_share(problem).map(|best| best.map(Ratio::fraction))
}

fn least_share(problem: &BargainingProblem) -> Option<Solution<Ratio>> {
    let shares = Shares::of(problem);
    let keys = problem.rows().map(|gains| shares.near(gains).min().unwrap_or(0));
    let near = shortlist(keys, |key| key.saturating_sub(ERROR));
    largest(near, |at| share::exact(problem, at).min().unwrap_or(Ratio::ONE))
}
