//! Who is named with whom: the actors of a list, titles and appositions told apart.

use super::object::is_group;
use super::scene::Scene;
use crate::grammar::Tag;
use crate::reading::{ActorIndex, ActorKind};
use crate::tokens::{Case, Sort, list};

/// The actors of a list that begins at `from`, and where it ends.
pub(super) fn list(
    scene: &Scene<'_>,
    from: usize,
    limit: usize,
    own_clause: bool,
) -> (Vec<ActorIndex>, usize) {
    let mut found = vec![];
    let mut place = from;
    let mut end = from;
    let mut joined = true;
    while place < limit {
        if let Some((actors, to)) = scene.naming_at(place) {
            // "the leaders of the two communities, Roe and Doe": what belongs to a name before is passed.
            if !joined && !found.is_empty() {
                place = to.max(place + 1);
                continue;
            }
            if own_clause && !found.is_empty() && begins_clause(scene, to) {
                break;
            }
            // "Donald Trump's advisors": whose, not who; "the union's leadership" is the union.
            if scene.sort(to) == Some(Sort::Possessive) {
                let is_itself = !scene.is_named_at(to + 1)
                    && scene.is_one(
                        to + 1,
                        list!("leadership management board executives bosses bargaining negotiating"),
                    );
                if is_itself && joined {
                    add_all(&mut found, &actors);
                    end = to + 2;
                }
                place = to + 1;
                continue;
            }
            // "the president's advisors Roe and Doe": the names say who.
            let is_title = scene.is_named_at(to) || is_of_office(scene, to);
            if !is_title && !is_apposition(scene, &found, &actors, place) {
                add_all(&mut found, &actors);
            }
            place = to.max(place + 1);
            end = place;
            joined = is_title;
            continue;
        }
        match step(scene, place, limit) {
            Step::Joins(next) => {
                joined = true;
                place = next;
            }
            Step::Within => {
                // "Roe, the envoy of Doe, and Poe": whose envoy she is.
                joined &= found.is_empty() || !scene.is_one(place, list!("of for"));
                place += 1;
            }
            Step::Past(next) => place = next,
            Step::Ends => break,
        }
    }
    if is_told_by_names(scene, from, &found) {
        found.remove(0);
    }
    (found, end)
}

/// "the two envoys, Roe and Doe": the names say who they are.
fn is_told_by_names(scene: &Scene<'_>, from: usize, found: &[ActorIndex]) -> bool {
    let [several, names @ ..] = found else { return false };
    let Some((actors, to)) = scene.naming_at(from) else { return false };
    let is_several = is_group(scene, *several)
        && scene.actor(*several).is_some_and(|actor| actor.side.is_none())
        && scene.is_one(from, list!("the both two three their"));
    let are_persons = |names: &[ActorIndex]| {
        names.iter().all(|name| scene.actor(*name).is_some_and(|actor| actor.kind == ActorKind::Person))
    };
    actors == [*several]
        && is_several
        && scene.sort(to) == Some(Sort::Comma)
        && scene.is_named_at(to + 1)
        && names.len() >= 2
        && are_persons(names)
}

/// Words of an office between a body and a name: "the agency's | deputy press chief | Jane Roe".
const OFFICE_TOKENS_MAX: usize = 4;

/// "the agency | chief Jane Roe", "the department | liaison Jane Roe": whose office it is that the next name holds.
fn is_of_office(scene: &Scene<'_>, place: usize) -> bool {
    let is_word = |token: usize| {
        scene.case(token) == Case::Lower
            && scene.sort(token) == Some(Sort::Word)
            && (matches!(scene.tag(token), Tag::Noun | Tag::Adjective)
                || scene.is_one(token, list!("managing acting commanding general")))
    };
    let named = (place..place + OFFICE_TOKENS_MAX).find(|token| !is_word(*token));
    named.filter(|named| *named > place).and_then(|named| scene.naming_at(named)).is_some_and(
        |(actors, _)| {
            actors
                .iter()
                .all(|actor| scene.actor(*actor).is_some_and(|actor| actor.kind == ActorKind::Person))
        },
    )
}

/// "Jane Roe, the minister's adviser": who she is, not one more.
fn is_apposition(scene: &Scene<'_>, found: &[ActorIndex], actors: &[ActorIndex], place: usize) -> bool {
    let follows_comma = place > 0
        && (scene.sort(place - 1) == Some(Sort::Comma)
            || scene.is_one(place - 1, list!("the a an"))
                && scene.sort(place.saturating_sub(2)) == Some(Sort::Comma));
    let kind =
        |actor: Option<&ActorIndex>| actor.and_then(|actor| scene.actor(*actor)).map(|actor| actor.kind);
    follows_comma
        && kind(found.last()) == Some(ActorKind::Person)
        && actors.len() == 1
        && matches!(kind(actors.first()), Some(ActorKind::PersonByOffice | ActorKind::Anonymous))
}

enum Step {
    /// A comma or "and".
    Joins(usize),
    /// A word of a title or description.
    Within,
    /// On after a relative clause.
    Past(usize),
    Ends,
}

fn step(scene: &Scene<'_>, place: usize, limit: usize) -> Step {
    match scene.sort(place) {
        Some(Sort::Comma | Sort::Dash) => {
            if scene.tag(place + 1) == Tag::Relative || scene.is_one(place + 1, list!("who whose which")) {
                let close = (place + 1..limit).find(|token| scene.sort(*token) == Some(Sort::Comma));
                return close.map_or(Step::Ends, Step::Past);
            }
            return Step::Joins(place + 1);
        }
        Some(Sort::Word | Sort::Number | Sort::Possessive) => {}
        _ => return Step::Ends,
    }
    if scene.is_one(place, list!("and or plus with alongside including")) || scene.is(place, "&") {
        return Step::Joins(place + 1);
    }
    if scene.is(place, "as") && scene.is(place + 1, "well") && scene.is(place + 2, "as") {
        return Step::Joins(place + 3);
    }
    if scene.is_one(place, list!("together along both acting managing commanding")) {
        return Step::Within;
    }
    if let Some(names) = made_up_of(scene, place) {
        return Step::Joins(names);
    }
    if let Some(day) = scene.day_at(place) {
        return Step::Past(day.words.to.max(place + 1));
    }
    if scene.verb_at(place).is_some() {
        return Step::Ends;
    }
    match scene.tag(place) {
        Tag::Preposition if scene.is(place, "from") => Step::Joins(place + 1),
        Tag::Preposition if scene.is_one(place, list!("of for")) => Step::Within,
        Tag::Preposition if scene.is_one(place, list!("on in")) && scene.day_at(place + 1).is_some() => {
            Step::Within
        }
        Tag::Preposition
        | Tag::Verb
        | Tag::Modal
        | Tag::Auxiliary
        | Tag::Subordinator
        | Tag::To
        | Tag::Relative => Step::Ends,
        _ => Step::Within,
    }
}

/// "a team | made up of Roe and Doe", "a delegation led by Poe": where the names begin.
fn made_up_of(scene: &Scene<'_>, place: usize) -> Option<usize> {
    if scene.is(place, "made") && scene.is(place + 1, "up") && scene.is(place + 2, "of") {
        return Some(place + 3);
    }
    let is_of = scene.is_one(place, list!("consisting composed")) && scene.is(place + 1, "of");
    let is_by = scene.is_one(place, list!("led headed")) && scene.is(place + 1, "by");
    if is_of || is_by {
        return Some(place + 2);
    }
    scene.is_one(place, list!("comprising")).then_some(place + 1)
}

/// Whether a finite verb follows: the name before it is the subject of another clause.
fn begins_clause(scene: &Scene<'_>, place: usize) -> bool {
    scene.verb_at(place).is_some_and(|group| group.is_finite)
}

pub(super) fn add_all(to: &mut Vec<ActorIndex>, from: &[ActorIndex]) {
    for actor in from {
        if !to.contains(actor) {
            to.push(*actor);
        }
    }
}
