//! The record's pages: which logs a guest may see, the signed checkpoint of each to be kept elsewhere, the export that
//! `onetext verify` checks.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use onetext_model::{Audience, View};
use onetext_record::note::{checkpoint, origin};

use crate::audience::audience_words;
use crate::enter;
use crate::escape::escaped;
use crate::frame::Frame;
use crate::keeping::{KeepError, Recorded, log_of};
use crate::pages::nowhere_for;
use crate::room::{Refusal, Room};
use crate::say::Language;
use crate::who::Guest;

/// Where the record is had as a file.
pub(crate) const EXPORT: &str = "/record/export";
/// The name of that file.
const EXPORT_FILE: &str = "attachment; filename=\"record.tar\"";

/// The logs that a guest may see: those of the audiences of what they see.
fn logs(view: &View<'_>) -> BTreeMap<String, Audience> {
    let audiences: BTreeSet<&Audience> = view.entries().iter().map(|entry| &entry.audience).collect();
    audiences.into_iter().map(|audience| (log_of(audience), audience.clone())).collect()
}

/// The page of the record.
pub(crate) async fn page(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    headers: HeaderMap,
) -> Response {
    let language = Language::of(&headers);
    let logs = logs(&room.view(&room.state(), &guest));
    let content = match room.record() {
        None => format!("<p>{}</p>\n", escaped(&language.say("record-none"))),
        Some(record) => match table(&room, &guest, language, record, &logs).await {
            Ok(table) => table,
            Err(error) => {
                return enter::refused(&room, &guest, language, &Refusal::NotKept(error.to_string()));
            }
        },
    };
    let title = language.say("page-record");
    let content = format!("<article class=\"form\">\n<h1>{}</h1>\n{content}</article>\n", escaped(&title));
    let state = room.state();
    Html(Frame::inside(language, &room.view(&state, &guest), &title, "/record", content).to_html())
        .into_response()
}

async fn table(
    room: &Room,
    guest: &Guest,
    language: Language,
    record: &dyn Recorded,
    logs: &BTreeMap<String, Audience>,
) -> Result<String, KeepError> {
    let mut sizes = BTreeMap::new();
    for log in logs.keys() {
        sizes.insert(log.clone(), record.log(log).await?.chain.version());
    }
    let verifier = record.seal().await?.signer.verifier().to_text();
    let state = room.state();
    let view = room.view(&state, guest);
    let say = |key: &str| escaped(&language.say(key));
    let rows: String = logs
        .iter()
        .map(|(log, audience)| {
            format!(
                "<tr><th scope=\"row\"><bdi>{}</bdi></th><td class=\"end\">{}</td><td class=\"at\"><a href=\"/record/{log}\">{}</a></td></tr>\n",
                escaped(&audience_words(language, &view, audience)),
                sizes.get(log).copied().unwrap_or_default(),
                say("record-checkpoint"),
            )
        })
        .collect();
    Ok(format!(
        "<p>{about}</p>\n<table><thead><tr><th scope=\"col\">{who}</th><th scope=\"col\">{lines}</th><th scope=\"col\">{keep}</th></tr></thead>\n\
         <tbody>\n{rows}</tbody></table>\n<p>{key}</p>\n<p><code>{verifier}</code></p>\n\
         <form method=\"post\" action=\"/record/export\"><button class=\"main\">{export}</button></form>\n",
        about = say("record-about"),
        who = say("entry-audience"),
        lines = say("record-lines"),
        keep = say("record-keep"),
        key = say("record-key"),
        verifier = escaped(&verifier),
        export = say("record-export"),
    ))
}

/// The signed checkpoint of a log.
pub(crate) async fn note(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    Path(log): Path<String>,
    headers: HeaderMap,
) -> Response {
    let may = logs(&room.view(&room.state(), &guest)).contains_key(&log);
    let Some(record) = room.record().filter(|_| may) else {
        return nowhere_for(&room, Some(&guest), &headers);
    };
    match signed(record, &log).await {
        Ok(note) => ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], note).into_response(),
        Err(error) => (StatusCode::SERVICE_UNAVAILABLE, error.to_string()).into_response(),
    }
}

async fn signed(record: &dyn Recorded, log: &str) -> Result<String, KeepError> {
    let seal = record.seal().await?;
    let shown = record.log(log).await?;
    Ok(checkpoint(&origin(&seal.room, log), &shown.chain, &seal.signer))
}

/// Everything of the record that the guest may see, to be checked with no server.
pub(crate) async fn export(State(room): State<Arc<Room>>, Extension(guest): Extension<Guest>) -> Response {
    let Some(record) = room.record() else { return StatusCode::NOT_FOUND.into_response() };
    let logs: Vec<String> = logs(&room.view(&room.state(), &guest)).into_keys().collect();
    match exported(record, &logs).await {
        Ok(bytes) => {
            let headers = [
                (header::CONTENT_TYPE, HeaderValue::from_static("application/x-tar")),
                (header::CONTENT_DISPOSITION, HeaderValue::from_static(EXPORT_FILE)),
            ];
            (headers, bytes).into_response()
        }
        Err(error) => (StatusCode::SERVICE_UNAVAILABLE, error.to_string()).into_response(),
    }
}

async fn exported(record: &dyn Recorded, names: &[String]) -> Result<Vec<u8>, KeepError> {
    let seal = record.seal().await?;
    let mut logs = Vec::new();
    for name in names {
        logs.push(record.log(name).await?);
    }
    let files = onetext_record::export(&seal.room, &logs, &seal.signer);
    tarred(&files).map_err(|error| KeepError::Refused(format!("the export cannot be packed: {error}")))
}

/// The files in one, in the order of their names and with no times: the same record gives the same bytes.
pub fn tarred(files: &onetext_record::Files) -> std::io::Result<Vec<u8>> {
    let mut pack = tar::Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut head = tar::Header::new_ustar();
        head.set_size(bytes.len() as u64);
        head.set_mode(0o600);
        head.set_mtime(0);
        pack.append_data(&mut head, name, bytes.as_slice())?;
    }
    pack.into_inner()
}
