//! What comes out of a report: actors, claims with their chains, what is narrated, contacts.

use jiff::civil::Date;

/// A piece of the text: byte offsets, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Byte offset of its start.
    pub start: usize,
    /// Byte offset of its end.
    pub end: usize,
}

impl Span {
    /// The span's words in the text that it was found in.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// Whether the other span lies inside this one.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// The place of an actor in [`Reading::actors`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActorIndex(pub usize);

/// Everything that was understood of one report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Who is named or described, each once, in order of first mention; the outlet itself first.
    pub actors: Vec<Actor>,
    /// Each attributed statement, in order of its first content.
    pub claims: Vec<Claim>,
    /// What the outlet tells itself, sentence by sentence or clause by clause.
    pub narrated: Vec<Narrated>,
    /// Who met, meets or is to meet whom.
    pub contacts: Vec<Contact>,
    /// What was not read, and why: a language, a date without an anchor.
    pub unread: Vec<Unread>,
}

/// A person, body or source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The fullest name: "Volodymyr Zelenskyy", "two sources familiar with the conversation".
    pub name: String,
    /// Every other form in which the text names it, in order, without pronouns.
    pub aliases: Vec<String>,
    /// What it is.
    pub kind: ActorKind,
    /// Its office, as the text has it: "Chief of Staff".
    pub office: Option<String>,
    /// Whose side it is on: the name of a state or body, as far as the text says so ("Ukraine").
    pub side: Option<String>,
    /// What is told of a source that is not named.
    pub anonymity: Option<Anonymity>,
    /// The group of sources that it is one of: "the source" of "two sources".
    pub part_of: Option<ActorIndex>,
    /// Each place where it is mentioned, pronouns included.
    pub mentions: Vec<Span>,
}

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActorKind {
    /// A named person.
    Person,
    /// A person known by the office alone: "a federal mediator".
    PersonByOffice,
    /// A state.
    State,
    /// A company, union, ministry, court.
    Organisation,
    /// Several persons under one description: "senior officials".
    Group,
    /// A publisher.
    Outlet,
    /// A source that is not named.
    Anonymous,
}

/// What is told of a source that is not named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anonymity {
    /// How many, where it is said.
    pub count: Option<u16>,
    /// How they know: "familiar with the conversation".
    pub basis: Option<String>,
    /// Whose: "Ukraine", "the White House".
    pub affiliation: Option<String>,
    /// Their rank, where it is said: "senior".
    pub rank: Option<String>,
}

/// An attributed statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What was said; several pieces where the attribution interrupts it.
    pub content: Vec<Span>,
    /// The words that attribute it; empty where an earlier attribution runs on.
    pub cue: Vec<Span>,
    /// The words that name who said it.
    pub source: Option<Span>,
    /// The relaying outlet's own words, where a relay stands in the same sentence: "Axios" in "Axios reports, citing".
    pub relay: Option<Span>,
    /// Who said it.
    pub speaker: Option<ActorIndex>,
    /// Whether the words are the speaker's.
    pub mode: Mode,
    /// The speech act of the cue, as the manual lists them: "demand".
    pub act: &'static str,
    /// Whether the cue is negated: "did not say".
    pub negated: bool,
    /// Words that weaken or strengthen the statement.
    pub hedges: Vec<Hedge>,
    /// Through whom it came, outlet first, who said it last.
    pub chain: Vec<Link>,
    /// To whom it was said, where an actor is named.
    pub addressee: Option<ActorIndex>,
    /// Where it was said.
    pub venue: Option<Venue>,
    /// When it was said.
    pub date: Option<When>,
    /// The contact of which it is an account, as place in [`Reading::contacts`].
    pub contact: Option<usize>,
}

/// A word that weakens or strengthens a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hedge(pub Span);

/// Whether the words are the speaker's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// In quotation marks.
    Direct,
    /// In the reporter's words.
    Indirect,
    /// Partly in quotation marks.
    Mixed,
}

/// One link of a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Who.
    pub actor: ActorIndex,
    /// The word that makes the link, if one does.
    pub cue: Option<Span>,
    /// Whether the text implies it without naming it here.
    pub implied: bool,
}

/// Where something was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Venue {
    /// `social_post`, `written_statement`, `press_remarks`, `statement_to_outlet`, `legal_filing`, `interview`, `speech`.
    pub sort: &'static str,
    /// Its name, if it has one: "X", "Oval Office".
    pub name: Option<String>,
    /// The words of the text, if they stand there.
    pub words: Option<Span>,
}

/// What the outlet tells itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narrated {
    /// The words.
    pub content: Span,
    /// The contact of which it is an account.
    pub contact: Option<usize>,
}

/// A call, meeting, round, visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// What sort of contact it is.
    pub sort: ContactType,
    /// Whether it took place.
    pub status: ContactStatus,
    /// When.
    pub date: Option<When>,
    /// Minutes; several where accounts differ.
    pub minutes: Vec<u32>,
    /// Where.
    pub place: Option<Place>,
    /// Who took part or is to take part.
    pub participants: Vec<Participant>,
    /// The larger contact that it was part of, as place in [`Reading::contacts`].
    pub part_of: Option<usize>,
    /// On what a conditional contact depends, in the text's words.
    pub condition: Option<Span>,
    /// Each piece of text that speaks of it.
    pub mentions: Vec<Span>,
}

/// Sorts of contact; the words are those of the JSON output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContactType {
    /// `phone_call`
    PhoneCall,
    /// `video_call`
    VideoCall,
    /// "meeting"
    Meeting,
    /// `negotiation_round`
    NegotiationRound,
    /// `mediation_session`
    MediationSession,
    /// "consultation"
    Consultation,
    /// "briefing"
    Briefing,
    /// "visit"
    Visit,
    /// "letter"
    Letter,
}

/// Whether a contact took place; the words are those of the JSON output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContactStatus {
    /// "occurred"
    Occurred,
    /// "ongoing"
    Ongoing,
    /// "planned": the participants said that it will be.
    Planned,
    /// "expected": others expect it.
    Expected,
    /// "conditional"
    Conditional,
    /// "cancelled"
    Cancelled,
}

/// Somebody at a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    /// Who.
    pub actor: ActorIndex,
    /// Office or part taken, as the text has it.
    pub office: Option<String>,
    /// How.
    pub medium: Medium,
}

/// How somebody took part; the words are those of the JSON output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Medium {
    /// `in_person`
    InPerson,
    /// "phone"
    Phone,
    /// "video"
    Video,
    /// "writing"
    Writing,
}

/// A place name of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// As the text has it.
    pub name: String,
    /// Where it stands.
    pub span: Span,
}

/// A day or range of days, resolved against the day of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// The words that say so.
    pub words: Option<Span>,
    /// First day; none where it could not be resolved.
    pub start: Option<Date>,
    /// Last day, inclusive.
    pub end: Option<Date>,
    /// How exact it is.
    pub precision: Precision,
}

/// How exact a date is; the words are those of the JSON output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// `part_of_day`
    PartOfDay,
    /// "day"
    Day,
    /// "week"
    Week,
    /// "month"
    Month,
    /// "year"
    Year,
    /// "unknown": words that could not be resolved.
    Unknown,
}

/// A piece of text that was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Which.
    pub span: Span,
    /// Why, as a clause: "its language is not read".
    pub why: String,
}
