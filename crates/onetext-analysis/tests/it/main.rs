//! Tests of the crate as a researcher would use it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod draws;
mod linear;
mod preferences;
mod preferences_random;
mod shares;
