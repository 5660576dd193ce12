//! Days of the week: which Saturday is meant.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::super::expression::{Tense, Which};

/// The day of a name, by what was said of it and by the tense.
pub(super) fn day(
    weekday: Weekday,
    which: Which,
    week: Option<i8>,
    anchor: Date,
    tense: Tense,
) -> Option<Date> {
    if let Some(week) = week {
        if which == Which::Coming {
            return after(anchor, weekday)?.checked_add((i64::from(week) * 7).days()).ok();
        }
        return in_week(anchor, week, weekday);
    }
    match which {
        Which::Last | Which::Previous => before(anchor, weekday),
        Which::Coming | Which::Following => after(anchor, weekday),
        Which::Next => in_week(anchor, 1, weekday),
        Which::Bare | Which::This if anchor.weekday() == weekday => Some(anchor),
        Which::Bare | Which::This => {
            let looks_ahead = tense == Tense::Future || which == Which::This && tense == Tense::Unknown;
            if looks_ahead { after(anchor, weekday) } else { before(anchor, weekday) }
        }
    }
}

/// The last day of that name before a day.
pub(super) fn before(anchor: Date, weekday: Weekday) -> Option<Date> {
    anchor.nth_weekday(-1, weekday).ok()
}

/// The first day of that name after a day.
pub(super) fn after(anchor: Date, weekday: Weekday) -> Option<Date> {
    anchor.nth_weekday(1, weekday).ok()
}

/// The Monday of the week in which a day lies.
pub(super) fn monday(anchor: Date) -> Option<Date> {
    anchor.checked_sub(i64::from(anchor.weekday().to_monday_zero_offset()).days()).ok()
}

fn in_week(anchor: Date, week: i8, weekday: Weekday) -> Option<Date> {
    let days = i64::from(week) * 7 + i64::from(weekday.to_monday_zero_offset());
    monday(anchor)?.checked_add(days.days()).ok()
}
