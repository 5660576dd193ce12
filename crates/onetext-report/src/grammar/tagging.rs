//! A tag for each token: from its classes, its ending, its capitals and its neighbours.

mod closed;
mod verbal;

use super::Tag;
use crate::lexicon::Classes;
use crate::tokens::{Case, Sort, Text};

/// How far ahead a finite verb is looked for, to tell "after the talks" from "after they met".
const LOOK_AHEAD: usize = 9;

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
        token
            .checked_sub(1)
            .filter(|place| same(*place))
            .and_then(|place| self.tags.get(place))
            .copied()
            .unwrap_or(Tag::Punctuation)
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
            || matches!(
                self.text.sort(before),
                Some(Sort::OpenQuote | Sort::Colon | Sort::OpenBracket | Sort::Dash)
            )
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
        let next_determiner = self
            .any(token + 1, Classes::DETERMINER.with(Classes::NEGATION).with(Classes::VERB_ING))
            && !self.any(token + 1, NOMINAL);
        let is_verb = matches!(before, Tag::Pronoun | Tag::Relative | Tag::Subordinator)
            || (next_determiner && before != Tag::Name);
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
            let is_plain =
                classes != Classes::NONE && !classes.any(Classes::FIRST_NAME) && case == Case::Capital;
            let next_is_name = self
                .text
                .tokens
                .get(token + 1)
                .is_some_and(|next| next.sort == Sort::Word && next.case != Case::Lower);
            let is_function = classes.any(closed());
            if !is_plain
                || (next_is_name && !is_function && classes.any(Classes::TITLE.with(Classes::OFFICE)))
            {
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
                let words =
                    sentence.words.indices().filter(|place| self.text.sort(*place) == Some(Sort::Word));
                let (mut capital, mut all) = (0usize, 0usize);
                for place in words {
                    all += 1;
                    capital += usize::from(self.text.tokens[place].case != Case::Lower);
                }
                all > 4 && capital * 4 > all * 3
            })
        };
        if classes.any(closed())
            && !classes.any(Classes::MONTH)
            && self.text.tokens[token].case == Case::Capital
        {
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
        if classes.any(Classes::ADJECTIVE) {
            return if classes.any(NOMINAL) && !self.noun_follows(token) {
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
                        && !classes.any(Classes::AUXILIARY))
                    || (classes.any(Classes::VERB_BASE) && !classes.any(closed()))
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
