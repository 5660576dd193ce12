//! A running text as lines: what was taken out as `[-...-]`, what was put in as `{+...+}`.

use super::line::{self, Line, Measure, Weight};
use super::words;
use crate::{Manuscript, Paragraph, Text};

/// Columns by which each step sets a paragraph in.
const STEP: &str = "  ";
/// Paragraphs are set in at most this far.
const INDENT_MAX: u8 = 6;

/// The text, then its comments and its footnotes.
pub(super) fn lines(manuscript: &Manuscript, measure: Measure) -> Vec<Line> {
    let mut out = Vec::new();
    for one in &manuscript.paragraphs {
        out.extend(paragraph(one, measure));
        if !measure.tight {
            out.push(Line::blank());
        }
    }
    let comments = manuscript.comments.iter().map(crate::Comment::to_words);
    out.extend(numbered("comment", comments, measure));
    out.extend(numbered("note", manuscript.notes.iter().map(|note| note.words.clone()), measure));
    out
}

fn paragraph(paragraph: &Paragraph, measure: Measure) -> Vec<Line> {
    let indent = STEP.repeat(usize::from(paragraph.indent.min(INDENT_MAX)));
    let weight = if paragraph.heading.is_some() { Weight::Strong } else { Weight::Plain };
    let lines = line::wrapped(&words::of(&paragraph.to_text()), measure.less(indent.len()), weight);
    line::led(&indent, lines)
}

fn numbered(word: &str, lines: impl Iterator<Item = String>, measure: Measure) -> Vec<Line> {
    let numbered = lines.enumerate().map(|(at, said)| {
        let words = words::of(&Text::plain(format!("{word} {}: {said}", at + 1)));
        line::wrapped(&words, measure, Weight::Faint)
    });
    numbered.flatten().collect()
}
