//! The nouns of a mediation: a [`Case`] is the fold of its [`Entry`]s, and a [`View`] is what one viewer at
//! one time may know of it.
//!
//! Four types matter:
//! - [`Entry`]: one attributed fact, with its audience and its times;
//! - [`Fact`]: what it says: a party, a contact, a position ...;
//! - [`Case`]: all entries, admitted: no dangling and no too-private reference;
//! - [`View`]: the only thing that analyses, pages and prints ever get. [`View::of`] alone makes one, by
//!   filtering entries *before* the fold, so that nothing unseen can colour what is shown.
//!
//! Not here: files ([`onetext-folder`]), words on a page ([`onetext-desk`]), clocks, randomness, logging.
//!
//! [`onetext-folder`]: https://example.org/onetext
//! [`onetext-desk`]: https://example.org/onetext

mod admission;
mod audience;
mod case;
mod dependants;
mod entry;
mod fact;
mod facts;
mod finding;
mod fixed;
mod id;
mod index;
mod status;
mod time;
mod view;

pub use audience::{Audience, Viewer};
pub use case::{Case, Log, STALE_AFTER_DAYS, Settings};
pub use entry::Entry;
pub use fact::{Fact, Kind, Stateable};
pub use facts::*;
pub use finding::{Fault, Finding, Place, Reason, Severity};
pub use fixed::{DECIMALS, Fixed, NotANumber};
pub use id::*;
pub use jiff::civil::Date as Day;
pub use status::StatusPreset;
pub use time::{AsOf, Moment, NotAMoment, Period};
pub use view::{Stated, View};
