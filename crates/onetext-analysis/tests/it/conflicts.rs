//! Conflicts and corrections against every subset of the demands, in every package.

use std::collections::BTreeSet;

use num_bigint::BigUint;
use onetext_analysis::conflicts::{Conflicts, Demand, DemandIndex, Dispute, Total, conflicts};
use onetext_analysis::{Budget, Issue, IssueIndex, OptionIndex, Package, PartyIndex, Space};

use crate::disputes::{Size, with_random};

/// Random disputes that are compared with full enumeration, of each kind.
const CASES: u64 = 1_500;
const SMALL: Size = Size { issues: 4, options: 4, ties: 5, demands: 8 };
const MIDDLING: Size = Size { issues: 7, options: 4, ties: 12, demands: 10 };

/// Every package of a small space.
pub fn packages(space: &Space) -> Vec<Package> {
    let mut all = vec![Vec::new()];
    for issue in space.issues() {
        let options = 0..u16::try_from(issue.options.len()).unwrap();
        let longer = |package: &Vec<u16>| {
            options.clone().map(|option| [&package[..], &[option]].concat()).collect::<Vec<_>>()
        };
        all = all.iter().flat_map(longer).collect();
    }
    all.iter().map(|options| Package::of(options)).filter(|package| space.contains(package)).collect()
}

/// For every package of the space, the demands that it leaves unmet, as bits.
pub fn unmet(dispute: &Dispute) -> Vec<u32> {
    let unmet = |package: &Package| {
        dispute
            .indices()
            .filter(|demand| !dispute.meets(package, *demand))
            .map(|demand| 1 << demand.at())
            .sum()
    };
    packages(dispute.space()).iter().map(unmet).collect()
}

fn bits(demands: &[DemandIndex]) -> u32 {
    demands.iter().map(|demand| 1 << demand.at()).sum()
}

/// The minimal sets of demands that no package meets, and the minimal ones that some package leaves unmet: by trying all.
fn enumerated(dispute: &Dispute) -> (BTreeSet<u32>, BTreeSet<u32>) {
    let unmet = unmet(dispute);
    let all = 0..1_u32 << dispute.demands().len();
    let falls = |set: u32| unmet.iter().all(|left| left & set != 0);
    let corrects = |set: u32| unmet.iter().any(|left| left & !set == 0);
    let is_minimal = |set: u32, holds: &dyn Fn(u32) -> bool| {
        holds(set) && (0..32).filter(|at| set >> at & 1 == 1).all(|at| !holds(set & !(1 << at)))
    };
    (
        all.clone().filter(|set| is_minimal(*set, &falls)).collect(),
        all.filter(|set| is_minimal(*set, &corrects)).collect(),
    )
}

fn listed(found: &Conflicts) -> (BTreeSet<u32>, BTreeSet<u32>) {
    let conflicts: Vec<u32> = found.minimal_conflicts().map(|demands| bits(&demands)).collect();
    let corrections: Vec<u32> = found.minimal_corrections().map(|demands| bits(&demands)).collect();
    let sets = (conflicts.iter().copied().collect(), corrections.iter().copied().collect());
    assert_eq!(found.conflict_count(), Total::Exact(BigUint::from(conflicts.len())));
    assert_eq!(found.correction_count(), Total::Exact(BigUint::from(corrections.len())));
    let (conflict_set, correction_set): &(BTreeSet<u32>, BTreeSet<u32>) = &sets;
    assert_eq!((conflict_set.len(), correction_set.len()), (conflicts.len(), corrections.len()), "each once");
    sets
}

fn agrees_with_enumeration(seed: u64, size: Size) {
    with_random(seed, size, |dispute| {
        let found = conflicts(dispute, &Budget::unlimited()).unwrap();
        assert!(found.is_complete(), "seed {seed}");
        let (expected_conflicts, expected_corrections) = enumerated(dispute);
        let (conflicts, corrections) = listed(&found);
        assert_eq!(corrections, expected_corrections, "corrections, seed {seed}");
        if found.impossible.is_empty() {
            assert_eq!(conflicts, expected_conflicts, "conflicts, seed {seed}");
        } else {
            assert_eq!(expected_conflicts, [0].into(), "no package at all, seed {seed}");
        }
    });
}

#[test]
fn small_disputes_agree_with_enumeration() {
    for seed in 0..CASES {
        agrees_with_enumeration(seed, SMALL);
    }
}

#[test]
fn middling_disputes_agree_with_enumeration() {
    for seed in 0..CASES / 5 {
        agrees_with_enumeration(1_000_000 + seed, MIDDLING);
    }
}

#[test]
fn twenty_independent_standoffs_have_a_million_corrections_at_once() {
    let issues = (0..20).map(|at| Issue::listed(&at.to_string(), &["yes", "no"])).collect();
    let space = Space::new(issues).unwrap();
    let mut dispute = Dispute::new(&space, 2);
    for at in 0..20 {
        for party in 0..2 {
            let wants = Demand::one_of(PartyIndex(party), IssueIndex(at), &[OptionIndex(party)]);
            dispute = dispute.demanding(wants);
        }
    }
    let budget = Budget::unlimited();
    let found = conflicts(&dispute, &budget).unwrap();
    assert_eq!(found.conflict_count(), Total::Exact(BigUint::from(20_u32)));
    assert_eq!(found.correction_count(), Total::Exact(BigUint::from(1_u32 << 20)));
    assert_eq!(found.minimal_corrections().nth(12_345).unwrap().len(), 20);
    assert!(budget.spent() < 1_000, "{}", budget.spent());
}
