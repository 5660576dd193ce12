//! Each token's part in its sentence: word class, noun phrases, verb groups, clauses.
//!
//! No full parse: a tag for each token from its classes, its ending and its neighbours; from tags the phrases that news
//! prose is made of. A wrong tag costs one statement, not the text.

mod clauses;
mod phrases;
mod tagging;
mod verbs;

#[cfg(test)]
mod tests;

use crate::lexicon::{self, Classes};
use crate::tokens::{NONE, Sort, Text, Words};

/// The part that a token has in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    Noun,
    /// A name, or a word of one.
    Name,
    Pronoun,
    Determiner,
    /// "his", "'s"
    Possessive,
    Adjective,
    Numeral,
    Verb,
    Auxiliary,
    Modal,
    /// "to" before a verb
    To,
    Adverb,
    Negation,
    Preposition,
    Conjunction,
    /// "that", "whether", "because", "while" before a clause
    Subordinator,
    /// "who", "which" after a noun; "what", "how" before a clause
    Relative,
    Punctuation,
    Other,
}

/// A noun phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// Its core: determiner to head. "the five-hour meeting"
    pub(crate) core: Words,
    /// With what belongs to it: "of" and "from" phrases, "familiar with the talks", an apposition, a relative clause.
    pub(crate) whole: Words,
    /// Its head: "meeting".
    pub(crate) head: usize,
    /// Phrases joined by "and" or commas that this one begins: how many tokens further the last of them ends.
    pub(crate) joined: Words,
}

/// The tense that a reader hears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    Present,
    /// "will meet", "is to meet", "are set to return", "plans to"
    Future,
    None,
}

/// A verb with its auxiliaries, adverbs and negation: "has repeatedly called", "is expected to meet".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct VerbGroup {
    pub(crate) words: Words,
    /// Its main verb: the last.
    pub(crate) main: usize,
    pub(crate) tense: Tense,
    pub(crate) is_passive: bool,
    pub(crate) is_negated: bool,
    /// Finite: has a subject of its own. Otherwise an infinitive, "-ing" or bare participle.
    pub(crate) is_finite: bool,
}

/// A clause around one verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    /// From its subject, or the subordinator before it, to its last token; what is nested in it included.
    pub(crate) words: Words,
    /// Index in `Parsed::phrases`.
    pub(crate) subject: Option<usize>,
    /// Index in `Parsed::verbs`.
    pub(crate) verb: usize,
    /// The "that", "who", "while" that opens it.
    pub(crate) opener: Option<usize>,
}

/// A text with its grammar.
#[derive(Clone, Debug)]
pub(crate) struct Parsed<'t> {
    pub(crate) text: Text<'t>,
    /// One for each token.
    pub(crate) classes: Vec<Classes>,
    /// The base form of each token that may be a verb; empty otherwise.
    pub(crate) lemmas: Vec<&'static str>,
    /// One for each token.
    pub(crate) tags: Vec<Tag>,
    /// In order of their core; cores do not overlap.
    pub(crate) phrases: Vec<Phrase>,
    /// In order; they do not overlap.
    pub(crate) verbs: Vec<VerbGroup>,
    /// In order of their verb.
    pub(crate) clauses: Vec<Clause>,
    /// For each token the verb group that has it, or `NONE`.
    group_of: Vec<u32>,
    /// For each token the phrase whose core has it, or `NONE`.
    phrase_of: Vec<u32>,
}

impl<'t> Parsed<'t> {
    /// Cuts a text and gives each token its part.
    pub(crate) fn of(source: &'t str) -> Self {
        let text = Text::of(source);
        let known: Vec<lexicon::Known> =
            (0..text.tokens.len()).map(|token| lexicon::known(text.word(token))).collect();
        let classes: Vec<Classes> = known.iter().map(|known| known.classes).collect();
        let lemmas = known.iter().map(|known| known.lemma).collect();
        let tags = tagging::tags(&text, &classes);
        let mut parsed = Parsed {
            text,
            classes,
            lemmas,
            tags,
            phrases: vec![],
            verbs: vec![],
            clauses: vec![],
            group_of: vec![],
            phrase_of: vec![],
        };
        let count = parsed.tags.len();
        parsed.verbs = verbs::groups(&parsed);
        parsed.group_of = places(count, parsed.verbs.iter().map(|group| group.words));
        parsed.phrases = phrases::phrases(&parsed);
        parsed.phrase_of = places(count, parsed.phrases.iter().map(|phrase| phrase.core));
        parsed.clauses = clauses::clauses(&parsed);
        parsed
    }

    pub(crate) fn tag(&self, token: usize) -> Tag {
        self.tags.get(token).copied().unwrap_or(Tag::Other)
    }

    pub(crate) fn class(&self, token: usize) -> Classes {
        self.classes.get(token).copied().unwrap_or(Classes::NONE)
    }

    /// The base form of a verb, or nothing.
    pub(crate) fn lemma(&self, token: usize) -> &'static str {
        self.lemmas.get(token).copied().unwrap_or("")
    }

    /// The phrase whose core has a token.
    pub(crate) fn phrase_at(&self, token: usize) -> Option<usize> {
        self.phrase_of.get(token).filter(|place| **place != NONE).map(|place| *place as usize)
    }

    /// The last phrase whose core ends at or before a token.
    pub(crate) fn phrase_before(&self, token: usize) -> Option<usize> {
        self.phrases.partition_point(|phrase| phrase.core.to <= token).checked_sub(1)
    }

    /// The first phrase whose core begins at or after a token.
    pub(crate) fn phrase_after(&self, token: usize) -> Option<usize> {
        let place = self.phrases.partition_point(|phrase| phrase.core.from < token);
        (place < self.phrases.len()).then_some(place)
    }

    /// The verb group that has a token.
    pub(crate) fn verb_at(&self, token: usize) -> Option<usize> {
        self.group_of.get(token).filter(|place| **place != NONE).map(|place| *place as usize)
    }

    /// The verb groups that begin in a run of tokens.
    pub(crate) fn verbs_in(&self, run: Words) -> &[VerbGroup] {
        let from = self.verbs.partition_point(|group| group.words.from < run.from);
        let to = self.verbs.partition_point(|group| group.words.from < run.to);
        self.verbs.get(from..to.max(from)).unwrap_or(&[])
    }

    /// The clause around a verb group.
    pub(crate) fn clause_of(&self, verb: usize) -> Option<Clause> {
        let place = self.clauses.partition_point(|clause| clause.verb < verb);
        self.clauses.get(place).filter(|clause| clause.verb == verb).copied()
    }

    /// Where a sentence begins behind "CAIRO —", "DOHA/CAIRO, Jan 14 (Agency) -", "Vienna (AGY) -": its first token if none
    /// of these stands there.
    pub(crate) fn after_dateline(&self, sentence: Words) -> usize {
        /// A second place, a day and an agency lie before the dash.
        const DATELINE_TOKENS_MAX: usize = 14;
        /// A sentence of which so little follows may have an aside between dashes.
        const ASIDE_TOKENS_MAX: usize = 40;
        let letters = self.text.word(sentence.from);
        let is_capitals =
            letters.len() > 2 && letters.chars().all(|letter| letter.is_uppercase() || "/-".contains(letter));
        let near = sentence.from + 1..sentence.to.min(sentence.from + DATELINE_TOKENS_MAX);
        let mark = near
            .take_while(|token| !matches!(self.tag(*token), Tag::Verb | Tag::Auxiliary | Tag::Modal))
            .find(|token| {
                let sort = self.text.sort(*token);
                sort == Some(Sort::Dash) || sort == Some(Sort::Colon) && is_capitals && letters.len() > 4
            });
        let is_dateline = |mark: usize| {
            is_capitals
                || letters.starts_with(char::is_uppercase)
                    && self.text.sort(mark - 1) == Some(Sort::CloseBracket)
        };
        // "The union (UN) – the largest – met": an aside has a second dash.
        let is_aside = |mark: usize| {
            (mark + 1..sentence.to).any(|token| self.text.sort(token) == Some(Sort::Dash))
                && sentence.to - mark < ASIDE_TOKENS_MAX
        };
        mark.filter(|mark| is_dateline(*mark) && !is_aside(*mark)).map_or(sentence.from, |mark| mark + 1)
    }

    /// The tokens of the sentence that has a token.
    pub(crate) fn sentence(&self, token: usize) -> Words {
        self.text.sentence_of(token).map(|sentence| sentence.words).unwrap_or_default()
    }
}

/// For each of so many tokens the place of the run that has it.
fn places(count: usize, runs: impl Iterator<Item = Words>) -> Vec<u32> {
    let mut places = vec![NONE; count];
    for (place, run) in (0..).zip(runs) {
        if let Some(tokens) = places.get_mut(run.indices()) {
            tokens.fill(place);
        }
    }
    places
}
