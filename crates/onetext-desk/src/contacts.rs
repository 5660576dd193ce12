//! Who met whom: every contact by day, on a timeline and in a table, and accounts of one contact side by side.

mod timeline;

use onetext_document::{Block, Cell, Document, Page, Row, Section, Text};
use onetext_model::{Claim, Contact, Stated, Track, View};

use crate::accounts::{Accounts, answered, said_cell, side_by_side};
use crate::blocks::{cell, paragraph, table_or_none};
use crate::head;
use crate::meetings::{every_by_day, participants_with_roles, state, title_cell, when};
use crate::opens::reasons;
use crate::voices::speaker_name;
use crate::words::{count, issue_name, key, list, short_date};

/// Contacts in the table, the newest: more than that is read in a spreadsheet.
const CONTACTS_MAX: usize = 1_000;
/// Accounts of one contact in its row of the table.
const ACCOUNTS_MAX: usize = 3;
/// Contacts, and claims with their answers, whose accounts stand side by side: the newest.
const BESIDE_MAX: usize = 100;

/// All contacts.
pub fn compose(view: &View<'_>) -> Document {
    let accounts = Accounts::of(view);
    let mut contacts = every_by_day(view);
    contacts.sort_by_key(|contact| contact.entry.about.is_none());
    let left_out = contacts.len().saturating_sub(CONTACTS_MAX);
    contacts.drain(..left_out);
    let mut document = head::document(view, "contacts", "contacts");
    document.page = Page::Landscape;
    document.blocks.extend(timeline::chart(view, &contacts).map(Block::Chart));
    document.blocks.push(Block::Section(by_day(view, &contacts, &accounts)));
    if left_out > 0 {
        document.blocks.push(paragraph(format!("{} not shown here.", count(left_out, "earlier contact"))));
    }
    document.blocks.extend(of_one_contact(view, &contacts, &accounts).map(Block::Section));
    document.blocks.extend(of_one_claim(view).map(Block::Section));
    document
}

fn by_day<'a>(view: &View<'a>, contacts: &[Stated<'a, Contact>], accounts: &Accounts<'a>) -> Section {
    let headings = [
        ("When", 2),
        ("State", 3),
        ("Contact", 4),
        ("Track", 2),
        ("Who", 5),
        ("Topics", 3),
        ("What was said", 6),
    ];
    let rows = contacts.iter().map(|contact| row(view, *contact, accounts)).collect();
    table_or_none("by-day", "Contacts by day", &headings, rows)
}

fn row<'a>(view: &View<'a>, contact: Stated<'a, Contact>, accounts: &Accounts<'a>) -> Row {
    let mut topics: Vec<String> = contact.fact.topics.iter().map(|issue| issue_name(view, *issue)).collect();
    topics.sort();
    Row {
        key: key(view, contact.id()),
        cells: vec![
            Cell::new(when(view, contact)),
            Cell::new(state_words(view, contact)),
            title_cell(view, contact, accounts.about(contact.id())),
            track_cell(view, contact),
            Cell::new(participants_with_roles(view, contact.fact)),
            Cell::new(list(&topics)),
            said_cell(view, contact, &accounts.told(view, contact), ACCOUNTS_MAX),
        ],
    }
}

fn track_cell(view: &View<'_>, contact: Stated<'_, Contact>) -> Cell {
    let track = contact.fact.track.and_then(|id| view.find::<Track>(id));
    track.map_or_else(Cell::default, |track| cell(track.fact.name.clone(), reasons(view, track.entry)))
}

/// "conditional: depends on the outcome in Moscow"; "occurred, under the Chatham House Rule".
fn state_words(view: &View<'_>, contact: Stated<'_, Contact>) -> String {
    let mut words = state(view, contact).to_owned();
    if contact.fact.chatham_house {
        words.push_str(", under the Chatham House Rule");
    }
    match &contact.fact.condition {
        Some(condition) => format!("{words}: depends on {condition}"),
        None => words,
    }
}

/// Accounts of one contact by two or more speakers.
fn of_one_contact<'a>(
    view: &View<'a>,
    contacts: &[Stated<'a, Contact>],
    accounts: &Accounts<'a>,
) -> Option<Section> {
    let differing = contacts.iter().filter_map(|contact| {
        let block = side_by_side(view, &accounts.told(view, *contact))?;
        let title = format!("{}: {}", when(view, *contact), contact.fact.title);
        Some(Section::new(key(view, contact.id()), title, vec![block]))
    });
    newest("accounts", "Accounts of one contact side by side", differing.collect())
}

/// A claim, and what was said in answer to it.
fn of_one_claim(view: &View<'_>) -> Option<Section> {
    let groups = answered(view);
    let differing = groups.iter().filter_map(|group| {
        let first = group.first()?;
        Some(Section::new(key(view, first.id()), claim_title(view, *first), vec![side_by_side(view, group)?]))
    });
    newest("answers", "Claims and what answers them", differing.collect())
}

fn claim_title(view: &View<'_>, claim: Stated<'_, Claim>) -> Text {
    Text::plain(format!(
        "{}: said by {}",
        short_date(view, claim.entry.known_at),
        speaker_name(view, claim.fact)
    ))
}

fn newest(key: &str, title: &str, mut sections: Vec<Section>) -> Option<Section> {
    let left_out = sections.len().saturating_sub(BESIDE_MAX);
    sections.drain(..left_out);
    let mut blocks: Vec<Block> = sections.into_iter().map(Block::Section).collect();
    if left_out > 0 {
        blocks.push(paragraph(format!("{left_out} earlier not shown here.")));
    }
    (!blocks.is_empty()).then(|| Section::new(key, title, blocks))
}
