//! A report from a file: it is read in a process of its own, and what the file says of itself fills the form. Nothing of
//! the file is kept; whoever chose it still reads the text and says who may see it.

use std::sync::Arc;

use axum::Extension;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use onetext_model::View;
use onetext_report::formats::{Arrived, FILE_BYTES_MAX as REPORT_BYTES_MAX, Remark};
use tokio::task::spawn_blocking;

use super::{PATH, drawn, pasting};
use crate::enter::notice;
use crate::form::Values;
use crate::frame::Frame;
use crate::room::Room;
use crate::say::Language;
use crate::who::Guest;

/// Longest upload, in bytes: a file as long as is read, and what the browser puts around it.
pub(crate) const FILE_BYTES_MAX: usize = REPORT_BYTES_MAX + 64 * 1024;
/// Reports of one file that are offered; a feed has some thirty.
const REPORTS_SHOWN_MAX: usize = 200;
/// Longest name of a file that is passed on, in characters.
const NAME_CHARS_MAX: usize = 200;
/// The field by which one of several reports fills the form.
pub(super) const FILL: &str = "fill";

/// Reads the file that was chosen.
pub(crate) async fn file(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    headers: HeaderMap,
    form: Result<Multipart, MultipartRejection>,
) -> Response {
    let language = Language::of(&headers);
    let read = match upload(form).await {
        Ok(Some((name, bytes))) => read(&room, name, bytes).await,
        Ok(None) => Err(("press-file-none", String::new())),
        Err(()) => Err(("press-file-too-long", String::new())),
    };
    let state = room.state();
    let view = room.view(&state, &guest);
    match read {
        Ok(all) => shown(language, &room, &view, all),
        Err((key, why)) => {
            let above = notice("wrong", language, key, &why);
            pasting(StatusCode::UNPROCESSABLE_ENTITY, language, &room, &view, &Values::new(), &above)
        }
    }
}

/// The file of the form with its name; none where nobody chose one.
async fn upload(form: Result<Multipart, MultipartRejection>) -> Result<Option<(String, Vec<u8>)>, ()> {
    let mut form = form.map_err(|_| ())?;
    while let Some(field) = form.next_field().await.map_err(|_| ())? {
        if field.name() == Some("file") {
            let name: String = field.file_name().unwrap_or("").chars().take(NAME_CHARS_MAX).collect();
            let bytes = field.bytes().await.map_err(|_| ())?;
            return Ok((!bytes.is_empty()).then(|| (name, bytes.to_vec())));
        }
    }
    Ok(None)
}

/// Has the file read, a few at a time: not on the threads that answer others.
async fn read(
    room: &Arc<Room>,
    name: String,
    bytes: Vec<u8>,
) -> Result<Vec<Arrived>, (&'static str, String)> {
    let failed = |why: String| ("press-file-failed", why);
    let files = room.files().ok_or_else(|| failed(String::new()))?;
    let turn = Arc::clone(&room.papers).acquire_owned().await.map_err(|_| failed(String::new()))?;
    // The turn ends with the reading, not with the answer: who hangs up starts no further process.
    let read = spawn_blocking(move || {
        let read = files.read(&name, bytes);
        drop(turn);
        read
    })
    .await;
    let all = read.map_err(|_| failed(String::new()))?.map_err(failed)?;
    if all.iter().all(|one| one.text.trim().is_empty()) {
        return Err(failed(String::new()));
    }
    Ok(all)
}

/// One report fills the form; of several one is chosen first.
fn shown(language: Language, room: &Room, view: &View<'_>, mut all: Vec<Arrived>) -> Response {
    all.truncate(REPORTS_SHOWN_MAX);
    if let [one] = all.as_slice() {
        let remarks: Vec<String> = one.findings.iter().map(Remark::sentence).collect();
        let above = notice("told", language, "press-file-filled", &remarks.join(" "));
        return pasting(StatusCode::OK, language, room, view, &values(one), &above);
    }
    let all: Vec<(Values, String)> = all.iter().map(|one| (values(one), day(one))).collect();
    let content = drawn::several(language, &all);
    Html(Frame::inside(language, view, &language.say("page-press"), PATH, content).to_html()).into_response()
}

fn day(one: &Arrived) -> String {
    one.published.as_ref().map_or(String::new(), |published| published.day(None).to_string())
}

/// What the form shows of a report.
fn values(one: &Arrived) -> Values {
    let mut values = Values::new();
    let mut put = |key: &str, value: &str| {
        if !value.is_empty() {
            values.insert(key.to_owned(), vec![value.to_owned()]);
        }
    };
    put("r.text", &one.text);
    put("r.title", one.title.as_deref().unwrap_or(""));
    put("r.outlet", one.outlet.as_deref().unwrap_or(""));
    put("r.address", one.address.as_deref().unwrap_or(""));
    put("r.published", &day(one));
    values
}
