//! The two kinds of numbers that a dictionary is made of: floating point, and rational.

use std::cmp::Ordering;

use super::Number;

/// What is nearer to zero than this counts as zero while a basis is guessed. A guess that it spoils is found out exactly.
const TOLERANCE: f64 = 1e-9;
/// A number that a dictionary can be made of.
pub(super) trait Scalar: Clone {
    /// The same number.
    fn of(number: &Number) -> Self;
    /// How it stands to zero.
    fn sign(&self) -> Ordering;
    /// One divided by it, which is not zero.
    fn reciprocal(&self) -> Self;
    /// The product with another.
    fn times(&self, other: &Self) -> Self;
    /// Adds a product.
    fn add_product(&mut self, a: &Self, b: &Self);
    /// The nearest floating-point number.
    fn nearest(&self) -> f64;
    /// Whether it is farther from zero; never, where numbers are exact and the first is as good as any.
    fn is_safer_than(&self, other: &Self) -> bool;
    /// Whether numbers are exact: then pivots follow Bland's rule, and there is no limit to them but the budget.
    const EXACT: bool;
}

impl Scalar for f64 {
    fn nearest(&self) -> f64 {
        *self
    }

    fn of(number: &Number) -> Self {
        number.approximate()
    }

    fn sign(&self) -> Ordering {
        if *self > TOLERANCE {
            Ordering::Greater
        } else if *self < -TOLERANCE {
            Ordering::Less
        } else {
            Ordering::Equal
        }
    }

    fn reciprocal(&self) -> Self {
        1.0 / self
    }

    fn times(&self, other: &Self) -> Self {
        self * other
    }

    fn add_product(&mut self, a: &Self, b: &Self) {
        *self += a * b;
    }

    fn is_safer_than(&self, other: &Self) -> bool {
        self.abs() > other.abs()
    }

    const EXACT: bool = false;
}

impl Scalar for Number {
    fn nearest(&self) -> f64 {
        self.approximate()
    }

    fn of(number: &Number) -> Self {
        number.clone()
    }

    fn sign(&self) -> Ordering {
        Number::sign(self)
    }

    fn reciprocal(&self) -> Self {
        Number::reciprocal(self).unwrap_or(Number::ZERO)
    }

    fn times(&self, other: &Self) -> Self {
        self * other
    }

    fn add_product(&mut self, a: &Self, b: &Self) {
        if !a.is_zero() && !b.is_zero() {
            *self = &*self + &(a * b);
        }
    }

    fn is_safer_than(&self, _: &Self) -> bool {
        false
    }

    const EXACT: bool = true;
}
