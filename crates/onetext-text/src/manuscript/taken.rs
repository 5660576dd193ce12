//! A manuscript with some of its tracked changes standing and some not: paragraphs joined and split as that makes them,
//! numbers counted anew, and a draft of it.

use super::{CellPlace, Counters, Manuscript, Mark, Paragraph, Piece};
use crate::draft::{Block, Draft, Label, Sort, labelled, outline};

/// Columns of a tab at the beginning of a paragraph.
const TAB: usize = 4;

/// A paragraph as it stands then.
struct Standing<'m> {
    /// The one whose looks it has.
    from: &'m Paragraph,
    words: String,
    label: String,
}

pub(super) fn draft(text: &Manuscript, takes: &dyn Fn(&Mark) -> bool) -> Draft {
    let standing = paragraphs(text, takes);
    let mut draft = outline(standing.iter().flat_map(blocks).collect());
    draft.notes = text
        .notes
        .iter()
        .map(|note| (note.mark.clone(), words(&note.pieces, takes)))
        .filter(|(_, words)| !words.trim().is_empty())
        .collect();
    draft
}

/// Whether what lies in these marks is there: in every insertion that is standing and in no deletion that is.
pub(super) fn is_there(marks: &[Mark], takes: &dyn Fn(&Mark) -> bool) -> bool {
    marks.iter().all(|mark| mark.sort.adds() == takes(mark))
}

fn words(pieces: &[Piece], takes: &dyn Fn(&Mark) -> bool) -> String {
    pieces.iter().filter(|piece| is_there(&piece.marks, takes)).map(|piece| piece.words.as_str()).collect()
}

fn paragraphs<'m>(text: &'m Manuscript, takes: &dyn Fn(&Mark) -> bool) -> Vec<Standing<'m>> {
    let mut counters = Counters::default();
    let mut out: Vec<Standing<'m>> = Vec::new();
    let mut open: Option<Standing<'m>> = None;
    for paragraph in &text.paragraphs {
        // Nothing is joined over the edge of a cell.
        if open.as_ref().is_some_and(|open| open.from.cell != paragraph.cell) {
            out.extend(open.take().filter(|open| !open.words.is_empty()));
        }
        let said = words(&paragraph.pieces, takes);
        let standing = match open.take() {
            // What has words gives the looks; of two that have, the first.
            Some(before) if !before.words.is_empty() => Standing { words: before.words + &said, ..before },
            _ => Standing { from: paragraph, words: said, label: String::new() },
        };
        if is_there(&paragraph.marks, takes) {
            out.push(standing);
        } else {
            open = Some(standing);
        }
    }
    out.extend(open.filter(|open| !open.words.is_empty()));
    for standing in &mut out {
        standing.label = match standing.from.numbered {
            Some(numbered) => counters.next(&text.lists, numbered),
            None => standing.from.label.clone(),
        };
    }
    out
}

/// The blocks of a paragraph: one, or more where labels begin lines within it.
fn blocks(standing: &Standing<'_>) -> Vec<Block> {
    let paragraph = standing.from;
    let inner = standing.words.trim_start_matches([' ', '\t', '\n', '\u{a0}']);
    let tabs = standing.words[..standing.words.len() - inner.len()].matches('\t').count();
    let block = Block {
        heading: paragraph.heading,
        indent: paragraph.indent + tabs * TAB,
        line: paragraph.number,
        is_strong: paragraph.is_strong,
        cell: paragraph.cell,
        ..Block::default()
    };
    let inner = inner.trim_end_matches([' ', '\t', '\n']);
    if inner.is_empty() && standing.label.is_empty() {
        return Vec::new();
    }
    if !standing.label.is_empty() {
        if inner.is_empty() {
            // A number and nothing behind it: a row number in a table is kept, an empty line of a list is none.
            return Vec::from_iter(
                paragraph.cell.map(|_: CellPlace| Block { label: Label::as_shown(&standing.label), ..block }),
            );
        }
        return vec![Block { label: Label::as_shown(&standing.label), text: inner.to_owned(), ..block }];
    }
    if paragraph.heading.is_some() {
        let (label, text) = Label::of_heading(inner);
        return vec![Block { label, text: text.to_owned(), ..block }];
    }
    let mut out: Vec<Block> = Vec::new();
    for line in inner.split('\n') {
        let (label, text) = labelled(line.trim_start_matches(['\t', ' ']));
        let begins = out.is_empty() || begins_item(&label);
        match out.last_mut().filter(|_| !begins) {
            Some(last) => {
                last.text.push('\n');
                last.text.push_str(line);
            }
            None => out.push(Block { label, text, ..block.clone() }),
        }
    }
    out
}

/// Whether a label begins an item within a paragraph: "Article 4" may be the wrapped line of a sentence.
fn begins_item(label: &Label) -> bool {
    !matches!(label.sort, Sort::None | Sort::Preamble | Sort::Chapter | Sort::Article | Sort::Annex)
}

#[cfg(test)]
mod tests {
    use super::super::{Level, List, MarkSort, Note, NumberFormat, Numbered};
    use super::*;

    fn mark(sort: MarkSort, author: &str) -> Mark {
        Mark { sort, author: author.to_owned(), date: None, name: None }
    }

    fn paragraph(words: &str) -> Paragraph {
        Paragraph { pieces: vec![piece(words, &[])], ..Paragraph::default() }
    }

    fn piece(words: &str, marks: &[Mark]) -> Piece {
        Piece { words: words.to_owned(), marks: marks.to_vec(), ..Piece::default() }
    }

    fn said(draft: &Draft) -> Vec<String> {
        draft
            .provisions
            .iter()
            .map(|one| format!("{} {}", one.label.written, one.text).trim().to_owned())
            .collect()
    }

    fn manuscript(paragraphs: Vec<Paragraph>) -> Manuscript {
        let level =
            Level { start: 1, text: "%1.".to_owned(), format: NumberFormat::Decimal, ..Level::default() };
        let lists = vec![List { levels: vec![level], ..List::default() }];
        Manuscript { paragraphs, lists, ..Manuscript::default() }
    }

    #[test]
    fn paragraphs_split_and_joined_by_tracked_ends() {
        let mut first = paragraph("The Parties shall act.");
        first.marks.push(mark(MarkSort::Inserted, "A"));
        let mut second = paragraph(" They shall report.");
        second.marks.push(mark(MarkSort::Deleted, "B"));
        let text = manuscript(vec![first, second, paragraph(" They shall pay.")]);
        assert_eq!(
            said(&text.as_accepted()),
            ["The Parties shall act.", "They shall report. They shall pay."]
        );
        assert_eq!(
            said(&text.as_rejected()),
            ["The Parties shall act. They shall report.", "They shall pay."]
        );
    }

    #[test]
    fn numbers_are_counted_anew() {
        let numbered =
            |words: &str| Paragraph { numbered: Some(Numbered { list: 0, level: 0 }), ..paragraph(words) };
        let gone = mark(MarkSort::Deleted, "A");
        let mut second = numbered("Two");
        second.pieces[0].marks.push(gone.clone());
        second.marks.push(gone);
        let text = manuscript(vec![numbered("One"), second, numbered("Three")]);
        assert_eq!(said(&text.as_accepted()), ["1. One", "2. Three"]);
        assert_eq!(said(&text.as_rejected()), ["1. One", "2. Two", "3. Three"]);
    }

    #[test]
    fn a_deleted_heading_leaves_what_follows_as_it_was() {
        let gone = mark(MarkSort::Deleted, "A");
        let mut heading = Paragraph { heading: Some(2), ..paragraph("Article 3") };
        heading.pieces[0].marks.push(gone.clone());
        heading.marks.push(gone);
        let text = manuscript(vec![heading, paragraph("The Parties shall act.")]);
        let draft = text.as_accepted();
        assert_eq!(
            (draft.provisions.len(), draft.provisions[0].text.as_str()),
            (1, "The Parties shall act.")
        );
    }

    #[test]
    fn a_row_that_is_not_there_leaves_nothing_and_joins_nothing() {
        let added = mark(MarkSort::Inserted, "A");
        let cell = |row, column, words: &str, marks: &[Mark]| Paragraph {
            cell: Some(CellPlace { table: 1, row, column }),
            pieces: vec![piece(words, marks)],
            marks: marks.to_vec(),
            ..Paragraph::default()
        };
        let text = manuscript(vec![
            cell(1, 1, "Army", &[]),
            cell(1, 2, "800,000", &[]),
            cell(2, 1, "Fleet", std::slice::from_ref(&added)),
            cell(2, 2, "none", std::slice::from_ref(&added)),
            paragraph("After the table"),
        ]);
        let texts = |draft: &Draft| said(draft).into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>();
        assert_eq!(texts(&text.as_rejected()), ["Army", "800,000", "After the table"]);
        assert_eq!(texts(&text.as_accepted()), ["Army", "800,000", "Fleet", "none", "After the table"]);
    }

    #[test]
    fn earlier_rounds_are_told_apart() {
        let text = manuscript(vec![Paragraph {
            pieces: vec![
                piece("within ", &[]),
                piece("30", &[mark(MarkSort::Deleted, "A")]),
                piece("60", &[mark(MarkSort::Inserted, "A"), mark(MarkSort::Deleted, "B")]),
                piece("90", &[mark(MarkSort::Inserted, "B")]),
                piece(" days", &[]),
            ],
            ..Paragraph::default()
        }]);
        assert_eq!(said(&text.as_rejected()), ["within 30 days"]);
        assert_eq!(said(&text.with(|mark| mark.author == "A")), ["within 60 days"]);
        assert_eq!(said(&text.as_accepted()), ["within 90 days"]);
    }

    #[test]
    fn a_note_goes_with_its_reference() {
        let note = Note {
            mark: "1".to_owned(),
            pieces: vec![piece("See above.", &[mark(MarkSort::Inserted, "A")])],
        };
        let text = Manuscript { notes: vec![note], ..manuscript(vec![paragraph("One")]) };
        assert_eq!(text.as_accepted().notes.len(), 1);
        assert!(text.as_rejected().notes.is_empty());
    }
}
