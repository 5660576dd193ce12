//! Whether a mention can be of a contact told before: day, place, company, sort, standing.

use jiff::civil::Date;

use super::draft::Draft;
use super::geography::{self, Ground};
use super::object::is_named_person;
use super::scene::Scene;
use super::sides::is_mediator;
use super::sighting::{Reference, Sighting};
use crate::reading::{ActorIndex, ActorKind, ContactStatus, ContactType, When};
use crate::tokens::{List, Words, list};

/// How well a mention fits; none where something stands against it.
pub(super) fn score(
    scene: &Scene<'_>,
    draft: &Draft,
    sighting: &Sighting,
    when: Option<&When>,
) -> Option<i32> {
    // "Before the round the two met alone": beside the talks of their sides.
    let is_alone = draft.sort == ContactType::NegotiationRound
        && sighting.sort == ContactType::Meeting
        && (sighting.is_verb || sighting.is_told && sighting.reference == Reference::Indefinite)
        && !sighting.is_generic
        && sighting.reference != Reference::Definite
        && sighting.company().count() >= 2
        && sighting.company().all(|actor| is_named_person(scene, actor));
    if is_alone {
        return None;
    }
    // "They also sat down with Roe": with somebody who was not at the one before.
    let is_with_others = sighting.is_verb
        && sighting.reference == Reference::Indefinite
        && !sighting.guests.is_empty()
        && !draft.company.is_empty()
        && !sighting.guests.iter().any(|guest| {
            draft.company.contains(guest)
                || draft.company.iter().any(|known| of_one_side(scene, *guest, *known))
        });
    if is_with_others {
        return None;
    }
    // "the summit" is not the meeting of two that was told before it.
    if is_summit(scene, sighting) && !draft.is_summit && !draft.company.is_empty() {
        return None;
    }
    // "were to talk at noon ... will speak once more": one after it.
    let is_next = sighting.is_verb
        && sighting.reference == Reference::Further
        && is_ahead(draft.status)
        && !draft.is_further;
    if is_next {
        return None;
    }
    let sort = sort(draft, sighting)?;
    let time = time(scene, draft, sighting, when)?;
    standing(draft, sighting, time)?;
    let place = place(scene, draft, sighting)?;
    let same_direction = sighting.status.is_none_or(|status| is_ahead(status) == is_ahead(draft.status));
    let is_sure = time > 0 && place > 0 && same_direction;
    let company = company(scene, draft, sighting, is_sure)?;
    // On one day in one town, but by nobody who was at the other.
    if company == 0 && is_sure && sighting.company().count() >= 2 && draft.company.len() >= 2 {
        return None;
    }
    // "a private meeting on Sunday ... Roe met Doe": who was at it.
    let names_it = draft.company.is_empty()
        && sighting.is_verb
        && when.is_none()
        && draft.sort == sighting.sort
        && sighting.company().count() >= 2
        && scene.sentence_number(draft.touched) + 1 >= scene.sentence_number(sighting.trigger);
    // "The last round broke up on 13 November": not the meeting of two persons told before.
    let is_round_of_day = sighting.sort == ContactType::NegotiationRound
        && !sighting.is_verb
        && when.is_some()
        && draft.sort == ContactType::Meeting
        && !draft.is_generic
        && draft.when.is_none()
        && draft.company.iter().any(|actor| is_named_person(scene, *actor));
    if is_round_of_day {
        return None;
    }
    let length = 2 * i32::from(names_it)
        + i32::from(sighting.minutes.iter().any(|minutes| draft.minutes.contains(minutes))) * 2;
    // "the talks" are those that have been, unless the words look ahead.
    let looks_ahead = sighting.status.is_some_and(is_ahead);
    let direction = 2 * i32::from(is_ahead(draft.status) == looks_ahead);
    let direction = if sighting.reference == Reference::Definite { direction } else { 0 };
    // "the talks" after "their previous round": those at hand, unless a day or a place speaks for the others.
    let is_other = draft.is_earlier && sighting.reference == Reference::Definite && time + place == 0;
    if is_other {
        return None;
    }
    Some(sort + time + place + company + length + direction)
}

#[derive(PartialEq, Eq)]
enum Family {
    Remote,
    InPerson,
    Visit,
    Briefing,
    Letter,
}

fn family(sort: ContactType) -> Family {
    match sort {
        ContactType::PhoneCall | ContactType::VideoCall => Family::Remote,
        ContactType::Briefing => Family::Briefing,
        ContactType::Letter => Family::Letter,
        ContactType::Visit => Family::Visit,
        _ => Family::InPerson,
    }
}

fn sort(draft: &Draft, sighting: &Sighting) -> Option<i32> {
    if draft.sort == sighting.sort {
        return Some(2);
    }
    let (known, new) = (family(draft.sort), family(sighting.sort));
    if known == new {
        return Some(1);
    }
    // "broke off the talks to telephone Roe": another contact.
    let tells_medium = sighting.is_verb && !sighting.is_generic && new == Family::Remote;
    let is_open = sighting.is_generic || draft.is_generic && !tells_medium;
    let is_talk = |family: &Family| matches!(family, Family::Remote | Family::InPerson);
    if is_open && is_talk(&known) && is_talk(&new) {
        return Some(1);
    }
    // "the meeting" of which one took part by telephone; "the visit" during which they met.
    let points_back = sighting.reference == Reference::Definite;
    (points_back && is_talk(&known) && is_talk(&new)).then_some(0)
}

/// What ended longer ago than this is over.
const OVER_DAYS: i32 = 3;

fn days_between(from: Date, to: Date) -> i32 {
    to.since(from).map_or(0, |gap| gap.get_days())
}

/// Days from which on a stretch is too wide for the day of one contact to be known by it.
const WIDE_DAYS: i32 = 12;

fn time(scene: &Scene<'_>, draft: &Draft, sighting: &Sighting, when: Option<&When>) -> Option<i32> {
    let anchor = scene.anchor;
    // A day of a weekend's talks is told beside their frame.
    if draft.is_umbrella && when.is_some() && sighting.reference != Reference::Definite {
        return None;
    }
    // "have entered a second day. Monday's opening round lasted": one told beside the one that goes on.
    let is_before = draft.status == ContactStatus::Ongoing
        && sighting.reference != Reference::Bare
        && is_earlier(scene, sighting)
        && when.and_then(|when| when.end).zip(anchor).is_some_and(|(end, anchor)| end < anchor);
    if is_before {
        return None;
    }
    let known = draft.when.as_ref().and_then(|when| when.start.zip(when.end));
    let new = when.and_then(|when| when.start.zip(when.end));
    let (Some((from, to)), Some((new_from, new_to))) = (known, new) else {
        // What goes on or lies ahead is not what ended days ago.
        let is_past = new.zip(anchor).is_some_and(|((_, end), anchor)| days_between(end, anchor) > OVER_DAYS);
        let is_open = known.is_none() && (is_ahead(draft.status) || draft.status == ContactStatus::Ongoing);
        return (!(is_past && is_open)).then_some(0);
    };
    if new_to < from || to < new_from {
        return None;
    }
    if (from, to) == (new_from, new_to) {
        return Some(4);
    }
    // "will meet in the coming weeks", "a gathering on 9 November": days apart are told apart.
    let is_wide = days_between(from, to) >= WIDE_DAYS && new_from == new_to;
    if is_wide && sighting.reference != Reference::Definite {
        return None;
    }
    let is_frame = draft.days_long.is_some() && sighting.days_long.is_none() && new_from == new_to;
    if is_frame && sighting.reference != Reference::Definite {
        return None;
    }
    Some(2)
}

fn is_ahead(status: ContactStatus) -> bool {
    matches!(status, ContactStatus::Planned | ContactStatus::Expected | ContactStatus::Conditional)
}

fn standing(draft: &Draft, sighting: &Sighting, time: i32) -> Option<()> {
    let Some(status) = sighting.status else { return Some(()) };
    // What was called off is not what has been.
    let (was_off, is_off) = (draft.status == ContactStatus::Cancelled, status == ContactStatus::Cancelled);
    if was_off != is_off && (draft.status == ContactStatus::Occurred || status == ContactStatus::Occurred) {
        return None;
    }
    let points_back =
        sighting.reference == Reference::Definite && (!sighting.is_told || sighting.day.is_none());
    let fits = is_ahead(draft.status) == is_ahead(status) || points_back || time >= 4;
    fits.then_some(())
}

fn place(scene: &Scene<'_>, draft: &Draft, sighting: &Sighting) -> Option<i32> {
    // "the talks in the capital" are no call, unless it was made from there.
    if family(draft.sort) == Family::Remote
        && draft.places.is_empty()
        && !sighting.places.is_empty()
        && sighting.is_generic
    {
        return None;
    }
    let is_elsewhere = family(draft.sort) == Family::Remote
        && sighting.sort == ContactType::Meeting
        && !sighting.is_verb
        && !sighting.is_generic
        && !sighting.places.is_empty()
        && sighting.day.is_some();
    if is_elsewhere {
        return None;
    }
    let (Some(known), Some(new)) = (draft.places.first(), sighting.places.first()) else { return Some(0) };
    let is_same =
        draft.places.iter().any(|known| sighting.places.iter().any(|new| same_words(scene, *known, *new)));
    if is_same {
        return Some(3);
    }
    let is_wide = |words: &Words| geography::of_words(scene, *words) == Some(Ground::State);
    // "the session at the school": which house of the town.
    let is_house = sighting.reference == Reference::Definite
        && sighting.day.is_none()
        && matches!(geography::of_words(scene, *new), None | Some(Ground::House));
    (is_house || is_wide(known) || is_wide(new)).then_some(0)
}

pub(super) fn same_words(scene: &Scene<'_>, one: Words, other: Words) -> bool {
    one.indices().len() == other.indices().len()
        && one.indices().zip(other.indices()).all(|(one, other)| {
            scene.parsed.text.word(one).eq_ignore_ascii_case(scene.parsed.text.word(other))
        })
}

/// Who took part must not speak against it: each account may name some that the other leaves out, but not both.
fn company(scene: &Scene<'_>, draft: &Draft, sighting: &Sighting, is_sure: bool) -> Option<i32> {
    // "the meeting took place with the help of a mediator": of whom nothing was said before.
    let new: Vec<ActorIndex> = sighting.company().filter(|actor| !is_mediator(scene, *actor)).collect();
    if new.is_empty() || draft.company.is_empty() || sighting.is_joined {
        return Some(0);
    }
    let stands_in =
        |actor: ActorIndex, among: &[ActorIndex]| among.iter().any(|other| same_side(scene, actor, *other));
    let shared = new.iter().filter(|actor| draft.company.contains(actor)).count();
    let new_extra = new
        .iter()
        .filter(|actor| !draft.company.contains(actor) && !stands_in(**actor, &draft.company))
        .count();
    let old_extra =
        draft.company.iter().filter(|actor| !new.contains(actor) && !stands_in(**actor, &new)).count();
    let sides = new
        .iter()
        .filter(|actor| !draft.company.contains(actor) && stands_in(**actor, &draft.company))
        .count();
    if new_extra > 0 && old_extra > 0 && !is_sure {
        return None;
    }
    if shared + sides == 0 && !is_sure {
        return None;
    }
    i32::try_from(2 * shared.min(2) + sides.min(2)).ok()
}

/// Whether the noun is of a gathering of many.
pub(super) fn is_summit(scene: &Scene<'_>, sighting: &Sighting) -> bool {
    !sighting.is_verb && scene.is_one(sighting.trigger, list!("summit conference assembly forum"))
}

/// "the opening round", "the first day".
fn is_earlier(scene: &Scene<'_>, sighting: &Sighting) -> bool {
    scene.has(sighting.words, list!("opening first previous earlier last"))
}

/// Of one side by what is said of both, not because nothing is.
fn of_one_side(scene: &Scene<'_>, one: ActorIndex, other: ActorIndex) -> bool {
    same_side(scene, one, other) && scene.side_of(one).is_some() && scene.side_of(one) == scene.side_of(other)
}

/// A state or group stands for a person of the same side, and the other way round; two named persons never.
fn same_side(scene: &Scene<'_>, one: ActorIndex, other: ActorIndex) -> bool {
    let kind = |actor: ActorIndex| scene.actor(actor).map(|actor| actor.kind);
    let is_some_group =
        |actor: ActorIndex| matches!(kind(actor), Some(ActorKind::Group | ActorKind::Anonymous));
    if is_named_person(scene, one) && is_named_person(scene, other) {
        return false;
    }
    match (scene.side_of(one), scene.side_of(other)) {
        (Some(one), Some(other)) => one == other,
        // A group without a side ("the delegations") may be anybody.
        // "their envoys", "its leaders" are somebody's.
        (one_side, other_side) => {
            one_side.is_none() && is_some_group(one) && stands_for_any(scene, one)
                || other_side.is_none() && is_some_group(other) && stands_for_any(scene, other)
        }
    }
}

/// "the delegations", "negotiators", "the four": any side's. "their envoys", "the visitors", "relatives" are somebody's.
fn stands_for_any(scene: &Scene<'_>, actor: ActorIndex) -> bool {
    /// Heads of descriptions that may be of any side.
    const ANY: List = List::of(
        "delegations delegates negotiators sides parties teams leaders ministers presidents officials envoys \
            diplomats representatives men two three four five six pair trio governments countries commanders \
            generals bargainers heads premiers chiefs persons people executives",
    );
    scene.actor(actor).is_some_and(|actor| {
        let name = actor.name.to_ascii_lowercase();
        let is_owned = ["its ", "their ", "his ", "her "].iter().any(|own| name.starts_with(own));
        let head = name.split(" of ").next().unwrap_or("").split(" from ").next().unwrap_or("");
        !is_owned && head.rsplit(' ').next().is_some_and(|last| ANY.has(last))
    })
}
