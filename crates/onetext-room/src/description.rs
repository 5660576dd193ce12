//! The description of the HTTP interface (OpenAPI 3.1), made from the same schemas as the case files, so that it cannot
//! drift from what is read.

use onetext_model::Kind;
use serde_json::{Map, Value, json};

/// The description.
pub(crate) fn openapi() -> Value {
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "onetext: the room's HTTP interface",
            "version": "1",
            "description": "The same views as the pages, for whoever is signed in. Nothing that the caller may not see is counted, ordered or named in any answer.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" }
        },
        "servers": [{ "url": "/" }],
        "security": [{ "session": [] }],
        "paths": paths(),
        "components": {
            "securitySchemes": { "session": { "type": "http", "scheme": "bearer" } },
            "schemas": schemas(),
            "responses": responses(),
        },
    })
}

fn paths() -> Value {
    let pages: Vec<&str> = onetext_desk::PAGES.iter().map(|page| page.name).collect();
    let id = parameter("id", "path", "The id of an entry; any version of it.", &id_schema());
    let tag = parameter(
        "If-Match",
        "header",
        "The tag of the version that was seen.",
        &json!({ "type": "string" }),
    );
    json!({
        "/api/v1/case": { "get": operation("case", "What is said once for the whole case.", &[], &object("Case")) },
        "/api/v1/pages/{name}": { "get": operation(
            "page",
            "A page of the desk, as `onetext NAME --json` prints it.",
            &[
                parameter("name", "path", "The page: status, grid ...", &json!({ "type": "string", "enum": pages })),
                parameter("as-of", "query", "Only what was known at the end of this day.", &day()),
                parameter("recorded-by", "query", "Only what was recorded by the end of this day.", &day()),
            ],
            &object("Page"),
        ) },
        "/api/v1/entries": {
            "get": operation(
                "entries",
                "The entries that stand, in the order in which they became known; 1,000 at the most.",
                &[
                    parameter("kind", "query", "Of this kind only.", &json!({ "type": "string", "enum": Kind::ALL.iter().map(|kind| kind.word()).collect::<Vec<_>>() })),
                    parameter("after", "query", "Those after this one.", &id_schema()),
                ],
                &object("Entries"),
            ),
            "post": changing("enter", "Enters something. The room gives it its id.", &[], "201"),
        },
        "/api/v1/entries/{id}": {
            "get": operation("entry", "What now stands for an entry.", std::slice::from_ref(&id), &object("Entry")),
            "put": changing("change", "Enters a new version; the earlier ones stay on record.", &[id.clone(), tag.clone()], "200"),
            "delete": operation("withdraw", "Takes an entry back; it stays on record.", &[id, tag], &object("Entry")),
        },
    })
}

fn day() -> Value {
    json!({ "type": "string", "format": "date" })
}

fn id_schema() -> Value {
    json!({ "type": "string", "pattern": "^[0-9a-hjkmnp-tv-z]{20}$" })
}

fn parameter(name: &str, place: &str, about: &str, schema: &Value) -> Value {
    let required = place != "query";
    json!({ "name": name, "in": place, "required": required, "description": about, "schema": schema })
}

fn object(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn operation(id: &str, about: &str, parameters: &[Value], answer: &Value) -> Value {
    let mut answers = refusals();
    answers.insert("200".to_owned(), json!({
        "description": "As asked.",
        "headers": { "ETag": { "description": "The digest of what was shown, or the version of an entry.", "schema": { "type": "string" } } },
        "content": { "application/json": { "schema": answer } },
    }));
    answers.insert("304".to_owned(), json!({ "description": "You have it already." }));
    json!({ "operationId": id, "summary": about, "parameters": parameters, "responses": answers })
}

fn changing(id: &str, about: &str, parameters: &[Value], status: &str) -> Value {
    let mut answers = refusals();
    answers.insert(
        status.to_owned(),
        json!({
            "description": "Entered and durable.",
            "content": { "application/json": { "schema": object("Entry") } },
        }),
    );
    json!({
        "operationId": id,
        "summary": about,
        "parameters": parameters,
        "requestBody": { "required": true, "content": { "application/json": { "schema": object("NewEntry") } } },
        "responses": answers,
    })
}

fn refusals() -> Map<String, Value> {
    let all = ["400", "401", "403", "404", "412", "413", "415", "422", "428", "503"];
    all.iter()
        .map(|status| ((*status).to_owned(), json!({ "$ref": "#/components/responses/Problem" })))
        .collect()
}

fn responses() -> Value {
    json!({ "Problem": {
        "description": "What is wrong (RFC 9457).",
        "content": { "application/problem+json": { "schema": {
            "type": "object",
            "required": ["title", "status", "detail"],
            "properties": { "title": { "type": "string" }, "status": { "type": "integer" }, "detail": { "type": "string" } },
        } } },
    } })
}

/// The schemas of case files, under the names that an OpenAPI file has for them.
fn schemas() -> Value {
    let files = onetext_folder::schema::schema();
    let text = files.to_string().replace("#/$defs/", "#/components/schemas/");
    let files: Value = serde_json::from_str(&text).unwrap_or_default();
    let mut schemas = files["$defs"].as_object().cloned().unwrap_or_default();
    let mut facts = Vec::new();
    for kind in Kind::ALL {
        let mut fact = files["properties"][kind.word()]["items"].clone();
        if let Some(properties) = fact["properties"].as_object_mut() {
            properties.retain(|key, _| kind.keys().contains(&key.as_str()));
        }
        let name = format!("fact-{}", kind.word());
        schemas.insert(name.clone(), fact);
        facts.push(json!({
            "type": "object",
            "additionalProperties": false,
            "required": [kind.word()],
            "properties": { (kind.word()): object(&name) },
        }));
    }
    schemas.insert("Fact".to_owned(), json!({ "oneOf": facts }));
    let own = own_schemas(&files["properties"]["case"]);
    schemas.extend(own);
    Value::Object(schemas)
}

fn own_schemas(case: &Value) -> Map<String, Value> {
    let audience = json!({ "oneOf": [
        { "const": "public" },
        { "type": "array", "minItems": 1, "items": id_schema() },
    ] });
    let keys = json!({
        "audience": audience,
        "about": object("About"),
        "known_at": { "type": "string" },
        "sources": { "type": "array", "items": id_schema() },
        "assumed": { "type": "string" },
        "fact": object("Fact"),
    });
    let mut entry_keys = keys.as_object().cloned().unwrap_or_default();
    entry_keys.insert("id".to_owned(), id_schema());
    entry_keys.insert("label".to_owned(), json!({ "type": "string" }));
    entry_keys.insert("recorded_at".to_owned(), json!({ "type": "string" }));
    entry_keys.insert("supersedes".to_owned(), json!({ "type": "array", "items": id_schema() }));
    let own = json!({
        "About": { "oneOf": [
            { "type": "string" },
            { "type": "object", "required": ["from"], "properties": { "from": { "type": "string" }, "to": { "type": "string" } }, "additionalProperties": false },
        ] },
        "NewEntry": { "type": "object", "additionalProperties": false, "required": ["fact"], "properties": keys },
        "Entry": { "type": "object", "required": ["id", "audience", "known_at", "recorded_at", "fact"], "properties": entry_keys },
        "Entries": { "type": "object", "required": ["entries"], "properties": {
            "entries": { "type": "array", "items": object("Entry") }, "next": id_schema(),
        } },
        "Case": { "type": "object", "required": ["case", "today", "pages"], "properties": {
            "case": case, "today": day(), "pages": { "type": "array", "items": { "type": "string" } },
        } },
        "Page": { "type": "object", "required": ["schema", "title"], "properties": { "schema": { "type": "string" }, "title": { "type": "string" } } },
    });
    own.as_object().cloned().unwrap_or_default()
}
