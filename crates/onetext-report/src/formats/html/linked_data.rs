//! JSON-LD in a page: what schema.org's articles say of themselves.

use dom_query::NodeRef;
use serde_json::Value;

use super::words_of;

/// Pieces of linked data that are looked at in one page.
const PIECES_MAX: usize = 50;
/// Objects that are looked at in one piece.
const OBJECTS_MAX: usize = 2_000;

/// What the linked data says.
#[derive(Clone, Debug, Default)]
pub(super) struct Linked {
    pub title: Option<String>,
    pub outlet: Option<String>,
    /// As it is written.
    pub published: Option<String>,
    pub address: Option<String>,
    pub language: Option<String>,
    pub byline: Option<String>,
    pub body: Option<String>,
}

/// What the linked data of a page says of its article.
pub(super) fn of(root: &NodeRef<'_>) -> Linked {
    let is_linked = |node: &NodeRef<'_>| {
        node.has_name("script")
            && node.attr("type").is_some_and(|sort| sort.to_lowercase().contains("ld+json"))
    };
    let pieces = root.descendants_it().filter(is_linked).take(PIECES_MAX);
    let pieces: Vec<Value> =
        pieces.filter_map(|node| serde_json::from_str(node.text().trim()).ok()).collect();
    let objects: Vec<&Value> = pieces.iter().flat_map(objects).collect();
    objects
        .iter()
        .find(|object| is_article(object))
        .map_or_else(Linked::default, |article| linked(article, &objects))
}

/// Every object in a piece: itself, the members of lists, and what stands in its graph.
fn objects(piece: &Value) -> Vec<&Value> {
    let mut found = Vec::new();
    let mut open = vec![piece];
    while let Some(value) = open.pop() {
        if found.len() >= OBJECTS_MAX {
            break;
        }
        match value {
            Value::Array(members) => open.extend(members.iter().rev()),
            Value::Object(object) => {
                found.push(value);
                open.extend(["@graph", "mainEntity"].iter().filter_map(|key| object.get(*key)));
            }
            _ => {}
        }
    }
    found
}

fn is_article(object: &Value) -> bool {
    let is_one = |sort: &Value| {
        sort.as_str().is_some_and(|sort| sort.ends_with("Article") || sort.ends_with("Posting"))
    };
    match object.get("@type") {
        Some(Value::Array(sorts)) => sorts.iter().any(is_one),
        Some(sort) => is_one(sort),
        None => false,
    }
}

fn linked(article: &Value, objects: &[&Value]) -> Linked {
    let words = |key: &str| article.get(key).and_then(Value::as_str).map(|words| words_of(words, false));
    let words = |key: &str| words(key).filter(|words| !words.is_empty());
    let page = article.get("mainEntityOfPage");
    let page = page.and_then(|page| page.as_str().or_else(|| page.get("@id").and_then(Value::as_str)));
    Linked {
        title: words("headline").or_else(|| words("name")),
        outlet: article.get("publisher").and_then(|publisher| name(publisher, objects)),
        published: words("datePublished").or_else(|| words("dateCreated")),
        address: words("url")
            .or_else(|| page.map(str::to_owned))
            .filter(|address| address.starts_with("http")),
        language: words("inLanguage"),
        byline: article.get("author").and_then(|author| name(author, objects)),
        body: words("articleBody"),
    }
}

/// The name of a body or person, of several, or of one that is described elsewhere on the page.
fn name(value: &Value, objects: &[&Value]) -> Option<String> {
    match value {
        Value::String(name) if !name.starts_with("http") => Some(words_of(name, false)),
        Value::Array(several) => {
            let names: Vec<String> = several.iter().filter_map(|one| name_of_one(one, objects)).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        one => name_of_one(one, objects),
    }
}

fn name_of_one(value: &Value, objects: &[&Value]) -> Option<String> {
    let own = |value: &Value| value.get("name").and_then(Value::as_str).map(|name| words_of(name, false));
    let elsewhere = || {
        let id = value.get("@id").filter(|id| id.is_string())?;
        objects.iter().filter(|object| object.get("@id") == Some(id)).find_map(|object| own(object))
    };
    value.as_str().map(|name| words_of(name, false)).or_else(|| own(value)).or_else(elsewhere)
}
