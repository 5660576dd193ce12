//! Tables: the header on every sheet, the chair's column ruled heavier, columns mirrored by the typesetter where the document
//! runs from right to left.

use super::source::{quoted, run, spoken, text};
use super::{call, own_way};
use crate::{Align, Cell, Column, Direction, Mark, Pattern, Style, Table};

/// A row with a longer cell may be torn between two sheets: it might not fit on one.
const WHOLE_CELL_MAX: usize = 1_200;

/// The caption, the table, the legend.
pub(super) fn values(table: &Table, document: Direction) -> Vec<String> {
    let mut all = Vec::new();
    if !table.caption.is_empty() {
        all.push(call("caption", &own_way(document, &table.caption)));
    }
    if !table.columns.is_empty() {
        all.push(grid(table, document));
    }
    let mut legend = table.legend.clone();
    if table.has_stale() {
        let between = if legend.is_empty() { "" } else { " · " };
        legend = legend.then(format!("{between}~ stale"), Style::Plain);
    }
    if !legend.is_empty() {
        all.push(call("legend", &own_way(document, &legend)));
    }
    all
}

fn grid(table: &Table, document: Direction) -> String {
    let widths: String = table.columns.iter().map(|column| format!("{}fr, ", column.weight.max(1))).collect();
    let heavies: String = table
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.heavy)
        .map(|(at, _)| format!("{at}, {}, ", at + 1))
        .collect();
    let heads: String = table
        .columns
        .iter()
        .map(|column| {
            let words = spoken(document, &column.title.to_words(), &text(&column.title, false));
            format!("head({}, {words}), ", edge(column))
        })
        .collect();
    let empty = Cell::default();
    let rows = table.rows.iter().map(|row| {
        let longest = row.cells.iter().map(|cell| cell.text.to_words().chars().count()).max().unwrap_or(0);
        let breakable = longest > WHOLE_CELL_MAX;
        let cells = row.cells.iter().chain(std::iter::repeat(&empty));
        let cells = table.columns.iter().zip(cells);
        let cells = cells.map(|(column, one)| {
            format!("cell({breakable}, {}, {}), ", edge(column), filled(column, one, document))
        });
        cells.collect::<String>()
    });
    format!("grid-of(({widths}), ({heavies}), ({heads}), {})", rows.collect::<String>())
}

fn edge(column: &Column) -> &'static str {
    match column.align {
        Align::Start => "start",
        Align::Centre => "center",
        Align::End => "end",
    }
}

fn filled(column: &Column, cell: &Cell, document: Direction) -> String {
    let words = text(&cell.text, column.heading);
    let inner = match (&cell.mark, cell.text.is_empty()) {
        (None, true) => run("—", Style::Muted, false),
        (None, false) => words,
        (Some(one), true) => mark(one),
        (Some(one), false) => format!("{{ {}; {words} }}", mark(one)),
    };
    spoken(document, &cell.text.to_words(), &inner)
}

fn mark(mark: &Mark) -> String {
    let stale = if mark.stale { "~" } else { "" };
    let pattern = match mark.pattern {
        Pattern::Blank => "blank",
        Pattern::Outline => "outline",
        Pattern::Dots => "dots",
        Pattern::Lines => "lines",
        Pattern::Grid => "grid",
        Pattern::Solid => "solid",
    };
    format!("mark({}, \"{pattern}\")", quoted(&format!("{}{stale}", mark.letter)))
}
