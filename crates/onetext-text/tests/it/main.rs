//! Texts from outside: debriefs, drafts and how they correspond.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod brackets;
mod debrief;
mod lineage;
mod redline;
mod units;
