//! Coming in and going out: the one-time address of a case that somebody opened on this machine, the page for those
//! who have no session, and the cookie.

use std::sync::Arc;

use axum::Extension;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::SignedDuration;
use serde::Deserialize;

use crate::account::passkey_form;
use crate::escape::escaped;
use crate::frame::{self, Frame};
use crate::provider;
use crate::room::Room;
use crate::say::Language;
use crate::who::Guest;

/// What the address carries when a case is opened on this machine.
#[derive(Deserialize)]
pub(crate) struct Token {
    token: String,
}

/// Redeems the one-time token of the address.
pub(crate) async fn open(
    State(room): State<Arc<Room>>,
    headers: HeaderMap,
    Query(token): Query<Token>,
) -> Response {
    match room.door.redeem(&token.token, room.now(), room.world.as_ref()) {
        Some(secret) => with_cookie(&room, &secret, Redirect::to("/").into_response()),
        None => (StatusCode::FORBIDDEN, refused(&room, &headers)).into_response(),
    }
}

/// The page for those who have no session.
pub(crate) async fn page(State(room): State<Arc<Room>>, headers: HeaderMap) -> Response {
    refused(&room, &headers).into_response()
}

fn refused(room: &Room, headers: &HeaderMap) -> Html<String> {
    let language = Language::of(headers);
    let say = |key: &str| escaped(&language.say(key));
    let inner = if room.door.is_alone() {
        format!("<p>{}</p>", say("sign-in-alone"))
    } else {
        format!(
            "<p>{}</p>\n{}{}",
            say("sign-in-room"),
            passkey_form(language, "sign-in", "sign-in-do", "/", ""),
            provider::form(room, language, "provider-sign-in", "/", "")
        )
    };
    let content = format!("<article class=\"form\"><h1>{}</h1>{inner}</article>\n", say("sign-in"));
    Html(Frame::outside(language, &language.say("sign-in"), content).to_html())
}

/// The answer to who knocks too often.
pub(crate) fn too_often(headers: &HeaderMap, wait: SignedDuration) -> Response {
    let language = Language::of(headers);
    let title = language.say("sign-in");
    let content = format!(
        "<article class=\"form\"><h1>{}</h1><p role=\"alert\">{}</p></article>\n",
        escaped(&title),
        escaped(&language.say("sign-in-wait"))
    );
    let page = Html(Frame::outside(language, &title, content).to_html());
    let seconds = wait.as_secs() + 1;
    (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, seconds.to_string())], page).into_response()
}

/// Ends the session.
pub(crate) async fn out(State(room): State<Arc<Room>>, Extension(guest): Extension<Guest>) -> Response {
    room.door.leave(guest.session);
    let mut response = Redirect::to("/sign-in").into_response();
    let gone =
        format!("{}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0{}", cookie_name(&room), secure(&room));
    set(&mut response, header::SET_COOKIE, &gone);
    set(&mut response, frame::CLEAR_SITE_DATA, "\"cache\", \"cookies\", \"storage\"");
    response
}

/// The guest who asks, if the cookie is of an open session.
pub(crate) fn guest(room: &Room, headers: &HeaderMap) -> Option<Guest> {
    if let Some(key) = bearer(headers) {
        return room.door.guest(key, room.now());
    }
    room.door.guest(cookie(headers, cookie_name(room))?, room.now())
}

/// The value of a cookie.
pub(crate) fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// The key that a program sends. A browser never does so by itself, so nobody can make it.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
}

/// An answer that gives the session's secret to the browser.
pub(crate) fn with_cookie(room: &Room, secret: &str, mut response: Response) -> Response {
    let cookie = format!("{}={secret}; Path=/; HttpOnly; SameSite=Strict{}", cookie_name(room), secure(room));
    set(&mut response, header::SET_COOKIE, &cookie);
    response
}

/// Over an encrypted connection the name itself forbids other hosts and paths to set it.
fn cookie_name(room: &Room) -> &'static str {
    if room.place.is_encrypted() { "__Host-onetext" } else { "onetext" }
}

fn secure(room: &Room) -> &'static str {
    if room.place.is_encrypted() { "; Secure" } else { "" }
}

fn set(response: &mut Response, name: impl Into<header::HeaderName>, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().append(name.into(), value);
    }
}
