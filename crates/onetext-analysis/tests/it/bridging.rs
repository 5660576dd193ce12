//! The region that a new option must reach, against plain enumeration with such an option appended; and what ties an issue.

use onetext_analysis::bridging::{Bridge, Corner, Crossing, Missing, Region, Stake, bridge};
use onetext_analysis::{
    Budget, Choice, Dependency, Issue, IssueIndex, OptionIndex, PartyIndex, Scenario, Space, Utility,
};

use crate::random::{Random, every_package, scenario};

/// Random cases; half a second of work.
const CASES: u64 = 6_000;
/// Hypothetical options tried on each.
const OPTIONS: usize = 12;

fn stakes(scenario: &Scenario) -> Vec<Stake<'_>> {
    let parties = scenario.parties.iter();
    parties.map(|party| Stake { utility: Some(&party.utility), reservation: party.reservation }).collect()
}

fn region(scenario: &Scenario, issue: IssueIndex) -> Option<Region> {
    match bridge(&scenario.space, &stakes(scenario), issue, &Budget::unlimited()).unwrap() {
        Bridge::Region(region) => Some(region),
        _ => None,
    }
}

/// The same scenario where the issue has only one option, worth so much to each party.
fn with_option(scenario: &Scenario, issue: IssueIndex, values: &[Utility]) -> Scenario {
    let mut issues = scenario.space.issues().to_vec();
    issues[issue.at()].options.push("new".to_owned());
    let new = issues[issue.at()].options.len() - 1;
    let mut space = Space::new(issues).unwrap();
    for dependency in scenario.space.dependencies() {
        space = space.with(dependency.clone()).unwrap();
    }
    for &closed in scenario.space.closed() {
        space = space.without(closed).unwrap();
    }
    for old in (0..).take(new).map(OptionIndex) {
        space = space.without(Choice { issue, option: old }).unwrap();
    }
    let mut result = Scenario { space, ..scenario.clone() };
    for (party, value) in result.parties.iter_mut().zip(values) {
        party.utility.table[issue.at()].push(*value);
    }
    result
}

fn has_rational_package(scenario: &Scenario) -> bool {
    every_package(&scenario.space).iter().any(|package| {
        let utilities = scenario.utilities(package);
        scenario
            .parties
            .iter()
            .zip(utilities)
            .all(|(party, u)| party.reservation.is_none_or(|least| u >= least))
    })
}

#[test]
fn an_option_is_in_the_region_if_and_only_if_it_makes_a_rational_package() {
    let (mut inside, mut outside) = (0, 0);
    for seed in 0..CASES {
        let mut random = Random::new(seed);
        let mut scenario = scenario(&mut random);
        for party in &mut scenario.parties {
            party.reservation.get_or_insert(Utility::hundredths(4));
        }
        let issue = IssueIndex(random.place(scenario.space.issues().len()));
        let Some(region) = region(&scenario, issue) else { continue };
        for _ in 0..OPTIONS {
            let value = |_| Utility::hundredths(i64::try_from(random.below(14)).unwrap() - 6);
            let values: Vec<Utility> = (0..scenario.parties.len()).map(value).collect();
            let works = has_rational_package(&with_option(&scenario, issue, &values));
            assert_eq!(region.holds(&values), works, "seed {seed} {values:?}");
            *(if works { &mut inside } else { &mut outside }) += 1;
        }
        for (&option, &works) in &region.options {
            let mut only = scenario.clone();
            for other in scenario.space.open_options(issue).filter(|other| *other != option) {
                only.space = only.space.without(Choice { issue, option: other }).unwrap();
            }
            assert_eq!(works, has_rational_package(&only), "seed {seed} {option:?}");
        }
    }
    assert!(inside > 5_000 && outside > 5_000, "{inside} in, {outside} out: too few to test anything");
}

#[test]
fn corners_are_reached_exactly_and_none_is_spare() {
    let mut several = 0;
    for seed in 0..CASES {
        let mut random = Random::new(seed);
        let mut scenario = scenario(&mut random);
        for party in &mut scenario.parties {
            party.reservation.get_or_insert(Utility::ZERO);
        }
        let Some(region) = region(&scenario, IssueIndex(0)) else { continue };
        several += usize::from(region.corners.len() > 1);
        for (place, corner) in region.corners.iter().enumerate() {
            for (party, _) in corner.requires.iter().enumerate() {
                let mut less = corner.requires.clone();
                less[party] += -Utility(1);
                assert!(!region.holds(&less), "seed {seed}: a unit less still does");
            }
            let is_below = |other: &Corner| other.requires.iter().zip(&corner.requires).all(|(a, b)| a <= b);
            let below = region.corners.iter().enumerate().filter(|(other, _)| *other != place);
            assert!(!below.into_iter().any(|(_, other)| is_below(other)), "seed {seed}: a corner is spare");
            let rest = region.rests(corner).next().unwrap();
            for (party, requires) in scenario.parties.iter().zip(&corner.requires) {
                let rest: Utility = rest.iter().map(|choice| party.utility.value(*choice)).sum();
                let with_terms = !party.utility.terms.is_empty();
                assert!(with_terms || Some(rest + *requires) == party.reservation, "seed {seed}");
            }
        }
    }
    assert!(several > 500, "{several} regions of several corners: too few to test anything");
}

#[test]
fn the_order_of_the_parties_changes_nothing_but_the_order() {
    for seed in 0..CASES / 10 {
        let mut random = Random::new(seed);
        let mut scenario = scenario(&mut random);
        let requires = |scenario: &Scenario| {
            region(scenario, IssueIndex(0))
                .map(|region| region.corners.into_iter().map(|corner| corner.requires).collect::<Vec<_>>())
        };
        let before = requires(&scenario);
        scenario.parties.reverse();
        let mut after = requires(&scenario);
        for corner in after.iter_mut().flatten() {
            corner.reverse();
        }
        if let Some(after) = &mut after {
            after.sort();
        }
        assert_eq!(before, after, "seed {seed}");
    }
}

#[test]
fn what_ties_the_issue_is_named_and_nothing_missing_is_filled_in() {
    let yes_or_no = |name| Issue::listed(name, &["yes", "no"]);
    let space = Space::new(vec![yes_or_no("monitor"), yes_or_no("cap"), yes_or_no("vote")])
        .and_then(|space| space.with(Dependency::Excludes(Choice::new(0, 0), Choice::new(1, 0))))
        .unwrap();
    let mut random = Random::new(1);
    let mut utility = crate::random::utility(&space, &mut random);
    utility.terms.clear();
    let full = Stake { utility: Some(&utility), reservation: Some(Utility::ZERO) };
    let ask = |stakes: &[Stake<'_>], issue| {
        bridge(&space, stakes, IssueIndex(issue), &Budget::unlimited()).unwrap()
    };
    let Bridge::CrossedBy(crossings) = ask(&[full, full], 1) else { panic!("an issue that is tied") };
    assert_eq!(crossings, [Crossing::Dependency(0)]);
    assert!(matches!(ask(&[full, full], 2), Bridge::Region(_)));
    let silent = Stake::default();
    let without = Stake { reservation: None, ..full };
    let missing = vec![
        Missing::Weights(PartyIndex(1)),
        Missing::Reservation(PartyIndex(1)),
        Missing::Reservation(PartyIndex(2)),
    ];
    let Bridge::NotStated(found) = ask(&[full, silent, without], 2) else { panic!("nothing was stated") };
    assert_eq!(found, missing);
    assert!(bridge(&space, &[full], IssueIndex(3), &Budget::unlimited()).is_err());
}
