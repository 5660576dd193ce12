//! Tests of the crate as a researcher would use it.

mod exchange;
mod exchange_faults;
mod exchange_formats;
mod exchange_properties;
