//! For tests alone: a PostgreSQL of their own, and ways to open a store that must be seen to fail.

mod server;

use std::path::Path;
use std::sync::Arc;

pub use server::Server;
use sqlx::sqlite::SqliteSynchronous;

use crate::error::StoreError;
use crate::log::Store;
use crate::sqlite::{Sqlite, Tuning};

/// How hard SQLite insists that the disk has what it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sync {
    /// With every commit; what the store demands.
    Full,
    /// With every checkpoint.
    Normal,
    /// Never.
    Off,
}

/// How a SQLite file is opened.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// How hard SQLite insists.
    pub sync: Sync,
    /// Whether weaker settings are refused.
    pub strict: bool,
    /// Pages of the log ahead before they are carried over.
    pub checkpoint_pages: u32,
}

/// Opens a SQLite file in a manner of its own.
pub async fn open_weaker(path: &Path, manner: Manner) -> Result<Arc<dyn Store>, StoreError> {
    let synchronous = match manner.sync {
        Sync::Full => SqliteSynchronous::Full,
        Sync::Normal => SqliteSynchronous::Normal,
        Sync::Off => SqliteSynchronous::Off,
    };
    let Manner { strict, checkpoint_pages, .. } = manner;
    let tuning = Tuning { synchronous, strict, checkpoint_pages, readers: 1 };
    Ok(Arc::new(Sqlite::open(path, tuning).await?))
}
