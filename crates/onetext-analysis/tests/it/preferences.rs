//! Necessary and possible judgements against utility functions on a grid. Every witness is checked statement by statement, so
//! "open" and "possible" are proved case by case; "necessary", "impossible" and clashes are contradicted by no function of the
//! grid.

use onetext_analysis::linear::Number;
use onetext_analysis::preferences::{
    Bound, Completion, Consistent, Judgement, Said, Source, Standing, Statement, Worth,
};
use onetext_analysis::{Budget, Choice, Issue, IssueIndex, OptionIndex, Package, Space, Utility};

use crate::draws::Draws;

/// Random parties, each with up to six statements about two or three issues.
const PARTIES: u64 = 2_500;
/// Functions of the grid have values of whole eighths.
const GRID: i64 = 8;

#[test]
fn judgements_agree_with_functions_on_a_grid() {
    let mut seen = [0; 5];
    for seed in 0..PARTIES {
        let mut draws = Draws::new(seed);
        let space = random_space(&mut draws);
        let statements = random_statements(&mut draws, &space);
        let grid: Vec<Completion> = grid(&space)
            .into_iter()
            .filter(|function| statements.iter().all(|statement| holds(&statement.said, function, true)))
            .collect();
        let party = match Consistent::new(&space, statements.clone(), &Budget::unlimited()).unwrap() {
            Ok(party) => party,
            Err(clash) => {
                seen[0] += 1;
                assert!(grid.is_empty(), "{seed}: {clash:?} {statements:?}");
                for left_out in &clash.statements {
                    let rest = clash.statements.iter().filter(|index| *index != left_out);
                    let rest = rest.map(|index| statements[index.at()].clone()).collect();
                    let rest = Consistent::new(&space, rest, &Budget::unlimited()).unwrap();
                    assert!(rest.is_ok(), "{seed}: {clash:?} {statements:?} without {left_out:?}");
                }
                continue;
            }
        };
        for _ in 0..3 {
            let (worth, standing) = random_question(&mut draws, &space);
            let judged = party.judge(&worth, standing, &Budget::unlimited()).unwrap();
            let is_so = |function: &Completion| stands(&function.worth(&worth), standing);
            let what = || format!("{seed}: {statements:?} {worth:?} {standing:?} {judged:?}");
            match &judged {
                Judgement::Necessary { because, .. } => {
                    seen[1] += 1;
                    assert!(grid.iter().all(is_so), "{}", what());
                    let used = because.iter().map(|index| statements[index.at()].clone()).collect();
                    let fewer = Consistent::new(&space, used, &Budget::unlimited()).unwrap().unwrap();
                    let again = fewer.judge(&worth, standing, &Budget::unlimited()).unwrap();
                    assert!(again.is_necessary(), "{}: the reasons do not suffice", what());
                }
                Judgement::Impossible { because, .. } => {
                    seen[2] += 1;
                    assert!(!grid.iter().any(is_so), "{}", what());
                    let used = because.iter().map(|index| statements[index.at()].clone()).collect();
                    let fewer = Consistent::new(&space, used, &Budget::unlimited()).unwrap().unwrap();
                    let again = fewer.judge(&worth, standing, &Budget::unlimited()).unwrap();
                    assert!(!again.is_possible(), "{}: the reasons do not suffice", what());
                }
                Judgement::Open { so, not_so, .. } => {
                    seen[3] += 1;
                    for (function, wanted) in [(so, true), (not_so, false)] {
                        assert_shape(function, &space);
                        assert_eq!(is_so(function), wanted, "{}", what());
                        for statement in &statements {
                            assert!(holds(&statement.said, function, true), "{}: {statement:?}", what());
                        }
                    }
                }
            }
            match party.minimum(&worth, &Budget::unlimited()).unwrap() {
                Bound::Endless => seen[4] += 1,
                Bound::At(least) => {
                    assert_eq!(least.at.worth(&worth), least.value, "{}", what());
                    assert_shape(&least.at, &space);
                    assert!(statements.iter().all(|it| holds(&it.said, &least.at, false)), "{}", what());
                    assert!(grid.iter().all(|function| function.worth(&worth) >= least.value), "{}", what());
                }
            }
        }
    }
    for (kind, found) in ["clashes", "necessary", "impossible", "open", "endless"].into_iter().zip(seen) {
        println!("{found} {kind}");
        assert!(found > 100, "{found} {kind}: too few to say anything");
    }
}

fn random_space(draws: &mut Draws) -> Space {
    let names = ["a", "b", "c"];
    let mut issues = vec![
        Issue::listed("first", &names[..2 + draws.below(2)]),
        Issue::listed("second", &names[..2 + draws.below(2)]),
    ];
    if draws.below(3) == 0 {
        issues.push(Issue::listed("third", &names[..1 + draws.below(2)]));
    }
    Space::new(issues).unwrap()
}

fn random_statements(draws: &mut Draws, space: &Space) -> Vec<Statement> {
    (0..draws.below(7))
        .map(|at| Statement { source: Source(u32::try_from(at).unwrap()), said: random_said(draws, space) })
        .collect()
}

fn random_said(draws: &mut Draws, space: &Space) -> Said {
    let choice = random_choice(draws, space);
    let issue = choice.issue;
    let ends = [draws.between(0, GRID), draws.between(0, GRID)];
    let (low, high) = (eighths(ends[0].min(ends[1])), eighths(ends[0].max(ends[1])));
    match draws.below(10) {
        0..3 => {
            let options = space.issues()[issue.at()].options.len();
            let mut classes: Vec<Vec<OptionIndex>> = Vec::new();
            let turn = draws.below(options);
            for step in 0..options {
                let option = OptionIndex(u16::try_from((turn + step) % options).unwrap());
                match draws.below(6) {
                    0 => {}
                    1 if !classes.is_empty() => classes.last_mut().unwrap().push(option),
                    _ => classes.push(vec![option]),
                }
            }
            Said::Order { issue, classes }
        }
        3 | 4 => Said::Value { choice, low, high },
        5 => Said::Weight { issue, low: eighths(draws.between(0, 3)), high },
        6 => {
            let [first, second, third, fourth] = [0; 4].map(|_| random_choice(draws, space));
            let third =
                Choice { issue: first.issue, option: OptionIndex(third.option.0.min(first.option.0)) };
            let fourth =
                Choice { issue: second.issue, option: OptionIndex(fourth.option.0.min(second.option.0)) };
            Said::swing([first, third], random_standing(draws), [second, fourth])
        }
        7 => Said::Accepts(random_package(draws, space)),
        8 => Said::Refuses(random_package(draws, space)),
        _ => Said::Reservation { low, high },
    }
}

fn random_question(draws: &mut Draws, space: &Space) -> (Worth, Standing) {
    let package = Worth::package(&random_package(draws, space));
    let other = match draws.below(5) {
        0 | 1 => Worth::reservation(),
        2 | 3 => Worth::package(&random_package(draws, space)),
        _ => Worth::weight(random_choice(draws, space).issue),
    };
    (package.less(&other), random_standing(draws))
}

fn random_standing(draws: &mut Draws) -> Standing {
    [Standing::Better, Standing::AtLeast, Standing::AtLeast, Standing::Equal][draws.below(4)]
}

fn random_choice(draws: &mut Draws, space: &Space) -> Choice {
    let issue = draws.below(space.issues().len());
    let option = draws.below(space.issues()[issue].options.len());
    Choice::new(u16::try_from(issue).unwrap(), u16::try_from(option).unwrap())
}

fn random_package(draws: &mut Draws, space: &Space) -> Package {
    let options = space.issues().iter().map(|issue| draws.below(issue.options.len()));
    Package::of(&options.map(|option| u16::try_from(option).unwrap()).collect::<Vec<_>>())
}

fn eighths(eighths: i64) -> Utility {
    Utility(eighths * Utility::ONE.0 / GRID)
}

/// Every utility function with values and a reservation of whole eighths.
fn grid(space: &Space) -> Vec<Completion> {
    let number = |eighths: i64| Number::fraction(eighths, GRID).unwrap();
    let mut tables: Vec<(i64, Vec<Vec<i64>>)> = vec![(0, Vec::new())];
    for issue in space.issues() {
        let mut longer = Vec::new();
        for (spent, table) in &tables {
            for row in rows(issue.options.len(), GRID - spent) {
                let mut table = table.clone();
                let weight = row.iter().copied().max().unwrap();
                table.push(row);
                longer.push((spent + weight, table));
            }
        }
        tables = longer;
    }
    tables.retain(|(spent, _)| *spent == GRID);
    let step = if tables.len() > 1_000 { 4 } else { 2 };
    let mut all = Vec::new();
    for (_, table) in &tables {
        for reservation in (0..=GRID + 2).step_by(step) {
            all.push(Completion {
                values: table.iter().map(|row| row.iter().copied().map(number).collect()).collect(),
                weights: table.iter().map(|row| number(row.iter().copied().max().unwrap())).collect(),
                reservation: number(reservation),
            });
        }
    }
    all
}

/// Values of one issue's options, the worst zero, the best at most the limit.
fn rows(options: usize, limit: i64) -> Vec<Vec<i64>> {
    let mut rows = vec![Vec::new()];
    for _ in 0..options {
        rows = rows
            .into_iter()
            .flat_map(|row: Vec<i64>| (0..=limit).map(move |value| [&row[..], &[value]].concat()))
            .collect();
    }
    rows.retain(|row| row.contains(&0));
    rows
}

fn assert_shape(function: &Completion, space: &Space) {
    let sum = function.weights.iter().fold(Number::ZERO, |sum, weight| &sum + weight);
    assert_eq!(sum, Number::ONE);
    assert_eq!(function.values.len(), space.issues().len());
    for (row, weight) in function.values.iter().zip(&function.weights) {
        assert_eq!(row.iter().min(), Some(&Number::ZERO), "{function:?}");
        assert_eq!(row.iter().max(), Some(weight), "{function:?}");
    }
    assert!(!function.reservation.is_negative());
}

/// Whether a statement holds for a function; strict ones strictly, or on their bounds too.
fn holds(said: &Said, function: &Completion, strictly: bool) -> bool {
    let value = |choice: Choice| function.values[choice.issue.at()][choice.option.at()].clone();
    let more = |a: &Number, b: &Number| if strictly { a > b } else { a >= b };
    let within = |number: &Number, low: Utility, high: Utility, scale: &Number| {
        *number >= &Number::from(low) * scale && *number <= &Number::from(high) * scale
    };
    match said {
        Said::Order { issue, classes } => {
            let value = |option: &OptionIndex| value(Choice { issue: *issue, option: *option });
            let classes: Vec<_> = classes.iter().filter(|class| !class.is_empty()).collect();
            let is_alone = function.values[issue.at()].len() == 1;
            classes.iter().all(|class| class.iter().all(|option| value(option) == value(&class[0])))
                && classes.windows(2).all(|pair| {
                    let (better, worse) = (value(&pair[0][0]), value(&pair[1][0]));
                    more(&better, &worse) || is_alone || excused(function, *issue) && better >= worse
                })
        }
        Said::Value { choice, low, high } => {
            let weight = &function.weights[choice.issue.at()];
            within(&value(*choice), *low, *high, weight)
                && (more(weight, &Number::ZERO) || excused(function, choice.issue))
        }
        Said::Weight { issue, low, high } => within(&function.weights[issue.at()], *low, *high, &Number::ONE),
        Said::Compared { first, relation, second } => {
            let sum = |list: &[Choice]| list.iter().fold(Number::ZERO, |sum, choice| &sum + &value(*choice));
            let difference = &sum(first) - &sum(second);
            stands(&difference, *relation) || !strictly && difference.is_zero()
        }
        Said::Accepts(package) => function.package(package) >= function.reservation,
        Said::Refuses(package) => more(&function.reservation, &function.package(package)),
        Said::Reservation { low, high } => within(&function.reservation, *low, *high, &Number::ONE),
    }
}

/// A grid function without weight for an issue is excused from strictness where that weight is stated as zero. The random
/// statements state it seldom; what they leave out is looked at in a table of its own.
fn excused(function: &Completion, issue: IssueIndex) -> bool {
    function.values[issue.at()].len() == 1
}

fn stands(number: &Number, standing: Standing) -> bool {
    match standing {
        Standing::Better => number.sign().is_gt(),
        Standing::AtLeast => number.sign().is_ge(),
        Standing::Equal => number.is_zero(),
    }
}
