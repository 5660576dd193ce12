//! One pass over the letters: tokens, and where paragraphs begin.

use super::list::Mark;
use super::{Case, NONE, Sort, TEXT_BYTES_MAX, Token};

/// Widest line of a text that was wrapped by hand: there a single line break is no new paragraph.
const WRAPPED_LINE_CHARACTERS_MAX: usize = 90;

/// Abbreviations that keep their full stop.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "maj", "capt", "sgt", "adm", "cmdr", "brig", "rev",
    "hon", "amb", "bros", "sen", "rep", "gov", "pres", "sec", "rt", "st", "jr", "sr", "jan", "feb", "mar",
    "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "inc", "corp", "ltd", "co", "no", "vs",
    "etc", "approx", "art", "para", "fig", "dept", "univ", "assn", "ft", "mt", "ave", "blvd", "calif", "fla",
    "mass", "mich", "wash", "conn", "ill", "minn", "pa", "va", "ariz", "colo", "ore", "tenn", "wis", "ala",
    "ga", "ky", "la",
];

/// The tokens and the index of the token that begins each paragraph.
pub(super) struct Cut {
    pub(super) tokens: Vec<Token>,
    pub(super) paragraph_starts: Vec<usize>,
}

pub(super) fn tokens(source: &str) -> Cut {
    let mut end = source.len().min(TEXT_BYTES_MAX);
    while !source.is_char_boundary(end) {
        end -= 1;
    }
    let source = &source[..end];
    let wrapped = is_wrapped(source);
    let mut cut = Cut { tokens: Vec::with_capacity(end / 5 + 8), paragraph_starts: vec![] };
    let mut place = 0;
    let mut breaks = 2;
    while let Some(letter) = source[place..].chars().next() {
        if letter == ' ' {
            place += 1;
            continue;
        }
        if letter.is_whitespace() || is_invisible(letter) {
            breaks += usize::from(letter == '\n' || letter == '\u{2029}' || letter == '\u{2028}');
            place += letter.len_utf8();
            continue;
        }
        if breaks >= if wrapped { 2 } else { 1 } {
            cut.paragraph_starts.push(cut.tokens.len());
        }
        breaks = 0;
        let (sort, length) = token_at(source, place, letter);
        let case = case_of(&source[place..place + length]);
        let (start, stop) = (offset(place), offset(place + length));
        let mark = Mark::of(&source.as_bytes()[place..place + length]);
        cut.tokens.push(Token { start, end: stop, sort, case, mark, sentence: 0, quote: NONE });
        place += length;
    }
    cut
}

/// Offsets fit: the text is no longer than `TEXT_BYTES_MAX`.
fn offset(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// Whether the text was broken into short lines, with blank lines between paragraphs.
fn is_wrapped(source: &str) -> bool {
    let (mut lines, mut blocks, mut follows_blank, mut has_blank) = (0_usize, 0_usize, true, false);
    for line in source.lines() {
        if line.len() > WRAPPED_LINE_CHARACTERS_MAX && line.chars().count() > WRAPPED_LINE_CHARACTERS_MAX {
            return false;
        }
        if line.trim().is_empty() {
            has_blank |= lines > 0;
            follows_blank = true;
        } else {
            lines += 1;
            blocks += usize::from(follows_blank);
            follows_blank = false;
        }
    }
    has_blank && lines > 2 * blocks
}

/// Marks without a shape: zero-width, directional, byte order.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{AD}')
}

fn token_at(source: &str, place: usize, letter: char) -> (Sort, usize) {
    let rest = &source[place..];
    if letter.is_ascii_alphabetic() {
        return (Sort::Word, word_length(rest));
    }
    let before = source[..place].chars().next_back();
    let after = rest.chars().nth(1);
    if letter.is_alphabetic() {
        return (Sort::Word, word_length(rest));
    }
    if letter.is_numeric() || (is_currency(letter) && after.is_some_and(char::is_numeric)) {
        return (Sort::Number, number_length(rest));
    }
    let length = letter.len_utf8();
    match letter {
        '\'' | '’' => apostrophe(rest, before, after, length),
        ',' => (Sort::Comma, length),
        '.' if rest.starts_with("...") => (Sort::Ellipsis, 3),
        '.' => (Sort::FullStop, length),
        '?' => (Sort::Question, length),
        '!' => (Sort::Exclamation, length),
        ':' => (Sort::Colon, length),
        ';' => (Sort::Semicolon, length),
        '…' => (Sort::Ellipsis, length),
        '-' if rest.starts_with("--") => (Sort::Dash, 2),
        '-' | '–' | '—' | '―' | '−' => (Sort::Dash, length),
        '"' if is_opening(before, after) => (Sort::OpenQuote, length),
        '"' | '”' | '»' | '›' => (Sort::CloseQuote, length),
        '“' | '„' | '«' | '‟' | '‘' | '‹' => (Sort::OpenQuote, length),
        '`' if rest.starts_with("``") => (Sort::OpenQuote, 2),
        '(' | '[' | '{' => (Sort::OpenBracket, length),
        ')' | ']' | '}' => (Sort::CloseBracket, length),
        _ => (Sort::Other, length),
    }
}

fn is_currency(letter: char) -> bool {
    matches!(letter, '$' | '€' | '£' | '¥' | '₴' | '₽')
}

/// A straight mark opens where nothing or an opening mark stands before it and a letter after it.
fn is_opening(before: Option<char>, after: Option<char>) -> bool {
    let free = before
        .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | '\'' | '‘' | '“'));
    free && after.is_some_and(|c| !c.is_whitespace())
}

/// "'s", a plural's apostrophe, two single marks as one double, or a single quotation mark.
fn apostrophe(rest: &str, before: Option<char>, after: Option<char>, length: usize) -> (Sort, usize) {
    if rest.starts_with("''") {
        let opens = is_opening(before, rest.chars().nth(2));
        return (if opens { Sort::OpenQuote } else { Sort::CloseQuote }, 2);
    }
    let follows_word = before.is_some_and(char::is_alphanumeric) || before == Some('.');
    if follows_word && matches!(after, Some('s' | 'S')) {
        let ends = rest.chars().nth(2).is_none_or(|c| !c.is_alphanumeric());
        if ends {
            return (Sort::Possessive, length + 1);
        }
    }
    if follows_word {
        return (if before == Some('s') { Sort::Possessive } else { Sort::CloseQuote }, length);
    }
    (if is_opening(before, after) { Sort::OpenQuote } else { Sort::CloseQuote }, length)
}

/// Letters and digits, with apostrophes, hyphens and full stops inside; "'s" is left for a token of its own.
fn word_length(rest: &str) -> usize {
    // Most words are plain letters up to a blank or a mark that joins nothing.
    let plain = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    match rest.as_bytes().get(plain) {
        Some(b'-' | b'\'' | 0x80..) => {}
        _ => return plain + dots(rest, plain),
    }
    let mut end = 0;
    let mut letters = rest.char_indices().peekable();
    while let Some((place, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let goes_on = letter.is_alphanumeric() || letter == '_' || is_combining(letter);
        let joins = match letter {
            '-' | '‑' => next.is_some_and(char::is_alphanumeric),
            '\'' | '’' => next.is_some_and(char::is_alphabetic) && !is_genitive(&rest[place..], letter),
            _ => false,
        };
        if !goes_on && !joins {
            break;
        }
        end = place + letter.len_utf8();
    }
    end + dots(rest, end)
}

fn is_combining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36F}')
}

fn is_genitive(rest: &str, mark: char) -> bool {
    let after = &rest[mark.len_utf8()..];
    let mut letters = after.chars();
    matches!(letters.next(), Some('s' | 'S')) && letters.next().is_none_or(|c| !c.is_alphanumeric())
}

/// The full stop that belongs to a word: initials ("J."), dotted abbreviations ("U.S.", "a.m."), the usual ones.
fn dots(rest: &str, end: usize) -> usize {
    if !rest[end..].starts_with('.') {
        return 0;
    }
    let word = &rest[..end];
    if word.chars().count() == 1 {
        return dotted(&rest[end..]);
    }
    let last = word.rsplit('-').next().unwrap_or(word);
    // "Canada-U.S."
    let more = if last.len() == 1 { dotted(&rest[end..]) } else { 0 };
    if more > 1 {
        return more;
    }
    let is_known = last.len() <= 6 && ABBREVIATIONS.iter().any(|known| known.eq_ignore_ascii_case(last));
    // "No." and the like are abbreviations only with a capital: "he said no."
    let is_known = is_known && last.starts_with(char::is_uppercase);
    usize::from(is_known)
}

/// The rest of "U.S." after its first letter: full stops, each but the last followed by a letter and a full stop.
fn dotted(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut length = 1;
    while let [letter, b'.', ..] = bytes.get(length..).unwrap_or(&[]) {
        if !letter.is_ascii_alphabetic() {
            break;
        }
        length += 2;
    }
    length
}

/// Digits with their separators, units and endings: "1,500", "3.5", "28-point", "5th", "10%", "12:30".
fn number_length(rest: &str) -> usize {
    let mut end = 0;
    let mut letters = rest.char_indices().peekable();
    while let Some((place, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let goes_on = letter.is_alphanumeric() || letter == '%' || (place == 0 && is_currency(letter));
        let joins = match letter {
            ',' | '.' | ':' | '/' => next.is_some_and(char::is_numeric),
            '-' | '‑' => next.is_some_and(char::is_alphanumeric),
            _ => false,
        };
        if !goes_on && !joins {
            break;
        }
        end = place + letter.len_utf8();
    }
    end
}

fn case_of(word: &str) -> Case {
    let [first, others @ ..] = word.as_bytes() else { return Case::Lower };
    if first.is_ascii_lowercase() && others.iter().all(u8::is_ascii_lowercase) {
        return Case::Lower;
    }
    if first.is_ascii_uppercase() && !others.is_empty() && others.iter().all(u8::is_ascii_lowercase) {
        return Case::Capital;
    }
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Case::Lower };
    let (mut upper, mut lower) = (0usize, 0usize);
    for letter in letters {
        if letter.is_uppercase() {
            upper += 1;
        } else {
            lower += 1;
        }
    }
    match (first.is_uppercase(), upper, lower) {
        (true, 0, 0) if word.ends_with('.') => Case::Upper,
        (true, 0, _) => Case::Capital,
        (true, _, 0) => Case::Upper,
        (true, ..) => Case::Capital,
        (false, 0, _) => Case::Lower,
        (false, ..) => Case::Mixed,
    }
}
