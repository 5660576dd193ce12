//! Destroying a private note: the keys of all its versions go, and with them the words; their lines stay in the chain.
//!
//! Only what lies in circles of one's own alone is destroyed. Of what others read too, it would show whether they have
//! entries of their own that rest on it; that can be taken back.

use std::sync::Arc;

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use onetext_model::{Audience, Case, Entry, EntryId, Fact, Log, Severity, View};

use crate::enter;
use crate::entry::named;
use crate::escape::escaped;
use crate::pages::nowhere_for;
use crate::rights;
use crate::room::{Entering, Refusal, Room};
use crate::say::Language;
use crate::state::State as Now;
use crate::who::Guest;

/// Destroys a note.
pub(crate) async fn destroy(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Response {
    let language = Language::of(&headers);
    let state = room.state();
    let view = room.view(&state, &guest);
    let found = named(&view, &name).and_then(|id| versions(&view, id));
    let (Some(all), Some(record)) = (found, room.record()) else {
        return nowhere_for(&room, Some(&guest), &headers);
    };
    if rests_on(&state, &all) {
        let why = Refusal::NotAdmitted(vec![language.say("destroy-rests")]);
        return enter::refused(&room, &guest, language, &why);
    }
    if let Err(error) = record.destroy(&all, guest.who, room.now()).await {
        return enter::refused(&room, &guest, language, &Refusal::NotKept(error.to_string()));
    }
    // Entering nothing makes the room read what is kept.
    match room.enter(Entering::of(&guest, Vec::new())).await {
        Ok(()) => Redirect::to("/page/log").into_response(),
        Err(refusal) => enter::refused(&room, &guest, language, &refusal),
    }
}

/// The way to it on the page of an entry; nothing where it cannot be destroyed by this person.
pub(crate) fn offer(language: Language, view: &View<'_>, id: EntryId) -> String {
    if versions(view, id).is_none() {
        return String::new();
    }
    let say = |key: &str| escaped(&language.say(key));
    format!(
        "<details class=\"more\"><summary>{title}</summary>\n<p>{about}</p>\n\
         <form method=\"post\" action=\"/entry/{id}/destroy\"><button>{destroy}</button></form></details>\n",
        title = say("destroy-title"),
        about = say("destroy-about"),
        destroy = say("destroy-do"),
    )
}

/// What took the note back, the note, and what it replaced, in this order: whatever is left after a crash still makes
/// sense. None for an earlier version, and where somebody outside the person's own circles reads any of it.
fn versions(view: &View<'_>, id: EntryId) -> Option<Vec<EntryId>> {
    let found = |id: EntryId| view.entries().iter().copied().find(|entry| entry.id == id);
    let mut notes = vec![found(id).filter(|_| view.latest(id) == id)?];
    let mut at = 0;
    while let Some(note) = notes.get(at) {
        let earlier: Vec<&Entry> = note.supersedes.iter().filter_map(|id| found(*id)).collect();
        notes.extend(earlier);
        at += 1;
    }
    let takes_back = |entry: &&Entry| match &entry.fact {
        Fact::Withdrawal(withdrawal) => notes.iter().any(|note| note.id == withdrawal.of.0),
        _ => false,
    };
    let withdrawals = view.entries().iter().copied().filter(takes_back);
    let all: Vec<&Entry> = withdrawals.chain(notes.iter().copied()).collect();
    let own = rights::circles(view);
    let is_own = |entry: &&Entry| {
        matches!(&entry.audience, Audience::Only(theirs) if theirs.is_subset(&own))
            && (rights::is_in_charge(view) || !rights::MEDIATORS_KINDS.contains(&entry.fact.kind()))
    };
    all.iter().all(is_own).then(|| all.iter().map(|entry| entry.id).collect())
}

/// Whether other entries make no sense without them.
fn rests_on(state: &Now, gone: &[EntryId]) -> bool {
    let everything = state.everything();
    let others = everything.entries().iter().filter(|entry| !gone.contains(&entry.id));
    let entries = others.map(|entry| (*entry).clone()).collect();
    let (_, findings) = Case::new(Log { settings: state.case.settings().clone(), entries });
    findings.iter().any(|finding| finding.severity == Severity::Error)
}
