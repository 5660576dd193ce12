//! The text cut: paragraphs, sentences, tokens, quotations, each with its place.
//!
//! Tokens are cut once, in one pass; every later part speaks of tokens by index and comes back to bytes only for what it
//! hands out. A full stop ends a sentence where a new one begins after it; the usual abbreviations and initials do not.

mod cut;
mod list;
mod quotes;
mod sentences;

use crate::reading::Span;
use list::Mark;
pub(crate) use list::{List, list};

/// Longest text that is read as one report: a long feature has 60,000 bytes, a set of documents more.
pub(crate) const TEXT_BYTES_MAX: usize = 4_000_000;

/// A run of tokens, end exclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Words {
    pub(crate) from: usize,
    pub(crate) to: usize,
}

impl Words {
    pub(crate) fn new(from: usize, to: usize) -> Self {
        Words { from, to }
    }

    pub(crate) fn contains(self, token: usize) -> bool {
        self.from <= token && token < self.to
    }

    pub(crate) fn is_empty(self) -> bool {
        self.from >= self.to
    }

    pub(crate) fn indices(self) -> std::ops::Range<usize> {
        self.from..self.to
    }
}

/// What a token is by its letters alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// Letters, perhaps with inner hyphens, apostrophes and full stops: "two-hour", "U.S.", "didn't".
    Word,
    /// Begins with a digit or a currency sign: "28", "28-point", "$100,000", "10%".
    Number,
    /// "'s" or a bare apostrophe after a plural.
    Possessive,
    Comma,
    FullStop,
    Question,
    Exclamation,
    Colon,
    Semicolon,
    /// An en or em dash, or a hyphen that stands alone.
    Dash,
    OpenQuote,
    CloseQuote,
    OpenBracket,
    CloseBracket,
    Ellipsis,
    Other,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    Lower,
    /// "Moscow"
    Capital,
    /// "NATO", "U.S."
    Upper,
    /// "iPhone".
    Mixed,
}

/// One token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Byte offset of its start.
    pub(crate) start: u32,
    /// Byte offset of its end.
    pub(crate) end: u32,
    pub(crate) sort: Sort,
    pub(crate) case: Case,
    /// What its ends and length say of its letters, for [`List`]s.
    mark: Mark,
    /// The sentence that it stands in.
    pub(crate) sentence: u32,
    /// The outermost quotation that it stands in, marks included; `NONE` outside.
    pub(crate) quote: u32,
}

/// No quotation.
pub(crate) const NONE: u32 = u32::MAX;

/// A sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub(crate) words: Words,
    pub(crate) paragraph: u32,
}

/// An outermost quotation, its marks included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quote {
    pub(crate) words: Words,
    /// Whether its closing mark was found. An unclosed one ends with its paragraph.
    pub(crate) is_closed: bool,
}

/// A text with its tokens.
#[derive(Clone, Debug)]
pub(crate) struct Text<'t> {
    pub(crate) source: &'t str,
    pub(crate) tokens: Vec<Token>,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) quotes: Vec<Quote>,
    /// The sentences of each paragraph, as indices, end exclusive.
    pub(crate) paragraphs: Vec<std::ops::Range<usize>>,
}

impl<'t> Text<'t> {
    /// Cuts a text. What lies beyond [`TEXT_BYTES_MAX`] is left out (the caller says so).
    pub(crate) fn of(source: &'t str) -> Self {
        let cut = cut::tokens(source);
        let mut text =
            Text { source, tokens: cut.tokens, sentences: vec![], quotes: vec![], paragraphs: vec![] };
        quotes::find(&mut text, &cut.paragraph_starts);
        sentences::find(&mut text, &cut.paragraph_starts);
        text
    }

    /// The letters of a token.
    pub(crate) fn word(&self, token: usize) -> &'t str {
        self.tokens
            .get(token)
            .map_or("", |token| self.source.get(token.start as usize..token.end as usize).unwrap_or(""))
    }

    /// Whether a token is this word, whatever its capitals (ASCII).
    pub(crate) fn is(&self, token: usize, word: &str) -> bool {
        self.word(token).eq_ignore_ascii_case(word)
    }

    /// Whether a token is one of the words, whatever its capitals (ASCII).
    #[inline]
    pub(crate) fn is_one(&self, token: usize, words: List) -> bool {
        self.tokens.get(token).is_some_and(|own| words.may_have(own.mark)) && words.has(self.word(token))
    }

    pub(crate) fn sort(&self, token: usize) -> Option<Sort> {
        self.tokens.get(token).map(|token| token.sort)
    }

    /// The bytes of a run of tokens.
    pub(crate) fn span(&self, words: Words) -> Span {
        let start = self.tokens.get(words.from).map_or(self.source.len(), |token| token.start as usize);
        let end = words
            .to
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last))
            .map_or(start, |token| token.end as usize);
        Span { start, end: end.max(start) }
    }

    /// The tokens that lie wholly inside a span.
    pub(crate) fn words(&self, span: Span) -> Words {
        let from = self.tokens.partition_point(|token| (token.start as usize) < span.start);
        let to = self.tokens.partition_point(|token| (token.end as usize) <= span.end);
        Words { from, to: to.max(from) }
    }

    /// The sentence of a token.
    pub(crate) fn sentence_of(&self, token: usize) -> Option<Sentence> {
        let token = self.tokens.get(token)?;
        self.sentences.get(token.sentence as usize).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let cut = Text::of(text);
        (0..cut.tokens.len()).map(|token| cut.word(token).to_owned()).collect()
    }

    #[test]
    fn tokens_are_what_a_reader_calls_words() {
        for (text, expected) in [
            ("The U.S. said.", "The|U.S.|said|."),
            ("Ukraine's two-hour call", "Ukraine|'s|two-hour|call"),
            ("the parties' plan", "the|parties|'|plan"),
            ("We didn't, he said.", "We|didn't|,|he|said|."),
            ("Canada-U.S. trade, plan-B.", "Canada-U.S.|trade|,|plan-B|."),
            ("10% of $1.5 billion", "10%|of|$1.5|billion"),
            ("\"Yes,\" he said", "\"|Yes|,|\"|he|said"),
            ("on Nov. 28, it", "on|Nov.|28|,|it"),
            ("a circle — small – one - two", "a|circle|—|small|–|one|-|two"),
            ("It ended. Then", "It|ended|.|Then"),
            ("Mr. Smith, J. R. Doe", "Mr.|Smith|,|J.|R.|Doe"),
        ] {
            assert_eq!(words(text).join("|"), expected, "{text}");
        }
    }

    #[test]
    fn sentences_and_quotations() {
        let text = Text::of(
            "\"One thing. Another,\" he said. Gen. Roe left at 5 p.m. Then the U.S. delegation came.\nNew.",
        );
        let sentences: Vec<&str> =
            text.sentences.iter().map(|sentence| text.span(sentence.words).of(text.source)).collect();
        assert_eq!(
            sentences,
            [
                "\"One thing.",
                "Another,\" he said.",
                "Gen. Roe left at 5 p.m.",
                "Then the U.S. delegation came.",
                "New."
            ]
        );
        assert_eq!(text.quotes.len(), 1);
        assert_eq!(text.span(text.quotes[0].words).of(text.source), "\"One thing. Another,\"");
        assert_eq!(text.paragraphs, [0..4, 4..5]);
    }

    #[test]
    fn a_quotation_that_runs_over_paragraphs_is_reopened() {
        let text = Text::of("\"First part.\n\"Second part,\" she said.");
        let quotes: Vec<&str> =
            text.quotes.iter().map(|quote| text.span(quote.words).of(text.source)).collect();
        assert_eq!(quotes, ["\"First part.", "\"Second part,\""]);
        assert!(!text.quotes[0].is_closed && text.quotes[1].is_closed);
    }
}
