//! The tests of the program and of the house.
#![expect(clippy::format_collect, reason = "short lists")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod attack_text;
mod bad_input;
mod commands;
mod drafts;
mod histories;
mod house;
mod kept;
mod leaks;
mod lint;
mod neutrality;
mod paper;
mod print;
#[path = "../../examples/generate/random.rs"]
mod random;
mod round_trips;
mod settlement;
mod tables;
mod world_folders;
mod worlds;
