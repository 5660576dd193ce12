//! Short reports with the contacts that a person finds in them.

mod agency;
mod arranged;
mod beside;
mod called;
mod kinds;
mod talks;
mod third;
mod ways;

use super::*;
use crate::reading::ContactStatus;
use crate::{actors, dates};

pub(super) fn read(text: &str, day: &str) -> (Actors, Vec<Contact>) {
    let parsed = Parsed::of(text);
    let actors = actors::find(&parsed, Some("The Post"));
    let times = dates::Times::of(text);
    let found = find(&parsed, &actors, &times, day.parse().ok());
    (actors, found)
}

pub(super) fn show(actors: &Actors, contact: &Contact, text: &str) -> String {
    let day = contact.date.as_ref().map_or("-".to_owned(), |when| match (when.start, when.end) {
        (Some(start), Some(end)) if start == end => start.to_string(),
        (Some(start), Some(end)) => format!("{start}..{end}"),
        _ => "?".to_owned(),
    });
    let who: Vec<String> = contact
        .participants
        .iter()
        .map(|one| {
            actors.actors[one.actor.0].name.clone() + if one.medium == Medium::Phone { "*" } else { "" }
        })
        .collect();
    let said: Vec<&str> = contact.mentions.iter().map(|span| span.of(text)).collect();
    format!(
        "{:?} {:?} {day} {:?} {} [{}] part_of={:?} {said:?}",
        contact.sort,
        contact.status,
        contact.minutes,
        contact.place.as_ref().map_or("-", |place| &place.name),
        who.join("; "),
        contact.part_of
    )
}

fn sort_word(sort: ContactType) -> &'static str {
    match sort {
        ContactType::PhoneCall => "phone_call",
        ContactType::VideoCall => "video_call",
        ContactType::Meeting => "meeting",
        ContactType::NegotiationRound => "negotiation_round",
        ContactType::MediationSession => "mediation_session",
        ContactType::Consultation => "consultation",
        ContactType::Briefing => "briefing",
        ContactType::Visit => "visit",
        ContactType::Letter => "letter",
    }
}

fn status_word(status: ContactStatus) -> &'static str {
    match status {
        ContactStatus::Occurred => "occurred",
        ContactStatus::Ongoing => "ongoing",
        ContactStatus::Planned => "planned",
        ContactStatus::Expected => "expected",
        ContactStatus::Conditional => "conditional",
        ContactStatus::Cancelled => "cancelled",
    }
}

/// "type status day | names | minutes | place" against a contact; "-" or nothing where it is not looked at.
fn is_as(actors: &Actors, contact: &Contact, expected: &str) -> bool {
    let mut columns = expected.split('|').map(str::trim);
    let words: Vec<&str> = columns.next().unwrap_or("").split(' ').collect();
    let day = contact.date.as_ref().and_then(|when| when.start.zip(when.end)).map_or(
        "-".to_owned(),
        |(start, end)| {
            if start == end { start.to_string() } else { format!("{start}..{end}") }
        },
    );
    let names: Vec<&str> =
        contact.participants.iter().map(|one| actors.actors[one.actor.0].name.as_str()).collect();
    let stated =
        |column: Option<&str>| column.filter(|text| !text.is_empty() && *text != "-").map(str::to_owned);
    let who = stated(columns.next());
    let minutes = stated(columns.next());
    let place = stated(columns.next());
    words == [sort_word(contact.sort), status_word(contact.status), day.as_str()]
        && who.is_none_or(|who| who.split(", ").all(|one| names.iter().any(|name| name.contains(one))))
        && minutes.is_none_or(|minutes| contact.minutes == [minutes.parse::<u32>().unwrap()])
        && place.is_none_or(|place| contact.place.as_ref().is_some_and(|known| known.name == place))
}

/// Reads each text as of 7 December 2025 and compares its contacts with those expected, in any order.
fn check(rows: &[(&str, &[&str])]) {
    let mut failures = vec![];
    for (text, expected) in rows {
        let (actors, contacts) = read(text, "2025-12-07");
        let all = expected.iter().all(|row| contacts.iter().any(|contact| is_as(&actors, contact, row)));
        if !all || contacts.len() != expected.len() {
            let found: Vec<String> =
                contacts.iter().map(|contact| format!("\n  got  {}", show(&actors, contact, text))).collect();
            failures.push(format!("\nFAIL {text}\n  want {expected:?}{}", found.concat()));
        }
    }
    assert!(failures.is_empty(), "{} of {} fail:{}", failures.len(), rows.len(), failures.concat());
}

proptest::proptest! {
    #[test]
    fn never_panics(words in proptest::collection::vec(proptest::sample::select(WORDS.to_vec()), 0..60), noise in ".{0,40}") {
        let text = words.join(" ") + &noise;
        read(&text, "2025-12-07");
        read(&noise, "");
    }
}

/// Words of which contacts are made, and signs that part them.
const WORDS: &[&str] = &[
    "talks",
    "meeting",
    "met",
    "Roe",
    "Doe",
    "and",
    "with",
    "between",
    "the",
    "a",
    "in",
    "Geneva",
    "on",
    "Monday",
    ",",
    ".",
    "who",
    "will",
    "meet",
    "three",
    "days",
    "of",
    "round",
    "call",
    "by",
    "phone",
    "\"",
    "said",
    "that",
    "they",
    "pair",
    "delegation",
    "is",
    "headed",
    "venue",
    "first",
    "day",
    "lasted",
    "two",
    "hours",
    "if",
    "to",
    "brief",
    "visit",
    "letter",
    "'s",
    "é",
    "\u{301}",
    "переговори",
    "😀",
    "-",
    "capped",
    "during",
    "weekend",
];
