//! Two contacts of one verb: "spoke to Roe on Monday and to Doe on Tuesday".

use crate::contacts::company;
use crate::contacts::nouns::minutes;
use crate::contacts::object::is_person;
use crate::contacts::places;
use crate::contacts::scene::Scene;
use crate::contacts::sighting::{Reference, Sighting};
use crate::tokens::{Words, list};

/// "spoke to Roe on Monday and to Doe on Tuesday": the second contact of the verb, where the first is known.
pub(in crate::contacts) fn second(scene: &Scene<'_>, first: &Sighting) -> Option<Sighting> {
    let run = Words::new(first.trigger + 1, first.words.to);
    let [one, other, ..] = scene.days_in(run) else { return None };
    let and = Some(one.words.to).filter(|place| scene.is(*place, "and"))?;
    // "talks with Roe on Monday and with Doe on Tuesday"
    if !first.is_verb && !scene.is(and + 1, "with") {
        return None;
    }
    // "met on 16 May and again on 2 June"
    if scene.is_one(and + 1, list!("again once")) && other.words.from <= and + 4 {
        let words = Words::new(and + 1, other.words.to);
        return Some(Sighting { words, day: Some(*other), reference: Reference::Further, ..first.clone() });
    }
    let from = if scene.is_one(and + 1, list!("to with")) { and + 2 } else { and + 1 };
    let (mut guests, _) = company::list(scene, from, run.to, true);
    if guests.is_empty() && first.is_verb {
        // "and his opposite number at the company, Roe, on Monday"
        let named = (from..other.words.from).rev().find_map(|place| scene.naming_at(place));
        guests = named.map_or(vec![], |(actors, _)| actors);
        guests.retain(|actor| is_person(scene, *actor));
    }
    let is_whole = !guests.is_empty() && other.words.from > from;
    is_whole.then(|| Sighting {
        guests,
        day: Some(*other),
        minutes: minutes(scene, Words::new(and, run.to)),
        words: Words::new(and + 1, run.to),
        places: places::inside(scene, Words::new(and, run.to)),
        reference: Reference::Further,
        ..first.clone()
    })
}

/// Without those of the second: "spoke to Roe on Monday".
pub(in crate::contacts) fn first_of_two(scene: &Scene<'_>, first: Sighting, second: &Sighting) -> Sighting {
    let is_again = second.guests == first.guests;
    let guests =
        first.guests.into_iter().filter(|guest| is_again || !second.guests.contains(guest)).collect();
    let and = second.words.from - 1;
    let words = Words::new(first.words.from, and);
    let day = scene.days_in(words).first().copied();
    let own = places::inside(scene, words);
    let places = if own.is_empty() || is_again { first.places } else { own };
    Sighting { words, guests, day, places, ..first }
}
