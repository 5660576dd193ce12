//! Tables: columns and rows with stable keys, cells with a mark, and what opens behind a cell.

use crate::{Block, Text};

/// How the cells of a column are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Align {
    /// From the start of the line.
    #[default]
    Start,
    /// Around the middle.
    Centre,
    /// To the end of the line: numbers.
    End,
}

/// A table. Every row has as many cells as there are columns; writers print "—" where a cell has no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// A stable name for links and JSON.
    pub key: String,
    /// What the table shows, for those who hear it instead of seeing it.
    pub caption: Text,
    /// The columns, left to right in a left-to-right document.
    pub columns: Vec<Column>,
    /// The rows, top to bottom.
    pub rows: Vec<Row>,
    /// What the marks mean; shown below the table.
    pub legend: Text,
}

/// Narrowest and widest share that [`Table::balance`] gives, in characters of a column's fullest cell.
const SHARE_MIN: usize = 24;
const SHARE_MAX: usize = 240;

impl Table {
    /// The same table with each column as wide as its fullest cell asks: rows become as low as they can.
    #[must_use]
    pub fn balance(mut self) -> Self {
        for (place, column) in self.columns.iter_mut().enumerate() {
            let cells = self.rows.iter().filter_map(|row| row.cells.get(place));
            let fullest = cells.map(|cell| cell.text.to_words().chars().count()).max().unwrap_or(0);
            column.weight = u16::try_from(fullest.clamp(SHARE_MIN, SHARE_MAX)).unwrap_or(1);
        }
        self
    }
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// A stable name for JSON and spreadsheets.
    pub key: String,
    /// The heading.
    pub title: Text,
    /// How cells are set.
    pub align: Align,
    /// Share of the width relative to the other columns; at least 1.
    pub weight: u16,
    /// Ruled heavier on both sides: the chair's column.
    pub heavy: bool,
    /// The row's name rather than one of its values: set as a row heading.
    pub heading: bool,
}

impl Column {
    /// A column with a stable name, a heading and a share of the width.
    pub fn new(key: impl Into<String>, title: impl Into<Text>, weight: u16) -> Self {
        Column {
            key: key.into(),
            title: title.into(),
            align: Align::Start,
            weight: weight.max(1),
            heavy: false,
            heading: false,
        }
    }

    /// The same column as the rows' heading.
    #[must_use]
    pub fn heading(mut self) -> Self {
        self.heading = true;
        self
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// A stable name for links and JSON.
    pub key: String,
    /// One cell a column.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Cell {
    /// The mark before the text, if any.
    pub mark: Option<Mark>,
    /// The text; empty prints as "—".
    pub text: Text,
    /// What opens behind the cell: sentence, chain, report.
    pub opens: Vec<Block>,
}

impl Cell {
    /// A cell with text alone.
    pub fn new(text: impl Into<Text>) -> Self {
        Cell { text: text.into(), ..Cell::default() }
    }
}

/// A mark: a letter and a pattern, legible in grey and to the ear. Colour may be added by a writer, never alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// One to three characters: "A", "R-P", "·".
    pub letter: String,
    /// What the letter means, in words: "accept".
    pub name: String,
    /// The pattern behind the letter.
    pub pattern: Pattern,
    /// Old enough to be doubted: hatched, and said in words.
    pub stale: bool,
}

/// Patterns that stay apart in grey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// White.
    Blank,
    /// A thin outline.
    Outline,
    /// Sparse dots.
    Dots,
    /// Thin level lines.
    Lines,
    /// Crossed lines.
    Grid,
    /// Filled, letter in white.
    Solid,
}
