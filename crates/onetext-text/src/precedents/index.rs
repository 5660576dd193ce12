//! Where each stem stands: an inverted index with positions, over passages and then over the titles of agreements.

use std::collections::HashMap;

use super::agreement::{Agreement, Passage};
use super::stems::words;

/// A passage, or the title of an agreement, by its number in the index.
pub(super) type Place = u32;

/// The index.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// Places and positions of each stem, in order.
    uses: HashMap<String, Vec<Use>>,
    /// Words of each place.
    lengths: Vec<u32>,
    passages: usize,
    /// Words of a place on average.
    mean: f64,
}

/// A stem stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Use {
    pub(super) place: Place,
    pub(super) position: u32,
}

impl Index {
    pub(super) fn of(agreements: &[Agreement], passages: &[Passage]) -> Index {
        let mut index = Index { passages: passages.len(), ..Index::default() };
        for passage in passages {
            index.add(&passage.text);
        }
        for agreement in agreements {
            index.add(&agreement.title);
        }
        let all: u64 = index.lengths.iter().map(|length| u64::from(*length)).sum();
        index.mean = to_f64(usize::try_from(all).unwrap_or(usize::MAX)) / to_f64(index.lengths.len().max(1));
        index
    }

    fn add(&mut self, text: &str) {
        let Ok(place) = Place::try_from(self.lengths.len()) else { return };
        let mut length = 0;
        for (word, position) in words(text).into_iter().zip(0..) {
            self.uses.entry(word.stem).or_default().push(Use { place, position });
            length += 1;
        }
        self.lengths.push(length);
    }

    /// How many places there are.
    pub(super) fn places(&self) -> usize {
        self.lengths.len()
    }

    /// How many of them are passages; titles come after them.
    pub(super) fn passages(&self) -> usize {
        self.passages
    }

    /// How long a place is, against the mean.
    pub(super) fn length(&self, place: Place) -> f64 {
        f64::from(self.lengths[to_usize(place)].max(WORDS_MIN)) / self.mean.max(f64::from(WORDS_MIN))
    }

    /// Where a phrase begins, in order. `left` is how many more may be looked at; it is counted down.
    pub(super) fn phrase(&self, stems: &[String], left: &mut usize) -> Vec<Use> {
        let Some((head, others)) = stems.split_first() else { return vec![] };
        let Some(heads) = self.uses.get(head) else { return vec![] };
        let Some(next) = others.iter().map(|stem| self.uses.get(stem)).collect::<Option<Vec<_>>>() else {
            return vec![];
        };
        let readable = heads.len().min(*left / stems.len());
        *left -= readable * stems.len();
        if readable < heads.len() {
            *left = 0;
        }
        let follows = |begin: &Use| {
            let after = |offset: u32| Use { position: begin.position + offset, ..*begin };
            next.iter().zip(1..).all(|(uses, offset)| uses.binary_search(&after(offset)).is_ok())
        };
        heads[..readable].iter().filter(|begin| follows(begin)).copied().collect()
    }
}

/// A place with fewer words counts as one with so many: a heading of one word is no better answer for being short.
const WORDS_MIN: u32 = 25;

pub(super) fn to_usize(place: Place) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}

pub(super) fn to_f64(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
