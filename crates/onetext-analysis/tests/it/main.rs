//! Tests of the crate as a researcher would use it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use onetext_analysis as library;

mod bargains;
mod bridging;
mod certified;
mod completions;
mod conflicts;
mod disputes;
mod draws;
mod exchange;
mod exchange_faults;
mod exchange_formats;
mod exchange_properties;
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
mod sticking;
mod trades;
mod uncertain_trades;
