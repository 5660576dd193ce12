//! Records, additions and the trait that both stores keep; what they must hold before a store is asked.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use futures_util::future::BoxFuture;
use tokio::sync::watch;

use crate::error::StoreError;
use crate::name::LogName;

/// Largest record: above any file of a case (16 MiB) with its sealing, below what a row of either database takes.
pub const RECORD_BYTES_MAX: usize = 32 << 20;
/// Most bytes of one append: it is held in memory and in one transaction.
pub const APPEND_BYTES_MAX: usize = 512 << 20;
/// Most records of one append: the import of a whole case with room to spare.
pub const APPEND_RECORDS_MAX: usize = 2_000_000;
/// Most logs of one append: each is locked.
pub const APPEND_LOGS_MAX: usize = 1_000;
/// Bytes of a key.
pub const KEY_BYTES: usize = 32;
/// What stands in the place of a key that was destroyed; no key.
pub(crate) const DESTROYED: [u8; KEY_BYTES] = [0; KEY_BYTES];

/// A record to be added.
#[derive(Clone, PartialEq, Eq)]
pub struct NewRecord {
    /// What is kept, for ever.
    pub bytes: Vec<u8>,
    /// The secret that opens a sealed record. It is kept apart so that it can be destroyed. Not all zeros.
    pub key: Option<[u8; KEY_BYTES]>,
}

/// A record as it was kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Record {
    /// Its number in its log; the first is 1, and there are no gaps.
    pub version: u64,
    /// What was added.
    pub bytes: Vec<u8>,
    /// The secret that opens it, until it is destroyed.
    pub key: Option<[u8; KEY_BYTES]>,
}

/// Records for the end of one log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addition {
    /// The log that grows.
    pub log: LogName,
    /// The version that the writer saw: that of the last record, 0 for an empty log.
    pub expected: u64,
    /// What is added. Without records, the log is only compared with `expected`.
    pub records: Vec<NewRecord>,
}

/// Where a room keeps its logs.
pub trait Store: Send + Sync {
    /// Adds to all named logs or to none. What is added is on the disk when this returns. If a log has grown since the
    /// writer read it, nothing is written: read, and try again. The work goes on if the caller stops waiting.
    fn append(&self, additions: Vec<Addition>) -> BoxFuture<'_, Result<(), StoreError>>;

    /// The records of a log after version `since`, in order; none if there is no such log.
    fn read(&self, log: &LogName, since: u64) -> BoxFuture<'_, Result<Vec<Record>, StoreError>>;

    /// All logs that have a record, with the version of the last.
    fn versions(&self) -> BoxFuture<'_, Result<BTreeMap<LogName, u64>, StoreError>>;

    /// A counter that moves whenever some log may have grown, by this server or another.
    fn subscribe(&self) -> watch::Receiver<u64>;

    /// Destroys the key of a record, and says whether there was one. The record stays.
    fn destroy_key(&self, log: &LogName, version: u64) -> BoxFuture<'_, Result<bool, StoreError>>;

    /// Writes everything as of one moment into a new file, while the store is in use. The file holds the keys too.
    fn backup(&self, to: &Path) -> BoxFuture<'_, Result<(), StoreError>>;
}

/// Keeps bytes and keys out of messages.
impl fmt::Debug for NewRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NewRecord({} bytes)", self.bytes.len())
    }
}

/// Keeps bytes and keys out of messages.
impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Record({}, {} bytes)", self.version, self.bytes.len())
    }
}

/// Refuses what is too large or no key, and puts the logs in the order in which they are locked.
pub(crate) fn in_order(mut additions: Vec<Addition>) -> Result<Vec<Addition>, StoreError> {
    at_most("logs in one append", additions.len(), APPEND_LOGS_MAX)?;
    let records = || additions.iter().flat_map(|addition| &addition.records);
    at_most("records in one append", records().count(), APPEND_RECORDS_MAX)?;
    at_most("bytes in one append", records().map(|record| record.bytes.len()).sum(), APPEND_BYTES_MAX)?;
    for record in records() {
        at_most("bytes in one record", record.bytes.len(), RECORD_BYTES_MAX)?;
        if record.key == Some(DESTROYED) {
            return Err(StoreError::KeyOfZeros);
        }
    }
    additions.sort_by(|one, other| one.log.cmp(&other.log));
    Ok(additions)
}

/// The version a log must have, and the version it would have afterwards.
pub(crate) fn follow(addition: &Addition, found: u64) -> Result<u64, StoreError> {
    let Addition { log, expected, records } = addition;
    if *expected != found {
        return Err(StoreError::Conflict { log: log.clone(), expected: *expected, found });
    }
    Ok(found + records.len() as u64)
}

/// Runs to its end even if the caller stops waiting, so that no transaction is left half done.
pub(crate) async fn to_the_end<T: Send + 'static>(
    place: String,
    work: impl Future<Output = Result<T, StoreError>> + Send + 'static,
) -> Result<T, StoreError> {
    let ended = tokio::spawn(work).await;
    ended.unwrap_or_else(|error| Err(StoreError::Unsure { place, why: error.to_string() }))
}

fn at_most(what: &'static str, found: usize, max: usize) -> Result<(), StoreError> {
    if found > max { Err(StoreError::TooLarge { what, found, max }) } else { Ok(()) }
}
