//! What is necessary, possible and clashing, in tables; and a party as large as they come.

use onetext_analysis::linear::Number;
use onetext_analysis::preferences::{
    Bound, Consistent, Judgement, Level, Said, Source, Standing, Statement, Worth,
};
use onetext_analysis::{Budget, Choice, Issue, IssueIndex, OptionIndex, Package, Space, Utility};

use crate::draws::Draws;
use crate::preferences_random::{holds, random_choice, random_package};

const FLOW: u16 = 0;
const FUND: u16 = 1;
const SEAT: u16 = 2;

/// Three issues: a minimum flow (400, 325, 250), a fund (120, 80, 0), a seat (yes, no).
fn basin() -> Space {
    let issues =
        [("flow", &["400", "325", "250"][..]), ("fund", &["120", "80", "0"]), ("seat", &["yes", "no"])];
    Space::new(issues.map(|(name, options)| Issue::listed(name, options)).to_vec()).unwrap()
}

fn statements(said: &[Said]) -> Vec<Statement> {
    (0..).map(Source).zip(said.to_vec()).map(|(source, said)| Statement { source, said }).collect()
}

fn consistent(said: &[Said]) -> Consistent {
    Consistent::new(&basin(), statements(said), &Budget::unlimited()).unwrap().unwrap()
}

/// The first option is the best, and so on.
fn as_listed(issue: u16) -> Said {
    let options = if issue == SEAT { 2 } else { 3 };
    Said::Order {
        issue: IssueIndex(issue),
        classes: (0..options).map(|option| vec![OptionIndex(option)]).collect(),
    }
}

fn value(issue: u16, option: u16, low: i64, high: i64) -> Said {
    Said::Value {
        choice: Choice::new(issue, option),
        low: Utility::hundredths(low),
        high: Utility::hundredths(high),
    }
}

fn weight(issue: u16, low: i64, high: i64) -> Said {
    Said::Weight { issue: IssueIndex(issue), low: Utility::hundredths(low), high: Utility::hundredths(high) }
}

fn swing(first: [u16; 3], standing: Standing, second: [u16; 3]) -> Said {
    let choices = |[issue, from, to]: [u16; 3]| [Choice::new(issue, from), Choice::new(issue, to)];
    Said::swing(choices(first), standing, choices(second))
}

/// Where; what was said; a package, how it stands to another; what is known of that.
type Row = (&'static str, Vec<Said>, [u16; 3], Standing, [u16; 3], &'static str);

#[test]
fn what_follows_from_what_was_said() {
    let orders = [as_listed(FLOW), as_listed(FUND), as_listed(SEAT)];
    let with = |more: &[Said]| [&orders[..], more].concat();
    let swings = with(&[swing([FLOW, 2, 0], Standing::Better, [FUND, 2, 0])]);
    let table: &[Row] = &[
        ("nothing is known", vec![], [0, 0, 0], Standing::AtLeast, [1, 1, 1], "open"),
        ("the same package", vec![], [0, 0, 0], Standing::AtLeast, [0, 0, 0], "necessary"),
        ("the same is not better", vec![], [0, 0, 0], Standing::Better, [0, 0, 0], "impossible"),
        ("better in one issue", orders.to_vec(), [0, 1, 1], Standing::Better, [1, 1, 1], "necessary"),
        ("worse in one issue", orders.to_vec(), [1, 1, 1], Standing::AtLeast, [0, 1, 1], "impossible"),
        ("an exchange, by orders alone", orders.to_vec(), [0, 2, 0], Standing::AtLeast, [2, 0, 0], "open"),
        (
            "an exchange that was compared",
            swings.clone(),
            [0, 2, 0],
            Standing::Better,
            [2, 0, 0],
            "necessary",
        ),
        ("half of it was not", swings.clone(), [1, 2, 0], Standing::AtLeast, [2, 0, 0], "open"),
        (
            "half of it, with a value",
            [&swings[..], &[value(FLOW, 1, 90, 95), value(FUND, 1, 10, 20)]].concat(),
            [1, 2, 0],
            Standing::Better,
            [2, 1, 0],
            "necessary",
        ),
        ("by weights", with(&[weight(SEAT, 51, 60)]), [2, 2, 0], Standing::Better, [0, 0, 1], "necessary"),
        (
            "by a weight of a half at least",
            with(&[weight(SEAT, 50, 60)]),
            [2, 2, 0],
            Standing::Better,
            [0, 0, 1],
            "open",
        ),
        (
            "at least, by the same",
            with(&[weight(SEAT, 50, 60)]),
            [2, 2, 0],
            Standing::AtLeast,
            [0, 0, 1],
            "necessary",
        ),
        (
            "an issue without weight",
            with(&[weight(SEAT, 0, 0)]),
            [0, 0, 0],
            Standing::Better,
            [0, 0, 1],
            "impossible",
        ),
    ];
    for (what, said, first, standing, second, wanted) in table {
        let judged = consistent(said)
            .preference(&Package::of(first), *standing, &Package::of(second), &Budget::unlimited())
            .unwrap();
        assert_eq!(name(&judged), *wanted, "{what}");
    }
}

#[test]
fn who_accepts_what() {
    let orders = [as_listed(FLOW), as_listed(FUND), as_listed(SEAT)];
    let with = |more: &[Said]| [&orders[..], more].concat();
    let package = |options: [u16; 3]| Package::of(&options);
    let between =
        |low, high| Said::Reservation { low: Utility::hundredths(low), high: Utility::hundredths(high) };
    let table = [
        ("nothing is known of the reservation", with(&[]), [0, 0, 0], "open"),
        ("better than what is accepted", with(&[Said::Accepts(package([1, 1, 0]))]), [0, 1, 0], "necessary"),
        ("worse than what is accepted", with(&[Said::Accepts(package([1, 1, 0]))]), [1, 2, 0], "open"),
        ("worse than what is refused", with(&[Said::Refuses(package([1, 1, 0]))]), [1, 2, 0], "impossible"),
        ("what is refused", with(&[Said::Refuses(package([1, 1, 0]))]), [1, 1, 0], "impossible"),
        ("the best, with half at least", with(&[between(50, 60)]), [0, 0, 0], "necessary"),
        ("the worst, with half at least", with(&[between(50, 60)]), [2, 2, 1], "impossible"),
        (
            "the heavy seat, with half at most",
            with(&[between(40, 50), weight(SEAT, 50, 60)]),
            [2, 2, 0],
            "necessary",
        ),
        ("every package, below zero", with(&[between(-20, -10)]), [2, 2, 1], "necessary"),
    ];
    for (what, said, asked, wanted) in table {
        let judged = consistent(&said).acceptance(&package(asked), &Budget::unlimited()).unwrap();
        assert_eq!(name(&judged), wanted, "{what}");
    }
}

fn name(judged: &Judgement) -> &'static str {
    match judged {
        Judgement::Necessary { .. } => "necessary",
        Judgement::Open { .. } => "open",
        Judgement::Impossible { .. } => "impossible",
    }
}

#[test]
fn clashing_statements_are_named() {
    let one = |issue| as_listed(issue);
    let table: &[(&str, Vec<Said>, &[u32])] = &[
        (
            "better and not better",
            vec![one(FUND), one(FLOW), swing([FLOW, 0, 1], Standing::AtLeast, [SEAT, 0, 0])],
            &[1, 2],
        ),
        (
            "weights above one",
            vec![weight(FLOW, 60, 70), weight(FUND, 20, 30), weight(SEAT, 50, 60)],
            &[0, 2],
        ),
        (
            "two swings, one each way",
            vec![
                one(SEAT),
                swing([FLOW, 2, 0], Standing::Better, [FUND, 2, 0]),
                one(FLOW),
                swing([FUND, 2, 0], Standing::AtLeast, [FLOW, 2, 0]),
            ],
            &[1, 3],
        ),
        (
            "refused, though better than what is accepted",
            vec![
                one(FLOW),
                one(FUND),
                Said::Refuses(Package::of(&[0, 1, 0])),
                Said::Accepts(Package::of(&[1, 1, 0])),
            ],
            &[0, 2, 3],
        ),
        (
            "no option is worth nothing",
            vec![value(FLOW, 0, 50, 100), one(FUND), value(FLOW, 1, 20, 100), value(FLOW, 2, 5, 90)],
            &[0, 2, 3],
        ),
        (
            "the order against the values",
            vec![value(FLOW, 1, 10, 20), value(FLOW, 0, 0, 5), one(FLOW)],
            &[1, 2],
        ),
    ];
    for (what, said, wanted) in table {
        let clash = Consistent::new(&basin(), statements(said), &Budget::unlimited()).unwrap().unwrap_err();
        let named: Vec<u32> = clash.statements.iter().map(|index| index.0).collect();
        assert_eq!(named, *wanted, "{what}");
        assert_eq!(clash.sources.len(), wanted.len(), "{what}");
    }
}

#[test]
fn every_judgement_says_how_much_is_known() {
    let orders = vec![as_listed(FLOW)];
    let mut exact = vec![weight(FLOW, 50, 50), weight(FUND, 30, 30), weight(SEAT, 20, 20)];
    exact.extend([value(FLOW, 0, 100, 100), value(FLOW, 1, 40, 40), value(FLOW, 2, 0, 0)]);
    exact.extend([value(FUND, 0, 100, 100), value(FUND, 1, 40, 40), value(FUND, 2, 0, 0)]);
    exact.extend([value(SEAT, 0, 100, 100), value(SEAT, 1, 0, 0)]);
    for (said, level) in [
        (Vec::new(), Level::RedLines),
        (orders.clone(), Level::Orders),
        ([&orders[..], &[weight(SEAT, 10, 20)]].concat(), Level::Intervals),
        (exact.clone(), Level::Weights),
    ] {
        assert_eq!(consistent(&said).level(), level);
    }
    let Bound::At(worth) =
        consistent(&exact).minimum(&Worth::package(&Package::of(&[1, 1, 0])), &Budget::unlimited()).unwrap()
    else {
        panic!("bounded")
    };
    assert_eq!(worth.value, Number::from(Utility::hundredths(52)));
}

/// Forty issues of six options, ordered, with intervals and two hundred swings that a hidden function answers: about 200
/// unknowns and 700 rows. Every bound of a question is proved; the steps that it takes are few enough for a page.
#[test]
fn a_large_party_is_asked_within_few_steps() {
    let party = large_party(40, 6, 200);
    let mut draws = Draws::new(7);
    let space = party.space().clone();
    let budget = Budget::unlimited();
    for _ in 0..20 {
        let (first, second) = (random_package(&mut draws, &space), random_package(&mut draws, &space));
        let gain = Worth::package(&first).less(&Worth::package(&second));
        let Bound::At(least) = party.minimum(&gain, &budget).unwrap() else { panic!("bounded") };
        let Bound::At(most) = party.maximum(&gain, &budget).unwrap() else { panic!("bounded") };
        assert!(least.value <= most.value);
        assert_eq!(least.at.worth(&gain), least.value);
        assert!(party.statements().iter().all(|statement| holds(&statement.said, &least.at, false)));
    }
    assert!(budget.spent() < 60_000_000, "{} steps", budget.spent());
}

/// A party whose statements follow from a hidden function.
fn large_party(issues: usize, options: usize, swings: usize) -> Consistent {
    let mut draws = Draws::new(3);
    let names: Vec<String> = (0..options).map(|option| option.to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let space =
        Space::new((0..issues).map(|issue| Issue::listed(&issue.to_string(), &names)).collect()).unwrap();
    let hidden: Vec<Vec<i64>> = (0..issues)
        .map(|_| {
            let weight = draws.between(2, 40);
            let mut row: Vec<i64> = (0..options - 2).map(|_| draws.between(1, 99) * weight).collect();
            row.extend([0, 100 * weight]);
            row.sort_unstable();
            row
        })
        .collect();
    let mut said: Vec<Said> = Vec::new();
    for issue in 0..u16::try_from(issues).unwrap() {
        let best_first = (0..u16::try_from(options).unwrap()).rev();
        let classes = best_first.map(|option| vec![OptionIndex(option)]).collect();
        let row = &hidden[usize::from(issue)];
        if row.windows(2).all(|pair| pair[0] < pair[1]) {
            said.push(Said::Order { issue: IssueIndex(issue), classes });
        }
        for option in 1..options - 1 {
            let value = row[option] * 100 / row[options - 1];
            let (low, high) =
                (Utility::hundredths((value - 9).max(0)), Utility::hundredths((value + 9).min(100)));
            said.push(Said::Value { choice: Choice::new(issue, u16::try_from(option).unwrap()), low, high });
        }
    }
    for _ in 0..swings {
        let [first, third, second, fourth] = [0; 4].map(|_| random_choice(&mut draws, &space));
        let (third, fourth) =
            (Choice { issue: first.issue, ..third }, Choice { issue: second.issue, ..fourth });
        let value = |choice: Choice| hidden[choice.issue.at()][choice.option.at()];
        let gains = (value(first) - value(third), value(second) - value(fourth));
        if gains.0 > gains.1 {
            said.push(Said::swing([third, first], Standing::AtLeast, [fourth, second]));
        }
    }
    let statements = (0..).map(Source).zip(said).map(|(source, said)| Statement { source, said }).collect();
    Consistent::new(&space, statements, &Budget::unlimited()).unwrap().unwrap()
}
