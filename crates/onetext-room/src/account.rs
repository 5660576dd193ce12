//! One's own way in: the page of an invitation, the fresh touch, and one's passkeys.

use std::fmt::Write;
use std::sync::Arc;

use axum::Extension;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse, Response};
use onetext_model::PersonId;
use serde::Deserialize;

use crate::door::Accounts;
use crate::enter;
use crate::escape::escaped;
use crate::frame::Frame;
use crate::pages::nowhere_for;
use crate::provider;
use crate::reads::minute;
use crate::room::{Refusal, Room};
use crate::say::{Language, own_path};
use crate::who::{Guest, Who};

/// A form that the passkey's script takes over. Without scripts no browser has passkeys, and it says so.
pub(crate) fn passkey_form(language: Language, act: &str, button: &str, to: &str, fields: &str) -> String {
    let say = |key: &str| escaped(&language.say(key));
    format!(
        "<form method=\"post\" data-passkey=\"{act}\" data-to=\"{to}\" data-wrong=\"{wrong}\" \
         data-wait=\"{wait}\">\n{fields}\
         <div class=\"tools\"><button class=\"main\">{button}</button></div>\n<p role=\"alert\"></p>\n</form>\n\
         <noscript><p>{noscript}</p></noscript>\n<script src=\"/assets/passkey.js\" defer></script>\n",
        to = escaped(to),
        wrong = say("passkey-wrong"),
        wait = say("sign-in-wait"),
        button = say(button),
        noscript = say("passkey-scripts"),
    )
}

fn name_field(language: Language) -> String {
    format!(
        "<div class=\"field\"><label for=\"f-name\">{}</label>\n\
         <input id=\"f-name\" name=\"name\" maxlength=\"60\" dir=\"auto\"></div>\n",
        escaped(&language.say("passkey-name"))
    )
}

fn article(title: &str, about: &str, inner: &str) -> String {
    format!(
        "<article class=\"form\"><h1>{}</h1><p>{}</p>\n{inner}</article>\n",
        escaped(title),
        escaped(about)
    )
}

/// Where an invitation leads. Its secret stands behind the `#`, which no browser sends and no log keeps.
pub(crate) async fn invitation(State(room): State<Arc<Room>>, headers: HeaderMap) -> Html<String> {
    let language = Language::of(&headers);
    let title = language.say("invitation");
    let form = passkey_form(language, "register", "passkey-register", "/", &name_field(language));
    let outside =
        provider::form(&room, language, "provider-link", "/", &provider::invitation_field(language));
    let content = article(&title, &language.say("invitation-about"), &format!("{form}{outside}"));
    Html(Frame::outside(language, &title, content).to_html())
}

/// Where somebody was when a fresh touch was asked for.
#[derive(Default, Deserialize)]
pub(crate) struct Back {
    #[serde(default)]
    back: String,
}

/// Asks for a fresh touch of the passkey.
pub(crate) async fn touch(
    State(room): State<Arc<Room>>,
    headers: HeaderMap,
    Query(back): Query<Back>,
) -> Html<String> {
    let language = Language::of(&headers);
    let title = language.say("touch");
    let to = own_path(&back.back);
    let form = passkey_form(language, "touch", "touch-do", &to, "");
    let touch = "<input type=\"hidden\" name=\"touch\" value=\"yes\">";
    let outside = provider::form(&room, language, "provider-touch", &to, touch);
    let content = article(&title, &language.say("touch-about"), &format!("{form}{outside}"));
    Html(Frame::outside(language, &title, content).to_html())
}

/// One's own passkeys. A second one is how the loss of the first is survived.
pub(crate) async fn page(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    headers: HeaderMap,
) -> Response {
    let language = Language::of(&headers);
    let (Some(passkeys), Who::Person(person)) = (room.door.passkeys(), guest.who) else {
        return nowhere_for(&room, Some(&guest), &headers);
    };
    let accounts = match passkeys.accounts().await {
        Ok(found) => found,
        Err(error) => return enter::refused(&room, &guest, language, &Refusal::NotKept(error.to_string())),
    };
    let form = passkey_form(language, "register", "passkey-add", "/account", &name_field(language));
    let outside = provider::form(&room, language, "provider-link", "/account", "");
    let title = language.say("page-account");
    let own = ways_in(language, &accounts, person);
    let content = article(
        &title,
        &language.say("account-about"),
        &format!("<ul class=\"ways\">\n{own}</ul>\n{form}{outside}"),
    );
    let state = room.state();
    Html(Frame::inside(language, &room.view(&state, &guest), &title, "/account", content).to_html())
        .into_response()
}

/// Everything that lets a person in, each with a button to give it up unless it is the last.
fn ways_in(language: Language, accounts: &Accounts, person: PersonId) -> String {
    let say = |key: &str| escaped(&language.say(key));
    let is_last = accounts.ways_of(person) < 2;
    let removal = |way: &[u8], name: &str| {
        if is_last {
            return String::new();
        }
        format!(
            " <form method=\"post\" action=\"/account/remove\"><input type=\"hidden\" name=\"way\" value=\"{}\">\
             <button class=\"quiet\">{} <span class=\"unseen\"><bdi>{}</bdi></span></button></form>",
            provider::key_of(way),
            say("account-remove"),
            escaped(name)
        )
    };
    let mut html = String::new();
    for owned in accounts.passkeys_of(person) {
        let last =
            owned.used_at.map_or_else(String::new, |at| format!(" · {} {}", say("passkey-used"), minute(at)));
        let _ = writeln!(
            html,
            "<li><bdi>{}</bdi> · {}{last}{}</li>",
            escaped(&owned.name),
            minute(owned.registered_at),
            removal(owned.passkey.cred_id(), &owned.name)
        );
    }
    for (identity, since) in accounts.identities_of(person) {
        let text = identity.to_text();
        let _ = writeln!(
            html,
            "<li><bdi>{}</bdi> · {}{}</li>",
            escaped(&text),
            minute(since),
            removal(text.as_bytes(), &text)
        );
    }
    html
}
