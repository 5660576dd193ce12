//! Tests of the crate as a researcher would use it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod bridging;
mod completions;
mod draws;
mod front;
mod joint_gains;
mod linear;
mod operators;
mod preferences;
mod preferences_random;
mod question;
mod random;
mod shares;
mod space;
mod space_anac;
mod space_count;
mod trades;
mod uncertain_trades;
