//! How large a product is, nearly: its first 64 bits and its size. Sifts products of up to 64 gains without big numbers, on
//! every machine alike.

/// A lower bound of a product: `mantissa * 2^exponent`, the mantissa's first bit set. Each factor loses less than one unit of
/// the mantissa.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Magnitude {
    exponent: u32,
    mantissa: u64,
}

const FIRST_BIT: u64 = 1 << 63;

impl Magnitude {
    /// How many of the numbers are not 0, and the product of those.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "what is kept is shifted into 64 bits")]
    pub fn of_product(factors: &[u64]) -> (u32, Self) {
        // The exponent begins above 0, so that there is always a step down.
        let (mut count, mut exponent, mut mantissa) = (0, 1, FIRST_BIT);
        for &factor in factors {
            if factor > 0 {
                let wide = u128::from(mantissa) * u128::from(factor);
                let shift = 64 - wide.leading_zeros();
                mantissa = (wide >> shift) as u64;
                exponent += shift;
                count += 1;
            }
        }
        (count, Magnitude { exponent, mantissa })
    }

    /// A bound below every product of as many factors that could be as large as this one. An error of one unit in each of
    /// `factors` steps grows to less than `2 * factors + 1` units, because a mantissa never doubles within its step.
    #[inline]
    pub fn less_errors(self, factors: u32) -> Self {
        let lowered = self.mantissa - (2 * u64::from(factors) + 2);
        if lowered >= FIRST_BIT {
            Magnitude { mantissa: lowered, ..self }
        } else {
            // One step down in size, where a unit is half as large.
            Magnitude { exponent: self.exponent - 1, mantissa: lowered * 2 }
        }
    }
}

#[cfg(test)]
mod tests {
    use num_bigint::BigUint;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn never_sifts_out_a_product_that_is_as_large(
            a in prop::collection::vec(prop_oneof![1_u64..=2_000_000_000_000_000_000, 0_u64..4], 1..9),
            bend in 0_usize..9,
        ) {
            // The same factors in another order, one of them a little smaller: the truth is near, the bounds may cross.
            let mut b = a.clone();
            b.rotate_left(bend % a.len());
            b[0] = b[0].saturating_sub(u64::from(bend > 4 && b[0] > 1));
            let exact = |factors: &[u64]| {
                factors.iter().filter(|f| **f > 0).map(|&f| BigUint::from(f)).product::<BigUint>()
            };
            let ((count, near_a), (_, near_b)) = (Magnitude::of_product(&a), Magnitude::of_product(&b));
            if exact(&b) >= exact(&a) {
                prop_assert!(near_b >= near_a.less_errors(count));
            }
            if exact(&a) >= exact(&b) {
                prop_assert!(near_a >= near_b.less_errors(count));
            }
        }
    }
}
