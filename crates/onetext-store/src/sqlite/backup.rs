//! Backup of a SQLite file while it is in use, the check of a backup, and its way back into a store.

use std::fs;
use std::path::{Path, PathBuf};

use sqlx::{ConnectOptions, Connection, SqliteConnection};

use super::append::{self, Undone};
use super::connection::{self, Tuning, beside, new_file, refused, sync_folder};
use crate::error::{self, StoreError};
use crate::log::{Addition, Record};
use crate::name::LogName;

/// Writes everything as of one moment into a new file.
pub(super) async fn backup(from: &Path, tuning: Tuning, to: &Path) -> Result<(), StoreError> {
    let mut connection = connection::connect(from, tuning).await?;
    whole(to, async |part| copy(&mut connection, part).await).await
}

/// Makes a new store of a backup that is whole.
pub(crate) async fn restore(from: &Path, to: &Path) -> Result<(), StoreError> {
    let mut connection = check(from).await?;
    whole(to, async |part| {
        copy(&mut connection, part).await?;
        ahead(part).await
    })
    .await
}

/// Opens a backup for reading, if it is whole and ours.
async fn check(from: &Path) -> Result<SqliteConnection, StoreError> {
    let path = fs::canonicalize(from).map_err(error::file("open", from))?;
    // `immutable` leaves no files beside it, and a backup is not written to.
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&path).immutable(true).read_only(true);
    let opened = options.disable_statement_logging().connect().await;
    let mut connection = opened.map_err(|error| refused("open", &path, &error))?;
    connection::ours(&mut connection, &path).await?;
    let place = path.display().to_string();
    match flaw(&mut connection).await {
        Ok(None) => Ok(connection),
        Ok(Some(why)) => Err(StoreError::Damaged { place, why }),
        Err(error) if connection::is_failure_of_disk(&error) => {
            Err(StoreError::Damaged { place, why: error.to_string() })
        }
        Err(error) => Err(refused("check", &path, &error)),
    }
}

/// What does not hold together in a file, if anything.
async fn flaw(connection: &mut SqliteConnection) -> Result<Option<String>, sqlx::Error> {
    const GAPS: &str = "select l.name from logs l left join records r on r.log = l.name group by l.name
        having count(r.version) <> l.version or coalesce(max(r.version), 0) <> l.version limit 1";
    let said: String = sqlx::query_scalar("pragma integrity_check(1)").fetch_one(&mut *connection).await?;
    if said != "ok" {
        return Ok(Some(said));
    }
    if sqlx::query("pragma foreign_key_check").fetch_optional(&mut *connection).await?.is_some() {
        return Ok(Some("a record or key belongs to no log".to_owned()));
    }
    let gap: Option<String> = sqlx::query_scalar(GAPS).fetch_optional(connection).await?;
    Ok(gap.map(|log| format!("log {log} has gaps")))
}

async fn copy(connection: &mut SqliteConnection, to: &Path) -> Result<(), StoreError> {
    let Some(text) = to.to_str() else {
        let why = "its name is not UTF-8".to_owned();
        return Err(StoreError::File { doing: "copy to", place: to.display().to_string(), why });
    };
    let done = sqlx::query("vacuum into $1").bind(text).execute(connection).await;
    done.map_err(|error| refused("copy to", to, &error))?;
    // SQLite does not wait for the disk here.
    fs::File::open(to).and_then(|file| file.sync_all()).map_err(error::file("sync", to))
}

/// Sets the log ahead, which a copy does not have.
async fn ahead(path: &Path) -> Result<(), StoreError> {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path);
    let options = options.journal_mode(sqlx::sqlite::SqliteJournalMode::Wal).disable_statement_logging();
    let connection = options.connect().await.map_err(|error| refused("open", path, &error))?;
    connection.close().await.map_err(|error| refused("close", path, &error))
}

/// Has `write` fill a file beside `to`, and gives it that name when it is whole. The name is taken first.
pub(crate) async fn whole(
    to: &Path,
    write: impl AsyncFnOnce(&Path) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    new_file(to)?;
    let part = beside(to, ".part");
    let made = new_file(&part);
    let done = if made.is_ok() { write(&part).await } else { made };
    let placed = done.and_then(|()| fs::rename(&part, to).map_err(error::file("give its name to", to)));
    if placed.is_err() {
        // What was begun is of no use; if it cannot be removed, the first error is still the one to tell.
        let _ = fs::remove_file(&part);
        let _ = fs::remove_file(to);
    }
    placed.and_then(|()| sync_folder(to))
}

/// A new file that is filled log by log, as a backup of another kind of store.
pub(crate) struct Filling {
    connection: SqliteConnection,
    path: PathBuf,
}

impl Filling {
    /// Makes an empty store in an empty file.
    pub(crate) async fn begin(path: &Path) -> Result<Self, StoreError> {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path).foreign_keys(true);
        let opened = options.disable_statement_logging().connect().await;
        let mut connection = opened.map_err(|error| refused("open", path, &error))?;
        connection::up_to_date(&mut connection, path).await?;
        Ok(Filling { connection, path: path.to_owned() })
    }

    /// Adds a log.
    pub(crate) async fn add(&mut self, addition: Addition) -> Result<(), StoreError> {
        match append::write(&mut self.connection, &[addition]).await {
            Ok(()) => Ok(()),
            Err(Undone::Refused(error)) => Err(error),
            Err(Undone::Failed(error)) => Err(refused("write to", &self.path, &error)),
        }
    }

    /// Has it on the disk.
    pub(crate) async fn finish(self) -> Result<(), StoreError> {
        self.connection.close().await.map_err(|error| refused("close", &self.path, &error))?;
        fs::File::open(&self.path).and_then(|file| file.sync_all()).map_err(error::file("sync", &self.path))
    }
}

/// A backup that is whole, for reading.
pub(crate) struct Saved {
    connection: SqliteConnection,
    path: PathBuf,
}

impl Saved {
    /// Opens it, after checking that it is whole and ours.
    pub(crate) async fn open(path: &Path) -> Result<Self, StoreError> {
        Ok(Saved { connection: check(path).await?, path: path.to_owned() })
    }

    /// Its logs.
    pub(crate) async fn logs(&mut self) -> Result<Vec<LogName>, StoreError> {
        let heads = super::heads(&mut self.connection).await;
        let heads = heads.map_err(|error| refused("read", &self.path, &error))?;
        heads.iter().map(|(name, _)| LogName::parse(name)).collect()
    }

    /// The records of a log.
    pub(crate) async fn records(&mut self, log: &LogName) -> Result<Vec<Record>, StoreError> {
        let read = super::records(&mut self.connection, log, 0).await;
        read.map_err(|error| refused("read", &self.path, &error))
    }
}
