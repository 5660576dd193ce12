//! One pass over the words for time expressions.

use super::words::{is_part, month, number, unit, weekday};
use super::{Expression, Meaning, Unit, Which};
use crate::reading::Span;

/// Longest word that can belong to a time expression, in bytes.
const WORD_BYTES_MAX: usize = 24;

/// A word in lower case with its place; empty where it can be no word of time.
pub(super) struct Word {
    pub(super) span: Span,
    pub(super) lower: String,
    pub(super) is_capital: bool,
    /// A mark of the end of a sentence or clause stands before it.
    pub(super) after_mark: bool,
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = vec![];
    let mut start = None;
    let mut after_mark = true;
    let mut push = |start: usize, end: usize, after_mark: &mut bool| {
        let piece = text.get(start..end).unwrap_or("");
        let trimmed = piece.trim_end_matches(['.', ',', '-', ':']);
        let end = start + trimmed.len();
        if trimmed.is_empty() {
            return;
        }
        let lower = if trimmed.len() <= WORD_BYTES_MAX { trimmed.to_lowercase() } else { String::new() };
        let is_capital = trimmed.chars().next().is_some_and(char::is_uppercase);
        words.push(Word { span: Span { start, end }, lower, is_capital, after_mark: *after_mark });
        *after_mark = piece.len() > trimmed.len() && !piece.ends_with('.');
    };
    for (place, letter) in text.char_indices() {
        let inside = letter.is_alphanumeric() || (start.is_some() && matches!(letter, '-' | '.' | '/' | ':'));
        match (inside, start) {
            (true, None) => start = Some(place),
            (false, Some(from)) => {
                push(from, place, &mut after_mark);
                start = None;
                after_mark |= matches!(letter, ',' | ';' | '!' | '?' | '"');
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        push(from, text.len(), &mut after_mark);
    }
    words
}

/// Every time expression of a text, in order; they do not overlap.
///
/// ```
/// use onetext_report::dates::find;
/// let text = "The envoys met on Friday morning, two weeks ago and on Nov. 28.";
/// let found: Vec<&str> = find(text).iter().map(|one| one.span.of(text)).collect();
/// assert_eq!(found, ["Friday morning", "two weeks ago", "Nov. 28"]);
/// ```
pub fn find(text: &str) -> Vec<Expression> {
    let words = words(text);
    let mut found = vec![];
    let mut place = 0;
    while place < words.len() {
        match at(&words, place) {
            Some((meaning, length, is_part)) => {
                let span = Span { start: words[place].span.start, end: words[place + length - 1].span.end };
                found.push(Expression { span, meaning, is_part });
                place += length;
            }
            None => place += 1,
        }
    }
    found
}

type Found = (Meaning, usize, bool);

fn at(words: &[Word], place: usize) -> Option<Found> {
    let word = |ahead: usize| words.get(place + ahead).map_or("", |word| word.lower.as_str());
    let first = word(0);
    if first.is_empty() {
        return None;
    }
    let letter = first.as_bytes().first().copied().unwrap_or(0);
    if letter.is_ascii_digit() {
        return digits(words, place);
    }
    if let Some(day) = weekday(first).filter(|_| words[place].is_capital && first.len() > 3) {
        let part = is_part(word(1));
        return Some((Meaning::Weekday(day, Which::Plain), 1 + usize::from(part), part));
    }
    if let Some(found) = month_first(words, place) {
        return Some(found);
    }
    relative(words, place).or_else(|| counted(words, place))
}

/// "28 November 2025", "2025-11-28", "28.11.2025"
fn digits(words: &[Word], place: usize) -> Option<Found> {
    let word = |ahead: usize| words.get(place + ahead).map_or("", |word| word.lower.as_str());
    let first = word(0);
    if let Ok(day) = first.parse::<jiff::civil::Date>()
        && first.len() == 10
    {
        return Some((Meaning::Day { year: Some(day.year()), month: day.month(), day: day.day() }, 1, false));
    }
    let dotted: Vec<&str> = first.split('.').collect();
    if let [day, month, year] = dotted.as_slice()
        && let (Ok(day), Ok(month), Ok(year)) = (day.parse(), month.parse(), year.parse())
        && (1..=31).contains(&day)
        && (1..=12).contains(&month)
        && (1900..=2200).contains(&year)
    {
        return Some((Meaning::Day { year: Some(year), month, day }, 1, false));
    }
    let day = ordinal(first);
    if let (Some(day), Some(month)) = (
        day,
        month(word(1))
            .filter(|_| words.get(place + 1).is_some_and(|word| word.is_capital || !word.lower.is_ascii())),
    ) {
        let year = year(word(2));
        return Some((Meaning::Day { year, month, day }, 2 + usize::from(year.is_some()), false));
    }
    if let Some(found) = counted(words, place) {
        return Some(found);
    }
    let before =
        place.checked_sub(1).and_then(|before| words.get(before)).map_or("", |word| word.lower.as_str());
    let is_year = matches!(before, "in" | "since" | "of" | "during" | "until" | "from");
    year(first).filter(|_| is_year).map(|year| (Meaning::Year(year), 1, false))
}

fn ordinal(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let ending = &word[digits.len()..];
    digits.parse().ok().filter(|day| (1..=31).contains(day) && ["", "st", "nd", "rd", "th"].contains(&ending))
}

fn year(word: &str) -> Option<i16> {
    word.parse().ok().filter(|year| (1900..=2200).contains(year) && word.len() == 4)
}

/// "Nov. 28, 2025", "November 28", "in October 2025"
fn month_first(words: &[Word], place: usize) -> Option<Found> {
    let word = |ahead: usize| words.get(place + ahead).map_or("", |word| word.lower.as_str());
    let found = month(word(0)).filter(|_| words[place].is_capital)?;
    if let Some(day) = ordinal(word(1)) {
        let year = year(word(2));
        return Some((Meaning::Day { year, month: found, day }, 2 + usize::from(year.is_some()), false));
    }
    let before =
        place.checked_sub(1).and_then(|before| words.get(before)).map_or("", |word| word.lower.as_str());
    let year = year(word(1));
    let introduced = matches!(
        before,
        "in" | "since"
            | "until"
            | "last"
            | "this"
            | "next"
            | "of"
            | "from"
            | "by"
            | "mid"
            | "early"
            | "late"
            | "during"
    );
    let is_name = word(0) == "may" || word(0) == "march" || word(0) == "mar" || word(0) == "jan";
    (introduced || year.is_some() || !is_name && !words[place].after_mark && word(0).len() > 3).then_some((
        Meaning::Month { year, month: found },
        1 + usize::from(year.is_some()),
        false,
    ))
}

/// "last week", "the previous Sunday", "later that day", "today", "in the afternoon"
fn relative(words: &[Word], place: usize) -> Option<Found> {
    let word = |ahead: usize| words.get(place + ahead).map_or("", |word| word.lower.as_str());
    let simple = |days: i8, part: bool| Some((Meaning::Today(days), 1, part));
    match word(0) {
        "today" => return simple(0, false),
        "yesterday" => {
            let part = is_part(word(1));
            return Some((Meaning::Today(-1), 1 + usize::from(part), part));
        }
        "tomorrow" => {
            let part = is_part(word(1));
            return Some((Meaning::Today(1), 1 + usize::from(part), part));
        }
        "tonight" => return simple(0, true),
        "overnight" => return Some((Meaning::Today(-1), 1, false)),
        "earlier" | "later" => return earlier_or_later(words, place),
        "in" if word(1) == "the"
            && is_part(word(2))
            && words.get(place + 3).is_none_or(|next| next.lower != "of") =>
        {
            return Some((Meaning::PartOfDay, 3, true));
        }
        "same" if word(1) == "day" => return Some((Meaning::FromEvent(0), 2, false)),
        "that" if matches!(word(1), "day" | "morning" | "evening" | "afternoon" | "night") => {
            return Some((Meaning::FromEvent(0), 2, word(1) != "day"));
        }
        "day" if matches!(word(1), "before" | "earlier") => return Some((Meaning::FromEvent(-1), 2, false)),
        "day" if matches!(word(1), "after" | "later") => return Some((Meaning::FromEvent(1), 2, false)),
        _ => {}
    }
    let which = match word(0) {
        "last" | "previous" | "past" => Which::Last,
        "next" | "coming" | "following" | "upcoming" => Which::Next,
        "this" => Which::This,
        _ => return None,
    };
    if let Some(day) = weekday(word(1)).filter(|_| word(1).len() > 3) {
        let part = is_part(word(2));
        return Some((Meaning::Weekday(day, which), 2 + usize::from(part), part));
    }
    if which == Which::This && is_part(word(1)) {
        return Some((Meaning::PartOfDay, 2, true));
    }
    if which == Which::Last && word(1) == "night" {
        return Some((Meaning::Today(-1), 2, true));
    }
    if let Some(unit) = unit(word(1)).filter(|_| !word(1).ends_with('s')) {
        return Some(match (unit, which) {
            (Unit::Day, Which::Next) => (Meaning::FromEvent(1), 2, false),
            (Unit::Day, _) => (Meaning::FromEvent(-1), 2, false),
            (unit, which) => (Meaning::Period(unit, which), 2, false),
        });
    }
    None
}

/// "earlier this week", "later that day", "later in the month"
fn earlier_or_later(words: &[Word], place: usize) -> Option<Found> {
    let word = |ahead: usize| words.get(place + ahead).map_or("", |word| word.lower.as_str());
    let which = if word(0) == "earlier" { Which::Earlier } else { Which::Later };
    match (word(1), word(2)) {
        ("that", "day" | "evening" | "morning" | "afternoon") => Some((Meaning::FromEvent(0), 3, false)),
        ("the" | "on", "same") if word(3) == "day" => Some((Meaning::FromEvent(0), 4, false)),
        ("this" | "in" | "that", next) => {
            let at = if next == "the" { 3 } else { 2 };
            let unit = unit(word(at))?;
            Some((Meaning::Period(unit, which), at + 1, false))
        }
        ("on", next) => weekday(next).map(|day| (Meaning::Weekday(day, Which::Plain), 3, false)),
        ("today", _) => Some((Meaning::Today(0), 2, false)),
        _ => None,
    }
}

/// "two weeks ago", "nearly three weeks ago", "in ten days", "three days of talks", "for three days", "a day after"
fn counted(words: &[Word], place: usize) -> Option<Found> {
    let word = |ahead: usize| words.get(place + ahead).map_or("", |word| word.lower.as_str());
    let nearly = matches!(word(0), "nearly" | "almost");
    let hedged = usize::from(nearly || matches!(word(0), "about" | "roughly" | "some"));
    let ahead = word(0) == "in" || word(0) == "within";
    let lasts = word(0) == "for" || word(0) == "over";
    let from = hedged + usize::from(ahead || lasts);
    let count = number(word(from))?;
    let couple = usize::from(word(from) == "a" && word(from + 1) == "couple") * 2;
    let count = if couple > 0 { 2 } else { count };
    let after = from + 1 + if couple > 0 { 1 + usize::from(word(from + 2) == "of") } else { 0 };
    let unit = unit(word(after))?;
    let end = after + 1;
    let number = i32::from(count);
    if word(end) == "ago" {
        return Some((Meaning::Offset { count: -number, unit, nearly }, end + 1, false));
    }
    if ahead && !matches!(word(end), "of") {
        return Some((Meaning::Offset { count: number, unit, nearly }, end, false));
    }
    let days = i8::try_from(number).ok()?;
    match word(end) {
        "after" | "later" if unit == Unit::Day => return Some((Meaning::FromEvent(days), end + 1, false)),
        "before" | "earlier" if unit == Unit::Day => {
            return Some((Meaning::FromEvent(-days), end + 1, false));
        }
        "of" if matches!(unit, Unit::Day | Unit::Week) => {}
        _ if lasts && matches!(unit, Unit::Day | Unit::Week) => {}
        _ => return None,
    }
    let days = if unit == Unit::Week { count.saturating_mul(7) } else { count };
    Some((Meaning::Length(days), end, false))
}
