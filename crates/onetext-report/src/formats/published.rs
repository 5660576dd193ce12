//! When something was published: a day, a time of day, or a moment, as its file says it.

use jiff::civil::{Date, DateTime};
use jiff::fmt::temporal::Pieces;
use jiff::tz::TimeZone;
use jiff::{Zoned, fmt::rfc2822};
use serde::{Deserialize, Serialize};

/// The months' English names.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// Longest words that are looked at as a date, in bytes.
const WORDS_BYTES_MAX: usize = 120;
/// Years that are taken for a year of publication.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

/// When something was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Published {
    /// On a day.
    Day(Date),
    /// On a day at a time that nobody says in which zone.
    Local(DateTime),
    /// At a moment.
    Moment(Zoned),
}

impl Published {
    /// Reads a day or moment: ISO 8601, the dates of e-mail, or a day in English words.
    ///
    /// ```
    /// use onetext_report::formats::Published;
    /// let moment = Published::parse("2025-12-06T22:30:00-05:00").unwrap();
    /// assert_eq!(moment.day(None).to_string(), "2025-12-06");
    /// assert_eq!(moment.day(Some(&jiff::tz::TimeZone::UTC)).to_string(), "2025-12-07");
    /// assert_eq!(Published::parse("6 December 2025"), Published::parse("2025-12-06"));
    /// assert_eq!(Published::parse("next week"), None);
    /// ```
    pub fn parse(words: &str) -> Option<Published> {
        let words = words.trim();
        if words.len() > WORDS_BYTES_MAX {
            return None;
        }
        let found = iso(words).or_else(|| mail(words)).or_else(|| spelled(words))?;
        YEARS.contains(&found.day(None).year()).then_some(found)
    }

    /// The day in a zone. Without one, the day where it was published, as the file writes it.
    pub fn day(&self, zone: Option<&TimeZone>) -> Date {
        match (self, zone) {
            (Published::Day(day), _) => *day,
            (Published::Local(moment), _) => moment.date(),
            (Published::Moment(moment), None) => moment.date(),
            (Published::Moment(moment), Some(zone)) => moment.with_time_zone(zone.clone()).date(),
        }
    }

    /// The same with a zone: a time of day becomes a moment there, a moment is told in that zone.
    #[must_use]
    pub fn within(self, zone: &TimeZone) -> Published {
        match self {
            Published::Day(day) => Published::Day(day),
            Published::Local(moment) => match moment.to_zoned(zone.clone()) {
                Ok(moment) => Published::Moment(moment),
                Err(_) => Published::Local(moment),
            },
            Published::Moment(moment) => Published::Moment(moment.with_time_zone(zone.clone())),
        }
    }

    /// A moment in any case: a day begins at midnight, and what has no zone is taken at UTC.
    #[cfg(feature = "formats")]
    pub(super) fn within_utc(self) -> Published {
        match self {
            Published::Day(day) => {
                Published::Local(day.to_datetime(jiff::civil::Time::midnight())).within_utc()
            }
            Published::Local(_) => self.within(&TimeZone::UTC),
            Published::Moment(moment) => Published::Moment(moment),
        }
    }
}

/// "2025-12-06", "2025-12-06T22:30", "2025-12-06 22:30:00+02:00", with `+0200` too, as many pages write it.
fn iso(words: &str) -> Option<Published> {
    let mended = with_colon(words);
    let pieces = Pieces::parse(&mended).ok()?;
    let Some(time) = pieces.time() else { return Some(Published::Day(pieces.date())) };
    let moment = pieces.date().to_datetime(time);
    let named = pieces.to_time_zone().ok().flatten();
    let offset = pieces.to_numeric_offset().map(TimeZone::fixed);
    let Some(zone) = offset.or(named) else { return Some(Published::Local(moment)) };
    Some(Published::Moment(moment.to_zoned(zone).ok()?))
}

/// `+0200` as `+02:00`; a space before the sign is dropped.
fn with_colon(words: &str) -> String {
    let sign = words.rfind(['+', '-']).filter(|at| *at > 10 && words.is_char_boundary(*at));
    let Some(at) = sign else { return words.to_owned() };
    let (before, after) = words.split_at(at);
    let digits = &after[1..];
    if digits.len() == 4 && digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return format!("{}{}:{}", before.trim_end(), &after[..3], &after[3..]);
    }
    format!("{}{after}", before.trim_end())
}

/// "Sat, 06 Dec 2025 22:30:00 -0500".
fn mail(words: &str) -> Option<Published> {
    rfc2822::DateTimeParser::new().relaxed_weekday(true).parse_zoned(words).ok().map(Published::Moment)
}

/// "December 6, 2025", "Saturday 6 Dec. 2025, 22:30": the day alone.
fn spelled(words: &str) -> Option<Published> {
    let lower = words.to_lowercase();
    let parts: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let month_at = parts.iter().position(|part| month(part).is_some())?;
    let month = month(parts[month_at])?;
    let number = |part: &&str| part.trim_end_matches(|c: char| c.is_ascii_lowercase()).parse::<i16>().ok();
    let near = |at: Option<usize>| at.and_then(|at| parts.get(at)).and_then(number);
    let before = near(month_at.checked_sub(1)).filter(|day| (1..=31).contains(day));
    let (day, year) = match before {
        Some(day) => (day, near(Some(month_at + 1))?),
        None => (near(Some(month_at + 1)).filter(|day| (1..=31).contains(day))?, near(Some(month_at + 2))?),
    };
    Date::new(year, month, i8::try_from(day).ok()?).ok().map(Published::Day)
}

/// The number of a month that is written in full or cut to three letters or more.
fn month(word: &str) -> Option<i8> {
    let at = MONTHS.iter().position(|name| word.len() >= 3 && name.starts_with(word))?;
    i8::try_from(at + 1).ok()
}
