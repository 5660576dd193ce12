//! Press intake in the room: a report pasted, its proposals shown, one corrected, some taken; what nobody took is nowhere.

use crate::stage::{Stage, Answer};

