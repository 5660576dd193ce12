//! Forms that may be verbs: noun, adjective or verb here?

use super::{NOMINAL, Tagger, VERB};
use crate::grammar::Tag;
use crate::lexicon::Classes;
use crate::tokens::{Case, Sort};

impl Tagger<'_, '_> {
    /// A form that may be a verb: noun, adjective or verb here?
    pub(super) fn verb_or_not(&self, token: usize, classes: Classes) -> Tag {
        let before = self.before_adverbs(token);
        let may_be_noun = classes.any(NOMINAL);
        let direct = self.before(token);
        if matches!(before, Tag::To | Tag::Modal) {
            return Tag::Verb;
        }
        if classes.any(Classes::VERB_ING) && !classes.any(Classes::VERB_BASE) {
            return self.gerund(token, direct, may_be_noun);
        }
        if classes.any(Classes::VERB_PAST.with(Classes::VERB_PARTICIPLE))
            && !classes.any(Classes::VERB_BASE.with(Classes::VERB_S))
        {
            let inside = matches!(
                direct,
                Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Numeral | Tag::Preposition
            );
            if inside && self.noun_follows(token) {
                return Tag::Adjective;
            }
            if inside && (may_be_noun || direct == Tag::Determiner) {
                return if classes.any(Classes::ADJECTIVE) { Tag::Adjective } else { Tag::Noun };
            }
            return Tag::Verb;
        }
        self.plain_form(token, classes)
    }

    /// A base form or third person: "talks", "report", "demands".
    fn plain_form(&self, token: usize, classes: Classes) -> Tag {
        let before = self.before_adverbs(token);
        let direct = self.before(token);
        let may_be_noun = classes.any(NOMINAL);
        if matches!(direct, Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Numeral) {
            return if classes.any(Classes::ADJECTIVE) && self.noun_follows(token) {
                Tag::Adjective
            } else {
                Tag::Noun
            };
        }
        if direct == Tag::Preposition {
            return if classes.any(Classes::ADJECTIVE) { Tag::Adjective } else { Tag::Noun };
        }
        match before {
            Tag::Auxiliary if classes.any(Classes::ADJECTIVE) => return Tag::Adjective,
            Tag::Auxiliary if may_be_noun && !classes.any(Classes::VERB_PARTICIPLE) && !self.is_do(token) => {
                return Tag::Noun;
            }
            Tag::Pronoun | Tag::Relative | Tag::Auxiliary => return Tag::Verb,
            _ => {}
        }
        if classes.any(Classes::ADJECTIVE) && self.noun_follows(token) {
            return Tag::Adjective;
        }
        let is_base =
            classes.any(Classes::VERB_BASE) && !classes.any(Classes::VERB_S.with(Classes::VERB_PAST));
        if is_base && direct == Tag::Verb && !classes.any(Classes::ADJECTIVE) {
            return Tag::Noun;
        }
        if !may_be_noun && !classes.any(Classes::ADJECTIVE) {
            return Tag::Verb;
        }
        if matches!(before, Tag::Noun | Tag::Name)
            && self.object_follows(token)
            && (classes.any(Classes::VERB_S.with(Classes::VERB_PAST)) || self.is_plural(token))
        {
            return Tag::Verb;
        }
        if classes.any(Classes::VERB_S) && direct == Tag::Name && self.is_predicate(token) {
            return Tag::Verb;
        }
        if classes.any(Classes::ADJECTIVE) && !may_be_noun { Tag::Adjective } else { Tag::Noun }
    }

    /// A third person after a name: "Upland demands accountability", and "…, Axios reports, citing".
    fn is_predicate(&self, token: usize) -> bool {
        let next = self.text.tokens.get(token + 1);
        let singular = token > 0 && !self.text.word(token - 1).ends_with('s');
        let takes_noun = next.is_some_and(|next| next.case == Case::Lower && next.sort == Sort::Word)
            && self.any(token + 1, Classes::NOUN.with(Classes::ADJECTIVE))
            && !self.any(token + 1, VERB);
        let ends = next.is_none_or(|next| matches!(next.sort, Sort::Comma | Sort::FullStop));
        (singular && takes_noun) || (ends && self.name_follows_mark(token))
    }

    /// Whether the name before a token begins right after a comma or closing quotation mark.
    pub(super) fn name_follows_mark(&self, token: usize) -> bool {
        let mut place = token;
        while place > 0 && self.tags.get(place - 1) == Some(&Tag::Name) {
            place -= 1;
        }
        let article = place > 0 && self.tags.get(place - 1) == Some(&Tag::Determiner);
        let before = place.checked_sub(1 + usize::from(article));
        before.is_some_and(|before| matches!(self.text.sort(before), Some(Sort::Comma | Sort::CloseQuote)))
    }

    pub(super) fn gerund(&self, token: usize, before: Tag, may_be_noun: bool) -> Tag {
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
    pub(super) fn is_do(&self, token: usize) -> bool {
        (1..4).any(|back| {
            token.checked_sub(back).is_some_and(|place| {
                ["do", "does", "did", "don't", "doesn't", "didn't"]
                    .iter()
                    .any(|verb| self.text.is(place, verb))
            })
        })
    }

    /// Whether the subject before is a plural: "officials plan".
    pub(super) fn is_plural(&self, token: usize) -> bool {
        let mut place = token;
        while place > 0 && self.before(place) == Tag::Adverb {
            place -= 1;
        }
        let joined = place.checked_sub(2).is_some_and(|and| self.text.is(and, "and"));
        joined
            || place.checked_sub(1).is_some_and(|before| {
                let word = self.text.word(before);
                word.ends_with('s') && !word.ends_with("ss")
            })
    }

    /// Whether what follows can be the complement of a verb.
    pub(super) fn object_follows(&self, token: usize) -> bool {
        let next = self.class(token + 1);
        if self.text.tokens.get(token + 1).is_some_and(|token| matches!(token.sort, Sort::OpenQuote)) {
            return true;
        }
        let is_name = self
            .text
            .tokens
            .get(token + 1)
            .is_some_and(|next| next.sort == Sort::Word && next.case != Case::Lower);
        is_name
            || next.any(Classes::DETERMINER.with(Classes::PRONOUN).with(Classes::POSSESSIVE))
            || ["to", "that", "for", "on", "with", "whether", "how", "what", "why"]
                .iter()
                .any(|word| self.text.is(token + 1, word))
    }
}
