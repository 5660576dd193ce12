//! Sets of small numbers as bits: which groups of demands belong to a conflict, a correction, a seed.

/// A set of numbers below a bound that is fixed when it is made. Two sets are compared and joined only under one bound.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Members {
    words: Vec<u64>,
    bound: usize,
}

impl Members {
    pub fn none(bound: usize) -> Self {
        Members { words: vec![0; bound.div_ceil(64)], bound }
    }

    pub fn all(bound: usize) -> Self {
        Members::of(bound, 0..bound)
    }

    pub fn of(bound: usize, members: impl IntoIterator<Item = usize>) -> Self {
        let mut set = Members::none(bound);
        for member in members {
            set.insert(member);
        }
        set
    }

    pub fn bound(&self) -> usize {
        self.bound
    }

    pub fn insert(&mut self, member: usize) {
        self.words[member / 64] |= 1 << (member % 64);
    }

    pub fn remove(&mut self, member: usize) {
        self.words[member / 64] &= !(1 << (member % 64));
    }

    pub fn has(&self, member: usize) -> bool {
        self.words[member / 64] >> (member % 64) & 1 == 1
    }

    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub fn is_subset(&self, of: &Members) -> bool {
        self.words.iter().zip(&of.words).all(|(mine, theirs)| mine & !theirs == 0)
    }

    pub fn meets(&self, other: &Members) -> bool {
        self.words.iter().zip(&other.words).any(|(mine, theirs)| mine & theirs != 0)
    }

    /// How many members both have.
    pub fn shared(&self, other: &Members) -> usize {
        self.words.iter().zip(&other.words).map(|(mine, theirs)| (mine & theirs).count_ones() as usize).sum()
    }

    pub fn join(&mut self, other: &Members) {
        for (mine, theirs) in self.words.iter_mut().zip(&other.words) {
            *mine |= theirs;
        }
    }

    pub fn both(&self, other: &Members) -> Members {
        let words = self.words.iter().zip(&other.words).map(|(mine, theirs)| mine & theirs).collect();
        Members { words, bound: self.bound }
    }

    pub fn without(&self, other: &Members) -> Members {
        let words = self.words.iter().zip(&other.words).map(|(mine, theirs)| mine & !theirs).collect();
        Members { words, bound: self.bound }
    }

    pub fn complement(&self) -> Members {
        Members::all(self.bound).without(self)
    }

    /// In rising order.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().enumerate().flat_map(|(at, &word)| {
            let rest = std::iter::successors((word != 0).then_some(word), |word| {
                let rest = word & (word - 1);
                (rest != 0).then_some(rest)
            });
            rest.map(move |word| at * 64 + word.trailing_zeros() as usize)
        })
    }
}

/// Of several sets those that hold no other of them, in order, each once.
pub(super) fn minimal(mut sets: Vec<Members>) -> Vec<Members> {
    sets.sort_by_cached_key(|set| (set.count(), set.iter().collect::<Vec<_>>()));
    sets.dedup();
    let mut kept: Vec<Members> = Vec::new();
    for set in sets {
        if !kept.iter().any(|smaller| smaller.is_subset(&set)) {
            kept.push(set);
        }
    }
    in_order(kept)
}

/// By their members, read from the smallest on.
pub(super) fn in_order(mut sets: Vec<Members>) -> Vec<Members> {
    sets.sort_by_cached_key(|set| set.iter().collect::<Vec<_>>());
    sets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_cross_words() {
        let set = Members::of(130, [0, 63, 64, 129]);
        assert_eq!(set.iter().collect::<Vec<_>>(), [0, 63, 64, 129]);
        assert_eq!(set.complement().count(), 126);
        assert!(set.both(&Members::of(130, [1, 64])).is_subset(&set));
    }

    #[test]
    fn only_the_smallest_are_kept() {
        let set = |members: &[usize]| Members::of(4, members.iter().copied());
        let all = vec![set(&[0, 1]), set(&[1]), set(&[0, 2]), set(&[0, 2]), set(&[0, 2, 3])];
        assert_eq!(minimal(all), [set(&[0, 2]), set(&[1])]);
    }
}
