//! The crate's one integration-test binary: the sample documents, and what every writer makes of them.

mod look;
mod opened;
mod pages;
mod properties;
mod sample;
#[cfg(feature = "xlsx")]
mod sheets;
mod terminals;
