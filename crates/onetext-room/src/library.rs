//! The library of precedents in the room: what earlier agreements say, alone or beside a provision. What is looked for
//! comes as a form, not in the address, and is kept nowhere: it would tell what somebody is thinking of.

use std::fmt::Write;
use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use onetext_desk::precedents::{beside, found};
use onetext_document::Document;
use onetext_model::{Kind, View};
use onetext_text::precedents::{Budget, Filter, Library, PrecedentError, Query, Stage, search};
use tokio::task::spawn_blocking;

use crate::enter::{may_begin, notice, values_in};
use crate::escape::escaped;
use crate::form::Values;
use crate::frame::{self, Frame};
use crate::room::Room;
use crate::say::Language;
use crate::who::Guest;

/// The address.
pub(crate) const PATH: &str = "/library";
/// Hits that are shown; beside a provision each takes a table.
const HITS: usize = 20;
const BESIDE_HITS: usize = 8;
/// Characters of what is looked for.
const WORDS_MAX: usize = 500;
/// The fields that are written: name and message.
const FIELDS: [(&str, &str); 5] = [
    ("words", "library-words"),
    ("beside", "library-beside"),
    ("country", "library-country"),
    ("from", "library-from"),
    ("to", "library-to"),
];

/// The form.
pub(crate) async fn page(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    headers: HeaderMap,
) -> Response {
    let language = Language::of(&headers);
    let state = room.state();
    let view = room.view(&state, &guest);
    let above =
        if room.library().is_some() { String::new() } else { notice("told", language, "library-none", "") };
    drawn(StatusCode::OK, language, &view, &Values::new(), &above, None)
}

/// The form with what was found below it.
pub(crate) async fn look(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let language = Language::of(&headers);
    let values = values_in(&body);
    let looked = spawn_blocking(move || {
        let state = room.state();
        let view = room.view(&state, &guest);
        let answer = room.library().ok_or("library-none").and_then(|library| answer(&view, library, &values));
        match answer {
            Ok(document) => drawn(StatusCode::OK, language, &view, &values, "", Some(&document)),
            Err(why) => {
                let above = notice("wrong", language, why, "");
                drawn(StatusCode::UNPROCESSABLE_ENTITY, language, &view, &values, &above, None)
            }
        }
    });
    looked.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// What was found; the key of what is wrong otherwise.
fn answer(view: &View<'_>, library: &Library, values: &Values) -> Result<Document, &'static str> {
    let (words, named) = (first(values, "words").trim(), first(values, "beside").trim());
    if words.chars().count() > WORDS_MAX {
        return Err("library-too-long");
    }
    let filter = filter(values)?;
    let nothing = |_: PrecedentError| "library-no-words";
    if named.is_empty() {
        let query = Query::read(words, filter).map_err(nothing)?;
        let budget = Budget { hits_max: HITS, ..Budget::default() };
        return Ok(found::compose(library, &query, &search(library, &query, budget)));
    }
    let provision = beside::provision(view, named).ok_or("library-no-provision")?;
    let query = if words.is_empty() {
        Query::like(&beside::words(provision), filter).map_err(|_| "library-no-notions")?
    } else {
        Query::read(words, filter).map_err(nothing)?
    };
    let budget = Budget { hits_max: BESIDE_HITS, ..Budget::default() };
    Ok(beside::compose(view, provision, library, &query, &search(library, &query, budget)))
}

fn filter(values: &Values) -> Result<Filter, &'static str> {
    let year = |key: &str| match first(values, key).trim() {
        "" => Ok(None),
        typed => typed.parse::<i16>().map(Some).map_err(|_| "library-no-year"),
    };
    let (from_year, to_year) = (year("from")?, year("to")?);
    if from_year.zip(to_year).is_some_and(|(from, to)| from > to) {
        return Err("library-no-year");
    }
    let country = Some(first(values, "country").trim().to_owned()).filter(|country| !country.is_empty());
    Ok(Filter {
        stages: Stage::read(first(values, "stage")).into_iter().collect(),
        country,
        from_year,
        to_year,
        ..Filter::default()
    })
}

fn drawn(
    status: StatusCode,
    language: Language,
    view: &View<'_>,
    values: &Values,
    above: &str,
    document: Option<&Document>,
) -> Response {
    let say = |key: &str| escaped(&language.say(key));
    let mut fields = String::new();
    for (key, message) in FIELDS {
        let value = escaped(first(values, key));
        let _ = writeln!(
            fields,
            "<div class=\"field\"><label for=\"f:{key}\">{}</label>\n\
             <input id=\"f:{key}\" name=\"{key}\" value=\"{value}\" dir=\"auto\"></div>",
            say(message)
        );
    }
    let enter = if may_begin(view, Kind::Precedent) {
        format!("<a class=\"button way\" href=\"/enter/precedent\">{}</a>\n", say("enter-precedent"))
    } else {
        String::new()
    };
    let content = format!(
        "<article class=\"form\">\n<h1>{title}</h1>\n{above}<p>{about}</p>\n<form method=\"post\" action=\"{PATH}\">\n\
         {fields}{stages}<div class=\"tools\"><button class=\"main\">{find}</button>\n{enter}</div>\n</form>\n\
         </article>\n{found}",
        title = say("page-library"),
        about = say("library-about"),
        stages = stages(language, first(values, "stage")),
        find = say("library-find"),
        found = document.map_or_else(String::new, |document| frame::document(language, view, document)),
    );
    let html = Frame::inside(language, view, &language.say("page-library"), PATH, content).to_html();
    (status, Html(html)).into_response()
}

/// The choice of a stage of talks.
fn stages(language: Language, chosen: &str) -> String {
    let mut options =
        format!("<option value=\"\">{}</option>\n", escaped(&language.say("library-any-stage")));
    for stage in Stage::ALL {
        let selected = if stage.code() == chosen { " selected" } else { "" };
        let _ = writeln!(
            options,
            "<option value=\"{}\"{selected}>{}</option>",
            stage.code(),
            escaped(&language.say(&format!("stage-{}", stage.code().to_lowercase())))
        );
    }
    format!(
        "<div class=\"field\"><label for=\"f:stage\">{}</label>\n<select id=\"f:stage\" name=\"stage\">\n{options}</select></div>\n",
        escaped(&language.say("library-stage"))
    )
}

fn first<'v>(values: &'v Values, key: &str) -> &'v str {
    values.get(key).and_then(|all| all.first()).map_or("", String::as_str)
}
