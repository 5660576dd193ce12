//! Contacts on an axis of days, a row for each track: what took place, is planned, depends on something or was never
//! confirmed has each its shape.

use std::collections::BTreeMap;

use onetext_document::{Chart, Shape, Text, Timeline, TimelineMark, TimelineRow};
use onetext_model::{Contact, ContactStatus, Day, Stated, View};

use crate::meetings::{is_ahead, state, track_name};
use crate::words::{count, date, day_number};

/// Contacts on the picture: the newest. More marks than that cannot be told apart.
const MARKS_MAX: usize = 120;
/// The row of contacts without a track.
const NO_TRACK: &str = "No track named";

/// The timeline; none without a dated contact.
pub(super) fn chart(view: &View<'_>, contacts: &[Stated<'_, Contact>]) -> Option<Chart> {
    let drawn = |contact: &&Stated<'_, Contact>| {
        contact.entry.about.is_some() && contact.fact.status != ContactStatus::Cancelled
    };
    let dated: Vec<_> = contacts.iter().filter(drawn).copied().collect();
    let shown = &dated[dated.len().saturating_sub(MARKS_MAX)..];
    let ends: Vec<(Day, Day)> = shown.iter().filter_map(|contact| span(view, *contact)).collect();
    let from = ends.iter().map(|(from, _)| *from).min()?;
    let to = ends.iter().map(|(_, to)| *to).max()?.max(view.today());
    Some(Chart::Timeline(Timeline {
        key: "timeline".to_owned(),
        alternative: alternative(contacts.len(), shown.len(), from, to),
        from: (day_number(from), date(from)),
        to: (day_number(to), date(to)),
        today: (from <= view.today()).then(|| day_number(view.today())),
        rows: rows(view, shown),
    }))
}

fn alternative(contacts: usize, shown: usize, from: Day, to: Day) -> Text {
    let drawn = format!("{} from {} to {}, by track", count(shown, "contact"), date(from), date(to));
    match contacts - shown {
        0 => Text::plain(format!("{drawn}.")),
        others => Text::plain(format!("{drawn}; {others} without a date, called off or earlier not drawn.")),
    }
}

fn span(view: &View<'_>, contact: Stated<'_, Contact>) -> Option<(Day, Day)> {
    contact.entry.about.map(|about| (view.day(about.from), view.day(about.last()).max(view.day(about.from))))
}

fn rows(view: &View<'_>, contacts: &[Stated<'_, Contact>]) -> Vec<TimelineRow> {
    let mut by_track: BTreeMap<(bool, String), Vec<TimelineMark>> = BTreeMap::new();
    for contact in contacts {
        let name = track_name(view, contact.fact);
        by_track.entry((name.is_empty(), name)).or_default().extend(mark(view, *contact));
    }
    let row = |((untracked, name), marks): ((bool, String), Vec<TimelineMark>)| TimelineRow {
        title: Text::plain(if untracked { NO_TRACK.to_owned() } else { name }),
        marks,
    };
    by_track.into_iter().map(row).collect()
}

fn mark(view: &View<'_>, contact: Stated<'_, Contact>) -> Option<TimelineMark> {
    let (from, to) = span(view, contact)?;
    let said = state(view, contact);
    let (shape, state) = match contact.fact.status {
        ContactStatus::Occurred => (Shape::Disc, ""),
        ContactStatus::Ongoing => (Shape::Disc, said),
        _ if !is_ahead(view, contact) => (Shape::Query, said),
        ContactStatus::Conditional => (Shape::Diamond, said),
        ContactStatus::Planned | ContactStatus::Expected | ContactStatus::Cancelled => (Shape::Ring, said),
    };
    let title = Text::plain(contact.fact.title.clone());
    Some(TimelineMark { from: day_number(from), to: day_number(to), title, shape, state: state.to_owned() })
}
