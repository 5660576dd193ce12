//! Contacts told by several words together: "got on the phone with", "came face to face with", "called on the premier",
//! "saw each other", "brought the sides together", "exchanged letters", "was received by".

use super::around::speaks_for_itself;
use super::company;
use super::frames::Frame;
use super::medium::{by_phone, by_video};
use super::object::{is_body, is_person, is_persons};
use super::places;
use super::scene::Scene;
use super::standing::{self, Standing};
use super::window;
use super::words::Verb;
use crate::grammar::{Tense, VerbGroup};
use crate::reading::{ActorIndex, ActorKind, ContactStatus, ContactType};
use crate::tokens::{List, Sort, Words, list};

/// "got on the phone with", "got together with", "sat across the table from".
pub(super) fn got(scene: &Scene<'_>, after: Words) -> Option<Frame> {
    let near = Words::new(after.from, (after.from + 4).min(after.to));
    let on_phone =
        scene.is_one(after.from, list!("on back")) && scene.has(near, list!("phone line telephone"));
    let guests = after_with(scene, after, list!("with to"));
    // "got the two sides into a room"
    let is_room = scene.has(Words::new(after.from, (after.from + 4).min(after.to)), list!("sides parties"))
        && scene.has(after, list!("room table"));
    if is_room {
        let (guests, _) = company::list(scene, after.from, after.to, true);
        return Some(Frame { is_partnered: true, ..Frame::of(ContactType::MediationSession, guests) });
    }
    if on_phone {
        return Some(Frame { is_intransitive: true, ..Frame::of(ContactType::PhoneCall, guests) });
    }
    together(scene, after)
}

/// "sat across the table from Roe": at the talks at hand.
pub(super) fn across(scene: &Scene<'_>, after: Words) -> Option<Frame> {
    let near = Words::new(after.from, (after.from + 4).min(after.to));
    // "sat opposite a team of Roe and Doe"
    let is_opposite = scene.is(after.from, "opposite");
    let guests = after_with(scene, after, if is_opposite { list!("opposite") } else { list!("from") });
    (is_opposite && !guests.is_empty() || scene.has(near, list!("table")) || scene.is(after.from + 1, "from"))
        .then(|| Frame { is_generic: true, ..Frame::of(ContactType::NegotiationRound, guests) })
}

/// "came face to face with", "came together in", "got together".
pub(super) fn together(scene: &Scene<'_>, after: Words) -> Option<Frame> {
    let is_face = scene.is(after.from, "face") && scene.is(after.from + 2, "face")
        || scene.is(after.from, "face-to-face");
    let is_together =
        scene.is(after.from, "together") && !scene.is_one(after.from + 1, list!("to around behind as"));
    let guests = after_with(scene, after, list!("with"));
    let frame = || Frame { is_intransitive: true, ..Frame::of(ContactType::Meeting, guests.clone()) };
    if is_face && guests.iter().all(|actor| is_persons(scene, *actor) || is_body(scene, *actor)) {
        return Some(frame());
    }
    is_together.then(|| Frame { needs_facts: true, ..frame() })
}

/// Tokens from "brought" to "together": offices and names lie between.
const TOGETHER_TOKENS_MAX: usize = 22;

/// "brought the two sides together", "brought together envoys of both".
pub(super) fn brought(scene: &Scene<'_>, after: Words) -> Option<Frame> {
    let place = after.indices().take(TOGETHER_TOKENS_MAX).find(|place| scene.is(*place, "together"))?;
    let from = if place == after.from { place + 1 } else { after.from };
    let (guests, _) = company::list(scene, from, after.to, true);
    let is_several = guests.len() >= 2
        || scene.has(
            Words::new(from, (from + 4).min(after.to)),
            list!("sides parties teams delegations negotiators rivals"),
        );
    // Whoever brings "the two sides" together is neither of them.
    let is_between = scene.has(Words::new(from, (from + 4).min(after.to)), list!("sides parties rivals"));
    let is_talks = scene.has(after, list!("talks negotiations"));
    let sort = match (is_between, is_talks) {
        (true, _) => ContactType::MediationSession,
        (_, true) => ContactType::NegotiationRound,
        _ => ContactType::Meeting,
    };
    is_several.then(|| Frame { needs_facts: true, is_partnered: true, ..Frame::of(sort, guests) })
}

/// "called on the premier in the capital", not "called on the government to act".
pub(super) fn called_on(scene: &Scene<'_>, after: Words) -> Option<Frame> {
    if !scene.is(after.from, "on") {
        return None;
    }
    let (guests, end) = company::list(scene, after.from + 1, after.to, true);
    let is_one_person = guests.len() == 1 && guests.iter().all(|actor| is_person(scene, *actor));
    let asks = scene.is(end, "to") || scene.is_one(end, list!("for not"));
    // "called on union leaders at their office"
    let are_at_home = !guests.is_empty()
        && guests.iter().all(|actor| is_persons(scene, *actor))
        && scene.is(end, "at")
        && scene.is_one(end + 1, list!("their his her the"));
    ((is_one_person || are_at_home) && !asks).then(|| Frame::of(ContactType::Meeting, guests))
}

/// "exchanged letters", "exchanged phone calls".
pub(super) fn exchanged(scene: &Scene<'_>, after: Words) -> Option<Frame> {
    let near = Words::new(after.from, (after.from + 4).min(after.to));
    let guests = after_with(scene, after, list!("with"));
    if scene.has(near, list!("letters notes messages")) {
        return Some(Frame { is_intransitive: true, ..Frame::of(ContactType::Letter, guests) });
    }
    scene.has(near, list!("words pleasantries handshakes")).then(|| Frame {
        is_intransitive: true,
        needs_facts: true,
        ..Frame::of(ContactType::Meeting, guests)
    })
}

/// "saw each other", "saw Roe in the capital on Monday": named persons, at a place or on a day.
pub(super) fn saw(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> Option<Frame> {
    let behind = window::behind(scene, group.words.from);
    let has_facts = [after, behind]
        .iter()
        .any(|run| !scene.days_in(*run).is_empty() || !places::inside(scene, *run).is_empty());
    if scene.is_one(after.from, list!("each one")) && scene.is_one(after.from + 1, list!("other another")) {
        let on_screen = scene.has(after, list!("screen screens")) || by_video(scene, after);
        let sort = if on_screen { ContactType::VideoCall } else { ContactType::Meeting };
        return Some(Frame { is_intransitive: true, ..Frame::of(sort, vec![]) });
    }
    let (guests, end) = company::list(scene, after.from, after.to, true);
    // "She also saw the officers": beside a contact that was told before.
    let is_beside =
        group.words.from > 0 && (scene.is(group.main - 1, "also") || scene.is(group.words.from - 1, "also"));
    // "was in the capital, where she saw Roe"
    let is_there = behind.from > 0 && scene.is(behind.from - 1, "where");
    let is_at_home = after
        .indices()
        .any(|place| scene.is(place, "at") && scene.is_one(place + 1, list!("his her their its")));
    let has_facts = has_facts || is_beside || is_there || is_at_home;
    let are_persons = !guests.is_empty()
        && guests.iter().all(|actor| {
            is_person(scene, *actor)
                || is_beside && (is_persons(scene, *actor) || is_body(scene, *actor))
                // "saw relatives in the capital on Monday", "had seen union leaders last Friday"
                || is_persons(scene, *actor) && (is_at_home || scene.day_among(after, |_| true).is_some())
        });
    let ends = scene.day_at(end).is_some()
        || scene.is_one(end, list!("in at on for about over earlier again before after"))
        || scene.sort(end) != Some(Sort::Word);
    // "broke off the tour to see Roe in the capital"
    let was = !group.is_finite && standing::of_verb(scene, group) == Standing::Is(ContactStatus::Occurred);
    let is_past = (group.tense == Tense::Past || was) && !group.is_passive;
    (is_past && are_persons && (ends || is_beside) && has_facts)
        .then(|| Frame::of(ContactType::Meeting, guests))
}

/// Tokens from "was received" to "by": a day, a place and how often lie between.
const BY_TOKENS_MAX: usize = 12;

/// "was received by Roe", "was hosted by Roe": who comes is the subject.
pub(super) fn was_received(scene: &Scene<'_>, after: Words) -> Option<Frame> {
    // "was received on Wednesday at the palace by Roe"
    let by = after.indices().take(BY_TOKENS_MAX).find(|place| scene.is(*place, "by"))?;
    if scene.verbs_in(Words::new(after.from, by)).iter().any(|verb| verb.is_finite) {
        return None;
    }
    let (guests, _) = company::list(scene, by + 1, after.to, true);
    let are_persons = !guests.is_empty() && guests.iter().all(|actor| is_persons(scene, *actor));
    are_persons.then(|| Frame::of(ContactType::Meeting, guests))
}

/// What is handed to somebody as a message.
pub(super) const MESSAGES: List = List::of(
    "letter letters message messages note notes reply response answer proposal draft \
        document paper memorandum",
);

/// "handed a letter to Roe", "the reply was delivered to Roe by Doe".
pub(super) fn handed(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> Option<Frame> {
    let object = if group.is_passive { window::behind(scene, group.words.from) } else { after };
    if !scene.has(object, MESSAGES) || scene.has(after, list!("speech voters nation crowd address")) {
        return None;
    }
    let mut guests = after_with(scene, after, list!("to"));
    if guests.is_empty() && !group.is_passive {
        // "handed Roe a letter"
        guests = company::list(scene, after.from, after.to, true).0;
    }
    guests.retain(|actor| is_persons(scene, *actor) || is_body(scene, *actor) || is_state(scene, *actor));
    if guests.is_empty() {
        return None;
    }
    if group.is_passive {
        let by = after_with(scene, after, list!("by"));
        company::add_all(&mut guests, &by);
    }
    // "has delivered its reply to the mediators": a message, whenever.
    let is_reply = group.is_finite && scene.has(object, list!("reply response answer letter"));
    Some(Frame { needs_facts: !is_reply, ..Frame::of(ContactType::Letter, guests) })
}

/// "told Roe by telephone on Monday".
pub(super) fn told(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> Option<Frame> {
    let (guests, end) = company::list(scene, after.from, after.to, true);
    let near = Words::new(end, (end + 5).min(after.to));
    let (phone, video) = (by_phone(scene, near), by_video(scene, near) && !scene.has(near, list!("online")));
    let is_near = scene.is_one(end, list!("by in over on via during")) || scene.day_at(end).is_some();
    if !(phone || video) || !group.is_finite || group.is_passive || guests.is_empty() || !is_near {
        return None;
    }
    if !guests.iter().all(|actor| is_person(scene, *actor) || is_body(scene, *actor)) {
        return None;
    }
    let sort = if video { ContactType::VideoCall } else { ContactType::PhoneCall };
    Some(Frame::of(sort, guests))
}

/// "will report to the council on Monday", "reported back to the ministers": to persons and bodies, on a day.
pub(super) fn reported(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> Option<Frame> {
    let to = if scene.is(after.from, "back") { after.from + 1 } else { after.from };
    let is_told = to > after.from || group.tense == Tense::Future;
    if !scene.is(to, "to") || !is_told || group.is_passive || scene.days_in(after).is_empty() {
        return None;
    }
    let (guests, _) = company::list(scene, to + 1, after.to, true);
    let are_persons =
        !guests.is_empty() && guests.iter().all(|actor| is_persons(scene, *actor) || is_body(scene, *actor));
    are_persons.then(|| Frame::of(ContactType::Briefing, guests))
}

/// "is expected in the capital on Monday".
pub(super) fn expected(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> Option<Frame> {
    let at = if scene.is(after.from, "back") { after.from + 1 } else { after.from };
    let is_area = scene.is(at + 1, "the") && scene.is_one(at + 2, list!("region area country capital"));
    let is_there = scene.is(at, "in") && (is_area || places::at(scene, at + 1, after.to).is_some());
    (is_there && group.is_passive && !scene.days_in(after).is_empty())
        .then(|| Frame { is_intransitive: true, ..Frame::of(ContactType::Visit, vec![]) })
}

/// "shuttled between the two delegations".
pub(super) fn shuttled(scene: &Scene<'_>, after: Words) -> Option<Frame> {
    if !scene.is(after.from, "between") {
        return None;
    }
    let (guests, _) = company::list(scene, after.from + 1, after.to, true);
    let is_partnered = guests.is_empty() && scene.has(after, list!("sides delegations parties teams camps"));
    Some(Frame { needs_facts: true, is_partnered, ..Frame::of(ContactType::MediationSession, guests) })
        .filter(|frame| frame.is_partnered || !frame.guests.iter().all(|actor| is_state(scene, *actor)))
}

/// The actors after one of the prepositions.
pub(super) fn after_with(scene: &Scene<'_>, after: Words, prepositions: List) -> Vec<ActorIndex> {
    let Some(place) = after.indices().find(|place| scene.is_one(*place, prepositions)) else { return vec![] };
    let (guests, _) = company::list(scene, place + 1, after.to, true);
    guests.into_iter().filter(|actor| speaks_for_itself(scene, *actor)).collect()
}

fn is_state(scene: &Scene<'_>, actor: ActorIndex) -> bool {
    scene.actor(actor).is_some_and(|actor| actor.kind == ActorKind::State)
}

/// "Doe, whom Roe saw in the capital on Friday": the one before "whom".
pub(super) fn whom(scene: &Scene<'_>, group: &VerbGroup, verb: Verb, after: Words) -> Option<Frame> {
    let sort = match verb {
        Verb::Meet | Verb::See | Verb::Host => ContactType::Meeting,
        Verb::Phone | Verb::Call => ContactType::PhoneCall,
        Verb::Brief => ContactType::Briefing,
        _ => return None,
    };
    let near = group.words.from.saturating_sub(WHOM_TOKENS_MAX)..group.words.from;
    let whom = near.rev().find(|place| scene.is(*place, "whom"))?;
    let is_subject = !scene.verbs_in(Words::new(whom, group.words.from)).iter().any(|verb| verb.is_finite);
    let sentence = scene.sentence(whom);
    let to = if scene.sort(whom.saturating_sub(1)) == Some(Sort::Comma) { whom - 1 } else { whom };
    let (mut guests, _) = (sentence.from..to)
        .rev()
        .find_map(|from| scene.naming_at(from).filter(|(actors, end)| *end == to && !actors.is_empty()))?;
    guests.retain(|actor| is_persons(scene, *actor));
    let fits = is_subject && group.is_finite && !group.is_passive && !guests.is_empty();
    (fits && company::list(scene, after.from, after.to, true).0.is_empty())
        .then(|| Frame { needs_facts: true, ..Frame::of(sort, guests) })
}

/// Words from "whom" to its verb: the names of who acts.
const WHOM_TOKENS_MAX: usize = 8;
