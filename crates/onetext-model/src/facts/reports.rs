//! What is said about the talks: reports, the claims found in them, the chain through which a claim came, grades.

use super::{facts, words};
use crate::id::Refer;
use crate::{ActorId, ClaimId, ContactId, EntryId, IssueId, Kind, PartyId, SourceId};

facts! {
    /// A text from outside: press, letter, debrief.
    pub struct Report {
        /// Who published it.
        pub outlet: String,
        /// Its title.
        pub title: String,
        /// Where it can be found.
        pub address: Option<String>,
        /// IANA name of the zone in which its relative dates are meant: "Europe/Kyiv".
        pub zone: Option<String>,
        /// BCP 47 tag of its language.
        pub language: Option<String>,
        /// Published by a state or its medium.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub state_media: bool,
        /// The file beside this one that has its text, where we may keep it.
        pub file: Option<String>,
        /// A remark: how its date is known, what of it was seen.
        pub note: Option<String>,
    }

    /// A statement found in a report or made in a contact. Its last link of the chain is who said it.
    pub struct Claim {
        /// What was said, in our words; a quotation in quotation marks.
        pub words: String,
        /// Through whom it came: outlet, relay, source, speaker.
        pub chain: Vec<Chained>,
        /// Whether the words are the speaker's.
        pub mode: Mode,
        /// The verb or words that attribute it: "demands".
        pub cue: Option<String>,
        /// The issues that it touches.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub issues: Vec<IssueId>,
        /// What it says about the state of an issue.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub assesses: Vec<Assessment>,
        /// The contact of which it is an account.
        pub contact: Option<ContactId>,
        /// The claim of which it is another account, or which it answers.
        pub answers: Option<ClaimId>,
        /// A text published by a participant about the contact, meant to be quoted.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub readout: bool,
        /// Minutes that the contact took, in this account.
        pub duration_minutes: Option<u32>,
        /// To whom it was said.
        pub addressee: Option<ActorId>,
        /// Where: "on X", "to Axios".
        pub venue: Option<String>,
    }

    /// What a claim says about the state of an issue.
    pub struct Assessment {
        /// The issue.
        pub issue: IssueId,
        /// Its state, as the claim has it.
        pub state: AssessedState,
    }

    /// What is told of a source that is not named. Never merged across reports, never matched to a person.
    pub struct Unnamed {
        /// The words used: "two sources familiar with the conversation".
        pub words: String,
        /// How many, where it is said.
        pub count: Option<u16>,
        /// How they know, where it is said.
        pub basis: Option<String>,
        /// Whose side, where it is said.
        pub side: Option<PartyId>,
    }

    /// A grade on the Admiralty scale, set by a person. Without one a source counts as F6.
    pub struct Grade {
        /// The report or claim.
        pub of: SourceId,
        /// Reliability of the source.
        pub reliability: Reliability,
        /// Credibility of the statement, 1 (confirmed) to 6 (cannot be judged).
        pub credibility: u8,
    }

    /// Who a participant was that a claim names only as "a participant". Kept for the mediator.
    pub struct Attribution {
        /// The claim.
        pub claim: ClaimId,
        /// Who said it.
        pub speaker: ActorId,
    }
}

/// A link of the chain through which a claim came.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Chained {
    /// A publisher, named in the text.
    Outlet(String),
    /// A publisher that the text implies without naming it again.
    Implied(String),
    /// A party or person of the case.
    Actor(ActorId),
    /// A source that is not named.
    Unnamed(Unnamed),
    /// Somebody in a contact under the Chatham House Rule, described only so far: "a participant".
    Participant(String),
}

impl Refer for Chained {
    fn refer(&mut self, visit: &mut dyn FnMut(&'static [Kind], &mut EntryId)) {
        match self {
            Chained::Actor(actor) => actor.refer(visit),
            Chained::Unnamed(unnamed) => unnamed.refer(visit),
            Chained::Outlet(_) | Chained::Implied(_) | Chained::Participant(_) => {}
        }
    }
}

words! {
    /// How a claim gives what was said.
    pub enum Mode {
        /// In quotation marks.
        Direct = "quoted",
        /// In the reporter's words.
        Indirect = "reported",
        /// Partly in quotation marks.
        Mixed = "partly quoted",
        /// Told by the outlet itself, credited to nobody.
        Narrated = "narrated by the outlet",
    }

    /// What a claim may say about an issue.
    pub enum AssessedState {
        /// It holds up the deal.
        Sticking = "sticking",
        /// The sides are close.
        Near = "near",
        /// Agreed in principle, as the claim has it.
        AgreedInPrinciple = "said to be agreed in principle",
    }

    /// Reliability of a source, Admiralty scale.
    pub enum Reliability {
        /// Completely reliable.
        #[serde(rename = "A", alias = "a")]
        A = "A",
        /// Usually reliable.
        #[serde(rename = "B", alias = "b")]
        B = "B",
        /// Fairly reliable.
        #[serde(rename = "C", alias = "c")]
        C = "C",
        /// Not usually reliable.
        #[serde(rename = "D", alias = "d")]
        D = "D",
        /// Unreliable.
        #[serde(rename = "E", alias = "e")]
        E = "E",
        /// Cannot be judged.
        #[serde(rename = "F", alias = "f")]
        F = "F",
    }
}
