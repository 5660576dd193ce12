//! What happened to provisions that correspond.

use std::collections::{BTreeMap, BTreeSet};

use super::frames::is_frame;
use super::pairs::Pair;
use super::{Edge, Level, Lineage};
use crate::draft::{Draft, Provision};

/// What happened to provisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// The same words, whatever the number.
    Unchanged,
    /// Other words.
    Reworded,
    /// Several became one.
    Merged,
    /// One became several.
    Split,
    /// It stands elsewhere: before or after what it stood after or before.
    Moved,
    /// It is not there any more.
    Dropped,
    /// It was not there before.
    New,
}

impl Status {
    /// The same seen from the later draft: what was merged is split.
    ///
    /// ```
    /// use onetext_text::lineage::Status;
    /// assert_eq!(Status::Merged.backward(), Status::Split);
    /// assert_eq!(Status::Moved.backward(), Status::Moved);
    /// ```
    #[must_use]
    pub fn backward(self) -> Status {
        match self {
            Status::Merged => Status::Split,
            Status::Split => Status::Merged,
            Status::Dropped => Status::New,
            Status::New => Status::Dropped,
            same => same,
        }
    }

    /// The word for it: "unchanged".
    pub fn word(self) -> &'static str {
        match self {
            Status::Unchanged => "unchanged",
            Status::Reworded => "reworded",
            Status::Merged => "merged",
            Status::Split => "split",
            Status::Moved => "moved",
            Status::Dropped => "dropped",
            Status::New => "new",
        }
    }
}

/// Groups pairs that hang together into edges, and says what happened.
pub(super) fn edges(old: &Draft, new: &Draft, pairs: &[Pair], level: Level) -> Lineage {
    let crossing = crossing(pairs);
    let mut edges: Vec<Edge> = groups(pairs)
        .into_iter()
        .map(|group| {
            let olds: BTreeSet<usize> = group.iter().map(|pair| pair.old).collect();
            let news: BTreeSet<usize> = group.iter().map(|pair| pair.new).collect();
            let score = group.iter().map(|pair| pair.score).fold(0.0, f64::max).min(1.0);
            let status = match (olds.len(), news.len()) {
                (1, 1) => one_to_one(old, new, group[0], &crossing, level),
                (_, 1) => Status::Merged,
                _ => Status::Split,
            };
            Edge { status, old: olds.into_iter().collect(), new: news.into_iter().collect(), score }
        })
        .collect();
    let known_old: BTreeSet<usize> = pairs.iter().map(|pair| pair.old).collect();
    let known_new: BTreeSet<usize> = pairs.iter().map(|pair| pair.new).collect();
    for place in aligned(new, level).filter(|at| !known_new.contains(at)) {
        edges.push(Edge { status: Status::New, old: Vec::new(), new: vec![place], score: 0.0 });
    }
    for place in aligned(old, level).filter(|at| !known_old.contains(at)) {
        edges.push(Edge { status: Status::Dropped, old: vec![place], new: Vec::new(), score: 0.0 });
    }
    sort(&mut edges, |edge| edge, pairs);
    Lineage { edges }
}

/// In the order of the new text; what was dropped after what stood before it.
pub(super) fn sort<T>(edges: &mut [T], edge: fn(&T) -> &Edge, pairs: &[Pair]) {
    let became: BTreeMap<usize, usize> = pairs.iter().map(|pair| (pair.old, pair.new)).collect();
    edges.sort_by_key(|told| match (edge(told).new.first(), edge(told).old.first()) {
        (Some(new), _) => (*new, 0, 0),
        (None, Some(old)) => {
            let before = became.range(..old).next_back();
            (before.map_or(0, |(_, new)| *new), 1, *old)
        }
        (None, None) => (usize::MAX, 1, 0),
    });
}

/// Pairs that are told together: all that one provision was split into, all that were merged into one. A chain of both
/// falls into its splits and what is left of its merges, so that no edge claims a pair that nobody found.
fn groups(pairs: &[Pair]) -> Vec<Vec<Pair>> {
    let mut by_old: BTreeMap<usize, Vec<Pair>> = BTreeMap::new();
    for pair in pairs {
        by_old.entry(pair.old).or_default().push(*pair);
    }
    let (splits, single): (Vec<_>, Vec<_>) = by_old.into_values().partition(|group| group.len() > 1);
    let mut by_new: BTreeMap<usize, Vec<Pair>> = BTreeMap::new();
    for pair in single.into_iter().flatten() {
        by_new.entry(pair.new).or_default().push(pair);
    }
    splits.into_iter().chain(by_new.into_values()).collect()
}

/// What is aligned at a level.
fn aligned(draft: &Draft, level: Level) -> impl Iterator<Item = usize> + '_ {
    let is_aligned = move |provision: &Provision| match level {
        Level::Paragraph => !provision.text.is_empty() && !provision.is_left_out(),
        Level::Article => is_frame(draft, provision),
    };
    draft.provisions.iter().enumerate().filter(move |(_, one)| is_aligned(one)).map(|(place, _)| place)
}

fn one_to_one(
    old: &Draft,
    new: &Draft,
    pair: Pair,
    crossing: &BTreeSet<(usize, usize)>,
    level: Level,
) -> Status {
    let (one, other) = (&old.provisions[pair.old], &new.provisions[pair.new]);
    let says_the_same = match level {
        Level::Paragraph => one.text == other.text,
        Level::Article => old.whole_text(pair.old) == new.whole_text(pair.new),
    };
    let is_same = says_the_same && one.heading == other.heading;
    match (crossing.contains(&(pair.old, pair.new)), is_same) {
        (true, _) => Status::Moved,
        (false, true) => Status::Unchanged,
        (false, false) => Status::Reworded,
    }
}

/// The fewest pairs without which no two cross: they moved, and the others were at most renumbered.
fn crossing(pairs: &[Pair]) -> BTreeSet<(usize, usize)> {
    let mut sorted: Vec<(usize, usize)> = pairs.iter().map(|pair| (pair.old, pair.new)).collect();
    sorted.sort_unstable();
    // The longest row that never goes back (patience sorting with the way back kept).
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(sorted.len());
    for (at, (_, new)) in sorted.iter().enumerate() {
        let place = ends.partition_point(|end| sorted[*end].1 <= *new);
        before.push(place.checked_sub(1).map(|earlier| ends[earlier]));
        if place == ends.len() {
            ends.push(at);
        } else {
            ends[place] = at;
        }
    }
    let mut all: BTreeSet<(usize, usize)> = sorted.iter().copied().collect();
    let mut at = ends.last().copied();
    while let Some(place) = at {
        all.remove(&sorted[place]);
        at = before[place];
    }
    all
}
