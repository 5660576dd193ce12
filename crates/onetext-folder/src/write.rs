//! New entries to text. They are appended to a file of their place, so every byte written before stays as it was.

use std::collections::BTreeMap;

use onetext_model::{Audience, Entry, EntryId, Moment, Period};
use serde::Serialize;
use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, Value};

use crate::place::Place;
use crate::{FILE_ENTRIES_MAX, Files};

/// Why entries cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A compartment of the audience has no label, so its place has no name.
    #[error("the compartment {0} has no label: give it one, its private folder is named after it")]
    NamelessPlace(EntryId),
    /// An entry cannot be put into TOML.
    #[error("the entry {0} cannot be written as TOML: {1}")]
    Form(EntryId, String),
}

/// How an id is written from within an audience: the label that means it there, if one does.
pub type Labels<'l> = &'l dyn Fn(EntryId) -> Option<String>;

/// The place of an audience.
pub fn place_of(audience: &Audience, labels: Labels<'_>) -> Result<Place, WriteError> {
    if *audience == Audience::Public {
        return Ok(Place::Public);
    }
    let name = |c: onetext_model::CompartmentId| labels(c.0).ok_or(WriteError::NamelessPlace(c.0));
    let mut names = audience.compartments().map(name).collect::<Result<Vec<_>, _>>()?;
    names.sort();
    Ok(Place::Private(names))
}

/// The files that change when `entries` are added: path to new bytes. Nothing else changes.
pub fn append(files: &Files, entries: &[Entry], labels: Labels<'_>) -> Result<Files, WriteError> {
    let mut texts: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for entry in entries {
        let place = place_of(&entry.audience, labels)?;
        let stem = format!("{}{}", place.folder(), entry.fact.kind().word());
        let block = block(entry, labels)?;
        let path = room_in(files, &mut texts, &stem);
        let Some((text, count)) = texts.get_mut(&path) else { continue };
        if !text.is_empty() {
            text.push_str(if text.ends_with('\n') { "\n" } else { "\n\n" });
        }
        text.push_str(&block);
        *count += 1;
    }
    Ok(texts.into_iter().map(|(path, (text, _))| (path, text.into_bytes())).collect())
}

/// The first file `stem.toml`, `stem-2.toml` ... that is no broken file and has room for one more entry.
fn room_in(files: &Files, texts: &mut BTreeMap<String, (String, usize)>, stem: &str) -> String {
    let mut number = 1;
    loop {
        let path = if number == 1 { format!("{stem}.toml") } else { format!("{stem}-{number}.toml") };
        let (_, count) = texts.entry(path.clone()).or_insert_with(|| present(files, &path));
        if *count < FILE_ENTRIES_MAX {
            return path;
        }
        number += 1;
    }
}

/// A file as it stands, with the number of its entries. A file that is no TOML has no room.
fn present(files: &Files, path: &str) -> (String, usize) {
    let Some(bytes) = files.get(path) else { return (String::new(), 0) };
    let Ok(text) = std::str::from_utf8(bytes) else { return (String::new(), usize::MAX) };
    match text.parse::<DocumentMut>() {
        Ok(document) => {
            let tables = document.iter().filter_map(|(_, item)| item.as_array_of_tables());
            (text.to_owned(), tables.map(toml_edit::ArrayOfTables::len).sum())
        }
        Err(_) => (text.to_owned(), usize::MAX),
    }
}

/// An entry as one `[[kind]]` table.
pub fn block(entry: &Entry, labels: Labels<'_>) -> Result<String, WriteError> {
    let mut document = DocumentMut::new();
    let mut tables = toml_edit::ArrayOfTables::new();
    tables.push(table(entry, labels)?);
    document.insert(entry.fact.kind().word(), Item::ArrayOfTables(tables));
    Ok(document.to_string().trim_start().to_owned())
}

fn table(entry: &Entry, labels: Labels<'_>) -> Result<Table, WriteError> {
    let mut table = Table::new();
    let mut put = |key: &str, value: Value| {
        table.insert(key, Item::Value(value));
    };
    put("id", entry.id.to_string().into());
    if let Some(label) = &entry.label {
        put("label", label.as_str().into());
    }
    if let Some(about) = entry.about {
        put("about", period(about));
    }
    put("known_at", moment(entry.known_at));
    put("recorded_at", moment(entry.recorded_at));
    if !entry.supersedes.is_empty() {
        put("supersedes", references(&entry.supersedes, labels));
    }
    let sources: Vec<EntryId> = entry.sources.iter().map(|source| source.0).collect();
    // Written even where it is empty: the file may have sources for all its entries.
    put("sources", references(&sources, labels));
    if let Some(why) = &entry.assumed {
        put("assumed", why.as_str().into());
    }
    for (key, value) in fact_values(entry, labels)? {
        table.insert(&key, Item::Value(value));
    }
    Ok(table)
}

fn fact_values(entry: &Entry, labels: Labels<'_>) -> Result<Vec<(String, Value)>, WriteError> {
    let wrong = |what: String| WriteError::Form(entry.id, what);
    let written = entry
        .fact
        .serialize(toml_edit::ser::ValueSerializer::new())
        .map_err(|error| wrong(error.to_string()))?;
    let Value::InlineTable(outer) = written else { return Err(wrong("it is no table".to_owned())) };
    let inner = outer.into_iter().next().map(|(_, value)| value);
    let Some(Value::InlineTable(mut inner)) = inner else { return Err(wrong("it is no table".to_owned())) };
    name_references(&mut inner, labels);
    Ok(inner.into_iter().map(|(key, value)| (key.to_string(), spread(value))).collect())
}

/// Ids become labels where a label means the same.
fn name_references(table: &mut InlineTable, labels: Labels<'_>) {
    for (_, value) in table.iter_mut() {
        name_value(value, labels);
    }
}

fn name_value(value: &mut Value, labels: Labels<'_>) {
    match value {
        Value::String(text) => {
            if let Some(label) = EntryId::parse(text.value()).and_then(labels) {
                *value = label.into();
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| name_value(item, labels)),
        Value::InlineTable(inner) => name_references(inner, labels),
        _ => {}
    }
}

/// A list of tables reads better with one on each line.
fn spread(value: Value) -> Value {
    match value {
        Value::Array(mut items) if items.len() > 1 && items.iter().all(Value::is_inline_table) => {
            for item in items.iter_mut() {
                item.decor_mut().set_prefix("\n  ");
            }
            items.set_trailing("\n");
            items.set_trailing_comma(true);
            Value::Array(items)
        }
        other => other,
    }
}

fn references(ids: &[EntryId], labels: Labels<'_>) -> Value {
    let names = ids.iter().map(|id| labels(*id).unwrap_or_else(|| id.to_string()));
    Value::Array(names.collect::<Array>())
}

fn moment(moment: Moment) -> Value {
    let text = moment.to_string();
    text.parse::<toml_edit::Datetime>().map_or_else(|_| text.into(), Value::from)
}

fn period(period: Period) -> Value {
    match period.to {
        None => moment(period.from),
        Some(to) => {
            let mut table = InlineTable::new();
            table.insert("from", moment(period.from));
            table.insert("to", moment(to));
            Value::InlineTable(table)
        }
    }
}
