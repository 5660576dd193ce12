//! Press intake: paste a report or choose its file, see it with its statements lettered, take, correct or leave each proposal. Nothing is
//! kept between the pages: the text and what was corrected travel in the form, and the same text gives the same
//! proposals.

mod asked;
mod drawn;
mod file;
mod remarks;

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use onetext_model::{Entry, EntryId, Fact, View};
use tokio::task::spawn_blocking;

use crate::enter::{self, notice, values_in};
use crate::form::{Values, Wrong};
use crate::frame::Frame;
use crate::keeping::Paper;
use crate::room::{Entering, Room};
use crate::say::Language;
use crate::who::Guest;
use asked::{Asked, Correction, FACT};
pub(crate) use file::{AT_ONCE_MAX, FILE_BYTES_MAX, file};

/// The address.
pub(crate) const PATH: &str = "/press";

/// The page on which a report is pasted.
pub(crate) async fn page(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    headers: HeaderMap,
) -> Response {
    let state = room.state();
    let view = room.view(&state, &guest);
    pasting(StatusCode::OK, Language::of(&headers), &room, &view, &Values::new(), "")
}

fn pasting(
    status: StatusCode,
    language: Language,
    room: &Room,
    view: &View<'_>,
    values: &Values,
    above: &str,
) -> Response {
    let content = drawn::pasting(language, view, values, above, room.files().is_some());
    let html = Frame::inside(language, view, &language.say("page-press"), PATH, content).to_html();
    (status, Html(html)).into_response()
}

/// The proposals that a pasted report gives; also after one of them was corrected, and when a whole source is ticked or
/// unticked.
pub(crate) async fn proposals(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let language = Language::of(&headers);
    let body = match body {
        Ok(body) => body,
        Err(rejection) => return unread(language, &room, &guest, &rejection),
    };
    let mut values = values_in(&body);
    values.entry("r.mark".to_owned()).or_insert_with(|| vec![room.new_id(&guest).to_string()]);
    answered(language, move || {
        let state = room.state();
        let view = room.view(&state, &guest);
        // One of a feed was chosen: it fills the form, and whoever reads it says who may see it.
        if values.contains_key(file::FILL) {
            let above = notice("told", language, "press-file-filled", "");
            return pasting(StatusCode::OK, language, &room, &view, &values, &above);
        }
        let asked = match Asked::read(&state, &view, &values) {
            Ok(asked) => asked,
            Err(why) => {
                let above = notice("wrong", language, why, "");
                return pasting(StatusCode::UNPROCESSABLE_ENTITY, language, &room, &view, &values, &above);
            }
        };
        if let Some(id) = values.get("correct").and_then(|all| all.first()).and_then(|id| EntryId::parse(id))
        {
            return correcting(language, &view, &asked, id, &values, None);
        }
        if let Some(id) =
            values.get("corrected").and_then(|all| all.first()).and_then(|id| EntryId::parse(id))
        {
            return corrected(language, &view, asked, id, values);
        }
        shown(language, &view, &asked, &values)
    })
    .await
}

/// The page where more was sent than a form of it holds, or the form did not arrive whole.
fn unread(language: Language, room: &Room, guest: &Guest, rejection: &BytesRejection) -> Response {
    let state = room.state();
    let view = room.view(&state, guest);
    let is_too_long = rejection.status() == StatusCode::PAYLOAD_TOO_LARGE;
    let key = if is_too_long { "press-too-long" } else { "press-failed" };
    let above = notice("wrong", language, key, "");
    pasting(rejection.status(), language, room, &view, &Values::new(), &above)
}

/// Reading a long report takes a moment: not on the threads that answer others.
async fn answered(language: Language, work: impl FnOnce() -> Response + Send + 'static) -> Response {
    spawn_blocking(work).await.unwrap_or_else(|_| {
        let title = language.say("page-press");
        let html = Frame::outside(language, &title, notice("wrong", language, "press-failed", "")).to_html();
        (StatusCode::INTERNAL_SERVER_ERROR, Html(html)).into_response()
    })
}

fn shown(language: Language, view: &View<'_>, asked: &Asked, values: &Values) -> Response {
    let content = drawn::proposals(language, view, asked, values);
    Html(Frame::inside(language, view, &language.say("page-press"), PATH, content).to_html()).into_response()
}

/// One proposal in a form, with everything else of the page carried along.
fn correcting(
    language: Language,
    view: &View<'_>,
    asked: &Asked,
    id: EntryId,
    values: &Values,
    wrong: Option<&Wrong>,
) -> Response {
    let Some(entry) = asked.entry(id) else { return shown(language, view, asked, values) };
    let content = drawn::correcting(language, view, asked, entry, values, wrong);
    let html = Frame::inside(language, view, &language.say("page-press"), PATH, content).to_html();
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    (status, Html(html)).into_response()
}

/// Takes over what the form of one proposal brought back.
fn corrected(
    language: Language,
    view: &View<'_>,
    mut asked: Asked,
    id: EntryId,
    mut values: Values,
) -> Response {
    let Some(kind) = asked.entry(id).map(|entry| entry.fact.kind()) else {
        return shown(language, view, &asked, &values);
    };
    match Correction::read(kind, &values) {
        Ok(correction) => {
            let json = serde_json::to_string(&correction).unwrap_or_default();
            values.insert(format!("{FACT}{id}"), vec![json]);
            asked.replace(id, correction);
            shown(language, view, &asked, &values)
        }
        Err(wrong) => correcting(language, view, &asked, id, &values, Some(&wrong)),
    }
}

/// Takes what was ticked.
pub(crate) async fn take(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let language = Language::of(&headers);
    let body = match body {
        Ok(body) => body,
        Err(rejection) => return unread(language, &room, &guest, &rejection),
    };
    let values = values_in(&body);
    let state = room.state();
    let view = room.view(&state, &guest);
    let asked = match Asked::read(&state, &view, &values) {
        Ok(asked) => asked,
        Err(why) => {
            let above = notice("wrong", language, why, "");
            return pasting(StatusCode::UNPROCESSABLE_ENTITY, language, &room, &view, &values, &above);
        }
    };
    let entries = asked.taken(&values);
    if entries.is_empty() {
        return shown(language, &view, &asked, &values);
    }
    let report = asked.intake.report.id;
    let papers = paper(&entries, report, &asked.text).into_iter().collect();
    let entering = Entering { papers, ..Entering::of(&guest, entries) };
    match room.enter(entering).await {
        Ok(()) => Redirect::to(&format!("/entry/{report}")).into_response(),
        Err(refusal) => enter::refused(&room, &guest, language, &refusal),
    }
}

/// The text, where the person said that it may be kept.
fn paper(entries: &[Entry], report: EntryId, text: &str) -> Option<Paper> {
    let entry = entries.iter().find(|entry| entry.id == report)?;
    let Fact::Report(fact) = &entry.fact else { return None };
    Some(Paper { of: report, name: fact.file.clone()?, text: text.to_owned() })
}
