//! Days, months, quarters and years of the calendar; those without a year are the nearest that the tense allows.

use jiff::ToSpan;
use jiff::civil::Date;

use super::super::expression::{Meaning, Portion, Season, Tense, Which};
use super::Days;
use crate::reading::Precision;

/// A report that tells a day without its year means one less far away than this: eleven months back, the year would be told,
/// so a past tense with such a day speaks of the days to come ("has been set for 5 December").
const YEARLESS_DAYS_MAX: i32 = 335;

/// What needs no day to be seen from.
pub(super) fn absolute(meaning: &Meaning) -> Option<Days> {
    match meaning {
        Meaning::Day { year: Some(year), month, day } => Date::new(*year, *month, *day).ok().map(Days::one),
        Meaning::Month { year: Some(year), month, portion, .. } => {
            whole_month(*year, *month).map(|days| part(days, *portion))
        }
        Meaning::Quarter { year: Some(year), quarter: number } => quarter(*year, *number),
        Meaning::Season { year: Some(year), season, .. } => whole_season(*year, *season),
        Meaning::Year { year: number, portion } => year(*number, *portion),
        Meaning::Range(first, last) => {
            let (first, last) = (absolute(first)?, absolute(last)?);
            Some(Days::new(first.start, last.end, first.precision.max(last.precision)))
        }
        _ => None,
    }
}

/// A day, month or season of a year.
pub(super) fn of_year(meaning: &Meaning, year: i16) -> Option<Days> {
    match meaning {
        Meaning::Day { month, day, .. } => Date::new(year, *month, *day).ok().map(Days::one),
        Meaning::Month { month, portion, .. } => whole_month(year, *month).map(|days| part(days, *portion)),
        Meaning::Season { season, .. } => whole_season(year, *season),
        _ => None,
    }
}

/// A month and a season are told without their year from further away than a day is: there the tense decides.
const TENSE_DECIDES_DAYS: i32 = 10_000;

/// A day of a month.
pub(super) fn day(year: Option<i16>, month: i8, day: i8, anchor: Date, tense: Tense) -> Option<Date> {
    if let Some(year) = year {
        return Date::new(year, month, day).ok();
    }
    // With this much added, the day against the tense is nearer where the other is further than the most.
    let against = 2 * YEARLESS_DAYS_MAX - 365;
    pick(anchor, tense, against, |year| Date::new(year, month, day).ok().map(|day| (day, day)))
        .map(|(day, _)| day)
}

/// A month, or a portion of it; of several of a name the one that its words or the tense pick.
pub(super) fn month(
    year: Option<i16>,
    month: i8,
    which: Which,
    portion: Portion,
    anchor: Date,
    tense: Tense,
) -> Option<Days> {
    let days = match year {
        Some(year) => whole_month(year, month)?,
        None => one_of(which, anchor, tense, |year| whole_month(year, month))?,
    };
    Some(match portion {
        Portion::Earlier => Days { end: anchor.clamp(days.start, days.end), ..days },
        Portion::Later => Days { start: anchor.clamp(days.start, days.end), ..days },
        portion => part(days, portion),
    })
}

/// Of a period that every year has the one that its words or the tense pick.
fn one_of(which: Which, anchor: Date, tense: Tense, of_year: impl Fn(i16) -> Option<Days>) -> Option<Days> {
    let mut years = (anchor.year().saturating_sub(2)..=anchor.year().saturating_add(2)).filter_map(&of_year);
    match which {
        Which::Last | Which::Previous => years.rfind(|days| days.end < anchor),
        Which::Next | Which::Coming | Which::Following => years.find(|days| days.start > anchor),
        Which::Bare | Which::This => {
            let ends = |year| of_year(year).map(|days| (days.start, days.end));
            let (first, _) = pick(anchor, tense, TENSE_DECIDES_DAYS, ends)?;
            of_year(first.year())
        }
    }
}

/// The nearest of the years before, of and after a day; one against the tense counts as that many days further away.
fn pick(
    anchor: Date,
    tense: Tense,
    against: i32,
    of_year: impl Fn(i16) -> Option<(Date, Date)>,
) -> Option<(Date, Date)> {
    let years = (anchor.year().saturating_sub(4)..=anchor.year().saturating_add(4)).filter_map(of_year);
    let distance = |(start, end): &(Date, Date)| {
        if *start > anchor { apart(anchor, *start) } else { apart(*end, anchor).max(0) }
    };
    years.min_by_key(|days| {
        let is_against = match tense {
            Tense::Past => days.0 > anchor,
            Tense::Future => days.1 < anchor,
            Tense::Unknown => false,
        };
        (distance(days) + if is_against { against } else { 0 }, days.0)
    })
}

fn apart(from: Date, to: Date) -> i32 {
    from.until(to).map_or(i32::MAX / 2, |span| span.get_days())
}

/// A quarter of a year.
pub(super) fn quarter(year: i16, quarter: i8) -> Option<Days> {
    let first = Date::new(year, quarter * 3 - 2, 1).ok()?;
    let last = Date::new(year, quarter * 3, 1).ok()?.last_of_month();
    Some(Days::new(first, last, Precision::Month))
}

/// A season; of several of a name the one that its words or the tense pick.
pub(super) fn season(
    year: Option<i16>,
    season: Season,
    which: Which,
    anchor: Date,
    tense: Tense,
) -> Option<Days> {
    match year {
        Some(year) => whole_season(year, season),
        None => one_of(which, anchor, tense, |year| whole_season(year, season)),
    }
}

fn whole_season(year: i16, season: Season) -> Option<Days> {
    let first = Date::new(year, season.first_month(), 1).ok()?;
    Some(Days::new(first, first.checked_add(2.months()).ok()?.last_of_month(), Precision::Month))
}

/// A year, or a portion of it.
pub(super) fn year(year: i16, portion: Portion) -> Option<Days> {
    let (first, last) = (Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?);
    Some(part(Days::new(first, last, Precision::Year), portion))
}

pub(super) fn whole_month(year: i16, month: i8) -> Option<Days> {
    let first = Date::new(year, month, 1).ok()?;
    Some(Days::new(first, first.last_of_month(), Precision::Month))
}

/// A third, half or week of some days. "early May" is its first ten days, "mid-May" the ten in the middle, "late May" the
/// rest; "the second week of May" is its second seven days.
pub(super) fn part(days: Days, portion: Portion) -> Days {
    let week = match portion {
        Portion::Week(number) => days.start.checked_add((7 * i32::from(number.saturating_sub(1))).days()),
        Portion::LastWeek => days.end.checked_sub(6.days()),
        _ => return third(days, portion),
    };
    let Ok(start) = week else { return days };
    let start = start.clamp(days.start, days.end);
    let end = start.checked_add(6.days()).map_or(days.end, |end| end.min(days.end));
    Days::new(start, end, Precision::Week)
}

fn third(days: Days, portion: Portion) -> Days {
    let length = if days.precision == Precision::Year { 12 } else { apart(days.start, days.end) + 1 };
    let (skip, keep) = match portion {
        Portion::Whole | Portion::Earlier | Portion::Later | Portion::Week(_) | Portion::LastWeek => {
            return days;
        }
        Portion::Early => (0, length / 3),
        Portion::Mid => (length / 3, length / 3),
        Portion::Late => (length / 3 * 2, length - length / 3 * 2),
        Portion::FirstHalf => (0, length / 2),
        Portion::SecondHalf => (length / 2, length - length / 2),
    };
    if days.precision == Precision::Year {
        return months(days.start, skip, keep).unwrap_or(days);
    }
    let start = days.start.checked_add(skip.days()).unwrap_or(days.start);
    let end = start.checked_add((keep.max(1) - 1).days()).unwrap_or(days.end);
    let precision = if days.precision == Precision::Month { Precision::Week } else { days.precision };
    Days::new(start, end, precision)
}

/// Months of a year: so many after its first, so many of them.
fn months(first: Date, skip: i32, keep: i32) -> Option<Days> {
    let start = first.checked_add(skip.months()).ok()?;
    let last = start.checked_add((keep - 1).months()).ok()?.last_of_month();
    Some(Days::new(start, last, Precision::Month))
}
