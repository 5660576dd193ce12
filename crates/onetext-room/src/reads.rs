//! What the mediator's team has read: they see every side's secrets, so it is on record which of them looked at what.
//! What parties read is not kept: the mediator would learn from it what they are thinking about.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, Method, Uri};
use axum::response::{Html, IntoResponse, Response};
use jiff::Timestamp;
use onetext_model::{AsOf, EntryId, Person, PersonId, View, Viewer};
use serde::{Deserialize, Serialize};

use crate::door::Event;
use crate::enter;
use crate::escape::escaped;
use crate::form::kind_words;
use crate::frame::Frame;
use crate::keeping::KeepError;
use crate::live;
use crate::pages::nowhere_for;
use crate::record;
use crate::rights;
use crate::room::{Refusal, Room};
use crate::say::Language;
use crate::what_if;
use crate::who::{Guest, Who};

/// So often what was read is put on record; a crash loses no more than this.
const KEPT_EVERY: Duration = Duration::from_secs(5);
/// Different pages read in that time; more are counted with the next.
const WAITING_MAX: usize = 10_000;
/// Longest address that is put on record, in bytes.
const ADDRESS_MAX: usize = 200;
/// Where everybody begins.
const FIRST: &str = "/";
/// As many are shown, the last ones first.
const SHOWN_MAX: usize = 500;

/// Somebody has read a page, once or several times within a few seconds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Read {
    /// Who.
    pub person: PersonId,
    /// The page: `/entry/...`, `/page/ledger?to=...`.
    pub address: String,
    /// When first.
    pub at: Timestamp,
    /// How many times.
    pub times: u32,
}

/// What has been read and is not on record yet.
#[derive(Debug, Default)]
pub(crate) struct Reads {
    waiting: Mutex<BTreeMap<(PersonId, String), Read>>,
}

impl Reads {
    /// Notes that a guest reads something.
    pub(crate) fn note(&self, guest: &Guest, method: &Method, uri: &Uri, now: Timestamp) {
        let Who::Person(person) = guest.who else { return };
        if !is_reading(method, uri.path()) {
            return;
        }
        // What somebody supposes is their own thought: that they asked is on record, not what.
        let whole = uri.path_and_query().filter(|_| uri.path() != what_if::PATH);
        let mut address = whole.map_or_else(|| uri.path().to_owned(), ToString::to_string);
        while address.len() > ADDRESS_MAX {
            address.pop();
        }
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (person, address.clone());
        if waiting.len() >= WAITING_MAX && !waiting.contains_key(&key) {
            return;
        }
        waiting.entry(key).or_insert(Read { person, address, at: now, times: 0 }).times += 1;
    }

    fn take(&self) -> BTreeMap<(PersonId, String), Read> {
        std::mem::take(&mut *self.waiting.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// What could not be put on record waits for the next time.
    fn put_back(&self, read: BTreeMap<(PersonId, String), Read>) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        for (key, one) in read {
            let times = waiting.get(&key).map_or(0, |later| later.times);
            waiting.insert(key, Read { times: one.times + times, ..one });
        }
    }
}

/// Whether something is read by this: a page, or the record as a file. The first page leads to another one, and what a
/// page follows is what it shows.
fn is_reading(method: &Method, path: &str) -> bool {
    match *method {
        Method::GET => ![FIRST, live::PATH].contains(&path),
        Method::POST => path == record::EXPORT,
        _ => false,
    }
}

/// Puts on record what the mediator's team has read since the last time.
pub async fn put_on_record(room: &Room) -> Result<(), KeepError> {
    let Some(passkeys) = room.door.passkeys() else { return Ok(()) };
    let read = room.reads.take();
    if read.is_empty() {
        return Ok(());
    }
    let state = room.state();
    let today = AsOf::today(state.today(room.now()));
    let mut is_theirs: BTreeMap<PersonId, bool> = BTreeMap::new();
    let mut events = Vec::new();
    for one in read.values() {
        let person = one.person;
        let theirs = is_theirs
            .entry(person)
            .or_insert_with(|| rights::is_in_charge(&View::of(&state.case, Viewer::Person(person), today)));
        if *theirs {
            events.push(Event::Read(one.clone()));
        }
    }
    if events.is_empty() {
        return Ok(());
    }
    let kept = passkeys.keep(Who::Keeper, &events, room.now()).await;
    if kept.is_err() {
        room.reads.put_back(read);
    }
    kept
}

/// Puts on record what is read, until the room is gone.
pub async fn watch(room: Weak<Room>) {
    let mut turn = tokio::time::interval(KEPT_EVERY);
    loop {
        turn.tick().await;
        let Some(room) = room.upgrade() else { return };
        if let Err(error) = put_on_record(&room).await {
            eprintln!("what was read could not be put on record: {error}");
        }
    }
}

/// The page: who has read what.
pub(crate) async fn page(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    headers: HeaderMap,
) -> Response {
    let language = Language::of(&headers);
    let Some(passkeys) = room.door.passkeys() else { return nowhere_for(&room, Some(&guest), &headers) };
    // What is told includes what was read until now.
    let told = match put_on_record(&room).await {
        Ok(()) => passkeys.read().await,
        Err(error) => Err(error),
    };
    let read = match told {
        Ok(read) => read,
        Err(error) => return enter::refused(&room, &guest, language, &Refusal::NotKept(error.to_string())),
    };
    let state = room.state();
    let view = room.view(&state, &guest);
    let say = |key: &str| escaped(&language.say(key));
    let rows: String = read.iter().rev().take(SHOWN_MAX).map(|one| row(language, &view, one)).collect();
    let title = language.say("page-reads");
    let content = format!(
        "<article class=\"form\">\n<h1>{name}</h1>\n<p>{about}</p>\n\
         <div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{name}\"><table>\n<thead><tr>\
         <th scope=\"col\">{at}</th><th scope=\"col\">{person}</th><th scope=\"col\">{what}</th><th scope=\"col\">{times}</th>\
         </tr></thead>\n<tbody>\n{rows}</tbody></table></div>\n</article>\n",
        name = escaped(&title),
        about = say("reads-about"),
        at = say("reads-at"),
        person = say("field-person"),
        what = say("reads-what"),
        times = say("reads-times"),
    );
    Html(Frame::inside(language, &view, &title, "/people", content).to_html()).into_response()
}

fn row(language: Language, view: &View<'_>, read: &Read) -> String {
    let name = view.find::<Person>(read.person).map_or_else(String::new, |person| person.fact.name.clone());
    format!(
        "<tr><td class=\"at\">{}</td><td><bdi>{}</bdi></td><td><a href=\"{}\"><bdi>{}</bdi></a></td><td>{}</td></tr>\n",
        minute(read.at),
        escaped(&name),
        escaped(&read.address),
        escaped(&words(language, view, &read.address)),
        read.times,
    )
}

/// What stands at an address: a page by its name, an entry by its kind and the beginning of its text.
fn words(language: Language, view: &View<'_>, address: &str) -> String {
    let path = address.split('?').next().unwrap_or(address);
    let mut steps = path.split('/').skip(1);
    match (steps.next(), steps.next()) {
        (Some("page"), Some(name)) => {
            address.replacen(&format!("/page/{name}"), &language.say(&format!("page-{name}")), 1)
        }
        (Some("entry"), Some(id)) => {
            let entry = EntryId::parse(id).and_then(|id| view.entry(id));
            entry.map_or_else(
                || address.to_owned(),
                |entry| {
                    let kind = kind_words(language, entry.fact.kind());
                    address.replacen("/entry/", &format!("{kind} "), 1)
                },
            )
        }
        _ if path == record::EXPORT => language.say("record-export"),
        _ => address.to_owned(),
    }
}

/// "2026-11-24 15:17".
pub(crate) fn minute(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M").to_string()
}
