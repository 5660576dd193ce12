//! Which provisions correspond. First the articles, then within their frame and along the order of the text the
//! provisions, one to one; then what one partner leaves unexplained.

use std::collections::{BTreeMap, HashSet};

use super::finder::{Blocks, Finder, Side};
use super::frames::{block, frame, frames, wording};
use super::likeness::weigh;
use super::words::{Word, Words};
use crate::draft::{Draft, Provision, abbreviations};

/// A pair of provisions of this likeness makes a pair of their articles, wherever they stand.
const CARRIES: f64 = 0.45;

/// Two places that correspond.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pair {
    pub(super) old: usize,
    pub(super) new: usize,
    pub(super) score: f64,
}

/// What was found at both levels.
pub(super) struct Found {
    pub(super) paragraphs: Vec<Pair>,
    pub(super) articles: Vec<Pair>,
}

/// Finds what corresponds.
pub(super) fn find(old: &Draft, new: &Draft) -> Found {
    let mut known = abbreviations(old);
    known.append(&mut abbreviations(new));
    let mut words = Words::knowing(&known);
    let (old_units, new_units) = (units(old, &mut words), units(new, &mut words));
    let frames = frames((old, &old_units), (new, &new_units), &mut words);
    let (old_blocks, new_blocks) = (gathered(&old_units), gathered(&new_units));
    let blocks = {
        let (one, other) = sides((old, &old_blocks), (new, &new_blocks));
        let mut finder = Finder::new(&one, &other, &frames, None);
        finder.pair();
        finder.explain();
        Blocks::of(finder.pairs.iter().map(|pair| (one.blocks[pair.old], other.blocks[pair.new])).collect())
    };
    let (one, other) = sides((old, &old_units), (new, &new_units));
    let mut finder = Finder::new(&one, &other, &frames, Some(&blocks));
    finder.pair();
    finder.explain();
    finder.number();
    let at = |pair: &Pair| Pair { old: one.places[pair.old], new: other.places[pair.new], ..*pair };
    let articles = carried(&finder, &frames);
    Found { paragraphs: finder.pairs.iter().map(at).collect(), articles }
}

/// A provision or several, as they are likened.
pub(super) struct Unit {
    pub(super) place: usize,
    /// The place of its paragraph.
    block: usize,
    pub(super) words: Vec<Word>,
}

/// The provisions that have words of their own.
fn units(draft: &Draft, words: &mut Words) -> Vec<Unit> {
    let mut units = Vec::new();
    let says = |provision: &Provision| !provision.text.is_empty() && !provision.is_left_out();
    for (place, provision) in draft.provisions.iter().enumerate().filter(|(_, one)| says(one)) {
        let mut own = words.of(&provision.heading);
        own.extend(words.of(&provision.text));
        units.push(Unit { place, block: block(draft, place), words: own });
    }
    units
}

/// The same by paragraphs, each with all that stands under it.
fn gathered(units: &[Unit]) -> Vec<Unit> {
    let mut blocks: Vec<Unit> = Vec::new();
    for unit in units {
        match blocks.last_mut().filter(|last| last.block == unit.block) {
            Some(last) => last.words.extend(&unit.words),
            None => blocks.push(Unit { place: unit.block, block: unit.block, words: unit.words.clone() }),
        }
    }
    blocks
}

/// Both sides, weighed together.
fn sides(old: (&Draft, &[Unit]), new: (&Draft, &[Unit])) -> (Side, Side) {
    let all: Vec<&[Word]> = old.1.iter().chain(new.1).map(|unit| unit.words.as_slice()).collect();
    let mut weights = weigh(&all);
    let new_weights = weights.split_off(old.1.len());
    let side = |(draft, units): (&Draft, &[Unit]), weights| Side {
        places: units.iter().map(|unit| unit.place).collect(),
        frames: units.iter().map(|unit| frame(draft, unit.place)).collect(),
        blocks: units.iter().map(|unit| unit.block).collect(),
        labels: units.iter().map(|unit| draft.provisions[unit.place].label.clone()).collect(),
        wordings: units.iter().map(|unit| wording(draft, unit.place)).collect(),
        weights,
    };
    (side(old, weights), side(new, new_weights))
}

/// The best pairs, each side once.
pub(super) fn one_to_one(mut pairs: Vec<Pair>, min: f64) -> Vec<Pair> {
    pairs.retain(|pair| pair.score > min);
    pairs.sort_by(|one, other| {
        other.score.total_cmp(&one.score).then((one.old, one.new).cmp(&(other.old, other.new)))
    });
    let (mut taken_old, mut taken_new) = (HashSet::new(), HashSet::new());
    pairs.retain(|pair| {
        let is_free = !taken_old.contains(&pair.old) && !taken_new.contains(&pair.new);
        is_free && taken_old.insert(pair.old) && taken_new.insert(pair.new)
    });
    pairs
}

/// The articles that correspond, and those into which provisions went.
fn carried(finder: &Finder<'_>, frames: &[Pair]) -> Vec<Pair> {
    let mut all: BTreeMap<(usize, usize), f64> =
        frames.iter().map(|pair| ((pair.old, pair.new), pair.score.min(1.0))).collect();
    for pair in finder.pairs.iter().filter(|pair| pair.score >= CARRIES) {
        if let (Some(old), Some(new)) = (finder.old.frames[pair.old], finder.new.frames[pair.new]) {
            all.entry((old, new)).or_insert(pair.score.min(1.0));
        }
    }
    all.into_iter().map(|((old, new), score)| Pair { old, new, score }).collect()
}
