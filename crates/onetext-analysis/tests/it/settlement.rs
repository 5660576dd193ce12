//! Whole settlements against looking at every package, and the JSON that is printed of them.

use onetext_analysis::settlement::{NoSolution, Settlement, settle};
use onetext_analysis::solutions::Convention;
use onetext_analysis::{Budget, Issue, PartyIndex, Scenario, Space, Stopped, Utility, UtilityFunction};

use crate::bargains::{Bargain, Random, all_vectors, bargains, is_rational, scenario};
use crate::solutions::expected;

const SPACES: usize = 10_000;

/// What each concept chooses, beside the name of its definition.
fn chosen(settlement: &Settlement) -> Vec<(&'static str, Vec<usize>)> {
    let solutions = settlement.bargain.clone().unwrap().solutions;
    let mut chosen = vec![
        ("egalitarian", solutions.egalitarian.places),
        ("leximin", solutions.leximin.places),
        ("utilitarian", solutions.utilitarian.places),
        ("relative utilitarian", solutions.relative_utilitarian.places),
    ];
    chosen.extend(match settlement.convention {
        Convention::Textbook => {
            vec![("nash", solutions.nash.places), ("kalai-smorodinsky", solutions.kalai_smorodinsky.places)]
        }
        Convention::Negmas => vec![
            ("nash product", solutions.nash.places),
            ("max-min share", solutions.kalai_smorodinsky.places),
            ("min spread", solutions.min_spread.unwrap().places),
        ],
    });
    chosen
}

fn assert_settled(settlement: &Settlement, bargain: &Bargain) {
    let (front, disagreement, ideals) = bargain;
    let found: Vec<&[Utility]> = settlement.front.vectors().collect();
    assert_eq!(found, *front);
    for (name, places) in chosen(settlement) {
        assert_eq!(places, expected(name, front, disagreement, ideals), "{name} {front:?} {disagreement:?}");
    }
}

#[test]
fn random_scenarios_settle_as_when_every_package_is_looked_at() {
    let mut random = Random(8);
    let mut settled = 0;
    for _ in 0..SPACES {
        let scenario = scenario(&mut random);
        let vectors = all_vectors(&scenario);
        let [textbook, negmas] = [Convention::Textbook, Convention::Negmas]
            .map(|convention| settle(&scenario, convention, &Budget::unlimited()).unwrap());
        let rational = vectors.iter().filter(|vector| is_rational(vector, &scenario)).count();
        assert_eq!(textbook.outcomes.exact(), Some(&vectors.len().into()));
        assert_eq!(textbook.rational.as_ref().unwrap().exact(), Some(&rational.into()));
        match bargains(&scenario) {
            Some((by_textbook, by_negmas)) => {
                assert_settled(&negmas, &by_negmas);
                match by_textbook {
                    Some(expected) => assert_settled(&textbook, &expected),
                    None => assert!(matches!(textbook.bargain, Err(NoSolution::ReservationNotStated(_)))),
                }
                settled += 1;
            }
            None => assert_eq!(negmas.bargain, Err(NoSolution::NothingRational)),
        }
    }
    assert!(settled > SPACES / 2, "only {settled} scenarios had a rational package");
}

fn two_issues() -> Scenario {
    let space = Space::new(vec![
        Issue::listed("Cap", &["none", "600,000", "800,000"]),
        Issue::listed("Monitor", &["yes", "no"]),
    ])
    .unwrap();
    let hundredths = |rows: &[&[i64]]| {
        let row = |row: &&[i64]| row.iter().map(|value| Utility::hundredths(*value)).collect();
        UtilityFunction::additive(rows.iter().map(row).collect())
    };
    Scenario::new("two issues", space)
        .with_party("Delta", hundredths(&[&[60, 60, 0], &[40, 40]]))
        .with_party("Upland", hundredths(&[&[0, 0, 70], &[30, 0]]))
}

#[test]
fn without_a_stated_reservation_there_is_a_front_and_no_solution() {
    let mut scenario = two_issues();
    scenario.parties[0].reservation = Some(Utility::ZERO);
    let settlement = settle(&scenario, Convention::Textbook, &Budget::unlimited()).unwrap();
    assert_eq!(settlement.bargain, Err(NoSolution::ReservationNotStated(vec![PartyIndex(1)])));
    assert_eq!(settlement.front.len(), 2);
    let negmas = settle(&scenario, Convention::Negmas, &Budget::unlimited()).unwrap();
    assert_eq!(negmas.bargain.unwrap().problem.disagreement(), [Utility::hundredths(40), Utility::ZERO]);
}

#[test]
fn the_json_has_the_shape_that_is_promised() {
    let mut scenario = two_issues();
    for party in &mut scenario.parties {
        party.reservation = Some(Utility::hundredths(20));
    }
    let settlement = settle(&scenario, Convention::Textbook, &Budget::unlimited()).unwrap();
    let printed = serde_json::to_string(&settlement.summary()).unwrap();
    let (both, cap) = ("[0.400000000000,1.000000000000]", "[1.000000000000,0.300000000000]");
    assert_eq!(
        printed,
        format!(
            r#"{{"outcomes":6,"rational":4,"front":{{"exact":true,"size":2,"points":[{{"utilities":{cap},"packages":2}},{{"utilities":{both},"packages":1}}]}},"nash":[{both}],"kalai_smorodinsky":[{both}],"egalitarian":[{both}],"leximin":[{both}],"utilitarian":[{both}],"relative_utilitarian":[{both}]}}"#
        )
    );
    let packages = serde_json::to_string(&settlement.summary_with_packages(&scenario, 10).front).unwrap();
    assert!(packages.contains(r#""packages":2,"options":[["none","yes"],["600,000","yes"]]"#), "{packages}");
    scenario.parties[1].reservation = None;
    let unstated = settle(&scenario, Convention::Textbook, &Budget::unlimited()).unwrap();
    let printed = serde_json::to_string(&unstated.summary()).unwrap();
    assert!(printed.contains(r#""nash":[],"#), "{printed}");
    assert!(printed.ends_with(r#""no_solution":{"reservation_not_stated":[1]}}"#), "{printed}");
}

/// Ten issues of ten options, valued 0 to 9 by one party and 9 to 0 by the other.
fn ten_digits(reservations: [i64; 2]) -> Scenario {
    let digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    let space = Space::new(vec![Issue::listed("digit", &digits); 10]).unwrap();
    let rising: Vec<Utility> = (0..10).map(Utility::hundredths).collect();
    let falling: Vec<Utility> = rising.iter().copied().rev().collect();
    let mut scenario = Scenario::new("ten digits", space)
        .with_party("Delta", UtilityFunction::additive(vec![rising; 10]))
        .with_party("Upland", UtilityFunction::additive(vec![falling; 10]));
    for (party, reservation) in scenario.parties.iter_mut().zip(reservations) {
        party.reservation = Some(Utility::hundredths(reservation));
    }
    scenario
}

#[test]
fn rational_packages_of_ten_thousand_million_are_counted() {
    // How many numbers of ten digits have which digit sum is known.
    for (reservations, count) in
        [([45, 45], 432_457_640_u64), ([0, 0], 10_000_000_000), ([90, 0], 1), ([89, 0], 11), ([46, 45], 0)]
    {
        let settlement =
            settle(&ten_digits(reservations), Convention::Textbook, &Budget::unlimited()).unwrap();
        assert_eq!(settlement.rational.unwrap().exact(), Some(&count.into()), "{reservations:?}");
    }
}

#[test]
fn odd_scenarios_settle_without_a_panic() {
    let space = |options: &[&str]| Space::new(vec![Issue::listed("Cap", options)]).unwrap();
    let nobody = Scenario::new("nobody", space(&["none"]));
    let settled = |scenario: &Scenario| settle(scenario, Convention::Negmas, &Budget::unlimited()).unwrap();
    assert_eq!(settled(&nobody).bargain, Err(NoSolution::NoParty));
    let closed = space(&["none"]).without(onetext_analysis::Choice::new(0, 0)).unwrap();
    let none = Scenario::new("none", closed)
        .with_party("Delta", UtilityFunction::additive(vec![vec![Utility::ONE]]));
    assert_eq!(settled(&none).bargain, Err(NoSolution::NothingRational));
    assert_eq!(settled(&none).outcomes.exact(), Some(&0_u8.into()));
    let empty = Scenario::new("no issue", Space::new(Vec::new()).unwrap())
        .with_party("Delta", UtilityFunction::additive(Vec::new()));
    assert_eq!(settled(&empty).bargain.unwrap().solutions.nash.places, [0]);
    let stopped = settle(&two_issues(), Convention::Textbook, &Budget::steps(0));
    assert_eq!(stopped.unwrap_err(), Stopped::StepsSpent(0).into());
}
