//! Which sums of a long set and a few shifts are dominated, for four parties and more, found before the sums are merged.
//!
//! All sums are of one set: `x + shift` is dominated by `y + other` just where `y` covers `x + (shift - other)` and differs
//! from it. So one tree of boxes over the set, which never changes, answers for every pair of shifts. Vectors are taken up as
//! they lie in the tree: what covered a neighbour lately is tried first (compare Karathanasis, Kontogiannis & Zaroliagis 2025).

use super::boxes::Tree;
use super::points::{Points, Vector, covers, difference, sum};
use crate::{Budget, Error};

/// Shifts at most: each is held against each other.
pub(super) const SHIFTS_MAX: usize = 16;

/// Of so many vectors of a set about one is looked at for a question: what a step of the budget stands for here.
const LOOKED_AT_SHARE: usize = 1_024;

/// For each shift, the vectors of the set with which no other sum dominates it, not shifted, in order.
pub(super) fn sieve<const K: usize>(
    points: &Points<K>,
    shifts: &[Vector<K>],
    budget: &Budget<'_>,
) -> Result<Vec<Points<K>>, Error> {
    let tree = Tree::new(points.vectors.clone());
    // How much of the tree is looked at for a vector grows with the set, the more so the more parties there are.
    let length = points.vectors.len();
    let looks = length.saturating_mul(shifts.len()).saturating_mul(1 + length / LOOKED_AT_SHARE);
    let sift = |shift: &Vector<K>| {
        budget.spend(looks as u64)?;
        let others = shifts.iter().filter(|other| *other != shift);
        let mut others: Vec<_> = others.map(|other| Other::new(&difference(shift, other))).collect();
        let mut stays = vec![false; points.vectors.len()];
        for (vector, place) in tree.placed() {
            stays[place] = !others.iter().any(|other| other.covered_lately(vector))
                && !others.iter_mut().any(|other| other.covers(&tree, vector));
        }
        Ok(points.only(&stays))
    };
    shifts.iter().map(sift).collect()
}

/// Another shift, as seen from the one that is sifted.
struct Other<const K: usize> {
    apart: Vector<K>,
    /// What covered a vector lately.
    lately: Vector<K>,
}

impl<const K: usize> Other<K> {
    fn new(apart: &Vector<K>) -> Self {
        Other { apart: *apart, lately: [i64::MIN; K] }
    }

    #[inline]
    fn covered_lately(&self, vector: &Vector<K>) -> bool {
        let vector = sum(vector, &self.apart);
        covers(&self.lately, &vector) && self.lately != vector
    }

    /// None of the set's vectors dominates another: if one equals what is asked for, no other covers it.
    #[inline]
    fn covers(&mut self, tree: &Tree<K>, vector: &Vector<K>) -> bool {
        let vector = sum(vector, &self.apart);
        let Some(covering) = tree.covering(&vector).filter(|covering| **covering != vector) else {
            return false;
        };
        self.lately = *covering;
        true
    }
}
