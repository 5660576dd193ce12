//! Which of several reports may have been the first, as far as their dates tell.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::formats::Published;

/// How far a clock on the wall may be from Greenwich, in hours, to either side.
const ZONE_HOURS_MAX: i64 = 14;
/// Hours of a day.
const DAY_HOURS: i64 = 24;

/// The reports of which none is known to have come after another.
pub(super) fn earliest<'a>(reports: impl Iterator<Item = (usize, Option<&'a Published>)>) -> Vec<usize> {
    let dated: Vec<(usize, Timestamp, Timestamp)> = reports
        .filter_map(|(place, published)| {
            let (from, to) = within(published?)?;
            Some((place, from, to))
        })
        .collect();
    let Some(first_end) = dated.iter().map(|(_, _, to)| *to).min() else { return Vec::new() };
    dated.into_iter().filter(|(_, from, _)| *from <= first_end).map(|(place, _, _)| place).collect()
}

/// The first and last moment at which it may have been.
fn within(published: &Published) -> Option<(Timestamp, Timestamp)> {
    match published {
        Published::Moment(moment) => Some((moment.timestamp(), moment.timestamp())),
        Published::Local(moment) => around(*moment, 0),
        Published::Day(day) => around(day.to_datetime(jiff::civil::Time::midnight()), DAY_HOURS),
    }
}

fn around(from: DateTime, hours: i64) -> Option<(Timestamp, Timestamp)> {
    let moment = from.to_zoned(TimeZone::UTC).ok()?.timestamp();
    let earliest = moment.checked_sub(SignedDuration::from_hours(ZONE_HOURS_MAX)).ok()?;
    let latest = moment.checked_add(SignedDuration::from_hours(ZONE_HOURS_MAX + hours)).ok()?;
    Some((earliest, latest))
}
