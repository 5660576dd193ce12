//! The answer: standoffs, each with its conflicts and corrections, and what all of them together come to.

use num_bigint::BigUint;

use super::demand::{DemandIndex, Dispute};
use super::explore::{Found, explore};
use super::members::Members;
use super::part::Part;
use super::parting::parts;
use crate::{Budget, Error, IssueIndex, Stopped};

/// How much of the answer was found. What is listed is right in any case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Complete,
    /// What was found until then.
    Stopped(Stopped),
    /// There are more than are kept.
    TooMany,
}

/// How many there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Total {
    /// So many.
    Exact(BigUint),
    /// So many were found, and there may be more.
    AtLeast(BigUint),
}

/// Demands that stand in each other's way, and have nothing to do with those of any other standoff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standoff {
    /// The issues that its conflicts are about, in order; with a demand for utility, all that the utility depends on.
    pub issues: Vec<IssueIndex>,
    /// Its demands. Those that say the same, whoever makes them, are one group.
    pub groups: Vec<Vec<DemandIndex>>,
    /// Each is a list of groups, as places in `groups`: one demand out of each of these, whichever, is a minimal conflict.
    pub conflicts: Vec<Vec<usize>>,
    /// Each is a list of groups, as places in `groups`: all demands of these together are a minimal correction.
    pub corrections: Vec<Vec<usize>>,
    /// Whether these are all.
    pub extent: Extent,
}

/// Everything that cannot stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflicts {
    /// By their first issue; order carries no meaning.
    pub standoffs: Vec<Standoff>,
    /// Issues whose own rules leave no package, whatever anybody gives up. If there are any, there is no correction.
    pub impossible: Vec<Vec<IssueIndex>>,
}

/// All minimal conflicts and all minimal corrections of a dispute, as far as the budget goes.
///
/// Where the rules of some issues leave no package, conflicts are told for the other issues, as if those were none of it.
/// A budget that ends early is no error: what was found is right, and each standoff says whether it is all of it. Errors: a
/// demand or a utility function that does not fit the space.
pub fn conflicts(dispute: &Dispute, budget: &Budget) -> Result<Conflicts, Error> {
    dispute.check()?;
    let (mut standoffs, mut impossible) = (Vec::new(), Vec::new());
    let mut parts = parts(dispute);
    // The small ones first: they are known to the end even where a large one takes all that is left of the budget.
    parts.sort_by_key(|part| part.options.iter().map(Vec::len).sum::<usize>());
    for part in parts {
        let found = explore(dispute, &part, budget);
        if found.is_impossible() {
            impossible.push(part.issues);
        } else {
            standoffs.extend(standoffs_of(dispute, &part, &found));
        }
    }
    standoffs.sort_by(|a, b| (&a.issues, &a.groups).cmp(&(&b.issues, &b.groups)));
    Ok(Conflicts { standoffs, impossible })
}

/// The factors of a part that hold a conflict, or were not looked into to the end.
fn standoffs_of(dispute: &Dispute, part: &Part, found: &Found) -> Vec<Standoff> {
    let is_listed = |conflicts: &[Members]| !conflicts.is_empty() || found.extent != Extent::Complete;
    let factors = found.factors.iter().filter(|factor| is_listed(&factor.conflicts));
    factors
        .map(|factor| {
            let mut concerned = Members::none(part.groups.len());
            for groups in factor.conflicts.iter().chain(&factor.corrections) {
                concerned.join(groups);
            }
            if concerned.is_empty() {
                concerned = Members::all(part.groups.len());
            }
            let concerned: Vec<usize> = concerned.iter().collect();
            let place = |group: usize| concerned.binary_search(&group).unwrap_or(0);
            let listed = |sets: &[Members]| -> Vec<Vec<usize>> {
                sets.iter().map(|set| set.iter().map(place).collect()).collect()
            };
            let groups: Vec<Vec<DemandIndex>> =
                concerned.iter().map(|&group| part.groups[group].clone()).collect();
            Standoff {
                issues: issues_of(dispute, part, &groups),
                groups,
                conflicts: listed(&factor.conflicts),
                corrections: listed(&factor.corrections),
                extent: found.extent,
            }
        })
        .collect()
}

fn issues_of(dispute: &Dispute, part: &Part, groups: &[Vec<DemandIndex>]) -> Vec<IssueIndex> {
    let firsts = groups.iter().filter_map(|group| group.first());
    let issues: Option<Vec<IssueIndex>> = firsts.map(|demand| dispute.demand(*demand).issue()).collect();
    let mut issues = issues.unwrap_or_else(|| part.issues.clone());
    issues.sort_unstable();
    issues.dedup();
    issues
}

impl Conflicts {
    /// Whether all demands can be met together; none if the budget ended before that was known.
    pub fn stand_together(&self) -> Option<bool> {
        let has_conflict = self.standoffs.iter().any(|standoff| !standoff.conflicts.is_empty());
        if has_conflict || !self.impossible.is_empty() {
            return Some(false);
        }
        self.is_complete().then_some(true)
    }

    /// Whether every conflict and every correction was found.
    pub fn is_complete(&self) -> bool {
        self.standoffs.iter().all(|standoff| standoff.extent == Extent::Complete)
    }

    /// How many minimal conflicts there are. Rules that leave no package are not counted.
    pub fn conflict_count(&self) -> Total {
        let count = |standoff: &Standoff| -> BigUint {
            let size = |groups: &Vec<usize>| -> BigUint {
                groups.iter().map(|&group| BigUint::from(standoff.groups[group].len())).product()
            };
            standoff.conflicts.iter().map(size).sum()
        };
        self.counted(self.standoffs.iter().map(count).sum())
    }

    /// How many minimal corrections there are: one of each standoff, in every combination.
    pub fn correction_count(&self) -> Total {
        if !self.impossible.is_empty() {
            return Total::Exact(BigUint::ZERO);
        }
        let counts = self.standoffs.iter().map(|standoff| BigUint::from(standoff.corrections.len()));
        self.counted(counts.product())
    }

    fn counted(&self, found: BigUint) -> Total {
        if self.is_complete() { Total::Exact(found) } else { Total::AtLeast(found) }
    }

    /// The minimal conflicts that were found, one after the other.
    pub fn minimal_conflicts(&self) -> impl Iterator<Item = Vec<DemandIndex>> + '_ {
        self.standoffs.iter().flat_map(|standoff| {
            standoff.conflicts.iter().flat_map(move |groups| {
                let lists = groups.iter().map(|&group| standoff.groups[group].len()).collect();
                Combinations::of(lists).map(move |places| {
                    let each = groups.iter().zip(places);
                    let mut demands: Vec<DemandIndex> =
                        each.map(|(&group, place)| standoff.groups[group][place]).collect();
                    demands.sort_unstable();
                    demands
                })
            })
        })
    }

    /// The minimal corrections that were found, one after the other, each made when it is asked for: there may be more than
    /// anybody can list.
    pub fn minimal_corrections(&self) -> impl Iterator<Item = Vec<DemandIndex>> + '_ {
        let lists: Vec<usize> = self.standoffs.iter().map(|standoff| standoff.corrections.len()).collect();
        let combinations = self.impossible.is_empty().then(|| Combinations::of(lists));
        combinations.into_iter().flatten().map(|places| {
            let each = self.standoffs.iter().zip(places);
            let mut demands: Vec<DemandIndex> = each
                .flat_map(|(standoff, place)| {
                    let groups = standoff.corrections[place].iter();
                    groups.flat_map(|&group| standoff.groups[group].iter().copied())
                })
                .collect();
            demands.sort_unstable();
            demands
        })
    }
}

/// One place in each of several lists, in every combination; the last list's places change first.
struct Combinations {
    lists: Vec<usize>,
    next: Option<Vec<usize>>,
}

impl Combinations {
    fn of(lists: Vec<usize>) -> Self {
        let next = lists.iter().all(|&list| list > 0).then(|| vec![0; lists.len()]);
        Combinations { lists, next }
    }
}

impl Iterator for Combinations {
    type Item = Vec<usize>;

    fn next(&mut self) -> Option<Vec<usize>> {
        let present = self.next.take()?;
        let mut following = present.clone();
        let place = (0..present.len()).rev().find(|&list| present[list] + 1 < self.lists[list]);
        if let Some(place) = place {
            following[place] += 1;
            following[place + 1..].fill(0);
            self.next = Some(following);
        }
        Some(present)
    }
}
