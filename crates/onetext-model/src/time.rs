//! Times: a moment known to the day or to the second, a period, and the date up to which a view looks.

use std::borrow::Cow;
use std::fmt;

use jiff::civil::Date;
use jiff::fmt::temporal::Pieces;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, Zoned};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::id::refers_to_nothing;

/// When something was said, done or is planned: a day of the case's calendar, or an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// A day, in the case's time zone.
    Day(Date),
    /// An instant, with the offset in which it was written.
    Instant(Timestamp, Offset),
}

/// Why a text is not a moment.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAMoment {
    /// Not a date at all, or an impossible one.
    #[error("{0:?} is no date: write 2025-12-06, or 2025-12-06T21:00:00+02:00")]
    Unreadable(String),
    /// A time of day without its offset from UTC.
    #[error("{0:?} has a time but no offset: write for example 2025-12-06T21:00:00+02:00")]
    WithoutOffset(String),
}

impl Moment {
    /// Reads `2025-12-06` or `2025-12-06T21:00:00+02:00`.
    pub fn parse(text: &str) -> Result<Self, NotAMoment> {
        let unreadable = || NotAMoment::Unreadable(text.to_owned());
        let pieces = Pieces::parse(text).map_err(|_| unreadable())?;
        if pieces.time().is_none() {
            return Ok(Moment::Day(pieces.date()));
        }
        let offset = pieces.to_numeric_offset().ok_or_else(|| NotAMoment::WithoutOffset(text.to_owned()))?;
        let instant: Timestamp = text.parse().map_err(|_| unreadable())?;
        Ok(Moment::Instant(instant, offset))
    }

    /// The first instant of the moment in the case's time zone.
    pub fn start(self, zone: &TimeZone) -> Timestamp {
        match self {
            Moment::Day(day) => start_of_day(day, zone),
            Moment::Instant(instant, _) => instant,
        }
    }

    /// The day on which the moment falls in the case's time zone.
    pub fn day(self, zone: &TimeZone) -> Date {
        match self {
            Moment::Day(day) => day,
            Moment::Instant(instant, _) => instant.to_zoned(zone.clone()).date(),
        }
    }
}

/// The first instant of a day. Days outside the range of instants are clamped to it.
fn start_of_day(day: Date, zone: &TimeZone) -> Timestamp {
    let bound = if day.year() < 0 { Timestamp::MIN } else { Timestamp::MAX };
    day.to_zoned(zone.clone()).map_or(bound, |zoned: Zoned| zoned.timestamp())
}

/// The first instant after a day, or the last instant there is.
pub(crate) fn end_of_day(day: Date, zone: &TimeZone) -> Timestamp {
    day.tomorrow().map_or(Timestamp::MAX, |next| start_of_day(next, zone))
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Moment::Day(day) => write!(f, "{day}"),
            Moment::Instant(instant, offset) => {
                let local = offset.to_datetime(*instant);
                write!(f, "{local}")?;
                write_offset(f, *offset)
            }
        }
    }
}

/// `+02:00`, as RFC 3339 wants it. Seconds of an offset are dropped by rounding when it is read.
fn write_offset(f: &mut fmt::Formatter<'_>, offset: Offset) -> fmt::Result {
    let minutes = offset.seconds() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    write!(f, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

/// The key under which TOML libraries hand over a date to serde.
const TOML_DATE_KEY: &str = "$__toml_private_datetime";

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let period = Period::deserialize(deserializer)?;
        match period.to {
            None => Ok(period.from),
            Some(_) => Err(de::Error::custom("one date is wanted here, not a period")),
        }
    }
}

/// From one moment to another, or just one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day or instant.
    pub from: Moment,
    /// The last day or instant; none where the period is its first moment alone.
    pub to: Option<Moment>,
}

impl Period {
    /// Reads `2025-12-06` or `2025-12-04/2025-12-06`.
    pub fn parse(text: &str) -> Result<Self, NotAMoment> {
        match text.split_once('/') {
            Some((from, to)) => Ok(Period { from: Moment::parse(from)?, to: Some(Moment::parse(to)?) }),
            None => Ok(Period { from: Moment::parse(text)?, to: None }),
        }
    }

    /// The last moment of the period.
    pub fn last(self) -> Moment {
        self.to.unwrap_or(self.from)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to {
            Some(to) => write!(f, "{}/{to}", self.from),
            None => write!(f, "{}", self.from),
        }
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PeriodReader)
    }
}

struct PeriodReader;

impl<'de> de::Visitor<'de> for PeriodReader {
    type Value = Period;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date such as 2025-12-06, or { from = 2025-12-04, to = 2025-12-06 }")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Period, E> {
        Period::parse(text).map_err(E::custom)
    }

    fn visit_map<M: de::MapAccess<'de>>(self, mut map: M) -> Result<Period, M::Error> {
        let (mut from, mut to) = (None, None);
        while let Some(key) = map.next_key::<Cow<'_, str>>()? {
            match key.as_ref() {
                TOML_DATE_KEY => {
                    let text = map.next_value::<String>()?;
                    return Period::parse(&text).map_err(de::Error::custom);
                }
                "from" => from = Some(map.next_value::<Moment>()?),
                "to" => to = Some(map.next_value::<Moment>()?),
                other => return Err(de::Error::unknown_field(other, &["from", "to"])),
            }
        }
        let from = from.ok_or_else(|| de::Error::missing_field("from"))?;
        Ok(Period { from, to })
    }
}

refers_to_nothing!(Moment, Period);

macro_rules! date_schema {
    ($($name:ident: $words:literal),*) => {
        $(impl schemars::JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "description": $words })
            }
        })*
    };
}
date_schema!(
    Moment: "A date (2025-12-06) or a time with its offset (2025-12-06T21:00:00+02:00)",
    Period: "A date, or { from = 2025-12-04, to = 2025-12-06 }"
);

/// Up to when a view looks. All days are days of the case's time zone, and each counts to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// The day that counts as today: planned contacts before it are unconfirmed, ages are counted to it.
    pub today: Date,
    /// Keep what was known up to the end of this day.
    pub known_by: Option<Date>,
    /// Keep what was recorded up to the end of this day.
    pub recorded_by: Option<Date>,
}

impl AsOf {
    /// Everything on file, seen from `today`.
    pub fn today(today: Date) -> Self {
        AsOf { today, known_by: None, recorded_by: None }
    }

    /// What was known at the end of `day`, seen from that day.
    pub fn known_by(day: Date) -> Self {
        AsOf { today: day, known_by: Some(day), recorded_by: None }
    }
}
