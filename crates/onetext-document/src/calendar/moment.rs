//! Days and moments as iCalendar writes them: `20260309`, `20260309T120000Z`.

use crate::day::{Date, date};

/// The days that four figures of a year can name: 0001-01-01 to 9999-12-31. Others are mistakes and stand at the ends.
const DAYS: std::ops::RangeInclusive<i64> = -719_162..=2_932_896;
const DAY_SECONDS: i64 = 86_400;

/// A day since 1970-01-01.
pub(super) fn day(day_number: i64) -> String {
    let Date { year, month, day } = date(day_number.clamp(*DAYS.start(), *DAYS.end()));
    format!("{year:04}{month:02}{day:02}")
}

/// A second since 1970-01-01, in UTC.
pub(super) fn moment(second: i64) -> String {
    let of_day = second.rem_euclid(DAY_SECONDS);
    let (hour, minute, second_of_minute) = (of_day / 3_600, of_day / 60 % 60, of_day % 60);
    format!("{}T{hour:02}{minute:02}{second_of_minute:02}Z", day(second.div_euclid(DAY_SECONDS)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_moments() {
        for (second, shown) in [
            (0, "19700101T000000Z"),
            (-1, "19691231T235959Z"),
            (1_772_841_599, "20260306T235959Z"),
            (i64::MAX, "99991231T153007Z"),
        ] {
            assert_eq!(moment(second), shown);
        }
        assert_eq!(day(i64::MIN), "00010101");
        assert_eq!(day(20_512), "20260228");
        assert_eq!(day(20_513), "20260301");
    }
}
