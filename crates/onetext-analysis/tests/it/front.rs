//! The front against all packages, one by one, on random small spaces with dependencies, terms, ties and reservations.

use std::collections::BTreeMap;

use onetext_analysis::front::{self, Front, PackageCount, PointIndex, Precision};
use onetext_analysis::{
    Budget, Choice, Dependency, Error, Issue, IssueIndex, OptionIndex, Package, Scenario, Space, Stopped,
    Term, Utility, UtilityFunction,
};

/// Random spaces that are looked at; each has at most a few hundred packages.
const CASES: u64 = 10_000;

/// A stream of numbers that is the same everywhere (Steele, Lea & Flood 2014, "Fast splittable pseudorandom number generators").
pub struct Numbers(u64);

impl Numbers {
    pub fn new(seed: u64) -> Self {
        Numbers(seed)
    }

    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }

    fn number(&mut self, limit: u64) -> u16 {
        u16::try_from(self.below(limit)).unwrap()
    }
}

/// A space with at most five issues and some dependencies and closed options.
pub fn space(numbers: &mut Numbers) -> Space {
    let names = ["0", "1", "2", "3"];
    let issues = (0..numbers.below(6)).map(|_| {
        let options = usize::try_from(1 + numbers.below(4)).unwrap();
        Issue::listed("issue", &names[..options])
    });
    let mut space = Space::new(issues.collect()).unwrap();
    let choice = |space: &Space, numbers: &mut Numbers| {
        let issue = numbers.number(space.issues().len() as u64);
        let options = space.issues()[usize::from(issue)].options.len();
        Choice::new(issue, numbers.number(options as u64))
    };
    if space.issues().is_empty() {
        return space;
    }
    for _ in 0..numbers.below(4) {
        let (a, b) = (choice(&space, numbers), choice(&space, numbers));
        let dependency = match numbers.below(3) {
            0 => Dependency::Excludes(a, b),
            1 => Dependency::Requires(a, b),
            _ => {
                let of = (0..numbers.below(5)).map(|_| choice(&space, numbers)).collect();
                Dependency::AtMost { of, most: usize::try_from(numbers.below(3)).unwrap() }
            }
        };
        space = space.with(dependency).unwrap();
    }
    if numbers.below(3) == 0 {
        let closed = choice(&space, numbers);
        space = space.without(closed).unwrap();
    }
    space
}

/// A scenario on such a space: up to five parties, few distinct values so that many packages tie.
pub fn scenario(numbers: &mut Numbers) -> Scenario {
    let space = space(numbers);
    let mut scenario = Scenario::new("random", space);
    let values = 2 + numbers.below(40);
    for _ in 0..=numbers.below(5) {
        let mut value =
            |least: i64| Utility::hundredths(i64::try_from(numbers.below(values)).unwrap() + least);
        let table =
            scenario.space.issues().iter().map(|issue| issue.options.iter().map(|_| value(0)).collect());
        let mut utility = UtilityFunction::additive(table.collect());
        for _ in 0..numbers.below(3) {
            utility.terms.push(term(&scenario.space, numbers));
        }
        scenario = scenario.with_party("party", utility);
        if numbers.below(2) == 0 {
            let reservation = i64::try_from(numbers.below(3 * values)).unwrap();
            scenario.parties.last_mut().unwrap().reservation = Some(Utility::hundredths(reservation));
        }
    }
    scenario
}

fn term(space: &Space, numbers: &mut Numbers) -> Term {
    let mut within = Vec::new();
    for (issue, of) in (0..).zip(space.issues()) {
        if numbers.below(2) == 0 {
            let options = (0..).take(of.options.len()).map(OptionIndex);
            within.push((IssueIndex(issue), options.filter(|_| numbers.below(2) == 0).collect()));
        }
    }
    Term { within, value: Utility::hundredths(i64::try_from(numbers.below(20)).unwrap() - 10) }
}

/// Every package of the space.
pub fn packages(space: &Space) -> Vec<Package> {
    let mut packages = vec![Vec::new()];
    for issue in space.issues() {
        let longer = |package: &Vec<u16>| {
            let package = package.clone();
            (0..).take(issue.options.len()).map(move |option| [&package[..], &[option]].concat())
        };
        packages = packages.iter().flat_map(longer).collect();
    }
    let packages = packages.iter().map(|options| Package::of(options));
    packages.filter(|package| space.contains(package)).collect()
}

type Sharing = BTreeMap<Vec<Utility>, Vec<Package>>;

/// The vectors that no other dominates, with the packages that share each. From the greatest down: what dominates a vector is
/// greater, and is dominated by none or by one that also dominates the vector.
fn maxima(by_vector: &Sharing) -> Sharing {
    let mut maxima: Vec<&Vec<Utility>> = Vec::new();
    for vector in by_vector.keys().rev() {
        if !maxima.iter().any(|other| other.iter().zip(vector).all(|(other, own)| other >= own)) {
            maxima.push(vector);
        }
    }
    maxima.into_iter().map(|vector| (vector.clone(), by_vector[vector].clone())).collect()
}

fn sharing(scenario: &Scenario) -> Sharing {
    let mut by_vector = Sharing::new();
    for package in packages(&scenario.space) {
        by_vector.entry(scenario.utilities(&package)).or_default().push(package);
    }
    by_vector
}

fn is_rational(scenario: &Scenario, vector: &[Utility]) -> bool {
    scenario
        .parties
        .iter()
        .zip(vector)
        .all(|(party, own)| party.reservation.is_none_or(|least| *own >= least))
}

/// The same vectors in the documented order, the same counts, and the same packages behind each.
fn assert_same(found: &Front, expected: &Sharing, seed: u64) {
    let vectors: Vec<_> = found.vectors().map(<[_]>::to_vec).collect();
    let in_order: Vec<_> = expected.keys().rev().cloned().collect();
    assert_eq!(vectors, in_order, "seed {seed}");
    for point in found.points() {
        let sharing = &expected[found.vector(point)];
        assert_eq!(found.count(point), PackageCount::Exactly(sharing.len() as u128), "seed {seed}");
        let mut rebuilt: Vec<_> = found.packages(point).collect();
        assert_eq!(found.package(point), rebuilt[0], "seed {seed}");
        rebuilt.sort();
        assert_eq!(&rebuilt, sharing, "seed {seed}");
    }
}

#[test]
fn agrees_with_all_packages_one_by_one() {
    for seed in 0..CASES {
        let scenario = scenario(&mut Numbers::new(seed));
        let by_vector = sharing(&scenario);
        let all = maxima(&by_vector);
        let front = front::exact(&scenario, &Budget::unlimited()).unwrap();
        assert_same(&front, &all, seed);
        let rational: Sharing =
            all.into_iter().filter(|(vector, _)| is_rational(&scenario, vector)).collect();
        let points = front.rational(&scenario).map(|point| front.vector(point).to_vec()).collect::<Vec<_>>();
        assert_eq!(points, rational.keys().rev().cloned().collect::<Vec<_>>(), "seed {seed}");
        assert_same(&front::rational(&scenario, &Budget::unlimited()).unwrap(), &rational, seed);
    }
}

/// Spaces of thousands of packages that are looked at: long fronts, many blocks and boxes.
const LONG_CASES: u64 = 9;

/// Opposed values on six issues of four options, each issue with the next one tied in a third of the spaces.
fn opposed(seed: u64, parties: usize) -> Scenario {
    let mut numbers = Numbers::new(seed);
    let mut space =
        Space::new((0..6).map(|_| Issue::listed("issue", &["0", "1", "2", "3"])).collect()).unwrap();
    if seed.is_multiple_of(3) {
        for issue in 0..5 {
            let (a, b) = (Choice::new(issue, numbers.number(4)), Choice::new(issue + 1, numbers.number(4)));
            space = space.with(Dependency::Excludes(a, b)).unwrap();
        }
    }
    let grain = [1_000_000, 1_000_000_000, 20_000_000_000][usize::try_from(seed % 3).unwrap()];
    let mut scenario = Scenario::new("opposed", space);
    for party in 0..parties {
        let mut value = |_| Utility(i64::try_from(numbers.below(100_000_000_000 / grain) * grain).unwrap());
        let row = |_| {
            let mut row: Vec<_> = (0..4).map(&mut value).collect();
            row.sort();
            if party % 2 == 1 {
                row.reverse();
            }
            row
        };
        let table = (0..6).map(row).collect();
        scenario = scenario.with_party("party", UtilityFunction::additive(table));
    }
    scenario
}

#[test]
fn agrees_on_long_fronts() {
    let mut longest = 0;
    for seed in 0..LONG_CASES {
        for parties in 2..=5 {
            let scenario = opposed(seed, parties);
            let front = front::exact(&scenario, &Budget::unlimited()).unwrap();
            assert_same(&front, &maxima(&sharing(&scenario)), seed);
            longest = longest.max(front.len());
        }
    }
    assert!(longest > 1_000, "the longest has {longest}");
}

/// Whether some vector of the front gives every party nearly as much as that one: the gain above the least of each, times
/// one and epsilon, in whole numbers.
fn is_covered(front: &Front, vector: &[Utility], epsilon: Utility, least: &[Utility]) -> bool {
    let one = i128::from(Utility::ONE.0);
    front.vectors().any(|near| {
        near.iter().zip(vector).zip(least).all(|((near, wanted), least)| {
            let (near, wanted) = (i128::from((*near - *least).0), i128::from((*wanted - *least).0));
            assert!(near >= 0 && wanted >= 0, "nothing falls short of the least");
            wanted * one <= near * (one + i128::from(epsilon.0))
        })
    })
}

/// Every package is covered; every vector is one of a package; none dominates another; counts are of packages there are.
fn assert_covers_all(scenario: &Scenario, asked: Utility, seed: u64) -> usize {
    let front = front::within(scenario, asked, &Budget::unlimited()).unwrap();
    let Precision::Within { epsilon, least } = front.precision().clone() else { panic!("within a factor") };
    assert!(epsilon <= asked, "seed {seed}");
    let by_vector = sharing(scenario);
    for vector in by_vector.keys() {
        assert!(is_covered(&front, vector, epsilon, &least), "seed {seed}: {vector:?}");
    }
    let known: Sharing =
        front.points().map(|point| (front.vector(point).to_vec(), front.packages(point).collect())).collect();
    assert_eq!(maxima(&known).len(), front.len(), "seed {seed}");
    for point in front.points() {
        let packages = &known[front.vector(point)];
        assert_eq!(front.count(point), PackageCount::AtLeast(packages.len() as u128), "seed {seed}");
        assert!(
            packages.iter().all(|package| by_vector[front.vector(point)].contains(package)),
            "seed {seed}"
        );
    }
    front.len()
}

#[test]
fn covers_every_package_within_the_factor() {
    for seed in 0..CASES / 10 {
        assert_covers_all(&scenario(&mut Numbers::new(seed)), Utility::hundredths(5), seed);
    }
}

#[test]
fn saves_vectors_where_fronts_are_long() {
    for (seed, parties) in [(1, 3), (3, 3), (4, 4), (1, 5)] {
        let scenario = opposed(seed, parties);
        let exact = front::exact(&scenario, &Budget::unlimited()).unwrap();
        assert_eq!(exact.precision(), &Precision::Exact);
        let some = assert_covers_all(&scenario, Utility::hundredths(40), seed);
        assert!(10 * some < 9 * exact.len(), "seed {seed}: {some} of {}", exact.len());
    }
}

#[test]
fn stops_when_the_budget_is_spent() {
    let spent = front::exact(&opposed(1, 4), &Budget::steps(1_000));
    assert_eq!(spent.unwrap_err(), Error::Stopped(Stopped::StepsSpent(1_000)));
}

#[test]
fn a_thousand_issues_are_summed_and_rebuilt() {
    let space = Space::new((0..4_096).map(|_| Issue::listed("issue", &["0", "1"])).collect()).unwrap();
    let values = |up: bool| {
        let row = vec![Utility(i64::from(!up)), Utility(i64::from(up))];
        UtilityFunction::additive(vec![row; 4_096])
    };
    let scenario =
        Scenario::new("long", space).with_party("Delta", values(true)).with_party("Upland", values(false));
    let front = front::exact(&scenario, &Budget::unlimited()).unwrap();
    assert_eq!(front.len(), 4_097);
    assert_eq!(front.count(PointIndex(0)), PackageCount::Exactly(1));
    assert_eq!(front.count(PointIndex(2)), PackageCount::Exactly(4_096 * 4_095 / 2));
    assert_eq!(front.count(PointIndex(2_048)), PackageCount::AtLeast(u128::MAX));
    let some: Vec<_> = front.packages(PointIndex(2_048)).take(3).collect();
    assert_eq!(some[0], front.package(PointIndex(2_048)));
    for package in &some {
        assert_eq!(scenario.utilities(package), front.vector(PointIndex(2_048)));
    }
}

/// Opposed values on more packages than can be looked at: nine issues of eight options.
fn wide(parties: usize) -> Scenario {
    let mut numbers = Numbers::new(7);
    let names = ["0", "1", "2", "3", "4", "5", "6", "7"];
    let space = Space::new((0..9).map(|_| Issue::listed("issue", &names)).collect()).unwrap();
    let mut scenario = Scenario::new("wide", space);
    for party in 0..parties {
        let mut row = |_| {
            let value = |at: u64| i64::try_from(100 * at + numbers.below(90)).unwrap();
            let mut row: Vec<_> = (0..8).map(value).map(|value| Utility(value * 1_000_000)).collect();
            if party % 2 == 1 {
                row.reverse();
            }
            row
        };
        let table = (0..9).map(&mut row).collect();
        scenario = scenario.with_party("party", UtilityFunction::additive(table));
    }
    scenario
}

/// The same with the issues and the parties the other way round.
fn turned(scenario: &Scenario) -> Scenario {
    let mut issues = scenario.space.issues().to_vec();
    issues.reverse();
    let mut turned = Scenario::new("turned", Space::new(issues).unwrap());
    for party in scenario.parties.iter().rev() {
        let table = party.utility.table.iter().rev().cloned().collect();
        turned = turned.with_party("party", UtilityFunction::additive(table));
    }
    turned
}

#[test]
fn the_order_of_issues_and_parties_changes_nothing() {
    for parties in 2..=4 {
        let scenario = wide(parties);
        let front = front::exact(&scenario, &Budget::unlimited()).unwrap();
        let other = front::exact(&turned(&scenario), &Budget::unlimited()).unwrap();
        let shared = |front: &Front, turn: bool| -> BTreeMap<Vec<Utility>, PackageCount> {
            let row = |point: PointIndex| {
                let mut vector = front.vector(point).to_vec();
                if turn {
                    vector.reverse();
                }
                (vector, front.count(point))
            };
            front.points().map(row).collect()
        };
        assert_eq!(shared(&front, false), shared(&other, true), "{parties} parties");
        for point in front.points().step_by(97) {
            assert_eq!(scenario.utilities(&front.package(point)), front.vector(point));
        }
    }
}
