//! Function words: which of their classes they have here.

use super::{FINITE, LOOK_AHEAD, NOMINAL, Tagger};
use crate::grammar::Tag;
use crate::lexicon::Classes;
use crate::tokens::{Case, Sort, list};

impl Tagger<'_, '_> {
    /// The tag of a function word, if it is one here.
    pub(super) fn closed(&self, token: usize, word: &str, classes: Classes) -> Option<Tag> {
        let is = |known: &str| word.eq_ignore_ascii_case(known);
        if is("that") {
            return Some(self.that(token));
        }
        if is("to") {
            return Some(self.to(token));
        }
        if is("her") || is("his") {
            let noun = self.noun_follows(token)
                || self.text.tokens.get(token + 1).is_some_and(|next| next.sort == Sort::Number);
            return Some(if noun { Tag::Possessive } else { Tag::Pronoun });
        }
        // "ordered their teams back to the table"
        if is("back") && self.text.is(token + 1, "to") {
            return Some(Tag::Adverb);
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
        if is("no") && self.text.is(token + 1, "longer") {
            return Some(Tag::Negation);
        }
        let counted =
            matches!(self.before(token), Tag::Determiner | Tag::Adjective | Tag::Numeral | Tag::Possessive);
        if is("half") && counted {
            return Some(Tag::Noun);
        }
        if is("one") {
            return Some(if self.nominal_follows(token) { Tag::Numeral } else { Tag::Pronoun });
        }
        if is("no")
            || is("neither")
            || is("both")
            || is("either")
            || is("all")
            || is("such")
            || is("any")
            || is("some")
        {
            let noun = self.noun_follows(token) || self.text.is(token + 1, "the");
            return Some(if noun {
                Tag::Determiner
            } else if is("no") {
                Tag::Negation
            } else {
                Tag::Pronoun
            });
        }
        self.by_class(token, word, classes)
    }

    /// The tag by the class alone; of several the one that most often holds.
    fn by_class(&self, token: usize, word: &str, classes: Classes) -> Option<Tag> {
        let next = self.class(token + 1);
        let is = |known: &str| word.eq_ignore_ascii_case(known);
        if classes.any(Classes::RELATIVE) {
            let is_subordinator = classes.any(Classes::SUBORDINATOR);
            return Some(if is_subordinator && self.before(token) == Tag::Punctuation {
                Tag::Subordinator
            } else {
                Tag::Relative
            });
        }
        let after_article = matches!(self.before(token), Tag::Determiner | Tag::Possessive);
        if after_article
            && ["past", "near", "opposite", "following", "outside", "inside"].iter().any(|known| is(known))
        {
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
        // "most widely read papers": an adverb may stand before the noun.
        let next_is_adverb = self.text.word(token + 1).ends_with("ly") && self.noun_follows(token + 1);
        let has_noun = self.noun_follows(token) || next.any(Classes::NUMERAL) || next_is_adverb;
        let stands_alone = classes.any(Classes::PRONOUN) && !has_noun;
        let by_class = [
            (Classes::AUXILIARY, Tag::Auxiliary),
            (Classes::DETERMINER, if stands_alone { Tag::Pronoun } else { Tag::Determiner }),
            (Classes::PRONOUN, Tag::Pronoun),
            (Classes::CONJUNCTION, Tag::Conjunction),
            (Classes::SUBORDINATOR, Tag::Subordinator),
        ];
        by_class.into_iter().find(|(class, _)| classes.any(*class)).map(|(_, tag)| tag)
    }

    /// "that" points, joins or relates.
    pub(super) fn that(&self, token: usize) -> Tag {
        let next = self.class(token + 1);
        let before = self.before_adverbs(token);
        let next_noun = self.noun_follows(token) && !next.any(Classes::PRONOUN.with(Classes::DETERMINER));
        let verb_next = next.any(FINITE) && !next.any(NOMINAL);
        match before {
            Tag::Preposition => Tag::Determiner,
            Tag::Noun | Tag::Name if verb_next => Tag::Relative,
            Tag::Verb | Tag::Auxiliary | Tag::Punctuation if verb_next => Tag::Pronoun,
            Tag::Noun | Tag::Name | Tag::Verb | Tag::Adjective | Tag::Pronoun => Tag::Subordinator,
            Tag::Punctuation
                if self.is_first(token)
                    && self.nominal_follows(token)
                    && !self.text.word(token + 1).ends_with('s') =>
            {
                Tag::Determiner
            }
            Tag::Conjunction | Tag::Punctuation if self.finite_ahead(token) => Tag::Subordinator,
            _ if next_noun => Tag::Determiner,
            _ => Tag::Subordinator,
        }
    }

    /// "to" before a verb or before a noun.
    pub(super) fn to(&self, token: usize) -> Tag {
        let mut next = token + 1;
        while self.any(next, Classes::ADVERB.with(Classes::NEGATION))
            && !self.any(next, Classes::VERB_BASE)
            && next < token + 3
        {
            next += 1;
        }
        let word = self.text.tokens.get(next).copied();
        let base = self.any(next, Classes::VERB_BASE) || self.text.is_one(next, list!("be have do"));
        let lower = word.is_some_and(|word| word.case == Case::Lower);
        // "to work" or "to work of others": a verb unless a noun must stand there.
        let is_noun = self.any(next, NOMINAL)
            && matches!(self.before(token), Tag::Noun)
            && self.text.is(next + 1, "of");
        if base && lower && !is_noun { Tag::To } else { Tag::Preposition }
    }

    /// "after the talks" or "after they met".
    pub(super) fn preposition_or_clause(&self, token: usize) -> Tag {
        let is_clause = self.finite_ahead(token) && !self.any(token + 1, Classes::VERB_ING);
        if is_clause {
            return Tag::Subordinator;
        }
        if self.any(token, Classes::PREPOSITION) { Tag::Preposition } else { Tag::Adverb }
    }

    /// Whether a subject and a finite verb follow before the next mark.
    pub(super) fn finite_ahead(&self, token: usize) -> bool {
        let mut has_subject = false;
        for place in token + 1..(token + 1 + LOOK_AHEAD).min(self.text.tokens.len()) {
            let (Some(sort), classes) = (self.text.sort(place), self.class(place)) else { return false };
            if !matches!(
                sort,
                Sort::Word | Sort::Number | Sort::Possessive | Sort::OpenQuote | Sort::CloseQuote
            ) {
                return false;
            }
            let is_plain_finite = classes.any(Classes::MODAL.with(Classes::AUXILIARY))
                || (classes.any(Classes::VERB_PAST.with(Classes::VERB_S))
                    && !classes.any(NOMINAL.with(Classes::ADJECTIVE)))
                || (classes.any(Classes::VERB_BASE)
                    && !classes.any(NOMINAL.with(Classes::ADJECTIVE))
                    && self.is_plural(place));
            if has_subject && is_plain_finite && self.text.tokens[place].case == Case::Lower {
                return true;
            }
            if classes.any(Classes::PRONOUN) && !classes.any(Classes::DETERMINER) && !has_subject {
                // "after he", "as they": hardly anything else follows a subject pronoun.
                if self.text.is_one(place, list!("he she they we i it you")) {
                    return true;
                }
            }
            has_subject |= self.text.tokens[place].case != Case::Lower
                || classes.any(NOMINAL.with(Classes::PRONOUN))
                || classes == Classes::NONE
                || classes.any(Classes::DETERMINER);
        }
        false
    }
}
