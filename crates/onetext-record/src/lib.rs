//! The record: what was entered, in which order, provable to anybody who kept a checkpoint. Nothing here reads a
//! file, a clock or a source of randomness.
//!
//! A room keeps one append-only log per audience. Each log is a [`Chain`]: every line holds the hash of the line
//! before it. A [`checkpoint`](note::checkpoint) is the log's size and its Merkle tree hash, signed (the C2SP
//! tlog-checkpoint form). Private lines are sealed, each with a [`NoteKey`] of its own: whoever destroys the key
//! destroys the note, and the chain still holds. [`verify`] checks an [`export`] with no server and no trust in the one
//! who made it.
//!
//! ```
//! use onetext_record::{Body, Chain, NoteKey};
//! let mut chain = Chain::new("public");
//! let line = chain.add("2026-07-03T10:00:00Z", "keeper", Body::Open(b"{\"entry\":1}"));
//! let mut reader = Chain::new("public");
//! assert_eq!(reader.follow(&line).unwrap().number, 1);
//! assert_eq!(reader.root(), chain.root());
//! ```
//!
//! What can be proved, and what cannot, is told in `docs/record.md`.

mod chain;
mod export;
mod line;
mod merkle;
pub mod note;
mod seal;
mod verify;

pub use chain::{Broken, Chain};
pub use export::{Files, Log, export};
pub use line::{Body, Content, Line};
pub use note::{Checkpoint, NotANote, Signer, Verifier};
pub use seal::{NoteKey, Unopened};
pub use verify::{Finding, LogReport, Report, Trusted, verify};
