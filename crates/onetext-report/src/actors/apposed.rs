//! A description beside a name is of whoever is named: "Jane Roe, the union's president", "the head of the company, Jane Roe".

use super::descriptions::Described;
use super::names::{Named, Page, Shape};
use super::roster::{Entry, Roster};
use super::words::Sense;
use crate::grammar::Tag;
use crate::reading::ActorKind;
use crate::tokens::{Sort, Words, list};

/// Words that may follow a description before the comma: "head of the union for the north".
const FOLLOWING_WORDS_MAX: usize = 11;

/// The person whom the description stands beside; the entry learns the office. `mentions` are in order.
pub(super) fn person(
    page: &Page<'_, '_>,
    roster: &mut Roster<'_>,
    one: &Described,
    mentions: &[(Words, usize)],
) -> Option<usize> {
    let tells = Sense::OFFICE.with(Sense::OFFICIAL).with(Sense::PERSONS).with(Sense::KIN);
    if one.is_plural() || !one.sense.any(tells) {
        return None;
    }
    let index = before(page, roster, one, mentions).or_else(|| after(page, roster, one, mentions))?;
    let entry = &mut roster.entries[index];
    entry.kind = ActorKind::Person;
    entry.is_open = false;
    let own = entry.office.filter(|office| office.indices().len() > 1 || !is_style(page, office.from));
    entry.office = own.or(Some(one.core));
    entry.state = entry.state.or(one.states.first().copied());
    entry.affiliation = entry.affiliation.or(one.affiliation);
    entry.forms.push(one.words);
    Some(index)
}

/// "Jane Roe, the union's president,": the name that ends at the comma before.
fn before(
    page: &Page<'_, '_>,
    roster: &Roster<'_>,
    one: &Described,
    mentions: &[(Words, usize)],
) -> Option<usize> {
    let comma = one.words.from.checked_sub(1).filter(|token| page.sort(*token) == Some(Sort::Comma))?;
    let place = mentions.partition_point(|(words, _)| words.from < comma);
    let (_, index) = *mentions[..place].iter().rev().take(3).find(|(words, _)| words.to == comma)?;
    let end = end(page, one)?;
    // "Roe, the mediator and Doe": a list.
    let closes = page.sort(end) != Some(Sort::Word) && !page.is(end + 1, "and");
    (closes && is_named(&roster.entries[index])).then_some(index)
}

/// "The head of the company, Jane Roe,": the whole name that begins after the comma.
fn after(
    page: &Page<'_, '_>,
    roster: &Roster<'_>,
    one: &Described,
    mentions: &[(Words, usize)],
) -> Option<usize> {
    let comma = end(page, one).filter(|token| page.sort(*token) == Some(Sort::Comma))?;
    let place = mentions.partition_point(|(words, _)| words.from <= comma);
    let (words, index) = *mentions[place..].iter().take(2).find(|(words, _)| words.from == comma + 1)?;
    let entry = &roster.entries[index];
    // "The foreign minister, Sheikh Roe bin Doe": what he is called is no office.
    let has_office =
        entry.office.is_some_and(|office| office.indices().len() > 1 || !is_style(page, office.from));
    let is_whole = is_named(entry) && entry.words.len() > 1 && !has_office;
    // "the mediator, Jane Roe and the envoy": a list.
    let closes = page.sort(words.to) != Some(Sort::Word)
        || matches!(page.tag(words.to), Some(Tag::Verb | Tag::Auxiliary | Tag::Modal));
    (is_whole && closes && !page.is(words.to, "and") && !page.is(words.to + 1, "and")).then_some(index)
}

/// Words of an office in capitals that stands beside a name.
const OFFICE_WORDS_MAX: usize = 24;

/// "Jane Roe, Minister of Trade and Director of the Fund": the persons learn the offices in capitals behind their names.
pub(super) fn offices(
    page: &Page<'_, '_>,
    roster: &mut Roster<'_>,
    names: &[Named],
    entered: &[Option<usize>],
) {
    for (place, pair) in names.windows(2).enumerate() {
        let (name, office) = (pair[0], pair[1]);
        let is_beside = office.shape == Shape::Office
            && page.sort(name.words.to) == Some(Sort::Comma)
            && name.words.to + 1 == office.words.from;
        let Some(index) = entered[place].filter(|index| is_beside && is_named(&roster.entries[*index]))
        else {
            continue;
        };
        let last = page.len().min(office.words.from + OFFICE_WORDS_MAX);
        let to = (office.words.to..last)
            .find(|token| !matches!(page.sort(*token), Some(Sort::Word | Sort::Possessive)))
            .unwrap_or(office.words.to);
        let entry = &mut roster.entries[index];
        entry.kind = ActorKind::Person;
        entry.is_open = false;
        entry.office = entry.office.or(Some(Words::new(office.words.from, to)));
        entry.state = entry.state.or(office.state);
    }
}

/// Words by which somebody is called beside an office: "Sheikh", "Prince".
fn is_style(page: &Page<'_, '_>, token: usize) -> bool {
    page.is_any(token, list!("sheikh prince princess lord lady sir dame dr mr mrs ms sultan imam"))
}

fn is_named(entry: &Entry<'_>) -> bool {
    entry.kind == ActorKind::Person || entry.is_open
}

/// Tokens between brackets that hold an acronym.
const BRACKETS_TOKENS_MAX: usize = 4;

/// The closing bracket of what is opened at a token.
fn brackets(page: &Page<'_, '_>, token: usize) -> Option<usize> {
    let is_open = page.sort(token) == Some(Sort::OpenBracket);
    (token + 1..token + BRACKETS_TOKENS_MAX)
        .find(|close| is_open && page.sort(*close) == Some(Sort::CloseBracket))
}

/// The mark that ends the description with what belongs to it.
fn end(page: &Page<'_, '_>, one: &Described) -> Option<usize> {
    let last = page.len().min(one.words.to + FOLLOWING_WORDS_MAX);
    let mut aside = None;
    for token in one.words.to..last {
        // "the head of the party (ACRO), Jane Roe": past the brackets.
        aside = aside.filter(|close| *close >= token).or_else(|| brackets(page, token));
        if aside.is_some() {
            continue;
        }
        let is_verb =
            matches!(page.tag(token), Some(Tag::Verb | Tag::Auxiliary | Tag::Modal | Tag::Relative));
        if is_verb || page.sentence(token) != page.sentence(one.words.from) {
            return None;
        }
        if !matches!(page.sort(token), Some(Sort::Word | Sort::Number | Sort::Possessive)) {
            return Some(token);
        }
    }
    None
}
