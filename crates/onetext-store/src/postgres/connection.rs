//! Connections that may be relied on: settings under which nothing acknowledged is lost, a role that row-level security
//! holds for, and our schema.

use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::{Connection, Row};

use super::failed;
use crate::error::StoreError;

/// Each step takes the schema to its number.
const STEPS: [&str; 1] = [include_str!("../../sql/postgres/0001_logs.sql")];
/// The schema that this program writes.
const SCHEMA: i64 = STEPS.len().cast_signed() as i64;
/// Connections of one server, one of which listens.
const CONNECTIONS_MAX: u32 = 8;
/// How long a free connection is waited for.
const CONNECTION_WAIT: Duration = Duration::from_secs(10);
/// How long a statement may take, and how long it may wait for a lock: milliseconds, as PostgreSQL takes them.
const STATEMENT_MILLISECONDS: &str = "120000";
const LOCK_MILLISECONDS: &str = "10000";
/// Held while the schema is made or brought up to date, so that two servers do not do it at once.
const SCHEMA_LOCK: i64 = 0x6f6e_6574;

/// Connects, and says what the place is called in messages: never with a role or a password.
pub(super) async fn pool(address: &str) -> Result<(PgPool, String), StoreError> {
    let unread = |why: String| StoreError::Database {
        doing: "read",
        place: "the address of the PostgreSQL database".to_owned(),
        why,
    };
    if has_password(address) {
        return Err(unread(
            "it holds a password, which everybody on this machine can see in the list of processes: put it into \
             PGPASSWORD or ~/.pgpass"
                .to_owned(),
        ));
    }
    let options = PgConnectOptions::from_str(address).map_err(|error| unread(error.to_string()))?;
    let database = options.get_database().unwrap_or("");
    let place = format!("postgres://{}:{}/{database}", options.get_host(), options.get_port());
    let options = options.application_name("onetext").options([
        ("synchronous_commit", "on"),
        ("statement_timeout", STATEMENT_MILLISECONDS),
        ("lock_timeout", LOCK_MILLISECONDS),
        ("idle_in_transaction_session_timeout", STATEMENT_MILLISECONDS),
        ("search_path", "pg_catalog"),
    ]);
    let options = sqlx::ConnectOptions::disable_statement_logging(options);
    // Asked once by itself: the pool would ask again until its time is up, and then say only that.
    let asked = sqlx::ConnectOptions::connect(&options).await;
    let asked = asked.map_err(|error| failed("connect to", &place, &error))?;
    asked.close().await.map_err(|error| failed("connect to", &place, &error))?;
    let pool = PgPoolOptions::new().max_connections(CONNECTIONS_MAX).acquire_timeout(CONNECTION_WAIT);
    let pool = pool.connect_with(options).await.map_err(|error| failed("connect to", &place, &error))?;
    Ok((pool, place))
}

/// Whether an address has a password before its host or among its settings.
fn has_password(address: &str) -> bool {
    let (_, rest) = address.split_once("://").unwrap_or_default();
    let (before, settings) = rest.split_once('?').unwrap_or((rest, ""));
    let role = before.rsplit_once('@').map_or("", |(role, _)| role);
    role.contains(':') || settings.split('&').any(|setting| setting.starts_with("password"))
}

/// Refuses settings under which something acknowledged could be lost, and a role that no row is hidden from.
pub(super) async fn reliable(pool: &PgPool, place: &str) -> Result<(), StoreError> {
    const ROLES: &str = "select exists (select 1 from pg_roles where (rolsuper or rolbypassrls)
        and pg_has_role(current_user, oid, 'member')), current_user::text";
    let asked = |error: sqlx::Error| failed("ask for the settings of", place, &error);
    for setting in ["fsync", "full_page_writes", "synchronous_commit"] {
        let found = sqlx::query_scalar::<_, String>("select current_setting($1)").bind(setting);
        let found = found.fetch_one(pool).await.map_err(asked)?;
        if !matches!(found.as_str(), "on" | "remote_apply" | "remote_write") {
            let place = place.to_owned();
            return Err(StoreError::WeakerSync { place, setting, found, needed: "on" });
        }
    }
    let (is_exempt, role) =
        sqlx::query_as::<_, (bool, String)>(ROLES).fetch_one(pool).await.map_err(asked)?;
    if is_exempt { Err(StoreError::Privileged { place: place.to_owned(), role }) } else { Ok(()) }
}

/// Makes our tables, all or none.
pub(super) async fn create(pool: &PgPool, place: &str) -> Result<(), StoreError> {
    let work = async {
        let mut transaction = pool.begin().await?;
        lock(&mut transaction).await?;
        if schema(&mut transaction).await?.is_some() {
            return Ok(false);
        }
        for step in STEPS {
            sqlx::raw_sql(step).execute(&mut *transaction).await?;
        }
        transaction.commit().await.map(|()| true)
    };
    match work.await {
        Ok(true) => Ok(()),
        Ok(false) => Err(StoreError::Exists { place: place.to_owned() }),
        Err(error) => Err(failed("create a store in", place, &error)),
    }
}

/// Takes an older schema to the newest, and refuses one from the future.
pub(super) async fn migrate(pool: &PgPool, place: &str) -> Result<(), StoreError> {
    let work = async {
        let mut connection = pool.acquire().await?;
        let mut transaction = connection.begin().await?;
        lock(&mut transaction).await?;
        let found = schema(&mut transaction).await?;
        for step in STEPS.iter().skip(found.map_or(STEPS.len(), |step| usize::try_from(step).unwrap_or(0))) {
            sqlx::raw_sql(*step).execute(&mut *transaction).await?;
        }
        transaction.commit().await.map(|()| found)
    };
    let place = place.to_owned();
    match work.await {
        Ok(Some(found)) if found > SCHEMA => Err(StoreError::NewerSchema { place, found, known: SCHEMA }),
        Ok(Some(_)) => Ok(()),
        Ok(None) => Err(StoreError::Missing { place }),
        Err(error) => Err(failed("bring up to date the schema of", &place, &error)),
    }
}

/// Refuses tables whose second layer somebody has switched off.
pub(super) async fn guarded(pool: &PgPool, place: &str) -> Result<(), StoreError> {
    const SQL: &str = "select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'onetext' and c.relname in ('logs', 'records', 'keys')
        and not (c.relrowsecurity and c.relforcerowsecurity)";
    let open = sqlx::query_scalar::<_, String>(SQL).fetch_optional(pool).await;
    match open.map_err(|error| failed("look at the tables of", place, &error))? {
        Some(table) => Err(StoreError::Unguarded { place: place.to_owned(), table }),
        None => Ok(()),
    }
}

async fn lock(connection: &mut sqlx::PgConnection) -> Result<(), sqlx::Error> {
    let lock = sqlx::query("select pg_advisory_xact_lock($1)").bind(SCHEMA_LOCK);
    lock.execute(connection).await.map(|_| ())
}

/// The number of the schema, if there is one of ours.
async fn schema(connection: &mut sqlx::PgConnection) -> Result<Option<i64>, sqlx::Error> {
    let there =
        sqlx::query("select to_regclass('onetext.about') is not null").fetch_one(&mut *connection).await?;
    if !there.try_get::<bool, _>(0)? {
        return Ok(None);
    }
    sqlx::query_scalar("select max(schema_version) from onetext.about").fetch_one(connection).await
}
