//! A connection to a SQLite file that may be relied on: its settings, read back; the file's permissions; its schema.

use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteError, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, SqliteConnection};

use crate::error::{self, StoreError};

/// 'onet': marks a SQLite file as ours.
const APPLICATION_ID: i64 = 1_869_505_908;
/// Each step takes the schema to its number.
const STEPS: [&str; 2] =
    [include_str!("../../sql/sqlite/0001_logs.sql"), include_str!("../../sql/sqlite/0002_append_only.sql")];
/// The schema that this program writes.
pub(super) const SCHEMA: i64 = STEPS.len().cast_signed() as i64;
/// How long a writer waits for another process to finish its transaction.
const BUSY_WAIT: Duration = Duration::from_secs(5);
/// Pages of the log ahead before they are carried over into the file: 4 MB.
const CHECKPOINT_PAGES: u32 = 1_000;
/// Connections that read at the same time; each has a thread.
const READERS: usize = 4;

/// How a file is opened. Other than `SAFE` is for tests that must be seen to fail.
#[derive(Clone, Copy)]
pub(crate) struct Tuning {
    pub(crate) synchronous: SqliteSynchronous,
    /// Whether settings that lose entries are refused.
    pub(crate) strict: bool,
    pub(crate) checkpoint_pages: u32,
    pub(crate) readers: usize,
}

impl Tuning {
    /// Nothing acknowledged is lost.
    pub(crate) const SAFE: Tuning = Tuning {
        synchronous: SqliteSynchronous::Full,
        strict: true,
        checkpoint_pages: CHECKPOINT_PAGES,
        readers: READERS,
    };
}

/// Makes a file that only its owner may read, with an empty store in it.
pub(super) async fn create(path: &Path, tuning: Tuning) -> Result<(), StoreError> {
    new_file(path)?;
    let path = present(path)?;
    let opened = options(&path, tuning).journal_mode(SqliteJournalMode::Wal).connect().await;
    let mut connection = opened.map_err(|error| refused("create", &path, &error))?;
    up_to_date(&mut connection, &path).await?;
    connection.close().await.map_err(|error| refused("create", &path, &error))?;
    sync_folder(&path)
}

/// An empty file that only its owner may read; refuses one that exists, and one beside which a log ahead lies that
/// SQLite would take for this file's.
pub(super) fn new_file(path: &Path) -> Result<(), StoreError> {
    for ending in ["-wal", "-shm", "-journal"] {
        let left = beside(path, ending);
        if left.exists() {
            return Err(StoreError::Exists { place: left.display().to_string() });
        }
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(error::file("create", path))?;
    sync_folder(path)
}

/// The path of a file whose name is longer by an ending.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Makes the name of a new file outlive a power cut.
pub(super) fn sync_folder(path: &Path) -> Result<(), StoreError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let synced = fs::File::open(folder).and_then(|folder| folder.sync_all());
    synced.map_err(error::file("sync the folder", folder))
}

/// The absolute path of a file that exists and that others may not read.
pub(super) fn present(path: &Path) -> Result<PathBuf, StoreError> {
    let path = fs::canonicalize(path).map_err(error::file("open", path))?;
    #[cfg(unix)]
    {
        let found = fs::metadata(&path).map_err(error::file("look at", &path))?;
        let mode = std::os::unix::fs::PermissionsExt::mode(&found.permissions()) & 0o777;
        if mode & 0o077 != 0 {
            return Err(StoreError::OpenToOthers { place: path.display().to_string(), mode });
        }
    }
    Ok(path)
}

/// A connection to one of our files, with its settings read back.
pub(super) async fn connect(path: &Path, tuning: Tuning) -> Result<SqliteConnection, StoreError> {
    let connection = options(path, tuning).connect().await;
    let mut connection = connection.map_err(|error| refused("open", path, &error))?;
    ours(&mut connection, path).await?;
    if tuning.strict {
        strict(&mut connection, path).await?;
    }
    Ok(connection)
}

fn options(path: &Path, tuning: Tuning) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .busy_timeout(BUSY_WAIT)
        .foreign_keys(true)
        .synchronous(tuning.synchronous)
        .pragma("secure_delete", "on")
        .pragma("temp_store", "memory")
        .pragma("trusted_schema", "off")
        .pragma("fullfsync", "on")
        .pragma("checkpoint_fullfsync", "on")
        // The writer carries pages over itself: append.rs says why.
        .pragma("wal_autocheckpoint", "0")
        .disable_statement_logging()
}

/// Refuses what is no file of ours, and a schema from the future.
pub(super) async fn ours(connection: &mut SqliteConnection, path: &Path) -> Result<i64, StoreError> {
    let place = path.display().to_string();
    let found = number(connection, path, "pragma application_id").await?;
    if found != APPLICATION_ID {
        return Err(StoreError::NotAStore { place, why: format!("its application id is {found}") });
    }
    let found = number(connection, path, "pragma user_version").await?;
    if found > SCHEMA {
        return Err(StoreError::NewerSchema { place, found, known: SCHEMA });
    }
    Ok(found)
}

/// Refuses settings under which something acknowledged could be lost, or something destroyed could remain.
async fn strict(connection: &mut SqliteConnection, path: &Path) -> Result<(), StoreError> {
    let place = path.display().to_string();
    let mode = sqlx::query_scalar::<_, String>("pragma journal_mode").fetch_one(&mut *connection).await;
    let mode = mode.map_err(|error| refused("open", path, &error))?;
    if mode != "wal" {
        return Err(StoreError::WeakerSync { place, setting: "journal_mode", found: mode, needed: "wal" });
    }
    for (sql, setting, needed, least) in [
        ("pragma synchronous", "synchronous", "2 (full)", 2),
        ("pragma foreign_keys", "foreign_keys", "1 (on)", 1),
        ("pragma secure_delete", "secure_delete", "1 (on)", 1),
    ] {
        let found = number(connection, path, sql).await?;
        // For secure_delete, 2 means "where it costs nothing": less than 1.
        if found < least || (setting == "secure_delete" && found != least) {
            return Err(StoreError::WeakerSync { place, setting, found: found.to_string(), needed });
        }
    }
    Ok(())
}

/// Takes an older schema to the newest, in one transaction.
pub(super) async fn migrate(connection: &mut SqliteConnection, path: &Path) -> Result<(), StoreError> {
    if ours(connection, path).await? < SCHEMA { up_to_date(connection, path).await } else { Ok(()) }
}

pub(super) async fn up_to_date(connection: &mut SqliteConnection, path: &Path) -> Result<(), StoreError> {
    let work = async {
        let mut transaction = connection.begin_with("begin exclusive").await?;
        // Asked inside, since another process may have been first.
        let found = sqlx::query_scalar::<_, i64>("pragma user_version").fetch_one(&mut *transaction).await?;
        for step in STEPS.iter().skip(usize::try_from(found).unwrap_or(0)) {
            sqlx::raw_sql(*step).execute(&mut *transaction).await?;
        }
        transaction.commit().await
    };
    work.await.map_err(|error: sqlx::Error| refused("bring up to date the schema of", path, &error))
}

async fn number(
    connection: &mut SqliteConnection,
    path: &Path,
    sql: &'static str,
) -> Result<i64, StoreError> {
    let found = sqlx::query_scalar(sql).fetch_one(connection).await;
    found.map_err(|error| refused("open", path, &error))
}

/// SQLite's primary result codes that are told apart.
mod code {
    pub(super) const BUSY: i64 = 5;
    pub(super) const LOCKED: i64 = 6;
    pub(super) const IO: i64 = 10;
    pub(super) const CORRUPT: i64 = 11;
    pub(super) const FULL: i64 = 13;
    pub(super) const NOT_A_DATABASE: i64 = 26;
}

fn primary_code(error: &sqlx::Error) -> Option<i64> {
    let error = error.as_database_error()?.try_downcast_ref::<SqliteError>()?;
    let extended: i64 = sqlx::error::DatabaseError::code(error)?.parse().ok()?;
    Some(extended & 0xff)
}

/// Whether an error says that the disk, or what is on it, failed.
pub(super) fn is_failure_of_disk(error: &sqlx::Error) -> bool {
    matches!(primary_code(error), Some(code::IO | code::CORRUPT | code::NOT_A_DATABASE))
        || matches!(error, sqlx::Error::WorkerCrashed)
}

/// What an error of SQLite means to the caller.
pub(super) fn refused(doing: &'static str, path: &Path, error: &sqlx::Error) -> StoreError {
    let (place, why) = (path.display().to_string(), error.to_string());
    match primary_code(error) {
        Some(code::BUSY | code::LOCKED) => StoreError::Busy { place, why },
        Some(code::FULL) => StoreError::Full { place },
        Some(code::CORRUPT) => StoreError::Damaged { place, why },
        Some(code::NOT_A_DATABASE) => StoreError::NotAStore { place, why },
        _ => StoreError::Database { doing, place, why },
    }
}
