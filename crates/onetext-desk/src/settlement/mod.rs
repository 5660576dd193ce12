//! What is possible, what stands in the way, which packages are worth a look: the analyses of settlement on a case, each a
//! page. Everything is computed from the view, so a party's page rests on what that party may know.
//!
//! Nothing here says what one side should give up: what cannot stand together is listed for all sides alike.

mod acceptance;
pub mod ask;
pub mod bridge;
pub mod conflicts;
mod demands;
mod drafted;
mod known;
mod numbered;
mod on_table;
mod openings;
mod ranges;
mod said;
pub mod settle;
mod sticking;
mod supposed;
pub mod trade;
pub mod what_if;
pub mod zone;

pub use drafted::options_of_draft;

/// Steps that one analysis on a page may take; what took them all says so. A second or so on a laptop.
pub const STEPS_MAX: u64 = 20_000_000;
/// Steps for a front that was asked for: some seconds.
pub const FRONT_STEPS_MAX: u64 = 500_000_000;
