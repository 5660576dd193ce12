//! One verb group: does it attribute something, to whom, and what?

use super::cues::{self, Cue, Takes};
use super::{Attribution, after, before, idioms, passive, quoted, relative, source};
use crate::grammar::{Parsed, Phrase, Tag};
use crate::lexicon::Classes;
use crate::tokens::{Sort, Words, list};

/// A verb that may attribute something.
pub(super) struct Asked {
    pub(super) verb: usize,
    /// The verb group with what governs it: "continues to demand".
    pub(super) words: Words,
    pub(super) cue: Cue,
    pub(super) lemma: &'static str,
}

pub(super) fn attribution(parsed: &Parsed<'_>, verb: usize, found: &[Attribution]) -> Option<Attribution> {
    if quoted::as_saying(parsed, verb).is_some()
        && parsed.text.tokens[parsed.verbs[verb].main].quote == crate::tokens::NONE
    {
        return quoted::attribution(parsed, verb);
    }
    let asked = asked(parsed, verb)?;
    let group = parsed.verbs[verb];
    if group.is_passive {
        return passive::attribution(parsed, &asked);
    }
    let inverted = inverted(parsed, &asked);
    let subject = inverted.or_else(|| own_subject(parsed, verb, &asked, found));
    let subject = subject.filter(|phrase| source::may_speak(parsed, *phrase));
    if is_visit(parsed, &asked) {
        return None;
    }
    let from =
        inverted.map_or(asked.words.to, |phrase| source::of_phrase(parsed, phrase).to.max(asked.words.to));
    let rest = after::complement(parsed, &asked, from);
    let preposed = before::content(parsed, &asked, subject, inverted.is_some(), rest.has_content());
    let subject = subject.filter(|subject| !parsed.text.is(subject.head, "you"))?;
    if is_silent(parsed, &asked, subject) {
        return None;
    }
    let mut content = preposed;
    if content.is_empty() {
        content.extend(relative::antecedent(parsed, &asked, subject, rest.has_content()));
    }
    content.extend(rest.content.iter().map(|piece| within_aside(parsed, verb, *piece)));
    if !speaks(parsed, &asked, subject, !content.is_empty()) {
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

/// "Roe, who had warned that it would fail, phoned Doe": what is said in an aside ends where the main verb follows.
fn within_aside(parsed: &Parsed<'_>, verb: usize, piece: Words) -> Words {
    let group = parsed.verbs[verb];
    let is_aside = group.words.from > 1
        && parsed.text.is_one(group.words.from - 1, list!("who which"))
        && parsed.text.sort(group.words.from - 2) == Some(Sort::Comma);
    let closes = |token: &usize| {
        let is_outside = parsed.text.tokens[*token].quote == crate::tokens::NONE;
        let next = parsed.verb_at(*token + 1).map(|verb| parsed.verbs[verb]);
        is_outside
            && parsed.text.sort(*token) == Some(Sort::Comma)
            && next.is_some_and(|next| next.is_finite && next.words.from == *token + 1)
    };
    let close = piece.indices().find(closes).filter(|_| is_aside);
    Words::new(piece.from, close.unwrap_or(piece.to))
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
            .or_else(|| idioms::particle_behind(parsed, lemma, group.words.to))
    });
    // "will hold talks": only "held that" says something.
    if lemma == "hold" && !parsed.text.is(group.words.to, "that") {
        return None;
    }
    let idiom = idioms::phrase(parsed, lemma, group.words.to);
    let estimate = idioms::estimate(parsed, lemma, group.words.to)
        .map(|_| Cue { takes: Takes::THING.with(Takes::ATTITUDE), act: "assess" });
    let idiom = idiom.filter(|_| estimate.is_none());
    let cue = idiom.map(|(cue, _)| cue).or(cue).or(estimate)?;
    let mut words = governed(parsed, verb)?;
    words.to = idiom.map_or(words.to, |(_, to)| to);
    Some(Asked { verb, words, cue, lemma })
}

/// The words of the cue: an infinitive takes the verb before it along ("continues to demand"), unless that one attributes it.
fn governed(parsed: &Parsed<'_>, verb: usize) -> Option<Words> {
    let group = parsed.verbs[verb];
    let starts_to = parsed.tag(group.words.from) == Tag::To;
    if !starts_to {
        return Some(group.words);
    }
    if let Some(ready) = idioms::ready(parsed, group.words.from) {
        return Some(Words::new(parsed.verbs[ready].words.from, group.words.to));
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
    let has_verb = parsed.verb_at(source::of_phrase(parsed, next).to).is_some()
        || begins_pair_with_verb(parsed, source::of_phrase(parsed, next).to);
    let is_somebody = source::is_somebody(parsed, next);
    // A comma before and a subject of its own: "..., Trump, who said".
    let takes_hearer = asked.cue.takes.any(Takes::HEARER);
    (opens && !has_verb && is_somebody && !takes_hearer).then_some(next)
}

/// "said Roe and Doe had agreed": two whose verb follows.
fn begins_pair_with_verb(parsed: &Parsed<'_>, and: usize) -> bool {
    let other = parsed.phrase_at(and + 1).map(|place| parsed.phrases[place]);
    parsed.tag(and) == Tag::Conjunction
        && other.is_some_and(|other| {
            other.core.from == and + 1
                && parsed.verb_at(other.whole.to).is_some_and(|verb| parsed.verbs[verb].is_finite)
        })
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
        if let Some(coming) = came_out(parsed, verb, before) {
            return source::of_verb(parsed, coming);
        }
        let noun = parsed
            .phrase_before(group.words.from)
            .map(|place| parsed.phrases[place])
            .filter(|phrase| phrase.core.to == group.words.from)?;
        return parsed.class(noun.head).any(Classes::UTTERANCE).then_some(noun);
    }
    source::of_verb(parsed, verb)
}

/// "called on the minister" without "to": a visit. "cited two people": who is cited says it.
fn is_visit(parsed: &Parsed<'_>, asked: &Asked) -> bool {
    let next = asked.words.to;
    if asked.lemma == "cite" {
        let cited = parsed.phrase_at(next).map(|place| parsed.phrases[place]);
        return cited.is_some_and(|phrase| {
            parsed.class(phrase.head).any(Classes::SOURCE.with(Classes::OFFICE).with(Classes::HUMAN))
        });
    }
    let calls_on = asked.lemma == "call" && (parsed.text.is(next, "on") || parsed.text.is(next, "upon"));
    let end = super::ends::of_clause(parsed, next + 1);
    calls_on && (next..end).all(|token| parsed.tag(token) != Tag::To)
}

/// "came out saying": the verb of coming right before the participle.
fn came_out(parsed: &Parsed<'_>, verb: usize, before: usize) -> Option<usize> {
    let coming = verb.checked_sub(1)?;
    let group = parsed.verbs[coming];
    let near = group.words.to + 1 >= parsed.verbs[verb].words.from && before + 2 >= group.words.to;
    (near && ["come", "go"].contains(&parsed.lemma(group.main))).then_some(coming)
}

/// Verbs of saying whose absence says nothing.
const SILENT: &[&str] = &["comment", "respond", "reply", "elaborate", "answer", "speak", "speculate"];

/// "did not comment on", "declined to comment", "neither side commented on": nothing was said.
fn is_silent(parsed: &Parsed<'_>, asked: &Asked, subject: Phrase) -> bool {
    let nobody = parsed.text.is_one(subject.core.from, list!("neither nobody no none"));
    let keeps_quiet = ["refuse", "decline"].contains(&asked.lemma)
        && parsed.tag(asked.words.to) == Tag::To
        && parsed.verb_at(asked.words.to).is_some_and(|verb| {
            SILENT.contains(&parsed.lemma(parsed.verbs[verb].main))
                || parsed.text.is(asked.words.to + 1, "be")
        });
    if keeps_quiet {
        return true;
    }
    let negated = parsed.verbs[asked.verb].is_negated || nobody;
    // "did not say whether he would go", "would not say when"
    let is_open = parsed.text.is_one(asked.words.to, list!("whether when"));
    if negated && is_open && asked.lemma == "say" {
        return true;
    }
    negated && SILENT.contains(&asked.lemma)
}

/// Verbs that mean something else where nobody speaks: "the plan suggests", "prices added".
fn speaks(parsed: &Parsed<'_>, asked: &Asked, subject: Phrase, has_content: bool) -> bool {
    if !has_content {
        return false;
    }
    // "its own account described the meeting as"
    let is_account = parsed.text.is(subject.head, "account")
        && subject.core.indices().any(|token| parsed.tag(token) == Tag::Possessive);
    let is_thing = !source::is_somebody(parsed, subject) && !is_account;
    // What things do with a clause they say: "the figures suggest that". What they do with a thing they do.
    !is_thing || asked.cue.takes.any(Takes::QUOTE) || asked.cue.takes.any(Takes::CLAUSE)
}
