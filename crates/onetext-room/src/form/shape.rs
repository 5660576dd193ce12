//! Which fields a kind of entry has, read from its schema.

use std::collections::HashMap;
use std::sync::LazyLock;

use onetext_model::Kind;
use serde_json::Value;

/// One field of a form.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// Its key in the entry.
    pub(crate) key: String,
    /// What it is for, in the words of the manual.
    pub(crate) about: String,
    /// Whether the entry makes no sense without it.
    pub(crate) required: bool,
    /// What it takes.
    pub(crate) sort: Sort,
}

/// What a field takes.
#[derive(Clone, Debug)]
pub(crate) enum Sort {
    /// A line of text.
    Line,
    /// A paragraph.
    Paragraph,
    /// A whole number.
    Number,
    /// A date, or a time with its offset.
    Moment,
    /// Yes or no.
    Flag,
    /// One of some words, each with what it means.
    Word(Vec<(String, String)>),
    /// An entry of one of these kinds; any where there are none.
    Reference(Vec<Kind>),
    /// Any number of them.
    Many(Box<Sort>),
    /// Fields of its own.
    Group(Vec<Field>),
    /// What has no simpler form: written as JSON.
    Json,
}

/// Fields that hold a sentence or more.
const PARAGRAPHS: [&str; 14] = [
    "words",
    "text",
    "condition",
    "reply",
    "alleged_breach",
    "what",
    "question",
    "purpose",
    "outcome",
    "description",
    "about",
    "summary",
    "reason",
    "basis",
];

/// Keys of the whole entry, which every form has.
const ENVELOPE: [&str; 8] =
    ["id", "label", "about", "known_at", "recorded_at", "supersedes", "sources", "assumed"];

static SCHEMA: LazyLock<Value> = LazyLock::new(onetext_folder::schema::schema);

static SHAPES: LazyLock<HashMap<Kind, Vec<Field>>> =
    LazyLock::new(|| Kind::ALL.iter().map(|kind| (*kind, fields_of(*kind))).collect());

/// The fields of a kind, without those of every entry.
pub(crate) fn shape(kind: Kind) -> &'static [Field] {
    SHAPES.get(&kind).map_or(&[], Vec::as_slice)
}

fn fields_of(kind: Kind) -> Vec<Field> {
    let table = &SCHEMA["properties"][kind.word()]["items"];
    let mut fields = fields(table);
    fields
        .retain(|field| kind.keys().contains(&field.key.as_str()) || !ENVELOPE.contains(&field.key.as_str()));
    // In the order of the manual, not of the alphabet.
    fields.sort_by_key(|field| kind.keys().iter().position(|key| *key == field.key));
    fields
}

fn fields(table: &Value) -> Vec<Field> {
    let Some(properties) = table["properties"].as_object() else { return Vec::new() };
    let required: Vec<&str> =
        table["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let field = |(key, value): (&String, &Value)| Field {
        key: key.clone(),
        about: value["description"].as_str().unwrap_or("").to_owned(),
        required: required.contains(&key.as_str()),
        sort: sort(key, value),
    };
    properties.iter().map(field).collect()
}

fn sort(key: &str, value: &Value) -> Sort {
    if let Some(name) = value["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
        return named(key, name);
    }
    if let Some(first) = value["anyOf"].as_array().and_then(|all| all.first()) {
        return sort(key, first);
    }
    match kind_of(value) {
        "array" => Sort::Many(Box::new(sort(key, &value["items"]))),
        "boolean" => Sort::Flag,
        "integer" => Sort::Number,
        "string" if PARAGRAPHS.contains(&key) => Sort::Paragraph,
        "string" => Sort::Line,
        _ => Sort::Json,
    }
}

fn kind_of(value: &Value) -> &str {
    match &value["type"] {
        Value::Array(several) => several.first().and_then(Value::as_str).unwrap_or(""),
        one => one.as_str().unwrap_or(""),
    }
}

fn named(key: &str, name: &str) -> Sort {
    let definition = &SCHEMA["$defs"][name];
    let about = definition["description"].as_str().unwrap_or("");
    if let Some(kinds) = about.strip_prefix("Label or id of: ") {
        return Sort::Reference(kinds.split(", ").filter_map(kind_called).collect());
    }
    match name {
        "Moment" => return Sort::Moment,
        "Fixed" => return Sort::Line,
        _ => {}
    }
    if definition["properties"].is_object() {
        return Sort::Group(fields(definition));
    }
    words(definition).map_or_else(
        || if kind_of(definition).is_empty() { Sort::Json } else { sort(key, definition) },
        Sort::Word,
    )
}

fn kind_called(name: &str) -> Option<Kind> {
    Kind::ALL.iter().copied().find(|kind| format!("{kind:?}") == name)
}

fn words(definition: &Value) -> Option<Vec<(String, String)>> {
    let all = definition["oneOf"].as_array()?;
    let word = |one: &Value| {
        let word = one["const"].as_str()?;
        Some((word.to_owned(), one["description"].as_str().unwrap_or("").to_owned()))
    };
    all.iter().map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_field_for_every_key() {
        for kind in Kind::ALL {
            let keys: Vec<&str> = shape(*kind).iter().map(|field| field.key.as_str()).collect();
            assert_eq!(keys, kind.keys(), "{}", kind.word());
        }
    }

    #[test]
    fn a_stance_is_chosen_from_its_words_and_a_party_from_the_parties() {
        let fields = shape(Kind::Position);
        assert!(matches!(&fields[0].sort, Sort::Reference(kinds) if kinds == &[Kind::Party]));
        assert!(matches!(&fields[2].sort, Sort::Word(words) if words.len() == 6));
    }
}
