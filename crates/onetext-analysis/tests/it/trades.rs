//! Trades against plain enumeration: every package of small random spaces is compared with the one on the table.

use std::collections::BTreeSet;

use onetext_analysis::trades::{Better, Change, Extent, Limits, Values, trades};
use onetext_analysis::{Budget, Package, Scenario, Stopped, Utility};

use crate::random::{Random, any_package, every_package, scenario};

/// Random cases; a fifth of a second of work.
const CASES: u64 = 10_000;

const EVERYTHING: Limits = Limits { changes_max: 6, certified_max: usize::MAX, possible_max: usize::MAX };

fn sides(scenario: &Scenario) -> Vec<Values<'_>> {
    scenario.parties.iter().map(|party| Values::Known(&party.utility)).collect()
}

fn is_better(scenario: &Scenario, from: &Package, to: &Package, better: Better) -> bool {
    let (before, after) = (scenario.utilities(from), scenario.utilities(to));
    let pairs = || before.iter().zip(&after);
    match better {
        Better::ForEach => pairs().all(|(before, after)| after > before),
        Better::ForSome => {
            pairs().all(|(before, after)| after >= before) && pairs().any(|(before, after)| after > before)
        }
    }
}

fn changes(from: &Package, to: &Package) -> Vec<Change> {
    let both = from.choices().zip(&to.0);
    both.filter(|(choice, to)| choice.option != **to)
        .map(|(choice, to)| Change { issue: choice.issue, from: choice.option, to: *to })
        .collect()
}

/// All change sets that are better for all and in the space, without those that hold a smaller one.
fn brute_force(scenario: &Scenario, current: &Package, better: Better) -> BTreeSet<Vec<Change>> {
    let all: Vec<Vec<Change>> = every_package(&scenario.space)
        .iter()
        .filter(|package| is_better(scenario, current, package, better))
        .map(|package| changes(current, package))
        .collect();
    let holds_another = |set: &Vec<Change>| {
        all.iter().any(|other| other.len() < set.len() && other.iter().all(|change| set.contains(change)))
    };
    all.iter().filter(|set| !holds_another(set)).cloned().collect()
}

#[test]
fn agree_with_enumeration_on_random_spaces() {
    let mut seen = 0;
    for seed in 0..CASES {
        let mut random = Random::new(seed);
        let scenario = scenario(&mut random);
        let current = any_package(&scenario.space, &mut random);
        for better in [Better::ForEach, Better::ForSome] {
            let found = trades(
                &scenario.space,
                &sides(&scenario),
                &current,
                better,
                EVERYTHING,
                &Budget::unlimited(),
            )
            .unwrap();
            assert_eq!(found.certified_extent, Extent::Complete);
            let listed: BTreeSet<_> = found.certified.iter().map(|trade| trade.changes.clone()).collect();
            assert_eq!(listed.len(), found.certified.len(), "listed twice, seed {seed}");
            assert_eq!(listed, brute_force(&scenario, &current, better), "seed {seed} {better:?}");
            assert!(found.certified.is_sorted_by_key(|trade| (trade.changes.len(), trade.changes.clone())));
            seen += found.certified.iter().filter(|trade| trade.changes.len() > 1).count();
        }
    }
    assert!(seen > 1_000, "the random spaces hold {seen} trades of several issues: too few to test anything");
}

#[test]
fn every_side_says_what_it_gains_and_where() {
    for seed in 0..CASES / 10 {
        let mut random = Random::new(seed);
        let scenario = scenario(&mut random);
        let current = any_package(&scenario.space, &mut random);
        let budget = Budget::unlimited();
        let found =
            trades(&scenario.space, &sides(&scenario), &current, Better::ForEach, EVERYTHING, &budget)
                .unwrap();
        for trade in &found.certified {
            let (before, after) = (scenario.utilities(&current), scenario.utilities(&trade.result));
            for (place, side) in trade.sides.iter().enumerate() {
                let parts: Utility = side.by_change.iter().map(|gain| gain.least).sum();
                assert_eq!(side.gain.least, after[place] - before[place], "seed {seed}");
                assert_eq!(parts + side.by_terms, side.gain.most, "seed {seed}");
            }
        }
    }
}

#[test]
fn the_order_of_the_parties_changes_nothing() {
    for seed in 0..CASES / 10 {
        let mut random = Random::new(seed);
        let mut scenario = scenario(&mut random);
        let current = any_package(&scenario.space, &mut random);
        let list = |scenario: &Scenario| {
            let all = trades(
                &scenario.space,
                &sides(scenario),
                &current,
                Better::ForSome,
                EVERYTHING,
                &Budget::unlimited(),
            );
            all.unwrap().certified.into_iter().map(|trade| trade.changes).collect::<Vec<_>>()
        };
        let before = list(&scenario);
        scenario.parties.reverse();
        assert_eq!(before, list(&scenario), "seed {seed}");
    }
}

#[test]
fn a_spent_budget_is_said() {
    let mut random = Random::new(1);
    let scenario = crate::random::opposed(&mut random, 12, 5, 4);
    let current = Package::of(&[2; 12]);
    let run = |budget: &Budget<'_>, limits| {
        trades(&scenario.space, &sides(&scenario), &current, Better::ForEach, limits, budget).unwrap()
    };
    let stopped = run(&Budget::steps(1), Limits::default());
    assert!(
        matches!(stopped.certified_extent, Extent::Stopped { why: Stopped::StepsSpent(1), .. }),
        "{:?}",
        stopped.certified_extent
    );
    let one = run(&Budget::unlimited(), Limits { certified_max: 1, ..Limits::default() });
    assert_eq!(one.certified.len(), 1);
    assert!(matches!(one.certified_extent, Extent::ListFull { .. }));
    let all = run(&Budget::unlimited(), Limits::default());
    assert_eq!(all.certified_extent, Extent::UpTo { changes: 4 });
    assert_eq!(all.certified[0], one.certified[0]);
}
