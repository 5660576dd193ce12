//! The JSON Schema of the TOML files, for editors: `onetext schema > onetext.schema.json`.

use onetext_model::{Kind, Settings};
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

use crate::FORMAT;

/// The schema of `case.toml` and of every other TOML file of a folder.
pub fn schema() -> Value {
    let mut generator = SchemaGenerator::default();
    let mut properties = Map::new();
    properties.insert(
        "format".to_owned(),
        json!({ "const": FORMAT, "description": "Version of the folder format" }),
    );
    properties.insert("case".to_owned(), Settings::json_schema(&mut generator).to_value());
    properties.extend(
        envelope()
            .into_iter()
            .filter(|(key, _)| matches!(key.as_str(), "known_at" | "recorded_at" | "sources")),
    );
    for kind in Kind::ALL {
        properties.insert(
            kind.word().to_owned(),
            json!({ "type": "array", "items": table(*kind, &mut generator) }),
        );
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "onetext case folder, format 1",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "$defs": generator.take_definitions(true),
    })
}

/// The schema of one table: the keys of every entry beside those of the kind.
fn table(kind: Kind, generator: &mut SchemaGenerator) -> Value {
    let mut schema = kind.schema(generator).to_value();
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        properties.extend(envelope());
    } else if let Some(object) = schema.as_object_mut() {
        object.insert("properties".to_owned(), Value::Object(envelope()));
    }
    schema
}

fn envelope() -> Map<String, Value> {
    let references =
        |what: &str| json!({ "type": "array", "items": { "type": "string" }, "description": what });
    let keys = [
        (
            "id",
            json!({ "type": "string", "pattern": "^[0-9a-hjkmnp-tv-z]{20}$", "description": "Random id; leave it out to have one made" }),
        ),
        ("label", json!({ "type": "string", "description": "The word by which others refer to the entry" })),
        (
            "about",
            json!({ "description": "When it holds, took place or is scheduled: a date or { from, to }" }),
        ),
        (
            "known_at",
            json!({ "description": "When it was said, done or announced; else when it was published" }),
        ),
        ("recorded_at", json!({ "description": "When it was put on file" })),
        ("supersedes", references("Entries that this one replaces from its known_at on")),
        ("sources", references("Reports, claims, drafts, provisions or contacts that it rests on")),
        ("assumed", json!({ "type": "string", "description": "Why it is an assumption and no evidence" })),
    ];
    keys.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}
