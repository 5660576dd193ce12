//! The tests of the case folder.
#![expect(clippy::case_sensitive_file_extension_comparisons, reason = "the folder's own endings")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod any_bytes;
mod broken;
mod good;
mod stamped;
