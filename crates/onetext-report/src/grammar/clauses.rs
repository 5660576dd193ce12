//! Clauses: a finite verb with its subject and its opener.

use super::{Clause, Parsed, Tag};
use crate::tokens::{Sort, Words};

/// Steps back over phrases that belong to others, in search of a subject.
const STEPS_MAX: usize = 6;

pub(super) fn clauses(parsed: &Parsed<'_>) -> Vec<Clause> {
    let finite = parsed.verbs.iter().enumerate().filter(|(_, group)| group.is_finite);
    finite
        .map(|(verb, group)| {
            let subject = subject(parsed, group.words.from);
            let from = subject.map_or(group.words.from, |subject| parsed.phrases[subject].core.from);
            let opener = from
                .checked_sub(1)
                .filter(|before| matches!(parsed.tag(*before), Tag::Subordinator | Tag::Relative));
            let words = Words::new(opener.unwrap_or(from), parsed.sentence(group.main).to);
            Clause { words, subject, verb, opener }
        })
        .collect()
}

/// The phrase before a verb that is its subject: not one that stands after a preposition or inside another.
fn subject(parsed: &Parsed<'_>, verb: usize) -> Option<usize> {
    let sentence = parsed.sentence(verb);
    let mut before = verb;
    for _ in 0..STEPS_MAX {
        let mut place = parsed.phrase_before(before)?;
        if parsed.phrases[place].core.from < sentence.from {
            return None;
        }
        // The outermost phrase that takes it in.
        let mut outer = place;
        for earlier in (place.saturating_sub(8)..place).rev() {
            let phrase = &parsed.phrases[earlier];
            if phrase.core.from >= sentence.from && phrase.whole.to >= parsed.phrases[place].core.to {
                outer = earlier;
            }
        }
        place = outer;
        // "The court this month rejected": a time is no subject.
        if is_time(parsed, place)
            && place > 0
            && parsed.phrases[place - 1].core.to == parsed.phrases[place].core.from
        {
            before = parsed.phrases[place].core.from;
            continue;
        }
        let from = parsed.phrases[place].core.from;
        let behind = from.checked_sub(1).filter(|token| *token >= sentence.from);
        let is_object = behind.is_some_and(|token| matches!(parsed.tag(token), Tag::Preposition | Tag::Verb));
        if !is_object {
            return Some(place);
        }
        // What is between must end at the verb, or at a comma before it.
        before = from;
        if behind.is_some_and(|token| parsed.text.sort(token) == Some(Sort::OpenQuote)) {
            return None;
        }
    }
    None
}

fn is_time(parsed: &Parsed<'_>, phrase: usize) -> bool {
    let head = parsed.phrases[phrase].head;
    let days = crate::lexicon::Classes::WEEKDAY.with(crate::lexicon::Classes::MONTH);
    parsed.class(head).any(days)
        || [
            "week",
            "month",
            "year",
            "morning",
            "afternoon",
            "evening",
            "night",
            "weekend",
            "yesterday",
            "today",
        ]
        .iter()
        .any(|word| parsed.text.is(head, word))
}
