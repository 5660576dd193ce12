//! A report against the words of a case: what could be entered, each with the words that it rests on and the reason.
//!
//! [`onetext_report`] reads a text without knowing any case. Here its actors are compared with the persons and parties
//! of a view, its claims with the issues and options, its contacts with those on file. What comes out are proposals:
//! nothing enters the case until a person says yes to it, and each can be changed first.
//!
//! - A claim of a party's position by somebody else is proposed as *attributed*; only a party's own quoted words, said
//!   by one of its own people, are its own.
//! - A source that is not named stays one report's own: it is never joined with another's and never matched to a person.
//! - What is on file already is not proposed again; another account of a contact on file is joined to that contact.

mod actors;
pub mod assistant;
mod claims;
mod contacts;
mod grades;
mod positions;
mod subjects;

use jiff::civil::Date;
use onetext_model::{
    ActorId, Audience, Entry, EntryId, Fact, Label, Moment, Period, Report, SourceId, Stated, View,
};
use onetext_report::{Reading, Span};

pub use grades::{Suggested, suggested};

use actors::Cast;

/// What is known of a report beside its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// Who published it, or whose letter it is.
    pub outlet: String,
    /// Its title; the first words of the text where it has none.
    pub title: String,
    /// Where it can be found.
    pub address: Option<String>,
    /// IANA name of the zone in which its relative dates are meant.
    pub zone: Option<String>,
    /// BCP 47 tag of its language.
    pub language: Option<String>,
    /// The day on which it was published, in that zone. Without it relative dates stay unresolved.
    pub published: Option<Date>,
    /// Published by a state or its medium.
    pub state_media: bool,
}

/// What is given beside the text and its reading.
pub struct Given<'g> {
    /// What is known of the report.
    pub origin: &'g Origin,
    /// The day on which it is put on file.
    pub recorded_on: Date,
    /// Who may see the entries.
    pub audience: Audience,
    /// The file beside the entries in which the text is kept, where it is.
    pub file: Option<String>,
    /// New random ids.
    pub new_id: &'g mut dyn FnMut() -> EntryId,
}

/// What a report proposes.
#[derive(Clone, Debug)]
pub struct Intake {
    /// The report itself: what every proposal rests on. It has the id of the one on file where it is there already.
    pub report: Entry,
    /// Whether the report is on file already.
    pub is_on_file: bool,
    /// The proposals: persons, contacts, claims in the order of the text, positions.
    pub proposals: Vec<Proposal>,
    /// Claims and contacts of the text that are on file already, by the entry that has them.
    pub on_file: Vec<(Span, EntryId)>,
}

/// One proposed entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The entry.
    pub entry: Entry,
    /// The words of the report that it rests on.
    pub spans: Vec<Span>,
    /// Why it is read so: the cue, and the words by which the issue was recognised.
    pub why: String,
    /// Who said it, or the outlet, in words: proposals of one source are taken or left together.
    pub by: String,
    /// Proposals that are taken along with this one: a person who speaks in it.
    pub needs: Vec<EntryId>,
}

impl Intake {
    /// The entries that a person took, with those they need; the report first unless it is on file already. What refers to
    /// a proposal that was left out loses the reference.
    pub fn chosen(&self, taken: &[EntryId]) -> Vec<Entry> {
        let entries =
            self.proposals.iter().filter(|one| taken.contains(&one.entry.id)).map(|one| one.entry.clone());
        self.with(entries.collect())
    }

    /// Entries that were taken, perhaps changed, with what they need. Changed entries keep their ids.
    pub fn with(&self, taken: Vec<Entry>) -> Vec<Entry> {
        let mut ids: Vec<EntryId> = taken.iter().map(|entry| entry.id).collect();
        let needed = |ids: &[EntryId]| -> Vec<&Proposal> {
            let wanted =
                self.proposals.iter().filter(|one| ids.contains(&one.entry.id)).flat_map(|one| &one.needs);
            let wanted: Vec<EntryId> = wanted.copied().filter(|id| !ids.contains(id)).collect();
            self.proposals.iter().filter(|one| wanted.contains(&one.entry.id)).collect()
        };
        let along: Vec<Entry> = needed(&ids).into_iter().map(|one| one.entry.clone()).collect();
        ids.extend(along.iter().map(|entry| entry.id));
        let left_out =
            |id: EntryId| self.proposals.iter().any(|one| one.entry.id == id) && !ids.contains(&id);
        let mut all = if self.is_on_file { vec![] } else { vec![self.report.clone()] };
        let mut entries: Vec<Entry> = along.into_iter().chain(taken).collect();
        let place = |id: EntryId| self.proposals.iter().position(|one| one.entry.id == id);
        entries.sort_by_key(|entry| place(entry.id));
        all.extend(entries.into_iter().map(|entry| without(entry, &left_out)));
        all
    }
}

/// The entry without references to proposals that were left out.
fn without(mut entry: Entry, left_out: &dyn Fn(EntryId) -> bool) -> Entry {
    match &mut entry.fact {
        Fact::Claim(claim) => {
            claim.contact = claim.contact.filter(|contact| !left_out(contact.0));
            claim.answers = claim.answers.filter(|answered| !left_out(answered.0));
            claim.addressee = claim.addressee.filter(|actor| !left_out(actor.0));
        }
        Fact::Contact(contact) => {
            contact.participants.retain(|one| !left_out(one.actor.0));
            contact.part_of = contact.part_of.filter(|whole| !left_out(whole.0));
        }
        Fact::Position(position) => position.speaker = position.speaker.filter(|person| !left_out(person.0)),
        _ => {}
    }
    entry.sources.retain(|source| !left_out(source.0));
    entry
}

/// What a reading proposes for the case that a view shows. `text` is the text that was read.
pub fn propose(view: &View<'_>, text: &str, reading: &Reading, given: Given<'_>) -> Intake {
    let on_file = report_on_file(view, given.origin);
    let mut maker = Maker { known_at: given.origin.published, report: EntryId::derived(&[]), given };
    let report = match on_file {
        Some(report) => report.entry.clone(),
        None => maker.report(),
    };
    maker.report = report.id;
    let cast = Cast::of(view, reading, &mut maker);
    let met = contacts::propose(view, text, reading, &cast, &mut maker);
    let said = claims::propose(view, text, reading, &cast, &met, &mut maker);
    let held = positions::propose(view, text, reading, &cast, &said, &mut maker);
    let mut proposals = cast.proposals(text, reading);
    proposals.extend(met.proposals);
    proposals.extend(said.proposals);
    proposals.extend(held);
    let on_file_already = met.on_file.into_iter().chain(said.on_file).collect();
    Intake { report, is_on_file: on_file.is_some(), proposals, on_file: on_file_already }
}

/// The same report on file: same address; or same outlet, day and title.
fn report_on_file<'a>(view: &View<'a>, origin: &Origin) -> Option<Stated<'a, Report>> {
    let same_address = |report: &Report| report.address.is_some() && report.address == origin.address;
    let same_story = |found: &Stated<'a, Report>| {
        let report = found.fact;
        let day = origin.published.is_some_and(|day| view.day(found.entry.known_at) == day);
        let title = origin.title.is_empty() || report.title.trim().eq_ignore_ascii_case(origin.title.trim());
        day && title && report.outlet.eq_ignore_ascii_case(&origin.outlet)
    };
    view.each::<Report>().find(|found| same_address(found.fact) || same_story(found))
}

/// Makes entries that rest on one report.
pub(crate) struct Maker<'g> {
    /// When it was published.
    known_at: Option<Date>,
    report: EntryId,
    given: Given<'g>,
}

impl Maker<'_> {
    fn report(&mut self) -> Entry {
        let origin = self.given.origin;
        let report = Report {
            outlet: origin.outlet.clone(),
            title: origin.title.clone(),
            address: origin.address.clone(),
            zone: origin.zone.clone(),
            language: origin.language.clone(),
            state_media: origin.state_media,
            file: self.given.file.clone(),
            note: self.known_at.is_none().then(|| "Its day of publication is not known.".to_owned()),
        };
        let mut entry = self.entry(None, None, Fact::Report(report));
        entry.sources.clear();
        let day = self.known_at.unwrap_or(self.given.recorded_on);
        let label = format!("{}-{day}-{}", self.given.origin.outlet, &entry.id.to_string()[..4]);
        entry.label = Label::from_title(&label);
        entry
    }

    /// An entry that rests on the report, known on a day: the day of publication unless another is given, and never
    /// after it.
    pub(crate) fn entry(&mut self, known: Option<Date>, about: Option<Period>, fact: Fact) -> Entry {
        let published = self.known_at.unwrap_or(self.given.recorded_on);
        let known = known.filter(|day| *day <= published).unwrap_or(published);
        Entry {
            id: (self.given.new_id)(),
            label: None,
            audience: self.given.audience.clone(),
            about,
            known_at: Moment::Day(known),
            recorded_at: Moment::Day(self.given.recorded_on),
            supersedes: Vec::new(),
            sources: vec![SourceId(self.report)],
            assumed: None,
            fact,
        }
    }

    pub(crate) fn outlet(&self) -> &str {
        &self.given.origin.outlet
    }

    pub(crate) fn report_id(&self) -> EntryId {
        self.report
    }
}

/// The party that an actor is or belongs to.
pub(crate) fn party_of(view: &View<'_>, actor: ActorId) -> Option<onetext_model::PartyId> {
    match view.entry(actor).map(|entry| &entry.fact)? {
        Fact::Party(_) => Some(onetext_model::PartyId(view.latest(actor.0))),
        Fact::Person(person) => person.party,
        _ => None,
    }
}
