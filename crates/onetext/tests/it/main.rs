//! The tests of the program and of the house.
#![expect(clippy::format_collect, reason = "short lists")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod commands;
mod drafts;
mod histories;
mod house;
mod kept;
mod leaks;
mod neutrality;
mod print;
#[path = "../../examples/generate/random.rs"]
mod random;
mod round_trips;
mod world_folders;
mod worlds;
