//! A verb that tells of a contact: "met", "spoke by phone with", "sat down with", "will see", "briefed".

use super::company::{self, Subject};
use super::nouns::{by_phone, by_video, minutes, speaks_for_itself};
use super::places;
use super::refuse;
use super::scene::{Day, Scene};
use super::sighting::{Reference, Sighting};
use super::standing::{self, Standing};
use super::window;
use super::words::Verb;
use crate::grammar::{Tag, Tense, VerbGroup};
use crate::lexicon::Classes;
use crate::reading::{ActorIndex, ActorKind, ContactStatus, ContactType, Medium};
use crate::tokens::{Sort, Words};

/// What the words after a verb bring: who, how, and of what sort the contact is then.
struct Frame {
    sort: ContactType,
    guests: Vec<ActorIndex>,
    /// Whether the subject alone may be all who take part: "the ministers met".
    is_intransitive: bool,
    is_generic: bool,
    /// Whether it needs a day, a place or a length to be a contact.
    needs_facts: bool,
}

/// What a verb says of a contact; none where it is none.
pub(super) fn sighting(scene: &Scene<'_>, token: usize, verb: Verb) -> Option<Sighting> {
    let group = as_past(scene, scene.verb_at(token).filter(|group| group.main == token).copied()?);
    if refuse::verb(scene, token) {
        return None;
    }
    let after = window::ahead(scene, group.words.to.max(token + 1), 0);
    let frame = frame(scene, &group, verb, after)?;
    let subject = subject(scene, &group);
    let hosts: Vec<ActorIndex> = subject.actors.iter().copied().filter(|actor| speaks_for_itself(scene, *actor)).collect();
    let is_several = hosts.len() >= 2 || subject.is_collective || hosts.iter().any(|actor| is_group(scene, *actor));
    if frame.guests.is_empty() && !(frame.is_intransitive && is_several) {
        return None;
    }
    let day = day_of(scene, &group, after);
    let (status, is_told) = status(scene, &group, day)?;
    let minutes = minutes(scene, after);
    let places = places_of(scene, &group, verb, after);
    if frame.needs_facts && day.is_none() && minutes.is_empty() && places.is_empty() {
        return None;
    }
    Some(Sighting {
        trigger: token,
        words: Words::new(group.words.from, after.to.max(token + 1)),
        sort: frame.sort,
        is_generic: frame.is_generic,
        is_verb: true,
        is_plural: false,
        reference: reference(scene, &group, after),
        status: Some(status),
        is_told,
        hosts: hosts.into_iter().filter(|actor| !frame.guests.contains(actor)).collect(),
        guests: frame.guests,
        is_collective: subject.is_collective,
        day,
        days_long: None,
        minutes,
        places,
        medium: by_phone(scene, after).then_some(Medium::Phone),
        condition: condition(scene, token),
        is_quoted: scene.is_quoted(token),
    })
}

/// "Officials met again in Geneva, sources told X": by its form a participle as well, but it is the verb of the sentence.
fn as_past(scene: &Scene<'_>, group: VerbGroup) -> VerbGroup {
    let is_bare = group.words.indices().len() == 1 && !group.is_finite && group.tense == Tense::None;
    let is_past = scene.classes(group.main).any(Classes::VERB_PAST) && !scene.is(group.main + 1, "by");
    let follows_noun = group.main > 0 && matches!(scene.tag(group.main - 1), Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Adverb);
    if is_bare && is_past && follows_noun {
        return VerbGroup { is_finite: true, tense: Tense::Past, ..group };
    }
    group
}

fn is_group(scene: &Scene<'_>, actor: ActorIndex) -> bool {
    scene.actor(actor).is_some_and(|actor| matches!(actor.kind, ActorKind::Group))
}

/// The subject; for "After meeting X, Y flew" that of the clause that follows.
fn subject(scene: &Scene<'_>, group: &VerbGroup) -> Subject {
    let found = company::subject(scene, group);
    let is_free = !group.is_finite && found.actors.is_empty();
    if !is_free {
        return found;
    }
    let sentence = scene.sentence(group.main);
    let later = scene.verbs_in(Words::new(group.words.to, sentence.to)).iter().find(|verb| verb.is_finite);
    later.map_or(found, |verb| company::subject(scene, verb))
}

fn status(scene: &Scene<'_>, group: &VerbGroup, day: Option<Day>) -> Option<(ContactStatus, bool)> {
    let sentence = scene.sentence(group.main);
    let has_condition = scene.has(sentence, &["depending", "if", "provided", "unless"]);
    match standing::of_verb(scene, group) {
        Standing::Not => None,
        Standing::Wished => (day.is_some() && !scene.is_quoted(group.main)).then_some((ContactStatus::Conditional, false)),
        Standing::Unsaid => None,
        Standing::Is(ContactStatus::Planned) if has_condition && scene.has(sentence, &["depending", "if"]) => {
            Some((ContactStatus::Conditional, true))
        }
        Standing::Is(status) => {
            let is_bare_present = group.is_finite && group.tense == Tense::Present && status == ContactStatus::Planned;
            let tells = !(is_bare_present && day.is_none());
            Some((if tells { status } else { ContactStatus::Occurred }, tells))
        }
    }
}

fn frame(scene: &Scene<'_>, group: &VerbGroup, verb: Verb, after: Words) -> Option<Frame> {
    let basic = |sort, guests| Frame { sort, guests, is_intransitive: false, is_generic: false, needs_facts: false };
    let with = with(scene, after);
    match verb {
        Verb::Meet => meet(scene, group, after, with),
        Verb::Speak => speak(scene, after),
        Verb::Phone => Some(basic(ContactType::PhoneCall, direct(scene, after))),
        Verb::Call => called(scene, after).map(|guests| basic(ContactType::PhoneCall, guests)),
        Verb::Sit => scene
            .has(Words::new(after.from, after.from + 2), &["down", "with"])
            .then(|| Frame { is_intransitive: scene.is(after.from, "down"), ..basic(ContactType::Meeting, with) }),
        Verb::See => seen(scene, group, after).map(|guests| basic(ContactType::Meeting, guests)),
        Verb::Host => {
            let guests: Vec<ActorIndex> = direct(scene, after).into_iter().filter(|actor| is_persons(scene, *actor)).collect();
            let is_welcome = scene.is_one(group.main, &["welcome", "welcomed", "welcomes"]);
            (!group.is_passive).then(|| Frame { needs_facts: is_welcome, ..basic(ContactType::Meeting, guests) })
        }
        Verb::Visit => visited(scene, after),
        Verb::Travel => travelled(scene, after),
        Verb::Brief => briefed(scene, group, after),
        Verb::Negotiate => Some(Frame { is_intransitive: true, needs_facts: true, ..basic(ContactType::NegotiationRound, with) })
            .filter(|_| !scene.day_after(after).is_empty() || !scene.lengths_in(after).is_empty()),
        Verb::Discuss => discussed(scene, group, after, with),
        Verb::Consult => Some(basic(ContactType::Consultation, if with.is_empty() { direct(scene, after) } else { with })),
        Verb::Gather => Some(Frame { is_intransitive: !takes_object(scene, after), needs_facts: true, ..basic(ContactType::Meeting, with) }),
        Verb::Spend => (!scene.lengths_in(after).is_empty()).then(|| basic(ContactType::Meeting, with)),
        Verb::Write => scene.is(after.from, "to").then(|| {
            let (guests, _) = company::list(scene, after.from + 1, after.to, true);
            basic(ContactType::Letter, guests)
        }),
        Verb::Last => None,
    }
}

/// The actors after "with" inside the run.
fn with(scene: &Scene<'_>, after: Words) -> Vec<ActorIndex> {
    let mut found = vec![];
    for place in after.indices() {
        if scene.is_one(place, &["with", "alongside"]) && !refuse::is_press(scene, place + 1, (place + 3).min(after.to)) {
            let (actors, _) = company::list(scene, place + 1, after.to, true);
            company::add_all(&mut found, &actors);
        }
    }
    found
}

/// The actors right after the verb: its object.
fn direct(scene: &Scene<'_>, after: Words) -> Vec<ActorIndex> {
    if scene.tag(after.from) == Tag::Preposition || scene.sort(after.from) == Some(Sort::Comma) {
        return vec![];
    }
    company::list(scene, after.from, after.to, true).0
}

/// Things that are met without a contact.
const MET_THINGS: &[&str] = &[
    "conditions", "condition", "demand", "demands", "expectations", "deadline", "deadlines", "criteria", "requirements", "requirement",
    "needs", "need", "goal", "goals", "target", "targets", "obligations", "commitments", "standards", "standard", "resistance",
    "opposition", "challenge", "challenges", "halfway", "approval", "fate", "criticism", "scepticism", "skepticism", "costs", "terms", "request", "requests", "silence",
];

fn meet(scene: &Scene<'_>, group: &VerbGroup, after: Words, with: Vec<ActorIndex>) -> Option<Frame> {
    let near = Words::new(after.from, (after.from + 6).min(after.to));
    if scene.has(near, MET_THINGS) || scene.is_one(after.from, &["its", "halfway"]) {
        return None;
    }
    let object = direct(scene, after);
    let guests = if object.is_empty() { with } else { object };
    let is_virtual = by_video(scene, after);
    let sort = if is_virtual { ContactType::VideoCall } else { ContactType::Meeting };
    let is_intransitive = guests.is_empty() && !takes_object(scene, after) && !group.is_passive;
    Some(Frame { sort, guests, is_intransitive, is_generic: false, needs_facts: false })
}

/// Whether a noun phrase follows that is no time.
fn takes_object(scene: &Scene<'_>, after: Words) -> bool {
    let at = after.from;
    !after.is_empty()
        && scene.day_at(at).is_none()
        && !scene.is_one(at, &["again", "face", "face-to-face", "twice", "separately", "privately", "briefly", "there", "here", "today", "once", "together", "virtually", "online"])
        && matches!(scene.tag(at), Tag::Determiner | Tag::Noun | Tag::Name | Tag::Adjective | Tag::Numeral | Tag::Possessive)
        && scene.lengths_in(Words::new(at, at + 1)).is_empty()
}

fn speak(scene: &Scene<'_>, after: Words) -> Option<Frame> {
    let place = after.indices().take(8).find(|place| scene.is_one(*place, &["with", "to"]));
    let (phone, video) = (by_phone(scene, after), by_video(scene, after));
    let in_person = scene.has(after, &["face-to-face", "face", "person"]) || !places::inside(scene, after).is_empty();
    let sort = match (phone, video, in_person) {
        (true, ..) => ContactType::PhoneCall,
        (_, true, _) => ContactType::VideoCall,
        (.., true) => ContactType::Meeting,
        _ => ContactType::PhoneCall,
    };
    let guests = match place {
        Some(place) if refuse::is_press(scene, place + 1, (place + 5).min(after.to)) => return None,
        Some(place) => company::list(scene, place + 1, after.to, true).0,
        None => vec![],
    };
    let guests: Vec<ActorIndex> = guests.into_iter().filter(|actor| speaks_for_itself(scene, *actor)).collect();
    Some(Frame { sort, guests, is_intransitive: phone || video, is_generic: !phone && !video, needs_facts: false })
}

/// "called Putin on Monday", not "called Putin a partner".
fn called(scene: &Scene<'_>, after: Words) -> Option<Vec<ActorIndex>> {
    let (actors, end) = scene.naming_at(after.from)?;
    let is_persons = actors.iter().all(|actor| is_person(scene, *actor));
    let ends = end >= after.to
        || matches!(scene.sort(end), Some(Sort::FullStop))
        || scene.day_at(end).is_some()
        || scene.is_one(end, &["on", "to", "after", "before", "about", "again", "back", "by", "late", "early"]);
    (is_persons && ends).then_some(actors)
}

fn is_person(scene: &Scene<'_>, actor: ActorIndex) -> bool {
    scene.actor(actor).is_some_and(|actor| matches!(actor.kind, ActorKind::Person | ActorKind::PersonByOffice))
}

fn is_persons(scene: &Scene<'_>, actor: ActorIndex) -> bool {
    is_person(scene, actor) || is_group(scene, actor) || scene.actor(actor).is_some_and(|actor| actor.kind == ActorKind::Anonymous)
}

/// "will see officials in the afternoon": persons, in time to come or at a place.
fn seen(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> Option<Vec<ActorIndex>> {
    let (actors, end) = company::list(scene, after.from, after.to, true);
    let is_future = matches!(standing::of_verb(scene, group), Standing::Is(ContactStatus::Planned | ContactStatus::Expected)) && group.tense != Tense::Present;
    let ends = end >= after.to || scene.day_at(end).is_some() || scene.is_one(end, &["in", "on", "at", "again", "before", "after", "later", "for"]) || scene.sort(end) != Some(Sort::Word);
    let persons = actors.first().is_some_and(|actor| is_persons(scene, *actor));
    let has_time = scene.days_in(after).first().is_some() || !places::inside(scene, after).is_empty();
    (is_future && ends && persons && has_time).then_some(actors)
}

fn visited(scene: &Scene<'_>, after: Words) -> Option<Frame> {
    let is_place = places::at(scene, after.from, after.to).is_some();
    let actors = direct(scene, after);
    if !is_place && actors.is_empty() {
        return None;
    }
    let guests = actors.into_iter().filter(|actor| is_persons(scene, *actor)).collect::<Vec<_>>();
    Some(Frame { sort: ContactType::Visit, guests, is_intransitive: true, is_generic: false, needs_facts: false })
}

fn travelled(scene: &Scene<'_>, after: Words) -> Option<Frame> {
    let to = after.indices().take(6).find(|place| scene.is_one(*place, &["to", "in"]))?;
    places::at(scene, to + 1, after.to)?;
    let has_day = scene.days_in(after).first().is_some();
    has_day.then_some(Frame { sort: ContactType::Visit, guests: vec![], is_intransitive: true, is_generic: false, needs_facts: true })
}

fn briefed(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> Option<Frame> {
    if refuse::is_press(scene, after.from, (after.from + 3).min(after.to)) {
        return None;
    }
    let from = if group.is_passive && scene.is(after.from, "by") { after.from + 1 } else { after.from };
    let (guests, _) = company::list(scene, from, after.to, true);
    Some(Frame { sort: ContactType::Briefing, guests, is_intransitive: false, is_generic: false, needs_facts: false })
}

fn discussed(scene: &Scene<'_>, group: &VerbGroup, after: Words, with: Vec<ActorIndex>) -> Option<Frame> {
    let is_under_way = group.is_finite && group.tense == Tense::Present && standing::is_progressive(scene, group);
    if is_under_way {
        return Some(Frame { sort: ContactType::NegotiationRound, guests: with, is_intransitive: true, is_generic: true, needs_facts: false });
    }
    let sort = if by_phone(scene, after) { ContactType::PhoneCall } else { ContactType::Meeting };
    let has_day = !scene.day_after(after).is_empty();
    let fits = group.is_finite && (has_day || by_phone(scene, after)) && !with.is_empty();
    fits.then_some(Frame { sort, guests: with, is_intransitive: false, is_generic: true, needs_facts: false })
}

fn reference(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> Reference {
    let near = Words::new(group.words.from, after.to);
    if scene.has(near, &["again", "anew"]) { Reference::Further } else { Reference::Indefinite }
}

/// The time expression that belongs to the verb: after it, or before it in its own clause.
fn day_of(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> Option<Day> {
    let fits = |day: &&Day| !is_length(scene, day.words);
    if let Some(day) = scene.days_in(after).iter().find(fits) {
        return Some(*day);
    }
    let inside = Words::new(group.words.from, group.words.to);
    if let Some(day) = scene.days_in(inside).first() {
        return Some(*day);
    }
    let clause = window::behind(scene, group.words.from);
    if let Some(day) = scene.days_in(clause).iter().rev().find(fits) {
        return Some(*day);
    }
    // "On Monday, X flew to Y and met Z": the verb before it has the same subject.
    if group.is_finite {
        return None;
    }
    let sentence = scene.sentence(group.main);
    let governor = scene.verbs_in(Words::new(sentence.from, group.words.from)).iter().rev().find(|verb| verb.is_finite)?;
    if scene.speaks(governor.main) {
        return None;
    }
    let before = Words::new(window::behind(scene, governor.words.from).from, group.words.from);
    scene.days_in(before).iter().rev().find(fits).copied()
}

fn is_length(scene: &Scene<'_>, words: Words) -> bool {
    scene.is(words.from, "for") && scene.has(words, &["hours", "minutes", "hour", "days"])
}

fn places_of(scene: &Scene<'_>, group: &VerbGroup, verb: Verb, after: Words) -> Vec<Words> {
    let mut found = places::inside(scene, after);
    if matches!(verb, Verb::Visit) {
        found.splice(0..0, places::at(scene, after.from, after.to));
    }
    if matches!(verb, Verb::Travel) {
        let to = after.indices().take(6).find(|place| scene.is(*place, "to"));
        found.extend(to.and_then(|to| places::at(scene, to + 1, after.to)));
    }
    if found.is_empty() {
        found = places::inside(scene, window::behind(scene, group.words.from));
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
        scene.is_one(*place, &["depending", "if", "provided", "unless", "once"])
            || scene.is(*place, "as") && scene.is(place + 1, "long")
            || scene.is(*place, "subject") && scene.is(place + 1, "to")
    })?;
    let to = (from..sentence.to).find(|place| matches!(scene.sort(*place), Some(Sort::Comma | Sort::FullStop | Sort::Semicolon | Sort::CloseQuote)));
    Some(Words::new(from, to.unwrap_or(sentence.to)))
}
