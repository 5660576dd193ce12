//! The way to an identity provider and back. Browsers send our cookie to no page that another site leads to, and let no
//! form lead to another site: so each of the two steps is a page of ours that goes on by itself, or by its link.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use onetext_model::PersonId;
use serde::Deserialize;

use crate::door::{Accounts, Event, NotLetIn};
use crate::enter;
use crate::escape::escaped;
use crate::form::Values;
use crate::frame::Frame;
use crate::pages::nowhere_for;
use crate::room::{Refusal, Room};
use crate::say::{Language, own_path};
use crate::sign;
use crate::who::{Guest, Who};

/// The cookie that ties what comes back to the browser that set out. It comes back from another site, so it is `Lax`.
const JOURNEY: &str = "onetext-journey";

/// The form that leads to the provider; nothing where there is none.
pub(crate) fn form(room: &Room, language: Language, button: &str, to: &str, fields: &str) -> String {
    let Some(outside) = room.door.outside() else { return String::new() };
    format!(
        "<form method=\"post\" action=\"/provider\">\n<input type=\"hidden\" name=\"to\" value=\"{to}\">{fields}\
         <div class=\"tools\"><button>{button}</button></div>\n</form>\n",
        to = escaped(to),
        button = escaped(&language.say_with(button, &[("name", outside.name())])),
    )
}

/// The field for an invitation's secret, which stands behind the `#` of its address; a script copies it from there.
pub(crate) fn invitation_field(language: Language) -> String {
    format!(
        "<div class=\"field\"><label for=\"f-invitation\">{}</label>\n\
         <input id=\"f-invitation\" name=\"invitation\" autocomplete=\"off\" required data-invitation></div>\n",
        escaped(&language.say("provider-invitation"))
    )
}

fn first<'v>(values: &'v Values, key: &str) -> &'v str {
    values.get(key).and_then(|all| all.first()).map_or("", String::as_str)
}

/// Sets out to the provider.
pub(crate) async fn set_out(State(room): State<Arc<Room>>, headers: HeaderMap, body: Bytes) -> Response {
    let language = Language::of(&headers);
    let (Some(outside), Some(passkeys)) = (room.door.outside(), room.door.passkeys()) else {
        return nowhere_for(&room, sign::guest(&room, &headers).as_ref(), &headers);
    };
    let values = enter::values_in(&body);
    let guest = sign::guest(&room, &headers);
    let is_touch = !first(&values, "touch").is_empty();
    let invitation = first(&values, "invitation").trim();
    let purpose = match outside.purpose(passkeys, invitation, guest.as_ref(), is_touch, room.now()).await {
        Ok(purpose) => purpose,
        Err(NotLetIn) => return not_let_in(language),
    };
    let to = own_path(first(&values, "to"));
    match outside.set_out(purpose, to, room.now(), room.world.as_ref()).await {
        Ok((address, secret)) => {
            let words = language.say_with("provider-go", &[("name", outside.name())]);
            let mut response = onward(language, &words, address.as_str()).into_response();
            keep(&room, &mut response, &format!("{secret}; Max-Age=300"));
            response
        }
        // Why is the operator's business, and stands on the server's own screen.
        Err(unreachable) => {
            eprintln!("{unreachable}");
            let content = said(language, "provider-away");
            (StatusCode::SERVICE_UNAVAILABLE, page(language, content)).into_response()
        }
    }
}

/// What a provider sends back.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Sent {
    state: String,
    code: String,
}

/// Comes back from the provider.
pub(crate) async fn back(
    State(room): State<Arc<Room>>,
    headers: HeaderMap,
    Query(sent): Query<Sent>,
) -> Response {
    let language = Language::of(&headers);
    let (Some(outside), Some(passkeys)) = (room.door.outside(), room.door.passkeys()) else {
        return nowhere_for(&room, None, &headers);
    };
    let secret = sign::cookie(&headers, JOURNEY).unwrap_or_default();
    let came = outside.back(passkeys, secret, &sent.state, &sent.code, room.now()).await;
    let Ok(came) = came else { return not_let_in(language) };
    if let Some(session) = came.instead_of {
        room.door.leave(session);
    }
    let session = room.door.let_back_in(came.person, came.proved_at, room.now(), room.world.as_ref());
    let words = language.say("provider-back");
    let mut response = sign::with_cookie(&room, &session, onward(language, &words, &came.to).into_response());
    keep(&room, &mut response, "; Max-Age=0");
    response
}

fn keep(room: &Room, response: &mut Response, value: &str) {
    let secure = if room.place.is_encrypted() { "; Secure" } else { "" };
    let cookie = format!("{JOURNEY}={value}; Path=/provider; HttpOnly; SameSite=Lax{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

/// A page that goes on by itself.
fn onward(language: Language, words: &str, to: &str) -> Html<String> {
    let content = format!(
        "<article class=\"form\"><h1>{}</h1><p><a href=\"{}\">{}</a></p></article>\n",
        escaped(&language.say("sign-in")),
        escaped(to),
        escaped(words)
    );
    Html(Frame::outside(language, &language.say("sign-in"), content).onward(to).to_html())
}

fn page(language: Language, content: String) -> Html<String> {
    Html(Frame::outside(language, &language.say("sign-in"), content).to_html())
}

fn said(language: Language, key: &str) -> String {
    format!(
        "<article class=\"form\"><h1>{}</h1><div class=\"notice wrong\" role=\"alert\"><p>{}</p></div>\n\
         <p><a href=\"/sign-in\">{}</a></p></article>\n",
        escaped(&language.say("sign-in")),
        escaped(&language.say(key)),
        escaped(&language.say("sign-in"))
    )
}

/// The same words for everything that is wrong.
fn not_let_in(language: Language) -> Response {
    (StatusCode::FORBIDDEN, page(language, said(language, "passkey-wrong"))).into_response()
}

/// A way in as the form of its removal names it.
pub(crate) fn key_of(way: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(way)
}

/// One's own way in of that name, as what happens when it is given up.
fn own_way(accounts: &Accounts, person: PersonId, key: &str) -> Option<Event> {
    let mut passkeys =
        accounts.passkeys_of(person).into_iter().map(|owned| owned.passkey.cred_id().as_slice().to_vec());
    if let Some(credential) = passkeys.find(|credential| key_of(credential) == key) {
        return Some(Event::Removed { credential });
    }
    let mut identities = accounts.identities_of(person).map(|(identity, _)| identity);
    let found = identities.find(|identity| key_of(identity.to_text().as_bytes()) == key);
    found.map(|identity| Event::Unlinked { identity: identity.clone() })
}

/// Gives up one of one's own ways in; the last one stays.
pub(crate) async fn remove(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let language = Language::of(&headers);
    let (Some(passkeys), Who::Person(person)) = (room.door.passkeys(), guest.who) else {
        return nowhere_for(&room, Some(&guest), &headers);
    };
    let values = enter::values_in(&body);
    let kept = |error: crate::keeping::KeepError| Refusal::NotKept(error.to_string());
    let accounts = match passkeys.accounts().await.map_err(kept) {
        Ok(accounts) => accounts,
        Err(refusal) => return enter::refused(&room, &guest, language, &refusal),
    };
    let way = own_way(&accounts, person, first(&values, "way"));
    let Some(event) = way.filter(|_| accounts.ways_of(person) > 1) else {
        return nowhere_for(&room, Some(&guest), &headers);
    };
    match passkeys.keep(guest.who, &[event], room.now()).await.map_err(kept) {
        Ok(()) => Redirect::to("/account").into_response(),
        Err(refusal) => enter::refused(&room, &guest, language, &refusal),
    }
}
