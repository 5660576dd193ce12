//! Texts as words for the terminal, and words broken into lines by the columns they take.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::{Text, characters};

/// The words of a text, with nothing in them that a terminal would obey.
pub(super) fn of(text: &Text) -> String {
    characters::tamed(&text.to_marked_words())
}

/// The columns that words take.
pub(super) fn width(words: &str) -> usize {
    words.width()
}

/// The columns of the longest line, if nothing were wrapped.
pub(super) fn natural_width(words: &str) -> usize {
    words.lines().map(width).max().unwrap_or(0)
}

/// The columns of the longest word.
pub(super) fn longest_word(words: &str) -> usize {
    words.split_whitespace().map(width).max().unwrap_or(0)
}

/// Words in lines of at most `limit` columns; a longer word is cut between letters. Never without a line.
pub(super) fn wrap(words: &str, limit: usize) -> Vec<String> {
    let mut lines: Vec<String> = words.lines().flat_map(|line| wrap_line(line, limit.max(1))).collect();
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

fn wrap_line(line: &str, limit: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut current = String::new();
    for word in line.split_whitespace().flat_map(|word| pieces(word, limit)) {
        let gap = usize::from(!current.is_empty());
        if width(&current) + gap + width(&word) > limit && gap == 1 {
            lines.push(std::mem::take(&mut current));
        }
        if !current.is_empty() {
            current.push(' ');
        }
        current.push_str(&word);
    }
    lines.push(current);
    lines
}

/// A word as it is, or in pieces where it is longer than a line.
fn pieces(word: &str, limit: usize) -> Vec<String> {
    if width(word) <= limit {
        return vec![word.to_owned()];
    }
    let mut pieces = vec![String::new()];
    for letter in word.graphemes(true) {
        let last = pieces.len() - 1;
        if !pieces[last].is_empty() && width(&pieces[last]) + width(letter) > limit {
            pieces.push(letter.to_owned());
        } else {
            pieces[last].push_str(letter);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_wrap_by_their_columns() {
        for (words, limit, lines) in [
            ("", 10, vec![""]),
            ("one two three", 7, vec!["one two", "three"]),
            ("incomprehensible", 6, vec!["incomp", "rehens", "ible"]),
            ("谈判继续进行", 4, vec!["谈判", "继续", "进行"]),
            ("a\nb", 10, vec!["a", "b"]),
            ("a 谈判", 3, vec!["a", "谈", "判"]),
        ] {
            assert_eq!(wrap(words, limit), lines, "{words}");
        }
    }
}
