//! Plans: for each field and each of its corrections one option for each of its issues, so that whatever each field gives up,
//! the options of all fields together keep to every tie.

use std::collections::{BTreeMap, BTreeSet};

use super::encode::{self, Chosen};
use super::factors::Field;
use super::part::{Part, Tie};
use super::solver::{Answer, Literal, Solver};
use crate::{Budget, Stopped};

/// The plans of all fields, as one question.
pub(super) struct Plans<'a> {
    fields: &'a [Field],
    solver: Solver,
    /// For two fields that a tie joins, the literal that asks for it.
    between: BTreeMap<(usize, usize), Literal>,
}

impl<'a> Plans<'a> {
    pub fn of(part: &Part, fields: &'a [Field]) -> Self {
        let mut solver = Solver::default();
        let chosen: Vec<Vec<Chosen>> =
            fields.iter().map(|field| field_plans(&mut solver, part, field)).collect();
        let mut field_of = vec![0; part.issues.len()];
        for (at, field) in fields.iter().enumerate() {
            for &issue in &field.issues {
                field_of[issue] = at;
            }
        }
        let mut between = BTreeMap::new();
        for tie in &part.ties {
            let Some((a, b)) = tie.ends() else { continue };
            let (of_a, of_b) = (field_of[a.0], field_of[b.0]);
            if of_a == of_b {
                continue;
            }
            let key = (of_a.min(of_b), of_a.max(of_b));
            let asked = *between.entry(key).or_insert_with(|| Literal::holds(solver.variable(false, false)));
            for first in &chosen[of_a] {
                for second in &chosen[of_b] {
                    let (a, b) = (encode::literal(first, a), encode::literal(second, b));
                    let b = if matches!(tie, Tie::Requires(..)) { b } else { !b };
                    solver.clause(vec![!asked, !a, b]);
                }
            }
        }
        Plans { fields, solver, between }
    }

    /// Fields, as sets of their issues, that cannot plan apart from each other; none if all can.
    pub fn in_the_way(&mut self, budget: &Budget) -> Result<Vec<BTreeSet<usize>>, Stopped> {
        let all: Vec<Literal> = self.between.values().copied().collect();
        let mut asked = match self.solver.solve(&all, budget)? {
            Answer::Stands(_) => return Ok(Vec::new()),
            Answer::Falls(asked) => asked,
        };
        for one in asked.clone() {
            let fewer: Vec<Literal> = asked.iter().copied().filter(|other| *other != one).collect();
            if let Answer::Falls(fewer) = self.solver.solve(&fewer, budget)? {
                asked = fewer;
            }
        }
        let pairs = self.between.iter().filter(|(_, literal)| asked.contains(literal));
        Ok(pairs
            .map(|((a, b), _)| {
                self.fields[*a].issues.iter().chain(&self.fields[*b].issues).copied().collect()
            })
            .collect())
    }
}

/// Variables for each correction of a field: by issue and option, whether it is planned.
fn field_plans(solver: &mut Solver, part: &Part, field: &Field) -> Vec<Chosen> {
    let mut plans = Vec::new();
    for correction in &field.corrections {
        let chosen = field.issues.iter().map(|&issue| (issue, solver.exactly_one(part.options[issue].len())));
        let chosen: Chosen = chosen.collect();
        let kept = field.groups.without(correction);
        for group in kept.iter() {
            encode::want(solver, &chosen, &part.wants[group], None);
        }
        for tie in &part.ties {
            encode::tie(solver, &chosen, tie);
        }
        plans.push(chosen);
    }
    plans
}
