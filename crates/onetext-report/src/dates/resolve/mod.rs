//! Time expressions set against a day: which days they mean.

mod calendar;
mod distance;
mod periods;
mod weekdays;

use jiff::ToSpan;
use jiff::civil::Date;

use super::expression::{Amount, Bound, Expression, Meaning, Tense, Unit, Which};
use crate::reading::{Precision, When};

/// First and last day, and how exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Days {
    pub(super) start: Date,
    pub(super) end: Date,
    pub(super) precision: Precision,
}

impl Days {
    pub(super) fn one(day: Date) -> Self {
        Days { start: day, end: day, precision: Precision::Day }
    }

    pub(super) fn new(start: Date, end: Date, precision: Precision) -> Self {
        Days { start: start.min(end), end: start.max(end), precision }
    }
}

/// See [`super::resolve`].
pub(super) fn resolve(expression: &Expression, anchor: Option<Date>, tense: Tense) -> When {
    let tense = if tense == Tense::Unknown { expression.lean } else { tense };
    let found = match anchor {
        _ if expression.rests_on_event() => None,
        Some(anchor) => days(&expression.meaning, anchor, tense),
        None => calendar::absolute(&expression.meaning),
    };
    when(expression, found)
}

/// See [`super::resolve_from`].
pub(super) fn resolve_from(expression: &Expression, event: Date) -> When {
    let found = match &expression.meaning {
        Meaning::FromEvent { amount, ahead } => distance::from_event(*amount, *ahead, event),
        Meaning::PeriodOfEvent { unit } => Some(periods::around(*unit, event)),
        Meaning::PartOfDay => Some(Days::one(event)),
        Meaning::Weekday { weekday, which: Which::Following, .. } => {
            weekdays::after(event, *weekday).map(Days::one)
        }
        Meaning::Weekday { weekday, which: Which::Previous, .. } => {
            weekdays::before(event, *weekday).map(Days::one)
        }
        Meaning::Period { unit, which: Which::Following, portion } => {
            periods::days(*unit, Which::Next, *portion, event, Tense::Future)
        }
        Meaning::Length(amount) => length_days(*amount).and_then(|days| {
            event.checked_add((days - 1).days()).ok().map(|last| Days::new(event, last, Precision::Day))
        }),
        meaning => days(meaning, event, Tense::Unknown),
    };
    when(expression, found)
}

/// See [`super::ending_on`].
pub(super) fn ending_on(expression: &Expression, last: Date) -> When {
    let found = match expression.meaning {
        Meaning::Length(amount) => length_days(amount).and_then(|days| {
            last.checked_sub((days - 1).days()).ok().map(|first| Days::new(first, last, Precision::Day))
        }),
        _ => None,
    };
    when(expression, found)
}

/// See [`super::day_of_other`].
pub(super) fn day_of_other(expression: &Expression, told: Date) -> When {
    let found = match &expression.meaning {
        Meaning::FromEvent { amount, ahead } => distance::from_event(*amount, !ahead, told),
        _ => None,
    };
    when(expression, found)
}

/// Days of a length that an event can have.
fn length_days(amount: Amount) -> Option<i64> {
    let count = amount.count.filter(|count| *count > 0)?;
    (amount.unit >= Unit::Day).then(|| i64::from(count) * i64::from(amount.unit.days()))
}

fn when(expression: &Expression, found: Option<Days>) -> When {
    let words = Some(expression.span);
    let Some(mut days) = found else {
        return When { words, start: None, end: None, precision: Precision::Unknown };
    };
    if expression.part.is_some() && days.precision == Precision::Day {
        days.precision = Precision::PartOfDay;
    }
    When { words, start: Some(days.start), end: Some(days.end), precision: days.precision }
}

/// The days that a meaning has, seen from a day.
pub(super) fn days(meaning: &Meaning, anchor: Date, tense: Tense) -> Option<Days> {
    match meaning {
        Meaning::Day { year, month, day } => calendar::day(*year, *month, *day, anchor, tense).map(Days::one),
        Meaning::Month { year, month, which, portion } => {
            calendar::month(*year, *month, *which, *portion, anchor, tense)
        }
        Meaning::OfYear { of, years } => calendar::of_year(of, anchor.year().saturating_add(*years)),
        Meaning::Quarter { year, quarter } => calendar::quarter(year.unwrap_or(anchor.year()), *quarter),
        Meaning::Season { year, season, which } => calendar::season(*year, *season, *which, anchor, tense),
        Meaning::Year { year, portion } => calendar::year(*year, *portion),
        Meaning::Weekday { weekday, which, week } => {
            weekdays::day(*weekday, *which, *week, anchor, tense).map(Days::one)
        }
        Meaning::Today { days } => anchor.checked_add(i64::from(*days).days()).ok().map(Days::one),
        Meaning::Overnight => overnight(anchor, tense),
        Meaning::PartOfDay => Some(Days::one(anchor)),
        Meaning::Period { unit, which, portion } => periods::days(*unit, *which, *portion, anchor, tense),
        // "in two weeks" beside a past tense: within the two weeks before.
        Meaning::Offset { amount, ahead: true } if tense == Tense::Past => {
            distance::stretch(*amount, false, anchor)
        }
        Meaning::Offset { amount, ahead } => distance::offset(*amount, *ahead, anchor),
        Meaning::Stretch { amount, ahead } => distance::stretch(*amount, *ahead, anchor),
        Meaning::Since(first) => {
            let first = days(first, anchor, Tense::Past)?;
            Some(Days::new(first.start, anchor, first.precision))
        }
        Meaning::Until(last) => {
            let last = days(last, anchor, if tense == Tense::Past { Tense::Past } else { Tense::Future })?;
            Some(Days::new(anchor.min(last.end), last.end, last.precision))
        }
        Meaning::Range(first, last) => range(first, last, anchor, tense),
        Meaning::FromEvent { .. } | Meaning::PeriodOfEvent { .. } | Meaning::Length(_) => None,
    }
}

/// "overnight" and "during the night" belong to the two days on either side: behind, unless the verb looks ahead.
fn overnight(anchor: Date, tense: Tense) -> Option<Days> {
    match tense {
        Tense::Future => Some(Days::new(anchor, anchor.tomorrow().ok()?, Precision::PartOfDay)),
        _ => Some(Days::new(anchor.yesterday().ok()?, anchor, Precision::PartOfDay)),
    }
}

/// The end that the tense settles first, then the other end nearest to it.
fn range(first: &Meaning, last: &Meaning, anchor: Date, tense: Tense) -> Option<Days> {
    let are_of_years = matches!((first, last), (Meaning::OfYear { .. }, Meaning::OfYear { .. }));
    let (first, last) = if are_of_years {
        (days(first, anchor, tense)?, days(last, anchor, tense)?)
    } else if tense == Tense::Future {
        let first = days(first, anchor, Tense::Future)?;
        (first, days(last, first.start, Tense::Future)?)
    } else {
        let last = days(last, anchor, tense)?;
        (days(first, last.end, Tense::Past)?, last)
    };
    let precision = first.precision.max(last.precision);
    Some(Days::new(first.start, last.end, precision))
}

/// Whether an amount names one day: "ten days", but not "about ten days" nor "two weeks".
pub(super) fn is_exact(amount: Amount) -> bool {
    amount.bound == Bound::Exact && matches!(amount.unit, Unit::Day | Unit::Hour | Unit::Minute)
}
