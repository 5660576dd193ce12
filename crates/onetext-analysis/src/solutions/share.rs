//! Shares: what a party gains of the most that it could gain. Nearly, as whole numbers of 2^-63, for sifting; exactly, as a
//! pair of whole numbers, for deciding.

use super::BargainingProblem;
use super::ratio::Ratio;

/// By how much less than the truth a near share may be, in its units.
pub(super) const ERROR: u64 = 2;
const WHOLE: u64 = 1 << 63;

/// For each party what turns a gain into a near share.
pub(super) struct Shares(Vec<Reciprocal>);

/// Nearly `2^(63 + shift) / ideal gain`, from below.
struct Reciprocal {
    factor: u64,
    shift: u32,
    /// What is added: the whole for a party that cannot gain, for it has all that it could have.
    added: u64,
}

impl Shares {
    pub fn of(problem: &BargainingProblem) -> Self {
        Shares(problem.ideals().iter().map(|&ideal| Reciprocal::of(ideal)).collect())
    }

    /// The near shares of a row of gains, none above 2^63.
    #[inline]
    pub fn near<'s>(&'s self, gains: &'s [u64]) -> impl Iterator<Item = u64> + 's {
        gains.iter().zip(&self.0).map(|(&gain, reciprocal)| reciprocal.near(gain))
    }
}

impl Reciprocal {
    fn of(ideal: u64) -> Self {
        if ideal == 0 {
            return Reciprocal { factor: 0, shift: 0, added: WHOLE };
        }
        let shift = u64::BITS - ideal.leading_zeros();
        // The factor lies from 2^63 to 2^64; the very end is cut by one, which costs a share less than one unit.
        let factor = u64::try_from((1_u128 << (63 + shift)) / u128::from(ideal)).unwrap_or(u64::MAX);
        Reciprocal { factor, shift, added: 0 }
    }

    #[inline]
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a gain is at most the ideal, so the share is at most 2^63"
    )]
    fn near(&self, gain: u64) -> u64 {
        ((u128::from(gain) * u128::from(self.factor)) >> self.shift) as u64 + self.added
    }
}

/// The shares of a row of gains, exactly; a party that cannot gain has all that it could have.
pub(super) fn exact(problem: &BargainingProblem, at: usize) -> impl Iterator<Item = Ratio> + '_ {
    let gains = problem.row(at).iter().zip(problem.ideals());
    gains.map(|(&gain, &ideal)| Ratio::new(gain, ideal).unwrap_or(Ratio::ONE))
}

#[cfg(test)]
mod tests {
    use num_bigint::BigUint;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_near_share_is_less_than_two_units_short(
            ideal in prop_oneof![1_u64..=2_000_000_000_000_000_000, (0_u32..=60).prop_map(|bits| 1 << bits)],
            part in any::<u64>(),
        ) {
            let gain = part % (ideal + 1);
            let near = BigUint::from(Reciprocal::of(ideal).near(gain)) * ideal;
            let exact = BigUint::from(gain) << 63_u8;
            prop_assert!(near <= exact && exact < near + BigUint::from(ideal) * ERROR);
        }
    }

    #[test]
    fn the_whole_of_nothing_is_everything() {
        assert_eq!(Reciprocal::of(0).near(0), WHOLE);
        assert!(WHOLE - Reciprocal::of(7).near(7) <= ERROR);
    }
}
