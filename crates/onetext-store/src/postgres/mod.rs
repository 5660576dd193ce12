//! The store in a PostgreSQL database, which several servers may share: they hear of each other by its notices.
//!
//! Row-level security is a second layer under the room's own: a transaction names its logs and sees no other row. It
//! guards against a statement that forgets its log, not against whoever holds the role's password: the role owns the
//! tables.

mod append;
mod backup;
mod connection;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use sqlx::postgres::{PgListener, PgPool, PgRow};
use sqlx::{PgConnection, Row};
use tokio::sync::watch;
use tokio::task::AbortHandle;

pub(crate) use backup::restore;

use crate::error::StoreError;
use crate::log::{Addition, DESTROYED, Record, Store, to_the_end};
use crate::name::LogName;

/// The channel on which servers hear of each other. A notice says nothing but that something was added.
const CHANNEL: &str = "onetext";
/// How long a server waits before it listens again.
const LISTEN_AGAIN: Duration = Duration::from_millis(500);

/// A store in a PostgreSQL database.
pub(crate) struct Postgres {
    inner: Arc<Inner>,
    listening: AbortHandle,
}

struct Inner {
    pool: PgPool,
    /// Host, port and database, without the role and its password.
    place: String,
    ticks: watch::Sender<u64>,
}

/// Whether an address names a PostgreSQL database.
pub fn is_address(address: &str) -> bool {
    ["postgres://", "postgresql://"].iter().any(|scheme| address.starts_with(scheme))
}

impl Postgres {
    /// Makes the tables in a database that has none of ours.
    pub(crate) async fn create(address: &str) -> Result<Self, StoreError> {
        let (pool, place) = connection::pool(address).await?;
        connection::reliable(&pool, &place).await?;
        connection::create(&pool, &place).await?;
        Self::over(pool, place).await
    }

    /// Opens a database that has our tables.
    pub(crate) async fn open(address: &str) -> Result<Self, StoreError> {
        let (pool, place) = connection::pool(address).await?;
        connection::reliable(&pool, &place).await?;
        connection::migrate(&pool, &place).await?;
        Self::over(pool, place).await
    }

    async fn over(pool: PgPool, place: String) -> Result<Self, StoreError> {
        connection::guarded(&pool, &place).await?;
        let mut listener =
            PgListener::connect_with(&pool).await.map_err(|e| failed("listen to", &place, &e))?;
        listener.listen(CHANNEL).await.map_err(|e| failed("listen to", &place, &e))?;
        let inner = Arc::new(Inner { pool, place, ticks: watch::Sender::new(0) });
        let listening = tokio::spawn(listen(Arc::clone(&inner), listener)).abort_handle();
        Ok(Postgres { inner, listening })
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

impl Store for Postgres {
    fn append(&self, additions: Vec<Addition>) -> BoxFuture<'_, Result<(), StoreError>> {
        let inner = Arc::clone(&self.inner);
        let place = inner.place.clone();
        Box::pin(to_the_end(place, async move { append::append(&inner, additions).await }))
    }

    fn read(&self, log: &LogName, since: u64) -> BoxFuture<'_, Result<Vec<Record>, StoreError>> {
        let log = log.clone();
        Box::pin(async move {
            let read = async {
                let mut transaction = self.inner.pool.begin().await?;
                scope(&mut transaction, &[log.as_str()]).await?;
                let read = records(&mut transaction, &log, since).await?;
                transaction.commit().await.map(|()| read)
            };
            read.await.map_err(|error| failed("read from", &self.inner.place, &error))
        })
    }

    fn versions(&self) -> BoxFuture<'_, Result<BTreeMap<LogName, u64>, StoreError>> {
        Box::pin(async move {
            let read = async {
                let mut transaction = self.inner.pool.begin().await?;
                let heads = heads(&mut transaction).await?;
                transaction.commit().await.map(|()| heads)
            };
            let heads = read.await.map_err(|error| failed("read the logs of", &self.inner.place, &error))?;
            heads.into_iter().map(|(name, version)| Ok((LogName::parse(&name)?, version))).collect()
        })
    }

    fn subscribe(&self) -> watch::Receiver<u64> {
        self.inner.ticks.subscribe()
    }

    /// Writes zeros over a key. The database keeps the old row until its next vacuum, which is asked for here, and in
    /// its log of writes until that is recycled; copies of that log and of the database keep it for good.
    fn destroy_key(&self, log: &LogName, version: u64) -> BoxFuture<'_, Result<bool, StoreError>> {
        let inner = Arc::clone(&self.inner);
        let (log, place) = (log.clone(), inner.place.clone());
        Box::pin(to_the_end(place, async move { append::destroy_key(&inner, &log, version).await }))
    }

    fn backup(&self, to: &Path) -> BoxFuture<'_, Result<(), StoreError>> {
        let to = to.to_owned();
        Box::pin(async move { backup::backup(&self.inner, &to).await })
    }
}

impl Inner {
    fn tick(&self) {
        self.ticks.send_modify(|count| *count += 1);
    }
}

/// Ticks at every notice. After the connection was lost something may have been missed, so that ticks too.
async fn listen(inner: Arc<Inner>, mut listener: PgListener) {
    loop {
        if listener.try_recv().await.is_err() {
            tokio::time::sleep(LISTEN_AGAIN).await;
        }
        inner.tick();
    }
}

/// What an error of PostgreSQL means to the caller.
fn failed(doing: &'static str, place: &str, error: &sqlx::Error) -> StoreError {
    let (place, why) = (place.to_owned(), error.to_string());
    let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
    match code.as_deref() {
        Some("53100") => StoreError::Full { place },
        // Lock not available, deadlock, cancelled by the time limit.
        Some("55P03" | "40P01" | "57014") => StoreError::Busy { place, why },
        _ if matches!(error, sqlx::Error::PoolTimedOut) => StoreError::Busy { place, why },
        _ => StoreError::Database { doing, place, why },
    }
}

/// Names the logs that a transaction is about; it sees no row of another one.
async fn scope(connection: &mut PgConnection, logs: &[&str]) -> Result<(), sqlx::Error> {
    let set = sqlx::query("select set_config('onetext.scope', $1, true)").bind(logs.join(","));
    set.execute(connection).await.map(|_| ())
}

/// The records of a log after a version.
async fn records(
    connection: &mut PgConnection,
    log: &LogName,
    since: u64,
) -> Result<Vec<Record>, sqlx::Error> {
    const SQL: &str = "select r.version, r.bytes, k.key from onetext.records r
        left join onetext.keys k on k.log = r.log and k.version = r.version
        where r.log = $1 and r.version > $2 order by r.version";
    let since = i64::try_from(since).unwrap_or(i64::MAX);
    let rows = sqlx::query(SQL).bind(log.as_str()).bind(since).fetch_all(connection).await?;
    rows.iter().map(record).collect()
}

fn record(row: &PgRow) -> Result<Record, sqlx::Error> {
    let key = row.try_get::<Option<&[u8]>, _>(2)?.and_then(|key| key.try_into().ok());
    Ok(Record {
        version: row.try_get::<i64, _>(0)?.unsigned_abs(),
        bytes: row.try_get(1)?,
        key: key.filter(|key| *key != DESTROYED),
    })
}

/// All logs that have a record.
async fn heads(connection: &mut PgConnection) -> Result<Vec<(String, u64)>, sqlx::Error> {
    sqlx::query("select set_config('onetext.heads', 'all', true)").execute(&mut *connection).await?;
    let rows = sqlx::query_as::<_, (String, i64)>(
        "select name, version from onetext.logs where version > 0 order by name collate \"C\"",
    );
    let rows = rows.fetch_all(connection).await?;
    Ok(rows.into_iter().map(|(name, version)| (name, version.unsigned_abs())).collect())
}
