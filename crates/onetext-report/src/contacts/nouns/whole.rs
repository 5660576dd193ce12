//! Nouns that stand for a contact only in some company: "table", "round", "conference", "dinner".

use crate::contacts::around;
use crate::contacts::scene::Scene;
use crate::contacts::words::Noun;
use crate::grammar::Tag;
use crate::tokens::{Case, Words, list};

/// "table", "round", "conference", "dinner" stand for a contact only in some company.
pub(super) fn is_whole(scene: &Scene<'_>, phrase: Words, head: usize, noun: Noun) -> bool {
    match noun {
        // "were back in the room on Friday"
        Noun::Table if scene.is(head, "room") => {
            scene.is(phrase.from, "the")
                && phrase.from + 1 == head
                && phrase.from > 1
                && scene.is(phrase.from - 1, "in")
                && scene.is(phrase.from - 2, "back")
        }
        Noun::Table => {
            scene.has(phrase, list!("bargaining negotiating negotiation mediation"))
                || returns_to(scene, phrase)
        }
        Noun::Conference => scene.has(
            phrase,
            list!(
                "peace donor donors pledging international reconstruction recovery security climate un u.n."
            ),
        ) && !scene.has(phrase, list!("press news"))
            // "will hold a separate conference in the capital"
            || is_held(scene, phrase)
                && !scene.has(phrase, list!("press news annual video"))
                && scene.is_one(head + 1, list!("on in of with between for"))
                && scene.day_at(head + 1).is_none()
                && scene.day_at(head + 2).is_none()
            || scene.has(phrase, list!("video"))
            || scene.is_one(head.saturating_sub(1), list!("in into")) && scene.is(head + 1, "with"),
        Noun::Engagement => {
            let to = scene.sentence(head).to.min(head + 5);
            scene.has(Words::new(head + 1, to), list!("between"))
                && !scene.has(phrase, list!("military fire"))
        }
        // "the bilateral relationship"
        Noun::Meeting if scene.is_one(head, list!("bilateral trilateral")) => {
            scene.case(head + 1) != Case::Lower
                || !matches!(scene.tag(head + 1), Tag::Noun | Tag::Adjective)
                || scene.day_at(head + 1).is_some()
        }
        Noun::Meal => is_shared(scene, phrase, head),
        Noun::Round => is_round(scene, phrase, head),
        // "said in a letter to the board": where something was said.
        // "in a letter sent on Friday" is one with its day.
        Noun::Letter if phrase.from > scene.sentence(head).from + 1 && scene.is(phrase.from - 1, "in") => {
            around::told_in(scene, Words::new(phrase.from, head + 1)).is_some()
                || !scene.days_in(Words::new(head + 1, (head + 8).min(scene.sentence(head).to))).is_empty()
        }
        // "talks with French and American mediation": how, not what.
        Noun::Mediation if is_manner(scene, phrase) => false,
        Noun::Mediation | Noun::Briefing | Noun::Letter => {
            !scene.has(phrase, list!("press daily news compulsory"))
        }
        // "was patched into a video link with the members"; "by video link" says how.
        Noun::Link => {
            scene.has(phrase, list!("video"))
                && scene.is_one(phrase.from, list!("a the"))
                && scene.is(head + 1, "with")
        }
        Noun::Phone => on_the_phone(scene, phrase, head),
        Noun::Talks if scene.is(head, "bargaining") => !scene.is_one(head + 1, list!("table in")),
        _ => true,
    }
}

/// "a second round", "the last of those sessions"; not "a round of sanctions", "a rate-cutting cycle".
fn is_round(scene: &Scene<'_>, phrase: Words, head: usize) -> bool {
    let before = Words::new(phrase.from, head);
    // A cabinet sits in special session by itself.
    if scene.has(phrase, list!("special emergency extraordinary parliamentary")) {
        return false;
    }
    // "a rate-cutting cycle", "the sitting president"
    if scene.is_one(head, list!("cycle sitting")) {
        return scene.has(before, list!("negotiation negotiating bargaining talks another"))
            || scene.is(phrase.from, "the") && phrase.from + 1 == head && scene.is(head, "cycle");
    }
    // "a round of sanctions", "a closed session of the Senate": of talks it is the talks that are found.
    if scene.is(head + 1, "of") && !scene.is(head, "plenary") {
        return false;
    }
    // "the last of those sessions"
    let is_of_several =
        phrase.from > 1 && scene.is(phrase.from - 1, "of") && scene.is_one(phrase.from, list!("those these"));
    is_of_several
        || scene.has(
            before,
            list!(
                "negotiation negotiating bargaining mediation talks new second third first fourth fifth next \
                    plenary closing opening final closed-door working another latest last previous earlier \
                    preliminary one-on-one face-to-face joint morning evening afternoon late-night overnight \
                    marathon sixth technical separate"
            ),
        )
        || !scene.lengths_in(before).is_empty()
        || !scene.days_in(before).is_empty()
        || before.indices().any(|token| is_ordinal(scene.parsed.text.word(token)))
        || scene.is_one(phrase.from, list!("a the")) && (scene.is(head, "round") || scene.is(head, "session"))
        || scene.is(phrase.from, "the") && phrase.from + 1 == head
        || scene.is(head, "plenary")
        || scene.is(head, "session") && scene.is_one(head + 1, list!("with between"))
}

/// "had dinner with Roe", "a working lunch", "had an appointment there".
fn is_shared(scene: &Scene<'_>, phrase: Words, head: usize) -> bool {
    let is_had = head > 0
        && phrase.from > 0
        && scene.is_one(phrase.from - 1, list!("had has hosted have having over for shared"));
    if scene.is(head, "appointment") {
        return phrase.from > 0
            && scene.is_one(phrase.from - 1, list!("had has have"))
            && scene.is_one(head + 1, list!("with there"));
    }
    scene.is_one(head + 1, list!("with between"))
        || scene.is(head + 1, "for") && scene.is_named_at(head + 2)
        || is_had && scene.is_one(head + 1, list!("in at on together there"))
        || scene.has(phrase, list!("working official"))
}

/// Whether "with", "under" or "through" stands before the phrase, other adjectives joined by "and" between.
fn is_manner(scene: &Scene<'_>, phrase: Words) -> bool {
    const REACH_MAX: usize = 6;
    (phrase.from.saturating_sub(REACH_MAX)..phrase.from)
        .rev()
        .find(|token| {
            !matches!(scene.tag(*token), Tag::Adjective | Tag::Name | Tag::Noun) && !scene.is(*token, "and")
        })
        .is_some_and(|token| scene.is_one(token, list!("with under through without despite")))
}

/// "14th"
fn is_ordinal(word: &str) -> bool {
    let stem = ["th", "st", "nd", "rd"].iter().find_map(|ending| word.strip_suffix(ending));
    stem.is_some_and(|stem| !stem.is_empty() && stem.bytes().all(|letter| letter.is_ascii_digit()))
}

/// "was on the phone with Roe", "were on the phone": got and spoke are told by their verbs.
fn on_the_phone(scene: &Scene<'_>, phrase: Words, head: usize) -> bool {
    let Some(on) = phrase.from.checked_sub(1) else { return false };
    scene.is(on, "on")
        && scene.is(phrase.from, "the")
        && phrase.from + 1 == head
        && scene.is_one(head + 1, list!("with to even again on for until"))
        // "jobs are on the line for many"
        && (!scene.is(head, "line") || scene.is_one(head + 1, list!("with to")))
        && on
            .checked_sub(1)
            .is_some_and(|verb| scene.is_one(verb, list!("was were been be are is back both")))
}

/// "hold a separate conference", "hosted the conference": what states and bodies hold.
fn is_held(scene: &Scene<'_>, phrase: Words) -> bool {
    let held = list!("hold holds held hosting host hosts hosted convene convened convening");
    phrase.from.checked_sub(1).is_some_and(|verb| scene.is_one(verb, held))
}

/// "return to the table", "back at the table".
fn returns_to(scene: &Scene<'_>, phrase: Words) -> bool {
    let before = Words::new(phrase.from.saturating_sub(3), phrase.from);
    scene.has(before, list!("return returned returning back returns")) && scene.is(phrase.from, "the")
}
