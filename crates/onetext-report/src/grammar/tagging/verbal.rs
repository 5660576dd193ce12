//! Forms that may be verbs: noun, adjective or verb here?

use super::{FINITE, NOMINAL, Tagger};
use crate::grammar::Tag;
use crate::lexicon::Classes;
use crate::tokens::{Case, Sort, list};

/// Words of a name before a verb.
const NAME_TOKENS_MAX: usize = 8;

impl Tagger<'_, '_> {
    /// A form that may be a verb: noun, adjective or verb here?
    pub(super) fn verb_or_not(&self, token: usize, classes: Classes) -> Tag {
        let direct = self.before(token);
        if matches!(self.before_adverbs(token), Tag::To | Tag::Modal) {
            return Tag::Verb;
        }
        // "the most widely read paper"
        let behind_adverb = direct == Tag::Adverb
            && matches!(self.before_adverbs(token), Tag::Determiner | Tag::Possessive | Tag::Preposition);
        if behind_adverb && classes.any(Classes::VERB_PARTICIPLE) && self.noun_follows(token) {
            return Tag::Adjective;
        }
        if classes.any(Classes::VERB_ING) && !classes.any(Classes::VERB_BASE) {
            return self.gerund(token, direct, classes);
        }
        if classes.any(Classes::VERB_PAST.with(Classes::VERB_PARTICIPLE))
            && !classes.any(Classes::VERB_BASE.with(Classes::VERB_S))
        {
            return self.past_form(token, direct, classes);
        }
        self.plain_form(token, classes)
    }

    /// "drafted", "broken", "thought": a verb, unless it stands inside a noun phrase.
    fn past_form(&self, token: usize, direct: Tag, classes: Classes) -> Tag {
        let inside = matches!(
            direct,
            Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Numeral | Tag::Preposition
        );
        if inside && self.noun_follows(token) {
            return Tag::Adjective;
        }
        // "the accused", but "both agreed", "all donated".
        let article = token > 0 && self.text.is_one(token - 1, list!("the a an those"));
        if inside && (article || (classes.any(NOMINAL) && direct != Tag::Determiner)) {
            return if classes.any(Classes::ADJECTIVE) { Tag::Adjective } else { Tag::Noun };
        }
        Tag::Verb
    }

    /// A base form or third person: "talks", "report", "demands".
    fn plain_form(&self, token: usize, classes: Classes) -> Tag {
        let before = self.before_adverbs(token);
        let direct = self.before(token);
        let may_be_noun = classes.any(NOMINAL);
        if matches!(direct, Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Numeral) {
            return if classes.any(Classes::ADJECTIVE) && self.describes(token, classes) {
                Tag::Adjective
            } else {
                Tag::Noun
            };
        }
        if direct == Tag::Preposition && (may_be_noun || classes.any(Classes::ADJECTIVE)) {
            return if classes.any(Classes::ADJECTIVE) { Tag::Adjective } else { Tag::Noun };
        }
        match before {
            Tag::Auxiliary if classes.any(Classes::ADJECTIVE) => return Tag::Adjective,
            Tag::Auxiliary if may_be_noun && !classes.any(Classes::VERB_PARTICIPLE) && !self.is_do(token) => {
                return Tag::Noun;
            }
            Tag::Relative if may_be_noun && !self.follows_who(token) => {}
            Tag::Pronoun | Tag::Relative | Tag::Auxiliary => return Tag::Verb,
            _ => {}
        }
        if classes.any(Classes::ADJECTIVE) && self.describes(token, classes) {
            return Tag::Adjective;
        }
        let is_base =
            classes.any(Classes::VERB_BASE) && !classes.any(Classes::VERB_S.with(Classes::VERB_PAST));
        if is_base && self.follows_help(token) {
            return Tag::Verb;
        }
        if is_base && direct == Tag::Verb && !classes.any(Classes::ADJECTIVE) {
            return Tag::Noun;
        }
        if !may_be_noun {
            return if classes.any(Classes::ADJECTIVE) { Tag::Adjective } else { Tag::Verb };
        }
        if self.name_is_author(token) || self.weight_of_verb(token, classes) > 0 {
            Tag::Verb
        } else {
            Tag::Noun
        }
    }

    /// ", Axios reports," and "…, the paper reports.": who says it stands between marks.
    fn name_is_author(&self, token: usize) -> bool {
        let ends = self.text.sort(token + 1).is_none_or(|next| matches!(next, Sort::Comma | Sort::FullStop));
        ends && self.any(token, Classes::VERB_S)
            && self.before(token) == Tag::Name
            && self.name_follows_mark(token)
    }

    /// "who plans", "which demands", not "how talks" nor "whose demands".
    fn follows_who(&self, token: usize) -> bool {
        (1..4).any(|back| {
            token.checked_sub(back).is_some_and(|place| self.text.is_one(place, list!("who which that what")))
        })
    }

    /// "helped end the war", "let others decide".
    fn follows_help(&self, token: usize) -> bool {
        token.checked_sub(1).is_some_and(|before| {
            self.text.is_one(before, list!("help helps helped helping let lets letting"))
        })
    }

    /// "gathering", "meeting": a verb where it takes an object or goes on from a comma.
    fn gerund(&self, token: usize, before: Tag, classes: Classes) -> Tag {
        let may_be_noun = classes.any(NOMINAL);
        match before {
            Tag::Auxiliary => Tag::Verb,
            Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Numeral => {
                let describes = classes.any(Classes::ADJECTIVE) || !may_be_noun;
                if describes && self.noun_follows(token) { Tag::Adjective } else { Tag::Noun }
            }
            _ if classes.any(Classes::ADJECTIVE) && self.nominal_follows(token) => Tag::Adjective,
            Tag::Punctuation if self.follows_comma(token) && !self.finite_next(token) => Tag::Verb,
            _ if may_be_noun && !self.plain_object_follows(token) => Tag::Noun,
            _ => Tag::Verb,
        }
    }

    fn follows_comma(&self, token: usize) -> bool {
        token > 0 && self.text.sort(token - 1) == Some(Sort::Comma)
    }

    fn finite_next(&self, token: usize) -> bool {
        self.any(token + 1, FINITE) && !self.any(token + 1, NOMINAL.with(Classes::ADJECTIVE))
    }

    /// What can hardly follow a noun without a preposition: an article, a pronoun, a name, a number, a quotation.
    fn plain_object_follows(&self, token: usize) -> bool {
        let Some(next) = self.text.tokens.get(token + 1) else { return false };
        let object =
            Classes::DETERMINER.with(Classes::PRONOUN).with(Classes::POSSESSIVE).with(Classes::NUMERAL);
        match next.sort {
            Sort::OpenQuote | Sort::Number => true,
            Sort::Word => next.case != Case::Lower || self.any(token + 1, object),
            _ => false,
        }
    }

    /// Whether the name before a token begins right after a comma or closing quotation mark.
    pub(super) fn name_follows_mark(&self, token: usize) -> bool {
        let mut place = token;
        while place > 0 && token - place < NAME_TOKENS_MAX && self.tags.get(place - 1) == Some(&Tag::Name) {
            place -= 1;
        }
        let article = place > 0 && self.tags.get(place - 1) == Some(&Tag::Determiner);
        let before = place.checked_sub(1 + usize::from(article));
        before.is_some_and(|before| matches!(self.text.sort(before), Some(Sort::Comma | Sort::CloseQuote)))
    }

    /// Whether a form of "do" stands before: "did not comment".
    pub(super) fn is_do(&self, token: usize) -> bool {
        (1..4).any(|back| {
            token
                .checked_sub(back)
                .is_some_and(|place| self.text.is_one(place, list!("do does did don't doesn't didn't")))
        })
    }
}
