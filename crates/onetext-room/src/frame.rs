//! The frame around every page: heads, navigation, language, who looks, and the page itself in the middle.

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use onetext_document::html;
use onetext_model::{Compartment, EntryId, Kind, Person, View, Viewer};

use crate::compromise;
use crate::draft;
use crate::enter;
use crate::escape::escaped;
use crate::library;
use crate::live;
use crate::rights;
use crate::say::Language;
use crate::stand;
use crate::what_if;

/// Tells the browser to forget what it kept of us.
pub(crate) const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");
/// Sent with what is asked for a panel.
const PART: &str = "hx-request";

/// How a page is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    /// In which language.
    pub(crate) language: Language,
    /// Without its frame, for a panel beside another page.
    pub(crate) is_part: bool,
}

impl Asked {
    /// Reads it from the request.
    pub(crate) fn of(headers: &HeaderMap) -> Asked {
        Asked { language: Language::of(headers), is_part: headers.contains_key(PART) }
    }
}

/// A page with its frame.
pub(crate) struct Frame {
    language: Language,
    title: String,
    navigation: String,
    /// The page, already HTML.
    content: String,
    /// The address that is listened to for changes, with what was seen there.
    live: Option<String>,
    /// Where the page goes on to by itself.
    onward: Option<String>,
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
        let navigation = format!(
            "<header class=\"room\">\n<div class=\"bar\"><span class=\"case\">onetext</span>\n\
             <div class=\"who\">{}</div></div>\n</header>\n",
            languages(language, "/sign-in")
        );
        Frame { language, title: title.to_owned(), navigation, content, live: None, onward: None }
    }

    /// A page for a guest, at this address.
    pub(crate) fn inside(
        language: Language,
        view: &View<'_>,
        title: &str,
        at: &str,
        content: String,
    ) -> Frame {
        Frame::titled(language, view, &format!("{title} · {}", view.settings().title), at, content)
    }

    /// A page whose title names the case already.
    pub(crate) fn titled(
        language: Language,
        view: &View<'_>,
        title: &str,
        at: &str,
        content: String,
    ) -> Frame {
        let title = title.to_owned();
        Frame {
            language,
            title,
            navigation: navigation(language, view, at),
            content,
            live: None,
            onward: None,
        }
    }

    /// The page follows what happens to this address, beginning with what it shows itself.
    #[must_use]
    pub(crate) fn live(mut self, address: &str, seen: &str) -> Frame {
        self.live = Some(live::address(address, seen));
        self
    }

    /// The page goes on by itself.
    #[must_use]
    pub(crate) fn onward(mut self, to: &str) -> Frame {
        self.onward = Some(to.to_owned());
        self
    }

    /// The page, or where it is asked for a panel, what stands in the middle of it.
    pub(crate) fn answer(self, status: StatusCode, asked: Asked) -> Response {
        let html = if asked.is_part { self.content } else { self.to_html() };
        let mut response = (status, Html(html)).into_response();
        response.headers_mut().insert(header::VARY, HeaderValue::from_static(PART));
        response
    }

    /// The page as HTML.
    pub(crate) fn to_html(&self) -> String {
        let live = self
            .live
            .as_ref()
            .map_or_else(String::new, |address| format!(" data-live=\"{}\"", escaped(address)));
        let onward = self.onward.as_ref().map_or_else(String::new, |to| {
            format!("<meta http-equiv=\"refresh\" content=\"0; url={}\">\n", escaped(to))
        });
        format!(
            "<!doctype html>\n<html lang=\"{tag}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n{onward}\
             <link rel=\"icon\" href=\"/assets/mark.svg\" type=\"image/svg+xml\">\n\
             <link rel=\"stylesheet\" href=\"/assets/document.css\">\n<link rel=\"stylesheet\" href=\"/assets/room.css\">\n\
             <meta name=\"htmx-config\" content='{HTMX}'>\n\
             <script src=\"/assets/htmx.js\" defer></script>\n<script src=\"/assets/room.js\" defer></script>\n</head>\n\
             <body>\n<a class=\"skip\" href=\"#room:page\">{skip}</a>\n{navigation}\
             <main id=\"room:page\" tabindex=\"-1\"{live}>\n{content}</main>\n{around}</body>\n</html>\n",
            tag = self.language.tag(),
            direction = self.language.direction(),
            title = escaped(&self.title),
            skip = escaped(&self.language.say("skip")),
            navigation = self.navigation,
            content = self.content,
            around = around(self.language),
        )
    }
}

/// No style of its own, nothing kept in the browser, no script in what is fetched: nothing that the content security
/// policy would have to forgive.
const HTMX: &str =
    r#"{"includeIndicatorCSS":false,"history":false,"transitions":false,"noSwap":[204,304,500,502,504]}"#;

/// What the script needs: a place to speak, a panel for forms, an offer to show the page anew. Hidden without it.
/// Sections and entries bring their keys as ids into a page; ids of the room's own have a colon, which no key has.
fn around(language: Language) -> String {
    let say = |key: &str| escaped(&language.say(key));
    format!(
        "<p class=\"told\" role=\"status\" data-changed=\"{changed}\" data-ended=\"{ended}\" data-away=\"{away}\" data-answered=\"{answered}\" \
         data-saved=\"{saved}\" data-failed=\"{failed}\"></p>\n\
         <div class=\"waiting\" role=\"status\" hidden><p>{waiting}</p> <button type=\"button\">{show}</button></div>\n\
         <dialog class=\"panel\" aria-label=\"{enter}\"><form method=\"dialog\"><button class=\"close\">{close}</button></form>\n\
         <p class=\"failed\" role=\"alert\"></p>\n<div data-panel></div></dialog>\n",
        changed = say("page-changed"),
        answered = say("page-answered"),
        ended = say("page-ended"),
        away = say("page-away"),
        saved = say("saved"),
        failed = say("failed"),
        waiting = say("page-waiting"),
        show = say("page-show"),
        enter = say("enter"),
        close = say("close"),
    )
}

fn navigation(language: Language, view: &View<'_>, at: &str) -> String {
    let links = links(language, view, at);
    let items: String = links.iter().map(item).collect();
    let here = links.iter().find(|link| link.here).map_or("", |link| link.words.as_str());
    format!(
        "<header class=\"room\">\n<div class=\"bar\">\n<a class=\"case\" href=\"/\"><bdi>{case}</bdi></a>\n\
         <div class=\"who\">\n<p class=\"sees\">{sees} <strong><bdi>{who}</bdi></strong></p>\n{languages}\
         <form method=\"post\" action=\"/sign-out\"><button class=\"quiet\">{out}</button></form>\n</div>\n</div>\n\
         <button class=\"menu\" popovertarget=\"room:pages\">{menu}<span class=\"at\">{here}</span></button>\n\
         <nav id=\"room:pages\" popover aria-label=\"{pages}\"><ul>\n{items}</ul></nav>\n</header>\n",
        case = escaped(&view.settings().title),
        sees = escaped(&language.say("sees")),
        who = escaped(&viewer_name(language, view)),
        languages = languages(language, at),
        out = escaped(&language.say("sign-out")),
        menu = escaped(&language.say("menu")),
        here = escaped(here),
        pages = escaped(&language.say("pages")),
    )
}

/// The pages of the desk, then where something is prepared or put right.
fn links(language: Language, view: &View<'_>, at: &str) -> Vec<Link> {
    let path = at.split('?').next().unwrap_or(at);
    let link = |href: &str, name: &str, within: &str| Link {
        href: href.to_owned(),
        words: language.say(&format!("page-{name}")),
        here: path == href || (!within.is_empty() && path.starts_with(within)),
    };
    let mut links: Vec<Link> =
        onetext_desk::PAGES.iter().map(|page| link(&format!("/page/{}", page.name), page.name, "")).collect();
    if what_if::may_ask(view) {
        links.push(link(what_if::PATH, "what-if", ""));
    }
    links.push(link(library::PATH, "library", ""));
    links.push(link("/brief", "brief", "/brief/"));
    if !rights::audiences(view).is_empty() {
        links.push(link("/press", "press", "/press/"));
        links.push(link("/note", "note", "/note/"));
    }
    if rights::is_in_charge(view) {
        links.push(link("/check", "check", ""));
        links.push(link("/people", "people", ""));
        if view.settings().release_by_two {
            links.push(link("/releases", "releases", ""));
        }
    }
    links.push(link("/record", "record", ""));
    if matches!(view.viewer(), Viewer::Person(_)) {
        links.push(link("/account", "account", ""));
    }
    links
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
                "<button class=\"quiet\" name=\"language\" value=\"{tag}\" lang=\"{tag}\" aria-pressed=\"{pressed}\">{name}</button>",
                tag = language.tag(),
                name = language.name()
            )
        })
        .collect();
    format!(
        "<form class=\"languages\" method=\"post\" action=\"/language\" role=\"group\" aria-label=\"{}\">\
         <input type=\"hidden\" name=\"back\" value=\"{}\">{buttons}</form>\n",
        escaped(&chosen.say("languages")),
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

/// The page of a command that stands in backticks.
fn page_of(command: &str) -> Option<String> {
    let name = command.strip_prefix('`')?.strip_suffix('`')?;
    onetext_desk::PAGES.iter().find(|page| page.name == name).map(|page| format!("/page/{}", page.name))
}

/// A document with links: to its entries, to the pages that it names as commands, and from the empty cells of grid and options to a position for them.
pub(crate) fn document(language: Language, view: &View<'_>, document: &onetext_document::Document) -> String {
    // What stands now is what is looked at and changed.
    let entry = |id: &str| match EntryId::parse(id) {
        Some(id) => {
            draft::place_of(view, document, id).or_else(|| Some(format!("/entry/{}", view.latest(id))))
        }
        None => draft::own_address(id).or_else(|| page_of(id)),
    };
    let words = language.say("enter-position");
    // What stands in the past is not added to.
    let may_enter = stand::is_today(view.at()) && enter::may_begin(view, Kind::Position);
    let blank = |table: &str, row: &str, column: &str| {
        if let Some(filled) = compromise::blank(language, view, (table, row, column)) {
            return Some(filled);
        }
        let is_filled_here = may_enter && matches!(table, "grid" | "held");
        let (on, party) = onetext_desk::grid::meant(view, row, column).filter(|_| is_filled_here)?;
        Some((format!("/enter/position?party={}&on={}", party.0, on.0), words.clone()))
    };
    html::fragment_linked(document, &html::Links { entry: &entry, blank: &blank })
}
