//! Tests of the crate as a researcher would use it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod bargains;
mod references;
mod settlement;
mod solutions;

mod exchange;

mod space;
mod space_anac;
mod space_count;

mod front;
