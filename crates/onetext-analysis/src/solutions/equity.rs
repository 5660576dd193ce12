//! How evenly a point treats the parties, by measures that have a literature. They are printed beside each other and order
//! nothing: an even point may be poor for everybody.
//!
//! All are taken of shares (what a party gains of the most that it could gain), so no party's scale matters.

use num_bigint::BigUint;

use super::{BargainingProblem, Fraction};

/// The measures of one point, over the parties that could gain at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equity {
    /// What each party gains of the most that it could gain, in their order; none for one that cannot gain.
    pub shares: Vec<Option<Fraction>>,
    /// The smallest share over the largest: 1 where all are equal. None where nobody gains.
    pub least_to_most: Option<Fraction>,
    /// The mean difference of two shares over twice the mean share (Gini 1912; as in Sen 1973, "On economic inequality"): 0
    /// where all are equal, 1 - 1/n where one of n has everything. None where nobody gains.
    pub gini: Option<Fraction>,
    /// The square of the sum over n times the sum of the squares (Jain, Chiu & Hawe 1984, "A quantitative measure of fairness
    /// and discrimination for resource allocation in shared computer systems"): 1 where all are equal, 1/n where one of n has
    /// everything. None where nobody gains.
    pub jain: Option<Fraction>,
}

/// The measures of the point at that place; none where there is no such point.
///
/// ```
/// use onetext_analysis::Utility;
/// use onetext_analysis::solutions::equity::equity;
/// use onetext_analysis::solutions::{BargainingProblem, Fraction};
/// let points = [[80, 20], [40, 40]].map(|point| point.map(Utility::hundredths));
/// let problem = BargainingProblem::rational(&points, &[Utility::ZERO; 2])?;
/// let measures = equity(&problem, 0).unwrap(); // shares 1 and 1/2
/// let fraction = |above: u8, below: u8| Some(Fraction::new(above, below));
/// assert_eq!(measures.least_to_most, fraction(1, 2));
/// assert_eq!(measures.gini, fraction(1, 6));
/// assert_eq!(measures.jain, fraction(9, 10));
/// # Ok::<(), onetext_analysis::Error>(())
/// ```
pub fn equity(problem: &BargainingProblem, at: usize) -> Option<Equity> {
    if at >= problem.points() {
        return None;
    }
    let of = problem.row(at).iter().zip(problem.ideals());
    let shares: Vec<Option<Fraction>> =
        of.map(|(&gain, &ideal)| (ideal > 0).then(|| Fraction::new(gain, ideal))).collect();
    let mut known: Vec<&Fraction> = shares.iter().flatten().collect();
    known.sort_unstable();
    let (least_to_most, gini, jain) = (least_to_most(&known), gini(&known), jain(&known));
    Some(Equity { shares, least_to_most, gini, jain })
}

fn least_to_most(sorted: &[&Fraction]) -> Option<Fraction> {
    sorted.first()?.over(sorted.last()?)
}

fn gini(sorted: &[&Fraction]) -> Option<Fraction> {
    let differences = (0..sorted.len()).flat_map(|high| (0..high).map(move |low| (low, high)));
    let apart = sum(differences.map(|(low, high)| sorted[low].apart(sorted[high])));
    // Each pair stands twice in the mean difference, which the 2 of "twice the mean" takes away again.
    apart.over(&times(&sum(sorted.iter().map(|&share| share.clone())), sorted.len()))
}

fn jain(sorted: &[&Fraction]) -> Option<Fraction> {
    let all = sum(sorted.iter().map(|&share| share.clone()));
    let squares = sum(sorted.iter().map(|share| share.times(share)));
    all.times(&all).over(&times(&squares, sorted.len()))
}

fn sum(fractions: impl Iterator<Item = Fraction>) -> Fraction {
    fractions.fold(Fraction::zero(), |sum, fraction| sum.plus(&fraction))
}

fn times(fraction: &Fraction, count: usize) -> Fraction {
    fraction.times(&Fraction::new(BigUint::from(count), 1_u8))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Utility;

    #[test]
    fn measures_of_points_that_one_can_check_by_hand() {
        let points = [[0, 0, 0, 0], [100, 0, 0, 0], [50, 50, 50, 0], [50, 100, 100, 0]];
        let points = points.map(|point| point.map(Utility::hundredths));
        let problem = BargainingProblem::rational(points, &[Utility::ZERO; 4]).unwrap();
        let said = |at| {
            let of = equity(&problem, at).unwrap();
            let told =
                |fraction: Option<Fraction>| fraction.map_or("-".to_owned(), |fraction| fraction.to_string());
            [told(of.least_to_most), told(of.gini), told(of.jain)].join(" ")
        };
        assert_eq!(said(0), "- - -");
        assert_eq!(said(1), "0 2/3 1/3");
        assert_eq!(said(2), "1 0 1");
        assert_eq!(said(3), "1/2 2/15 25/27");
        assert_eq!(equity(&problem, 3).unwrap().shares[3], None);
        assert_eq!(equity(&problem, 4), None);
    }
}
