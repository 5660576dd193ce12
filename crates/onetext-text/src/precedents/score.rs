//! How well a place answers a question: BM25 over notions, and how many of the notions stand there.
//!
//! Each notion is one term: the wordings of it are counted together, each for what it is worth (the synonym operator of
//! Pirkola, "The effects of query structure and dictionary setups", SIGIR 1998, with weights). Terms are weighed as in
//! Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, equation 3.15.

use std::collections::BTreeMap;

use super::index::{Index, Place, to_f64};
use super::query::Group;

/// How fast a word that is repeated stops counting, and how much the length of a place matters: the usual values.
const REPEATED: f64 = 1.2;
const LENGTH: f64 = 0.75;

/// Where a notion stands, place by place.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub(super) places: BTreeMap<Place, Uses>,
    /// How rare it is.
    pub(super) rarity: f64,
}

/// Where it stands in one place: what its uses are worth together, and each with its words.
#[derive(Clone, Debug, Default)]
pub(super) struct Uses {
    pub(super) worth: f64,
    /// From which word to which, and what it is worth.
    pub(super) spans: Vec<(u32, u32, f64)>,
}

/// Looks a notion up.
pub(super) fn found(index: &Index, group: &Group, steps: &mut usize) -> Found {
    let mut places: BTreeMap<Place, Uses> = BTreeMap::new();
    for variant in &group.variants {
        let length = u32::try_from(variant.stems.len()).unwrap_or(u32::MAX);
        for begin in index.phrase(&variant.stems, steps) {
            let uses = places.entry(begin.place).or_default();
            uses.spans.push((begin.position, begin.position.saturating_add(length), variant.factor));
        }
    }
    for uses in places.values_mut() {
        longest_only(&mut uses.spans);
        uses.worth = uses.spans.iter().map(|(_, _, factor)| factor).sum();
    }
    let (all, with) = (to_f64(index.places()), to_f64(places.len()));
    let rarity = libm::log(1.0 + (all - with + 0.5) / (with + 0.5));
    Found { places, rarity }
}

/// Of wordings within one another only the longest counts: "demilitarised zone" is not also "demilitarised".
fn longest_only(spans: &mut Vec<(u32, u32, f64)>) {
    spans.sort_by_key(|(from, to, _)| (*from, std::cmp::Reverse(*to)));
    let mut end = 0;
    spans.retain(|span| {
        let is_new = span.0 >= end;
        end = end.max(span.1);
        is_new
    });
}

/// What a notion gives to the rank of a place.
pub(super) fn share(index: &Index, found: &Found, place: Place) -> f64 {
    let Some(uses) = found.places.get(&place) else { return 0.0 };
    let norm = REPEATED * (1.0 - LENGTH + LENGTH * index.length(place));
    found.rarity * uses.worth * (REPEATED + 1.0) / (uses.worth + norm)
}

/// How many words the shortest stretch has that holds one use of each: fewer is nearer. Nothing for less than two.
pub(super) fn nearness(uses: &[&Uses]) -> Option<u32> {
    if uses.len() < 2 {
        return None;
    }
    let mut all: Vec<(u32, u32, usize)> = uses
        .iter()
        .enumerate()
        .flat_map(|(which, one)| one.spans.iter().map(move |(from, to, _)| (*from, *to, which)))
        .collect();
    all.sort_unstable();
    let mut last: Vec<Option<u32>> = vec![None; uses.len()];
    let mut best: Option<u32> = None;
    for (from, to, which) in all {
        last[which] = Some(from);
        let Some(first) =
            last.iter().copied().collect::<Option<Vec<u32>>>().and_then(|all| all.into_iter().min())
        else {
            continue;
        };
        let length = to.saturating_sub(first);
        best = Some(best.map_or(length, |shortest| shortest.min(length)));
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uses(spans: &[(u32, u32)]) -> Uses {
        Uses { worth: 1.0, spans: spans.iter().map(|(from, to)| (*from, *to, 1.0)).collect() }
    }

    #[test]
    fn nearness_is_the_shortest_stretch() {
        let (one, other) = (uses(&[(0, 1), (40, 41)]), uses(&[(44, 46)]));
        assert_eq!(nearness(&[&one, &other]), Some(6));
        assert_eq!(nearness(&[&one]), None);
    }

    #[test]
    fn a_wording_within_another_does_not_count_twice() {
        let mut spans = vec![(3, 4, 1.0), (3, 5, 1.0), (4, 5, 0.4), (9, 10, 1.0)];
        longest_only(&mut spans);
        assert_eq!(spans, [(3, 5, 1.0), (9, 10, 1.0)]);
    }
}
