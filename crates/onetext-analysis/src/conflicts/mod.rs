//! Which demands cannot stand together, and the least that would have to be given up.
//!
//! Hard rules are those of the space. A *conflict* is a least set of demands that no package meets together, a *correction* a
//! least set without which the others can be met; each hits all of the other kind (Reiter 1987; Liffiton & Sakallah
//! 2008). Demands that have nothing to do with each other are kept apart, as [`Standoff`]s: twenty of them with two
//! corrections each have 2^20 corrections together, which are counted and never listed.

mod demand;
mod encode;
mod explore;
mod factors;
mod map;
mod members;
mod oracle;
mod part;
mod parting;
mod plans;
mod reduce;
mod relaxation;
mod solver;
mod standoff;
mod sticking;
#[cfg(test)]
mod tests;
mod transversal;
mod zones;

pub use demand::{DEMANDS_MAX, Demand, DemandIndex, Dispute, Terms};
pub use relaxation::{Admission, Price, Pricing, Relaxation, Relaxed, fewest, lightest};
pub use standoff::{Conflicts, Extent, Standoff, Total, conflicts};
pub use sticking::{Blocked, Responsibility, StickingPoint, sticking_points};
pub use zones::{LeftOpen, Stance, Stances, Zone, Zones, zones};
