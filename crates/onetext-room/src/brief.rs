//! Briefs: the persons for whom one can be made, and the brief for one of them as far as the guest may know it.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse, Response};
use onetext_model::{Day, Party, Person, PersonId, PersonSort, Stated, View};
use serde::Deserialize;

use crate::entry::named;
use crate::escape::escaped;
use crate::frame::Frame;
use crate::pages::{Whole, answer, nowhere_for};
use crate::room::Room;
use crate::say::Language;
use crate::who::Guest;

/// The persons, each with the way to their brief.
pub(crate) async fn list(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    headers: HeaderMap,
) -> Response {
    let language = Language::of(&headers);
    let state = room.state();
    let view = room.view(&state, &guest);
    let title = language.say("page-brief");
    let people = people(language, &view);
    let (key, list) = if people.is_empty() { ("brief-none", String::new()) } else { ("brief-about", people) };
    let content = format!(
        "<article class=\"form\">\n<h1>{}</h1>\n<p>{}</p>\n{list}</article>\n",
        escaped(&title),
        escaped(&language.say(key)),
    );
    Html(Frame::inside(language, &view, &title, "/brief", content).to_html()).into_response()
}

/// Parties in the order of the alphabet, their persons too; sources that are not named get no brief.
fn people(language: Language, view: &View<'_>) -> String {
    let mut by_party: BTreeMap<(bool, String), BTreeMap<String, String>> = BTreeMap::new();
    for person in view.each::<Person>().filter(|person| person.fact.sort != PersonSort::Unnamed) {
        let party = person.fact.party.and_then(|party| view.find::<Party>(party));
        let place = match party {
            Some(party) => (false, party.fact.name.clone()),
            None => (true, language.say("brief-others")),
        };
        by_party.entry(place).or_default().insert(person.fact.name.clone(), item(view, &person));
    }
    let group = |((_, party), people): (&(bool, String), &BTreeMap<String, String>)| {
        let items: String = people.values().map(String::as_str).collect();
        format!("<h2><bdi>{}</bdi></h2>\n<ul class=\"people\">\n{items}</ul>\n", escaped(party))
    };
    by_party.iter().map(group).collect()
}

fn item(view: &View<'_>, person: &Stated<'_, Person>) -> String {
    let name = view.label(person.id()).map_or_else(|| person.id().to_string(), ToString::to_string);
    let office = person.fact.office.as_ref().map_or_else(String::new, |office| {
        format!(" <span class=\"office\"><bdi>{}</bdi></span>", escaped(office))
    });
    format!(
        "<li><a href=\"/brief/{}\"><bdi>{}</bdi></a>{office}</li>\n",
        escaped(&name),
        escaped(&person.fact.name)
    )
}

/// Since when a brief counts what is new.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Since {
    since: Option<String>,
}

/// The brief for a person.
pub(crate) async fn show(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    Path(name): Path<String>,
    Query(since): Query<Since>,
    headers: HeaderMap,
) -> Response {
    let language = Language::of(&headers);
    let state = room.state();
    let view = room.view(&state, &guest);
    let since = since.since.and_then(|day| day.parse::<Day>().ok());
    let found = named(&view, &name).and_then(|id| view.find::<Person>(id));
    let Some(found) = found else { return nowhere_for(&room, Some(&guest), &headers) };
    let document = onetext_desk::brief::compose(&view, PersonId(found.id()), since);
    let address = format!("/brief/{name}");
    let above = new_since(language, &address, since);
    let whole = Whole { language, document: &document, address: &address, above, live: None };
    answer(&whole.compose(&view), &headers)
}

fn new_since(language: Language, address: &str, since: Option<Day>) -> String {
    format!(
        "<form class=\"since\" method=\"get\" action=\"{}\"><label for=\"s:since\">{}</label> \
         <input type=\"date\" id=\"s:since\" name=\"since\" value=\"{}\"> <button>{}</button></form>\n",
        escaped(address),
        escaped(&language.say("brief-since")),
        since.map_or_else(String::new, |day| day.to_string()),
        escaped(&language.say("stand-show")),
    )
}
