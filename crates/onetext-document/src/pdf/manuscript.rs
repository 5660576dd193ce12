//! A running text on paper: put in is underlined, taken out struck, moved ruled twice; comments at its end, footnotes at the foot.

use super::blocks::LEVEL_MAX;
use super::call;
use super::source::{joined, quoted, run, spoken};
use crate::{Change, Direction, Manuscript, Paragraph, Piece};

/// Paragraphs are set in at most this far.
const INDENT_MAX: u8 = 12;

/// The paragraphs, then the comments.
pub(super) fn values(manuscript: &Manuscript, document: Direction) -> Vec<String> {
    let paragraphs = manuscript.paragraphs.iter().map(|one| paragraph(manuscript, one, document));
    let comments = manuscript.comments.iter().enumerate().map(|(at, comment)| {
        let words = format!("{}  {}", at + 1, comment.to_words());
        let value = format!("run({}, \"muted\")", quoted(&words));
        call("legend", &spoken(document, &comment.words, &value))
    });
    paragraphs.chain(comments).collect()
}

fn paragraph(manuscript: &Manuscript, paragraph: &Paragraph, document: Direction) -> String {
    let label: Vec<String> = paragraph.label.iter().map(|one| piece(manuscript, one)).collect();
    let mut words: Vec<String> = paragraph.pieces.iter().map(|one| piece(manuscript, one)).collect();
    if !paragraph.changes.is_empty() {
        words.push(changed(&paragraph.changes, call("sign", &quoted("¶"))));
    }
    let said: String = paragraph.pieces.iter().map(|piece| piece.words.as_str()).collect();
    let Some(level) = paragraph.heading else {
        let label = if label.is_empty() { "none".to_owned() } else { joined(&label) };
        // The label stands where the document begins its lines, whatever way the words run.
        let words = spoken(document, &said, &joined(&words));
        return format!("passage({}, {label}, {words})", paragraph.indent.min(INDENT_MAX));
    };
    let mut all = label;
    if !all.is_empty() && !words.is_empty() {
        all.push(run(" ", crate::Style::Plain, false));
    }
    all.extend(words);
    let level = usize::from(level.max(1)).min(LEVEL_MAX);
    spoken(document, &said, &format!("section({level}, {})", joined(&all)))
}

fn piece(manuscript: &Manuscript, piece: &Piece) -> String {
    let mut all = vec![changed(&piece.changes, run(&piece.words, piece.style, false))];
    all.extend(piece.comments.iter().map(|at| call("sign", &quoted(&format!("[{}]", at + 1)))));
    let note = piece.note.and_then(|at| manuscript.notes.get(at));
    all.extend(note.map(|note| call("footnote", &run(&note.words, crate::Style::Plain, false))));
    joined(&all)
}

/// A value within its changes, the outermost around all others.
fn changed(changes: &[Change], value: String) -> String {
    changes.iter().rev().fold(value, |inner, change| {
        let sort = change.sort.word();
        format!("changed(\"{sort}\", {inner})")
    })
}
