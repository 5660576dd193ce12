//! On which day something was said.

use jiff::civil::Date;

use super::Attribution;
use crate::dates::{self, Expression, Tense};
use crate::grammar::{Parsed, Tag};
use crate::reading::When;
use crate::tokens::{Sort, Words, list};

/// Words between the verb of saying and the day.
const WORDS_MAX: usize = 14;

/// The day that the attribution names, else the nearest one that stands beside the verb of saying; never one after the
/// report.
pub(super) fn said(
    parsed: &Parsed<'_>,
    one: &Attribution,
    days: &[Expression],
    published: Option<Date>,
) -> Option<When> {
    let resolved = |words: Words| {
        let span = parsed.text.span(words);
        let expression = days.iter().find(|day| span.overlaps(day.span))?;
        let when = dates::resolve(expression, published, Tense::Past);
        let is_past = published.zip(when.start).is_none_or(|(published, start)| start <= published);
        (when.start.is_some() && is_past).then_some(when)
    };
    one.said_when.and_then(resolved).or_else(|| beside(parsed, one, days).and_then(resolved))
}

/// The word of a day nearest to the cue, outside what was said, in the same clause.
fn beside(parsed: &Parsed<'_>, one: &Attribution, days: &[Expression]) -> Option<Words> {
    let cue = *one.cue.first()?;
    let sentence = parsed.sentence(cue.from);
    let whole = parsed.text.span(sentence);
    let own: Vec<&Expression> = days.iter().filter(|day| whole.overlaps(day.span)).collect();
    if own.is_empty() {
        return None;
    }
    let is_day = |token: &usize| {
        let span = parsed.text.span(Words::new(*token, *token + 1));
        own.iter().any(|day| span.overlaps(day.span))
    };
    let near = (sentence.from.max(cue.from.saturating_sub(WORDS_MAX))..sentence.to.min(cue.to + WORDS_MAX))
        .filter(is_day)
        .filter(|token| !one.says(*token) && !is_parted(parsed, cue, *token))
        .min_by_key(|token| token.abs_diff(cue.from))?;
    Some(Words::new(near, near + 1))
}

/// Whether another clause stands between: "after he arrived on Monday", "the plan that was sent on Monday".
fn is_parted(parsed: &Parsed<'_>, cue: Words, token: usize) -> bool {
    let between = if token < cue.from { token..cue.from } else { cue.to..token };
    if token < cue.from {
        // A clause before the subject: its opener stands before the day.
        let sentence = parsed.sentence(token);
        // "finished since March, but Roe insists": of the clause before.
        let joins = |place: usize| {
            parsed.text.sort(place) == Some(Sort::Comma)
                && parsed.text.is_one(place + 1, list!("but and while though although yet so"))
        };
        return between.clone().any(joins)
            || (sentence.from..token).any(|place| opens(parsed, place))
                && between.clone().any(|place| is_verb(parsed, place));
    }
    between.into_iter().any(|place| opens(parsed, place))
}

fn opens(parsed: &Parsed<'_>, token: usize) -> bool {
    matches!(parsed.tag(token), Tag::Subordinator | Tag::Relative)
}

fn is_verb(parsed: &Parsed<'_>, token: usize) -> bool {
    parsed.tag(token) == Tag::Verb
}
