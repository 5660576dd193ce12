//! A calendar as a value, and its iCalendar file (RFC 5545) for any calendar program. Knows no negotiation and no clock.
//!
//! Written here, not by a crate: the file is a hundred lines of text, and the crates at hand bring a clock and random
//! names for events, where the same calendar must give the same bytes.
//!
//! ```
//! use onetext_document::calendar::{Calendar, Event, Status, When, write};
//! let round = Event {
//!     uid: "round-2@example.org".to_owned(),
//!     stamp: 1_772_841_600,
//!     sequence: 0,
//!     when: When::Days { first: 20_521, last: 20_523 },
//!     title: "Second round; by the lake".to_owned(),
//!     status: Status::Tentative,
//!     ..Event::default()
//! };
//! let file = write(&Calendar { name: "Talks".to_owned(), about: String::new(), events: vec![round] });
//! assert!(file.contains("DTSTART;VALUE=DATE:20260309\r\nDTEND;VALUE=DATE:20260312\r\n"));
//! assert!(file.contains("SUMMARY:Second round\\; by the lake\r\nSTATUS:TENTATIVE\r\n"));
//! ```

mod line;
mod moment;

use line::Lines;

/// A calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// What it is called in a calendar program.
    pub name: String,
    /// What it holds and what it does not; empty for nothing to say.
    pub about: String,
    /// Its events, in the order in which they are written.
    pub events: Vec<Event>,
}

/// Something in a calendar. It never takes up its reader's own time: it is shown, and the time stays free.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// Its name in every calendar of the world; the same for every version of the event.
    pub uid: String,
    /// When this version of it was written down, in seconds since 1970-01-01 in UTC.
    pub stamp: i64,
    /// How many versions came before.
    pub sequence: u32,
    /// When it is.
    pub when: When,
    /// What it is called.
    pub title: String,
    /// Where.
    pub place: Option<String>,
    /// What else there is to say; lines are kept.
    pub about: String,
    /// Whether it takes place.
    pub status: Status,
    /// What sort of event it is.
    pub category: Option<String>,
    /// Whether a program that shares the calendar should keep it back.
    pub is_confidential: bool,
    /// The `uid` of the event that it is part of.
    pub part_of: Option<String>,
}

/// When something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// On days, first and last, as days since 1970-01-01.
    Days {
        /// The first.
        first: i64,
        /// The last, inclusive.
        last: i64,
    },
    /// At moments, in seconds since 1970-01-01 in UTC.
    Moments {
        /// Its beginning.
        from: i64,
        /// Its end, where it is known.
        to: Option<i64>,
    },
}

impl Default for When {
    fn default() -> Self {
        When::Days { first: 0, last: 0 }
    }
}

/// Whether something takes place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// It does, or did.
    #[default]
    Confirmed,
    /// It may.
    Tentative,
    /// It was called off.
    Cancelled,
}

impl Status {
    fn word(self) -> &'static str {
        match self {
            Status::Confirmed => "CONFIRMED",
            Status::Tentative => "TENTATIVE",
            Status::Cancelled => "CANCELLED",
        }
    }
}

/// The calendar as an iCalendar file.
pub fn write(calendar: &Calendar) -> String {
    let mut lines = Lines::default();
    lines.put("BEGIN", "VCALENDAR");
    lines.put("VERSION", "2.0");
    lines.put("PRODID", "-//onetext//calendar//EN");
    lines.put("CALSCALE", "GREGORIAN");
    // The name of RFC 7986, and the one that programs read that are older than it.
    lines.text("NAME", &calendar.name);
    lines.text("X-WR-CALNAME", &calendar.name);
    lines.text("DESCRIPTION", &calendar.about);
    lines.text("X-WR-CALDESC", &calendar.about);
    for event in &calendar.events {
        put(&mut lines, event);
    }
    lines.put("END", "VCALENDAR");
    lines.joined()
}

fn put(lines: &mut Lines, event: &Event) {
    lines.put("BEGIN", "VEVENT");
    lines.put("UID", &line::escaped(&event.uid));
    lines.put("DTSTAMP", &moment::moment(event.stamp));
    lines.put("SEQUENCE", &event.sequence.to_string());
    match event.when {
        When::Days { first, last } => {
            lines.put("DTSTART;VALUE=DATE", &moment::day(first));
            lines.put("DTEND;VALUE=DATE", &moment::day(last.max(first).saturating_add(1)));
        }
        When::Moments { from, to } => {
            lines.put("DTSTART", &moment::moment(from));
            if let Some(to) = to.filter(|to| *to > from) {
                lines.put("DTEND", &moment::moment(to));
            }
        }
    }
    lines.text("SUMMARY", &event.title);
    lines.put("STATUS", event.status.word());
    lines.text("LOCATION", event.place.as_deref().unwrap_or_default());
    lines.text("DESCRIPTION", &event.about);
    lines.text("CATEGORIES", event.category.as_deref().unwrap_or_default());
    if event.is_confidential {
        lines.put("CLASS", "CONFIDENTIAL");
    }
    lines.text("RELATED-TO", event.part_of.as_deref().unwrap_or_default());
    lines.put("TRANSP", "TRANSPARENT");
    lines.put("END", "VEVENT");
}
