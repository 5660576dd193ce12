//! Who met, meets or is to meet whom: calls, meetings, rounds of talks, mediation, briefings, visits, letters.
//!
//! Words that may name a contact are looked up first ([`words`]); only around those the text is read. A noun
//! ([`nouns`]) or verb ([`verbs`]) gives a *sighting*: who, when, where, how long, and how it stands. Sightings of one
//! contact are then joined over sentences ([`join`], [`fit`]): nothing that a sighting says may contradict what is known
//! of the contact. Later sentences add delegates, a venue, a length ([`additions`]); a contact may be part of another
//! ([`relations`]).
//!
//! **No contact** are statements to the press, what was long ago, habits and states ("regular meetings", "in constant
//! contact"), talks without any occasion ("negotiations have stalled"), sport, and figures of speech.

mod additions;
mod around;
mod company;
mod draft;
mod fit;
mod frames;
mod geography;
mod idioms;
mod join;
mod links;
mod medium;
mod nouns;
mod object;
mod phrase;
mod places;
mod presence;
mod refuse;
mod relations;
mod scene;
mod sides;
mod sighting;
mod standing;
mod subject;
mod summons;
mod uses;
mod verbs;
mod when;
mod window;
mod words;

use jiff::civil::Date;

use crate::actors::Actors;
use crate::dates::Times;
use crate::grammar::{Parsed, Tag};
use crate::reading::{Contact, ContactType, Medium, Participant, Place};
use crate::tokens::{List, Sort, Words, list};
use draft::Draft;
use join::Event;
use scene::Scene;

pub(crate) use links::link;

/// Most contacts that are told apart in one report: a long day of a conference has forty.
const CONTACTS_MAX: usize = 500;

/// The contacts of a report, in the order of their first mention. Without the report's day relative days stay open.
pub(crate) fn find(
    parsed: &Parsed<'_>,
    actors: &Actors,
    times: &Times,
    anchor: Option<Date>,
) -> Vec<Contact> {
    let scene = Scene::of(parsed, actors, times, anchor);
    let events = events(&scene);
    let mut drafts = join::contacts(&scene, &events);
    relations::settle(&scene, &mut drafts);
    drafts.iter().map(|draft| contact(&scene, draft)).collect()
}

/// One pass over the words: what each place tells.
fn events(scene: &Scene<'_>) -> Vec<Event> {
    let mut events = vec![];
    for token in 0..scene.parsed.text.tokens.len() {
        if events.len() >= CONTACTS_MAX {
            break;
        }
        let word = scene.parsed.text.word(token);
        if additions::is_trigger(word) {
            events.extend(additions::addition(scene, token).map(Event::Added));
        }
        let Some(trigger) = words::trigger(word) else { continue };
        let is_due = trigger.verb == Some(words::Verb::Due)
            && token > 0
            && scene.is_one(token - 1, list!("is are 's 're"));
        let is_verb = is_due
            || scene.tag(token) == Tag::Verb
                && scene.verb_at(token).is_some()
                && !(trigger.noun.is_some() && nouns::is_noun_here(scene, token));
        let seen = match (trigger.noun, trigger.verb) {
            (_, Some(verb)) if is_verb => verbs::sighting(scene, token, verb),
            (Some(noun), _) if !is_verb => nouns::sighting(scene, token, noun, trigger.is_plural),
            _ => None,
        };
        if let Some(seen) = seen {
            if is_of_verb_before(scene, &mut events, &seen) {
                continue;
            }
            drop_journey(scene, &mut events, &seen);
            let second = verbs::second(scene, &seen);
            let first = match &second {
                Some(second) => verbs::first_of_two(scene, seen, second),
                None => seen,
            };
            events.push(Event::Seen(first));
            events.extend(second.map(Event::Seen));
        }
    }
    events
}

/// Words that count contacts of one kind.
const ORDINALS: List = List::of("first second third fourth fifth sixth seventh eighth ninth tenth latest");

/// "met for a second round", "spoke to both in separate calls": the noun tells more of the verb before it.
fn is_of_verb_before(scene: &Scene<'_>, events: &mut [Event], seen: &sighting::Sighting) -> bool {
    let Some(Event::Seen(before)) = events.last_mut() else { return false };
    // "The talks on Sunday brought together Roe and Doe": who was there.
    let brings = !before.is_verb
        && seen.is_verb
        && scene.is_one(seen.trigger, list!("brought brings bring"))
        && scene.in_one_sentence(before.trigger, seen.trigger)
        && scene.verbs_in(Words::new(before.trigger, seen.trigger)).is_empty();
    if brings {
        company::add_all(&mut before.guests, &seen.guests);
        return true;
    }
    if relations::is_occasion(scene, before, seen) {
        before.day = before.day.or(seen.day);
        if before.places.is_empty() {
            before.places.clone_from(&seen.places);
        }
        return true;
    }
    // "to visit the capital to see Roe"
    let is_on_visit = before.is_verb
        && before.sort == ContactType::Visit
        && !before.guests.is_empty()
        && seen.is_verb
        && before.words.contains(seen.trigger)
        && seen.guests.iter().all(|guest| before.guests.contains(guest));
    if is_on_visit {
        return true;
    }
    let opens = |words: List| seen.words.from > 0 && scene.is_one(seen.words.from - 1, words);
    let is_empty = seen.hosts.is_empty() && seen.guests.is_empty();
    let are_known = seen.company().all(|actor| before.company().any(|known| known == actor));
    // "Roe chaired the session, the second round since May": the session, once more.
    // "consulted the premiers in a conference call": by what they consulted.
    let is_call = matches!(seen.sort, ContactType::PhoneCall | ContactType::VideoCall)
        && before.is_verb
        && !seen.is_verb
        && before.words.contains(seen.trigger)
        && matches!(before.sort, ContactType::Consultation | ContactType::Meeting)
        && seen.words.from > 0
        && scene.is_one(seen.words.from - 1, list!("in on by over during"))
        && are_known;
    if is_call {
        before.sort = seen.sort;
        before.day = before.day.or(seen.day);
        before.minutes.extend(seen.minutes.iter().copied());
        return true;
    }
    let is_said_again = !before.is_verb
        && !seen.is_verb
        && seen.words.from > 0
        && scene.sort(seen.words.from - 1) == Some(Sort::Comma)
        && scene.is(seen.words.from, "the")
        && scene.has(seen.words, ORDINALS)
        && are_known
        && scene.in_one_sentence(before.trigger, seen.trigger)
        && !scene.verbs_in(Words::new(before.trigger, seen.trigger)).iter().any(|group| group.is_finite);
    if is_said_again {
        return true;
    }
    // "met in the capital, the seventh round of talks"
    // "met in parliament, a session that broke up after half an hour"
    let is_told_of = scene.is_one(seen.trigger + 1, list!("that which"))
        || scene.sort(seen.trigger + 1) == Some(Sort::Comma);
    let is_apposed = seen.words.from > 0
        && scene.sort(seen.words.from - 1) == Some(Sort::Comma)
        && (scene.is_one(seen.words.from, list!("the their a")) && scene.has(seen.words, ORDINALS)
            || scene.is_one(seen.words.from, list!("a an")) && is_told_of && is_empty);
    // "will take the members through the terms at a virtual meeting"
    let is_venue = before.sort == ContactType::Briefing && opens(list!("at in during on")) && are_known;
    let is_purpose = is_apposed
        || is_venue
        || opens(list!("for"))
        || opens(list!("in")) && (seen.is_separate || scene.has(seen.words, list!("separate")));
    let is_same = before.is_verb
        && !seen.is_verb
        && before.sort != ContactType::Visit
        && (before.words.contains(seen.trigger)
            || is_apposed && scene.in_one_sentence(before.trigger, seen.trigger))
        && is_purpose
        && (is_empty || is_apposed || is_venue || opens(list!("for")));
    if is_same {
        before.minutes.extend(seen.minutes.iter().copied());
        before.day = before.day.or(seen.day);
    }
    is_same
}

/// "flew to Ankara to meet X": the journey is where the meeting is, not a visit beside it.
fn drop_journey(scene: &Scene<'_>, events: &mut Vec<Event>, seen: &sighting::Sighting) {
    let Some(Event::Seen(before)) = events.last() else { return };
    let is_journey = before.sort == ContactType::Visit
        && before.guests.is_empty()
        && (before.is_verb || seen.is_verb && seen.sort != ContactType::Visit);
    // "flew to the capital and met Roe at the palace": the palace is there.
    let is_town = |place: &crate::tokens::Words| geography::of_words(scene, *place).is_some();
    let same_place =
        !seen.places.iter().any(is_town) || seen.places.iter().any(|place| before.places.contains(place));
    // "will travel to the capital to deliver a letter": the visit stays.
    let is_there = matches!(
        seen.sort,
        ContactType::Meeting
            | ContactType::NegotiationRound
            | ContactType::MediationSession
            | ContactType::Consultation
            | ContactType::Briefing
            | ContactType::Visit
    );
    if is_journey && is_there && same_place && scene.in_one_sentence(before.trigger, seen.trigger) {
        events.pop();
    }
}

fn contact(scene: &Scene<'_>, draft: &Draft) -> Contact {
    let mut mentions = draft.mentions.clone();
    mentions.sort_unstable();
    mentions.dedup();
    Contact {
        sort: draft.sort,
        status: draft.status,
        date: draft.when.clone(),
        minutes: draft.minutes.clone(),
        place: place(scene, draft),
        participants: participants(scene, draft),
        part_of: draft.part_of,
        condition: draft.condition,
        mentions,
    }
}

fn place(scene: &Scene<'_>, draft: &Draft) -> Option<Place> {
    let span = scene.parsed.text.span(*draft.places.first()?);
    Some(Place { name: span.of(scene.parsed.text.source).to_owned(), span })
}

fn participants(scene: &Scene<'_>, draft: &Draft) -> Vec<Participant> {
    let usual = match draft.sort {
        ContactType::PhoneCall => Medium::Phone,
        ContactType::VideoCall => Medium::Video,
        ContactType::Letter => Medium::Writing,
        _ => Medium::InPerson,
    };
    let own = |actor| draft.remote.iter().find(|(remote, _)| *remote == actor).map(|(_, medium)| *medium);
    draft
        .company
        .iter()
        .map(|actor| Participant {
            actor: *actor,
            office: scene.actor(*actor).and_then(|actor| actor.office.clone()),
            medium: own(*actor).unwrap_or(usual),
        })
        .collect()
}

#[cfg(test)]
mod tests;
