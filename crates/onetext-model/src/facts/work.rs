//! The desk's own work: next steps and promises, decisions, talking points, open questions, ratification, pages.

use super::{facts, words};
use crate::{ActorId, ContactId, InstrumentId, IssueId, Moment, PartyId, SubjectId};

facts! {
    /// A next step: who does what by when. With `promised_to` it is a promise.
    pub struct Step {
        /// Who.
        pub who: ActorId,
        /// What.
        pub what: String,
        /// By when.
        pub by: Option<Moment>,
        /// To whom it was promised.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub promised_to: Vec<ActorId>,
        /// Where it was agreed.
        pub contact: Option<ContactId>,
        /// Done, and no longer outstanding.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub done: bool,
    }

    /// A decision that somebody has to take.
    pub struct Decision {
        /// Who.
        pub who: ActorId,
        /// The question.
        pub question: String,
        /// By when.
        pub by: Option<Moment>,
        /// On which issue.
        pub on: Option<SubjectId>,
    }

    /// A line of the brief for a person.
    pub struct TalkingPoint {
        /// Who is to say or bring it.
        pub who: ActorId,
        /// For which contact.
        pub contact: Option<ContactId>,
        /// What sort of line it is.
        pub sort: TalkingPointSort,
        /// The line.
        pub words: String,
    }

    /// Something that we do not know and would like to.
    pub struct Question {
        /// The question.
        pub words: String,
        /// On which issue.
        pub on: Option<SubjectId>,
    }

    /// A step on the way from initials to force.
    pub struct RatificationStep {
        /// Whose step.
        pub party: PartyId,
        /// The place in the order of steps, from 1.
        pub place: u16,
        /// What happens: "initials", "parliament votes".
        pub what: String,
        /// Who does it.
        pub body: Option<String>,
        /// The majority or condition.
        pub threshold: Option<String>,
        /// Days that it takes, where a rule or source says so.
        pub days: Option<u32>,
        /// Of which text.
        pub instrument: Option<InstrumentId>,
    }

    /// A page of the case: a policy, a note on names, background.
    pub struct Page {
        /// Its title.
        pub title: String,
        /// Its text, in paragraphs.
        pub text: String,
        /// The issues that it concerns.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub issues: Vec<IssueId>,
    }
}

words! {
    /// Sorts of talking point.
    pub enum TalkingPointSort {
        /// What the meeting is for.
        Objective = "objective",
        /// A message to bring across.
        Message = "message",
        /// What to say if asked.
        IfAsked = "if asked",
        /// An instruction to bring back.
        Instruction = "instruction to bring back",
        /// Not to be mentioned: stands on a sheet of its own.
        DoNotMention = "do not mention",
    }
}
