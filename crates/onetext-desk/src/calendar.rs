//! Contacts as a calendar: what took place and what is to come, for any calendar program.
//!
//! It holds what a reminder needs: when, what, where, who, whether it is certain. What was said and what came of it stays
//! on the pages: a calendar is soon copied to telephones and to other people's servers.

use std::collections::BTreeMap;

use onetext_document::calendar::{Calendar, Event, Status, When};
use onetext_model::{Audience, Claim, Contact, ContactStatus, Entry, EntryId, Moment, Period, Stated, View};

use crate::accounts::Accounts;
use crate::head;
use crate::meetings::{every_by_day, length, minutes, participants_with_roles, state, track_name};
use crate::words::{capital, count, day_number, issue_name, list};

/// Contacts in the calendar, the newest: calendar programs are slow with more.
const EVENTS_MAX: usize = 5_000;
/// Versions of one contact that are counted: more were made by no person.
const VERSIONS_MAX: u32 = 10_000;
/// What makes an entry's id a name in every calendar of the world; no such host is ever asked.
const UID_DOMAIN: &str = "onetext.invalid";

/// The contacts of a view as a calendar. A contact keeps its name there when it is corrected; one that is withdrawn or not
/// visible is not in it.
///
/// ```
/// use onetext_model::{AsOf, Case, Day, Log, Settings, View, Viewer};
/// let log = Log { settings: Settings::new("Talks", "Europe/Paris"), entries: vec![] };
/// let (case, _) = Case::new(log);
/// let view = View::of(&case, Viewer::Anybody, AsOf::today(Day::constant(2026, 1, 1)));
/// let calendar = onetext_desk::calendar::compose(&view);
/// assert_eq!(calendar.name, "Talks: contacts");
/// assert!(calendar.events.is_empty());
/// ```
pub fn compose(view: &View<'_>) -> Calendar {
    let accounts = Accounts::of(view);
    let versions = Versions::of(view);
    let contacts = every_by_day(view);
    let (mut dated, undated): (Vec<_>, Vec<_>) =
        contacts.into_iter().partition(|contact| contact.entry.about.is_some());
    let earlier = dated.len().saturating_sub(EVENTS_MAX);
    dated.drain(..earlier);
    let event =
        |contact: &Stated<'_, Contact>| event(view, *contact, accounts.about(contact.id()), &versions);
    let document = head::document(view, "calendar", "contacts");
    Calendar {
        name: document.title.to_words(),
        about: about(&document, undated.len(), earlier),
        events: dated.iter().filter_map(event).collect(),
    }
}

/// The notices of every page, and what is not in the calendar.
fn about(document: &onetext_document::Document, undated: usize, earlier: usize) -> String {
    let mut lines: Vec<String> = document.notices.iter().map(onetext_document::Text::to_words).collect();
    if undated > 0 {
        lines.push(format!("Not in it: {} without a date.", count(undated, "contact")));
    }
    if earlier > 0 {
        lines.push(format!("Not in it: {}.", count(earlier, "earlier contact")));
    }
    lines.join("\n")
}

fn event(
    view: &View<'_>,
    contact: Stated<'_, Contact>,
    accounts: &[Stated<'_, Claim>],
    versions: &Versions<'_>,
) -> Option<Event> {
    let (first, sequence) = versions.first(contact.id());
    let whole = contact.fact.part_of.and_then(|whole| view.find::<Contact>(whole));
    Some(Event {
        uid: uid(first),
        stamp: contact.entry.recorded_at.start(view.zone()).as_second(),
        sequence,
        when: when(view, contact.entry.about?, &minutes(contact.fact, accounts)),
        title: contact.fact.title.clone(),
        place: contact.fact.place.clone(),
        about: details(view, contact, accounts),
        status: status(view, contact),
        category: Some(contact.fact.sort.said().to_owned()),
        is_confidential: contact.entry.audience != Audience::Public,
        part_of: whole.map(|whole| uid(versions.first(whole.id()).0)),
    })
}

fn uid(id: EntryId) -> String {
    format!("{id}@{UID_DOMAIN}")
}

/// A moment where the time of day is known, with its end where that is known without dispute; whole days else.
fn when(view: &View<'_>, about: Period, minutes: &[u32]) -> When {
    let Moment::Instant(from, _) = about.from else { return days(view, about) };
    let from = from.as_second();
    match about.to {
        Some(Moment::Instant(to, _)) => When::Moments { from, to: Some(to.as_second()) },
        Some(Moment::Day(_)) => days(view, about),
        None => {
            let end = match minutes {
                [only] => Some(from.saturating_add(60 * i64::from(*only))),
                _ => None,
            };
            When::Moments { from, to: end }
        }
    }
}

fn days(view: &View<'_>, about: Period) -> When {
    When::Days { first: day_number(view.day(about.from)), last: day_number(view.day(about.last())) }
}

/// Certain is what took place or what those who take part said will be, until its day has passed without word.
fn status(view: &View<'_>, contact: Stated<'_, Contact>) -> Status {
    match contact.fact.status {
        ContactStatus::Cancelled => Status::Cancelled,
        _ if state(view, contact) == "unconfirmed" => Status::Tentative,
        ContactStatus::Expected | ContactStatus::Conditional => Status::Tentative,
        ContactStatus::Occurred | ContactStatus::Ongoing | ContactStatus::Planned => Status::Confirmed,
    }
}

/// What a reminder says, a line for each.
fn details(view: &View<'_>, contact: Stated<'_, Contact>, accounts: &[Stated<'_, Claim>]) -> String {
    let fact = contact.fact;
    let mut topics: Vec<String> = fact.topics.iter().map(|issue| issue_name(view, *issue)).collect();
    topics.sort();
    let lines = [
        ("state", Some(state(view, contact).to_owned())),
        ("depends on", fact.condition.clone()),
        ("said as", fact.when_words.clone()),
        ("length", length(fact, accounts)),
        ("who", Some(participants_with_roles(view, fact))),
        ("track", Some(track_name(view, fact))),
        ("topics", Some(list(&topics))),
        ("rule", fact.chatham_house.then(|| "Chatham House".to_owned())),
    ];
    let said = |(name, words): (&str, Option<String>)| {
        words.filter(|words| !words.is_empty()).map(|words| format!("{}: {words}", capital(name)))
    };
    lines.into_iter().filter_map(said).collect::<Vec<_>>().join("\n")
}

/// The visible versions of every contact.
struct Versions<'a>(BTreeMap<EntryId, &'a Entry>);

impl<'a> Versions<'a> {
    fn of(view: &View<'a>) -> Versions<'a> {
        let is_contact = |entry: &&&Entry| entry.fact.kind() == onetext_model::Kind::Contact;
        Versions(view.entries().iter().filter(is_contact).map(|entry| (entry.id, *entry)).collect())
    }

    /// The first version of a contact, and how many came after it.
    fn first(&self, id: EntryId) -> (EntryId, u32) {
        let mut first = id;
        for later in 0..VERSIONS_MAX {
            let earlier = self.0.get(&first).and_then(|entry| entry.supersedes.first());
            match earlier.filter(|earlier| self.0.contains_key(*earlier)) {
                Some(earlier) => first = *earlier,
                None => return (first, later),
            }
        }
        (first, VERSIONS_MAX)
    }
}
