//! Weeks, weekends, months, quarters and years: which one, and which part of it.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::super::expression::{Portion, Tense, Unit, Which};
use super::Days;
use super::calendar::{part, quarter, whole_month, year};
use super::weekdays::monday;
use crate::reading::Precision;

/// The period in which a day lies.
pub(super) fn around(unit: Unit, day: Date) -> Days {
    step(unit, 0, day).unwrap_or(Days::one(day))
}

/// A period by what was said of it.
pub(super) fn days(unit: Unit, which: Which, portion: Portion, anchor: Date, tense: Tense) -> Option<Days> {
    let days = match unit {
        Unit::Week => week(which, portion, anchor, tense)?,
        Unit::Weekend => weekend(which, anchor, tense)?,
        _ => step(unit, steps(which), anchor)?,
    };
    let today = anchor.clamp(days.start, days.end);
    Some(match portion {
        Portion::Earlier => Days { end: today, ..days },
        Portion::Later => Days { start: today, ..days },
        portion => part(days, portion),
    })
}

fn steps(which: Which) -> i8 {
    match which {
        Which::Last | Which::Previous => -1,
        Which::Next | Which::Coming | Which::Following => 1,
        Which::Bare | Which::This => 0,
    }
}

/// Weeks begin on Monday, but a report of a Sunday stands between two: "later this week" is the week that begins,
/// "earlier this week" and "last week" the one that ends.
fn week(which: Which, portion: Portion, anchor: Date, tense: Tense) -> Option<Days> {
    let looks_ahead = match portion {
        Portion::Later => true,
        Portion::Earlier => false,
        _ => tense == Tense::Future,
    };
    if anchor.weekday() == Weekday::Sunday && matches!(which, Which::This | Which::Bare) && looks_ahead {
        return Some(Days::new(anchor, anchor.checked_add(7.days()).ok()?, Precision::Week));
    }
    if anchor.weekday() == Weekday::Sunday && matches!(which, Which::Last | Which::Previous) {
        return Some(Days::new(
            anchor.checked_sub(7.days()).ok()?,
            anchor.yesterday().ok()?,
            Precision::Week,
        ));
    }
    step(Unit::Week, steps(which), anchor)
}

/// "the weekend" on a Monday to Thursday lies behind unless the verb looks ahead; from Friday on it is the one at hand.
fn weekend(which: Which, anchor: Date, tense: Tense) -> Option<Days> {
    let own = step(Unit::Weekend, 0, anchor)?;
    let is_near = anchor.weekday().to_monday_zero_offset() >= Weekday::Friday.to_monday_zero_offset();
    let is_behind = match which {
        Which::Last | Which::Previous => true,
        Which::Bare => !is_near && tense != Tense::Future,
        Which::This => !is_near && tense == Tense::Past,
        Which::Next => return step(Unit::Weekend, 1, anchor),
        Which::Coming | Which::Following => false,
    };
    if is_behind { step(Unit::Weekend, -1, anchor) } else { Some(own) }
}

/// The period so many steps from the one in which a day lies.
fn step(unit: Unit, steps: i8, day: Date) -> Option<Days> {
    let steps = i64::from(steps);
    match unit {
        Unit::Week => {
            let first = monday(day)?.checked_add((steps * 7).days()).ok()?;
            Some(Days::new(first, first.checked_add(6.days()).ok()?, Precision::Week))
        }
        Unit::Weekend => {
            let first = monday(day)?.checked_add((steps * 7 + 5).days()).ok()?;
            Some(Days::new(first, first.tomorrow().ok()?, Precision::Day))
        }
        Unit::Month => {
            let first = day.first_of_month().checked_add(steps.months()).ok()?;
            whole_month(first.year(), first.month())
        }
        Unit::Quarter => {
            let first = day.first_of_month().checked_add((steps * 3).months()).ok()?;
            quarter(first.year(), (first.month() + 2) / 3)
        }
        Unit::Year => year(i16::try_from(i64::from(day.year()) + steps).ok()?, Portion::Whole),
        Unit::Day | Unit::Hour | Unit::Minute => Some(Days::one(day)),
    }
}
