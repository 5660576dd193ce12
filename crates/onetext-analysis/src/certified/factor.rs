//! Factorising a symmetric positive matrix: sparse rows of ties first, the few dense rows of parties last. Plain arithmetic
//! in a fixed order, so that the same numbers come out everywhere.

use super::pattern::Pattern;

/// What a pivot is raised to, relative to its diagonal, when rounding has eaten it.
const PIVOT_LEAST: f64 = 1e-14;

/// The matrix, and after [`Factor::factorise`] its lower triangular factor.
#[derive(Clone, Debug)]
pub(super) struct Factor<'a> {
    pattern: &'a Pattern,
    dense: usize,
    /// The diagonal of the sparse rows, by place.
    pub diagonal: Vec<f64>,
    /// The entries below it, as the pattern has them.
    pub below: Vec<f64>,
    /// The dense rows against the sparse ones: `side[place * dense + row]`.
    pub side: Vec<f64>,
    /// The dense rows against each other: `corner[row * dense + column]`, the lower half.
    pub corner: Vec<f64>,
}

impl<'a> Factor<'a> {
    /// A matrix of zeros.
    pub fn zeros(pattern: &'a Pattern, dense: usize) -> Self {
        let size = pattern.place.len();
        Factor {
            pattern,
            dense,
            diagonal: vec![0.0; size],
            below: vec![0.0; pattern.below.len()],
            side: vec![0.0; size * dense],
            corner: vec![0.0; dense * dense],
        }
    }

    /// Replaces the matrix by its factor.
    pub fn factorise(&mut self) {
        self.factorise_sparse();
        self.factorise_corner();
    }

    /// Column by column, each less what the earlier columns that reach it take.
    fn factorise_sparse(&mut self) {
        let (pattern, dense) = (self.pattern, self.dense);
        let mut work = vec![0.0; pattern.place.len()];
        for place in 0..pattern.place.len() {
            let own = pattern.starts[place]..pattern.starts[place + 1];
            own.clone().for_each(|at| work[pattern.below[at]] = self.below[at]);
            let before = self.diagonal[place];
            let mut pivot = before;
            for &(column, position) in &pattern.reached_by[place] {
                let times = self.below[position];
                pivot -= times * times;
                for at in position + 1..pattern.starts[column + 1] {
                    work[pattern.below[at]] -= times * self.below[at];
                }
                let (earlier, later) = self.side.split_at_mut(place * dense);
                let taken = &earlier[column * dense..][..dense];
                later.iter_mut().zip(taken).for_each(|(side, other)| *side -= times * other);
            }
            let root = libm::sqrt(pivot.max(before * PIVOT_LEAST).max(f64::MIN_POSITIVE));
            self.diagonal[place] = root;
            own.for_each(|at| self.below[at] = work[pattern.below[at]] / root);
            self.side[place * dense..][..dense].iter_mut().for_each(|side| *side /= root);
        }
    }

    fn factorise_corner(&mut self) {
        let dense = self.dense;
        let before: Vec<f64> = (0..dense).map(|row| self.corner[row * dense + row]).collect();
        for side in self.side.chunks_exact(dense.max(1)) {
            for (row, times) in side.iter().enumerate() {
                let target = &mut self.corner[row * dense..=row * dense + row];
                target.iter_mut().zip(side).for_each(|(entry, other)| *entry -= times * other);
            }
        }
        for (row, before) in before.into_iter().enumerate() {
            for column in 0..=row {
                let (upper, own) = self.corner.split_at_mut(row * dense);
                let taken = if column == row {
                    own[..column].iter().map(|entry| entry * entry).sum::<f64>()
                } else {
                    let other = &upper[column * dense..][..column];
                    other.iter().zip(&own[..column]).map(|(a, b)| a * b).sum::<f64>()
                };
                own[column] = if column == row {
                    let least = (before * PIVOT_LEAST).max(f64::MIN_POSITIVE);
                    libm::sqrt((own[column] - taken).max(least))
                } else {
                    (own[column] - taken) / upper[column * dense + column]
                };
            }
        }
    }

    /// Solves for one right side: sparse rows by place, then dense rows.
    pub fn solve(&self, sparse: &mut [f64], dense: &mut [f64]) {
        let (pattern, width) = (self.pattern, self.dense);
        for place in 0..sparse.len() {
            let value = sparse[place] / self.diagonal[place];
            sparse[place] = value;
            for at in pattern.starts[place]..pattern.starts[place + 1] {
                sparse[pattern.below[at]] -= value * self.below[at];
            }
            let side = &self.side[place * width..][..width];
            dense.iter_mut().zip(side).for_each(|(entry, side)| *entry -= value * side);
        }
        for row in 0..width {
            let taken: f64 = (0..row).map(|column| self.corner[row * width + column] * dense[column]).sum();
            dense[row] = (dense[row] - taken) / self.corner[row * width + row];
        }
        for row in (0..width).rev() {
            let taken: f64 =
                (row + 1..width).map(|lower| self.corner[lower * width + row] * dense[lower]).sum();
            dense[row] = (dense[row] - taken) / self.corner[row * width + row];
        }
        for place in (0..sparse.len()).rev() {
            let side = &self.side[place * width..][..width];
            let beside: f64 = side.iter().zip(dense.iter()).map(|(a, b)| a * b).sum();
            let range = pattern.starts[place]..pattern.starts[place + 1];
            let taken: f64 = range.map(|at| self.below[at] * sparse[pattern.below[at]]).sum();
            sparse[place] = (sparse[place] - beside - taken) / self.diagonal[place];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn solves_what_was_multiplied() {
        let pattern = Pattern::of(3, &[vec![0, 1], vec![1, 2]]);
        let mut factor = Factor::zeros(&pattern, 1);
        let place = |row: usize| pattern.place[row];
        // Rows 0, 1, 2 sparse, row 3 dense: 4 on the diagonal, 1 where two meet, 0.5 beside.
        factor.diagonal = vec![4.0; 3];
        factor.side = vec![0.5; 3];
        factor.corner = vec![4.0];
        for (a, b) in [(0, 1), (1, 2)] {
            factor.below[pattern.position(place(a), place(b)).unwrap()] = 1.0;
        }
        factor.factorise();
        let (mut sparse, mut dense) = (vec![0.0; 3], vec![1.5 * 1.0 + 0.5 * 2.0 + 4.0 * 3.0 - 0.5]);
        // For the solution 1, 1, 2, 3.
        let sides = [4.0 + 1.0 + 1.5, 1.0 + 4.0 + 2.0 + 1.5, 1.0 + 8.0 + 1.5];
        sides.iter().enumerate().for_each(|(row, side)| sparse[place(row)] = *side);
        dense[0] = 0.5 * (1.0 + 1.0 + 2.0) + 4.0 * 3.0;
        factor.solve(&mut sparse, &mut dense);
        for (row, expected) in [1.0, 1.0, 2.0].into_iter().enumerate() {
            assert!((sparse[place(row)] - expected).abs() < 1e-12);
        }
        assert!((dense[0] - 3.0).abs() < 1e-12);
    }
}
