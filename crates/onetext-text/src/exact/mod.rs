//! What a text says exactly, whatever its language: numbers, days, references, defined terms. Lint and the comparison of
//! language versions both rest on it.

mod day;
mod language;
mod number;
mod reference;
mod steps;
mod target;
mod term;

pub use day::{Date, dates};
pub use language::Language;
pub use number::{Figure, figures, ordinal, spelled};
pub use reference::{Reference, Step, StepSort, Whose, references, references_of};
pub(crate) use target::plain;
pub use target::{Outline, Resolved};
pub(crate) use term::is_abbreviation;
pub use term::{Definition, Form, definitions, quoted};

/// A stretch of a draft: a provision and bytes of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The provision's place in the draft.
    pub place: usize,
    /// The first byte.
    pub from: usize,
    /// One past the last byte.
    pub to: usize,
}
