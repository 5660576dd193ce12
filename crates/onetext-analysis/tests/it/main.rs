//! Tests of the crate as a researcher would use it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod certified;
mod space;
mod space_anac;
mod space_count;
