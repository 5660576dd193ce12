//! Who takes part: the mediator's own interests first, then every party with its roles and who speaks for it, who is
//! at the table and who is not, and what ties them beside the talks.

mod network;
mod parties;

use onetext_document::{Block, Document, Item, Section, Style, Text};
use onetext_model::{Link, Party, RoleKind, Stated, View};

use crate::blocks::{item, list_or_none, paragraph};
use crate::head;
use crate::opens::reasons;
use crate::words::{issue_name, list, names};

/// Everybody who takes part.
pub fn compose(view: &View<'_>) -> Document {
    let parties = head::parties(view);
    let mut document = head::document(view, "actors", "who takes part");
    document.blocks = vec![
        Block::Section(mediators(view, &parties)),
        Block::Section(parties::section(view, &parties)),
        Block::Section(list_or_none(
            "no-mandate",
            "Persons without a mandate",
            parties::without_mandate(view),
        )),
        Block::Section(at_the_table(view, &parties)),
        Block::Section(list_or_none("links", "Links beside the talks", links(view))),
        Block::Section(network::section(view, &parties)),
    ];
    document
}

/// What a mediating party is and gains beside mediating.
fn mediators(view: &View<'_>, parties: &[Stated<'_, Party>]) -> Section {
    let title = "The mediator's own interests";
    let mediating = |party: &&Stated<'_, Party>| parties::holds(view, party.id(), RoleKind::Mediating);
    let blocks: Vec<Block> = parties.iter().filter(mediating).map(|party| mediator(view, *party)).collect();
    if blocks.is_empty() {
        return Section::new("mediators", title, vec![paragraph("No party has a mediating role on file.")]);
    }
    Section::new("mediators", title, blocks)
}

fn mediator(view: &View<'_>, party: Stated<'_, Party>) -> Block {
    let mut items = parties::roles(view, party.id(), |role| role != RoleKind::Mediating);
    items.extend(parties::interests(view, party.id()));
    if items.is_empty() {
        items.push(Item::new("No other role and no interest of it is on file."));
    }
    let key = format!("mediator-{}", crate::words::key(view, party.id()));
    Block::Section(Section::new(key, party.fact.name.clone(), vec![Block::List(items)]))
}

/// Two lists.
fn at_the_table(view: &View<'_>, parties: &[Stated<'_, Party>]) -> Section {
    let side = |key: &str, title: &str, seated: bool| {
        let those = parties.iter().filter(|party| party.fact.at_the_table == seated);
        let line = |party: &Stated<'_, Party>| item(party.fact.name.clone(), reasons(view, party.entry));
        list_or_none(key, title, those.map(line).collect())
    };
    let sides = vec![side("seated", "At the table", true), side("not-seated", "Not at the table", false)];
    Section::new("table", "Who is at the table", vec![Block::SideBySide(sides)])
}

fn links(view: &View<'_>) -> Vec<Item> {
    let mut links: Vec<_> = view.each::<Link>().collect();
    links.sort_by(|a, b| (&a.fact.name, a.id()).cmp(&(&b.fact.name, b.id())));
    links.into_iter().map(|link| item(link_line(view, link.fact), reasons(view, link.entry))).collect()
}

/// "Commercial projects: words (between Russia and the United States; tied to Frozen assets)".
fn link_line(view: &View<'_>, link: &Link) -> Text {
    let mut notes = Vec::new();
    if !link.between.is_empty() {
        notes.push(format!("between {}", names(view, &link.between)));
    }
    let mut tied: Vec<String> = link.issues.iter().map(|issue| issue_name(view, *issue)).collect();
    tied.extend(link.instruments.iter().map(|text| parties::instrument_name(view, *text)));
    tied.sort();
    if !tied.is_empty() {
        notes.push(format!("tied to {}", list(&tied)));
    }
    let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join("; ")) };
    Text::styled(link.name.clone(), Style::Strong)
        .then(format!(": {}", link.words), Style::Plain)
        .then(notes, Style::Muted)
}
