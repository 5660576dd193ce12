//! Releasing: something is told to somebody, in the words used and on stated terms. It is a new entry for the receiver;
//! where it came from is a second entry that only the mediator sees. The old entry's audience is never widened.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use onetext_model::{
    ActorId, AnyId, Audience, Compartment, CompartmentId, Entry, EntryId, Fact, Kind, Membership, Moment,
    Origin, Party, Person, Release, ReleaseId, SubjectId, Terms, View,
};

use crate::audience::audience_words;
use crate::door::Event;
use crate::enter::{self, values_in};
use crate::entry::named;
use crate::escape::escaped;
use crate::form::Values;
use crate::frame::Frame;
use crate::pages::nowhere_for;
use crate::rights;
use crate::room::{Entering, Refusal, Room};
use crate::say::Language;
use crate::who::{Guest, Who};

/// The page on which an entry is released.
pub(crate) async fn page(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Response {
    let state = room.state();
    let view = room.view(&state, &guest);
    let Some(entry) = named(&view, &name).and_then(|id| view.entry(id)) else {
        return nowhere_for(&room, Some(&guest), &headers);
    };
    form(Language::of(&headers), &view, entry, &Values::new(), "", StatusCode::OK)
}

fn first<'v>(values: &'v Values, key: &str) -> &'v str {
    values.get(key).and_then(|all| all.first()).map_or("", String::as_str)
}

fn form(
    language: Language,
    view: &View<'_>,
    entry: &Entry,
    values: &Values,
    above: &str,
    status: StatusCode,
) -> Response {
    let say = |key: &str| escaped(&language.say(key));
    let summary = onetext_desk::summary(view, entry);
    let words =
        values.get("words").and_then(|all| all.first()).cloned().unwrap_or_else(|| words_of(entry, &summary));
    let content = format!(
        "<article class=\"form\">\n<h1>{title}</h1>\n{above}<p>{about}</p>\n\
         <p class=\"audience\">{of} <a href=\"/entry/{id}\"><bdi>{summary}</bdi></a> ({audience})</p>\n\
         <form method=\"post\" action=\"/entry/{id}/release\">\n\
         <div class=\"field\"><label for=\"f:to\">{to}</label>\n<select id=\"f:to\" name=\"to\" required>\n{receivers}</select></div>\n\
         <div class=\"field\"><label for=\"f:words\">{words_label}</label>\n\
         <textarea id=\"f:words\" name=\"words\" rows=\"4\" required dir=\"auto\">\n{words}</textarea></div>\n\
         <div class=\"field\"><label for=\"f:terms\">{terms_label}</label>\n<select id=\"f:terms\" name=\"terms\">\n{terms}</select></div>\n\
         <div class=\"tools\"><button class=\"main\">{release}</button></div>\n</form>\n</article>\n",
        title = say("release-title"),
        about = say("release-about"),
        of = say("release-of"),
        id = entry.id,
        summary = escaped(&summary),
        audience = escaped(&audience_words(language, view, &entry.audience)),
        to = say("release-to"),
        receivers = receivers(language, view, first(values, "to")),
        words_label = say("release-words"),
        words = escaped(&words),
        terms_label = say("release-terms"),
        terms = terms(language, first(values, "terms")),
        release = say("release-do"),
    );
    let html = Frame::inside(language, view, &language.say("release-title"), "/", content).to_html();
    (status, Html(html)).into_response()
}

/// The words from which the form of words is made.
fn words_of(entry: &Entry, summary: &str) -> String {
    match &entry.fact {
        Fact::Position(position) => position.words.clone(),
        Fact::Ask(ask) => ask.words.clone(),
        Fact::Idea(idea) => idea.words.clone(),
        Fact::Claim(claim) => claim.words.clone(),
        Fact::Answer(answer) => answer.words.clone(),
        _ => summary.to_owned(),
    }
}

fn receivers(language: Language, view: &View<'_>, chosen: &str) -> String {
    let parties = view.each::<Party>().map(|party| (party.id(), party.fact.name.clone()));
    let persons = view.each::<Person>().map(|person| (person.id(), person.fact.name.clone()));
    let option = |(id, name): (EntryId, String)| {
        let selected = if chosen == id.to_string() { " selected" } else { "" };
        let seen_by = audience_words(language, view, &audience_for(view, id));
        format!("<option value=\"{id}\"{selected}>{} ({})</option>\n", escaped(&name), escaped(&seen_by))
    };
    format!("<option value=\"\">—</option>\n{}", parties.chain(persons).map(option).collect::<String>())
}

fn terms(language: Language, chosen: &str) -> String {
    let option = |(word, terms): (&str, Terms)| {
        let message = format!("word-{word}");
        let said = if language.has(&message) { language.say(&message) } else { terms.said().to_owned() };
        let selected = if chosen == word { " selected" } else { "" };
        format!("<option value=\"{word}\"{selected}>{}</option>\n", escaped(&said))
    };
    [("ask-first", Terms::AskFirst), ("free", Terms::Free), ("never", Terms::Never)].map(option).concat()
}

/// Who sees a release to somebody: the circles of the receiver's party, or those that the person is in, with the
/// mediator's. Where the receiver has none, the mediator's alone: it is on record, and told by other means.
pub(crate) fn audience_for(view: &View<'_>, to: EntryId) -> Audience {
    let of_party = |circle: &Compartment| circle.party.is_some_and(|party| view.same(party, to));
    let of_person = |circle: EntryId| {
        let mut members = view.each::<Membership>();
        members.any(|m| view.same(m.fact.person, to) && view.same(m.fact.compartment, circle))
    };
    let theirs = view
        .each::<Compartment>()
        .filter(|circle| of_party(circle.fact) || (circle.fact.party.is_some() && of_person(circle.id())))
        .map(|circle| CompartmentId(circle.id()));
    let all: BTreeSet<CompartmentId> = theirs.chain(rights::mediators(view)).collect();
    Audience::Only(all)
}

/// Enters the release and where it came from.
pub(crate) async fn release(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    Path(name): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let language = Language::of(&headers);
    let values = values_in(&body);
    let state = room.state();
    let view = room.view(&state, &guest);
    let shown = named(&view, &name);
    let Some((shown, entry)) = shown.and_then(|id| Some((id, view.entry(id)?))) else {
        return nowhere_for(&room, Some(&guest), &headers);
    };
    // What was changed meanwhile is not told unseen.
    if entry.id != shown {
        let above = enter::notice("conflict", language, "refused-meanwhile", "");
        return form(language, &view, entry, &values, &above, StatusCode::CONFLICT);
    }
    let Some(told) = told(&view, &guest, entry, &values) else {
        let above = format!(
            "<div class=\"notice wrong\" role=\"alert\"><p>{}</p></div>\n",
            escaped(&language.say("release-wrong"))
        );
        return form(language, &view, entry, &values, &above, StatusCode::UNPROCESSABLE_ENTITY);
    };
    if view.settings().release_by_two
        && let (Some(passkeys), Who::Person(by)) = (room.door.passkeys(), guest.who)
    {
        let event = Event::Proposed { id: room.new_id(&guest), by, of: entry.id, told: Box::new(told) };
        return match passkeys.keep(guest.who, &[event], room.now()).await {
            Ok(()) => Redirect::to("/releases").into_response(),
            Err(error) => enter::refused(&room, &guest, language, &Refusal::NotKept(error.to_string())),
        };
    }
    let seen = vec![crate::room::Seen::Entry(entry.id)];
    let entering = Entering { seen, ..Entering::of(&guest, entries(&room, &guest, &view, entry.id, told)) };
    match room.enter(entering).await {
        Ok(()) => Redirect::to("/page/ledger").into_response(),
        Err(refusal) => enter::refused(&room, &guest, language, &refusal),
    }
}

/// The release that the form makes; none where something is missing.
fn told(view: &View<'_>, guest: &Guest, entry: &Entry, values: &Values) -> Option<Release> {
    let to = EntryId::parse(first(values, "to")).filter(|id| view.entry(*id).is_some())?;
    let words = first(values, "words").trim().replace("\r\n", "\n");
    let terms = match first(values, "terms") {
        "free" => Terms::Free,
        "never" => Terms::Never,
        _ => Terms::AskFirst,
    };
    let audience = audience_for(view, to);
    // Who told it, and on what, are said only where the receiver may see that there is such a person or matter.
    let is_theirs = |id: EntryId| view.entry(id).is_some_and(|found| found.audience.includes(&audience));
    let told_by = match guest.who {
        Who::Person(person) => Some(ActorId(person.0)).filter(|person| is_theirs(person.0)),
        Who::Keeper => None,
    };
    let on = subject(entry).filter(|on| is_theirs(on.0));
    (!words.is_empty()).then_some(Release { to: ActorId(to), told_by, words, terms, contact: None, on })
}

fn subject(entry: &Entry) -> Option<SubjectId> {
    match &entry.fact {
        Fact::Position(position) => Some(position.on),
        Fact::Ask(ask) => ask.on,
        Fact::Idea(idea) => idea.on,
        fact if matches!(fact.kind(), Kind::Issue | Kind::Option | Kind::Provision) => {
            Some(SubjectId(entry.id))
        }
        _ => None,
    }
}

pub(crate) fn entries(
    room: &Room,
    guest: &Guest,
    view: &View<'_>,
    from: EntryId,
    told: Release,
) -> Vec<Entry> {
    let today = Moment::Day(view.today());
    let new = |audience: Audience, fact: Fact| Entry {
        id: room.new_id(guest),
        label: None,
        audience,
        about: None,
        known_at: today,
        recorded_at: today,
        supersedes: Vec::new(),
        sources: Vec::new(),
        assumed: None,
        fact,
    };
    let release = new(audience_for(view, told.to.0), Fact::Release(told));
    let origin = Origin { release: ReleaseId(release.id), entry: AnyId(from) };
    let origin = new(Audience::Only(rights::mediators(view)), Fact::Origin(origin));
    vec![release, origin]
}
