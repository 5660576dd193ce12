//! Counts and samples against lists of all packages, against closed forms, and beyond what can be listed.

use std::collections::BTreeMap;

use num_bigint::BigUint;
use onetext_analysis::{
    Budget, Choice, Count, Counting, Dependency, Drawn, Draws, IssueIndex, Package, Precision, Sampler,
    Space, Stopped,
};
use proptest::prelude::*;

use crate::space::{every_package, small_space, space};

/// How often each package is drawn on average in the test of evenness.
const DRAWS_EACH: u32 = 500;
/// Random small spaces for each property.
const CASES: u32 = 3_000;

/// Counting as if nothing with a dependency could be counted exactly.
fn only_by_draws() -> Counting {
    Counting { words_max: 1, samples_max: 2_000, ..Counting::default() }
}

fn exact(space: &Space) -> BigUint {
    match space.count(&Counting::default(), &Budget::unlimited()).unwrap() {
        Count::Exact(count) => count,
        other => panic!("not exact: {other:?}"),
    }
}

fn choice(issue: usize, option: u16) -> Choice {
    Choice::new(u16::try_from(issue).unwrap(), option)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(CASES))]

    #[test]
    fn counts_are_those_of_the_list(space in small_space()) {
        prop_assert_eq!(exact(&space), BigUint::from(every_package(&space).len()));
    }

    #[test]
    fn limits_hold_where_nothing_is_counted_exactly(space in small_space()) {
        let packages = BigUint::from(every_package(&space).len());
        match space.count(&only_by_draws(), &Budget::unlimited()).unwrap() {
            Count::Exact(count) => prop_assert_eq!(count, packages),
            Count::Between { at_least, at_most } => {
                prop_assert!(at_least <= packages && packages <= at_most, "{} {} {}", at_least, packages, at_most);
            }
            Count::Estimated { .. } => prop_assert!(false, "two thousand draws are too few for an estimate"),
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(CASES / 10))]

    #[test]
    fn samples_are_packages_of_the_space(space in small_space(), seed: u64) {
        let packages = every_package(&space);
        for words_max in [1, usize::MAX] {
            let sampler = Sampler::up_to(&space, words_max, &Budget::unlimited()).unwrap();
            let sample = sampler.sample(seed, 3, &Budget::unlimited()).unwrap();
            prop_assert!(sample.packages.iter().all(|package| space.contains(package)));
            if words_max > 1 {
                prop_assert_eq!(sample.packages.len(), if packages.is_empty() { 0 } else { 3 });
                prop_assert_eq!(sample.drawn, Drawn::ByCounts);
            }
        }
    }
}

#[test]
fn independent_issues_multiply() {
    assert_eq!(exact(&space(&[10; 10], vec![], vec![])), BigUint::from(10_u32).pow(10));
    assert_eq!(exact(&space(&[10; 40], vec![], vec![])), BigUint::from(10_u32).pow(40));
    assert_eq!(exact(&space(&[], vec![], vec![])), BigUint::from(1_u32));
}

/// Neighbours may not both have their first option: with two options each, the Fibonacci numbers.
#[test]
fn a_chain_of_exclusions_has_its_closed_form() {
    let chain = |options: u16| {
        let ties = (0..59).map(|issue| Dependency::Excludes(choice(issue, 0), choice(issue + 1, 0)));
        space(&[options; 60], ties.collect(), vec![])
    };
    // a(n) = k a(n-1) + k a(n-2), where k options are not the first one
    for options in [2_u16, 3, 100] {
        let others = BigUint::from(options - 1);
        let (mut before, mut now) = (BigUint::from(1_u32), BigUint::from(options));
        for _ in 1..60 {
            (before, now) = (now.clone(), &others * (&now + &before));
        }
        assert_eq!(exact(&chain(options)), now, "{options} options");
    }
}

/// At most so many of forty: a sum of binomial coefficients.
#[test]
fn at_most_counts_subsets() {
    for most in [0_usize, 1, 7, 20, 39, 40] {
        let of = (0..40).map(|issue| choice(issue, 0)).collect();
        let mut expected = BigUint::from(0_u32);
        let mut binomial = BigUint::from(1_u32);
        for chosen in 0..=most {
            expected += &binomial;
            binomial = binomial * (40 - chosen) / (chosen + 1);
        }
        assert_eq!(
            exact(&space(&[2; 40], vec![Dependency::AtMost { of, most }], vec![])),
            expected,
            "at most {most}"
        );
    }
}

/// All issues must agree: one package for each option, however the implications run.
#[test]
fn a_circle_of_implications_leaves_one_package_an_option() {
    for options in [2_u16, 70, 130] {
        let ties = (0..30).flat_map(|issue| {
            (0..options).map(move |option| {
                Dependency::Requires(choice(issue, option), choice((issue + 1) % 30, option))
            })
        });
        assert_eq!(exact(&space(&[options; 30], ties.collect(), vec![])), BigUint::from(options));
    }
}

/// A chain of exclusions under one at-most: exact, and the same as the sum over how many have their second option.
#[test]
fn an_at_most_across_a_whole_chain_is_exact() {
    let (issues, most) = (60, 20);
    let mut ties: Vec<Dependency> =
        (1..issues).map(|issue| Dependency::Excludes(choice(issue - 1, 0), choice(issue, 0))).collect();
    ties.push(Dependency::AtMost { of: (0..issues).map(|issue| choice(issue, 1)).collect(), most });
    // by how many have their second option so far: [the last one has not its first option, it has]
    let mut ways = vec![[BigUint::ZERO, BigUint::ZERO]; issues + 2];
    ways[0][0] = BigUint::from(1_u32);
    for _ in 0..issues {
        let mut next = vec![[BigUint::ZERO, BigUint::ZERO]; issues + 2];
        for (seconds, [other, first]) in ways.iter().enumerate().take(issues + 1) {
            next[seconds][1] += other;
            next[seconds][0] += other + first;
            next[seconds + 1][0] += other + first;
        }
        ways = next;
    }
    let expected: BigUint = ways[..=most].iter().flatten().sum();
    assert_eq!(exact(&space(&[3; 60], ties, vec![])), expected);
}

/// Neither the order of the dependencies nor that of the issues matters.
#[test]
fn the_order_of_issues_and_dependencies_does_not_change_a_count() {
    for seed in 0..20 {
        let space = random_space(14, 5, 18, seed);
        let last = space.issues().len() - 1;
        let mirrored = |at: &Choice| choice(last - at.issue.at(), at.option.0);
        let mirror = |dependency: &Dependency| match dependency {
            Dependency::Excludes(a, b) => Dependency::Excludes(mirrored(b), mirrored(a)),
            Dependency::Requires(a, b) => Dependency::Requires(mirrored(a), mirrored(b)),
            Dependency::AtMost { of, most } => {
                Dependency::AtMost { of: of.iter().rev().map(mirrored).collect(), most: *most }
            }
        };
        let ties = space.dependencies().iter().rev().map(mirror).collect();
        let sizes = vec![5; space.issues().len()];
        assert_eq!(exact(&crate::space::space(&sizes, ties, vec![])), exact(&space), "seed {seed}");
    }
}

#[test]
fn counting_stops_with_its_budget() {
    let space = random_space(40, 10, 60, 0);
    assert_eq!(space.count(&Counting::default(), &Budget::steps(1_000)), Err(Stopped::StepsSpent(1_000)));
    let told = Budget::watched(u64::MAX, &|spent| spent < 1_000);
    assert_eq!(space.sample(1, 5, &told), Err(Stopped::Cancelled));
}

/// As large as a space may be: quickly counted where the dependencies are simple.
#[test]
fn four_thousand_issues_are_counted() {
    let ties = (1..4_096).map(|issue| Dependency::Excludes(choice(issue - 1, 0), choice(issue, 0))).collect();
    let chain = space(&[3; 4_096], ties, vec![]);
    let star = (1..4_096).map(|issue| Dependency::Requires(choice(issue, 0), choice(0, 0))).collect();
    let star = space(&[3; 4_096], star, vec![]);
    assert!(exact(&chain).bits() > 5_000);
    let (three, two) = (BigUint::from(3_u32), BigUint::from(2_u32));
    assert_eq!(exact(&star), three.pow(4_095) + 2_u32 * two.pow(4_095));
}

/// So many issues and dependencies of all sorts between random ones.
fn random_space(issues: u16, options: u16, dependencies: usize, seed: u64) -> Space {
    let mut draws = Draws::new(seed, 0);
    let mut number = |end: u16| u16::try_from(draws.below(u64::from(end))).unwrap();
    let mut all = Vec::new();
    for place in 0..dependencies {
        let mut one = || Choice::new(number(issues), number(options));
        all.push(match place % 3 {
            0 => Dependency::Excludes(one(), one()),
            1 => Dependency::Requires(one(), one()),
            _ => Dependency::AtMost { of: vec![one(), one(), one()], most: 1 },
        });
    }
    space(&vec![options; usize::from(issues)], all, vec![])
}

#[test]
fn forty_issues_with_sixty_dependencies_are_exact() {
    for (dependencies, seed) in [(60, 0), (45, 1), (30, 2)] {
        let space = random_space(40, 10, dependencies, seed);
        let sampler = Sampler::new(&space, &Budget::unlimited()).unwrap();
        assert!(sampler.is_exact(), "seed {seed}");
        let sample = sampler.sample(seed, 100, &Budget::unlimited()).unwrap();
        assert_eq!(sample.packages.len(), 100);
        assert!(sample.packages.iter().all(|package| space.contains(package)));
    }
}

/// Two ways to one number: exactly, and by draws with dependencies left away.
#[test]
fn an_estimate_keeps_its_precision() {
    let precision = Precision::new(100_000, 10_000).unwrap();
    let mut estimated = 0;
    for seed in 0..10 {
        let space = random_space(12, 4, 14, seed);
        let truth = exact(&space);
        let counting = Counting { words_max: 40, precision, seed, ..Counting::default() };
        match space.count(&counting, &Budget::unlimited()).unwrap() {
            Count::Estimated { value, samples, .. } => {
                estimated += 1;
                let off = if value > truth { &value - &truth } else { &truth - &value };
                assert!(off * 10_u32 <= truth, "{value} instead of {truth}");
                assert!(samples > 1_000);
            }
            Count::Exact(count) => assert_eq!(count, truth),
            Count::Between { at_least, at_most } => panic!("{at_least} to {at_most}"),
        }
    }
    assert!(estimated > 3, "{estimated}");
}

/// Pearson's test of evenness, with a fixed seed.
#[test]
fn every_package_is_drawn_equally_often() {
    let (a, b, c) = (choice(0, 0), choice(1, 0), choice(2, 1));
    let ties = vec![
        Dependency::Requires(a, b),
        Dependency::Excludes(b, c),
        Dependency::AtMost { of: vec![a, c, choice(3, 0)], most: 1 },
    ];
    let space = space(&[3, 3, 3, 2], ties, vec![choice(2, 2)]);
    let packages = every_package(&space);
    for words_max in [1, usize::MAX] {
        let sampler = Sampler::up_to(&space, words_max, &Budget::unlimited()).unwrap();
        let draws = u64::from(DRAWS_EACH) * packages.len() as u64;
        let sample = sampler.sample(11, draws, &Budget::unlimited()).unwrap();
        assert_eq!(sample.packages.len() as u64, draws);
        let mut counts: BTreeMap<&Package, u32> = packages.iter().map(|package| (package, 0)).collect();
        for package in &sample.packages {
            *counts.get_mut(package).unwrap() += 1;
        }
        let off =
            |count: &u32| libm::pow(f64::from(*count) - f64::from(DRAWS_EACH), 2.0) / f64::from(DRAWS_EACH);
        let chi_square: f64 = counts.values().map(off).sum();
        // Of evenly spread samples one in a thousand exceeds this, with 16 degrees of freedom (any table of chi-square).
        assert_eq!(packages.len(), 17);
        assert!(chi_square < 39.25, "{chi_square}");
        assert!(chi_square > 5.0, "suspiciously even: {chi_square}");
    }
}

#[test]
fn a_longer_sample_begins_with_the_same_packages() {
    let space = random_space(20, 5, 20, 3);
    let long = space.sample(5, 20, &Budget::unlimited()).unwrap();
    let short = space.sample(5, 7, &Budget::unlimited()).unwrap();
    assert_eq!(long.packages[..7], short.packages[..]);
    assert_ne!(space.sample(6, 7, &Budget::unlimited()).unwrap().packages, short.packages);
}

/// The same on every machine, in debug and release: written down once.
#[test]
fn a_seed_means_the_same_packages_everywhere() {
    let space = random_space(8, 4, 9, 1);
    let sample = space.sample(2026, 3, &Budget::unlimited()).unwrap();
    let options: Vec<Vec<u16>> =
        sample.packages.iter().map(|package| package.0.iter().map(|option| option.0).collect()).collect();
    assert_eq!(options, [[3, 1, 0, 0, 1, 2, 3, 2], [1, 1, 3, 1, 1, 0, 3, 0], [0, 3, 2, 1, 3, 2, 2, 1]]);
}

#[test]
fn an_empty_space_has_no_package_to_draw() {
    let closed = (0..3).map(|option| choice(1, option)).collect();
    let space = space(&[3, 3], vec![], closed);
    assert_eq!(exact(&space), BigUint::from(0_u32));
    assert_eq!(space.sample(1, 5, &Budget::unlimited()).unwrap().packages, []);
    assert_eq!(space.open_options(IssueIndex(1)).count(), 0);
}
