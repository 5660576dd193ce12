//! What can go wrong in a store: what was tried, on what, and what to do. No message holds bytes of a record.

use std::path::Path;

use crate::name::LogName;

/// Why a store refused.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A name of a log that is none.
    #[error("{found:?} is no name of a log: use 1 to 64 of a-z, 0-9 and '-'")]
    Name {
        /// What was given.
        found: String,
    },
    /// Somebody else was first.
    #[error("log {log} is at version {found}, not {expected}: read what was added, then try again")]
    Conflict {
        /// The log that had grown.
        log: LogName,
        /// The version that the writer saw.
        expected: u64,
        /// The version that it has.
        found: u64,
    },
    /// A limit of this crate.
    #[error("{found} {what} are too many: {max} is the limit, write less at a time")]
    TooLarge {
        /// What is limited.
        what: &'static str,
        /// How much there is.
        found: usize,
        /// How much may be.
        max: usize,
    },
    /// A key that stands for a destroyed one.
    #[error("a key of zeros is no key: draw another")]
    KeyOfZeros,
    /// Something is there already.
    #[error("{place} exists already: name a new one")]
    Exists {
        /// What was to be made.
        place: String,
    },
    /// Nothing is there.
    #[error("{place} does not exist: create it first")]
    Missing {
        /// What was to be opened.
        place: String,
    },
    /// Something else is there.
    #[error("{place} is not a store of onetext ({why}): name another, or create a new one")]
    NotAStore {
        /// What was to be opened.
        place: String,
        /// How one sees it.
        why: String,
    },
    /// Written by a later program.
    #[error("{place} has schema {found}, this program knows {known}: use a newer program")]
    NewerSchema {
        /// What was to be opened.
        place: String,
        /// Its schema.
        found: i64,
        /// The newest schema known here.
        known: i64,
    },
    /// What is acknowledged could be lost.
    #[error("{place} has {setting} = {found}, under which a power cut loses entries: set it to {needed}")]
    WeakerSync {
        /// What was to be opened.
        place: String,
        /// The setting.
        setting: &'static str,
        /// What it is.
        found: String,
        /// What it has to be.
        needed: &'static str,
    },
    /// Other users of the machine could read the file.
    #[error("{place} has mode {mode:03o}, so that others may read it: run chmod 600 on it")]
    OpenToOthers {
        /// The file.
        place: String,
        /// Its permissions.
        mode: u32,
    },
    /// Row-level security would not hold for this role.
    #[error(
        "role {role} at {place} is, or may become, a superuser or exempt from row-level security: use an ordinary role"
    )]
    Privileged {
        /// The database.
        place: String,
        /// Who connected.
        role: String,
    },
    /// Row-level security was switched off.
    #[error(
        "table {table} at {place} has no forced row-level security: somebody switched it off, restore from a backup"
    )]
    Unguarded {
        /// The database.
        place: String,
        /// The table.
        table: String,
    },
    /// A file that does not hold together.
    #[error("{place} is damaged ({why}): restore from another backup")]
    Damaged {
        /// The file.
        place: String,
        /// What was found.
        why: String,
    },
    /// No room left; nothing was written.
    #[error("{place} is full, nothing was written: make room, then try again")]
    Full {
        /// Where.
        place: String,
    },
    /// Somebody held a lock for too long; nothing was written.
    #[error("{place} is busy ({why}), nothing was written: try again")]
    Busy {
        /// Where.
        place: String,
        /// What the database said.
        why: String,
    },
    /// The key is gone from its place, but a copy may remain.
    #[error("a key in {place} is destroyed, but a copy may remain ({why}): destroy it again later")]
    KeyLingers {
        /// Where.
        place: String,
        /// Who holds it.
        why: String,
    },
    /// The disk failed; what the system says of the file can no longer be relied on.
    #[error(
        "{place} has stopped after a failure of the disk ({why}): check the disk, restart, read again what is there"
    )]
    Stopped {
        /// Where.
        place: String,
        /// The first failure.
        why: String,
    },
    /// The connection broke at a moment when the database may or may not have kept the append.
    #[error("{place} did not answer whether it kept the records ({why}): read, then add what is missing")]
    Unsure {
        /// Where.
        place: String,
        /// What happened.
        why: String,
    },
    /// A file could not be used.
    #[error("cannot {doing} {place}: {why}")]
    File {
        /// What was tried.
        doing: &'static str,
        /// The file.
        place: String,
        /// What the system said.
        why: String,
    },
    /// The database refused.
    #[error("cannot {doing} {place}: {why}")]
    Database {
        /// What was tried.
        doing: &'static str,
        /// The database.
        place: String,
        /// What it said.
        why: String,
    },
}

/// An error of the system on a file.
pub(crate) fn file(doing: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> StoreError {
    let place = path.display().to_string();
    move |error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => StoreError::Exists { place },
        std::io::ErrorKind::NotFound => StoreError::Missing { place },
        std::io::ErrorKind::StorageFull => StoreError::Full { place },
        _ => StoreError::File { doing, place, why: error.to_string() },
    }
}
