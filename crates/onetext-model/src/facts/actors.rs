//! Who takes part: compartments and their members, parties with their roles and interests, persons and mandates.

use super::{facts, words};
use crate::{ActorId, CompartmentId, InstrumentId, PartyId, PersonId};

facts! {
    /// A named circle of persons. Its label names the folder of its private entries.
    pub struct Compartment {
        /// What the circle is called.
        pub name: String,
        /// The party whose circle it is; none for the mediator's and for shared ones.
        pub party: Option<PartyId>,
        /// Whether it is the mediator's own.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub mediator: bool,
        /// What it is for.
        pub purpose: Option<String>,
    }

    /// A person is in a compartment for the time of `about` (without it: from then on).
    pub struct Membership {
        /// Who.
        pub person: PersonId,
        /// In which circle.
        pub compartment: CompartmentId,
    }

    /// A member of a compartment agrees that texts of it are sent to a service outside.
    pub struct Consent {
        /// Who agrees.
        pub person: PersonId,
        /// For which circle.
        pub compartment: CompartmentId,
        /// The address of the service, as it is named where it is asked.
        pub service: String,
    }

    /// A state, body or side.
    pub struct Party {
        /// The name on screens and prints.
        pub name: String,
        /// A short form for narrow columns.
        pub short: Option<String>,
        /// Other names and spellings, of any script; for matching.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub aliases: Vec<String>,
        /// What sort of party it is.
        pub sort: PartySort,
        /// Whether it sits at the table.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub at_the_table: bool,
    }

    /// One of the roles that a party holds.
    pub struct Role {
        /// The party.
        pub party: PartyId,
        /// The role.
        pub role: RoleKind,
        /// In whose words, or in ours: one sentence.
        pub words: Option<String>,
        /// The text for which it holds the role, if not for the talks as a whole.
        pub instrument: Option<InstrumentId>,
    }

    /// What a party stands to gain or lose beside the text: shown with its roles.
    pub struct Interest {
        /// The party.
        pub party: PartyId,
        /// One sentence.
        pub words: String,
    }

    /// A person, an office, a group, or a source that is not named.
    pub struct Person {
        /// The name, or the words by which an unnamed source is described.
        pub name: String,
        /// Other names and spellings, of any script; for matching.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub aliases: Vec<String>,
        /// Public office.
        pub office: Option<String>,
        /// The party that the person belongs to, if any.
        pub party: Option<PartyId>,
        /// A named person unless it says otherwise.
        #[serde(default, skip_serializing_if = "PersonSort::is_named")]
        pub sort: PersonSort,
    }

    /// With which authority a person speaks for a party, for the time of `about`.
    pub struct Mandate {
        /// Who.
        pub person: PersonId,
        /// For whom.
        pub party: PartyId,
        /// In which office or function.
        pub office: String,
        /// How far the authority goes.
        pub authority: Authority,
        /// By whom it was given.
        pub given_by: Option<ActorId>,
    }
}

words! {
    /// Sorts of party.
    pub enum PartySort {
        /// A state.
        State = "state",
        /// An international or regional organisation.
        Organisation = "organisation",
        /// States that act together under one text.
        Group = "group",
        /// A side in an armed conflict that is no state.
        ArmedGroup = "armed group",
        /// A company or employer.
        Company = "company",
        /// A union or association.
        Union = "union",
        /// Anything else.
        Body = "body",
    }

    /// Roles of a party. One party may hold several.
    pub enum RoleKind {
        /// Brings the sides together.
        Mediating = "mediating",
        /// Negotiates for itself.
        Negotiating = "negotiating",
        /// Writes the text.
        Drafting = "drafting",
        /// Makes a commitment hold.
        Guaranteeing = "guaranteeing",
        /// Gains from the deal or from one beside it.
        Benefiting = "benefiting",
        /// Bears the outcome without a seat.
        Affected = "affected, not at the table",
        /// Comments from outside.
        Commenting = "commenting from outside",
    }

    /// Sorts of person.
    #[derive(Default)]
    pub enum PersonSort {
        /// A person by name.
        #[default]
        Named = "named",
        /// Whoever holds an office.
        Office = "office",
        /// Several persons.
        Group = "group",
        /// A source that is not named; never matched to a person.
        Unnamed = "not named",
    }

    /// How far an authority goes; each includes those before it.
    pub enum Authority {
        /// No source says how far it goes.
        NotStated = "authority not stated",
        /// Informal talks.
        Explore = "may explore",
        /// Talks on the text.
        Negotiate = "may negotiate",
        /// Initials, ad referendum.
        Initial = "may initial",
        /// Signature.
        Sign = "may sign",
    }
}

impl PersonSort {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
    fn is_named(&self) -> bool {
        *self == PersonSort::Named
    }
}
