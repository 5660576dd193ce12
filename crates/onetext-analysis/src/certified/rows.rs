//! Ties as inequalities between shares of choices, each as strong as one issue pair allows: what several options of an
//! issue require together is required by their sum.

use std::collections::BTreeMap;

use super::problem::{Open, Problem};

/// The weighted sum of shares is at most the limit, in every package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// Choices and their weights, in order, each once.
    pub weights: Vec<(Open, i64)>,
    /// The limit.
    pub limit: i64,
}

/// One inequality for each group of ties.
pub(super) fn rows(problem: &Problem) -> Vec<Row> {
    let mut rows = requirements(problem);
    rows.extend(exclusions(problem));
    rows.extend(problem.limits.iter().map(|load| Row {
        weights: load.weights.iter().map(|&(choice, weight)| (choice, to_signed(weight))).collect(),
        limit: to_signed(load.most),
    }));
    rows
}

fn to_signed(weight: u64) -> i64 {
    i64::try_from(weight).unwrap_or(i64::MAX)
}

/// All options of one issue that require the same choice: their sum is at most that choice's share.
fn requirements(problem: &Problem) -> Vec<Row> {
    let mut groups: BTreeMap<(Open, usize), Vec<(Open, i64)>> = BTreeMap::new();
    for (choice, tie) in problem.ties.iter().enumerate() {
        for needed in &tie.requires {
            groups.entry((*needed, problem.issue_of[choice])).or_default().push((Open(choice), 1));
        }
    }
    let row = |((needed, _), mut weights): ((Open, usize), Vec<(Open, i64)>)| {
        weights.push((needed, -1));
        weights.sort_unstable();
        Row { weights, limit: 0 }
    };
    groups.into_iter().map(row).collect()
}

/// Options of one issue that exclude at least the same options of another: all of them together share 1.
fn exclusions(problem: &Problem) -> Vec<Row> {
    let mut excluded: BTreeMap<(usize, usize), BTreeMap<Open, Vec<Open>>> = BTreeMap::new();
    for (choice, tie) in problem.ties.iter().enumerate() {
        for other in tie.excludes.iter().filter(|other| other.0 > choice) {
            let issues = (problem.issue_of[choice], problem.issue_of[other.0]);
            excluded.entry(issues).or_default().entry(Open(choice)).or_default().push(*other);
        }
    }
    let mut rows = Vec::new();
    for by_choice in excluded.values() {
        let mut sets: Vec<&Vec<Open>> = by_choice.values().collect();
        sets.sort_unstable();
        sets.dedup();
        for set in sets {
            let covers = |others: &Vec<Open>| set.iter().all(|other| others.contains(other));
            let first = by_choice.iter().filter(|(_, others)| covers(others)).map(|(choice, _)| *choice);
            let weights = first.chain(set.iter().copied()).map(|choice| (choice, 1)).collect();
            rows.push(Row { weights, limit: 1 });
        }
    }
    rows
}
