//! Pages to take away: the same document as on the screen, for the same eyes, as a Word or PDF file.

use std::sync::Arc;

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use onetext_document::{Document, Properties, docx};
use onetext_model::{AsOf, View};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use crate::escape::escaped;
use crate::pages::nowhere_for;
use crate::room::Room;
use crate::say::Language;
use crate::stand::{self, Standpoint};
use crate::who::Guest;

/// Files that are made at once: setting a page takes a processor for itself, and others want to read.
const AT_ONCE_MAX: usize = 2;

/// The turns in which files are made.
pub(crate) fn turns() -> Semaphore {
    Semaphore::new(AT_ONCE_MAX)
}

/// A sort of file.
#[derive(Clone, Copy)]
struct Sort {
    /// The last part of the address.
    address: &'static str,
    /// How the file's name ends.
    ending: &'static str,
    media: &'static str,
    /// The key of its name in the languages of the room.
    said: &'static str,
    write: fn(&Document, &Properties) -> Option<Vec<u8>>,
}

const WORD: Sort = Sort {
    address: "word",
    ending: "docx",
    media: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    said: "paper-word",
    write: |document, properties| docx::write(document, properties).ok(),
};

#[cfg(feature = "pdf")]
const PDF: Option<Sort> = Some(Sort {
    address: "pdf",
    ending: "pdf",
    media: "application/pdf",
    said: "paper-pdf",
    write: |document, properties| onetext_document::pdf::write(document, properties).ok(),
});
#[cfg(not(feature = "pdf"))]
const PDF: Option<Sort> = None;

/// Links to the files of a page that is seen from this moment.
pub(crate) fn links(language: Language, path: &str, at: AsOf) -> String {
    let link = |sort: Sort| {
        let address = stand::address(&format!("{path}/{}", sort.address), at);
        format!(
            "<a class=\"button\" href=\"{}\" download>{}</a>\n",
            escaped(&address),
            escaped(&language.say(sort.said))
        )
    };
    let said = escaped(&language.say("paper"));
    let links: String = [Some(WORD), PDF].into_iter().flatten().map(link).collect();
    format!(
        "<div class=\"tools\" role=\"group\" aria-label=\"{said}\">\n\
         <span class=\"said\" aria-hidden=\"true\">{said}</span>\n{links}</div>\n"
    )
}

/// A page as a Word file.
pub(crate) async fn word(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    Path(name): Path<String>,
    Query(standpoint): Query<Standpoint>,
    headers: HeaderMap,
) -> Response {
    given(room, guest, name, standpoint, headers, Some(WORD)).await
}

/// A page as a PDF file.
pub(crate) async fn pdf(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    Path(name): Path<String>,
    Query(standpoint): Query<Standpoint>,
    headers: HeaderMap,
) -> Response {
    given(room, guest, name, standpoint, headers, PDF).await
}

async fn given(
    room: Arc<Room>,
    guest: Guest,
    name: String,
    standpoint: Standpoint,
    headers: HeaderMap,
    sort: Option<Sort>,
) -> Response {
    let page = onetext_desk::PAGES.iter().find(|page| page.name == name);
    let today = room.state().today(room.now());
    let (Some(page), Some(sort), Some(at)) = (page, sort, standpoint.at(today)) else {
        return nowhere_for(&room, Some(&guest), &headers);
    };
    let Ok(turn) = room.papers.acquire().await else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let state = room.state();
    let made = spawn_blocking(move || {
        let document = (page.compose)(&View::of(&state.case, guest.viewer.clone(), at));
        let properties = Properties { title: document.title.to_words(), ..Properties::default() };
        (sort.write)(&document, &properties)
    })
    .await;
    drop(turn);
    let Ok(Some(bytes)) = made else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let named = format!("attachment; filename=\"{}.{}\"", page.name, sort.ending);
    let Ok(named) = HeaderValue::from_str(&named) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let headers =
        [(header::CONTENT_TYPE, HeaderValue::from_static(sort.media)), (header::CONTENT_DISPOSITION, named)];
    (headers, bytes).into_response()
}
