//! Releases that wait for a second person of the mediator's team, where the case asks for two: whoever proposed one cannot
//! make it, and nothing is told before it is made.

use std::sync::Arc;

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse, Redirect, Response};
use onetext_model::{EntryId, View};

use crate::door::{Event, Proposed};
use crate::enter;
use crate::escape::escaped;
use crate::frame::Frame;
use crate::pages::nowhere_for;
use crate::release;
use crate::room::{Entering, Refusal, Room};
use crate::say::Language;
use crate::who::{Guest, Who};

/// The releases that wait.
pub(crate) async fn page(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    headers: HeaderMap,
) -> Response {
    let language = Language::of(&headers);
    let Some(passkeys) = room.door.passkeys() else { return nowhere_for(&room, Some(&guest), &headers) };
    let accounts = match passkeys.accounts().await {
        Ok(accounts) => accounts,
        Err(error) => return enter::refused(&room, &guest, language, &Refusal::NotKept(error.to_string())),
    };
    let state = room.state();
    let view = room.view(&state, &guest);
    let items: String =
        accounts.proposed().iter().map(|(id, one)| item(language, &view, &guest, *id, one)).collect();
    let none =
        if items.is_empty() { format!("<p>{}</p>\n", escaped(&language.say("second-none"))) } else { items };
    let title = language.say("page-releases");
    let content = format!(
        "<article class=\"form\">\n<h1>{}</h1>\n<p>{}</p>\n{none}</article>\n",
        escaped(&title),
        escaped(&language.say("second-about"))
    );
    Html(Frame::inside(language, &view, &title, "/releases", content).to_html()).into_response()
}

fn item(language: Language, view: &View<'_>, guest: &Guest, id: EntryId, one: &Proposed) -> String {
    let say = |key: &str| escaped(&language.say(key));
    let is_own = guest.who == Who::Person(one.by);
    let make = if is_own {
        format!("<p>{}</p>\n", say("second-own"))
    } else {
        format!(
            "<form method=\"post\" action=\"/releases/{id}/make\"><button class=\"main\">{}</button></form>\n",
            say("second-make")
        )
    };
    format!(
        "<section><h2>{to} <bdi>{receiver}</bdi></h2>\n<blockquote><bdi>{words}</bdi></blockquote>\n\
         <p>{terms} · {by} <bdi>{proposer}</bdi></p>\n<div class=\"tools\">{make}\
         <form method=\"post\" action=\"/releases/{id}/drop\"><button>{drop}</button></form></div></section>\n",
        to = say("release-to"),
        receiver = escaped(&onetext_desk::actor_name(view, one.told.to)),
        words = escaped(&one.told.words),
        terms = escaped(one.told.terms.said()),
        by = say("second-by"),
        proposer = escaped(&onetext_desk::actor_name(view, one.by)),
        drop = say("second-drop"),
    )
}

/// Makes a release that somebody else proposed.
pub(crate) async fn make(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Response {
    let Some((id, one)) = found(&room, &id).await else { return nowhere_for(&room, Some(&guest), &headers) };
    let language = Language::of(&headers);
    let state = room.state();
    let view = room.view(&state, &guest);
    let entries = release::entries(&room, &guest, &view, one.of, one.told);
    let entering = Entering { seconded_by: Some(Who::Person(one.by)), ..Entering::of(&guest, entries) };
    if let Err(refusal) = room.enter(entering).await {
        return enter::refused(&room, &guest, language, &refusal);
    }
    settle(&room, &guest, id, language).await
}

/// Drops a release that was proposed.
pub(crate) async fn drop(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Response {
    let Some((id, _)) = found(&room, &id).await else { return nowhere_for(&room, Some(&guest), &headers) };
    settle(&room, &guest, id, Language::of(&headers)).await
}

async fn found(room: &Room, id: &str) -> Option<(EntryId, Proposed)> {
    let accounts = room.door.passkeys()?.accounts().await.ok()?;
    let id = EntryId::parse(id)?;
    accounts.proposed().get(&id).map(|one| (id, one.clone()))
}

async fn settle(room: &Arc<Room>, guest: &Guest, id: EntryId, language: Language) -> Response {
    let Some(passkeys) = room.door.passkeys() else { return Redirect::to("/").into_response() };
    match passkeys.keep(guest.who, &[Event::Settled { id }], room.now()).await {
        Ok(()) => Redirect::to("/page/ledger").into_response(),
        Err(error) => enter::refused(room, guest, language, &Refusal::NotKept(error.to_string())),
    }
}
