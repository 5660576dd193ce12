//! The table laid out for paper: one line a provision, or several bands of parties below each other where there are
//! more parties than fit beside each other.

use onetext_document::{Block, Cell, Column as Shown, Row, Style, Table, Text};
use onetext_model::{Stance, View};

use super::columns::NUMBER;
use super::{Column, Line, Multicolumn, Whose};
use crate::blocks::paragraph;

/// More parties than this do not fit on a page on its side, with the draft and the compromise beside them.
const PARTIES_ABREAST_MAX: usize = 4;

/// Parts the names of parties that stand above each other in one column.
pub(super) const BELOW: &str = " / below: ";
/// Said after the number of a row's further bands.
pub(super) const CONTINUED: &str = " (continued)";
/// Said where a band repeats nothing.
const AS_ABOVE: &str = "as above";

/// Shares of the width: numbers, the text, a party, the compromise.
const NUMBER_WEIGHT: u16 = 2;
const TEXT_WEIGHT: u16 = 8;
const PARTY_WEIGHT: u16 = 7;

/// The table and what explains it.
pub(super) fn blocks(view: &View<'_>, table: &Multicolumn) -> Vec<Block> {
    if table.lines.is_empty() {
        return vec![paragraph("No provision of this draft is among the rows.")];
    }
    vec![Block::Table(paper(view, table))]
}

/// For paper: at most four parties abreast.
fn paper(view: &View<'_>, table: &Multicolumn) -> Table {
    let parties: Vec<usize> = places(table, |of| matches!(of, Whose::Party(_)));
    let bands = parties.len().div_ceil(PARTIES_ABREAST_MAX).max(1);
    if bands == 1 {
        return wide(view, table);
    }
    let abreast = parties.len().div_ceil(bands);
    let slots: Vec<Vec<usize>> =
        (0..abreast).map(|slot| parties.iter().skip(slot).step_by(abreast).copied().collect()).collect();
    let (before, after) =
        (places(table, |of| of == Whose::Source), places(table, |of| of == Whose::Compromise));
    let mut columns = vec![number_column(table)];
    columns.extend(before.iter().map(|place| column(&table.columns[*place])));
    columns.extend(slots.iter().enumerate().map(|(at, slot)| banded_column(table, at, slot)));
    columns.extend(after.iter().map(|place| column(&table.columns[*place])));
    let rows = table.lines.iter().flat_map(|line| {
        (0..bands).map(|band| banded_row(table, line, band, [&before, &after], &slots)).collect::<Vec<_>>()
    });
    finished(view, table, columns, rows.collect())
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

fn places(table: &Multicolumn, wanted: impl Fn(Whose) -> bool) -> Vec<usize> {
    (0..table.columns.len()).filter(|place| wanted(table.columns[*place].of)).collect()
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

/// A column that holds one party above another: "Delta / below: Upland".
fn banded_column(table: &Multicolumn, at: usize, slot: &[usize]) -> Shown {
    let names: Vec<String> = slot.iter().map(|place| table.columns[*place].title.to_words()).collect();
    Shown::new(format!("(parties {})", at + 1), names.join(BELOW), PARTY_WEIGHT)
}

/// One band of a row: in the first the draft's text and the compromise, in each the parties whose turn it is.
fn banded_row(
    table: &Multicolumn,
    line: &Line,
    band: usize,
    [before, after]: [&[usize]; 2],
    slots: &[Vec<usize>],
) -> Row {
    let above = Cell::new(Text::styled(AS_ABOVE, Style::Muted));
    let whole = |place: &usize| if band == 0 { line.cells[*place].cell.clone() } else { above.clone() };
    let mut cells = vec![if band == 0 { number_cell(line) } else { again(line) }];
    cells.extend(before.iter().map(whole));
    cells.extend(slots.iter().map(|slot| match slot.get(band) {
        Some(place) => named(&table.columns[*place].title, &line.cells[*place].cell),
        None => Cell::new(Text::styled("no further party", Style::Muted)),
    }));
    cells.extend(after.iter().map(whole));
    let key = if band == 0 { line.key.clone() } else { format!("{}+{}", line.key, band + 1) };
    Row { key, cells }
}

/// A cell that says whose it is: its column holds several parties.
fn named(name: &Text, cell: &Cell) -> Cell {
    let words =
        if cell.text.is_empty() && cell.mark.is_none() { Text::plain("—") } else { cell.text.clone() };
    let text = Text::styled(format!("{}: ", name.to_words()), Style::Strong).join(words);
    Cell { mark: cell.mark.clone(), text, opens: cell.opens.clone() }
}

fn number_cell(line: &Line) -> Cell {
    Cell { mark: line.status.clone(), text: Text::plain(line.number.clone()), opens: line.opens.clone() }
}

fn again(line: &Line) -> Cell {
    Cell::new(Text::plain(line.number.clone()).then(CONTINUED, Style::Muted))
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
    let mut words = LEGEND.to_owned();
    let marks = || table.lines.iter().flat_map(|line| &line.cells).filter_map(|told| told.cell.mark.as_ref());
    let letters: Vec<String> = Stance::ALL
        .iter()
        .filter(|stance| marks().any(|mark| mark.letter == stance.letter()))
        .map(|stance| format!("{} {}", stance.letter(), stance.said()))
        .collect();
    if !letters.is_empty() {
        words.push_str(&format!(" {}.", letters.join(", ")));
    }
    if table.lines.iter().any(|line| line.status.is_some()) {
        let states = view.settings().status_preset.states().iter();
        let states: Vec<String> = states.map(|(word, letter)| format!("{letter} {word}")).collect();
        words.push_str(&format!(" Beside the number: {}; all provisional.", states.join(", ")));
    }
    Text::plain(words)
}
