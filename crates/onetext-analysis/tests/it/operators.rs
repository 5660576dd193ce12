//! Ideas built from options that exist: which operators find what, and what each of their preconditions says.

use std::fmt::Write as _;

use onetext_analysis::bridging::operators::{
    Event, EventIndex, Expectation, Forecast, Idea, Ideas, Material, Origin, Shelf, ideas,
};
use onetext_analysis::{Choice, Dependency, Error, Issue, IssueIndex, OptionIndex, PartyIndex, Space};

const DELTA: PartyIndex = PartyIndex(0);
const UPLAND: PartyIndex = PartyIndex(1);
const MONITORING: IssueIndex = IssueIndex(0);
const QUOTA: IssueIndex = IssueIndex(1);

fn space() -> Space {
    Space::new(vec![
        Issue::listed("Monitoring", &["joint", "third party"]),
        Issue::listed("Quota", &["low", "high"]),
        Issue::listed("Debt", &["now", "later"]),
    ])
    .unwrap()
}

fn material(issue: IssueIndex, option: u16, accepted_by: &[PartyIndex]) -> Material {
    Material {
        issue,
        option: Some(OptionIndex(option)),
        origin: Origin::Draft,
        accepted_by: accepted_by.iter().copied().collect(),
        can_end: None,
        divisible: None,
    }
}

fn shelf() -> Shelf {
    let mut joint = material(MONITORING, 0, &[DELTA]);
    joint.can_end = Some(true);
    Shelf {
        materials: vec![joint, material(MONITORING, 1, &[UPLAND]), material(QUOTA, 1, &[UPLAND])],
        events: vec![Event { issue: MONITORING, verifiable: Some(true) }],
        forecasts: vec![
            Forecast { party: DELTA, event: EventIndex(0), expects: Expectation::DoesNot },
            Forecast { party: UPLAND, event: EventIndex(0), expects: Expectation::Happens },
        ],
        can_wait: Vec::new(),
    }
}

fn printed(ideas: &[Idea]) -> String {
    ideas.iter().fold(String::new(), |mut text, idea| {
        let from: Vec<u16> = idea.built_from.iter().map(|index| index.0).collect();
        let checked: Vec<String> =
            idea.preconditions.iter().map(|it| format!("{:?} {:?}", it.precondition, it.state)).collect();
        let _ = writeln!(
            text,
            "{:?} of {from:?}: {}; open: {:?}",
            idea.operator,
            checked.join(", "),
            idea.leaves_open
        );
        text
    })
}

fn found(space: &Space, shelf: &Shelf) -> Ideas {
    ideas(space, MONITORING, shelf).unwrap()
}

#[test]
fn every_operator_looks_at_what_is_there() {
    let found = found(&space(), &shelf());
    let expected = "\
Phase of [0, 1]: AcceptedByDifferentParties Met, CanEnd(MaterialIndex(0)) Met; open: [WhenItChanges, IfItDoesNotChange]
Phase of [1, 0]: AcceptedByDifferentParties Met, CanEnd(MaterialIndex(1)) Unknown; open: [WhenItChanges, IfItDoesNotChange]
Contingent of [1, 0]: AcceptedByDifferentParties Met, ForecastsDiffer(EventIndex(0)) Met, Verifiable(EventIndex(0)) Met; open: [WhoVerifies]
Split of [0, 1]: AcceptedByDifferentParties Met, Divisible Unknown; open: [Shares]
Rotate of [0, 1]: AcceptedByDifferentParties Met, CanEnd(MaterialIndex(0)) Met, CanEnd(MaterialIndex(1)) Unknown; open: [WhoBegins, LengthOfTurns]
Link of [0, 2]: EachGetsSomething Met, StandTogether Met; open: [OrderOfPerformance, IfOneFails]
Reserve of [0, 1]: NothingRequiresIt Met, CanWait Unknown; open: [Meanwhile, WhenTakenUp]
";
    assert_eq!(printed(&found.ideas), expected);
    // Both options of this link are Upland's: it is set aside with that reason.
    let set_aside = "Link of [1, 2]: EachGetsSomething NotMet, StandTogether Met; open: [OrderOfPerformance, IfOneFails]\n";
    assert_eq!(printed(&found.set_aside), set_aside);
    assert_eq!(found.cut, 0);
}

#[test]
fn a_forecast_that_nobody_stated_is_not_assumed() {
    let contingent = |forecasts: &[(PartyIndex, Expectation)], verifiable| {
        let mut shelf = shelf();
        let forecast = |&(party, expects)| Forecast { party, event: EventIndex(0), expects };
        shelf.forecasts = forecasts.iter().map(forecast).collect();
        shelf.events[0].verifiable = verifiable;
        let found = found(&space(), &shelf);
        let all = found.ideas.iter().chain(&found.set_aside).cloned().collect::<Vec<_>>();
        printed(&all)
            .lines()
            .filter(|line| line.starts_with("Contingent"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let (happens, does_not) = (Expectation::Happens, Expectation::DoesNot);
    for (forecasts, verifiable, expected, arrangements) in [
        (vec![], None, "ForecastsDiffer(EventIndex(0)) Unknown, Verifiable(EventIndex(0)) Unknown", 2),
        (
            vec![(DELTA, happens)],
            Some(true),
            "ForecastsDiffer(EventIndex(0)) Unknown, Verifiable(EventIndex(0)) Met",
            2,
        ),
        (vec![(DELTA, happens), (UPLAND, happens)], Some(true), "ForecastsDiffer(EventIndex(0)) NotMet", 2),
        (vec![(DELTA, happens), (DELTA, does_not)], None, "ForecastsDiffer(EventIndex(0)) Unknown", 2),
        (vec![(DELTA, happens), (UPLAND, does_not)], Some(false), "Met, Verifiable(EventIndex(0)) NotMet", 1),
    ] {
        let lines = contingent(&forecasts, verifiable);
        assert_eq!(lines.len(), arrangements, "{forecasts:?}");
        assert!(lines.iter().all(|line| line.contains(expected)), "{forecasts:?}: {lines:?}");
    }
}

#[test]
fn dependencies_are_looked_at() {
    let tied = space()
        .with(Dependency::Excludes(Choice::new(1, 1), Choice::new(0, 0)))
        .and_then(|space| space.with(Dependency::Requires(Choice::new(2, 0), Choice::new(0, 1))))
        .unwrap();
    let set_aside = printed(&found(&tied, &shelf()).set_aside);
    assert!(set_aside.contains("Link of [0, 2]: EachGetsSomething Met, StandTogether NotMet"), "{set_aside}");
    assert!(set_aside.contains("Reserve of [0, 1]: NothingRequiresIt NotMet"), "{set_aside}");
}

#[test]
fn the_parties_are_treated_alike() {
    let mirrored = |party: PartyIndex| if party == DELTA { UPLAND } else { DELTA };
    let mut shelf = shelf();
    for material in &mut shelf.materials {
        material.accepted_by = material.accepted_by.iter().map(|party| mirrored(*party)).collect();
    }
    for forecast in &mut shelf.forecasts {
        forecast.party = mirrored(forecast.party);
    }
    assert_eq!(found(&space(), &shelf), found(&space(), &self::shelf()));
}

#[test]
fn what_is_cut_is_counted_and_what_is_nowhere_is_refused() {
    let mut many = Shelf { materials: vec![material(MONITORING, 0, &[DELTA]); 30], ..Shelf::default() };
    for material in &mut many.materials {
        material.option = None;
    }
    let result = found(&space(), &many);
    // 435 pairs that one party accepts alike: phase both ways, split and rotate are set aside, and the reservation stays.
    assert_eq!((result.ideas.len(), result.set_aside.len(), result.cut), (1, 200, 4 * 435 - 200));
    let beyond = Shelf { materials: vec![material(QUOTA, 7, &[])], ..Shelf::default() };
    assert_eq!(ideas(&space(), MONITORING, &beyond), Err(Error::NoSuchChoice(Choice::new(1, 7))));
}
