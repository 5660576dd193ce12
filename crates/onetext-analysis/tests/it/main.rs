//! Tests of the crate as a researcher would use it.

mod bridging;
mod draws;
mod exchange;
mod front;
mod joint_gains;
mod linear;
mod operators;
mod preferences;
mod random;
mod space;
mod trades;
mod space_count;
mod bargains;
mod solutions;
mod space_count;
mod trades;
