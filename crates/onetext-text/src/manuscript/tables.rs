//! The tables of a manuscript as rows of text: what a form says that somebody filled in.

use super::taken::is_there;
use super::{CellPlace, Manuscript, Paragraph};

/// The rows of a table, each its cells.
pub type Rows = Vec<Vec<String>>;

/// Most cells that a row of a table may have; a place beyond is not read.
const COLUMNS_MAX: usize = 1_000;

/// The tables, in the order in which they begin.
pub(super) fn of(text: &Manuscript) -> Vec<Rows> {
    let mut tables: Vec<Rows> = Vec::new();
    let mut last: Option<CellPlace> = None;
    for paragraph in &text.paragraphs {
        let Some(place) = paragraph.cell.filter(|place| place.column <= COLUMNS_MAX) else { continue };
        let cell = cell(&mut tables, place);
        // A cell may begin with an empty paragraph; each but the first stands on a line of its own.
        if last == Some(place) {
            cell.push('\n');
        }
        cell.push_str(&words(paragraph));
        last = Some(place);
    }
    for cell in tables.iter_mut().flatten().flatten() {
        *cell = cell.trim().to_owned();
    }
    tables
}

/// The cell of a place; what comes before it is made where it is missing.
fn cell(tables: &mut Vec<Rows>, place: CellPlace) -> &mut String {
    let rows = at(tables, place.table);
    let cells = at(rows, place.row);
    at(cells, place.column)
}

fn at<T: Default + Clone>(all: &mut Vec<T>, place: usize) -> &mut T {
    let place = place.max(1);
    if all.len() < place {
        all.resize(place, T::default());
    }
    &mut all[place - 1]
}

/// The words of a paragraph with its number before them.
fn words(paragraph: &Paragraph) -> String {
    let pieces = paragraph.pieces.iter();
    let standing = pieces.filter(|piece| !piece.is_struck && is_there(&piece.marks, &|_| true));
    let words: String = standing.map(|piece| piece.words.as_str()).collect();
    if paragraph.label.is_empty() || words.trim().is_empty() {
        words
    } else {
        format!("{} {words}", paragraph.label)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Mark, MarkSort, Piece};
    use super::*;

    #[test]
    fn what_is_struck_or_deleted_is_left_out_and_what_is_inserted_is_there() {
        let mark = |sort| Mark { sort, author: "A".to_owned(), date: None, name: None };
        let piece = |words: &str, is_struck, marks: &[Mark]| Piece {
            words: words.to_owned(),
            is_struck,
            marks: marks.to_vec(),
            ..Piece::default()
        };
        let cell = |row, column, pieces: &[Piece]| Paragraph {
            cell: Some(CellPlace { table: 1, row, column }),
            pieces: pieces.to_vec(),
            ..Paragraph::default()
        };
        let text = Manuscript {
            paragraphs: vec![
                cell(1, 1, &[piece("1", false, &[])]),
                cell(
                    1,
                    2,
                    &[
                        piece("Each cart pays ", false, &[]),
                        piece("two", true, &[]),
                        piece("one coin.", false, &[]),
                    ],
                ),
                cell(1, 2, &[piece("Hay is free.", false, &[mark(MarkSort::Inserted)])]),
                cell(2, 2, &[piece("never", false, &[mark(MarkSort::Deleted)]), piece("always", false, &[])]),
                Paragraph::default(),
            ],
            ..Manuscript::default()
        };
        assert_eq!(
            text.tables(),
            [[vec!["1", "Each cart pays one coin.\nHay is free."], vec!["", "always"]]]
        );
    }
}
