//! The utilitarian solution: with a factor on one party's gains, each sum is a straight line in that factor, and the choice
//! stays until another line meets the highest.

use std::cmp::Ordering;
use std::ops::Bound;

use crate::solutions::{BargainingProblem, Fraction, utilitarian as chosen};

use super::Factors;

/// For each party in which factors on its gains the utilitarian solution stays. None without points or parties.
///
/// ```
/// use onetext_analysis::Utility;
/// use onetext_analysis::solutions::rescaling::{Factors, utilitarian};
/// use onetext_analysis::solutions::{BargainingProblem, Fraction};
/// use std::ops::Bound;
/// let points = [[90, 20], [60, 60], [30, 75]].map(|point| point.map(Utility::hundredths));
/// let problem = BargainingProblem::rational(&points, &[Utility::ZERO; 2])?;
/// // [60, 60] is chosen while 60 of the first are worth more than 15 of the second for 30, and 30 less than 40.
/// let excluded = |above: u8, below: u8| Bound::Excluded(Fraction::new(above, below));
/// assert_eq!(utilitarian(&problem).unwrap()[0], Factors { from: excluded(1, 2), to: excluded(4, 3) });
/// # Ok::<(), onetext_analysis::Error>(())
/// ```
pub fn utilitarian(problem: &BargainingProblem) -> Option<Vec<Factors>> {
    let places = chosen(problem)?.places;
    Some((0..problem.parties()).map(|party| factors(problem, &places, party)).collect())
}

/// What a point gives the party whose scale changes, and all others together.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Line {
    own: u64,
    rest: u128,
}

impl Line {
    fn of(gains: &[u64], party: usize) -> Self {
        let all: u128 = gains.iter().copied().map(u128::from).sum();
        Line { own: gains[party], rest: all - u128::from(gains[party]) }
    }

    /// Where another line meets this one, if it does at a factor above 0.
    fn meets(self, other: Line) -> Option<Meeting> {
        let (own, rest) = if other.own > self.own {
            (other.own - self.own, self.rest.checked_sub(other.rest)?)
        } else {
            (self.own - other.own, other.rest.checked_sub(self.rest)?)
        };
        (own > 0).then_some(Meeting { rest, own })
    }
}

/// The factor `rest / own`. Crossed products stay below 2^128: 63 gains of at most 2 * 10^18 times one of them are 2.6 * 10^38.
#[derive(Clone, Copy)]
struct Meeting {
    rest: u128,
    own: u64,
}

impl Meeting {
    fn compare(&self, other: &Meeting) -> Ordering {
        (self.rest * u128::from(other.own)).cmp(&(other.rest * u128::from(self.own)))
    }

    fn bound(self) -> Bound<Fraction> {
        Bound::Excluded(Fraction::new(self.rest, self.own))
    }
}

fn factors(problem: &BargainingProblem, places: &[usize], party: usize) -> Factors {
    let highest = Line::of(problem.row(places[0]), party);
    if places.iter().any(|&at| Line::of(problem.row(at), party) != highest) {
        return Factors::one_alone();
    }
    let lines = || problem.rows().map(|gains| Line::of(gains, party));
    let meeting = |line: Line| highest.meets(line);
    let below = lines().filter(|line| line.own < highest.own).filter_map(meeting).max_by(Meeting::compare);
    let above = lines().filter(|line| line.own > highest.own).filter_map(meeting).min_by(Meeting::compare);
    let all = Factors::all();
    Factors { from: below.map_or(all.from, Meeting::bound), to: above.map_or(all.to, Meeting::bound) }
}
