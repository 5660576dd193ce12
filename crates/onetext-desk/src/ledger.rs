//! The ledger: what each side has been told, in which words and on which terms; and for one party or person, what may
//! be said to them. It lists what was released and nothing else: what was not is absent, not crossed out.
//!
//! Entries of other circles stay where they are. That something may be told freely is said only where an entry says
//! so: a release on the terms `free`, in its own words. What is public needs no release.

mod free;
mod origins;

use std::collections::BTreeMap;

use onetext_document::{Block, Cell, Document, Page, Row, Section, Text};
use onetext_model::{Contact, EntryId, Party, Release, Stated, SubjectId, View};

use crate::blocks::{NONE_ON_FILE, cell, list_or_none, paragraph, table};
use crate::head::{self, parties};
use crate::log::audience_words;
use crate::opens::reasons;
use crate::reader::{Reader, may_hear};
use crate::words::{actor_name, count, key, list, party_of, person_with_office, short_date, subject_name};
pub(crate) use origins::Origins;

/// Releases in one table, the newest: more is for a spreadsheet.
const RELEASES_MAX: usize = 500;

/// What each side has been told.
pub fn overview(view: &View<'_>) -> Document {
    let mut document = head::document(view, "ledger", "what each side has been told");
    document.page = Page::Landscape;
    let mut by_side: BTreeMap<(String, EntryId), Vec<Stated<'_, Release>>> = BTreeMap::new();
    for release in view.each::<Release>() {
        let to = release.fact.to;
        let side = party_of(view, to).map_or_else(|| view.latest(to.0), |party| party.0);
        by_side.entry((actor_name(view, side), side)).or_default().push(release);
    }
    let origins = view.is_mediators().then(|| Origins::of(view));
    let told: Vec<EntryId> = by_side.keys().map(|(_, side)| *side).collect();
    for ((name, side), releases) in by_side {
        let title = format!("What was told to {name}");
        let blocks =
            table_of(view, &title, releases, origins.as_ref().map_or(Shown::Behind(None), Shown::Beside));
        document.blocks.push(Block::Section(Section::new(format!("told-{}", key(view, side)), name, blocks)));
    }
    if told.is_empty() {
        document.blocks.push(paragraph("Nothing that was told to anybody is on file."));
    }
    document.blocks.extend(told_nothing(view, &told).map(paragraph));
    document
}

/// Who sits at the table and was told nothing: only the mediator's file is complete enough to say so.
fn told_nothing(view: &View<'_>, told: &[EntryId]) -> Option<String> {
    let left = |party: &Stated<'_, Party>| party.fact.at_the_table && !told.contains(&party.id());
    let names: Vec<String> =
        parties(view).iter().filter(|party| left(party)).map(|party| party.fact.name.clone()).collect();
    let says_so = view.is_mediators() && !told.is_empty() && !names.is_empty();
    says_so.then(|| format!("Nothing on file that was told to {}.", list(&names)))
}

/// What may be said to a party or person: what they were told already, and what is free to tell them.
pub fn compose(view: &View<'_>, to: EntryId) -> Document {
    let reader = Reader::of(view, to);
    if !reader.is_known(view) {
        let document = head::document(view, "ledger", "what may be said");
        return document.with(paragraph("No party or person of that name is on file."));
    }
    let name = actor_name(view, reader.who);
    let title = if view.is_mediators() {
        format!("what may be said to {name}")
    } else {
        format!("what {name} has been told")
    };
    let mut document = head::document(view, "ledger", &title);
    document.page = Page::Landscape;
    let told = told_to(view, &reader);
    let origins = view.is_mediators().then(|| Origins::of(view));
    let free = origins.as_ref().map(|origins| free::section(view, &reader, &told, origins));
    let blocks = table_of(view, &format!("What was told to {name}"), told, Shown::Behind(origins.as_ref()));
    document.blocks = vec![Block::Section(Section::new("told", "They have been told", blocks))];
    document.blocks.extend(free.map(Block::Section));
    document.blocks.extend(origins.map(|_| Block::Section(rules(view))));
    document
}

/// What was told on the subjects that are wanted; none where nothing was. What it came from stands behind the words.
pub(crate) fn on(view: &View<'_>, wanted: impl Fn(SubjectId) -> bool) -> Option<Section> {
    let told: Vec<_> =
        view.each::<Release>().filter(|release| release.fact.on.is_some_and(&wanted)).collect();
    let origins = view.is_mediators().then(|| Origins::of(view));
    let title = "What was told on it";
    let blocks = |told| table_of(view, title, told, Shown::Behind(origins.as_ref()));
    (!told.is_empty()).then(|| Section::new("told", title, blocks(told)))
}

/// The releases to somebody: to them by name, or to others of their side in a circle into which they see too.
fn told_to<'a>(view: &View<'a>, reader: &Reader) -> Vec<Stated<'a, Release>> {
    let circles = reader.circles(view);
    let of_side = |release: &Stated<'_, Release>| {
        let side = party_of(view, release.fact.to);
        side.is_some() && side == reader.party && may_hear(view, &circles, &release.entry.audience)
    };
    let told = |release: &Stated<'_, Release>| reader.is(view, release.fact.to) || of_side(release);
    view.each::<Release>().filter(told).collect()
}

/// What holds for everything that is not on the page.
fn rules(view: &View<'_>) -> Section {
    let regime =
        format!("The rule of this case for everything else: {}.", view.settings().release_regime.said());
    let mut lines =
        vec!["What is public needs no release. What is on neither list was not released.".to_owned(), regime];
    if view.settings().release_by_two {
        lines.push("A release needs a second person of the mediator's team.".to_owned());
    }
    list_or_none("rules", "Rules", lines.into_iter().map(onetext_document::Item::new).collect())
}

/// Where a table says what a release came from.
#[derive(Clone, Copy)]
enum Shown<'o, 'a> {
    /// In a column: on the mediator's sheet of all sides.
    Beside(&'o Origins<'a>),
    /// Behind the words, where they are opened: a sheet that lies on the table must not give it away. Nobody but the
    /// mediator has it at all.
    Behind(Option<&'o Origins<'a>>),
}

/// A table with a release a row, the oldest first.
fn table_of(
    view: &View<'_>,
    caption: &str,
    mut releases: Vec<Stated<'_, Release>>,
    shown: Shown<'_, '_>,
) -> Vec<Block> {
    if releases.is_empty() {
        return vec![paragraph(NONE_ON_FILE)];
    }
    releases.sort_by_key(|release| (view.day(told_at(*release)), release.id()));
    let left_out = releases.len().saturating_sub(RELEASES_MAX);
    let rows = releases[left_out..].iter().map(|release| row(view, *release, shown)).collect();
    let mut headings =
        vec![("Words used", 6), ("On", 3), ("Terms", 2), ("To", 3), ("By", 2), ("When", 2), ("Known to", 3)];
    if matches!(shown, Shown::Beside(_)) {
        headings.push(("Comes from", 5));
    }
    let mut blocks = vec![table("told", caption, &headings, rows)];
    if left_out > 0 {
        let earlier = count(left_out, "earlier release");
        blocks.push(paragraph(format!("{earlier} not shown here; `log` has them.")));
    }
    blocks
}

fn told_at(release: Stated<'_, Release>) -> onetext_model::Moment {
    release.entry.about.map_or(release.entry.known_at, |about| about.from)
}

fn row(view: &View<'_>, release: Stated<'_, Release>, shown: Shown<'_, '_>) -> Row {
    let fact = release.fact;
    let mut words = cell(fact.words.clone(), reasons(view, release.entry));
    if let Shown::Behind(Some(origins)) = shown {
        words.opens.extend(origins.behind(view, release.id()));
    }
    let mut cells = vec![
        words,
        Cell::new(fact.on.map_or_else(String::new, |on| subject_name(view, on))),
        Cell::new(fact.terms.said()),
        Cell::new(person_with_office(view, fact.to)),
        Cell::new(fact.told_by.map_or_else(String::new, |by| actor_name(view, by))),
        when(view, release),
        Cell::new(audience_words(view, &release.entry.audience)),
    ];
    if let Shown::Beside(origins) = shown {
        cells.push(origins.cell(view, release.id()));
    }
    Row { key: key(view, release.id()), cells }
}

/// The day, and the contact in which it was said.
fn when(view: &View<'_>, release: Stated<'_, Release>) -> Cell {
    let day = short_date(view, told_at(release));
    match release.fact.contact.and_then(|id| view.find::<Contact>(id)) {
        Some(contact) => {
            let words = Text::plain(format!("{day}: {}", contact.fact.title));
            cell(words, reasons(view, contact.entry))
        }
        None => Cell::new(day),
    }
}
