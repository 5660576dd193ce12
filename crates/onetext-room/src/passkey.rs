//! The passkey's addresses: JSON between a small script and the door. Whatever is wrong, the answer is the same.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use serde::{Deserialize, Serialize};
use serde_json::json;
use webauthn_rs::prelude::{PublicKeyCredential, RegisterPublicKeyCredential};

use crate::door::{NotLetIn, Passkeys};
use crate::room::Room;
use crate::sign;
use crate::who::{Guest, Who};

/// The cookie that ties an answer to the browser that asked for its challenge.
const CEREMONY: &str = "onetext-ceremony";

/// What begins a registration: the secret of an invitation, or nothing for whoever is in.
#[derive(Deserialize)]
pub(crate) struct Begin {
    #[serde(default)]
    invitation: Option<String>,
}

/// A new passkey.
#[derive(Deserialize)]
pub(crate) struct Registered {
    #[serde(default)]
    name: String,
    credential: RegisterPublicKeyCredential,
}

/// The same words for everything that is wrong.
fn not_let_in() -> Response {
    (StatusCode::FORBIDDEN, Json(json!({ "problem": "not let in" }))).into_response()
}

fn challenge(room: &Room, options: impl Serialize, secret: &str) -> Response {
    let secure = if room.place.is_encrypted() { "; Secure" } else { "" };
    let cookie =
        format!("{CEREMONY}={secret}; Path=/passkey; HttpOnly; SameSite=Strict; Max-Age=300{secure}");
    let mut response = Json(json!(options)).into_response();
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

fn ceremony(headers: &HeaderMap) -> Option<&str> {
    sign::cookie(headers, CEREMONY)
}

/// A challenge for a new passkey: by invitation, or beside those of a guest who touched one just now.
pub(crate) async fn begin_registration(
    State(room): State<Arc<Room>>,
    headers: HeaderMap,
    Json(begin): Json<Begin>,
) -> Response {
    let Some(passkeys) = room.door.passkeys() else { return not_let_in() };
    let person = match sign::guest(&room, &headers) {
        Some(Guest { who: Who::Person(person), is_fresh: true, .. }) => Some(person),
        _ => None,
    };
    let challenged = passkeys
        .begin_registration(begin.invitation.as_deref(), person, room.now(), room.world.as_ref())
        .await;
    match challenged {
        Ok((options, secret)) => challenge(&room, options, &secret),
        Err(NotLetIn) => not_let_in(),
    }
}

/// Registers the new passkey and lets its owner in.
pub(crate) async fn finish_registration(
    State(room): State<Arc<Room>>,
    headers: HeaderMap,
    Json(registered): Json<Registered>,
) -> Response {
    let (Some(passkeys), Some(secret)) = (room.door.passkeys(), ceremony(&headers)) else {
        return not_let_in();
    };
    let name = &registered.name;
    match passkeys.finish_registration(secret, &registered.credential, name, room.now()).await {
        Ok(person) => {
            let secret = room.door.let_in(person, room.now(), room.world.as_ref());
            sign::with_cookie(&room, &secret, Json(json!({ "to": "/" })).into_response())
        }
        Err(NotLetIn) => not_let_in(),
    }
}

/// A challenge for whoever wants to sign in.
pub(crate) async fn begin_sign_in(State(room): State<Arc<Room>>) -> Response {
    let begun = room.door.passkeys().ok_or(NotLetIn);
    match begun.and_then(|passkeys: &Passkeys| passkeys.begin_sign_in(room.now(), room.world.as_ref())) {
        Ok((options, secret)) => challenge(&room, options, &secret),
        Err(NotLetIn) => not_let_in(),
    }
}

/// Lets in whoever answered the challenge. The secret of the session is new each time.
pub(crate) async fn finish_sign_in(
    State(room): State<Arc<Room>>,
    headers: HeaderMap,
    Json(credential): Json<PublicKeyCredential>,
) -> Response {
    let (Some(passkeys), Some(secret)) = (room.door.passkeys(), ceremony(&headers)) else {
        return not_let_in();
    };
    match passkeys.finish_sign_in(secret, &credential, room.now()).await {
        Ok(person) => {
            if let Some(old) = sign::guest(&room, &headers) {
                room.door.leave(old.session);
            }
            let secret = room.door.let_in(person, room.now(), room.world.as_ref());
            sign::with_cookie(&room, &secret, Json(json!({ "to": "/" })).into_response())
        }
        Err(NotLetIn) => not_let_in(),
    }
}

/// The same for a guest who is in: the session goes on under a new secret.
pub(crate) async fn touch(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    headers: HeaderMap,
    Json(credential): Json<PublicKeyCredential>,
) -> Response {
    let (Some(passkeys), Some(secret)) = (room.door.passkeys(), ceremony(&headers)) else {
        return not_let_in();
    };
    match passkeys.finish_sign_in(secret, &credential, room.now()).await {
        // Another person's passkey opens no door in this one's session.
        Ok(person) if guest.who == Who::Person(person) => {
            let secret = room.door.let_in(person, room.now(), room.world.as_ref());
            room.door.leave(guest.session);
            sign::with_cookie(&room, &secret, Json(json!({ "to": "/" })).into_response())
        }
        _ => not_let_in(),
    }
}
