//! The words of a text, each with its bytes, its term, and what stands before it.

use super::cyrillic;
use super::terms::{self, Term};

/// Longest word that can be one of ours, in bytes.
const WORD_BYTES_MAX: usize = 32;

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// White space.
    Blank,
    /// A comma and white space.
    Comma,
    /// A full stop and white space: an abbreviation or the end of a sentence.
    Stop,
    /// A full stop or comma without white space: "28.11", "p.m", "1,500".
    Dot,
    /// A hyphen or dash without white space: "two-hour", "5–7".
    Dash,
    /// A dash with white space around it.
    SpacedDash,
    /// "11/28"
    Slash,
    /// "15:30"
    Colon,
    /// "Monday's"
    Apostrophe,
    /// Anything else, the start of the text, the start of a paragraph.
    Break,
}

/// A run of letters and digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) term: Term,
    pub(super) gap: Gap,
    pub(super) is_capital: bool,
}

/// The words of a text in order.
pub(super) fn words(text: &str) -> Vec<Word> {
    // News prose has six bytes to a word.
    let mut found = Vec::with_capacity(text.len() / 6 + 1);
    let bytes = text.as_bytes();
    let (mut at, mut before) = (0, None);
    while at < bytes.len() {
        let Some(size) = word_char(text, at) else {
            at += char_bytes(bytes[at]);
            continue;
        };
        let start = at;
        at += size;
        while let Some(size) = word_char(text, at).or_else(|| inner_apostrophe(text, at)) {
            at += size;
        }
        let gap = before.map_or(Gap::Break, |end| gap(&bytes[end..start]));
        let word = &text[start..at];
        let (term, is_capital) = read(word);
        // The last full stop of "p.m." is a part of it.
        if term == Term::M && gap == Gap::Dot && bytes.get(at) == Some(&b'.') {
            at += 1;
        }
        found.push(Word { start, end: at, term, gap, is_capital });
        before = Some(at);
    }
    found
}

/// Bytes of the character that begins with this byte.
fn char_bytes(first: u8) -> usize {
    match first {
        0xF0.. => 4,
        0xE0.. => 3,
        0xC0.. => 2,
        _ => 1,
    }
}

/// The bytes of the letter or digit at a place.
fn word_char(text: &str, at: usize) -> Option<usize> {
    let byte = *text.as_bytes().get(at)?;
    if byte.is_ascii() {
        return byte.is_ascii_alphanumeric().then_some(1);
    }
    let letter = text.get(at..)?.chars().next()?;
    letter.is_alphanumeric().then_some(letter.len_utf8())
}

/// An apostrophe inside a Ukrainian word: "п'ятниця".
fn inner_apostrophe(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_after_cyrillic = at >= 2 && matches!(bytes[at - 2], 0xD0 | 0xD1);
    let mark = *bytes.get(at)?;
    if !is_after_cyrillic || !matches!(mark, b'\'' | 0xE2 | 0xCA) {
        return None;
    }
    let mark = text.get(at..)?.chars().next().filter(|mark| matches!(mark, '\'' | '’' | 'ʼ'))?;
    matches!(bytes.get(at + mark.len_utf8()), Some(0xD0 | 0xD1)).then_some(mark.len_utf8())
}

fn gap(between: &[u8]) -> Gap {
    match between {
        b" " => return Gap::Blank,
        b", " => return Gap::Comma,
        b". " => return Gap::Stop,
        _ => {}
    }
    let first = between.iter().position(|byte| !byte.is_ascii_whitespace());
    let lines = between.split(|byte| *byte == b'\n').count() - 1;
    let Some(first) = first else { return if lines > 1 { Gap::Break } else { Gap::Blank } };
    let last = between.iter().rposition(|byte| !byte.is_ascii_whitespace()).unwrap_or(first);
    let (is_spaced_before, is_spaced_after) = (first > 0, last + 1 < between.len());
    match (&between[first..=last], is_spaced_before, is_spaced_after) {
        // A no-break space, a narrow no-break space.
        (b"\xC2\xA0" | b"\xE2\x80\xAF" | b"\xE2\x80\x89", _, _) => Gap::Blank,
        _ if lines > 1 => Gap::Break,
        (b",", _, true) => Gap::Comma,
        (b".", false, true) if lines == 0 => Gap::Stop,
        (b"." | b",", false, false) => Gap::Dot,
        // Hyphen, non-breaking hyphen, en dash, em dash.
        (b"-" | b"\xE2\x80\x91" | b"\xE2\x80\x93" | b"\xE2\x80\x94", false, false) => Gap::Dash,
        (b"-" | b"\xE2\x80\x93" | b"\xE2\x80\x94", true, true) => Gap::SpacedDash,
        (b"/", false, false) => Gap::Slash,
        (b":", false, false) => Gap::Colon,
        (b"'" | b"\xE2\x80\x99", false, _) => Gap::Apostrophe,
        _ => Gap::Break,
    }
}

/// The term of a word, and whether it begins with a capital.
fn read(word: &str) -> (Term, bool) {
    let bytes = word.as_bytes();
    let first = bytes.first().copied().unwrap_or(b' ');
    if first.is_ascii_digit() {
        return (terms::of_digits(word), false);
    }
    if first.is_ascii() {
        let is_capital = first.is_ascii_uppercase();
        let mut lower = [0; WORD_BYTES_MAX];
        let Some(lower) = lower.get_mut(..bytes.len()) else { return (Term::Other, is_capital) };
        lower.copy_from_slice(bytes);
        lower.make_ascii_lowercase();
        return (terms::of_word(lower, is_capital), is_capital);
    }
    let is_capital = word.chars().next().is_some_and(char::is_uppercase);
    let term = if matches!(first, 0xD0 | 0xD1) { cyrillic::of_word(word) } else { Term::Other };
    (term, is_capital)
}
