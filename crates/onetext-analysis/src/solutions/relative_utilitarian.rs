//! The relative utilitarian solution: the largest sum of utilities that were first brought to the same range.
//!
//! Dhillon & Mertens 1999, "Relative utilitarianism" (Econometrica 67): each utility runs from 0 at the worst alternative to 1
//! at the best. In a bargain having no deal is an alternative that each party can keep, so none is worse: the range goes from
//! the disagreement to the ideal, and what is added up are shares. In this form Cao 1982, "Preference functions and bargaining
//! solutions"; Pivato 2009, "Twofold optimality of the relative utilitarian bargaining solution".
//!
//! - **Efficiency** and **anonymity** as for the Nash solution.
//! - **Scale invariance**: another unit or zero of any party's scale chooses the same points.
//! - **Independence of irrelevant alternatives other than the ideal**: without a point that was not chosen, the choice stays
//!   where nobody's ideal hangs on it.
//!
//! A party that cannot gain at all adds nothing to any sum.
//!
//! Ties: all points with the same sum of shares, compared over a common denominator.

use num_bigint::BigUint;

use super::fraction::greatest_common_divisor;
use super::share::{ERROR, Shares};
use super::sift::{largest, shortlist};
use super::{BargainingProblem, Fraction, Solution};

/// Common denominators of up to so many bits are computed with in 128: the sum of 64 shares, each at most the denominator,
/// takes 6 bits more.
const SHORT_BITS_MAX: u64 = 120;

/// The points with the largest sum of shares, and that sum. None without points or parties.
///
/// ```
/// use onetext_analysis::Utility;
/// use onetext_analysis::solutions::{BargainingProblem, Fraction, relative_utilitarian};
/// let points = [[90, 10], [60, 20], [30, 40]].map(|point| point.map(Utility::hundredths));
/// let problem = BargainingProblem::rational(&points, &[Utility::ZERO; 2])?;
/// let best = relative_utilitarian(&problem).unwrap();
/// assert_eq!((best.places, best.value), (vec![2], Fraction::new(4_u8, 3_u8))); // 30 of 90, and 40 of 40
/// # Ok::<(), onetext_analysis::Error>(())
/// ```
pub fn relative_utilitarian(problem: &BargainingProblem) -> Option<Solution<Fraction>> {
    let shares = Shares::of(problem);
    let keys = problem.rows().map(|gains| shares.near(gains).map(u128::from).sum::<u128>());
    let errors = u128::from(ERROR) * problem.parties() as u128;
    let near = shortlist(keys, |key| key.saturating_sub(errors));
    let (denominator, weights) = over_one_denominator(problem.ideals());
    let short: Option<Vec<u128>> = weights.iter().map(|weight| u128::try_from(weight).ok()).collect();
    match short {
        Some(weights) if denominator.bits() <= SHORT_BITS_MAX => {
            let sum = |at| weigh(problem.row(at), &weights, |gain, weight| u128::from(gain) * weight);
            Some(largest(near, sum)?.map(|sum| Fraction::new(sum, denominator)))
        }
        _ => {
            let sum = |at| weigh(problem.row(at), &weights, |gain, weight| weight * gain);
            Some(largest(near, sum)?.map(|sum| Fraction::new(sum, denominator)))
        }
    }
}

/// A common denominator of all shares, and by what each gain is then multiplied; 0 for a party that cannot gain.
fn over_one_denominator(ideals: &[u64]) -> (BigUint, Vec<BigUint>) {
    let mut denominator = BigUint::from(1_u8);
    for ideal in ideals.iter().filter(|ideal| **ideal > 0).map(|&ideal| BigUint::from(ideal)) {
        let common = greatest_common_divisor(&denominator, &ideal);
        denominator *= ideal / common;
    }
    let weight = |&ideal: &u64| if ideal == 0 { BigUint::ZERO } else { &denominator / ideal };
    let weights = ideals.iter().map(weight).collect();
    (denominator, weights)
}

fn weigh<W, S: std::iter::Sum>(gains: &[u64], weights: &[W], product: impl Fn(u64, &W) -> S) -> S {
    gains.iter().zip(weights).map(|(&gain, weight)| product(gain, weight)).sum()
}
