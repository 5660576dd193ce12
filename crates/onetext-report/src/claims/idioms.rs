//! Cues of several words: "let it be known", "made clear", "was quick to play down", "brushed the appeal aside".

use super::cues::{self, Cue, Takes};
use crate::grammar::{Parsed, Tag};
use crate::tokens::{List, Words, list};

/// Words after a verb that make it say something, with the verbs.
const PHRASES: &[(&str, &[&str])] = &[
    ("let", &["it", "be", "known"]),
    ("let", &["be", "known"]),
    ("make", &["it", "clear"]),
    ("make", &["clear"]),
    ("make", &["it", "plain"]),
    ("make", &["plain"]),
    ("make", &["it", "known"]),
    ("make", &["the", "case"]),
    ("make", &["the", "point"]),
    ("put", &["it"]),
    ("go", &["on"]),
    ("have", &["it"]),
    ("cast", &["doubt", "on"]),
    ("take", &["issue", "with"]),
];

/// Adjectives by which somebody is ready to say something: "was quick to deny".
const READY: List = List::of("quick keen happy glad careful eager proud");

/// The cue that a verb is with the words that follow it, and where those end.
pub(super) fn phrase(parsed: &Parsed<'_>, lemma: &str, to: usize) -> Option<(Cue, usize)> {
    let fits = |words: &&[&str]| words.iter().zip(to..).all(|(word, token)| parsed.text.is(token, word));
    let (_, words) = PHRASES.iter().find(|(verb, words)| *verb == lemma && fits(words))?;
    let end = to + words.len();
    let is_open = ["put", "have", "go"].contains(&lemma);
    let takes = if is_open && !parsed.text.is(end, "that") {
        Takes::QUOTE
    } else {
        Takes::QUOTE.with(Takes::CLAUSE).with(Takes::THING)
    };
    Some((
        Cue {
            takes,
            act: if words.contains(&"on") || words.contains(&"with") { "reject" } else { "assert" },
        },
        end,
    ))
}

/// "brushed the appeal aside": the cue of a verb whose particle stands behind its object.
pub(super) fn particle_behind(parsed: &Parsed<'_>, lemma: &str, to: usize) -> Option<Cue> {
    let phrase = parsed.phrase_at(to).map(|place| parsed.phrases[place])?;
    let act = cues::with_particle_behind(lemma, parsed.text.word(phrase.whole.to))?;
    Some(Cue { takes: Takes::THING, act })
}

/// "was quick" before "to deny": the words of the verb and its adjective.
pub(super) fn ready(parsed: &Parsed<'_>, to: usize) -> Option<usize> {
    let adjective = to.checked_sub(1)?;
    let is_ready = parsed.text.is_one(adjective, READY);
    let verb = parsed.verbs.partition_point(|group| group.words.to <= adjective).checked_sub(1)?;
    let group = parsed.verbs[verb];
    let is_be = parsed.tag(group.main) == Tag::Auxiliary && group.is_finite && group.words.to == adjective;
    (is_ready && is_be).then_some(verb)
}

/// "put the number at about 40": where the estimate begins.
pub(super) fn estimate(parsed: &Parsed<'_>, lemma: &str, to: usize) -> Option<Words> {
    /// Words of what is estimated.
    const WORDS_MAX: usize = 14;
    if lemma != "put" {
        return None;
    }
    let end = (to + WORDS_MAX).min(parsed.sentence(to).to);
    let at = (to + 1..end).find(|token| parsed.text.is(*token, "at"))?;
    let is_number = (at + 1..(at + 6).min(end + 1)).any(|token| {
        parsed.tag(token) == Tag::Numeral
            || parsed.text.is_one(token, list!("hour half dozen week"))
            || parsed.text.word(token).starts_with(|letter: char| letter.is_ascii_digit() || letter == '$')
    });
    let content = Words::new(to, super::ends::of_clause(parsed, to));
    (is_number && content.to > at).then_some(content)
}
