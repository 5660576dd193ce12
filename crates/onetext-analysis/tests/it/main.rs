//! Tests of the crate as a researcher would use it.

mod space;
mod space_count;
