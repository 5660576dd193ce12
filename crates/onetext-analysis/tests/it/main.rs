//! Tests of the crate as a researcher would use it.

use onetext_analysis as library;

mod conflicts;
mod disputes;
