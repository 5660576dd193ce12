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

/// Every so many-th point is looked at before all are: on a sorted front the interval would otherwise narrow by one point at a
/// time. The result does not hang on the order.
const STRIDE: usize = 331;

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

/// The interval found so far.
#[derive(Clone, Copy, Default)]
struct Found {
    from: Option<End>,
    to: Option<End>,
}

impl Found {
    /// Narrows the interval to where the pair compares as it does at 1; whether it became narrower.
    fn narrow(&mut self, pair: &Pair, expected: Ordering) -> bool {
        let turns = pair.turns();
        let (down, up) = turns.split_at(turns.partition_point(|turn| *turn < Ratio::ONE));
        let up = up.iter().take_while(|turn| self.to.is_none_or(|to| **turn <= to.at));
        let down = down.iter().rev().take_while(|turn| self.from.is_none_or(|from| **turn >= from.at));
        let above = pair.change(expected, up, Ordering::Greater);
        let below = pair.change(expected, down, Ordering::Less);
        self.to = self.to.map_or(above, |to| to.or_narrower(above));
        self.from = self.from.map_or(below, |from| from.or_narrower(below));
        above.is_some() || below.is_some()
    }

    fn factors(self) -> Factors {
        let all = Factors::all();
        Factors { from: self.from.map_or(all.from, End::bound), to: self.to.map_or(all.to, End::bound) }
    }
}

/// What a point must give the party whose scale changes, and each of the others, to come level with a chosen point anywhere in
/// the interval. Nearly all points of a front give less and need no closer look.
struct Needed {
    own: u64,
    others: u64,
}

impl Needed {
    fn of(chosen: &[u64], party: usize, found: Found) -> Self {
        // The least gain at the chosen point grows with the factor, so it is smallest where the interval begins.
        let own = Fraction::new(chosen[party], 1_u8);
        let own = found.from.map_or(Fraction::zero(), |from| own.times(&from.at.fraction()));
        let least = others(chosen, party).map_or(own.clone(), |others| own.min(Fraction::new(others, 1_u8)));
        let own = match found.to {
            Some(to) => least.over(&to.at.fraction()).map_or(0, |needed| needed.rounded_up()),
            None => u64::from(least > Fraction::zero()),
        };
        Needed { own, others: least.rounded_up() }
    }

    fn is_met(&self, gains: &[u64], party: usize) -> bool {
        gains[party] >= self.own && others(gains, party).is_none_or(|others| others >= self.others)
    }
}

/// The least gain of all parties but one.
fn others(gains: &[u64], party: usize) -> Option<u64> {
    let (before, after) = (&gains[..party], &gains[party + 1..]);
    before.iter().chain(after).copied().min()
}

fn factors(problem: &BargainingProblem, places: &[usize], party: usize, depth: usize) -> Factors {
    let first = problem.row(places[0]);
    let mut found = Found::default();
    let mut needed = Needed::of(first, party, found);
    let all = 0..problem.points();
    for at in all.clone().step_by(STRIDE).chain(all) {
        let gains = problem.row(at);
        let expected = if places.binary_search(&at).is_ok() { Ordering::Equal } else { Ordering::Greater };
        let pair = Pair { party, depth, points: [first, gains] };
        if needed.is_met(gains, party) && found.narrow(&pair, expected) {
            needed = Needed::of(first, party, found);
        }
    }
    found.factors()
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
