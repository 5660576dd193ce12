//! Tests of the crate as a researcher would use it.

mod random;
mod space;
mod trades;
