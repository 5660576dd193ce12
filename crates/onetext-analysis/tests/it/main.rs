//! Tests of the crate as a researcher would use it.

mod space;
mod front;
mod exchange;
mod bridging;
mod draws;
mod joint_gains;
mod linear;
mod preferences;
mod operators;
mod random;
mod space;
mod trades;
