//! Where a symmetric matrix of ties can be other than zero once it is factorised: an order of elimination by least degree,
//! and the columns that it fills.

/// The filled columns of a lower triangular factor, in the order of elimination.
#[derive(Clone, Debug, Default)]
pub(super) struct Pattern {
    /// By row of the problem, its place in the order.
    pub place: Vec<usize>,
    /// By place, where its column starts in `below`; one more entry with the end.
    pub starts: Vec<usize>,
    /// The later places that each column reaches, in order.
    pub below: Vec<usize>,
    /// By place, the earlier columns that reach it, with the position of the entry in `below`.
    pub reached_by: Vec<Vec<(usize, usize)>>,
}

impl Pattern {
    /// The pattern of a matrix in which the members of each group meet.
    pub fn of(size: usize, groups: &[Vec<usize>]) -> Self {
        let words = size.div_ceil(64);
        let mut meets = vec![vec![0_u64; words]; size];
        for group in groups {
            for &a in group {
                group.iter().filter(|b| **b != a).for_each(|&b| meets[a][b / 64] |= 1 << (b % 64));
            }
        }
        let mut order = Vec::with_capacity(size);
        let mut columns = Vec::with_capacity(size);
        let mut waiting: Vec<usize> = (0..size).collect();
        while let Some(at) = least_degree(&waiting, &meets) {
            let next = waiting.swap_remove(at);
            let neighbours = members(&meets[next]);
            let reach = std::mem::take(&mut meets[next]);
            for &neighbour in &neighbours {
                meets[neighbour].iter_mut().zip(&reach).for_each(|(own, other)| *own |= other);
                meets[neighbour][next / 64] &= !(1 << (next % 64));
                meets[neighbour][neighbour / 64] &= !(1 << (neighbour % 64));
            }
            order.push(next);
            columns.push(neighbours);
        }
        Pattern::placed(&order, &columns)
    }

    fn placed(order: &[usize], columns: &[Vec<usize>]) -> Self {
        let mut pattern = Pattern { place: vec![0; order.len()], starts: vec![0], ..Pattern::default() };
        order.iter().enumerate().for_each(|(place, row)| pattern.place[*row] = place);
        pattern.reached_by = vec![Vec::new(); order.len()];
        for (place, column) in columns.iter().enumerate() {
            let mut reached: Vec<usize> = column.iter().map(|row| pattern.place[*row]).collect();
            reached.sort_unstable();
            for later in reached {
                pattern.reached_by[later].push((place, pattern.below.len()));
                pattern.below.push(later);
            }
            pattern.starts.push(pattern.below.len());
        }
        pattern
    }

    /// The position of an entry below the diagonal, of two different places that meet.
    pub fn position(&self, a: usize, b: usize) -> Option<usize> {
        let (column, row) = (a.min(b), a.max(b));
        let range = self.starts[column]..self.starts[column + 1];
        self.below[range.clone()].binary_search(&row).ok().map(|at| range.start + at)
    }

    /// How many products a factorisation takes, about.
    pub fn work(&self, dense: usize) -> u64 {
        let column = |place: usize| (self.starts[place + 1] - self.starts[place] + dense) as u64;
        (0..self.place.len()).map(|place| column(place) * column(place) / 2).sum()
    }
}

/// The first of the rows with the fewest others left beside it.
fn least_degree(waiting: &[usize], meets: &[Vec<u64>]) -> Option<usize> {
    let degree = |row: usize| meets[row].iter().map(|word| word.count_ones()).sum::<u32>();
    (0..waiting.len()).min_by_key(|&at| (degree(waiting[at]), waiting[at]))
}

fn members(bits: &[u64]) -> Vec<usize> {
    let of_word = |(at, word): (usize, &u64)| {
        let word = *word;
        (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| at * 64 + bit)
    };
    bits.iter().enumerate().flat_map(of_word).collect()
}
