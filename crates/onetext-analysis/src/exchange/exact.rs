//! Numbers as they were written, without a detour through floating point: decimals and their quotients, rounded once.

use num_bigint::{BigInt, BigUint, Sign};
use onetext_model::Fixed;

use super::Why;
use crate::{UTILITY_MAX, Utility};

/// Characters of one number: the longest exact print of a binary floating-point number has 767 digits.
pub const NUMBER_CHARACTERS_MAX: usize = 800;
/// The power of ten of a number, either way: floating-point numbers reach 308 up and 324 down.
pub const EXPONENT_MAX: i32 = 400;
/// Bits of the parts of a quotient; a few products and sums of the longest numbers stay below.
const BITS_MAX: u64 = 1 << 16;

/// A quotient of whole numbers, the lower part above zero.
#[derive(Clone, Debug)]
pub(super) struct Exact {
    over: BigInt,
    under: BigUint,
}

impl Exact {
    /// A whole number.
    pub(super) fn whole(number: i64) -> Exact {
        Exact { over: BigInt::from(number), under: BigUint::from(1_u8) }
    }

    /// Reads a decimal number: `0.35`, `-2`, `.5`, `1e-3`.
    pub(super) fn parse(written: &str) -> Result<Exact, Why> {
        let text = written.trim();
        if text.len() > NUMBER_CHARACTERS_MAX {
            let (found, limit) = (text.len(), NUMBER_CHARACTERS_MAX);
            return Err(Why::TooMuch { what: "characters of a number", found, limit });
        }
        let wrong = || Why::NotANumber(text.to_owned());
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (digits, exponent) = match rest.split_once(['e', 'E']) {
            Some((digits, exponent)) => (digits, exponent.parse::<i32>().map_err(|_| wrong())?),
            None => (rest, 0),
        };
        if exponent.unsigned_abs() > EXPONENT_MAX.unsigned_abs() {
            return Err(wrong());
        }
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let digits = format!("{whole}{fraction}");
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(wrong());
        }
        let size = BigUint::parse_bytes(digits.as_bytes(), 10).ok_or_else(wrong)?;
        let decimals = i32::try_from(fraction.len()).map_err(|_| wrong())?;
        let over = BigInt::from_biguint(if negative { Sign::Minus } else { Sign::Plus }, size);
        Ok(Exact { over, under: BigUint::from(1_u8) }.shifted(exponent - decimals))
    }

    /// Times a power of ten.
    fn shifted(self, places: i32) -> Exact {
        let power = BigUint::from(10_u8).pow(places.unsigned_abs());
        if places >= 0 {
            Exact { over: self.over * BigInt::from(power), under: self.under }
        } else {
            Exact { over: self.over, under: self.under * power }
        }
    }

    /// Their product; none where it takes more digits than are computed with.
    pub(super) fn times(&self, other: &Exact) -> Option<Exact> {
        within(Exact { over: &self.over * &other.over, under: &self.under * &other.under })
    }

    /// Their quotient; none by zero.
    pub(super) fn over(&self, other: &Exact) -> Option<Exact> {
        let under = BigInt::from(self.under.clone()) * &other.over;
        let over = &self.over * BigInt::from(other.under.clone());
        match under.sign() {
            Sign::NoSign => None,
            Sign::Plus => within(Exact { over, under: under.into_parts().1 }),
            Sign::Minus => within(Exact { over: -over, under: under.into_parts().1 }),
        }
    }

    /// Their sum; none where it takes more digits than are computed with.
    pub(super) fn plus(&self, other: &Exact) -> Option<Exact> {
        // Of decimals, one lower part always divides the other: thousands of them add up without growing.
        let (small, large) = if self.under <= other.under { (self, other) } else { (other, self) };
        if (&large.under % &small.under).bits() == 0 {
            let factor = BigInt::from(&large.under / &small.under);
            return within(Exact { over: &small.over * factor + &large.over, under: large.under.clone() });
        }
        let over =
            &self.over * BigInt::from(other.under.clone()) + &other.over * BigInt::from(self.under.clone());
        within(Exact { over, under: &self.under * &other.under })
    }

    /// Its negative.
    pub(super) fn negative(&self) -> Exact {
        Exact { over: -&self.over, under: self.under.clone() }
    }

    /// Above, at or below zero: 1, 0 or -1.
    pub(super) fn sign(&self) -> i8 {
        match self.over.sign() {
            Sign::Plus => 1,
            Sign::NoSign => 0,
            Sign::Minus => -1,
        }
    }

    /// The order of two.
    pub(super) fn order(&self, other: &Exact) -> std::cmp::Ordering {
        let left = &self.over * BigInt::from(other.under.clone());
        left.cmp(&(&other.over * BigInt::from(self.under.clone())))
    }

    /// In units of 1e-12, rounded half to even, once.
    fn units(&self) -> BigInt {
        let scaled = self.over.magnitude() * BigUint::from(1_000_000_000_000_u64);
        let (whole, rest) = (&scaled / &self.under, &scaled % &self.under);
        let up = match (&rest + &rest).cmp(&self.under) {
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Equal => whole.bit(0),
            std::cmp::Ordering::Greater => true,
        };
        let whole = if up { whole + 1_u8 } else { whole };
        BigInt::from_biguint(if self.sign() < 0 { Sign::Minus } else { Sign::Plus }, whole)
    }

    /// As a utility; refused beyond what is computed with.
    pub(super) fn utility(&self) -> Result<Utility, Why> {
        let units = i64::try_from(self.units())
            .ok()
            .filter(|units| units.unsigned_abs() <= UTILITY_MAX.0.unsigned_abs());
        units.map(Utility).ok_or(Why::TooLarge)
    }

    /// As a number of the model; refused beyond its digits.
    pub(super) fn fixed(&self) -> Result<Fixed, Why> {
        let units = i128::try_from(self.units()).map_err(|_| Why::TooLarge)?;
        let (whole, part) =
            (units.unsigned_abs() / 1_000_000_000_000, units.unsigned_abs() % 1_000_000_000_000);
        let sign = if units < 0 { "-" } else { "" };
        Fixed::parse(&format!("{sign}{whole}.{part:012}")).map_err(|_| Why::TooLarge)
    }
}

fn within(number: Exact) -> Option<Exact> {
    (number.over.bits().max(number.under.bits()) <= BITS_MAX).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utility(written: &str) -> String {
        Exact::parse(written).unwrap().utility().unwrap().to_string()
    }

    #[test]
    fn decimals_are_read_as_they_are_written_and_rounded_half_to_even() {
        for (written, read) in [
            ("0.35", "0.350000000000"),
            ("-.5", "-0.500000000000"),
            ("+5.", "5.000000000000"),
            ("25e-2", "0.250000000000"),
            ("0.0000000000005", "0.000000000000"),
            ("0.0000000000015", "0.000000000002"),
            ("0.00000000000050000000000000000001", "0.000000000001"),
            ("-0.0000000000025", "-0.000000000002"),
            ("1E3", "1000.000000000000"),
            ("5e-324", "0.000000000000"),
        ] {
            assert_eq!(utility(written), read, "{written}");
        }
    }

    #[test]
    fn a_quotient_is_rounded_once() {
        let [two, three, negative] = ["2", "3", "-3"].map(|written| Exact::parse(written).unwrap());
        assert_eq!(two.over(&three).unwrap().utility().unwrap().to_string(), "0.666666666667");
        assert_eq!(two.over(&negative).unwrap().utility().unwrap().to_string(), "-0.666666666667");
        assert_eq!(two.plus(&negative).unwrap().utility().unwrap().to_string(), "-1.000000000000");
        assert!(two.over(&Exact::whole(0)).is_none());
    }

    #[test]
    fn ten_thousand_decimals_add_up() {
        let parts =
            ["0.0001", "1e-4", "0.00009999999999999999"].map(|written| Exact::parse(written).unwrap());
        let sum = (0..9_999).try_fold(parts[2].clone(), |sum, at| sum.plus(&parts[at % 2])).unwrap();
        assert_eq!(sum.over.to_string(), "99999999999999999999", "twenty digits after the point");
        assert_eq!(sum.utility().unwrap().to_string(), "1.000000000000");
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for wrong in ["", ".", "-", "NaN", "Infinity", "1,5", "٣", "1e", "1e999", "0x10", "--1"] {
            assert!(Exact::parse(wrong).is_err(), "{wrong}");
        }
        assert!(Exact::parse("1e300").unwrap().utility().is_err());
        assert!(Exact::parse(&"9".repeat(NUMBER_CHARACTERS_MAX + 1)).is_err());
    }
}
