//! Day numbers as calendar dates: days since 1970-01-01 to `2025-11-24`. No clock and no time zone here.

/// Farther days than this (about 8,000 years either way) print as the limit: they are mistakes.
const DAY_MAX: i64 = 3_000_000;

/// A calendar date of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Date {
    pub(crate) year: i64,
    pub(crate) month: i64,
    pub(crate) day: i64,
}

/// The date of a day number. Counts in eras of 400 years from 1 March, so that leap days come last.
pub(crate) fn date(day_number: i64) -> Date {
    let days = day_number.clamp(-DAY_MAX, DAY_MAX) + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    Date {
        year: year_of_era + era * 400 + i64::from(month <= 2),
        month,
        day: day_of_year - (153 * month_from_march + 2) / 5 + 1,
    }
}

/// The date as it is printed and sorted: `2025-11-24`.
pub(crate) fn printed(day_number: i64) -> String {
    let Date { year, month, day } = date(day_number);
    format!("{year:04}-{month:02}-{day:02}")
}

/// A span of days: one date, or two with "to" between them.
pub(crate) fn span(from: i64, to: i64) -> String {
    if from == to { printed(from) } else { format!("{} to {}", printed(from), printed(to)) }
}

/// Where a day stands on an axis of `steps` steps from day `from` to day `to`; days off the axis stand at its ends.
pub(crate) fn share(day_number: i64, from: i64, to: i64, steps: usize) -> usize {
    let span = i128::from(to) - i128::from(from);
    let along = i128::from(day_number) - i128::from(from);
    if span <= 0 || along <= 0 {
        return 0;
    }
    let steps_along = (along * steps as i128 + span / 2) / span;
    usize::try_from(steps_along).unwrap_or(steps).min(steps)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_dates() {
        for (day_number, shown) in [
            (0, "1970-01-01"),
            (-1, "1969-12-31"),
            (11_016, "2000-02-29"),
            (20_416, "2025-11-24"),
            (20_454, "2026-01-01"),
        ] {
            assert_eq!(printed(day_number), shown);
        }
        assert_eq!(span(20_416, 20_416), "2025-11-24");
        printed(i64::MAX);
        printed(i64::MIN);
    }
}
