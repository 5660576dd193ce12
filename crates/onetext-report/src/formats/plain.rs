//! Plain text: as it stands. Where lines are broken only for their width, the break becomes a space, so that every
//! character keeps its place.

use super::{Arrived, FormatError, letters};

/// Widths at which lines are broken by programs, in characters.
const WIDTHS: std::ops::RangeInclusive<usize> = 50..=100;
/// Lines of a paragraph of which all must have been broken for their width, fewest.
const LINES_MIN: usize = 3;

pub(super) fn read(bytes: &[u8]) -> Result<Arrived, FormatError> {
    let (text, findings) = letters::decoded(bytes, None)?;
    if text.trim().is_empty() {
        return Err(FormatError::Empty);
    }
    Ok(Arrived { text: unbroken(&text), findings, ..Arrived::default() })
}

/// The text with spaces where lines were broken for their width: same length, same places.
pub(super) fn unbroken(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut paragraph: Vec<&str> = Vec::new();
    for line in text.split_inclusive('\n') {
        if starts_anew(line) {
            flush(&mut paragraph, &mut out);
        }
        paragraph.push(line);
        if line.trim().is_empty() {
            flush(&mut paragraph, &mut out);
        }
    }
    flush(&mut paragraph, &mut out);
    out
}

/// A line that is not the continuation of the one before: an item, a quotation of an earlier message, an empty line.
fn starts_anew(line: &str) -> bool {
    line.trim().is_empty() || line.starts_with(['>', '-', '*', '•', '#', '|', '\t', ' '])
}

fn flush(paragraph: &mut Vec<&str>, out: &mut String) {
    let is_joined = is_broken_for_width(paragraph);
    let last = paragraph.len().saturating_sub(1);
    for (at, line) in paragraph.drain(..).enumerate() {
        match line.strip_suffix('\n') {
            Some(words) if is_joined && at < last => {
                out.push_str(words);
                out.push(' ');
            }
            _ => out.push_str(line),
        }
    }
}

/// Whether at each break the next word would have gone beyond the width of the longest line.
fn is_broken_for_width(lines: &[&str]) -> bool {
    let lines: Vec<&str> = lines.iter().map(|line| line.trim_end()).filter(|line| !line.is_empty()).collect();
    let chars = |words: &str| words.chars().count();
    let width = lines.iter().map(|line| chars(line)).max().unwrap_or(0);
    let is_full = |pair: &[&str]| {
        let next = pair[1].split_whitespace().next().unwrap_or_default();
        chars(pair[0]) + 1 + chars(next) > width
    };
    lines.len() >= LINES_MIN && WIDTHS.contains(&width) && lines.windows(2).all(is_full)
}
