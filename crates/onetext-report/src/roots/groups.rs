//! Reports joined to groups, without bridges: a digest that holds two stories does not make them one.

use std::collections::BTreeMap;

/// A shorter text that stands in a longer one.
#[derive(Clone, Debug)]
pub(super) struct Contained {
    pub longer: usize,
    pub shorter: usize,
    /// Which words of the longer one it has.
    pub region: Vec<bool>,
}

impl Contained {
    fn size(&self) -> usize {
        self.region.iter().filter(|is_shared| **is_shared).count()
    }

    /// Whether both have the same part of the longer text: at least half of the smaller part.
    fn overlaps(&self, other: &Contained) -> bool {
        let both = self.region.iter().zip(&other.region).filter(|(one, other)| **one && **other).count();
        both * 2 >= self.size().min(other.size())
    }
}

/// Reports joined to groups; the smallest place of a group stands for it.
#[derive(Clone, Debug)]
pub(super) struct Groups {
    above: Vec<usize>,
}

impl Groups {
    /// Every report alone.
    pub(super) fn new(count: usize) -> Groups {
        Groups { above: (0..count).collect() }
    }

    /// Joins the groups of two reports.
    pub(super) fn join(&mut self, first: usize, second: usize) {
        let (first, second) = (self.top(first), self.top(second));
        self.above[first.max(second)] = first.min(second);
    }

    /// Whether two reports are in one group.
    pub(super) fn are_joined(&mut self, first: usize, second: usize) -> bool {
        self.top(first) == self.top(second)
    }

    /// Joins longer texts to those that stand in them: each to the one of which it has most, and to the others that
    /// stand in the same part of it. What stands elsewhere in it is another story.
    pub(super) fn join_contained(&mut self, contained: Vec<Contained>) {
        let mut held: BTreeMap<usize, Vec<Contained>> = BTreeMap::new();
        for one in contained {
            held.entry(one.longer).or_default().push(one);
        }
        for (longer, mut texts) in held {
            texts.sort_by_key(|text| (std::cmp::Reverse(text.size()), text.shorter));
            let Some((most, others)) = texts.split_first() else { continue };
            self.join(longer, most.shorter);
            for other in others.iter().filter(|other| other.overlaps(most)) {
                self.join(longer, other.shorter);
            }
        }
    }

    /// The groups, in the order of their first report.
    pub(super) fn groups(mut self) -> Vec<Vec<usize>> {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for place in 0..self.above.len() {
            groups.entry(self.top(place)).or_default().push(place);
        }
        groups.into_values().collect()
    }

    fn top(&mut self, place: usize) -> usize {
        let mut top = place;
        while self.above[top] != top {
            self.above[top] = self.above[self.above[top]];
            top = self.above[top];
        }
        top
    }
}
