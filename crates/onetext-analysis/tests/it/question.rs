//! The next question against exhaustive evaluation: every comparison that could be asked, and everything anew for each answer.

use std::collections::BTreeSet;

use onetext_analysis::linear::Number;
use onetext_analysis::preferences::question::{
    Asked, RegretLeft, Swing, question_for_party, questions_for_mediator,
};
use onetext_analysis::preferences::{Bound, Consistent, Said, Source, Standing, Statement, Worth};
use onetext_analysis::trades::Change;
use onetext_analysis::{Budget, Choice, Issue, IssueIndex, OptionIndex, Package, PartyIndex, Space, Utility};

use crate::completions::{Party, party};
use crate::random::{Random, any_package, space};

/// Random cases; a second or two of work.
const CASES: u64 = 200;

fn unlimited() -> Budget<'static> {
    Budget::unlimited()
}

fn greatest(known: &Consistent, taken: &Package, rival: &Package) -> Number {
    let Bound::At(most) =
        known.maximum(&Worth::package(rival).less(&Worth::package(taken)), &unlimited()).unwrap()
    else {
        panic!("packages are worth one at most")
    };
    most.value.max(Number::ZERO)
}

fn left_now(known: &Consistent, packages: &[Package]) -> (Number, Number) {
    let worst = |taken| packages.iter().map(|rival| greatest(known, taken, rival)).max().unwrap();
    let mut undecided = Number::ZERO;
    for (place, a) in packages.iter().enumerate() {
        for b in &packages[place + 1..] {
            undecided = &undecided + &greatest(known, a, b).min(greatest(known, b, a));
        }
    }
    (packages.iter().map(worst).min().unwrap(), undecided)
}

fn left_after(known: &Consistent, packages: &[Package], said: Said) -> (Number, Number) {
    let mut statements = known.statements().to_vec();
    statements.push(Statement { source: Source(1), said });
    let known = Consistent::new(known.space(), statements, &unlimited()).unwrap().ok().unwrap();
    left_now(&known, packages)
}

/// The moves between options of the packages that certainly lose nothing, as the grid of completions says.
fn swings(party: &Party, packages: &[Package]) -> Vec<Change> {
    let mut all = Vec::new();
    for issue in party.consistent.space().indices() {
        let options: BTreeSet<OptionIndex> = packages.iter().map(|package| package.0[issue.at()]).collect();
        for &from in &options {
            for &to in options.iter().filter(|to| **to != from) {
                let change = Change { issue, from, to };
                let (least, most) = party.extremes(&[change], false).unwrap();
                if least >= 0 && most > 0 {
                    all.push(change);
                }
            }
        }
    }
    all
}

fn key(first: &(Number, Number), second: &(Number, Number)) -> [Number; 4] {
    [
        first.0.clone().max(second.0.clone()),
        &first.0 + &second.0,
        first.1.clone().max(second.1.clone()),
        &first.1 + &second.1,
    ]
}

fn pair(left: &RegretLeft) -> (Number, Number) {
    (left.greatest.clone(), left.undecided.clone())
}

#[test]
fn no_comparison_across_issues_leaves_less() {
    let mut asked = 0;
    for seed in 0..CASES {
        let mut random = Random::new(seed);
        let space = space(&mut random);
        let Some(party) = party(&space, &mut random) else { continue };
        let packages: Vec<Package> = (0..3).map(|_| any_package(&space, &mut random)).collect();
        let found = question_for_party(PartyIndex(0), &party.consistent, &packages, &unlimited()).unwrap().0;
        let now = left_now(&party.consistent, &packages);
        assert_eq!(pair(&found.now), now, "seed {seed}");
        assert_eq!((found.left_out, found.stopped), (0, None));
        let (mut best, mut open) = (key(&now, &now), 0);
        let swings = swings(&party, &packages);
        for (place, first) in swings.iter().enumerate() {
            for second in swings[place + 1..].iter().filter(|second| second.issue != first.issue) {
                let back = Change { issue: second.issue, from: second.to, to: second.from };
                let (least, most) = party.extremes(&[*first, back], false).unwrap();
                if least < 0 && most > 0 {
                    open += 1;
                    let ends =
                        |it: &Change| [it.from, it.to].map(|option| Choice { issue: it.issue, option });
                    let after =
                        |a, b| left_after(&party.consistent, &packages, Said::swing(a, Standing::AtLeast, b));
                    let (first, second) = (ends(first), ends(second));
                    best = best.min(key(&after(first, second), &after(second, first)));
                }
            }
        }
        match &found.question {
            Some(question) if matches!(question.asked, Asked::Swings(..)) => {
                asked += 1;
                assert_eq!(key(&pair(&question.if_first), &pair(&question.if_second)), best, "seed {seed}");
                assert_eq!(found.looked_at, open, "seed {seed}");
            }
            _ => assert_eq!(best, key(&now, &now), "seed {seed}: a question would lower something"),
        }
    }
    assert!(asked > 25, "{asked} questions: too few to test anything");
}

#[test]
fn the_regret_as_things_stand_is_that_of_the_worst_completion() {
    for seed in 0..CASES {
        let mut random = Random::new(seed);
        let space = space(&mut random);
        let Some(party) = party(&space, &mut random) else { continue };
        let packages: Vec<Package> = (0..4).map(|_| any_package(&space, &mut random)).collect();
        let found = question_for_party(PartyIndex(0), &party.consistent, &packages, &unlimited()).unwrap().0;
        let tenths = |taken: &Package, rival: &Package| {
            let both = taken.choices().zip(&rival.0).filter(|(choice, to)| choice.option != **to);
            let changes: Vec<Change> =
                both.map(|(it, to)| Change { issue: it.issue, from: it.option, to: *to }).collect();
            party.extremes(&changes, false).unwrap().1.max(0)
        };
        let worst = |taken| packages.iter().map(|rival| tenths(taken, rival)).max().unwrap();
        let least = packages.iter().map(worst).min().unwrap();
        assert_eq!(found.now.greatest, Number::fraction(least, 10).unwrap(), "seed {seed}");
        assert_eq!(worst(&packages[found.now.safest]), least, "seed {seed}");
    }
}

/// Two issues, each ordered; only the swing across them decides which of two packages is better.
#[test]
fn the_question_is_the_one_that_a_mediator_would_ask() {
    let space = Space::new(vec![
        Issue::listed("Water", &["low", "high"]),
        Issue::listed("Debt", &["now", "later"]),
        Issue::listed("Seat", &["here", "there"]),
    ])
    .unwrap();
    let order = |issue, best, worst| Statement {
        source: Source(0),
        said: Said::Order {
            issue: IssueIndex(issue),
            classes: vec![vec![OptionIndex(best)], vec![OptionIndex(worst)]],
        },
    };
    let statements = vec![order(0, 1, 0), order(1, 1, 0)];
    let known = |extra: Vec<Statement>| {
        Consistent::new(&space, [statements.clone(), extra].concat(), &unlimited()).unwrap().ok().unwrap()
    };
    let packages = [Package::of(&[1, 0, 0]), Package::of(&[0, 1, 0])];
    let parties = [
        known(Vec::new()),
        known(vec![Statement {
            source: Source(1),
            said: Said::Weight { issue: IssueIndex(0), low: Utility::hundredths(60), high: Utility::ONE },
        }]),
    ];
    let found = questions_for_mediator(&parties, &packages, &unlimited()).unwrap();
    let question = found[0].0.question.as_ref().unwrap();
    let swing = |issue| Swing { issue: IssueIndex(issue), from: OptionIndex(0), to: OptionIndex(1) };
    assert_eq!(question.asked, Asked::Swings(swing(0), swing(1)));
    assert_eq!(found[0].0.now.greatest, Number::ONE);
    assert_eq!((&question.if_first.greatest, question.if_first.safest), (&Number::ZERO, 0));
    assert_eq!((&question.if_second.greatest, question.if_second.safest), (&Number::ZERO, 1));
    // The second party's answer is known already: there is nothing to ask.
    assert_eq!((found[1].0.question.as_ref(), found[1].0.looked_at), (None, 0));
    let alone = question_for_party(PartyIndex(0), &parties[0], &packages, &unlimited()).unwrap();
    assert_eq!(alone.0, found[0].0, "the question to one party depends on nobody else");
    // Of the third issue not even the order is known: that is asked where nothing else is in question.
    let seats = [Package::of(&[0, 0, 0]), Package::of(&[0, 0, 1])];
    let order = question_for_party(PartyIndex(0), &parties[0], &seats, &unlimited()).unwrap().0;
    let asked = Asked::Options(IssueIndex(2), OptionIndex(0), OptionIndex(1));
    assert_eq!(order.question.unwrap().asked, asked);
}

#[test]
fn what_was_not_looked_at_is_counted() {
    let mut random = Random::new(3);
    let table = crate::random::opposed(&mut random, 30, 3, 1);
    let order = |issue| Statement {
        source: Source(0),
        said: Said::Order {
            issue: IssueIndex(issue),
            classes: [2, 1, 0].map(|option| vec![OptionIndex(option)]).to_vec(),
        },
    };
    let known =
        Consistent::new(&table.space, (0..30).map(order).collect(), &unlimited()).unwrap().ok().unwrap();
    let packages: Vec<Package> = (0..3).map(|option| Package(vec![OptionIndex(option); 30])).collect();
    let enough = question_for_party(PartyIndex(0), &known, &packages[..2], &unlimited()).unwrap().0;
    // Thirty swings, one of each issue: 435 pairs, of which 200 were looked at.
    assert_eq!((enough.looked_at, enough.left_out, enough.stopped), (200, 235, None));
    let spent = Budget::unlimited();
    question_for_party(PartyIndex(0), &known, &packages[..2], &spent).unwrap();
    let half = Budget::steps(spent.spent() / 2);
    let stopped = question_for_party(PartyIndex(0), &known, &packages[..2], &half).unwrap().0;
    assert!(stopped.stopped.is_some() && stopped.looked_at < 200);
    assert_eq!(stopped.now, enough.now);
}
