//! What belongs to a description after its head: "familiar with the talks", "from Spain, Italy and Greece".

use super::{Article, Described, Shared, two_words};
use crate::actors::names::Page;
use crate::actors::states::{Manner, State};
use crate::actors::words::Sense;
use crate::grammar::Tag;
use crate::tokens::{List, Sort, Words, list};

/// What belongs to the description after its head.
pub(super) fn right(page: &Page<'_, '_>, described: &mut Described) {
    let next = described.core.to;
    let speaks =
        described.sense.any(Sense::SOURCE.with(Sense::OFFICIAL).with(Sense::PERSONS).with(Sense::OFFICE));
    // "with a mediator present" says where he was, not how he knows.
    let is_bare_present = page.is(next, "present") && !page.is_any(next + 1, list!("at in during when"));
    if speaks
        && !is_bare_present
        && (page.is_any(next, KNOWING) || (page.is(next, "with") && knows(page, next)))
    {
        let end = clause_end(page, next);
        described.basis = Some(Words::new(next, end));
        described.words.to = end;
        return;
    }
    // "officials on both sides"
    let is_of_sides = page.is(next, "on")
        && page.is_any(next + 1, list!("both either each"))
        && page.has(next + 2, Sense::SIDE);
    if is_of_sides {
        described.words.to = next + 3;
        return;
    }
    if page.is_any(next, list!("from of in for")) {
        attached(page, described, next);
    }
}

/// How sources know: the words that begin it.
pub(super) const KNOWING: List =
    List::of("familiar close briefed involved privy knowledgeable aware acquainted present informed");

/// "with knowledge of", "with direct knowledge of", "with ties to".
fn knows(page: &Page<'_, '_>, with: usize) -> bool {
    (with + 1..with + 4).any(|token| page.is_any(token, list!("knowledge ties insight access")))
}

/// Words of an attachment.
const ATTACHED_WORDS_MAX: usize = 14;

/// The end of "familiar with the talks": before the next verb or mark.
fn clause_end(page: &Page<'_, '_>, from: usize) -> usize {
    let mut token = from + 1;
    while token < page.len()
        && token - from < ATTACHED_WORDS_MAX
        && page.sentence(token) == page.sentence(from)
    {
        let is_word = matches!(page.sort(token), Some(Sort::Word | Sort::Number | Sort::Possessive));
        let is_verb = matches!(page.tag(token), Some(Tag::Verb | Tag::Auxiliary | Tag::Modal))
            || (page.classes(token).any(crate::lexicon::Classes::SPEECH)
                && page.tag(token) != Some(Tag::Noun));
        let opens = matches!(page.tag(token), Some(Tag::Relative | Tag::Subordinator));
        if !is_word || is_verb || page.is_any(token, list!("who which")) || (page.is(token, "that") && opens)
        {
            break;
        }
        token += 1;
    }
    token
}

/// "from Spain, Italy and Greece", "of the United Kingdom and France", "from both sides", "in St. Louis".
fn attached(page: &Page<'_, '_>, described: &mut Described, preposition: usize) {
    let mut token = preposition + 1;
    let mut states_after: Vec<State> = vec![];
    let mut end = preposition;
    while token < page.len() && token - preposition < ATTACHED_WORDS_MAX {
        if page.sentence(token) != page.sentence(preposition) {
            break;
        }
        let is_the = page.is(token + 1, "the") && page.is_capital(token + 2);
        let joins = page.is_any(token, list!("the both"))
            || (page.is(token, "and") && (page.is_capital(token + 1) || is_the));
        let lists = page.sort(token) == Some(Sort::Comma) && page.state(token + 1).is_some();
        if joins || lists {
            token += 1;
        } else if let Some((state, manner, width)) =
            two_words(page, token).or(page.state(token).map(|(state, manner)| (state, manner, 1)))
            && page.is_capital(token)
        {
            if manner == Manner::Adjective || manner == Manner::Capital && !page.is(preposition, "in") {
                break;
            }
            states_after.push(state);
            token += width;
            end = token;
        } else if end == preposition && page.is_capital(token) || page.has(token, Sense::SIDE) {
            token += 1;
            // "of the People's Party": over the mark.
            let goes_on = |token: usize| {
                page.is_capital(token)
                    || page.sort(token) == Some(Sort::Possessive)
                        && page.is_capital(token + 1)
                        && page.has(token + 1, Sense::BODY.with(Sense::SIDE))
            };
            while goes_on(token) && page.sentence(token) == page.sentence(preposition) {
                token += 1;
            }
            end = token;
            break;
        } else {
            break;
        }
    }
    if end > preposition
        && (page.is_any(preposition, list!("from of")) || described.article == Article::Definite)
    {
        described.words.to = end;
        if states_after.len() > 1 {
            described.shared = Some(Shared::After);
        }
        if described.states.is_empty() {
            described.states = states_after;
        }
    }
}
