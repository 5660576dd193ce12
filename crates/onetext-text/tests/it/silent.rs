//! Silent changes: what a side changed in a text that it returned, with a mark and without.

use onetext_text::draft::read_markdown;
use onetext_text::manuscript::{Manuscript, Mark, MarkSort, Paragraph, Piece};
use onetext_text::redline::Piece as Change;
use onetext_text::silent::{Silent, Sort, Version, silent};

fn mark(sort: MarkSort, author: &str, date: &str) -> Mark {
    Mark { sort, author: author.to_owned(), date: Some(date.to_owned()), name: None }
}

/// Paragraphs of pieces: the words, and the marks around them.
fn text(paragraphs: &[&[(&str, &[Mark])]]) -> Manuscript {
    let paragraph = |(at, pieces): (usize, &&[(&str, &[Mark])])| Paragraph {
        number: at + 1,
        label: format!("{}.", at + 1),
        pieces: pieces
            .iter()
            .map(|(words, marks)| Piece {
                words: (*words).to_owned(),
                marks: marks.to_vec(),
                comments: vec![],
                ..Piece::default()
            })
            .collect(),
        ..Paragraph::default()
    };
    Manuscript { paragraphs: paragraphs.iter().enumerate().map(paragraph).collect(), ..Manuscript::default() }
}

fn compared(sent: &Manuscript, returned: &Manuscript) -> Silent {
    let (one, other) = (sent.as_accepted(), returned.as_accepted());
    silent(
        Version { draft: &one, manuscript: Some(sent) },
        Version { draft: &other, manuscript: Some(returned) },
    )
}

fn put_in_and_taken_out(found: &Silent) -> Vec<(String, String)> {
    let sides = found.differences.iter().map(|difference| {
        let (mut taken, mut put) = (String::new(), String::new());
        if let Sort::Words { pieces, .. } = &difference.sort {
            for piece in pieces {
                match piece {
                    Change::Kept(_) => {}
                    Change::Deleted(words) => taken.push_str(words.trim()),
                    Change::Inserted(words) => put.push_str(words.trim()),
                }
            }
        }
        (taken, put)
    });
    sides.collect()
}

const FIRST: &str = "2026-06-01T10:00:00Z";
const SECOND: &str = "2026-06-03T22:00:00Z";

#[test]
fn what_is_tracked_is_declared_and_the_rest_is_silent() {
    let sent = text(&[
        &[("The Parties shall withdraw within 30 days.", &[])],
        &[("A commission verifies the withdrawal.", &[])],
    ]);
    let added = [mark(MarkSort::Inserted, "Upland", SECOND)];
    let returned = text(&[
        &[("The Parties shall withdraw within 60 days.", &[])],
        &[("A commission ", &[]), ("of both sides ", &added), ("verifies the withdrawal.", &[])],
    ]);
    let found = compared(&sent, &returned);
    assert_eq!(put_in_and_taken_out(&found), [("30".to_owned(), "60".to_owned())]);
    assert_eq!(found.declared.len(), 1);
    assert_eq!((found.declared[0].words.as_str(), found.declared[0].paragraph), ("of both sides ", 2));
    assert!(found.settled.is_empty());
}

#[test]
fn a_change_beside_a_tracked_one_is_still_found() {
    let sent = text(&[&[("The force shall number 600,000 and shall not enter the zone.", &[])]]);
    let out = [mark(MarkSort::Deleted, "Delta", SECOND)];
    let into = [mark(MarkSort::Inserted, "Delta", SECOND)];
    let returned = text(&[&[
        ("The force shall number ", &[]),
        ("600,000", &out),
        ("800,000", &into),
        (" and shall enter the zone.", &[]),
    ]]);
    let found = compared(&sent, &returned);
    assert_eq!(put_in_and_taken_out(&found), [("not".to_owned(), String::new())]);
}

#[test]
fn earlier_rounds_are_no_change_and_settling_them_is_told() {
    let earlier = [mark(MarkSort::Deleted, "Midland", FIRST)];
    let sent = text(&[&[("The Parties ", &[]), ("shall ", &earlier), ("may withdraw.", &[])]]);
    assert!(compared(&sent, &sent).differences.is_empty());
    // Accepted without a word: the text is the same, the mark is gone.
    let accepted = text(&[&[("The Parties may withdraw.", &[])]]);
    let found = compared(&sent, &accepted);
    assert!(found.differences.is_empty());
    assert_eq!(found.settled.iter().map(|one| one.words.as_str()).collect::<Vec<_>>(), ["shall "]);
    // Rejected without a word: what was to go stands again.
    let rejected = text(&[&[("The Parties shall may withdraw.", &[])]]);
    let found = compared(&sent, &rejected);
    assert_eq!(put_in_and_taken_out(&found), [(String::new(), "shall".to_owned())]);
}

#[test]
fn a_mark_that_borrows_an_earlier_author_hides_nothing() {
    let theirs = [mark(MarkSort::Inserted, "Midland", FIRST)];
    let sent = text(&[&[("The Parties may ", &[]), ("freely ", &theirs), ("withdraw.", &[])]]);
    let returned =
        text(&[&[("The Parties may ", &[]), ("freely ", &theirs), ("not ", &theirs), ("withdraw.", &[])]]);
    assert_eq!(put_in_and_taken_out(&compared(&sent, &returned)), [(String::new(), "not".to_owned())]);
}

#[test]
fn forms_of_marks_are_told_apart_from_words() {
    let of = |text: &str| read_markdown(text);
    let (sent, back) =
        (of("1. The \"zone\" - as agreed - is closed.\n"), of("1. The “zone” – as agreed – is closed.\n"));
    let version = |draft| Version { draft, manuscript: None };
    let found = silent(version(&sent), version(&back));
    assert!(found.differences.len() == 1 && found.differences[0].is_typographic);
    // A look-alike letter is no form of a mark.
    let (sent, back) = (of("1. The zone is closed.\n"), of("1. The z\u{43e}ne is closed.\n"));
    assert!(!silent(version(&sent), version(&back)).differences[0].is_typographic);
}

#[test]
fn headings_numbers_footnotes_and_titles_are_looked_at_too() {
    let sent =
        "# Plan\n\n## Article 1 Zone\n\n1. One.[^1]\n\n## Article 2 Seat\n\n1. Two.\n\n[^1]: As of May.\n";
    let back = "# The plan\n\n## Article 1 Zones\n\n2. One.[^1]\n\n## Article 2 Seat\n\n1. Two.\n\n[^1]: As of June.\n";
    let (sent, back) = (read_markdown(sent), read_markdown(back));
    let version = |draft| Version { draft, manuscript: None };
    let found = silent(version(&sent), version(&back));
    let sorts: Vec<&str> = found
        .differences
        .iter()
        .map(|one| match one.sort {
            Sort::Words { .. } => "words",
            Sort::Moved => "moved",
            Sort::Heading { .. } => "heading",
            Sort::Label { .. } => "label",
            Sort::Note { .. } => "note",
            Sort::Title { .. } => "title",
        })
        .collect();
    assert_eq!(sorts, ["title", "label", "heading", "note"]);
}
