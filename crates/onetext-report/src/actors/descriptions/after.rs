//! What belongs to a description after its head: "familiar with the talks", "from Spain, Italy and Greece".

use super::{Article, Described, Shared};
use crate::actors::names::Page;
use crate::actors::states::{Manner, State};
use crate::actors::words::Sense;
use crate::grammar::Tag;
use crate::lexicon::Classes;
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
    // "the commission in the capital" is the commission.
    let is_of_body = page.is(next, "in")
        && page.is_any(described.head, list!("commission committee council parliament assembly conference"));
    if page.is_any(next, list!("from of in for")) && !is_of_body {
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
            || (page.classes(token).any(Classes::SPEECH) && page.tag(token) != Some(Tag::Noun));
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
            page.long_state(token).or(page.state(token).map(|(state, manner)| (state, manner, 1)))
            && page.is_capital(token)
        {
            if manner == Manner::Adjective || manner == Manner::Capital && !page.is(preposition, "in") {
                break;
            }
            states_after.push(state);
            token += width;
            end = token;
        } else if end == preposition && page.is_capital(token) && !is_time(page, token)
            || page.has(token, Sense::SIDE)
        {
            token += 1;
            // "of the People's Party": over the mark.
            let goes_on = |token: usize| {
                page.is_capital(token)
                    // "from the Government of National Unity"
                    || page.is(token, "of")
                        && page.is_capital(token + 1)
                        && page.has(token - 1, Sense::BODY)
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
    if end == preposition {
        described.words.to = belonging(page, described, preposition).unwrap_or(described.words.to);
        return;
    }
    let speak_for = page.is(preposition, "for")
        && page
            .is_any(described.head, list!("negotiators envoys delegates representatives officials lawyers"));
    if speak_for || page.is_any(preposition, list!("from of")) || described.article == Article::Definite {
        described.words.to = end;
        if states_after.len() > 1 {
            described.shared = Some(Shared::After);
        }
        if described.states.is_empty() {
            described.states = states_after;
        }
    }
}

/// "in September": when, not whose.
fn is_time(page: &Page<'_, '_>, token: usize) -> bool {
    page.classes(token).any(Classes::MONTH.with(Classes::WEEKDAY))
}

/// Words of "the 26 nations of the treaty".
const BELONGING_WORDS_MAX: usize = 7;

/// Where "of the 26 nations", "of state and government", "in the dialogue forum", "of the willing" ends: whose or of what
/// they are, in ordinary words.
fn belonging(page: &Page<'_, '_>, described: &Described, preposition: usize) -> Option<usize> {
    let is_of = page.is_any(preposition, list!("of from"));
    let takes_part = page.is(preposition, "in")
        && page.is_any(described.head, list!("participants members parties delegates"));
    let is_company =
        page.is_any(described.head, list!("coalition group delegation team alliance bloc heads"));
    let are_persons = described.is_plural()
        && described.sense.any(Sense::PERSONS.with(Sense::OFFICIAL).with(Sense::OFFICE).with(Sense::SOURCE));
    if !(takes_part || is_of && (is_company || are_persons)) {
        return None;
    }
    // "heads of state and government"
    if page.is(preposition + 1, "state")
        && page.is(preposition + 2, "and")
        && page.is(preposition + 3, "government")
    {
        return Some(preposition + 4);
    }
    let from = preposition + 1;
    let is_led = page.tag(from) == Some(Tag::Determiner) || page.tag(from) == Some(Tag::Possessive);
    let mut end = from + usize::from(is_led);
    // "of the willing"
    if is_led && page.is(end, "willing") {
        return Some(end + 1);
    }
    // "from almost 200 countries"
    let is_about = page.is_any(end, list!("almost nearly about around some over"))
        && (page.sort(end + 1) == Some(Sort::Number) || page.tag(end + 1) == Some(Tag::Numeral));
    end += usize::from(is_about);
    while end < from + BELONGING_WORDS_MAX
        && page.sentence(end) == page.sentence(preposition)
        && is_nominal(page, end)
    {
        end += 1;
    }
    let has_noun = end > from + usize::from(is_led);
    // "both", "them": nobody's name, and "of the" alone is nothing.
    (has_noun && !page.is_any(end - 1, list!("them us both"))).then_some(end)
}

fn is_nominal(page: &Page<'_, '_>, token: usize) -> bool {
    matches!(page.sort(token), Some(Sort::Word | Sort::Number))
        && (matches!(page.tag(token), Some(Tag::Noun | Tag::Adjective | Tag::Numeral | Tag::Name))
            || page.is_capital(token))
}
