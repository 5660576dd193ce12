//! A reading as JSON, the shape of `intake --json`: offsets are Unicode code points, end exclusive.
//!
//! `docs/json.md` is the manual of the shape. Actors are "a0", "a1" ..., claims "c0" ..., contacts "e0" ..., each in the
//! order of the reading.

mod contact;
mod points;

use serde::Serialize;

use crate::{Actor, ActorIndex, ActorKind, Anonymity, Claim, Link, Mode, Narrated, Reading, Venue, When};
pub use contact::ContactJson;
use contact::contact;
use points::CodePoints;

/// Name and version of the shape; it changes when a member is taken away or changes its meaning.
const SCHEMA: &str = "onetext.reading/1";

/// Start and end in Unicode code points, end exclusive.
pub type PointSpan = [usize; 2];

/// A reading in the shape of `intake --json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReportJson {
    /// Name and version of the shape.
    pub schema: &'static str,
    /// Who is named or described; the outlet is "a0".
    pub actors: Vec<ActorJson>,
    /// Each attributed statement.
    pub claims: Vec<ClaimJson>,
    /// What the outlet tells itself.
    pub narrated: Vec<NarratedJson>,
    /// Who met, meets or is to meet whom.
    pub contacts: Vec<ContactJson>,
    /// What was not read, and why.
    pub unread: Vec<UnreadJson>,
}

/// An actor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActorJson {
    /// "a0" ...
    pub id: String,
    /// Its fullest name.
    pub name: String,
    /// Other forms of it.
    pub aliases: Vec<String>,
    /// "person", `person_by_office`, "state", "org", "group", "outlet", "anonymous".
    pub kind: &'static str,
    /// Office, in the text's words.
    pub office: Option<String>,
    /// Whose side it is on.
    pub side: Option<String>,
    /// What is told of a source without a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anonymity: Option<AnonymityJson>,
    /// Id of the group of sources that it is one of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    /// Each place where it is mentioned.
    pub mentions: Vec<PointSpan>,
}

/// What is told of a source without a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AnonymityJson {
    /// How many.
    pub count: Option<u16>,
    /// How they know.
    pub basis: Option<String>,
    /// Whose.
    pub affiliation: Option<String>,
    /// Their rank.
    pub rank: Option<String>,
}

/// An attributed statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClaimJson {
    /// "c0" ...
    pub id: String,
    /// What was said.
    pub content: Vec<PointSpan>,
    /// The words that attribute it.
    pub cue: Vec<PointSpan>,
    /// The words that name who said it: none or one piece.
    pub source: Vec<PointSpan>,
    /// The relaying outlet's words in the same sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relay: Option<PointSpan>,
    /// Id of who said it.
    pub speaker: Option<String>,
    /// "direct", "indirect", "mixed".
    pub mode: &'static str,
    /// The speech act.
    pub act: &'static str,
    /// Whether the cue is negated.
    pub negated: bool,
    /// Words that weaken or strengthen it.
    pub hedges: Vec<PointSpan>,
    /// Ids, outlet first, who said it last.
    pub chain: Vec<String>,
    /// The same links with the word that makes each, and whether it is implied.
    pub links: Vec<LinkJson>,
    /// Id of whom it was said to.
    pub addressee: Option<String>,
    /// Where it was said.
    pub venue: Option<VenueJson>,
    /// When it was said.
    pub date: Option<DateJson>,
    /// Id of the contact that it is an account of.
    pub contact: Option<String>,
}

/// A link of a chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LinkJson {
    /// Id of the actor.
    pub actor: String,
    /// The word that makes the link.
    pub cue: Option<PointSpan>,
    /// Whether the text implies it without naming it here.
    pub implied: bool,
}

/// Where something was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VenueJson {
    /// `social_post` and so on, as [`Venue::sort`].
    #[serde(rename = "type")]
    pub sort: &'static str,
    /// Its name.
    pub name: Option<String>,
    /// The words of the text.
    pub words: Option<PointSpan>,
}

/// A day or days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DateJson {
    /// First day, as YYYY-MM-DD; null where the words could not be resolved.
    pub start: Option<jiff::civil::Date>,
    /// Last day, inclusive.
    pub end: Option<jiff::civil::Date>,
    /// `part_of_day`, "day", "week", "month", "year", "unknown".
    pub precision: &'static str,
    /// The words that say so.
    pub words: Option<PointSpan>,
}

/// What the outlet tells itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NarratedJson {
    /// The words: one piece.
    pub content: Vec<PointSpan>,
    /// Id of the contact that it is an account of.
    pub contact: Option<String>,
}

/// A piece of text that was not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnreadJson {
    /// Which.
    pub span: PointSpan,
    /// Why.
    pub why: String,
}

/// The reading of a text in the shape of `intake --json`; `text` is what was read, for the offsets.
///
/// ```
/// use onetext_report::{About, read, to_json};
///
/// let text = "Im Tal hieß es, die Gespräche gingen weiter.";
/// let json = to_json(&read(text, &About::default()), text);
/// assert_eq!(json.schema, "onetext.reading/1");
/// ```
pub fn to_json(reading: &Reading, text: &str) -> ReportJson {
    let points = CodePoints::of(text);
    ReportJson {
        schema: SCHEMA,
        actors: reading.actors.iter().enumerate().map(|(at, one)| actor(at, one, &points)).collect(),
        claims: reading.claims.iter().enumerate().map(|(at, one)| claim(at, one, &points)).collect(),
        narrated: reading.narrated.iter().map(|one| narrated(one, &points)).collect(),
        contacts: reading.contacts.iter().enumerate().map(|(at, one)| contact(at, one, &points)).collect(),
        unread: reading
            .unread
            .iter()
            .map(|one| UnreadJson { span: points.span(one.span), why: one.why.clone() })
            .collect(),
    }
}

fn actor_id(actor: ActorIndex) -> String {
    format!("a{}", actor.0)
}

fn contact_id(at: usize) -> String {
    format!("e{at}")
}

fn actor(at: usize, actor: &Actor, points: &CodePoints) -> ActorJson {
    ActorJson {
        id: actor_id(ActorIndex(at)),
        name: actor.name.clone(),
        aliases: actor.aliases.clone(),
        kind: kind(actor.kind),
        office: actor.office.clone(),
        side: actor.side.clone(),
        anonymity: actor.anonymity.as_ref().map(anonymity),
        part_of: actor.part_of.map(actor_id),
        mentions: points.spans(&actor.mentions),
    }
}

fn kind(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => "person",
        ActorKind::PersonByOffice => "person_by_office",
        ActorKind::State => "state",
        ActorKind::Organisation => "org",
        ActorKind::Group => "group",
        ActorKind::Outlet => "outlet",
        ActorKind::Anonymous => "anonymous",
    }
}

fn anonymity(told: &Anonymity) -> AnonymityJson {
    AnonymityJson {
        count: told.count,
        basis: told.basis.clone(),
        affiliation: told.affiliation.clone(),
        rank: told.rank.clone(),
    }
}

fn claim(at: usize, claim: &Claim, points: &CodePoints) -> ClaimJson {
    ClaimJson {
        id: format!("c{at}"),
        content: points.spans(&claim.content),
        cue: points.spans(&claim.cue),
        source: claim.source.iter().map(|&span| points.span(span)).collect(),
        relay: claim.relay.map(|span| points.span(span)),
        speaker: claim.speaker.map(actor_id),
        mode: match claim.mode {
            Mode::Direct => "direct",
            Mode::Indirect => "indirect",
            Mode::Mixed => "mixed",
        },
        act: claim.act,
        negated: claim.negated,
        hedges: claim.hedges.iter().map(|hedge| points.span(hedge.0)).collect(),
        chain: claim.chain.iter().map(|link| actor_id(link.actor)).collect(),
        links: claim.chain.iter().map(|one| link(one, points)).collect(),
        addressee: claim.addressee.map(actor_id),
        venue: claim.venue.as_ref().map(|one| venue(one, points)),
        date: claim.date.as_ref().map(|when| date(when, points)),
        contact: claim.contact.map(contact_id),
    }
}

fn link(link: &Link, points: &CodePoints) -> LinkJson {
    LinkJson {
        actor: actor_id(link.actor),
        cue: link.cue.map(|span| points.span(span)),
        implied: link.implied,
    }
}

fn venue(venue: &Venue, points: &CodePoints) -> VenueJson {
    VenueJson { sort: venue.sort, name: venue.name.clone(), words: venue.words.map(|span| points.span(span)) }
}

fn date(when: &When, points: &CodePoints) -> DateJson {
    DateJson {
        start: when.start,
        end: when.end,
        precision: contact::precision(when.precision),
        words: when.words.map(|span| points.span(span)),
    }
}

fn narrated(narrated: &Narrated, points: &CodePoints) -> NarratedJson {
    NarratedJson { content: vec![points.span(narrated.content)], contact: narrated.contact.map(contact_id) }
}
