//! What of two drafts can stand in one running text: provisions that correspond and keep their order. The rest was taken out
//! in one place and put in, or moved to, another.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use onetext_text::draft::{Draft, Provision};
use onetext_text::lineage::Edge;
use onetext_text::redline::{Redline, tokens};

/// Neighbouring provisions of the old draft that became neighbouring ones of the new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) old: Range<usize>,
    pub(super) new: Range<usize>,
}

impl Unit {
    fn pair(old: usize, new: usize) -> Self {
        Unit { old: old..old + 1, new: new..new + 1 }
    }

    /// Whether one provision became one.
    pub(super) fn is_pair(&self) -> bool {
        self.old.len() == 1 && self.new.len() == 1
    }
}

/// Everything that corresponds, in the order of the new draft.
pub(super) fn units(old: &Draft, new: &Draft, redline: &Redline) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let (mut olds, mut news) = (BTreeSet::new(), BTreeSet::new());
    let mut edges: Vec<&Edge> = redline.changes.iter().map(|change| &change.edge).collect();
    // A provision may be of several edges (what was split was merged elsewhere): the nearest likeness shows it.
    edges.sort_by(|one, other| other.score.total_cmp(&one.score));
    for edge in edges {
        let free = |places: &[usize], taken: &BTreeSet<usize>| -> Vec<usize> {
            places.iter().copied().filter(|place| !taken.contains(place)).collect()
        };
        let (from, to) = (free(&edge.old, &olds), free(&edge.new, &news));
        let unit = match (neighbours(&from), neighbours(&to)) {
            (Some(old), Some(new)) => Some(Unit { old, new }),
            _ => nearest(old, new, &from, &to),
        };
        if let Some(unit) = unit {
            olds.extend(unit.old.clone());
            news.extend(unit.new.clone());
            units.push(unit);
        }
    }
    let likened = redline.changes.iter().map(|change| &change.edge);
    let likened = likened.fold((BTreeSet::new(), BTreeSet::new()), |(mut olds, mut news), edge| {
        olds.extend(edge.old.iter().copied());
        news.extend(edge.new.iter().copied());
        (olds, news)
    });
    units.extend(headings(old, new, &likened));
    units.sort_by_key(|unit| unit.new.start);
    units
}

/// Places that stand next to each other, as a range.
fn neighbours(places: &[usize]) -> Option<Range<usize>> {
    let (first, last) = (*places.first()?, *places.last()?);
    (last - first + 1 == places.len()).then_some(first..last + 1)
}

/// Of provisions that stand apart, the two with most words in common: the others cannot stand in one place.
fn nearest(old: &Draft, new: &Draft, olds: &[usize], news: &[usize]) -> Option<Unit> {
    let words = |provision: &Provision| -> BTreeSet<String> {
        tokens(&provision.text)
            .iter()
            .filter(|token| token.is_word())
            .map(|token| token.text.to_owned())
            .collect()
    };
    let pairs = olds.iter().flat_map(|one| news.iter().map(move |other| (*one, *other)));
    let shared = |(one, other): &(usize, usize)| {
        words(&old.provisions[*one]).intersection(&words(&new.provisions[*other])).count()
    };
    pairs.min_by_key(|pair| (usize::MAX - shared(pair), *pair)).map(|(one, other)| Unit::pair(one, other))
}

/// Headings and provisions without words, which no lineage looks at: by their words, then by what they are called.
fn headings(old: &Draft, new: &Draft, taken: &(BTreeSet<usize>, BTreeSet<usize>)) -> Vec<Unit> {
    let free = |draft: &Draft, taken: &BTreeSet<usize>| -> BTreeSet<usize> {
        (0..draft.provisions.len()).filter(|place| !taken.contains(place)).collect()
    };
    let (mut olds, mut news) = (free(old, &taken.0), free(new, &taken.1));
    let mut units = Vec::new();
    let by_words = |one: &Provision| format!("{}\n{}", one.heading.to_lowercase(), one.text);
    let by_key = |one: &Provision| one.key.clone();
    let names: [&dyn Fn(&Provision) -> String; 2] = [&by_words, &by_key];
    for name in names {
        let mut known: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for place in olds.iter().rev() {
            known.entry(name(&old.provisions[*place])).or_default().push(*place);
        }
        for place in news.clone() {
            let key = name(&new.provisions[place]);
            if key.trim().is_empty() {
                continue;
            }
            if let Some(from) = known.get_mut(&key).and_then(Vec::pop) {
                units.push(Unit::pair(from, place));
                olds.remove(&from);
                news.remove(&place);
            }
        }
    }
    units
}

/// The units of greatest weight together of which no two cross: their places among `units`, in order. The others moved.
pub(super) fn in_order(units: &[Unit], old: &Draft, new: &Draft) -> Vec<usize> {
    let length = |draft: &Draft, places: &Range<usize>| -> usize {
        draft.provisions[places.clone()].iter().map(|one| one.heading.len() + one.text.len()).sum()
    };
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(units.len());
    let mut heaviest = Heaviest(vec![(0, None); old.provisions.len() + 1]);
    for (at, unit) in units.iter().enumerate() {
        let weight = 1 + length(old, &unit.old).min(length(new, &unit.new));
        let (before, last) = heaviest.up_to(unit.old.start);
        best.push((before + weight, last));
        heaviest.raise(unit.old.end, (before + weight, Some(at)));
    }
    let ends = (0..units.len()).max_by_key(|at| (best[*at].0, usize::MAX - at));
    let mut chain: Vec<usize> = std::iter::successors(ends, |at| best[*at].1).collect();
    chain.reverse();
    chain
}

/// The greatest weight of a chain that ends at or before a place of the old draft (a tree of prefix maxima, Fenwick 1994).
struct Heaviest(Vec<(usize, Option<usize>)>);

impl Heaviest {
    fn up_to(&self, place: usize) -> (usize, Option<usize>) {
        let mut best = (0, None);
        let mut at = place;
        while at > 0 {
            if self.0[at].0 > best.0 {
                best = self.0[at];
            }
            at &= at - 1;
        }
        best
    }

    fn raise(&mut self, place: usize, chain: (usize, Option<usize>)) {
        let mut at = place;
        while at < self.0.len() {
            if chain.0 > self.0[at].0 {
                self.0[at] = chain;
            }
            at += at & at.wrapping_neg();
        }
    }
}
