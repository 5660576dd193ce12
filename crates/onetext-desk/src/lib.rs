//! What lands on the mediator's desk: from a [`View`] to a [`Document`], one file each, pure.
//!
//! A document is composed from a view and nothing else, so it cannot show what its reader may not know. The
//! program prints these documents, the room shows them. Every figure and every cell opens to its reasons.
//!
//! ```
//! use onetext_model::{AsOf, Case, Day, Log, Settings, View, Viewer};
//! let log = Log { settings: Settings::new("Talks", "Europe/Paris"), entries: vec![] };
//! let (case, _) = Case::new(log);
//! let view = View::of(&case, Viewer::Anybody, AsOf::today(Day::constant(2026, 1, 1)));
//! let page = onetext_desk::status::compose(&view);
//! assert_eq!(page.kind, "status");
//! ```
//!
//! [`View`]: onetext_model::View
//! [`Document`]: onetext_document::Document

mod accounts;
pub mod actors;
pub mod asks;
mod blocks;
pub mod brief;
pub mod calendar;
pub mod check;
pub mod contacts;
pub mod drafts;
pub mod follow_up;
pub mod grid;
pub mod handover;
mod head;
mod held;
pub mod issue;
pub mod issues;
pub mod ledger;
pub mod lint;
pub mod log;
mod mandates;
mod meetings;
pub mod multicolumn;
mod opens;
pub mod precedents;
pub mod press;
pub mod ratification;
mod reader;
pub mod reading;
pub mod settlement;
pub mod silent;
pub mod status;
pub mod texts;
pub mod versions;
mod voices;
mod words;

use onetext_document::Document;
use onetext_model::View;

pub use check::sentence;
pub use grid::{GridChange, read_grid};
pub use log::summary;
pub use words::{actor_name, date};

/// A page of the desk that needs nothing but a view.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// The word by which it is called: the command, the address, the document's kind.
    pub name: &'static str,
    /// What it shows, in one line.
    pub about: &'static str,
    /// Composes it.
    pub compose: fn(&View<'_>) -> Document,
}

/// Every page that needs nothing but a view, in the order in which a day at the desk needs them.
pub const PAGES: &[Page] = &[
    Page { name: "status", about: "Where the talks stand, on one sheet", compose: status::compose },
    Page { name: "grid", about: "What each party holds on each issue and option", compose: grid::compose },
    Page {
        name: "table",
        about: "The newest draft with what each party proposes instead, and the compromise",
        compose: multicolumn::newest,
    },
    Page {
        name: "issues",
        about: "Each issue with its options, its state, what it is tied to and what is open on it",
        compose: issues::compose,
    },
    Page {
        name: "contacts",
        about: "Who met whom, and what was said of it side by side",
        compose: contacts::compose,
    },
    Page {
        name: "claims",
        about: "What is said on each issue, through whom, with grades and accounts that differ",
        compose: press::claims::compose,
    },
    Page {
        name: "precedents",
        about: "Earlier agreements that were invoked in the talks: by whom, what for, on which point",
        compose: precedents::compose,
    },
    Page {
        name: "actors",
        about: "Who takes part, in which roles, and who speaks for whom",
        compose: actors::compose,
    },
    Page {
        name: "asks",
        about: "Concessions asked and ideas floated, with their answers",
        compose: asks::compose,
    },
    Page { name: "log", about: "Every entry in the order in which it became known", compose: log::compose },
    Page {
        name: "drafts",
        about: "Every draft, and what became of each provision",
        compose: texts::page::compose,
    },
    Page {
        name: "settle",
        about: "What can be settled: packages, conflicts, and where all is stated the front and the solution concepts",
        compose: settlement::settle::compose,
    },
    Page {
        name: "conflicts",
        about: "Which stated demands cannot stand together, and what would open them",
        compose: settlement::conflicts::compose,
    },
    Page {
        name: "ask",
        about: "What to ask each party next about what is on the table",
        compose: settlement::ask::compose,
    },
    Page {
        name: "zone",
        about: "How many packages nobody forbids, how many all accept, and what is left of each issue",
        compose: settlement::zone::compose,
    },
    Page {
        name: "trade",
        about: "What could be exchanged: the smallest changes that are better for all",
        compose: settlement::trade::compose,
    },
    Page {
        name: "bridge",
        about: "Issues on which no option is left that nobody rejects, and what could be built from what exists",
        compose: settlement::bridge::compose,
    },
    Page {
        name: "brackets",
        about: "What is in brackets: whose, who is for and against it, since when",
        compose: texts::register::compose,
    },
    Page {
        name: "moved",
        about: "To whose proposals each new wording is nearer, and where that cannot be said",
        compose: texts::moved::compose,
    },
    Page { name: "follow-up", about: "Who does what by when", compose: follow_up::compose },
    Page {
        name: "handover",
        about: "Promises outstanding, what each side has been told, whom to call",
        compose: handover::compose,
    },
    Page { name: "ledger", about: "What each side has been told", compose: ledger::overview },
    Page {
        name: "ratification",
        about: "Steps, majorities and days from initials to force",
        compose: ratification::compose,
    },
];
