//! The frame around every page: heads, navigation, language, who looks, and the page itself in the middle.

use std::collections::BTreeMap;

use axum::http::HeaderName;
use onetext_document::html;
use onetext_model::{Compartment, EntryId, Person, View, Viewer};

use crate::escape::escaped;
use crate::say::Language;

/// Tells the browser to forget what it kept of us.
pub(crate) const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");

/// A page with its frame.
pub(crate) struct Frame {
    language: Language,
    title: String,
    navigation: String,
    /// The page, already HTML.
    content: String,
    /// The address that is listened to for changes.
    live: Option<String>,
}

/// Where a link of the navigation leads.
struct Link {
    href: String,
    words: String,
    here: bool,
}

impl Frame {
    /// A page for somebody who is not in the room: no navigation.
    pub(crate) fn outside(language: Language, title: &str, content: String) -> Frame {
        Frame { language, title: title.to_owned(), navigation: String::new(), content, live: None }
    }

    /// A page for a guest, at this address.
    pub(crate) fn inside(
        language: Language,
        view: &View<'_>,
        title: &str,
        at: &str,
        content: String,
    ) -> Frame {
        let navigation = navigation(language, view, at);
        Frame { language, title: title.to_owned(), navigation, content, live: None }
    }

    /// The page follows what happens to this address.
    #[must_use]
    pub(crate) fn live(mut self, address: &str) -> Frame {
        self.live = Some(address.to_owned());
        self
    }

    /// The page as HTML.
    pub(crate) fn to_html(&self) -> String {
        let live = self.live.as_ref().map_or_else(String::new, |address| {
            format!(
                " data-live=\"/live?address={}\" data-changed=\"{}\"",
                encoded(address),
                escaped(&self.language.say("page-changed"))
            )
        });
        format!(
            "<!doctype html>\n<html lang=\"{tag}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n\
             <link rel=\"icon\" href=\"/assets/mark.svg\" type=\"image/svg+xml\">\n\
             <link rel=\"stylesheet\" href=\"/assets/document.css\">\n<link rel=\"stylesheet\" href=\"/assets/room.css\">\n\
             <meta name=\"htmx-config\" content='{htmx}'>\n\
             <script src=\"/assets/htmx.js\" defer></script>\n<script src=\"/assets/room.js\" defer></script>\n</head>\n\
             <body>\n<a class=\"skip\" href=\"#page\">{skip}</a>\n{navigation}\
             <main id=\"page\" tabindex=\"-1\"{live}>\n{content}</main>\n\
             <p id=\"told\" role=\"status\" aria-live=\"polite\"></p>\n</body>\n</html>\n",
            tag = self.language.tag(),
            direction = self.language.direction(),
            title = escaped(&self.title),
            htmx = HTMX,
            skip = escaped(&self.language.say("skip")),
            navigation = self.navigation,
            content = self.content,
        )
    }
}

/// Nothing that a content security policy would have to forgive.
const HTMX: &str = r#"{"includeIndicatorCSS":false,"inlineScriptNonce":"","history":false}"#;

fn navigation(language: Language, view: &View<'_>, at: &str) -> String {
    let page = |name: &str| Link {
        href: format!("/page/{name}"),
        words: language.say(&format!("page-{name}")),
        here: at == format!("/page/{name}"),
    };
    let mut links: Vec<Link> = onetext_desk::PAGES.iter().map(|one| page(one.name)).collect();
    links.push(Link { href: "/note".to_owned(), words: language.say("page-note"), here: at == "/note" });
    let items: String = links.iter().map(item).collect();
    format!(
        "<header class=\"room\">\n<a class=\"case\" href=\"/\">{case}</a>\n<nav aria-label=\"{pages}\"><ul>\n{items}</ul></nav>\n\
         <div class=\"who\"><span>{who}</span>{languages}\
         <form method=\"post\" action=\"/sign-out\"><button>{out}</button></form></div>\n</header>\n",
        case = escaped(&view.settings().title),
        pages = escaped(&language.say("pages")),
        who = escaped(&viewer_name(language, view)),
        languages = languages(language, at),
        out = escaped(&language.say("sign-out")),
    )
}

fn item(link: &Link) -> String {
    let here = if link.here { " aria-current=\"page\"" } else { "" };
    format!("<li><a href=\"{}\"{here}>{}</a></li>\n", escaped(&link.href), escaped(&link.words))
}

fn languages(chosen: Language, at: &str) -> String {
    let buttons: String = Language::ALL
        .iter()
        .map(|language| {
            let pressed = *language == chosen;
            format!(
                "<button name=\"language\" value=\"{tag}\" lang=\"{tag}\" aria-pressed=\"{pressed}\">{name}</button>",
                tag = language.tag(),
                name = language.name()
            )
        })
        .collect();
    format!(
        "<form class=\"languages\" method=\"post\" action=\"/language\"><input type=\"hidden\" name=\"back\" value=\"{}\">{buttons}</form>",
        escaped(at)
    )
}

fn viewer_name(language: Language, view: &View<'_>) -> String {
    match view.viewer() {
        Viewer::Keeper => language.say("who-keeper"),
        Viewer::Anybody => language.say("who-anybody"),
        Viewer::Compartment(id) => view
            .find::<Compartment>(*id)
            .map_or_else(|| language.say("who-circle"), |circle| circle.fact.name.clone()),
        Viewer::Person(id) => view
            .find::<Person>(*id)
            .map_or_else(|| language.say("who-person"), |person| person.fact.name.clone()),
    }
}

/// An address as a value inside another one.
pub(crate) fn encoded(address: &str) -> String {
    url::form_urlencoded::byte_serialize(address.as_bytes()).collect()
}

/// A document with links: to its entries, and from the empty cells of grid and options to a position for them.
pub(crate) fn document(language: Language, view: &View<'_>, document: &onetext_document::Document) -> String {
    let mut by_label: BTreeMap<&str, EntryId> = BTreeMap::new();
    for entry in view.entries() {
        if let Some(label) = &entry.label {
            by_label.entry(label.as_str()).or_insert(entry.id);
        }
    }
    let entry = |name: &str| {
        let id = by_label.get(name).copied().or_else(|| EntryId::parse(name))?;
        // A label stays with the first version: what stands now is what is looked at and changed.
        Some(format!("/entry/{}", view.latest(id)))
    };
    let words = language.say("enter-position");
    let blank = |table: &str, row: &str, column: &str| {
        let address = format!("/enter/position?party={}&on={}", encoded(column), encoded(row));
        matches!(table, "grid" | "held").then(|| (address, words.clone()))
    };
    html::fragment_linked(document, &html::Links { entry: &entry, blank: &blank })
}
