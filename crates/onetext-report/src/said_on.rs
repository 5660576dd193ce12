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
    published: Option<Date>,
    claims: &mut [Claim],
) {
    for at in 0..claims.len() {
        if claims[at].date.is_none() {
            let claim = &claims[at];
            let own =
                claim.cue.first().and_then(|cue| by_contact(parsed, days, contacts, published, claim, *cue));
            let before =
                at.checked_sub(1).map(|last| &claims[last]).filter(|before| goes_on(parsed, before, claim));
            let date = own.or_else(|| before?.date.clone());
            claims[at].date = date;
        }
    }
}

/// Whether a claim goes on from the one before: the same known speaker, at most one sentence on, without a cue or with
/// "added". It was said with what stands before it.
fn goes_on(parsed: &Parsed<'_>, before: &Claim, claim: &Claim) -> bool {
    let last = before.cue.iter().chain(&before.content).max_by_key(|span| span.end).copied();
    let here = claim.cue.first().or(claim.content.first());
    let (Some(last), Some(here)) = (last, here) else { return false };
    let sentence = |span: Span| parsed.sentence(parsed.text.words(span).to.saturating_sub(1));
    let ended = sentence(last);
    let next = parsed.sentence(ended.to);
    let is_near = sentence(*here).to <= ended.to.max(next.to);
    claim.speaker.is_some()
        && before.speaker == claim.speaker
        && is_near
        && claim.cue.first().is_none_or(|cue| adds(parsed, *cue))
}

/// Cues by which a speaker goes on.
fn adds(parsed: &Parsed<'_>, cue: Span) -> bool {
    parsed.text.is_one(parsed.text.words(cue).from, list!("added adding continued wrote posted"))
}

/// The day of a claim whose cue stands in a sentence that counts from an event.
fn by_contact(
    parsed: &Parsed<'_>,
    days: &[Expression],
    contacts: &[Contact],
    published: Option<Date>,
    claim: &Claim,
    cue: Span,
) -> Option<When> {
    let from = parsed.text.words(cue).from;
    let sentence = parsed.text.span(parsed.sentence(from));
    let outside =
        |span: Span| sentence.contains(span) && claim.content.iter().all(|content| !content.overlaps(span));
    let counted = days.iter().find(|day| day.rests_on_event() && outside(day.span));
    let after = after_contact(parsed, from).filter(|span| outside(*span));
    if let Some(day) = counted.filter(|day| comes_now(parsed, day.span, cue)) {
        return Some(dates::day_of_other(day, published?));
    }
    let told = contact_before(contacts, cue.start)?;
    match (counted, after) {
        (Some(day), _) => Some(dates::resolve_from(day, told)),
        (None, Some(span)) => {
            Some(When { words: Some(span), start: Some(told), end: Some(told), precision: Precision::Day })
        }
        (None, None) => None,
    }
}

/// "The move comes a day after the union complained": of what the report tells as news, and the claim of what was before.
fn comes_now(parsed: &Parsed<'_>, day: Span, cue: Span) -> bool {
    let words = parsed.text.words(day);
    let leads_on =
        words.to.checked_sub(1).is_some_and(|last| parsed.text.is_one(last, list!("after before")));
    let verb = words.from.checked_sub(1);
    leads_on
        && cue.start > day.end
        && verb.is_some_and(|verb| parsed.text.is_one(verb, list!("comes come came follows")))
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
