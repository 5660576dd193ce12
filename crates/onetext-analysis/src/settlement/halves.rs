//! Counting rational packages without looking at each: where nothing ties the issues, a package is a first half and a second
//! half, and for each first half the second halves that are good enough are counted at once (Horowitz & Sahni 1974,
//! "Computing partitions with applications to the knapsack problem"; for two parties with Fenwick's tree of 1994).

use crate::{Budget, IssueIndex, Space, Stopped, Utility, UtilityFunction};

/// Packages of half of the issues, at most: some 16 MB for each half, and spaces of 10^12 packages in a fraction of a second.
const HALF_MAX: usize = 1 << 20;

/// A party that not every package satisfies, and what it asks for.
#[derive(Clone, Copy)]
pub(super) struct Asking<'s> {
    pub utility: &'s UtilityFunction,
    pub reservation: Utility,
}

/// What a half gives each of two parties; one who is not there is given nothing and asks for nothing.
type Pair = [i64; 2];

/// How many packages give at most two parties what they ask for. None where something ties the issues, where more ask, or
/// where a half has too many packages.
pub(super) fn count(
    space: &Space,
    asking: &[Asking<'_>],
    budget: &Budget<'_>,
) -> Result<Option<u128>, Stopped> {
    let is_tied =
        !space.dependencies().is_empty() || asking.iter().any(|asks| !asks.utility.terms.is_empty());
    if is_tied || asking.len() > 2 {
        return Ok(None);
    }
    let Some((first, second)) = halves(space) else { return Ok(None) };
    let asked = std::array::from_fn(|party| asking.get(party).map_or(0, |asks| asks.reservation.0));
    let (first, second) = (sums(space, &first, asking, budget)?, sums(space, &second, asking, budget)?);
    Ok(Some(pairs_within(first, second, asked)))
}

/// The issues in two lists whose packages are nearly as many, the largest issues first.
fn halves(space: &Space) -> Option<(Vec<IssueIndex>, Vec<IssueIndex>)> {
    let options = |issue: &IssueIndex| space.open_options(*issue).count();
    let mut issues: Vec<IssueIndex> = space.indices().collect();
    issues.sort_by_key(|issue| std::cmp::Reverse(options(issue)));
    let (mut halves, mut sizes) = ([Vec::new(), Vec::new()], [1_usize, 1]);
    for issue in issues {
        let smaller = usize::from(sizes[1] < sizes[0]);
        sizes[smaller] = sizes[smaller].checked_mul(options(&issue)).filter(|size| *size <= HALF_MAX)?;
        halves[smaller].push(issue);
    }
    let [first, second] = halves;
    Some((first, second))
}

/// What every package of these issues gives.
fn sums(
    space: &Space,
    issues: &[IssueIndex],
    asking: &[Asking<'_>],
    budget: &Budget<'_>,
) -> Result<Vec<Pair>, Stopped> {
    let mut sums: Vec<Pair> = vec![[0; 2]];
    for &issue in issues {
        let value = |option: usize| -> Pair {
            std::array::from_fn(|party| {
                asking.get(party).map_or(0, |asks| asks.utility.table[issue.at()][option].0)
            })
        };
        let values: Vec<Pair> = space.open_options(issue).map(|option| value(option.at())).collect();
        budget.spend((sums.len() * values.len()) as u64)?;
        sums = sums.iter().flat_map(|sum| values.iter().map(move |value| plus(*sum, *value))).collect();
    }
    Ok(sums)
}

fn plus(a: Pair, b: Pair) -> Pair {
    [a[0] + b[0], a[1] + b[1]]
}

/// How many pairs of a first and a second half sum to at least what is asked.
fn pairs_within(mut first: Vec<Pair>, mut second: Vec<Pair>, asked: Pair) -> u128 {
    first.sort_unstable();
    second.sort_unstable_by(|a, b| b.cmp(a));
    let mut levels: Vec<i64> = second.iter().map(|pair| pair[1]).collect();
    levels.sort_unstable();
    let mut tree = Tree(vec![0; levels.len() + 1]);
    let (mut within, mut taken) = (0, 0);
    // The more the first half gives the first party, the more second halves are good enough for it.
    for pair in first {
        while taken < second.len() && pair[0] + second[taken][0] >= asked[0] {
            tree.add(levels.partition_point(|level| *level < second[taken][1]));
            taken += 1;
        }
        let too_low = levels.partition_point(|level| pair[1] + level < asked[1]);
        within += (taken - tree.below(too_low)) as u128;
    }
    within
}

/// Counts by rank, and sums of them from the lowest.
struct Tree(Vec<usize>);

impl Tree {
    fn add(&mut self, rank: usize) {
        let mut at = rank + 1;
        while at < self.0.len() {
            self.0[at] += 1;
            at += at & at.wrapping_neg();
        }
    }

    /// How many were added with a lower rank.
    fn below(&self, rank: usize) -> usize {
        let (mut at, mut sum) = (rank, 0);
        while at > 0 {
            sum += self.0[at];
            at &= at - 1;
        }
        sum
    }
}
