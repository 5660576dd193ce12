//! Live pages: whoever looks at a page is told when it has changed for them, and never otherwise. What is sent is the
//! page's own digest; there is no numbering in which a gap could be seen.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Extension;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, Stream};
use onetext_model::{Entry, View};
use serde::Deserialize;
use tokio::sync::watch;

use crate::room::Room;
use crate::say::Language;
use crate::stand::Standpoint;
use crate::who::Guest;
use crate::{draft, entry, frame, pages};

/// Where a page is followed.
pub(crate) const PATH: &str = "/live";
/// Changes within this time are told together.
const GATHER_MILLISECONDS: u64 = 150;
/// How often an idle line shows that it is still there.
const ALIVE_SECONDS: u64 = 20;
/// How often it is asked whether a session has run out, beside being told of those that were closed.
const ASK_SECONDS: u64 = 30;

/// Which page is looked at, and what was seen there.
#[derive(Deserialize)]
pub(crate) struct Looked {
    address: String,
    seen: Option<String>,
}

struct Listener {
    room: Arc<Room>,
    guest: Guest,
    language: Language,
    address: String,
    changes: watch::Receiver<u64>,
    closings: watch::Receiver<u64>,
    last: Option<String>,
    has_ended: bool,
}

/// Where a page is followed by whoever has seen this of it.
pub(crate) fn address(of: &str, seen: &str) -> String {
    format!("{PATH}?address={}&seen={}", frame::encoded(of), frame::encoded(seen))
}

/// What a page that is followed is answered when nobody is signed in: nothing, which tells a browser not to try again.
pub(crate) fn ended() -> Response {
    StatusCode::NO_CONTENT.into_response()
}

/// Follows a page.
pub(crate) async fn listen(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    Query(Looked { address, seen }): Query<Looked>,
    headers: HeaderMap,
) -> Response {
    let foreign = headers.contains_key("origin") && !room.place.is_same_origin(&headers);
    let language = Language::of(&headers);
    let (mut changes, closings) = (room.changes(), room.door.closings());
    let now = digest(&room, &guest, language, &address);
    if foreign || now.is_none() {
        return StatusCode::NOT_FOUND.into_response();
    }
    // Something may have happened between the page and its being followed.
    if seen.is_some() && seen != now {
        changes.mark_changed();
    }
    let last = seen.or(now);
    let listener = Listener { room, guest, language, address, changes, closings, last, has_ended: false };
    let alive = KeepAlive::new().interval(Duration::from_secs(ALIVE_SECONDS)).text("");
    Sse::new(events(listener)).keep_alive(alive).into_response()
}

fn events(listener: Listener) -> impl Stream<Item = Result<Event, Infallible>> {
    stream::unfold(listener, |mut listener| async move {
        let event = listener.next().await?;
        Some((Ok(event), listener))
    })
}

impl Listener {
    /// The next change of the page; at the end of the session a word that it has ended, and no more.
    async fn next(&mut self) -> Option<Event> {
        if self.has_ended {
            return None;
        }
        let changed = self.change().await;
        self.has_ended = changed.is_none();
        Some(changed.unwrap_or_else(|| Event::default().event("ended").data("")))
    }

    /// The next change of the page; none when the session has ended.
    async fn change(&mut self) -> Option<Event> {
        loop {
            tokio::select! {
                changed = self.changes.changed() => changed.ok()?,
                closed = self.closings.changed() => closed.ok()?,
                () = tokio::time::sleep(Duration::from_secs(ASK_SECONDS)) => {}
            }
            if !self.is_open() {
                return None;
            }
            tokio::time::sleep(Duration::from_millis(GATHER_MILLISECONDS)).await;
            self.changes.mark_unchanged();
            let now = digest(&self.room, &self.guest, self.language, &self.address);
            if !self.is_open() {
                return None;
            }
            if now != self.last {
                self.last.clone_from(&now);
                return Some(Event::default().event("changed").data(now.unwrap_or_default()));
            }
        }
    }

    fn is_open(&self) -> bool {
        self.room.door.is_open(self.guest.session, self.room.now())
    }
}

/// The digest of a page as it stands for a guest; none where there is no such page.
fn digest(room: &Room, guest: &Guest, language: Language, address: &str) -> Option<String> {
    if let Some(name) = address.strip_prefix("/page/") {
        let page = pages::composed(room, guest, name, &Standpoint::default(), language)?;
        return Some(page.seen.clone());
    }
    if address.starts_with("/draft/") {
        return Some(draft::at_address(room, guest, address, language)?.seen.clone());
    }
    let state = room.state();
    let view = room.view(&state, guest);
    let id = entry::named(&view, address.strip_prefix("/entry/")?)?;
    let entry = view.entries().iter().find(|entry| entry.id == id)?;
    Some(seen_of(&view, entry))
}

/// What is followed of an entry: whether it was replaced or taken back.
pub(crate) fn seen_of(view: &View<'_>, entry: &Entry) -> String {
    format!("{} {}", view.latest(entry.id), view.is_withdrawn(entry))
}
