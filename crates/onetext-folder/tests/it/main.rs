//! The tests of the case folder.

mod any_bytes;
mod broken;
mod good;
mod stamped;
