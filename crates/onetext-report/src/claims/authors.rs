//! Who speaks where a text does: "a Ruritanian statement", "the statement added" after "the ministry issued a statement".

use crate::actors::Actors;
use crate::grammar::{Parsed, Tag};
use crate::reading::ActorIndex;
use crate::tokens::{Words, list};

use super::source;

/// Texts that somebody issues.
const TEXTS: &[&str] = &["statement", "communique", "communiqué", "declaration", "readout", "letter"];
/// Tokens that are looked back over for who issued it.
const LOOK_BACK_TOKENS_MAX: usize = 400;

/// The author of the text that the words of a source name.
pub(super) fn author(parsed: &Parsed<'_>, actors: &Actors, words: Words) -> Option<ActorIndex> {
    let head = words.indices().find(|token| is_text(parsed, *token))?;
    if let Some(state) = words.indices().find_map(|token| actors.state_of(parsed.text.word(token))) {
        return Some(state);
    }
    if !parsed.text.is_one(words.from, list!("the this that its their")) {
        return None;
    }
    let word = parsed.text.word(head);
    (head.saturating_sub(LOOK_BACK_TOKENS_MAX)..words.from)
        .rev()
        .filter(|token| parsed.text.is(*token, word))
        .find_map(|token| issuer(parsed, actors, token))
}

fn is_text(parsed: &Parsed<'_>, token: usize) -> bool {
    TEXTS.iter().any(|text| parsed.text.is(token, text))
}

/// "the ministry said in a statement", "a statement by the ministry": who issued the text named at a token.
fn issuer(parsed: &Parsed<'_>, actors: &Actors, token: usize) -> Option<ActorIndex> {
    let phrase = parsed.phrase_at(token).map(|place| parsed.phrases[place])?;
    if let Some(owner) = actors.speaker(parsed, Words::new(phrase.core.from, token)) {
        return Some(owner);
    }
    let is_by = parsed.text.is_one(token + 1, list!("by from"));
    if let Some(place) = parsed.phrase_at(token + 2).filter(|_| is_by) {
        return actors.speaker(parsed, source::of_phrase(parsed, parsed.phrases[place]));
    }
    let sentence = parsed.sentence(token);
    let finite = |verb: &usize| {
        let group = parsed.verbs[*verb];
        group.is_finite && sentence.contains(group.words.from) && parsed.tag(group.main) == Tag::Verb
    };
    let next = parsed.verbs.partition_point(|group| group.words.from < token);
    let before = (next.saturating_sub(3)..next).rev().find(finite);
    let verb = before.or_else(|| (next..(next + 2).min(parsed.verbs.len())).find(finite))?;
    let subject = source::of_verb(parsed, verb)?;
    actors.speaker(parsed, source::of_phrase(parsed, subject))
}
