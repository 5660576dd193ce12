//! How many packages give every party at least its stated reservation.

use num_bigint::BigUint;

use super::Range;
use super::halves::{self, Asking};
use crate::{Budget, Count, Error, Package, Scenario};

/// Spaces of up to so many packages are looked at one by one, which takes about a second.
pub const ENUMERATED_MAX: u32 = 5_000_000;

/// Whoever accepts every package asks for nothing more; if that is everybody, all packages are rational, and if somebody's best
/// is not enough, none is. For the others the packages are counted by halves where that can be done, else one by one if there
/// are not too many.
pub(super) fn count(
    scenario: &Scenario,
    outcomes: &Count,
    ranges: &[Range],
    budget: &Budget<'_>,
) -> Result<Option<Count>, Error> {
    let mut asking = Vec::new();
    for (party, range) in scenario.parties.iter().zip(ranges) {
        match party.reservation {
            Some(reservation) if range.most < reservation => return Ok(Some(Count::Exact(BigUint::ZERO))),
            Some(reservation) if range.least < reservation => {
                asking.push(Asking { utility: &party.utility, reservation });
            }
            _ => {}
        }
    }
    if asking.is_empty() {
        return Ok(Some(outcomes.clone()));
    }
    if let Some(count) = halves::count(&scenario.space, &asking, budget)? {
        return Ok(Some(Count::Exact(BigUint::from(count))));
    }
    if outcomes.exact().is_none_or(|count| *count > BigUint::from(ENUMERATED_MAX)) {
        return Ok(None);
    }
    let mut rational = 0_u32;
    let accepted = |package: &Package| asking.iter().all(|asks| asks.utility.of(package) >= asks.reservation);
    scenario.space.visit(budget, |package| rational += u32::from(accepted(package)))?;
    Ok(Some(Count::Exact(BigUint::from(rational))))
}
