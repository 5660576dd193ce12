//! The register: each bracket followed through drafts, from the one in which it was opened to the one in which it closed, and
//! what became of its words then.

use std::collections::{BTreeMap, BTreeSet};

use super::{Bracket, Brackets, brackets, wording};
use crate::draft::Draft;
use crate::redline::{Piece, compare, tokens};

/// So large a share of the words of two brackets must be the same for one to be the other, reworded.
const SAME_MIN: f64 = 0.5;
/// From this share on its words stand in the text, changed; below, they were dropped.
const CHANGED_MIN: f64 = 0.5;

/// A bracket through the drafts.
#[derive(Clone, Debug, PartialEq)]
pub struct Tracked {
    /// In which drafts it stands, and as which of their brackets: by places.
    pub seen: Vec<(usize, usize)>,
    /// How it closed; none while it is open in the last draft.
    pub closed: Option<Closed>,
}

/// How a bracket closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closed {
    /// In which draft it is not there any more.
    pub draft: usize,
    /// What became of its words.
    pub how: How,
}

/// What became of the words of a bracket that closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// They stand in the text.
    Kept,
    /// Most of them stand in the text, changed.
    Changed,
    /// They are gone.
    Dropped,
}

impl How {
    /// In words: "text kept".
    pub fn said(self) -> &'static str {
        match self {
            How::Kept => "text kept",
            How::Changed => "text changed",
            How::Dropped => "text dropped",
        }
    }
}

/// Follows the brackets of drafts, the earliest first. `next` gives the places in the following draft that descend from a
/// place of a draft.
///
/// ```
/// use onetext_text::brackets::{How, register};
/// use onetext_text::draft::read_markdown;
/// let drafts = [read_markdown("1. Parties [shall][should] report [promptly].\n"), read_markdown("1. Parties shall report [very promptly].\n")];
/// let all = register(&[&drafts[0], &drafts[1]], &|_, place| [place].into());
/// let told: Vec<_> = all.iter().map(|one| (one.seen.len(), one.closed.map(|closed| closed.how))).collect();
/// assert_eq!(told, [(1, Some(How::Kept)), (1, Some(How::Dropped)), (2, None)]);
/// ```
pub fn register(drafts: &[&Draft], next: &dyn Fn(usize, usize) -> BTreeSet<usize>) -> Vec<Tracked> {
    let found: Vec<Brackets> = drafts.iter().map(|draft| brackets(draft)).collect();
    let mut all: Vec<Tracked> = Vec::new();
    let mut open: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, draft) in drafts.iter().enumerate() {
        let mut still: BTreeMap<usize, usize> = BTreeMap::new();
        if let Some(before) = at.checked_sub(1) {
            let pairs =
                matched((drafts[before], &found[before]), (draft, &found[at]), &|place| next(before, place));
            for (bracket, tracked) in &open {
                if let Some(now) = pairs.get(bracket) {
                    all[*tracked].seen.push((at, *now));
                    still.insert(*now, *tracked);
                } else {
                    let old = &found[before].pairs[*bracket];
                    let how = became((drafts[before], old), draft, &next(before, old.open.0));
                    all[*tracked].closed = Some(Closed { draft: at, how });
                }
            }
        }
        for bracket in 0..found[at].pairs.len() {
            still.entry(bracket).or_insert_with(|| {
                all.push(Tracked { seen: vec![(at, bracket)], closed: None });
                all.len() - 1
            });
        }
        open = still;
    }
    all
}

/// Which bracket became which: the most alike first, each once.
fn matched(
    (old, old_found): (&Draft, &Brackets),
    (new, new_found): (&Draft, &Brackets),
    next: &dyn Fn(usize) -> BTreeSet<usize>,
) -> BTreeMap<usize, usize> {
    let mut by_place: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, bracket) in new_found.pairs.iter().enumerate() {
        by_place.entry(bracket.open.0).or_default().push(at);
    }
    let mut candidates: Vec<(f64, usize, usize, usize)> = Vec::new();
    for (one, bracket) in old_found.pairs.iter().enumerate() {
        for other in next(bracket.open.0).iter().filter_map(|place| by_place.get(place)).flatten() {
            let likeness = alike((old, bracket), (new, &new_found.pairs[*other]));
            if likeness >= SAME_MIN {
                let near = one.abs_diff(*other);
                candidates.push((likeness, near, one, *other));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2, a.3).cmp(&(b.1, b.2, b.3))));
    let (mut pairs, mut taken) = (BTreeMap::new(), BTreeSet::new());
    for (_, _, one, other) in candidates {
        if !pairs.contains_key(&one) && taken.insert(other) {
            pairs.insert(one, other);
        }
    }
    pairs
}

/// The share of the words of both that both have, in order. One without words is itself only where its owner is the same.
fn alike((old, one): (&Draft, &Bracket), (new, other): (&Draft, &Bracket)) -> f64 {
    let (mine, theirs) = (bare(wording(old, one)), bare(wording(new, other)));
    let all = count(&mine) + count(&theirs);
    if all == 0 {
        return if one.owner == other.owner { 1.0 } else { 0.0 };
    }
    let kept = kept(&mine, &theirs);
    share(2 * kept, all)
}

/// What became of the words of a bracket in the provisions that descend from its own.
fn became((old, bracket): (&Draft, &Bracket), new: &Draft, places: &BTreeSet<usize>) -> How {
    let mine = bare(wording(old, bracket)).to_lowercase();
    let text: Vec<String> =
        places.iter().map(|place| bare(&new.provisions[*place].text).to_lowercase()).collect();
    let text = text.join("\n");
    let words: Vec<&str> = words_of(&mine);
    let stands = !words.is_empty() && words_of(&text).windows(words.len()).any(|run| run == words);
    if stands {
        How::Kept
    } else if share(kept(&mine, &text), words.len()) >= CHANGED_MIN && words.len() > 1 {
        How::Changed
    } else {
        How::Dropped
    }
}

/// A text seen through its brackets.
fn bare(text: &str) -> String {
    text.replace(['[', ']'], " ")
}

fn words_of(text: &str) -> Vec<&str> {
    tokens(text).iter().filter(|token| token.is_word()).map(|token| token.text).collect()
}

fn count(text: &str) -> usize {
    words_of(text).len()
}

/// How many words of a text stand in another, in their order.
fn kept(one: &str, other: &str) -> usize {
    compare(one, other)
        .iter()
        .map(|piece| match piece {
            Piece::Kept(words) => count(words),
            _ => 0,
        })
        .sum()
}

fn share(part: usize, whole: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if whole == 0 { 0.0 } else { number(part) / number(whole) }
}
