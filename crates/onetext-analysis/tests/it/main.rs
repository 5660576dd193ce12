//! Tests of the crate as a researcher would use it.

mod bargains;
mod bridging;
mod completions;
mod conflicts;
mod disputes;
mod draws;
mod exchange;
mod front;
mod joint_gains;
mod linear;
mod operators;
mod preferences;
mod preferences_random;
mod question;
mod random;
mod references;
mod settlement;
mod shares;
mod solutions;
mod space;
mod space_anac;
mod space_count;
mod trades;
mod uncertain_trades;
