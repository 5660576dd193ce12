//! What a file says about itself.

/// Metadata of a DOCX or PDF file: exactly what is given here, and nothing else. The default says nothing.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Properties {
    /// The title; empty for none.
    pub title: String,
    /// Who made it.
    pub author: Option<String>,
    /// When it was made: a day (`2025-12-08`) or an instant (`2025-12-08T21:40:00Z`).
    pub created: Option<String>,
}

impl Properties {
    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        *self == Properties::default()
    }
}

/// A day or an instant of ISO 8601 as an instant to the second in UTC; `None` for anything else.
#[cfg(feature = "docx")]
pub(crate) fn instant(words: &str) -> Option<String> {
    const INSTANT: &str = "dddd-dd-ddTdd:dd:dd";
    let full = if words.len() == 10 { format!("{words}T00:00:00") } else { words.to_owned() };
    let full = full.strip_suffix('Z').unwrap_or(&full);
    let is_like = |(given, wanted): (char, char)| match wanted {
        'd' => given.is_ascii_digit(),
        other => given == other,
    };
    let is_instant = full.len() == INSTANT.len() && full.chars().zip(INSTANT.chars()).all(is_like);
    is_instant.then(|| format!("{full}Z"))
}

#[cfg(all(test, feature = "docx"))]
mod tests {
    use super::*;

    #[test]
    fn days_and_instants_are_told_from_words() {
        for (given, read) in [
            ("2025-12-08", Some("2025-12-08T00:00:00Z")),
            ("2025-12-08T21:40:00Z", Some("2025-12-08T21:40:00Z")),
            ("2025-12-08T21:40:00", Some("2025-12-08T21:40:00Z")),
            ("8 December", None),
            ("\" onload=", None),
            ("", None),
        ] {
            assert_eq!(instant(given).as_deref(), read, "{given}");
        }
    }
}
