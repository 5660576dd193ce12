//! When something was said, where the text tells it from a contact: "later that day", "after the call".

use jiff::civil::Date;

use crate::dates::{self, Expression};
use crate::grammar::Parsed;
use crate::reading::{Claim, Contact, Precision, Span, When};
use crate::tokens::{List, Words, list};

/// Nouns of contacts that "after the" may be followed by.
const NOUNS: List =
    List::of("call meeting talks round session conversation summit visit briefing negotiations");

/// Dates the claims that have no day of their own and stand in a sentence that counts from a contact told before.
pub(crate) fn from_contacts(
    parsed: &Parsed<'_>,
    days: &[Expression],
    contacts: &[Contact],
    claims: &mut [Claim],
) {
    for claim in claims.iter_mut().filter(|claim| claim.date.is_none()) {
        let Some(cue) = claim.cue.first().copied() else { continue };
        let from = parsed.text.words(cue).from;
        let sentence = parsed.text.span(parsed.sentence(from));
        let outside = |span: Span| {
            sentence.contains(span) && claim.content.iter().all(|content| !content.overlaps(span))
        };
        let counted = days.iter().find(|day| day.rests_on_event() && outside(day.span));
        let after = after_contact(parsed, from).filter(|span| outside(*span));
        let Some(told) = contact_before(contacts, cue.start) else { continue };
        claim.date = match (counted, after) {
            (Some(day), _) => Some(dates::resolve_from(day, told)),
            (None, Some(span)) => Some(When {
                words: Some(span),
                start: Some(told),
                end: Some(told),
                precision: Precision::Day,
            }),
            (None, None) => None,
        };
    }
}

/// "after the call" in the sentence of a token.
fn after_contact(parsed: &Parsed<'_>, token: usize) -> Option<Span> {
    let text = &parsed.text;
    let sentence = parsed.sentence(token);
    let is_one = |place: usize, words: List| parsed.text.is_one(place, words);
    sentence.indices().find_map(|place| {
        if let Some(over) = over(parsed, place) {
            return Some(text.span(over));
        }
        let opens = is_one(place, list!("after following at during"))
            && is_one(place + 1, list!("the that their its this"));
        if !opens {
            return None;
        }
        let noun = (place + 2..place + 3 + MODIFIERS_MAX).find(|noun| is_one(*noun, NOUNS))?;
        Some(text.span(Words::new(place, noun + 1)))
    })
}

/// "afterwards", "when the two meetings were over".
fn over(parsed: &Parsed<'_>, place: usize) -> Option<Words> {
    /// Words between "when" and "over".
    const WORDS_MAX: usize = 7;
    let is_one = |place: usize, words: List| parsed.text.is_one(place, words);
    if is_one(place, list!("afterwards afterward"))
        && !is_one(place - place.min(1), list!("shortly years days weeks months"))
    {
        return Some(Words::new(place, place + 1));
    }
    if !is_one(place, list!("when once")) {
        return None;
    }
    let end = (place + WORDS_MAX).min(parsed.sentence(place).to);
    let over = (place..end).find(|token| is_one(*token, list!("over ended")))?;
    let is_contact =
        (place..over).any(|token| is_one(token, NOUNS) || is_one(token, list!("meetings sessions")));
    is_contact.then(|| Words::new(place, over + 1))
}

/// Words between the article and the noun: "after the two-hour closed-door session".
const MODIFIERS_MAX: usize = 3;

/// The day of the contact that was mentioned last before a place, if it is one day.
fn contact_before(contacts: &[Contact], place: usize) -> Option<Date> {
    let dated = contacts.iter().filter_map(|contact| {
        let when = contact.date.as_ref()?;
        let day = when.start.filter(|start| when.end == Some(*start))?;
        let last = contact.mentions.iter().filter(|span| span.start < place).map(|span| span.start).max()?;
        Some((last, day))
    });
    dated.max().map(|(_, day)| day)
}
