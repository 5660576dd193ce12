//! The room from outside, through its router: what each may do, what each gets, and what the security promises say.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod canaries;
mod leaks;
mod lost_updates;
mod matrix;
mod stage;
mod worlds;
