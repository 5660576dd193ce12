//! Days as news reports give them, resolved against the day of the report.
//!
//! [`find`] reads the words, [`resolve`] sets them against a day. The verb's tense picks the side:
//!
//! - **"Saturday"** is today where the report appears on a Saturday; else the last one, or with a verb of the future the
//!   next one. "Last Saturday" and "the previous Saturday" are never today.
//! - **"this week"** runs from Monday to Sunday; "later this week" from the report's day to Sunday, from a weekend to the
//!   Sunday after; "earlier this week" from Monday to the report's day.
//! - **"two weeks ago"** is three days on either side of that day; "nearly three weeks ago" the seven days from it on.
//! - **"overnight"** is the day before: the night began there.
//! - **"that day", "the next day"** rest on another event: [`resolve_from`].
//!
//! Without the report's day relative words stay open. Days are civil days in the report's zone.

mod durations;
mod scan;
mod words;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::reading::{Precision, Span, When};

pub use durations::{Duration, find_durations};
pub use scan::find;

/// Words that say when something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expression {
    /// Its words.
    pub span: Span,
    /// What they mean.
    pub meaning: Meaning,
    /// Whether a part of the day is told: "Friday morning".
    pub is_part: bool,
}

/// What a time expression means, before it is set against a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// "28 November 2025", "Nov. 28", "2025-11-28"
    Day {
        /// In four digits, where it is written.
        year: Option<i16>,
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
    },
    /// "in October"
    Month {
        /// In four digits, where it is written.
        year: Option<i16>,
        /// 1 to 12.
        month: i8,
    },
    /// "in 1938"
    Year(i16),
    /// "Saturday", "last Sunday"
    Weekday(Weekday, Which),
    /// Today (0), yesterday (-1), tomorrow (1).
    Today(i8),
    /// "in the afternoon": of the report's own day, unless another is told.
    PartOfDay,
    /// "this week", "later this month", "next year"
    Period(Unit, Which),
    /// "two weeks ago" (negative), "in ten days"
    Offset {
        /// How many units; negative behind.
        count: i32,
        /// Of what.
        unit: Unit,
        /// "nearly": a little less.
        nearly: bool,
    },
    /// "later that day" (0), "the next day" (1), "a day earlier" (-1): from another event.
    FromEvent(i8),
    /// "three days of": how many days something took.
    Length(u16),
}

/// Which of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Not told.
    Plain,
    /// "this"
    This,
    /// "last", "previous", "past"
    Last,
    /// "next", "coming"
    Next,
    /// "earlier this"
    Earlier,
    /// "later this"
    Later,
}

/// Units of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A day.
    Day,
    /// Monday to Sunday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// The tense of the verb beside a time expression.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tense {
    /// "met"
    Past,
    /// "will meet"
    Future,
    /// No verb, or one that does not tell.
    #[default]
    Unknown,
}

impl Expression {
    /// Whether it rests on another event.
    pub fn rests_on_event(&self) -> bool {
        matches!(self.meaning, Meaning::FromEvent(_))
    }

    /// The length of an event in days: "three days of talks".
    pub fn length_days(&self) -> Option<u32> {
        match self.meaning {
            Meaning::Length(days) => Some(u32::from(days)),
            _ => None,
        }
    }
}

/// Sets an expression against the day of the report.
///
/// ```
/// use jiff::civil::date;
/// use onetext_report::dates::{Tense, find, resolve};
/// let found = find("They met on Saturday.");
/// let when = resolve(&found[0], Some(date(2025, 12, 7)), Tense::Past);
/// assert_eq!(when.start, Some(date(2025, 12, 6)));
/// assert_eq!(resolve(&found[0], None, Tense::Past).start, None);
/// ```
pub fn resolve(expression: &Expression, anchor: Option<Date>, tense: Tense) -> When {
    let range = match (expression.meaning, anchor) {
        (Meaning::Day { year: Some(year), month, day }, _) => {
            Date::new(year, month, day).ok().map(|day| (day, day))
        }
        (Meaning::Month { year: Some(year), month }, _) => month_of(year, month),
        (Meaning::Year(year), _) => year_of(year),
        (meaning, Some(anchor)) => against(meaning, anchor, tense),
        _ => None,
    };
    when(expression, range)
}

/// Sets an expression that rests on another event against that event's day.
pub fn resolve_from(expression: &Expression, event: Date) -> When {
    let range = match expression.meaning {
        Meaning::FromEvent(days) => event.checked_add(i32::from(days).days()).ok().map(|day| (day, day)),
        _ => None,
    };
    when(expression, range)
}

fn when(expression: &Expression, range: Option<(Date, Date)>) -> When {
    let precision = match (range, expression.meaning) {
        (None, _) => Precision::Unknown,
        (Some(_), Meaning::PartOfDay) => Precision::PartOfDay,
        (Some((start, end)), _) if start == end => {
            if expression.is_part {
                Precision::PartOfDay
            } else {
                Precision::Day
            }
        }
        (_, Meaning::Month { .. } | Meaning::Period(Unit::Month, _)) => Precision::Month,
        (_, Meaning::Year(_) | Meaning::Period(Unit::Year, _)) => Precision::Year,
        _ => Precision::Week,
    };
    When {
        words: Some(expression.span),
        start: range.map(|(start, _)| start),
        end: range.map(|(_, end)| end),
        precision,
    }
}

fn against(meaning: Meaning, anchor: Date, tense: Tense) -> Option<(Date, Date)> {
    let one = |day: Date| Some((day, day));
    match meaning {
        Meaning::Day { month, day, .. } => one(nearest_year(anchor, month, day, tense)?),
        Meaning::Month { month, .. } => month_of(nearest_year(anchor, month, 15, tense)?.year(), month),
        Meaning::Weekday(day, which) => one(weekday(anchor, day, which, tense)?),
        Meaning::Today(days) => one(anchor.checked_add(i32::from(days).days()).ok()?),
        Meaning::PartOfDay => one(anchor),
        Meaning::Period(unit, which) => period(anchor, unit, which),
        Meaning::Offset { count, unit, nearly } => offset(anchor, count, unit, nearly),
        Meaning::FromEvent(_) | Meaning::Length(_) | Meaning::Year(_) => None,
    }
}

/// A day without a year: the one that is nearest, on the side that the verb tells.
fn nearest_year(anchor: Date, month: i8, day: i8, tense: Tense) -> Option<Date> {
    const NEAR_DAYS: i32 = 31;
    let own = Date::new(anchor.year(), month, day).ok()?;
    let apart = (own - anchor).get_days();
    match tense {
        Tense::Future if apart < -NEAR_DAYS => Date::new(anchor.year() + 1, month, day).ok(),
        Tense::Past if apart > NEAR_DAYS => Date::new(anchor.year() - 1, month, day).ok(),
        Tense::Unknown if apart > 270 => Date::new(anchor.year() - 1, month, day).ok(),
        Tense::Unknown if apart < -270 => Date::new(anchor.year() + 1, month, day).ok(),
        _ => Some(own),
    }
}

fn weekday(anchor: Date, day: Weekday, which: Which, tense: Tense) -> Option<Date> {
    let before = || anchor.nth_weekday(-1, day).ok();
    let after = || anchor.nth_weekday(1, day).ok();
    match (which, tense) {
        (Which::Last, _) => before(),
        (Which::Next, _) => after(),
        (_, _) if anchor.weekday() == day => Some(anchor),
        (Which::Plain | Which::This | Which::Later, Tense::Future) | (Which::Later, _) => after(),
        _ => before(),
    }
}

fn week_of(day: Date) -> Option<(Date, Date)> {
    let monday = day.checked_sub(i32::from(day.weekday().to_monday_zero_offset()).days()).ok()?;
    Some((monday, monday.checked_add(6.days()).ok()?))
}

fn month_of(year: i16, month: i8) -> Option<(Date, Date)> {
    let first = Date::new(year, month, 1).ok()?;
    Some((first, first.last_of_month()))
}

fn year_of(year: i16) -> Option<(Date, Date)> {
    Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?))
}

fn period(anchor: Date, unit: Unit, which: Which) -> Option<(Date, Date)> {
    let step = match which {
        Which::Last => -1,
        Which::Next => 1,
        _ => 0,
    };
    let (start, end) = match unit {
        Unit::Day => (anchor, anchor),
        Unit::Week => week_of(anchor.checked_add((7 * step).days()).ok()?)?,
        Unit::Weekend => {
            let (monday, sunday) = week_of(anchor.checked_add((7 * step).days()).ok()?)?;
            let _ = monday;
            (sunday.yesterday().ok()?, sunday)
        }
        Unit::Month => {
            let day = anchor.first_of_month().checked_add(step.months()).ok()?;
            month_of(day.year(), day.month())?
        }
        Unit::Year => year_of(anchor.year() + i16::try_from(step).ok()?)?,
    };
    match which {
        Which::Earlier => Some((start, anchor)),
        Which::Later => {
            // At the weekend "later this week" is the week that begins.
            let is_weekend =
                matches!(anchor.weekday(), Weekday::Saturday | Weekday::Sunday) && unit == Unit::Week;
            let end = if is_weekend { week_of(anchor.checked_add(7.days()).ok()?)?.1 } else { end };
            Some((anchor, end))
        }
        _ => Some((start, end)),
    }
}

fn offset(anchor: Date, count: i32, unit: Unit, nearly: bool) -> Option<(Date, Date)> {
    let (center, around) = match unit {
        Unit::Day => (anchor.checked_add(count.days()).ok()?, 0),
        Unit::Week | Unit::Weekend => (anchor.checked_add((7 * count).days()).ok()?, 3),
        Unit::Month => (anchor.checked_add(count.months()).ok()?, 15),
        Unit::Year => (anchor.checked_add(count.years()).ok()?, 182),
    };
    if nearly && around > 0 {
        let toward = if count < 0 {
            (center, center.checked_add((2 * around + 1).days()).ok()?)
        } else {
            (center.checked_sub((2 * around + 1).days()).ok()?, center)
        };
        return Some(toward);
    }
    Some((center.checked_sub(around.days()).ok()?, center.checked_add(around.days()).ok()?))
}
