//! The record: what was entered, in which order, provable to anybody who kept a checkpoint. Nothing here reads a
//! file, a clock or a source of randomness: times, keys and bytes are arguments.
//!
//! A room keeps one append-only log per audience. Each log is a [`Chain`]: every line holds the hash of the line
//! before it. A [`checkpoint`] is the log's size and its Merkle tree hash, signed (the C2SP forms tlog-checkpoint and
//! signed-note). Private lines are sealed, each with a [`NoteKey`] of its own: whoever destroys the key destroys the
//! note, and the chain still holds. [`verify`] checks an [`export`] with no server and no trust in whoever made it.
//!
//! ```
//! use std::collections::BTreeMap;
//! use onetext_record::{Body, Chain, Log, NoteKey, Signer, Trusted, checkpoint, export, origin, verify};
//!
//! // The room enters something that everybody may read, and keeps a private note.
//! let key = NoteKey::from_bytes([7; 32]); // random in earnest
//! let mut chain = Chain::new("public");
//! let first = chain.add("2026-07-03T10:00:00Z", "aide", Body::Open(br#"{"entry":"Round 4 begins"}"#));
//! let signer = Signer::new("onetext/basin", &[1; 32]); // random and kept in earnest
//! let kept = checkpoint(&origin("basin", "public"), &chain, &signer);
//! let second = chain.add("2026-07-03T18:00:00Z", "mediator", Body::Sealed { plain: b"a note", key: &key });
//!
//! // The note's key is destroyed: it is in no export, and the chain holds all the same.
//! let log = Log { chain, lines: vec![first, second], keys: BTreeMap::new() };
//! let files = export("basin", &[log], &signer);
//! let trusted = Trusted { verifier: Some(signer.verifier()), checkpoints: vec![kept] };
//! let report = verify(&files, &trusted);
//! assert!(report.is_clean() && report.caution().is_none());
//! assert_eq!((report.logs[0].read, report.logs[0].sealed), (1, 1));
//! ```
//!
//! The form of every line and file, and what the record proves and does not, is told in `docs/record.md`.

mod chain;
mod checkpoint;
mod export;
mod json;
mod line;
mod merkle;
pub mod note;
mod seal;
mod verify;

pub use chain::{Broken, Chain, Refused};
pub use checkpoint::{Checkpoint, checkpoint, origin, read_checkpoint};
pub use export::{EXPORT_FORMAT, Files, Log, export};
pub use json::NotJson;
pub use line::{BODY_BYTES_MAX, Body, Content, LINE_BYTES_MAX, Line};
pub use note::{NOTE_BYTES_MAX, NotANote, SIGNATURES_MAX, Signer, Verifier};
pub use seal::{NoteKey, PADDING_BYTES, SealedNote, Unopened};
pub use verify::{FINDINGS_MAX, Finding, LogReport, Report, Trusted, What, verify};
