//! What is remarked about a file of a library: where, and what. A file from which nothing can be taken is an error.

use super::sheet::{Flaw, Flawed};

/// A remark about a line of a file. What it is about was left out, unless it says that it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The line, from 1; 0 for the file as a whole.
    pub line: usize,
    /// The column, by its heading or its number; empty for the line as a whole.
    pub column: String,
    /// What.
    pub what: What,
}

/// What is remarked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Quotation marks that do not close, or stand where none may stand. The row is left out.
    Flaw(Flaw),
    /// The row has not as many cells as there are columns. It is left out.
    Ragged {
        /// Cells of the row.
        found: usize,
        /// Columns of the table.
        wanted: usize,
    },
    /// No number or no name, by which it could be told from others. The row is left out.
    WithoutKey,
    /// An agreement that the table has had. The row is left out.
    Twice(String),
    /// No day of the calendar. The row is kept without it.
    NoDay(String),
    /// Not one of 0, 1, 2, 3. The row is kept without this topic.
    NoWeight(String),
    /// A stage that we have no name for. The row is kept without it.
    NoStage(String),
    /// Columns that are kept as they are and searched by nobody.
    UnknownColumns(Vec<String>),
    /// A line that is no object of the format, and why.
    NotAnObject(String),
    /// More than is read; the rest is left out.
    TooMuch {
        /// Of what.
        what: &'static str,
        /// How many there may be.
        limit: usize,
    },
    /// What the reader of a text says of it.
    OfText(String),
}

impl Remark {
    pub(super) fn new(line: usize, column: impl Into<String>, what: What) -> Remark {
        Remark { line, column: column.into(), what }
    }

    pub(super) fn flawed(flawed: Flawed) -> Remark {
        Remark::new(flawed.line, flawed.column.to_string(), What::Flaw(flawed.flaw))
    }

    /// "line 12, column Dat: ..."
    pub fn sentence(&self) -> String {
        let place = match (self.line, self.column.as_str()) {
            (0, "") => String::new(),
            (line, "") => format!("line {line}: "),
            (0, column) => format!("column {column}: "),
            (line, column) => format!("line {line}, column {column}: "),
        };
        format!("{place}{}", self.what.said())
    }
}

impl What {
    fn said(&self) -> String {
        match self {
            What::Flaw(Flaw::Unclosed) => {
                "a quotation mark is opened and never closed; the rest of the file was not read".to_owned()
            }
            What::Flaw(Flaw::AfterQuotation) => {
                "something stands between a closing quotation mark and the next comma; the row was left out"
                    .to_owned()
            }
            What::Flaw(Flaw::LoneQuotation) => {
                "a quotation mark stands within a cell that does not begin with one; the row was left out"
                    .to_owned()
            }
            What::Ragged { found, wanted } => {
                format!("the row has {found} cells and the table {wanted} columns; the row was left out")
            }
            What::WithoutKey => "neither a number nor a name of an agreement; left out".to_owned(),
            What::Twice(key) => format!("{key} was there before; this row was left out"),
            What::NoDay(cell) => format!("{cell:?} is no day: write 1995-11-21; kept without a day"),
            What::NoWeight(cell) => format!("{cell:?} is none of 0, 1, 2, 3; kept without this topic"),
            What::NoStage(cell) => format!("{cell:?} is no stage that we know; kept without it"),
            What::UnknownColumns(names) => format!(
                "{} kept as they are and not searched: {}",
                if names.len() == 1 { "1 column".to_owned() } else { format!("{} columns", names.len()) },
                names.join(", ")
            ),
            What::NotAnObject(why) => {
                format!("no provision in the format of one object a line ({why}); left out")
            }
            What::TooMuch { what, limit } => format!("more than {limit} {what}; the rest was left out"),
            What::OfText(words) => words.clone(),
        }
    }
}

/// Why a file gives nothing at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PrecedentError {
    /// The letters cannot be read.
    #[error("it is not text in UTF-8 (byte {0}): save it as UTF-8")]
    NotUtf8(usize),
    /// It is longer than is read.
    #[error("it has {found} bytes; the limit is {limit}")]
    TooLong {
        /// How many.
        found: usize,
        /// How many there may be.
        limit: usize,
    },
    /// A table without the columns by which an agreement is known.
    #[error("it is no table of agreements: the first line has no column {0:?}")]
    NoColumn(&'static str),
    /// Two columns of one name.
    #[error("the first line has the column {0:?} twice")]
    ColumnTwice(String),
    /// Nothing that could be searched.
    #[error("it holds no agreement and no provision{0}")]
    Empty(String),
    /// Words to search for that are none.
    #[error("there is nothing to search for in {0:?}: write the words that the provision should have")]
    NoWords(String),
    /// A topic that nothing is known by.
    #[error(
        "no theme is called {0:?}: write a word such as \"referendum\", or a code of the table such as StRef"
    )]
    NoTheme(String),
}
