//! The closed list of kinds of fact, and the enum that holds any one of them.

use serde::{Deserialize, Deserializer, Serialize};

use crate::{EntryId, Refer};

/// A kind of fact that an entry can state.
pub trait Stateable: Sized {
    /// Its kind.
    const KIND: Kind;
    /// The fact as this kind, if it is one.
    fn from_fact(fact: &Fact) -> Option<&Self>;
}

macro_rules! kinds {
    ($($kind:ident($type:ident) = $word:literal,)*) => {
        /// The kinds of fact.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $(#[doc = concat!("[`", stringify!($type), "`](crate::", stringify!($type), ")")] $kind,)*
        }

        impl Kind {
            /// Every kind, in the order of the manual.
            pub const ALL: &'static [Kind] = &[$(Kind::$kind),*];

            /// The word for it in files: `[[position]]`.
            pub fn word(self) -> &'static str {
                match self {
                    $(Kind::$kind => $word,)*
                }
            }

            /// The kind that a word of a file means.
            pub fn parse(word: &str) -> Option<Kind> {
                match word {
                    $($word => Some(Kind::$kind),)*
                    _ => None,
                }
            }

            /// The keys that a table of this kind has beside those of every entry.
            pub fn keys(self) -> &'static [&'static str] {
                match self {
                    $(Kind::$kind => crate::$type::KEYS,)*
                }
            }

            /// Reads a fact of this kind.
            pub fn read<'de, D: Deserializer<'de>>(self, from: D) -> Result<Fact, D::Error> {
                match self {
                    $(Kind::$kind => crate::$type::deserialize(from).map(Fact::$kind),)*
                }
            }

            /// The JSON Schema of this kind's own keys.
            pub fn schema(self, generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                match self {
                    $(Kind::$kind => <crate::$type as schemars::JsonSchema>::json_schema(generator),)*
                }
            }
        }

        /// What an entry says.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Fact {
            $(#[doc = concat!("[`", stringify!($type), "`](crate::", stringify!($type), ")")] #[serde(rename = $word)] $kind(crate::$type),)*
        }

        impl Fact {
            /// Its kind.
            pub fn kind(&self) -> Kind {
                match self {
                    $(Fact::$kind(_) => Kind::$kind,)*
                }
            }
        }

        impl Refer for Fact {
            fn refer(&mut self, visit: &mut dyn FnMut(&'static [Kind], &mut EntryId)) {
                match self {
                    $(Fact::$kind(fact) => fact.refer(visit),)*
                }
            }
        }

        $(
            impl Stateable for crate::$type {
                const KIND: Kind = Kind::$kind;
                fn from_fact(fact: &Fact) -> Option<&Self> {
                    match fact {
                        Fact::$kind(this) => Some(this),
                        _ => None,
                    }
                }
            }
        )*
    };
}

kinds! {
    Compartment(Compartment) = "compartment",
    Membership(Membership) = "membership",
    Consent(Consent) = "consent",
    Party(Party) = "party",
    Role(Role) = "role",
    Interest(Interest) = "interest",
    Person(Person) = "person",
    Mandate(Mandate) = "mandate",
    Track(Track) = "track",
    Contact(Contact) = "contact",
    Issue(Issue) = "issue",
    Option(IssueOption) = "option",
    Status(PointStatus) = "status",
    Preference(Preference) = "preference",
    Reservation(Reservation) = "reservation",
    Instrument(Instrument) = "instrument",
    Draft(Draft) = "draft",
    Provision(Provision) = "provision",
    Lineage(Lineage) = "lineage",
    Wording(Wording) = "wording",
    Position(Position) = "position",
    Ask(Ask) = "ask",
    Idea(Idea) = "idea",
    Answer(Answer) = "answer",
    Undertaking(Undertaking) = "undertaking",
    Link(Link) = "link",
    Precedent(Precedent) = "precedent",
    Report(Report) = "report",
    Claim(Claim) = "claim",
    Grade(Grade) = "grade",
    Attribution(Attribution) = "attribution",
    Release(Release) = "release",
    Origin(Origin) = "origin",
    Withdrawal(Withdrawal) = "withdrawal",
    Step(Step) = "step",
    Decision(Decision) = "decision",
    TalkingPoint(TalkingPoint) = "talking-point",
    Question(Question) = "question",
    Ratification(RatificationStep) = "ratification",
    Page(Page) = "page",
}
