//! What is said of the thing that a relative clause belongs to: "charges that the court denies", "what critics call a
//! gift".

use super::cues::Takes;
use super::verbs::Asked;
use crate::grammar::{Parsed, Phrase, Tag};
use crate::tokens::{Sort, Words};

/// The words that the relative clause of a cue belongs to, where the cue says something of them.
pub(super) fn antecedent(
    parsed: &Parsed<'_>,
    asked: &Asked,
    subject: Phrase,
    has_content: bool,
) -> Option<Words> {
    let takes = asked.cue.takes;
    let relative = subject.core.from.checked_sub(1)?;
    if subject.core.to > asked.words.from || parsed.sentence(relative) != parsed.sentence(asked.words.from) {
        return None;
    }
    let names = takes.any(Takes::AS) || asked.lemma == "call";
    let is_contested = ["deny", "reject", "confirm", "accept"].contains(&asked.cue.act);
    if has_content && !names || !has_content && !is_contested {
        return None;
    }
    if parsed.text.is(relative, "what") {
        return Some(Words::new(relative, relative + 1));
    }
    let is_relative = matches!(parsed.tag(relative), Tag::Relative)
        || parsed.text.is(relative, "that")
        || parsed.text.is(relative, "which");
    if !is_relative || parsed.text.is(relative, "who") {
        return None;
    }
    let comma = relative.checked_sub(1).filter(|token| parsed.text.sort(*token) == Some(Sort::Comma));
    let end = comma.unwrap_or(relative);
    let place = parsed.phrase_before(end)?;
    let phrase = parsed.phrases[place];
    (phrase.core.to == end).then_some(phrase.core)
}
