//! The mediator's separate sheet for a meeting: what those whom one meets may not hear.

use onetext_document::{Block, Document, Item, Section, Style, Text};
use onetext_model::{
    CompartmentId, Contact, Entry, EntryId, Kind, Origin, Release, Stated, TalkingPoint, TalkingPointSort,
    View,
};

use crate::blocks::{item, list_or_none, paragraph};
use crate::head;
use crate::log::{audience_words, kind_names, summary};
use crate::opens::reasons;
use crate::reader::{Reader, may_hear};
use crate::words::{actor_name, capital, short_date};

/// Lines of one kind: more than that nobody keeps in mind. The newest stand first, and the sheet says what it left out.
const LINES_MAX: usize = 300;
/// What is told in confidence, in the order of the sheet.
const CONFIDED: [Kind; 10] = [
    Kind::Position,
    Kind::Claim,
    Kind::Release,
    Kind::Ask,
    Kind::Idea,
    Kind::Answer,
    Kind::Undertaking,
    Kind::Contact,
    Kind::Preference,
    Kind::Reservation,
];

/// The sheet for a meeting with a party or person. Only a view of the mediator has one.
pub fn compose(view: &View<'_>, to: EntryId) -> Document {
    if !view.is_mediators() {
        let document = head::document(view, "do-not-mention", "do not mention");
        return document.with(paragraph("Only the mediator has this sheet."));
    }
    let reader = Reader::of(view, to);
    if !reader.is_known(view) {
        let document = head::document(view, "do-not-mention", "do not mention");
        return document.with(paragraph("No party or person of that name is on file."));
    }
    let title = format!("do not mention to {}", actor_name(view, to));
    let mut document = head::document(view, "do-not-mention", &title);
    let (circles, rests_on) = circles(view, &reader);
    document.blocks = vec![paragraph(rests_on), Block::Section(lines(view, &reader))];
    document
        .blocks
        .extend(CONFIDED.into_iter().filter_map(|kind| of_kind(view, &circles, kind)).map(Block::Section));
    document
}

/// The circles into which the reader sees, and a sentence on how they are known.
fn circles(view: &View<'_>, reader: &Reader) -> (Vec<CompartmentId>, &'static str) {
    let own = reader.own_circles(view);
    if !own.is_empty() {
        return (own, "On this sheet is everything on file that none of the circles they are in may see.");
    }
    let of_party = reader.circles_of_party(view);
    let words = match (of_party.is_empty(), reader.is_party()) {
        (true, _) => "They are in no circle of the case: on this sheet is everything that is not public.",
        (false, true) => "On this sheet is everything on file that none of their circles may see.",
        (false, false) => {
            "In which circles they are is not on file; all circles of their party are taken. On this sheet is everything that none of those may see: they themselves may know less."
        }
    };
    (of_party, words)
}

/// Lines written for this: for a contact in which the reader sits, or for no contact in particular.
fn lines(view: &View<'_>, reader: &Reader) -> Section {
    let wanted = |point: &Stated<'_, TalkingPoint>| {
        let contact = point.fact.contact.and_then(|id| view.find::<Contact>(id));
        point.fact.sort == TalkingPointSort::DoNotMention
            && !reader.is(view, point.fact.who)
            && contact.is_none_or(|contact| reader.meets(view, contact.fact))
    };
    let points = view.each::<TalkingPoint>().filter(wanted);
    list_or_none("lines", "Do not mention", points.map(|point| line(view, point)).collect())
}

fn line(view: &View<'_>, point: Stated<'_, TalkingPoint>) -> Item {
    let contact = point.fact.contact.and_then(|id| view.find::<Contact>(id));
    let at = contact.map_or_else(String::new, |contact| format!("; {}", contact.fact.title));
    let text = Text::styled(point.fact.words.clone(), Style::Strong)
        .then(format!(" ({}{at})", actor_name(view, point.fact.who)), Style::Muted);
    item(text, reasons(view, point.entry))
}

/// Entries of one kind that none of the circles may see, newest first.
fn of_kind(view: &View<'_>, circles: &[CompartmentId], kind: Kind) -> Option<Section> {
    let stands = |entry: &&Entry| view.replaced_by(entry).is_none() && !view.is_withdrawn(entry);
    let unheard = |entry: &&Entry| entry.fact.kind() == kind && !may_hear(view, circles, &entry.audience);
    let those: Vec<&Entry> = view.entries().iter().rev().copied().filter(unheard).filter(stands).collect();
    let mut items: Vec<Item> =
        those.iter().take(LINES_MAX).map(|entry| confided(view, circles, entry)).collect();
    if those.len() > LINES_MAX {
        let words = format!("Not on this sheet: {} earlier.", those.len() - LINES_MAX);
        items.push(Item::new(Text::styled(words, Style::Strong)));
    }
    let title = capital(kind_names(kind).1);
    (!items.is_empty()).then(|| Section::new(kind.word(), title, vec![Block::List(items)]))
}

/// What it is, who may know it, and in which words the reader was told of it already, if they were.
fn confided(view: &View<'_>, circles: &[CompartmentId], entry: &Entry) -> Item {
    let who = audience_words(view, &entry.audience);
    let mut text = Text::plain(summary(view, entry))
        .then(format!(" ({}; known to: {who})", short_date(view, entry.known_at)), Style::Muted);
    for release in told(view, circles, entry) {
        let on = short_date(view, release.entry.known_at);
        text = text
            .then(format!(" They were told on {on}, and no more than: "), Style::Strong)
            .then(release.fact.words.clone(), Style::Quote);
    }
    item(text, reasons(view, entry))
}

/// The releases to the reader's circles that came from an entry.
fn told<'a>(view: &View<'a>, circles: &[CompartmentId], entry: &Entry) -> Vec<Stated<'a, Release>> {
    view.each::<Origin>()
        .filter(|origin| view.same(origin.fact.entry, entry.id))
        .filter_map(|origin| view.find::<Release>(origin.fact.release))
        .filter(|release| may_hear(view, circles, &release.entry.audience))
        .collect()
}
