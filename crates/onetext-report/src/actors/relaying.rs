//! Publishers that no list has, by the part they play: "sources told the Post-Dispatch", "cited by the Bugle", "the Bugle
//! reported, citing officials", "the Ruritanian daily Bugle".

use super::descriptions::{Article, Described};
use super::names::{Named, Page, Shape};
use super::roster::{Entry, Roster};
use super::words::Sense;
use crate::lexicon::Classes;
use crate::reading::ActorKind;
use crate::tokens::{Sort, Words, list};

/// Tokens between "citing" and who is cited.
const CITED_TOKENS_MAX: usize = 6;

/// Makes outlets of the named bodies that relay what others told them.
pub(super) fn mark(
    page: &Page<'_, '_>,
    roster: &mut Roster<'_>,
    names: &[Named],
    entered: &[Option<usize>],
    described: &[Described],
) {
    for (named, index) in names.iter().zip(entered) {
        let Some(index) = index.filter(|index| may_publish(page, &roster.entries[*index], named)) else {
            continue;
        };
        if is_told(page, described, named) || cites(page, named) || reports(page, named) {
            publishes(&mut roster.entries[index]);
        }
    }
}

fn publishes(entry: &mut Entry<'_>) {
    entry.kind = ActorKind::Outlet;
    entry.is_open = false;
}

/// A name that is neither a person's nor that of an office, a bank, a ministry.
fn may_publish(page: &Page<'_, '_>, entry: &Entry<'_>, named: &Named) -> bool {
    let is_body = named.name.indices().any(|token| {
        page.has(token, Sense::BODY) && !page.is_any(token, list!("agency service house group"))
    });
    let is_person = entry.kind == ActorKind::Person
        && (entry.office.is_some() || page.classes(named.name.from).any(Classes::FIRST_NAME));
    matches!(entry.kind, ActorKind::Organisation | ActorKind::Person)
        && matches!(named.shape, Shape::Unknown | Shape::Organisation | Shape::Person)
        && !is_body
        && !is_person
}

/// "sources told the Bugle", "officials quoted by the Bugle".
fn is_told(page: &Page<'_, '_>, described: &[Described], named: &Named) -> bool {
    let Some(before) = named.words.from.checked_sub(1) else { return false };
    let quoted = page.is(before, "by")
        && before.checked_sub(1).is_some_and(|verb| page.is_any(verb, list!("cited quoted")));
    let told = page.is_any(before, list!("told tell tells"));
    if !quoted && !told {
        return false;
    }
    let verb = before - usize::from(quoted);
    let place = described.partition_point(|one| one.words.from < verb);
    described[..place].last().is_some_and(|one| {
        let is_source = one.sense.any(Sense::SOURCE) || one.basis.is_some();
        one.words.to == verb && (is_source || quoted && one.sense.any(Sense::OFFICIAL))
    })
}

/// "the Bugle reported, citing two officials"; "the Bugle, citing officials, reported".
fn cites(page: &Page<'_, '_>, named: &Named) -> bool {
    let reports = usize::from(page.is_any(named.words.to, list!("reported reports said wrote")));
    let comma = usize::from(page.sort(named.words.to + reports) == Some(Sort::Comma));
    let citing = named.words.to + reports + comma;
    let persons = Sense::SOURCE.with(Sense::OFFICIAL).with(Sense::PERSONS);
    page.is_any(citing, list!("citing quoting"))
        && (citing + 1..=citing + CITED_TOKENS_MAX)
            .take_while(|token| page.sort(*token) == Some(Sort::Word))
            .any(|token| page.has(token, persons))
}

/// "…, the Bugle reported." and no more.
fn reports(page: &Page<'_, '_>, named: &Named) -> bool {
    let comma = named.words.from.checked_sub(1).filter(|token| page.sort(*token) == Some(Sort::Comma));
    comma.is_some()
        && page.is_any(named.words.to, list!("reported reports"))
        && page.sort(named.words.to + 1) == Some(Sort::FullStop)
}

/// The outlet that a description stands beside: "the daily Bugle", "the Bugle, a news agency,". `mentions` are in order.
pub(super) fn described_as(
    page: &Page<'_, '_>,
    roster: &mut Roster<'_>,
    one: &Described,
    mentions: &[(Words, usize)],
) -> Option<usize> {
    if one.is_plural() || !is_paper(page, one) {
        return None;
    }
    let comma = one.words.from.checked_sub(1).filter(|token| page.sort(*token) == Some(Sort::Comma));
    let place = mentions.partition_point(|(words, _)| words.from < one.words.from);
    let before = mentions[..place].iter().rev().take(3).find(|(words, _)| Some(words.to) == comma);
    let before = before.filter(|_| page.sort(one.words.to) != Some(Sort::Word));
    let after = mentions[place..].iter().take(3).find(|(words, _)| words.from == one.words.to);
    // "the Morning Bugle daily"
    let inside = mentions[..mentions.partition_point(|(words, _)| words.from < one.head)]
        .iter()
        .rev()
        .take(3)
        .find(|(words, _)| words.to == one.head && words.from >= one.core.from);
    let (_, index) = before.filter(|_| one.article == Article::Indefinite).or(after).or(inside).copied()?;
    let entry = &mut roster.entries[index];
    let is_named = matches!(entry.kind, ActorKind::Organisation | ActorKind::Outlet) || entry.is_open;
    let is_misread = entry.kind == ActorKind::Person && entry.office.is_none() && entry.gender.is_none();
    if index == 0 || !is_named && !is_misread {
        return None;
    }
    publishes(entry);
    entry.state = entry.state.or(one.states.first().copied());
    entry.forms.push(one.words);
    Some(index)
}

/// A newspaper, broadcaster or news agency; other agencies and networks are none.
pub(super) fn is_paper(page: &Page<'_, '_>, one: &Described) -> bool {
    let is_vague =
        page.is_any(one.head, list!("agency agencies network networks channel service media radio"));
    let is_of_news = one
        .core
        .indices()
        .any(|token| page.is_any(token, list!("news press television tv broadcast state-run media")));
    one.sense.any(Sense::PAPER) && (!is_vague || is_of_news)
}
