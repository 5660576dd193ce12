//! The numbers of a reference: "4", "4 bis", "9(6)", "1, 3 and 5", "9 to 11", with what stands in round brackets behind them.

use super::{Step, StepSort};

/// Latin numbers behind a number.
const INSERTED: [&str; 6] = ["bis", "ter", "quater", "quinquies", "sexies", "septies"];
/// What follows a number that is no provision's: "Article 3, 30 days".
const UNITS: [&str; 12] =
    ["day", "days", "month", "months", "year", "years", "per", "million", "jours", "mois", "ans", "percent"];

/// The numbers after a word, each with what stands in round brackets behind it.
#[expect(clippy::type_complexity, reason = "steps, whether a range, and where they end")]
pub(super) fn numbers(text: &str, behind: usize, sort: StepSort) -> Option<(Vec<(Vec<Step>, bool)>, usize)> {
    let mut found: Vec<(Vec<Step>, bool)> = Vec::new();
    let (first, mut end) = number(text, behind, sort)?;
    found.push((first, false));
    while let Some((after, is_range)) = separator(text, end) {
        let Some((next, next_end)) = number(text, after, sort) else { break };
        let unit =
            text[next_end..].trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let is_bare = next.len() == 1;
        if is_bare && UNITS.contains(&unit) {
            break;
        }
        if let Some(last) = found.last_mut().filter(|_| is_range) {
            last.1 = true;
        }
        found.push((next, is_range));
        end = next_end;
    }
    Some((found, end))
}

/// What may stand between two numbers; whether it makes a range.
fn separator(text: &str, at: usize) -> Option<(usize, bool)> {
    let rest = &text[at..];
    let bare = rest.trim_start();
    let place = |left: &str| text.len() - left.len();
    for (mark, is_range) in [("to ", true), ("through ", true), ("à ", true), ("–", true), ("-", true)] {
        if let Some(after) = bare.strip_prefix(mark) {
            return Some((place(after), is_range));
        }
    }
    let after_comma = bare.strip_prefix(',').map_or(bare, str::trim_start);
    for word in ["and/or ", "and ", "or ", "et ", "ou ", "y ", "o "] {
        if let Some(after) = after_comma.strip_prefix(word) {
            return Some((place(after), false));
        }
    }
    (after_comma.len() < bare.len()).then(|| (place(after_comma), false))
}

/// One number: "4", "4 bis", "[14]", "II", "104.1", "(a)", with what stands in round brackets behind it.
fn number(text: &str, at: usize, sort: StepSort) -> Option<(Vec<Step>, usize)> {
    let mut rest = text[at..].trim_start_matches([' ', '\u{a0}', '\n', '\t']);
    let is_open = rest.starts_with('[');
    rest = rest.strip_prefix('[').unwrap_or(rest);
    let mut steps = Vec::new();
    if !rest.starts_with('(') {
        let length = bare_number(rest, sort)?;
        let number: String =
            rest[..length].chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
        steps.push(Step { sort, number });
        rest = &rest[length..];
    }
    while let Some((inside, after)) = in_round_brackets(rest) {
        let is_letter = inside.starts_with(|c: char| c.is_ascii_alphabetic());
        // After an article's number the first bracket is the paragraph; a letter is always a point.
        let own = match (steps.is_empty(), is_letter) {
            (true, _) => sort,
            (false, true) => StepSort::Point,
            (false, false) => StepSort::Paragraph,
        };
        steps.push(Step { sort: own, number: inside.to_lowercase() });
        rest = after;
    }
    rest = if is_open { rest.strip_prefix(']')? } else { rest };
    (!steps.is_empty()).then_some((steps, text.len() - rest.len()))
}

/// "(a)", "(12)", "(iv)", with a blank before it or none.
fn in_round_brackets(text: &str) -> Option<(&str, &str)> {
    let (inside, after) = text.strip_prefix(' ').unwrap_or(text).strip_prefix('(')?.split_once(')')?;
    let inside = inside.trim();
    let is_number = (1..=4).contains(&inside.len())
        && (inside.chars().all(|c| c.is_ascii_digit())
            || inside.len() <= 2 && inside.chars().all(|c| c.is_ascii_lowercase())
            || inside.chars().all(|c| "ivx".contains(c)));
    is_number.then_some((inside, after))
}

fn bare_number(text: &str, sort: StepSort) -> Option<usize> {
    let digits = text.find(|c: char| !c.is_numeric()).unwrap_or(text.len());
    if digits > 0 {
        let mut length = digits;
        while let Some(more) = text[length..].strip_prefix('.') {
            let count = more.find(|c: char| !c.is_ascii_digit()).unwrap_or(more.len());
            if count == 0 {
                break;
            }
            length += 1 + count;
        }
        length += suffix(&text[length..]);
        let is_whole = !text[length..].starts_with(|c: char| c.is_alphanumeric() || c == '/' || c == '%');
        return is_whole.then_some(length);
    }
    let word = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    let letters = &text[..word];
    // A paragraph "X" is still to be numbered, and no tenth one.
    let is_roman = !letters.is_empty()
        && letters.chars().all(|c| "IVXLC".contains(c))
        && (sort != StepSort::Paragraph || letters != "X");
    let is_letter = sort == StepSort::Annex && word == 1 && letters.chars().all(|c| c.is_ascii_uppercase());
    let is_point = sort == StepSort::Point
        && text[word..].starts_with(')')
        && word <= 3
        && letters.chars().all(|c| c.is_ascii_lowercase());
    (is_roman || is_letter || is_point)
        .then(|| word + usize::from(is_point) + if is_roman { suffix(&text[word..]) } else { 0 })
}

/// " bis", "a" right behind a number.
fn suffix(text: &str) -> usize {
    let blanks = text.len() - text.trim_start_matches([' ', '\u{a0}']).len();
    let word = &text[blanks..];
    let end = word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len());
    if INSERTED.contains(&word[..end].to_lowercase().as_str()) {
        return blanks + end;
    }
    usize::from(
        blanks == 0
            && end == 1
            && word.is_char_boundary(1)
            && word.starts_with(|c: char| c.is_ascii_alphabetic()),
    )
}
