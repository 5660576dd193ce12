//! Tests of the crate as a researcher would use it.

mod draws;
mod linear;
mod preferences;
mod shares;
