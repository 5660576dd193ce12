//! The leximin solution: the egalitarian one, and among its ties the second least gain, then the third, and so on.
//!
//! The lexicographic extension of the maximin rule (Sen 1970, "Collective choice and social welfare"), for bargaining:
//! Thomson & Lensberg 1989, "Axiomatic theory of bargaining with a variable number of agents".
//!
//! - **Efficiency**, **anonymity**, **independence of irrelevant alternatives** as for the Nash solution.
//! - **Comparison of gains**: another unit for one party may change the choice, another unit for all alike does not.
//!
//! Ties: points with the same gains, whoever has them.

use super::problem::utility;
use super::sift::leximin_of;
use super::{BargainingProblem, Solution, egalitarian};
use crate::Utility;

/// The points whose gains, sorted from the least, come last in lexicographic order, and those sorted gains. None without
/// points or parties.
///
/// ```
/// use onetext_analysis::Utility;
/// use onetext_analysis::solutions::{BargainingProblem, leximin};
/// let points = [[30, 50], [90, 30], [99, 10]].map(|point| point.map(Utility::hundredths));
/// let problem = BargainingProblem::rational(&points, &[Utility::ZERO; 2])?;
/// let best = leximin(&problem).unwrap();
/// assert_eq!((best.places, best.value), (vec![1], vec![Utility::hundredths(30), Utility::hundredths(90)]));
/// # Ok::<(), onetext_analysis::Error>(())
/// ```
pub fn leximin(problem: &BargainingProblem) -> Option<Solution<Vec<Utility>>> {
    let best =
        leximin_of(egalitarian(problem)?.places, |at, gains| gains.extend_from_slice(problem.row(at)))?;
    Some(best.map(|gains| gains.into_iter().map(utility).collect()))
}
