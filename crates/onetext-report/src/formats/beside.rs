//! What a TOML file beside a text says of it: `story.toml` for `story.txt`.

use jiff::tz::TimeZone;
use toml::{Table, Value};

use super::{Arrived, Published};

/// Longest file beside a text, in bytes: it has six lines.
pub const BESIDE_BYTES_MAX: usize = 64 << 10;
/// The keys that are read.
const KEYS: [&str; 6] = ["published", "outlet", "timezone", "title", "address", "language"];

/// What a file beside a text says of it. What stands here is a person's word and comes before what the text's own file says.
///
/// ```
/// use onetext_report::formats::{Beside, arrived};
/// let beside = Beside::parse("published = 2025-12-06T23:30:00\noutlet = \"The Herald\"\ntimezone = \"America/New_York\"")?;
/// let mut report = arrived("The envoys met on Saturday.");
/// beside.put_over(&mut report);
/// assert_eq!(report.outlet.as_deref(), Some("The Herald"));
/// assert_eq!(report.published.unwrap().day(None).to_string(), "2025-12-06");
/// # Ok::<(), onetext_report::formats::BesideError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// When it was published.
    pub published: Option<Published>,
    /// Who published it.
    pub outlet: Option<String>,
    /// The zone in which its days are meant.
    pub timezone: Option<TimeZone>,
    /// Its headline.
    pub title: Option<String>,
    /// Where it stands on the web.
    pub address: Option<String>,
    /// Its language.
    pub language: Option<String>,
}

/// What is wrong with a file beside a text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BesideError {
    /// Too long.
    #[error("it has {0} bytes; the limit is {BESIDE_BYTES_MAX}")]
    TooLong(usize),
    /// No TOML.
    #[error("line {line}: it is not TOML ({why}); write lines such as outlet = \"The Herald\"")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// What the reader says.
        why: String,
    },
    /// A key that is not read.
    #[error("line {line}: the key {key:?} is not known; the keys are {}", KEYS.join(", "))]
    Unknown {
        /// The line, from 1.
        line: usize,
        /// The key.
        key: String,
    },
    /// A value that says nothing.
    #[error("line {line}: {key} = {value} is not understood; write {example}")]
    Value {
        /// The line, from 1.
        line: usize,
        /// The key.
        key: &'static str,
        /// What stands there.
        value: String,
        /// What would be understood.
        example: &'static str,
    },
}

impl Beside {
    /// Reads the file beside a text.
    pub fn parse(text: &str) -> Result<Beside, BesideError> {
        if text.len() > BESIDE_BYTES_MAX {
            return Err(BesideError::TooLong(text.len()));
        }
        let table: Table = text.parse().map_err(|error: toml::de::Error| BesideError::Syntax {
            line: error
                .span()
                .map_or(1, |span| text.get(..span.start).unwrap_or("").matches('\n').count() + 1),
            why: error.message().lines().next().unwrap_or_default().to_owned(),
        })?;
        if let Some(key) = table.keys().find(|key| !KEYS.contains(&key.as_str())) {
            return Err(BesideError::Unknown { line: line_of(text, key), key: key.clone() });
        }
        let file = File { text, table: &table };
        Ok(Beside {
            published: file.value(
                "published",
                "published = 2025-12-06 or published = 2025-12-06T18:30:00+02:00",
                day,
            )?,
            outlet: file.words("outlet", "outlet = \"The Herald\"")?,
            timezone: file.value("timezone", "timezone = \"Europe/Kyiv\"", zone)?,
            title: file.words("title", "title = \"Envoys meet\"")?,
            address: file.words("address", "address = \"https://example.org/story\"")?,
            language: file.words("language", "language = \"en\"")?,
        })
    }

    /// Puts what the file says over what the text's own file said.
    pub fn put_over(&self, arrived: &mut Arrived) {
        let over = [
            (&self.outlet, &mut arrived.outlet),
            (&self.title, &mut arrived.title),
            (&self.address, &mut arrived.address),
            (&self.language, &mut arrived.language),
        ];
        for (said, place) in over {
            if said.is_some() {
                place.clone_from(said);
            }
        }
        if self.published.is_some() {
            arrived.published.clone_from(&self.published);
        }
        if let Some(zone) = &self.timezone {
            arrived.published = arrived.published.take().map(|published| published.within(zone));
        }
    }
}

struct File<'a> {
    text: &'a str,
    table: &'a Table,
}

impl File<'_> {
    fn value<T>(
        &self,
        key: &'static str,
        example: &'static str,
        read: fn(&Value) -> Option<T>,
    ) -> Result<Option<T>, BesideError> {
        let Some(value) = self.table.get(key) else { return Ok(None) };
        let wrong = || {
            let line = line_of(self.text, key);
            let written = self.text.lines().nth(line - 1).and_then(|line| line.split_once('='));
            let value = written.map_or_else(String::new, |(_, value)| value.trim().to_owned());
            BesideError::Value { line, key, value, example }
        };
        read(value).map(Some).ok_or_else(wrong)
    }

    fn words(&self, key: &'static str, example: &'static str) -> Result<Option<String>, BesideError> {
        let words = |value: &Value| {
            value.as_str().map(str::trim).filter(|words| !words.is_empty()).map(str::to_owned)
        };
        self.value(key, example, words)
    }
}

fn day(value: &Value) -> Option<Published> {
    match value {
        Value::String(words) => Published::parse(words),
        Value::Datetime(moment) => Published::parse(&moment.to_string()),
        _ => None,
    }
}

fn zone(value: &Value) -> Option<TimeZone> {
    TimeZone::get(value.as_str()?).ok()
}

/// The line on which a key stands, from 1.
fn line_of(text: &str, key: &str) -> usize {
    let bare = |line: &str| line.trim_start().trim_start_matches(['"', '\'', '[']).starts_with(key);
    text.lines().position(bare).map_or(1, |at| at + 1)
}
