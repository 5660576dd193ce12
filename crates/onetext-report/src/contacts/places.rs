//! Where a contact is: names of places after "in" and "at", before the noun, or at the end of a journey.

use super::geography::{self, Ground};
use super::scene::Scene;
use crate::grammar::Tag;
use crate::lexicon::Classes;
use crate::reading::ActorKind;
use crate::tokens::{Case, List, Sort, Words, list};

/// Verbs of travel, after which "to" names where the contact is.
const TRAVEL: List = List::of(
    "fly flew flown flies flying travel travelled traveled travels travelling traveling \
    head heads headed heading go goes went come came return returned arrive arrived arriving arrives comes landed lands trip visit \
    journey",
);

/// The names of places after "in" or "at" inside the run.
pub(super) fn inside(scene: &Scene<'_>, run: Words) -> Vec<Words> {
    let mut found = vec![];
    let mut place = run.from;
    while place < run.to {
        let is_locative = scene.is_one(place, list!("in at near outside"));
        if !is_locative || scene.verb_at(place).is_some() {
            place += 1;
            continue;
        }
        let mut next = place + 1;
        while let Some(name) = name_at(scene, next, run.to) {
            next = name.to;
            if !found.contains(&name) {
                found.push(name);
            }
            if !scene.is(next, "and") || name_at(scene, next + 1, run.to).is_none() {
                break;
            }
            next += 1;
        }
        place = next.max(place + 1);
    }
    found
}

/// The name of a place that begins at a token, a determiner before it passed: "the Shell Bay golf club".
fn name_at(scene: &Scene<'_>, token: usize, limit: usize) -> Option<Words> {
    let mut from = token;
    while from < limit && (scene.is_one(from, list!("the a an")) || is_compass(scene, from)) {
        from += 1;
    }
    let mut to = from;
    while to < limit && is_name(scene, to) {
        to += 1;
    }
    // "the Syrian capital"
    if to > from && scene.is(to, "capital") && to < limit {
        return Some(Words::new(from, to + 1));
    }
    // "the Swiss resort of Bel Air", "the border post of Bel Air": which it is.
    if let Some(of) = (to..limit.min(from + KIND_TOKENS_MAX))
        .find(|token| scene.is(*token, "of") && scene.is_one(token.saturating_sub(1), KINDS))
        && is_name(scene, of + 1)
    {
        from = of + 1;
        to =
            (from..limit).take_while(|token| is_name(scene, *token)).last().map_or(from + 1, |last| last + 1);
        return Some(Words::new(from, to));
    }
    // "a European summit"
    let is_people = geography::of_words(scene, Words::new(from, to)) == Some(Ground::People);
    let begins = !is_people && to > from && !is_of_person(scene, from);
    begins.then(|| Words::new(from, to))
}

/// Tokens from the first word of "the quiet border post of Bel Air" to its "of".
const KIND_TOKENS_MAX: usize = 6;

/// What a place with a name may be.
const KINDS: List = List::of(
    "resort town city village port post suburb island capital district province region spa hamlet \
    outskirts base kibbutz municipality",
);

fn is_compass(scene: &Scene<'_>, token: usize) -> bool {
    scene.case(token) == Case::Lower
        && scene.is_one(
            token,
            list!("northern southern eastern western central downtown nearby neutral capital city"),
        )
}

fn is_name(scene: &Scene<'_>, token: usize) -> bool {
    let classes = scene.classes(token);
    scene.sort(token) == Some(Sort::Word)
        && scene.case(token) != Case::Lower
        && !classes.any(Classes::WEEKDAY.with(Classes::MONTH))
        && scene.day_at(token).is_none()
        && !matches!(scene.tag(token), Tag::Determiner | Tag::Pronoun | Tag::Verb)
}

fn is_of_person(scene: &Scene<'_>, token: usize) -> bool {
    scene.naming_at(token).is_some_and(|(actors, _)| {
        actors.iter().any(|actor| {
            scene.actor(*actor).is_some_and(|actor| {
                matches!(
                    actor.kind,
                    ActorKind::Person | ActorKind::Outlet | ActorKind::Group | ActorKind::Anonymous
                )
            })
        })
    })
}

/// A place before the noun: "the Moscow talks".
pub(super) fn before_noun(scene: &Scene<'_>, phrase: Words, head: usize) -> Option<Words> {
    let from = (phrase.from..head).find(|token| {
        let is_town = matches!(geography::at(scene, *token, head), Some((Ground::Town | Ground::House, _)));
        scene.case(*token) == Case::Capital
            && (is_town || is_bare_name(scene, phrase, *token))
            && scene.sort(token + 1) != Some(Sort::Possessive)
    })?;
    if let Some((_, to)) = geography::at(scene, from, head) {
        return Some(Words::new(from, to));
    }
    let to = (from..head).take_while(|token| is_name(scene, *token)).last().map_or(from + 1, |last| last + 1);
    Some(Words::new(from, to))
}

/// A capitalised word after "the" that is no known actor: "the Antalya meeting".
fn is_bare_name(scene: &Scene<'_>, phrase: Words, token: usize) -> bool {
    scene.is(phrase.from, "the")
        && token > phrase.from
        && is_name(scene, token)
        && !scene.parsed.text.word(token).contains('-')
        && scene.tag(token) == Tag::Name
        && !scene.is_named_at(token)
        && geography::at(scene, token, token + 1).is_none()
        && !scene.classes(token).any(Classes::TITLE.with(Classes::OFFICE))
}

/// Whether it is a verb of travel.
pub(super) fn is_travel(scene: &Scene<'_>, token: usize) -> bool {
    scene.is_one(token, TRAVEL)
}

/// Where a journey told before the token ends: "flew to Ankara to meet", "will fly to Moscow, where they are to meet".
pub(super) fn of_journey(scene: &Scene<'_>, token: usize) -> Option<Words> {
    let sentence = scene.sentence(token);
    let from = sentence.from.max(token.saturating_sub(25));
    let travel = (from..token).rev().find(|place| scene.is_one(*place, TRAVEL))?;
    let to = (travel + 1..token.min(travel + 8)).find(|place| scene.is_one(*place, list!("to in for")))?;
    name_at(scene, to + 1, token)
}

/// The place named right after "to" or, for a visit, right after the verb.
pub(super) fn at(scene: &Scene<'_>, token: usize, limit: usize) -> Option<Words> {
    name_at(scene, token, limit)
}
