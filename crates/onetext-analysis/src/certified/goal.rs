//! What is sought, and exact comparisons of what a package reaches with what a bound allows.

use num_bigint::{BigInt, BigUint};

/// Units of a share: shares are given in 1e-12, as utilities are.
pub(super) const SHARE: i64 = 1_000_000_000_000;

/// What is sought among packages in which nobody loses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Goal {
    /// The most of the least ratio of a party's gain to its range. A party with range 0 only has to lose nothing.
    Least {
        /// By party; none negative, not all 0.
        ranges: Vec<i64>,
        /// In which units the ratio is printed: 1 where every range is 0 or 1, [`SHARE`] where it is a share.
        unit: i64,
    },
    /// The most of the product of all gains, where all gain.
    Product,
}

/// What a package reaches, exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// The least ratio, as gain and range.
    Ratio(i64, i64),
    /// The product of all gains, and how many there are.
    Product(BigUint, u32),
}

impl Goal {
    /// What gains reach; none where they do not count at all.
    pub fn level(&self, gains: &[i64]) -> Option<Level> {
        match self {
            Goal::Least { ranges, .. } => {
                let pairs = gains.iter().zip(ranges);
                if pairs.clone().any(|(gain, range)| *range == 0 && *gain < 0) {
                    return None;
                }
                let ratios = pairs.filter(|(_, range)| **range > 0);
                let least = |a: &(&i64, &i64), b: &(&i64, &i64)| {
                    (i128::from(*a.0) * i128::from(*b.1)).cmp(&(i128::from(*b.0) * i128::from(*a.1)))
                };
                ratios.min_by(least).map(|(gain, range)| Level::Ratio(*gain, *range))
            }
            Goal::Product => {
                let positive = |gain: &i64| u64::try_from(*gain).ok().filter(|gain| *gain > 0);
                let all: Vec<u64> = gains.iter().map(positive).collect::<Option<_>>()?;
                let count = u32::try_from(all.len()).ok()?;
                Some(Level::Product(all.into_iter().map(BigUint::from).product(), count))
            }
        }
    }

    /// The largest weighted sum of gains that is no proof of anything better than the level. Without a level: than nothing.
    pub fn threshold(&self, level: Option<&Level>, weights: &[i64]) -> i128 {
        match (self, level) {
            (Goal::Least { ranges, .. }, Some(Level::Ratio(gain, range))) => {
                let total = weighted(ranges, weights);
                if total == 0 {
                    return -1;
                }
                narrow(&floor_div(&(BigInt::from(*gain) * total), &BigInt::from(*range)))
            }
            (Goal::Least { ranges, .. }, _) => {
                if weighted(ranges, weights) == 0 {
                    -1
                } else {
                    i128::MIN
                }
            }
            (Goal::Product, Some(Level::Product(product, count))) => {
                let power = product * weights_product(weights) * BigUint::from(*count).pow(*count);
                narrow(&BigInt::from(power.nth_root(*count)))
            }
            (Goal::Product, _) => 0,
        }
    }

    /// The most that any package can reach whose weighted gains are at most `most`, rounded up to the goal's unit; none
    /// where no package can count.
    pub fn bound(&self, most: i128, weights: &[i64]) -> Option<i128> {
        match self {
            Goal::Least { ranges, unit } => {
                let total = weighted(ranges, weights);
                if total == 0 {
                    return (most >= 0).then_some(i128::MAX);
                }
                let scaled = BigInt::from(most) * *unit;
                // A ratio of whole numbers to 1 is whole, so it may be rounded down.
                let up = if *unit == 1 { 0 } else { total - 1 };
                Some(narrow(&floor_div(&(scaled + up), &BigInt::from(total))))
            }
            Goal::Product => {
                let most = BigUint::try_from(most).ok().filter(|most| *most > BigUint::ZERO)?;
                let count = u32::try_from(weights.len()).ok().filter(|count| *count > 0)?;
                if weights.contains(&0) {
                    return Some(i128::MAX);
                }
                // (most / n) / (product of weights)^(1/n), with whole numbers rounded up at every step.
                let power = most.pow(count);
                let divisor = weights_product(weights) * BigUint::from(count).pow(count);
                let quotient = (power + &divisor - 1_u32) / divisor;
                Some(narrow(&BigInt::from(root_up(&quotient, count))))
            }
        }
    }

    /// The weighted sum of gains that stands for one unit of the goal at the bound, for guidance only.
    pub fn whole(&self, most: i128, weights: &[i64]) -> f64 {
        match self {
            Goal::Least { ranges, unit } => weighted(ranges, weights) as f64 / *unit as f64,
            Goal::Product => most as f64 / self.bound(most, weights).unwrap_or(1).max(1) as f64,
        }
    }

    /// A level in the goal's unit, rounded down.
    pub fn printed(&self, level: &Level) -> i128 {
        match (self, level) {
            (Goal::Least { unit, .. }, Level::Ratio(gain, range)) => {
                (i128::from(*gain) * i128::from(*unit)).div_euclid(i128::from(*range))
            }
            (_, Level::Product(product, count)) => narrow(&BigInt::from(product.nth_root(*count))),
            (Goal::Product, Level::Ratio(..)) => 0,
        }
    }
}

impl Level {
    /// Whether a party loses.
    pub fn is_negative(&self) -> bool {
        matches!(self, Level::Ratio(gain, _) if *gain < 0)
    }

    /// Whether this is more than another of the same goal.
    pub fn exceeds(&self, other: &Level) -> bool {
        match (self, other) {
            (Level::Ratio(gain, range), Level::Ratio(others, others_range)) => {
                i128::from(*gain) * i128::from(*others_range) > i128::from(*others) * i128::from(*range)
            }
            (Level::Product(own, _), Level::Product(others, _)) => own > others,
            _ => false,
        }
    }
}

fn weighted(ranges: &[i64], weights: &[i64]) -> i128 {
    ranges.iter().zip(weights).map(|(range, weight)| i128::from(*range) * i128::from(*weight)).sum()
}

fn weights_product(weights: &[i64]) -> BigUint {
    weights.iter().map(|weight| BigUint::from(weight.unsigned_abs())).product()
}

fn root_up(number: &BigUint, degree: u32) -> BigUint {
    let root = number.nth_root(degree);
    if root.pow(degree) < *number { root + 1_u32 } else { root }
}

fn floor_div(number: &BigInt, by: &BigInt) -> BigInt {
    let quotient = number / by;
    if (&quotient * by) > *number { quotient - 1 } else { quotient }
}

/// Every value here fits by the limits of a scenario; what would not is as large as can be.
fn narrow(number: &BigInt) -> i128 {
    i128::try_from(number).unwrap_or(if *number < BigInt::ZERO { i128::MIN } else { i128::MAX })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_threshold_separates_what_is_better_from_what_is_not() {
        let product = Goal::Product;
        let level = product.level(&[2, 8]).unwrap();
        assert_eq!(product.printed(&level), 4);
        // With equal weights a sum of 8 allows 4 * 4, no more than 2 * 8; a sum of 9 allows 4.5 * 4.5.
        assert_eq!(product.threshold(Some(&level), &[1, 1]), 8);
        assert_eq!(product.bound(8, &[1, 1]), Some(4));
        assert_eq!(product.bound(9, &[1, 1]), Some(5));
        let least = Goal::Least { ranges: vec![1, 1], unit: 1 };
        let level = least.level(&[-3, 8]).unwrap();
        assert_eq!((least.threshold(Some(&level), &[1, 1]), least.bound(-5, &[1, 1])), (-6, Some(-3)));
        let alone = Goal::Least { ranges: vec![1, 0], unit: 1 };
        assert_eq!(alone.level(&[5, -1]), None);
        assert_eq!(alone.bound(-1, &[0, 1]), None);
    }
}
