//! The table on plain texts, for people who have no case: a source and each side's full text, aligned by lineage; the
//! column of the compromise is empty.

use onetext_document::{Block, Cell, Column, Document, Page, Row, Style, Table, Text};
use onetext_text::draft::Draft;
use onetext_text::lineage::{Level, Lineage, align};

use super::NUMBERS;
use super::beside::{Compared, more};
use super::columns::{COMPROMISE, COMPROMISE_TITLE, NUMBER, SOURCE};
use super::layout::{LEGEND, NUMBER_WEIGHT, PARTY_WEIGHT, TEXT_WEIGHT};
use super::rows::NOT_IN_DRAFT;
use super::sides::NO_TEXT;
use super::stacked::stacked;
use crate::drafts::{Named, citation};
use crate::head::PROVISIONAL;

/// The table of a source text and the texts of the sides.
pub fn compose(source: Named<'_>, sides: &[Named<'_>]) -> Document {
    let mut document = Document::new("table", format!("Table of wordings on “{}”", source.name));
    document.page = Page::Landscape;
    document.notices.push(Text::plain(PROVISIONAL));
    document.foot.push(Text::plain(format!("{} · without prejudice", source.name)));
    // The numbers and the source come first.
    document.blocks.push(Block::Table(stacked(table(source, sides), 2..2 + sides.len())));
    document
}

/// The table alone.
pub fn table(source: Named<'_>, sides: &[Named<'_>]) -> Table {
    let lineages: Vec<Lineage> =
        sides.iter().map(|side| align(source.draft, side.draft, Level::Paragraph)).collect();
    let places: Vec<usize> =
        (0..source.draft.provisions.len()).filter(|place| has_words(source.draft, *place)).collect();
    let number = |place: usize| (places.partition_point(|one| *one <= place)).to_string();
    let mut rows: Vec<Row> = added(source, sides, &lineages, None, "0");
    for place in places.iter().copied() {
        let mut cells = vec![Cell::new(number(place)), source_cell(source.draft, place)];
        cells.extend(sides.iter().zip(&lineages).map(|(side, lineage)| {
            let compared = Compared {
                old: &|place| source.draft.provisions[place].text.clone(),
                new: &|place| side.draft.provisions[place].text.clone(),
                cited: &|place| citation(side.draft, place),
                number: &number,
                absent: NO_TEXT,
                is_marked: true,
            };
            Cell::new(compared.text(&lineage.edges, place))
        }));
        cells.push(Cell::default());
        rows.push(Row { key: format!("row-{}", number(place)), cells });
        rows.extend(added(source, sides, &lineages, Some(place), &number(place)));
    }
    Table {
        key: "table".to_owned(),
        caption: Text::plain("Wordings by provision and side"),
        columns: columns(source, sides),
        rows,
        legend: Text::plain(LEGEND),
    }
}

fn has_words(draft: &Draft, place: usize) -> bool {
    !draft.provisions[place].text.is_empty()
}

fn columns(source: Named<'_>, sides: &[Named<'_>]) -> Vec<Column> {
    let mut columns = vec![
        Column::new(NUMBER, NUMBERS, NUMBER_WEIGHT).heading(),
        Column::new(SOURCE, source.name, TEXT_WEIGHT),
    ];
    let side =
        |(at, side): (usize, &Named<'_>)| Column::new(format!("side-{}", at + 1), side.name, PARTY_WEIGHT);
    columns.extend(sides.iter().enumerate().map(side));
    columns.push(Column { heavy: true, ..Column::new(COMPROMISE, COMPROMISE_TITLE, TEXT_WEIGHT) });
    columns
}

/// How it is cited, the heading under which it stands first, and its words.
fn source_cell(draft: &Draft, place: usize) -> Cell {
    let provision = &draft.provisions[place];
    let parent = provision.parent.filter(|parent| *parent + 1 == place);
    let above = parent.map_or("", |parent| draft.provisions[parent].heading.as_str());
    let headings: Vec<&str> =
        [above, provision.heading.as_str()].into_iter().filter(|heading| !heading.is_empty()).collect();
    let cited = citation(draft, place);
    let label = if headings.is_empty() { cited } else { format!("{cited} {}", headings.join(" – ")) };
    Cell::new(Text::styled(label, Style::Strong).then(format!("\n{}", provision.text), Style::Plain))
}

/// Rows for what sides put in after a row: "4a", "4b".
fn added(
    source: Named<'_>,
    sides: &[Named<'_>],
    lineages: &[Lineage],
    after: Option<usize>,
    number: &str,
) -> Vec<Row> {
    debug_assert!(after.is_none_or(|place| place < source.draft.provisions.len()), "a place of the source");
    let mut rows = Vec::new();
    for (at, (side, lineage)) in sides.iter().zip(lineages).enumerate() {
        for (_, place) in more(&lineage.edges).filter(|(before, _)| *before == after) {
            let number = format!("{number}{}", letters(rows.len()));
            let mut cells = vec![Cell::default(); sides.len() + 3];
            cells[0] = Cell::new(number.clone());
            cells[1] = Cell::new(Text::styled(NOT_IN_DRAFT, Style::Muted));
            let words = format!("{}: {}", citation(side.draft, place), side.draft.provisions[place].text);
            cells[at + 2] = Cell::new(Text::styled(words, Style::Inserted));
            rows.push(Row { key: format!("row-{number}"), cells });
        }
    }
    rows
}

/// a to z, then aa, ab ...
fn letters(turn: usize) -> String {
    let letter = |turn: usize| char::from(b'a' + u8::try_from(turn % 26).unwrap_or(0));
    match turn / 26 {
        0 => letter(turn).to_string(),
        more => format!("{}{}", letters(more - 1), letter(turn)),
    }
}
