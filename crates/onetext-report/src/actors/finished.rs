//! Entries to actors: names, aliases, offices, sides, what is told of those who are not named.

use std::borrow::Cow;

use super::names::Page;
use super::roster::{Entry, Roster};
use super::{Actors, Mention};
use crate::reading::{Actor, ActorIndex, ActorKind, Anonymity, Span};
use crate::tokens::Words;

pub(super) fn actors(page: &Page<'_, '_>, roster: &Roster<'_>, mentions: &[(Words, usize)]) -> Actors {
    let mut spans: Vec<Vec<Span>> = vec![vec![]; roster.entries.len()];
    for (words, index) in mentions {
        spans[*index].push(page.parsed.text.span(*words));
    }
    let actors =
        roster.entries.iter().zip(spans).map(|(entry, mentions)| actor(page, entry, mentions)).collect();
    let mentions =
        mentions.iter().map(|(words, index)| Mention { words: *words, actor: ActorIndex(*index) }).collect();
    let members = roster
        .entries
        .iter()
        .map(|entry| entry.members.iter().map(|index| ActorIndex(*index)).collect())
        .collect();
    Actors { actors, mentions, members }
}

fn actor(page: &Page<'_, '_>, entry: &Entry<'_>, mentions: Vec<Span>) -> Actor {
    let letters = |words: Words| on_one_line(page.parsed.text.span(words).of(page.parsed.text.source));
    let named = entry.name.map(|words| letters(words).into_owned());
    let name = entry.given.clone().or(named).unwrap_or_default();
    let mut aliases: Vec<String> = vec![];
    for alias in entry.forms.iter().copied().chain(entry.name).map(letters) {
        if alias != name && !aliases.iter().any(|known| *known == alias) {
            aliases.push(alias.into_owned());
        }
    }
    // A surname is an alias wherever the name stands with an office.
    if entry.kind == ActorKind::Person && entry.words.len() > 1 {
        let last = entry.words.len() - 1;
        let is_small = |word: &&&str| word.chars().all(char::is_lowercase);
        // "von der Roe"
        let particles = entry.words[1..last].iter().rev().take_while(is_small).count();
        for surname in [entry.words[last - particles..].join(" "), entry.words[last].to_owned()] {
            if surname != name && !aliases.contains(&surname) {
                aliases.push(surname);
            }
        }
    }
    Actor {
        name,
        aliases,
        kind: entry.kind,
        office: entry.office.map(|words| letters(words).into_owned()),
        side: side(page, entry),
        anonymity: (entry.kind == ActorKind::Anonymous).then(|| anonymity(page, entry)),
        part_of: entry.part_of.map(ActorIndex),
        mentions,
    }
}

/// Words with one space between, also where a line ends between them.
fn on_one_line(words: &str) -> Cow<'_, str> {
    let is_one = |pair: &[u8]| pair != b"  ";
    let is_plain = words.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic())
        && words.as_bytes().windows(2).all(is_one)
        && words.trim().len() == words.len();
    if is_plain {
        return Cow::Borrowed(words);
    }
    Cow::Owned(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn side(page: &Page<'_, '_>, entry: &Entry<'_>) -> Option<String> {
    if entry.states.len() > 1 {
        return None;
    }
    let named = entry.state.map(|state| state.name().to_owned());
    named.or_else(|| {
        entry.affiliation.map(|words| page.parsed.text.span(words).of(page.parsed.text.source).to_owned())
    })
}

fn anonymity(page: &Page<'_, '_>, entry: &Entry<'_>) -> Anonymity {
    let letters = |words: Words| page.parsed.text.span(words).of(page.parsed.text.source).to_owned();
    let states: Vec<&str> = entry.states.iter().map(|state| state.name()).collect();
    let affiliation =
        entry.affiliation.map(letters).or_else(|| (!states.is_empty()).then(|| states.join(", ")));
    Anonymity {
        count: entry.count,
        basis: entry.basis.map(letters),
        affiliation,
        rank: entry.rank.map(|token| page.word(token).to_owned()),
    }
}
