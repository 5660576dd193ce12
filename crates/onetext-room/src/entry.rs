//! One entry: what it says, when and from what, what it replaced and what replaced it; and taking it back.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::{Extension, Form};
use onetext_model::{AnyId, Entry, EntryId, Fact, Moment, View, Withdrawal};
use serde::Deserialize;

use crate::audience::audience_words;
use crate::destroy;
use crate::enter;
use crate::escape::escaped;
use crate::form::{Telling, kind_words};
use crate::frame::Frame;
use crate::live;
use crate::pages::nowhere_for;
use crate::rights;
use crate::room::{Entering, Room, Seen};
use crate::say::Language;
use crate::state::State as Now;
use crate::who::Guest;

/// The entry that an id or a label names, for this view.
pub(crate) fn named(view: &View<'_>, name: &str) -> Option<EntryId> {
    if let Some(id) = EntryId::parse(name) {
        return view.entries().iter().any(|entry| entry.id == id).then_some(id);
    }
    let bears = |entry: &&&Entry| entry.label.as_ref().is_some_and(|label| label.as_str() == name);
    view.entries().iter().find(bears).map(|entry| entry.id)
}

/// The page of an entry.
pub(crate) async fn show(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Response {
    let language = Language::of(&headers);
    let state = room.state();
    let view = room.view(&state, &guest);
    let entry = named(&view, &name).and_then(|id| view.entries().iter().find(|entry| entry.id == id));
    let Some(entry) = entry else { return nowhere_for(&room, Some(&guest), &headers) };
    let title = onetext_desk::summary(&view, entry);
    let destroy = room.record().map_or_else(String::new, |_| destroy::offer(language, &view, entry.id));
    let content = page(language, &state, &view, entry, &destroy);
    let address = format!("/entry/{}", entry.id);
    let seen = live::seen_of(&view, entry);
    Html(Frame::inside(language, &view, &title, &address, content).live(&address, &seen).to_html())
        .into_response()
}

fn page(language: Language, state: &Now, view: &View<'_>, entry: &Entry, destroy: &str) -> String {
    let say = |key: &str| escaped(&language.say(key));
    let mut rows = vec![
        (say("entry-kind"), escaped(&kind_words(language, entry.fact.kind()))),
        (say("entry-audience"), escaped(&audience_words(language, view, &entry.audience))),
        (say("entry-known-at"), escaped(&entry.known_at.to_string())),
        (say("entry-recorded-at"), escaped(&entry.recorded_at.to_string())),
    ];
    for source in view.sources(entry) {
        rows.push((say("entry-source"), link(view, source)));
    }
    for earlier in entry.supersedes.iter().filter_map(|id| view.entries().iter().find(|e| e.id == *id)) {
        rows.push((say("entry-replaces"), link(view, earlier)));
    }
    let list: String =
        rows.iter().map(|(name, words)| format!("<dt>{name}</dt>\n<dd>{words}</dd>\n")).collect();
    let terms = Telling { language, view, proposed: &[] }.terms(&entry.fact);
    format!(
        "<article class=\"form entry\">\n<h1><bdi>{title}</bdi></h1>\n{standing}<dl>\n{terms}</dl>\n<dl class=\"envelope\">\n{list}</dl>\n{tools}{destroy}</article>\n",
        title = escaped(&onetext_desk::summary(view, entry)),
        standing = standing(language, view, entry),
        tools = tools(language, state, view, entry),
    )
}

fn link(view: &View<'_>, entry: &Entry) -> String {
    format!("<a href=\"/entry/{}\"><bdi>{}</bdi></a>", entry.id, escaped(&onetext_desk::summary(view, entry)))
}

/// Whether it still stands, and what stands in its place.
fn standing(language: Language, view: &View<'_>, entry: &Entry) -> String {
    if view.is_withdrawn(entry) {
        return format!("<p class=\"notice\">{}</p>\n", escaped(&language.say("entry-withdrawn")));
    }
    view.replaced_by(entry).map_or_else(String::new, |later| {
        format!(
            "<p class=\"notice\">{} {}</p>\n",
            escaped(&language.say("entry-replaced")),
            link(view, later)
        )
    })
}

fn tools(language: Language, state: &Now, view: &View<'_>, entry: &Entry) -> String {
    let stands = view.entry(entry.id).is_some_and(|now| now.id == entry.id);
    if !stands || !rights::may_change(state, view, entry.id) {
        return String::new();
    }
    format!(
        "<div class=\"tools\"><a class=\"button\" href=\"/entry/{id}/change\">{change}</a>\n\
         {release}<form method=\"post\" action=\"/entry/{id}/withdraw\"><label for=\"w:reason\">{why}</label> \
         <input id=\"w:reason\" name=\"reason\" dir=\"auto\"> <button>{withdraw}</button></form></div>\n",
        id = entry.id,
        change = escaped(&language.say("entry-change")),
        release = release(language, view, entry),
        why = escaped(&language.say("entry-why")),
        withdraw = escaped(&language.say("entry-withdraw")),
    )
}

/// The way to tell it to somebody: the mediator's.
fn release(language: Language, view: &View<'_>, entry: &Entry) -> String {
    if !view.is_mediators() {
        return String::new();
    }
    format!(
        "<a class=\"button\" href=\"/entry/{}/release\">{}</a>\n",
        entry.id,
        escaped(&language.say("entry-release"))
    )
}

/// Why an entry is taken back.
#[derive(Deserialize)]
pub(crate) struct Why {
    #[serde(default)]
    reason: String,
}

/// Takes an entry back: by a new entry for the same audience.
pub(crate) async fn withdraw(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    Path(name): Path<String>,
    headers: HeaderMap,
    Form(why): Form<Why>,
) -> Response {
    let state = room.state();
    let view = room.view(&state, &guest);
    let shown = named(&view, &name);
    let Some((shown, entry)) = shown.and_then(|id| Some((id, view.entry(id)?))) else {
        return nowhere_for(&room, Some(&guest), &headers);
    };
    let today = Moment::Day(view.today());
    let reason = Some(why.reason.trim().to_owned()).filter(|reason| !reason.is_empty());
    let withdrawal = Entry {
        id: room.new_id(&guest),
        label: None,
        audience: entry.audience.clone(),
        about: None,
        known_at: today,
        recorded_at: today,
        supersedes: Vec::new(),
        sources: Vec::new(),
        assumed: None,
        fact: Fact::Withdrawal(Withdrawal { of: AnyId(entry.id), reason }),
    };
    // The version whose page the person saw: one that was changed meanwhile is not taken back unseen.
    let seen = vec![Seen::Entry(shown)];
    let entering = Entering { seen, ..Entering::of(&guest, vec![withdrawal]) };
    let back = format!("/entry/{}", entry.id);
    match room.enter(entering).await {
        Ok(()) => Redirect::to(&back).into_response(),
        Err(refusal) => enter::refused(&room, &guest, Language::of(&headers), &refusal),
    }
}
