//! Conflicts and corrections against every subset of the demands, in every package.

use std::collections::BTreeSet;

use num_bigint::BigUint;
use onetext_analysis::conflicts::{
    Conflicts, Demand, DemandIndex, Dispute, Price, Pricing, Total, conflicts,
};
use onetext_analysis::{
    Budget, Dependency, Issue, IssueIndex, OptionIndex, Package, PartyIndex, Space, Utility,
};

use crate::disputes::{Numbers, Size, with_random};

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

/// Parties in another order: the same conflicts and corrections, of the renamed demands.
#[test]
fn no_party_is_treated_differently() {
    for seed in 0..CASES / 5 {
        with_random(seed, MIDDLING, |dispute| {
            let renamed = |party: PartyIndex| PartyIndex((party.0 + 1) % 3);
            let mut other = Dispute::new(dispute.space(), 3);
            for party in (0..3).map(PartyIndex) {
                if let Some(utility) = dispute.utility(party) {
                    other = other.valuing(renamed(party), utility);
                }
            }
            // Each party's demands move to the place of the next, last first.
            let mut order: Vec<DemandIndex> = dispute.indices().collect();
            order.reverse();
            for index in &order {
                let demand = dispute.demand(*index);
                other = other.demanding(Demand { party: renamed(demand.party), ..demand.clone() });
            }
            let mine = conflicts(dispute, &Budget::unlimited()).unwrap();
            let theirs = conflicts(&other, &Budget::unlimited()).unwrap();
            let back = |demands: Vec<DemandIndex>| {
                let mut back: Vec<DemandIndex> = demands.iter().map(|demand| order[demand.at()]).collect();
                back.sort_unstable();
                back
            };
            let set = |all: Vec<Vec<DemandIndex>>| all.into_iter().collect::<BTreeSet<_>>();
            let conflicts = set(theirs.minimal_conflicts().map(back).collect());
            let corrections = set(theirs.minimal_corrections().map(back).collect());
            assert_eq!(set(mine.minimal_conflicts().collect()), conflicts, "seed {seed}");
            assert_eq!(set(mine.minimal_corrections().collect()), corrections, "seed {seed}");
        });
    }
}

/// However early the budget ends, what is told is right, and that it may not be all is told, too.
#[test]
fn a_budget_that_ends_gives_less_and_nothing_wrong() {
    let (mut incomplete, mut some) = (0, 0);
    for seed in 0..CASES / 5 {
        with_random(seed, MIDDLING, |dispute| {
            let (all_conflicts, all_corrections) = enumerated(dispute);
            if all_corrections.is_empty() {
                // The rules leave no package: what is told then is about the issues where they do.
                return;
            }
            for steps in [0, 3, 10, 30, 100, 300] {
                let found = conflicts(dispute, &Budget::steps(steps)).unwrap();
                let told: BTreeSet<u32> = found.minimal_conflicts().map(|demands| bits(&demands)).collect();
                assert!(found.impossible.is_empty(), "seed {seed}");
                assert!(told.is_subset(&all_conflicts), "seed {seed}, {steps} steps");
                if found.is_complete() {
                    assert_eq!(told, all_conflicts, "seed {seed}, {steps} steps");
                } else {
                    incomplete += 1;
                    some += usize::from(!told.is_empty());
                    assert!(matches!(found.conflict_count(), Total::AtLeast(_)));
                    assert_ne!(found.stand_together(), Some(true));
                }
                for correction in found.minimal_corrections() {
                    assert!(all_corrections.contains(&bits(&correction)), "seed {seed}, {steps} steps");
                }
            }
        });
    }
    assert!(incomplete > 50 && some > 5, "{incomplete} incomplete, {some} with conflicts");
}

/// What does not fit the space is refused with what is wrong, and a standoff of another dispute does no harm.
#[test]
fn odd_questions_are_answered() {
    let space = Space::new(vec![Issue::listed("Cap", &["low", "high"])]).unwrap();
    let (party, cap, most) = (PartyIndex(0), IssueIndex(0), Budget::unlimited());
    let refused = |dispute: Dispute| conflicts(&dispute, &most).unwrap_err().to_string();
    let told = [
        refused(Dispute::new(&space, 1).demanding(Demand::one_of(PartyIndex(1), cap, &[]))),
        refused(Dispute::new(&space, 1).demanding(Demand::one_of(party, IssueIndex(4), &[]))),
        refused(Dispute::new(&space, 1).demanding(Demand::one_of(party, cap, &[OptionIndex(2)]))),
        refused(Dispute::new(&space, 1).demanding(Demand::at_least(party, Utility::ONE))),
        refused(Dispute::new(&space, 100)),
    ];
    let starts = [
        "party 1: a demand of a party that is not in the dispute",
        "issue 4 has no option 0",
        "issue 0 has no option 2",
        "party 0: demands a utility, and its utility function is not known",
        "100 parties: at most 64",
    ];
    for (told, start) in told.iter().zip(starts) {
        assert!(told.starts_with(start), "{told}");
    }
    let nothing = Demand::one_of(party, cap, &[]);
    let dispute = Dispute::new(&space, 1).demanding(nothing.clone()).demanding(nothing);
    let found = conflicts(&dispute, &most).unwrap();
    assert_eq!(found.conflict_count(), Total::Exact(BigUint::from(2_u32)), "each is a conflict by itself");
    let other = Dispute::new(&space, 0);
    let mut pricing = Pricing::of(&other, &found).unwrap();
    let priced = pricing.price(&found.standoffs[0], &found.standoffs[0].corrections[0], &most).unwrap();
    assert!(priced.relaxed.iter().all(|relaxed| relaxed.price == Price::Nothing));
}

/// Two hundred issues of ten options, twenty parties, three hundred implications; each party speaks to so many issues.
fn treaty(seed: u64, demands: usize, ask: impl FnOnce(&Dispute)) {
    let mut numbers = Numbers(seed);
    let names: Vec<String> = (0..10).map(|option| option.to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let issues = (0..200).map(|issue| Issue::listed(&issue.to_string(), &names)).collect();
    let mut space = Space::new(issues).unwrap();
    for _ in 0..300 {
        let (one, other) = (numbers.choice(&space), numbers.choice(&space));
        if one.issue != other.issue {
            space = space.with(Dependency::Requires(one, other)).unwrap();
        }
    }
    let mut dispute = Dispute::new(&space, 20);
    for party in (0..20).map(PartyIndex) {
        for _ in 0..demands {
            let demand = Demand { party, ..numbers.demand(&space, 20, false) };
            dispute = dispute.demanding(demand);
        }
    }
    ask(&dispute);
}

/// Sparse demands part into standoffs that are known to the end, with more corrections than could be listed; dense ones end
/// with the budget.
#[test]
fn treaties_finish() {
    for (demands, steps) in [(5, 10_000), (20, 10_000), (40, 1_000_000)] {
        treaty(u64::try_from(demands).unwrap(), demands, |dispute| {
            let budget = Budget::steps(steps);
            let found = conflicts(dispute, &budget).unwrap();
            assert_eq!(found.is_complete(), demands < 40, "{demands} demands each");
            assert_eq!(found.stand_together(), Some(false));
            let (Total::Exact(corrections) | Total::AtLeast(corrections)) = found.correction_count();
            assert!(corrections > BigUint::from(1_u64 << 40) || demands == 5, "{corrections}");
            assert!(found.minimal_corrections().next().is_some());
        });
    }
}
