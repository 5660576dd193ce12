//! Journeys: "visited the capital", "left for Rome on Monday", "was in Cairo to see Roe".

use super::company;
use super::frames::Frame;
use super::object::{direct, is_group, is_persons};
use super::places;
use super::scene::Scene;
use super::subject;
use crate::grammar::VerbGroup;
use crate::reading::ContactType;
use crate::tokens::{Words, list};

/// Tokens from "was in the capital" to "to see": a day or two lie between.
const THERE_TOKENS_MAX: usize = 12;

pub(super) fn visited(scene: &Scene<'_>, after: Words) -> Option<Frame> {
    let is_place = places::at(scene, after.from, after.to).is_some();
    let actors = direct(scene, after);
    let is_counterpart =
        scene.has(Words::new(after.from, (after.from + 4).min(after.to)), list!("counterpart counterparts"));
    if !is_place && actors.is_empty() && !is_counterpart {
        return None;
    }
    let guests = actors.into_iter().filter(|actor| is_persons(scene, *actor)).collect::<Vec<_>>();
    // "to visit the capital on Monday to see Roe": who is met on the visit.
    let to = after.indices().find(|place| {
        scene.is(*place, "to") && scene.is_one(*place + 1, list!("see meet")) && guests.is_empty()
    });
    if let Some(to) = to.filter(|_| is_place) {
        let (met, _) = company::list(scene, to + 2, after.to, true);
        return Some(Frame { is_intransitive: true, ..Frame::of(ContactType::Visit, met) });
    }
    Some(Frame { is_intransitive: true, ..Frame::of(ContactType::Visit, guests) })
}

pub(super) fn travelled(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> Option<Frame> {
    // "left for Rome", "left Lima for Rome", but "left Rome"
    let leaves = leaves(scene, group);
    if scene.is(group.main, "touched") && !scene.is(after.from, "down") {
        return None;
    }
    // "went back behind closed doors in the capital": no journey.
    let goes = scene.is_one(group.main, list!("go goes went going gone"));
    let is_left = scene.is_one(group.main, list!("left leave leaves leaving"));
    let towards = |place: &usize| {
        scene.is(*place, "for") && leaves
            || scene.is(*place, "to") && !is_left
            || scene.is(*place, "in") && !leaves && !goes
    };
    let to = after.indices().take(6).find(towards)?;
    places::at(scene, to + 1, after.to)?;
    let has_day = !scene.days_in(after).is_empty();
    has_day.then(|| Frame {
        is_intransitive: true,
        needs_facts: true,
        ..Frame::of(
            if sides_travel(scene, group) { ContactType::NegotiationRound } else { ContactType::Visit },
            vec![],
        )
    })
}

/// "Kenyan and Egyptian officials will travel to": delegations of several sides go where they are to talk.
fn sides_travel(scene: &Scene<'_>, group: &VerbGroup) -> bool {
    let subject = subject::of(scene, group);
    let mut sides: Vec<&str> = subject
        .actors
        .iter()
        .filter(|actor| is_group(scene, **actor))
        .filter_map(|actor| scene.actor(*actor)?.side.as_deref())
        .collect();
    sides.sort_unstable();
    sides.dedup();
    sides.len() >= 2
}

/// Whether somebody was at a place to do what the verb says.
pub(super) fn is_there_to(scene: &Scene<'_>, group: &VerbGroup) -> bool {
    let before = Words::new(
        scene.sentence(group.main).from.max(group.words.from.saturating_sub(THERE_TOKENS_MAX)),
        group.words.from,
    );
    let Some(governor) = scene.verbs_in(before).last().filter(|verb| verb.is_finite) else { return false };
    scene.is_one(governor.main, list!("is are was were"))
        && scene.is_one(governor.words.to, list!("in at"))
        && places::at(scene, governor.words.to + 1, group.words.from).is_some()
}

/// "left for Rome", "heads to Rome": whoever sets out.
pub(super) fn leaves(scene: &Scene<'_>, group: &VerbGroup) -> bool {
    scene.is_one(group.main, list!("left leave leaves leaving departed departs headed heads heading"))
}
