//! What changed since the last brief, by kind, newest first.

use std::cmp::Reverse;

use jiff::ToSpan;
use onetext_document::{Block, Item, Section, Style, Text};
use onetext_model::{Contact, ContactSort, ContactStatus, Day, Entry, Kind, View};

use crate::blocks::{item, on_page, paragraph};
use crate::log::{kind_names, summary};
use crate::meetings::every_by_day;
use crate::opens::reasons;
use crate::reader::Reader;
use crate::words::{capital, count, date, list, short_date};

/// How far back a first brief looks.
const FIRST_DAYS: i64 = 14;
/// Entries of one kind in a brief: two pages are read, three are not.
const OF_KIND_MAX: usize = 3;
/// Entries of all kinds together.
const LINES_MAX: usize = 14;
/// What is told line by line while there is room, in the order in which it is read. Of the rest only the number is.
const TOLD: [Kind; 18] = [
    Kind::Draft,
    Kind::Status,
    Kind::Position,
    Kind::Answer,
    Kind::Ask,
    Kind::Idea,
    Kind::Release,
    Kind::Contact,
    Kind::Claim,
    Kind::Undertaking,
    Kind::Step,
    Kind::Decision,
    Kind::Mandate,
    Kind::Link,
    Kind::Precedent,
    Kind::Withdrawal,
    Kind::Ratification,
    Kind::Question,
];

pub(super) fn section(view: &View<'_>, reader: &Reader, since: Option<Day>) -> Section {
    let Start { day, why } = Start::of(view, reader, since);
    let changed: Vec<&Entry> =
        view.entries().iter().rev().copied().filter(|entry| is_news(view, entry, day)).collect();
    let mut blocks = vec![paragraph(why)];
    let (told, kinds) = told(view, &changed);
    blocks.extend(told);
    blocks.extend(the_rest(&changed, &kinds).map(paragraph));
    if changed.is_empty() {
        blocks.push(paragraph("Nothing became known since."));
    }
    Section::new("changes", format!("What changed since {}", date(day)), blocks)
}

/// What there is room for, and of which kinds it is.
fn told(view: &View<'_>, changed: &[&Entry]) -> (Vec<Block>, Vec<Kind>) {
    let (mut blocks, mut kinds, mut left) = (Vec::new(), Vec::new(), LINES_MAX);
    for kind in TOLD {
        if left == 0 {
            break;
        }
        kinds.push(kind);
        if let Some((block, lines)) = of_kind(view, changed, kind, left.min(OF_KIND_MAX)) {
            blocks.push(block);
            left -= lines;
        }
    }
    (blocks, kinds)
}

/// From when on a brief tells, and why from there.
struct Start {
    day: Day,
    why: String,
}

impl Start {
    fn of(view: &View<'_>, reader: &Reader, since: Option<Day>) -> Self {
        if let Some(day) = since {
            return Start { day, why: "Since the day that was asked for.".to_owned() };
        }
        let briefing = |contact: &Contact| {
            contact.sort == ContactSort::Briefing
                && contact.status == ContactStatus::Occurred
                && contact.participants.iter().any(|participant| view.same(participant.actor, reader.who))
        };
        let last = every_by_day(view).into_iter().rev().find(|contact| briefing(contact.fact));
        match last {
            Some(contact) => {
                let day =
                    view.day(contact.entry.about.map_or(contact.entry.known_at, onetext_model::Period::last));
                Start { day, why: format!("Since the last brief: {}.", contact.fact.title) }
            }
            None => Start {
                day: view.today().saturating_sub(FIRST_DAYS.days()),
                why: format!("No earlier brief is on file: the last {FIRST_DAYS} days."),
            },
        }
    }
}

/// Known after `since` and not after today, and still standing.
fn is_news(view: &View<'_>, entry: &Entry, since: Day) -> bool {
    let known = view.day(entry.known_at);
    since < known && known <= view.today() && view.replaced_by(entry).is_none() && !view.is_withdrawn(entry)
}

/// At most so many entries of one kind, newest first, of one day by their words; and how many those are.
fn of_kind(view: &View<'_>, changed: &[&Entry], kind: Kind, lines_max: usize) -> Option<(Block, usize)> {
    let of_kind = changed.iter().filter(|entry| entry.fact.kind() == kind);
    let mut those: Vec<(Reverse<Day>, String, &Entry)> =
        of_kind.map(|entry| (Reverse(view.day(entry.known_at)), summary(view, entry), *entry)).collect();
    those.sort_by(|(day, words, one), (other_day, others, other)| {
        (day, words, one.id).cmp(&(other_day, others, other.id))
    });
    let lines = those.len().min(lines_max);
    let mut items: Vec<Item> =
        those[..lines].iter().map(|(_, words, entry)| line(view, words, entry)).collect();
    if those.len() > lines {
        items.push(Item::new(on_page(format!("{} more: ", those.len() - lines), "log", " has them all")));
    }
    let title = capital(kind_names(kind).1);
    let section = Section::new(kind.word(), title, vec![Block::List(items)]);
    (lines > 0).then_some((Block::Section(section), lines))
}

fn line(view: &View<'_>, words: &str, entry: &Entry) -> Item {
    let text =
        Text::styled(short_date(view, entry.known_at), Style::Muted).then(format!(": {words}"), Style::Plain);
    item(text, reasons(view, entry))
}

/// "Also put on file: 3 options and 1 report."
fn the_rest(changed: &[&Entry], told: &[Kind]) -> Option<String> {
    let number = |kind: Kind| changed.iter().filter(|entry| entry.fact.kind() == kind).count();
    let words = |kind: Kind| match number(kind) {
        0 => None,
        1 => Some(count(1, kind_names(kind).0)),
        several => Some(format!("{several} {}", kind_names(kind).1)),
    };
    let rest: Vec<String> =
        Kind::ALL.iter().filter(|kind| !told.contains(kind)).filter_map(|kind| words(*kind)).collect();
    (!rest.is_empty()).then(|| format!("Also put on file: {}.", list(&rest)))
}
