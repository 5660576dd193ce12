//! A running text in Markdown: changes as `<ins>` and `<del>`, comments and footnotes as lists below it.

use super::escape::text;
use crate::{Manuscript, Paragraph, Text};

/// Headings go down to this level.
const LEVEL_MAX: usize = 6;
/// Paragraphs are set in at most this far: each step is one `>`.
const INDENT_MAX: u8 = 6;

/// The parts between which an empty line stands.
pub(super) fn parts(manuscript: &Manuscript) -> Vec<String> {
    let mut parts: Vec<String> = manuscript.paragraphs.iter().map(paragraph).collect();
    let comments = manuscript.comments.iter().map(crate::Comment::to_words);
    parts.push(numbered("comment", comments));
    parts.push(numbered("note", manuscript.notes.iter().map(|note| note.words.clone())));
    parts
}

fn numbered(word: &str, lines: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = lines
        .enumerate()
        .map(|(at, line)| format!("- {word} {}: {}", at + 1, text(&Text::plain(line))))
        .collect();
    items.join("\n")
}

fn paragraph(paragraph: &Paragraph) -> String {
    let words = text(&paragraph.to_text());
    match paragraph.heading {
        Some(level) => {
            format!("{} {words}", "#".repeat(usize::from(level.max(1)).saturating_add(1).min(LEVEL_MAX)))
        }
        None => format!("{}{words}", "> ".repeat(usize::from(paragraph.indent.min(INDENT_MAX)))),
    }
}
