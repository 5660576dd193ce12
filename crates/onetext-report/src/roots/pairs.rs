//! Which two reports may be one story, and whether they are.

use super::words::{RUN_WORDS, Words};

/// Reports with which one report is compared for each fingerprint: the first that have it. Copies of a story all share
/// with the first of them, so that a thousand copies need no million comparisons.
const EARLIER_MAX: usize = 16;
/// Fingerprints that two reports must share to be compared word by word; fewer are common phrases and short texts.
const SHARED_MIN: usize = 2;
/// Share of the narrated words of a text, in percent, that stand in the other one, from which it is the same story. Half:
/// whoever took over less has written a text of their own.
const COPIED_PERCENT_MIN: usize = 50;
/// With fewer words outside quotation marks, all words count.
const NARRATED_WORDS_MIN: usize = 20;

/// From this share on, in percent, of the longer text too, there is nothing else in it that could be another story.
const WHOLE_PERCENT_MIN: usize = 80;

/// How two texts stand to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// Each is nearly the other.
    Same,
    /// The longer one has most words of the shorter one, and more of its own.
    Within {
        /// Whether the first of the two is the longer one.
        first_is_longer: bool,
        /// Which words of the longer one the shorter one has.
        region: Vec<bool>,
    },
    /// Neither.
    Apart,
}

/// Pairs that share fingerprints, by place, the first place the smaller.
pub(super) fn candidates(words: &[Words]) -> Vec<(usize, usize)> {
    let mut index: Vec<(u64, usize)> = words
        .iter()
        .enumerate()
        .flat_map(|(place, words)| words.fingerprints.iter().map(move |print| (*print, place)))
        .collect();
    index.sort_unstable();
    let mut shared: Vec<(usize, usize)> = Vec::new();
    for same in index.chunk_by(|one, other| one.0 == other.0) {
        for (at, (_, later)) in same.iter().enumerate() {
            let earlier = &same[..at.min(EARLIER_MAX)];
            shared.extend(earlier.iter().map(|(_, earlier)| (*earlier, *later)));
        }
    }
    shared.sort_unstable();
    let is_enough = |pair: &&[(usize, usize)]| {
        let (first, second) = pair[0];
        let most = words[first].fingerprints.len().min(words[second].fingerprints.len());
        pair.len() >= SHARED_MIN.min(most)
    };
    shared.chunk_by(|one, other| one == other).filter(is_enough).map(|pair| pair[0]).collect()
}

/// How two texts stand to each other.
pub(super) fn relation(first: &Words, second: &Words) -> Relation {
    let (of_first, of_second) = covered(first, second);
    let percents = (percent(first, &of_first), percent(second, &of_second));
    let first_is_longer = first.len() > second.len();
    let (longer, shorter, region) = if first_is_longer {
        (percents.0, percents.1, of_first)
    } else {
        (percents.1, percents.0, of_second)
    };
    match () {
        () if shorter < COPIED_PERCENT_MIN => Relation::Apart,
        () if longer >= WHOLE_PERCENT_MIN => Relation::Same,
        () => Relation::Within { first_is_longer, region },
    }
}

/// Which words of each stand in a run that the other has too.
fn covered(first: &Words, second: &Words) -> (Vec<bool>, Vec<bool>) {
    let mut of_first = vec![false; first.len()];
    let mut of_second = vec![false; second.len()];
    let (mut left, mut right) = (first.runs.as_slice(), second.runs.as_slice());
    while let (Some((one, _)), Some((other, _))) = (left.first(), right.first()) {
        let least = *one.min(other);
        let (on_left, on_right) = (take(&mut left, least), take(&mut right, least));
        if !on_left.is_empty() && !on_right.is_empty() {
            mark(&mut of_first, on_left);
            mark(&mut of_second, on_right);
        }
    }
    (of_first, of_second)
}

/// Takes the runs with a hash off the front.
fn take<'r>(runs: &mut &'r [(u64, u32)], hash: u64) -> &'r [(u64, u32)] {
    let end = runs.iter().position(|(next, _)| *next != hash).unwrap_or(runs.len());
    let (taken, rest) = runs.split_at(end);
    *runs = rest;
    taken
}

/// Marks the words of runs.
pub(super) fn mark(words: &mut [bool], runs: &[(u64, u32)]) {
    for (_, start) in runs {
        let start = *start as usize;
        let end = words.len().min(start + RUN_WORDS);
        words[start..end].fill(true);
    }
}

/// The share of narrated words that are marked.
fn percent(words: &Words, marked: &[bool]) -> usize {
    let narrated = words.is_quoted.iter().filter(|is_quoted| !**is_quoted).count();
    let counts = |is_quoted: bool| narrated < NARRATED_WORDS_MIN || !is_quoted;
    let counted = words.is_quoted.iter().filter(|is_quoted| counts(**is_quoted)).count();
    let found = marked
        .iter()
        .zip(&words.is_quoted)
        .filter(|(is_marked, is_quoted)| **is_marked && counts(**is_quoted));
    (found.count() * 100).checked_div(counted).unwrap_or(0)
}
