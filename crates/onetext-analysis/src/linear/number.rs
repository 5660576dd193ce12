//! A rational number: exact, of any size; quick while numerator and denominator fit 64 bits.

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, ToPrimitive, Zero};

use crate::Utility;

/// A rational number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(Parts);

/// In lowest terms with a positive denominator. Large only where small does not reach, so equal numbers have equal parts.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Parts {
    Small(i64, i64),
    Large(Box<BigRational>),
}

impl Number {
    /// Nothing.
    pub const ZERO: Number = Number(Parts::Small(0, 1));
    /// One.
    pub const ONE: Number = Number(Parts::Small(1, 1));

    /// A whole number.
    pub fn whole(value: i64) -> Self {
        Number::reduced(i128::from(value), 1)
    }

    /// Numerator over denominator; none where that divides by zero.
    pub fn fraction(numerator: i64, denominator: i64) -> Option<Self> {
        let (over, under) = (i128::from(numerator), i128::from(denominator));
        (denominator != 0).then(|| Number::reduced(over * under.signum(), under.abs()))
    }

    /// One divided by it; none for zero.
    pub fn reciprocal(&self) -> Option<Self> {
        match &self.0 {
            Parts::Small(0, _) => None,
            Parts::Small(over, under) => Some(Number(Parts::Small(under * over.signum(), over.abs()))),
            Parts::Large(large) => (!large.is_zero()).then(|| Number::of_large(large.recip())),
        }
    }

    /// How it stands to zero.
    pub fn sign(&self) -> Ordering {
        match &self.0 {
            Parts::Small(over, _) => over.cmp(&0),
            Parts::Large(large) => (**large).cmp(&BigRational::zero()),
        }
    }

    /// Whether it is zero.
    pub fn is_zero(&self) -> bool {
        matches!(self.0, Parts::Small(0, _))
    }

    /// Whether it is below zero.
    pub fn is_negative(&self) -> bool {
        self.sign() == Ordering::Less
    }

    /// The nearest floating-point number; for guesses and drawing, never for a comparison that decides something.
    pub fn approximate(&self) -> f64 {
        match &self.0 {
            Parts::Small(over, under) => *over as f64 / *under as f64,
            Parts::Large(large) => large.to_f64().unwrap_or(f64::NAN),
        }
    }

    /// The nearest utility at or below it; none beyond the range of 64 bits. Exact only for whole numbers of 1e-12.
    pub fn floor(&self) -> Option<Utility> {
        (self.large() * BigInt::from(Utility::ONE.0)).floor().to_integer().to_i64().map(Utility)
    }

    /// Numerator and denominator, where both are short.
    pub(super) fn small(&self) -> Option<(i128, i128)> {
        match &self.0 {
            Parts::Small(over, under) => Some(((*over).into(), (*under).into())),
            Parts::Large(_) => None,
        }
    }

    /// Numerator over denominator, which is above zero.
    pub(super) fn of_fraction(over: BigInt, under: BigInt) -> Self {
        Number::of_large(BigRational::new(over, under))
    }

    /// Numbers times their common denominator, and that denominator, where they are long: sums of whole numbers need no reducing.
    /// Short ones are left as they are, times one.
    pub(super) fn whole_multiples(numbers: &[Number]) -> (Vec<Number>, Number) {
        if numbers.iter().all(|number| number.small().is_some()) {
            return (numbers.to_vec(), Number::ONE);
        }
        let mut under = BigInt::one();
        for number in numbers {
            let own = number.large();
            if !(&under % own.denom()).is_zero() {
                under = under.lcm(own.denom());
            }
        }
        let multiple = |number: &Number| {
            let own = number.large();
            Number::of_large(BigRational::from_integer(own.numer() * (&under / own.denom())))
        };
        (numbers.iter().map(multiple).collect(), Number::of_large(BigRational::from_integer(under.clone())))
    }

    fn reduced(over: i128, under: i128) -> Self {
        let shared = gcd(over.unsigned_abs(), under.unsigned_abs()).cast_signed().max(1);
        let (over, under) = (over / shared, under / shared);
        match (i64::try_from(over), i64::try_from(under)) {
            (Ok(over), Ok(under)) if over != i64::MIN => Number(Parts::Small(over, under)),
            _ => Number(Parts::Large(Box::new(BigRational::new_raw(over.into(), under.into())))),
        }
    }

    fn of_large(large: BigRational) -> Self {
        match (large.numer().to_i64(), large.denom().to_i64()) {
            (Some(over), Some(under)) if over != i64::MIN => Number(Parts::Small(over, under)),
            _ => Number(Parts::Large(Box::new(large))),
        }
    }

    fn large(&self) -> BigRational {
        match &self.0 {
            Parts::Small(over, under) => BigRational::new_raw((*over).into(), (*under).into()),
            Parts::Large(large) => (**large).clone(),
        }
    }
}

impl From<Utility> for Number {
    fn from(utility: Utility) -> Self {
        Number::reduced(i128::from(utility.0), i128::from(Utility::ONE.0))
    }
}

impl Add for &Number {
    type Output = Number;
    fn add(self, other: &Number) -> Number {
        match (&self.0, &other.0) {
            (Parts::Small(0, _), _) => other.clone(),
            (_, Parts::Small(0, _)) => self.clone(),
            (Parts::Small(a, b), Parts::Small(c, d)) => {
                let [a, b, c, d] = [*a, *b, *c, *d].map(i128::from);
                if b == d { Number::reduced(a + c, b) } else { Number::reduced(a * d + c * b, b * d) }
            }
            _ => whole(self, other, |a, b| a + b)
                .unwrap_or_else(|| Number::of_large(self.large() + other.large())),
        }
    }
}

impl Sub for &Number {
    type Output = Number;
    fn sub(self, other: &Number) -> Number {
        self + &-other
    }
}

impl Mul for &Number {
    type Output = Number;
    fn mul(self, other: &Number) -> Number {
        match (&self.0, &other.0) {
            (Parts::Small(0, _), _) | (_, Parts::Small(0, _)) => Number::ZERO,
            (Parts::Small(a, b), Parts::Small(c, d)) => {
                let [a, b, c, d] = [*a, *b, *c, *d].map(i128::from);
                Number::reduced(a * c, b * d)
            }
            _ => whole(self, other, |a, b| a * b)
                .unwrap_or_else(|| Number::of_large(self.large() * other.large())),
        }
    }
}

impl Neg for &Number {
    type Output = Number;
    fn neg(self) -> Number {
        match &self.0 {
            Parts::Small(over, under) => Number(Parts::Small(-over, *under)),
            Parts::Large(large) => Number::of_large(-(**large).clone()),
        }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Parts::Small(a, b), Parts::Small(c, d)) => {
                (i128::from(*a) * i128::from(*d)).cmp(&(i128::from(*c) * i128::from(*b)))
            }
            _ => self.large().cmp(&other.large()),
        }
    }
}

impl fmt::Display for Number {
    /// As a fraction: `3/5`, `-2`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.large().fmt(f)
    }
}

/// Two whole numbers put together; they have no denominators that would have to be reduced.
fn whole(a: &Number, b: &Number, put: impl Fn(BigInt, BigInt) -> BigInt) -> Option<Number> {
    let over = |number: &Number| match &number.0 {
        Parts::Small(over, 1) => Some(BigInt::from(*over)),
        Parts::Large(large) if large.is_integer() => Some(large.numer().clone()),
        _ => None,
    };
    let sum = put(over(a)?, over(b)?);
    Some(Number::of_large(BigRational::from_integer(sum)))
}

/// The greatest common divisor by halving and subtracting; in 64 bits where they suffice.
fn gcd(a: u128, b: u128) -> u128 {
    if let (Ok(a), Ok(b)) = (u64::try_from(a), u64::try_from(b)) {
        return u128::from(gcd_short(a, b));
    }
    let (mut a, mut b) = (a, b);
    if a == 0 || b == 0 {
        return a | b;
    }
    let twos = (a | b).trailing_zeros();
    a >>= a.trailing_zeros();
    while b != 0 {
        b >>= b.trailing_zeros();
        if a > b {
            (a, b) = (b, a);
        }
        b -= a;
        if let (Ok(a), Ok(b)) = (u64::try_from(a), u64::try_from(b)) {
            return u128::from(gcd_short(a, b)) << twos;
        }
    }
    a << twos
}

fn gcd_short(mut a: u64, mut b: u64) -> u64 {
    if a == 0 || b == 0 {
        return a | b;
    }
    let twos = (a | b).trailing_zeros();
    a >>= a.trailing_zeros();
    while b != 0 {
        b >>= b.trailing_zeros();
        if a > b {
            (a, b) = (b, a);
        }
        b -= a;
    }
    a << twos
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_large_rationals_near_the_edge_of_64_bits() {
        let edge =
            [0, 1, -1, 2, 3, 7, -12, i64::MAX, i64::MAX - 1, i64::MIN, i64::MIN + 1, 1 << 40, -(1 << 62)];
        let mut numbers = Vec::new();
        for over in edge {
            for under in edge.into_iter().filter(|under| *under != 0) {
                numbers.push(Number::fraction(over, under).unwrap());
            }
        }
        for a in &numbers {
            for b in &numbers {
                let (large_a, large_b) = (a.large(), b.large());
                assert_eq!((a + b).large(), &large_a + &large_b, "{a} + {b}");
                assert_eq!((a - b).large(), &large_a - &large_b, "{a} - {b}");
                assert_eq!((a * b).large(), &large_a * &large_b, "{a} * {b}");
                assert_eq!(a.cmp(b), large_a.cmp(&large_b), "{a} ? {b}");
                assert_eq!(&(a + b) - b, *a, "{a} + {b} - {b}");
                if let Some(other) = b.reciprocal() {
                    assert_eq!(&(a * b) * &other, *a, "{a} * {b} / {b}");
                }
            }
        }
    }

    #[test]
    fn utilities_go_in_and_out() {
        assert_eq!(Number::from(Utility::hundredths(35)), Number::fraction(7, 20).unwrap());
        assert_eq!(Number::fraction(1, 3).unwrap().floor(), Some(Utility(333_333_333_333)));
        assert_eq!(Number::fraction(-1, 3).unwrap().to_string(), "-1/3");
    }
}
