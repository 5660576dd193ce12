//! Words of time: weekdays, months, numbers, units.

use jiff::civil::Weekday;

use super::Unit;

/// A weekday by its English name or abbreviation.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" | "mon" => Weekday::Monday,
        "tuesday" | "tue" | "tues" => Weekday::Tuesday,
        "wednesday" | "wed" => Weekday::Wednesday,
        "thursday" | "thu" | "thurs" => Weekday::Thursday,
        "friday" | "fri" => Weekday::Friday,
        "saturday" | "sat" => Weekday::Saturday,
        "sunday" | "sun" => Weekday::Sunday,
        _ => return None,
    })
}

/// A month by its English, Ukrainian or Russian name, as it stands beside a day.
pub(super) fn month(word: &str) -> Option<i8> {
    const MONTHS: [&[&str]; 12] = [
        &["january", "jan", "січня", "января"],
        &["february", "feb", "лютого", "февраля"],
        &["march", "mar", "березня", "марта"],
        &["april", "apr", "квітня", "апреля"],
        &["may", "травня", "мая"],
        &["june", "jun", "червня", "июня"],
        &["july", "jul", "липня", "июля"],
        &["august", "aug", "серпня", "августа"],
        &["september", "sep", "sept", "вересня", "сентября"],
        &["october", "oct", "жовтня", "октября"],
        &["november", "nov", "листопада", "ноября"],
        &["december", "dec", "грудня", "декабря"],
    ];
    let place = MONTHS.iter().position(|names| names.contains(&word))?;
    i8::try_from(place + 1).ok()
}

/// A number in words or digits.
pub(super) fn number(word: &str) -> Option<u16> {
    const WORDS: [&str; 21] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    const TENS: [(&str, u16); 8] = [
        ("twenty", 20),
        ("thirty", 30),
        ("forty", 40),
        ("fifty", 50),
        ("sixty", 60),
        ("seventy", 70),
        ("eighty", 80),
        ("ninety", 90),
    ];
    if let Some(place) = WORDS.iter().position(|known| *known == word) {
        return u16::try_from(place).ok();
    }
    if let Some((_, tens)) = TENS.iter().find(|(known, _)| *known == word) {
        return Some(*tens);
    }
    if let Some((tens, ones)) = word.split_once('-')
        && let (Some((_, tens)), Some(ones)) =
            (TENS.iter().find(|(known, _)| *known == tens), WORDS.iter().position(|known| *known == ones))
    {
        return u16::try_from(ones).ok().map(|ones| tens + ones);
    }
    match word {
        "a" | "an" => Some(1),
        "couple" => Some(2),
        "dozen" => Some(12),
        _ => word.parse().ok(),
    }
}

/// A unit of the calendar.
pub(super) fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "day" | "days" => Unit::Day,
        "week" | "weeks" => Unit::Week,
        "weekend" | "weekends" => Unit::Weekend,
        "month" | "months" => Unit::Month,
        "year" | "years" => Unit::Year,
        _ => return None,
    })
}

/// A part of the day.
pub(super) fn is_part(word: &str) -> bool {
    matches!(word, "morning" | "afternoon" | "evening" | "night" | "noon" | "midday" | "mornings")
}
