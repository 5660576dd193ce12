//! Words understood: a debrief of one page to the entries that it proposes, a draft to its provisions, two drafts to how
//! they correspond and what changed.
//!
//! Everything here proposes; nothing enters a case until a person says yes. The rules are lists of cue words and
//! the case's own names; no model is downloaded and nothing is guessed from outside the text. What a sentence
//! could not be read as is handed back, so that nothing is lost.

pub mod akoma;
pub mod brackets;
mod day;
pub mod debrief;
pub mod draft;
pub mod exact;
pub mod import;
pub mod lineage;
pub mod lint;
pub mod manuscript;
pub mod moved;
mod names;
mod numbers;
pub mod precedents;
pub mod redline;
pub mod reports;
mod sentences;
pub mod silent;
pub mod tricks;
pub mod versions;

pub use day::find_day;
