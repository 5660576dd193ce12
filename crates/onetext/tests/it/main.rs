//! The tests of the program and of the house.

mod commands;
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
