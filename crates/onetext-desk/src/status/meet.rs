//! The last contacts of each track, and what comes next, for whom.

use onetext_document::{Block, Cell, Column, Item, Row, Section, Table, Text};
use onetext_model::{Contact, ContactStatus, Stated, View};

use super::{ROWS_MAX, section};
use crate::accounts::{Accounts, said_cell};
use crate::blocks::on_page;
use crate::meetings::{ahead_item, by_day, is_ahead, participants_short, title_cell, when};
use crate::words::{count, key};

/// Contacts of one track on the page.
const CONTACTS_MAX: usize = 3;
/// Rows of the table: all tracks together.
const CONTACT_ROWS_MAX: usize = 6;
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
    let table = Table {
        key: "contacts".to_owned(),
        caption: Text::plain("The last contacts of each track"),
        columns: vec![
            Column::new("when", "When", 2).heading(),
            Column::new("what", "Contact", 6),
            Column::new("who", "Who", 5),
            Column::new("accounts", "What was said of it", 10),
        ],
        rows,
        legend: Text::default(),
    };
    let mut blocks = vec![Block::Table(table.balance())];
    if older + cut > 0 {
        let words = format!("{} earlier: ", count(older + cut, "contact"));
        blocks.push(Block::Paragraph(on_page(words, "contacts", " has them all.")));
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

fn row<'a>(view: &View<'a>, contact: Stated<'a, Contact>, accounts: &Accounts<'a>) -> Row {
    let told = accounts.about(contact.id());
    let mut when = Cell::new(when(view, contact));
    if contact.fact.status == ContactStatus::Ongoing {
        when.text = when.text.then(", ongoing", onetext_document::Style::Muted);
    }
    Row {
        key: key(view, contact.id()),
        cells: vec![
            when,
            title_cell(view, contact, told),
            Cell::new(participants_short(view, contact.fact)),
            said_cell(view, contact, &accounts.told(view, contact), ACCOUNTS_MAX),
        ],
    }
}

pub(super) fn ahead(view: &View<'_>) -> Option<Section> {
    let comes = |contact: &Stated<'_, Contact>| contact.fact.status.is_ahead();
    let mut coming: Vec<_> = by_day(view).into_iter().filter(comes).collect();
    // What is dated comes first, then what has no date; what is past its date and unconfirmed last.
    coming.sort_by_key(|contact| (!is_ahead(view, *contact), contact.entry.about.is_none()));
    let left_out = coming.len().saturating_sub(ROWS_MAX);
    let mut items: Vec<Item> =
        coming.iter().take(ROWS_MAX).map(|contact| ahead_item(view, *contact)).collect();
    if left_out > 0 {
        items.push(Item::new(on_page(format!("{left_out} more: "), "contacts", " has them all")));
    }
    section("ahead", "What comes next", if items.is_empty() { Vec::new() } else { vec![Block::List(items)] })
}
