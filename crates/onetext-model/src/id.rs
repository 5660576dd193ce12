//! Ids and labels: how an entry is named. An id is random and says nothing; a label is a word that people read.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest, Sha256};

use crate::fact::Kind;

/// Letters of an id: Crockford's base 32 in lower case, without i, l, o and u.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// What each byte is worth as a letter of an id: every reference of every file is read by it.
const VALUES: [u8; 256] = values();
const NO_LETTER: u8 = u8::MAX;
/// Characters of an id in text. 20 letters of 5 bits: two of a million ids coincide with a chance below 1e-18.
pub const ID_LENGTH: usize = 20;
const ID_BITS: u32 = 100;
const ID_MASK: u128 = (1 << ID_BITS) - 1;
/// Set in a reference that was written as a label and is not resolved yet.
const NAMED: u128 = 1 << 127;
/// Longest label, in bytes: it stands in file names and table cells.
pub const LABEL_BYTES_MAX: usize = 80;

const fn values() -> [u8; 256] {
    let mut values = [NO_LETTER; 256];
    let mut value: u8 = 0;
    while (value as usize) < LETTERS.len() {
        values[LETTERS[value as usize] as usize] = value;
        value += 1;
    }
    values
}

/// The name of an entry, and of whatever the entry introduced (a party, an issue ...).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(u128);

impl EntryId {
    /// The id made of 100 random bits (13 bytes, of which the last 4 bits are not used).
    ///
    /// ```
    /// let id = onetext_model::EntryId::from_random([7; 13]);
    /// assert_eq!(id.to_string().len(), 20);
    /// ```
    pub fn from_random(bytes: [u8; 13]) -> Self {
        EntryId(bytes.iter().fold(0, |bits, byte| bits << 8 | u128::from(*byte)) >> 4 & ID_MASK)
    }

    /// The id derived from text: for entries written by hand without one. The same parts give the same id.
    pub fn derived(parts: &[&str]) -> Self {
        let mut digest = Sha256::new();
        for part in parts {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part.as_bytes());
        }
        let bytes: [u8; 32] = digest.finalize().into();
        let mut head = [0; 13];
        head.copy_from_slice(&bytes[..13]);
        EntryId::from_random(head)
    }

    /// A reference by label, to be resolved when the case is put together.
    pub fn named(label: &str) -> Self {
        EntryId(EntryId::derived(&["label", label]).0 | NAMED)
    }

    /// Whether this is a label that has not been resolved.
    pub fn is_named(self) -> bool {
        self.0 & NAMED != 0
    }

    /// Reads an id as it is printed: 20 letters.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != ID_LENGTH {
            return None;
        }
        let mut bits = 0;
        for byte in text.bytes() {
            let value = VALUES[usize::from(byte)];
            if value == NO_LETTER {
                return None;
            }
            bits = bits << 5 | u128::from(value);
        }
        Some(EntryId(bits))
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_named() {
            f.write_str("~")?;
        }
        let text: String = (0..ID_LENGTH)
            .rev()
            .map(|place| char::from(LETTERS[(self.0 >> (place * 5) & 31) as usize]))
            .collect();
        f.write_str(&text)
    }
}

impl fmt::Debug for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for EntryId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for EntryId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl de::Visitor<'_> for Reader {
            type Value = EntryId;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id or a label in quotation marks")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<EntryId, E> {
                match EntryId::parse(text) {
                    Some(id) => Ok(id),
                    None => Label::parse(text).map(|label| EntryId::named(label.as_str())).map_err(E::custom),
                }
            }
        }
        deserializer.deserialize_str(Reader)
    }
}

/// A word by which people refer to an entry; unique within a compartment. Lower-case letters of any script,
/// digits, `-`, `.`, `_` and `/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Label(Box<str>);

/// Why a text is not a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotALabel {
    /// Nothing, or more than [`LABEL_BYTES_MAX`] bytes.
    #[error("a label has 1 to {LABEL_BYTES_MAX} bytes")]
    Length,
    /// A character that labels do not have.
    #[error("a label has lower-case letters, digits, '-', '.', '_' and '/' only, not {0:?}")]
    Character(char),
    /// Reads as an id.
    #[error("a label must not look like an id (20 letters and digits)")]
    LooksLikeId,
}

impl Label {
    /// Reads a label.
    pub fn parse(text: &str) -> Result<Self, NotALabel> {
        if text.is_empty() || text.len() > LABEL_BYTES_MAX {
            return Err(NotALabel::Length);
        }
        let allowed = |c: char| c.is_alphanumeric() && !c.is_uppercase() || "-._/".contains(c);
        if let Some(odd) = text.chars().find(|c| !allowed(*c)) {
            return Err(NotALabel::Character(odd));
        }
        if EntryId::parse(text).is_some() {
            return Err(NotALabel::LooksLikeId);
        }
        Ok(Label(text.into()))
    }

    /// The label made of the letters and digits of a title: "The army's size" gives "the-army-s-size".
    pub fn from_title(title: &str) -> Option<Self> {
        let mut words = String::new();
        for c in title.chars().flat_map(char::to_lowercase) {
            let fits = words.len() + c.len_utf8() <= LABEL_BYTES_MAX;
            if c.is_alphanumeric() && fits {
                words.push(c);
            } else if fits && !words.is_empty() && !words.ends_with('-') {
                words.push('-');
            }
        }
        Label::parse(words.trim_end_matches('-')).ok()
    }

    /// The characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Label {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Label::parse(&text).map_err(de::Error::custom)
    }
}

/// Visits every id that a value refers to, with the kinds of entry that it may name (none: any kind).
pub trait Refer {
    /// Calls `visit` for each reference, which may be replaced.
    fn refer(&mut self, visit: &mut dyn FnMut(&'static [Kind], &mut EntryId));
}

impl<T: Refer> Refer for Option<T> {
    fn refer(&mut self, visit: &mut dyn FnMut(&'static [Kind], &mut EntryId)) {
        if let Some(inner) = self {
            inner.refer(visit);
        }
    }
}

impl<T: Refer> Refer for Vec<T> {
    fn refer(&mut self, visit: &mut dyn FnMut(&'static [Kind], &mut EntryId)) {
        for inner in self {
            inner.refer(visit);
        }
    }
}

macro_rules! refers_to_nothing {
    ($($plain:ty),* $(,)?) => {
        $(impl crate::Refer for $plain {
            fn refer(&mut self, _: &mut dyn FnMut(&'static [crate::Kind], &mut crate::EntryId)) {}
        })*
    };
}
pub(crate) use refers_to_nothing;
refers_to_nothing!(String, bool, u8, u16, u32, Label);

macro_rules! id_types {
    ($($(#[$meta:meta])* $name:ident: $($kind:ident)|*;)*) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
            #[serde(transparent)]
            pub struct $name(pub EntryId);

            impl Refer for $name {
                fn refer(&mut self, visit: &mut dyn FnMut(&'static [Kind], &mut EntryId)) {
                    visit(&[$(Kind::$kind),*], &mut self.0);
                }
            }

            impl From<$name> for EntryId {
                fn from(id: $name) -> EntryId {
                    id.0
                }
            }

            impl schemars::JsonSchema for $name {
                fn schema_name() -> std::borrow::Cow<'static, str> {
                    stringify!($name).into()
                }
                fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    schemars::json_schema!({
                        "type": "string",
                        "description": concat!("Label or id of: ", stringify!($($kind),*)),
                    })
                }
            }
        )*
    };
}

id_types! {
    /// A circle of persons.
    CompartmentId: Compartment;
    /// A state, body or side.
    PartyId: Party;
    /// A person, an office, a group or an unnamed source.
    PersonId: Person;
    /// Somebody who acts: a party or a person.
    ActorId: Party | Person;
    /// A strand of the talks.
    TrackId: Track;
    /// A call, meeting, round or letter.
    ContactId: Contact;
    /// A matter to be settled.
    IssueId: Issue;
    /// A possible settlement of an issue.
    OptionId: Option;
    /// What can be held a position on.
    SubjectId: Issue | Option | Provision;
    /// One of the texts that make the deal.
    InstrumentId: Instrument;
    /// A version of an instrument.
    DraftId: Draft;
    /// The smallest unit of a draft that a person would cite.
    ProvisionId: Provision;
    /// A text from outside.
    ReportId: Report;
    /// A statement found in a report.
    ClaimId: Claim;
    /// Something asked or floated.
    RequestId: Ask | Idea;
    /// What an entry rests on.
    SourceId: Report | Claim | Draft | Provision | Contact;
    /// Something told to somebody.
    ReleaseId: Release;
    /// Any entry.
    AnyId: ;
}
