//! Nouns that carry a statement: "the envoy's claim that …", "a warning by the bank that …"; and adjectives: "is confident
//! that …".

use super::cues::{self};
use super::{Attribution, ends, source};
use crate::grammar::{Parsed, Tag};
use crate::tokens::{Sort, Words};

pub(super) fn attributions(parsed: &Parsed<'_>) -> Vec<Attribution> {
    let mut found = vec![];
    for token in 0..parsed.text.tokens.len() {
        if parsed.text.sort(token) != Some(Sort::Word)
            || parsed.text.tokens[token].quote != crate::tokens::NONE
        {
            continue;
        }
        match parsed.tag(token) {
            Tag::Noun => found.extend(noun(parsed, token)),
            Tag::Adjective => found.extend(adjective(parsed, token)),
            _ => {}
        }
    }
    found
}

fn noun(parsed: &Parsed<'_>, token: usize) -> Option<Attribution> {
    let next_is_that = parsed.text.is(token + 1, "that");
    if !next_is_that || parsed.tag(token + 1) == Tag::Relative {
        return None;
    }
    let act = cues::noun(parsed.text.word(token))?;
    let phrase = parsed.phrase_at(token).map(|place| parsed.phrases[place])?;
    let owner = phrase
        .core
        .indices()
        .rev()
        .find(|place| parsed.text.sort(*place) == Some(Sort::Possessive))
        .map(|mark| Words::new(phrase.core.from, mark));
    let pronoun = (parsed.tag(phrase.core.from) == Tag::Possessive)
        .then(|| Words::new(phrase.core.from, phrase.core.from + 1));
    let from = token + 1;
    let to = ends::of_clause(parsed, from);
    let source = owner.or(pronoun)?;
    (to > from).then(|| Attribution {
        cue: vec![Words::new(source.to.min(token), token + 1)],
        source: Some(source),
        content: vec![Words::new(from, to)],
        act,
        ..Attribution::default()
    })
}

/// "Roe is confident that"
fn adjective(parsed: &Parsed<'_>, token: usize) -> Option<Attribution> {
    let next = token + 1;
    let takes = parsed.text.is(next, "that")
        || parsed.tag(next) == Tag::To
        || parsed.text.is(next, "of")
        || parsed.text.is(next, "about");
    if !takes || !cues::adjective(parsed.text.word(token)) {
        return None;
    }
    let verb = parsed.verbs.partition_point(|group| group.words.to <= token).checked_sub(1)?;
    let group = parsed.verbs[verb];
    let near = group.is_finite
        && group.words.to + 3 > token
        && parsed.sentence(group.main) == parsed.sentence(token)
        && parsed.tag(group.main) == Tag::Auxiliary;
    if !near {
        return None;
    }
    let subject = source::of_verb(parsed, verb).filter(|phrase| source::is_somebody(parsed, *phrase))?;
    let from = if parsed.text.is(next, "of") || parsed.text.is(next, "about") { next + 1 } else { next };
    let to = ends::of_clause(parsed, from);
    (to > from).then(|| Attribution {
        cue: vec![Words::new(group.words.from, token + 1)],
        source: Some(source::of_phrase(parsed, subject)),
        content: vec![Words::new(from, to)],
        act: "believe",
        is_attitude: true,
        negated: group.is_negated,
        ..Attribution::default()
    })
}
