//! A tag for each token: from its classes, its ending, its capitals and its neighbours.

mod capitals;
mod closed;
mod verbal;
mod weighing;

use capitals::Capitals;

use super::Tag;
use crate::lexicon::Classes;
use crate::tokens::{Case, Sort, Text, list};

/// How far ahead a finite verb is looked for, to tell "after the talks" from "after they met".
const LOOK_AHEAD: usize = 13;

/// Adverbs that are passed over between a word and what it depends on.
const ADVERBS_MAX: usize = 6;

pub(super) const VERB: Classes = Classes(
    Classes::VERB_BASE.0
        | Classes::VERB_S.0
        | Classes::VERB_PAST.0
        | Classes::VERB_PARTICIPLE.0
        | Classes::VERB_ING.0,
);
const FINITE: Classes =
    Classes(Classes::VERB_S.0 | Classes::VERB_PAST.0 | Classes::MODAL.0 | Classes::AUXILIARY.0);
const NOMINAL: Classes = Classes(
    Classes::NOUN.0
        | Classes::OFFICE.0
        | Classes::SOURCE.0
        | Classes::BODY.0
        | Classes::HUMAN.0
        | Classes::UTTERANCE.0
        | Classes::WEEKDAY.0
        | Classes::MONTH.0
        | Classes::TITLE.0,
);

/// What decides about one token.
struct Tagger<'a, 't> {
    text: &'a Text<'t>,
    classes: &'a [Classes],
    tags: Vec<Tag>,
    capitals: Capitals,
}

pub(super) fn tags(text: &Text<'_>, classes: &[Classes]) -> Vec<Tag> {
    let capitals = Capitals::of(text, classes);
    let mut tagger = Tagger { text, classes, tags: Vec::with_capacity(text.tokens.len()), capitals };
    for token in 0..text.tokens.len() {
        let tag = tagger.tag(token);
        tagger.tags.push(tag);
    }
    tagger.tags
}

impl Tagger<'_, '_> {
    fn class(&self, token: usize) -> Classes {
        self.classes.get(token).copied().unwrap_or(Classes::NONE)
    }

    fn any(&self, token: usize, classes: Classes) -> bool {
        self.class(token).any(classes)
    }

    fn before(&self, token: usize) -> Tag {
        let same = |place: usize| self.text.tokens[place].sentence == self.text.tokens[token].sentence;
        token
            .checked_sub(1)
            .filter(|place| same(*place))
            .and_then(|place| self.tags.get(place))
            .copied()
            .unwrap_or(Tag::Punctuation)
    }

    /// The tag before, adverbs and negation passed over.
    fn before_adverbs(&self, token: usize) -> Tag {
        self.before(self.past_adverbs(token))
    }

    /// The token itself, or the first of the adverbs and negations right before it.
    fn past_adverbs(&self, token: usize) -> usize {
        let is_passed = |place: &usize| matches!(self.before(*place), Tag::Adverb | Tag::Negation);
        (0..ADVERBS_MAX)
            .map(|back| token.saturating_sub(back))
            .find(|place| !is_passed(place))
            .unwrap_or(token)
    }

    fn is_first(&self, token: usize) -> bool {
        capitals::begins(self.text, token)
    }

    fn tag(&self, token: usize) -> Tag {
        match self.text.tokens[token].sort {
            Sort::Number => {
                let word = self.text.word(token);
                let is_joined = word.contains('-') && word.chars().any(char::is_alphabetic);
                if is_joined { Tag::Adjective } else { Tag::Numeral }
            }
            Sort::Possessive => self.possessive(token),
            Sort::Word => self.word(token),
            _ => Tag::Punctuation,
        }
    }

    /// "'s" after "it" or "who" is a verb; after a noun too, where an article or "not" follows.
    fn possessive(&self, token: usize) -> Tag {
        let before = self.before(token);
        let article = self.text.is_one(token + 1, list!("a an the not"));
        let going_on =
            self.any(token + 1, Classes::VERB_ING) && !self.any(token + 1, NOMINAL.with(Classes::ADJECTIVE));
        let somebody = token > 0
            && ["one", "body", "else", "other", "others"]
                .iter()
                .any(|ending| self.text.word(token - 1).ends_with(ending));
        let is_verb = match before {
            Tag::Pronoun if somebody => !self.nominal_follows(token),
            Tag::Pronoun | Tag::Relative | Tag::Subordinator => true,
            Tag::Name => false,
            _ => article || going_on,
        };
        if is_verb { Tag::Auxiliary } else { Tag::Possessive }
    }

    fn word(&self, token: usize) -> Tag {
        let classes = self.class(token);
        if self.text.tokens[token].case == Case::Lower || self.text.word(token) == "I" {
            return self.lower(token, classes);
        }
        if self.is_first(token) { self.first_capital(token, classes) } else { self.capital(token, classes) }
    }

    /// "had last met", "first spoke": neither a verb nor before a noun.
    fn counts_times(&self, token: usize) -> bool {
        let is_between = self.before(token) == Tag::Auxiliary;
        // "will next meet", "are to next meet"
        let is_ahead = self.text.is(token, "next")
            && matches!(self.before(token), Tag::Modal | Tag::To | Tag::Auxiliary)
            && self.any(token + 1, Classes::VERB_BASE);
        if is_ahead {
            return true;
        }
        (self.text.is_one(token, list!("last first"))
            || is_between && self.text.is_one(token, list!("earlier later once previously")))
            && self.any(token + 1, Classes::VERB_PARTICIPLE.with(Classes::VERB_PAST))
            && !self.any(token + 1, Classes::ADJECTIVE)
            && matches!(self.before(token), Tag::Auxiliary | Tag::Noun | Tag::Name | Tag::Pronoun)
    }

    fn lower(&self, token: usize, classes: Classes) -> Tag {
        let word = self.text.word(token);
        if self.counts_times(token) {
            return Tag::Adverb;
        }
        if classes.any(closed())
            && let Some(tag) = self.closed(token, word, classes)
        {
            return tag;
        }
        if classes.any(VERB) {
            return self.verb_or_not(token, classes);
        }
        if classes.any(Classes::NUMERAL) {
            return Tag::Numeral;
        }
        let is_person = classes.any(Classes::OFFICE.with(Classes::SOURCE).with(Classes::HUMAN));
        if classes.any(Classes::ADJECTIVE) && is_person {
            let verb_next = self
                .any(token + 1, Classes::VERB_PAST.with(Classes::MODAL).with(Classes::AUXILIARY))
                && !self.any(token + 1, NOMINAL);
            if verb_next {
                return Tag::Noun;
            }
        }
        if classes.any(Classes::ADJECTIVE) && classes.any(Classes::ADVERB) {
            return self.adjective_or_adverb(token, classes);
        }
        if classes.any(Classes::ADJECTIVE) {
            return if classes.any(NOMINAL) && !self.describes(token, classes) {
                Tag::Noun
            } else {
                Tag::Adjective
            };
        }
        if classes.any(NOMINAL) {
            return Tag::Noun;
        }
        if classes.any(Classes::ADVERB) {
            return Tag::Adverb;
        }
        if word.contains('-') && classes == Classes::NONE && self.noun_follows(token) {
            return Tag::Adjective;
        }
        let inside = matches!(
            self.before(token),
            Tag::Verb | Tag::Preposition | Tag::Punctuation | Tag::Conjunction | Tag::Adverb
        );
        if inside
            && word.len() > 5
            && (word.ends_with("ing") || word.ends_with("ed"))
            && self.noun_follows(token)
            && !self.any(token + 1, Classes::DETERMINER.with(Classes::POSSESSIVE))
        {
            return Tag::Adjective;
        }
        by_ending(word, self.before(token))
    }

    /// "early", "close", "further": an adjective before a noun or after "is", else an adverb; "back" a noun after "the".
    fn adjective_or_adverb(&self, token: usize, classes: Classes) -> Tag {
        if self.text.is(token, "longer") && token > 0 && self.text.is(token - 1, "no") {
            return Tag::Adverb;
        }
        let before = self.before(token);
        let inside = matches!(before, Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Numeral);
        let may_be_noun = classes.any(NOMINAL);
        // "left early talks to others": after a verb a noun that follows is seldom described by it.
        if self.nominal_follows(token) && (before != Tag::Verb || may_be_noun) {
            return Tag::Adjective;
        }
        match before {
            _ if inside && may_be_noun => Tag::Noun,
            _ if inside => Tag::Adjective,
            Tag::Auxiliary => Tag::Adjective,
            _ => Tag::Adverb,
        }
    }

    /// Whether an adjective describes what follows: "official talks"; one that may be a noun itself needs more:
    /// "the official stated".
    fn describes(&self, token: usize, classes: Classes) -> bool {
        if classes.any(NOMINAL) {
            self.nominal_follows(token) || self.name_follows(token)
        } else {
            self.noun_follows(token)
        }
    }

    fn name_follows(&self, token: usize) -> bool {
        let same = |next: &&crate::tokens::Token| next.sentence == self.text.tokens[token].sentence;
        let next = self.text.tokens.get(token + 1).filter(same);
        next.is_some_and(|next| {
            next.sort == Sort::Number || (next.sort == Sort::Word && next.case != Case::Lower)
        })
    }

    /// Whether the next word is a noun by the lists, or an adjective.
    fn nominal_follows(&self, token: usize) -> bool {
        let same = |next: usize| {
            self.text.tokens.get(next).is_some_and(|next| next.sentence == self.text.tokens[token].sentence)
        };
        same(token + 1)
            && self.any(token + 1, NOMINAL.with(Classes::ADJECTIVE))
            && !self.any(token + 1, closed())
    }

    /// Whether the next word can belong to a noun phrase that this one begins.
    fn noun_follows(&self, token: usize) -> bool {
        let Some(next) = self.text.tokens.get(token + 1) else { return false };
        if next.sentence != self.text.tokens[token].sentence {
            return false;
        }
        match next.sort {
            Sort::Number | Sort::OpenQuote => true,
            Sort::Word => {
                let classes = self.class(token + 1);
                next.case != Case::Lower
                    || classes.any(NOMINAL.with(Classes::ADJECTIVE).with(Classes::NUMERAL))
                    || classes == Classes::NONE
                    || (classes.any(Classes::VERB_ING.with(Classes::VERB_PARTICIPLE))
                        && !classes.any(Classes::AUXILIARY)
                        && (self.nominal_follows(token + 1) || self.name_follows(token + 1)))
            }
            _ => false,
        }
    }
}

const fn closed() -> Classes {
    Classes(
        Classes::DETERMINER.0
            | Classes::PRONOUN.0
            | Classes::POSSESSIVE.0
            | Classes::PREPOSITION.0
            | Classes::CONJUNCTION.0
            | Classes::SUBORDINATOR.0
            | Classes::RELATIVE.0
            | Classes::MODAL.0
            | Classes::AUXILIARY.0
            | Classes::NEGATION.0,
    )
}

/// A word of which nothing is known.
fn by_ending(word: &str, before: Tag) -> Tag {
    // "a two-hour phone call": a measure before a noun.
    if ["-hour", "-day", "-minute", "-week", "-way", "-level"].iter().any(|unit| word.ends_with(unit)) {
        return Tag::Adjective;
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    let long = word.len() > 4;
    if long && word.ends_with("ly") {
        return Tag::Adverb;
    }
    if long && ends(&["ous", "ful", "ive", "able", "ible", "al", "ic", "less", "ish", "ary", "ory"]) {
        return Tag::Adjective;
    }
    if long && word.ends_with("ing") {
        let inside = matches!(before, Tag::Determiner | Tag::Adjective | Tag::Possessive);
        return if inside { Tag::Noun } else { Tag::Verb };
    }
    if long && word.ends_with("ed") {
        let inside = matches!(before, Tag::Determiner | Tag::Adjective | Tag::Possessive | Tag::Preposition);
        return if inside { Tag::Adjective } else { Tag::Verb };
    }
    if word.contains('-') && !matches!(before, Tag::Determiner | Tag::Noun) {
        return Tag::Adjective;
    }
    Tag::Noun
}
