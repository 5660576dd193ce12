//! Words that say when: "on Tuesday", "last week", "earlier this month".

use crate::grammar::{Parsed, Tag};
use crate::lexicon::Classes;
use crate::tokens::{List, list};

/// Nouns of time that stand after "on", "in", "at" or alone.
const TIMES: List = List::of(
    "week month year day days morning afternoon evening night weekend today yesterday tonight earlier later time ago hour hours weeks months years overnight recently friday",
);

/// Whether a word is a noun or adverb of time.
pub(super) fn is_time_word(parsed: &Parsed<'_>, token: usize) -> bool {
    parsed.text.is_one(token, TIMES)
}

/// "on Tuesday", "last week", "earlier this month", "Friday".
pub(super) fn time(parsed: &Parsed<'_>, place: usize) -> Option<usize> {
    // "later that day", "that evening"
    let that = place
        + usize::from(
            parsed.text.is(place, "later") || parsed.text.is(place, "earlier") || parsed.text.is(place, "on"),
        );
    let is_same =
        parsed.text.is(that, "that") || parsed.text.is(that, "the") && parsed.text.is(that + 1, "same");
    let noun = that + 1 + usize::from(parsed.text.is(that + 1, "same"));
    if is_same && parsed.text.is_one(noun, list!("day morning afternoon evening night week month")) {
        return Some(noun + 1);
    }
    let from = if parsed.tag(place) == Tag::Preposition
        || parsed.text.is(place, "earlier")
        || parsed.text.is(place, "late")
        || parsed.text.is(place, "early")
        || parsed.text.is(place, "later")
    {
        place + 1
    } else {
        place
    };
    let phrase =
        parsed.phrase_at(from).map(|at| parsed.phrases[at]).filter(|phrase| phrase.core.from == from)?;
    // "Tuesday the deal": a day as a name may have run into the next one.
    let day =
        phrase.core.indices().find(|token| parsed.class(*token).any(Classes::WEEKDAY.with(Classes::MONTH)));
    if let Some(day) = day {
        let mut to = day + 1;
        while (to < phrase.core.to || to == phrase.core.to && parsed.class(day).any(Classes::MONTH))
            && (parsed.tag(to) == Tag::Numeral
                || parsed.text.is_one(to, list!("morning afternoon evening night")))
        {
            to += 1;
        }
        let leads = (from..day).all(|token| {
            !matches!(parsed.tag(token), Tag::Name) || parsed.class(token).any(Classes::WEEKDAY)
        });
        return leads.then_some(to);
    }
    let is_time = is_time_word(parsed, phrase.head) && !parsed.text.is(from, "the");
    is_time.then_some(phrase.core.to)
}
