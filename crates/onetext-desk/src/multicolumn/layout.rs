//! The table laid out: its columns with their widths, its rows, and what explains its marks.

use onetext_document::{Block, Cell, Column as Shown, Row, Table, Text};
use onetext_model::{Stance, View};

use super::columns::NUMBER;
use super::stacked::stacked;
use super::{Column, Line, Multicolumn, Whose};
use crate::blocks::paragraph;

/// Shares of the width: numbers, the text, a party, the compromise.
pub(super) const NUMBER_WEIGHT: u16 = 3;
pub(super) const TEXT_WEIGHT: u16 = 8;
pub(super) const PARTY_WEIGHT: u16 = 7;

/// The table and what explains it.
pub(super) fn blocks(view: &View<'_>, table: &Multicolumn) -> Vec<Block> {
    if table.lines.is_empty() {
        return vec![paragraph("No provision of this draft is among the rows.")];
    }
    vec![Block::Table(paper(view, table))]
}

/// For paper: at most four parties abreast.
fn paper(view: &View<'_>, table: &Multicolumn) -> Table {
    let is_party = |column: &Column| matches!(column.of, Whose::Party(_));
    let first = table.columns.iter().position(is_party).unwrap_or(0);
    let count = table.columns.iter().filter(|column| is_party(column)).count();
    // The numbers come first.
    stacked(wide(view, table), first + 1..first + 1 + count)
}

/// Every party beside the other, however many: for a sheet, which has no edge.
pub(super) fn wide(view: &View<'_>, table: &Multicolumn) -> Table {
    let columns = [number_column(table)].into_iter().chain(table.columns.iter().map(column)).collect();
    let rows = table.lines.iter().map(|line| Row {
        key: line.key.clone(),
        cells: [number_cell(line)]
            .into_iter()
            .chain(line.cells.iter().map(|told| told.cell.clone()))
            .collect(),
    });
    finished(view, table, columns, rows.collect())
}

fn number_column(table: &Multicolumn) -> Shown {
    Shown::new(NUMBER, table.number_title.clone(), NUMBER_WEIGHT).heading()
}

fn column(of: &Column) -> Shown {
    let weight = if matches!(of.of, Whose::Party(_)) { PARTY_WEIGHT } else { TEXT_WEIGHT };
    let mut shown = Shown::new(of.key.clone(), of.title.clone(), weight);
    shown.heavy = of.of == Whose::Compromise;
    shown
}

fn number_cell(line: &Line) -> Cell {
    Cell { mark: line.status.clone(), text: Text::plain(line.number.clone()), opens: line.opens.clone() }
}

fn finished(view: &View<'_>, table: &Multicolumn, columns: Vec<Shown>, rows: Vec<Row>) -> Table {
    Table {
        key: "table".to_owned(),
        caption: Text::plain("Wordings by provision and party"),
        columns,
        rows,
        legend: legend(view, table),
    }
}

/// What stands below every table of wordings.
pub(super) const LEGEND: &str = "Changes are marked against the draft. “no change”: accepts the text as it stands; “no text”: \
                      wants it out; “—”: has said nothing.";

/// What the marks of this table mean.
fn legend(view: &View<'_>, table: &Multicolumn) -> Text {
    let marks = || table.lines.iter().flat_map(|line| &line.cells).filter_map(|told| told.cell.mark.as_ref());
    let letters = Stance::ALL.iter().filter(|stance| marks().any(|mark| mark.letter == stance.letter()));
    let letters: Vec<String> =
        letters.map(|stance| format!("{} {}", stance.letter(), stance.said())).collect();
    let has_states = table.lines.iter().any(|line| line.status.is_some());
    let states: Vec<String> = view
        .settings()
        .status_preset
        .states()
        .iter()
        .filter(|_| has_states)
        .map(|(word, letter)| format!("{letter} {word}"))
        .collect();
    let letters = if letters.is_empty() { String::new() } else { format!(" {}.", letters.join(", ")) };
    let states = if states.is_empty() {
        String::new()
    } else {
        format!(" Beside the number: {}; all provisional.", states.join(", "))
    };
    Text::plain(format!("{LEGEND}{letters}{states}"))
}
