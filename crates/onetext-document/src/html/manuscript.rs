//! A running text as HTML: what was put in as `<ins>`, what was taken out as `<del>`, who and when in their titles.

use super::Place;
use super::escape::escaped;
use crate::{Change, Manuscript, Paragraph, Piece, Style};

/// Headings within a running text begin at this level.
const LEVEL_FIRST: usize = 2;
/// ... and go down to this one.
const LEVEL_MAX: usize = 6;
/// Paragraphs are set in at most this far.
const INDENT_MAX: u8 = 6;

/// The text, then its comments and its footnotes.
pub(super) fn html(manuscript: &Manuscript, place: &Place<'_>) -> String {
    let paragraphs: String = manuscript.paragraphs.iter().map(|one| paragraph(one, place.level)).collect();
    let comments = manuscript.comments.iter().map(crate::Comment::to_words);
    let notes = manuscript.notes.iter().map(|note| note.words.clone());
    format!(
        "<div class=\"manuscript\">\n{paragraphs}{}{}</div>\n",
        numbered("comments", comments),
        numbered("notes", notes)
    )
}

fn numbered(class: &str, lines: impl Iterator<Item = String>) -> String {
    let items: String = lines.map(|line| format!("<li><bdi>{}</bdi></li>\n", escaped(&line))).collect();
    if items.is_empty() { items } else { format!("<ol class=\"{class}\">\n{items}</ol>\n") }
}

fn paragraph(paragraph: &Paragraph, level: usize) -> String {
    let element = match paragraph.heading {
        Some(deep) => {
            let deeper = usize::from(deep.max(1)) - 1;
            format!("h{}", (level.max(LEVEL_FIRST) + deeper).min(LEVEL_MAX))
        }
        None => "p".to_owned(),
    };
    let indent = match paragraph.indent.min(INDENT_MAX) {
        0 => String::new(),
        deep => format!(" class=\"indent-{deep}\""),
    };
    let label: String = paragraph.label.iter().map(piece).collect();
    let label = if label.is_empty() { label } else { format!("<span class=\"label\">{label}</span> ") };
    let pieces: String = paragraph.pieces.iter().map(piece).collect();
    let end = if paragraph.changes.is_empty() { String::new() } else { changed("¶", &paragraph.changes) };
    format!("<{element}{indent} dir=\"auto\">{label}{pieces}{end}</{element}>\n")
}

fn piece(piece: &Piece) -> String {
    let words = escaped(&piece.words);
    let words = match piece.style {
        Style::Strong => format!("<strong>{words}</strong>"),
        Style::Emphasis => format!("<em>{words}</em>"),
        Style::Quote => format!("<q>{words}</q>"),
        Style::Code | Style::Entry => format!("<code>{words}</code>"),
        Style::Muted => format!("<span class=\"muted\">{words}</span>"),
        Style::Plain | Style::Deleted | Style::Inserted | Style::Span(_) => words,
    };
    let comments = piece.comments.iter().map(|at| format!("<sup>[comment {}]</sup>", at + 1));
    let note = piece.note.map(|at| format!("<sup>[note {}]</sup>", at + 1));
    let signs: String = comments.chain(note).collect();
    changed(&words, &piece.changes) + &signs
}

/// What is always escaped or an element of its own, within its changes.
fn changed(inner: &str, changes: &[Change]) -> String {
    changes.iter().rev().fold(inner.to_owned(), |inner, change| {
        let element = if change.sort.takes_out() { "del" } else { "ins" };
        let moved = if change.sort.name().is_empty() { "" } else { " class=\"moved\"" };
        format!("<{element}{moved} title=\"{}\">{inner}</{element}>", escaped(&change.to_words()))
    })
}
