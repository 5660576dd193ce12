//! Entering and changing: the form of a kind and what comes back from it. How a form is shown is in [`shown`].

mod shown;

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use onetext_model::{Entry, EntryId, Fact, Kind, Moment, Period, Position, SourceId, Stated, View, Wording};

use crate::audience::audience;
use crate::compromise;
use crate::entry::named;
use crate::form::{Values, Wanted, Wrong, fact, values_of};
use crate::frame::Asked;
use crate::pages::nowhere_for;
use crate::rights;
use crate::room::{Entering, Refusal, Room, Seen};
use crate::who::Guest;
use crate::writer::{last_position, last_wording};
use shown::{Above, Shown, entered_at, page, refusal_words};
pub(crate) use shown::{notice, refused};

/// An empty form, with what the address gives.
pub(crate) async fn blank(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    Path(word): Path<String>,
    Query(given): Query<Vec<(String, String)>>,
    headers: HeaderMap,
) -> Response {
    let state = room.state();
    let view = room.view(&state, &guest);
    let Some(kind) = Kind::parse(&word).filter(|kind| may_begin(&view, *kind)) else {
        return nowhere_for(&room, Some(&guest), &headers);
    };
    let mut values = Values::new();
    for (key, value) in given {
        let named = named(&view, &value).map_or(value, |id| id.to_string());
        values.entry(key).or_default().push(named);
    }
    if kind == Kind::Wording {
        compromise::begin(&view, &mut values);
    }
    let stood = stood(&view, kind, &values);
    values.insert("_stood".to_owned(), vec![stood]);
    let shown = Shown {
        kind,
        values: &values,
        action: format!("/enter/{word}"),
        audience: None,
        above: Above::Nothing,
    };
    page(Asked::of(&headers), &view, &shown, StatusCode::OK)
}

/// The form of an entry that is to be changed.
pub(crate) async fn change(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Response {
    let state = room.state();
    let view = room.view(&state, &guest);
    let entry = named(&view, &name).and_then(|id| view.entry(id));
    let Some(entry) = entry.filter(|entry| rights::may_change(&state, &view, entry.id)) else {
        return nowhere_for(&room, Some(&guest), &headers);
    };
    let values = values_of_entry(entry);
    let shown = Shown {
        kind: entry.fact.kind(),
        values: &values,
        action: format!("/entry/{}/change", entry.id),
        audience: Some(&entry.audience),
        above: Above::Nothing,
    };
    page(Asked::of(&headers), &view, &shown, StatusCode::OK)
}

/// Whether somebody with this view may enter such a thing at all.
pub(crate) fn may_begin(view: &View<'_>, kind: Kind) -> bool {
    kind != Kind::Withdrawal
        && !rights::audiences(view).is_empty()
        && (rights::is_in_charge(view) || !rights::MEDIATORS_KINDS.contains(&kind))
}

fn values_of_entry(entry: &Entry) -> Values {
    let mut values = values_of(&entry.fact);
    let mut put = |key: &str, all: Vec<String>| values.insert(key.to_owned(), all);
    put("_seen", vec![entry.id.to_string()]);
    put("_known_at", vec![entry.known_at.to_string()]);
    put("_sources", entry.sources.iter().map(|source| source.0.to_string()).collect());
    put("_assumed", entry.assumed.clone().into_iter().collect());
    put("_from", entry.about.iter().map(|about| about.from.to_string()).collect());
    put("_to", entry.about.iter().filter_map(|about| about.to).map(|to| to.to_string()).collect());
    values
}

/// Takes in what an empty form brought back.
pub(crate) async fn entered(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    Path(word): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let values = values_in(&body);
    let Some(kind) = Kind::parse(&word) else { return nowhere_for(&room, Some(&guest), &headers) };
    take(&room, &guest, Asked::of(&headers), kind, None, &values).await
}

/// Takes in what the form of an entry brought back.
pub(crate) async fn changed(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    Path(name): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let values = values_in(&body);
    let state = room.state();
    let view = room.view(&state, &guest);
    let entry =
        named(&view, &name).and_then(|id| view.entries().iter().copied().find(|entry| entry.id == id));
    let Some(entry) = entry else { return nowhere_for(&room, Some(&guest), &headers) };
    take(&room, &guest, Asked::of(&headers), entry.fact.kind(), Some(entry), &values).await
}

/// The pairs of a form, several of one name together.
pub(crate) fn values_in(body: &[u8]) -> Values {
    let mut values = Values::new();
    for (key, value) in url::form_urlencoded::parse(body) {
        values.entry(key.into_owned()).or_default().push(value.into_owned());
    }
    values
}

async fn take(
    room: &Arc<Room>,
    guest: &Guest,
    asked: Asked,
    kind: Kind,
    of: Option<&Entry>,
    values: &Values,
) -> Response {
    let state = room.state();
    let view = room.view(&state, guest);
    let action = match of {
        Some(entry) => format!("/entry/{}/change", entry.id),
        None => format!("/enter/{}", kind.word()),
    };
    let audience = of.map(|entry| &entry.audience);
    let shown = |values, above| Shown { kind, values, action: action.clone(), audience, above };
    let entry = match made(room, guest, &view, kind, of, values) {
        Ok(entry) => entry,
        Err(wrong) => {
            let shown = shown(values, Above::Wrong(wrong));
            return page(asked, &view, &shown, StatusCode::UNPROCESSABLE_ENTITY);
        }
    };
    let id = entry.id;
    let seen = seen(&view, &entry, values);
    let why = compromise::why(room, guest, &view, &entry, first(values, "_why"));
    let entries = [entry].into_iter().chain(why).collect();
    let entering = Entering { seen, ..Entering::of(guest, entries) };
    match room.enter(entering).await {
        Ok(()) => entered_at(asked, id),
        Err(Refusal::Meanwhile(Some(now))) => {
            let state = room.state();
            let view = room.view(&state, guest);
            let mut values = values.clone();
            values.insert("_seen".to_owned(), vec![now.to_string()]);
            values.insert("_stood".to_owned(), vec![now.to_string()]);
            let shown = shown(&values, Above::Meanwhile(now));
            page(asked, &view, &shown, StatusCode::CONFLICT)
        }
        // The form stays as it was filled in.
        Err(refusal) => {
            let (status, why) = refusal_words(asked.language, &refusal);
            page(asked, &view, &shown(values, Above::Wrong(Wrong::Other(why))), status)
        }
    }
}

/// The entry that the values make.
fn made(
    room: &Room,
    guest: &Guest,
    view: &View<'_>,
    kind: Kind,
    of: Option<&Entry>,
    values: &Values,
) -> Result<Entry, Wrong> {
    let fact: Fact = fact(kind, values)?;
    let today = Moment::Day(view.today());
    let known_at = moment(values, "_known_at")?.unwrap_or(today);
    let about = match (moment(values, "_from")?, moment(values, "_to")?) {
        (None, None) => None,
        (None, Some(_)) => return Err(Wrong::Period),
        (Some(from), to) => Some(Period { from, to }),
    };
    let audience = match of {
        Some(entry) => entry.audience.clone(),
        None => audience(view, first(values, "_audience")).ok_or(Wrong::Audience)?,
    };
    let sources = values.get("_sources").into_iter().flatten();
    Ok(Entry {
        id: room.new_id(guest),
        label: None,
        audience,
        about,
        known_at,
        recorded_at: today,
        // The newest version that the person saw: the original, or what stood when both were shown.
        supersedes: of
            .map(|entry| {
                let seen = EntryId::parse(first(values, "_seen"));
                seen.filter(|seen| view.same(*seen, entry.id)).unwrap_or(entry.id)
            })
            .into_iter()
            .collect(),
        sources: sources.filter_map(|id| EntryId::parse(id)).map(SourceId).collect(),
        assumed: Some(first(values, "_assumed").trim().to_owned()).filter(|why| !why.is_empty()),
        fact,
    })
}

fn first<'v>(values: &'v Values, key: &str) -> &'v str {
    values.get(key).and_then(|all| all.first()).map_or("", String::as_str)
}

pub(crate) fn moment(values: &Values, key: &str) -> Result<Option<Moment>, Wrong> {
    let unfit =
        |given: &str| Wrong::Unfit { key: key.to_owned(), given: given.to_owned(), wanted: Wanted::Day };
    match first(values, key).trim() {
        "" => Ok(None),
        text => Moment::parse(text).map(Some).map_err(|_| unfit(text)),
    }
}

/// What the person saw of the thing that is entered.
fn seen(view: &View<'_>, entry: &Entry, values: &Values) -> Vec<Seen> {
    if let Some(earlier) = entry.supersedes.first() {
        return vec![Seen::Entry(*earlier)];
    }
    let shown: Vec<EntryId> = first(values, "_stood").split(' ').filter_map(EntryId::parse).collect();
    // What stands was shown with the form, or it is new to the person.
    let known = |stands: Option<EntryId>| stands.filter(|id| shown.contains(id));
    match &entry.fact {
        Fact::Position(position) => {
            let (party, on) = (position.party.0, position.on.0);
            let stood = known(last_position(view, party, on, Some(&entry.audience)));
            vec![Seen::Position { party, on, stood }]
        }
        Fact::Wording(wording) => {
            let (by, on) = (wording.by.map(|party| party.0), wording.on.0);
            let stood = known(last_wording(view, by, on, Some(&entry.audience)));
            vec![Seen::Wording { by, on, stood }]
        }
        _ => Vec::new(),
    }
}

/// The positions or wordings that stand where a new one is about to be entered: all that the person can see.
fn stood(view: &View<'_>, kind: Kind, values: &Values) -> String {
    let id = |key: &str| EntryId::parse(first(values, key));
    if kind == Kind::Wording {
        let on = id("on");
        let wordings = view.each::<Wording>().filter(|one| on.is_some_and(|on| view.same(one.fact.on, on)));
        return wordings.map(|one| one.id().to_string()).collect::<Vec<_>>().join(" ");
    }
    let (Some(party), Some(on)) = (id("party"), id("on")) else { return String::new() };
    let is_it = |p: &Stated<'_, Position>| view.same(p.fact.party, party) && view.same(p.fact.on, on);
    let all: Vec<String> =
        view.each::<Position>().filter(is_it).map(|position| position.id().to_string()).collect();
    all.join(" ")
}
