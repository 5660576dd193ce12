//! A text as a word processor keeps it: paragraphs of pieces, each with the tracked changes that it lies in. Every mark
//! of every author is kept; what the text says is asked with some of them taken and some not.

mod numbering;
mod numerals;
mod tables;
mod taken;

use serde::{Deserialize, Serialize};

pub use numbering::{Counters, Level, List, Numbered};
pub use numerals::NumberFormat;
pub use tables::Rows;

use crate::draft::Draft;

/// A text with its tracked changes, footnotes and comments.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manuscript {
    /// Its paragraphs, in the order of the file.
    pub paragraphs: Vec<Paragraph>,
    /// Its footnotes and endnotes, in the order in which they are called.
    pub notes: Vec<Note>,
    /// Its comments; pieces name them by their place here.
    pub comments: Vec<Comment>,
    /// The lists whose numbers the word processor counts; paragraphs name them by their place here.
    pub lists: Vec<List>,
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// The level of a heading, from 1.
    pub heading: Option<u8>,
    /// How far it is indented, in characters.
    pub indent: usize,
    /// The numbering as shown while every change is shown, such as "4 bis." or "(a)"; no part of the words.
    pub label: String,
    /// Which list counts it, so that its number can be told when changes are taken or not.
    pub numbered: Option<Numbered>,
    /// Whether all its words are in bold letters.
    pub is_strong: bool,
    /// Its place in a table.
    pub cell: Option<CellPlace>,
    /// Its words.
    pub pieces: Vec<Piece>,
    /// The tracked changes of its own end: an inserted end is a paragraph split in two, a deleted one two joined.
    pub marks: Vec<Mark>,
    /// The n-th paragraph of the file, from 1.
    pub number: usize,
}

/// A place in a table, each counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CellPlace {
    /// The n-th table of the file.
    pub table: usize,
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
}

/// Words that share their tracked changes and comments.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// The words.
    pub words: String,
    /// The tracked changes around them, the outermost first: a deletion by B inside an insertion by A keeps both.
    pub marks: Vec<Mark>,
    /// The comments on them, as places in [`Manuscript::comments`].
    pub comments: Vec<usize>,
    /// Whether they are struck out as a matter of looks, with no change tracked: so tables mark what a side takes out.
    pub is_struck: bool,
}

/// What a tracked change does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum MarkSort {
    /// Put in.
    Inserted,
    /// Taken out.
    Deleted,
    /// The end of a move: here it is now.
    MovedHere,
    /// The beginning of a move: here it was.
    MovedAway,
}

impl MarkSort {
    /// Whether what it marks is there when the change is taken.
    pub fn adds(self) -> bool {
        matches!(self, MarkSort::Inserted | MarkSort::MovedHere)
    }
}

/// A tracked change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Mark {
    /// What it does.
    pub sort: MarkSort,
    /// Who made it, as the file says.
    pub author: String,
    /// When, as the file has it (ISO 8601).
    pub date: Option<String>,
    /// What joins the two ends of a move.
    pub name: Option<String>,
}

/// A footnote or endnote.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Its mark as shown.
    pub mark: String,
    /// Its words; paragraphs of it are parted by a line feed.
    pub pieces: Vec<Piece>,
}

/// A comment in the margin.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// Who made it, as the file says.
    pub author: String,
    /// When, as the file has it.
    pub date: Option<String>,
    /// Its words.
    pub words: String,
}

impl Manuscript {
    /// What the text says when every tracked change is taken.
    pub fn as_accepted(&self) -> Draft {
        self.with(|_| true)
    }

    /// What it says when none is: as it was before anybody tracked a change.
    pub fn as_rejected(&self) -> Draft {
        self.with(|_| false)
    }

    /// What it says when some are taken: `takes` says of each mark whether it is.
    ///
    /// ```
    /// use onetext_text::manuscript::{Manuscript, Mark, MarkSort, Paragraph, Piece};
    /// let mark = |sort, author: &str| Mark { sort, author: author.into(), date: None, name: None };
    /// let piece = |words: &str, marks| Piece { words: words.into(), marks, ..Piece::default() };
    /// let text = Manuscript {
    ///     paragraphs: vec![Paragraph {
    ///         pieces: vec![
    ///             piece("The Parties shall ", vec![]),
    ///             piece("not ", vec![mark(MarkSort::Inserted, "A"), mark(MarkSort::Deleted, "B")]),
    ///             piece("withdraw.", vec![]),
    ///         ],
    ///         ..Paragraph::default()
    ///     }],
    ///     ..Manuscript::default()
    /// };
    /// assert_eq!(text.as_accepted().provisions[0].text, "The Parties shall withdraw.");
    /// assert_eq!(text.with(|mark| mark.author == "A").provisions[0].text, "The Parties shall not withdraw.");
    /// ```
    pub fn with(&self, takes: impl Fn(&Mark) -> bool) -> Draft {
        taken::draft(self, &takes)
    }

    /// The tables of the file as rows of cells, every tracked change taken and what is struck out left out. Paragraphs of
    /// a cell are parted by a line feed.
    pub fn tables(&self) -> Vec<Rows> {
        tables::of(self)
    }

    /// Every tracked change, each as often as it marks something: of words and of ends of paragraphs.
    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        let of_body = self.paragraphs.iter().flat_map(|one| of_pieces(&one.pieces).chain(&one.marks));
        of_body.chain(self.notes.iter().flat_map(|note| of_pieces(&note.pieces)))
    }
}

fn of_pieces(pieces: &[Piece]) -> impl Iterator<Item = &Mark> {
    pieces.iter().flat_map(|piece| &piece.marks)
}
