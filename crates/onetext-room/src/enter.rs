//! Entering and changing: the form of a kind, what comes back from it, and what is shown to the second of two people
//! who changed the same thing: both versions, with nothing lost.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use onetext_model::{
    Audience, Compartment, CompartmentId, Entry, EntryId, Fact, Kind, Moment, Period, SourceId, View,
};

use crate::entry::named;
use crate::escape::escaped;
use crate::form::{Choices, Drawing, Values, draw, fact, shape, values_of};
use crate::frame::Frame;
use crate::pages::nowhere_for;
use crate::rights;
use crate::room::{Entering, Refusal, Room, Seen};
use crate::say::Language;
use crate::who::Guest;
use crate::writer::last_position;

/// Kinds that a source may be.
const SOURCES: [Kind; 5] = [Kind::Report, Kind::Claim, Kind::Draft, Kind::Provision, Kind::Contact];

/// A form as it is shown.
struct Shown<'s> {
    kind: Kind,
    values: &'s Values,
    /// Where it is sent.
    action: String,
    /// Who may see what it makes, where that is not to be chosen.
    audience: Option<&'s Audience>,
    /// Said above it: what is wrong, or that somebody else was faster.
    above: String,
}

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
    let stood = stood(&view, &values).map_or_else(|| "none".to_owned(), |id| id.to_string());
    values.insert("_stood".to_owned(), vec![stood]);
    let shown = Shown {
        kind,
        values: &values,
        action: format!("/enter/{word}"),
        audience: None,
        above: String::new(),
    };
    page(Language::of(&headers), &view, &shown, StatusCode::OK)
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
        above: String::new(),
    };
    page(Language::of(&headers), &view, &shown, StatusCode::OK)
}

fn may_begin(view: &View<'_>, kind: Kind) -> bool {
    kind != Kind::Withdrawal && (view.is_mediators() || !rights::MEDIATORS_KINDS.contains(&kind))
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
    take(&room, &guest, Language::of(&headers), kind, None, &values).await
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
    take(&room, &guest, Language::of(&headers), entry.fact.kind(), Some(entry), &values).await
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
    language: Language,
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
        Err(why) => {
            let shown = shown(values, notice("wrong", language, "form-wrong", &escaped(&why)));
            return page(language, &view, &shown, StatusCode::UNPROCESSABLE_ENTITY);
        }
    };
    let id = entry.id;
    let entering = Entering {
        by: guest.who,
        viewer: guest.viewer.clone(),
        seen: seen(&entry, values),
        entries: vec![entry],
        papers: Vec::new(),
    };
    match room.enter(entering).await {
        Ok(()) => Redirect::to(&format!("/entry/{id}")).into_response(),
        Err(Refusal::Meanwhile(Some(now))) => {
            let state = room.state();
            let view = room.view(&state, guest);
            let mut values = values.clone();
            values.insert("_seen".to_owned(), vec![now.to_string()]);
            values.insert("_stood".to_owned(), vec![now.to_string()]);
            let shown = shown(&values, both(language, &view, now));
            page(language, &view, &shown, StatusCode::CONFLICT)
        }
        Err(Refusal::NotAdmitted(why)) => {
            let shown = shown(values, notice("wrong", language, "form-wrong", &escaped(&why.join(" "))));
            page(language, &view, &shown, StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(refusal) => refused(room, guest, language, &refusal),
    }
}

/// What the other one wrote, above the form that holds one's own.
fn both(language: Language, view: &View<'_>, now: EntryId) -> String {
    let Some(entry) = view.entry(now) else { return String::new() };
    let rows: String = values_of(&entry.fact)
        .iter()
        .map(|(key, values)| {
            let words: Vec<String> = values.iter().map(|value| words_of(view, value)).collect();
            format!("<dt>{}</dt><dd>{}</dd>\n", escaped(&key.replace('_', " ")), words.join("<br>"))
        })
        .collect();
    let theirs = format!(
        "<h2>{}</h2>\n<dl>\n{rows}</dl>\n<h2>{}</h2>\n",
        escaped(&language.say("conflict-theirs")),
        escaped(&language.say("conflict-yours"))
    );
    format!("{}{theirs}", notice("conflict", language, "conflict", ""))
}

fn words_of(view: &View<'_>, value: &str) -> String {
    let entry = EntryId::parse(value).and_then(|id| view.entry(id));
    let words = entry.map_or_else(|| value.to_owned(), |entry| onetext_desk::summary(view, entry));
    format!("<bdi>{}</bdi>", escaped(&words))
}

fn notice(class: &str, language: Language, key: &str, more: &str) -> String {
    let more = if more.is_empty() { String::new() } else { format!("<p><bdi>{more}</bdi></p>") };
    format!(
        "<div class=\"notice {class}\" role=\"alert\"><p>{}</p>{more}</div>\n",
        escaped(&language.say(key))
    )
}

/// The entry that the values make.
fn made(
    room: &Room,
    guest: &Guest,
    view: &View<'_>,
    kind: Kind,
    of: Option<&Entry>,
    values: &Values,
) -> Result<Entry, String> {
    let fact: Fact = fact(kind, values)?;
    let today = Moment::Day(view.today());
    let known_at = moment(values, "_known_at")?.unwrap_or(today);
    let about = match (moment(values, "_from")?, moment(values, "_to")?) {
        (None, None) => None,
        (None, Some(_)) => return Err("a period needs its first day".to_owned()),
        (Some(from), to) => Some(Period { from, to }),
    };
    let audience = match of {
        Some(entry) => entry.audience.clone(),
        None => audience(view, first(values, "_audience")).ok_or("choose who may see it")?,
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
            .map(|entry| EntryId::parse(first(values, "_seen")).unwrap_or(entry.id))
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

fn moment(values: &Values, key: &str) -> Result<Option<Moment>, String> {
    match first(values, key).trim() {
        "" => Ok(None),
        text => Moment::parse(text).map(Some).map_err(|error| error.to_string()),
    }
}

/// What the person saw of the thing that is entered.
fn seen(entry: &Entry, values: &Values) -> Vec<Seen> {
    if let Some(earlier) = entry.supersedes.first() {
        return vec![Seen::Entry(*earlier)];
    }
    match &entry.fact {
        Fact::Position(position) => vec![Seen::Position {
            party: position.party.0,
            on: position.on.0,
            stood: EntryId::parse(first(values, "_stood")),
        }],
        _ => Vec::new(),
    }
}

/// The position that stands where a new one is about to be entered.
fn stood(view: &View<'_>, values: &Values) -> Option<EntryId> {
    let id = |key: &str| EntryId::parse(first(values, key));
    last_position(view, id("party")?, id("on")?)
}

/// An audience as it stands in a form: "public", or ids joined by `+`.
pub(crate) fn audience_value(audience: &Audience) -> String {
    match audience {
        Audience::Public => "public".to_owned(),
        Audience::Only(circles) => circles.iter().map(|c| c.0.to_string()).collect::<Vec<_>>().join("+"),
    }
}

/// Reads an audience; whether the person may write to it is decided when it is entered.
pub(crate) fn audience(view: &View<'_>, value: &str) -> Option<Audience> {
    if value == "public" {
        return Some(Audience::Public);
    }
    let circle = |id: &str| {
        EntryId::parse(id).and_then(|id| view.find::<Compartment>(id)).map(|c| CompartmentId(c.id()))
    };
    let circles: BTreeSet<CompartmentId> = value.split('+').map(circle).collect::<Option<_>>()?;
    (!circles.is_empty()).then_some(Audience::Only(circles))
}

/// An audience in words.
pub(crate) fn audience_words(language: Language, view: &View<'_>, audience: &Audience) -> String {
    match audience {
        Audience::Public => language.say("audience-public"),
        Audience::Only(circles) => {
            let name = |circle: &CompartmentId| {
                view.find::<Compartment>(*circle)
                    .map_or_else(|| circle.0.to_string(), |found| found.fact.name.clone())
            };
            circles.iter().map(name).collect::<Vec<_>>().join(" + ")
        }
    }
}

fn page(language: Language, view: &View<'_>, shown: &Shown<'_>, status: StatusCode) -> Response {
    let title = language.say(&format!("enter-{}", shown.kind.word()));
    let drawing = Drawing { language, values: shown.values, choices: Choices::of(view) };
    let content = format!(
        "<article class=\"form\">\n<h1>{title}</h1>\n{above}<form method=\"post\" action=\"{action}\">\n\
         {audience}{fields}{envelope}<div class=\"tools\"><button class=\"main\">{save}</button></div>\n</form>\n</article>\n",
        title = escaped(&title),
        above = shown.above,
        action = escaped(&shown.action),
        audience = audience_field(language, view, shown),
        fields = draw(shape(shown.kind), &drawing),
        envelope = envelope(language, view, shown.values, &drawing),
        save = escaped(&language.say("save")),
    );
    let html = Frame::inside(language, view, &title, "/", content).to_html();
    (status, Html(html)).into_response()
}

fn audience_field(language: Language, view: &View<'_>, shown: &Shown<'_>) -> String {
    let label = escaped(&language.say("form-audience"));
    if let Some(audience) = shown.audience {
        return format!(
            "<p class=\"audience\">{label}: <bdi>{}</bdi></p>\n",
            escaped(&audience_words(language, view, audience))
        );
    }
    let chosen = first(shown.values, "_audience");
    let options: String = rights::audiences(view)
        .iter()
        .map(|audience| {
            let value = audience_value(audience);
            let selected = if value == chosen { " selected" } else { "" };
            format!(
                "<option value=\"{value}\"{selected}>{}</option>\n",
                escaped(&audience_words(language, view, audience))
            )
        })
        .collect();
    format!(
        "<div class=\"field\"><label for=\"f-_audience\">{label}</label>\n<select id=\"f-_audience\" name=\"_audience\" required>\n{options}</select></div>\n"
    )
}

/// What every entry has beside its own fields.
fn envelope(language: Language, view: &View<'_>, values: &Values, drawing: &Drawing<'_>) -> String {
    let today = view.today().to_string();
    let line = |key: &str, default: &str| {
        let value = values.get(key).and_then(|all| all.first()).map_or(default, String::as_str);
        format!(
            "<div class=\"field\"><label for=\"f-{key}\">{}</label>\n<input id=\"f-{key}\" name=\"{key}\" value=\"{}\" dir=\"auto\"></div>\n",
            escaped(&language.say(&format!("form{}", key.replace('_', "-")))),
            escaped(value)
        )
    };
    let hidden: String = ["_seen", "_stood"]
        .iter()
        .filter_map(|key| values.get(*key).and_then(|all| all.first()).map(|value| (key, value)))
        .map(|(key, value)| format!("<input type=\"hidden\" name=\"{key}\" value=\"{}\">\n", escaped(value)))
        .collect();
    format!(
        "{hidden}{known}<details class=\"more\"><summary>{more}</summary>\n{from}{to}{assumed}{sources}</details>\n",
        known = line("_known_at", &today),
        more = escaped(&language.say("form-when-and-sources")),
        from = line("_from", ""),
        to = line("_to", ""),
        assumed = line("_assumed", ""),
        sources = drawing.sources(&SOURCES),
    )
}

/// A page for what could not be entered.
pub(crate) fn refused(room: &Room, guest: &Guest, language: Language, refusal: &Refusal) -> Response {
    let (status, words) = match refusal {
        Refusal::Meanwhile(_) => (StatusCode::CONFLICT, language.say("refused-meanwhile")),
        Refusal::NotYours(why) => (StatusCode::FORBIDDEN, why.to_string()),
        Refusal::NotAdmitted(why) => (StatusCode::UNPROCESSABLE_ENTITY, why.join(" ")),
        Refusal::NotKept(why) => {
            (StatusCode::SERVICE_UNAVAILABLE, format!("{} {why}", language.say("refused-not-kept")))
        }
        Refusal::Busy => (StatusCode::SERVICE_UNAVAILABLE, language.say("refused-busy")),
    };
    let title = language.say("refused");
    let content = format!(
        "<article class=\"form\"><h1>{}</h1><div class=\"notice wrong\" role=\"alert\"><p><bdi>{}</bdi></p></div></article>\n",
        escaped(&title),
        escaped(&words)
    );
    let state = room.state();
    let view = room.view(&state, guest);
    (status, Html(Frame::inside(language, &view, &title, "/", content).to_html())).into_response()
}
