//! One verb group: does it attribute something, to whom, and what?

use super::cues::{self, Cue, Takes};
use super::{Attribution, after, before, source};
use crate::grammar::{Parsed, Phrase, Tag};
use crate::lexicon::Classes;
use crate::tokens::{Sort, Words};

/// A verb that may attribute something.
pub(super) struct Asked {
    pub(super) verb: usize,
    /// The verb group with what governs it: "continues to demand".
    pub(super) words: Words,
    pub(super) cue: Cue,
    pub(super) lemma: &'static str,
}

pub(super) fn attribution(parsed: &Parsed<'_>, verb: usize, found: &[Attribution]) -> Option<Attribution> {
    let asked = asked(parsed, verb)?;
    let group = parsed.verbs[verb];
    if group.is_passive {
        return passive(parsed, &asked);
    }
    let inverted = inverted(parsed, &asked);
    let subject = inverted.or_else(|| own_subject(parsed, verb, &asked, found));
    let subject = subject.filter(|phrase| source::may_speak(parsed, *phrase));
    let from =
        inverted.map_or(asked.words.to, |phrase| source::of_phrase(parsed, phrase).to.max(asked.words.to));
    let rest = after::complement(parsed, &asked, from);
    let preposed = before::content(parsed, &asked, subject, inverted.is_some(), rest.has_content());
    let subject = subject?;
    if is_silent(parsed, &asked, subject) {
        return None;
    }
    if !speaks(parsed, &asked, subject, rest.has_content() || !preposed.is_empty()) {
        return None;
    }
    let mut content = preposed;
    content.extend(rest.content.iter().copied());
    if content.is_empty() {
        return None;
    }
    Some(Attribution {
        cue: std::iter::once(Words::new(asked.words.from, rest.cue_to.max(asked.words.to))).collect(),
        source: Some(source::of_phrase(parsed, subject)),
        content,
        act: rest.act.unwrap_or(asked.cue.act),
        is_attitude: asked.cue.takes.any(Takes::ATTITUDE),
        negated: group.is_negated,
        addressee: rest.addressee,
        said_when: rest.said_when,
        ..Attribution::default()
    })
}

fn asked(parsed: &Parsed<'_>, verb: usize) -> Option<Asked> {
    let group = parsed.verbs[verb];
    let lemma = parsed.lemma(group.main);
    // What is said inside a quotation is the quotation's.
    if parsed.tag(group.main) != Tag::Verb || parsed.text.tokens[group.main].quote != crate::tokens::NONE {
        return None;
    }
    if lemma == "cite" && parsed.text.is(group.main, "citing") {
        return None;
    }
    let cue = cues::verb(lemma).or_else(|| {
        cues::with_preposition(lemma, parsed.text.word(group.words.to))
            .map(|act| Cue { takes: Takes::AFTER, act })
    })?;
    let words = governed(parsed, verb)?;
    Some(Asked { verb, words, cue, lemma })
}

/// The words of the cue: an infinitive takes the verb before it along ("continues to demand"), unless that one attributes it.
fn governed(parsed: &Parsed<'_>, verb: usize) -> Option<Words> {
    let group = parsed.verbs[verb];
    let starts_to = parsed.tag(group.words.from) == Tag::To;
    if !starts_to {
        return Some(group.words);
    }
    let before = verb
        .checked_sub(1)
        .map(|before| parsed.verbs[before])
        .filter(|before| before.words.to == group.words.from)?;
    // "refused to say": what is refused is the statement.
    let is_cue = cues::verb(parsed.lemma(before.main)).is_some_and(|cue| cue.takes.any(Takes::TO));
    if is_cue || before.is_passive { None } else { Some(Words::new(before.words.from, group.words.to)) }
}

/// "..., said the minister" and "said the minister".
fn inverted(parsed: &Parsed<'_>, asked: &Asked) -> Option<Phrase> {
    if !asked.cue.takes.any(Takes::QUOTE) || asked.words.to != asked.words.from + 1 {
        return None;
    }
    let class = parsed.class(asked.words.from);
    if !class.any(Classes::VERB_PAST.with(Classes::VERB_S)) {
        return None;
    }
    let is_first = parsed.sentence(asked.words.from).from == asked.words.from;
    let before = asked.words.from.saturating_sub(1);
    let opens = is_first
        || matches!(
            parsed.text.sort(before),
            Some(Sort::Comma | Sort::CloseQuote | Sort::Dash | Sort::Question | Sort::Exclamation)
        );
    let next = parsed
        .phrase_at(asked.words.to)
        .map(|place| parsed.phrases[place])
        .filter(|phrase| phrase.core.from == asked.words.to)?;
    // What follows must be who says it: nothing of a clause begins after.
    let has_verb = parsed.verb_at(source::of_phrase(parsed, next).to).is_some();
    let is_somebody = source::is_somebody(parsed, next);
    // A comma before and a subject of its own: "..., Trump, who said".
    let takes_hearer = asked.cue.takes.any(Takes::HEARER);
    (opens && !has_verb && is_somebody && !takes_hearer).then_some(next)
}

fn own_subject(parsed: &Parsed<'_>, verb: usize, asked: &Asked, found: &[Attribution]) -> Option<Phrase> {
    let group = parsed.verbs[verb];
    let starts_to = parsed.tag(group.words.from) == Tag::To;
    if starts_to && asked.words.from < group.words.from {
        return source::of_verb(parsed, verb - 1);
    }
    if !group.is_finite {
        return participle(parsed, verb, found);
    }
    source::of_verb(parsed, verb)
}

/// ", adding that": only a participle that stands free, or after "while" and the like.
fn participle(parsed: &Parsed<'_>, verb: usize, _found: &[Attribution]) -> Option<Phrase> {
    let group = parsed.verbs[verb];
    let class = parsed.class(group.main);
    if !class.any(Classes::VERB_ING) {
        return None;
    }
    let mut before = group.words.from.checked_sub(1)?;
    while before > 0 && matches!(parsed.tag(before), Tag::Adverb | Tag::Conjunction) {
        before -= 1;
    }
    let is_free = matches!(parsed.text.sort(before), Some(Sort::Comma | Sort::CloseQuote | Sort::Dash))
        || parsed.text.is(before, "while")
        || parsed.text.is(before, "by")
        || parsed.text.is(before, "before")
        || parsed.text.is(before, "after")
        || parsed.text.is(before, "in");
    let is_first = parsed.sentence(group.main).from == group.words.from;
    if !is_free && !is_first {
        // "statement saying that", "a letter calling for"
        let noun = parsed
            .phrase_before(group.words.from)
            .map(|place| parsed.phrases[place])
            .filter(|phrase| phrase.core.to == group.words.from)?;
        return parsed.class(noun.head).any(Classes::UTTERANCE).then_some(noun);
    }
    source::of_verb(parsed, verb)
}

/// "was described by Doe as", "was quoted as saying".
fn passive(parsed: &Parsed<'_>, asked: &Asked) -> Option<Attribution> {
    let group = parsed.verbs[asked.verb];
    let sentence = parsed.sentence(group.main);
    let by =
        (asked.words.to..sentence.to.min(asked.words.to + 12)).find(|token| parsed.text.is(*token, "by"))?;
    let agent = parsed.phrase_at(by + 1).map(|place| parsed.phrases[place])?;
    let subject = source::of_verb(parsed, asked.verb)?;
    let source = source::of_phrase(parsed, agent);
    let mut content = vec![source::of_phrase(parsed, subject)];
    if parsed.text.is(source.to, "as") || parsed.text.is(source.to, "of") || parsed.text.is(source.to, "for")
    {
        content.push(Words::new(source.to, super::ends::of_clause(parsed, source.to)));
    }
    let takes = Takes::AS;
    (asked.cue.takes.any(takes) || asked.cue.takes.any(Takes::OF)).then(|| Attribution {
        cue: vec![Words::new(asked.words.from, by + 1)],
        source: Some(source),
        content,
        act: asked.cue.act,
        negated: group.is_negated,
        ..Attribution::default()
    })
}

/// "did not comment on", "neither side commented on": nothing was said.
fn is_silent(parsed: &Parsed<'_>, asked: &Asked, subject: Phrase) -> bool {
    let nobody =
        ["neither", "nobody", "no", "none"].iter().any(|word| parsed.text.is(subject.core.from, word));
    let negated = parsed.verbs[asked.verb].is_negated || nobody;
    negated && ["comment", "respond", "reply", "elaborate", "answer", "speak"].contains(&asked.lemma)
}

/// Verbs that mean something else where nobody speaks: "the plan suggests", "prices added".
fn speaks(parsed: &Parsed<'_>, asked: &Asked, subject: Phrase, has_content: bool) -> bool {
    if !has_content {
        return false;
    }
    let is_thing = !source::is_somebody(parsed, subject);
    // What things do with a clause they say: "the figures suggest that". What they do with a thing they do.
    !is_thing || asked.cue.takes.any(Takes::QUOTE) || asked.cue.takes.any(Takes::CLAUSE)
}
