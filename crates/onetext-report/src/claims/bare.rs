//! A clause without "that": "said the talks had failed", "think they're right".

use crate::grammar::{Parsed, Tag};
use crate::tokens::{Sort, Words};

/// "they're", "she'll": a subject and its verb in one word.
pub(super) fn is_contracted(parsed: &Parsed<'_>, token: usize) -> bool {
    let word = parsed.text.word(token);
    let starts = ["i", "he", "she", "it", "we", "they", "you"].iter().any(|pronoun| {
        word.get(..pronoun.len()).is_some_and(|start| start.eq_ignore_ascii_case(pronoun))
            && word.get(pronoun.len()..).is_some_and(|rest| rest.starts_with(['\'', '’']))
    });
    starts && matches!(parsed.tag(token), Tag::Modal | Tag::Auxiliary)
}

/// A clause without "that": a subject with a finite verb before the next mark.
pub(super) fn bare_clause(parsed: &Parsed<'_>, place: usize) -> bool {
    if is_contracted(parsed, place) || parsed.text.is(place, "there") && parsed.verb_at(place + 1).is_some() {
        return true;
    }
    let Some(phrase) =
        parsed.phrase_at(place).map(|at| parsed.phrases[at]).filter(|phrase| phrase.core.from == place)
    else {
        return false;
    };
    let sentence = parsed.sentence(place);
    let next = parsed.verbs_in(Words::new(phrase.core.to, sentence.to)).iter().find(|group| group.is_finite);
    let Some(group) = next else { return false };
    // What stands between subject and verb belongs to the subject; a relative clause may do so.
    let end = phrase.whole.to.max(phrase.joined.to);
    let between = end.min(group.words.from)..group.words.from;
    let is_open = between.clone().all(|token| {
        matches!(
            parsed.tag(token),
            Tag::Adverb
                | Tag::Preposition
                | Tag::Noun
                | Tag::Name
                | Tag::Determiner
                | Tag::Adjective
                | Tag::Possessive
                | Tag::Numeral
                | Tag::Relative
                | Tag::Verb
                | Tag::To
                | Tag::Conjunction
        ) || matches!(
            parsed.text.sort(token),
            Some(Sort::OpenQuote | Sort::CloseQuote | Sort::OpenBracket | Sort::CloseBracket)
        ) || parsed.text.sort(token) == Some(Sort::Comma)
            && parsed.text.sort(group.words.from - 1) == Some(Sort::Comma)
    });
    is_open && group.words.from - place <= 25
}
