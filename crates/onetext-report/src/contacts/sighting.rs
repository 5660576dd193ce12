//! One place of the text that speaks of a contact: what it says of it, before mentions of the same contact are joined.

use super::scene::Day;
use crate::reading::{ActorIndex, ContactStatus, ContactType, Medium};
use crate::tokens::Words;

/// How the words point to the contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reference {
    /// "a meeting", "met": may be a new one.
    Indefinite,
    /// "talks in Geneva": may be a new one or one told of before.
    Bare,
    /// "the meeting", "their call", "these talks", "Tuesday's meeting": told of before if it can be.
    Definite,
    /// "another round", "met again": a new one, whatever else fits.
    Further,
}

/// What one place of the text says of a contact.
#[expect(clippy::struct_excessive_bools, reason = "each is a word of the text that stands there or does not")]
#[derive(Clone, Debug)]
pub(super) struct Sighting {
    /// The token that it hangs on.
    pub(super) trigger: usize,
    /// The words that speak of it.
    pub(super) words: Words,
    pub(super) sort: ContactType,
    /// Whether the word fits any sort: "discussion", "talks" of a call.
    pub(super) is_generic: bool,
    pub(super) is_verb: bool,
    /// Whether the noun stands in the plural.
    pub(super) is_plural: bool,
    pub(super) reference: Reference,
    /// None where nothing says so: such words can only point to a contact told of elsewhere.
    pub(super) status: Option<ContactStatus>,
    /// Whether a verb tells that it happens: "held", "began", "is planned".
    pub(super) is_told: bool,
    /// Whoever calls, hosts, travels: the subject.
    pub(super) hosts: Vec<ActorIndex>,
    /// "with", "between", the object.
    pub(super) guests: Vec<ActorIndex>,
    /// Whether "they", "the sides" and the like stand for whoever took part before.
    pub(super) is_collective: bool,
    /// Whether the subject is "the pair", "the two men".
    pub(super) is_pair: bool,
    /// "Roe also attended the meeting": whoever is named came to what was told before.
    pub(super) is_joined: bool,
    /// "separate calls", "met A and, separately, B": one contact for each guest.
    pub(super) is_separate: bool,
    pub(super) day: Option<Day>,
    /// "three days of talks": how many days.
    pub(super) days_long: Option<u16>,
    pub(super) minutes: Vec<u32>,
    /// Names of places.
    pub(super) places: Vec<Words>,
    /// How the subject takes part, where it is said: "via telephone".
    pub(super) medium: Option<Medium>,
    pub(super) condition: Option<Words>,
    pub(super) is_quoted: bool,
}

impl Sighting {
    /// Everybody that it names.
    pub(super) fn company(&self) -> impl Iterator<Item = ActorIndex> + '_ {
        self.hosts.iter().chain(&self.guests).copied()
    }
}
