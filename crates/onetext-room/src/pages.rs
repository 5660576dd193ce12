//! Pages: a desk document with its forms. The documents come from `onetext_desk::PAGES`; a page gets forms by one
//! line in [`FORMS`].

use std::sync::Arc;

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use onetext_document::Document;
use onetext_model::{AsOf, Day, Kind, Person, PersonId, View};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::escape::escaped;
use crate::frame::{self, Frame};
use crate::room::Room;
use crate::say::Language;
use crate::shelf::{Composed, Key};
use crate::who::Guest;

/// What can be entered from which page.
pub(crate) const FORMS: &[(&str, &[Kind])] = &[
    ("status", &[Kind::Status, Kind::Contact, Kind::Step, Kind::Question]),
    ("grid", &[Kind::Position, Kind::Issue, Kind::Option]),
    ("issues", &[Kind::Issue, Kind::Option, Kind::Status, Kind::Position]),
    ("contacts", &[Kind::Contact, Kind::Track, Kind::Claim]),
    ("actors", &[Kind::Party, Kind::Person, Kind::Role, Kind::Mandate, Kind::Interest, Kind::Link]),
    ("asks", &[Kind::Ask, Kind::Idea, Kind::Answer]),
    ("ledger", &[Kind::Release]),
    ("log", &[Kind::Report, Kind::Claim, Kind::Page]),
    ("follow-up", &[Kind::Step, Kind::Decision]),
    ("handover", &[Kind::Undertaking, Kind::TalkingPoint]),
    ("ratification", &[Kind::Ratification]),
];

/// From where a page is looked at.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Standpoint {
    /// Only what was known at the end of this day.
    #[serde(rename = "as-of")]
    as_of: Option<String>,
    /// Only what was recorded by the end of this day.
    #[serde(rename = "recorded-by")]
    recorded_by: Option<String>,
}

impl Standpoint {
    /// The moment; none where a day does not read as one.
    pub(crate) fn at(&self, today: Day) -> Option<AsOf> {
        let day = |text: &Option<String>| match text.as_deref().filter(|text| !text.is_empty()) {
            None => Some(None),
            Some(text) => text.parse::<Day>().ok().map(Some),
        };
        let known_by = day(&self.as_of)?;
        Some(AsOf { today: known_by.unwrap_or(today), known_by, recorded_by: day(&self.recorded_by)? })
    }
}

/// The first page.
pub(crate) async fn home() -> Redirect {
    Redirect::to("/page/status")
}

/// One of the desk's pages.
pub(crate) async fn show(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    Path(name): Path<String>,
    Query(standpoint): Query<Standpoint>,
    headers: HeaderMap,
) -> Response {
    match composed(&room, &guest, &name, &standpoint, Language::of(&headers)) {
        Some(page) => answer(&page, &headers),
        None => nowhere_for(&room, Some(&guest), &headers),
    }
}

/// The page as it stands for this guest.
pub(crate) fn composed(
    room: &Room,
    guest: &Guest,
    name: &str,
    standpoint: &Standpoint,
    language: Language,
) -> Option<Arc<Composed>> {
    let page = onetext_desk::PAGES.iter().find(|page| page.name == name)?;
    let state = room.state();
    let at = standpoint.at(state.today(room.now()))?;
    let key = Key { stamp: room.shelf.stamp(&state, &guest.viewer, at), address: name.to_owned(), language };
    Some(room.shelf.page(key, || {
        let view = View::of(&state.case, guest.viewer.clone(), at);
        let document = (page.compose)(&view);
        let address = format!("/page/{name}");
        whole(language, &view, &document, &address, &forms(language, name))
    }))
}

/// Links to the forms of a page.
fn forms(language: Language, page: &str) -> String {
    let Some((_, kinds)) = FORMS.iter().find(|(name, _)| *name == page) else { return String::new() };
    let links: String = kinds
        .iter()
        .map(|kind| {
            format!(
                "<a class=\"button\" href=\"/enter/{word}\">{said}</a>\n",
                word = kind.word(),
                said = escaped(&language.say(&format!("enter-{}", kind.word())))
            )
        })
        .collect();
    format!(
        "<div class=\"tools\" role=\"group\" aria-label=\"{}\">\n{links}</div>\n",
        escaped(&language.say("enter"))
    )
}

fn whole(language: Language, view: &View<'_>, document: &Document, address: &str, tools: &str) -> Composed {
    let content = format!("{tools}{}", frame::document(language, view, document));
    let title = document.title.to_words();
    let html = Frame::inside(language, view, &title, address, content).live(address).to_html();
    let digest = Sha256::digest(html.as_bytes());
    let etag = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect::<String>();
    Composed { html: html.into(), etag: format!("\"{etag}\"") }
}

/// The page, or the word that the browser has it already.
fn answer(page: &Composed, headers: &HeaderMap) -> Response {
    let known = headers.get(header::IF_NONE_MATCH).and_then(|tag| tag.to_str().ok());
    let mut response = if known == Some(page.etag.as_str()) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], page.html.clone()).into_response()
    };
    if let Ok(tag) = HeaderValue::from_str(&page.etag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// Since when a brief counts what is new.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Since {
    since: Option<String>,
}

/// The brief for a person, as far as the guest may know it.
pub(crate) async fn brief(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    Path(person): Path<String>,
    Query(since): Query<Since>,
    headers: HeaderMap,
) -> Response {
    let language = Language::of(&headers);
    let state = room.state();
    let view = room.view(&state, &guest);
    let since = since.since.and_then(|day| day.parse::<Day>().ok());
    let found = crate::entry::named(&view, &person).and_then(|id| view.find::<Person>(id));
    let Some(found) = found else { return nowhere_for(&room, Some(&guest), &headers) };
    let document = onetext_desk::brief::compose(&view, PersonId(found.id()), since);
    answer(&whole(language, &view, &document, &format!("/brief/{person}"), ""), &headers)
}

/// An address that does not exist, or not for this guest: the same words for both.
pub(crate) async fn nowhere(State(room): State<Arc<Room>>, headers: HeaderMap) -> Response {
    let guest = crate::sign::guest(&room, &headers);
    nowhere_for(&room, guest.as_ref(), &headers)
}

/// The same for a guest who is known.
pub(crate) fn nowhere_for(room: &Room, guest: Option<&Guest>, headers: &HeaderMap) -> Response {
    let language = Language::of(headers);
    let title = language.say("nowhere");
    let content = format!(
        "<article class=\"form\"><h1>{}</h1><p>{}</p></article>\n",
        escaped(&title),
        escaped(&language.say("nowhere-words"))
    );
    let html = match guest {
        Some(guest) => {
            Frame::inside(language, &room.view(&room.state(), guest), &title, "/", content).to_html()
        }
        None => Frame::outside(language, &title, content).to_html(),
    };
    (StatusCode::NOT_FOUND, Html(html)).into_response()
}
