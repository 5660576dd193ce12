//! A debrief of one page to proposed entries: the contact, positions, asks and answers, releases, next steps.
//!
//! The first lines say who met, where, when and for how long; every later sentence is read by its cue words:
//! - "asked", "requested" ... : an ask, or its answer ("agreed", "refused", "will think about it");
//! - "I told X", "we informed X": a release, with its terms ("may be passed on", "not to be passed on");
//! - "promised", "will send", "to do", "next step" : a next step, with its day;
//! - "next meeting", "will meet again": a planned contact;
//! - what a side accepts, rejects, reserves, calls a red line: a position, where the issue is recognised;
//! - anything else that a side said: a claim about the contact.
//!
//! A sentence that fits nothing is handed back unread; the whole text is kept as a report in any case.

mod contact;
mod cues;
mod lines;

use jiff::civil::Date;
use onetext_model::{Audience, ContactId, Entry, EntryId, Fact, Label, Moment, Report, SourceId, View};

use crate::names::Names;
use crate::sentences;
pub use crate::sentences::TEXT_BYTES_MAX;

/// What a debrief proposes.
#[derive(Clone, Debug)]
pub struct Debrief {
    /// The text itself, as a report of the place: what every proposal rests on.
    pub report: Entry,
    /// The proposals, the contact first.
    pub proposals: Vec<Proposal>,
    /// Sentences from which nothing is proposed.
    pub unread: Vec<String>,
}

impl Debrief {
    /// Whether the contact was held under the Chatham House Rule: the text itself names who spoke.
    pub fn is_under_rule(&self) -> bool {
        self.proposals
            .iter()
            .any(|p| matches!(&p.entry.fact, Fact::Contact(contact) if contact.chatham_house))
    }
}

impl Debrief {
    /// The report with the proposals that a person took. What refers to a contact that was left out loses the
    /// reference; the answer to an ask that was left out goes too.
    pub fn chosen(&self, taken: &[EntryId]) -> Vec<Entry> {
        let is_taken = |proposal: &&Proposal| taken.contains(&proposal.entry.id);
        let entries = self.proposals.iter().filter(is_taken).map(|proposal| proposal.entry.clone());
        let mut all = vec![self.report.clone()];
        all.extend(self.without_refused(entries, taken));
        all
    }

    /// Entries without what refers to proposals that were left out; edited entries keep their ids.
    pub fn without_refused(&self, entries: impl IntoIterator<Item = Entry>, taken: &[EntryId]) -> Vec<Entry> {
        let refused = |id: EntryId| self.proposals.iter().any(|p| p.entry.id == id) && !taken.contains(&id);
        entries.into_iter().filter_map(|entry| without(entry, &refused)).collect()
    }
}

fn without(mut entry: Entry, refused: &dyn Fn(EntryId) -> bool) -> Option<Entry> {
    let contact = match &mut entry.fact {
        Fact::Claim(claim) => Some(&mut claim.contact),
        Fact::Ask(ask) => Some(&mut ask.contact),
        Fact::Release(release) => Some(&mut release.contact),
        Fact::Step(step) => Some(&mut step.contact),
        Fact::Answer(answer) if refused(answer.to.0) => return None,
        Fact::Attribution(attribution) if refused(attribution.claim.0) => return None,
        _ => None,
    };
    if let Some(contact) = contact {
        *contact = contact.filter(|contact| !refused(contact.0));
    }
    Some(entry)
}

/// One proposed entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The entry.
    pub entry: Entry,
    /// The sentence that it comes from.
    pub sentence: String,
    /// Why it is read so: the cue, and the words by which the issue was recognised.
    pub why: String,
}

/// What is given beside the text.
pub struct Given<'g> {
    /// The day of the meeting, unless the text names one.
    pub on: Date,
    /// The day on which it is put on file.
    pub recorded_on: Date,
    /// Who may see the entries.
    pub audience: Audience,
    /// What tells the file of this debrief from others of its day: `debriefs/<day>-<mark>.md` inside the place.
    pub file_mark: String,
    /// New random ids.
    pub new_id: &'g mut dyn FnMut() -> EntryId,
}

/// Reads a debrief.
pub fn propose(view: &View<'_>, text: &str, given: Given<'_>) -> Debrief {
    let names = Names::of(view);
    let sentences = sentences::split(text);
    let head = contact::Head::read(&names, &sentences, given.on);
    let day = head.day;
    let mut maker = Maker { day, report: EntryId::derived(&[]), given };
    let report = maker.report(&head.title(view));
    maker.report = report.id;
    let meeting = maker.entry(Some(day), Fact::Contact(head.contact(view)));
    let contact = ContactId(meeting.id);
    let first = Proposal { entry: meeting, sentence: head.sentence.clone(), why: head.why() };
    let mut reader = lines::Reader::new(view, &names, contact, &head, maker);
    for sentence in &sentences[head.lines..] {
        reader.read(sentence);
    }
    let mut proposals = vec![first];
    proposals.extend(reader.proposals);
    Debrief { report, proposals, unread: reader.unread }
}

/// Makes entries of one debrief.
pub(crate) struct Maker<'g> {
    /// The day of the meeting.
    pub(crate) day: Date,
    report: EntryId,
    given: Given<'g>,
}

impl Maker<'_> {
    /// Who may see the entries.
    pub(crate) fn audience(&self) -> &Audience {
        &self.given.audience
    }

    fn report(&mut self, title: &str) -> Entry {
        let report = Report {
            outlet: "Debrief".to_owned(),
            title: title.to_owned(),
            address: None,
            zone: None,
            language: None,
            state_media: false,
            file: Some(format!("debriefs/{}-{}.md", self.day, self.given.file_mark)),
            note: None,
        };
        let mut entry = self.entry(None, Fact::Report(report));
        entry.sources.clear();
        entry.label = Label::parse(&format!("debrief-{}-{}", self.day, &entry.id.to_string()[..4])).ok();
        entry
    }

    /// An entry of the debrief's place, known on the day of the meeting, resting on the debrief.
    pub(crate) fn entry(&mut self, about: Option<Date>, fact: Fact) -> Entry {
        Entry {
            id: (self.given.new_id)(),
            label: None,
            audience: self.given.audience.clone(),
            about: about.map(|day| onetext_model::Period { from: Moment::Day(day), to: None }),
            known_at: Moment::Day(self.day),
            recorded_at: Moment::Day(self.given.recorded_on),
            supersedes: Vec::new(),
            sources: vec![SourceId(self.report)],
            assumed: None,
            fact,
        }
    }
}
