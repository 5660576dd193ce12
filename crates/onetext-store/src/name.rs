//! The name of a log. What a log is about is not known here.

use std::fmt;
use std::str::FromStr;

use crate::error::StoreError;

/// Longest name of a log: it stands in every row and in the scope of a transaction.
pub const NAME_CHARACTERS_MAX: usize = 64;

/// The name of a log: one to 64 of `a-z`, `0-9` and `-`.
///
/// ```
/// use onetext_store::LogName;
/// assert_eq!(LogName::parse("private-upland").unwrap().as_str(), "private-upland");
/// assert!(LogName::parse("Upland, private").is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LogName(String);

impl LogName {
    /// Reads a name.
    pub fn parse(text: &str) -> Result<Self, StoreError> {
        let fits = (1..=NAME_CHARACTERS_MAX).contains(&text.len());
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if fits && text.bytes().all(plain) {
            Ok(LogName(text.to_owned()))
        } else {
            Err(StoreError::Name { found: text.chars().take(NAME_CHARACTERS_MAX).collect() })
        }
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for LogName {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, StoreError> {
        Self::parse(text)
    }
}

impl fmt::Display for LogName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain() {
        for good in ["a", "door", "private-mediator-upland", "0-9", &"x".repeat(64)] {
            assert_eq!(LogName::parse(good).unwrap().to_string(), good);
        }
        for bad in ["", "A", "a b", "a,b", "*", "a'", "ä", "a/b", "a\0", &"x".repeat(65)] {
            assert!(LogName::parse(bad).is_err(), "{bad:?}");
        }
    }
}
