//! The options of an issue: value, wording, what each shuts out and needs, and who holds what on it, by letter.

use onetext_document::{Align, Block, Cell, Column, Row, Style, Table, Text};
use onetext_model::{EntryId, Issue, IssueOption, OptionId, Party, Stated, SubjectId, View};

use crate::blocks::{cell, paragraph};
use crate::grid::{legend, option_cell, short_cell};
use crate::head::parties;
use crate::held::Held;
use crate::opens::reasons;
use crate::words::{figure, key, subject_name};

/// How a cell says what a party holds: view, positions, issue, subject, party.
type CellOf = fn(&View<'_>, &Held<'_>, EntryId, EntryId, EntryId) -> Cell;

/// How much the table of options says of each position.
#[derive(Clone, Copy)]
struct Fullness {
    cell: CellOf,
    /// The share of the width of the options and of each party.
    weights: (u16, u16),
    align: Align,
}

/// The options with a column for each party that sits at the table or holds something on the issue: letters alone.
pub(super) fn block(view: &View<'_>, held: &Held<'_>, issue: Stated<'_, Issue>) -> Block {
    held_on(view, held, issue, Fullness { cell: short_cell, weights: (12, 3), align: Align::Centre })
}

/// The same with every position in its words. Every party has the same room, however much it says.
pub(super) fn in_full(view: &View<'_>, held: &Held<'_>, issue: Stated<'_, Issue>) -> Block {
    match held_on(view, held, issue, Fullness { cell: option_cell, weights: (4, 3), align: Align::Start }) {
        Block::Table(table) => Block::Table(Table { legend: legend(), ..table }),
        none => none,
    }
}

fn held_on(view: &View<'_>, held: &Held<'_>, issue: Stated<'_, Issue>, fullness: Fullness) -> Block {
    let options = held.options(issue.id());
    let holds = |party: EntryId| !held.positions(issue.id(), party).is_empty();
    let shown: Vec<_> =
        parties(view).into_iter().filter(|party| party.fact.at_the_table || holds(party.id())).collect();
    if options.is_empty() && !shown.iter().any(|party| holds(party.id())) {
        return paragraph("No option is on file.");
    }
    let whole = Text::styled("The issue as a whole", Style::Emphasis);
    let row = |subject: EntryId, heading: Cell| {
        let party = |party: &Stated<'_, Party>| (fullness.cell)(view, held, issue.id(), subject, party.id());
        let cells = std::iter::once(heading).chain(shown.iter().map(party)).collect();
        Row { key: key(view, subject), cells }
    };
    let mut rows = vec![row(issue.id(), cell(whole, Vec::new()))];
    rows.retain(|row| row.cells.iter().any(|cell| cell.mark.is_some()));
    rows.extend(options.iter().map(|option| row(option.id(), heading(view, issue.fact, *option))));
    Block::Table(Table {
        key: "held".to_owned(),
        caption: Text::plain(format!("{}: options, and who holds what", issue.fact.name)),
        columns: columns(view, &shown, fullness),
        rows,
        legend: Text::default(),
    })
}

fn columns(view: &View<'_>, shown: &[Stated<'_, Party>], fullness: Fullness) -> Vec<Column> {
    let Fullness { weights: (of_option, of_party), align, .. } = fullness;
    let mut columns = vec![Column::new("option", "Option", of_option).heading()];
    columns.extend(shown.iter().map(|party| {
        let name = party.fact.short.as_ref().unwrap_or(&party.fact.name);
        Column { align, ..Column::new(key(view, party.id()), name.clone(), of_party) }
    }));
    columns
}

/// Value, name and wording, then what the option is bound to.
fn heading(view: &View<'_>, issue: &Issue, option: Stated<'_, IssueOption>) -> Cell {
    let fact = option.fact;
    let mut text = Text::styled(fact.name.clone(), Style::Strong);
    if let Some(value) = fact.value.map(figure).filter(|value| !names(&fact.name, value)) {
        let unit = issue.range.as_ref().map_or_else(String::new, |range| format!(" {}", range.unit));
        text = text.then(format!(" ({value}{unit})"), Style::Plain);
    }
    if let Some(words) = &fact.words {
        text = text.then(format!(": {words}"), Style::Plain);
    }
    for (said, others) in [("cannot stand beside", &fact.excludes), ("needs", &fact.requires)] {
        if !others.is_empty() {
            text = text.then(format!(" · {said} {}", named(view, others)), Style::Muted);
        }
    }
    cell(text, reasons(view, option.entry))
}

/// Whether an option's name says its value already: "36 months".
fn names(name: &str, value: &str) -> bool {
    name.split_whitespace().any(|word| word == value || word == value.replace(',', ""))
}

/// "Water: a third each; Dams: joint gates".
fn named(view: &View<'_>, options: &[OptionId]) -> String {
    let mut names: Vec<String> =
        options.iter().map(|option| subject_name(view, SubjectId(option.0))).collect();
    names.sort();
    names.join("; ")
}
