//! The egalitarian solution: whoever gains least gains as much as can be.
//!
//! Kalai 1977, "Proportional solutions to bargaining situations: interpersonal utility comparisons" (Econometrica 45), with
//! equal proportions. It compares gains of different parties, so it means something only where their scales were made
//! comparable: [`super::rescaling`] says how much hangs on that.
//!
//! - **Weak efficiency**: no point is passed over that is better for every party; [`super::leximin`] is fully efficient.
//! - **Anonymity**: another order of the parties chooses the same points.
//! - **Monotonicity**: more points to choose from never lower the least gain.
//! - **Independence of irrelevant alternatives**: without a point that was not chosen, the choice stays.
//!
//! Ties: all points with the same least gain.

use super::problem::utility;
use super::sift::shortlist;
use super::{BargainingProblem, Solution};
use crate::Utility;

/// The points where the least gain is largest, and that gain. None without points or parties.
///
/// ```
/// use onetext_analysis::Utility;
/// use onetext_analysis::solutions::{BargainingProblem, egalitarian};
/// let points = [[30, 50], [90, 30], [99, 10]].map(|point| point.map(Utility::hundredths));
/// let problem = BargainingProblem::rational(&points, &[Utility::ZERO; 2])?;
/// let best = egalitarian(&problem).unwrap();
/// assert_eq!((best.places, best.value), (vec![0, 1], Utility::hundredths(30)));
/// # Ok::<(), onetext_analysis::Error>(())
/// ```
pub fn egalitarian(problem: &BargainingProblem) -> Option<Solution<Utility>> {
    let least = |gains: &[u64]| gains.iter().copied().min().unwrap_or(0);
    let places = shortlist(problem.rows().map(least), |key| key);
    let value = utility(least(problem.row(*places.first()?)));
    Some(Solution { places, value })
}
