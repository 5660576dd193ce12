//! Two places of a sentence that tell one contact: "met for a second round", "consulted the premiers in a conference call",
//! "flew there to meet".

use super::company;
use super::geography::{self, Ground};
use super::join::Event;
use super::relations;
use super::scene::Scene;
use super::sighting::Sighting;
use crate::reading::ContactType;
use crate::tokens::{List, Sort, Words, list};

/// Words that count contacts of one kind.
const ORDINALS: List = List::of("first second third fourth fifth sixth seventh eighth ninth tenth latest");

/// Whether the place tells more of what was seen last, which takes up what it says.
pub(super) fn is_of_before(scene: &Scene<'_>, events: &mut [Event], seen: &Sighting) -> bool {
    let Some(Event::Seen(before)) = events.last_mut() else { return false };
    if brings(scene, before, seen) {
        company::add_all(&mut before.guests, &seen.guests);
        return true;
    }
    if relations::is_occasion(scene, before, seen) || is_its_name(scene, before, seen) {
        before.day = before.day.or(seen.day);
        if before.places.is_empty() {
            before.places.clone_from(&seen.places);
        }
        return true;
    }
    if is_on_visit(before, seen) || is_said_again(scene, before, seen) {
        return true;
    }
    let is_call = is_call_of(scene, before, seen);
    if is_call {
        before.sort = seen.sort;
    }
    let is_same = is_call || is_purpose(scene, before, seen);
    if is_same {
        before.minutes.extend(seen.minutes.iter().copied());
        before.day = before.day.or(seen.day);
    }
    is_same
}

/// "The talks on Sunday brought together Roe and Doe": who was there.
fn brings(scene: &Scene<'_>, before: &Sighting, seen: &Sighting) -> bool {
    !before.is_verb
        && seen.is_verb
        && scene.is_one(seen.trigger, list!("brought brings bring"))
        && scene.in_one_sentence(before.trigger, seen.trigger)
        && scene.verbs_in(Words::new(before.trigger, seen.trigger)).is_empty()
}

/// "to visit the capital to see Roe": whom one sees on the visit.
fn is_on_visit(before: &Sighting, seen: &Sighting) -> bool {
    before.is_verb
        && before.sort == ContactType::Visit
        && !before.guests.is_empty()
        && seen.is_verb
        && before.words.contains(seen.trigger)
        && seen.guests.iter().all(|guest| before.guests.contains(guest))
}

/// "Roe chaired the session, the second round since May": the session, once more.
fn is_said_again(scene: &Scene<'_>, before: &Sighting, seen: &Sighting) -> bool {
    !before.is_verb
        && !seen.is_verb
        && follows_comma(scene, seen)
        && scene.is(seen.words.from, "the")
        && scene.has(seen.words, ORDINALS)
        && are_known(before, seen)
        && scene.in_one_sentence(before.trigger, seen.trigger)
        && !scene.verbs_in(Words::new(before.trigger, seen.trigger)).iter().any(|group| group.is_finite)
}

/// "consulted the premiers in a conference call": by what they consulted.
fn is_call_of(scene: &Scene<'_>, before: &Sighting, seen: &Sighting) -> bool {
    matches!(seen.sort, ContactType::PhoneCall | ContactType::VideoCall)
        && before.is_verb
        && !seen.is_verb
        && before.words.contains(seen.trigger)
        && matches!(before.sort, ContactType::Consultation | ContactType::Meeting)
        && opens_with(scene, seen, list!("in on by over during"))
        && are_known(before, seen)
}

/// "will host Roe at a summit in the capital on Thursday": what it is called.
fn is_its_name(scene: &Scene<'_>, before: &Sighting, seen: &Sighting) -> bool {
    before.is_verb
        && before.sort == ContactType::Meeting
        && opens_with(scene, seen, list!("at"))
        && scene.is_one(seen.trigger, list!("summit meeting gathering"))
        && before.words.contains(seen.trigger)
        && are_known(before, seen)
}

/// "met for a second round", "spoke to both in separate calls", "met in the capital, the seventh round": the noun tells more
/// of the verb.
fn is_purpose(scene: &Scene<'_>, before: &Sighting, seen: &Sighting) -> bool {
    let is_empty = seen.hosts.is_empty() && seen.guests.is_empty();
    // "met in parliament, a session that broke up after half an hour"
    let is_told_of = scene.is_one(seen.trigger + 1, list!("that which"))
        || scene.sort(seen.trigger + 1) == Some(Sort::Comma);
    let is_apposed = follows_comma(scene, seen)
        && (scene.is_one(seen.words.from, list!("the their a")) && scene.has(seen.words, ORDINALS)
            || scene.is_one(seen.words.from, list!("a an")) && is_told_of && is_empty);
    // "will take the members through the terms at a virtual meeting"
    let is_venue = before.sort == ContactType::Briefing
        && opens_with(scene, seen, list!("at in during on"))
        && are_known(before, seen);
    let is_for = opens_with(scene, seen, list!("for"));
    let is_apart = opens_with(scene, seen, list!("in"))
        && (seen.is_separate || scene.has(seen.words, list!("separate")));
    before.is_verb
        && !seen.is_verb
        && before.sort != ContactType::Visit
        && (before.words.contains(seen.trigger)
            || is_apposed && scene.in_one_sentence(before.trigger, seen.trigger))
        && (is_apposed || is_venue || is_for || is_apart && is_empty)
}

fn opens_with(scene: &Scene<'_>, seen: &Sighting, words: List) -> bool {
    seen.words.from > 0 && scene.is_one(seen.words.from - 1, words)
}

fn follows_comma(scene: &Scene<'_>, seen: &Sighting) -> bool {
    seen.words.from > 0 && scene.sort(seen.words.from - 1) == Some(Sort::Comma)
}

fn are_known(before: &Sighting, seen: &Sighting) -> bool {
    seen.company().all(|actor| before.company().any(|known| known == actor))
}

/// "flew to Ankara to meet X": the journey is where the meeting is, not a visit beside it.
pub(super) fn drop_journey(scene: &Scene<'_>, events: &mut Vec<Event>, seen: &Sighting) {
    let Some(Event::Seen(before)) = events.last() else { return };
    let is_journey = before.sort == ContactType::Visit
        && before.guests.is_empty()
        && (before.is_verb || seen.is_verb && seen.sort != ContactType::Visit);
    // "flew to the capital and met Roe at the palace": the palace is there.
    let is_elsewhere =
        |place: &Words| geography::of_words(scene, *place).is_some_and(|ground| ground != Ground::House);
    let same_place = !seen.places.iter().any(is_elsewhere)
        || seen.places.iter().any(|place| before.places.contains(place));
    // "will travel to the capital to deliver a letter": the visit stays.
    let is_there =
        !matches!(seen.sort, ContactType::PhoneCall | ContactType::VideoCall | ContactType::Letter);
    if is_journey && is_there && same_place && scene.in_one_sentence(before.trigger, seen.trigger) {
        events.pop();
    }
}
