//! Necessary and possible judgements against utility functions on a grid. Every witness is checked statement by statement, so
//! "open" and "possible" are proved case by case; "necessary", "impossible" and clashes are contradicted by no function of the
//! grid.

use std::collections::{BTreeMap, BTreeSet};

use onetext_analysis::linear::Number;
use onetext_analysis::preferences::{
    Bound, Clash, Completion, Consistent, Judgement, Said, Source, Standing, Statement, StatementIndex, Worth,
};
use onetext_analysis::{Budget, Choice, Issue, IssueIndex, OptionIndex, Package, Space, Utility};

use crate::draws::Draws;

/// Random parties, each with up to six statements about two or three issues.
const PARTIES: u64 = 1_000;
/// Regret is looked at for one party in so many: it asks of every pair of packages.
const REGRET_EACH: u64 = 8;
/// Functions of the grid have values of whole eighths.
const GRID: i64 = 8;

#[test]
fn judgements_agree_with_functions_on_a_grid() {
    let mut seen = Seen::default();
    let mut grids = Grids::default();
    for seed in 0..PARTIES {
        let mut draws = Draws::new(seed);
        let space = random_space(&mut draws);
        let statements = random_statements(&mut draws, &space);
        let grid = grids.consistent(&space, &statements);
        match Consistent::new(&space, statements.clone(), &Budget::unlimited()).unwrap() {
            Ok(party) => {
                for _ in 0..3 {
                    check_question(&party, &random_question(&mut draws, &space), &grid, &mut seen);
                }
                if seed % REGRET_EACH == 0 {
                    check_regret(&party, &mut draws, &grid);
                }
            }
            Err(clash) => {
                seen.clashes += 1;
                assert!(grid.is_empty(), "{seed}: {clash:?} {statements:?}");
                check_clash(&space, &statements, &clash);
            }
        }
    }
    let Seen { clashes, necessary, impossible, open, endless } = seen;
    for (kind, found) in [
        ("clashes", clashes),
        ("necessary", necessary),
        ("impossible", impossible),
        ("open", open),
        ("endless", endless),
    ] {
        assert!(found > 60, "{found} {kind}: too few to say anything");
    }
}

#[derive(Default)]
struct Seen {
    clashes: usize,
    necessary: usize,
    impossible: usize,
    open: usize,
    endless: usize,
}

fn check_clash(space: &Space, statements: &[Statement], clash: &Clash) {
    for left_out in &clash.statements {
        let rest = clash.statements.iter().filter(|index| *index != left_out);
        let rest = rest.map(|index| statements[index.at()].clone()).collect();
        let rest = Consistent::new(space, rest, &Budget::unlimited()).unwrap();
        assert!(rest.is_ok(), "{clash:?} {statements:?} without {left_out:?}");
    }
}

fn check_question(party: &Consistent, asked: &(Worth, Standing), grid: &[&Completion], seen: &mut Seen) {
    let (worth, standing) = asked;
    let judged = party.judge(worth, *standing, &Budget::unlimited()).unwrap();
    let is_so = |function: &Completion| stands(&function.worth(worth), *standing);
    let what = || format!("{:?} {worth:?} {standing:?} {judged:?}", party.statements());
    match &judged {
        Judgement::Necessary { because, .. } => {
            seen.necessary += 1;
            assert!(grid.iter().copied().all(is_so), "{}", what());
            let again = only(party, because).judge(worth, *standing, &Budget::unlimited()).unwrap();
            assert!(again.is_necessary(), "{}: the reasons do not suffice", what());
        }
        Judgement::Impossible { because, .. } => {
            seen.impossible += 1;
            assert!(!grid.iter().copied().any(is_so), "{}", what());
            let again = only(party, because).judge(worth, *standing, &Budget::unlimited()).unwrap();
            assert!(!again.is_possible(), "{}: the reasons do not suffice", what());
        }
        Judgement::Open { so, not_so, .. } => {
            seen.open += 1;
            for (function, wanted) in [(so, true), (not_so, false)] {
                assert_shape(function, party.space());
                assert_eq!(is_so(function), wanted, "{}", what());
                for statement in party.statements() {
                    assert!(holds(&statement.said, function, true), "{}: {statement:?}", what());
                }
            }
        }
    }
    match party.minimum(worth, &Budget::unlimited()).unwrap() {
        Bound::Endless => seen.endless += 1,
        Bound::At(least) => {
            assert_eq!(least.at.worth(worth), least.value, "{}", what());
            assert_shape(&least.at, party.space());
            assert!(party.statements().iter().all(|it| holds(&it.said, &least.at, false)), "{}", what());
            assert!(grid.iter().all(|function| function.worth(worth) >= least.value), "{}", what());
        }
    }
}

/// The party of whom only these statements are known.
fn only(party: &Consistent, because: &BTreeSet<StatementIndex>) -> Consistent {
    let used = because.iter().map(|index| party.statements()[index.at()].clone()).collect();
    Consistent::new(party.space(), used, &Budget::unlimited()).unwrap().unwrap()
}

/// Regret over the whole space is that over the list of all its packages; no function of the grid regrets more; and who may be
/// best is whoever is best for some function of the grid, at least.
fn check_regret(party: &Consistent, draws: &mut Draws, grid: &[&Completion]) {
    let budget = Budget::unlimited();
    let all = packages(party.space());
    let chosen = draws.below(all.len());
    let regret = party.regret(&all[chosen], &all, &budget).unwrap();
    let in_space = party.regret_in_space(&all[chosen], &budget).unwrap().unwrap();
    assert_eq!(regret.value, in_space.value, "{:?}", party.statements());
    let regretted = |function: &Completion, chosen: &Package| {
        let best = all.iter().map(|package| function.package(package)).max().unwrap();
        &best - &function.package(chosen)
    };
    assert_eq!(regretted(&regret.at, &all[chosen]), regret.value);
    let least = party.least_regret(&all, &budget).unwrap().unwrap();
    assert!(least.value <= regret.value);
    assert_eq!(least.value == regret.value, least.packages.contains(&chosen));
    let best = party.may_be_best(&all, &budget).unwrap();
    for function in grid.iter().step_by(17) {
        assert!(regretted(function, &all[chosen]) <= regret.value);
        for (place, package) in all.iter().enumerate() {
            assert!(best.contains(&place) || !regretted(function, package).is_zero(), "{package:?}");
        }
    }
}

fn packages(space: &Space) -> Vec<Package> {
    let mut all = vec![Vec::new()];
    for issue in space.issues() {
        let options = 0..u16::try_from(issue.options.len()).unwrap();
        let longer = |before: &Vec<u16>| {
            let before = before.clone();
            options.clone().map(move |option| [&before[..], &[option]].concat())
        };
        all = all.iter().flat_map(longer).collect();
    }
    all.iter().map(|options| Package::of(options)).collect()
}

/// Grids by the sizes of issues: each is made once.
#[derive(Default)]
struct Grids(BTreeMap<Vec<usize>, Vec<Completion>>);

impl Grids {
    fn consistent(&mut self, space: &Space, statements: &[Statement]) -> Vec<&Completion> {
        let sizes = space.issues().iter().map(|issue| issue.options.len()).collect();
        let all = self.0.entry(sizes).or_insert_with(|| grid(space)).iter();
        all.filter(|function| statements.iter().all(|statement| holds(&statement.said, function, true)))
            .collect()
    }
}

fn random_space(draws: &mut Draws) -> Space {
    let names = ["a", "b", "c"];
    let mut issues = vec![
        Issue::listed("first", &names[..2 + draws.below(2)]),
        Issue::listed("second", &names[..2 + draws.below(2)]),
    ];
    if draws.below(3) == 0 {
        issues.push(Issue::listed("third", &names[..=draws.below(2)]));
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

pub fn random_choice(draws: &mut Draws, space: &Space) -> Choice {
    let issue = draws.below(space.issues().len());
    let option = draws.below(space.issues()[issue].options.len());
    Choice::new(u16::try_from(issue).unwrap(), u16::try_from(option).unwrap())
}

pub fn random_package(draws: &mut Draws, space: &Space) -> Package {
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
pub fn holds(said: &Said, function: &Completion, strictly: bool) -> bool {
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
