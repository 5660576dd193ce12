//! How many packages give every party at least its stated reservation.

use num_bigint::BigUint;

use super::Range;
use crate::{Budget, Count, Error, Scenario};

/// Spaces of up to so many packages are looked at one by one, which takes seconds.
pub const ENUMERATED_MAX: u32 = 20_000_000;

/// Where every party's worst package is within its reservation, all packages are rational; where some party's best is not,
/// none is; otherwise each is looked at, if there are not too many.
pub(super) fn count(
    scenario: &Scenario,
    outcomes: &Count,
    ranges: &[Range],
    budget: &Budget<'_>,
) -> Result<Option<Count>, Error> {
    let stated = || {
        let parties = scenario.parties.iter().zip(ranges);
        parties.filter_map(|(party, range)| party.reservation.map(|reservation| (reservation, range)))
    };
    if stated().all(|(reservation, range)| range.least >= reservation) {
        return Ok(Some(outcomes.clone()));
    }
    if stated().any(|(reservation, range)| range.most < reservation) {
        return Ok(Some(Count::Exact(BigUint::ZERO)));
    }
    if outcomes.exact().is_none_or(|count| *count > BigUint::from(ENUMERATED_MAX)) {
        return Ok(None);
    }
    let mut rational = 0_u32;
    scenario.space.visit(budget, |package| {
        let accepts = scenario.parties.iter().all(|party| {
            party.reservation.is_none_or(|reservation| party.utility.of(package) >= reservation)
        });
        rational += u32::from(accepts);
    })?;
    Ok(Some(Count::Exact(BigUint::from(rational))))
}
