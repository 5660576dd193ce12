//! Who met whom: tracks, contacts and those who took part.

use super::{facts, words};
use crate::{ActorId, ContactId, IssueId, PartyId, TrackId};

facts! {
    /// A strand of the talks.
    pub struct Track {
        /// Its name.
        pub name: String,
        /// The parties that it joins.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub between: Vec<PartyId>,
    }

    /// A call, meeting, round or letter; `about` says when.
    pub struct Contact {
        /// What it is called on a page: "Meeting in Moscow".
        pub title: String,
        /// What sort of contact it is.
        pub sort: ContactSort,
        /// Whether it took place. Past its date, what was planned is shown as unconfirmed.
        pub status: ContactStatus,
        /// The strand that it belongs to.
        pub track: Option<TrackId>,
        /// The larger contact that it was part of.
        pub part_of: Option<ContactId>,
        /// The words in which its time was given, where they are not a date: "later this week".
        pub when_words: Option<String>,
        /// Minutes; several where accounts differ.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub duration_minutes: Vec<u32>,
        /// Where.
        pub place: Option<String>,
        /// Who took part or is to take part.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub participants: Vec<Participant>,
        /// What it was about.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub topics: Vec<IssueId>,
        /// On what a conditional contact depends.
        pub condition: Option<String>,
        /// What came of it, in one sentence.
        pub outcome: Option<String>,
        /// Held under the Chatham House Rule: what was said may be used, by whom may not.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub chatham_house: bool,
    }

    /// Somebody at a contact.
    pub struct Participant {
        /// A person or a party.
        pub actor: ActorId,
        /// As what: "principal", "mediator", "to be briefed".
        pub role: Option<String>,
        /// How; in person unless it says otherwise.
        #[serde(default, skip_serializing_if = "Medium::is_in_person")]
        pub medium: Medium,
    }
}

words! {
    /// Sorts of contact.
    pub enum ContactSort {
        /// By telephone or video.
        Call = "call",
        /// In one room.
        Meeting = "meeting",
        /// Several sittings under one name.
        Round = "round",
        /// Talks on a text without negotiation.
        Consultation = "consultation",
        /// One side informs its own principal or a third party.
        Briefing = "briefing",
        /// A journey to somebody.
        Visit = "visit",
        /// In writing.
        Letter = "letter",
    }

    /// Whether a contact took place.
    pub enum ContactStatus {
        /// It took place.
        Occurred = "occurred",
        /// It goes on.
        Ongoing = "ongoing",
        /// Its participants said that it will be.
        Planned = "planned",
        /// Others expect it.
        Expected = "expected",
        /// It depends on something.
        Conditional = "conditional",
        /// It was called off.
        Cancelled = "called off",
    }

    /// How somebody took part.
    #[derive(Default)]
    pub enum Medium {
        /// In the room.
        #[default]
        InPerson = "in person",
        /// By telephone.
        Phone = "by telephone",
        /// By video.
        Video = "by video",
        /// In writing.
        Writing = "in writing",
    }
}

impl ContactStatus {
    /// Whether the contact has yet to take place.
    pub fn is_ahead(self) -> bool {
        matches!(self, ContactStatus::Planned | ContactStatus::Expected | ContactStatus::Conditional)
    }
}

impl Medium {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
    fn is_in_person(&self) -> bool {
        *self == Medium::InPerson
    }
}
