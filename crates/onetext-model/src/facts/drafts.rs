//! The texts: instruments, their drafts, and the provisions of a draft.

use super::{facts, words};
use crate::{ActorId, DraftId, InstrumentId, IssueId, PartyId};

facts! {
    /// One of the texts that together make the deal.
    pub struct Instrument {
        /// Its name.
        pub name: String,
    }

    /// A version of an instrument.
    pub struct Draft {
        /// What it is called: "28 points".
        pub title: String,
        /// The text of which it is a version.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub instrument: Option<InstrumentId>,
        /// How many points it has, where that is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub points: Option<u32>,
        /// Who wrote it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub authors: Vec<ActorId>,
        /// Whose input it had.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub input_from: Vec<PartyId>,
        /// Who had no part in it though it binds or concerns them.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub input_missing: Vec<PartyId>,
        /// The drafts that it follows from.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub after: Vec<DraftId>,
        /// Beside the main line: a counter-text.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub branch: bool,
        /// What we have of it.
        pub form: TextForm,
        /// BCP 47 tag of its language.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub language: Option<String>,
        /// A remark in one sentence.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub note: Option<String>,
    }

    /// The smallest unit of a draft that a person would cite.
    pub struct Provision {
        /// The draft.
        pub draft: DraftId,
        /// Its number as shown: "4 bis".
        pub number: String,
        /// Its heading, if it has one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub heading: Option<String>,
        /// The text, exactly where the draft is verbatim; otherwise in our words.
        pub text: String,
        /// The issues that it touches.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub issues: Vec<IssueId>,
        /// How a summary was checked against the published text.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub checked: Option<String>,
    }
}

words! {
    /// What we have of a draft.
    pub enum TextForm {
        /// The text itself.
        Verbatim = "verbatim",
        /// A summary in our own words: no lint, no redline, no silent changes.
        Summary = "summary in our words",
        /// Nothing but what is said about it.
        NotPublic = "text not public",
    }
}
