//! The front as trades and bridges need it: every rational vector that nothing dominates, how many packages give it, and one
//! of them.

use std::collections::BTreeMap;

use crate::{Budget, Error, Package, Scenario, Utility};

/// One vector of the front.
pub(crate) struct Point {
    pub(crate) utilities: Vec<Utility>,
    pub(crate) packages: u64,
    pub(crate) package: Package,
}

/// The front of the packages that give every party at least its reservation where one is stated; the greatest vectors first.
pub(crate) fn frontier(scenario: &Scenario, budget: &Budget<'_>) -> Result<Vec<Point>, Error> {
    let mut front: BTreeMap<Vec<Utility>, (u64, Package)> = BTreeMap::new();
    scenario.space.visit(budget, |package| {
        let utilities = scenario.utilities(package);
        let is_rational = scenario
            .parties
            .iter()
            .zip(&utilities)
            .all(|(party, u)| party.reservation.is_none_or(|reservation| *u >= reservation));
        let dominates = |a: &[Utility], b: &[Utility]| a != b && a.iter().zip(b).all(|(a, b)| a >= b);
        if !is_rational || front.keys().any(|other| dominates(other, &utilities)) {
            return;
        }
        front.retain(|other, _| !dominates(&utilities, other));
        front.entry(utilities).or_insert_with(|| (0, package.clone())).0 += 1;
    })?;
    Ok(front
        .into_iter()
        .rev()
        .map(|(utilities, (packages, package))| Point { utilities, packages, package })
        .collect())
}
