//! Contacts told by where one is called or taken: "was summoned by the premier", "pulled Roe aside", "were shut in a hotel for
//! twelve hours", "went over the terms with the members"; and papers that are sent.

use super::company;
use super::frames::Frame;
use super::object::{direct, is_body, is_group, is_named_person, is_partnered, is_person, is_persons};
use super::places;
use super::refuse;
use super::scene::Scene;
use super::subject;
use super::uses::of_subject;
use super::words::Verb;
use crate::grammar::{Tense, VerbGroup};
use crate::reading::{ActorIndex, ContactType};
use crate::tokens::{List, Words, list};

/// What the words after one of these verbs bring.
pub(super) fn frame(
    scene: &Scene<'_>,
    group: &VerbGroup,
    verb: Verb,
    after: Words,
    with: Vec<ActorIndex>,
) -> Option<Frame> {
    match verb {
        Verb::Summon => summoned(scene, group, after),
        Verb::Pull => pulled(scene, after),
        Verb::Seek => sought_out(scene, after),
        Verb::Present => presented(scene, group, after),
        Verb::Shut => shut_in(scene, group, after),
        Verb::Send => sent(scene, group, after),
        Verb::Hammer => hammered(scene, group, after, with),
        Verb::Settle => settled(scene, group, after),
        _ => None,
    }
}

/// Tokens from "was summoned" to "by": a place and a day lie between.
const BY_TOKENS_MAX: usize = 12;

/// "called in the heads of delegation", "called in Roe on Friday".
pub(super) fn called_in(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> Option<Frame> {
    let (guests, end) = company::list(scene, after.from + 1, after.to, true);
    let are_persons = !guests.is_empty() && guests.iter().all(|actor| is_persons(scene, *actor));
    let is_asked = scene.is_one(end, list!("sick for"));
    (group.is_finite && !group.is_passive && are_persons && !is_asked)
        .then(|| Frame::of(ContactType::Meeting, guests))
}

/// "will call the heads of delegation together again on Friday".
pub(super) fn called_together(scene: &Scene<'_>, after: Words) -> Option<Frame> {
    let (guests, end) = company::list(scene, after.from, after.to, true);
    let are_several = guests.iter().any(|actor| is_group(scene, *actor)) || guests.len() > 1;
    (scene.is(end, "together") && are_several)
        .then(|| Frame { needs_facts: true, ..Frame::of(ContactType::Meeting, guests) })
}

/// "was summoned to the ministry by Roe", "summoned the ambassador on Friday".
fn summoned(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> Option<Frame> {
    if !group.is_passive {
        let guests = direct(scene, after);
        let are_persons = !guests.is_empty() && guests.iter().all(|actor| is_persons(scene, *actor));
        return are_persons.then(|| Frame { needs_facts: true, ..Frame::of(ContactType::Meeting, guests) });
    }
    let by = after.indices().take(BY_TOKENS_MAX).find(|place| scene.is(*place, "by"))?;
    let (guests, _) = company::list(scene, by + 1, after.to, true);
    let are_known =
        !guests.is_empty() && guests.iter().all(|actor| is_persons(scene, *actor) || is_body(scene, *actor));
    are_known.then(|| Frame { needs_facts: true, ..Frame::of(ContactType::Meeting, guests) })
}

/// "pulled Roe aside for a chat", "took the envoy aside".
pub(super) fn pulled(scene: &Scene<'_>, after: Words) -> Option<Frame> {
    let (guests, end) = company::list(scene, after.from, after.to, true);
    let are_persons = !guests.is_empty() && guests.iter().all(|actor| is_persons(scene, *actor));
    (scene.is(end, "aside") && are_persons).then(|| Frame::of(ContactType::Meeting, guests))
}

/// "sought out the other team in the corridors".
fn sought_out(scene: &Scene<'_>, after: Words) -> Option<Frame> {
    let (guests, _) = company::list(scene, after.from + 1, after.to, true);
    let are_persons = !guests.is_empty() && guests.iter().all(|actor| is_persons(scene, *actor));
    (scene.is(after.from, "out") && are_persons)
        .then(|| Frame { needs_facts: true, ..Frame::of(ContactType::Meeting, guests) })
}

/// "had presented the plan to Roe in the capital": to persons, at a place.
fn presented(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> Option<Frame> {
    let guests = to_whom(scene, after)?;
    let are_persons = guests.iter().all(|actor| is_person(scene, *actor));
    let is_journey = !group.is_finite && places::of_journey(scene, group.words.from).is_some();
    let is_there = is_journey || group.is_finite && !places::inside(scene, after).is_empty();
    (!group.is_passive && are_persons && is_there).then(|| Frame::of(ContactType::Meeting, guests))
}

/// "were shut in a hotel for twelve hours".
fn shut_in(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> Option<Frame> {
    let is_inside = scene.is_one(after.from, list!("in away inside up"));
    let is_long = !scene.lengths_in(after).is_empty();
    (group.is_passive && is_inside && is_long).then(|| Frame {
        is_intransitive: true,
        is_generic: true,
        ..Frame::of(of_subject(scene, group), vec![])
    })
}

/// Papers that are sent as messages; a letter is told by its own noun.
const PAPERS: List = List::of(
    "memo memos memorandum note notes message messages roadmap proposal proposals counterproposal \
        counter-proposal draft reply response answer document paper list text",
);

/// "sent its own roadmap to the other side last week".
fn sent(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> Option<Frame> {
    if group.is_passive || !scene.has(after, PAPERS) || scene.has(after, list!("letter letters")) {
        return None;
    }
    let mut guests = to_whom(scene, after)?;
    if refuse::is_press(scene, after.from, after.to) {
        return None;
    }
    guests.retain(|actor| super::around::speaks_for_itself(scene, *actor));
    (!guests.is_empty()).then(|| Frame { needs_facts: true, ..Frame::of(ContactType::Letter, guests) })
}

/// "hammered out a deal with Roe", "were still haggling in the capital on Tuesday".
fn hammered(scene: &Scene<'_>, group: &VerbGroup, after: Words, with: Vec<ActorIndex>) -> Option<Frame> {
    if group.is_passive {
        return None;
    }
    let is_out = scene.is(after.from, "out");
    let is_haggling = scene.is_one(after.from, list!("over with in on about")) && !is_out;
    // "Negotiators of both hashed out the details in the capital"
    let is_of_several = is_out && with.is_empty() && subject::of(scene, group).actors.len() >= 2;
    (is_out && !with.is_empty() || is_haggling || is_of_several).then(|| Frame {
        is_intransitive: is_haggling || is_of_several,
        needs_facts: is_haggling || is_of_several,
        ..Frame::of(ContactType::NegotiationRound, with)
    })
}

/// "Roe and Doe settled the outline in the palace on Friday", "agreed a truce over dinner in the capital": named persons who
/// agree at a place and on a day have met there.
pub(super) fn settled(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> Option<Frame> {
    let hosts = subject::of(scene, group).actors;
    let are_persons = hosts.len() >= 2 && hosts.iter().all(|actor| is_named_person(scene, *actor));
    let is_there = !places::inside(scene, after).is_empty() && !scene.days_in(after).is_empty();
    let is_apart = scene.has(after, list!("separately phone telephone"));
    let is_past = group.is_finite && !group.is_passive && group.tense == Tense::Past;
    (are_persons && is_there && is_past && !is_apart)
        .then(|| Frame { is_intransitive: true, ..Frame::of(ContactType::Meeting, vec![]) })
}

/// "Senior diplomats are due in the capital on Monday": several who come together where they are due.
pub(super) fn due(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> Option<Frame> {
    let is_there = scene.is_one(after.from, list!("in at"))
        && places::at(scene, after.from + 1, after.to).is_some()
        || scene.is(after.from, "back");
    let is_dated = !scene.days_in(after).is_empty();
    if !is_there || !is_dated {
        return None;
    }
    let hosts = subject::of(scene, group).actors;
    let are_several = hosts.len() >= 2 || hosts.iter().any(|actor| is_group(scene, *actor));
    let sort = if are_several { ContactType::Meeting } else { ContactType::Visit };
    let come = !hosts.is_empty() && hosts.iter().all(|actor| is_persons(scene, *actor));
    come.then(|| Frame { is_intransitive: true, ..Frame::of(sort, vec![]) })
}

/// Those to whom one answers: what one goes over with them is a briefing.
const OWN_PEOPLE: List =
    List::of("members member staff workers employees delegates caucus cabinet colleagues board");

/// "went over the terms with the members": a briefing of one's own people, with others a consultation.
pub(super) fn went_over(scene: &Scene<'_>, after: Words, with: Vec<ActorIndex>) -> Option<Frame> {
    if !scene.is_one(after.from, list!("over through")) {
        return None;
    }
    let is_partnered = with.is_empty() && is_partnered(scene, after);
    let are_persons = with
        .iter()
        .all(|actor| is_persons(scene, *actor) || is_body(scene, *actor) || is_group(scene, *actor));
    let are_named = !with.is_empty() && with.iter().all(|actor| is_person(scene, *actor));
    let sort = match (scene.has(after, OWN_PEOPLE), are_named) {
        (true, _) => ContactType::Briefing,
        (_, true) => ContactType::Meeting,
        _ => ContactType::Consultation,
    };
    (are_persons && (is_partnered || !with.is_empty()))
        .then(|| Frame { is_partnered, ..Frame::of(sort, with) })
}

/// The actors after the first "to" of the run; none where there is nobody.
fn to_whom(scene: &Scene<'_>, after: Words) -> Option<Vec<ActorIndex>> {
    let to = after.indices().find(|place| scene.is(*place, "to"))?;
    let (guests, _) = company::list(scene, to + 1, after.to, true);
    (!guests.is_empty()).then_some(guests)
}
