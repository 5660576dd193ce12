//! The numbers of labels: how long one is at the beginning of a line, and of which sort.

use super::Sort;

/// Latin numbers that are put behind a number when something is inserted after it.
const INSERTED: [&str; 12] = [
    "bis",
    "ter",
    "quater",
    "quinquies",
    "sexies",
    "septies",
    "octies",
    "novies",
    "decies",
    "бис",
    "مكرر",
    "مكررا",
];
/// Longest number of a paragraph: more digits are a year or a sum.
pub(super) const DIGITS_MAX: usize = 3;

/// How long the number at the beginning is: "4", "IV", "A", "2bis", "4 bis", "I-2".
pub(super) fn number_length(text: &str) -> usize {
    let digits = text.find(|c: char| !c.is_numeric()).unwrap_or(text.len());
    let mut length = if digits > 0 {
        digits
    } else {
        let word = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
        let is_roman = text[..word].chars().all(|c| "IVXLC".contains(c));
        if word == 1 || (word > 0 && is_roman) { word } else { 0 }
    };
    if length == 0 {
        return 0;
    }
    length += inserted_length(&text[length..]);
    while let Some(more) = text[length..].strip_prefix(['.', '-']) {
        let more_digits = more.find(|c: char| !c.is_ascii_digit()).unwrap_or(more.len());
        if more_digits == 0 || more_digits > DIGITS_MAX {
            break;
        }
        length += 1 + more_digits;
    }
    length
}

/// How long a "bis" is that follows, with the blank before it; a single letter right after a number counts too.
fn inserted_length(text: &str) -> usize {
    let blanks = text.len() - text.trim_start_matches([' ', '\u{a0}']).len();
    let word = &text[blanks..];
    let end = word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len());
    let small = word[..end].to_lowercase();
    if INSERTED.contains(&small.as_str()) {
        return blanks + end;
    }
    let is_letter = blanks == 0
        && end == 1
        && word.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_uppercase());
    usize::from(is_letter)
}

pub(super) fn decimal(number: &str) -> Sort {
    let depth = number.split('.').filter(|part| !part.is_empty()).count();
    Sort::Decimal(u8::try_from(depth).unwrap_or(u8::MAX))
}

pub(super) fn number_length_small(line: &str) -> usize {
    let length = number_length(line);
    if length > 0 {
        return length;
    }
    // Small Roman numbers of several letters: "iv.".
    let word = line.find(|c: char| !"ivxl".contains(c)).unwrap_or(line.len());
    if (1..=6).contains(&word) {
        return word;
    }
    // One letter of another script, closed by a bracket: "а)"; with a point it may be somebody's initial.
    let letter = line.chars().next().filter(|c| c.is_alphabetic() && !c.is_ascii());
    letter.map_or(0, |c| if line[c.len_utf8()..].starts_with(')') { c.len_utf8() } else { 0 })
}

/// The sort of a number that stands alone.
pub(super) fn sort_of(number: &str) -> Option<Sort> {
    let bare = number.trim();
    let digits = bare.find(|c: char| !c.is_numeric()).unwrap_or(bare.len());
    if digits > 0 {
        let is_number = bare[..digits].chars().count() <= DIGITS_MAX
            && inserted_length(&bare[digits..]) == bare.len() - digits;
        return is_number.then_some(Sort::Number);
    }
    let letters = bare.chars().count();
    if letters == 1 && bare.chars().all(char::is_alphabetic) {
        return Some(Sort::Letter);
    }
    let is_roman = letters <= 6 && bare.chars().all(|c| "ivxlIVXL".contains(c));
    if letters > 1 && is_roman {
        return Some(Sort::Roman);
    }
    // "aa", "bb": the second round of letters.
    let is_double = letters == 2 && bare.chars().all(|c| bare.starts_with(c) && c.is_ascii_lowercase());
    is_double.then_some(Sort::Letter)
}
