//! Which of ours stands for which of the gold: one to one, so that the pairs' weights have the greatest sum.

/// Pairs (gold, ours) with the greatest sum of weights; a weight of zero is no pair. Hungarian method, with the shorter
/// side in rows; equal sums are settled by the order of both lists.
pub(crate) fn match_by_weight(
    gold: usize,
    ours: usize,
    weight: impl Fn(usize, usize) -> f64,
) -> Vec<(usize, usize)> {
    let mut pairs = if gold <= ours {
        assign(gold, ours, &weight)
    } else {
        let turned = assign(ours, gold, &|row, column| weight(column, row));
        turned.into_iter().map(|(row, column)| (column, row)).collect()
    };
    pairs.retain(|&(one, other)| weight(one, other) > 0.0);
    pairs.sort_unstable();
    pairs
}

/// The cheapest assignment of every row to a column, `rows <= columns`; costs are negated weights. Row and column 0 of the
/// tables are the method's own.
fn assign(rows: usize, columns: usize, weight: &impl Fn(usize, usize) -> f64) -> Vec<(usize, usize)> {
    let mut row_price = vec![0.0; rows + 1];
    let mut column_price = vec![0.0; columns + 1];
    let mut row_of = vec![0; columns + 1];
    for row in 1..=rows {
        row_of[0] = row;
        let mut from = vec![0; columns + 1];
        let mut slack = vec![f64::INFINITY; columns + 1];
        let mut used = vec![false; columns + 1];
        let mut at = 0;
        while row_of[at] != 0 {
            used[at] = true;
            let (mut least, mut next) = (f64::INFINITY, 0);
            for column in (1..=columns).filter(|&column| !used[column]).collect::<Vec<_>>() {
                let owner = row_of[at];
                let reduced = -weight(owner - 1, column - 1) - row_price[owner] - column_price[column];
                if reduced < slack[column] {
                    (slack[column], from[column]) = (reduced, at);
                }
                if slack[column] < least {
                    (least, next) = (slack[column], column);
                }
            }
            for column in 0..=columns {
                if used[column] {
                    row_price[row_of[column]] += least;
                    column_price[column] -= least;
                } else {
                    slack[column] -= least;
                }
            }
            at = next;
        }
        while at != 0 {
            let before = from[at];
            row_of[at] = row_of[before];
            at = before;
        }
    }
    (1..=columns)
        .filter(|&column| row_of[column] != 0)
        .map(|column| (row_of[column] - 1, column - 1))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(weights: &[&[f64]]) -> Vec<(usize, usize)> {
        let columns = weights.first().map_or(0, |row| row.len());
        match_by_weight(weights.len(), columns, |row, column| weights[row][column])
    }

    #[test]
    fn the_sum_counts_not_the_best_pair() {
        assert_eq!(pairs(&[&[0.9, 0.8], &[0.8, 0.0]]), [(0, 1), (1, 0)]);
        assert_eq!(pairs(&[&[0.9, 0.3], &[0.3, 0.0]]), [(0, 0)]);
    }

    #[test]
    fn sides_of_unequal_length() {
        assert_eq!(pairs(&[&[0.0, 0.5, 0.4]]), [(0, 1)]);
        assert_eq!(pairs(&[&[0.2], &[0.5], &[0.4]]), [(1, 0)]);
        assert_eq!(pairs(&[]), []);
        assert_eq!(pairs(&[&[], &[]]), []);
    }

    #[test]
    fn greatest_of_all_orders_in_small_tables() {
        let mut seed = 7_u32;
        for _ in 0..200 {
            let mut table = vec![vec![0.0; 4]; 4];
            for cell in table.iter_mut().flatten() {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                *cell = if seed >> 30 == 0 { 0.0 } else { f64::from(seed >> 20) };
            }
            let found: f64 = match_by_weight(4, 4, |row, column| table[row][column])
                .into_iter()
                .map(|(row, column)| table[row][column])
                .sum();
            assert!((found - best(&table, 0, &mut [false; 4])).abs() < 1e-6);
        }
    }

    fn best(table: &[Vec<f64>], row: usize, used: &mut [bool; 4]) -> f64 {
        if row == table.len() {
            return 0.0;
        }
        let mut most = f64::MIN;
        for column in 0..4 {
            if !used[column] {
                used[column] = true;
                most = most.max(table[row][column] + best(table, row + 1, used));
                used[column] = false;
            }
        }
        most
    }
}
