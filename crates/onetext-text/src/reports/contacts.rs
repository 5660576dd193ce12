//! The contacts of a report against those on file: new ones, and what a report adds to one that is known.
//!
//! A contact of the report is one on file if both have a day in common, their sorts can be the same, they do not stand in
//! different places, and they share a participant or the place. Where the report adds something (it took place, how
//! long, who else) the proposal supersedes the entry on file with everything that both have; otherwise it is on file.

use onetext_model::{
    ActorId, Contact, ContactId, ContactSort, ContactStatus, EntryId, Fact, IssueId, Medium, Moment,
    Participant, Period, Stated, Track, TrackId, View,
};
use onetext_report::{self as report, Precision, Reading, Span};

use super::actors::Cast;
use super::subjects::Subjects;
use super::{Maker, Proposal, party_of};

/// Participants named in a title before "and others".
const TITLE_NAMES_MAX: usize = 3;

/// The contacts of a report, as the case has or would have them.
pub(crate) struct Met {
    /// The entry of each contact of the reading, proposed or on file.
    ids: Vec<Option<ContactId>>,
    pub(crate) proposals: Vec<Proposal>,
    pub(crate) on_file: Vec<(Span, EntryId)>,
}

impl Met {
    /// The entry of a contact of the reading.
    pub(crate) fn id(&self, place: usize) -> Option<ContactId> {
        self.ids.get(place).copied().flatten()
    }
}

pub(crate) fn propose(
    view: &View<'_>,
    text: &str,
    reading: &Reading,
    cast: &Cast,
    maker: &mut Maker<'_>,
) -> Met {
    let subjects = Subjects::of(view);
    let mut met = Met { ids: vec![None; reading.contacts.len()], proposals: vec![], on_file: vec![] };
    // The larger contacts first, so that their parts can name them.
    let mut order: Vec<usize> = (0..reading.contacts.len()).collect();
    order.sort_by_key(|place| reading.contacts[*place].part_of.is_some());
    for place in order {
        let found = &reading.contacts[place];
        let mut contact = contact(view, text, reading, cast, &subjects, found);
        contact.part_of = found.part_of.and_then(|whole| met.id(whole));
        let about = period(found);
        let known = on_file(view, &contact, about);
        if let Some(known) = known {
            met.ids[place] = Some(ContactId(known.id()));
            let Some(merged) = merged(view, known.fact, &contact) else {
                met.on_file.extend(found.mentions.first().map(|span| (*span, known.id())));
                continue;
            };
            let mut entry = maker.entry(None, known.entry.about.or(about), Fact::Contact(merged));
            entry.supersedes = vec![known.id()];
            entry.sources.extend(known.entry.sources.iter().filter(|source| source.0 != maker.report_id()));
            met.proposals.push(proposal(
                view,
                text,
                reading,
                cast,
                found,
                entry,
                "adds to the contact on file",
            ));
        } else {
            let entry = maker.entry(None, about, Fact::Contact(contact));
            met.ids[place] = Some(ContactId(entry.id));
            met.proposals.push(proposal(
                view,
                text,
                reading,
                cast,
                found,
                entry,
                "no contact on file has its day, sort and participants",
            ));
        }
    }
    let first = |one: &Proposal| one.spans.first().map_or(usize::MAX, |span| span.start);
    met.proposals.sort_by_key(first);
    met
}

fn proposal(
    view: &View<'_>,
    text: &str,
    reading: &Reading,
    cast: &Cast,
    found: &report::Contact,
    entry: onetext_model::Entry,
    why: &str,
) -> Proposal {
    let words = found.mentions.first().map_or("", |span| span.of(text)).trim();
    // Who said so: the claim that is an account of it, or the outlet.
    let place = reading.contacts.iter().position(|other| std::ptr::eq(other, found));
    let claim = reading.claims.iter().find(|claim| claim.contact.is_some() && claim.contact == place);
    let by = claim.and_then(|claim| claim.speaker).map_or_else(
        || reading.actors.first().map_or_else(String::new, |outlet| outlet.name.clone()),
        |speaker| cast.name(view, reading, speaker),
    );
    Proposal {
        entry,
        spans: found.mentions.clone(),
        why: format!("“{words}”; {why}"),
        by,
        needs: cast.needs(found.participants.iter().map(|one| one.actor)),
    }
}

fn contact(
    view: &View<'_>,
    text: &str,
    reading: &Reading,
    cast: &Cast,
    subjects: &Subjects,
    found: &report::Contact,
) -> Contact {
    let mut participants: Vec<Participant> = Vec::new();
    for one in &found.participants {
        let actor = cast.actor(one.actor).or_else(|| cast.party(one.actor).map(|party| ActorId(party.0)));
        let Some(actor) = actor.filter(|actor| participants.iter().all(|other| other.actor != *actor)) else {
            continue;
        };
        participants.push(Participant { actor, role: one.office.clone(), medium: medium(one.medium) });
    }
    let parties: Vec<_> = {
        let own = found.participants.iter().filter_map(|one| cast.party(one.actor));
        let mut parties: Vec<_> = own.collect();
        parties.sort();
        parties.dedup();
        parties
    };
    // A party is no participant beside its own people.
    let has_people = |party: ActorId| {
        participants.iter().any(|one| {
            one.actor != party && party_of(view, one.actor).is_some_and(|own| ActorId(own.0) == party)
        })
    };
    let kept: Vec<Participant> = participants.iter().filter(|one| !has_people(one.actor)).cloned().collect();
    Contact {
        title: title(view, reading, cast, found),
        sort: sort(found.sort),
        status: status(found.status),
        track: track(view, &parties),
        part_of: None,
        when_words: when_words(text, found),
        duration_minutes: found.minutes.clone(),
        place: found.place.as_ref().map(|place| place.name.clone()),
        participants: kept,
        topics: topics(text, reading, subjects, found),
        condition: found.condition.map(|span| span.of(text).trim().to_owned()),
        outcome: None,
        chatham_house: false,
    }
}

/// "Meeting in Moscow", "Call with Volodymyr Zelenskyy and Steve Witkoff".
fn title(view: &View<'_>, reading: &Reading, cast: &Cast, found: &report::Contact) -> String {
    let sort = match found.sort {
        report::ContactType::NegotiationRound => "Talks",
        report::ContactType::MediationSession => "Mediation session",
        report::ContactType::VideoCall => "Video call",
        other => return_title(sort(other)),
    };
    if let Some(place) = &found.place {
        return format!("{sort} in {}", place.name);
    }
    let names: Vec<String> = found
        .participants
        .iter()
        .take(TITLE_NAMES_MAX)
        .map(|one| cast.name(view, reading, one.actor))
        .collect();
    let more = if found.participants.len() > TITLE_NAMES_MAX { " and others" } else { "" };
    match names.as_slice() {
        [] => sort.to_owned(),
        [only] => format!("{sort} with {only}"),
        [start @ .., last] if more.is_empty() => format!("{sort} of {} and {last}", start.join(", ")),
        all => format!("{sort} of {}{more}", all.join(", ")),
    }
}

fn return_title(sort: ContactSort) -> &'static str {
    match sort {
        ContactSort::Call => "Call",
        ContactSort::Meeting => "Meeting",
        ContactSort::Round => "Talks",
        ContactSort::Consultation => "Consultations",
        ContactSort::Briefing => "Briefing",
        ContactSort::Visit => "Visit",
        ContactSort::Letter => "Letter",
    }
}

fn sort(sort: report::ContactType) -> ContactSort {
    match sort {
        report::ContactType::PhoneCall | report::ContactType::VideoCall => ContactSort::Call,
        report::ContactType::Meeting | report::ContactType::MediationSession => ContactSort::Meeting,
        report::ContactType::NegotiationRound => ContactSort::Round,
        report::ContactType::Consultation => ContactSort::Consultation,
        report::ContactType::Briefing => ContactSort::Briefing,
        report::ContactType::Visit => ContactSort::Visit,
        report::ContactType::Letter => ContactSort::Letter,
    }
}

fn status(status: report::ContactStatus) -> ContactStatus {
    match status {
        report::ContactStatus::Occurred => ContactStatus::Occurred,
        report::ContactStatus::Ongoing => ContactStatus::Ongoing,
        report::ContactStatus::Planned => ContactStatus::Planned,
        report::ContactStatus::Expected => ContactStatus::Expected,
        report::ContactStatus::Conditional => ContactStatus::Conditional,
        report::ContactStatus::Cancelled => ContactStatus::Cancelled,
    }
}

fn medium(medium: report::Medium) -> Medium {
    match medium {
        report::Medium::InPerson => Medium::InPerson,
        report::Medium::Phone => Medium::Phone,
        report::Medium::Video => Medium::Video,
        report::Medium::Writing => Medium::Writing,
    }
}

/// Days, where they are known; a day's words alone are kept otherwise.
fn period(found: &report::Contact) -> Option<Period> {
    let when = found.date.as_ref()?;
    let start = when.start?;
    let end = when.end.filter(|end| *end != start).map(Moment::Day);
    Some(Period { from: Moment::Day(start), to: end })
}

/// The words that gave the time, where they are no single day.
fn when_words(text: &str, found: &report::Contact) -> Option<String> {
    let when = found.date.as_ref()?;
    let span = when.words.filter(|_| when.precision != Precision::Day)?;
    let words = span.of(text).trim();
    (!words.is_empty()).then(|| words.to_owned())
}

/// The narrowest track that joins all the parties.
fn track(view: &View<'_>, parties: &[onetext_model::PartyId]) -> Option<TrackId> {
    let joins =
        |track: &Track| parties.iter().all(|party| track.between.iter().any(|own| view.same(*own, *party)));
    let fitting = view.each::<Track>().filter(|track| !parties.is_empty() && joins(track.fact));
    let narrowest = fitting.min_by_key(|track| (track.fact.between.len(), track.id()))?;
    // One party alone meets inside its own track only.
    (parties.len() > 1 || narrowest.fact.between.len() == 1).then(|| TrackId(narrowest.id()))
}

/// The issues of the sentences that speak of it.
fn topics(text: &str, reading: &Reading, subjects: &Subjects, found: &report::Contact) -> Vec<IssueId> {
    let place = reading.contacts.iter().position(|other| std::ptr::eq(other, found));
    let of_claims = reading.claims.iter().filter(|claim| claim.contact.is_some() && claim.contact == place);
    let told = reading.narrated.iter().filter(|told| told.contact.is_some() && told.contact == place);
    let spans = of_claims.flat_map(|claim| claim.content.clone()).chain(told.map(|told| told.content));
    let mut topics: Vec<IssueId> =
        spans.flat_map(|span| subjects.touched(span.of(text))).map(|touched| touched.issue).collect();
    topics.sort();
    topics.dedup();
    topics
}

/// The contact on file that is the same one.
fn on_file<'a>(view: &View<'a>, new: &Contact, about: Option<Period>) -> Option<Stated<'a, Contact>> {
    let same = |known: &Stated<'a, Contact>| {
        may_be_one_sort(known.fact.sort, new.sort)
            && (days_meet(view, known.entry.about, about) || told_without_day(known, new, about))
            && places_agree(known.fact.place.as_deref(), new.place.as_deref())
            && company_agrees(view, known.fact, new, about.is_some())
    };
    let mut found: Vec<Stated<'a, Contact>> = view.each::<Contact>().filter(same).collect();
    // A contact of exactly these days before one that only overlaps, then the same sort.
    found.sort_by_key(|known| (known.entry.about != about, known.fact.sort != new.sort, known.id()));
    found.into_iter().next()
}

fn may_be_one_sort(known: ContactSort, new: ContactSort) -> bool {
    use ContactSort::{Briefing, Call, Consultation, Meeting, Round, Visit};
    let sits = |sort| matches!(sort, Meeting | Round | Consultation | Visit | Briefing);
    known == new
        || (sits(known) && sits(new) && known != Briefing && new != Briefing)
        || (known == Call && new == Call)
}

fn days_meet(view: &View<'_>, one: Option<Period>, other: Option<Period>) -> bool {
    let range = |period: Period| {
        let from = view.day(period.from);
        (from, period.to.map_or(from, |to| view.day(to)))
    };
    match (one.map(range), other.map(range)) {
        (Some((from, to)), Some((start, end))) => from <= end && start <= to,
        (None, None) => true,
        _ => false,
    }
}

/// A report that speaks of the talks in a place without saying when means those on file that were held there.
fn told_without_day(known: &Stated<'_, Contact>, new: &Contact, about: Option<Period>) -> bool {
    let held = known.fact.status == ContactStatus::Occurred && new.status == ContactStatus::Occurred;
    about.is_none() && held && known.fact.place.is_some() && new.place.is_some()
}

fn places_agree(one: Option<&str>, other: Option<&str>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return true };
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    one.contains(&other) || other.contains(&one)
}

/// One participant in common, a party counting for its people; contacts without a day need most of them.
fn company_agrees(view: &View<'_>, known: &Contact, new: &Contact, dated: bool) -> bool {
    let is_one = |a: ActorId, b: ActorId| view.same(a, b) || party_is(view, a, b) || party_is(view, b, a);
    let shared = new
        .participants
        .iter()
        .filter(|one| known.participants.iter().any(|other| is_one(one.actor, other.actor)))
        .count();
    let same_place = known.place.is_some() && new.place.is_some();
    if dated {
        return shared > 0
            && (same_place || shared * 2 >= new.participants.len().min(known.participants.len()))
            || (same_place && new.participants.is_empty());
    }
    shared > 0
        && shared * 3 >= new.participants.len().max(known.participants.len()) * 2
        && known.status == new.status
}

fn party_is(view: &View<'_>, party: ActorId, person: ActorId) -> bool {
    party_of(view, person).is_some_and(|own| view.same(own, party))
}

/// The contact on file with what the report adds; nothing if it adds nothing.
fn merged(view: &View<'_>, known: &Contact, new: &Contact) -> Option<Contact> {
    let mut merged = known.clone();
    let took_place = known.status.is_ahead() && !new.status.is_ahead();
    let has_ended = known.status == ContactStatus::Ongoing && new.status == ContactStatus::Occurred;
    if took_place || has_ended {
        merged.status = new.status;
    }
    let minutes = new.duration_minutes.iter().filter(|minutes| !known.duration_minutes.contains(minutes));
    merged.duration_minutes.extend(minutes);
    merged.place = merged.place.or_else(|| new.place.clone());
    merged.condition = merged.condition.or_else(|| new.condition.clone());
    for one in &new.participants {
        let there = merged
            .participants
            .iter()
            .any(|other| view.same(other.actor, one.actor) || party_is(view, one.actor, other.actor));
        if !there {
            merged.participants.push(one.clone());
        }
    }
    (merged != *known).then_some(merged)
}
