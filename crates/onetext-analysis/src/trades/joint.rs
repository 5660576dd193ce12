//! Joint gains: packages that are rational and better for all than the one on the table, with known utilities.

use super::{Better, check};
use crate::front::{Front, PackageCount, PointIndex, rational};
use crate::{Budget, Error, Package, Scenario, Utility};

/// The packages that are better for all, as far as nothing beats them: the part of the front above the current package.
#[derive(Clone, Debug)]
pub struct JointGains {
    /// What the current package is worth to each party.
    pub current: Vec<Utility>,
    /// For each party, whether its reservation is stated: of the others it is not known whether a gain is rational.
    pub stated: Vec<bool>,
    /// The vectors of the front that give no party less than the current package or its reservation, and some party more
    /// than the current package. Descending by the first party, then the next.
    pub points: Vec<JointGain>,
    front: Front,
}

/// One vector of utilities that is better for all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JointGain {
    /// What it is worth to each party.
    pub utilities: Vec<Utility>,
    /// How far each party gains; zero at least.
    pub gains: Vec<Utility>,
    /// How many packages give it.
    pub packages: PackageCount,
    point: PointIndex,
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

    /// The packages that give one of the vectors, one at a time. There may be very many: take some.
    pub fn packages(&self, gain: &JointGain) -> impl Iterator<Item = Package> + '_ {
        self.front.packages(gain.point)
    }
}

/// The packages of the scenario that are rational and better for all than the current package, and not dominated. The current
/// package may be one that the space forbids. No vector is left out: where the budget does not suffice, there is an error.
///
/// ```
/// use onetext_analysis::trades::joint_gains;
/// use onetext_analysis::{Budget, Issue, Package, Scenario, Space, Utility, UtilityFunction};
/// let space = Space::new(vec![Issue::listed("Water", &["low", "high"]), Issue::listed("Power", &["low", "high"])])?;
/// let table = |rows: [[i64; 2]; 2]| {
///     UtilityFunction::additive(rows.iter().map(|row| row.iter().map(|u| Utility::hundredths(*u)).collect()).collect())
/// };
/// let scenario = Scenario::new("a river", space)
///     .with_party("Delta", table([[0, 80], [20, 0]]))
///     .with_party("Upland", table([[30, 0], [0, 70]]));
/// let found = joint_gains(&scenario, &Package::of(&[0, 0]), &Budget::unlimited())?;
/// assert_eq!(found.points.len(), 1);
/// assert_eq!(found.points[0].gains, [Utility::hundredths(60), Utility::hundredths(40)]);
/// assert_eq!(found.packages(&found.points[0]).next(), Some(Package::of(&[1, 1])));
/// # Ok::<(), onetext_analysis::Error>(())
/// ```
pub fn joint_gains(scenario: &Scenario, current: &Package, budget: &Budget<'_>) -> Result<JointGains, Error> {
    scenario.check()?;
    check(&scenario.space, current)?;
    let now = scenario.utilities(current);
    let mut above = scenario.clone();
    for (party, now) in above.parties.iter_mut().zip(&now) {
        party.reservation = Some(party.reservation.map_or(*now, |reservation| reservation.max(*now)));
    }
    let front = rational(&above, budget)?;
    let points = front
        .points()
        .filter(|point| front.vector(*point) != now)
        .map(|point| JointGain {
            utilities: front.vector(point).to_vec(),
            gains: front.vector(point).iter().zip(&now).map(|(then, now)| *then - *now).collect(),
            packages: front.count(point),
            point,
        })
        .collect();
    let stated = scenario.parties.iter().map(|party| party.reservation.is_some()).collect();
    Ok(JointGains { current: now, stated, points, front })
}
