//! Adding records and destroying keys.

use std::collections::BTreeMap;
use std::sync::Arc;

use sqlx::PgConnection;

use super::{CHANNEL, Inner, failed, scope};
use crate::error::StoreError;
use crate::log::{Addition, DESTROYED, NewRecord, follow, in_order};
use crate::name::LogName;

/// Most records, and most bytes of them, that are sent in one statement. PostgreSQL takes less than 1 GB.
const STATEMENT_RECORDS_MAX: usize = 5_000;
const STATEMENT_BYTES_MAX: usize = 16 << 20;

/// Why a transaction ended without effect, or nobody knows how.
pub(super) enum Undone {
    Refused(StoreError),
    Failed(sqlx::Error),
    /// At its very end.
    Unsure(sqlx::Error),
}

impl From<sqlx::Error> for Undone {
    fn from(error: sqlx::Error) -> Self {
        Undone::Failed(error)
    }
}

impl Undone {
    pub(super) fn told(self, doing: &'static str, place: &str) -> StoreError {
        match self {
            Undone::Refused(error) => error,
            // The database said why: it has undone everything.
            Undone::Failed(error) => failed(doing, place, &error),
            Undone::Unsure(error) if error.as_database_error().is_some() => failed(doing, place, &error),
            Undone::Unsure(error) => StoreError::Unsure { place: place.to_owned(), why: error.to_string() },
        }
    }
}

/// Adds to all logs or to none.
pub(super) async fn append(inner: &Arc<Inner>, additions: Vec<Addition>) -> Result<(), StoreError> {
    let additions = in_order(additions)?;
    let work = async {
        let mut transaction = inner.pool.begin().await?;
        add(&mut transaction, &additions).await?;
        notice(&mut transaction).await?;
        transaction.commit().await.map_err(Undone::Unsure)
    };
    work.await.map_err(|error| error.told("append to", &inner.place))?;
    inner.tick();
    Ok(())
}

/// Adds within a transaction. The logs are locked in their order, so that two writers never wait for each other.
pub(super) async fn add(connection: &mut PgConnection, additions: &[Addition]) -> Result<(), Undone> {
    const MAKE: &str = "insert into onetext.logs (name, version) select n, 0 from unnest($1::text[]) n
        on conflict do nothing";
    const LOCK: &str = "select name, version from onetext.logs where name = any ($1)
        order by name collate \"C\" for update";
    const GROW: &str = "update onetext.logs set version = g.version
        from unnest($1::text[], $2::bigint[]) g (name, version) where logs.name = g.name";
    let mut names: Vec<&str> = additions.iter().map(|addition| addition.log.as_str()).collect();
    names.dedup();
    scope(connection, &names).await?;
    sqlx::query(MAKE).bind(&names).execute(&mut *connection).await?;
    let found = sqlx::query_as::<_, (String, i64)>(LOCK).bind(&names).fetch_all(&mut *connection).await?;
    let mut heads: BTreeMap<String, u64> =
        found.into_iter().map(|(name, version)| (name, version.unsigned_abs())).collect();
    let mut rows = Vec::new();
    for addition in additions {
        let head = heads.entry(addition.log.as_str().to_owned()).or_default();
        let follows = follow(addition, *head).map_err(Undone::Refused)?;
        rows.extend(addition.records.iter().zip(*head + 1..).map(|(record, version)| Row {
            log: addition.log.as_str(),
            version: version.cast_signed(),
            record,
        }));
        *head = follows;
    }
    let (names, versions): (Vec<String>, Vec<i64>) =
        heads.into_iter().map(|(name, version)| (name, version.cast_signed())).unzip();
    sqlx::query(GROW).bind(&names).bind(&versions).execute(&mut *connection).await?;
    for some in in_statements(&rows) {
        insert(connection, some).await?;
    }
    Ok(())
}

/// A record at its place.
struct Row<'r> {
    log: &'r str,
    version: i64,
    record: &'r NewRecord,
}

/// The rows in pieces that one statement takes.
fn in_statements<'r, 's>(rows: &'s [Row<'r>]) -> impl Iterator<Item = &'s [Row<'r>]> {
    let mut rest = rows;
    std::iter::from_fn(move || {
        let mut bytes = 0;
        let fits = |row: &&Row<'_>| {
            bytes += row.record.bytes.len();
            bytes <= STATEMENT_BYTES_MAX
        };
        // One row is always taken, however long it is.
        let count = rest.iter().take(STATEMENT_RECORDS_MAX).take_while(fits).count().max(1);
        if rest.is_empty() {
            return None;
        }
        let (some, left) = rest.split_at(count);
        rest = left;
        Some(some)
    })
}

async fn insert(connection: &mut PgConnection, rows: &[Row<'_>]) -> Result<(), sqlx::Error> {
    const RECORDS: &str = "insert into onetext.records (log, version, bytes)
        select * from unnest($1::text[], $2::bigint[], $3::bytea[])";
    const KEYS: &str = "insert into onetext.keys (log, version, key)
        select * from unnest($1::text[], $2::bigint[], $3::bytea[])";
    let logs: Vec<&str> = rows.iter().map(|row| row.log).collect();
    let versions: Vec<i64> = rows.iter().map(|row| row.version).collect();
    let bytes: Vec<&[u8]> = rows.iter().map(|row| row.record.bytes.as_slice()).collect();
    sqlx::query(RECORDS).bind(&logs).bind(&versions).bind(&bytes).execute(&mut *connection).await?;
    let sealed = || rows.iter().filter_map(|row| row.record.key.as_ref().map(|key| (row, key)));
    let logs: Vec<&str> = sealed().map(|(row, _)| row.log).collect();
    if logs.is_empty() {
        return Ok(());
    }
    let versions: Vec<i64> = sealed().map(|(row, _)| row.version).collect();
    let keys: Vec<&[u8]> = sealed().map(|(_, key)| key.as_slice()).collect();
    sqlx::query(KEYS).bind(&logs).bind(&versions).bind(&keys).execute(connection).await.map(|_| ())
}

/// Tells the other servers, when the transaction is kept.
async fn notice(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    let notice = sqlx::query("select pg_notify($1, '')").bind(CHANNEL);
    notice.execute(connection).await.map(|_| ())
}

/// Writes zeros over a key, and asks for the row that had it to be cleared away.
pub(super) async fn destroy_key(inner: &Arc<Inner>, log: &LogName, version: u64) -> Result<bool, StoreError> {
    const DESTROY: &str = "update onetext.keys set key = $1 where log = $2 and version = $3 and key <> $1";
    let version = i64::try_from(version).unwrap_or(i64::MAX);
    let work = async {
        let mut transaction = inner.pool.begin().await?;
        scope(&mut transaction, &[log.as_str()]).await?;
        let work = sqlx::query(DESTROY).bind(&DESTROYED[..]).bind(log.as_str()).bind(version);
        let done = work.execute(&mut *transaction).await?;
        notice(&mut transaction).await?;
        transaction.commit().await.map_err(Undone::Unsure)?;
        Ok(done.rows_affected() > 0)
    };
    let had_one = work.await.map_err(|error: Undone| error.told("destroy a key in", &inner.place))?;
    let cleared = sqlx::query("vacuum onetext.keys").execute(&inner.pool).await;
    match cleared {
        Ok(_) => Ok(had_one),
        Err(error) => Err(StoreError::KeyLingers { place: inner.place.clone(), why: error.to_string() }),
    }
}
