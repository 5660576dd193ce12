//! Tests of the crate as a researcher would use it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod bargains;
mod bridging;
mod conflicts;
mod disputes;
mod draws;
mod exchange;
mod front;
mod joint_gains;
mod linear;
mod operators;
mod preferences;
mod random;
mod references;
mod settlement;
mod solutions;
mod space;
mod space_anac;
mod space_count;
mod trades;
mod uncertain_trades;
mod preferences_random;
mod shares;
