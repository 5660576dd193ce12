//! Days as a person would read them: text, its words of time, and the days that they mean in a report of a certain day.

use jiff::civil::{Date, date};
use onetext_report::dates::{
    Expression, Tense, day_of_other, ending_on, find, find_durations, resolve, resolve_from,
};
use onetext_report::{Precision, When};
use proptest::prelude::*;

/// The days as in the tables: "05-09", "05-09..05-11 week", with the year where it is not 2026.
fn said(when: &When) -> String {
    let (Some(start), Some(end)) = (when.start, when.end) else { return "open".to_owned() };
    let short = |day: Date| day.to_string().trim_start_matches("2026-").to_owned();
    let days = if start == end { short(start) } else { format!("{}..{}", short(start), short(end)) };
    match when.precision {
        Precision::Day => days,
        Precision::PartOfDay => format!("{days} part"),
        Precision::Week => format!("{days} week"),
        Precision::Month => format!("{days} month"),
        Precision::Year => format!("{days} year"),
        Precision::Unknown => format!("{days} unknown"),
    }
}

/// Everything in a text, as "words = days; words = days".
fn read(text: &str, say: impl Fn(&Expression) -> When) -> String {
    let found = find(text);
    let pieces: Vec<String> =
        found.iter().map(|piece| format!("{} = {}", piece.span.of(text), said(&say(piece)))).collect();
    pieces.join("; ")
}

/// Each row is a text and, behind the bar, what is expected; all misses are shown at once.
fn check(table: &str, say: impl Fn(&Expression) -> When) {
    let rows: Vec<(&str, &str)> = table
        .lines()
        .filter_map(|row| row.split_once('|'))
        .map(|(text, days)| (text.trim(), days.trim()))
        .collect();
    assert!(rows.len() > 3, "the table is not read");
    let misses: Vec<String> = rows
        .into_iter()
        .map(|(text, expected)| (text, expected, read(text, &say)))
        .filter(|(_, expected, found)| expected != found)
        .map(|(text, expected, found)| format!("{text}\n  expected {expected}\n  found    {found}"))
        .collect();
    assert!(misses.is_empty(), "\n{}", misses.join("\n"));
}

/// A Wednesday, unless a test says another day.
const WEDNESDAY: Date = date(2026, 5, 13);

#[test]
fn told_of_the_past() {
    check(include_str!("dates/past.txt"), |piece| resolve(piece, Some(WEDNESDAY), Tense::Past));
}

#[test]
fn told_of_the_future() {
    check(include_str!("dates/future.txt"), |piece| resolve(piece, Some(WEDNESDAY), Tense::Future));
}

#[test]
fn told_without_a_tense() {
    check(include_str!("dates/unknown.txt"), |piece| resolve(piece, Some(WEDNESDAY), Tense::Unknown));
}

#[test]
fn told_without_a_day_to_be_seen_from() {
    check(include_str!("dates/open.txt"), |piece| resolve(piece, None, Tense::Past));
}

#[test]
fn told_on_a_sunday() {
    let sunday = Some(date(2026, 5, 17));
    check(
        "they met on Sunday            | Sunday = 05-17
         they met on Saturday          | Saturday = 05-16
         talks later this week         | later this week = 05-17..05-24 week
         talks earlier this week       | earlier this week = 05-11..05-17 week
         talks last week               | last week = 05-10..05-16 week
         talks the previous Sunday     | the previous Sunday = 05-10
         talks this weekend            | this weekend = 05-16..05-17",
        |piece| resolve(piece, sunday, Tense::Past),
    );
    check(
        "they meet on Sunday           | Sunday = 05-17
         they meet on Monday           | Monday = 05-18
         they meet this week           | this week = 05-17..05-24 week
         they meet next week           | next week = 05-18..05-24 week",
        |piece| resolve(piece, sunday, Tense::Future),
    );
}

#[test]
fn told_beside_an_event() {
    // A Saturday.
    let event = date(2026, 5, 9);
    check(
        "He confirmed later that day             | later that day = 05-09
         He confirmed it the same day            | the same day = 05-09
         He confirmed it that evening            | that evening = 05-09 part
         It came a day after                     | a day after = 05-10
         It came two days later                  | two days later = 05-11
         The day before, he had refused          | The day before = 05-08
         He left the next day                    | the next day = 05-10
         He left the following morning           | the following morning = 05-10 part
         A week later he was back                | A week later = 05-13..05-19 week
         They met the following week             | the following week = 05-11..05-17 week
         They met that week                      | that week = 05-04..05-10 week
         the previous Sunday                     | the previous Sunday = 05-03
         the following Friday                    | the following Friday = 05-15
         He spoke again in the afternoon         | in the afternoon = 05-09 part
         hours later he refused                  | hours later = 05-09
         It began with three days of talks       | three days = 05-09..05-11",
        |piece| resolve_from(piece, event),
    );
    check(
        "It capped three days of talks  | three days = 05-07..05-09
         It ended a two-week conference | two-week = 04-26..05-09
         It ended a conference of several days | several days = open
         They had met on Friday         | Friday = open",
        |piece| ending_on(piece, event),
    );
    check(
        "The offer comes a day after the union complained  | a day after = 05-08
         The visit comes two days before the vote          | two days before = 05-11
         It comes on Friday                                | Friday = open
         It comes the day after the vote                   | the day after = 05-08",
        |piece| day_of_other(piece, event),
    );
}

#[test]
fn lengths_in_minutes() {
    for (text, expected) in [
        ("a two-hour phone call", "two-hour 120"),
        ("a five-hour meeting", "five-hour 300"),
        ("they spent about eight hours together", "about eight hours 480~"),
        ("it lasted more than 10 hours", "more than 10 hours 600~"),
        ("it lasted 90 minutes", "90 minutes 90"),
        ("a 45-minute briefing", "45-minute 45"),
        ("for an hour and a half", "an hour and a half 90"),
        ("for half an hour", "half an hour 30"),
        ("a half-hour call", "half-hour 30"),
        ("a call of two and a half hours", "two and a half hours 150"),
        ("a two-and-a-half-hour call", "two-and-a-half-hour 150"),
        ("for 1.5 hours", "1.5 hours 90"),
        ("for nearly an hour", "nearly an hour 60~"),
        ("an hour-long call", "an hour 60"),
        ("two hours and 40 minutes", "two hours and 40 minutes 160"),
        ("two to three hours of talks", "two to three hours 150~"),
        ("for twenty-five minutes", "twenty-five minutes 25"),
        ("just over two hours", "just over two hours 120~"),
        ("less than an hour", "less than an hour 60~"),
        ("within hours of the call", ""),
        ("two hours ago", ""),
        ("three hours later", ""),
        ("60 miles an hour", ""),
        ("several hours of talks", ""),
        ("three days of talks", ""),
        ("in two hours of talks", "two hours 120"),
        ("$1,500 minutes", ""),
    ] {
        let found: Vec<String> = find_durations(text)
            .iter()
            .map(|length| {
                let mark = if length.approximate { "~" } else { "" };
                format!("{} {}{mark}", length.span.of(text), length.minutes)
            })
            .collect();
        assert_eq!(found.join("; "), expected, "{text}");
    }
}

#[test]
fn lengths_in_days_and_times_of_day() {
    let first = |text: &str| find(text).into_iter().next();
    assert_eq!(first("three days of talks").and_then(|piece| piece.length_days()), Some(3));
    assert_eq!(first("a two-week visit").and_then(|piece| piece.length_days()), Some(14));
    assert_eq!(first("on Friday").and_then(|piece| piece.length_days()), None);
    for (text, hour, minute) in [
        ("at 3 p.m. on Friday", 15, 0),
        ("on Friday at 9:30 a.m.", 9, 30),
        ("Friday, 12 May at 15:45", 15, 45),
        ("at 12 a.m.", 0, 0),
        ("at 10 o'clock", 10, 0),
        ("at 3pm", 15, 0),
    ] {
        let time = first(text).and_then(|piece| piece.time);
        assert_eq!(time.map(|time| (time.hour(), time.minute())), Some((hour, minute)), "{text}");
    }
}

/// Words of time, odd letters and marks, put together at random.
fn odd_text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "\\PC{0,6}",
        Just("from".to_owned()),
        Just("nearly".to_owned()),
        Just("99999".to_owned()),
        Just("31".to_owned()),
        Just("999 years ago".to_owned()),
        Just("Feb".to_owned()),
        Just("May".to_owned()),
        Just("п'ятницю".to_owned()),
        Just("2099".to_owned()),
        Just("in".to_owned()),
        Just("the".to_owned()),
        Just("first half of".to_owned()),
        Just("week".to_owned()),
        Just("hours and a half".to_owned()),
        Just("п\u{2019}".to_owned()),
        Just("12 p.m. on Friday".to_owned()),
    ];
    let mark = prop_oneof![
        Just(" "),
        Just("-"),
        Just(". "),
        Just("."),
        Just(", "),
        Just("\u{2013}"),
        Just("'"),
        Just(":"),
        Just("/"),
        Just("")
    ];
    prop::collection::vec((word, mark), 0..24)
        .prop_map(|pieces| pieces.into_iter().map(|(word, mark)| word + mark).collect())
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in odd_text(), day in -300_000..300_000_i32, tense in 0..3) {
        let tense = [Tense::Past, Tense::Future, Tense::Unknown][usize::try_from(tense).unwrap()];
        let anchor = date(2026, 5, 13).checked_add(jiff::Span::new().days(day)).unwrap();
        let found = find(&text);
        prop_assert_eq!(&found, &find(&text));
        let mut before = 0;
        for piece in &found {
            prop_assert!(piece.span.start >= before && piece.span.end > piece.span.start);
            prop_assert!(text.get(piece.span.start..piece.span.end).is_some());
            before = piece.span.end;
            let whens = [
                resolve(piece, Some(anchor), tense),
                resolve(piece, None, tense),
                resolve_from(piece, anchor),
                ending_on(piece, anchor),
                day_of_other(piece, anchor),
            ];
            for when in whens {
                prop_assert_eq!(when.start.is_some(), when.end.is_some());
                prop_assert!(when.start <= when.end);
                prop_assert_eq!(when.start.is_none(), when.precision == Precision::Unknown);
            }
        }
        for length in find_durations(&text) {
            prop_assert!(text.get(length.span.start..length.span.end).is_some());
            prop_assert!(length.minutes > 0);
        }
    }

    #[test]
    fn the_first_and_last_days_of_the_calendar_do_not_panic(back in 0..400_i32, is_last: bool, text in odd_text()) {
        let anchor = if is_last { Date::MAX } else { Date::MIN };
        let step = jiff::Span::new().days(if is_last { -back } else { back });
        let anchor = anchor.checked_add(step).unwrap();
        for piece in find(&text) {
            for tense in [Tense::Past, Tense::Future, Tense::Unknown] {
                resolve(&piece, Some(anchor), tense);
            }
            resolve_from(&piece, anchor);
        }
    }
}
