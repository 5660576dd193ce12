//! PostgreSQL: the contract, and what is particular to it: the second layer, its settings, a connection that breaks.

use std::time::{Duration, Instant};

use onetext_store::testing::Server;
use onetext_store::{Addition, NewRecord, StoreError, create, open, restore};
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, Connection, PgConnection};

use crate::contract::{CLAUSES, Fresh, log, plain, texts, to};

/// A server, or a line that says why there is none.
async fn server(settings: &[&str]) -> Option<Server> {
    let server = Server::start(settings).await.unwrap();
    if server.is_none() {
        println!("skipped: PostgreSQL is not installed (on Debian: apt-get install postgresql)");
    }
    server
}

async fn raw(address: &str) -> PgConnection {
    address.parse::<PgConnectOptions>().unwrap().connect().await.unwrap()
}

async fn refusal(address: &str) -> StoreError {
    open(address).await.err().unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_keeps_the_contract() {
    let Some(server) = server(&[]).await else { return };
    for (place, (name, clause)) in CLAUSES.iter().enumerate() {
        println!("postgres: {name}");
        let address = server.database(&format!("clause-{place}")).await.unwrap();
        let store = create(&address).await.unwrap();
        clause(Fresh { store, address }).await;
    }
}

#[tokio::test]
async fn a_statement_that_forgets_its_log_sees_no_other() {
    let Some(server) = server(&[]).await else { return };
    let address = server.database("rows").await.unwrap();
    let store = create(&address).await.unwrap();
    let key = Some([5; 32]);
    let sealed = |text: &str| vec![NewRecord { bytes: text.as_bytes().to_vec(), key }];
    for name in ["upland", "lakeside"] {
        let records = sealed(name);
        store.append(vec![Addition { log: log(name), expected: 0, records }]).await.unwrap();
    }
    let mut connection = raw(&address).await;
    let mut count = async |table: &str, scope: &str| -> i64 {
        let mut transaction = connection.begin().await.unwrap();
        sqlx::query("select set_config('onetext.scope', $1, true)")
            .bind(scope)
            .execute(&mut *transaction)
            .await
            .unwrap();
        let sql = format!("select count(*) from onetext.{table}");
        sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_one(&mut *transaction).await.unwrap()
    };
    for table in ["logs", "records", "keys"] {
        assert_eq!(count(table, "").await, 0, "{table} without a scope");
        assert_eq!(count(table, "upland").await, 1, "{table} of one");
        assert_eq!(count(table, "upland,lakeside").await, 2, "{table} of both");
    }
    // The control: without the second layer the same statement sees everything.
    server.as_superuser("rows", "alter table onetext.records disable row level security").await.unwrap();
    assert_eq!(count("records", "upland").await, 2);
    assert!(matches!(refusal(&address).await, StoreError::Unguarded { .. }));
}

#[tokio::test]
async fn what_was_written_cannot_be_changed_even_by_hand() {
    let Some(server) = server(&[]).await else { return };
    let address = server.database("hand").await.unwrap();
    let store = create(&address).await.unwrap();
    let records = vec![NewRecord { bytes: b"one".to_vec(), key: Some([5; 32]) }, plain("two")];
    store.append(vec![Addition { log: log("a"), expected: 0, records }]).await.unwrap();
    for sql in [
        "update onetext.records set bytes = 'other'",
        "delete from onetext.records",
        "truncate onetext.records cascade",
        "delete from onetext.logs",
        "update onetext.logs set version = 1",
        "update onetext.logs set name = 'other'",
        "delete from onetext.keys",
        "update onetext.keys set key = decode(repeat('07', 32), 'hex')",
    ] {
        let error = server.as_superuser("hand", sql).await.expect_err(sql).to_string();
        assert!(error.contains("never") || error.contains("only"), "{sql}: {error}");
    }
    assert_eq!(texts(&store.read(&log("a"), 0).await.unwrap()), [(1, "one"), (2, "two")]);
}

#[tokio::test]
async fn what_cannot_be_relied_on_is_refused() {
    let Some(server) = server(&["fsync=off"]).await else { return };
    let address = server.database("weak").await.unwrap();
    let error = create(&address).await.err().unwrap();
    assert!(matches!(error, StoreError::WeakerSync { setting: "fsync", .. }), "{error}");
    drop(server);

    let Some(server) = self::server(&[]).await else { return };
    let address = server.database("sound").await.unwrap();
    let error = refusal(&address).await;
    assert!(matches!(error, StoreError::Missing { .. }), "{error}");
    let error = create(&server.superuser_address("sound")).await.err().unwrap();
    assert!(matches!(error, StoreError::Privileged { .. }), "{error}");
    drop(create(&address).await.unwrap());
    server.as_superuser("sound", "update onetext.about set schema_version = 99").await.unwrap();
    let error = refusal(&address).await;
    assert!(matches!(error, StoreError::NewerSchema { found: 99, .. }), "{error}");
    let error = refusal("postgres://room@127.0.0.1:1/nowhere").await.to_string();
    assert!(error.contains("127.0.0.1:1/nowhere") && error.contains("refused"), "{error}");
    for address in ["postgres://room:hunter2@127.0.0.1/a", "postgres://127.0.0.1/a?x=1&password=hunter2"] {
        let error = refusal(address).await.to_string();
        assert!(error.contains("PGPASSWORD") && !error.contains("hunter2"), "{error}");
    }
}

#[tokio::test]
async fn a_broken_connection_heals() {
    let Some(server) = server(&[]).await else { return };
    let address = server.database("broken").await.unwrap();
    let (store, other) = (create(&address).await.unwrap(), open(&address).await.unwrap());
    store.append(vec![to("a", 0, &["one"])]).await.unwrap();
    let mut ticks = other.subscribe();
    let kill = "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'onetext'";
    server.as_superuser("postgres", kill).await.unwrap();
    // A notice may have been missed: that is a tick too.
    tokio::time::timeout(Duration::from_secs(10), ticks.changed()).await.expect("a tick").unwrap();
    let mut version = 1;
    let started = Instant::now();
    // The first use of a connection that was cut may say so; nothing is left half done.
    while started.elapsed() < Duration::from_secs(10) {
        match store.append(vec![to("a", version, &["two"])]).await {
            Ok(()) => break,
            Err(_) => version = store.versions().await.map_or(version, |versions| versions[&log("a")]),
        }
    }
    assert_eq!(other.read(&log("a"), 0).await.unwrap().last().unwrap().bytes, b"two");
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    ticks.mark_unchanged();
    let version = store.versions().await.unwrap()[&log("a")];
    store.append(vec![to("a", version, &["three"])]).await.unwrap();
    tokio::time::timeout(Duration::from_secs(5), ticks.changed()).await.expect("listens again").unwrap();
}

#[tokio::test]
async fn a_backup_of_either_kind_restores_into_both() {
    let Some(server) = server(&[]).await else { return };
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let first = create(at("first").to_str().unwrap()).await.unwrap();
    let sealed = NewRecord { bytes: b"sealed".to_vec(), key: Some([9; 32]) };
    let many = (0..12_000).map(|n| plain(format!("{n}"))).chain([sealed]).collect();
    first.append(vec![Addition { log: log("many"), expected: 0, records: many }]).await.unwrap();
    first.append(vec![to("a", 0, &["one"])]).await.unwrap();
    first.backup(&at("one.backup")).await.unwrap();
    let address = server.database("restored").await.unwrap();
    let second = restore(&at("one.backup"), &address).await.unwrap();
    second.backup(&at("two.backup")).await.unwrap();
    let third = restore(&at("two.backup"), at("third").to_str().unwrap()).await.unwrap();
    for store in [second, third] {
        assert_eq!(store.versions().await.unwrap(), first.versions().await.unwrap());
        for name in ["many", "a"] {
            assert_eq!(store.read(&log(name), 0).await.unwrap(), first.read(&log(name), 0).await.unwrap());
        }
    }
    let error = restore(&at("one.backup"), &address).await.err().unwrap();
    assert!(matches!(error, StoreError::Exists { .. }), "{error}");
}
