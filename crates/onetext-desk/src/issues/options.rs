//! The options of an issue: value, wording, what each shuts out and needs, and who holds what on it, by letter.

use onetext_document::{Align, Block, Cell, Column, Row, Style, Table, Text};
use onetext_model::{EntryId, Issue, IssueOption, OptionId, Party, Stated, SubjectId, View};

use crate::blocks::{cell, paragraph};
use crate::grid::short_cell;
use crate::head::parties;
use crate::held::Held;
use crate::opens::reasons;
use crate::words::{figure, key, subject_name};

/// The options with a column for each party that sits at the table or holds something on the issue.
pub(super) fn block(view: &View<'_>, held: &Held<'_>, issue: Stated<'_, Issue>) -> Block {
    let options = held.options(issue.id());
    let holds = |party: EntryId| !held.positions(issue.id(), party).is_empty();
    let shown: Vec<_> =
        parties(view).into_iter().filter(|party| party.fact.at_the_table || holds(party.id())).collect();
    if options.is_empty() && !shown.iter().any(|party| holds(party.id())) {
        return paragraph("No option is on file.");
    }
    let whole = Text::styled("The issue as a whole", Style::Emphasis);
    let mut rows = vec![row(view, held, (issue.id(), issue.id()), cell(whole, Vec::new()), &shown)];
    rows.retain(|row| row.cells.iter().any(|cell| cell.mark.is_some()));
    rows.extend(options.iter().map(|option| {
        row(view, held, (issue.id(), option.id()), heading(view, issue.fact, *option), &shown)
    }));
    Block::Table(Table {
        key: "held".to_owned(),
        caption: Text::plain(format!("{}: options, and who holds what", issue.fact.name)),
        columns: columns(view, &shown),
        rows,
        legend: Text::default(),
    })
}

fn columns(view: &View<'_>, shown: &[Stated<'_, Party>]) -> Vec<Column> {
    let mut columns = vec![Column::new("option", "Option", 12).heading()];
    columns.extend(shown.iter().map(|party| {
        let name = party.fact.short.as_ref().unwrap_or(&party.fact.name);
        Column { align: Align::Centre, ..Column::new(key(view, party.id()), name.clone(), 3) }
    }));
    columns
}

fn row(
    view: &View<'_>,
    held: &Held<'_>,
    (issue, subject): (EntryId, EntryId),
    heading: Cell,
    shown: &[Stated<'_, Party>],
) -> Row {
    let mut cells = vec![heading];
    cells.extend(shown.iter().map(|party| short_cell(view, held, issue, subject, party.id())));
    Row { key: key(view, subject), cells }
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
