//! Where a room keeps its logs: one narrow trait over SQLite and PostgreSQL. Bytes only; what they say is not known here.
//!
//! A [`Store`] holds named logs that only grow. [`Store::append`] adds to several logs at once or to none, and what it
//! acknowledged survives a power cut. The secret that opens a sealed record lies in a table of its own, so that it can
//! be destroyed while the record stays.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), onetext_store::StoreError> {
//! use onetext_store::{Addition, LogName, NewRecord};
//!
//! let folder = tempfile::tempdir().unwrap();
//! let address = folder.path().join("room.onetext");
//! let store = onetext_store::create(address.to_str().unwrap()).await?;
//! let log = LogName::parse("public")?;
//! let records = vec![NewRecord { bytes: b"an entry".to_vec(), key: None }];
//! store.append(vec![Addition { log: log.clone(), expected: 0, records }]).await?;
//! assert_eq!(store.read(&log, 0).await?[0].bytes, b"an entry");
//! # Ok(())
//! # }
//! ```
//!
//! An address is `postgres://role@host/database`, or the path of a SQLite file. Over a network, name
//! `?sslmode=verify-full`: without it, PostgreSQL's clients fall back to plain text.

mod error;
mod log;
mod name;
mod postgres;
mod sqlite;
#[cfg(feature = "testing")]
pub mod testing;

use std::path::Path;
use std::sync::Arc;

pub use error::StoreError;
pub use log::{
    APPEND_BYTES_MAX, APPEND_LOGS_MAX, APPEND_RECORDS_MAX, Addition, KEY_BYTES, NewRecord, RECORD_BYTES_MAX,
    Record, Store,
};
pub use name::{LogName, NAME_CHARACTERS_MAX};

pub use postgres::is_address as is_postgres;

use postgres::Postgres;
use sqlite::{Sqlite, Tuning};

/// Opens a store that exists. An older schema is brought up to date; a newer one is refused.
pub async fn open(address: &str) -> Result<Arc<dyn Store>, StoreError> {
    if postgres::is_address(address) {
        return Ok(Arc::new(Postgres::open(address).await?));
    }
    Ok(Arc::new(Sqlite::open(Path::new(address), Tuning::SAFE).await?))
}

/// Makes a new, empty store; refuses a place where something is.
pub async fn create(address: &str) -> Result<Arc<dyn Store>, StoreError> {
    if postgres::is_address(address) {
        return Ok(Arc::new(Postgres::create(address).await?));
    }
    Ok(Arc::new(Sqlite::create(Path::new(address), Tuning::SAFE).await?))
}

/// Makes a new store at `to` of a backup, after checking that the backup is whole. The backup may be of either kind.
pub async fn restore(from: &Path, to: &str) -> Result<Arc<dyn Store>, StoreError> {
    if postgres::is_address(to) {
        return Ok(Arc::new(postgres::restore(from, to).await?));
    }
    sqlite::restore(from, Path::new(to)).await?;
    open(to).await
}
