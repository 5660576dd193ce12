//! The reader of a draft: the desk's page of it, with the ways to read it otherwise and to enter what belongs beside it.

use std::sync::Arc;

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use onetext_desk::texts::{CaseLines, reader};
use onetext_document::{Block, Document, Style, Text};
use onetext_model::{AsOf, Draft, DraftId, EntryId, Fact, Kind, Provision, View};
use serde::Deserialize;

use crate::enter;
use crate::entry::named;
use crate::escape::escaped;
use crate::pages::{Whole, answer, nowhere_for};
use crate::paper;
use crate::room::Room;
use crate::say::Language;
use crate::shelf::{Composed, Key};
use crate::stand::{self, Standpoint};
use crate::who::Guest;

/// The value of `show` for the words alone.
const CLEAN: &str = "clean";

/// How a draft is asked for.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    against: Option<String>,
    show: Option<String>,
    #[serde(flatten)]
    standpoint: Standpoint,
}

/// The page of a draft.
pub(crate) async fn show(
    State(room): State<Arc<Room>>,
    Extension(guest): Extension<Guest>,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    match composed(&room, &guest, &name, &asked, Language::of(&headers)) {
        Some(page) => answer(&page, &headers),
        None => nowhere_for(&room, Some(&guest), &headers),
    }
}

/// The page that stands at an address, for whoever follows it.
pub(crate) fn at_address(
    room: &Room,
    guest: &Guest,
    address: &str,
    language: Language,
) -> Option<Arc<Composed>> {
    let (name, query) = address.strip_prefix("/draft/")?.split_once('?').unwrap_or((address, ""));
    let name = name.strip_prefix("/draft/").unwrap_or(name);
    let mut asked = Asked::default();
    for (key, value) in url::form_urlencoded::parse(query.as_bytes()) {
        match key.as_ref() {
            "against" => asked.against = Some(value.into_owned()),
            "show" => asked.show = Some(value.into_owned()),
            _ => {}
        }
    }
    composed(room, guest, name, &asked, language)
}

/// A draft and how it is read.
struct Reading<'r, 'v> {
    language: Language,
    view: &'r View<'v>,
    draft: DraftId,
    asked: reader::Asked,
}

fn composed(
    room: &Room,
    guest: &Guest,
    name: &str,
    asked: &Asked,
    language: Language,
) -> Option<Arc<Composed>> {
    let state = room.state();
    let today = state.today(room.now());
    let read = asked.standpoint.at(today);
    let at = read.unwrap_or_else(|| AsOf::today(today));
    let view = View::of(&state.case, guest.viewer.clone(), at);
    let draft = DraftId(view.find::<Draft>(named(&view, name)?)?.id());
    let other = |name: &String| Some(DraftId(view.find::<Draft>(named(&view, name)?)?.id()));
    let asked = reader::Asked {
        against: asked.against.as_ref().and_then(other),
        clean: asked.show.as_deref() == Some(CLEAN),
    };
    let address = stand::address(&address(draft, &asked), at);
    let whole = if read.is_some() { address.clone() } else { format!("{address} unread") };
    let key = Key { stamp: room.shelf.stamp(&state, &guest.viewer, at), address: whole, language };
    Some(room.shelf.page(key, || {
        let unread = if read.is_none() { stand::unread(language) } else { String::new() };
        Reading { language, view: &view, draft, asked }.page(&address, &unread)
    }))
}

/// The address at which a draft is read in this way.
fn address(draft: DraftId, asked: &reader::Asked) -> String {
    let against = asked.against.map(|other| format!("against={}", other.0));
    let show = asked.clean.then(|| format!("show={CLEAN}"));
    let given: Vec<String> = [against, show].into_iter().flatten().collect();
    let sign = if given.is_empty() { "" } else { "?" };
    format!("/draft/{}{sign}{}", draft.0, given.join("&"))
}

impl Reading<'_, '_> {
    fn page(&self, address: &str, unread: &str) -> Composed {
        let Reading { language, view, .. } = *self;
        let mut document = reader::compose(view, self.draft, &self.asked);
        self.dress(&mut document);
        let path = format!("/draft/{}", self.draft.0);
        let above = format!(
            "{unread}{banner}<div class=\"above\">\n{ways}{papers}{stand}</div>\n",
            banner = stand::banner(language, &path, view.at()),
            ways = self.ways(),
            papers = paper::links(language, &path, view.at()),
            stand = stand::form(language, &path, view.at()),
        );
        let live = stand::is_today(view.at()).then_some(address);
        Whole { language, document: &document, address, above, live }.compose(view)
    }

    /// How else it can be read: with its changes, without them, against another draft.
    fn ways(&self) -> String {
        let Reading { language, view, draft, asked } = self;
        let case = CaseLines::of(view);
        let say = |key: &str| escaped(&language.say(key));
        let way = |other: reader::Asked, words: &str| {
            let here = if other == *asked { " aria-current=\"true\"" } else { "" };
            let address = stand::address(&address(*draft, &other), view.at());
            format!("<a class=\"button way\" href=\"{}\"{here}>{words}</a>\n", escaped(&address))
        };
        let mut show = way(reader::Asked { clean: false, ..asked.clone() }, &say("draft-redline"));
        show.push_str(&way(reader::Asked { clean: true, ..asked.clone() }, &say("draft-clean")));
        let mut against = String::new();
        if let Some(at) = case.place(view, draft.0) {
            let now = reader::compared_with(view, &case, at, asked.against);
            let usual = reader::compared_with(view, &case, at, None);
            for (place, other) in case.drafts.iter().enumerate().filter(|(place, _)| *place != at) {
                let id = DraftId(other.id());
                let chosen = (Some(place) != usual).then_some(id);
                let words = format!("<bdi>{}</bdi>", escaped(&other.fact.title));
                let other = reader::Asked { against: chosen, ..asked.clone() };
                let here = Some(place) == now;
                let address = stand::address(&address(*draft, &other), view.at());
                let here = if here { " aria-current=\"true\"" } else { "" };
                against += &listed(&address, here, &words);
            }
        }
        let against = if against.is_empty() {
            against
        } else {
            format!(
                "<details class=\"stand\"><summary>{}</summary>\n<ul class=\"against\">\n{against}</ul>\n</details>\n",
                say("draft-against")
            )
        };
        format!(
            "<div class=\"tools\" role=\"group\" aria-label=\"{show_as}\">\n\
             <span class=\"said\" aria-hidden=\"true\">{show_as}</span>\n{show}\
             <a class=\"button way\" href=\"/entry/{id}\">{entry}</a>\n</div>\n{against}",
            show_as = say("draft-show"),
            id = draft.0,
            entry = say("draft-entry"),
        )
    }

    /// Adds to the margin the ways to enter something.
    fn dress(&self, document: &mut Document) {
        let Reading { language, view, .. } = self;
        if !stand::is_today(view.at()) {
            return;
        }
        let may = |kind: Kind| enter::may_begin(view, kind);
        let tables = document.blocks.iter_mut().filter_map(|block| match block {
            Block::Table(table) if table.key == reader::TABLE => Some(table),
            _ => None,
        });
        for row in tables.flat_map(|table| &mut table.rows) {
            let Some(id) = provision(view, &row.key) else { continue };
            let Some(cell) = row.cells.last_mut() else { continue };
            let mut links = Vec::new();
            if may(Kind::Position) {
                links.push((language.say("enter-position"), format!("/enter/position?on={id}")));
            }
            if may(Kind::Wording) {
                links.push((language.say("draft-wording"), format!("/enter/wording?on={id}")));
            }
            links.push((language.say("draft-entry"), format!("/entry/{id}")));
            let mut text = Text::default();
            for (turn, (words, address)) in links.into_iter().enumerate() {
                let parting = if turn == 0 { "" } else { " · " };
                text = text.then(parting, Style::Muted).join(Text::entry(words, address));
            }
            let before = std::mem::take(&mut cell.text);
            let parting = if before.is_empty() { "" } else { "\n" };
            cell.text = before.then(parting, Style::Plain).join(text);
        }
    }
}

fn provision(view: &View<'_>, key: &str) -> Option<EntryId> {
    let id = named(view, key)?;
    view.find::<Provision>(id).map(|found| found.id())
}

/// Where a document of drafts leads for an entry: a draft or a provision is read in its text.
pub(crate) fn place_of(view: &View<'_>, document: &Document, id: EntryId) -> Option<String> {
    if !matches!(document.kind, "draft" | "drafts" | "brackets") {
        return None;
    }
    match &view.entry(id)?.fact {
        Fact::Draft(_) => Some(format!("/draft/{}", view.latest(id))),
        Fact::Provision(provision) => {
            let draft = view.find::<Draft>(provision.draft)?;
            let key = reader::row_key(view, id);
            Some(format!("/draft/{}#{key}", draft.id()))
        }
        _ => None,
    }
}

/// An address that the room itself put into a document, in the place of an entry's id.
pub(crate) fn own_address(id: &str) -> Option<String> {
    let is_ours = ["/enter/", "/entry/", "/draft/"].iter().any(|start| id.starts_with(start));
    is_ours.then(|| id.to_owned())
}

/// A draft with which this one can be compared.
fn listed(address: &str, here: &str, words: &str) -> String {
    format!("<li><a href=\"{}\"{here}>{words}</a></li>\n", escaped(address))
}
