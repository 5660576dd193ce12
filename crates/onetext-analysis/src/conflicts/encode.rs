//! Rules and demands of a part as clauses and sums over variables that say which option is chosen.

use std::collections::BTreeMap;

use super::part::{Local, Sum, Tie, Want};
use super::solver::{Linear, Literal, Solver};

/// For issues of a part, the variables of their options.
pub(super) type Chosen = BTreeMap<usize, Vec<usize>>;

/// Keeps a tie, if all of its issues are there.
pub(super) fn tie(solver: &mut Solver, chosen: &Chosen, tie: &Tie) {
    let is_here = |(issue, _): &Local| chosen.contains_key(issue);
    match tie {
        Tie::Excludes(a, b) if is_here(a) && is_here(b) => {
            solver.clause(vec![!literal(chosen, *a), !literal(chosen, *b)]);
        }
        Tie::Requires(a, b) if is_here(a) && is_here(b) => {
            solver.clause(vec![!literal(chosen, *a), literal(chosen, *b)]);
        }
        Tie::AtMost { of, most } if of.iter().all(|(local, _)| is_here(local)) => {
            at_most(solver, chosen, of, *most);
        }
        _ => {}
    }
}

/// Asks for what is wanted while the selector holds; without one, always.
pub(super) fn want(solver: &mut Solver, chosen: &Chosen, want: &Want, selector: Option<Literal>) {
    match want {
        Want::OneOf { issue, allowed } => {
            for option in 0..chosen[issue].len() {
                if allowed.binary_search(&option).is_err() {
                    let unless = selector.map(|selector| !selector);
                    solver.clause(unless.into_iter().chain([!literal(chosen, (*issue, option))]).collect());
                }
            }
        }
        Want::AtLeast(sum) => at_least(solver, chosen, sum, selector),
    }
}

/// The literal of an option.
pub(super) fn literal(chosen: &Chosen, (issue, option): Local) -> Literal {
    Literal::holds(chosen[&issue][option])
}

/// Each counts against a floor below zero.
fn at_most(solver: &mut Solver, chosen: &Chosen, of: &[(Local, usize)], most: usize) {
    let count = |times: usize| i64::try_from(times).unwrap_or(i64::MAX);
    let mut linear = Linear::at_least(-i128::from(count(most)), None);
    let mut issues: Vec<usize> = of.iter().map(|((issue, _), _)| *issue).collect();
    issues.dedup();
    for issue in issues {
        let times = |option: usize| {
            of.binary_search_by_key(&(issue, option), |(local, _)| *local).map_or(0, |at| of[at].1)
        };
        let counted = chosen[&issue].iter().enumerate();
        linear.row(counted.map(|(option, &held)| (Literal::holds(held), -count(times(option)))).collect());
    }
    solver.linear(linear);
}

fn at_least(solver: &mut Solver, chosen: &Chosen, sum: &Sum, selector: Option<Literal>) {
    let mut linear = Linear::at_least(sum.least, selector);
    for (issue, row) in sum.rows.iter().enumerate() {
        if row.windows(2).any(|pair| pair[0] != pair[1]) {
            let held = chosen[&issue].iter().map(|&variable| Literal::holds(variable));
            linear.row(held.zip(row.iter().copied()).collect());
        } else {
            linear.constant(row.first().copied().unwrap_or(0));
        }
    }
    for (within, value) in &sum.terms {
        let holds = all_within(solver, chosen, within);
        linear.item(holds, *value);
    }
    solver.linear(linear);
}

/// A literal that holds just where, for each issue, one of the options is chosen.
fn all_within(solver: &mut Solver, chosen: &Chosen, within: &[(usize, Vec<usize>)]) -> Literal {
    let holds = Literal::holds(solver.variable(false, true));
    let mut outside = vec![holds];
    for (issue, options) in within {
        let mut inside = vec![!holds];
        for option in 0..chosen[issue].len() {
            let is_inside = options.binary_search(&option).is_ok();
            let side = if is_inside { &mut inside } else { &mut outside };
            side.push(literal(chosen, (*issue, option)));
        }
        solver.clause(inside);
    }
    solver.clause(outside);
    holds
}
