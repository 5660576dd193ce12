//! Who is named: mentions, and which of them are the same person, body or source.
//!
//! Names are found first ([`names`]) and entered once each ([`roster`]), whatever their spelling. Descriptions
//! ([`descriptions`]) come next, in the order of the text: an indefinite one is somebody new, a definite one looks back
//! ([`back`]). Pronouns look back last. Sources that are not named are kept apart by their description; "the source" after
//! "two sources" is one of them and no more. None is ever matched to a person.

mod apposed;
mod back;
mod descriptions;
mod finished;
mod gender;
mod introduced;
mod names;
mod outlets;
mod pronouns;
mod relaying;
mod roster;
mod states;
mod words;

use crate::grammar::{Parsed, Tag};
use crate::reading::{Actor, ActorIndex, ActorKind};
use crate::tokens::{Sort, Words};

use descriptions::Described;
use names::Page;
use roster::Roster;

/// Mentions that are looked back over for one reference.
const LOOK_BACK_MAX: usize = 60;
/// The name of an outlet that nobody named.
const UNKNOWN_OUTLET: &str = "the outlet";

/// A place where an actor is named, described or meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    pub(crate) words: Words,
    pub(crate) actor: ActorIndex,
}

/// Everybody whom a text names, and where.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_field_names, reason = "what actors are made of is actors")]
pub(crate) struct Actors {
    pub(crate) actors: Vec<Actor>,
    /// In order of their first word; of two that begin together the longer one first.
    pub(crate) mentions: Vec<Mention>,
    /// Whom a description of several stands for: "the two men".
    members: Vec<Vec<ActorIndex>>,
}

impl Actors {
    /// The mentions that begin in a run of tokens.
    pub(crate) fn in_words(&self, words: Words) -> &[Mention] {
        let from = self.mentions.partition_point(|mention| mention.words.from < words.from);
        let to = self.mentions.partition_point(|mention| mention.words.from < words.to);
        self.mentions.get(from..to.max(from)).unwrap_or(&[])
    }

    /// Who the words of a source or participant name: each of a list; for "the two men" both.
    pub(crate) fn of_phrase(&self, words: Words) -> Vec<ActorIndex> {
        let mut found: Vec<ActorIndex> = vec![];
        let mut end = words.from;
        for mention in self.in_words(words) {
            // What lies inside another mention is part of its description; several of one place share it.
            let shares = self
                .in_words(words)
                .iter()
                .any(|other| other.words == mention.words && found.contains(&other.actor));
            if mention.words.from < end && !shares {
                continue;
            }
            end = end.max(mention.words.to);
            let members = self.members.get(mention.actor.0).filter(|members| !members.is_empty());
            let all = members.cloned().unwrap_or_else(|| vec![mention.actor]);
            found.extend(all.into_iter().filter(|actor| !found.contains(actor)).collect::<Vec<_>>());
        }
        found
    }

    /// Whom a description of several stands for that lies inside a longer one: "envoys of the two companies".
    pub(crate) fn members_inside(&self, words: Words) -> Vec<ActorIndex> {
        let inside = self.in_words(words).iter().filter(|mention| mention.words.from > words.from);
        inside.filter_map(|mention| self.members.get(mention.actor.0)).flatten().copied().collect()
    }

    /// The state of the text that an adjective names: "Ruritanian".
    pub(crate) fn state_of(&self, adjective: &str) -> Option<ActorIndex> {
        let (state, _) = words::known(adjective).state?;
        let is_it = |actor: &Actor| actor.kind == ActorKind::State && actor.name == state.name();
        self.actors.iter().position(is_it).map(ActorIndex)
    }

    /// The one that the words of a source name: of several the first whole mention.
    pub(crate) fn speaker(&self, parsed: &Parsed<'_>, words: Words) -> Option<ActorIndex> {
        if let Some(person) = self.apposed(parsed, words) {
            return Some(person);
        }
        // "Ukraine's ambassador, Jane Roe": the mention that takes in most of the words.
        let is_inside =
            |mention: &&Mention| mention.words.to <= words.to + 1 || mention.words.from == words.from;
        let inside = self.in_words(words).iter().filter(is_inside);
        let best = inside.max_by_key(|mention| {
            (mention.words.to - mention.words.from, std::cmp::Reverse(mention.words.from))
        })?;
        Some(best.actor)
    }
}

impl Actors {
    /// The person who is named with an office: "State Department spokesman Jane Roe", "Jane Roe, ambassador to the bodies of
    /// the north".
    fn apposed(&self, parsed: &Parsed<'_>, words: Words) -> Option<ActorIndex> {
        let inside = || self.in_words(words).iter().filter(|mention| mention.words.to <= words.to);
        let is_person = |mention: &&Mention| {
            self.actors.get(mention.actor.0).is_some_and(|actor| actor.kind == ActorKind::Person)
        };
        let persons: Vec<ActorIndex> = inside().filter(is_person).map(|mention| mention.actor).collect();
        let (first, last) = (inside().next()?, inside().rfind(is_person)?);
        if persons.iter().any(|person| *person != last.actor) {
            return None;
        }
        let comes_first = is_person(&first)
            && parsed.text.sort(first.words.to) == Some(Sort::Comma)
            && first.words.from == words.from;
        let closes = last.words.to == words.to
            && last.words.from > words.from
            && !(words.from..last.words.from).any(|token| {
                parsed.tag(token) == Tag::Preposition || parsed.text.sort(token) == Some(Sort::Comma)
            });
        (comes_first || closes).then_some(last.actor)
    }
}

/// Finds everybody whom a text names. The outlet is the first.
pub(crate) fn find(parsed: &Parsed<'_>, outlet: Option<&str>) -> Actors {
    let page = Page::of(parsed);
    let mut roster = Roster::new(Some(outlet.unwrap_or(UNKNOWN_OUTLET)));
    let names = names::scan(&page);
    let entered = roster.enter(&page, &names);
    apposed::offices(&page, &mut roster, &names, &entered);
    let described = descriptions::scan(&page, &names);
    relaying::mark(&page, &mut roster, &names, &entered, &described);
    let mut mentions: Vec<(Words, usize)> = vec![];
    for (name, index) in names.iter().zip(&entered) {
        mentions.extend(index.map(|index| (name.words, index)));
    }
    resolve(&page, &mut roster, &described, &mut mentions);
    mentions.sort_by_key(|(words, _)| (words.from, std::cmp::Reverse(words.to)));
    introduced::settle(&page, &mut roster, &described, &mentions);
    pronouns::resolve(&page, &roster, &mut mentions);
    mentions.sort_by_key(|(words, index)| (words.from, std::cmp::Reverse(words.to), *index));
    finished::actors(&page, &roster, &mentions)
}

/// Descriptions in the order of the text, each to an entry or several.
fn resolve(
    page: &Page<'_, '_>,
    roster: &mut Roster<'_>,
    described: &[Described],
    mentions: &mut Vec<(Words, usize)>,
) {
    mentions.sort_by_key(|(words, _)| words.from);
    let mut told: Vec<(Words, usize)> = vec![];
    for one in described {
        let beside = relaying::described_as(page, roster, one, mentions)
            .or_else(|| apposed::person(page, roster, one, mentions));
        if let Some(index) = beside {
            told.push((one.words, index));
            continue;
        }
        let before = mentions.partition_point(|(words, _)| words.from < one.core.from);
        let mut earlier: Vec<(Words, usize)> =
            mentions[..before].iter().rev().take(LOOK_BACK_MAX).copied().collect();
        earlier.extend(told.iter().rev().take(LOOK_BACK_MAX).copied());
        earlier.sort_by_key(|(words, _)| std::cmp::Reverse(words.from));
        for index in back::entries(page, roster, one, &earlier) {
            told.push((one.words, index));
        }
    }
    mentions.extend(told);
}
