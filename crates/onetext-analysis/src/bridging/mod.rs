//! Bridging: an issue where no option works for all. What a new option would have to be worth to each party, exactly, where
//! that is known; and ideas built from options that exist, for a person to judge.
//!
//! ```
//! use onetext_analysis::bridging::{Bridge, Stake, bridge};
//! use onetext_analysis::{Budget, Issue, IssueIndex, Space, Utility, UtilityFunction};
//! let space = Space::new(vec![Issue::listed("Cap", &["none", "low"]), Issue::listed("Monitor", &["yes", "no"])])?;
//! let table = |rows: [[i64; 2]; 2]| {
//!     UtilityFunction::additive(rows.iter().map(|row| row.iter().map(|u| Utility::hundredths(*u)).collect()).collect())
//! };
//! let (delta, upland) = (table([[60, 0], [40, 0]]), table([[0, 70], [0, 30]]));
//! let stakes = [&delta, &upland].map(|utility| Stake {
//!     utility: Some(utility),
//!     reservation: Some(Utility::hundredths(50)),
//! });
//! let Bridge::Region(region) = bridge(&space, &stakes, IssueIndex(0), &Budget::unlimited())? else { panic!() };
//! // With a monitor, a new cap must be worth 0.10 to Delta and 0.50 to Upland; without one, 0.50 and 0.20.
//! assert_eq!(region.corners[0].requires, [Utility::hundredths(10), Utility::hundredths(50)]);
//! assert_eq!(region.corners[1].requires, [Utility::hundredths(50), Utility::hundredths(20)]);
//! assert!(region.options.values().all(|works| !works), "neither of today's options is enough");
//! assert!(region.holds(&[Utility::hundredths(20), Utility::hundredths(50)]));
//! # Ok::<(), onetext_analysis::Error>(())
//! ```

pub mod operators;
mod region;

pub use region::{Bridge, Corner, Crossing, Missing, Region, Stake, bridge};
