//! The claims of a report, and what the outlet tells itself, as entries.

use onetext_model::{
    ActorId, AssessedState, Assessment, Chained, Claim, ClaimId, ContactId, EntryId, Fact, IssueId, Mode,
    Stated, View,
};
use onetext_report::{self as report, Reading, Span};

use super::actors::{Cast, Who};
use super::contacts::Met;
use super::subjects::{Subjects, Touched};
use super::{Maker, Proposal};

/// Share of words that two wordings of one statement have in common, in percent of the shorter one.
pub(crate) const SAME_WORDS_MIN: usize = 60;
/// The same for a statement of one report that is on file in a person's own words.
const RETOLD_WORDS_MIN: usize = 40;
/// Shortest word that counts for likeness, in letters.
const WORD_CHARACTERS_MIN: usize = 4;
/// Letters by which two words of one stem agree.
const STEM_CHARACTERS: usize = 6;
/// Phrases that say how an issue stands, for a claim that touches one.
const STATES: &[(AssessedState, &[&str])] = &[
    (
        AssessedState::Sticking,
        &[
            "sticking point",
            "stumbling block",
            "obstacle",
            "main complex issue",
            "complex issues",
            "most difficult",
            "unresolved",
            "deadlock",
            "impasse",
            "far apart",
            "no compromise",
            "main dispute",
            "bone of contention",
            "proved challenging",
            "remains open",
            "remain open",
        ],
    ),
    (
        AssessedState::Near,
        &[
            "edged closer",
            "closer to an agreement",
            "close to an agreement",
            "close to agreement",
            "near agreement",
            "nearly agreed",
            "significant progress",
            "narrowed the gap",
            "narrowed their differences",
            "almost agreed",
            "within reach",
            "moved closer",
        ],
    ),
    (
        AssessedState::AgreedInPrinciple,
        &["agreed in principle", "agreement in principle", "agree in principle"],
    ),
];

/// The claims of a report, as the case has or would have them.
pub(crate) struct Said {
    /// The entry of each claim of the reading, with its issues.
    pub(crate) claims: Vec<Option<(ClaimId, Vec<IssueId>)>>,
    pub(crate) proposals: Vec<Proposal>,
    pub(crate) on_file: Vec<(Span, EntryId)>,
}

pub(crate) fn propose(
    view: &View<'_>,
    text: &str,
    reading: &Reading,
    cast: &Cast,
    met: &Met,
    maker: &mut Maker<'_>,
) -> Said {
    let subjects = Subjects::of(view);
    let mut said = Said { claims: vec![], proposals: vec![], on_file: vec![] };
    for claim in &reading.claims {
        let words = words(text, &claim.content);
        let touched = subjects.touched(&words);
        let entry = attributed(view, text, reading, cast, met, claim, &words, &touched, maker);
        let place = said.take(
            view,
            maker,
            text,
            entry,
            &claim.content,
            why(text, claim, &touched),
            by(view, reading, cast, claim.speaker),
            needs(cast, claim),
        );
        said.claims.push(place.map(|id| (ClaimId(id), touched.into_iter().map(|one| one.issue).collect())));
    }
    for told in &reading.narrated {
        let words = told.content.of(text).trim().to_owned();
        let touched = subjects.touched(&words);
        let contact = told.contact.and_then(|place| met.id(place));
        // What the outlet tells is proposed where it tells of a contact or an issue; the rest is background.
        if touched.is_empty() && contact.is_none() {
            continue;
        }
        let why = reason("told by the outlet itself", &touched);
        let minutes = minutes(text, reading, told.contact, &[told.content]);
        let claim = narrated(words, contact, minutes, &touched, maker.outlet());
        let entry = maker.entry(None, None, Fact::Claim(claim));
        let outlet = maker.outlet().to_owned();
        said.take(view, maker, text, entry, &[told.content], why, outlet, vec![]);
    }
    said.proposals.sort_by_key(|one| one.spans.first().map_or(usize::MAX, |span| span.start));
    said
}

impl Said {
    /// Proposes the claim, or notes which one on file it is.
    #[expect(clippy::too_many_arguments, reason = "the parts of one proposal, each of another origin")]
    fn take(
        &mut self,
        view: &View<'_>,
        maker: &Maker<'_>,
        _text: &str,
        mut entry: onetext_model::Entry,
        spans: &[Span],
        why: String,
        by: String,
        needs: Vec<EntryId>,
    ) -> Option<EntryId> {
        let Fact::Claim(claim) = &mut entry.fact else { return None };
        let earlier = view.each::<Claim>().filter(|known| same_speaker(view, known.fact, claim));
        let mut answers = None;
        for known in earlier {
            let of_this = known.entry.sources.iter().any(|source| source.0 == maker.report_id());
            let likeness = likeness(&known.fact.words, &claim.words);
            if of_this && likeness >= RETOLD_WORDS_MIN {
                self.on_file.extend(spans.first().map(|span| (*span, known.id())));
                return Some(known.id());
            }
            if likeness >= SAME_WORDS_MIN {
                answers = Some(ClaimId(known.id()));
            }
        }
        claim.answers = answers;
        let id = entry.id;
        let why = if answers.is_some() { format!("{why}; another account of a claim on file") } else { why };
        self.proposals.push(Proposal { entry, spans: spans.to_vec(), why, by, needs });
        Some(id)
    }
}

#[expect(clippy::too_many_arguments, reason = "what a claim is put together from")]
fn attributed(
    view: &View<'_>,
    text: &str,
    reading: &Reading,
    cast: &Cast,
    met: &Met,
    claim: &report::Claim,
    words: &str,
    touched: &[Touched],
    maker: &mut Maker<'_>,
) -> onetext_model::Entry {
    let cue: Vec<&str> = claim.cue.iter().map(|span| span.of(text).trim()).collect();
    let contact = claim.contact.and_then(|place| met.id(place));
    let fact = Claim {
        words: sentence(words, claim.negated, &cue),
        chain: cast.chain(reading, &claim.chain, maker.outlet()),
        mode: mode(claim.mode),
        cue: (!cue.is_empty()).then(|| cue.join(", ")),
        issues: issues(touched),
        assesses: assessments(words, touched),
        contact,
        answers: None,
        readout: contact.is_some() && is_readout(view, cast, reading, claim),
        duration_minutes: minutes(text, reading, claim.contact, &claim.content),
        addressee: claim.addressee.and_then(|actor| cast.actor(actor)),
        venue: venue(text, reading, claim),
    };
    let said_on = claim.date.as_ref().and_then(|when| when.start);
    maker.entry(said_on, None, Fact::Claim(fact))
}

fn narrated(
    words: String,
    contact: Option<ContactId>,
    minutes: Option<u32>,
    touched: &[Touched],
    outlet: &str,
) -> Claim {
    Claim {
        assesses: assessments(&words, touched),
        words,
        chain: vec![Chained::Outlet(outlet.to_owned())],
        mode: Mode::Narrated,
        cue: None,
        issues: issues(touched),
        contact,
        answers: None,
        readout: false,
        duration_minutes: minutes,
        addressee: None,
        venue: None,
    }
}

/// The pieces of a statement, joined as they stand.
fn words(text: &str, content: &[Span]) -> String {
    content.iter().map(|span| span.of(text).trim()).collect::<Vec<_>>().join(" ")
}

/// A statement as a sentence of its own: without the "that" before it, with a capital and a full stop. A negated cue is
/// said, so that a denial never reads as the statement.
fn sentence(words: &str, negated: bool, cue: &[&str]) -> String {
    let bare = words.strip_prefix("that ").unwrap_or(words).trim_end_matches([',', ' ']);
    let bare = if negated { format!("({}) {bare}", cue.join(", ")) } else { bare.to_owned() };
    let mut letters = bare.chars();
    let start: String = letters.next().map(|letter| letter.to_uppercase().collect()).unwrap_or_default();
    let mut sentence = format!("{start}{}", letters.as_str());
    if !sentence.ends_with(['.', '!', '?', '"', '”', '»', '…']) {
        sentence.push('.');
    }
    sentence
}

fn mode(mode: report::Mode) -> Mode {
    match mode {
        report::Mode::Direct => Mode::Direct,
        report::Mode::Indirect => Mode::Indirect,
        report::Mode::Mixed => Mode::Mixed,
    }
}

fn issues(touched: &[Touched]) -> Vec<IssueId> {
    let mut issues: Vec<IssueId> = touched.iter().map(|one| one.issue).collect();
    issues.sort();
    issues
}

fn assessments(words: &str, touched: &[Touched]) -> Vec<Assessment> {
    let lower = words.to_lowercase();
    let state = STATES.iter().find(|(_, phrases)| phrases.iter().any(|phrase| lower.contains(phrase)));
    let Some((state, _)) = state else { return vec![] };
    issues(touched).into_iter().map(|issue| Assessment { issue, state: *state }).collect()
}

/// A participant's own published words about the contact: said by one who took part, in quotation marks, in public.
fn is_readout(view: &View<'_>, cast: &Cast, reading: &Reading, claim: &report::Claim) -> bool {
    let Some(contact) = claim.contact.and_then(|place| reading.contacts.get(place)) else { return false };
    let speaker = claim.speaker.and_then(|speaker| cast.actor(speaker));
    let took_part = |actor: ActorId| {
        contact.participants.iter().filter_map(|one| cast.actor(one.actor)).any(|one| view.same(one, actor))
    };
    let public = claim.venue.as_ref().is_some_and(|venue| {
        matches!(venue.sort, "social_post" | "written_statement" | "press_remarks" | "speech")
    });
    public && claim.mode != report::Mode::Indirect && speaker.is_some_and(took_part)
}

/// Minutes that one account gives for its contact: those whose number stands in its own words.
fn minutes(text: &str, reading: &Reading, contact: Option<usize>, content: &[Span]) -> Option<u32> {
    let contact = reading.contacts.get(contact?)?;
    let words = words(text, content);
    let durations = report::dates::find_durations(&words);
    durations.into_iter().map(|duration| duration.minutes).find(|minutes| contact.minutes.contains(minutes))
}

/// "on X", "in a statement", "to Axios".
fn venue(text: &str, reading: &Reading, claim: &report::Claim) -> Option<String> {
    let addressed = claim.addressee.and_then(|actor| reading.actors.get(actor.0));
    let to_outlet = addressed
        .filter(|actor| actor.kind == report::ActorKind::Outlet)
        .map(|actor| format!("to {}", actor.name));
    let venue = claim.venue.as_ref();
    let words = venue.and_then(|venue| venue.words).map(|span| span.of(text).trim().to_owned());
    let named = venue.and_then(|venue| venue.name.as_ref()).map(|name| format!("on {name}"));
    to_outlet.or(words.filter(|words| !words.is_empty())).or(named)
}

fn why(text: &str, claim: &report::Claim, touched: &[Touched]) -> String {
    let cue: Vec<&str> = claim.cue.iter().map(|span| span.of(text).trim()).collect();
    let cue = if cue.is_empty() {
        "runs on from the statement before".to_owned()
    } else {
        format!("“{}”", cue.join("”, “"))
    };
    let negated = if claim.negated { ", negated" } else { "" };
    let hedges: Vec<&str> = claim.hedges.iter().map(|hedge| hedge.0.of(text)).collect();
    let hedges = if hedges.is_empty() {
        String::new()
    } else {
        format!("; hedged by “{}”", hedges.join("”, “"))
    };
    reason(&format!("{cue}{negated}{hedges}"), touched)
}

fn reason(start: &str, touched: &[Touched]) -> String {
    let mut words: Vec<&str> = touched.iter().flat_map(|one| one.words.iter().map(String::as_str)).collect();
    words.sort_unstable();
    words.dedup();
    if words.is_empty() {
        start.to_owned()
    } else {
        format!("{start}; issue by the words “{}”", words.join("”, “"))
    }
}

fn by(view: &View<'_>, reading: &Reading, cast: &Cast, speaker: Option<report::ActorIndex>) -> String {
    speaker.map_or_else(|| "nobody named".to_owned(), |speaker| cast.name(view, reading, speaker))
}

fn needs(cast: &Cast, claim: &report::Claim) -> Vec<EntryId> {
    let links = claim.chain.iter().map(|link| link.actor);
    cast.needs(links.filter(|actor| matches!(cast.who(*actor), Some(Who::New(_)))))
}

/// Whether the last links of two chains are the same: unnamed sources only within one wording.
fn same_speaker(view: &View<'_>, known: &Claim, new: &Claim) -> bool {
    match (known.chain.last(), new.chain.last()) {
        (Some(Chained::Actor(one)), Some(Chained::Actor(other))) => view.same(*one, *other),
        (Some(Chained::Unnamed(one)), Some(Chained::Unnamed(other))) => {
            one.words.eq_ignore_ascii_case(&other.words)
        }
        (
            Some(Chained::Outlet(one) | Chained::Implied(one)),
            Some(Chained::Outlet(other) | Chained::Implied(other)),
        ) => one.eq_ignore_ascii_case(other),
        _ => false,
    }
}

/// The words that two wordings share, in percent of the shorter one's.
pub(crate) fn likeness(one: &str, other: &str) -> usize {
    let (one, other) = (stems(one), stems(other));
    let shared = one.iter().filter(|stem| other.contains(stem)).count();
    shared * 100 / one.len().min(other.len()).max(1)
}

fn stems(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    let mut stems: Vec<String> = words
        .filter(|word| word.chars().count() >= WORD_CHARACTERS_MIN)
        .map(|word| word.chars().take(STEM_CHARACTERS).collect())
        .collect();
    stems.sort();
    stems.dedup();
    stems
}

/// The claims on file that are accounts of the same contact as one, or of one another.
pub(crate) fn accounts<'a>(view: &View<'a>, of: Stated<'a, Claim>) -> Vec<Stated<'a, Claim>> {
    let root = of.fact.answers.map_or(of.id(), |answered| view.latest(answered.0));
    let same = |other: &Stated<'a, Claim>| {
        let same_contact =
            of.fact.contact.zip(other.fact.contact).is_some_and(|(one, other)| view.same(one, other));
        let answers =
            other.id() == root || other.fact.answers.is_some_and(|answered| view.latest(answered.0) == root);
        same_contact || (answers && root != of.id()) || (root == of.id() && answers)
    };
    view.each::<Claim>().filter(same).collect()
}
