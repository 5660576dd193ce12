//! Tests of the crate as a researcher would use it.

use onetext_analysis as library;

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
mod solutions;
mod space;
mod space_count;
mod sticking;
mod trades;
