//! The compromise column of the table, edited in place by the mediator; and the private note why it reads as it does,
//! which is an entry of its own in the mediator's own place and never part of the wording.

use onetext_desk::multicolumn::{COMPROMISE, compromise_on};
use onetext_document::{Block, Document, Text};
use onetext_model::{
    Audience, Draft, Entry, EntryId, Fact, Kind, Moment, Page, Provision, SourceId, Stated, View,
};

use crate::enter;
use crate::entry::named;
use crate::form::Values;
use crate::rights;
use crate::room::Room;
use crate::say::Language;
use crate::stand;
use crate::who::Guest;

/// The key of the table of wordings.
const TABLE: &str = "table";

/// Whether somebody with this view edits the mediator's column: today, and not as a party.
fn may_edit(view: &View<'_>) -> bool {
    stand::is_today(view.at()) && rights::is_in_charge(view) && enter::may_begin(view, Kind::Wording)
}

fn provision<'a>(view: &View<'a>, key: &str) -> Option<Stated<'a, Provision>> {
    view.find::<Provision>(named(view, key)?)
}

/// The way to a first compromise, from its empty cell.
pub(crate) fn blank(
    language: Language,
    view: &View<'_>,
    (table, row, column): (&str, &str, &str),
) -> Option<(String, String)> {
    if (table, column) != (TABLE, COMPROMISE) || !may_edit(view) {
        return None;
    }
    let id = provision(view, row)?.id();
    Some((format!("/enter/wording?on={id}"), language.say("compromise-write")))
}

/// The ways to change the compromises that stand: first of what opens behind each.
pub(crate) fn dress(language: Language, view: &View<'_>, document: &mut Document) {
    if document.kind != TABLE || !may_edit(view) {
        return;
    }
    for block in &mut document.blocks {
        let Block::Table(table) = block else { continue };
        let Some(at) = table.columns.iter().position(|column| column.key == COMPROMISE) else { continue };
        for row in &mut table.rows {
            let Some(stands) = provision(view, &row.key).and_then(|one| compromise_on(view, one.id())) else {
                continue;
            };
            if let Some(cell) = row.cells.get_mut(at).filter(|cell| !cell.text.is_empty()) {
                let way = Text::entry(language.say("compromise-edit"), change_of(stands.id()));
                cell.opens.insert(0, Block::Paragraph(way));
            }
        }
    }
}

fn change_of(id: EntryId) -> String {
    format!("/entry/{id}/change")
}

/// A wording begins with the words of the compromise that stands, or of the provision: they are easier changed than typed.
pub(crate) fn begin(view: &View<'_>, values: &mut Values) {
    if values.contains_key("text") {
        return;
    }
    let on = values.get("on").and_then(|all| all.first()).and_then(|id| EntryId::parse(id));
    let Some(on) = on.and_then(|id| view.find::<Provision>(id)) else { return };
    let stands = compromise_on(view, on.id()).map(|wording| wording.fact.text.clone());
    values.insert("text".to_owned(), vec![stands.unwrap_or_else(|| on.fact.text.clone())]);
}

/// Whether the form of a kind asks why.
pub(crate) fn has_why(view: &View<'_>, kind: Kind) -> bool {
    kind == Kind::Wording && rights::is_in_charge(view)
}

/// The note why a wording reads as it does: a page in the mediator's own place, whatever the audience of the wording.
pub(crate) fn why(
    room: &Room,
    guest: &Guest,
    view: &View<'_>,
    wording: &Entry,
    words: &str,
) -> Option<Entry> {
    let Fact::Wording(fact) = &wording.fact else { return None };
    let words = words.trim();
    if words.is_empty() || !has_why(view, Kind::Wording) {
        return None;
    }
    let mine = rights::circles(view);
    let circle = rights::mediators(view).into_iter().find(|circle| mine.contains(circle))?;
    let on = view.find::<Provision>(fact.on)?;
    let draft = view.find::<Draft>(on.fact.draft).map_or("", |draft| draft.fact.title.as_str());
    let title = format!("Why: {}, {draft}", on.fact.number);
    let page = Page { title, text: words.to_owned(), issues: on.fact.issues.clone() };
    let today = Moment::Day(view.today());
    Some(Entry {
        id: room.new_id(guest),
        label: None,
        audience: Audience::Only([circle].into()),
        about: None,
        known_at: today,
        recorded_at: today,
        supersedes: Vec::new(),
        sources: vec![SourceId(on.id())],
        assumed: None,
        fact: Fact::Page(page),
    })
}
