//! Single points for many parties against plain enumeration, and what is said where there is none.

use num_bigint::BigInt;
use onetext_analysis::certified::{
    Answer, Certified, Effort, Impossible, egalitarian, ideals, kalai_smorodinsky, nash,
};
use onetext_analysis::{
    Budget, Choice, Dependency, Error, Issue, OptionIndex, Package, Scenario, Space, Stopped, Term, Utility,
    UtilityFunction,
};

/// Random scenarios for each comparison; a few milliseconds each in a debug build.
const CASES: u64 = 2_000;

/// A concept as a search.
type Concept = fn(&Scenario, &Effort) -> Result<Answer, Error>;

/// Numbers that are mixed well enough for tests.
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    fn choice(&mut self, space: &Space) -> Choice {
        let issue = self.below(space.issues().len() as u64);
        let options = space.issues()[usize::try_from(issue).unwrap()].options.len();
        Choice::new(u16::try_from(issue).unwrap(), u16::try_from(self.below(options as u64)).unwrap())
    }
}

/// One to five parties, one to six issues, dependencies of every kind, closed options, values with many ties.
fn scenario(draw: &mut Draw) -> Scenario {
    let names = ["a", "b", "c", "d"];
    let issues = (0..=draw.below(6))
        .map(|issue| Issue::listed(&issue.to_string(), &names[..=usize::try_from(draw.below(4)).unwrap()]))
        .collect();
    let mut space = Space::new(issues).unwrap();
    for _ in 0..draw.below(6) {
        let (a, b, c) = (draw.choice(&space), draw.choice(&space), draw.choice(&space));
        let most = usize::try_from(draw.below(3)).unwrap();
        space = match draw.below(8) {
            0..3 => space.with(Dependency::Requires(a, b)),
            3..5 => space.with(Dependency::Excludes(a, b)),
            5..7 => space.with(Dependency::AtMost { of: vec![a, b, c], most }),
            _ => space.without(a),
        }
        .unwrap();
    }
    let mut scenario = Scenario::new("random", space);
    let coarse = draw.below(2) == 0;
    for party in 0..=draw.below(5) {
        let mut value = |_: &String| {
            let number = i64::try_from(draw.below(9)).unwrap() - 2;
            if coarse {
                Utility(number)
            } else {
                Utility(number * 1_000_000_000 + i64::try_from(draw.below(99)).unwrap())
            }
        };
        let table = scenario
            .space
            .issues()
            .iter()
            .map(|issue| issue.options.iter().map(&mut value).collect())
            .collect();
        scenario = scenario.with_party(&party.to_string(), UtilityFunction::additive(table));
        let unit = if coarse { 1 } else { 1_000_000_000 };
        scenario.parties.last_mut().unwrap().reservation =
            Some(Utility((i64::try_from(draw.below(12)).unwrap() - 4) * unit));
    }
    scenario
}

/// The gains of every package of the space.
fn all_gains(scenario: &Scenario) -> Vec<Vec<i64>> {
    let mut all = vec![Vec::new()];
    for issue in scenario.space.issues() {
        let options: Vec<OptionIndex> = (0..).take(issue.options.len()).map(OptionIndex).collect();
        all = all
            .into_iter()
            .flat_map(|start: Vec<OptionIndex>| {
                options
                    .iter()
                    .map(move |option| start.iter().copied().chain([*option]).collect::<Vec<_>>())
                    .collect::<Vec<_>>()
            })
            .collect();
    }
    let packages = all.into_iter().map(Package).filter(|package| scenario.space.contains(package));
    packages.map(|package| gains(scenario, &scenario.utilities(&package))).collect()
}

fn gains(scenario: &Scenario, utilities: &[Utility]) -> Vec<i64> {
    utilities
        .iter()
        .zip(&scenario.parties)
        .map(|(utility, party)| utility.0 - party.reservation.unwrap().0)
        .collect()
}

/// What was found keeps to the space, says its utilities rightly, and is proven.
fn sound<'a>(scenario: &Scenario, answer: &'a Answer, what: &str) -> &'a Certified {
    let Answer::Found(found) = answer else { panic!("{what}: {answer:?}") };
    assert!(scenario.space.contains(&found.package), "{what}");
    assert_eq!(found.utilities, scenario.utilities(&found.package), "{what}");
    assert!(found.is_optimal() && found.stopped.is_none(), "{what}: {found:?}");
    assert_eq!(found.gap(), Some(Utility::ZERO));
    found
}

#[test]
fn egalitarian_agrees_with_enumeration() {
    let budget = Budget::unlimited();
    for case in 0..CASES {
        let scenario = scenario(&mut Draw(case));
        let answer = egalitarian(&scenario, &Effort::exact(&budget)).unwrap();
        let best = all_gains(&scenario).iter().map(|gains| *gains.iter().min().unwrap()).max();
        match best {
            None => assert_eq!(answer, Answer::Impossible(Impossible::NoPackage), "{case}"),
            Some(best) if best < 0 => {
                let Answer::Impossible(Impossible::SomebodyLoses { by_at_least }) = answer else {
                    panic!("{case}: {answer:?}")
                };
                assert!(0 < by_at_least.0 && by_at_least.0 <= -best, "{case}: {by_at_least:?} {best}");
            }
            Some(best) => {
                let found = sound(&scenario, &answer, &case.to_string());
                assert_eq!((found.value.0, found.bound.0), (best, best), "{case}");
                assert_eq!(gains(&scenario, &found.utilities).iter().min(), Some(&best), "{case}");
            }
        }
    }
}

#[test]
fn nash_agrees_with_enumeration() {
    let budget = Budget::unlimited();
    for case in 0..CASES {
        let scenario = scenario(&mut Draw(case));
        let answer = nash(&scenario, &Effort::exact(&budget)).unwrap();
        let all = all_gains(&scenario);
        let product = |gains: &Vec<i64>| gains.iter().map(|gain| BigInt::from(*gain)).product::<BigInt>();
        let best = all.iter().filter(|gains| gains.iter().all(|gain| *gain > 0)).map(product).max();
        match (best, &answer) {
            (Some(best), _) => {
                let found = sound(&scenario, &answer, &case.to_string());
                assert_eq!(product(&gains(&scenario, &found.utilities)), best, "{case}");
            }
            (None, Answer::Impossible(Impossible::NoPackage)) => assert!(all.is_empty(), "{case}"),
            (None, Answer::Impossible(Impossible::SomebodyLoses { .. })) => {
                assert!(all.iter().all(|gains| gains.iter().any(|gain| *gain < 0)), "{case}");
            }
            (None, answer) => assert_eq!(*answer, Answer::Impossible(Impossible::NotAllGain), "{case}"),
        }
    }
}

#[test]
fn shares_of_ideals_agree_with_enumeration() {
    let budget = Budget::unlimited();
    for case in 0..CASES {
        let scenario = scenario(&mut Draw(case));
        let answer = kalai_smorodinsky(&scenario, &Effort::exact(&budget)).unwrap();
        let rational: Vec<Vec<i64>> =
            all_gains(&scenario).into_iter().filter(|gains| gains.iter().all(|gain| *gain >= 0)).collect();
        if rational.is_empty() {
            let is_none = matches!(
                answer,
                Answer::Impossible(Impossible::NoPackage | Impossible::SomebodyLoses { .. })
            );
            assert!(is_none, "{case}: {answer:?}");
            continue;
        }
        let ideal = |party: usize| rational.iter().map(|gains| gains[party]).max().unwrap();
        let most: Vec<i64> = (0..scenario.parties.len()).map(ideal).collect();
        let told = ideals(&scenario, &Effort::exact(&budget)).unwrap().unwrap();
        for (party, own) in told.iter().enumerate() {
            let expected = Utility(most[party] + scenario.parties[party].reservation.unwrap().0);
            assert_eq!((own.at_least, own.at_most), (expected, expected), "{case}");
        }
        if most.iter().all(|most| *most == 0) {
            assert_eq!(answer, Answer::Impossible(Impossible::NobodyGains), "{case}");
            continue;
        }
        // The least share in 1e-12, rounded down: equal shares stay equal, and no two others of these small numbers meet.
        let share = |gains: &Vec<i64>| {
            let shares = gains.iter().zip(&most).filter(|(_, most)| **most > 0);
            shares
                .map(|(gain, most)| i128::from(*gain) * 1_000_000_000_000 / i128::from(*most))
                .min()
                .unwrap()
        };
        let found = sound(&scenario, &answer, &case.to_string());
        let best = rational.iter().map(share).max().unwrap();
        assert_eq!(share(&gains(&scenario, &found.utilities)), best, "{case}");
        assert_eq!(i128::from(found.value.0), best, "{case}");
    }
}

#[test]
fn a_bound_is_a_bound_however_little_is_spent() {
    let mut unfinished = 0;
    for case in 0..CASES {
        let scenario = scenario(&mut Draw(case));
        let best = all_gains(&scenario).iter().map(|gains| *gains.iter().min().unwrap()).max();
        let budget = Budget::steps(case % 40);
        match egalitarian(&scenario, &Effort::exact(&budget)).unwrap() {
            Answer::Found(found) => {
                let best = best.unwrap();
                assert!(found.value.0 <= best && best <= found.bound.0, "{case}: {found:?} {best}");
                assert!(!found.is_optimal() || found.value.0 == best, "{case}");
                assert!(found.is_optimal() || found.stopped.is_some(), "{case}");
                unfinished += usize::from(!found.is_optimal());
            }
            Answer::Unknown { bound, stopped } => {
                assert!(best.is_none_or(|best| best <= bound.0), "{case}: {bound:?} {best:?}");
                assert!(matches!(stopped, Some(Stopped::StepsSpent(_))), "{case}");
                unfinished += 1;
            }
            Answer::Impossible(Impossible::NoPackage) => assert_eq!(best, None, "{case}"),
            Answer::Impossible(_) => assert!(best.unwrap() < 0, "{case}"),
        }
    }
    assert!(unfinished > 0, "every search ended: nothing was tested");
}

/// Parties opposed on every issue: values rise for even ones and fall for odd ones.
fn opposed(parties: u64, issues: u16, requirements: usize, reservation_hundredths: i64) -> Scenario {
    let mut draw = Draw(7);
    let names = ["a", "b", "c", "d", "e"];
    let mut space =
        Space::new((0..issues).map(|issue| Issue::listed(&issue.to_string(), &names)).collect()).unwrap();
    for _ in 0..requirements {
        let (a, b) = (draw.choice(&space), draw.choice(&space));
        if a.issue != b.issue {
            space = space.with(Dependency::Requires(a, b)).unwrap();
        }
    }
    let mut scenario = Scenario::new("opposed", space);
    for party in 0..parties {
        let mut row = || {
            let weight = 1 + draw.below(1 << 10);
            let mut values: Vec<u64> = (0..names.len()).map(|_| weight * draw.below(1 << 20)).collect();
            values.sort_unstable();
            if party % 2 == 1 {
                values.reverse();
            }
            values.into_iter().map(|value| Utility(i64::try_from(value).unwrap())).collect::<Vec<_>>()
        };
        let utility = UtilityFunction::additive((0..issues).map(|_| row()).collect());
        let best: Utility = utility.table.iter().map(|row| *row.iter().max().unwrap()).sum();
        scenario = scenario.with_party(&party.to_string(), utility);
        scenario.parties.last_mut().unwrap().reservation =
            Some(Utility(best.0 / 100 * reservation_hundredths));
    }
    scenario
}

#[test]
fn many_parties_come_near_their_bounds_and_always_the_same_way() {
    let scenario = opposed(8, 40, 60, 30);
    for (concept, within_millionths) in
        [(egalitarian as Concept, 20_000), (kalai_smorodinsky, 30_000), (nash, 1_000)]
    {
        let run = || {
            let budget = Budget::steps(3_000_000);
            concept(&scenario, &Effort::thousandth(&budget)).unwrap()
        };
        let answer = run();
        let Answer::Found(found) = &answer else { panic!("{answer:?}") };
        assert!(scenario.space.contains(&found.package));
        assert!(found.value <= found.bound);
        assert!(found.gap().unwrap().0 <= within_millionths * 1_000_000, "{found:?}");
        assert_eq!(answer, run());
    }
}

#[test]
fn the_order_of_the_parties_changes_no_proven_value() {
    let budget = Budget::unlimited();
    let mut scenario = opposed(3, 8, 6, 20);
    let values = |scenario: &Scenario| {
        [egalitarian, kalai_smorodinsky, nash].map(|concept: Concept| {
            let answer = concept(scenario, &Effort::exact(&budget)).unwrap();
            sound(scenario, &answer, "opposed").value
        })
    };
    let before = values(&scenario);
    scenario.parties.rotate_left(1);
    assert_eq!(before, values(&scenario));
}

#[test]
fn reservations_that_cannot_all_be_met_are_proven_so() {
    let budget = Budget::steps(1_000_000);
    let scenario = opposed(6, 40, 30, 90);
    for concept in [egalitarian as Concept, kalai_smorodinsky, nash] {
        let answer = concept(&scenario, &Effort::thousandth(&budget)).unwrap();
        assert!(matches!(answer, Answer::Impossible(Impossible::SomebodyLoses { .. })), "{answer:?}");
    }
}

#[test]
fn one_party_gets_its_best_package_and_equal_parties_the_same() {
    let budget = Budget::unlimited();
    let mut scenario = opposed(1, 30, 20, 10);
    let effort = Effort::exact(&budget);
    let alone = egalitarian(&scenario, &effort).unwrap();
    let value = sound(&scenario, &alone, "alone").value;
    let mean = nash(&scenario, &effort).unwrap();
    assert_eq!(sound(&scenario, &mean, "alone").value, value);
    let all = kalai_smorodinsky(&scenario, &effort).unwrap();
    assert_eq!(sound(&scenario, &all, "alone").value, Utility::ONE);
    let twin = scenario.parties[0].clone();
    scenario.parties.push(twin);
    for (concept, expected) in
        [(egalitarian as Concept, value), (nash, value), (kalai_smorodinsky, Utility::ONE)]
    {
        assert_eq!(sound(&scenario, &concept(&scenario, &effort).unwrap(), "twins").value, expected);
    }
}

#[test]
fn what_cannot_be_computed_is_refused() {
    let budget = Budget::unlimited();
    let effort = Effort::exact(&budget);
    let mut scenario = opposed(2, 3, 0, 10);
    scenario.parties[1].reservation = None;
    assert_eq!(nash(&scenario, &effort), Err(Error::NoReservation("1".to_owned())));
    let term =
        Term { within: vec![(onetext_analysis::IssueIndex(0), vec![OptionIndex(0)])], value: Utility(1) };
    scenario.parties[0].utility.terms.push(term);
    assert_eq!(egalitarian(&scenario, &effort), Err(Error::NotAdditive("0".to_owned())));
    scenario.parties.clear();
    assert_eq!(kalai_smorodinsky(&scenario, &effort), Err(Error::NoParty));
}
