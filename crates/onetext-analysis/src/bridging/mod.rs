//! Bridging: an issue where no option works for all. What a new option would have to be worth to each party, exactly, where
//! that is known.

mod region;

pub use region::{Bridge, Corner, Crossing, Missing, Region, Stake, bridge};
