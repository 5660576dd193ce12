//! Contacts on a page: whether they took place, when, for how long, and who took part.

use onetext_document::{Cell, Item, Style, Text};
use onetext_model::{ActorId, Claim, Contact, ContactStatus, Day, Medium, Participant, Stated, Track, View};

use crate::accounts::side_by_side;
use crate::opens::reasons;
use crate::words::{actor_name, duration, list, period, short_name};

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
    let mut contacts = every_by_day(view);
    contacts.retain(|contact| contact.fact.status != ContactStatus::Cancelled);
    contacts
}

/// The same with those that were called off. Of one day, what is part of another comes after it.
pub(crate) fn every_by_day<'a>(view: &View<'a>) -> Vec<Stated<'a, Contact>> {
    let mut contacts: Vec<_> = view.each::<Contact>().collect();
    contacts.sort_by_key(|contact| (day(view, *contact), contact.fact.part_of.is_some(), contact.id()));
    contacts
}

/// What is still to come, soonest first; what has no date comes last.
pub(crate) fn coming<'a>(view: &View<'a>) -> Vec<Stated<'a, Contact>> {
    let mut coming: Vec<_> = by_day(view).into_iter().filter(|contact| is_ahead(view, *contact)).collect();
    coming.sort_by_key(|contact| contact.entry.about.is_none());
    coming
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
    match minutes(contact, accounts).as_slice() {
        [] => None,
        [only] => Some(duration(*only)),
        several => {
            let words: Vec<String> = several.iter().map(|minutes| duration(*minutes)).collect();
            Some(format!("{} (accounts differ)", words.join(" or ")))
        }
    }
}

/// The different lengths of a contact, by itself and by the accounts of it, shortest first.
pub(crate) fn minutes(contact: &Contact, accounts: &[Stated<'_, Claim>]) -> Vec<u32> {
    let mut minutes = contact.duration_minutes.clone();
    minutes.extend(accounts.iter().filter_map(|claim| claim.fact.duration_minutes));
    minutes.sort_unstable();
    minutes.dedup();
    minutes
}

/// "Jared Kushner, Vladimir Putin and Volodymyr Zelenskyy (by telephone)".
pub(crate) fn participants(view: &View<'_>, contact: &Contact) -> String {
    noted(contact, |actor| actor_name(view, actor), |participant| medium(participant).into_iter().collect())
}

/// The same by last name: "Kushner, Putin and Zelenskyy (by telephone)".
pub(crate) fn participants_short(view: &View<'_>, contact: &Contact) -> String {
    noted(contact, |actor| short_name(view, actor), |participant| medium(participant).into_iter().collect())
}

/// The same with what each took part as: "Vladimir Putin (principal)".
pub(crate) fn participants_with_roles(view: &View<'_>, contact: &Contact) -> String {
    noted(
        contact,
        |actor| actor_name(view, actor),
        |participant| participant.role.as_deref().into_iter().chain(medium(participant)).collect(),
    )
}

fn medium(participant: &Participant) -> Option<&'static str> {
    (participant.medium != Medium::InPerson).then(|| participant.medium.said())
}

fn noted(
    contact: &Contact,
    name: impl Fn(ActorId) -> String,
    notes: impl Fn(&Participant) -> Vec<&str>,
) -> String {
    let named = |participant: &Participant| {
        let name = name(participant.actor);
        match notes(participant).as_slice() {
            [] => name,
            notes => format!("{name} ({})", notes.join(", ")),
        }
    };
    let mut who: Vec<String> = contact.participants.iter().map(named).collect();
    who.sort();
    list(&who)
}

/// What a contact was: title, place, length.
pub(crate) fn title_cell(
    view: &View<'_>,
    contact: Stated<'_, Contact>,
    accounts: &[Stated<'_, Claim>],
) -> Cell {
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

/// A contact that is to come, in a line: when, in which state, what, who, on which condition.
pub(crate) fn ahead_item(view: &View<'_>, contact: Stated<'_, Contact>) -> Item {
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
