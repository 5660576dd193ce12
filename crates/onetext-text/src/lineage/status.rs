//! What happened to provisions that correspond.

use std::collections::{BTreeMap, BTreeSet};

use super::pairs::Pair;
use super::{Edge, Lineage};
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
pub(super) fn edges(old: &Draft, new: &Draft, pairs: &[Pair]) -> Lineage {
    let crossing = crossing(pairs);
    let mut edges: Vec<Edge> = groups(pairs)
        .into_iter()
        .map(|group| {
            let olds: BTreeSet<usize> = group.iter().map(|pair| pair.old).collect();
            let news: BTreeSet<usize> = group.iter().map(|pair| pair.new).collect();
            let score = group.iter().map(|pair| pair.score).fold(0.0, f64::max).min(1.0);
            let status = match (olds.len(), news.len()) {
                (1, 1) => one_to_one(old, new, group[0], &crossing),
                (_, 1) => Status::Merged,
                (1, _) => Status::Split,
                _ => Status::Reworded,
            };
            Edge { status, old: olds.into_iter().collect(), new: news.into_iter().collect(), score }
        })
        .collect();
    let known_old: BTreeSet<usize> = pairs.iter().map(|pair| pair.old).collect();
    let known_new: BTreeSet<usize> = pairs.iter().map(|pair| pair.new).collect();
    let has_words = |provision: &Provision| !provision.text.is_empty();
    for (place, _) in
        new.provisions.iter().enumerate().filter(|(at, one)| has_words(one) && !known_new.contains(at))
    {
        edges.push(Edge { status: Status::New, old: Vec::new(), new: vec![place], score: 0.0 });
    }
    for (place, _) in
        old.provisions.iter().enumerate().filter(|(at, one)| has_words(one) && !known_old.contains(at))
    {
        edges.push(Edge { status: Status::Dropped, old: vec![place], new: Vec::new(), score: 0.0 });
    }
    sort(&mut edges, pairs);
    Lineage { edges }
}

/// In the order of the new text; what was dropped after what stood before it.
fn sort(edges: &mut [Edge], pairs: &[Pair]) {
    let became: BTreeMap<usize, usize> = pairs.iter().map(|pair| (pair.old, pair.new)).collect();
    edges.sort_by_key(|edge| match (edge.new.first(), edge.old.first()) {
        (Some(new), _) => (*new, 0, 0),
        (None, Some(old)) => {
            let before = became.range(..old).next_back();
            (before.map_or(0, |(_, new)| *new), 1, *old)
        }
        (None, None) => (usize::MAX, 1, 0),
    });
}

/// Pairs that share a side belong together, but for those that a many-to-many chain would string up.
fn groups(pairs: &[Pair]) -> Vec<Vec<Pair>> {
    let mut groups: Vec<Vec<Pair>> = Vec::new();
    for pair in pairs {
        let mut joined = vec![*pair];
        groups.retain(|group| {
            let hangs = group.iter().any(|other| other.old == pair.old || other.new == pair.new);
            if hangs {
                joined.extend(group);
            }
            !hangs
        });
        groups.push(joined);
    }
    groups
}

fn one_to_one(old: &Draft, new: &Draft, pair: Pair, crossing: &BTreeSet<(usize, usize)>) -> Status {
    let (one, other) = (&old.provisions[pair.old], &new.provisions[pair.new]);
    let is_same = one.text == other.text && one.heading == other.heading;
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
