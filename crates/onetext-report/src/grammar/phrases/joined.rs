//! Phrases joined by commas and "and": from the first to the end of the last.

use crate::grammar::{Parsed, Phrase, Tag};
use crate::tokens::{Sort, Words};

/// Phrases that are joined to one: longer lists are tables.
const JOINED_MAX: usize = 30;

/// "Roe, Doe, and the minister": from the first to the end of the last.
pub(super) fn joined(parsed: &Parsed<'_>, phrases: &[Phrase], place: usize) -> Words {
    let own = phrases[place];
    let mut end = own.whole.to;
    let mut closed = own.whole;
    let mut next_place = place;
    for _ in 0..JOINED_MAX {
        let mut token = end;
        let comma = parsed.text.sort(token) == Some(Sort::Comma);
        token += usize::from(comma);
        let conjunction =
            parsed.text.is(token, "and") || parsed.text.is(token, "or") || parsed.text.is(token, "&");
        token += usize::from(conjunction);
        if !comma && !conjunction {
            break;
        }
        next_place = match phrases[next_place + 1..].iter().position(|phrase| phrase.core.from >= token) {
            Some(offset) => next_place + 1 + offset,
            None => break,
        };
        let Some(next) = phrases.get(next_place).filter(|next| next.core.from == token) else { break };
        if conjunction && is_object(parsed, own) && begins_clause(parsed, next) {
            break;
        }
        end = next.whole.to;
        if conjunction {
            closed = Words::new(own.core.from, end);
            break;
        }
    }
    closed
}

fn is_object(parsed: &Parsed<'_>, own: Phrase) -> bool {
    let before = own.core.from.checked_sub(1);
    before.is_some_and(|before| matches!(parsed.tag(before), Tag::Verb | Tag::Preposition))
}

/// "and Roe said": what follows the conjunction has a verb of its own.
fn begins_clause(parsed: &Parsed<'_>, next: &Phrase) -> bool {
    parsed.verb_at(next.whole.to).is_some_and(|verb| parsed.verbs[verb].is_finite)
}
