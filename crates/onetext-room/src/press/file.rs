//! A report from a file: it is read in a process of its own, and what the file says of itself fills the form. Nothing of
//! the file is kept; whoever chose it still reads the text and says who may see it.

use std::sync::Arc;
use std::time::Duration;

use axum::Extension;
use axum::extract::multipart::{Field, MultipartError, MultipartRejection};
use axum::extract::{Multipart, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use onetext_model::View;
use onetext_report::formats::{Arrived, FILE_BYTES_MAX as REPORT_BYTES_MAX, Remark};
use tokio::time::timeout;

use super::asked::TEXT_BYTES_MAX;
use super::remarks::said;
use super::{PATH, drawn, pasting};
use crate::enter::notice;
use crate::form::Values;
use crate::frame::Frame;
use crate::room::Room;
use crate::say::Language;
use crate::who::Guest;

/// Longest upload, in bytes: the longest file of a report, and what the browser puts around it.
pub(crate) const FILE_BYTES_MAX: usize = REPORT_BYTES_MAX + 64 * 1024;
/// Files that are taken in at once: each is held whole and read in a process of its own.
pub(crate) const AT_ONCE_MAX: usize = 2;
/// How long a file waits for its turn; then its sender is asked to try again.
const WAIT_MAX: Duration = Duration::from_secs(30);
/// How long a file may take to arrive: the longest one over a slow line of a megabit a second.
const ARRIVAL_MAX: Duration = Duration::from_mins(3);
/// How long nothing of it may arrive.
const SILENCE_MAX: Duration = Duration::from_secs(10);
/// Bytes of text that one page offers of several reports.
const OFFERED_BYTES_MAX: usize = 2 << 20;
/// Reports of one file that are offered; a feed has some thirty.
const REPORTS_SHOWN_MAX: usize = 200;
/// Longest name of a file that is passed on, in characters.
const NAME_CHARS_MAX: usize = 200;
/// The field by which one of several reports fills the form.
pub(super) const FILL: &str = "fill";

/// Why a file gave nothing.
enum Failed {
    /// Nobody chose one.
    None,
    /// It is longer than is read here.
    TooLong,
    /// It did not arrive in time, or not whole.
    Broken,
    /// Others are sending files, or they themselves are.
    Busy,
    /// It could not be read; why, where that is known.
    Unread(String),
}

impl Failed {
    fn upload(error: &MultipartError) -> Self {
        if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Failed::TooLong } else { Failed::Broken }
    }

    /// The message, and what is added to it.
    fn said(self) -> (&'static str, String) {
        match self {
            Failed::None => ("press-file-none", String::new()),
            Failed::TooLong => ("press-file-too-long", String::new()),
            Failed::Broken => ("press-file-broken", String::new()),
            Failed::Busy => ("press-file-busy", String::new()),
            Failed::Unread(why) => ("press-file-failed", why),
        }
    }
}

/// Reads the file that was chosen.
pub(crate) async fn file(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    headers: HeaderMap,
    form: Result<Multipart, MultipartRejection>,
) -> Response {
    let language = Language::of(&headers);
    let read = match room.uploading.begin(guest.who) {
        Some(_one) => read(&room, form).await,
        None => Err(Failed::Busy),
    };
    let state = room.state();
    let view = room.view(&state, &guest);
    match read {
        Ok(all) => shown(language, &room, &view, all),
        Err(failed) => {
            let (key, why) = failed.said();
            let above = notice("wrong", language, key, &why);
            pasting(StatusCode::UNPROCESSABLE_ENTITY, language, &room, &view, &Values::new(), &above)
        }
    }
}

/// Takes a file in and has it read, a few at a time: the turn is waited for before the first byte is taken.
async fn read(room: &Room, form: Result<Multipart, MultipartRejection>) -> Result<Vec<Arrived>, Failed> {
    let unread = || Failed::Unread(String::new());
    let files = room.files().ok_or_else(unread)?;
    let form = form.map_err(|_| Failed::None)?;
    let turn = timeout(WAIT_MAX, room.uploads.take()).await.map_err(|_| Failed::Busy)?;
    let (name, bytes) = timeout(ARRIVAL_MAX, upload(form)).await.map_err(|_| Failed::Broken)??;
    let all = turn.spend(move || files.read(&name, &bytes)).await.ok_or_else(unread)?;
    let all = all.map_err(Failed::Unread)?;
    if all.iter().all(|one| one.text.trim().is_empty()) { Err(unread()) } else { Ok(all) }
}

/// The file of the form with its name.
async fn upload(mut form: Multipart) -> Result<(String, Vec<u8>), Failed> {
    loop {
        let next = timeout(SILENCE_MAX, form.next_field()).await.map_err(|_| Failed::Broken)?;
        let Some(field) = next.map_err(|error| Failed::upload(&error))? else { return Err(Failed::None) };
        if field.name() == Some("file") {
            let name: String = field.file_name().unwrap_or("").chars().take(NAME_CHARS_MAX).collect();
            let bytes = whole(field).await?;
            return if bytes.is_empty() { Err(Failed::None) } else { Ok((name, bytes)) };
        }
    }
}

/// The bytes of a file, as they arrive.
async fn whole(mut field: Field<'_>) -> Result<Vec<u8>, Failed> {
    let mut bytes = Vec::new();
    loop {
        let next = timeout(SILENCE_MAX, field.chunk()).await.map_err(|_| Failed::Broken)?;
        match next.map_err(|error| Failed::upload(&error))? {
            Some(chunk) => bytes.extend_from_slice(&chunk),
            None => return Ok(bytes),
        }
    }
}

/// One report fills the form; of several one is chosen first.
fn shown(language: Language, room: &Room, view: &View<'_>, mut all: Vec<Arrived>) -> Response {
    for one in &mut all {
        one.keep_first(TEXT_BYTES_MAX);
    }
    let mut offered = 0;
    let fits = |one: &&Arrived| {
        offered += one.text.len();
        offered <= OFFERED_BYTES_MAX
    };
    let shown = all.iter().take(REPORTS_SHOWN_MAX).take_while(fits).count();
    let dropped = all.len() - shown;
    all.truncate(shown);
    if let [one] = all.as_slice() {
        let above = notice("told", language, "press-file-filled", &said(language, &one.findings));
        return pasting(StatusCode::OK, language, room, view, &values(one), &above);
    }
    let left_out = Remark::ItemsLeftOut { count: dropped + left_out(&mut all) };
    let above = if left_out == (Remark::ItemsLeftOut { count: 0 }) {
        String::new()
    } else {
        notice("told", language, "press-file-left-out", &said(language, [&left_out]))
    };
    let content = drawn::several(language, &above, &all);
    Html(Frame::inside(language, view, &language.say("page-press"), PATH, content).to_html()).into_response()
}

/// How many items were left out when the file was read: the first item has the remark.
fn left_out(all: &mut [Arrived]) -> usize {
    let mut sum = 0;
    for one in all {
        one.findings.retain(|remark| match remark {
            Remark::ItemsLeftOut { count } => {
                sum += count;
                false
            }
            _ => true,
        });
    }
    sum
}

/// The day of a report, as the form has it.
pub(super) fn day(one: &Arrived) -> String {
    one.published.as_ref().map_or(String::new(), |published| published.day(None).to_string())
}

/// What the form shows of a report.
pub(super) fn values(one: &Arrived) -> Values {
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
