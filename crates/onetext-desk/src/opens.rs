//! What opens behind a cell or line: the sentence, how it is known, through whom it came, and the report.

use onetext_document::{Block, Item, Style, Text};
use onetext_model::{Chained, Claim, Draft, Entry, EntryId, Fact, Grade, Provision, Report, View};

use crate::words::{actor_name, key, short_date};

/// Everything that an entry rests on, as far as the viewer may know it.
pub(crate) fn reasons(view: &View<'_>, entry: &Entry) -> Vec<Block> {
    let mut items = vec![Item::new(dated(view, entry))];
    if let Some(why) = &entry.assumed {
        items.push(Item::new(Text::styled(format!("Assumption: {why}"), Style::Emphasis)));
    }
    let sources = entry.sources.iter().filter_map(|source| view.entry(*source));
    items.extend(sources.map(|source| Item::new(source_line(view, source))));
    let hidden = entry.sources.len() + 1 + usize::from(entry.assumed.is_some()) - items.len();
    if hidden > 0 {
        items.push(Item::new("Its source was published after this date."));
    }
    vec![Block::List(items)]
}

fn dated(view: &View<'_>, entry: &Entry) -> Text {
    Text::plain(format!("{}, known {}, entry ", entry.fact.kind().word(), short_date(view, entry.known_at)))
        .join(entry_name(view, entry.id))
}

/// The label of an entry, else its id: where a page is more than paper, this leads to the entry.
pub(crate) fn entry_name(view: &View<'_>, id: EntryId) -> Text {
    Text::entry(key(view, id), id.to_string())
}

/// One source in a line, and which entry it is.
pub(crate) fn source_line(view: &View<'_>, source: &Entry) -> Text {
    said_by(view, source).then(" · entry ", Style::Muted).join(entry_name(view, source.id))
}

fn said_by(view: &View<'_>, source: &Entry) -> Text {
    match &source.fact {
        Fact::Claim(claim) => claim_line(view, source, claim),
        Fact::Report(report) => report_line(view, source, report),
        Fact::Provision(provision) => provision_line(view, provision),
        Fact::Draft(draft) => Text::plain(format!("Draft: {} ({})", draft.title, draft.form.said())),
        Fact::Contact(contact) => Text::plain(format!("Contact: {}", contact.title)),
        other => Text::plain(other.kind().word()),
    }
}

fn provision_line(view: &View<'_>, provision: &Provision) -> Text {
    let draft = view.find::<Draft>(provision.draft);
    let title = draft.map_or_else(String::new, |found| format!(" of {}", found.fact.title));
    let form = draft.map_or_else(String::new, |found| format!(" ({})", found.fact.form.said()));
    let checked = provision.checked.as_ref().map_or_else(String::new, |words| format!("; {words}"));
    Text::plain(format!("Point {}{title}{form}: {}{checked}", provision.number, provision.text))
}

fn claim_line(view: &View<'_>, source: &Entry, claim: &Claim) -> Text {
    let mut text =
        Text::plain(format!("Claim ({}, {}): ", claim.mode.said(), short_date(view, source.known_at)))
            .then(claim.words.clone(), Style::Plain)
            .then(format!(" — {}", chain(view, source, claim)), Style::Muted);
    for report in source.sources.iter().filter_map(|id| view.find::<Report>(*id)) {
        text = text.then(" · ", Style::Muted).join(report_line(view, report.entry, report.fact));
    }
    text.then(format!(" · {}", grade(view, source)), Style::Muted)
}

fn report_line(view: &View<'_>, entry: &Entry, report: &Report) -> Text {
    let state = if report.state_media { ", state media" } else { "" };
    let published = short_date(view, entry.known_at);
    let address = report.address.as_ref().map_or_else(String::new, |address| format!(" {address}"));
    Text::plain(format!("{}{state}, “{}”, {published}{address}", report.outlet, report.title))
}

/// Outlet <- relay <- source <- speaker. Before its report is known, only the speaker is.
pub(crate) fn chain(view: &View<'_>, entry: &Entry, claim: &Claim) -> String {
    let has_report = entry.sources.iter().any(|source| view.entry(*source).is_some());
    let mut links: Vec<String> = claim.chain.iter().map(|link| link_name(view, link)).collect();
    if !has_report && !entry.sources.is_empty() && links.len() > 1 {
        links.drain(..links.len() - 1);
    }
    if let Some(speaker) = attributed_speaker(view, entry) {
        links.push(format!("{speaker} (mediator's note)"));
    }
    links.join(" <- ")
}

/// Who "a participant" was, for those who may know.
fn attributed_speaker(view: &View<'_>, entry: &Entry) -> Option<String> {
    let note = view.notes_on::<onetext_model::Attribution>(entry.id).next()?;
    Some(actor_name(view, note.fact.speaker))
}

/// One link of a chain.
pub(crate) fn link_name(view: &View<'_>, link: &Chained) -> String {
    match link {
        Chained::Outlet(name) => name.clone(),
        Chained::Implied(name) => format!("{name} (implied)"),
        Chained::Actor(actor) => actor_name(view, *actor),
        Chained::Unnamed(unnamed) => unnamed.words.clone(),
        Chained::Participant(words) => words.clone(),
    }
}

/// The grade that a person set; F6 until then.
pub(crate) fn grade(view: &View<'_>, source: &Entry) -> String {
    match view.notes_on::<Grade>(source.id).next_back() {
        Some(grade) => format!("{}{}", grade.fact.reliability.said(), grade.fact.credibility),
        None => "F6".to_owned(),
    }
}
