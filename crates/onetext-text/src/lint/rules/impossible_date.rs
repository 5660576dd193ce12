//! A day that no calendar has, or a year that cannot be meant.
//!
//! Why it is bad: a deadline on such a day never comes.
//!
//! Example: "31 June 2026", "July 26, 2992".
//!
//! Better: the day that is meant.
//!
//! Standard: none is needed.
//!
//! Do not heed it when another calendar is meant; then say which.

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};
use crate::exact::{Span, dates};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT042",
    name: "impossible-date",
    severity: Severity::Error,
    reads: Reads::EveryLanguage,
    manual: head(include_str!("impossible_date.rs")),
    check,
};

/// Days of each month; February has 29.
const DAYS: [i64; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/// Years that a text may speak of. Others are Hijri or Persian years below it, and slips of the pen.
const YEARS: std::ops::RangeInclusive<i64> = 1200..=2200;

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    for place in 0..subject.draft.provisions.len() {
        let text = subject.text(place);
        for date in dates(text) {
            let most = usize::try_from(date.month - 1).ok().and_then(|at| DAYS.get(at)).copied().unwrap_or(0);
            let is_leap = date.year.is_none_or(|year| (year % 4 == 0 && year % 100 != 0) || year % 400 == 0);
            let has_no_day =
                date.day.is_some_and(|day| day > most || (date.month == 2 && day == 29 && !is_leap));
            let has_no_year = date.year.is_some_and(|year| !YEARS.contains(&year));
            if has_no_day || has_no_year {
                let span = Span { place, from: date.from, to: date.to };
                let fact = Fact::NoSuchDay { date, written: text[date.from..date.to].to_owned() };
                found.push(Remark::new(&RULE, span, fact));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn a_day_is_in_the_calendar() {
        table(
            &RULE,
            &[
                ("1. By 31 June 2026 at the latest.\n", &["31 June 2026"]),
                ("1. As agreed on July 26, 2992.\n", &["July 26, 2992"]),
                ("1. On 29 February 2025.\n", &["29 February 2025"]),
                ("1. Le 29 février 2024, et le 1er mars.\n", &[]),
                ("1. To the year 2000, by May.\n", &[]),
            ],
        );
    }
}
