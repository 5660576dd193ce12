//! What stands after a verb: whom it names, with whom, and what they are.

use super::company;
use super::refuse;
use super::scene::Scene;
use crate::grammar::Tag;
use crate::lexicon::Classes;
use crate::reading::{ActorIndex, ActorKind};
use crate::tokens::{List, Sort, Words, list};

/// The actors after "with" inside the run.
pub(super) fn with(scene: &Scene<'_>, after: Words) -> Vec<ActorIndex> {
    let mut found = vec![];
    for place in after.indices() {
        if scene.is_one(place, list!("with alongside"))
            && !refuse::is_press(scene, place + 1, (place + 3).min(after.to))
        {
            let (actors, _) = company::list(scene, place + 1, after.to, true);
            company::add_all(&mut found, &actors);
        }
    }
    found
}

/// The actors right after the verb: its object.
pub(super) fn direct(scene: &Scene<'_>, after: Words) -> Vec<ActorIndex> {
    if scene.tag(after.from) == Tag::Preposition || scene.sort(after.from) == Some(Sort::Comma) {
        return vec![];
    }
    // "welcomed a resumption of ties with X": X is not the object.
    let named = after.indices().find(|place| scene.is_named_at(*place)).unwrap_or(after.to);
    if (after.from..named)
        .any(|place| scene.tag(place) == Tag::Preposition || scene.sort(place) == Some(Sort::Comma))
    {
        return vec![];
    }
    company::list(scene, after.from, after.to, true).0
}

/// People who meet, by what they are: "will meet with management".
const PEOPLE: List = List::of(
    "management officials leaders negotiators representatives delegates delegation delegations \
    union unions company companies executives counterpart counterparts envoys envoy diplomats families mediators \
    mediator employer employers owners team teams commissioners mayor governor president minister ministers \
    secretary ambassador chief staff employees colleagues heads relatives workers members operators lawyers experts commanders elders rebels \
    parties sides strikers drivers nurses teachers leadership bosses collective administrators administration premier chancellor lawmakers",
);

/// Whether people follow, after "with" or as the object, known or not.
pub(super) fn is_partnered(scene: &Scene<'_>, after: Words) -> bool {
    let with = after.indices().find(|place| scene.is_one(*place, list!("with")));
    let from = with.map_or(after.from, |with| with + 1);
    (from..after.to.min(from + 6))
        .take_while(|place| scene.tag(*place) != Tag::Preposition && scene.sort(*place) != Some(Sort::Comma))
        .any(|place| {
            let is_several =
                scene.classes(place).any(Classes::HUMAN) && scene.parsed.text.word(place).ends_with('s');
            let is_crowd = scene.is_one(place, list!("voters supporters fans crowds spectators shoppers"));
            scene.is_one(place, PEOPLE) || is_several && !is_crowd
        })
}

/// Whether a noun phrase follows that is no time.
pub(super) fn takes_object(scene: &Scene<'_>, after: Words) -> bool {
    let at = after.from;
    !after.is_empty()
        && scene.day_at(at).is_none()
        && !scene.is_one(
            at,
            list!(
                "again next face face-to-face twice separately privately briefly there here today once \
                    together virtually online"
            ),
        )
        && matches!(
            scene.tag(at),
            Tag::Determiner | Tag::Noun | Tag::Name | Tag::Adjective | Tag::Numeral | Tag::Possessive
        )
        && scene.lengths_in(Words::new(at, at + 1)).is_empty()
}

pub(super) fn is_body(scene: &Scene<'_>, actor: ActorIndex) -> bool {
    scene.actor(actor).is_some_and(|actor| actor.kind == ActorKind::Organisation)
}

/// Somebody with a name, not only an office.
pub(super) fn is_named_person(scene: &Scene<'_>, actor: ActorIndex) -> bool {
    scene.actor(actor).is_some_and(|actor| actor.kind == ActorKind::Person)
}

pub(super) fn is_person(scene: &Scene<'_>, actor: ActorIndex) -> bool {
    scene
        .actor(actor)
        .is_some_and(|actor| matches!(actor.kind, ActorKind::Person | ActorKind::PersonByOffice))
}

pub(super) fn is_persons(scene: &Scene<'_>, actor: ActorIndex) -> bool {
    is_person(scene, actor)
        || is_group(scene, actor)
        || scene.actor(actor).is_some_and(|actor| actor.kind == ActorKind::Anonymous)
}

pub(super) fn is_group(scene: &Scene<'_>, actor: ActorIndex) -> bool {
    scene.actor(actor).is_some_and(|actor| {
        // "military commanders": several who are not named.
        let is_several = || actor.anonymity.as_ref().is_some_and(|told| told.count != Some(1));
        actor.kind == ActorKind::Group || actor.kind == ActorKind::Anonymous && is_several()
    })
}
