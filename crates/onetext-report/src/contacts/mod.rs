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
mod journeys;
mod links;
mod medium;
mod nouns;
mod object;
mod phrase;
mod places;
mod presence;
mod refuse;
mod relations;
mod retold;
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
use crate::tokens::list;
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
            if retold::is_of_before(scene, &mut events, &seen) {
                continue;
            }
            retold::drop_journey(scene, &mut events, &seen);
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
