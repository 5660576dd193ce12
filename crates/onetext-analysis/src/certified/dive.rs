//! A package from shares: issue after issue takes its largest share that can still stand.

use super::domain::Domain;
use super::problem::{Open, Problem};

/// A package of the domain near the shares; none where this way leads to none.
pub(super) fn dive(problem: &Problem, domain: &Domain, shares: &[f64]) -> Option<Vec<Open>> {
    let mut domain = domain.clone();
    let largest = |domain: &Domain, issue: usize| {
        let first = |best: Option<Open>, choice: Open| match best {
            Some(best) if shares[best.0] >= shares[choice.0] => Some(best),
            _ => Some(choice),
        };
        domain.choices(problem, issue).fold(None, first)
    };
    let mut issues: Vec<(f64, usize)> = (0..problem.issues())
        .filter_map(|issue| largest(&domain, issue).map(|choice| (shares[choice.0], issue)))
        .collect();
    // The surest first: what they force, they force on issues that are open still.
    issues.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    for (_, issue) in issues {
        while domain.count(issue) > 1 {
            let choice = largest(&domain, issue)?;
            let mut kept = domain.clone();
            if kept.keep(problem, choice).is_ok() {
                domain = kept;
            } else {
                domain.remove_all(problem, vec![choice]).ok()?;
            }
        }
    }
    domain.package(problem)
}
