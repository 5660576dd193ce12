//! SQLite: the contract, and what is particular to a file: permissions, settings, schema, traces of a key.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use onetext_store::testing::{Manner, Sync, open_weaker};
use onetext_store::{Addition, NewRecord, StoreError, create, open, restore};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode};
use sqlx::{ConnectOptions, Connection, SqliteConnection};

use crate::contract::{CLAUSES, Fresh, log, plain, texts, to};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sqlite_keeps_the_contract() {
    for (name, clause) in CLAUSES {
        let folder = tempfile::tempdir().unwrap();
        let address = folder.path().join("room.onetext").to_str().unwrap().to_owned();
        let store = create(&address).await.unwrap();
        println!("sqlite: {name}");
        clause(Fresh { store, address }).await;
    }
}

async fn raw(path: &Path) -> SqliteConnection {
    SqliteConnectOptions::new().filename(path).create_if_missing(true).connect().await.unwrap()
}

async fn run(path: &Path, sql: &'static str) {
    let mut connection = raw(path).await;
    sqlx::raw_sql(sql).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

fn close_to_others(path: &Path) {
    fs::set_permissions(path, fs::Permissions::from_mode(0o600)).unwrap();
}

async fn refusal(path: &Path) -> StoreError {
    open(path.to_str().unwrap()).await.err().unwrap()
}

#[tokio::test]
async fn only_the_owner_may_read_the_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("room.onetext");
    let store = create(path.to_str().unwrap()).await.unwrap();
    store.append(vec![to("a", 0, &["one"])]).await.unwrap();
    store.backup(&folder.path().join("backup.onetext")).await.unwrap();
    let mut names = Vec::new();
    for item in fs::read_dir(folder.path()).unwrap().map(Result::unwrap) {
        assert_eq!(item.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{:?}", item.path());
        names.push(item.file_name().into_string().unwrap());
    }
    names.sort();
    assert_eq!(names, ["backup.onetext", "room.onetext", "room.onetext-shm", "room.onetext-wal"]);
    drop(store);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    assert!(matches!(refusal(&path).await, StoreError::OpenToOthers { mode: 0o640, .. }));
}

#[tokio::test]
async fn weaker_settings_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("room.onetext");
    drop(create(path.to_str().unwrap()).await.unwrap());
    for (sync, strict) in [(Sync::Normal, true), (Sync::Off, true), (Sync::Full, true), (Sync::Off, false)] {
        let opened = open_weaker(&path, Manner { sync, strict, checkpoint_pages: 10 }).await;
        let refused = matches!(opened, Err(StoreError::WeakerSync { setting: "synchronous", .. }));
        assert_eq!(refused, strict && sync != Sync::Full, "{sync:?}");
        assert_eq!(opened.is_ok(), !refused);
    }
    let options = SqliteConnectOptions::new().filename(&path).journal_mode(SqliteJournalMode::Delete);
    options.connect().await.unwrap().close().await.unwrap();
    let error = refusal(&path).await;
    assert!(matches!(error, StoreError::WeakerSync { setting: "journal_mode", .. }), "{error}");
}

#[tokio::test]
async fn what_is_not_ours_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other");
    assert!(matches!(refusal(&path).await, StoreError::Missing { .. }));
    for bytes in [&b""[..], b"a letter, and nothing else", &[0; 4096]] {
        fs::write(&path, bytes).unwrap();
        close_to_others(&path);
        let error = refusal(&path).await;
        assert!(matches!(error, StoreError::NotAStore { .. }), "{error}");
    }
    fs::remove_file(&path).unwrap();
    run(&path, "create table notes (text)").await;
    close_to_others(&path);
    assert!(matches!(refusal(&path).await, StoreError::NotAStore { .. }));
    // A log ahead that belonged to another file would be taken for the new one's.
    let path = folder.path().join("new");
    fs::write(folder.path().join("new-wal"), b"left over").unwrap();
    assert!(matches!(create(path.to_str().unwrap()).await.err(), Some(StoreError::Exists { .. })));
}

#[tokio::test]
async fn a_newer_schema_is_refused_and_an_older_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let newer = folder.path().join("newer");
    drop(create(newer.to_str().unwrap()).await.unwrap());
    run(&newer, "pragma user_version = 77").await;
    assert!(matches!(refusal(&newer).await, StoreError::NewerSchema { found: 77, known: 2, .. }));
    let error = restore(&newer, folder.path().join("restored").to_str().unwrap()).await.err().unwrap();
    assert!(matches!(error, StoreError::NewerSchema { .. }), "{error}");

    let older = folder.path().join("older");
    run(&older, "pragma journal_mode = wal").await;
    run(&older, include_str!("../../sql/sqlite/0001_logs.sql")).await;
    run(&older, "insert into logs values ('a', 1); insert into records values ('a', 1, x'6f6e65')").await;
    close_to_others(&older);
    let store = open(older.to_str().unwrap()).await.unwrap();
    store.append(vec![to("a", 1, &["two"])]).await.unwrap();
    assert_eq!(texts(&store.read(&log("a"), 0).await.unwrap()), [(1, "one"), (2, "two")]);
    let mut raw = raw(&older).await;
    assert_eq!(sqlx::query_scalar::<_, i64>("pragma user_version").fetch_one(&mut raw).await.unwrap(), 2);
}

#[tokio::test]
async fn what_was_written_cannot_be_changed_even_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("room.onetext");
    let store = create(path.to_str().unwrap()).await.unwrap();
    let sealed = NewRecord { bytes: b"one".to_vec(), key: Some([1; 32]) };
    store.append(vec![Addition { log: log("a"), expected: 0, records: vec![sealed] }]).await.unwrap();
    let mut raw = raw(&path).await;
    for sql in [
        "update records set bytes = x'00'",
        "delete from records",
        "update logs set version = 0",
        "delete from logs",
        "delete from keys",
        "update keys set key = randomblob(32)",
        "insert into records values ('a', 1, x'00')",
        "insert into records values ('none', 1, x'00')",
    ] {
        assert!(sqlx::query(sql).execute(&mut raw).await.is_err(), "{sql}");
    }
}

/// Keys of many logs, more than fit on a page, destroyed in a mixed order: no byte of them is left in any file, and
/// those that were not destroyed are all there.
#[tokio::test]
async fn a_destroyed_key_leaves_no_trace() {
    const KEYS: u8 = 240;
    let key = |n: u8| -> [u8; 32] {
        std::array::from_fn(|i| n.wrapping_mul(31) ^ u8::try_from(i + 1).unwrap().wrapping_mul(57))
    };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("room.onetext");
    let store = create(path.to_str().unwrap()).await.unwrap();
    for n in 0..KEYS {
        let records = vec![NewRecord { bytes: vec![n; 300], key: Some(key(n)) }];
        let name = format!("log-{}", n % 7);
        store.append(vec![Addition { log: log(&name), expected: u64::from(n / 7), records }]).await.unwrap();
    }
    let all: HashMap<[u8; 32], u8> = (0..KEYS).map(|n| (key(n), n)).collect();
    let found = || -> Vec<u8> {
        let files = fs::read_dir(folder.path()).unwrap().map(|item| fs::read(item.unwrap().path()).unwrap());
        let bytes = files.collect::<Vec<_>>().concat();
        let seen = bytes.windows(32).filter_map(|window| all.get(window));
        seen.copied().collect::<BTreeSet<u8>>().into_iter().collect()
    };
    assert_eq!(found().len(), usize::from(KEYS));
    let destroyed: Vec<u8> = (0..KEYS).map(|n| n.wrapping_mul(77) % KEYS).filter(|n| n % 3 != 0).collect();
    for n in &destroyed {
        store.destroy_key(&log(&format!("log-{}", n % 7)), u64::from(n / 7) + 1).await.unwrap();
    }
    store
        .append(vec![Addition { log: log("after"), expected: 0, records: vec![plain("x"); 500] }])
        .await
        .unwrap();
    let kept: Vec<u8> = (0..KEYS).filter(|n| !destroyed.contains(n)).collect();
    assert_eq!(found(), kept, "while the store is open");
    drop(store);
    let store = open(path.to_str().unwrap()).await.unwrap();
    assert_eq!(found(), kept, "opened again");
    store.backup(&folder.path().join("backup")).await.unwrap();
    assert_eq!(found(), kept, "with a backup");
}

#[tokio::test]
async fn a_damaged_backup_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (path, backup) = (folder.path().join("room"), folder.path().join("backup"));
    let store = create(path.to_str().unwrap()).await.unwrap();
    let records = (0..200).map(|n: u32| plain(n.to_string().repeat(30))).collect();
    store.append(vec![Addition { log: log("a"), expected: 0, records }]).await.unwrap();
    store.backup(&backup).await.unwrap();
    let whole = fs::read(&backup).unwrap();
    let mut refused = 0;
    for page in 1..whole.len() / 4096 {
        let mut bytes = whole.clone();
        bytes[page * 4096..page * 4096 + 64].fill(0xa5);
        let (damaged, to) = (folder.path().join("damaged"), folder.path().join("restored"));
        fs::write(&damaged, bytes).unwrap();
        let error = restore(&damaged, to.to_str().unwrap()).await.err();
        refused += usize::from(matches!(error, Some(StoreError::Damaged { .. })));
        assert!(!to.exists() || error.is_none(), "nothing is left of a restore that failed");
        let _ = fs::remove_file(&to);
    }
    assert_eq!(refused, whole.len() / 4096 - 1);
    let short = folder.path().join("short");
    fs::write(&short, &whole[..whole.len() / 2]).unwrap();
    let error = restore(&short, folder.path().join("restored").to_str().unwrap()).await.err().unwrap();
    assert!(matches!(error, StoreError::Damaged { .. } | StoreError::NotAStore { .. }), "{error}");
    // A gap that no database would notice.
    let gap = "drop trigger records_remain; drop trigger records_stay; update records set version = 500 where version = 200";
    run(&backup, gap).await;
    let error = restore(&backup, folder.path().join("restored").to_str().unwrap()).await.err().unwrap();
    assert!(matches!(&error, StoreError::Damaged { why, .. } if why.contains("gaps")), "{error}");
}
