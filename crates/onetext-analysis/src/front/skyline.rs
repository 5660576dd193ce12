//! Whether a vector is dominated by one that came before, when vectors come in descending order.
//!
//! Whoever comes earlier is at least as good for the first party, so only the other parties are compared: for two parties a
//! running maximum, for three a staircase (Kung, Luccio & Preparata 1975, "On finding the maxima of a set of vectors"), for
//! more a forest of static trees of boxes that grows by doubling (Bentley & Saxe 1980, "Decomposable searching problems").

use super::boxes::Forest;
use super::points::Vector;
use super::stairs::Stairs;

/// What is known of the vectors that came so far.
pub(super) enum Skyline<const K: usize> {
    /// Nothing: none of the vectors that will come dominates another.
    Open,
    /// The best second value.
    Line(i64),
    /// The staircase of second and third values.
    Stairs(Stairs),
    /// All that rose, in boxes.
    Forest(Forest<K>),
}

impl<const K: usize> Skyline<K> {
    /// Nothing came yet.
    pub fn new() -> Self {
        match K {
            0..=2 => Skyline::Line(i64::MIN),
            3 => Skyline::Stairs(Stairs::new()),
            _ => Skyline::Forest(Forest::new()),
        }
    }

    /// Takes the next vector, in descending order and different from all before; whether none of those dominates it.
    #[inline]
    pub fn rises(&mut self, vector: &Vector<K>) -> bool {
        match self {
            Skyline::Open => true,
            Skyline::Line(best) => {
                let rises = vector[1] > *best;
                *best = vector[1].max(*best);
                rises
            }
            Skyline::Stairs(stairs) => stairs.rises(vector[1], vector[2]),
            Skyline::Forest(forest) => forest.rises(vector),
        }
    }
}
