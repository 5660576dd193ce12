//! Words with a capital: names, or common words at the beginning of a sentence or in a headline.

use std::hash::Hasher;

use super::{Tagger, VERB, closed};
use crate::grammar::Tag;
use crate::lexicon::{Classes, WordHasher};
use crate::tokens::{Case, Sort, Text};

/// Words that a headline must have at least, to be told from a name that stands alone.
const HEADLINE_WORDS_MIN: usize = 5;

/// What the whole text tells of its capitals.
pub(super) struct Capitals {
    /// Whether each sentence has most of its words with a capital.
    headlines: Vec<bool>,
    /// Hashes of the words that end a run of capitals inside a sentence, in order: surnames, among others.
    names: Vec<u64>,
}

impl Capitals {
    pub(super) fn of(text: &Text<'_>, classes: &[Classes]) -> Self {
        let headlines: Vec<bool> =
            text.sentences.iter().map(|sentence| is_headline(text, sentence.words.indices())).collect();
        let other = Classes::OFFICE.with(Classes::TITLE).with(Classes::BODY).with(Classes::UTTERANCE);
        let is_capital = |token: usize| {
            text.tokens
                .get(token)
                .is_some_and(|token| token.sort == Sort::Word && token.case == Case::Capital)
        };
        let mut names: Vec<u64> = (1..text.tokens.len())
            .filter(|token| is_capital(*token) && !is_capital(token + 1))
            .filter(|token| {
                classes.get(*token).is_some_and(|class| *class != Classes::NONE && !class.any(other))
            })
            .filter(|token| !headlines.get(text.tokens[*token].sentence as usize).copied().unwrap_or(true))
            .filter(|token| !begins(text, *token))
            .map(|token| hash(text.word(token)))
            .collect();
        names.sort_unstable();
        names.dedup();
        Capitals { headlines, names }
    }
}

fn hash(word: &str) -> u64 {
    let mut hasher = WordHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

fn is_headline(text: &Text<'_>, tokens: std::ops::Range<usize>) -> bool {
    let (mut capital, mut all) = (0_usize, 0_usize);
    for token in tokens.filter(|token| text.sort(*token) == Some(Sort::Word)) {
        all += 1;
        capital += usize::from(text.tokens[token].case != Case::Lower);
    }
    all >= HEADLINE_WORDS_MIN && capital * 4 > all * 3
}

/// Whether a capital says nothing here: the first word of a sentence, quotation or bracket.
pub(super) fn begins(text: &Text<'_>, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else { return true };
    text.tokens[before].sentence != text.tokens[token].sentence
        || matches!(text.sort(before), Some(Sort::OpenQuote | Sort::Colon | Sort::OpenBracket | Sort::Dash))
}

impl Tagger<'_, '_> {
    /// A word with a capital inside its sentence: a name, unless it is a function word or a headline's verb.
    pub(super) fn capital(&self, token: usize, classes: Classes) -> Tag {
        let case = self.text.tokens[token].case;
        if classes.any(closed()) && !classes.any(Classes::MONTH) && case == Case::Capital {
            return self.lower(token, classes);
        }
        let sentence = self.text.tokens[token].sentence as usize;
        if classes.any(VERB) && self.capitals.headlines.get(sentence).copied().unwrap_or(false) {
            return self.lower(token, classes);
        }
        Tag::Name
    }

    /// The first word of a sentence: a name where it is no common word, is one elsewhere, or stands with a title.
    pub(super) fn first_capital(&self, token: usize, classes: Classes) -> Tag {
        let next_is_name = self
            .text
            .tokens
            .get(token + 1)
            .is_some_and(|next| next.sort == Sort::Word && next.case != Case::Lower);
        let is_function = classes.any(closed());
        let is_common = classes != Classes::NONE
            && !classes.any(Classes::FIRST_NAME.with(Classes::PLACE).with(Classes::DEMONYM))
            && self.text.tokens[token].case == Case::Capital;
        let is_title = next_is_name && classes.any(Classes::TITLE.with(Classes::OFFICE));
        let is_name = !is_common || (!is_function && (is_title || self.is_name_elsewhere(token)));
        if is_name { self.unknown_capital(token) } else { self.lower(token, classes) }
    }

    fn is_name_elsewhere(&self, token: usize) -> bool {
        self.capitals.names.binary_search(&hash(self.text.word(token))).is_ok()
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
}
