//! The last contacts of each track, and what comes next, for whom.

use onetext_document::{Block, Cell, Column, Item, Row, Section, Table, Text};
use onetext_model::{Contact, ContactStatus, Stated, View};

use super::{ROWS_MAX, section};
use crate::meetings::{
    Accounts, account_line, by_day, is_ahead, participants, state, title_cell, track_name, when,
};
use crate::opens::{reasons, source_line};
use crate::words::count;

/// Contacts of one track on the page.
const CONTACTS_MAX: usize = 3;
/// Rows of the table: all tracks together.
const CONTACT_ROWS_MAX: usize = 9;
/// Accounts of one contact that are shown beside it.
const ACCOUNTS_MAX: usize = 2;

pub(super) fn contacts(view: &View<'_>) -> Option<Section> {
    let accounts = Accounts::of(view);
    let took_place = |contact: &Stated<'_, Contact>| {
        matches!(contact.fact.status, ContactStatus::Occurred | ContactStatus::Ongoing)
    };
    let past: Vec<_> = by_day(view).into_iter().filter(took_place).collect();
    let mut last = last_of_each_track(view, &past);
    let older = past.len() - last.len();
    let cut = last.len().saturating_sub(CONTACT_ROWS_MAX);
    last.drain(..cut);
    if last.is_empty() {
        return None;
    }
    let rows = last.iter().map(|contact| row(view, *contact, &accounts)).collect();
    let mut blocks = vec![Block::Table(Table {
        key: "contacts".to_owned(),
        caption: Text::plain("The last contacts of each track"),
        columns: vec![
            Column::new("when", "When", 2).heading(),
            Column::new("what", "Contact", 5),
            Column::new("who", "Who", 5),
            Column::new("accounts", "What was said of it", 7),
        ],
        rows,
        legend: Text::default(),
    })];
    if older + cut > 0 {
        let words = format!("{} earlier: `contacts` has them all.", count(older + cut, "contact"));
        blocks.push(Block::Paragraph(Text::plain(words)));
    }
    section("contacts", "Last contacts", blocks)
}

/// The last few of each track, still by day. What is part of another contact goes with it.
fn last_of_each_track<'a>(view: &View<'a>, past: &[Stated<'a, Contact>]) -> Vec<Stated<'a, Contact>> {
    let mut kept = Vec::new();
    let mut counts = std::collections::BTreeMap::new();
    for contact in past.iter().rev() {
        let track = contact.fact.track.map(|track| view.latest(track.0));
        let number = counts.entry(track).or_insert(0);
        if *number < CONTACTS_MAX {
            *number += 1;
            kept.push(*contact);
        }
    }
    kept.reverse();
    kept
}

fn row(view: &View<'_>, contact: Stated<'_, Contact>, accounts: &Accounts<'_>) -> Row {
    let told = accounts.about(contact.id());
    let mut when = Cell::new(when(view, contact));
    if contact.fact.status == ContactStatus::Ongoing {
        when.text = when.text.then(", ongoing", onetext_document::Style::Muted);
    }
    Row {
        key: view.label(contact.id()).map_or_else(|| contact.id().to_string(), ToString::to_string),
        cells: vec![
            when,
            title_cell(view, contact, told),
            Cell::new(participants(view, contact.fact)),
            said_cell(view, contact, told),
        ],
    }
}

/// The outcome, and the newest accounts by different speakers.
fn said_cell(view: &View<'_>, contact: Stated<'_, Contact>, told: &[Stated<'_, onetext_model::Claim>]) -> Cell {
    let mut text = Text::default();
    let mut opens = Vec::new();
    if let Some(outcome) = &contact.fact.outcome {
        text = Text::plain(outcome.clone());
    }
    let quoted_first = |claim: &&Stated<'_, onetext_model::Claim>| claim.fact.mode == onetext_model::Mode::Narrated;
    let mut told: Vec<_> = told.iter().collect();
    told.sort_by_key(quoted_first);
    for claim in told.iter().take(ACCOUNTS_MAX) {
        let joint = if text.is_empty() { "" } else { " · " };
        text = text.then(joint, onetext_document::Style::Muted).join(account_line(view, **claim));
        opens.push(Item::new(source_line(view, claim.entry)));
    }
    if told.len() > ACCOUNTS_MAX {
        text = text.then(format!(" · {} more", told.len() - ACCOUNTS_MAX), onetext_document::Style::Muted);
    }
    Cell { mark: None, text, opens: if opens.is_empty() { Vec::new() } else { vec![Block::List(opens)] } }
}

pub(super) fn ahead(view: &View<'_>) -> Option<Section> {
    let comes = |contact: &Stated<'_, Contact>| contact.fact.status.is_ahead();
    let mut coming: Vec<_> = by_day(view).into_iter().filter(comes).collect();
    // What is dated comes first, then what has no date; what is past its date and unconfirmed last.
    coming.sort_by_key(|contact| (!is_ahead(view, *contact), contact.entry.about.is_none()));
    let left_out = coming.len().saturating_sub(ROWS_MAX);
    let mut items: Vec<Item> = coming.iter().take(ROWS_MAX).map(|contact| item(view, *contact)).collect();
    if left_out > 0 {
        items.push(Item::new(format!("{left_out} more: `contacts` has them all")));
    }
    section("ahead", "What comes next", if items.is_empty() { Vec::new() } else { vec![Block::List(items)] })
}

fn item(view: &View<'_>, contact: Stated<'_, Contact>) -> Item {
    use onetext_document::Style;
    let mut text = Text::styled(when(view, contact), Style::Strong)
        .then(format!(" [{}] ", state(view, contact)), Style::Muted)
        .then(contact.fact.title.clone(), Style::Plain);
    let who = participants(view, contact.fact);
    if !who.is_empty() {
        text = text.then(format!(" — {who}"), Style::Plain);
    }
    if let Some(condition) = &contact.fact.condition {
        text = text.then(format!("; depends on {condition}"), Style::Plain);
    }
    let track = track_name(view, contact.fact);
    if !track.is_empty() {
        text = text.then(format!(" ({track})"), Style::Muted);
    }
    Item { key: String::new(), text, opens: reasons(view, contact.entry) }
}
