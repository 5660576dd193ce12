//! Persons whom a report tells of by their office first and names next: "The presidents of Ruritania and Arcadia met. Jane
//! Roe and John Doe agreed ...".

use super::back;
use super::descriptions::{Article, Described};
use super::names::Page;
use super::roster::Roster;
use crate::grammar::Tag;
use crate::reading::ActorKind;
use crate::tokens::{List, Sort, Words, list};

/// Offices that are told of several persons who are then named.
const OFFICES: List = List::of(
    "presidents leaders ministers premiers chancellors generals commanders chiefs envoys negotiators directors officers \
    secretaries ambassadors kings rivals",
);

/// Sentences after the description in which its persons are looked for.
const SENTENCES_MAX: usize = 2;

/// Sentences of a lead, counted from nought.
const LEAD_SENTENCES: u32 = 1;

/// Tokens between two names of a pair: "Jane Roe, the president of Ruritania, and".
const ASIDE_TOKENS_MAX: usize = 12;

/// Lets a description of several stand for the two persons who are named right after it for the first time. `mentions` are
/// in order.
pub(super) fn settle(
    page: &Page<'_, '_>,
    roster: &mut Roster<'_>,
    described: &[Described],
    mentions: &[(Words, usize)],
) {
    let offices = described.iter().filter(|one| {
        one.core.indices().any(|token| page.is_any(token, OFFICES))
            && one.count.is_none_or(|count| count == 2)
            && (one.states.is_empty() || one.states.len() == 2)
    });
    for one in offices {
        let place = mentions.partition_point(|(words, _)| words.from < one.words.from);
        let of_words = mentions[place..].iter().take(4).find(|(words, _)| *words == one.words);
        let Some(&(_, index)) = of_words.filter(|(_, index)| stands_alone(roster, *index)) else { continue };
        let mut sentence = page.parsed.sentence(one.words.from);
        // The lead tells what they are, not who.
        if page.sentence(one.words.from) > LEAD_SENTENCES {
            break;
        }
        let pair = (0..SENTENCES_MAX).find_map(|_| {
            let next = page.parsed.sentence(sentence.to);
            // Past the last sentence there is none.
            if next.is_empty() {
                return None;
            }
            sentence = next;
            opening_pair(page, roster, mentions, sentence)
        });
        let pair = pair.filter(|pair| pair.iter().all(|person| may_be(page, roster, *person, one)));
        if let Some(pair) = pair {
            roster.entries[index].members = pair.to_vec();
        }
    }
}

/// Offices that speak for others, whatever those are.
const SPEAKING_FOR: List =
    List::of("spokesman spokeswoman spokesperson adviser advisor aide lawyer mediator");

/// Whether the office of a person, where one is told, can be the one that is told of several.
fn may_be(page: &Page<'_, '_>, roster: &Roster<'_>, person: usize, one: &Described) -> bool {
    let Some(office) = roster.entries[person].office else {
        // "Officers sealed off the street" are nobody who is named without an office.
        return one.article == Article::Definite;
    };
    let speaks_for = office.indices().any(|token| page.is_any(token, SPEAKING_FOR));
    let is_open = page.is_any(
        one.head,
        list!("leaders rivals officers commanders generals general chiefs negotiators envoys"),
    );
    let is_same = office.indices().any(|token| back::same_word(page.word(token), page.word(one.head)));
    is_same || is_open && !speaks_for
}

/// Whether nobody is known yet of whom the description tells: at most a group of each state.
fn stands_alone(roster: &Roster<'_>, index: usize) -> bool {
    let entry = &roster.entries[index];
    let is_group = |index: &usize| roster.entries[*index].kind == ActorKind::Group;
    entry.is_plural
        && matches!(entry.kind, ActorKind::Group | ActorKind::Anonymous)
        && entry.members.iter().all(is_group)
}

/// "Jane Roe and John Doe met": the two with whom a sentence begins, where neither was named before.
fn opening_pair(
    page: &Page<'_, '_>,
    roster: &Roster<'_>,
    mentions: &[(Words, usize)],
    sentence: Words,
) -> Option<[usize; 2]> {
    let first_named = |index: usize| {
        let entry = &roster.entries[index];
        entry.kind == ActorKind::Person && entry.forms.iter().all(|form| form.from >= sentence.from)
    };
    let at = |token: usize| {
        let place = mentions.partition_point(|(words, _)| words.from < token);
        mentions[place..].iter().copied().find(|(words, index)| words.from == token && first_named(*index))
    };
    let (words, first) = at(sentence.from)?;
    let and =
        (words.to..sentence.to.min(words.to + ASIDE_TOKENS_MAX)).find(|token| page.is(*token, "and"))?;
    let is_aside = and == words.to || page.sort(words.to) == Some(Sort::Comma);
    let is_verb = |token: usize| matches!(page.tag(token), Some(Tag::Verb | Tag::Auxiliary | Tag::Modal));
    if !is_aside || (words.to..and).any(is_verb) {
        return None;
    }
    let (words, second) = at(and + 1)?;
    let goes_on = is_verb(words.to) || page.is_any(words.to, list!("also both who"));
    (goes_on || page.sort(words.to) == Some(Sort::Comma)).then_some([first, second])
}
