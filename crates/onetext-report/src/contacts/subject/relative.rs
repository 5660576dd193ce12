//! Subjects that stand before a relative clause: "Roe, who arrived a day ahead, was received", "the delegates who make up the
//! council ended the talks".

use super::{COLLECTIVE, Subject, after_fronted, stated};
use crate::contacts::company::list;
use crate::contacts::scene::Scene;
use crate::contacts::window;
use crate::grammar::{Tag, VerbGroup};
use crate::lexicon::Classes;
use crate::tokens::{Sort, Words, list};

/// Tokens of the two names before "who".
const ANTECEDENT_TOKENS_MAX: usize = 16;

/// Tokens of a relative clause between a subject and its verb.
const ASIDE_TOKENS_MAX: usize = 25;

/// "Roe, who arrived a day ahead, was received": the subject stands before the relative clause.
pub(super) fn before_aside(scene: &Scene<'_>, group: &VerbGroup) -> Option<Subject> {
    let comma = group.words.from.checked_sub(1).filter(|token| scene.sort(*token) == Some(Sort::Comma))?;
    let sentence = scene.sentence(group.words.from);
    let relative = (sentence.from..comma).rev().take(ASIDE_TOKENS_MAX).find(|token| {
        scene.is_one(*token, list!("who which")) && scene.sort(token.saturating_sub(1)) == Some(Sort::Comma)
    })?;
    // The aside is of that relative word alone: one verb in it, its own.
    let inside = scene.verbs_in(Words::new(relative, comma));
    let finite = inside.iter().filter(|verb| verb.is_finite).count();
    // "who had warned that nobody would go while it went on, phoned": its own verb, and what is told inside.
    let is_nested =
        finite > 1 && scene.has(Words::new(relative, comma), list!("that while when if as because"));
    if finite != 1 && !is_nested {
        return None;
    }
    let region = window::behind(scene, relative - 1);
    let whole = stated(scene, region, after_fronted(scene, region));
    let near = antecedent(scene, relative);
    let is_of_list = whole.actors.len() > 1 && near.actors.iter().all(|actor| whole.actors.contains(actor));
    Some(if is_of_list { whole } else { near }).filter(|subject| !subject.actors.is_empty())
}

/// "The delegates who make up the council | ended the talks": the subject stands before the relative clause.
pub(super) fn past_relative(scene: &Scene<'_>, region: Words) -> Option<Subject> {
    let inner = scene.verb_at(region.from.checked_sub(1)?).filter(|verb| verb.is_finite)?;
    let relative = inner.words.from.checked_sub(1)?;
    let is_relative = scene.is_one(relative, list!("who which that"))
        && relative > 0
        && matches!(scene.tag(relative - 1), Tag::Noun | Tag::Name)
        && scene.sort(relative - 1) != Some(Sort::Comma);
    let is_plain =
        !scene.speaks(inner.main) && !region.indices().any(|token| scene.sort(token) == Some(Sort::Comma));
    // "Those who came to the capital met": no verb of the sentence stands before.
    let is_first = !scene
        .verbs_in(Words::new(scene.sentence(relative).from, relative))
        .iter()
        .any(|verb| verb.is_finite);
    if !(is_relative && is_plain && is_first) {
        return None;
    }
    let before = window::behind(scene, relative);
    let found = stated(scene, before, after_fronted(scene, before));
    (!found.actors.is_empty()).then_some(found)
}

/// "X, who met": what stands before the relative word.
pub(super) fn antecedent(scene: &Scene<'_>, relative: usize) -> Subject {
    let mut to = relative;
    if to > 0 && scene.sort(to - 1) == Some(Sort::Comma) {
        to -= 1;
    }
    let sentence = scene.sentence(relative);
    let near = (sentence.from..to).rev().take(12).find(|place| scene.is_named_at(*place));
    let Some(from) = near else { return Subject::default() };
    // "between Roe and Doe, who spoke": both, unless the verb is of one.
    let is_of_one = scene.verb_at(relative + 1).is_some_and(|group| {
        scene.classes(group.words.from).any(Classes::VERB_S)
            || scene.is_one(group.words.from, list!("is was has"))
    });
    let whole = (sentence.from.max(to.saturating_sub(ANTECEDENT_TOKENS_MAX))..from).find(|place| {
        scene.naming_at(*place).is_some_and(|(_, end)| scene.is(end, "and"))
            && list(scene, *place, to, false).1 >= to
    });
    let from = whole.filter(|_| !is_of_one).unwrap_or(from);
    let (actors, _) = list(scene, from, to, false);
    let is_collective = scene.has(Words::new(from, to), COLLECTIVE);
    Subject { actors, is_collective, from, ..Subject::default() }
}
