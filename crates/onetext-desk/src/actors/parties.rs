//! Party by party: sort and seat, every role and interest, who speaks for it with which mandate.

use std::collections::BTreeSet;

use onetext_document::{Block, Item, Section, Style, Text};
use onetext_model::{
    EntryId, Instrument, InstrumentId, Interest, Mandate, Party, Person, PersonSort, Role, RoleKind, Stated,
    View,
};

use crate::blocks::{NONE_ON_FILE, item, paragraph};
use crate::mandates::{of_party, term};
use crate::opens::reasons;
use crate::words::{actor_name, capital, key};

/// Every party, by name.
pub(super) fn section(view: &View<'_>, parties: &[Stated<'_, Party>]) -> Section {
    let mut blocks: Vec<Block> = parties.iter().map(|party| Block::Section(of(view, *party))).collect();
    if blocks.is_empty() {
        blocks.push(paragraph(NONE_ON_FILE));
    }
    Section::new("parties", "Parties", blocks)
}

fn of(view: &View<'_>, party: Stated<'_, Party>) -> Section {
    let seat = if party.fact.at_the_table { "at the table" } else { "not at the table" };
    let head = Text::plain(format!("{}, {seat}", capital(party.fact.sort.said())));
    let mut items = vec![item(head, reasons(view, party.entry))];
    items.extend(roles(view, party.id(), |_| true));
    items.extend(interests(view, party.id()));
    let mandates = of_party(view, party.id());
    if mandates.is_empty() {
        items.push(Item::new("Nobody has a mandate to speak for it on file."));
    }
    items.extend(mandates.into_iter().map(|mandate| speaker(view, mandate)));
    Section::new(key(view, party.id()), party.fact.name.clone(), vec![Block::List(items)])
}

/// Whether a party holds a role.
pub(super) fn holds(view: &View<'_>, party: EntryId, kind: RoleKind) -> bool {
    view.each::<Role>().any(|role| role.fact.role == kind && view.same(role.fact.party, party))
}

/// The roles of a party that are wanted, in the order of the manual.
pub(super) fn roles(view: &View<'_>, party: EntryId, wanted: impl Fn(RoleKind) -> bool) -> Vec<Item> {
    let of_party = |role: &Stated<'_, Role>| view.same(role.fact.party, party) && wanted(role.fact.role);
    let mut roles: Vec<_> = view.each::<Role>().filter(of_party).collect();
    roles.sort_by_key(|role| role.fact.role);
    roles.into_iter().map(|role| item(role_line(view, role), reasons(view, role.entry))).collect()
}

/// "Guaranteeing (Security guarantees; from 3 Mar): words".
fn role_line(view: &View<'_>, role: Stated<'_, Role>) -> Text {
    let mut notes: Vec<String> =
        role.fact.instrument.iter().map(|text| instrument_name(view, *text)).collect();
    notes.extend(role.entry.about.map(|about| term(view, Some(about))));
    let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join("; ")) };
    let words = role.fact.words.as_ref().map_or_else(String::new, |words| format!(": {words}"));
    Text::styled(capital(role.fact.role.said()), Style::Strong)
        .then(notes, Style::Muted)
        .then(words, Style::Plain)
}

/// What a party stands to gain or lose.
pub(super) fn interests(view: &View<'_>, party: EntryId) -> Vec<Item> {
    let line = |words: &str| Text::styled("Interest", Style::Strong).then(format!(": {words}"), Style::Plain);
    view.each::<Interest>()
        .filter(|interest| view.same(interest.fact.party, party))
        .map(|interest| item(line(&interest.fact.words), reasons(view, interest.entry)))
        .collect()
}

/// A mandate, which opens to what it rests on and to who holds it.
fn speaker(view: &View<'_>, mandate: Stated<'_, Mandate>) -> Item {
    let mut opens = reasons(view, mandate.entry);
    opens.extend(view.entry(mandate.fact.person).into_iter().flat_map(|person| reasons(view, person)));
    item(mandate_line(view, mandate), opens)
}

/// "Speaks for it: Ann Doe, Envoy, may negotiate; from 3 Mar to 4 Apr, ended; given by Principal".
fn mandate_line(view: &View<'_>, mandate: Stated<'_, Mandate>) -> Text {
    let fact = mandate.fact;
    let given = fact.given_by.map_or_else(String::new, |by| format!("; given by {}", actor_name(view, by)));
    Text::plain("Speaks for it: ")
        .then(actor_name(view, fact.person), Style::Strong)
        .then(format!(", {}: {}", fact.office, fact.authority.said()), Style::Plain)
        .then(format!(" ({}{given})", term(view, mandate.entry.about)), Style::Muted)
}

/// The name of a text.
pub(super) fn instrument_name(view: &View<'_>, instrument: InstrumentId) -> String {
    let found = view.find::<Instrument>(instrument);
    found.map_or_else(|| instrument.0.to_string(), |found| found.fact.name.clone())
}

/// Persons, offices and groups who have no mandate on file, by party and name. Sources that are not named are none.
pub(super) fn without_mandate(view: &View<'_>) -> Vec<Item> {
    let mandated: BTreeSet<EntryId> =
        view.each::<Mandate>().map(|mandate| view.latest(mandate.fact.person.0)).collect();
    let speaks = |person: &Stated<'_, Person>| {
        person.fact.sort != PersonSort::Unnamed && !mandated.contains(&person.id())
    };
    let party =
        |person: &Person| person.party.map_or_else(|| "no party".to_owned(), |id| actor_name(view, id));
    let mut persons: Vec<_> =
        view.each::<Person>().filter(speaks).map(|person| (party(person.fact), person)).collect();
    persons.sort_by(|(a, one), (b, other)| {
        (a, &one.fact.name, one.id()).cmp(&(b, &other.fact.name, other.id()))
    });
    persons
        .into_iter()
        .map(|(party, person)| item(person_line(&party, person.fact), reasons(view, person.entry)))
        .collect()
}

fn person_line(party: &str, person: &Person) -> Text {
    let office = person.office.as_ref().map_or_else(String::new, |office| format!(", {office}"));
    Text::plain(format!("{}{office}", person.name)).then(format!(" ({party})"), Style::Muted)
}
