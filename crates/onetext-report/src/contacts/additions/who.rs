//! Who a sentence adds to a contact told before: those who came along, sat opposite, chaired it, led for a side.

use super::What;
use crate::contacts::company;
use crate::contacts::object::is_named_person;
use crate::contacts::places;
use crate::contacts::presence;
use crate::contacts::scene::Scene;
use crate::contacts::subject;
use crate::contacts::window;
use crate::grammar::Tag;
use crate::reading::{ActorIndex, ActorKind};
use crate::tokens::{Sort, Words, list};

/// "On the other side of the table were Roe and Doe", "Across the table sat Poe".
pub(super) fn across_the_table(scene: &Scene<'_>, token: usize, sentence: Words) -> Option<What> {
    let mark = (sentence.from..token).rev().find(|place| scene.sort(*place) == Some(Sort::Semicolon));
    let opens = Words::new(mark.map_or(sentence.from, |mark| mark + 1), token);
    let is_across = scene.has(opens, list!("across opposite"))
        || scene.has(opens, list!("other")) && scene.has(opens, list!("side end"));
    let verb = scene.verb_at(token + 1).filter(|verb| verb.is_finite)?;
    let fits = is_across
        && scene.verbs_in(opens).is_empty()
        && scene.is_one(verb.main, list!("was were sat is are"));
    let (named, _) = company::list(scene, verb.words.to, sentence.to, true);
    (fits && !named.is_empty()).then_some(What::Joined { named, mediates: false })
}

/// "Roe led for Ruritania", "Doe is speaking for the rebels and Poe for the state", "The Ruritanians are headed by Roe":
/// whoever leads a side's delegates.
pub(super) fn leads_for(scene: &Scene<'_>, token: usize) -> Option<What> {
    let group =
        scene.verb_at(token).filter(|group| group.is_finite && !group.is_negated && group.main == token)?;
    let after = window::ahead(scene, token + 1, 0);
    let subject = subject::of(scene, group).actors;
    let (mut delegates, of) = match (group.is_passive, scene.is(token + 1, "by"), scene.is(token + 1, "for"))
    {
        (true, true, _) => (company::list(scene, token + 2, after.to, true).0, subject),
        (false, _, true) => {
            let (named, _) = company::list(scene, token + 2, after.to, true);
            // "and Poe for the state"
            let (persons, sides): (Vec<_>, Vec<_>) =
                named.into_iter().partition(|actor| is_named_person(scene, *actor));
            (subject.into_iter().chain(persons).collect(), sides)
        }
        _ => return None,
    };
    delegates.retain(|actor| is_named_person(scene, *actor));
    let side = |actor: &ActorIndex| {
        let actor = scene.actor(*actor)?;
        Some(actor.side.clone().unwrap_or_else(|| actor.name.clone()))
    };
    let sides: Vec<String> = of.iter().filter_map(side).collect();
    (!delegates.is_empty() && !sides.is_empty()).then_some(What::Delegates { delegates, sides })
}

/// "Roe and Doe were there for Ruritania, along with Poe": at what was told right before.
pub(super) fn there_for(scene: &Scene<'_>, token: usize) -> Option<What> {
    let verb = token.checked_sub(1).and_then(|verb| scene.verb_at(verb)).filter(|verb| verb.is_finite)?;
    let is_there = scene.is_one(verb.main, list!("was were is are")) && verb.main + 1 == token;
    let is_for =
        scene.is_one(token + 1, list!("for as too with")) || scene.sort(token + 1) != Some(Sort::Word);
    if !is_there || !is_for || verb.is_negated {
        return None;
    }
    let mut named = subject::of(scene, verb).actors;
    let sentence = scene.sentence(token);
    let along = (token..sentence.to).find(|place| {
        scene.is_one(*place, list!("alongside")) || scene.is(*place, "along") && scene.is(*place + 1, "with")
    });
    if let Some(along) = along {
        let from = along + if scene.is_one(along, list!("alongside")) { 1 } else { 2 };
        company::add_all(&mut named, &company::list(scene, from, sentence.to, true).0);
    }
    named.retain(|actor| is_named_person(scene, *actor));
    (!named.is_empty()).then_some(What::Joined { named, mediates: false })
}

/// "Roe and Doe are chairing it": what was told right before, which is a mediation then.
pub(super) fn chairs(scene: &Scene<'_>, token: usize) -> Option<What> {
    let group =
        scene.verb_at(token).filter(|group| group.is_finite && !group.is_negated && !group.is_passive)?;
    let mut named = subject::of(scene, group).actors;
    named.retain(|actor| is_named_person(scene, *actor));
    // "is presiding over the session"
    let over = scene.is(token, "presiding") && scene.is(token + 1, "over");
    let is_of_it = over || scene.is_one(token + 1, list!("it them"));
    (is_of_it && !named.is_empty()).then_some(What::Joined { named, mediates: true })
}

/// "Roe and Doe sat in at the beginning": on what was told right before.
pub(super) fn sat_in(scene: &Scene<'_>, token: usize) -> Option<What> {
    let group = scene.verb_at(token).filter(|group| group.is_finite && !group.is_negated)?;
    let is_bare = scene.is(token + 1, "in")
        && (scene.is_one(token + 2, list!("at for on as briefly"))
            || scene.sort(token + 2) != Some(Sort::Word));
    // "sat in on an earlier session": of that one.
    let is_other = scene.is(token + 2, "on") && !scene.is_one(token + 3, list!("the it them"));
    let mut named = subject::of(scene, group).actors;
    named.retain(|actor| is_named_person(scene, *actor));
    (is_bare && !is_other && !named.is_empty()).then_some(What::Joined { named, mediates: false })
}

/// "Roe and Doe joined after an hour", "later joined them": those who came to what was told in this sentence or the one before.
pub(super) fn joined(scene: &Scene<'_>, token: usize) -> Option<What> {
    let group = scene
        .verb_at(token)
        .filter(|group| group.is_finite && !group.is_negated && !group.is_passive && group.main == token)?;
    let is_bare = scene.sort(token + 1) != Some(Sort::Word)
        || scene.is_one(token + 1, list!("after later them in by from remotely online via as"))
        || scene.day_at(token + 1).is_some();
    if !scene.is_one(token, list!("joined attending")) || !is_bare {
        return None;
    }
    let mut named = subject::of(scene, group).actors;
    named.retain(|actor| is_named_person(scene, *actor));
    (!named.is_empty()).then_some(What::Joined { named, mediates: false })
}

/// "He was joined by Roe and Doe", "Roe brought her envoy Doe": who came along to what was told right before.
pub(super) fn companions(scene: &Scene<'_>, token: usize) -> Option<What> {
    let group =
        scene.verb_at(token).filter(|group| group.is_finite && !group.is_negated && group.main == token)?;
    let after = window::ahead(scene, token + 1, 0);
    let is_together = scene.has(after, list!("together"));
    let has_facts = !scene.days_in(after).is_empty() || !places::inside(scene, after).is_empty();
    let from = match (group.is_passive, scene.is(after.from, "by")) {
        // "Roe brought together Doe and Poe": who was at the meeting told right before.
        (false, _) if scene.is(token, "brought") && scene.is(after.from, "together") && !has_facts => {
            after.from + 1
        }
        (true, true) => after.from + 1,
        (false, _) if scene.is(token, "brought") && !is_together => after.from,
        _ => return None,
    };
    let mut named = subject::of(scene, group).actors;
    let (guests, _) = company::list(scene, from, after.to, true);
    let is_person = |actor: &ActorIndex| is_named_person(scene, *actor);
    let are_persons = !named.is_empty() && named.iter().all(is_person) && guests.iter().any(is_person);
    company::add_all(&mut named, &guests);
    named.retain(is_person);
    are_persons.then_some(What::Companions { named })
}

/// "Roe and Doe are taking part", "Ruritania has sent Roe": persons who take part in what was told before.
pub(super) fn part_takers(scene: &Scene<'_>, token: usize, sentence: Words) -> Option<What> {
    let group = if scene.is(token, "part") {
        let takes = token
            .checked_sub(1)
            .filter(|before| scene.is_one(*before, list!("taking took take takes taken")))?;
        scene.verb_at(takes)?
    } else {
        scene.verb_at(token)?
    };
    let is_off = scene.has(sentence, list!("if longer resigned")) || group.is_negated;
    if !group.is_finite || group.is_passive || is_off {
        return None;
    }
    let after = window::ahead(scene, token + 1, 0);
    let mut named = if scene.is(token, "part") && scene.sort(token + 1) == Some(Sort::Colon) {
        // "four executives took part: Roe, Doe, Poe and Moe"
        company::list(scene, token + 2, sentence.to, true).0
    } else if scene.is(token, "part") {
        subject::of(scene, group).actors
    } else {
        // "sent the spy chief Roe": no preposition before the name.
        let first = (token + 1..after.to.min(token + 7)).find(|place| scene.is_named_at(*place));
        let is_direct = first.is_some_and(|first| {
            !(token + 1..first).any(|place| scene.tag(place) == Tag::Preposition && !scene.is(place, "of"))
        });
        if is_direct { company::list(scene, token + 1, after.to, true).0 } else { vec![] }
    };
    company::add_all(&mut named, &presence::third(scene, after));
    named.retain(|actor| scene.actor(*actor).is_some_and(|actor| actor.kind == ActorKind::Person));
    (!named.is_empty()).then_some(What::Delegates { delegates: named, sides: vec![] })
}

/// "Roe and Doe flew into the resort along with Poe": to what was told right before.
pub(super) fn arrivals(scene: &Scene<'_>, token: usize, sentence: Words) -> Option<What> {
    let group = scene.verb_at(token).filter(|group| group.is_finite && !group.is_negated)?;
    let is_there = scene.is(token + 1, "in") || scene.is(token + 1, "into");
    if !is_there || !scene.days_in(sentence).is_empty() {
        return None;
    }
    let mut named = subject::of(scene, group).actors;
    let after = window::ahead(scene, token + 1, 0);
    let with = after.indices().find(|place| scene.is_one(*place, list!("with alongside")));
    if let Some(with) = with {
        company::add_all(&mut named, &company::list(scene, with + 1, after.to, true).0);
    }
    named.retain(|actor| scene.actor(*actor).is_some_and(|actor| actor.kind == ActorKind::Person));
    (!named.is_empty()).then_some(What::Delegates { delegates: named, sides: vec![] })
}
