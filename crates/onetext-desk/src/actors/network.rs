//! The picture of who is at the table and who is not: tracks as lines, links beside the talks dashed.

use std::collections::{BTreeMap, BTreeSet};

use onetext_document::{Block, Chart, Edge, Network, Node, Section, Text};
use onetext_model::{EntryId, Link, Party, PartyId, Role, Stated, Track, View};

use crate::blocks::paragraph;
use crate::words::{capital, count, key};

/// Lines on the picture: more than that cannot be followed by eye. The lists above have them all.
const EDGES_MAX: usize = 60;

/// The picture, and how much was left out of it.
pub(super) fn section(view: &View<'_>, parties: &[Stated<'_, Party>]) -> Section {
    let mut edges = edges(view);
    let left_out = edges.len().saturating_sub(EDGES_MAX);
    edges.truncate(EDGES_MAX);
    let network = Network {
        key: "network".to_owned(),
        alternative: alternative(parties),
        middle: Text::plain("The table"),
        nodes: parties.iter().map(|party| node(view, *party)).collect(),
        edges,
    };
    let mut blocks = vec![Block::Chart(Chart::Network(network))];
    if left_out > 0 {
        blocks.push(paragraph(format!("{} not drawn.", count(left_out, "tie"))));
    }
    Section::new("network", "Who is tied to whom", blocks)
}

fn alternative(parties: &[Stated<'_, Party>]) -> Text {
    let seated = parties.iter().filter(|party| party.fact.at_the_table).count();
    let outside = parties.len() - seated;
    Text::plain(format!(
        "{seated} at the table, {outside} not at the table. Lines are tracks of the talks; dashed lines are links beside them."
    ))
}

fn node(view: &View<'_>, party: Stated<'_, Party>) -> Node {
    let of_party = view.each::<Role>().filter(|role| view.same(role.fact.party, party.id()));
    let roles: BTreeSet<_> = of_party.map(|role| role.fact.role).collect();
    Node {
        key: key(view, party.id()),
        title: Text::plain(party.fact.name.clone()),
        lines: roles.into_iter().map(|role| Text::plain(capital(role.said()))).collect(),
        inside: party.fact.at_the_table,
    }
}

/// A line for each two parties that tracks join, with the track's name or how many there are; then a dashed line
/// for each link, by name.
fn edges(view: &View<'_>) -> Vec<Edge> {
    let mut joined: BTreeMap<(String, String), Vec<&str>> = BTreeMap::new();
    let mut tracks: Vec<_> =
        view.each::<Track>().map(|track| (track.fact.name.as_str(), &track.fact.between)).collect();
    tracks.sort();
    for (name, between) in tracks {
        for pair in pairs(view, between) {
            joined.entry(pair).or_default().push(name);
        }
    }
    let mut edges: Vec<Edge> =
        joined.into_iter().map(|((from, to), names)| edge(from, to, of_tracks(&names), false)).collect();
    let mut links: Vec<_> =
        view.each::<Link>().map(|link| (link.fact.name.as_str(), &link.fact.between)).collect();
    links.sort();
    for (name, between) in links {
        edges
            .extend(pairs(view, between).into_iter().map(|(from, to)| edge(from, to, name.to_owned(), true)));
    }
    edges
}

fn of_tracks(names: &[&str]) -> String {
    match names {
        [only] => (*only).to_owned(),
        several => count(several.len(), "track"),
    }
}

fn edge(from: String, to: String, title: String, dashed: bool) -> Edge {
    Edge { from, to, title: Text::plain(title), dashed }
}

/// Each two of several parties, by key.
fn pairs(view: &View<'_>, between: &[PartyId]) -> Vec<(String, String)> {
    let joined: BTreeSet<EntryId> =
        between.iter().filter_map(|id| Some(view.find::<Party>(*id)?.id())).collect();
    let mut keys: Vec<String> = joined.into_iter().map(|id| key(view, id)).collect();
    keys.sort();
    let after = |(turn, from): (usize, &String)| {
        keys[turn + 1..].iter().map(|to| (from.clone(), to.clone())).collect::<Vec<_>>()
    };
    keys.iter().enumerate().flat_map(after).collect()
}
