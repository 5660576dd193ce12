//! "plans", "call", "report" after a noun: what speaks for a verb and what for a noun.
//!
//! Three things are weighed: whether the word agrees with the noun before it, what follows, and whether its clause has
//! another verb. The weights are whole numbers set by hand; a sum above zero is a verb.

use super::{FINITE, NOMINAL, Tagger};
use crate::grammar::Tag;
use crate::lexicon::Classes;
use crate::tokens::{Case, List, Sort, list};

/// How far a subject is searched for behind prepositions.
const SUBJECT_TOKENS_MAX: usize = 9;
/// How far the clause is searched for another verb, each way.
const CLAUSE_TOKENS_MAX: usize = 14;

impl Tagger<'_, '_> {
    /// Above zero where a word that may be a noun is a verb.
    pub(super) fn weight_of_verb(&self, token: usize, classes: Classes) -> i32 {
        self.weight_before(token, classes) + self.weight_after(token) + self.weight_of_clause(token)
    }

    /// Does it agree with what stands before it?
    fn weight_before(&self, token: usize, classes: Classes) -> i32 {
        let adverb = i32::from(self.before(token) == Tag::Adverb);
        let agrees = match self.before_adverbs(token) {
            Tag::Noun | Tag::Name => self.agreement(token, classes),
            Tag::Verb => -3,
            Tag::Conjunction => self.parallel(token),
            Tag::Punctuation if self.is_first(token) => -2,
            _ => 0,
        };
        adverb + agrees
    }

    /// "to meet and talk" or "meetings and talks": like what the conjunction joins it to.
    fn parallel(&self, token: usize) -> i32 {
        let before = token.checked_sub(2).and_then(|place| self.tags.get(place));
        match before {
            Some(Tag::Verb) => 1,
            Some(Tag::Noun | Tag::Name | Tag::Adjective) => -1,
            _ => 0,
        }
    }

    /// With the noun right before it, or with one that a preposition takes further: "documents from his return show".
    fn agreement(&self, token: usize, classes: Classes) -> i32 {
        if classes.any(Classes::VERB_PAST) {
            return 2;
        }
        let fits = |plural: bool| classes.any(if plural { Classes::VERB_BASE } else { Classes::VERB_S });
        // A name that ends in "s" may be one or many: "Paris claims", "the Democrats claim".
        let either = self.before(token) == Tag::Name && token > 0 && self.text.word(token - 1).ends_with('s');
        if either || fits(self.is_plural(token)) {
            return 2;
        }
        let mut place = token;
        for _ in 0..SUBJECT_TOKENS_MAX {
            match self.before(place) {
                Tag::Noun | Tag::Name | Tag::Adjective | Tag::Numeral | Tag::Determiner | Tag::Possessive => {
                    place -= 1;
                }
                Tag::Preposition => {
                    place -= 1;
                    if matches!(self.before(place), Tag::Noun | Tag::Name) && fits(self.is_plural(place)) {
                        return 1;
                    }
                }
                _ => break,
            }
        }
        -3
    }

    /// Does what follows look like the complement of a verb?
    fn weight_after(&self, token: usize) -> i32 {
        let Some(next) = self.text.tokens.get(token + 1) else { return -1 };
        if next.sentence != self.text.tokens[token].sentence {
            return -1;
        }
        match next.sort {
            Sort::OpenQuote => 2,
            Sort::Possessive => -5,
            Sort::Number => 1,
            Sort::Word => self.weight_of_next(token, next.case),
            _ => -3,
        }
    }

    fn weight_of_next(&self, token: usize, case: Case) -> i32 {
        let classes = self.class(token + 1);
        let is = |words: List| self.text.is_one(token + 1, words);
        if is(list!("of")) {
            return -4;
        }
        // Only verbs of saying take "that"; after a noun it relates: "rules that bind".
        if is(list!("that")) && self.any(token, Classes::SPEECH) {
            return 1;
        }
        if is(list!("that who which whose")) {
            return -3;
        }
        if is(list!("to")) || case != Case::Lower {
            return 1;
        }
        if classes.any(Classes::RELATIVE) && !classes.any(Classes::SUBORDINATOR) {
            return 2;
        }
        if classes.any(Classes::MODAL.with(Classes::AUXILIARY)) {
            return -4;
        }
        if classes.any(Classes::DETERMINER.with(Classes::POSSESSIVE).with(Classes::PRONOUN)) {
            return 2;
        }
        if classes.any(FINITE) && !classes.any(NOMINAL.with(Classes::ADJECTIVE)) { -3 } else { 0 }
    }

    /// Has the clause another verb?
    fn weight_of_clause(&self, token: usize) -> i32 {
        if self.finite_before(token) || self.finite_after(token) { -2 } else { 1 }
    }

    fn finite_before(&self, token: usize) -> bool {
        for place in (token.saturating_sub(CLAUSE_TOKENS_MAX)..token).rev() {
            if self.text.tokens[place].sentence != self.text.tokens[token].sentence {
                return false;
            }
            match self.tags.get(place) {
                Some(Tag::Auxiliary | Tag::Modal) => return true,
                Some(Tag::Verb) if self.any(place, Classes::VERB_PAST.with(Classes::VERB_S)) => return true,
                Some(Tag::Punctuation | Tag::Subordinator | Tag::Relative | Tag::Conjunction) => {
                    return false;
                }
                _ => {}
            }
        }
        false
    }

    fn finite_after(&self, token: usize) -> bool {
        for place in token + 1..(token + 1 + CLAUSE_TOKENS_MAX).min(self.text.tokens.len()) {
            let (next, classes) = (self.text.tokens[place], self.class(place));
            let is_mark = !matches!(next.sort, Sort::Word | Sort::Number | Sort::Possessive);
            if is_mark || next.sentence != self.text.tokens[token].sentence {
                return false;
            }
            if classes.any(Classes::RELATIVE.with(Classes::CONJUNCTION)) || self.text.is(place, "to") {
                return false;
            }
            let is_finite = classes.any(Classes::MODAL.with(Classes::AUXILIARY))
                || (classes.any(Classes::VERB_PAST.with(Classes::VERB_S))
                    && !classes.any(NOMINAL.with(Classes::ADJECTIVE)));
            if is_finite && next.case == Case::Lower {
                return true;
            }
        }
        false
    }

    /// Whether the subject before is a plural: "officials plan", "Roe and Doe plan".
    pub(super) fn is_plural(&self, token: usize) -> bool {
        let place = self.past_adverbs(token);
        let joined = place.checked_sub(2).is_some_and(|and| self.text.is(and, "and"));
        joined
            || place.checked_sub(1).is_some_and(|before| {
                let word = self.text.word(before);
                (word.ends_with('s') && !word.ends_with("ss"))
                    || self.text.is_one(before, list!("people men women police children"))
            })
    }
}
