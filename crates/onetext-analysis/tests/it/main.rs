//! Tests of the crate as a researcher would use it.

mod bargains;
mod solutions;
