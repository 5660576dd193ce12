//! Who is in the room: a person of the case, or whoever opened it on this machine. What each may do is in
//! [`crate::rights`], how they prove who they are in [`crate::door`].

use std::fmt;

use onetext_model::{EntryId, PersonId, Viewer};

/// Who acts, as the record has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Who {
    /// Whoever keeps the case on this machine: the mediator alone, or the one who set up the room.
    Keeper,
    /// A person of the case.
    Person(PersonId),
}

impl Who {
    /// Reads what [`fmt::Display`] wrote.
    pub fn parse(text: &str) -> Option<Who> {
        match text {
            "keeper" => Some(Who::Keeper),
            other => EntryId::parse(other).map(|id| Who::Person(PersonId(id))),
        }
    }
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Who::Keeper => f.write_str("keeper"),
            Who::Person(person) => person.0.fmt(f),
        }
    }
}

/// Somebody whom the door has let in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    /// Who it is.
    pub who: Who,
    /// With whose eyes they look.
    pub viewer: Viewer,
    /// The session: cut when it is revoked. Says nothing about the secret that opened it.
    pub session: u64,
    /// Whether the passkey was touched just now, or there is none to touch.
    pub is_fresh: bool,
}
