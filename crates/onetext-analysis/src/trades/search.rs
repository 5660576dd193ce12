//! Breadth-first search for the smallest sets of changes that pass a test, with bounds that rule out whole families of sets.
//! Knows no parties: what must hold is given as rows of whole numbers, and a judge decides what is left.

use super::change::{ChangeIndex, Offered};
use crate::{Budget, Error, Stopped};

/// Nodes of the search between two calls to the budget: a fraction of a millisecond.
const NODES_PER_SPEND: u64 = 4_096;

/// A necessary condition: over the changes of a set, the numbers must sum to `needed` at least.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// For every offered change.
    pub(super) gain: Vec<i64>,
    /// The least sum.
    pub(super) needed: i64,
}

/// What the judge says of a set that satisfies every row.
pub(super) enum Judged {
    /// It is one.
    Passes,
    /// It is none.
    Fails,
    /// It is none, and nothing is that violates this row too.
    FailsBecause(Row),
}

/// What decides about a set of changes that no row rules out.
pub(super) trait Judge {
    fn judge(&mut self, set: &[ChangeIndex]) -> Result<Judged, Error>;
}

/// How far to look.
#[derive(Clone, Copy)]
pub(super) struct Reach {
    pub(super) changes_max: usize,
    pub(super) listed_max: usize,
}

/// How far a search went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Every inclusion-minimal set is listed, of whatever size.
    Complete,
    /// Every inclusion-minimal set of at most so many changes is listed; larger ones were not looked for.
    UpTo {
        /// How many changes.
        changes: usize,
    },
    /// The list is full: of so many changes or more there may be further ones.
    ListFull {
        /// Of how many changes the last ones looked at were.
        changes: usize,
    },
    /// Stopped: of so many changes or more there may be further ones.
    Stopped {
        /// Of how many changes the last ones looked at were.
        changes: usize,
        /// By what.
        why: Stopped,
    },
}

/// What was found.
pub(super) struct Found {
    pub(super) minimal: Vec<Vec<ChangeIndex>>,
    pub(super) extent: Extent,
    pub(super) looked_at: u64,
}

impl Found {
    /// Nothing, because the budget did not even suffice to begin.
    pub(super) fn nothing(why: Stopped) -> Self {
        Found { minimal: Vec::new(), extent: Extent::Stopped { changes: 1, why }, looked_at: 0 }
    }
}

/// Every inclusion-minimal set of at most `changes_max` changes that satisfies the rows and the judge and holds none of those
/// `known` already; smallest first, those of one size in the order of their changes.
pub(super) fn minimal_sets(
    offered: &Offered<'_>,
    rows: Vec<Row>,
    known: &[Vec<ChangeIndex>],
    judge: &mut dyn Judge,
    reach: Reach,
    budget: &Budget<'_>,
) -> Result<Found, Error> {
    let mut search = Search::new(offered, judge, reach, budget);
    for set in known {
        search.keep(set.clone());
    }
    for row in rows {
        search.add(row);
    }
    let deepest = reach.changes_max.min(offered.by_issue.len());
    let everything =
        if deepest == offered.by_issue.len() { Extent::Complete } else { Extent::UpTo { changes: deepest } };
    for size in 1..=deepest {
        let ended = match search.extend(0, size) {
            Ok(()) => continue,
            Err(End::ListFull) => Extent::ListFull { changes: size },
            Err(End::Error(Error::Stopped(why))) => Extent::Stopped { changes: size, why },
            Err(End::Error(error)) => return Err(error),
        };
        return Ok(search.found(known.len(), ended));
    }
    Ok(search.found(known.len(), everything))
}

/// Why a search ends before its end.
enum End {
    ListFull,
    Error(Error),
}

impl From<Stopped> for End {
    fn from(stopped: Stopped) -> Self {
        End::Error(stopped.into())
    }
}

struct Search<'a> {
    offered: &'a Offered<'a>,
    judge: &'a mut dyn Judge,
    budget: &'a Budget<'a>,
    reach: Reach,
    /// How many sets may still be listed.
    free: usize,
    rows: Vec<Row>,
    /// By row, then issue place, then number of changes: the most that so many changes from that place on can sum to.
    ceilings: Vec<Vec<Vec<i64>>>,
    chosen: Vec<ChangeIndex>,
    /// By depth, then row: the sum over the changes chosen so far.
    sums: Vec<Vec<i64>>,
    minimal: Vec<Vec<ChangeIndex>>,
    /// The minimal sets by their last change.
    ending_in: Vec<Vec<usize>>,
    nodes: u64,
    looked_at: u64,
}

impl<'a> Search<'a> {
    fn new(offered: &'a Offered<'a>, judge: &'a mut dyn Judge, reach: Reach, budget: &'a Budget<'a>) -> Self {
        Search {
            offered,
            judge,
            budget,
            reach,
            free: reach.listed_max,
            rows: Vec::new(),
            ceilings: Vec::new(),
            chosen: Vec::new(),
            sums: vec![Vec::new(); reach.changes_max + 1],
            minimal: Vec::new(),
            ending_in: vec![Vec::new(); offered.changes.len()],
            nodes: 0,
            looked_at: 0,
        }
    }

    fn found(mut self, known: usize, extent: Extent) -> Found {
        Found { minimal: self.minimal.split_off(known), extent, looked_at: self.looked_at }
    }

    /// Takes a row in, also in the middle of a search.
    fn add(&mut self, row: Row) {
        self.ceilings.push(ceilings(&row, self.offered, self.reach.changes_max));
        let mut sum = 0;
        self.sums[0].push(0);
        for (depth, change) in self.chosen.iter().enumerate() {
            sum += row.gain[change.at()];
            self.sums[depth + 1].push(sum);
        }
        for deeper in &mut self.sums[self.chosen.len() + 1..] {
            deeper.push(0);
        }
        self.rows.push(row);
    }

    /// Looks at every set that adds `left` changes, from that issue place on, to what is chosen.
    fn extend(&mut self, place: usize, left: usize) -> Result<(), End> {
        if left == 0 {
            return self.look();
        }
        let last = self.offered.by_issue.len().saturating_sub(left);
        for at in place..=last {
            if !self.within_reach(at, left) {
                // Ceilings fall from place to place: what is out of reach here is out of reach further on.
                return Ok(());
            }
            let offered = self.offered;
            for &change in &offered.by_issue[at] {
                self.choose(change)?;
                if self.within_reach(at + 1, left - 1) && !self.holds_a_found_one(change) {
                    self.extend(at + 1, left - 1)?;
                }
                self.chosen.pop();
            }
        }
        Ok(())
    }

    fn choose(&mut self, change: ChangeIndex) -> Result<(), Stopped> {
        self.nodes += 1;
        if self.nodes.is_multiple_of(NODES_PER_SPEND) {
            self.budget.spend(NODES_PER_SPEND)?;
        }
        self.chosen.push(change);
        let (before, after) = self.sums.split_at_mut(self.chosen.len());
        let sums = before[self.chosen.len() - 1]
            .iter()
            .zip(&self.rows)
            .map(|(sum, row)| sum + row.gain[change.at()]);
        after[0].clear();
        after[0].extend(sums);
        Ok(())
    }

    /// Whether every row can still be satisfied by so many more changes from that issue place on.
    fn within_reach(&self, place: usize, left: usize) -> bool {
        let sums = &self.sums[self.chosen.len()];
        let reach = |row: usize| sums[row] + self.ceilings[row][place][left] >= self.rows[row].needed;
        (0..self.rows.len()).all(reach)
    }

    /// Whether what is chosen holds a minimal set already found; only those that end in the last change can be new here.
    fn holds_a_found_one(&self, last: ChangeIndex) -> bool {
        let held = |set: &&usize| self.minimal[**set].iter().all(|change| self.chosen.contains(change));
        self.ending_in[last.at()].iter().any(|set| held(&set))
    }

    fn keep(&mut self, set: Vec<ChangeIndex>) {
        if let Some(&last) = set.last() {
            self.ending_in[last.at()].push(self.minimal.len());
        }
        self.minimal.push(set);
    }

    fn look(&mut self) -> Result<(), End> {
        self.looked_at += 1;
        let changes: Vec<_> = self.chosen.iter().map(|&index| self.offered.change(index)).collect();
        if !self.offered.allows(&changes) {
            return Ok(());
        }
        match self.judge.judge(&self.chosen).map_err(End::Error)? {
            Judged::Fails => {}
            Judged::FailsBecause(row) => self.add(row),
            Judged::Passes if self.free == 0 => return Err(End::ListFull),
            Judged::Passes => {
                self.free -= 1;
                self.keep(self.chosen.clone());
            }
        }
        Ok(())
    }
}

/// For every issue place, the most that 0, 1, ... changes of different issues from there on can sum to.
fn ceilings(row: &Row, offered: &Offered<'_>, changes_max: usize) -> Vec<Vec<i64>> {
    let mut best: Vec<i64> = Vec::new();
    let mut by_place = vec![vec![0]];
    for changes in offered.by_issue.iter().rev() {
        let most = changes.iter().map(|change| row.gain[change.at()]).max().unwrap_or(0);
        best.insert(best.partition_point(|&gain| gain >= most), most);
        best.truncate(changes_max);
        let sums = best.iter().scan(0, |sum, gain| {
            *sum += gain;
            Some(*sum)
        });
        by_place.push(std::iter::once(0).chain(sums).collect());
    }
    by_place.reverse();
    by_place
}
