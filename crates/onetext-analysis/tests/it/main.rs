//! Tests of the crate as a researcher would use it.

mod bridging;
mod joint_gains;
mod operators;
mod random;
mod space;
mod trades;
