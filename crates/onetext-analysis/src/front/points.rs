//! Vectors of utilities that none of their own kind dominates, in descending order, and how many packages share each.

/// What a package is worth to each party, in units of [`crate::Utility`]; places beyond the last party are zero.
pub(super) type Vector<const K: usize> = [i64; K];

/// A set of vectors of which none dominates another: descending by the first party, then the next, each once.
#[derive(Clone, Debug)]
pub(super) struct Points<const K: usize> {
    /// The vectors.
    pub vectors: Vec<Vector<K>>,
    /// How many packages share each, at most [`u128::MAX`]; empty while every vector has one.
    counts: Vec<u128>,
}

impl<const K: usize> Points<K> {
    /// None yet.
    pub fn new() -> Self {
        Points { vectors: Vec::new(), counts: Vec::new() }
    }

    /// One vector that one package has.
    pub fn single(vector: Vector<K>) -> Self {
        Points { vectors: vec![vector], counts: Vec::new() }
    }

    /// How many packages share the vector at that place.
    pub fn count(&self, at: usize) -> u128 {
        self.counts.get(at).copied().unwrap_or(1)
    }

    /// Whether every vector has one package.
    pub fn is_plain(&self) -> bool {
        self.counts.is_empty()
    }

    /// Puts a vector behind the last; the caller keeps the order.
    #[inline]
    pub fn push(&mut self, vector: Vector<K>, count: u128) {
        if count != 1 || !self.counts.is_empty() {
            self.counts.resize(self.vectors.len(), 1);
            self.counts.push(count);
        }
        self.vectors.push(vector);
    }

    /// More packages that share the last vector.
    pub fn add_to_last(&mut self, count: u128) {
        self.counts.resize(self.vectors.len(), 1);
        if let Some(last) = self.counts.last_mut() {
            *last = last.saturating_add(count);
        }
    }

    /// Where a vector is.
    pub fn position(&self, vector: &Vector<K>) -> Option<usize> {
        self.vectors.binary_search_by(|other| vector.cmp(other)).ok()
    }

    /// The counts, one for each vector.
    pub fn all_counts(&self) -> impl Iterator<Item = u128> + '_ {
        (0..self.vectors.len()).map(|at| self.count(at))
    }

    /// How many packages that vector stands for, each so many times.
    #[inline]
    pub fn times(&self, at: usize, times: u128) -> u128 {
        if self.counts.is_empty() { times } else { times.saturating_mul(self.counts[at]) }
    }

    /// The vectors of which it is said that they stay, in order.
    pub fn only(&self, stay: &[bool]) -> Self {
        let mut only = Points::new();
        let staying = stay.iter().enumerate().filter(|(_, stays)| **stays);
        staying.for_each(|(at, _)| only.push(self.vectors[at], self.count(at)));
        only
    }

    /// Drops spare room.
    pub fn shrink(&mut self) {
        self.vectors.shrink_to_fit();
        self.counts.shrink_to_fit();
    }
}

/// The sum of two vectors. Within the limits of a checked scenario it cannot leave its range.
#[inline]
pub(super) fn sum<const K: usize>(a: &Vector<K>, b: &Vector<K>) -> Vector<K> {
    std::array::from_fn(|party| a[party] + b[party])
}

/// The difference of two vectors.
#[inline]
pub(super) fn difference<const K: usize>(a: &Vector<K>, b: &Vector<K>) -> Vector<K> {
    std::array::from_fn(|party| a[party] - b[party])
}

/// Whether the first comes before the second: the greater first value does, then the next.
#[inline]
pub(super) fn precedes<const K: usize>(one: &Vector<K>, other: &Vector<K>) -> bool {
    // Mostly the first values differ.
    one[0] > other[0] || (one[0] == other[0] && one > other)
}

/// Whether the first is at least the second for every party.
#[inline]
pub(super) fn covers<const K: usize>(a: &Vector<K>, b: &Vector<K>) -> bool {
    // No early way out: a few comparisons without a branch are faster than one that is mispredicted.
    (0..K).map(|party| u32::from(a[party] < b[party])).sum::<u32>() == 0
}

/// The best that each party has in any of the vectors.
pub(super) fn best<const K: usize>(vectors: &[Vector<K>]) -> Vector<K> {
    vectors.iter().fold([i64::MIN; K], |best, vector| std::array::from_fn(|p| best[p].max(vector[p])))
}
