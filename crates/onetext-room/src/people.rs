//! People: who is in which circle, who was invited, who has a passkey; inviting and showing out. The mediator's.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use onetext_model::{
    AnyId, Audience, Compartment, CompartmentId, Entry, EntryId, Fact, Membership, Moment, Person, PersonId,
    PersonSort, Stated, View, Withdrawal,
};

use crate::door::Accounts;
use crate::enter;
use crate::escape::escaped;
use crate::form::Values;
use crate::frame::Frame;
use crate::rights;
use crate::room::{Entering, Refusal, Room};
use crate::say::Language;
use crate::who::Guest;

/// The page of the people.
pub(crate) async fn page(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    headers: HeaderMap,
) -> Response {
    shown(&room, &guest, &headers, "").await
}

async fn shown(room: &Arc<Room>, guest: &Guest, headers: &HeaderMap, above: &str) -> Response {
    let language = Language::of(headers);
    let title = language.say("page-people");
    let content = match room.door.passkeys() {
        None => format!("<p>{}</p>\n", escaped(&language.say("people-alone"))),
        Some(passkeys) => match passkeys.accounts().await {
            Err(error) => return enter::refused(room, guest, language, &Refusal::NotKept(error.to_string())),
            Ok(accounts) => {
                let state = room.state();
                listing(room, language, &room.view(&state, guest), &accounts)
            }
        },
    };
    let content =
        format!("<article class=\"form\">\n<h1>{}</h1>\n{above}{content}</article>\n", escaped(&title));
    let state = room.state();
    Html(Frame::inside(language, &room.view(&state, guest), &title, "/people", content).to_html())
        .into_response()
}

fn named<'v>(view: &View<'v>) -> Vec<Stated<'v, Person>> {
    let mut all: Vec<_> =
        view.each::<Person>().filter(|person| person.fact.sort == PersonSort::Named).collect();
    all.sort_by(|one, other| (&one.fact.name, one.id()).cmp(&(&other.fact.name, other.id())));
    all
}

fn circles_of(view: &View<'_>, person: EntryId) -> Vec<String> {
    let member = |m: &Stated<'_, Membership>| view.same(m.fact.person, person);
    let name =
        |m: Stated<'_, Membership>| view.find::<Compartment>(m.fact.compartment).map(|c| c.fact.name.clone());
    view.each::<Membership>().filter(member).filter_map(name).collect()
}

fn listing(room: &Room, language: Language, view: &View<'_>, accounts: &Accounts) -> String {
    let say = |key: &str| escaped(&language.say(key));
    let rows: String = named(view)
        .iter()
        .map(|person| {
            let id = PersonId(person.id());
            let passkeys = accounts.passkeys_of(id).len();
            let invited = if accounts.is_invited(id, room.now()) { say("people-invited") } else { String::new() };
            let is_known = passkeys > 0 || !invited.is_empty();
            let revoke = format!(
                "<form method=\"post\" action=\"/people/revoke\"><input type=\"hidden\" name=\"person\" value=\"{}\">\
                 <button>{} <span class=\"unseen\"><bdi>{}</bdi></span></button></form>",
                person.id(),
                say("people-revoke"),
                escaped(&person.fact.name)
            );
            format!(
                "<tr><th scope=\"row\"><bdi>{}</bdi></th><td><bdi>{}</bdi></td><td>{}{invited}</td><td>{}</td></tr>\n",
                escaped(&person.fact.name),
                escaped(&circles_of(view, person.id()).join(", ")),
                if passkeys > 0 { format!("{} {passkeys} ", say("people-passkeys")) } else { String::new() },
                if is_known { revoke } else { String::new() },
            )
        })
        .collect();
    format!(
        "<p>{about}</p>\n<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{title}\"><table>\n\
         <thead><tr><th scope=\"col\">{person}</th><th scope=\"col\">{circles}</th><th scope=\"col\">{account}</th>\
         <th scope=\"col\">{act}</th></tr></thead>\n<tbody>\n{rows}</tbody></table></div>\n\
         <p><a href=\"/reads\">{reads}</a></p>\n{invite}",
        about = say("people-about"),
        title = say("page-people"),
        person = say("field-person"),
        circles = say("people-circles"),
        account = say("people-account"),
        act = say("people-act"),
        reads = say("page-reads"),
        invite = invitation(language, view),
    )
}

fn invitation(language: Language, view: &View<'_>) -> String {
    let say = |key: &str| escaped(&language.say(key));
    let persons: String = named(view)
        .iter()
        .map(|person| format!("<option value=\"{}\">{}</option>\n", person.id(), escaped(&person.fact.name)))
        .collect();
    let circles: String = view
        .each::<Compartment>()
        .map(|circle| {
            let id = circle.id();
            format!(
                "<div><input type=\"checkbox\" id=\"c-{id}\" name=\"circle\" value=\"{id}\"> <label for=\"c-{id}\">{}</label></div>\n",
                escaped(&circle.fact.name)
            )
        })
        .collect();
    format!(
        "<h2>{title}</h2>\n<form method=\"post\" action=\"/people/invite\">\n\
         <div class=\"field\"><label for=\"f-person\">{person}</label>\n<select id=\"f-person\" name=\"person\" required>\n\
         <option value=\"\">—</option>\n{persons}</select></div>\n\
         <fieldset><legend>{legend}</legend>\n<p class=\"help\">{help}</p>\n{circles}</fieldset>\n\
         <div class=\"tools\"><button class=\"main\">{invite}</button></div>\n</form>\n",
        title = say("people-invite"),
        person = say("field-person"),
        legend = say("people-circles"),
        help = say("people-circles-help"),
        invite = say("people-invite"),
    )
}

fn person_in(view: &View<'_>, values: &Values) -> Option<PersonId> {
    let text = values.get("person").and_then(|all| all.first())?;
    EntryId::parse(text).and_then(|id| view.find::<Person>(id)).map(|person| PersonId(person.id()))
}

fn new(room: &Room, guest: &Guest, view: &View<'_>, audience: Audience, fact: Fact) -> Entry {
    let today = Moment::Day(view.today());
    Entry {
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
    }
}

async fn take(room: &Room, guest: &Guest, entries: Vec<Entry>) -> Result<(), Refusal> {
    if entries.is_empty() {
        return Ok(());
    }
    let entering = Entering::of(guest, entries);
    room.enter(entering).await
}

/// Puts a person into circles and makes an invitation, which is shown once.
pub(crate) async fn invite(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let language = Language::of(&headers);
    let values = enter::values_in(&body);
    let state = room.state();
    let view = room.view(&state, &guest);
    let (Some(person), Some(passkeys)) = (person_in(&view, &values), room.door.passkeys()) else {
        return (StatusCode::UNPROCESSABLE_ENTITY, shown(&room, &guest, &headers, "").await).into_response();
    };
    let is_in = |circle: CompartmentId| {
        view.each::<Membership>()
            .any(|m| view.same(m.fact.person, person) && view.same(m.fact.compartment, circle))
    };
    let chosen = values.get("circle").into_iter().flatten().filter_map(|id| EntryId::parse(id));
    let entries = chosen
        .map(CompartmentId)
        .filter(|circle| view.find::<Compartment>(*circle).is_some() && !is_in(*circle))
        .map(|compartment| {
            // The circle itself must see who is in it, and so must the mediator.
            let audience =
                Audience::Only(rights::mediators(&view).into_iter().chain([compartment]).collect());
            new(&room, &guest, &view, audience, Fact::Membership(Membership { person, compartment }))
        })
        .collect();
    if let Err(refusal) = take(&room, &guest, entries).await {
        return enter::refused(&room, &guest, language, &refusal);
    }
    match passkeys.invite(guest.who, person, room.now(), room.world.as_ref()).await {
        Err(error) => enter::refused(&room, &guest, language, &Refusal::NotKept(error.to_string())),
        Ok(secret) => {
            let origin = room.place.origins.first().cloned().unwrap_or_default();
            let above = format!(
                "<div class=\"notice\" role=\"status\"><p>{}</p>\n<p><code id=\"invitation\">{}/invitation#{secret}</code></p></div>\n",
                escaped(&language.say("people-link")),
                escaped(&origin)
            );
            shown(&room, &guest, &headers, &above).await
        }
    }
}

/// Shows a person out: passkeys, invitations, sessions and live pages end, and so do the memberships that are seen.
pub(crate) async fn revoke(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let language = Language::of(&headers);
    let values = enter::values_in(&body);
    let state = room.state();
    let view = room.view(&state, &guest);
    let (Some(person), Some(passkeys)) = (person_in(&view, &values), room.door.passkeys()) else {
        return (StatusCode::UNPROCESSABLE_ENTITY, shown(&room, &guest, &headers, "").await).into_response();
    };
    // First the door, then the record of it: whoever is shown out must see nothing in between.
    room.door.shut_out(person);
    let event = crate::door::Event::Revoked { person };
    if let Err(error) = passkeys.keep(guest.who, &[event], room.now()).await {
        return enter::refused(&room, &guest, language, &Refusal::NotKept(error.to_string()));
    }
    room.door.shut_out(person);
    let entries = view
        .each::<Membership>()
        .filter(|m| view.same(m.fact.person, person))
        .map(|m| {
            let fact = Fact::Withdrawal(Withdrawal { of: AnyId(m.id()), reason: None });
            new(&room, &guest, &view, m.entry.audience.clone(), fact)
        })
        .collect();
    match take(&room, &guest, entries).await {
        Ok(()) => Redirect::to("/people").into_response(),
        Err(refusal) => enter::refused(&room, &guest, language, &refusal),
    }
}
