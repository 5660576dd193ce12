//! A verb that tells of a contact: "met", "spoke by phone with", "sat down with", "will see", "briefed".

mod days;
mod two;

use super::company;
use super::frames::{frame, may_tell};
use super::journeys;
use super::medium::by_phone;
use super::nouns::minutes;
use super::object::{is_body, is_group, is_person};
use super::places;
use super::presence;
use super::refuse;
use super::scene::{Day, Scene};
use super::sighting::{Reference, Sighting};
use super::standing::{self, Standing};
use super::subject::{self, Subject};
use super::summons;
use super::window;
use super::words::Verb;
use crate::grammar::{Tag, Tense, VerbGroup};
use crate::lexicon::Classes;
use crate::reading::{ActorIndex, ContactStatus, ContactType, Medium};
use crate::tokens::{Sort, Words, list};
use days::day_of;
pub(super) use two::{first_of_two, second};

/// What a verb says of a contact; none where it is none.
pub(super) fn sighting(scene: &Scene<'_>, token: usize, verb: Verb) -> Option<Sighting> {
    // "are due in the capital": told by the verb before it.
    let main = if verb == Verb::Due { token.checked_sub(1)? } else { token };
    let group = as_past(scene, scene.verb_at(main).filter(|group| group.main == main).copied()?);
    if !may_tell(scene, &group, verb) || refuse::verb(scene, token) {
        return None;
    }
    let after = window::ahead(scene, group.words.to.max(token + 1), 0);
    let frame = match verb {
        Verb::Due => summons::due(scene, &group, after)?,
        _ => frame(scene, &group, verb, after)?,
    };
    let subject = subject(scene, &group);
    let hosts = subject.actors.clone();
    let is_several = hosts.len() >= 2
        || subject.is_collective
        || subject.is_plural
        || hosts.iter().any(|actor| is_group(scene, *actor));
    let comes = matches!(verb, Verb::Come | Verb::Go)
        && frame.sort == ContactType::Visit
        && hosts.iter().all(|actor| is_person(scene, *actor));
    let goes_alone = verb == Verb::Visit
        || (comes || matches!(verb, Verb::Travel | Verb::Expect | Verb::Due)) && !hosts.is_empty();
    let is_partnered = frame.is_partnered && !scene.is_quoted(token);
    let is_held_alone = goes_alone
        || is_partnered
        || frame.is_intransitive && (is_several || hosts.iter().any(|actor| sits(scene, *actor, verb)));
    if frame.guests.is_empty() && !is_held_alone {
        return None;
    }
    let speaks_alone = verb == Verb::Speak && frame.guests.is_empty() && hosts.len() < 2 && !is_partnered;
    if speaks_alone && !(subject.is_collective && is_conversation(scene, &group, after)) {
        return None;
    }
    let day = day_of(scene, &group, after);
    let (status, is_told) = status(scene, &group, day)?;
    let minutes = minutes(scene, after);
    let mut guests = frame.guests;
    let third = presence::third(scene, after);
    company::add_all(&mut guests, &third);
    let places = places_of(scene, &group, verb, after);
    let reference = reference(scene, &group, after);
    // "the sides would convene again"
    let is_again = subject.is_collective && reference == Reference::Further;
    if frame.needs_facts && !is_again && day.is_none() && minutes.is_empty() && places.is_empty() {
        return None;
    }
    Some(Sighting {
        trigger: token,
        words: Words::new(group.words.from, after.to.max(token + 1)),
        sort: frame.sort,
        is_generic: frame.is_generic,
        is_verb: true,
        is_plural: false,
        is_joined: false,
        reference,
        status: Some(status),
        is_told,
        hosts: hosts.into_iter().filter(|actor| !guests.contains(actor)).collect(),
        is_separate: third.is_empty()
            && (verb == Verb::Phone
                || is_separate(scene, Words::new(group.words.from.saturating_sub(1), after.to))),
        guests,
        is_collective: subject.is_collective || takes_sides(scene, after),
        is_pair: subject.is_pair,
        day,
        days_long: days::long(scene, after),
        minutes,
        places,
        medium: by_phone(scene, after).then_some(Medium::Phone),
        condition: condition(scene, token),
        is_quoted: scene.is_quoted(token),
    })
}

/// "The officials spoke on Friday" is a statement; "the sides spoke for an hour", "last spoke on Friday" are none.
fn is_conversation(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> bool {
    let is_last =
        group.words.from > 0 && scene.has(Words::new(group.words.from - 1, group.main), list!("last"));
    !scene.lengths_in(after).is_empty()
        || by_phone(scene, after)
        || is_last && !scene.days_in(after).is_empty()
}

/// "The Commission is to convene", "the coalition confers": a body has members who meet.
fn sits(scene: &Scene<'_>, actor: ActorIndex, verb: Verb) -> bool {
    let names = list!("coalition council committee commission group alliance quartet troika forum cabinet");
    let has_members =
        || scene.actor(actor).is_some_and(|actor| actor.name.split(' ').any(|word| names.has(word)));
    is_body(scene, actor)
        && (verb == Verb::Gather || matches!(verb, Verb::Meet | Verb::Consult) && has_members())
}

/// "had met both parties", "spoke with the two sides": the object stands for all who took part before.
fn takes_sides(scene: &Scene<'_>, after: Words) -> bool {
    let from = if scene.is_one(after.from, list!("with to")) { after.from + 1 } else { after.from };
    let near = Words::new(from, (from + 3).min(after.to));
    scene.is_one(from, list!("both the each")) && scene.has(near, list!("sides parties"))
}

/// "in separate calls", "separately": the words say that each guest was met alone.
fn is_separate(scene: &Scene<'_>, near: Words) -> bool {
    scene.has(near, list!("separately individually"))
        || near.indices().any(|place| {
            scene.is(place, "separate")
                && scene.is_one(place + 1, list!("calls meetings talks conversations phone telephone"))
        })
}

/// "Officials met again in Geneva, sources told X": by its form a participle as well, but it is the verb of the sentence.
fn as_past(scene: &Scene<'_>, group: VerbGroup) -> VerbGroup {
    // "a group called the Order" is no call.
    let is_named = scene.is(group.main, "called");
    let is_bare =
        !is_named && group.words.indices().len() == 1 && !group.is_finite && group.tense == Tense::None;
    let is_past = scene.classes(group.main).any(Classes::VERB_PAST)
        && (!scene.is(group.main + 1, "by")
            || scene.is_one(group.main + 2, list!("video phone telephone videolink")));
    // "After forty players, Roe among them, met officials"
    let sentence = scene.sentence(group.main);
    let is_first = !scene.verbs_in(Words::new(sentence.from, group.main)).iter().any(|verb| verb.is_finite);
    // "after Roe and her counterpart, Doe, met there"
    let clause = window::behind(scene, group.words.from);
    let opens = clause
        .from
        .checked_sub(1)
        .is_some_and(|token| scene.is_one(token, list!("after when before until since")));
    let follows_aside = group.main > 1
        && scene.sort(group.main - 1) == Some(Sort::Comma)
        && (is_first && scene.is_one(sentence.from, list!("after when before"))
            || opens
            || is_main_after_aside(scene, group, sentence))
        && (scene.is_named_at(group.main + 1)
            || scene.day_at(group.main + 1).is_some()
            || scene.is_one(
                group.main + 1,
                list!("with in at on by for to behind the there here down together again separately"),
            ));
    let follows_noun = follows_aside
        || group.main > 0
            && matches!(scene.tag(group.main - 1), Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Adverb);
    if is_bare && is_past && follows_noun {
        return VerbGroup { is_finite: true, tense: Tense::Past, ..group };
    }
    group
}

/// "Roe and Doe, the head of the service, | talked": a sentence that begins with a name and has had no verb but those of
/// relative clauses.
fn is_main_after_aside(scene: &Scene<'_>, group: VerbGroup, sentence: Words) -> bool {
    let from = scene.parsed.after_dateline(sentence);
    let is_adverb = scene.tag(from) == Tag::Adverb && scene.sort(from + 1) == Some(Sort::Comma);
    let from = if is_adverb { from + 2 } else { from };
    let is_of_relative = |verb: &VerbGroup| {
        verb.words.from > 0 && scene.is_one(verb.words.from - 1, list!("who which that whose"))
    };
    scene.is_named_at(from)
        && scene
            .verbs_in(Words::new(sentence.from, group.main))
            .iter()
            .all(|verb| !verb.is_finite || is_of_relative(verb))
}

/// The subject; for "After meeting X, Y flew" that of the clause that follows.
fn subject(scene: &Scene<'_>, group: &VerbGroup) -> Subject {
    let found = subject::of(scene, group);
    let is_free = !group.is_finite && found.actors.is_empty();
    if !is_free {
        return found;
    }
    let sentence = scene.sentence(group.main);
    let later = scene.verbs_in(Words::new(group.words.to, sentence.to)).iter().find(|verb| verb.is_finite);
    later.map_or(found, |verb| subject::of(scene, verb))
}

fn status(scene: &Scene<'_>, group: &VerbGroup, day: Option<Day>) -> Option<(ContactStatus, bool)> {
    let sentence = scene.sentence(group.main);
    let has_condition = scene.has(sentence, list!("depending if provided unless"));
    match standing::of_verb(scene, group) {
        Standing::Not | Standing::Unsaid => None,
        Standing::Wished => {
            (day.is_some() && !scene.is_quoted(group.main)).then_some((ContactStatus::Conditional, false))
        }
        Standing::Is(ContactStatus::Planned)
            if has_condition && scene.has(sentence, list!("depending if")) =>
        {
            Some((ContactStatus::Conditional, true))
        }
        Standing::Is(ContactStatus::Planned) if is_dropped(scene, group) => {
            Some((ContactStatus::Cancelled, true))
        }
        Standing::Is(status) => {
            let is_bare_present = group.words.indices().len() == 1
                && group.is_finite
                && group.tense == Tense::Present
                && status == ContactStatus::Planned;
            let tells = !(is_bare_present && day.is_none());
            Some((if tells { status } else { ContactStatus::Occurred }, tells))
        }
    }
}

/// "was supposed to see Roe this week but scrapped the trip": told in the past, and then that it did not come to it.
fn is_dropped(scene: &Scene<'_>, group: &VerbGroup) -> bool {
    let sentence = scene.sentence(group.main);
    let was_due = scene
        .verbs_in(Words::new(sentence.from, group.words.to))
        .iter()
        .rev()
        .find(|verb| verb.is_finite)
        .is_some_and(|verb| verb.tense == Tense::Past);
    was_due && standing::drops(scene, Words::new(group.words.to, sentence.to))
}

fn reference(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> Reference {
    let near = Words::new(group.words.from, after.to);
    // "sat across the table from": at what was told before.
    if scene.is_one(group.main, list!("sat sit")) && scene.is_one(after.from, list!("across opposite")) {
        return Reference::Definite;
    }
    let is_also =
        group.words.from > 0 && scene.has(Words::new(group.words.from - 1, group.main), list!("also"));
    if is_also
        || scene.has(near, list!("again anew"))
        || near.indices().any(|place| scene.is(place, "once") && scene.is(place + 1, "more"))
    {
        Reference::Further
    } else {
        Reference::Indefinite
    }
}

fn places_of(scene: &Scene<'_>, group: &VerbGroup, verb: Verb, after: Words) -> Vec<Words> {
    let mut found = places::inside(scene, after);
    if matches!(verb, Verb::Visit) {
        found.splice(0..0, places::at(scene, after.from, after.to));
    }
    if matches!(verb, Verb::Travel) {
        let leaves = journeys::leaves(scene, group);
        let is_towards = |place: &usize| scene.is(*place, "to") || leaves && scene.is(*place, "for");
        let to = after.indices().take(6).find(is_towards);
        found.extend(to.and_then(|to| places::at(scene, to + 1, after.to)));
    }
    if found.is_empty() {
        found = places::inside(scene, window::behind(scene, group.words.from));
    }
    // "was settled in the capital last month, when the two met"
    let opener = window::behind(scene, group.words.from).from.checked_sub(1);
    if let Some(when) = opener.filter(|opener| found.is_empty() && scene.is(*opener, "when")) {
        found = places::inside(scene, Words::new(scene.sentence(when).from, when));
        found.drain(..found.len().saturating_sub(1));
    }
    if found.is_empty() && matches!(verb, Verb::Meet | Verb::Brief | Verb::See | Verb::Sit | Verb::Consult) {
        found.extend(places::of_journey(scene, group.words.from));
    }
    found
}

/// "depending on the outcome of ...", "if the fighting stops": to the next mark.
fn condition(scene: &Scene<'_>, token: usize) -> Option<Words> {
    let sentence = scene.sentence(token);
    let from = sentence.indices().find(|place| {
        scene.is_one(*place, list!("depending if provided unless once"))
            || scene.is(*place, "as") && scene.is(place + 1, "long")
            || scene.is(*place, "subject") && scene.is(place + 1, "to")
    })?;
    let to = (from..sentence.to).find(|place| {
        matches!(scene.sort(*place), Some(Sort::Comma | Sort::FullStop | Sort::Semicolon | Sort::CloseQuote))
    });
    Some(Words::new(from, to.unwrap_or(sentence.to)))
}
