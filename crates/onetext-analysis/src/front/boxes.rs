//! Trees of boxes that answer whether some vector is at least as good as another for everyone.

use super::points::{Vector, covers};

/// Vectors in a leaf: looked at one after the other faster than a box more would tell.
const LEAF_VECTORS: usize = 16;
/// Vectors that are kept without a tree.
const LOOSE_VECTORS_MAX: usize = 64;
/// How much larger each tree of a forest is than the one before.
const GROWTH: usize = 4;

/// Vectors in a tree of boxes; it never changes.
pub(super) struct Tree<const K: usize> {
    vectors: Vec<Vector<K>>,
    /// Where each vector was before.
    places: Vec<u32>,
    /// Parents before children, the first child right behind its parent.
    boxes: Vec<Box<K>>,
}

struct Box<const K: usize> {
    /// The best that each party has in any vector of the box.
    best: Vector<K>,
    /// The box after all of this one's children.
    after: u32,
    /// The vectors, where the box is a leaf; else nothing.
    leaf: std::ops::Range<u32>,
}

impl<const K: usize> Tree<K> {
    /// A tree of those vectors.
    pub fn new(vectors: Vec<Vector<K>>) -> Self {
        let mut numbered: Vec<_> = vectors.into_iter().zip(0..).collect();
        let mut boxes = Vec::with_capacity(2 * numbered.len() / LEAF_VECTORS + 1);
        if !numbered.is_empty() {
            grow(&mut boxes, &mut numbered, 0);
        }
        let (vectors, places) = numbered.into_iter().unzip();
        Tree { vectors, places, boxes }
    }

    /// The vectors as they lie in the tree, neighbours together, each with its place before.
    pub fn placed(&self) -> impl Iterator<Item = (&Vector<K>, usize)> {
        self.vectors.iter().zip(self.places.iter().map(|&place| place as usize))
    }

    /// Some vector that is at least as good for everyone.
    #[inline]
    pub fn covering(&self, vector: &Vector<K>) -> Option<&Vector<K>> {
        let mut at = 0;
        while let Some(here) = self.boxes.get(at) {
            if covers(&here.best, vector) {
                let leaf = &self.vectors[here.leaf.start as usize..here.leaf.end as usize];
                if let Some(found) = leaf.iter().find(|other| covers(other, vector)) {
                    return Some(found);
                }
                at += 1;
            } else {
                at = here.after as usize;
            }
        }
        None
    }
}

/// Puts vectors into boxes, the first of them at that place of the tree.
fn grow<const K: usize>(boxes: &mut Vec<Box<K>>, numbered: &mut [(Vector<K>, u32)], from: usize) {
    let at = boxes.len();
    let is_leaf = numbered.len() <= LEAF_VECTORS;
    let leaf = narrow(from)..narrow(if is_leaf { from + numbered.len() } else { from });
    let (best, party) = bounds(numbered);
    boxes.push(Box { best, after: 0, leaf });
    if !is_leaf {
        let half = numbered.len() / 2;
        numbered.select_nth_unstable_by_key(half, |(vector, _)| vector[party]);
        let (first, second) = numbered.split_at_mut(half);
        grow(boxes, first, from);
        grow(boxes, second, from + half);
    }
    boxes[at].after = narrow(boxes.len());
}

/// The best that each party has, and the party whose values lie furthest apart.
fn bounds<const K: usize>(numbered: &[(Vector<K>, u32)]) -> (Vector<K>, usize) {
    let (mut best, mut least) = ([i64::MIN; K], [i64::MAX; K]);
    for (vector, _) in numbered {
        best = std::array::from_fn(|party| best[party].max(vector[party]));
        least = std::array::from_fn(|party| least[party].min(vector[party]));
    }
    let furthest = (0..K).max_by_key(|&party| (best[party] - least[party], std::cmp::Reverse(party)));
    (best, furthest.unwrap_or(0))
}

/// A place in a list; lists are far shorter than its range.
fn narrow(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// Vectors that came so far, in trees of growing size.
pub(super) struct Forest<const K: usize> {
    trees: Vec<Tree<K>>,
    loose: Vec<Vector<K>>,
    /// The vectors that covered others lately: likely to cover the next.
    lately: [Vector<K>; 4],
    next: usize,
}

impl<const K: usize> Forest<K> {
    /// None yet.
    pub fn new() -> Self {
        Forest { trees: Vec::new(), loose: Vec::new(), lately: [[i64::MIN; K]; 4], next: 0 }
    }

    /// Takes a vector in unless one that is there is at least as good for everyone; whether it was taken.
    #[inline]
    pub fn rises(&mut self, vector: &Vector<K>) -> bool {
        if self.lately.iter().any(|other| covers(other, vector)) {
            return false;
        }
        let mut parts = self.trees.iter();
        let found = self.loose.iter().find(|other| covers(other, vector));
        if let Some(found) = found.or_else(|| parts.find_map(|tree| tree.covering(vector))) {
            self.lately[self.next] = *found;
            self.next = (self.next + 1) % self.lately.len();
            return false;
        }
        self.loose.push(*vector);
        if self.loose.len() == LOOSE_VECTORS_MAX {
            self.plant();
        }
        true
    }

    /// Makes a tree of the loose vectors and of every tree that is not much larger.
    fn plant(&mut self) {
        let mut vectors = std::mem::take(&mut self.loose);
        while let Some(tree) = self.trees.pop_if(|tree| tree.vectors.len() < GROWTH * vectors.len()) {
            vectors.extend(tree.vectors);
        }
        self.trees.push(Tree::new(vectors));
    }
}
