//! Finding what a key names inside a document: a section, an item, a stage, a row or a cell.

use crate::{Block, Cell, Column, Document, Item, Row, Section, Stage, Table};

/// What a key names.
pub(crate) enum Found<'a> {
    Section(&'a Section),
    Item(&'a Item),
    Stage(&'a Stage),
    Row(&'a Table, &'a Row),
    Cell(&'a Table, &'a Row, &'a Column, &'a Cell),
}

/// The first thing in reading order that `key` names. A cell's key is `row/column`.
pub(crate) fn by_key<'a>(document: &'a Document, key: &str) -> Option<Found<'a>> {
    if key.is_empty() { None } else { in_blocks(&document.blocks, key) }
}

fn in_blocks<'a>(blocks: &'a [Block], key: &str) -> Option<Found<'a>> {
    blocks.iter().find_map(|block| match block {
        Block::Section(section) => in_section(section, key),
        Block::List(items) => items.iter().find_map(|item| in_item(item, key)),
        Block::Table(table) => in_table(table, key),
        Block::Strip(strip) => strip.stages.iter().find_map(|stage| in_stage(stage, key)),
        Block::SideBySide(sections) => sections.iter().find_map(|section| in_section(section, key)),
        Block::Paragraph(_) | Block::Chart(_) | Block::Manuscript(_) => None,
    })
}

fn in_section<'a>(section: &'a Section, key: &str) -> Option<Found<'a>> {
    if section.key == key { Some(Found::Section(section)) } else { in_blocks(&section.blocks, key) }
}

fn in_item<'a>(item: &'a Item, key: &str) -> Option<Found<'a>> {
    if item.key == key { Some(Found::Item(item)) } else { in_blocks(&item.opens, key) }
}

fn in_stage<'a>(stage: &'a Stage, key: &str) -> Option<Found<'a>> {
    if stage.key == key { Some(Found::Stage(stage)) } else { in_blocks(&stage.opens, key) }
}

fn in_table<'a>(table: &'a Table, key: &str) -> Option<Found<'a>> {
    table.rows.iter().find_map(|row| {
        if row.key == key {
            return Some(Found::Row(table, row));
        }
        in_row(table, row, key).or_else(|| row.cells.iter().find_map(|cell| in_blocks(&cell.opens, key)))
    })
}

fn in_row<'a>(table: &'a Table, row: &'a Row, key: &str) -> Option<Found<'a>> {
    let wanted = key.strip_prefix(row.key.as_str())?.strip_prefix('/')?;
    let mut pairs = table.columns.iter().zip(&row.cells);
    pairs.find(|(column, _)| column.key == wanted).map(|(column, cell)| Found::Cell(table, row, column, cell))
}
