//! Joint gains against plain enumeration on small random spaces.

use std::collections::BTreeMap;

use onetext_analysis::front::PackageCount;
use onetext_analysis::trades::{Better, joint_gains};
use onetext_analysis::{Budget, Package, Scenario, Utility};

use crate::random::{Random, any_package, every_package, scenario};

/// Random cases; a fifth of a second of work.
const CASES: u64 = 10_000;

/// Every vector that is rational, better for all and dominated by no other, with the number of its packages.
fn brute_force(scenario: &Scenario, current: &Package) -> BTreeMap<Vec<Utility>, u128> {
    let now = scenario.utilities(current);
    let at_least = |a: &[Utility], b: &[Utility]| a.iter().zip(b).all(|(a, b)| a >= b);
    let mut all: BTreeMap<Vec<Utility>, u128> = BTreeMap::new();
    for package in every_package(&scenario.space) {
        let utilities = scenario.utilities(&package);
        let is_rational = scenario
            .parties
            .iter()
            .zip(&utilities)
            .all(|(party, u)| party.reservation.is_none_or(|reservation| *u >= reservation));
        if is_rational && at_least(&utilities, &now) && utilities != now {
            *all.entry(utilities).or_default() += 1;
        }
    }
    let is_beaten =
        |vector: &Vec<Utility>| all.keys().any(|other| other != vector && at_least(other, vector));
    all.iter().filter(|(vector, _)| !is_beaten(vector)).map(|(vector, n)| (vector.clone(), *n)).collect()
}

fn count(count: PackageCount) -> u128 {
    match count {
        PackageCount::Exactly(count) => count,
        PackageCount::AtLeast(_) => panic!("no small space has so many"),
    }
}

#[test]
fn agree_with_enumeration_on_random_spaces() {
    let (mut some, mut each) = (0, 0);
    for seed in 0..CASES {
        let mut random = Random::new(seed);
        let scenario = scenario(&mut random);
        let current = any_package(&scenario.space, &mut random);
        let found = joint_gains(&scenario, &current, &Budget::unlimited()).unwrap();
        let listed: BTreeMap<_, _> =
            found.points.iter().map(|point| (point.utilities.clone(), count(point.packages))).collect();
        assert_eq!(listed.len(), found.points.len(), "listed twice, seed {seed}");
        assert_eq!(listed, brute_force(&scenario, &current), "seed {seed}");
        assert!(found.points.is_sorted_by(|a, b| a.utilities > b.utilities));
        for point in &found.points {
            let package = found.packages(point).next().unwrap();
            assert!(scenario.space.contains(&package));
            assert_eq!(scenario.utilities(&package), point.utilities);
            for ((then, now), gain) in point.utilities.iter().zip(&found.current).zip(&point.gains) {
                assert_eq!(*then - *now, *gain);
            }
            let all_gain = point.gains.iter().all(|gain| *gain > Utility::ZERO);
            assert_eq!(point.better() == Better::ForEach, all_gain);
        }
        some += found.points.len();
        each += found.for_each().count();
    }
    assert!(each > 1_000 && some > each + 1_000, "{each} of {some}: too few to test anything");
}
