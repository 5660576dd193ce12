//! A ratio of two whole numbers of 64 bits: small, copied freely, compared exactly.

use std::cmp::Ordering;

use super::Fraction;

/// One number over another, which is never 0. Two are compared by crossing the products, which 128 bits hold; so 1/2 equals
/// 2/4.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ratio {
    above: u64,
    below: u64,
}

impl Ratio {
    /// One.
    pub const ONE: Ratio = Ratio { above: 1, below: 1 };

    /// None over nothing.
    pub fn new(above: u64, below: u64) -> Option<Self> {
        (below > 0).then_some(Ratio { above, below })
    }

    pub fn fraction(self) -> Fraction {
        Fraction::new(self.above, self.below)
    }

    /// How this many times a number compares with another number.
    pub fn compare_times(self, number: u64, other: u64) -> Ordering {
        crossed(self.above, number).cmp(&crossed(self.below, other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        crossed(self.above, other.below).cmp(&crossed(other.above, self.below))
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Ratio {}

fn crossed(a: u64, b: u64) -> u128 {
    u128::from(a) * u128::from(b)
}
