//! Trees of boxes that answer whether some vector is at least as good as another for everyone.

use super::points::{Vector, best, covers};

/// Vectors in a leaf: looked at one after the other faster than a box more would tell.
const LEAF_VECTORS: usize = 8;
/// Vectors that are kept without a tree.
const LOOSE_VECTORS_MAX: usize = 64;
/// How much larger each tree of a forest is than the one before.
const GROWTH: usize = 4;

/// Vectors in a tree of boxes; it never changes.
pub(super) struct Tree<const K: usize> {
    vectors: Vec<Vector<K>>,
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
    /// A tree of those vectors; their order is lost.
    pub fn new(vectors: Vec<Vector<K>>) -> Self {
        let mut tree = Tree { boxes: Vec::with_capacity(2 * vectors.len() / LEAF_VECTORS + 1), vectors };
        if !tree.vectors.is_empty() {
            tree.grow(0, tree.vectors.len());
        }
        tree
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

    fn grow(&mut self, from: usize, to: usize) {
        let vectors = &mut self.vectors[from..to];
        let at = self.boxes.len();
        let is_leaf = vectors.len() <= LEAF_VECTORS;
        let leaf = if is_leaf { narrow(from)..narrow(to) } else { 0..0 };
        let best = best(vectors);
        self.boxes.push(Box { best, after: 0, leaf });
        if !is_leaf {
            let party = widest(vectors, &best);
            let half = vectors.len() / 2;
            vectors.select_nth_unstable_by_key(half, |vector| vector[party]);
            self.grow(from, from + half);
            self.grow(from + half, to);
        }
        self.boxes[at].after = narrow(self.boxes.len());
    }
}

/// The party whose values lie furthest apart.
fn widest<const K: usize>(vectors: &[Vector<K>], best: &Vector<K>) -> usize {
    let least = vectors.iter().fold([i64::MAX; K], |least, v| std::array::from_fn(|p| least[p].min(v[p])));
    (0..K).max_by_key(|&party| (best[party] - least[party], std::cmp::Reverse(party))).unwrap_or(0)
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
