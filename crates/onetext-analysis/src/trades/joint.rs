//! Joint gains: packages that are rational and better for all than the one on the table, with known utilities.

use super::{Better, check};
use crate::{Budget, Error, Package, Scenario, Utility};

/// The packages that are better for all, as far as nothing beats them: the part of the front above the current package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JointGains {
    /// What the current package is worth to each party.
    pub current: Vec<Utility>,
    /// The parties whose reservation is stated, by place: a gain is rational for these; of the others it is not known.
    pub stated: Vec<bool>,
    /// The vectors of the front that give no party less than the current package or its reservation, and some party more
    /// than the current package. Those of the greatest first utility first, then the second, ...
    pub points: Vec<JointGain>,
}

/// One vector of utilities that is better for all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JointGain {
    /// What it is worth to each party.
    pub utilities: Vec<Utility>,
    /// How far each party gains; zero at least.
    pub gains: Vec<Utility>,
    /// How many packages give it.
    pub packages: u64,
    /// One of them, the first in the order of options.
    pub package: Package,
}

impl JointGain {
    /// Whether every party gains, or only some while no other loses.
    pub fn better(&self) -> Better {
        let for_each = self.gains.iter().all(|gain| *gain > Utility::ZERO);
        if for_each { Better::ForEach } else { Better::ForSome }
    }
}

impl JointGains {
    /// The vectors by which every party gains.
    pub fn for_each(&self) -> impl Iterator<Item = &JointGain> {
        self.points.iter().filter(|point| point.better() == Better::ForEach)
    }
}

/// The packages of the scenario that are rational and better for all than the current package, and not dominated. The current
/// package may be one that the space forbids. No vector is left out: where the budget does not suffice, the answer is an error.
pub fn joint_gains(scenario: &Scenario, current: &Package, budget: &Budget<'_>) -> Result<JointGains, Error> {
    scenario.check()?;
    check(&scenario.space, current)?;
    let now = scenario.utilities(current);
    let mut above = scenario.clone();
    for (party, now) in above.parties.iter_mut().zip(&now) {
        party.reservation = Some(party.reservation.map_or(*now, |reservation| reservation.max(*now)));
    }
    let points = super::frontier(&above, budget)?
        .into_iter()
        .filter(|point| point.utilities != now)
        .map(|point| JointGain {
            gains: point.utilities.iter().zip(&now).map(|(then, now)| *then - *now).collect(),
            utilities: point.utilities,
            packages: point.packages,
            package: point.package,
        })
        .collect();
    let stated = scenario.parties.iter().map(|party| party.reservation.is_some()).collect();
    Ok(JointGains { current: now, stated, points })
}
