//! What is on the table, for the pages of the desk that start from it: a form with one option of every issue, whose choice stands
//! in the address. Each guest chooses among the options that they can see, and the page is composed from their own view.

use std::sync::Arc;

use onetext_desk::settlement::{ask, settle, trade, what_if::Askable};
use onetext_document::Document;
use onetext_model::{AsOf, Issue, IssueOption, OptionId, Stated, View};

use crate::enter::{notice, values_in};
use crate::entry::named;
use crate::escape::escaped;
use crate::pages::Looked;
use crate::room::Room;
use crate::say::Language;
use crate::shelf::Composed;
use crate::stand::{self, Standpoint};
use crate::who::Guest;

/// The name under which an option stands in the address.
const ON: &str = "on";

/// From a view and what is on the table to a page.
type Compose = fn(&View<'_>, &[OptionId]) -> Document;

/// The pages that start from it.
const PAGES: &[(&str, Compose)] = &[
    ("settle", |view, on| {
        settle::compose_for(view, &settle::CaseQuestion { current: on.to_vec(), ..Default::default() })
    }),
    ("trade", trade::compose_for),
    ("ask", ask::compose_for),
];

/// What a page composes from what is on the table.
pub(crate) fn composing(page: &str) -> Option<Compose> {
    PAGES.iter().find(|(name, _)| *name == page).map(|(_, compose)| *compose)
}

/// The names of the options that an address puts on the table.
pub(crate) fn names(query: &str) -> Vec<String> {
    let values = values_in(query.as_bytes());
    values.get(ON).into_iter().flatten().filter(|name| !name.is_empty()).cloned().collect()
}

/// The options of those names, as far as the view has them.
pub(crate) fn options(view: &View<'_>, names: &[String]) -> Vec<OptionId> {
    let found = names.iter().filter_map(|name| view.find::<IssueOption>(named(view, name)?));
    found.map(|option| OptionId(option.id())).collect()
}

/// The address of a page with these options on its table.
pub(crate) fn address(path: &str, on: &[OptionId]) -> String {
    let named: Vec<String> = on.iter().map(|option| format!("{ON}={}", option.0)).collect();
    let gap = if path.contains('?') { '&' } else { '?' };
    if named.is_empty() { path.to_owned() } else { format!("{path}{gap}{}", named.join("&")) }
}

/// A page that is wanted with something on its table.
pub(crate) struct Wanted {
    pub(crate) name: String,
    /// The options, as the address names them.
    pub(crate) named: Vec<String>,
    pub(crate) compose: Compose,
    pub(crate) standpoint: Standpoint,
    pub(crate) language: Language,
}

/// The page for a guest; none where it could not be made. It takes one of the turns in which files are made: exchanges take a
/// processor for themselves.
pub(crate) async fn composed(room: Arc<Room>, guest: Guest, wanted: Wanted) -> Option<Composed> {
    let turn = room.papers.take().await;
    let (state, today) = (room.state(), room.state().today(room.now()));
    turn.spend(move || {
        let Wanted { name, named, compose, standpoint, language } = wanted;
        let read = standpoint.at(today);
        let view = View::of(&state.case, guest.viewer, read.unwrap_or_else(|| AsOf::today(today)));
        let on = options(&view, &named);
        let gone = if on.len() < named.len() {
            notice("wrong", language, "what-if-gone", "")
        } else {
            String::new()
        };
        let looked = Looked { language, name: &name, on: &on, above: &gone, is_read: read.is_some() };
        looked.compose(&view, &compose(&view, &on))
    })
    .await
}

/// The form; nothing for pages that do not start from a table, and for cases in which nothing is settled.
pub(crate) fn form(language: Language, view: &View<'_>, page: &str, on: &[OptionId]) -> String {
    let askable = Askable::of(view);
    if composing(page).is_none() || askable.issues.is_empty() {
        return String::new();
    }
    let say = |key: &str| escaped(&language.say(key));
    let with_options = askable.issues.iter().filter(|(_, options)| !options.is_empty());
    let fields: String = with_options.map(|(issue, options)| field(view, *issue, options, on)).collect();
    let open = if on.is_empty() && page == "settle" { "" } else { " open" };
    format!(
        "<details class=\"table\"{open}><summary>{title}</summary>\n\
         <form method=\"get\" action=\"/page/{page}\" data-question>\n<p class=\"help\">{about}</p>\n\
         <div class=\"row\">\n{fields}</div>\n{days}<button>{show}</button>\n</form>\n</details>\n",
        title = say("on-table"),
        about = say("on-table-about"),
        days = stand::hidden(view.at()),
        show = say("stand-show"),
    )
}

/// What is on the table of one issue.
fn field(
    view: &View<'_>,
    issue: Stated<'_, Issue>,
    options: &[Stated<'_, IssueOption>],
    on: &[OptionId],
) -> String {
    let id = issue.id();
    let mut choices = option("", "—", false);
    for one in options {
        let is_on = on.iter().any(|option| view.same(*option, one.id()));
        choices.push_str(&option(&one.id().to_string(), &one.fact.name, is_on));
    }
    format!(
        "<div class=\"field\"><label for=\"t:{id}\"><bdi>{}</bdi></label>\n\
         <select id=\"t:{id}\" name=\"{ON}\">\n{choices}</select></div>\n",
        escaped(&issue.fact.name)
    )
}

/// A choice of a list.
pub(crate) fn option(value: &str, words: &str, is_chosen: bool) -> String {
    let selected = if is_chosen { " selected" } else { "" };
    format!("<option value=\"{value}\"{selected}>{}</option>\n", escaped(words))
}
