//! A tag for each token: from its classes, its ending, its capitals and its neighbours.

use super::Tag;
use crate::lexicon::Classes;
use crate::tokens::{Case, Sort, Text};

/// How far ahead a finite verb is looked for, to tell "after the talks" from "after they met".
const LOOK_AHEAD: usize = 9;

pub(super) const VERB: Classes = Classes(
    Classes::VERB_BASE.0 | Classes::VERB_S.0 | Classes::VERB_PAST.0 | Classes::VERB_PARTICIPLE.0 | Classes::VERB_ING.0,
);
const FINITE: Classes = Classes(Classes::VERB_S.0 | Classes::VERB_PAST.0 | Classes::MODAL.0 | Classes::AUXILIARY.0);
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
}

pub(super) fn tags(text: &Text<'_>, classes: &[Classes]) -> Vec<Tag> {
    let mut tagger = Tagger { text, classes, tags: Vec::with_capacity(text.tokens.len()) };
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
        token.checked_sub(1).filter(|place| same(*place)).and_then(|place| self.tags.get(place)).copied().unwrap_or(Tag::Punctuation)
    }

    /// The tag before, adverbs passed over.
    fn before_adverbs(&self, token: usize) -> Tag {
        let mut place = token;
        while place > 0 && self.before(place) == Tag::Adverb {
            place -= 1;
        }
        self.before(place)
    }

    fn is_first(&self, token: usize) -> bool {
        let Some(before) = token.checked_sub(1) else { return true };
        self.text.tokens[before].sentence != self.text.tokens[token].sentence
            || matches!(self.text.sort(before), Some(Sort::OpenQuote | Sort::Colon | Sort::OpenBracket | Sort::Dash))
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

    /// "'s" after a pronoun is a verb; after a name too, where what follows can be no noun of its.
    fn possessive(&self, token: usize) -> Tag {
        let before = self.before(token);
        let next_determiner = self.any(token + 1, Classes::DETERMINER.with(Classes::NEGATION).with(Classes::VERB_ING)) && !self.any(token + 1, NOMINAL);
        let is_verb = matches!(before, Tag::Pronoun | Tag::Relative | Tag::Subordinator) || (next_determiner && before != Tag::Name);
        if is_verb { Tag::Auxiliary } else { Tag::Possessive }
    }

    fn word(&self, token: usize) -> Tag {
        let classes = self.class(token);
        let case = self.text.tokens[token].case;
        let is_capital = case != Case::Lower;
        if is_capital && !self.is_first(token) && self.text.word(token) != "I" {
            return self.capital(token, classes);
        }
        if is_capital && self.text.word(token) != "I" {
            let is_plain = classes != Classes::NONE && !classes.any(Classes::FIRST_NAME) && case == Case::Capital;
            let next_is_name = self.text.tokens.get(token + 1).is_some_and(|next| next.sort == Sort::Word && next.case != Case::Lower);
            let is_function = classes.any(closed());
            if !is_plain || (next_is_name && !is_function && classes.any(Classes::TITLE.with(Classes::OFFICE))) {
                return self.unknown_capital(token);
            }
        }
        self.lower(token, classes)
    }

    /// A word with a capital inside its sentence: a name, unless it is a month or weekday, or the title of something.
    fn capital(&self, token: usize, classes: Classes) -> Tag {
        let is_headline = || {
            let sentence = self.text.sentences.get(self.text.tokens[token].sentence as usize);
            sentence.is_some_and(|sentence| {
                let words = sentence.words.indices().filter(|place| self.text.sort(*place) == Some(Sort::Word));
                let (mut capital, mut all) = (0usize, 0usize);
                for place in words {
                    all += 1;
                    capital += usize::from(self.text.tokens[place].case != Case::Lower);
                }
                all > 4 && capital * 4 > all * 3
            })
        };
        if classes.any(closed()) && !classes.any(Classes::MONTH) && self.text.tokens[token].case == Case::Capital {
            return self.lower(token, classes);
        }
        if classes.any(VERB) && is_headline() {
            return self.lower(token, classes);
        }
        Tag::Name
    }

    /// The first word of a sentence that is no common word of ours.
    fn unknown_capital(&self, token: usize) -> Tag {
        let word = self.text.word(token);
        let next_lower = self.text.tokens.get(token + 1).is_none_or(|next| next.case == Case::Lower);
        if word.ends_with("ly") && next_lower && self.class(token) == Classes::NONE {
            return Tag::Adverb;
        }
        Tag::Name
    }

    fn lower(&self, token: usize, classes: Classes) -> Tag {
        let word = self.text.word(token);
        if classes.any(closed()) {
            if let Some(tag) = self.closed(token, word, classes) {
                return tag;
            }
        }
        if classes.any(VERB) {
            return self.verb_or_not(token, classes);
        }
        if classes.any(Classes::NUMERAL) {
            return Tag::Numeral;
        }
        let is_person = classes.any(Classes::OFFICE.with(Classes::SOURCE).with(Classes::HUMAN));
        if classes.any(Classes::ADJECTIVE) && is_person {
            let verb_next = self.any(token + 1, Classes::VERB_PAST.with(Classes::MODAL).with(Classes::AUXILIARY)) && !self.any(token + 1, NOMINAL);
            if verb_next {
                return Tag::Noun;
            }
        }
        if classes.any(Classes::ADJECTIVE) {
            return if classes.any(NOMINAL) && !self.noun_follows(token) { Tag::Noun } else { Tag::Adjective };
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
        let inside = matches!(self.before(token), Tag::Verb | Tag::Preposition | Tag::Punctuation | Tag::Conjunction | Tag::Adverb);
        if inside && word.len() > 5 && (word.ends_with("ing") || word.ends_with("ed")) && self.noun_follows(token) && !self.any(token + 1, Classes::DETERMINER.with(Classes::POSSESSIVE)) {
            return Tag::Adjective;
        }
        by_ending(word, self.before(token))
    }

    /// The tag of a function word, if it is one here.
    fn closed(&self, token: usize, word: &str, classes: Classes) -> Option<Tag> {
        let next = self.class(token + 1);
        let is = |known: &str| word.eq_ignore_ascii_case(known);
        if is("that") {
            return Some(self.that(token));
        }
        if is("to") {
            return Some(self.to(token));
        }
        if is("her") || is("his") {
            let noun = self.noun_follows(token) || self.text.tokens.get(token + 1).is_some_and(|next| next.sort == Sort::Number);
            return Some(if noun { Tag::Possessive } else { Tag::Pronoun });
        }
        if is("not") || is("never") || is("n't") {
            return Some(Tag::Negation);
        }
        if classes.any(Classes::POSSESSIVE) && !is("whose") {
            return Some(Tag::Possessive);
        }
        if is("may") && self.text.tokens[token].case == Case::Capital && !self.is_first(token) {
            return Some(Tag::Name);
        }
        if is("so") || is("as") || is("like") || is("than") {
            return Some(self.preposition_or_clause(token));
        }
        if is("no") || is("neither") || is("both") || is("either") || is("all") || is("such") || is("any") || is("some") {
            let noun = self.noun_follows(token) || self.text.is(token + 1, "the");
            return Some(if noun { Tag::Determiner } else if is("no") { Tag::Negation } else { Tag::Pronoun });
        }
        if classes.any(Classes::RELATIVE) {
            let is_subordinator = classes.any(Classes::SUBORDINATOR);
            return Some(if is_subordinator && self.before(token) == Tag::Punctuation { Tag::Subordinator } else { Tag::Relative });
        }
        let after_article = matches!(self.before(token), Tag::Determiner | Tag::Possessive);
        if after_article && ["past", "near", "opposite", "following", "outside", "inside"].iter().any(|known| is(known)) {
            return Some(Tag::Adjective);
        }
        if classes.any(Classes::PREPOSITION) {
            if classes.any(Classes::SUBORDINATOR) {
                return Some(self.preposition_or_clause(token));
            }
            let is_participle = is("including") || is("following") || is("regarding") || is("concerning");
            let verb_before = matches!(self.before(token), Tag::Auxiliary);
            return Some(if is_participle && verb_before { Tag::Verb } else { Tag::Preposition });
        }
        if classes.any(Classes::MODAL) {
            let is_noun = matches!(self.before(token), Tag::Determiner | Tag::Possessive | Tag::Adjective);
            return Some(if is_noun { Tag::Noun } else { Tag::Modal });
        }
        if classes.any(Classes::AUXILIARY) {
            return Some(Tag::Auxiliary);
        }
        if classes.any(Classes::DETERMINER) {
            if classes.any(Classes::PRONOUN) && !self.noun_follows(token) && !next.any(Classes::NUMERAL) {
                return Some(Tag::Pronoun);
            }
            return Some(Tag::Determiner);
        }
        if classes.any(Classes::PRONOUN) {
            return Some(Tag::Pronoun);
        }
        if classes.any(Classes::CONJUNCTION) {
            return Some(Tag::Conjunction);
        }
        if classes.any(Classes::SUBORDINATOR) {
            return Some(Tag::Subordinator);
        }
        None
    }

    fn that(&self, token: usize) -> Tag {
        let next = self.class(token + 1);
        let before = self.before_adverbs(token);
        let next_noun = self.noun_follows(token) && !next.any(Classes::PRONOUN.with(Classes::DETERMINER));
        let verb_next = next.any(FINITE) && !next.any(NOMINAL);
        match before {
            Tag::Preposition => Tag::Determiner,
            Tag::Noun | Tag::Name if verb_next => Tag::Relative,
            Tag::Noun | Tag::Name => Tag::Subordinator,
            Tag::Verb | Tag::Auxiliary if verb_next => Tag::Pronoun,
            Tag::Punctuation if verb_next => Tag::Pronoun,
            Tag::Verb | Tag::Adjective | Tag::Pronoun => Tag::Subordinator,
            Tag::Conjunction | Tag::Punctuation if self.finite_ahead(token) => Tag::Subordinator,
            _ if next_noun => Tag::Determiner,
            _ => Tag::Subordinator,
        }
    }

    fn to(&self, token: usize) -> Tag {
        let mut next = token + 1;
        while self.any(next, Classes::ADVERB.with(Classes::NEGATION)) && !self.any(next, Classes::VERB_BASE) && next < token + 3 {
            next += 1;
        }
        let word = self.text.tokens.get(next).copied();
        let base = self.any(next, Classes::VERB_BASE) || ["be", "have", "do"].iter().any(|verb| self.text.is(next, verb));
        let lower = word.is_some_and(|word| word.case == Case::Lower);
        // "to work" or "to work of others": a verb unless a noun must stand there.
        let is_noun = self.any(next, NOMINAL) && matches!(self.before(token), Tag::Noun) && self.text.is(next + 1, "of");
        if base && lower && !is_noun { Tag::To } else { Tag::Preposition }
    }

    /// "after the talks" or "after they met".
    fn preposition_or_clause(&self, token: usize) -> Tag {
        let is_clause = self.finite_ahead(token) && !self.any(token + 1, Classes::VERB_ING);
        if is_clause {
            return Tag::Subordinator;
        }
        if self.any(token, Classes::PREPOSITION) { Tag::Preposition } else { Tag::Adverb }
    }

    /// Whether a subject and a finite verb follow before the next mark.
    fn finite_ahead(&self, token: usize) -> bool {
        let mut has_subject = false;
        for place in token + 1..(token + 1 + LOOK_AHEAD).min(self.text.tokens.len()) {
            let (Some(sort), classes) = (self.text.sort(place), self.class(place)) else { return false };
            if !matches!(sort, Sort::Word | Sort::Number | Sort::Possessive | Sort::OpenQuote | Sort::CloseQuote) {
                return false;
            }
            let is_plain_finite = classes.any(Classes::MODAL.with(Classes::AUXILIARY))
                || (classes.any(Classes::VERB_PAST.with(Classes::VERB_S)) && !classes.any(NOMINAL.with(Classes::ADJECTIVE)));
            if has_subject && is_plain_finite && self.text.tokens[place].case == Case::Lower {
                return true;
            }
            if classes.any(Classes::PRONOUN) && !classes.any(Classes::DETERMINER) && !has_subject {
                // "after he", "as they": hardly anything else follows a subject pronoun.
                if ["he", "she", "they", "we", "i", "it", "you"].iter().any(|word| self.text.is(place, word)) {
                    return true;
                }
            }
            has_subject |= self.text.tokens[place].case != Case::Lower || classes.any(NOMINAL.with(Classes::PRONOUN)) || classes == Classes::NONE || classes.any(Classes::DETERMINER);
        }
        false
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
                    || (classes.any(Classes::VERB_ING.with(Classes::VERB_PARTICIPLE)) && !classes.any(Classes::AUXILIARY))
                    || (classes.any(Classes::VERB_BASE) && !classes.any(closed()))
            }
            _ => false,
        }
    }

    /// A form that may be a verb: noun, adjective or verb here?
    fn verb_or_not(&self, token: usize, classes: Classes) -> Tag {
        let before = self.before_adverbs(token);
        let may_be_noun = classes.any(NOMINAL);
        let direct = self.before(token);
        if matches!(before, Tag::To | Tag::Modal) {
            return Tag::Verb;
        }
        if classes.any(Classes::VERB_ING) && !classes.any(Classes::VERB_BASE) {
            return self.gerund(token, direct, may_be_noun);
        }
        if classes.any(Classes::VERB_PAST.with(Classes::VERB_PARTICIPLE)) && !classes.any(Classes::VERB_BASE.with(Classes::VERB_S)) {
            let inside = matches!(direct, Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Numeral | Tag::Preposition);
            if inside && self.noun_follows(token) {
                return Tag::Adjective;
            }
            if inside && (may_be_noun || direct == Tag::Determiner) {
                return if classes.any(Classes::ADJECTIVE) { Tag::Adjective } else { Tag::Noun };
            }
            return Tag::Verb;
        }
        if matches!(direct, Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Numeral) {
            return if classes.any(Classes::ADJECTIVE) && self.noun_follows(token) { Tag::Adjective } else { Tag::Noun };
        }
        if direct == Tag::Preposition {
            return if classes.any(Classes::ADJECTIVE) { Tag::Adjective } else { Tag::Noun };
        }
        match before {
            Tag::Pronoun | Tag::Relative => return Tag::Verb,
            Tag::Auxiliary if classes.any(Classes::ADJECTIVE) => return Tag::Adjective,
            Tag::Auxiliary if may_be_noun && !classes.any(Classes::VERB_PARTICIPLE) && !self.is_do(token) => return Tag::Noun,
            Tag::Auxiliary => return Tag::Verb,
            _ => {}
        }
        if classes.any(Classes::ADJECTIVE) && self.noun_follows(token) {
            return Tag::Adjective;
        }
        let is_base = classes.any(Classes::VERB_BASE) && !classes.any(Classes::VERB_S.with(Classes::VERB_PAST));
        if is_base && direct == Tag::Verb && !classes.any(Classes::ADJECTIVE) {
            return Tag::Noun;
        }
        if !may_be_noun && !classes.any(Classes::ADJECTIVE) {
            return Tag::Verb;
        }
        if matches!(before, Tag::Noun | Tag::Name) && self.object_follows(token) && (classes.any(Classes::VERB_S.with(Classes::VERB_PAST)) || self.is_plural(token)) {
            return Tag::Verb;
        }
        let third = classes.any(Classes::VERB_S) && self.before(token) == Tag::Name && token > 0 && !self.text.word(token - 1).ends_with('s');
        let next = self.text.tokens.get(token + 1);
        if third && next.is_some_and(|next| next.case == Case::Lower && next.sort == Sort::Word) && self.any(token + 1, Classes::NOUN.with(Classes::ADJECTIVE)) && !self.any(token + 1, VERB) {
            return Tag::Verb;
        }
        // "…, Axios reports, citing": a name between a mark and a verb of the third person before a mark.
        let ends = next.is_none_or(|next| matches!(next.sort, Sort::Comma | Sort::FullStop));
        if classes.any(Classes::VERB_S) && self.before(token) == Tag::Name && ends && self.name_follows_mark(token) {
            return Tag::Verb;
        }
        if classes.any(Classes::ADJECTIVE) && !may_be_noun { Tag::Adjective } else { Tag::Noun }
    }

    /// Whether the name before a token begins right after a comma or closing quotation mark.
    fn name_follows_mark(&self, token: usize) -> bool {
        let mut place = token;
        while place > 0 && self.tags.get(place - 1) == Some(&Tag::Name) {
            place -= 1;
        }
        let article = place > 0 && self.tags.get(place - 1) == Some(&Tag::Determiner);
        let before = place.checked_sub(1 + usize::from(article));
        before.is_some_and(|before| matches!(self.text.sort(before), Some(Sort::Comma | Sort::CloseQuote)))
    }

    fn gerund(&self, token: usize, before: Tag, may_be_noun: bool) -> Tag {
        match before {
            Tag::Auxiliary => Tag::Verb,
            Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Numeral => {
                if self.noun_follows(token) && !may_be_noun { Tag::Adjective } else { Tag::Noun }
            }
            _ if may_be_noun && !self.object_follows(token) => Tag::Noun,
            _ => Tag::Verb,
        }
    }

    /// Whether a form of "do" stands before: "did not comment".
    fn is_do(&self, token: usize) -> bool {
        (1..4).any(|back| token.checked_sub(back).is_some_and(|place| ["do", "does", "did", "don't", "doesn't", "didn't"].iter().any(|verb| self.text.is(place, verb))))
    }

    /// Whether the subject before is a plural: "officials plan".
    fn is_plural(&self, token: usize) -> bool {
        let mut place = token;
        while place > 0 && self.before(place) == Tag::Adverb {
            place -= 1;
        }
        let joined = place.checked_sub(2).is_some_and(|and| self.text.is(and, "and"));
        joined || place.checked_sub(1).is_some_and(|before| {
            let word = self.text.word(before);
            word.ends_with('s') && !word.ends_with("ss")
        })
    }

    /// Whether what follows can be the complement of a verb.
    fn object_follows(&self, token: usize) -> bool {
        let next = self.class(token + 1);
        if self.text.tokens.get(token + 1).is_some_and(|token| matches!(token.sort, Sort::OpenQuote)) {
            return true;
        }
        let is_name = self.text.tokens.get(token + 1).is_some_and(|next| next.sort == Sort::Word && next.case != Case::Lower);
        is_name
            || next.any(Classes::DETERMINER.with(Classes::PRONOUN).with(Classes::POSSESSIVE))
            || ["to", "that", "for", "on", "with", "whether", "how", "what", "why"].iter().any(|word| self.text.is(token + 1, word))
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
