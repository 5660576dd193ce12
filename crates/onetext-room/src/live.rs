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
use serde::Deserialize;
use tokio::sync::watch;

use crate::pages;
use crate::room::Room;
use crate::say::Language;
use crate::stand::Standpoint;
use crate::who::Guest;

/// Changes within this time are told together.
const GATHER_MILLISECONDS: u64 = 150;
/// How often an idle line shows that it is still there.
const ALIVE_SECONDS: u64 = 20;
/// How often it is asked whether a session has run out, beside being told of those that were closed.
const ASK_SECONDS: u64 = 30;

/// Which page is looked at.
#[derive(Deserialize)]
pub(crate) struct Address {
    address: String,
}

struct Listener {
    room: Arc<Room>,
    guest: Guest,
    address: String,
    changes: watch::Receiver<u64>,
    closings: watch::Receiver<u64>,
    last: Option<String>,
}

/// Follows a page.
pub(crate) async fn listen(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    Query(address): Query<Address>,
    headers: HeaderMap,
) -> Response {
    let foreign = headers.contains_key("origin") && !room.place.is_same_origin(&headers);
    if foreign || digest(&room, &guest, &address.address).is_none() {
        return StatusCode::NOT_FOUND.into_response();
    }
    let last = digest(&room, &guest, &address.address);
    let (changes, closings) = (room.changes(), room.door.closings());
    let listener = Listener { room, guest, address: address.address, changes, closings, last };
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
    /// The next change of the page; none when the session has ended.
    async fn next(&mut self) -> Option<Event> {
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
            let now = digest(&self.room, &self.guest, &self.address);
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
fn digest(room: &Room, guest: &Guest, address: &str) -> Option<String> {
    if let Some(name) = address.strip_prefix("/page/") {
        let page = pages::composed(room, guest, name, &Standpoint::default(), Language::English)?;
        return Some(page.etag.clone());
    }
    let name = address.strip_prefix("/entry/")?;
    let state = room.state();
    let view = room.view(&state, guest);
    let id = crate::entry::named(&view, name)?;
    let entry = view.entries().iter().find(|entry| entry.id == id)?;
    // Replaced, or taken back.
    Some(format!("{} {}", view.latest(id), view.is_withdrawn(entry)))
}
