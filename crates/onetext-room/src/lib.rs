//! People: the room in which a case is seen and entered, by the mediator alone, by a team, by parties.
//!
//! A [`Room`] holds one admitted case. Whatever somebody gets of it is composed from a view
//! (`onetext_model::View::of`), so that it cannot hold what they may not know. Whatever somebody enters goes through
//! one writer: admitted with the whole case, kept, and only then shown.
//!
//! - [`keeping`]: where the case is kept (a folder, or a store with its record);
//! - [`door`]: who may come in; [`rights`]: who may enter what;
//! - [`routes`]: every address with its rule of access; pages are desk documents with their forms.

mod account;
mod api;
mod assets;
mod audience;
mod brief;
mod calendar;
mod compromise;
mod description;
mod destroy;
pub mod door;
mod draft;
mod enter;
mod entry;
mod escape;
mod form;
mod frame;
mod headers;
pub mod keeping;
mod library;
mod live;
mod note;
mod on_table;
mod pages;
mod paper;
mod passkey;
mod people;
mod press;
mod provider;
pub mod reads;
pub mod record;
mod release;
pub mod rights;
mod room;
pub mod routes;
mod say;
mod second;
mod serve;
mod sheet;
mod shelf;
mod sign;
mod stand;
pub mod state;
pub mod tls;
mod turns;
mod what_if;
pub mod who;
pub mod world;
mod writer;

pub use headers::{CONTENT_SECURITY_POLICY, Place};
pub use room::{Entering, Files, Refusal, Room, Seen};
pub use routes::router;
pub use say::Language;
pub use serve::{Peer, serve};
