//! New entries to text. They are appended to a file of their place, so every byte written before stays as it was.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use onetext_model::{Audience, Entry, EntryId, Kind, Label, Moment, Period, Settings};
use serde::Serialize;
use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, Value};

use crate::place::Place;
use crate::{FILE_ENTRIES_MAX, Files};

mod draft;

pub use draft::draft_file;

/// Why entries cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A compartment of the audience has no label, so its place has no name.
    #[error("the compartment {0} has no label: give it one, its private folder is named after it")]
    NamelessPlace(EntryId),
    /// The settings cannot be put into TOML.
    #[error("the settings cannot be written as TOML: {0}")]
    Settings(String),
    /// An entry cannot be put into TOML.
    #[error("the entry {0} cannot be written as TOML: {1}")]
    Form(EntryId, String),
}

/// The labels of a case: how an id is written from within an audience.
#[derive(Debug, Default)]
pub struct Names<'n> {
    labels: HashMap<EntryId, (&'n Label, bool, &'n Audience)>,
    /// Audiences by label; compartments apart, as no other reference can name one.
    bearers: HashMap<(&'n str, bool), Vec<&'n Audience>>,
}

impl<'n> Names<'n> {
    /// The labels of these entries, whose audiences must be resolved.
    pub fn of(entries: impl IntoIterator<Item = &'n Entry>) -> Self {
        let mut names = Names::default();
        for entry in entries {
            let Some(label) = &entry.label else { continue };
            let is_circle = entry.fact.kind() == Kind::Compartment;
            names.labels.insert(entry.id, (label, is_circle, &entry.audience));
            names.bearers.entry((label.as_str(), is_circle)).or_default().push(&entry.audience);
        }
        names
    }

    /// The label that means `id` for everybody in `from`: the only one of its words that they all may see.
    pub fn label(&self, from: &Audience, id: EntryId) -> Option<&'n str> {
        let (label, is_circle, audience) = self.labels.get(&id)?;
        let seen = self
            .bearers
            .get(&(label.as_str(), *is_circle))?
            .iter()
            .filter(|theirs| theirs.includes(from))
            .count();
        (audience.includes(from) && seen == 1).then(|| label.as_str())
    }
}

/// Names as one entry's audience sees them.
struct Seen<'s, 'n> {
    names: &'s Names<'n>,
    from: &'s Audience,
    /// What the entry refers to where an entry of any kind may stand: there a circle's label may mean its party.
    of_any_kind: BTreeSet<EntryId>,
}

impl Seen<'_, '_> {
    fn label(&self, id: EntryId) -> Option<String> {
        let label = self.names.label(self.from, id)?;
        let both = self.names.bearers.contains_key(&(label, true))
            && self.names.bearers.contains_key(&(label, false));
        (!both || !self.of_any_kind.contains(&id)).then(|| label.to_owned())
    }

    fn written(&self, id: EntryId) -> String {
        self.label(id).unwrap_or_else(|| id.to_string())
    }
}

/// `case.toml` of a new folder.
pub fn settings(settings: &Settings, names: &Names<'_>) -> Result<String, WriteError> {
    let wrong = |error: toml_edit::ser::Error| WriteError::Settings(error.to_string());
    let mut case = toml_edit::ser::to_document(settings).map_err(wrong)?.as_table().clone();
    if let Some(viewer) = settings.viewer {
        let seen = Seen { names, from: &Audience::Public, of_any_kind: BTreeSet::new() };
        case.insert("viewer", toml_edit::value(seen.written(viewer.0)));
    }
    case.set_implicit(false);
    let mut document = DocumentMut::new();
    document.insert("format", toml_edit::value(i64::from(crate::FORMAT)));
    document.insert("case", Item::Table(case));
    Ok(document.to_string())
}

/// The place of an audience.
pub fn place_of(audience: &Audience, names: &Names<'_>) -> Result<Place, WriteError> {
    if *audience == Audience::Public {
        return Ok(Place::Public);
    }
    let name = |circle: onetext_model::CompartmentId| {
        let label = names.label(&Audience::Public, circle.0).map(str::to_owned);
        label.ok_or(WriteError::NamelessPlace(circle.0))
    };
    let mut circles = audience.compartments().map(name).collect::<Result<Vec<_>, _>>()?;
    circles.sort();
    Ok(Place::Private(circles))
}

/// The files that change when `entries` are added: path to new bytes. Nothing else changes.
pub fn append<'e>(
    files: &Files,
    entries: impl IntoIterator<Item = &'e Entry>,
    names: &Names<'_>,
) -> Result<Files, WriteError> {
    let mut texts: BTreeMap<String, (String, usize)> = BTreeMap::new();
    let mut grown = BTreeSet::new();
    for entry in entries {
        let place = place_of(&entry.audience, names)?;
        let stem = format!("{}{}", place.folder(), entry.fact.kind().word());
        let block = block(entry, names)?;
        let path = room_in(files, &mut texts, &stem);
        let Some((text, count)) = texts.get_mut(&path) else { continue };
        if !text.is_empty() {
            text.push_str(if text.ends_with('\n') { "\n" } else { "\n\n" });
        }
        text.push_str(&block);
        *count += 1;
        grown.insert(path);
    }
    // Files that were looked into and had no room are not handed out: one that is no text would come back empty.
    texts.retain(|path, _| grown.contains(path));
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
pub fn block(entry: &Entry, names: &Names<'_>) -> Result<String, WriteError> {
    let mut of_any_kind = BTreeSet::new();
    entry.clone().refer_all(&mut |wanted, id| {
        if wanted.is_empty() {
            of_any_kind.insert(*id);
        }
    });
    let labels = &Seen { names, from: &entry.audience, of_any_kind };
    let mut document = DocumentMut::new();
    let mut tables = toml_edit::ArrayOfTables::new();
    tables.push(table(entry, labels)?);
    document.insert(entry.fact.kind().word(), Item::ArrayOfTables(tables));
    Ok(document.to_string().trim_start().to_owned())
}

fn table(entry: &Entry, labels: &Seen<'_, '_>) -> Result<Table, WriteError> {
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

fn fact_values(entry: &Entry, labels: &Seen<'_, '_>) -> Result<Vec<(String, Value)>, WriteError> {
    let wrong = |what: String| WriteError::Form(entry.id, what);
    let written = entry
        .fact
        .serialize(toml_edit::ser::ValueSerializer::new())
        .map_err(|error| wrong(error.to_string()))?;
    let Value::InlineTable(outer) = written else { return Err(wrong("it is no table".to_owned())) };
    let inner = outer.into_iter().next().map(|(_, value)| value);
    let Some(Value::InlineTable(mut inner)) = inner else { return Err(wrong("it is no table".to_owned())) };
    name_references(&mut inner, labels);
    Ok(inner.into_iter().map(|(key, value)| (String::from(&*key), dated(&key, spread(value)))).collect())
}

/// Ids become labels where a label means the same.
fn name_references(table: &mut InlineTable, labels: &Seen<'_, '_>) {
    for (_, value) in table.iter_mut() {
        name_value(value, labels);
    }
}

fn name_value(value: &mut Value, labels: &Seen<'_, '_>) {
    match value {
        Value::String(text) => {
            if let Some(label) = EntryId::parse(text.value()).and_then(|id| labels.label(id)) {
                *value = label.into();
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| name_value(item, labels)),
        Value::InlineTable(inner) => name_references(inner, labels),
        _ => {}
    }
}

/// The keys whose text is a day. An actor may stand under `by` too, and is never one.
const DAY_KEYS: [&str; 2] = ["by", "answer_by"];

/// A day without quotation marks, as people write it.
fn dated(key: &str, value: Value) -> Value {
    let day = value.as_str().filter(|_| DAY_KEYS.contains(&key)).and_then(|text| Moment::parse(text).ok());
    day.map_or(value, moment)
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

fn references(ids: &[EntryId], labels: &Seen<'_, '_>) -> Value {
    let names = ids.iter().map(|id| labels.written(*id));
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
