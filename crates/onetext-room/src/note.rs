//! The debrief note: paste, see what is proposed, take or leave each with one key.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use onetext_model::{Audience, CompartmentId, Entry, EntryId, Fact, View};
use onetext_text::debrief::{Debrief, Given, Proposal, TEXT_BYTES_MAX, propose};

use crate::audience::{audience, choice};
use crate::enter::{self, notice, values_in};
use crate::escape::escaped;
use crate::form::{Telling, Values, kind_words};
use crate::frame::Frame;
use crate::keeping::Paper;
use crate::rights;
use crate::room::{Entering, Room};
use crate::say::Language;
use crate::who::Guest;

/// The page on which a debrief is pasted.
pub(crate) async fn page(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    headers: HeaderMap,
) -> Response {
    let state = room.state();
    let view = room.view(&state, &guest);
    pasting(Language::of(&headers), &view, &Values::new(), "")
}

fn pasting(language: Language, view: &View<'_>, values: &Values, above: &str) -> Response {
    let say = |key: &str| escaped(&language.say(key));
    let content = format!(
        "<article class=\"form\">\n<h1>{title}</h1>\n{above}<p>{about}</p>\n<form method=\"post\" action=\"/note\">\n\
         <div class=\"field\"><label for=\"f:text\">{label}</label>\n\
         <textarea id=\"f:text\" name=\"text\" rows=\"14\" required dir=\"auto\">\n{text}</textarea></div>\n\
         <div class=\"field\"><label for=\"f:on\">{on}</label>\n<input id=\"f:on\" name=\"on\" value=\"{today}\"></div>\n\
         {audience}\
         <div class=\"tools\"><button class=\"main\">{read}</button></div>\n</form>\n</article>\n",
        title = say("page-note"),
        about = say("note-about"),
        label = say("note-text"),
        text = escaped(first(values, "text")),
        on = say("note-on"),
        today = match first(values, "on") {
            "" => view.today().to_string(),
            given => escaped(given),
        },
        audience = choice(language, view, first(values, "_audience")),
        read = say("note-read"),
    );
    Html(Frame::inside(language, view, &language.say("page-note"), "/note", content).to_html())
        .into_response()
}

fn first<'v>(values: &'v Values, key: &str) -> &'v str {
    values.get(key).and_then(|all| all.first()).map_or("", String::as_str)
}

/// Reads a debrief. The ids are derived from the text, the day and a mark, so that the same text gives the same
/// proposals when they are taken: nothing is kept between the two pages.
fn read(view: &View<'_>, values: &Values) -> Result<(Debrief, Audience), &'static str> {
    let text = first(values, "text");
    if text.trim().is_empty() || text.len() > TEXT_BYTES_MAX {
        return Err("note-too-long");
    }
    let audience = audience(view, first(values, "_audience")).ok_or("note-no-audience")?;
    let on = first(values, "on").parse().unwrap_or(view.today());
    let mark = first(values, "mark");
    let mut count = 0_u32;
    let mut new_id = || {
        count += 1;
        EntryId::derived(&["debrief", mark, text, &count.to_string()])
    };
    // Read with the eyes of those who will see it, so that no name of another circle is recognised in it.
    let given = Given {
        on,
        recorded_on: view.today(),
        audience: audience.clone(),
        file_mark: mark.chars().take(6).collect(),
        new_id: &mut new_id,
    };
    let debrief = propose(view, text, given);
    let mediators: BTreeSet<CompartmentId> = rights::mediators(view);
    let is_mediators = matches!(&audience, Audience::Only(circles) if circles.is_subset(&mediators));
    if debrief.is_under_rule() && !is_mediators {
        return Err("note-under-rule");
    }
    Ok((debrief, audience))
}

/// The proposals that a pasted text gives.
pub(crate) async fn proposals(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let language = Language::of(&headers);
    let state = room.state();
    let view = room.view(&state, &guest);
    let mut values = values_in(&body);
    values.insert("mark".to_owned(), vec![room.new_id(&guest).to_string()]);
    match read(&view, &values) {
        Ok((debrief, _)) => proposed(language, &view, &values, &debrief),
        Err(why) => pasting(language, &view, &values, &notice("wrong", language, why, "")),
    }
}

fn proposed(language: Language, view: &View<'_>, values: &Values, debrief: &Debrief) -> Response {
    let say = |key: &str| escaped(&language.say(key));
    let words_of = |entry: &Entry| onetext_desk::summary(view, entry);
    let mut known: Vec<(EntryId, String)> =
        debrief.proposals.iter().map(|one| (one.entry.id, words_of(&one.entry))).collect();
    known.push((debrief.report.id, words_of(&debrief.report)));
    let telling = Telling { language, view, proposed: &known };
    let items: String =
        debrief.proposals.iter().enumerate().map(|(place, one)| proposal(&telling, place, one)).collect();
    let unread: String =
        debrief.unread.iter().map(|one| format!("<li><bdi>{}</bdi></li>\n", escaped(one))).collect();
    let unread = if unread.is_empty() {
        unread
    } else {
        format!("<h2>{}</h2>\n<ul>\n{unread}</ul>\n", say("note-unread"))
    };
    let hidden: String = ["text", "on", "_audience", "mark"]
        .iter()
        .map(|key| {
            format!("<input type=\"hidden\" name=\"{key}\" value=\"{}\">\n", escaped(first(values, key)))
        })
        .collect();
    let content = format!(
        "<article class=\"form proposals\">\n<h1>{title}</h1>\n<p>{tick}</p>\n<p data-keys hidden>{keys}</p>\n<form method=\"post\" action=\"/note/take\">\n{hidden}\
         <ol data-proposals>\n{items}</ol>\n{unread}\
         <div class=\"tools\"><button class=\"main\">{take}</button></div>\n</form>\n</article>\n",
        title = say("note-proposals"),
        tick = say("note-tick"),
        keys = say("note-keys"),
        take = say("note-take"),
    );
    Html(Frame::inside(language, view, &language.say("note-proposals"), "/note", content).to_html())
        .into_response()
}

fn proposal(telling: &Telling<'_, '_>, place: usize, one: &Proposal) -> String {
    let language = telling.language;
    format!(
        "<li tabindex=\"-1\">\n<div class=\"flag\"><input type=\"checkbox\" id=\"take:{place}\" name=\"take\" value=\"{id}\" checked> \
         <label for=\"take:{place}\"><strong>{kind}</strong> <q><bdi>{sentence}</bdi></q></label></div>\n\
         <p class=\"help\">{because} <bdi>{why}</bdi></p>\n<dl>\n{terms}</dl>\n</li>\n",
        id = one.entry.id,
        kind = escaped(&kind_words(language, one.entry.fact.kind())),
        sentence = escaped(one.sentence.trim()),
        because = escaped(&language.say("note-because")),
        why = escaped(&one.why),
        terms = telling.terms(&one.entry.fact),
    )
}

/// Takes what was ticked, with the text that it rests on.
pub(crate) async fn take(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let values = values_in(&body);
    let state = room.state();
    let view = room.view(&state, &guest);
    let debrief = match read(&view, &values) {
        Ok((debrief, _)) => debrief,
        Err(why) => {
            let language = Language::of(&headers);
            let again = pasting(language, &view, &values, &notice("wrong", language, why, ""));
            return (StatusCode::UNPROCESSABLE_ENTITY, again).into_response();
        }
    };
    let taken: Vec<EntryId> =
        values.get("take").into_iter().flatten().filter_map(|id| EntryId::parse(id)).collect();
    let papers = paper(&debrief.report, first(&values, "text")).into_iter().collect();
    let entering = Entering { papers, ..Entering::of(&guest, debrief.chosen(&taken)) };
    match room.enter(entering).await {
        Ok(()) => Redirect::to(&format!("/entry/{}", debrief.report.id)).into_response(),
        Err(refusal) => enter::refused(&room, &guest, Language::of(&headers), &refusal),
    }
}

fn paper(report: &Entry, text: &str) -> Option<Paper> {
    let Fact::Report(fact) = &report.fact else { return None };
    let name = fact.file.clone()?;
    Some(Paper { of: report.id, name, text: text.replace("\r\n", "\n") })
}
