//! Distances and stretches: "two weeks ago", "in ten days", "the past three days", "a day after".

use jiff::ToSpan;
use jiff::civil::Date;

use super::super::expression::{Amount, Bound, Unit};
use super::{Days, is_exact};
use crate::reading::Precision;

/// What "several" and "a few" can be, least and most.
const SEVERAL: (i64, i64) = (2, 6);
/// Half of a week, to the full day.
const HALF_WEEK_DAYS: i64 = 3;
/// Half of a month.
const HALF_MONTH_DAYS: i64 = 15;
/// Half of a year.
const HALF_YEAR_DAYS: i64 = 182;

/// "two weeks ago", "in ten days": the day so far away, and half a unit on either side where the unit is not a day.
/// "nearly three weeks ago" lies between two and three, "more than three weeks ago" between three and four.
pub(super) fn offset(amount: Amount, ahead: bool, anchor: Date) -> Option<Days> {
    let sign = if ahead { 1 } else { -1 };
    let Some(count) = amount.count else { return several(amount.unit, sign, anchor) };
    let count = i64::from(count);
    let at = |count: i64| moved(anchor, amount.unit, sign * count);
    let precision = precision(amount);
    if matches!(amount.unit, Unit::Hour | Unit::Minute) {
        // Half a day may lead into the next; a report does not tell its hour.
        let is_long = amount.unit == Unit::Hour && count >= 12;
        let far = anchor.checked_add((sign * (1 + count / 24)).days()).ok()?;
        return Some(Days::new(if is_long { far } else { anchor }, anchor, Precision::PartOfDay));
    }
    Some(match amount.bound {
        Bound::Under => Days::new(at(count)?, at((count - 1).max(0))?, precision),
        Bound::Over => Days::new(at(count)?, at(count + 1)?, precision),
        Bound::Exact if is_exact(amount) => Days::one(at(count)?),
        Bound::Exact | Bound::About => {
            let half = half(amount.unit, count);
            let day = at(count)?;
            Days::new(day.checked_sub(half.days()).ok()?, day.checked_add(half.days()).ok()?, precision)
        }
    })
}

/// "the past three days", "over the next two weeks": from the report's day on. "recent weeks" and "the past weeks" are no days: a
/// beginning would be our own invention, and reports say so of what went on, not of what happened.
pub(super) fn stretch(amount: Amount, ahead: bool, anchor: Date) -> Option<Days> {
    let sign = if ahead { 1 } else { -1 };
    if amount.count.is_none() && amount.bound == Bound::Exact && !ahead && amount.unit >= Unit::Week {
        return None;
    }
    let count = amount.count.map_or(SEVERAL.1, i64::from);
    Some(Days::new(anchor, moved(anchor, amount.unit, sign * count)?, precision(amount)))
}

/// Hours from which on "less than 24 hours after" is told in days.
const HOURS_OF_DAY_MIN: u16 = 18;

/// "a day after", "two weeks earlier", seen from an event; hours stay on its day.
pub(super) fn from_event(amount: Amount, ahead: bool, event: Date) -> Option<Days> {
    match amount.unit {
        // "less than 24 hours after": on the day after.
        Unit::Hour if amount.count.is_some_and(|hours| hours >= HOURS_OF_DAY_MIN) => {
            let days = amount.count.map(|hours| (hours + 12) / 24);
            offset(Amount { count: days, unit: Unit::Day, bound: Bound::Exact }, ahead, event)
        }
        Unit::Hour | Unit::Minute => Some(Days::new(event, event, Precision::Day)),
        _ if amount.count == Some(0) => Some(Days::one(event)),
        _ => offset(amount, ahead, event),
    }
}

fn several(unit: Unit, sign: i64, anchor: Date) -> Option<Days> {
    if matches!(unit, Unit::Hour | Unit::Minute) {
        return Some(Days::new(anchor, anchor, Precision::PartOfDay));
    }
    let amount = Amount { count: None, unit, bound: Bound::About };
    let (near, far) = (moved(anchor, unit, sign * SEVERAL.0)?, moved(anchor, unit, sign * SEVERAL.1)?);
    Some(Days::new(near, far, precision(amount)))
}

/// How exact so many units are: days that are not exact make a week.
fn precision(amount: Amount) -> Precision {
    match amount.unit {
        Unit::Hour | Unit::Minute => Precision::PartOfDay,
        Unit::Day if amount.count.is_some() && is_exact(amount) => Precision::Day,
        Unit::Day | Unit::Weekend => Precision::Week,
        Unit::Week if amount.count.is_some() => Precision::Week,
        Unit::Week | Unit::Month | Unit::Quarter => Precision::Month,
        Unit::Year => Precision::Year,
    }
}

/// "about" ten days is two more or less; half a unit of the others.
fn half(unit: Unit, count: i64) -> i64 {
    match unit {
        Unit::Week => HALF_WEEK_DAYS,
        Unit::Month | Unit::Quarter => HALF_MONTH_DAYS,
        Unit::Year => HALF_YEAR_DAYS,
        _ => (count / 5).max(1),
    }
}

fn moved(day: Date, unit: Unit, count: i64) -> Option<Date> {
    let count = count.clamp(-20_000, 20_000);
    let span = match unit {
        Unit::Minute | Unit::Hour => 0.days(),
        Unit::Day => count.days(),
        Unit::Weekend | Unit::Week => (count * 7).days(),
        Unit::Month => count.months(),
        Unit::Quarter => (count * 3).months(),
        Unit::Year => count.clamp(-9_000, 9_000).years(),
    };
    day.checked_add(span).ok()
}
