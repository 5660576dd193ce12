//! Bridging: an issue where no option works for all. What a new option would have to be worth to each party, exactly, where
//! that is known; and ideas built from options that exist, for a person to judge.

pub mod operators;
mod region;

pub use region::{Bridge, Corner, Crossing, Missing, Region, Stake, bridge};
