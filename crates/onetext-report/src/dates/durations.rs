//! How long something took: "a two-hour call", "about eight hours", "more than 10 hours", "an hour and a half".

use super::scan::{Word, words};
use super::words::number;
use crate::reading::Span;

/// Minutes of the longest contact: two days and nights.
const MINUTES_MAX: u32 = 3_000;

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duration {
    /// In minutes.
    pub minutes: u32,
    /// Whether it is given roughly: "about", "more than", "nearly".
    pub approximate: bool,
    /// Its words, with "about".
    pub span: Span,
}

/// Every length in hours and minutes, in order.
///
/// ```
/// use onetext_report::dates::find_durations;
/// let minutes: Vec<u32> = find_durations("a two-hour call; about eight hours; an hour and a half; 90 minutes")
///     .iter().map(|one| one.minutes).collect();
/// assert_eq!(minutes, [120, 480, 90, 90]);
/// ```
pub fn find_durations(text: &str) -> Vec<Duration> {
    // Most texts have none: nothing is cut into words for them.
    if !["hour", "minute", "Hour", "Minute"].iter().any(|word| text.contains(word)) {
        return vec![];
    }
    let words = words(text);
    let mut found = vec![];
    let mut place = 0;
    while place < words.len() {
        match at(&words, place) {
            Some((minutes, length)) if minutes <= MINUTES_MAX && minutes > 0 => {
                let hedges = hedge_before(&words, place);
                let span =
                    Span { start: words[place - hedges].span.start, end: words[place + length - 1].span.end };
                found.push(Duration { minutes, approximate: hedges > 0, span });
                place += length;
            }
            _ => place += 1,
        }
    }
    found
}

fn at(words: &[Word], place: usize) -> Option<(u32, usize)> {
    let word = |ahead: usize| words.get(place + ahead).map_or("", |word| word.lower.as_str());
    // "two-hour", "90-minute", "half-hour"
    for (ending, minutes) in [
        ("-hour", 60),
        ("-hours", 60),
        ("-minute", 1),
        ("-hour-long", 60),
        ("-hourlong", 60),
        ("-minutes", 1),
    ] {
        if let Some(count) = word(0).strip_suffix(ending) {
            let half = count == "half";
            return if half {
                Some((minutes / 2, 1))
            } else {
                decimal(count, minutes).map(|minutes| (minutes, 1))
            };
        }
    }
    if word(0) == "hourlong" || word(0) == "hour-long" {
        return Some((60, 1));
    }
    if word(0) == "half" && matches!(word(1), "an" | "a") && word(2) == "hour" {
        return Some((30, 3));
    }
    let minutes_of = |unit: &str| match unit {
        "hour" | "hours" => Some(60),
        "minute" | "minutes" => Some(1),
        _ => None,
    };
    let unit = minutes_of(word(1))?;
    let count = decimal(word(0), unit)?;
    if unit == 60 && word(2) == "and" {
        if word(3) == "a" && word(4) == "half" {
            return Some((count + 30, 5));
        }
        if let (Some(more), Some(1)) = (number(word(3)), minutes_of(word(4))) {
            return Some((count + u32::from(more), 5));
        }
    }
    Some((count, 2))
}

/// "2.5" of sixty minutes.
fn decimal(word: &str, unit: u32) -> Option<u32> {
    if let Some((whole, tenth)) = word.split_once('.') {
        let (whole, tenth): (u32, u32) =
            (whole.parse().ok()?, tenth.parse().ok().filter(|tenth| *tenth < 10)?);
        return whole.checked_mul(unit)?.checked_add(tenth * unit / 10);
    }
    number(word).and_then(|count| u32::from(count).checked_mul(unit))
}

/// How many words of "about", "more than", "nearly" stand before.
fn hedge_before(words: &[Word], place: usize) -> usize {
    let word = |back: usize| {
        place.checked_sub(back).and_then(|at| words.get(at)).map_or("", |word| word.lower.as_str())
    };
    match (word(2), word(1)) {
        ("more" | "less", "than") | ("at", "least") => 2,
        (
            _,
            "about" | "nearly" | "almost" | "some" | "roughly" | "around" | "over" | "under"
            | "approximately",
        ) => 1,
        _ => 0,
    }
}
