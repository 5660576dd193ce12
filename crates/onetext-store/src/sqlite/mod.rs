//! The store in one SQLite file: one writer, a few readers, and what happens when the disk fails.

mod append;
mod backup;
mod connection;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock, Weak};
use std::time::Duration;

use futures_util::future::BoxFuture;
use sqlx::{Row, SqliteConnection};
use tokio::sync::{Mutex, MutexGuard, watch};

pub(crate) use backup::{Filling, Saved, restore, whole};
pub(crate) use connection::Tuning;

use crate::error::StoreError;
use crate::log::{Addition, DESTROYED, Record, Store, to_the_end};
use crate::name::LogName;

/// How often a store looks whether another process has written.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// A store in one SQLite file.
pub(crate) struct Sqlite(Arc<Inner>);

struct Inner {
    path: PathBuf,
    tuning: Tuning,
    writer: Mutex<SqliteConnection>,
    readers: Vec<Mutex<SqliteConnection>>,
    /// Whose turn it is among the readers.
    turn: AtomicUsize,
    ticks: watch::Sender<u64>,
    /// The first failure of the disk, after which nothing is done any more.
    stopped: OnceLock<String>,
}

impl Sqlite {
    /// Makes a new file, readable by its owner alone.
    pub(crate) async fn create(path: &Path, tuning: Tuning) -> Result<Self, StoreError> {
        connection::create(path, tuning).await?;
        Self::open(path, tuning).await
    }

    /// Opens a file that exists.
    pub(crate) async fn open(path: &Path, tuning: Tuning) -> Result<Self, StoreError> {
        let path = connection::present(path)?;
        let mut writer = connection::connect(&path, tuning).await?;
        connection::migrate(&mut writer, &path).await?;
        let mut readers = Vec::new();
        for _ in 0..tuning.readers {
            readers.push(Mutex::new(connection::connect(&path, tuning).await?));
        }
        let inner = Arc::new(Inner {
            path,
            tuning,
            writer: Mutex::new(writer),
            readers,
            turn: AtomicUsize::new(0),
            ticks: watch::Sender::new(0),
            stopped: OnceLock::new(),
        });
        tokio::spawn(look(Arc::downgrade(&inner)));
        Ok(Sqlite(inner))
    }
}

impl Store for Sqlite {
    fn append(&self, additions: Vec<Addition>) -> BoxFuture<'_, Result<(), StoreError>> {
        let inner = Arc::clone(&self.0);
        Box::pin(to_the_end(inner.place(), async move { append::append(&inner, additions).await }))
    }

    fn read(&self, log: &LogName, since: u64) -> BoxFuture<'_, Result<Vec<Record>, StoreError>> {
        let log = log.clone();
        Box::pin(async move {
            let mut reader = self.0.reader().await?;
            records(&mut reader, &log, since).await.map_err(|error| self.0.failed("read from", &error))
        })
    }

    fn versions(&self) -> BoxFuture<'_, Result<BTreeMap<LogName, u64>, StoreError>> {
        Box::pin(async move {
            let mut reader = self.0.reader().await?;
            let heads =
                heads(&mut reader).await.map_err(|error| self.0.failed("read the logs of", &error))?;
            heads.into_iter().map(|(name, version)| Ok((LogName::parse(&name)?, version))).collect()
        })
    }

    fn subscribe(&self) -> watch::Receiver<u64> {
        self.0.ticks.subscribe()
    }

    fn destroy_key(&self, log: &LogName, version: u64) -> BoxFuture<'_, Result<bool, StoreError>> {
        let inner = Arc::clone(&self.0);
        let log = log.clone();
        Box::pin(to_the_end(inner.place(), async move { append::destroy_key(&inner, &log, version).await }))
    }

    fn backup(&self, to: &Path) -> BoxFuture<'_, Result<(), StoreError>> {
        let to = to.to_owned();
        Box::pin(async move {
            self.0.running()?;
            backup::backup(&self.0.path, self.0.tuning, &to).await
        })
    }
}

impl Inner {
    fn place(&self) -> String {
        self.path.display().to_string()
    }

    fn running(&self) -> Result<(), StoreError> {
        match self.stopped.get() {
            Some(why) => Err(StoreError::Stopped { place: self.place(), why: why.clone() }),
            None => Ok(()),
        }
    }

    async fn writer(&self) -> Result<MutexGuard<'_, SqliteConnection>, StoreError> {
        let writer = self.writer.lock().await;
        self.running().map(|()| writer)
    }

    async fn reader(&self) -> Result<MutexGuard<'_, SqliteConnection>, StoreError> {
        let turn = self.turn.fetch_add(1, Ordering::Relaxed) % self.readers.len();
        let reader = self.readers[turn].lock().await;
        self.running().map(|()| reader)
    }

    fn tick(&self) {
        self.ticks.send_modify(|count| *count += 1);
    }

    /// What an error means to the caller.
    fn failed(&self, doing: &'static str, error: &sqlx::Error) -> StoreError {
        connection::refused(doing, &self.path, error)
    }

    /// What an error of the writer means: after a failure of the disk nobody knows which pages are on it, and asking
    /// again would say that all is well. The store stops, and its connections are never closed, since closing writes.
    fn writer_failed(self: &Arc<Self>, doing: &'static str, error: &sqlx::Error) -> StoreError {
        if !connection::is_failure_of_disk(error) {
            return self.failed(doing, error);
        }
        if self.stopped.set(error.to_string()).is_ok() {
            std::mem::forget(Arc::clone(self));
        }
        StoreError::Stopped { place: self.place(), why: error.to_string() }
    }
}

/// Ticks when another process has written, as long as the store is in use.
async fn look(inner: Weak<Inner>) {
    let mut seen = None;
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        let Some(inner) = inner.upgrade() else { return };
        // A writer at work ticks by itself, and is asked the next time.
        let Ok(mut writer) = inner.writer.try_lock() else { continue };
        if inner.running().is_err() {
            return;
        }
        // On the writer's connection this number counts the commits of others alone.
        let found = sqlx::query_scalar::<_, i64>("pragma data_version").fetch_one(&mut *writer).await.ok();
        if found.is_some() && seen.is_some() && found != seen {
            inner.tick();
        }
        seen = found.or(seen);
    }
}

/// The records of a log after a version.
async fn records(
    connection: &mut SqliteConnection,
    log: &LogName,
    since: u64,
) -> Result<Vec<Record>, sqlx::Error> {
    const SQL: &str = "select r.version, r.bytes, k.key from records r left join keys k using (log, version)
        where r.log = $1 and r.version > $2 order by r.version";
    let since = i64::try_from(since).unwrap_or(i64::MAX);
    let rows = sqlx::query(SQL).bind(log.as_str()).bind(since).fetch_all(connection).await?;
    rows.iter().map(record).collect()
}

fn record(row: &sqlx::sqlite::SqliteRow) -> Result<Record, sqlx::Error> {
    let key = row.try_get::<Option<&[u8]>, _>(2)?.and_then(|key| key.try_into().ok());
    Ok(Record {
        version: row.try_get::<i64, _>(0)?.unsigned_abs(),
        bytes: row.try_get(1)?,
        key: key.filter(|key| *key != DESTROYED),
    })
}

/// All logs that have a record.
async fn heads(connection: &mut SqliteConnection) -> Result<Vec<(String, u64)>, sqlx::Error> {
    let rows =
        sqlx::query_as::<_, (String, i64)>("select name, version from logs where version > 0 order by name");
    let rows = rows.fetch_all(connection).await?;
    Ok(rows.into_iter().map(|(name, version)| (name, version.unsigned_abs())).collect())
}
