//! Tests of the crate as a researcher would use it.

mod certified;
mod space;
