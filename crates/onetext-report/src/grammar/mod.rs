//! Each token's part in its sentence: word class, noun phrases, verb groups, clauses.
//!
//! No full parse: a tag for each token from its classes, its ending and its neighbours; from tags the phrases that news
//! prose is made of. A wrong tag costs one statement, not the text.

use crate::lexicon::Classes;
use crate::tokens::{Text, Words};

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
    /// One for each token.
    pub(crate) tags: Vec<Tag>,
    /// In order of their core; cores do not overlap.
    pub(crate) phrases: Vec<Phrase>,
    /// In order; they do not overlap.
    pub(crate) verbs: Vec<VerbGroup>,
    /// In order of their verb.
    pub(crate) clauses: Vec<Clause>,
}
