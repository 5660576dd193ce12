//! Sticking points by number: what the demands on one issue have to do with there being no deal (Chockler and Halpern 2004 for
//! responsibility).

use onetext_analysis::conflicts::{Blocked, Conflicts, Responsibility, StickingPoint, sticking_points};
use onetext_analysis::{Budget, Count, Counting};
use onetext_document::{Block, Cell, Row};
use onetext_model::View;

use super::demands::Demands;
use super::numbered::Numbered;
use super::{STEPS_MAX, said};
use crate::blocks::{paragraph, table};

/// A row for each issue whose demands take part in a conflict.
pub(super) fn section(
    view: &View<'_>,
    numbered: &Numbered<'_>,
    demands: &Demands<'_, '_>,
    found: &Conflicts,
    key: &str,
) -> Vec<Block> {
    let budget = Budget::steps(STEPS_MAX);
    let points = match sticking_points(&demands.dispute, found, &Counting::default(), &budget) {
        Ok(points) => points,
        Err(error) => return vec![said::no_result(&error)],
    };
    let rows: Vec<Row> = points
        .iter()
        .filter(|point| !matches!(point.responsibility, Responsibility::None))
        .map(|point| row(view, numbered, point))
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let headings = [
        ("Issue", 4),
        ("By itself in the way", 3),
        ("All else could be met", 3),
        ("Responsibility", 3),
        ("Packages blocked, of those that all else allows", 5),
    ];
    vec![paragraph(LEGEND), table(&format!("{key}-points"), "Sticking points", &headings, rows)]
}

const LEGEND: &str = "By itself in the way: the demands on this issue alone leave no option. All else could be met: without \
    them there would be a deal. Responsibility: 1/(1+k), where k is the least number of other demands after whose fall these \
    alone would stand in the way.";

fn row(view: &View<'_>, numbered: &Numbered<'_>, point: &StickingPoint) -> Row {
    let yes = |is: bool| Cell::new(if is { "yes" } else { "no" });
    let issue = numbered.issues[point.issue.at()];
    let name = &issue.fact.name;
    Row {
        key: crate::words::key(view, issue.id()),
        cells: vec![
            Cell::new(name.clone()),
            yes(point.is_essential),
            yes(point.is_pivotal),
            Cell::new(responsibility(point.responsibility)),
            Cell::new(blocked(&point.blocked)),
        ],
    }
}

fn responsibility(responsibility: Responsibility) -> String {
    match responsibility {
        Responsibility::None => "0".to_owned(),
        Responsibility::Exact { others: 0 } => "1".to_owned(),
        Responsibility::Exact { others } => format!("1/{}", others + 1),
        Responsibility::AtLeast { others } => format!("at least 1/{}", others + 1),
        Responsibility::Unknown => "not known".to_owned(),
    }
}

fn blocked(blocked: &Blocked) -> String {
    match blocked {
        Blocked::Share { others_allow: Count::Exact(others), all_allow: Count::Exact(all) } => {
            format!(
                "{} of {}",
                said::grouped(&(others - all).to_string()),
                said::grouped(&others.to_string())
            )
        }
        Blocked::Share { .. } => "counted in part only".to_owned(),
        Blocked::Nothing => "–".to_owned(),
        Blocked::NotCounted => "not counted".to_owned(),
    }
}
