//! The what-if page: the mediator fixes an option, sets a red line aside, adds an option, and the page answers at once. The
//! address carries the whole question; nothing is entered and nothing is kept.

mod asked;
mod form;

use std::sync::Arc;

use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use onetext_desk::settlement::what_if::{self, Askable};
use onetext_model::{OptionId, View};
use tokio::task::spawn_blocking;

use crate::enter::values_in;
use crate::escape::escaped;
use crate::frame::{self, Frame};
use crate::on_table;
use crate::rights;
use crate::room::Room;
use crate::say::Language;
use crate::who::Guest;
use asked::Question;

/// The address.
pub(crate) const PATH: &str = "/what-if";
/// The pages of the desk from which one comes here.
const FROM: [&str; 5] = ["settle", "conflicts", "zone", "trade", "ask"];

/// The page.
pub(crate) async fn page(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let language = Language::of(&headers);
    let answered = spawn_blocking(move || {
        let state = room.state();
        answer(language, &room.view(&state, &guest), &query.unwrap_or_default())
    });
    match answered.await {
        Ok((status, html)) => (status, Html(html)).into_response(),
        Err(_) => failed(language),
    }
}

fn failed(language: Language) -> Response {
    let title = language.say("page-what-if");
    let words = escaped(&language.say("what-if-failed"));
    let content = format!("<article class=\"form\"><h1>{}</h1><p>{words}</p></article>\n", escaped(&title));
    let html = Frame::outside(language, &title, content).to_html();
    (StatusCode::INTERNAL_SERVER_ERROR, Html(html)).into_response()
}

/// The page for a question as it stands in the address.
fn answer(language: Language, view: &View<'_>, query: &str) -> (StatusCode, String) {
    let values = values_in(query.as_bytes());
    let askable = Askable::of(view);
    let question = Question::read(view, &askable, &values);
    let document = what_if::compose(view, &question.what_if);
    let shown = frame::document(language, view, &document);
    let content = if view.settings().conflicts_only {
        shown
    } else {
        let form = form::Form { language, view, askable: &askable, question: &question }.to_html();
        let said: String = question.wrong.iter().map(|wrong| wrong.notice(language)).collect();
        let ways = ways(language, &question.what_if.fixed);
        format!("{form}<div data-renewed=\"question\">\n{said}{ways}</div>\n{shown}")
    };
    let address = if query.is_empty() { PATH.to_owned() } else { format!("{PATH}?{query}") };
    let status = if question.wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    (status, Frame::titled(language, view, &document.title.to_words(), &address, content).to_html())
}

/// The ways to other pages with what is fixed on their table.
fn ways(language: Language, fixed: &[OptionId]) -> String {
    if fixed.is_empty() {
        return String::new();
    }
    let links = [("trade", "what-if-trade"), ("ask", "what-if-ask"), ("settle", "what-if-settle")];
    let links: String = links
        .iter()
        .map(|(page, said)| {
            let address = on_table::address(&format!("/page/{page}"), fixed);
            let words = escaped(&language.say(said));
            format!("<a class=\"button way\" href=\"{}\">{words}</a>\n", escaped(&address))
        })
        .collect();
    let said = escaped(&language.say("what-if-ways"));
    format!(
        "<div class=\"tools\" role=\"group\" aria-label=\"{said}\">\n\
         <span class=\"said\" aria-hidden=\"true\">{said}</span>\n{links}</div>\n"
    )
}

/// Whether somebody with this view asks what if: the mediator's team, where anything is settled at all.
pub(crate) fn may_ask(view: &View<'_>) -> bool {
    rights::is_in_charge(view) && !view.settings().conflicts_only
}

/// The way here from a page of the desk, with what is on its table.
pub(crate) fn link(language: Language, view: &View<'_>, page: &str, on: &[OptionId]) -> String {
    if !FROM.contains(&page) || !may_ask(view) {
        return String::new();
    }
    let named = on.iter().map(|option| format!("{}={}", asked::FIX, option.0)).collect::<Vec<_>>().join("&");
    let address = if named.is_empty() { PATH.to_owned() } else { format!("{PATH}?{named}") };
    format!(
        "<div class=\"tools\">\n<a class=\"button way\" href=\"{}\">{}</a>\n</div>\n",
        escaped(&address),
        escaped(&language.say("page-what-if"))
    )
}
