//! Who may see an entry: everybody, or the members of named compartments.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::{CompartmentId, EntryId, Kind, PersonId, Refer};

/// The set of compartments that may see an entry. The mediator is in it only where it says so.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// Everybody.
    Public,
    /// The members of these compartments and nobody else. Never empty when read from a folder.
    Only(BTreeSet<CompartmentId>),
}

impl Audience {
    /// Whether everybody in `other` is also in this audience.
    pub fn includes(&self, other: &Audience) -> bool {
        match (self, other) {
            (Audience::Public, _) => true,
            (Audience::Only(_), Audience::Public) => false,
            (Audience::Only(wide), Audience::Only(narrow)) => narrow.is_subset(wide),
        }
    }

    /// The compartments that an audience names; none for everybody.
    pub fn compartments(&self) -> impl Iterator<Item = CompartmentId> + '_ {
        match self {
            Audience::Public => None,
            Audience::Only(compartments) => Some(compartments.iter().copied()),
        }
        .into_iter()
        .flatten()
    }
}

impl Refer for Audience {
    fn refer(&mut self, visit: &mut dyn FnMut(&'static [Kind], &mut EntryId)) {
        if let Audience::Only(compartments) = self {
            let mut renamed = BTreeSet::new();
            for mut compartment in std::mem::take(compartments) {
                compartment.refer(visit);
                renamed.insert(compartment);
            }
            *compartments = renamed;
        }
    }
}

impl Serialize for Audience {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Audience::Public => serializer.serialize_str("public"),
            Audience::Only(compartments) => compartments.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Audience {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Word(Cow<'static, str>),
            Compartments(BTreeSet<CompartmentId>),
        }
        match Written::deserialize(deserializer)? {
            Written::Word(word) if word == "public" => Ok(Audience::Public),
            Written::Compartments(compartments) if !compartments.is_empty() => {
                Ok(Audience::Only(compartments))
            }
            _ => Err(de::Error::custom("an audience is \"public\" or a list of one or more compartments")),
        }
    }
}

/// Who looks at the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Viewer {
    /// The person who keeps the folder: everything that lies open on this disk. For backups and migration.
    Keeper,
    /// Anybody: public entries alone.
    Anybody,
    /// A member of this compartment and of no other.
    Compartment(CompartmentId),
    /// A person: the compartments of which the case says that they are a member on the day of the view.
    Person(PersonId),
}
