//! The utilitarian solution: the largest sum.
//!
//! Harsanyi 1955, "Cardinal welfare, individualistic ethics, and interpersonal comparisons of utility"; for bargaining, Myerson
//! 1981, "Utilitarianism, egalitarianism, and the timing effect in social choice problems" (Econometrica 49). It adds up gains
//! of different parties, so it means something only where their scales were made comparable: [`super::rescaling`] says how
//! much hangs on that.
//!
//! - **Efficiency**, **anonymity**, **independence of irrelevant alternatives** as for the Nash solution.
//! - **Translation invariance**: another zero of a party's scale changes nothing; another unit may.
//!
//! Ties: all points with the same sum.

use super::sift::shortlist;
use super::{BargainingProblem, Solution};

/// The points with the largest sum of utilities, and that sum in units of 1e-12 (a sum over many parties may be larger than a
/// [`crate::Utility`] holds). None without points or parties.
///
/// ```
/// use onetext_analysis::Utility;
/// use onetext_analysis::solutions::{BargainingProblem, utilitarian};
/// let points = [[90, 20], [60, 50], [30, 75]].map(|point| point.map(Utility::hundredths));
/// let problem = BargainingProblem::rational(&points, &[Utility::ZERO; 2])?;
/// let best = utilitarian(&problem).unwrap();
/// assert_eq!((best.places, best.value), (vec![0, 1], i128::from(Utility::hundredths(110).0)));
/// # Ok::<(), onetext_analysis::Error>(())
/// ```
pub fn utilitarian(problem: &BargainingProblem) -> Option<Solution<i128>> {
    let sum = |gains: &[u64]| gains.iter().copied().map(i128::from).sum::<i128>();
    let places = shortlist(problem.rows().map(sum), |key| key);
    let without_deal: i128 = problem.disagreement().iter().map(|utility| i128::from(utility.0)).sum();
    let value = without_deal + sum(problem.row(*places.first()?));
    Some(Solution { places, value })
}
