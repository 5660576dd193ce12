//! Small blocks that many pages share: tables from headings, lists, and the words that there is nothing on file.

use onetext_document::{Block, Cell, Column, Item, Row, Section, Style, Table, Text};

/// Said under a heading that would otherwise stand alone.
pub(crate) const NONE_ON_FILE: &str = "None on file.";

/// A table from headings with their share of the width. The first column is the row's name.
pub(crate) fn table(key: &str, caption: &str, headings: &[(&str, u16)], rows: Vec<Row>) -> Block {
    let mut columns: Vec<Column> = headings
        .iter()
        .map(|(heading, weight)| Column::new(heading.to_lowercase().replace(' ', "-"), *heading, *weight))
        .collect();
    if let Some(first) = columns.first_mut() {
        first.heading = true;
    }
    let caption = Text::plain(caption);
    Block::Table(Table { key: key.to_owned(), caption, columns, rows, legend: Text::default() })
}

/// A section with a table, or with the words that there is none.
pub(crate) fn table_or_none(key: &str, title: &str, headings: &[(&str, u16)], rows: Vec<Row>) -> Section {
    let block = if rows.is_empty() { paragraph(NONE_ON_FILE) } else { table(key, title, headings, rows) };
    Section::new(key, title, vec![block])
}

/// A section with a list, or with the words that there is none.
pub(crate) fn list_or_none(key: &str, title: &str, items: Vec<Item>) -> Section {
    let block = if items.is_empty() { paragraph(NONE_ON_FILE) } else { Block::List(items) };
    Section::new(key, title, vec![block])
}

/// The same with at most `items_max` items; what is left out is counted, with the command that shows it.
pub(crate) fn capped(
    key: &str,
    title: &str,
    mut items: Vec<Item>,
    (items_max, command): (usize, &str),
) -> Section {
    let left_out = items.len().saturating_sub(items_max);
    items.truncate(items_max);
    if left_out > 0 {
        items.push(Item::new(on_page(format!("{left_out} more: "), command, " has them all")));
    }
    list_or_none(key, title, items)
}

/// Words with the command of a page among them: it stands in a run of its own, so that a room can lead there.
pub(crate) fn on_page(before: String, command: &str, after: &str) -> Text {
    Text::plain(before).then(format!("`{command}`"), Style::Plain).then(after, Style::Plain)
}

/// A paragraph of plain words.
pub(crate) fn paragraph(words: impl Into<String>) -> Block {
    Block::Paragraph(Text::plain(words))
}

/// A line that opens to its reasons.
pub(crate) fn item(text: impl Into<Text>, opens: Vec<Block>) -> Item {
    Item { key: String::new(), text: text.into(), opens }
}

/// A cell that opens to its reasons.
pub(crate) fn cell(text: impl Into<Text>, opens: Vec<Block>) -> Cell {
    Cell { mark: None, text: text.into(), opens }
}
