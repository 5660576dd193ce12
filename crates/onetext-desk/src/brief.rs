//! The brief for a person, two pages: what changed, what they are to decide, to say and to bring back, and where the
//! talks stand. What must not be mentioned is never in it: that is the mediator's separate sheet.

mod changes;
mod unsaid;

use onetext_document::{Block, Document, Item, Section, Style, Text};
use onetext_model::{Contact, Day, Decision, PersonId, Stated, TalkingPoint, TalkingPointSort, View};

pub use unsaid::compose as do_not_mention;

use crate::blocks::{capped, item, list_or_none, paragraph};
use crate::head;
use crate::meetings::{ahead_item, coming};
use crate::opens::reasons;
use crate::reader::Reader;
use crate::words::{actor_name, due, person_with_office, subject_name};
use crate::{follow_up, status};

/// Sheets of a brief: two pages are read, three are not.
const SHEETS_MAX: usize = 2;
/// Items of a list in a brief: two pages are read, three are not.
const ITEMS_MAX: usize = 6;

/// The brief for a person, from a view already made for that person. Without `since`, from the last briefing in
/// which the person took part.
pub fn compose(view: &View<'_>, person: PersonId, since: Option<Day>) -> Document {
    let reader = Reader::of(view, person.0);
    let next = next(view, &reader);
    let mut document = head::document(view, "brief", &format!("brief for {}", actor_name(view, person)));
    document.sheets = Some(SHEETS_MAX);
    document.blocks = vec![for_whom(view, &reader, next)];
    document.blocks.push(Block::Section(changes::section(view, &reader, since)));
    document.blocks.push(Block::Section(decisions(view, &reader)));
    document.blocks.extend(lines(view, &reader, next).map(Block::Section));
    document.blocks.extend(status::drafts(view).map(Block::Section));
    let sticking = status::in_short(view);
    document.blocks.push(Block::Section(capped("sticking", "What sticks", sticking, (ITEMS_MAX, "status"))));
    document.blocks.extend(steps(view, &reader).map(Block::Section));
    document
}

/// The next contact in which the reader is named, else the next with anybody of the reader's party.
fn next<'a>(view: &View<'a>, reader: &Reader) -> Option<Stated<'a, Contact>> {
    let coming = coming(view);
    let named = coming.iter().find(|contact| reader.is_named(view, contact.fact));
    named.or_else(|| coming.iter().find(|contact| reader.meets(view, contact.fact))).copied()
}

/// Who reads this, and before which contact.
fn for_whom(view: &View<'_>, reader: &Reader, next: Option<Stated<'_, Contact>>) -> Block {
    let who = person_with_office(view, reader.who);
    let party = reader.party.map_or_else(String::new, |party| format!(" ({})", actor_name(view, party)));
    let head = Text::plain("For ").then(format!("{who}{party}"), Style::Strong);
    let before = match next {
        Some(contact) => {
            let line = ahead_item(view, contact);
            Item { text: Text::plain("Before: ").join(line.text), ..line }
        }
        None => Item::new("No contact ahead of them is on file."),
    };
    Block::List(vec![Item::new(head), before])
}

fn decisions(view: &View<'_>, reader: &Reader) -> Section {
    let mut wanted: Vec<_> = view.each::<Decision>().filter(|d| reader.is(view, d.fact.who)).collect();
    wanted.sort_by_key(|d| (d.fact.by.is_none(), d.fact.by.map(|by| view.day(by)), d.id()));
    list_or_none("decisions", "Decisions needed", wanted.into_iter().map(|one| decision(view, one)).collect())
}

fn decision(view: &View<'_>, decision: Stated<'_, Decision>) -> Item {
    let mut notes: Vec<String> = decision.fact.on.iter().map(|on| subject_name(view, *on)).collect();
    notes.push(match decision.fact.by {
        Some(by) => format!("by {}", due(view, Some(by))),
        None => "no date".to_owned(),
    });
    let text =
        Text::plain(decision.fact.question.clone()).then(format!(" ({})", notes.join("; ")), Style::Muted);
    item(text, reasons(view, decision.entry))
}

/// What to say and to bring back: for the contact ahead, and what is for no contact in particular.
fn lines(
    view: &View<'_>,
    reader: &Reader,
    next: Option<Stated<'_, Contact>>,
) -> impl Iterator<Item = Section> {
    const SORTS: [(TalkingPointSort, &str, &str); 4] = [
        (TalkingPointSort::Instruction, "instructions", "Instructions to bring back"),
        (TalkingPointSort::Objective, "objective", "Objective"),
        (TalkingPointSort::Message, "messages", "Messages"),
        (TalkingPointSort::IfAsked, "if-asked", "If asked"),
    ];
    let of_sort = |(sort, key, title)| {
        let items: Vec<Item> =
            talking_points(view, reader, sort).map(|point| line(view, point, next)).collect();
        (!items.is_empty()).then(|| Section::new(key, title, vec![Block::List(items)]))
    };
    let sections: Vec<Section> = SORTS.into_iter().filter_map(of_sort).collect();
    sections.into_iter()
}

/// The reader's lines of one sort, without those for contacts that are past.
fn talking_points<'a>(
    view: &View<'a>,
    reader: &Reader,
    sort: TalkingPointSort,
) -> impl Iterator<Item = Stated<'a, TalkingPoint>> {
    let past = |point: &TalkingPoint| {
        let contact = point.contact.and_then(|id| view.find::<Contact>(id));
        contact.is_some_and(|contact| !contact.fact.status.is_ahead())
    };
    let wanted = |point: &Stated<'a, TalkingPoint>| {
        point.fact.sort == sort && reader.is(view, point.fact.who) && !past(point.fact)
    };
    view.each::<TalkingPoint>().filter(wanted).collect::<Vec<_>>().into_iter()
}

/// A line, with the contact that it is for where that is not the next one.
fn line(view: &View<'_>, point: Stated<'_, TalkingPoint>, next: Option<Stated<'_, Contact>>) -> Item {
    let mut text = Text::plain(point.fact.words.clone());
    if let Some(contact) = point.fact.contact.and_then(|id| view.find::<Contact>(id))
        && next.is_none_or(|next| next.id() != contact.id())
    {
        text = text.then(format!(" (for: {})", contact.fact.title), Style::Muted);
    }
    item(text, reasons(view, point.entry))
}

/// What the reader's side is to do, and what was promised to it.
fn steps(view: &View<'_>, reader: &Reader) -> impl Iterator<Item = Section> {
    let own = follow_up::open(view, |step| reader.is(view, step.who));
    let promised = follow_up::open(view, |step| step.promised_to.iter().any(|to| reader.is(view, *to)));
    let mut to_do = follow_up::section(view, ("steps", "Next steps"), &own);
    to_do.blocks.extend(follow_up::overdue_words(view, &own).map(paragraph));
    [to_do, follow_up::section(view, ("promises", "Promised to you"), &promised)].into_iter()
}
