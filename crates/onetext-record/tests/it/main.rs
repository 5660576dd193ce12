//! The tests of the record from outside: whole exports, ten thousand edits, a second verifier, any bytes.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::format_collect, reason = "short lists")]

mod edits;
mod edits_by_room;
mod exports;
mod found;
mod properties;
mod room;
mod second_verifier;
