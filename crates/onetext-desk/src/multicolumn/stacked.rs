//! More parties than fit beside each other: several bands a row, the parties of one column above each other, each cell
//! with the name of whose it is.

use std::ops::Range;

use onetext_document::{Cell, Column, Row, Style, Table, Text};

/// More parties than this do not fit on a page on its side, with the draft and the compromise beside them.
const PARTIES_ABREAST_MAX: usize = 4;

/// Parts the names of parties that stand above each other in one column.
pub(super) const BELOW: &str = " / below: ";
/// Said after the number of a row's further bands.
pub(super) const CONTINUED: &str = "\ncont.";
/// Said where a further band repeats nothing.
const AS_ABOVE: &str = "as above";
/// Said where a band has fewer parties than the first.
const NO_FURTHER: &str = "no further party";

/// The table with at most four of the given columns abreast; unchanged where no more are there.
pub(super) fn stacked(mut table: Table, parties: Range<usize>) -> Table {
    let bands = parties.len().div_ceil(PARTIES_ABREAST_MAX).max(1);
    if bands == 1 {
        return table;
    }
    let abreast = parties.len().div_ceil(bands);
    let slots: Vec<Vec<usize>> =
        (0..abreast).map(|slot| parties.clone().skip(slot).step_by(abreast).collect()).collect();
    let columns = std::mem::take(&mut table.columns);
    let rows = std::mem::take(&mut table.rows);
    let band_of = |row: &Row, band: usize| banded(&columns, row, band, (&parties, &slots));
    table.rows =
        rows.iter().flat_map(|row| (0..bands).map(|band| band_of(row, band)).collect::<Vec<_>>()).collect();
    let shared = slots.iter().enumerate().map(|(at, slot)| shared(&columns, at, slot));
    table.columns = columns[..parties.start]
        .iter()
        .cloned()
        .chain(shared)
        .chain(columns[parties.end..].iter().cloned())
        .collect();
    table
}

/// A column that holds one party above another: "Delta / below: Upland".
fn shared(columns: &[Column], at: usize, slot: &[usize]) -> Column {
    let names: Vec<String> = slot.iter().map(|place| columns[*place].title.to_words()).collect();
    let weight = slot.first().map_or(1, |place| columns[*place].weight);
    Column::new(format!("(parties {})", at + 1), names.join(BELOW), weight)
}

/// One band of a row: in the first the draft's text and the compromise, in each the parties whose turn it is.
fn banded(
    columns: &[Column],
    row: &Row,
    band: usize,
    (parties, slots): (&Range<usize>, &[Vec<usize>]),
) -> Row {
    let whole = |place: usize| match (band, place) {
        (0, _) => row.cells[place].clone(),
        (_, 0) => Cell::new(Text::plain(row.cells[0].text.to_words()).then(CONTINUED, Style::Muted)),
        _ => Cell::new(Text::styled(AS_ABOVE, Style::Muted)),
    };
    let shared = slots.iter().map(|slot| match slot.get(band) {
        Some(place) => named(&columns[*place].title, &row.cells[*place]),
        None => Cell::new(Text::styled(NO_FURTHER, Style::Muted)),
    });
    let cells =
        (0..parties.start).map(whole).chain(shared).chain((parties.end..columns.len()).map(whole)).collect();
    let key = if band == 0 { row.key.clone() } else { format!("{}+{}", row.key, band + 1) };
    Row { key, cells }
}

/// A cell that says whose it is.
fn named(name: &Text, cell: &Cell) -> Cell {
    let words =
        if cell.text.is_empty() && cell.mark.is_none() { Text::plain("—") } else { cell.text.clone() };
    let text = Text::styled(format!("{}: ", name.to_words()), Style::Strong).join(words);
    Cell { mark: cell.mark.clone(), text, opens: cell.opens.clone() }
}
