//! Sticking points, zones and prices against full enumeration.

use std::collections::BTreeSet;

use onetext_analysis::conflicts::{
    Blocked, Conflicts, Demand, DemandIndex, Dispute, Extent, Price, Pricing, Relaxation, Responsibility,
    Stance, Stances, Standoff, conflicts, fewest, lightest, sticking_points, zones,
};
use onetext_analysis::{
    Budget, Choice, Count, Counting, Issue, IssueIndex, OptionIndex, Package, PartyIndex, Space, Utility,
    UtilityFunction,
};

use crate::conflicts::{packages, unmet};
use crate::disputes::{Numbers, Size, with_random};

const CASES: u64 = 600;
const SMALL: Size = Size { issues: 4, options: 4, ties: 5, demands: 8 };

/// Whether some package meets a set of demands, given what each package leaves unmet.
fn stands(unmet: &[u32], set: u32) -> bool {
    unmet.iter().any(|left| left & set == 0)
}

/// The least number of other demands after whose fall those of a set are pivotal, by trying all.
fn least_others(unmet: &[u32], all: u32, set: u32) -> Option<usize> {
    let others = all & !set;
    let fallen = (0..=all).filter(|fallen| fallen & !others == 0);
    let is_pivotal = |fallen: &u32| !stands(unmet, all & !fallen) && stands(unmet, others & !fallen);
    fallen.filter(is_pivotal).map(|fallen| usize::try_from(fallen.count_ones()).unwrap()).min()
}

fn count(unmet: &[u32], set: u32) -> Count {
    Count::Exact(unmet.iter().filter(|left| *left & set == 0).count().into())
}

#[test]
fn sticking_points_agree_with_enumeration() {
    let mut responsible = [0; 4];
    for seed in 0..CASES {
        with_random(seed, SMALL, |dispute| {
            let unlimited = Budget::unlimited();
            let found = conflicts(dispute, &unlimited).unwrap();
            let points = sticking_points(dispute, &found, &Counting::default(), &unlimited).unwrap();
            let unmet = unmet(dispute);
            let all = (1_u32 << dispute.demands().len()) - 1;
            for point in points {
                let set: u32 = point.demands.iter().map(|demand| 1 << demand.at()).sum();
                assert_eq!(point.is_essential, !stands(&unmet, set), "essential, seed {seed}");
                let is_pivotal = !stands(&unmet, all) && stands(&unmet, all & !set);
                assert_eq!(point.is_pivotal, is_pivotal, "pivotal, seed {seed}");
                let expected = match least_others(&unmet, all, set) {
                    Some(others) => Responsibility::Exact { others },
                    None => Responsibility::None,
                };
                assert_eq!(point.responsibility, expected, "responsibility, seed {seed}");
                if let Responsibility::Exact { others } = expected {
                    responsible[others.min(3)] += 1;
                }
                let (others_allow, all_allow) = (count(&unmet, all & !set), count(&unmet, all));
                match point.blocked {
                    Blocked::Share { others_allow: one, all_allow: other } => {
                        assert_eq!((one, other), (others_allow, all_allow), "blocked, seed {seed}");
                    }
                    Blocked::Nothing => assert_eq!(others_allow, Count::Exact(0_u32.into()), "seed {seed}"),
                    Blocked::NotCounted => {
                        assert!(dispute.demands().iter().any(|demand| demand.issue().is_none()));
                    }
                }
            }
        });
    }
    assert!(responsible.iter().all(|times| *times > 5), "{responsible:?}");
}

#[test]
fn zones_agree_with_enumeration() {
    for seed in 0..CASES {
        let mut numbers = Numbers(seed);
        let space = numbers.space(4, 4, 5);
        let mut stances = Stances::silent(2);
        for _ in 0..numbers.below(20) {
            let party = PartyIndex(u16::try_from(numbers.below(2)).unwrap());
            let stance = if numbers.chance(25) { Stance::Forbids } else { Stance::Accepts };
            stances = stances.saying(party, numbers.choice(&space), stance);
        }
        let found = zones(&space, &stances, &Counting::default(), &Budget::unlimited()).unwrap();
        let says = |package: &Package, holds: &dyn Fn(Option<Stance>) -> bool| {
            package.choices().all(|choice| (0..2).all(|party| holds(stances.of(PartyIndex(party), choice))))
        };
        let all = packages(&space);
        let accepted = |said| said == Some(Stance::Accepts);
        let not_forbidden = |said| said != Some(Stance::Forbids);
        let both: [(_, &dyn Fn(Option<Stance>) -> bool); 2] =
            [(&found.not_forbidden, &not_forbidden), (&found.accepted, &accepted)];
        for (zone, holds) in both {
            let expected: Vec<&Package> = all.iter().filter(|package| says(package, holds)).collect();
            assert_eq!(zone.packages, Count::Exact(expected.len().into()), "seed {seed}");
            for left in &zone.issues {
                let had: BTreeSet<OptionIndex> = expected.iter().map(|one| one.0[left.issue.at()]).collect();
                assert_eq!(left.in_packages, had.into_iter().collect::<Vec<_>>(), "seed {seed}");
            }
        }
    }
}

#[test]
fn admitted_options_are_those_that_packages_have() {
    let mut lowered = 0;
    for seed in 0..CASES {
        with_random(seed, SMALL, |dispute| {
            let unlimited = Budget::unlimited();
            let found = conflicts(dispute, &unlimited).unwrap();
            let mut pricing = Pricing::of(dispute, &found).unwrap();
            // With one standoff, what is left open elsewhere is nothing.
            let [standoff] = &found.standoffs[..] else { return };
            for correction in &standoff.corrections {
                let priced = pricing.price(standoff, correction, &unlimited).unwrap();
                let given: Vec<DemandIndex> = priced.relaxed.iter().map(|relaxed| relaxed.demand).collect();
                let meets = |package: &Package| {
                    let mut kept = dispute.indices().filter(|demand| !given.contains(demand));
                    kept.all(|demand| dispute.meets(package, demand))
                };
                let left: Vec<Package> = packages(dispute.space()).into_iter().filter(meets).collect();
                if !found.impossible.is_empty() {
                    continue;
                }
                for relaxed in &priced.relaxed {
                    let demand = dispute.demand(relaxed.demand);
                    match (&relaxed.price, demand.issue()) {
                        (Price::OneOf(admitted), Some(issue)) => {
                            let options: Vec<OptionIndex> = admitted.iter().map(|one| one.option).collect();
                            let had: BTreeSet<OptionIndex> =
                                left.iter().map(|package| package.0[issue.at()]).collect();
                            assert_eq!(options, had.into_iter().collect::<Vec<_>>(), "seed {seed}");
                        }
                        (Price::AtMost(most), None) => {
                            lowered += 1;
                            let utility = dispute.utility(demand.party).unwrap();
                            assert_eq!(left.iter().map(|package| utility.of(package)).max(), Some(*most));
                        }
                        (price, _) => panic!("{price:?}, seed {seed}"),
                    }
                }
            }
        });
    }
    assert!(lowered > 20, "{lowered}");
}

/// What each party would give up, over all corrections: none that another has less of, nowhere more.
#[test]
fn lightest_vectors_agree_with_all_corrections() {
    for seed in 0..CASES {
        with_random(seed, Size { issues: 5, ties: 2, demands: 10, ..SMALL }, |dispute| {
            let found = conflicts(dispute, &Budget::unlimited()).unwrap();
            let vectors: BTreeSet<Vec<usize>> = found
                .minimal_corrections()
                .map(|demands| {
                    let mut vector = vec![0; dispute.parties()];
                    for demand in demands {
                        vector[dispute.demand(demand).party.at()] += 1;
                    }
                    vector
                })
                .collect();
            let is_less = |one: &Vec<usize>, other: &Vec<usize>| {
                one != other && one.iter().zip(other).all(|(one, other)| one <= other)
            };
            let least = vectors.iter().filter(|mine| !vectors.iter().any(|other| is_less(other, mine)));
            let least: Vec<Vec<usize>> = least.cloned().collect();
            let told = lightest(dispute, &found, &Budget::unlimited()).unwrap();
            assert_eq!(told, (least, Extent::Complete), "seed {seed}");
        });
    }
}

fn options(numbers: &[u16]) -> Vec<OptionIndex> {
    numbers.iter().copied().map(OptionIndex).collect()
}

fn found(dispute: &Dispute) -> (Conflicts, Vec<Relaxation>) {
    let found = conflicts(dispute, &Budget::unlimited()).unwrap();
    let mut pricing = Pricing::of(dispute, &found).unwrap();
    let standoff: &Standoff = &found.standoffs[0];
    let price = |correction: &Vec<usize>| pricing.price(standoff, correction, &Budget::unlimited()).unwrap();
    let priced = standoff.corrections.iter().map(price).collect();
    (found, priced)
}

/// Delta wants the release of water within 60 months, Upland 84 months or longer: one of them would have to admit what the
/// other demands, and each is told in the same words.
#[test]
fn a_release_of_water() {
    let months = ["48 months", "60 months", "72 months", "84 months", "96 months"];
    let space = Space::new(vec![Issue::listed("Release", &months)]).unwrap();
    let (delta, upland, release) = (PartyIndex(0), PartyIndex(1), IssueIndex(0));
    let worth = |values: [i64; 5]| UtilityFunction::additive(vec![values.map(Utility::hundredths).to_vec()]);
    let deltas = worth([100, 90, 50, 20, 0]);
    let dispute = Dispute::new(&space, 2)
        .valuing(delta, &deltas)
        .ranking(upland, release, vec![4, 3, 2, 1, 0])
        .demanding(Demand::one_of(delta, release, &options(&[0, 1])).from_source(7))
        .demanding(Demand::one_of(upland, release, &options(&[3, 4])).from_source(9));
    let (found, priced) = found(&dispute);
    assert_eq!(found.minimal_conflicts().collect::<Vec<_>>(), [[DemandIndex(0), DemandIndex(1)]]);
    let told: Vec<String> = priced
        .iter()
        .flat_map(|relaxation| &relaxation.relaxed)
        .flat_map(|relaxed| {
            let Price::OneOf(admitted) = &relaxed.price else { panic!("{relaxed:?}") };
            admitted.iter().map(|one| {
                let name = space.name(Choice { issue: release, option: one.option });
                let ranks = one.ranks_below.map_or("-".to_owned(), |ranks| ranks.to_string());
                let utility = one.utility_below.map_or("-".to_owned(), |utility| utility.to_string());
                format!("party {}: {name}, {ranks} ranks, {utility}", dispute.demand(relaxed.demand).party.0)
            })
        })
        .collect();
    assert_eq!(
        told,
        [
            "party 0: 84 months, - ranks, 0.700000000000",
            "party 0: 96 months, - ranks, 0.900000000000",
            "party 1: 48 months, 3 ranks, -",
            "party 1: 60 months, 2 ranks, -",
        ]
    );
    assert_eq!(priced.iter().map(|one| one.by_party.clone()).collect::<Vec<_>>(), [[1, 0], [0, 1]]);
    assert_eq!(fewest(&dispute, &found.standoffs[0]), [0, 1]);
}

/// A demand that stands alone against what the rules leave, and one that two others together rule out.
#[test]
fn essential_and_pivotal() {
    let space =
        Space::new(vec![Issue::listed("Cap", &["low", "high"]), Issue::listed("Vote", &["yes", "no"])])
            .unwrap()
            .without(Choice::new(1, 0))
            .unwrap();
    let (cap, vote) = (IssueIndex(0), IssueIndex(1));
    let dispute = Dispute::new(&space, 2)
        .demanding(Demand::one_of(PartyIndex(0), cap, &options(&[0])))
        .demanding(Demand::one_of(PartyIndex(1), vote, &options(&[0])));
    let unlimited = Budget::unlimited();
    let found = conflicts(&dispute, &unlimited).unwrap();
    let points = sticking_points(&dispute, &found, &Counting::default(), &unlimited).unwrap();
    let told: Vec<(bool, bool, Responsibility)> =
        points.iter().map(|point| (point.is_essential, point.is_pivotal, point.responsibility)).collect();
    let expected = [(false, false, Responsibility::None), (true, true, Responsibility::Exact { others: 0 })];
    assert_eq!(told, expected);
    assert_eq!(points[0].blocked, Blocked::Nothing, "0 of 0: the vote leaves nothing to block");
}
