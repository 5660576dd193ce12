//! Days as people write them, resolved against a day: "12 May 2026", "2026-05-12", "May 12", "on Friday",
//! "tomorrow", "next week". A weekday is the next one after the day unless the text looks back.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The first day that a text names, seen from `today`; `ahead` picks the direction of bare weekdays and of days
/// without a year.
///
/// ```
/// use onetext_model::Day;
/// let monday = Day::constant(2026, 5, 11);
/// assert_eq!(onetext_text::find_day("they answer on Friday", monday, true), Some(Day::constant(2026, 5, 15)));
/// assert_eq!(onetext_text::find_day("no date here", monday, true), None);
/// ```
pub fn find_day(text: &str, today: Date, ahead: bool) -> Option<Date> {
    let words: Vec<String> = text
        .split(|c: char| c.is_whitespace() || c == ',')
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        // "may" and "march" are months only with a capital: "Article 12 may stay".
        .map(|word| if ["may", "march"].contains(&word) { String::new() } else { word.to_lowercase() })
        .collect();
    (0..words.len()).find_map(|place| day_at(&words[place..], today, ahead))
}

fn day_at(words: &[String], today: Date, ahead: bool) -> Option<Date> {
    let first = words.first()?.as_str();
    if let Ok(day) = first.parse::<Date>() {
        return (first.len() == 10).then_some(day);
    }
    match first {
        "today" => return Some(today),
        "tomorrow" => return today.tomorrow().ok(),
        "yesterday" => return today.yesterday().ok(),
        _ => {}
    }
    weekday(first).map_or_else(|| named(words, today, ahead), |day| toward(today, day, ahead))
}

/// "12 May 2026", "12 May", "May 12, 2026", "May 12".
fn named(words: &[String], today: Date, ahead: bool) -> Option<Date> {
    let word = |place: usize| words.get(place).map_or("", String::as_str);
    let day_first = number(word(0)).zip(month(word(1)));
    let (day, month) = day_first.or_else(|| number(word(1)).zip(month(word(0))))?;
    let year = word(2).parse::<i16>().ok().filter(|year| (1900..=2200).contains(year));
    let date = Date::new(year.unwrap_or(today.year()), month, day).ok()?;
    if year.is_some() {
        return Some(date);
    }
    // More than a month the wrong way means the neighbouring year.
    let apart = (date - today).get_days();
    match ahead {
        true if apart < -31 => date.checked_add(1.year()).ok(),
        false if apart > 31 => date.checked_sub(1.year()).ok(),
        _ => Some(date),
    }
}

fn number(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
    let ending = &word[digits.len()..];
    let day: i8 = digits.parse().ok()?;
    (["", "st", "nd", "rd", "th"].contains(&ending) && (1..=31).contains(&day)).then_some(day)
}

fn month(word: &str) -> Option<i8> {
    let is_it = |name: &str| word == name || (word.len() >= 3 && name.starts_with(word));
    let place = MONTHS.iter().position(|name| is_it(name))?;
    i8::try_from(place + 1).ok()
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" => Weekday::Monday,
        "tuesday" => Weekday::Tuesday,
        "wednesday" => Weekday::Wednesday,
        "thursday" => Weekday::Thursday,
        "friday" => Weekday::Friday,
        "saturday" => Weekday::Saturday,
        "sunday" => Weekday::Sunday,
        _ => return None,
    })
}

fn toward(today: Date, day: Weekday, ahead: bool) -> Option<Date> {
    today.nth_weekday(if ahead { 1 } else { -1 }, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_many_forms() {
        let today = Date::constant(2026, 5, 13);
        for (text, ahead, expected) in [
            ("12 May 2026", true, Some((2026, 5, 12))),
            ("on May 3rd", true, Some((2026, 5, 3))),
            ("by 2026-06-01.", true, Some((2026, 6, 1))),
            ("by Friday", true, Some((2026, 5, 15))),
            ("on Tuesday", false, Some((2026, 5, 12))),
            ("tomorrow", true, Some((2026, 5, 14))),
            ("by 10 Jan", true, Some((2027, 1, 10))),
            ("on 20 Dec", false, Some((2025, 12, 20))),
            ("Article 12 may stay", true, None),
            ("31 February 2026", true, None),
            ("12 soldiers", true, None),
        ] {
            let expected = expected.map(|(y, m, d)| Date::constant(y, m, d));
            assert_eq!(find_day(text, today, ahead), expected, "{text}");
        }
    }
}
