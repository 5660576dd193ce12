//! The texts: instruments, their drafts, and the provisions of a draft.

use super::{facts, words};
use crate::{ActorId, DraftId, InstrumentId, IssueId, PartyId, ProvisionId};

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
        pub instrument: Option<InstrumentId>,
        /// How many points it has, where that is known.
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
        /// SHA-256 of the file that it was read from, in hexadecimal letters.
        pub digest: Option<String>,
        /// BCP 47 tag of its language.
        pub language: Option<String>,
        /// A remark in one sentence.
        pub note: Option<String>,
    }

    /// The smallest unit of a draft that a person would cite.
    pub struct Provision {
        /// The draft.
        pub draft: DraftId,
        /// Its number as shown: "4 bis".
        pub number: String,
        /// Its heading, if it has one.
        pub heading: Option<String>,
        /// The text, exactly where the draft is verbatim; otherwise in our words.
        pub text: String,
        /// The issues that it touches.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub issues: Vec<IssueId>,
        /// How a summary was checked against the published text.
        pub checked: Option<String>,
        /// Its place in the draft, from 1; provisions without one come first, in the order of their numbers.
        pub place: Option<u32>,
        /// Its row in the table of all wordings, never given to anything else: "47", "47a".
        pub row: Option<String>,
    }

    /// What became of provisions of one draft in another, as a person confirmed or corrected it.
    pub struct Lineage {
        /// The earlier draft.
        pub earlier: DraftId,
        /// The later draft.
        pub later: DraftId,
        /// Provisions of the earlier draft; none where the later one has something new.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub old: Vec<ProvisionId>,
        /// Provisions of the later draft; none where it drops something.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub new: Vec<ProvisionId>,
        /// What happened.
        pub became: Became,
        /// Why, in one sentence.
        pub note: Option<String>,
    }

    /// A wording that somebody proposes for a provision.
    pub struct Wording {
        /// The provision as it stands in the source draft.
        pub on: ProvisionId,
        /// The party that proposes it; nobody where it is the mediator's compromise.
        pub by: Option<PartyId>,
        /// The words; empty where the provision is to go.
        pub text: String,
    }
}

words! {
    /// What became of a provision.
    pub enum Became {
        /// The same words; its number may differ.
        Unchanged = "unchanged",
        /// Other words.
        Reworded = "reworded",
        /// Several became one.
        Merged = "merged",
        /// One became several.
        Split = "split",
        /// It changed its order among the others.
        Moved = "moved",
        /// It is gone.
        Dropped = "dropped",
        /// It was not there.
        New = "new",
    }

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
