//! Utilities: whole numbers of 1e-12, rounded half to even once, so that sums and comparisons are exact.

use std::fmt;
use std::ops::{Add, AddAssign, Neg, Sub};

use onetext_model::Fixed;

/// The most that a package may be worth to a party, either way: keeps every sum of utilities inside 64 bits and every
/// product of two differences inside 128.
pub const UTILITY_MAX: Utility = Utility(1_000_000 * ONE);
const ONE: i64 = 1_000_000_000_000;
const HUNDREDTH: i64 = ONE / 100;

/// How much something is worth to a party, on that party's own scale; utilities of two parties are never compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Utility(pub i64);

impl Utility {
    /// Nothing.
    pub const ZERO: Utility = Utility(0);
    /// One: the usual total of a party's best package.
    pub const ONE: Utility = Utility(ONE);

    /// Whole hundredths: `Utility::hundredths(35)` is 0.35.
    pub const fn hundredths(hundredths: i64) -> Self {
        Utility(hundredths * HUNDREDTH)
    }

    /// A number of the model; none beyond [`UTILITY_MAX`].
    pub fn of(number: Fixed) -> Option<Self> {
        let units = i64::try_from(number.units()).ok()?;
        (units.unsigned_abs() <= UTILITY_MAX.0.unsigned_abs()).then_some(Utility(units))
    }

    /// A binary floating-point number, rounded half to even to twelve decimals; none beyond [`UTILITY_MAX`] or for what is
    /// no number. The rounding is of the number's exact binary value, not of a decimal print of it.
    #[expect(clippy::cast_possible_truncation, reason = "within the limit, a whole number fits")]
    pub fn rounded(number: f64) -> Option<Self> {
        let scaled = number * 1e12;
        let limit = UTILITY_MAX.0 as f64;
        (scaled.is_finite() && scaled.abs() <= limit).then(|| Utility(libm::rint(scaled) as i64))
    }

    /// A value times a weight, both as parts of one, rounded half to even; held within [`UTILITY_MAX`].
    #[must_use]
    pub fn times(self, weight: Utility) -> Self {
        let product = i128::from(self.0) * i128::from(weight.0);
        let (whole, rest) = (product.div_euclid(ONE.into()), product.rem_euclid(ONE.into()));
        let twice = 2 * rest;
        let rounds_up = twice > ONE.into() || (twice == ONE.into() && whole % 2 != 0);
        let limit = i128::from(UTILITY_MAX.0);
        Utility(i64::try_from((whole + i128::from(rounds_up)).clamp(-limit, limit)).unwrap_or(0))
    }

    /// The nearest floating-point number; for drawing and sampling, never for a comparison that decides something.
    pub fn approximate(self) -> f64 {
        self.0 as f64 / ONE as f64
    }
}

impl fmt::Display for Utility {
    /// Twelve decimals, always: two prints of one utility are the same bytes.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) =
            (self.0.unsigned_abs() / ONE.unsigned_abs(), self.0.unsigned_abs() % ONE.unsigned_abs());
        write!(f, "{}{whole}.{part:012}", if self.0 < 0 { "-" } else { "" })
    }
}

impl Add for Utility {
    type Output = Utility;
    fn add(self, other: Utility) -> Utility {
        Utility(self.0 + other.0)
    }
}

impl AddAssign for Utility {
    fn add_assign(&mut self, other: Utility) {
        self.0 += other.0;
    }
}

impl Sub for Utility {
    type Output = Utility;
    fn sub(self, other: Utility) -> Utility {
        Utility(self.0 - other.0)
    }
}

impl Neg for Utility {
    type Output = Utility;
    fn neg(self) -> Utility {
        Utility(-self.0)
    }
}

impl std::iter::Sum for Utility {
    fn sum<I: Iterator<Item = Utility>>(all: I) -> Utility {
        all.fold(Utility::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_half_to_even_once() {
        assert_eq!(Utility::rounded(0.35), Some(Utility::hundredths(35)));
        assert_eq!(Utility::rounded(f64::NAN), None);
        assert_eq!(Utility::rounded(2e6), None);
        assert_eq!(Utility(3).times(Utility(ONE / 2)), Utility(2));
        assert_eq!(Utility(1).times(Utility(ONE / 2)), Utility(0));
        assert_eq!(Utility(-3).times(Utility(ONE / 2)), Utility(-2));
        assert_eq!(Utility::hundredths(-5).to_string(), "-0.050000000000");
        assert_eq!(Utility::of(Fixed::whole(2)).unwrap().to_string(), "2.000000000000");
    }
}
