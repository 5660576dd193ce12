//! Where a room's case is kept: behind one trait, a folder of files (the mediator alone) or a store with its record
//! (a team, parties). What is kept is entries and settings; who may see them is not decided here.

mod book;
mod store;

use std::collections::HashMap;

use futures_util::future::BoxFuture;
use onetext_model::{Entry, EntryId, Finding, Log};
use tokio::sync::watch;

use onetext_record::Signer;

use crate::who::Who;

pub use book::log_of;
pub use onetext_record::Log as Shown;
pub use store::StoreKeeper;

/// A case as it is kept.
#[derive(Debug)]
pub struct Kept {
    /// Settings and entries.
    pub log: Log,
    /// Who entered what, where that is on record.
    pub entered: HashMap<EntryId, Who>,
    /// What was found while reading.
    pub findings: Vec<Finding>,
}

/// What has been kept since it was last asked.
#[derive(Debug)]
pub enum News {
    /// Nothing.
    None,
    /// The case as a whole, anew: somebody may have changed any part of it.
    Whole(Box<Kept>),
    /// These entries beside what is known already.
    More(Vec<(Entry, Who)>),
}

/// A text that lies beside the entries: a debrief as it was pasted.
#[derive(Clone, Debug)]
pub struct Paper {
    /// The entry whose audience it shares.
    pub of: EntryId,
    /// Its name inside the place, as the entry gives it: `debriefs/2026-07-03-x1.md`.
    pub name: String,
    /// The text.
    pub text: String,
}

/// Entries to be kept together.
#[derive(Clone, Debug)]
pub struct Taking {
    /// Who enters them.
    pub by: Who,
    /// The entries, admitted together with all that is kept.
    pub entries: Vec<Entry>,
    /// Texts that belong to them.
    pub papers: Vec<Paper>,
}

/// Why something could not be kept or read.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// Somebody else has written meanwhile: read the news, then try again.
    #[error("somebody else has written meanwhile")]
    Behind,
    /// It is not possible, with what to do about it.
    #[error("{0}")]
    Refused(String),
}

/// Keeps the events of the door: who was invited, which passkeys there are, who was shown out.
pub trait DoorLog: Send + Sync {
    /// Keeps events, all of them or none. They are durable when it returns.
    fn add(&self, by: Who, events: Vec<Vec<u8>>, at: jiff::Timestamp)
    -> BoxFuture<'_, Result<(), KeepError>>;
    /// Everything that has been kept since the last call, one's own too.
    fn news(&self) -> BoxFuture<'_, Result<Vec<Vec<u8>>, KeepError>>;
    /// Ticks when somebody else may have written.
    fn ticks(&self) -> watch::Receiver<u64>;
}

/// Keeps a case. Whatever `take` has acknowledged survives a crash.
pub trait Keeping: Send + Sync {
    /// Everything that has been kept since the last call; at the first call all of it.
    fn news(&self) -> BoxFuture<'_, Result<News, KeepError>>;
    /// Keeps entries, all of them or none. They are durable when it returns.
    fn take<'a>(&'a self, takings: &'a [Taking], at: jiff::Timestamp)
    -> BoxFuture<'a, Result<(), KeepError>>;
    /// Ticks when somebody else may have written.
    fn ticks(&self) -> watch::Receiver<u64>;
    /// The record, where one is kept: a folder keeps none.
    fn record(&self) -> Option<&dyn Recorded> {
        None
    }
}

/// The record of a room.
pub trait Recorded: Send + Sync {
    /// A log as it stands, with its keys: for whoever may see all of it.
    fn log<'a>(&'a self, log: &'a str) -> BoxFuture<'a, Result<Shown, KeepError>>;
    /// The room's name and signing key.
    fn seal(&self) -> BoxFuture<'_, Result<Seal, KeepError>>;
    /// Destroys the keys of private entries and of the texts beside them, in this order: nobody can read them any more,
    /// and the chain still holds. That it was done, and by whom, is a line of its own; by it other servers learn of it.
    fn destroy<'a>(
        &'a self,
        entries: &'a [EntryId],
        by: Who,
        at: jiff::Timestamp,
    ) -> BoxFuture<'a, Result<(), KeepError>>;
}

/// What the room signs its checkpoints with.
pub struct Seal {
    /// The room's name: random, says nothing.
    pub room: String,
    /// Its key.
    pub signer: Signer,
}
