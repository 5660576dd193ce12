//! A text from outside understood: who said what, through whom, and who met whom.
//!
//! A report (press, letter, note verbale) is read by rules and word lists of our own; nothing is looked up, guessed from
//! a model or kept between calls. What comes out is a [`Reading`]: the actors that the text names, each attributed
//! statement with its chain, what the outlet tells itself, and the contacts. It knows no case: matching a reading to the
//! words of a case is `onetext-text`'s work.

mod actors;
mod claims;
mod contacts;
pub mod dates;
pub mod formats;
mod grammar;
mod json;
pub mod languages;
mod lexicon;
mod narrated;
mod read;
mod reading;
pub mod roots;
mod said_on;
pub mod spelling;
mod tokens;

pub use json::{ReportJson, to_json};
pub use read::{About, read};
pub use reading::{
    Actor, ActorIndex, ActorKind, Anonymity, Claim, Contact, ContactStatus, ContactType, Hedge, Link, Medium,
    Mode, Narrated, Participant, Place, Precision, Reading, Span, Unread, Venue, When,
};
