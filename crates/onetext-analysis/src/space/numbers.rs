//! Issues whose options are numbers, values that follow from the number, and what a discount leaves. Exact fractions, rounded
//! half to even once, at the end.

use num_bigint::{BigInt, Sign};
use onetext_model::Fixed;

use super::{Issue, OptionIndex, Range};
use crate::Utility;

/// Rounds over which a utility is discounted; a talk of ten thousand rounds fits, and the exact power stays small.
pub const ROUNDS_MAX: u32 = 10_000;
const ONE: i128 = 1_000_000_000_000;

/// How the value of an option follows from its number, before the issue's weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `offset + slope * number`.
    Linear {
        /// The value at 0.
        offset: Fixed,
        /// What one unit more adds.
        slope: Fixed,
    },
    /// A straight line from the first option's value to the last one's.
    Between {
        /// The value of the first option.
        first: Fixed,
        /// The value of the last option.
        last: Fixed,
    },
    /// 1 at the top, from there straight down to 0 at both ends, and 0 beyond them (the triangular evaluation of Genius).
    Triangular {
        /// Where it leaves 0.
        from: Fixed,
        /// Where it is 1.
        top: Fixed,
        /// Where it is 0 again.
        to: Fixed,
    },
}

impl Issue {
    /// A numeric issue of so many options, each named by its number; nothing if one is beyond the model's numbers.
    ///
    /// ```
    /// use onetext_analysis::{Issue, Range};
    /// use onetext_model::Fixed;
    /// let range = Range { unit: "men".to_owned(), from: Fixed::whole(600_000), step: Fixed::whole(100_000) };
    /// let cap = Issue::numeric("Cap", range, 3).unwrap();
    /// assert_eq!(cap.options, ["600000", "700000", "800000"]);
    /// ```
    pub fn numeric(name: &str, range: Range, options: u16) -> Option<Self> {
        let number = |option| range.number(OptionIndex(option)).map(|number| number.to_string());
        let options = (0..options).map(number).collect::<Option<Vec<String>>>()?;
        Some(Issue { name: name.to_owned(), options, range: Some(range) })
    }
}

impl Range {
    /// The number of an option: `from + option * step`; nothing if it is beyond the model's numbers.
    pub fn number(&self, option: OptionIndex) -> Option<Fixed> {
        let units = self.units(option)?;
        // Through text, where the model sees to it that a number can be written down.
        let (sign, size) = (if units < 0 { "-" } else { "" }, units.unsigned_abs());
        let one = ONE.unsigned_abs();
        Fixed::parse(&format!("{sign}{}.{:012}", size / one, size % one)).ok()
    }

    fn units(&self, option: OptionIndex) -> Option<i128> {
        self.from.units().checked_add(self.step.units().checked_mul(i128::from(option.0))?)
    }
}

impl Shape {
    /// A row of a utility table: for each of so many options of a range its value times the weight, rounded half to even to
    /// 1e-12. Nothing if a value is beyond [`UTILITY_MAX`](crate::UTILITY_MAX), or where a triangle's top is outside its ends.
    ///
    /// ```
    /// use onetext_analysis::{Range, Shape, Utility};
    /// use onetext_model::Fixed;
    /// let range = Range { unit: String::new(), from: Fixed::whole(0), step: Fixed::whole(1) };
    /// let shape = Shape::Between { first: Fixed::whole(1), last: Fixed::whole(0) };
    /// let row = shape.row(&range, 4, Fixed::parse("0.5").unwrap()).unwrap();
    /// assert_eq!(row[1].to_string(), "0.333333333333");
    /// ```
    pub fn row(&self, range: &Range, options: u16, weight: Fixed) -> Option<Vec<Utility>> {
        (0..options).map(|option| self.cell(range, option, options, weight)).collect()
    }

    fn cell(&self, range: &Range, option: u16, options: u16, weight: Fixed) -> Option<Utility> {
        let number = range.units(OptionIndex(option))?;
        let weight = BigInt::from(weight.units());
        match *self {
            Shape::Linear { offset, slope } => {
                let value = BigInt::from(offset.units()) * ONE + BigInt::from(slope.units()) * number;
                rounded(&(value * weight), &(BigInt::from(ONE) * ONE))
            }
            Shape::Between { first, last } => {
                let (steps, step) = (i128::from(options.max(2) - 1), i128::from(option));
                let value = BigInt::from(first.units()) * (steps - step) + BigInt::from(last.units()) * step;
                rounded(&(value * weight), &(BigInt::from(ONE) * steps))
            }
            Shape::Triangular { from, top, to } => {
                let (from, top, to) = (from.units(), top.units(), to.units());
                let (height, base) = match number {
                    _ if from > top || top > to => return None,
                    number if number == top => (1, 1),
                    number if number <= from || number >= to => (0, 1),
                    number if number < top => (number - from, top - from),
                    number => (to - number, to - top),
                };
                rounded(&(weight * height), &BigInt::from(base))
            }
        }
    }
}

impl Utility {
    /// What is left of a utility after some rounds: `self * discount ^ rounds`, worked out exactly and rounded half to even
    /// once. Nothing for a negative discount, for more than [`ROUNDS_MAX`] rounds, or beyond
    /// [`UTILITY_MAX`](crate::UTILITY_MAX).
    ///
    /// ```
    /// use onetext_analysis::Utility;
    /// use onetext_model::Fixed;
    /// let tenth_less = Fixed::parse("0.9").unwrap();
    /// assert_eq!(Utility::ONE.discounted(tenth_less, 2), Some(Utility::hundredths(81)));
    /// ```
    pub fn discounted(self, discount: Fixed, rounds: u32) -> Option<Utility> {
        if discount.units() < 0 || rounds > ROUNDS_MAX {
            return None;
        }
        let left = BigInt::from(discount.units()).pow(rounds);
        rounded(&(left * self.0), &BigInt::from(ONE).pow(rounds))
    }
}

/// A fraction of units, its base positive, rounded half to even.
fn rounded(units: &BigInt, base: &BigInt) -> Option<Utility> {
    let (size, base) = (units.magnitude(), base.magnitude());
    let (mut whole, twice_the_rest) = (size / base, (size % base) * 2_u32);
    if twice_the_rest > *base || (twice_the_rest == *base && whole.bit(0)) {
        whole += 1_u32;
    }
    let size = i64::try_from(whole).ok().filter(|size| *size <= crate::UTILITY_MAX.0)?;
    Some(Utility(if units.sign() == Sign::Minus { -size } else { size }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fixed(text: &str) -> Fixed {
        Fixed::parse(text).unwrap()
    }

    fn row(shape: Shape, from: &str, step: &str, options: u16, weight: &str) -> Vec<String> {
        let range = Range { unit: String::new(), from: fixed(from), step: fixed(step) };
        shape.row(&range, options, fixed(weight)).unwrap().iter().map(Utility::to_string).collect()
    }

    #[test]
    fn a_line_is_rounded_once_at_each_option() {
        let rising = Shape::Linear { offset: fixed("1"), slope: fixed("-0.025") };
        assert_eq!(row(rising, "0", "20", 3, "0.5"), ["0.500000000000", "0.250000000000", "0.000000000000"]);
        // 0.000000000001 * 0.5 and * 1.5: both halves go to the even neighbour
        let tiny = Shape::Linear { offset: fixed("0"), slope: fixed("0.000000000001") };
        assert_eq!(row(tiny, "0.5", "1", 3, "1"), ["0.000000000000", "0.000000000002", "0.000000000002"]);
        assert_eq!(row(tiny, "-1.5", "1", 2, "1"), ["-0.000000000002", "0.000000000000"]);
    }

    #[test]
    fn a_line_between_two_values_meets_both() {
        let line = Shape::Between { first: fixed("0.2"), last: fixed("0.8") };
        assert_eq!(row(line, "5", "5", 3, "1"), ["0.200000000000", "0.500000000000", "0.800000000000"]);
        assert_eq!(row(line, "5", "5", 1, "1"), ["0.200000000000"]);
    }

    #[test]
    fn a_triangle_falls_from_its_top() {
        let triangle = Shape::Triangular { from: fixed("2"), top: fixed("4"), to: fixed("8") };
        let expected = ["0", "0", "0", "0.5", "1", "0.75", "0.5", "0.25", "0", "0"]
            .map(|value| Utility::of(fixed(value)));
        let found: Vec<String> = row(triangle, "0", "1", 10, "1");
        assert_eq!(found, expected.map(|utility| utility.unwrap().to_string()));
        let one_sided = Shape::Triangular { from: fixed("0"), top: fixed("0"), to: fixed("2") };
        assert_eq!(row(one_sided, "0", "1", 3, "1"), ["1.000000000000", "0.500000000000", "0.000000000000"]);
        let range = Range { unit: String::new(), from: fixed("0"), step: fixed("1") };
        let outside = Shape::Triangular { from: fixed("2"), top: fixed("1"), to: fixed("3") };
        assert_eq!(outside.row(&range, 2, fixed("1")), None);
    }

    #[test]
    fn numbers_beyond_the_model_are_no_options() {
        let range = Range { unit: String::new(), from: fixed("999999999999999999"), step: fixed("1") };
        assert!(Issue::numeric("near the end", range.clone(), 1).is_some());
        assert_eq!(Issue::numeric("beyond it", range, 2), None);
        let below = Range { unit: String::new(), from: fixed("-0.5"), step: fixed("0.25") };
        assert_eq!(Issue::numeric("around 0", below, 4).unwrap().options, ["-0.5", "-0.25", "0", "0.25"]);
    }

    #[test]
    fn a_discount_is_rounded_once_after_all_rounds() {
        let third = fixed("0.333333333333");
        assert_eq!(Utility::ONE.discounted(third, 0), Some(Utility::ONE));
        assert_eq!(Utility::ONE.discounted(third, 2), Some(Utility(111_111_111_111)));
        // 11 / 8 is nearer to 1; rounded after each round it would be 6, 3, 2
        assert_eq!(Utility(11).discounted(fixed("0.5"), 3), Some(Utility(1)));
        assert_eq!((-Utility::ONE).discounted(fixed("0.5"), 3), Some(Utility(-125_000_000_000)));
        assert_eq!(Utility::ONE.discounted(fixed("0.5"), ROUNDS_MAX), Some(Utility::ZERO));
        assert_eq!(Utility::ONE.discounted(fixed("0.5"), ROUNDS_MAX + 1), None);
        assert_eq!(Utility::ONE.discounted(fixed("-0.5"), 1), None);
        assert_eq!(Utility::ONE.discounted(fixed("2"), 60), None);
    }
}
