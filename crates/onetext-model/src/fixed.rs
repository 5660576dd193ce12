//! Fixed-point numbers: quantities of numeric options and utilities, exact to twelve decimals on every machine.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::id::refers_to_nothing;

/// Decimals of a fixed-point number.
pub const DECIMALS: usize = 12;
const ONE: i128 = 1_000_000_000_000;
/// Digits before the point; keeps sums of millions of numbers inside 128 bits.
pub const WHOLE_DIGITS_MAX: usize = 18;

/// A number with twelve decimals; more are rounded half to even when it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Fixed(i128);

/// Why a text is not a fixed-point number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is no number: write for example 800000 or 0.35 (at most {WHOLE_DIGITS_MAX} digits before the point)"
)]
pub struct NotANumber(String);

impl Fixed {
    /// Reads a decimal number: optional sign, digits, optional fraction.
    ///
    /// ```
    /// use onetext_model::Fixed;
    /// assert_eq!(Fixed::parse("0.35").unwrap().to_string(), "0.35");
    /// assert!(Fixed::parse("about 3").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Self, NotANumber> {
        let wrong = || NotANumber(text.to_owned());
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(whole) || !all_digits(fraction) || whole.len() > WHOLE_DIGITS_MAX {
            return Err(wrong());
        }
        let whole: i128 = whole.parse().map_err(|_| wrong())?;
        let size = whole * ONE + round_fraction(fraction);
        Ok(Fixed(if negative { -size } else { size }))
    }

    /// The number in units of 1e-12.
    pub fn units(self) -> i128 {
        self.0
    }

    /// The number of so many units of 1e-12.
    pub fn of_units(units: i128) -> Self {
        Fixed(units)
    }

    /// The number of whole `value`s.
    pub fn whole(value: i64) -> Self {
        Fixed(i128::from(value) * ONE)
    }
}

/// The digits after the point in units of 1e-12, half to even.
fn round_fraction(digits: &str) -> i128 {
    let digit = |place: usize| digits.as_bytes().get(place).map_or(0, |b| i128::from(b - b'0'));
    let kept = (0..DECIMALS).fold(0, |sum, place| sum * 10 + digit(place));
    let rest = digits.get(DECIMALS + 1..).unwrap_or("");
    let above_half = rest.bytes().any(|b| b != b'0');
    match digit(DECIMALS) {
        5 if above_half || kept % 2 == 1 => kept + 1,
        6..=9 => kept + 1,
        _ => kept,
    }
}

impl fmt::Display for Fixed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.0.unsigned_abs();
        let (whole, fraction) = (size / ONE.unsigned_abs(), size % ONE.unsigned_abs());
        let sign = if self.0 < 0 { "-" } else { "" };
        let digits = format!("{fraction:012}");
        match digits.trim_end_matches('0') {
            "" => write!(f, "{sign}{whole}"),
            kept => write!(f, "{sign}{whole}.{kept}"),
        }
    }
}

impl Serialize for Fixed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fixed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl de::Visitor<'_> for Reader {
            type Value = Fixed;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number such as 800000 or 0.35")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Fixed, E> {
                Fixed::parse(text).map_err(E::custom)
            }
            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Fixed, E> {
                Ok(Fixed::whole(value))
            }
            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Fixed, E> {
                Fixed::parse(&value.to_string()).map_err(E::custom)
            }
            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Fixed, E> {
                // The shortest decimal that names this float is what the person wrote.
                Fixed::parse(&value.to_string()).map_err(E::custom)
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

refers_to_nothing!(Fixed);

impl schemars::JsonSchema for Fixed {
    fn schema_name() -> Cow<'static, str> {
        "Fixed".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": ["number", "string"], "description": "A number; twelve decimals are kept" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_prints_the_same_number() {
        for (written, printed) in [
            ("0", "0"),
            ("800000", "800000"),
            ("-0.350", "-0.35"),
            ("0.0000000000005", "0"),
            ("0.0000000000015", "0.000000000002"),
            ("0.00000000000050001", "0.000000000001"),
            ("0.9999999999999", "1"),
        ] {
            assert_eq!(Fixed::parse(written).map(|n| n.to_string()), Ok(printed.to_owned()), "{written}");
        }
    }

    #[test]
    fn refuses_what_is_no_number() {
        for wrong in ["", "-", ".5", "5.", "1e3", "1,5", "٣", "1234567890123456789"] {
            assert!(Fixed::parse(wrong).is_err(), "{wrong}");
        }
    }
}
