//! Fronts within a factor: fewer vectors, of which some one is nearly as good for every party as any package.
//!
//! As in Papadimitriou & Yannakakis 2000 ("On the approximability of trade-offs and optimal access of web sources"), vectors
//! are told apart only as finely as a grid whose cells grow in proportion: here, a gain is rounded down to a few significant
//! binary digits. Of the vectors in one cell one stays, and none stays whose cell another's dominates. A *gain* is what
//! a vector has above the least that its part could give, so gains of parts add up and none is negative.
//!
//! What the grid costs: with `b` digits behind the first, two gains of one cell differ by less than the factor `1 + 2^-b`, and
//! whoever is dropped is covered within that factor by one who stays. Adding the same gain to both keeps the factor. So after
//! `n` such steps a package is covered within `(1 + 2^-b)^n <= 1 / (1 - n / 2^b) = 1 + n / (2^b - n)`.

use super::points::{Points, Vector, difference};
use super::skyline::Skyline;
use crate::Utility;

/// Vectors that a set keeps exactly: up to here nothing is gained by rounding.
const KEPT_VECTORS: usize = 32;
/// Binary digits beyond which a grid tells everything apart that utilities do.
const DIGITS_MAX: u32 = 62;

/// How finely gains are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Grid {
    /// Binary digits behind the first.
    digits: u32,
    /// Steps in which a vector may be dropped, at most.
    steps: u64,
}

impl Grid {
    /// The coarsest grid that keeps the factor `1 + epsilon` over so many steps.
    pub fn within(epsilon: Utility, steps: usize) -> Self {
        let (epsilon, one) = (i128::from(epsilon.0.max(1)), i128::from(Utility::ONE.0));
        let steps = u64::try_from(steps.max(1)).unwrap_or(u64::MAX);
        // n / (2^b - n) <= epsilon, without a division.
        let holds = |digits: &u32| {
            let cells = 1_i128 << digits;
            let steps = i128::from(steps);
            cells > steps && steps.saturating_mul(one) <= (cells - steps).saturating_mul(epsilon)
        };
        let digits = (0..=DIGITS_MAX).find(holds).unwrap_or(DIGITS_MAX);
        Grid { digits, steps }
    }

    /// The epsilon that is proven, in units of [`Utility`], rounded up.
    pub fn epsilon(&self) -> Utility {
        let cells = (1_i128 << self.digits) - i128::from(self.steps);
        let scaled = i128::from(self.steps) * i128::from(Utility::ONE.0);
        let epsilon = (scaled + cells - 1).checked_div(cells);
        Utility(epsilon.and_then(|epsilon| i64::try_from(epsilon).ok()).unwrap_or(i64::MAX))
    }

    /// The cell of a gain: the gain, rounded down to the grid's digits. A greater gain never has a lesser cell.
    fn cell(&self, gain: i64) -> i64 {
        let beyond = (i64::BITS - gain.leading_zeros()).saturating_sub(self.digits + 1);
        (gain >> beyond) << beyond
    }
}

/// The vectors that stay; gains are what they have above the least.
pub(super) fn thinned<const K: usize>(points: Points<K>, least: &Vector<K>, grid: Grid) -> Points<K> {
    if points.vectors.len() <= KEPT_VECTORS {
        return points;
    }
    let cell =
        |(vector, place): (&Vector<K>, usize)| (difference(vector, least).map(|gain| grid.cell(gain)), place);
    let mut cells: Vec<_> = points.vectors.iter().zip(0..).map(cell).collect();
    // Within a cell the first in the order of the front.
    cells.sort_unstable_by(|(one, at), (other, behind)| other.cmp(one).then(at.cmp(behind)));
    cells.dedup_by_key(|(cell, _)| *cell);
    let mut skyline = Skyline::new();
    let mut stays = vec![false; points.vectors.len()];
    for (cell, place) in cells {
        stays[place] = skyline.rises(&cell);
    }
    points.only(&stays)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_no_wider_than_its_factor() {
        let grid = Grid { digits: 3, steps: 1 };
        for gain in (0..5_000).chain((0..62).map(|power| (1_i64 << power) - 1)) {
            let cell = grid.cell(gain);
            assert!(cell <= gain && grid.cell(cell) == cell, "{gain}");
            assert!(i128::from(gain) * 8 <= i128::from(cell) * 9, "{gain} in {cell}");
        }
    }

    #[test]
    fn many_steps_need_more_digits() {
        let hundredth = Utility::hundredths(1);
        for (steps, digits) in [(1, 7), (2, 8), (10, 10), (100, 14)] {
            let grid = Grid::within(hundredth, steps);
            assert_eq!(grid.digits, digits, "{steps} steps");
            assert!(grid.epsilon() <= hundredth, "{steps} steps");
        }
    }
}
