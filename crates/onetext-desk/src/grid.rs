//! The positions grid: issues and options by party, with letter, pattern, date and evidence; out to a spreadsheet
//! and back in as a difference.

mod cells;
mod sheet;
mod state;

use onetext_document::{Block, Column, Document, Page, Row, Table, Text};
use onetext_model::{Party, Stated, View};

pub(crate) use cells::{evidence, legend, mark, option_cell, position_cell, said, short_cell};
pub use sheet::{GridChange, meant, read_grid};
pub(crate) use state::States;

use crate::blocks::cell;
use crate::head::{self, parties};
use crate::held::{Held, issues};
use crate::opens::reasons;
use crate::words::key;

/// The grid as a document.
pub fn compose(view: &View<'_>) -> Document {
    let mut document = head::document(view, "grid", "positions");
    document.page = Page::Landscape;
    document.blocks.push(Block::Table(table(view)));
    document
}

/// The grid: a row for each issue as a whole and for each of its options.
pub fn table(view: &View<'_>) -> Table {
    let held = Held::of(view);
    let parties = shown_parties(view, &held);
    let states = States::of(view);
    let mut rows = Vec::new();
    for issue in issues(view) {
        let mut cells = vec![states.heading(view, issue)];
        cells
            .extend(parties.iter().map(|party| option_cell(view, &held, issue.id(), issue.id(), party.id())));
        rows.push(Row { key: key(view, issue.id()), cells });
        for option in held.options(issue.id()) {
            let mut cells = vec![cell(format!("– {}", option.fact.name), reasons(view, option.entry))];
            cells.extend(
                parties.iter().map(|party| option_cell(view, &held, issue.id(), option.id(), party.id())),
            );
            rows.push(Row { key: key(view, option.id()), cells });
        }
    }
    let mut columns = vec![Column::new("issue", "Issue / option", 3).heading()];
    columns.extend(parties.iter().map(|party| {
        let name = party.fact.short.as_ref().unwrap_or(&party.fact.name);
        Column::new(key(view, party.id()), name.clone(), 2)
    }));
    Table {
        key: "grid".to_owned(),
        caption: Text::plain("Positions by issue and party"),
        columns,
        rows,
        legend: legend().join(states.legend(view)),
    }
}

/// The grid for a spreadsheet, which has no head: what every reader must see stands below the rows.
pub fn sheet_table(view: &View<'_>) -> Table {
    let mut table = table(view);
    let head = head::document(view, "grid", "positions");
    for notice in head.notices {
        table.legend = table.legend.then(" ", onetext_document::Style::Plain).join(notice);
    }
    table
}

/// Parties at the table and all that hold a position.
fn shown_parties<'a>(view: &View<'a>, held: &Held<'a>) -> Vec<Stated<'a, Party>> {
    let issues = issues(view);
    let holds =
        |party: &Stated<'a, Party>| issues.iter().any(|i| !held.positions(i.id(), party.id()).is_empty());
    parties(view).into_iter().filter(|party| party.fact.at_the_table || holds(party)).collect()
}
