//! The HTTP interface: the same views as the pages, as JSON, and entries in and out. Every change names the version
//! that it was made from (`If-Match`). Described by `/api/v1/openapi.json`; the same gate stands before it.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use onetext_model::{
    AnyId, Audience, Entry, EntryId, Fact, Kind, Moment, Period, SourceId, View, Withdrawal,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::description;
use crate::room::{Entering, Refusal, Room, Seen};
use crate::stand::Standpoint;
use crate::who::Guest;

/// Entries of one answer.
pub(crate) const ENTRIES_MAX: usize = 1_000;

/// An entry as it is sent in: the room gives it its id.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    #[serde(default)]
    audience: Option<Audience>,
    #[serde(default)]
    about: Option<Period>,
    #[serde(default)]
    known_at: Option<Moment>,
    #[serde(default)]
    sources: Vec<SourceId>,
    #[serde(default)]
    assumed: Option<String>,
    fact: Fact,
}

/// Which entries are asked for.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    kind: Option<String>,
    /// Those after this one, in the order in which they became known.
    after: Option<String>,
}

#[derive(Serialize)]
struct Entries<'e> {
    entries: Vec<&'e Entry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<EntryId>,
}

fn unread_query() -> Response {
    problem(StatusCode::BAD_REQUEST, "not a query", "What follows the question mark names each setting once.")
}

/// What is wrong, in the form of RFC 9457.
pub(crate) fn problem(status: StatusCode, title: &str, detail: &str) -> Response {
    let body = json!({ "title": title, "status": status.as_u16(), "detail": detail });
    let kind = HeaderValue::from_static("application/problem+json");
    (status, [(header::CONTENT_TYPE, kind)], body.to_string()).into_response()
}

/// For an address that does not exist, or not for this guest: the same words for both.
pub(crate) fn nothing_there() -> Response {
    problem(StatusCode::NOT_FOUND, "nothing there", "There is nothing at this address for you.")
}

/// For somebody without a session.
pub(crate) fn unknown() -> Response {
    let mut response = problem(
        StatusCode::UNAUTHORIZED,
        "not signed in",
        "Send the cookie of a session, or a key as Authorization: Bearer.",
    );
    response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    response
}

/// An answer with the digest of what was shown.
fn shown(body: String, headers: &HeaderMap) -> Response {
    let digest = Sha256::digest(body.as_bytes());
    let tag = digest.iter().take(16).fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
    tagged(StatusCode::OK, body, &format!("\"{tag}\""), headers)
}

fn tagged(status: StatusCode, body: String, tag: &str, headers: &HeaderMap) -> Response {
    let known = headers.get(header::IF_NONE_MATCH).and_then(|known| known.to_str().ok());
    let mut response = if status == StatusCode::OK && known == Some(tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        (status, [(header::CONTENT_TYPE, "application/json; charset=utf-8")], body).into_response()
    };
    if let Ok(tag) = HeaderValue::from_str(tag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// The description of this interface.
pub(crate) async fn openapi(headers: HeaderMap) -> Response {
    shown(description::openapi().to_string(), &headers)
}

/// What is said once for the whole case.
pub(crate) async fn case(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    headers: HeaderMap,
) -> Response {
    let state = room.state();
    let view = room.view(&state, &guest);
    let pages: Vec<&str> = onetext_desk::PAGES.iter().map(|page| page.name).collect();
    let body = json!({ "case": view.settings(), "today": view.today().to_string(), "pages": pages });
    shown(body.to_string(), &headers)
}

/// A page as JSON.
pub(crate) async fn page(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    Path(name): Path<String>,
    standpoint: Result<Query<Standpoint>, QueryRejection>,
    headers: HeaderMap,
) -> Response {
    let Ok(Query(standpoint)) = standpoint else { return unread_query() };
    let Some(page) = onetext_desk::PAGES.iter().find(|page| page.name == name) else {
        return nothing_there();
    };
    let state = room.state();
    let Some(at) = standpoint.at(state.today(room.now())) else {
        return problem(StatusCode::BAD_REQUEST, "no day", "as-of and recorded-by are days: 2026-07-03.");
    };
    let view = View::of(&state.case, guest.viewer.clone(), at);
    shown(onetext_document::json::write(&(page.compose)(&view)), &headers)
}

/// The entries that stand, in the order in which they became known.
pub(crate) async fn entries(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    asked: Result<Query<Asked>, QueryRejection>,
    headers: HeaderMap,
) -> Response {
    let Ok(Query(asked)) = asked else { return unread_query() };
    let kind = match asked.kind.as_deref().map(|word| (word, Kind::parse(word))) {
        Some((word, None)) => {
            return problem(
                StatusCode::BAD_REQUEST,
                "no such kind",
                &format!("{word:?} is no kind of entry."),
            );
        }
        Some((_, kind)) => kind,
        None => None,
    };
    let state = room.state();
    let view = room.view(&state, &guest);
    let stands = |entry: &&Entry| view.entry(entry.id).is_some_and(|now| now.id == entry.id);
    let wanted = |entry: &&Entry| kind.is_none_or(|kind| entry.fact.kind() == kind);
    let all = view.entries().iter().copied().filter(stands).filter(wanted);
    let mut chosen: Vec<&Entry> = match asked.after.as_deref().map(EntryId::parse) {
        Some(None) => return problem(StatusCode::BAD_REQUEST, "no id", "`after` is the id of an entry."),
        Some(Some(after)) => {
            all.skip_while(|entry| entry.id != after).skip(1).take(ENTRIES_MAX + 1).collect()
        }
        None => all.take(ENTRIES_MAX + 1).collect(),
    };
    let has_more = chosen.len() > ENTRIES_MAX;
    chosen.truncate(ENTRIES_MAX);
    let next = chosen.last().filter(|_| has_more).map(|last| last.id);
    let body = serde_json::to_string(&Entries { entries: chosen, next }).unwrap_or_default();
    shown(body, &headers)
}

/// What now stands for an entry. Its tag is the id of the version.
pub(crate) async fn entry(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Response {
    let state = room.state();
    let view = room.view(&state, &guest);
    match EntryId::parse(&id).and_then(|id| view.entry(id)) {
        Some(entry) => version(StatusCode::OK, entry, &headers),
        None => nothing_there(),
    }
}

fn version(status: StatusCode, entry: &Entry, headers: &HeaderMap) -> Response {
    let body = serde_json::to_string(entry).unwrap_or_default();
    tagged(status, body, &format!("\"{}\"", entry.id), headers)
}

/// A new entry.
pub(crate) async fn enter(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let sent: Sent = match serde_json::from_slice(&body) {
        Ok(sent) => sent,
        Err(error) => return problem(StatusCode::BAD_REQUEST, "not an entry", &error.to_string()),
    };
    let Some(audience) = sent.audience.clone() else {
        return problem(
            StatusCode::BAD_REQUEST,
            "no audience",
            "An entry says who may see it: \"public\", or ids of compartments.",
        );
    };
    let entry = made(&room, &guest, sent, audience, Vec::new());
    keep(&room, &guest, entry, Vec::new(), StatusCode::CREATED, &headers).await
}

/// A new version of an entry.
pub(crate) async fn change(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let sent: Sent = match serde_json::from_slice(&body) {
        Ok(sent) => sent,
        Err(error) => return problem(StatusCode::BAD_REQUEST, "not an entry", &error.to_string()),
    };
    let (audience, seen) = match standing(&room, &guest, &id, &headers) {
        Ok(found) => found,
        Err(response) => return *response,
    };
    let entry = made(&room, &guest, sent, audience, vec![seen]);
    keep(&room, &guest, entry, vec![Seen::Entry(seen)], StatusCode::OK, &headers).await
}

/// Takes an entry back.
pub(crate) async fn withdraw(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Response {
    let (audience, seen) = match standing(&room, &guest, &id, &headers) {
        Ok(found) => found,
        Err(response) => return *response,
    };
    let fact = Fact::Withdrawal(Withdrawal { of: AnyId(seen), reason: None });
    let sent = Sent { audience: None, about: None, known_at: None, sources: Vec::new(), assumed: None, fact };
    let entry = made(&room, &guest, sent, audience, Vec::new());
    keep(&room, &guest, entry, vec![Seen::Entry(seen)], StatusCode::OK, &headers).await
}

/// The audience of what is to be changed, and the version that the sender saw.
fn standing(
    room: &Room,
    guest: &Guest,
    id: &str,
    headers: &HeaderMap,
) -> Result<(Audience, EntryId), Box<Response>> {
    let state = room.state();
    let view = room.view(&state, guest);
    let found = EntryId::parse(id).and_then(|id| view.entry(id));
    let entry = found.ok_or_else(|| Box::new(nothing_there()))?;
    let Some(tag) = headers.get(header::IF_MATCH).and_then(|tag| tag.to_str().ok()) else {
        let detail = "Send the tag of the version that you saw as If-Match.";
        return Err(Box::new(problem(StatusCode::PRECONDITION_REQUIRED, "which version?", detail)));
    };
    match EntryId::parse(tag.trim_matches('"')) {
        Some(seen) if view.same(seen, entry.id) => Ok((entry.audience.clone(), seen)),
        // The tag of something else.
        Some(_) => Err(Box::new(refused(&Refusal::Meanwhile(Some(entry.id))))),
        None => {
            Err(Box::new(problem(StatusCode::BAD_REQUEST, "no tag", "If-Match holds the tag of an entry.")))
        }
    }
}

fn made(room: &Room, guest: &Guest, sent: Sent, audience: Audience, supersedes: Vec<EntryId>) -> Entry {
    let state = room.state();
    let today = Moment::Day(state.today(room.now()));
    Entry {
        id: room.new_id(guest),
        label: None,
        audience,
        about: sent.about,
        known_at: sent.known_at.unwrap_or(today),
        recorded_at: today,
        supersedes,
        sources: sent.sources,
        assumed: sent.assumed,
        fact: sent.fact,
    }
}

async fn keep(
    room: &Room,
    guest: &Guest,
    entry: Entry,
    seen: Vec<Seen>,
    status: StatusCode,
    headers: &HeaderMap,
) -> Response {
    let kept = entry.clone();
    let entering = Entering { seen, ..Entering::of(guest, vec![entry]) };
    match room.enter(entering).await {
        Ok(()) => version(status, &kept, headers),
        Err(refusal) => refused(&refusal),
    }
}

fn refused(refusal: &Refusal) -> Response {
    match refusal {
        Refusal::Meanwhile(now) => {
            let detail = now.map_or_else(
                || "It was taken back meanwhile.".to_owned(),
                |now| format!("Somebody else changed it meanwhile; this version stands now: {now}"),
            );
            problem(StatusCode::PRECONDITION_FAILED, "changed meanwhile", &detail)
        }
        Refusal::NotYours(why) => problem(StatusCode::FORBIDDEN, "not yours", &why.to_string()),
        Refusal::NotAdmitted(why) => {
            problem(StatusCode::UNPROCESSABLE_ENTITY, "cannot be admitted", &why.join(" "))
        }
        Refusal::NotKept(why) => problem(StatusCode::SERVICE_UNAVAILABLE, "not kept", why),
        Refusal::NotFresh => problem(
            StatusCode::FORBIDDEN,
            "not fresh",
            "This needs a fresh touch of the passkey, in the browser.",
        ),
        Refusal::NeedsSecond => problem(
            StatusCode::FORBIDDEN,
            "two people",
            "This case asks for two people of the mediator's team.",
        ),
        Refusal::Busy => {
            problem(StatusCode::SERVICE_UNAVAILABLE, "busy", "Too much waits already: try again.")
        }
    }
}

/// What the gate says to programs instead of sending them to a page.
pub(crate) fn is_api(path: &str) -> bool {
    path.starts_with("/api/")
}
