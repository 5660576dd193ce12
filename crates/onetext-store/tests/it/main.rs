//! What a store promises, held against both databases; then power cuts and kills.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod child;
mod contract;
mod kills;
mod postgres;
mod power_cuts;
mod sqlite;
