//! How alike units of two texts are: weights of shared words, pairs and triples of words.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::words::Word;

/// A word, or two or three in a row, by the number under which it was first met.
pub(super) type Gram = u32;

/// Grams by what they are made of.
type Grams = HashMap<u64, Gram, BuildHasherDefault<AsItIs>>;

/// The grams of a unit with their weights, sorted.
#[derive(Clone, Debug, Default)]
pub(super) struct Weights {
    pub(super) grams: Vec<(Gram, f64)>,
    pub(super) total: f64,
}

/// Steps that the search for shared grams may take, about a second. In longer texts what stands in most provisions, and
/// weighs next to nothing, is passed over.
const STEPS_MAX: usize = 1_000_000_000;
/// A gram counts so often at most: what is repeated says little more.
const COUNT_MAX: usize = 3;
/// Pairs and triples of words weigh this much of what their words weigh.
const ROW_WEIGHT: f64 = 0.5;

impl Weights {
    /// The weight that two have in common.
    pub(super) fn shared(&self, other: &Weights) -> f64 {
        let (mut left, mut right) = (self.grams.iter().peekable(), other.grams.iter().peekable());
        let mut sum = 0.0;
        while let (Some((one, mine)), Some((two, theirs))) = (left.peek(), right.peek()) {
            match one.cmp(two) {
                std::cmp::Ordering::Less => drop(left.next()),
                std::cmp::Ordering::Greater => drop(right.next()),
                std::cmp::Ordering::Equal => {
                    sum += mine.min(*theirs);
                    left.next();
                    right.next();
                }
            }
        }
        sum
    }

    /// What is left when the weights of others have been taken away.
    pub(super) fn without<'w>(&self, others: impl Iterator<Item = &'w Weights>) -> Weights {
        let mut rest = self.grams.clone();
        for other in others {
            let mut theirs = other.grams.iter().peekable();
            for (gram, weight) in &mut rest {
                while theirs.next_if(|(other, _)| other < gram).is_some() {}
                if let Some((_, taken)) = theirs.next_if(|(other, _)| other == gram) {
                    *weight = (*weight - taken).max(0.0);
                }
            }
        }
        rest.retain(|(_, weight)| *weight > 0.0);
        let total = rest.iter().map(|(_, weight)| weight).sum();
        Weights { grams: rest, total }
    }
}

/// By which units each gram is used.
pub(super) struct Uses {
    /// By unit and weight, those of one gram side by side.
    weights: Vec<(usize, f64)>,
    /// Where those of each gram begin; they end where those of the next one begin.
    begins: Vec<usize>,
    units: usize,
}

/// Grams are well mixed already.
#[derive(Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |sum, byte| sum.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, gram: u64) {
        self.0 = gram;
    }
}

impl Uses {
    pub(super) fn of(units: &[Weights]) -> Uses {
        let grams = || units.iter().flat_map(|weights| weights.grams.iter().map(|(gram, _)| to_place(*gram)));
        let mut begins = vec![0; grams().max().map_or(0, |last| last + 1) + 1];
        for gram in grams() {
            begins[gram + 1] += 1;
        }
        for gram in 1..begins.len() {
            begins[gram] += begins[gram - 1];
        }
        let mut next = begins.clone();
        let mut weights = vec![(0, 0.0); grams().count()];
        for (at, unit) in units.iter().enumerate() {
            for (gram, weight) in &unit.grams {
                let place = &mut next[to_place(*gram)];
                weights[*place] = (at, *weight);
                *place += 1;
            }
        }
        Uses { weights, begins, units: units.len() }
    }

    /// The units that use a gram, each with its weight in it.
    fn of_gram(&self, gram: Gram) -> &[(usize, f64)] {
        match self.begins.get(to_place(gram)..to_place(gram) + 2) {
            Some([from, to]) => &self.weights[*from..*to],
            _ => &[],
        }
    }

    /// For each of some units the weight that it has in common with each of these.
    pub(super) fn shared_with<'u>(&'u self, units: &'u [Weights]) -> impl Iterator<Item = Vec<f64>> + 'u {
        let grams: usize = units.iter().map(|weights| weights.grams.len()).sum();
        let used_max = STEPS_MAX / grams.max(1);
        units.iter().map(move |weights| {
            let mut shared = vec![0.0; self.units];
            for (gram, weight) in &weights.grams {
                let uses = self.of_gram(*gram);
                if uses.len() > used_max {
                    continue;
                }
                for (at, theirs) in uses {
                    shared[*at] += weight.min(*theirs);
                }
            }
            shared
        })
    }
}

/// The weights of many units, by how rare their words are among all of them.
pub(super) fn weigh(units: &[&[Word]]) -> Vec<Weights> {
    let words = units.iter().flat_map(|unit| unit.iter()).max().map_or(0, |last| to_place(*last) + 1);
    let mut seen_in = vec![(0_usize, usize::MAX); words];
    for (at, unit) in units.iter().enumerate() {
        for word in *unit {
            let (count, last) = &mut seen_in[to_place(*word)];
            if *last != at {
                *count += 1;
                *last = at;
            }
        }
    }
    let all = to_f64(units.len() + 1);
    let rare: Vec<f64> =
        seen_in.into_iter().map(|(count, _)| libm::log(all / to_f64(count.max(1)))).collect();
    let rows = 2 * units.iter().map(|unit| unit.len()).sum::<usize>();
    let mut known = Grams::with_capacity_and_hasher(rows, BuildHasherDefault::default());
    units.iter().map(|unit| weights(unit, &rare, &mut known)).collect()
}

fn weights(unit: &[Word], rare: &[f64], known: &mut Grams) -> Weights {
    let mut rows: Vec<(Gram, f64)> = Vec::with_capacity(3 * unit.len());
    for at in 0..unit.len() {
        let (mut gram, mut weight) = (0_u64, 0.0);
        for (length, word) in unit[at..].iter().take(3).enumerate() {
            gram = mixed(gram, *word);
            weight += rare[to_place(*word)];
            let next = Gram::try_from(known.len()).unwrap_or(Gram::MAX);
            let number = *known.entry(gram).or_insert(next);
            rows.push((number, if length == 0 { weight } else { ROW_WEIGHT * weight }));
        }
    }
    rows.sort_unstable_by_key(|(gram, _)| *gram);
    let grams: Vec<(Gram, f64)> = rows
        .chunk_by(|(one, _), (other, _)| one == other)
        .map(|same| (same[0].0, same.iter().take(COUNT_MAX).map(|(_, weight)| weight).sum()))
        .collect();
    let total = grams.iter().map(|(_, weight)| weight).sum();
    Weights { grams, total }
}

fn to_place(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// A number for a row of words: the same on every machine (the multiplier is that of Knuth's MMIX).
fn mixed(gram: u64, word: Word) -> u64 {
    let next = gram.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(u64::from(word) + 1);
    next ^ (next >> 29)
}

pub(super) fn to_f64(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// How alike two units are, from 0 to 1: what they share, and what the one has of the other.
pub(super) fn likeness(shared: f64, one: f64, other: f64) -> f64 {
    let (small, sum) = (one.min(other), one + other);
    if small <= 0.0 {
        return 0.0;
    }
    // That something short is found in something long says the less the shorter it is.
    WHOLE * (2.0 * shared / sum) + (1.0 - WHOLE) * (shared / small) * trust(small)
}

/// How much the likeness of a unit of this weight says, from 0 to 1.
pub(super) fn trust(weight: f64) -> f64 {
    weight / (weight + SHORT)
}

/// How much it counts that units are alike as wholes, beside that the one holds the other.
const WHOLE: f64 = 0.55;
/// A unit of this weight is trusted by half: about four rare words in a row.
const SHORT: f64 = 40.0;
