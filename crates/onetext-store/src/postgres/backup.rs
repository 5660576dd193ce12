//! Backup into a file that either kind of store can be restored from, and its way back into a database.

use std::path::Path;

use super::append::{Undone, add};
use super::connection;
use super::{Inner, Postgres, failed, heads, records, scope};
use crate::error::StoreError;
use crate::log::{Addition, NewRecord};
use crate::name::LogName;
use crate::sqlite::{Filling, Saved, whole};

/// Writes everything as of one moment into a new SQLite file.
pub(super) async fn backup(inner: &Inner, to: &Path) -> Result<(), StoreError> {
    whole(to, async |part| {
        let mut filling = Filling::begin(part).await?;
        let reading = |error: sqlx::Error| failed("back up", &inner.place, &error);
        let mut snapshot = inner.pool.begin().await.map_err(reading)?;
        sqlx::query("set transaction isolation level repeatable read, read only")
            .execute(&mut *snapshot)
            .await
            .map_err(reading)?;
        for (name, _) in heads(&mut snapshot).await.map_err(reading)? {
            let log = LogName::parse(&name)?;
            scope(&mut snapshot, &[&name]).await.map_err(reading)?;
            let records = records(&mut snapshot, &log, 0).await.map_err(reading)?;
            let records = records.into_iter().map(|one| NewRecord { bytes: one.bytes, key: one.key });
            filling.add(Addition { log, expected: 0, records: records.collect() }).await?;
        }
        snapshot.commit().await.map_err(reading)?;
        filling.finish().await
    })
    .await
}

/// Makes a new store in an empty database of a backup that is whole: all of it, or nothing but empty tables.
pub(crate) async fn restore(from: &Path, address: &str) -> Result<Postgres, StoreError> {
    let mut saved = Saved::open(from).await?;
    let (pool, place) = connection::pool(address).await?;
    connection::reliable(&pool, &place).await?;
    connection::create(&pool, &place).await?;
    let writing = |error: sqlx::Error| failed("restore into", &place, &error);
    let mut transaction = pool.begin().await.map_err(writing)?;
    for log in saved.logs().await? {
        let records = saved.records(&log).await?;
        let records = records.into_iter().map(|one| NewRecord { bytes: one.bytes, key: one.key }).collect();
        let addition = Addition { log, expected: 0, records };
        let added = add(&mut transaction, std::slice::from_ref(&addition)).await;
        added.map_err(|error| error.told("restore into", &place))?;
    }
    let kept = transaction.commit().await.map_err(Undone::Unsure);
    kept.map_err(|error| error.told("restore into", &place))?;
    Postgres::over(pool, place).await
}
