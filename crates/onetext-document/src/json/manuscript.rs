//! A running text as JSON, with everything that it carries.

use super::value::{Members, Value};
use crate::{Change, Comment, Manuscript, Paragraph, Piece};

/// The members of a manuscript.
pub(super) fn value(members: Members, manuscript: &Manuscript) -> Value {
    members
        .list("paragraphs", manuscript.paragraphs.iter().map(paragraph))
        .list("comments", manuscript.comments.iter().map(comment))
        .list("notes", manuscript.notes.iter().map(|note| Value::Words(note.words.clone())))
        .end()
}

fn paragraph(paragraph: &Paragraph) -> Value {
    let indent = if paragraph.indent == 0 { String::new() } else { paragraph.indent.to_string() };
    Members::default()
        .words("heading", paragraph.heading.map(|level| level.to_string()).unwrap_or_default())
        .words("indent", indent)
        .list("label", paragraph.label.iter().map(piece))
        .list("pieces", paragraph.pieces.iter().map(piece))
        .list("changes", paragraph.changes.iter().map(change))
        .end()
}

fn piece(piece: &Piece) -> Value {
    Members::default()
        .words("words", piece.words.as_str())
        .list("changes", piece.changes.iter().map(change))
        .list("comments", piece.comments.iter().map(|place| Value::Words((place + 1).to_string())))
        .words("note", piece.note.map(|place| (place + 1).to_string()).unwrap_or_default())
        .end()
}

fn change(change: &Change) -> Value {
    Members::default()
        .words("sort", change.sort.word())
        .words("name", change.sort.name())
        .words("author", change.author.as_str())
        .words("date", change.date.clone().unwrap_or_default())
        .end()
}

fn comment(comment: &Comment) -> Value {
    Members::default()
        .words("author", comment.author.as_str())
        .words("date", comment.date.clone().unwrap_or_default())
        .words("words", comment.words.as_str())
        .end()
}
