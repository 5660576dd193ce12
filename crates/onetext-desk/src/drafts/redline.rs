//! What changed between two drafts, word by word, as a table.

use onetext_document::{Cell, Document, Page, Row, Style, Text};
use onetext_text::redline::{Piece, Redline};

use super::Named;
use super::cite::cited;
use super::lineage::summary;
use crate::blocks::{paragraph, table};

/// What changed, word by word.
pub fn redline(old: Named<'_>, new: Named<'_>, redline: &Redline) -> Document {
    let mut document = Document::new("redline", format!("From {} to {}", old.name, new.name));
    document.page = Page::Landscape;
    let count = redline.count(old.draft, new.draft);
    document.blocks.push(summary(&redline.changes.iter().map(|change| &change.edge).collect::<Vec<_>>()));
    document.blocks.push(paragraph(format!(
        "{} words put in, {} taken out; what moved counts as both.",
        count.inserted, count.deleted
    )));
    if !redline.is_shortest {
        document.blocks.push(paragraph(
            "Some provisions are very long and differ in nearly all: within them the difference is not the shortest.",
        ));
    }
    let rows = redline.changes.iter().enumerate().map(|(at, change)| Row {
        key: format!("change-{}", at + 1),
        cells: vec![
            Cell::new(cited(new.draft, &change.edge.new)),
            Cell::new(cited(old.draft, &change.edge.old)),
            Cell::new(change.edge.status.word()),
            Cell::new(marked(&change.pieces)),
        ],
    });
    let headings = [("Is", 2), ("Was", 2), ("What happened", 2), ("Text", 16)];
    document.blocks.push(table(
        "redline",
        "What was put in and what was taken out",
        &headings,
        rows.collect(),
    ));
    document
}

/// A redline's pieces with their styles.
pub(crate) fn marked(pieces: &[Piece]) -> Text {
    pieces.iter().fold(Text::default(), |text, piece| match piece {
        Piece::Kept(words) => text.then(words.clone(), Style::Plain),
        Piece::Deleted(words) => text.then(words.clone(), Style::Deleted),
        Piece::Inserted(words) => text.then(words.clone(), Style::Inserted),
    })
}
