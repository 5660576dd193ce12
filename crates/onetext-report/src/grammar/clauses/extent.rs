//! Where a clause ends: before the next statement, not at the first comma.

use crate::grammar::{Parsed, Phrase, Tag, VerbGroup};
use crate::lexicon::Classes;
use crate::tokens::{NONE, Sort, list};

/// Tokens that a clause is followed through: news sentences have at most about 100.
const CLAUSE_TOKENS_MAX: usize = 200;

/// The token after the clause around a verb group, its closing mark left out.
pub(super) fn end(parsed: &Parsed<'_>, group: VerbGroup) -> usize {
    let own_quote = parsed.text.tokens[group.main].quote;
    let limit = parsed.sentence(group.main).to.min(group.words.to + CLAUSE_TOKENS_MAX);
    let mut place = group.words.to;
    while place < limit {
        let quote = parsed.text.tokens[place].quote;
        if quote != own_quote {
            if own_quote != NONE {
                break;
            }
            let inner = parsed.text.quotes.get(quote as usize).map(|quote| quote.words.to);
            place = inner.unwrap_or(place + 1).max(place + 1).min(limit);
            continue;
        }
        if stops(parsed, place) {
            break;
        }
        place += 1;
    }
    while place > group.words.to && is_closing(parsed, place - 1) {
        place -= 1;
    }
    place
}

fn is_closing(parsed: &Parsed<'_>, token: usize) -> bool {
    matches!(
        parsed.text.sort(token),
        Some(Sort::Comma | Sort::FullStop | Sort::Question | Sort::Exclamation | Sort::Colon | Sort::Dash)
    )
}

fn stops(parsed: &Parsed<'_>, place: usize) -> bool {
    match parsed.text.sort(place) {
        Some(Sort::Semicolon) => true,
        Some(Sort::Comma) => after_comma(parsed, place + 1),
        _ if joins(parsed, place) => begins_clause(parsed, place + 1),
        _ => false,
    }
}

/// ", adding that", ", but Y denied", ", Y said."
fn after_comma(parsed: &Parsed<'_>, next: usize) -> bool {
    let aside = usize::from(parsed.tag(next) == Tag::Adverb || joins(parsed, next));
    let class = parsed.class(next + aside);
    if class.any(Classes::VERB_ING) && class.any(Classes::SPEECH) && !class.any(Classes::VERB_BASE) {
        return true;
    }
    if joins(parsed, next) { begins_clause(parsed, next + 1) } else { attributes(parsed, next) }
}

fn joins(parsed: &Parsed<'_>, token: usize) -> bool {
    matches!(parsed.tag(token), Tag::Conjunction | Tag::Subordinator)
        && parsed.text.is_one(token, list!("and but or while whereas though although yet"))
}

/// A subject with a finite verb, or a further "that".
fn begins_clause(parsed: &Parsed<'_>, token: usize) -> bool {
    parsed.text.is(token, "that") && parsed.tag(token) == Tag::Subordinator
        || phrase_from(parsed, token).is_some_and(|phrase| finite_after(parsed, phrase).is_some())
}

/// ", the envoy said" and ", said the envoy" at the end or before a mark: who said what stands before.
fn attributes(parsed: &Parsed<'_>, token: usize) -> bool {
    let speaks = |group: &VerbGroup| parsed.class(group.main).any(Classes::SPEECH);
    if let Some(place) = parsed.verb_at(token) {
        let group = parsed.verbs[place];
        return group.is_finite && speaks(&group) && phrase_from(parsed, group.words.to).is_some();
    }
    let said = phrase_from(parsed, token).and_then(|phrase| finite_after(parsed, phrase)).filter(speaks);
    said.is_some_and(|group| {
        let next = group.words.to;
        next >= parsed.sentence(token).to
            || parsed.tag(next) == Tag::Punctuation
            || parsed.tag(next) == Tag::Preposition
    })
}

fn phrase_from<'p>(parsed: &'p Parsed<'_>, token: usize) -> Option<&'p Phrase> {
    parsed.phrase_at(token).map(|place| &parsed.phrases[place]).filter(|phrase| phrase.core.from == token)
}

/// The finite group that follows a phrase, or what belongs or is joined to it.
fn finite_after(parsed: &Parsed<'_>, phrase: &Phrase) -> Option<VerbGroup> {
    [phrase.core.to, phrase.whole.to, phrase.joined.to].into_iter().find_map(|end| {
        let end = end + usize::from(parsed.tag(end) == Tag::Adverb);
        parsed.verb_at(end).map(|place| parsed.verbs[place]).filter(|group| group.is_finite)
    })
}
