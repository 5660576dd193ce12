//! The picture of who is at the table and who is not: tracks as lines, links beside the talks dashed.

use std::collections::BTreeSet;

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

/// Tracks first, then links; each by name, between each two parties that it joins.
fn edges(view: &View<'_>) -> Vec<Edge> {
    let mut ties: Vec<(bool, &str, EntryId, &[PartyId])> = Vec::new();
    ties.extend(
        view.each::<Track>().map(|t| (false, t.fact.name.as_str(), t.id(), t.fact.between.as_slice())),
    );
    ties.extend(view.each::<Link>().map(|l| (true, l.fact.name.as_str(), l.id(), l.fact.between.as_slice())));
    ties.sort_by_key(|(dashed, name, id, _)| (*dashed, *name, *id));
    ties.into_iter().flat_map(|(dashed, name, _, between)| pairs(view, name, dashed, between)).collect()
}

fn pairs(view: &View<'_>, name: &str, dashed: bool, between: &[PartyId]) -> Vec<Edge> {
    let joined: BTreeSet<EntryId> =
        between.iter().filter_map(|id| Some(view.find::<Party>(*id)?.id())).collect();
    let mut keys: Vec<String> = joined.into_iter().map(|id| key(view, id)).collect();
    keys.sort();
    let edge = |from: &String, to: &String| Edge {
        from: from.clone(),
        to: to.clone(),
        title: Text::plain(name),
        dashed,
    };
    let after =
        |(turn, from): (usize, &String)| keys[turn + 1..].iter().map(|to| edge(from, to)).collect::<Vec<_>>();
    keys.iter().enumerate().flat_map(after).collect()
}
