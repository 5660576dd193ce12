//! Pages: a desk document with its forms. The documents come from `onetext_desk::PAGES`; a page gets forms by one
//! line in [`FORMS`].

use std::sync::Arc;

use axum::Extension;
use axum::extract::{Path, Query, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use onetext_document::Document;
use onetext_model::{AsOf, Kind, OptionId, View};
use sha2::{Digest, Sha256};

use crate::compromise;
use crate::enter;
use crate::escape::escaped;
use crate::form::kind_words;
use crate::frame::{self, Frame};
use crate::on_table;
use crate::paper;
use crate::room::Room;
use crate::say::Language;
use crate::shelf::{Composed, Key};
use crate::stand::{self, Standpoint};
use crate::what_if;
use crate::who::Guest;

/// What can be entered from which page.
pub(crate) const FORMS: &[(&str, &[Kind])] = &[
    ("status", &[Kind::Status, Kind::Contact, Kind::Step, Kind::Question]),
    ("grid", &[Kind::Position, Kind::Issue, Kind::Option]),
    ("table", &[Kind::Wording, Kind::Position]),
    ("issues", &[Kind::Issue, Kind::Option, Kind::Status, Kind::Position]),
    ("contacts", &[Kind::Contact, Kind::Track, Kind::Claim]),
    ("claims", &[Kind::Claim, Kind::Grade]),
    ("precedents", &[Kind::Precedent]),
    ("actors", &[Kind::Party, Kind::Person, Kind::Role, Kind::Mandate, Kind::Interest, Kind::Link]),
    ("asks", &[Kind::Ask, Kind::Idea, Kind::Answer]),
    ("ledger", &[Kind::Release]),
    ("log", &[Kind::Report, Kind::Claim, Kind::Page]),
    ("drafts", &[Kind::Draft, Kind::Provision, Kind::Lineage]),
    ("brackets", &[Kind::Position]),
    ("moved", &[Kind::Wording]),
    ("follow-up", &[Kind::Step, Kind::Decision]),
    ("handover", &[Kind::Undertaking, Kind::TalkingPoint]),
    ("ratification", &[Kind::Ratification]),
];

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
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let language = Language::of(&headers);
    let named = on_table::names(query.as_deref().unwrap_or_default());
    if let (false, Some(compose)) = (named.is_empty(), on_table::composing(&name)) {
        let wanted = on_table::Wanted { name, named, compose, standpoint, language };
        return match on_table::composed(room, guest, wanted).await {
            Some(page) => answer(&page, &headers),
            None => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        };
    }
    match composed(&room, &guest, &name, &standpoint, language) {
        Some(page) => answer(&page, &headers),
        None => nowhere_for(&room, Some(&guest), &headers),
    }
}

/// The page as it stands for this guest; as of today where the day that was asked for is none.
pub(crate) fn composed(
    room: &Room,
    guest: &Guest,
    name: &str,
    standpoint: &Standpoint,
    language: Language,
) -> Option<Arc<Composed>> {
    let page = onetext_desk::PAGES.iter().find(|page| page.name == name)?;
    let state = room.state();
    let today = state.today(room.now());
    let read = standpoint.at(today);
    let at = read.unwrap_or_else(|| AsOf::today(today));
    let path = format!("/page/{name}");
    let asked = if read.is_some() { stand::address(&path, at) } else { format!("{path} unread") };
    let key = Key { stamp: room.shelf.stamp(&state, &guest.viewer, at), address: asked, language };
    Some(room.shelf.page(key, || {
        let view = View::of(&state.case, guest.viewer.clone(), at);
        let mut document = (page.compose)(&view);
        compromise::dress(language, &view, &mut document);
        Looked { language, name, on: &[], above: "", is_read: read.is_some() }.compose(&view, &document)
    }))
}

/// How a page of the desk is looked at.
pub(crate) struct Looked<'l> {
    pub(crate) language: Language,
    /// The page.
    pub(crate) name: &'l str,
    /// What the address puts on its table.
    pub(crate) on: &'l [OptionId],
    /// What is said above it.
    pub(crate) above: &'l str,
    /// Whether the days in the address could be read.
    pub(crate) is_read: bool,
}

impl Looked<'_> {
    /// The document with everything that stands around it. A page with something on its table is not followed.
    pub(crate) fn compose(&self, view: &View<'_>, document: &Document) -> Composed {
        let (language, at) = (self.language, view.at());
        let path = format!("/page/{}", self.name);
        let address = on_table::address(&stand::address(&path, at), self.on);
        let unread = if self.is_read { String::new() } else { stand::unread(language) };
        let above = format!(
            "{unread}{banner}{said}<div class=\"above\">\n{tools}{what_if}{papers}{stand}</div>\n{table}",
            banner = stand::banner(language, &path, at),
            said = self.above,
            tools = forms(language, view, self.name),
            what_if = what_if::link(language, view, self.name, self.on),
            papers = paper::links(language, &path, at),
            stand = stand::form(language, &path, at),
            table = on_table::form(language, view, self.name, self.on),
        );
        let live = (stand::is_today(at) && self.on.is_empty()).then_some(path.as_str());
        Whole { language, document, address: &address, above, live }.compose(view)
    }
}

/// Links to the forms of a page; what stands in the past is not added to.
fn forms(language: Language, view: &View<'_>, page: &str) -> String {
    let kinds = FORMS.iter().find(|(name, _)| *name == page).map_or(&[][..], |(_, kinds)| kinds);
    let may = |kind: &&Kind| stand::is_today(view.at()) && enter::may_begin(view, **kind);
    let links: String = kinds
        .iter()
        .filter(may)
        .map(|kind| {
            format!(
                "<a class=\"button\" href=\"/enter/{}\">{}</a>\n",
                kind.word(),
                escaped(&kind_words(language, *kind))
            )
        })
        .collect();
    if links.is_empty() {
        return links;
    }
    let said = escaped(&language.say("enter"));
    format!(
        "<div class=\"tools\" role=\"group\" aria-label=\"{said}\">\n\
         <span class=\"said\" aria-hidden=\"true\">{said}</span>\n{links}</div>\n"
    )
}

/// A document and what stands around it.
pub(crate) struct Whole<'w> {
    pub(crate) language: Language,
    pub(crate) document: &'w Document,
    /// Its address.
    pub(crate) address: &'w str,
    /// What stands above it.
    pub(crate) above: String,
    /// The address that is listened to for changes.
    pub(crate) live: Option<&'w str>,
}

impl Whole<'_> {
    /// The page with its digest.
    pub(crate) fn compose(self, view: &View<'_>) -> Composed {
        let content = format!("{}{}", self.above, frame::document(self.language, view, self.document));
        let title = self.document.title.to_words();
        let frame = Frame::titled(self.language, view, &title, self.address, content);
        let seen = digest(&frame.to_html());
        let frame = if let Some(address) = self.live { frame.live(address, &seen) } else { frame };
        let html = frame.to_html();
        Composed { etag: format!("\"{}\"", digest(&html)), html: html.into(), seen }
    }
}

fn digest(html: &str) -> String {
    Sha256::digest(html.as_bytes()).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// What is not as it should be in the case: for the mediator's team.
pub(crate) async fn check(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    headers: HeaderMap,
) -> Response {
    let language = Language::of(&headers);
    let state = room.state();
    let view = room.view(&state, &guest);
    let findings = onetext_desk::check::findings(&view, &state.findings);
    let document = onetext_desk::check::compose(&view, &findings);
    let whole = Whole { language, document: &document, address: "/check", above: String::new(), live: None };
    answer(&whole.compose(&view), &headers)
}

/// The page, or the word that the browser has it already.
pub(crate) fn answer(page: &Composed, headers: &HeaderMap) -> Response {
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
