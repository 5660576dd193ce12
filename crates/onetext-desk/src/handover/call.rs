//! Whom to call: who holds a mandate today, and who else holds an office, party by party.

use onetext_document::{Cell, Row, Section};
use onetext_model::{EntryId, Mandate, Person, PersonSort, Stated, View};

use crate::blocks::{cell, table_or_none};
use crate::head;
use crate::mandates::{of_party, term};
use crate::opens::reasons;
use crate::words::{actor_name, key};

pub(super) fn section(view: &View<'_>) -> Section {
    let rows =
        head::parties(view).into_iter().flat_map(|party| rows(view, party.id(), &party.fact.name)).collect();
    let headings = [("Party", 2), ("Whom", 3), ("Office", 4), ("Authority", 3), ("When", 3)];
    table_or_none("call", "Whom to call", &headings, rows)
}

fn rows(view: &View<'_>, party: EntryId, name: &str) -> Vec<Row> {
    let mut mandates = of_party(view, party);
    mandates.retain(|mandate| view.holds_today(mandate.entry.about));
    let speaks = |person: EntryId| mandates.iter().any(|mandate| view.same(mandate.fact.person, person));
    let mut others: Vec<Stated<'_, Person>> = view
        .each::<Person>()
        .filter(|person| person.fact.party.is_some_and(|id| view.same(id, party)))
        .filter(|person| person.fact.office.is_some() && person.fact.sort != PersonSort::Unnamed)
        .filter(|person| !speaks(person.id()))
        .collect();
    others.sort_by(|a, b| (&a.fact.name, a.id()).cmp(&(&b.fact.name, b.id())));
    let with_mandate = mandates.iter().map(|mandate| mandate_row(view, name, *mandate));
    with_mandate.chain(others.iter().map(|person| office_row(view, name, *person))).collect()
}

fn mandate_row(view: &View<'_>, party: &str, mandate: Stated<'_, Mandate>) -> Row {
    Row {
        key: key(view, mandate.id()),
        cells: vec![
            Cell::new(party),
            cell(actor_name(view, mandate.fact.person), reasons(view, mandate.entry)),
            Cell::new(mandate.fact.office.clone()),
            Cell::new(mandate.fact.authority.said()),
            Cell::new(term(view, mandate.entry.about)),
        ],
    }
}

fn office_row(view: &View<'_>, party: &str, person: Stated<'_, Person>) -> Row {
    Row {
        key: key(view, person.id()),
        cells: vec![
            Cell::new(party),
            cell(person.fact.name.clone(), reasons(view, person.entry)),
            Cell::new(person.fact.office.clone().unwrap_or_default()),
            Cell::new("no mandate on file"),
            Cell::default(),
        ],
    }
}
