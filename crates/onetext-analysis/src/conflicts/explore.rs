//! Conflicts and corrections of one part, by questions to the oracle: first greedy seeds until one stands, then factors that do
//! not touch each other, and where those grow too large the map of all sets (MARCO).

use super::demand::Dispute;
use super::factors::{self, Factor};
use super::map::Map;
use super::members::{Members, in_order, minimal};
use super::oracle::{Oracle, Verdict};
use super::part::Part;
use super::standoff::Extent;
use super::transversal::transversals;
use crate::{Budget, PartyIndex, Stopped};

/// Conflicts of one part that are kept. Above it the list is cut and says so.
const CONFLICTS_MAX: usize = 50_000;
/// Corrections of one part that are listed one by one where they cannot be told as products. Nobody reads as many.
const CORRECTIONS_MAX: usize = 10_000;
/// Packages of a part that are looked at one by one rather than searched.
const PACKAGES_MAX: u64 = 4_096;

/// What was found in a part.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Groups that belong together; each part of the part has its own conflicts and corrections.
    pub factors: Vec<Factor>,
    pub extent: Extent,
}

impl Found {
    /// Nothing can be met by any package, whatever is given up.
    pub fn is_impossible(&self) -> bool {
        self.factors.iter().any(|factor| factor.conflicts.iter().any(Members::is_empty))
    }
}

/// All conflicts and corrections of a part, as far as the budget goes.
pub(super) fn explore(dispute: &Dispute, part: &Part, budget: &Budget) -> Found {
    if part.issues.len() <= 1 || part.picks().is_some_and(|picks| picks <= PACKAGES_MAX) {
        one_by_one(part, budget)
    } else {
        searched(dispute, part, budget, true)
    }
}

/// By search; by the map alone if factors are not looked for.
fn searched(dispute: &Dispute, part: &Part, budget: &Budget, with_factors: bool) -> Found {
    let mut search = Search { part, oracle: Oracle::new(part), map: Map::new(part.groups.len()), budget };
    let mut corrections = Vec::new();
    let outcome = search.run(dispute, with_factors, &mut corrections);
    let conflicts = search.map.conflicts().to_vec();
    match outcome {
        Ok(Outcome::Factors(factors)) => Found { factors, extent: Extent::Complete },
        Ok(Outcome::Listed) => complete(part.groups.len(), conflicts, budget, corrections),
        Ok(Outcome::Cut) => Found::whole(conflicts, corrections, Extent::TooMany),
        Err(stopped) => Found::whole(conflicts, corrections, Extent::Stopped(stopped)),
    }
}

/// By looking at every package of the part: what the packages leave unmet are the corrections, and what hits all of those
/// the conflicts.
fn one_by_one(part: &Part, budget: &Budget) -> Found {
    let mut unmet = Vec::new();
    let mut picks = vec![0; part.issues.len()];
    if part.options.iter().all(|options| !options.is_empty()) {
        loop {
            if let Err(stopped) = budget.spend(1) {
                return Found::whole(Vec::new(), Vec::new(), Extent::Stopped(stopped));
            }
            if part.keeps(&picks) {
                unmet.push(part.unmet(&picks));
            }
            if !advance(part, &mut picks) {
                break;
            }
        }
    }
    let corrections = minimal(unmet);
    let mut conflicts = Vec::new();
    let ended = transversals(&corrections, part.groups.len(), budget, |conflict| {
        conflicts.push(conflict);
        conflicts.len() < CONFLICTS_MAX
    });
    match ended {
        Err(stopped) => Found::whole(conflicts, corrections, Extent::Stopped(stopped)),
        Ok(()) if conflicts.len() >= CONFLICTS_MAX => Found::whole(conflicts, corrections, Extent::TooMany),
        Ok(()) => complete(part.groups.len(), conflicts, budget, corrections),
    }
}

/// The next options, the last issue's first; false after the last.
fn advance(part: &Part, picks: &mut [usize]) -> bool {
    for issue in (0..picks.len()).rev() {
        picks[issue] += 1;
        if picks[issue] < part.options[issue].len() {
            return true;
        }
        picks[issue] = 0;
    }
    false
}

/// All conflicts are known: what does not touch each other is told apart.
fn complete(groups: usize, conflicts: Vec<Members>, budget: &Budget, corrections: Vec<Members>) -> Found {
    let is_impossible = conflicts.iter().any(Members::is_empty);
    if is_impossible {
        return Found::whole(conflicts, Vec::new(), Extent::Complete);
    }
    let mut found = Vec::new();
    for mut factor in factors::connected(groups, &conflicts) {
        let ended = transversals(&factor.conflicts, groups, budget, |correction| {
            factor.corrections.push(correction);
            true
        });
        if ended.is_err() {
            return Found::whole(conflicts, corrections, Extent::Complete);
        }
        factor.corrections = in_order(factor.corrections);
        found.push(factor);
    }
    Found { factors: found, extent: Extent::Complete }
}

impl Found {
    /// Everything in one factor.
    fn whole(conflicts: Vec<Members>, corrections: Vec<Members>, extent: Extent) -> Self {
        let factor = Factor { conflicts: in_order(conflicts), corrections: in_order(corrections) };
        Found { factors: vec![factor], extent }
    }
}

enum Outcome {
    /// All is known, by factors.
    Factors(Vec<Factor>),
    /// All is known, listed.
    Listed,
    /// The lists grew too long.
    Cut,
}

pub(super) struct Search<'a, 'b> {
    pub part: &'a Part,
    pub oracle: Oracle,
    pub map: Map,
    pub budget: &'a Budget<'b>,
}

impl Search<'_, '_> {
    fn run(
        &mut self,
        dispute: &Dispute,
        with_factors: bool,
        corrections: &mut Vec<Members>,
    ) -> Result<Outcome, Stopped> {
        let groups = self.part.groups.len();
        if let Verdict::Falls(_) = self.oracle.ask(&Members::none(groups), self.budget)? {
            self.map.conflict(Members::none(groups));
            return Ok(Outcome::Listed);
        }
        if let Verdict::Stands(_) = self.oracle.ask(&Members::all(groups), self.budget)? {
            corrections.push(Members::none(groups));
            return Ok(Outcome::Listed);
        }
        for party in (0..).take(dispute.parties()).map(PartyIndex) {
            let correction = self.without_relaxing(dispute, party)?;
            corrections.extend(correction.filter(|correction| !corrections.contains(correction)));
        }
        if self.seek_conflicts()? {
            return Ok(Outcome::Cut);
        }
        if let Some(factors) = if with_factors { factors::certified(self)? } else { None } {
            return Ok(Outcome::Factors(factors));
        }
        for correction in corrections.iter() {
            self.map.correction(correction);
        }
        self.marco(corrections)
    }

    /// The correction that is left when a party's demands are kept first, then the others as far as they go; none for a
    /// party that demands nothing here. So that each party's is there even if the budget ends early.
    fn without_relaxing(&mut self, dispute: &Dispute, party: PartyIndex) -> Result<Option<Members>, Stopped> {
        let is_of = |group: &usize| {
            self.part.groups[*group].iter().any(|demand| dispute.demand(*demand).party == party)
        };
        let (own, other): (Vec<usize>, Vec<usize>) = (0..self.part.groups.len()).partition(is_of);
        if own.is_empty() {
            return Ok(None);
        }
        let mut kept = Members::none(self.part.groups.len());
        let mut met = kept.clone();
        for group in own.into_iter().chain(other) {
            let mut tried = kept.clone();
            tried.insert(group);
            if tried.is_subset(&met) {
                kept = tried;
            } else if let Verdict::Stands(picks) = self.oracle.ask(&tried, self.budget)? {
                (kept, met) = (tried, self.part.unmet(&picks).complement());
            }
        }
        Ok(Some(kept.complement()))
    }

    /// Finds conflicts until a set stands to which nothing can be added without one; whether they grew too many.
    fn seek_conflicts(&mut self) -> Result<bool, Stopped> {
        let groups = self.part.groups.len();
        while self.map.conflicts().len() < CONFLICTS_MAX {
            let seed = self.map.extended(Members::none(groups), 0..groups);
            if self.conflict_within(&seed)?.is_none() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// A minimal conflict within a set, if it cannot stand; the map knows it then.
    pub fn conflict_within(&mut self, set: &Members) -> Result<Option<Members>, Stopped> {
        let Verdict::Falls(core) = self.oracle.ask(set, self.budget)? else { return Ok(None) };
        let mut conflict = core.clone();
        for group in core.iter() {
            if !conflict.has(group) {
                continue;
            }
            let mut rest = conflict.clone();
            rest.remove(group);
            if let Verdict::Falls(smaller) = self.oracle.ask(&rest, self.budget)? {
                conflict = smaller;
            }
        }
        self.map.conflict(conflict.clone());
        Ok(Some(conflict))
    }

    fn marco(&mut self, corrections: &mut Vec<Members>) -> Result<Outcome, Stopped> {
        while let Some(seed) = self.map.unexplored(self.budget)? {
            if self.map.conflicts().len() >= CONFLICTS_MAX || corrections.len() >= CORRECTIONS_MAX {
                return Ok(Outcome::Cut);
            }
            if self.conflict_within(&seed)?.is_none() {
                let correction = seed.complement();
                self.map.correction(&correction);
                corrections.push(correction);
            }
        }
        Ok(Outcome::Listed)
    }
}

#[cfg(test)]
mod tests {
    use super::super::parting::parts;
    use super::super::tests::disputes::{Size, with_random};
    use super::*;

    const CASES: u64 = 3_000;
    const SIZE: Size = Size { issues: 6, options: 4, ties: 12, demands: 14 };

    #[test]
    fn every_way_of_looking_finds_the_same() {
        let mut factored = 0;
        for seed in 0..CASES {
            with_random(seed, SIZE, |dispute| {
                for part in parts(dispute) {
                    let budget = Budget::unlimited();
                    let looked = one_by_one(&part, &budget);
                    assert_eq!(looked.extent, Extent::Complete);
                    for with_factors in [false, true] {
                        let found = searched(dispute, &part, &budget, with_factors);
                        assert_eq!(found.extent, Extent::Complete);
                        assert_eq!(found.factors, looked.factors, "seed {seed}, factors {with_factors}");
                    }
                    factored += usize::from(looked.factors.len() > 1);
                }
            });
        }
        assert!(factored > 20, "only {factored} parts had several factors");
    }
}
