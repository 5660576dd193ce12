//! The egalitarian and leximin solutions: with a factor on one party's gains, the order of two points can change only where
//! the multiplied gain of one passes another gain of either. So it is enough to look at those factors and just beside them.

use std::cmp::Ordering;
use std::ops::Bound;

use crate::solutions::ratio::Ratio;
use crate::solutions::{
    BargainingProblem, Fraction, egalitarian as chosen_egalitarian, leximin as chosen_leximin,
};

use super::Factors;

/// For each party in which factors on its gains the egalitarian solution, with all its ties, stays. None without points or
/// parties.
///
/// ```
/// use onetext_analysis::Utility;
/// use onetext_analysis::solutions::rescaling::{Factors, egalitarian};
/// use onetext_analysis::solutions::{BargainingProblem, Fraction};
/// use std::ops::Bound;
/// let points = [[90, 20], [60, 60], [30, 75]].map(|point| point.map(Utility::hundredths));
/// let problem = BargainingProblem::rational(&points, &[Utility::ZERO; 2])?;
/// // [60, 60] is chosen until the first party's 90 shrink to the second's 20 or less, or its 30 grow to 60 or more.
/// let excluded = |above: u8, below: u8| Bound::Excluded(Fraction::new(above, below));
/// assert_eq!(egalitarian(&problem).unwrap()[0], Factors { from: excluded(1, 3), to: excluded(2, 1) });
/// # Ok::<(), onetext_analysis::Error>(())
/// ```
pub fn egalitarian(problem: &BargainingProblem) -> Option<Vec<Factors>> {
    let places = chosen_egalitarian(problem)?.places;
    Some((0..problem.parties()).map(|party| factors(problem, &places, party, 1)).collect())
}

/// For each party in which factors on its gains the leximin solution stays. None without points or parties.
pub fn leximin(problem: &BargainingProblem) -> Option<Vec<Factors>> {
    let places = chosen_leximin(problem)?.places;
    let depth = problem.parties();
    Some((0..problem.parties()).map(|party| factors(problem, &places, party, depth)).collect())
}

/// Where a factor lies: at a ratio or just beside it.
#[derive(Clone, Copy)]
struct Factor {
    ratio: Ratio,
    side: Ordering,
}

/// A gain as it stands, or one that the factor multiplies.
#[derive(Clone, Copy)]
enum Gain {
    Kept(u64),
    Scaled(u64),
}

impl Gain {
    fn compare(&self, other: &Gain, factor: Factor) -> Ordering {
        match (*self, *other) {
            (Gain::Kept(a), Gain::Kept(b)) | (Gain::Scaled(a), Gain::Scaled(b)) => a.cmp(&b),
            (Gain::Scaled(scaled), Gain::Kept(kept)) => factor.compare(scaled, kept),
            (Gain::Kept(kept), Gain::Scaled(scaled)) => factor.compare(scaled, kept).reverse(),
        }
    }
}

impl Factor {
    fn compare(self, scaled: u64, kept: u64) -> Ordering {
        let beside = if scaled > 0 { self.side } else { Ordering::Equal };
        self.ratio.compare_times(scaled, kept).then(beside)
    }
}

/// Two points under a factor on one party's gains: how do their `depth` least gains compare, in lexicographic order?
struct Pair<'p> {
    party: usize,
    depth: usize,
    points: [&'p [u64]; 2],
}

impl Pair<'_> {
    fn compare(&self, factor: Factor) -> Ordering {
        let [a, b] = self.points.map(|gains| {
            let mut sorted: Vec<Gain> = gains.iter().copied().map(Gain::Kept).collect();
            sorted[self.party] = Gain::Scaled(gains[self.party]);
            sorted.sort_by(|a, b| a.compare(b, factor));
            sorted.truncate(self.depth);
            sorted
        });
        let differing = a.iter().zip(&b).map(|(a, b)| a.compare(b, factor)).find(|order| order.is_ne());
        differing.unwrap_or(Ordering::Equal)
    }

    /// The factors at which a multiplied gain of either point meets a kept gain of either, ascending.
    fn turns(&self) -> Vec<Ratio> {
        let kept = |at: &usize| *at % self.points[0].len() != self.party;
        let all: Vec<u64> = self.points.concat();
        let mut turns = Vec::new();
        for scaled in self.points.map(|gains| gains[self.party]) {
            let gains = (0..all.len()).filter(kept).map(|at| all[at]).filter(|gain| *gain > 0);
            turns.extend(gains.filter_map(|gain| Ratio::new(gain, scaled)));
        }
        turns.sort_unstable();
        turns.dedup();
        turns
    }
}

/// An end of an interval, and whether it belongs to it.
#[derive(Clone, Copy)]
struct End {
    at: Ratio,
    included: bool,
}

impl End {
    fn bound(self) -> Bound<Fraction> {
        let at = self.at.fraction();
        if self.included { Bound::Included(at) } else { Bound::Excluded(at) }
    }

    /// The narrower of two ends, of which the other lies no farther out.
    fn or_narrower(self, other: Option<End>) -> Option<End> {
        other.map(|other| if other.at == self.at && !self.included { self } else { other }).or(Some(self))
    }
}

fn factors(problem: &BargainingProblem, places: &[usize], party: usize, depth: usize) -> Factors {
    let first = problem.row(places[0]);
    let (mut from, mut to): (Option<End>, Option<End>) = (None, None);
    let mut chosen = places.iter().peekable();
    for (at, gains) in problem.rows().enumerate() {
        let expected = if chosen.next_if_eq(&&at).is_some() { Ordering::Equal } else { Ordering::Greater };
        let pair = Pair { party, depth, points: [first, gains] };
        let turns = pair.turns();
        let (down, up) = turns.split_at(turns.partition_point(|turn| *turn < Ratio::ONE));
        let up = up.iter().take_while(|turn| to.is_none_or(|to| **turn <= to.at));
        let down = down.iter().rev().take_while(|turn| from.is_none_or(|from| **turn >= from.at));
        let (above, below) =
            (pair.change(expected, up, Ordering::Greater), pair.change(expected, down, Ordering::Less));
        to = to.map_or(above, |to| to.or_narrower(above));
        from = from.map_or(below, |from| from.or_narrower(below));
    }
    let all = Factors::all();
    Factors { from: from.map_or(all.from, End::bound), to: to.map_or(all.to, End::bound) }
}

impl Pair<'_> {
    /// The first factor, going outwards from 1, where the pair no longer compares as it does at 1.
    fn change<'t>(
        &self,
        expected: Ordering,
        turns: impl Iterator<Item = &'t Ratio>,
        outwards: Ordering,
    ) -> Option<End> {
        let stays = |ratio: Ratio, side: Ordering| self.compare(Factor { ratio, side }) == expected;
        let changes = |&turn: &Ratio| {
            let there = stays(turn, Ordering::Equal);
            (!there || !stays(turn, outwards)).then_some(End { at: turn, included: there })
        };
        std::iter::once(&Ratio::ONE).chain(turns).find_map(changes)
    }
}
