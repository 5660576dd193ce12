//! Running texts with tracked changes: samples, and what every writer makes of them.

use onetext_document::{
    Block, Change, Comment, Direction, Document, Manuscript, Note, Paragraph, Piece, Sort, Style, html, json,
    markdown, terminal,
};

fn change(sort: Sort, author: &str) -> Change {
    Change { sort, author: author.to_owned(), date: Some("2025-12-08T21:40:00Z".to_owned()) }
}

fn piece(words: &str, changes: Vec<Change>) -> Piece {
    Piece { changes, ..Piece::plain(words) }
}

fn paragraph(label: &str, pieces: Vec<Piece>) -> Paragraph {
    Paragraph { label: Paragraph::labelled(label), pieces, ..Paragraph::default() }
}

/// Insertions and deletions by two hands, one within the other, a move, a paragraph taken out and one put in, a label that
/// changed, a comment and a footnote.
pub(crate) fn text() -> Manuscript {
    let inserted = |author: &str| change(Sort::Inserted, author);
    let deleted = |author: &str| change(Sort::Deleted, author);
    let away = || change(Sort::MovedAway("move1".into()), "Upland");
    let here = || change(Sort::MovedHere("move1".into()), "Upland");
    Manuscript {
        paragraphs: vec![
            Paragraph { heading: Some(1), ..paragraph("Article 4", vec![piece("Toll & <dues>", vec![])]) },
            paragraph(
                "1.",
                vec![
                    piece("Carts ", vec![]),
                    piece("shall", vec![deleted("Lowland")]),
                    piece("should", vec![inserted("Lowland")]),
                    piece(" pay ", vec![]),
                    Piece { comments: vec![0], ..piece("no toll", vec![]) },
                    piece(" on ", vec![inserted("Upland"), deleted("Lowland")]),
                    Piece { note: Some(0), style: Style::Emphasis, ..piece("market days", vec![]) },
                    piece(".", vec![]),
                ],
            ),
            Paragraph {
                indent: 1,
                changes: vec![away()],
                label: vec![piece("(a)", vec![away()])],
                ..paragraph("", vec![piece("The bridge is kept by both.", vec![away()])])
            },
            Paragraph {
                indent: 1,
                label: vec![piece("(b)", vec![deleted("Upland")]), piece("(a)", vec![inserted("Upland")])],
                ..paragraph("", vec![piece("Fords stay free.", vec![])])
            },
            Paragraph {
                changes: vec![deleted("Lowland")],
                label: vec![piece("2.", vec![deleted("Lowland")])],
                ..paragraph("", vec![piece("Ice is nobody’s.", vec![deleted("Lowland")])])
            },
            Paragraph {
                indent: 1,
                changes: vec![here()],
                label: vec![piece("(b)", vec![here()])],
                ..paragraph("", vec![piece("The bridge is kept by both.", vec![here()])])
            },
            Paragraph {
                changes: vec![inserted("Upland")],
                ..paragraph("", vec![piece("A new end.", vec![inserted("Upland")])])
            },
            paragraph("3.", vec![piece("Last.", vec![])]),
        ],
        comments: vec![Comment {
            author: "Anna Reed".into(),
            date: Some("2025-12-08T22:00:00Z".into()),
            words: "Does \"no toll\" bind heirs?".into(),
        }],
        notes: vec![Note { words: "Mondays and Fridays.".into() }],
    }
}

pub(crate) fn latin() -> Document {
    Document { foot: vec!["without prejudice".into()], ..Document::new("redline", "The bridge") }
        .with(Block::Manuscript(text()))
}

pub(crate) fn arabic() -> Document {
    let mut manuscript = text();
    manuscript.paragraphs[0].pieces[0].words = "رسوم الجسر".into();
    manuscript.paragraphs[0].label[0].words = "المادة 4".into();
    let words = ["لا تدفع العربات ", "يجب", "ينبغي", " رسوما (toll) ", "في", " يوم ", "السوق", "."];
    for (piece, words) in manuscript.paragraphs[1].pieces.iter_mut().zip(words) {
        piece.words = words.into();
    }
    for place in [2, 5] {
        manuscript.paragraphs[place].pieces[0].words = "يصون الطرفان الجسر.".into();
    }
    Document {
        language: "ar".into(),
        direction: Direction::RightToLeft,
        ..Document::new("redline", "الجسر").with(Block::Manuscript(manuscript))
    }
}

#[test]
fn every_writer_shows_what_changed() {
    let document = latin();
    insta::assert_snapshot!("manuscript.txt", terminal::write(&document, 90));
    insta::assert_snapshot!("manuscript.fragment.html", html::fragment(&document));
    insta::assert_snapshot!("manuscript.md", markdown::write(&document));
    insta::assert_snapshot!("manuscript.json", json::write(&document));
}

#[test]
fn accepted_and_rejected_are_two_texts() {
    let told = |text: Manuscript| -> Vec<String> {
        let words = |pieces: &[Piece]| pieces.iter().map(|piece| piece.words.as_str()).collect::<String>();
        text.paragraphs.iter().map(|one| format!("{} {}", words(&one.label), words(&one.pieces))).collect()
    };
    let accepted = told(text().accepted());
    assert_eq!(
        accepted,
        [
            "Article 4 Toll & <dues>",
            "1. Carts should pay no tollmarket days.",
            "(a) Fords stay free.",
            "(b) The bridge is kept by both.",
            " A new end.",
            "3. Last."
        ]
    );
    let rejected = told(text().rejected());
    assert_eq!(
        rejected,
        [
            "Article 4 Toll & <dues>",
            "1. Carts shall pay no tollmarket days.",
            "(a) The bridge is kept by both.",
            "(b) Fords stay free.",
            "2. Ice is nobody’s.",
            "3. Last."
        ]
    );
}
