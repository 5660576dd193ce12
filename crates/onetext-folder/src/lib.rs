//! The case folder that people write: TOML for facts, Markdown for drafts and pages, to entries and back.
//!
//! Four things happen here, all of them pure: the program brings the bytes and takes them away.
//! - [`read`]: files to a [`Log`](onetext_model::Log), with a finding for everything that is not as it should be;
//! - [`Reading::admit`]: the log to a [`Case`](onetext_model::Case), findings with file, line, column and excerpt;
//! - [`mod@write`]: new entries to text that is appended, so that every byte written before stays as it was;
//! - [`lines`]: entries as JSON lines, out and in with the same bytes.
//!
//! The form of the folder is described in `docs/case-format.md`.

pub mod edit;
mod files;
mod front;
pub mod lines;
mod locate;
mod markdown;
mod merge;
mod migrate;
mod origin;
mod place;
mod reading;
pub mod schema;
mod source;
mod suggest;
mod table;
pub mod write;

pub use files::{FileKind, Files};
pub use markdown::provision_label;
pub use merge::{Conflict, merge};
pub use migrate::{FORMAT, MigrationError, Step, migrate, upgrade};
pub use place::{PRIVATE, Place};
pub use reading::{Reading, place_findings, read};
pub use suggest::nearest;

/// Largest file that is read. A case of this size in one file is a mistake.
pub const FILE_BYTES_MAX: usize = 16 << 20;
/// Entries in one file before it should be split: parsing time and memory grow with the file.
pub const FILE_ENTRIES_MAX: usize = 500;
/// Files of one case; 10 million entries at the most.
pub const FILES_MAX: usize = 20_000;
