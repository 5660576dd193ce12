//! Contacts on a page: whether they took place, when, for how long, who took part, and what was said about them.

use std::collections::BTreeMap;

use onetext_document::{Block, Cell, Item, Section, Style, Text};
use onetext_model::{Claim, Contact, ContactStatus, Day, EntryId, Stated, Track, View};

use crate::opens::{chain, reasons};
use crate::voices::speaker;
use crate::words::{actor_name, duration, list, period, short_date};

/// What a page says of a contact's state: a planned one past its date is unconfirmed.
pub(crate) fn state(view: &View<'_>, contact: Stated<'_, Contact>) -> &'static str {
    let passed = contact.entry.about.is_some_and(|about| view.day(about.last()) < view.today());
    if contact.fact.status.is_ahead() && passed { "unconfirmed" } else { contact.fact.status.said() }
}

/// Whether it is still to come on the view's day.
pub(crate) fn is_ahead(view: &View<'_>, contact: Stated<'_, Contact>) -> bool {
    contact.fact.status.is_ahead() && state(view, contact) != "unconfirmed"
}

/// The day by which contacts are ordered: when it begins, else when it became known.
pub(crate) fn day(view: &View<'_>, contact: Stated<'_, Contact>) -> Day {
    view.day(contact.entry.about.map_or(contact.entry.known_at, |about| about.from))
}

/// Contacts by day; those without a day of their own by when they became known.
pub(crate) fn by_day<'a>(view: &View<'a>) -> Vec<Stated<'a, Contact>> {
    let mut contacts: Vec<_> = view.each::<Contact>().filter(|c| c.fact.status != ContactStatus::Cancelled).collect();
    contacts.sort_by_key(|contact| (day(view, *contact), contact.id()));
    contacts
}

/// "2 Dec", "4–6 Dec", "later this week (7–14 Dec)", "no date".
pub(crate) fn when(view: &View<'_>, contact: Stated<'_, Contact>) -> String {
    let dated = contact.entry.about.map(|about| period(view, about));
    match (&contact.fact.when_words, dated) {
        (Some(words), Some(dated)) => format!("{words} ({dated})"),
        (Some(words), None) => words.clone(),
        (None, Some(dated)) => dated,
        (None, None) => "no date".to_owned(),
    }
}

/// "5 hours"; "2 hours or 3 hours (accounts differ)".
pub(crate) fn length(contact: &Contact, accounts: &[Stated<'_, Claim>]) -> Option<String> {
    let mut minutes = contact.duration_minutes.clone();
    minutes.extend(accounts.iter().filter_map(|claim| claim.fact.duration_minutes));
    minutes.sort_unstable();
    minutes.dedup();
    match minutes.as_slice() {
        [] => None,
        [only] => Some(duration(*only)),
        several => {
            let words: Vec<String> = several.iter().map(|minutes| duration(*minutes)).collect();
            Some(format!("{} (accounts differ)", words.join(" or ")))
        }
    }
}

/// "Jared Kushner, Vladimir Putin and Volodymyr Zelenskyy (by telephone)".
pub(crate) fn participants(view: &View<'_>, contact: &Contact) -> String {
    let mut names: Vec<String> = contact
        .participants
        .iter()
        .map(|participant| {
            let name = actor_name(view, participant.actor);
            match participant.medium {
                onetext_model::Medium::InPerson => name,
                medium => format!("{name} ({})", medium.said()),
            }
        })
        .collect();
    names.sort();
    list(&names)
}

/// Accounts by the contact that they are about.
pub(crate) struct Accounts<'a>(BTreeMap<EntryId, Vec<Stated<'a, Claim>>>);

impl<'a> Accounts<'a> {
    /// Gathers the claims that are accounts of a contact.
    pub(crate) fn of(view: &View<'a>) -> Self {
        let mut by_contact: BTreeMap<EntryId, Vec<Stated<'a, Claim>>> = BTreeMap::new();
        for claim in view.each::<Claim>() {
            if let Some(contact) = claim.fact.contact {
                by_contact.entry(view.latest(contact.0)).or_default().push(claim);
            }
        }
        Accounts(by_contact)
    }

    /// The accounts of one contact, as they became known.
    pub(crate) fn about(&self, contact: EntryId) -> &[Stated<'a, Claim>] {
        self.0.get(&contact).map_or(&[], Vec::as_slice)
    }
}

/// One account in a line: what was said, and who said it.
pub(crate) fn account_line(view: &View<'_>, claim: Stated<'_, Claim>) -> Text {
    Text::plain(format!("{}: ", speaker(view, claim.fact)))
        .then(claim.fact.words.clone(), Style::Plain)
        .then(format!(" ({}, {})", claim.fact.mode.said(), short_date(view, claim.entry.known_at)), Style::Muted)
}

/// Accounts of one contact by different speakers, side by side.
pub(crate) fn side_by_side(view: &View<'_>, accounts: &[Stated<'_, Claim>]) -> Option<Block> {
    let mut by_speaker: BTreeMap<String, Vec<Item>> = BTreeMap::new();
    for claim in accounts {
        let mut item = Item::new(Text::plain(claim.fact.words.clone()));
        item.text = item.text.then(format!(" ({})", chain(view, claim.entry, claim.fact)), Style::Muted);
        item.opens = reasons(view, claim.entry);
        by_speaker.entry(speaker(view, claim.fact)).or_default().push(item);
    }
    if by_speaker.len() < 2 {
        return None;
    }
    let section = |(turn, (name, items)): (usize, (String, Vec<Item>))| {
        Section::new(format!("account-{}", turn + 1), name, vec![Block::List(items)])
    };
    Some(Block::SideBySide(by_speaker.into_iter().enumerate().map(section).collect()))
}

/// What a contact was: title, place, length.
pub(crate) fn title_cell(view: &View<'_>, contact: Stated<'_, Contact>, accounts: &[Stated<'_, Claim>]) -> Cell {
    let mut words = vec![contact.fact.title.clone()];
    words.extend(contact.fact.place.clone().filter(|place| !contact.fact.title.contains(place.as_str())));
    words.extend(length(contact.fact, accounts));
    let mut cell = Cell::new(words.join(", "));
    if let Some(whole) = contact.fact.part_of.and_then(|id| view.find::<Contact>(id)) {
        cell.text = cell.text.then(format!(" (within: {})", whole.fact.title), Style::Muted);
    }
    cell.opens = reasons(view, contact.entry);
    cell.opens.extend(side_by_side(view, accounts));
    cell
}

/// The track's name, or a dash.
pub(crate) fn track_name(view: &View<'_>, contact: &Contact) -> String {
    let track = contact.track.and_then(|id| view.find::<Track>(id));
    track.map_or_else(String::new, |found| found.fact.name.clone())
}
