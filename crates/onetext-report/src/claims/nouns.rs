//! Nouns that carry a statement: "the envoy's claim that …", "a warning by the bank that …", "voiced doubts about …"; and
//! adjectives: "is confident that …".

use super::cues;
use super::{Attribution, ends, source};
use crate::grammar::{Parsed, Phrase, Tag};
use crate::tokens::{Sort, Words, list};

/// Words between a noun that carries a statement and the verb that has it as its object.
const OBJECT_WORDS_MAX: usize = 6;

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
            Tag::Adjective | Tag::Verb => found.extend(adjective(parsed, token)),
            _ => {}
        }
    }
    found
}

fn noun(parsed: &Parsed<'_>, token: usize) -> Option<Attribution> {
    let act = cues::noun(parsed.text.word(token))?;
    let phrase = parsed
        .phrase_at(token)
        .map(|place| parsed.phrases[place])
        .filter(|phrase| phrase.core.to == token + 1)?;
    let (author, after) =
        author(parsed, token + 1).map_or((None, token + 1), |(words, to)| (Some(words), to));
    let from = content_begins(parsed, after)?;
    let to = if from == after { ends::of_clause(parsed, from) } else { ends::of_thing(parsed, from) };
    if from == after && is_relative(parsed, Words::new(from, to)) {
        return None;
    }
    let owner = author.or_else(|| possessor(parsed, phrase));
    let holder = owner.is_none().then(|| holder(parsed, phrase)).flatten();
    let (source, cue_from) = match (owner, holder) {
        (Some(owner), _) => (Some(owner), token),
        (None, Some((source, verb))) => (Some(source), verb),
        (None, None) if cues::is_voiced(parsed.text.word(token)) => (None, token),
        (None, None) => return None,
    };
    (to > from).then(|| Attribution {
        cue: vec![Words::new(cue_from, token + 1)],
        source,
        content: vec![Words::new(from, to)],
        act,
        is_attitude: act == "believe" || act == "want",
        ..Attribution::default()
    })
}

/// "charges that the court denies": the verb has the noun as its object; "a comment that upset them": as its subject.
fn is_relative(parsed: &Parsed<'_>, content: Words) -> bool {
    let mut verb = content.from + 1;
    while parsed.tag(verb) == Tag::Adverb && !parsed.text.is(verb, "there") {
        verb += 1;
    }
    let has_no_subject = parsed.verb_at(verb).is_some_and(|verb| parsed.verbs[verb].is_finite)
        && matches!(parsed.tag(verb), Tag::Verb | Tag::Auxiliary | Tag::Modal);
    if parsed.text.is(content.from, "that") && has_no_subject {
        return true;
    }
    let last = content.to.checked_sub(1).and_then(|last| parsed.verb_at(last)).map(|verb| parsed.verbs[verb]);
    last.and_then(|group| cues::verb(parsed.lemma(group.main)))
        .is_some_and(|cue| cue.takes.any(cues::Takes::THING) && parsed.text.is(content.from, "that"))
}

/// "by the bank", "from members", "among voters" after the noun: whose it is, and where that ends.
fn author(parsed: &Parsed<'_>, token: usize) -> Option<(Words, usize)> {
    ["by", "from", "among"].iter().find(|word| parsed.text.is(token, word))?;
    let phrase = parsed
        .phrase_at(token + 1)
        .map(|place| parsed.phrases[place])
        .filter(|phrase| phrase.core.from == token + 1 && source::is_somebody(parsed, *phrase))?;
    Some((phrase.core, phrase.core.to))
}

/// Where what is said begins: at "that" or "to", or behind "of", "about", "over", "for", "against".
fn content_begins(parsed: &Parsed<'_>, after: usize) -> Option<usize> {
    let is_that = parsed.text.is(after, "that") && parsed.tag(after) != Tag::Relative;
    if is_that || parsed.tag(after) == Tag::To {
        return Some(after);
    }
    let joins = parsed.text.is_one(after, list!("of about over for against"));
    joins.then_some(after + 1)
}

/// "the envoy's", "his".
fn possessor(parsed: &Parsed<'_>, phrase: Phrase) -> Option<Words> {
    let from = phrase.core.from;
    let mark = phrase.core.indices().rev().find(|place| parsed.text.sort(*place) == Some(Sort::Possessive));
    if let Some(mark) = mark {
        return Some(Words::new(from, mark));
    }
    (parsed.tag(from) == Tag::Possessive).then(|| Words::new(from, from + 1))
}

/// "voiced doubts": the subject of the verb that has the noun as its object, and where that verb begins.
fn holder(parsed: &Parsed<'_>, phrase: Phrase) -> Option<(Words, usize)> {
    let verb = parsed.verbs.partition_point(|group| group.words.to <= phrase.core.from).checked_sub(1)?;
    let group = parsed.verbs[verb];
    let near = parsed.sentence(group.main) == parsed.sentence(phrase.head)
        && phrase.core.from - group.words.to <= OBJECT_WORDS_MAX
        && (group.words.to..phrase.core.from).all(|token| !matches!(parsed.tag(token), Tag::Punctuation))
        && !group.is_passive
        && parsed.text.tokens[group.main].quote == crate::tokens::NONE;
    if !near || !cues::holds(parsed.lemma(group.main), parsed.text.word(group.main)) {
        return None;
    }
    let subject = source::of_verb(parsed, verb).filter(|subject| source::is_somebody(parsed, *subject))?;
    (subject.core.to <= group.words.from).then(|| (source::of_phrase(parsed, subject), group.words.from))
}

/// "Doe is confident that", "is opposed to"
fn adjective(parsed: &Parsed<'_>, token: usize) -> Option<Attribution> {
    let next = token + 1;
    let takes = parsed.text.is(next, "that")
        || parsed.tag(next) == Tag::To
        || parsed.text.is_one(next, list!("of about to over"));
    if !takes || !cues::adjective(parsed.text.word(token)) {
        return None;
    }
    let verb = parsed.verbs.partition_point(|group| group.words.from < token).checked_sub(1)?;
    let group = parsed.verbs[verb];
    let near = group.is_finite
        && group.words.to + 3 > token
        && parsed.sentence(group.main) == parsed.sentence(token)
        && (parsed.tag(group.main) == Tag::Auxiliary || group.main == token && group.is_passive);
    if !near {
        return None;
    }
    let subject = source::of_verb(parsed, verb).filter(|phrase| source::is_somebody(parsed, *phrase))?;
    let is_clause = parsed.text.is(next, "that") || parsed.tag(next) == Tag::To;
    let from = if is_clause { next } else { next + 1 };
    let to = if is_clause { ends::of_clause(parsed, from) } else { ends::of_thing(parsed, from) };
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
