//! What dates look like on a page. Periods and durations are tested beside their code.

use onetext_desk::date;
use onetext_model::Day;

#[test]
fn dates_are_written_with_the_month_in_letters() {
    for (day, words) in [
        (Day::constant(2025, 12, 2), "2 Dec 2025"),
        (Day::constant(2026, 1, 31), "31 Jan 2026"),
        (Day::constant(1648, 10, 24), "24 Oct 1648"),
    ] {
        assert_eq!(date(day), words);
    }
}
