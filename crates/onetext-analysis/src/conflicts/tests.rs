//! What the tests of several files share: the random disputes of the integration tests.

use crate as library;

#[path = "../../tests/it/disputes.rs"]
pub mod disputes;
