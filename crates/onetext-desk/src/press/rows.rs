//! The tables beside a report: statements, contacts, what the outlet tells itself, actors.

use onetext_document::{Cell, Row, Section, Style, Text};
use onetext_report::{
    Actor, ActorIndex, ActorKind, Claim, Contact, ContactStatus, ContactType, Link, Medium, Mode, Precision,
    Reading, Span, When,
};

use super::excerpt;
use super::lettered::letter;
use crate::blocks::table;
use crate::words::{capital, duration, list};

/// Statements by letter: who, through whom, what, by which words.
pub(super) fn statements(text: &str, reading: &Reading) -> Option<Section> {
    let headings =
        [("Letter", 1), ("Who", 4), ("Through whom", 5), ("What was said", 10), ("How", 4), ("When", 2)];
    let row = |(place, claim): (usize, &Claim)| Row {
        key: format!("statement-{}", letter(place)),
        cells: vec![
            Cell::new(letter(place)),
            Cell::new(who(reading, claim.speaker)),
            Cell::new(chain(reading, &claim.chain)),
            Cell::new(words(text, &claim.content)),
            Cell::new(how(text, reading, claim)),
            Cell::new(claim.date.as_ref().map_or_else(String::new, |when| day(text, when))),
        ],
    };
    let rows = reading.claims.iter().enumerate().map(row).collect();
    section("statements", "Attributed statements", &headings, rows)
}

/// Contacts by number.
pub(super) fn contacts(text: &str, reading: &Reading) -> Option<Section> {
    let headings =
        [("Number", 1), ("What", 3), ("State", 3), ("When", 3), ("Where", 2), ("How long", 2), ("Who", 8)];
    let row = |(place, contact): (usize, &Contact)| Row {
        key: format!("contact-{}", place + 1),
        cells: vec![
            Cell::new((place + 1).to_string()),
            Cell::new(sort(contact)),
            Cell::new(state(text, contact)),
            Cell::new(contact.date.as_ref().map_or_else(String::new, |when| day(text, when))),
            Cell::new(contact.place.as_ref().map_or_else(String::new, |place| place.name.clone())),
            Cell::new(
                contact.minutes.iter().map(|minutes| duration(*minutes)).collect::<Vec<_>>().join(" or "),
            ),
            Cell::new(participants(reading, contact)),
        ],
    };
    let rows = reading.contacts.iter().enumerate().map(row).collect();
    section("contacts", "Contacts", &headings, rows)
}

/// What the outlet tells itself.
pub(super) fn told(text: &str, reading: &Reading) -> Option<Section> {
    let headings = [("Words", 14), ("Contact", 2)];
    let row = |(place, told): (usize, &onetext_report::Narrated)| Row {
        key: format!("told-{}", place + 1),
        cells: vec![
            Cell::new(excerpt(text, told.content)),
            Cell::new(told.contact.map_or_else(String::new, |contact| (contact + 1).to_string())),
        ],
    };
    let rows = reading.narrated.iter().enumerate().map(row).collect();
    section("told", "What the outlet tells itself", &headings, rows)
}

/// Who is named or described.
pub(super) fn actors(reading: &Reading) -> Option<Section> {
    let headings =
        [("Name", 5), ("Also", 5), ("What", 3), ("Office", 5), ("Side", 3), ("Told of an unnamed source", 5)];
    let row = |(place, actor): (usize, &Actor)| Row {
        key: format!("actor-{}", place + 1),
        cells: vec![
            Cell::new(actor.name.clone()),
            Cell::new(list(&actor.aliases)),
            Cell::new(kind(actor.kind)),
            Cell::new(actor.office.clone().unwrap_or_default()),
            Cell::new(actor.side.clone().unwrap_or_default()),
            Cell::new(told_of(reading, actor)),
        ],
    };
    let rows = reading.actors.iter().enumerate().map(row).collect();
    section("actors", "Who is named", &headings, rows)
}

fn section(key: &str, title: &str, headings: &[(&str, u16)], rows: Vec<Row>) -> Option<Section> {
    (!rows.is_empty()).then(|| Section::new(key, title, vec![table(key, title, headings, rows)]))
}

pub(super) fn who(reading: &Reading, actor: Option<ActorIndex>) -> String {
    actor
        .and_then(|actor| reading.actors.get(actor.0))
        .map_or_else(|| "nobody named".to_owned(), |actor| actor.name.clone())
}

fn chain(reading: &Reading, chain: &[Link]) -> String {
    let name = |link: &Link| {
        let implied = if link.implied { " (implied)" } else { "" };
        format!("{}{implied}", who(reading, Some(link.actor)))
    };
    chain.iter().map(name).collect::<Vec<_>>().join(" <- ")
}

fn words(text: &str, content: &[Span]) -> String {
    content.iter().map(|span| span.of(text).trim()).collect::<Vec<_>>().join(" … ")
}

/// "quoted: told, to Axios; on X"; hedges and a negated cue are said.
fn how(text: &str, reading: &Reading, claim: &Claim) -> Text {
    let mode = match claim.mode {
        Mode::Direct => "quoted",
        Mode::Indirect => "reported",
        Mode::Mixed => "partly quoted",
    };
    let cue: Vec<&str> = claim.cue.iter().map(|span| span.of(text).trim()).collect();
    let mut said = Text::plain(mode);
    if cue.is_empty() {
        said = said.then(", runs on", Style::Plain);
    } else {
        said = said.then(": ", Style::Plain).then(cue.join(", "), Style::Emphasis);
    }
    let addressee = claim.addressee.map(|actor| format!("; to {}", who(reading, Some(actor))));
    let venue = claim.venue.as_ref().and_then(|venue| {
        venue.words.map(|span| span.of(text).trim().to_owned()).or_else(|| venue.name.clone())
    });
    let negated = if claim.negated { "; negated" } else { "" };
    let hedges: Vec<&str> = claim.hedges.iter().map(|hedge| hedge.0.of(text)).collect();
    let hedges = if hedges.is_empty() { String::new() } else { format!("; hedged: {}", hedges.join(", ")) };
    let venue = venue.map_or_else(String::new, |venue| format!("; {venue}"));
    said.then(format!("{}{venue}{negated}{hedges}", addressee.unwrap_or_default()), Style::Plain)
}

/// A day, a range, or the words that could not be resolved.
fn day(text: &str, when: &When) -> String {
    let words = when.words.map_or("", |span| span.of(text)).trim();
    match (when.start, when.end) {
        (Some(start), Some(end)) if start != end => format!("{start} to {end}"),
        (Some(start), _) if when.precision == Precision::PartOfDay => format!("{start}, {words}"),
        (Some(start), _) => start.to_string(),
        (None, _) if words.is_empty() => String::new(),
        (None, _) => format!("“{words}”"),
    }
}

fn sort(contact: &Contact) -> String {
    let sort = match contact.sort {
        ContactType::PhoneCall => "call",
        ContactType::VideoCall => "video call",
        ContactType::Meeting => "meeting",
        ContactType::NegotiationRound => "round",
        ContactType::MediationSession => "mediation session",
        ContactType::Consultation => "consultation",
        ContactType::Briefing => "briefing",
        ContactType::Visit => "visit",
        ContactType::Letter => "letter",
    };
    let part = contact.part_of.map_or_else(String::new, |whole| format!(", part of {}", whole + 1));
    format!("{sort}{part}")
}

fn state(text: &str, contact: &Contact) -> String {
    let state = match contact.status {
        ContactStatus::Occurred => "occurred",
        ContactStatus::Ongoing => "ongoing",
        ContactStatus::Planned => "planned",
        ContactStatus::Expected => "expected",
        ContactStatus::Conditional => "conditional",
        ContactStatus::Cancelled => "called off",
    };
    match contact.condition {
        Some(condition) => format!("{state}: {}", excerpt(text, condition)),
        None => state.to_owned(),
    }
}

fn participants(reading: &Reading, contact: &Contact) -> String {
    let one = |one: &onetext_report::Participant| {
        let medium = match one.medium {
            Medium::InPerson => "",
            Medium::Phone => "by telephone",
            Medium::Video => "by video",
            Medium::Writing => "in writing",
        };
        let told: Vec<&str> =
            [one.office.as_deref().unwrap_or(""), medium].into_iter().filter(|s| !s.is_empty()).collect();
        let name = who(reading, Some(one.actor));
        if told.is_empty() { name } else { format!("{name} ({})", told.join("; ")) }
    };
    contact.participants.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn kind(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => "person",
        ActorKind::PersonByOffice => "holder of an office",
        ActorKind::State => "state",
        ActorKind::Organisation => "body",
        ActorKind::Group => "group",
        ActorKind::Outlet => "outlet",
        ActorKind::Anonymous => "not named",
    }
}

/// "2; familiar with the talks; of Ukraine; senior"
fn told_of(reading: &Reading, actor: &Actor) -> String {
    let Some(told) = &actor.anonymity else { return String::new() };
    let number = told.count.map(|number| number.to_string());
    let of = told.affiliation.as_ref().map(|side| format!("of {side}"));
    let one_of = actor.part_of.map(|group| format!("one of: {}", who(reading, Some(group))));
    let parts: Vec<String> =
        [number, told.basis.clone(), of, told.rank.clone(), one_of].into_iter().flatten().collect();
    capital(&parts.join("; "))
}
