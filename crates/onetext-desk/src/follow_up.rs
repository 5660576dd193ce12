//! The follow-up table: the next steps, open ones by their date, then what is done.

use onetext_document::{Cell, Document, Page, Row, Section};
use onetext_model::{Contact, Stated, Step, View};

use crate::blocks::{cell, table_or_none};
use crate::head;
use crate::opens::reasons;
use crate::words::{actor_name, due, is_overdue, key, names, short_date};

/// Who does what by when.
pub fn compose(view: &View<'_>) -> Document {
    let mut document = head::document(view, "follow-up", "follow-up");
    document.page = Page::Landscape;
    let sections = [
        section(view, ("open", "Open"), &open(view, |_| true)),
        section(view, ("done", "Done"), &done(view)),
    ];
    document.blocks = sections.into_iter().map(onetext_document::Block::Section).collect();
    document
}

/// Steps as a table under a heading.
pub(crate) fn section(view: &View<'_>, (key, title): (&str, &str), steps: &[Stated<'_, Step>]) -> Section {
    let headings =
        [("Next step", 6), ("Who", 3), ("By when", 2), ("Promised to", 3), ("From which contact", 3)];
    table_or_none(key, title, &headings, steps.iter().map(|step| row(view, *step)).collect())
}

/// The steps that are not done and wanted: overdue first, then by date, those without a date last.
pub(crate) fn open<'a>(view: &View<'a>, wanted: impl Fn(&Step) -> bool) -> Vec<Stated<'a, Step>> {
    let mut open: Vec<_> = view.each::<Step>().filter(|step| !step.fact.done && wanted(step.fact)).collect();
    open.sort_by_cached_key(|step| {
        let by = step.fact.by.map(|by| view.day(by));
        (by.is_none(), by, actor_name(view, step.fact.who), step.id())
    });
    open
}

/// The steps that are done, the last first.
fn done<'a>(view: &View<'a>) -> Vec<Stated<'a, Step>> {
    let mut done: Vec<_> = view.each::<Step>().filter(|step| step.fact.done).collect();
    done.reverse();
    done
}

fn row(view: &View<'_>, step: Stated<'_, Step>) -> Row {
    let fact = step.fact;
    let when = match fact.by {
        _ if fact.done => format!("done, {}", short_date(view, step.entry.known_at)),
        by => due(view, by),
    };
    let contact = fact.contact.and_then(|id| view.find::<Contact>(id));
    Row {
        key: key(view, step.id()),
        cells: vec![
            cell(fact.what.clone(), reasons(view, step.entry)),
            Cell::new(actor_name(view, fact.who)),
            Cell::new(when),
            Cell::new(names(view, &fact.promised_to)),
            Cell::new(contact.map_or_else(String::new, |found| found.fact.title.clone())),
        ],
    }
}

/// How many of these steps are past their date, in words; nothing where none is.
pub(crate) fn overdue_words(view: &View<'_>, steps: &[Stated<'_, Step>]) -> Option<String> {
    let overdue = steps.iter().filter(|step| is_overdue(view, step.fact.by)).count();
    (overdue > 0).then(|| format!("{overdue} of {} overdue.", steps.len()))
}
