//! Texts from outside: debriefs, drafts and how they correspond.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod brackets;
mod debrief;
mod edited;
mod import;
mod lineage;
mod lint;
mod manual;
mod precedents;
mod redline;
mod silent;
mod units;
