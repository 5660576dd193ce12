//! What the one writer does: adding records, destroying keys, and carrying the log ahead into the file (checkpoints).

use std::sync::Arc;
use std::time::Duration;

use sqlx::{Connection, SqliteConnection};

use super::Inner;
use crate::error::StoreError;
use crate::log::{Addition, DESTROYED, follow, in_order};
use crate::name::LogName;

/// How often the writer asks again for the readers to let go of old pages that hold a key.
const LET_GO_TRIES: u32 = 5;
/// How long it waits between.
const LET_GO_PAUSE: Duration = Duration::from_millis(200);

/// Why a transaction ended without effect.
pub(super) enum Undone {
    Refused(StoreError),
    Failed(sqlx::Error),
}

impl From<sqlx::Error> for Undone {
    fn from(error: sqlx::Error) -> Self {
        Undone::Failed(error)
    }
}

/// Adds to all logs or to none.
pub(super) async fn append(inner: &Arc<Inner>, additions: Vec<Addition>) -> Result<(), StoreError> {
    let additions = in_order(additions)?;
    let mut writer = inner.writer().await?;
    match write(&mut writer, &additions).await {
        Ok(()) => inner.tick(),
        Err(Undone::Refused(error)) => return Err(error),
        Err(Undone::Failed(error)) => return Err(inner.writer_failed("append to", &error)),
    }
    // The records are safe in the log ahead. If carrying them over fails, the store stops, but they are kept.
    if let Err(error) = carry_over(&mut writer, inner.tuning.checkpoint_pages).await {
        inner.writer_failed("carry over the log ahead of", &error);
    }
    Ok(())
}

const HEAD: &str = "insert into logs (name, version) values ($1, $2)
    on conflict (name) do update set version = excluded.version";
const RECORD: &str = "insert into records (log, version, bytes) values ($1, $2, $3)";
const KEY: &str = "insert into keys (log, version, key) values ($1, $2, $3)";

/// Adds within one transaction.
pub(super) async fn write(writer: &mut SqliteConnection, additions: &[Addition]) -> Result<(), Undone> {
    let mut transaction = writer.begin_with("begin immediate").await?;
    for addition in additions {
        let log = addition.log.as_str();
        let found = sqlx::query_scalar::<_, i64>("select version from logs where name = $1").bind(log);
        let found = found.fetch_optional(&mut *transaction).await?.unwrap_or(0).unsigned_abs();
        let head = follow(addition, found).map_err(Undone::Refused)?;
        if head == found {
            continue;
        }
        sqlx::query(HEAD).bind(log).bind(head.cast_signed()).execute(&mut *transaction).await?;
        for (record, version) in addition.records.iter().zip(found + 1..) {
            let version = version.cast_signed();
            let row = sqlx::query(RECORD).bind(log).bind(version).bind(&record.bytes[..]);
            row.execute(&mut *transaction).await?;
            if let Some(key) = &record.key {
                sqlx::query(KEY).bind(log).bind(version).bind(&key[..]).execute(&mut *transaction).await?;
            }
        }
    }
    Ok(transaction.commit().await?)
}

/// Writes zeros over a key, and makes sure that no older page with it remains in the log ahead.
pub(super) async fn destroy_key(inner: &Arc<Inner>, log: &LogName, version: u64) -> Result<bool, StoreError> {
    const DESTROY: &str = "update keys set key = $1 where log = $2 and version = $3 and key <> $1";
    let version = i64::try_from(version).unwrap_or(i64::MAX);
    let mut writer = inner.writer().await?;
    let work = sqlx::query(DESTROY).bind(&DESTROYED[..]).bind(log.as_str()).bind(version);
    let done = work.execute(&mut *writer).await;
    let done = done.map_err(|error| inner.writer_failed("destroy a key in", &error))?;
    empty_log_ahead(&mut writer, inner).await?;
    Ok(done.rows_affected() > 0)
}

async fn empty_log_ahead(writer: &mut SqliteConnection, inner: &Arc<Inner>) -> Result<(), StoreError> {
    for _ in 0..LET_GO_TRIES {
        let state =
            sqlx::query_as::<_, (i64, i64, i64)>("pragma wal_checkpoint(truncate)").fetch_one(&mut *writer);
        let state = state.await.map_err(|error| inner.writer_failed("empty the log ahead of", &error))?;
        if state.0 == 0 {
            return Ok(());
        }
        tokio::time::sleep(LET_GO_PAUSE).await;
    }
    let why = "a long read or a backup is under way".to_owned();
    Err(StoreError::KeyLingers { place: inner.place(), why })
}

/// Carries the log ahead over into the file when it has grown long. SQLite would do so by itself, but would keep a
/// failure of the disk to itself too, and try again.
async fn carry_over(writer: &mut SqliteConnection, checkpoint_pages: u32) -> Result<(), sqlx::Error> {
    let (_, pages, carried) =
        sqlx::query_as::<_, (i64, i64, i64)>("pragma wal_checkpoint(noop)").fetch_one(&mut *writer).await?;
    if pages - carried >= i64::from(checkpoint_pages) {
        sqlx::query("pragma wal_checkpoint(passive)").execute(&mut *writer).await?;
    }
    Ok(())
}
