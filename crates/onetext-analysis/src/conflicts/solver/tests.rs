//! The solver against every assignment, and on questions that need what it learns.

use super::{Answer, Linear, Literal, Solver};
use crate::Budget;
use crate::conflicts::tests::disputes::Numbers;

const CASES: u64 = 3_000;
const GROUPS: [usize; 3] = [3, 3, 2];
const SINGLES: usize = 3;
const SELECTORS: usize = 3;

type Condition = Box<dyn Fn(&[bool]) -> bool>;

/// A random question, as the solver sees it and as a list of conditions.
struct Question {
    solver: Solver,
    holds: Vec<Condition>,
    variables: usize,
}

fn literal(numbers: &mut Numbers, variables: usize) -> Literal {
    Literal::new(numbers.below(variables), numbers.chance(50))
}

fn is_true(values: &[bool], literal: Literal) -> bool {
    values[literal.variable()] == literal.is_positive()
}

fn question(numbers: &mut Numbers) -> Question {
    let mut solver = Solver::default();
    let mut holds: Vec<Condition> = Vec::new();
    let mut groups = Vec::new();
    for size in GROUPS {
        let group = solver.exactly_one(size);
        groups.push(group.clone());
        holds.push(Box::new(move |values| group.iter().filter(|&&variable| values[variable]).count() == 1));
    }
    for _ in 0..SINGLES {
        _ = solver.variable(true, true);
    }
    let free = GROUPS.iter().sum::<usize>() + SINGLES;
    let selectors: Vec<usize> = (0..SELECTORS).map(|_| solver.variable(false, false)).collect();
    for _ in 0..numbers.below(10) {
        let mut clause: Vec<Literal> = (0..=numbers.below(3)).map(|_| literal(numbers, free)).collect();
        if numbers.chance(50) {
            clause.push(!Literal::holds(selectors[numbers.below(SELECTORS)]));
        }
        solver.clause(clause.clone());
        holds.push(Box::new(move |values| clause.iter().any(|&literal| is_true(values, literal))));
    }
    for _ in 0..numbers.below(4) {
        let selector = numbers.chance(70).then(|| Literal::holds(selectors[numbers.below(SELECTORS)]));
        let mut weight = || i64::try_from(numbers.below(9)).unwrap() - 4;
        let rows: Vec<Vec<(Literal, i64)>> = groups
            .iter()
            .map(|group| group.iter().map(|&variable| (Literal::holds(variable), weight())).collect())
            .collect();
        let item = (Literal::new(free - 1, weight() > 0), weight());
        let floor = i128::from(weight());
        let mut linear = Linear::at_least(floor, selector);
        for row in &rows {
            linear.row(row.clone());
        }
        linear.item(item.0, item.1);
        solver.linear(linear);
        holds.push(Box::new(move |values| {
            let all = rows.iter().flatten().chain([&item]);
            let sum: i64 =
                all.filter(|(literal, _)| is_true(values, *literal)).map(|(_, weight)| weight).sum();
            selector.is_some_and(|selector| !is_true(values, selector)) || i128::from(sum) >= floor
        }));
    }
    Question { solver, holds, variables: free + SELECTORS }
}

impl Question {
    fn can_hold(&self, assumptions: &[Literal]) -> bool {
        (0_u32..1 << self.variables).any(|bits| {
            let values: Vec<bool> = (0..self.variables).map(|variable| bits >> variable & 1 == 1).collect();
            assumptions.iter().all(|&literal| is_true(&values, literal))
                && self.holds.iter().all(|holds| holds(&values))
        })
    }
}

#[test]
fn agrees_with_every_assignment() {
    let (mut standing, mut falling) = (0, 0);
    for seed in 0..CASES {
        let numbers = &mut Numbers(seed);
        let mut question = question(numbers);
        for _ in 0..4 {
            let free = question.variables - SELECTORS;
            let assumed = (free..question.variables).filter(|_| numbers.chance(60)).map(Literal::holds);
            let mut assumed: Vec<Literal> = assumed.collect();
            if numbers.chance(50) {
                assumed.push(literal(numbers, free));
            }
            match question.solver.solve(&assumed, &Budget::unlimited()).unwrap() {
                Answer::Stands(values) => {
                    standing += 1;
                    assert!(assumed.iter().all(|&literal| is_true(&values, literal)), "seed {seed}");
                    assert!(question.holds.iter().all(|holds| holds(&values)), "seed {seed}");
                }
                Answer::Falls(core) => {
                    falling += 1;
                    assert!(core.iter().all(|literal| assumed.contains(literal)), "seed {seed}");
                    assert!(!question.can_hold(&core), "seed {seed}");
                }
            }
        }
    }
    assert!(standing > 1_000 && falling > 1_000, "{standing} stood, {falling} fell");
}

/// Every pigeon in one hole, no two in the same: refuted only by learning for a while.
#[test]
fn pigeons_do_not_fit() {
    let (pigeons, holes) = (8, 7);
    let mut solver = Solver::default();
    let placed: Vec<Vec<usize>> = (0..pigeons).map(|_| solver.exactly_one(holes)).collect();
    for first in 0..pigeons {
        for second in 0..first {
            for (one, other) in placed[first].iter().zip(&placed[second]) {
                solver.clause(vec![!Literal::holds(*one), !Literal::holds(*other)]);
            }
        }
    }
    assert_eq!(solver.solve(&[], &Budget::unlimited()), Ok(Answer::Falls(Vec::new())));
}

/// More learned clauses than are kept, and a known answer that stays right.
#[test]
fn forgets_without_going_wrong() {
    let variables = 160;
    for seed in 0..6 {
        let numbers = &mut Numbers(seed);
        let mut solver = Solver::default();
        for _ in 0..variables {
            _ = solver.variable(true, true);
        }
        let planted: Vec<bool> = (0..variables).map(|_| numbers.chance(50)).collect();
        let mut clauses = Vec::new();
        while clauses.len() < variables * 42 / 10 {
            let clause: Vec<Literal> = (0..3).map(|_| literal(numbers, variables)).collect();
            if clause.iter().any(|&literal| is_true(&planted, literal)) {
                solver.clause(clause.clone());
                clauses.push(clause);
            }
        }
        let Answer::Stands(values) = solver.solve(&[], &Budget::unlimited()).unwrap() else {
            panic!("the planted answer was refuted, seed {seed}")
        };
        assert!(clauses.iter().all(|clause| clause.iter().any(|&literal| is_true(&values, literal))));
    }
}

#[test]
fn stops_when_the_budget_ends() {
    let mut solver = Solver::default();
    for _ in 0..10_000 {
        _ = solver.variable(true, true);
    }
    assert!(solver.solve(&[], &Budget::steps(100)).is_err());
    assert!(solver.solve(&[], &Budget::unlimited()).is_ok());
}

#[test]
fn luby_grows_slowly() {
    let first: Vec<u64> = (0..15).map(super::luby).collect();
    assert_eq!(first, [1, 1, 2, 1, 1, 2, 4, 1, 1, 2, 1, 1, 2, 4, 8]);
}
