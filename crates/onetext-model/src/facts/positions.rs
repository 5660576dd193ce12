//! What is held, asked, floated, promised and tied: positions, asks and ideas with their answers, undertakings, links.

use super::{facts, words};
use crate::{
    ActorId, Chained, ContactId, InstrumentId, IssueId, Moment, PartyId, PersonId, RequestId, SubjectId,
};

facts! {
    /// What a party holds on an issue, an option or a provision.
    pub struct Position {
        /// Whose.
        pub party: PartyId,
        /// On what. On an issue as a whole only where no option fits.
        pub on: SubjectId,
        /// Where it stands.
        pub stance: Stance,
        /// One sentence.
        pub words: String,
        /// The condition of a conditional acceptance.
        pub condition: Option<String>,
        /// In its own words, attributed, or inferred.
        pub evidence: Evidence,
        /// By whom it was attributed or inferred.
        pub by: Option<Chained>,
        /// Who said it for the party.
        pub speaker: Option<PersonId>,
        /// Whose limit a red line is.
        pub limit: Option<Limit>,
    }

    /// A concession asked.
    pub struct Ask {
        /// Who asks.
        pub by: ActorId,
        /// Of whom.
        pub of: Vec<ActorId>,
        /// What, in one sentence.
        pub words: String,
        /// On which issue.
        pub on: Option<SubjectId>,
        /// By when an answer is wanted.
        pub answer_by: Option<Moment>,
        /// Where it was asked.
        pub contact: Option<ContactId>,
    }

    /// A concept floated.
    pub struct Idea {
        /// What, in one sentence.
        pub words: String,
        /// On which issue.
        pub on: Option<SubjectId>,
        /// Under whose name; nobody's if absent.
        pub by: Option<ActorId>,
        /// To whom.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub to: Vec<ActorId>,
        /// Where it was floated.
        pub contact: Option<ContactId>,
    }

    /// The answer to an ask, or what came of an idea.
    pub struct Answer {
        /// The ask or idea.
        pub to: RequestId,
        /// Who answered.
        pub by: ActorId,
        /// How.
        pub answer: AnswerSort,
        /// In one sentence.
        pub words: String,
    }

    /// An earlier promise, its alleged breach, who alleges it, and the reply.
    pub struct Undertaking {
        /// Who gave it.
        pub by: ActorId,
        /// To whom.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub to: Vec<ActorId>,
        /// What was promised, as far as the source says.
        pub words: String,
        /// The breach that is alleged.
        pub alleged_breach: Option<String>,
        /// Who alleges it.
        pub alleged_by: Option<ActorId>,
        /// The reply of the one who gave it.
        pub reply: Option<String>,
    }

    /// A deal or interest beside the talks, and what it is tied to.
    pub struct Link {
        /// Its name.
        pub name: String,
        /// One sentence.
        pub words: String,
        /// Whom it joins.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub between: Vec<PartyId>,
        /// The issues that it is tied to.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub issues: Vec<IssueId>,
        /// The texts that it is tied to.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub instruments: Vec<InstrumentId>,
    }

    /// An earlier agreement that is invoked in the talks.
    pub struct Precedent {
        /// The agreement, by its title.
        pub title: String,
        /// Who invoked it.
        pub by: ActorId,
        /// What for, in one sentence.
        pub purpose: String,
        /// On which point.
        pub on: Option<SubjectId>,
        /// Which part of it: "Article 12".
        pub place: Option<String>,
        /// Its words, as far as they were invoked.
        pub words: Option<String>,
        /// Where it was invoked.
        pub contact: Option<ContactId>,
        /// Its key in a library of precedents: "pax:236".
        pub agreement: Option<String>,
    }
}

words! {
    /// Where a party stands. Silence is not acceptance.
    pub enum Stance {
        /// Accepts, or proposes it itself.
        Accept = "accept",
        /// Accepts with a condition.
        Conditional = "accept with a condition",
        /// Awaits its capital.
        Reserved = "reserved",
        /// Rejects; may move.
        Reject = "reject",
        /// Rejects; says that it cannot move.
        RedLine = "red line",
        /// Has said nothing.
        Silent = "silent",
    }

    /// What a position rests on.
    pub enum Evidence {
        /// The party's own words.
        Own = "own words",
        /// Somebody else says so.
        Attributed = "attributed",
        /// Read from what it did or wrote.
        Inferred = "inferred",
    }

    /// Whose limit it is.
    pub enum Limit {
        /// The principal's: a red line.
        Principal = "the principal's limit",
        /// The negotiator's tactical limit: a bottom line.
        Negotiator = "the negotiator's bottom line",
    }

    /// Answers to an ask or an idea.
    pub enum AnswerSort {
        /// Yes.
        Granted = "granted",
        /// In part or with a condition.
        Partly = "granted in part",
        /// No.
        Refused = "refused",
        /// Taken home.
        Considering = "under consideration",
    }
}

impl Stance {
    /// The letter of the positions grid.
    pub fn letter(self) -> &'static str {
        match self {
            Stance::Accept => "A",
            Stance::Conditional => "C",
            Stance::Reserved => "P",
            Stance::Reject => "R",
            Stance::RedLine => "X",
            Stance::Silent => "·",
        }
    }

    /// Whether the party rejects, movably or not.
    pub fn rejects(self) -> bool {
        matches!(self, Stance::Reject | Stance::RedLine)
    }
}
