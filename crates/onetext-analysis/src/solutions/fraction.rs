//! Exact fractions that are not negative: shares, ratios of measures, factors of a scale.

use std::cmp::Ordering;
use std::fmt;

use num_bigint::BigUint;

use crate::Utility;

/// A fraction in lowest terms, never negative.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fraction {
    numerator: BigUint,
    denominator: BigUint,
}

impl Fraction {
    /// That many of that many; a denominator of 0 is taken as 1.
    pub fn new(numerator: impl Into<BigUint>, denominator: impl Into<BigUint>) -> Self {
        let (mut numerator, mut denominator) = (numerator.into(), denominator.into());
        let common = greatest_common_divisor(&numerator, &denominator);
        if denominator == BigUint::ZERO {
            denominator = BigUint::from(1_u8);
        } else if common > BigUint::from(1_u8) {
            numerator /= &common;
            denominator /= &common;
        }
        Fraction { numerator, denominator }
    }

    /// Nothing.
    pub fn zero() -> Self {
        Fraction::new(0_u8, 1_u8)
    }

    /// One.
    pub fn one() -> Self {
        Fraction::new(1_u8, 1_u8)
    }

    /// Above the line, in lowest terms.
    pub fn numerator(&self) -> &BigUint {
        &self.numerator
    }

    /// Below the line, in lowest terms; never 0.
    pub fn denominator(&self) -> &BigUint {
        &self.denominator
    }

    /// The sum of two.
    #[must_use]
    pub fn plus(&self, other: &Fraction) -> Fraction {
        let numerator = &self.numerator * &other.denominator + &other.numerator * &self.denominator;
        Fraction::new(numerator, &self.denominator * &other.denominator)
    }

    /// How far two lie apart.
    #[must_use]
    pub fn apart(&self, other: &Fraction) -> Fraction {
        let (a, b) = (&self.numerator * &other.denominator, &other.numerator * &self.denominator);
        let numerator = if a > b { a - b } else { b - a };
        Fraction::new(numerator, &self.denominator * &other.denominator)
    }

    /// The product of two.
    #[must_use]
    pub fn times(&self, other: &Fraction) -> Fraction {
        Fraction::new(&self.numerator * &other.numerator, &self.denominator * &other.denominator)
    }

    /// One over the other; none over nothing.
    pub fn over(&self, other: &Fraction) -> Option<Fraction> {
        (other.numerator != BigUint::ZERO).then(|| {
            Fraction::new(&self.numerator * &other.denominator, &self.denominator * &other.numerator)
        })
    }

    /// The least whole number that is not below it; [`u64::MAX`] where that is larger.
    pub(super) fn rounded_up(&self) -> u64 {
        let whole = (&self.numerator + &self.denominator - 1_u8) / &self.denominator;
        u64::try_from(whole).unwrap_or(u64::MAX)
    }

    /// The nearest number of twelve decimals, half to even; none beyond what a [`Utility`] holds. For printing.
    pub fn rounded(&self) -> Option<Utility> {
        let scaled = &self.numerator * BigUint::from(Utility::ONE.0.unsigned_abs());
        let (whole, rest) = (&scaled / &self.denominator, &scaled % &self.denominator);
        let up = match (rest * 2_u8).cmp(&self.denominator) {
            Ordering::Less => false,
            Ordering::Equal => whole.bit(0),
            Ordering::Greater => true,
        };
        i64::try_from(whole + u8::from(up)).ok().map(Utility)
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        (&self.numerator * &other.denominator).cmp(&(&other.numerator * &self.denominator))
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Fraction {
    /// As `2/3`, or `2` where it is whole.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.numerator)?;
        if self.denominator == BigUint::from(1_u8) { Ok(()) } else { write!(f, "/{}", self.denominator) }
    }
}

/// Euclid's algorithm.
pub(super) fn greatest_common_divisor(a: &BigUint, b: &BigUint) -> BigUint {
    let (mut a, mut b) = (a.clone(), b.clone());
    while b != BigUint::ZERO {
        (a, b) = (b.clone(), a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fraction(numerator: u8, denominator: u8) -> Fraction {
        Fraction::new(numerator, denominator)
    }

    #[test]
    fn counts_as_taught_at_school() {
        let (half, third) = (fraction(2, 4), fraction(1, 3));
        assert_eq!(half.to_string(), "1/2");
        assert_eq!(half.plus(&third), fraction(5, 6));
        assert_eq!(third.apart(&half), fraction(1, 6));
        assert_eq!(half.times(&third), fraction(1, 6));
        assert_eq!(half.over(&third), Some(fraction(3, 2)));
        assert_eq!(half.over(&Fraction::zero()), None);
        assert!(third < half && half < Fraction::one());
        assert_eq!(fraction(0, 7), Fraction::zero());
    }

    #[test]
    fn rounds_half_to_even_for_printing() {
        assert_eq!(fraction(2, 3).rounded().unwrap().to_string(), "0.666666666667");
        let half_unit = Fraction::new(1_u8, 2_000_000_000_000_u64);
        assert_eq!(half_unit.rounded(), Some(Utility(0)));
        assert_eq!(half_unit.times(&fraction(3, 1)).rounded(), Some(Utility(2)));
        assert_eq!(Fraction::new(u64::MAX, 1_u8).rounded(), None);
    }
}
