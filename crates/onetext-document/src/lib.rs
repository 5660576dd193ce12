//! Words out: a document as a value, and writers that print it.
//!
//! A [`Document`] is what a person will read: sections, tables, strips and charts, with their marks and with
//! what opens behind each cell. It knows nothing of negotiation. Whoever composes one hands it to a writer:
//! [`terminal`], [`html`], [`markdown`], [`json`], [`svg`] for charts, `docx` and `pdf` (features of these names) for any
//! document, and `xlsx` (feature `xlsx`) for tables. A [`calendar`] is a value of its own, with a writer to iCalendar.
//!
//! The writers are pure: the same document gives the same bytes on every machine. No clock, no file, no colour
//! that carries a meaning alone (a mark is a letter and a pattern first).
//!
//! ```
//! use onetext_document::{Block, Document, Text};
//! let page = Document::new("status", "Where the talks stand").with(Block::Paragraph(Text::plain("Open.")));
//! assert!(onetext_document::terminal::write(&page, 80).contains("Open."));
//! ```

mod block;
mod characters;
mod chart;
mod day;
mod find;
mod manuscript;
mod properties;
#[cfg(any(feature = "docx", feature = "pdf"))]
mod sheet;
mod spoken;
mod table;
mod text;

pub mod calendar;
#[cfg(feature = "docx")]
pub mod docx;
pub mod html;
pub mod json;
pub mod markdown;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod svg;
pub mod terminal;
#[cfg(feature = "xlsx")]
pub mod xlsx;

pub use block::{Block, Document, Item, Page, Section, Stage, Strip};
pub use chart::{
    BarRow, Bars, Chart, Edge, Network, Node, Parallel, ParallelLine, Plane, PlaneMark, RangeRow, Ranges,
    Scale, Shape, Timeline, TimelineMark, TimelineRow,
};
pub use manuscript::{Change, Comment, Manuscript, Note, Paragraph, Piece, Sort};
pub use properties::Properties;
pub use table::{Align, Cell, Column, Mark, Pattern, Row, Table};
pub use text::{Direction, Run, SPAN_TONES, Style, Text};
