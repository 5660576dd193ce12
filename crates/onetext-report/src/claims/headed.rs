//! A speaker before a colon at the head of a paragraph: headlines and transcripts, "Roe: The talks go on".

use super::{Attribution, ends};
use crate::grammar::{Parsed, Tag};
use crate::lexicon::Classes;
use crate::tokens::{Sort, Words, list};

/// Words of a speaker before a colon.
const SPEAKER_WORDS_MAX: usize = 4;
/// Words of a turn at least.
const TURN_WORDS_MIN: usize = 4;

pub(super) fn attributions(parsed: &Parsed<'_>, found: &[Attribution]) -> Vec<Attribution> {
    let heads = parsed.text.paragraphs.iter().filter_map(|range| {
        let (first, last) = (range.clone().next()?, range.clone().last()?);
        Some((parsed.text.sentences.get(first)?.words, parsed.text.sentences.get(last)?.words))
    });
    heads
        .filter_map(|(first, last)| turn(parsed, first, last))
        .filter(|one| found.iter().all(|other| !other.says(one.content[0].from)))
        .collect()
}

fn turn(parsed: &Parsed<'_>, first: Words, last: Words) -> Option<Attribution> {
    let from = first.from + usize::from(parsed.text.sort(first.from) == Some(Sort::OpenQuote));
    let end = (from + SPEAKER_WORDS_MAX + 1).min(first.to);
    let colon = (from..end).find(|token| parsed.text.sort(*token) == Some(Sort::Colon))?;
    let speaker = Words::new(from, colon);
    let content = Words::new(colon + 1, ends::trimmed(parsed, Words::new(colon + 1, last.to)).to);
    let is_turn = content.to >= content.from + TURN_WORDS_MIN
        && parsed.verbs_in(content).iter().any(|group| group.is_finite);
    (!speaker.is_empty() && is_turn && is_speaker(parsed, speaker)).then(|| Attribution {
        cue: vec![Words::new(colon, colon + 1)],
        source: Some(speaker),
        content: vec![content],
        act: "assert",
        ..Attribution::default()
    })
}

/// One name or word for somebody who speaks; a place before a colon is where the report is from.
fn is_speaker(parsed: &Parsed<'_>, words: Words) -> bool {
    let speaks = Classes::OFFICE
        .with(Classes::TITLE)
        .with(Classes::SOURCE)
        .with(Classes::FIRST_NAME)
        .with(Classes::BODY);
    let is_polled = words.to == words.from + 1 && parsed.text.is_one(words.from, list!("poll report study"));
    let is_named = words.indices().all(|token| {
        matches!(parsed.tag(token), Tag::Name | Tag::Noun | Tag::Adjective)
            && !parsed.class(token).any(Classes::PLACE)
    });
    is_polled
        || is_named
            && (words.indices().any(|token| parsed.class(token).any(speaks)) || is_named_again(parsed, words))
}

/// Whether the last name stands elsewhere in the text as the subject of a cue.
fn is_named_again(parsed: &Parsed<'_>, words: Words) -> bool {
    let name = parsed.text.word(words.to - 1);
    parsed.phrases.iter().any(|phrase| {
        phrase.core.from > words.to
            && parsed.tag(phrase.head) == Tag::Name
            && parsed.text.is(phrase.head, name)
            && parsed
                .verb_at(phrase.core.to)
                .is_some_and(|verb| super::cues::verb(parsed.lemma(parsed.verbs[verb].main)).is_some())
    })
}
