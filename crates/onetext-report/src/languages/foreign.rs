//! A paragraph in Ukrainian or Russian: its names, dates, numbers and quotations.

use super::{Foreign, Language, Script, language_of, names};
use crate::dates;
use crate::reading::{Span, Unread};

/// Longest quotation that is looked for, in bytes: a mark that is never closed takes no more.
const QUOTATION_BYTES_MAX: usize = 8_000;

/// Words that make a number larger; what it counts stands behind them.
const POWERS: &[&str] = &[
    "тис",
    "тыс",
    "млн",
    "млрд",
    "трлн",
    "тисяч",
    "тысяч",
    "мільйонів",
    "миллионов",
    "мільярдів",
    "миллиардов",
];

/// See [`super::read_foreign`].
pub(super) fn read(text: &str, paragraph: Span) -> Foreign {
    let words = paragraph.of(text);
    let language = language_of(words);
    let unread: Vec<Unread> = unread(language, paragraph).into_iter().collect();
    if !matches!(language, Language::Ukrainian | Language::Russian) {
        return Foreign { unread, ..Foreign::default() };
    }
    let dates = shifted(dates::find(words), paragraph.start);
    let numbers = numbers(words, paragraph.start)
        .into_iter()
        .filter(|number| !dates.iter().any(|date| date.span.overlaps(*number)))
        .collect();
    Foreign {
        names: names::names(words, paragraph.start),
        dates,
        numbers,
        quotations: quotations(words, paragraph.start),
        unread,
    }
}

/// What is not read of a paragraph in a language.
pub(super) fn unread(language: Language, paragraph: Span) -> Option<Unread> {
    let why = match language {
        // A line of figures has no language.
        Language::English | Language::Other(Script::None) => return None,
        Language::Ukrainian => {
            "Ukrainian is read for names, dates, numbers and quotations, not for statements and contacts"
        }
        Language::Russian => {
            "Russian is read for names, dates, numbers and quotations, not for statements and contacts"
        }
        Language::Other(_) => "its language is not read",
    };
    Some(Unread { span: paragraph, why: why.to_owned() })
}

fn shifted(mut found: Vec<dates::Expression>, offset: usize) -> Vec<dates::Expression> {
    for date in &mut found {
        date.span = Span { start: date.span.start + offset, end: date.span.end + offset };
    }
    found
}

/// Numbers in figures with the word that they count, or a sign of percent.
fn numbers(paragraph: &str, offset: usize) -> Vec<Span> {
    let mut found = vec![];
    let mut at = 0;
    while let Some(start) =
        paragraph.get(at..).and_then(|rest| rest.find(|letter: char| letter.is_ascii_digit()))
    {
        let start = at + start;
        let end = start + figures(&paragraph[start..]);
        let to = end + counted(&paragraph[end..]);
        // The digits of a word ("Су-35") count nothing.
        let is_apart =
            !paragraph[..start].ends_with(|letter: char| letter.is_alphanumeric() || letter == '-');
        if is_apart && to > end {
            found.push(Span { start: offset + start, end: offset + to });
        }
        at = to;
    }
    found
}

/// The bytes of a number: digits with points, commas and spaces between groups of three.
fn figures(rest: &str) -> usize {
    let mut end = 0;
    let digits = |from: usize| rest.bytes().skip(from).take_while(u8::is_ascii_digit).count();
    end += digits(end);
    while let Some(mark) = rest.get(end..).and_then(|rest| rest.chars().next()) {
        let is_mark = matches!(mark, '.' | ',')
            || matches!(mark, ' ' | '\u{A0}' | '\u{202F}') && digits(end + mark.len_utf8()) == 3;
        let more = digits(end + mark.len_utf8());
        if !is_mark || more == 0 {
            break;
        }
        end += mark.len_utf8() + more;
    }
    end
}

/// The bytes of what is counted behind a number: "%", " пунктів", " млрд доларів".
fn counted(rest: &str) -> usize {
    let trimmed = rest.trim_start_matches([' ', '\u{A0}', '\u{202F}']);
    if trimmed.starts_with('%') {
        return rest.len() - trimmed.len() + 1;
    }
    let Some(word) = lower_word(rest) else { return 0 };
    let is_power = POWERS.contains(&rest[..word].trim_matches(|letter: char| !letter.is_alphabetic()));
    let dot = usize::from(rest[word..].starts_with('.'));
    match lower_word(&rest[word + dot..]) {
        Some(unit) if is_power => word + dot + unit,
        _ => word,
    }
}

/// The bytes of white space and a word in small letters.
fn lower_word(rest: &str) -> Option<usize> {
    let trimmed = rest.trim_start_matches([' ', '\u{A0}', '\u{202F}']);
    let blank = rest.len() - trimmed.len();
    let letters: usize = trimmed
        .chars()
        .take_while(|letter| letter.is_lowercase() || matches!(letter, '\'' | '’' | 'ʼ'))
        .map(char::len_utf8)
        .sum();
    (blank > 0 && letters > 0).then_some(blank + letters)
}

/// What stands in quotation marks, outermost first in its order; marks inside others belong to the outer quotation.
fn quotations(paragraph: &str, offset: usize) -> Vec<Span> {
    let mut found = vec![];
    let mut rest = paragraph.char_indices();
    while let Some((start, mark)) = rest.next() {
        let Some(closing) = closing(mark) else { continue };
        let from = start + mark.len_utf8();
        let Some(end) = close(paragraph, from, mark, closing) else { continue };
        found.push(Span { start: offset + from, end: offset + end });
        while rest.offset() < end {
            rest.next();
        }
        rest.next();
    }
    found
}

/// The marks that may close a quotation.
fn closing(mark: char) -> Option<&'static [char]> {
    Some(match mark {
        '«' => &['»'],
        '„' => &['“', '”'],
        '“' => &['”'],
        '"' => &['"'],
        _ => return None,
    })
}

/// Where the quotation that begins at `from` ends.
fn close(paragraph: &str, from: usize, opening: char, closing: &[char]) -> Option<usize> {
    let mut depth = 1;
    for (place, mark) in
        paragraph.get(from..)?.char_indices().take_while(|(place, _)| *place < QUOTATION_BYTES_MAX)
    {
        if closing.contains(&mark) {
            depth -= 1;
        } else if mark == opening {
            depth += 1;
        }
        if depth == 0 {
            return (place > 0).then_some(from + place);
        }
    }
    None
}
