//! Tests of the crate as a researcher would use it.

mod space;
mod front;
mod exchange;
mod draws;
mod linear;
mod preferences;
