//! Changes marked in a text, and the words that remain when the marks are read: kept and put in, not taken out.

use onetext_document::{Style, Text};
use onetext_text::draft::{Label, Sort};
use onetext_text::redline::{Piece, compare};

/// What a wording changes in a text: put in, taken out, kept.
pub(super) fn marked(source: &str, wording: &str) -> Text {
    compare(source, wording).into_iter().fold(Text::default(), |text, piece| match piece {
        Piece::Kept(words) => text.then(words, Style::Plain),
        Piece::Deleted(words) => text.then(words, Style::Deleted),
        Piece::Inserted(words) => text.then(words, Style::Inserted),
    })
}

/// The words that remain when what is struck out is left out.
pub(super) fn remaining(text: &Text) -> String {
    text.0.iter().filter(|run| run.style != Style::Deleted).map(|run| run.words.as_str()).collect()
}

/// The text without what is struck out.
pub(super) fn without_struck(text: Text) -> Text {
    Text(text.0.into_iter().filter(|run| run.style != Style::Deleted).collect())
}

/// A text whose lines the file wrapped: joined again, but for paragraphs and for lines with a label of their own.
pub(crate) fn flowed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut is_fresh = true;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            is_fresh = true;
            continue;
        }
        if !out.is_empty() {
            out.push(if is_fresh || begins_item(line) { '\n' } else { ' ' });
        }
        out.push_str(line);
        is_fresh = false;
    }
    out
}

/// Whether a line has a label that no wrapped line begins with by chance.
fn begins_item(line: &str) -> bool {
    let inside = line.trim_start_matches('[');
    Label::read(inside).is_some_and(|(label, _)| {
        !matches!(label.sort, Sort::None | Sort::Preamble | Sort::Chapter | Sort::Article | Sort::Annex)
    })
}

/// Words as they are compared: blanks of any width as one, quotation marks and apostrophes of one kind. Programs change
/// these by themselves; nobody who negotiates does.
pub(super) fn folded(words: &str) -> String {
    let one = |character: char| match character {
        '“' | '”' | '„' | '«' | '»' | '″' => '"',
        '‘' | '’' | '‚' | '′' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        other => other,
    };
    let is_kept = |character: &char| {
        !matches!(character, '\u{ad}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let plain: String = words.chars().filter(is_kept).map(one).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined_and_items_are_not() {
        let text = "1. The flow shall\nnot fall below 400.\n2. In a dry year\n\nOption 1: none.";
        assert_eq!(flowed(text), "1. The flow shall not fall below 400.\n2. In a dry year\nOption 1: none.");
    }

    #[test]
    fn what_remains_of_marks_is_the_wording() {
        let (source, wording) = ("Each Party [shall][should] report.", "Each Party shall report every year.");
        assert_eq!(remaining(&marked(source, wording)), wording);
        assert_eq!(remaining(&without_struck(marked(source, wording))), wording);
    }

    #[test]
    fn what_programs_change_is_no_change() {
        assert_eq!(folded("the “lower\u{a0}gauge”\u{ad} is  "), folded("the \"lower gauge\" is"));
        assert_ne!(folded("shall"), folded("should"));
    }
}
