//! Tests of the crate as a researcher would use it.

mod bridging;
mod joint_gains;
mod random;
mod space;
mod trades;
