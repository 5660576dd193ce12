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

pub mod actors;
pub mod asks;
pub mod brief;
pub mod check;
pub mod contacts;
pub mod follow_up;
pub mod grid;
pub mod handover;
mod head;
mod held;
pub mod log;
mod mandates;
mod meetings;
mod opens;
pub mod ratification;
pub mod status;
mod voices;
mod words;


pub use check::sentence;
pub use grid::{GridChange, read_grid};
pub use words::{actor_name, date};
