//! The contract of a store, written once: each function takes an empty store. What one database adds lies elsewhere.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use onetext_store::{
    APPEND_LOGS_MAX, Addition, LogName, NewRecord, RECORD_BYTES_MAX, Record, Store, StoreError, open,
};

/// An empty store and its address.
#[derive(Clone)]
pub struct Fresh {
    pub store: Arc<dyn Store>,
    pub address: String,
}

pub type Clause = fn(Fresh) -> BoxFuture<'static, ()>;

/// Every clause with its name.
pub const CLAUSES: &[(&str, Clause)] = &[
    ("what is appended is read in order", |fresh| Box::pin(in_order(fresh))),
    ("a conflict leaves nothing", |fresh| Box::pin(conflict(fresh))),
    ("several logs grow together or not at all", |fresh| Box::pin(together(fresh))),
    ("an addition without records only compares", |fresh| Box::pin(compares(fresh))),
    ("one log twice in an append grows twice", |fresh| Box::pin(twice(fresh))),
    ("of concurrent writers exactly one wins each version", |fresh| Box::pin(race(fresh))),
    ("subscribers hear of growth", |fresh| Box::pin(hear(fresh))),
    ("subscribers hear of another server", |fresh| Box::pin(hear_other(fresh))),
    ("keys are kept, and destroyed for good", |fresh| Box::pin(keys(fresh))),
    ("limits hold", |fresh| Box::pin(limits(fresh))),
    ("any bytes come back", |fresh| Box::pin(any_bytes(fresh))),
    ("a store opened again has everything", |fresh| Box::pin(again(fresh))),
    ("a second store is not created over the first", |fresh| Box::pin(no_second(fresh))),
    ("a backup is whole while others write", |fresh| Box::pin(backup(fresh))),
    ("an append goes on without its caller", |fresh| Box::pin(goes_on(fresh))),
];

pub fn log(name: &str) -> LogName {
    LogName::parse(name).unwrap()
}

pub fn plain(bytes: impl AsRef<[u8]>) -> NewRecord {
    NewRecord { bytes: bytes.as_ref().to_vec(), key: None }
}

pub fn to(name: &str, expected: u64, texts: &[&str]) -> Addition {
    Addition { log: log(name), expected, records: texts.iter().map(plain).collect() }
}

pub fn texts(records: &[Record]) -> Vec<(u64, &str)> {
    records.iter().map(|record| (record.version, std::str::from_utf8(&record.bytes).unwrap())).collect()
}

async fn in_order(Fresh { store, .. }: Fresh) {
    assert!(store.versions().await.unwrap().is_empty());
    assert!(store.read(&log("a"), 0).await.unwrap().is_empty());
    store.append(vec![to("a", 0, &["one", "two"])]).await.unwrap();
    store.append(vec![to("a", 2, &["three"])]).await.unwrap();
    assert_eq!(texts(&store.read(&log("a"), 0).await.unwrap()), [(1, "one"), (2, "two"), (3, "three")]);
    assert_eq!(texts(&store.read(&log("a"), 2).await.unwrap()), [(3, "three")]);
    assert!(store.read(&log("a"), 3).await.unwrap().is_empty());
    assert!(store.read(&log("a"), u64::MAX).await.unwrap().is_empty());
    assert!(store.read(&log("b"), 0).await.unwrap().is_empty());
    let many: Vec<NewRecord> = (0..1_000).map(|n| plain(format!("{n}"))).collect();
    store.append(vec![Addition { log: log("many"), expected: 0, records: many }]).await.unwrap();
    let read = store.read(&log("many"), 0).await.unwrap();
    let expected: Vec<(u64, String)> = (0..1_000).map(|n| (n + 1, format!("{n}"))).collect();
    assert_eq!(texts(&read), expected.iter().map(|(n, text)| (*n, text.as_str())).collect::<Vec<_>>());
    assert_eq!(store.versions().await.unwrap(), BTreeMap::from([(log("a"), 3), (log("many"), 1_000)]));
}

async fn conflict(Fresh { store, .. }: Fresh) {
    store.append(vec![to("a", 0, &["one"])]).await.unwrap();
    for expected in [0, 2, u64::MAX] {
        let error = store.append(vec![to("a", expected, &["late"])]).await.unwrap_err();
        let StoreError::Conflict { log: of, expected: saw, found } = error else { panic!("{error}") };
        assert_eq!((of, saw, found), (log("a"), expected, 1));
    }
    assert_eq!(texts(&store.read(&log("a"), 0).await.unwrap()), [(1, "one")]);
    assert_eq!(store.versions().await.unwrap(), BTreeMap::from([(log("a"), 1)]));
}

async fn together(Fresh { store, .. }: Fresh) {
    store.append(vec![to("b", 0, &["b1"]), to("a", 0, &["a1", "a2"])]).await.unwrap();
    for late in
        [vec![to("a", 2, &["a3"]), to("b", 0, &["b2"])], vec![to("new", 0, &["n"]), to("a", 1, &["x"])]]
    {
        let error = store.append(late).await.unwrap_err();
        assert!(matches!(error, StoreError::Conflict { .. }), "{error}");
    }
    assert_eq!(store.versions().await.unwrap(), BTreeMap::from([(log("a"), 2), (log("b"), 1)]));
    assert_eq!(texts(&store.read(&log("a"), 0).await.unwrap()), [(1, "a1"), (2, "a2")]);
    assert!(store.read(&log("new"), 0).await.unwrap().is_empty());
}

async fn compares(Fresh { store, .. }: Fresh) {
    store.append(vec![to("a", 0, &["one"])]).await.unwrap();
    store.append(vec![to("a", 1, &[]), to("b", 0, &["with"])]).await.unwrap();
    store.append(vec![to("a", 0, &[]), to("b", 1, &["without"])]).await.unwrap_err();
    store.append(vec![to("none", 0, &[])]).await.unwrap();
    store.append(Vec::new()).await.unwrap();
    assert_eq!(store.versions().await.unwrap(), BTreeMap::from([(log("a"), 1), (log("b"), 1)]));
}

async fn twice(Fresh { store, .. }: Fresh) {
    store.append(vec![to("a", 0, &["one"]), to("a", 1, &["two"])]).await.unwrap();
    store.append(vec![to("a", 2, &["three"]), to("a", 2, &["late"])]).await.unwrap_err();
    assert_eq!(texts(&store.read(&log("a"), 0).await.unwrap()), [(1, "one"), (2, "two")]);
}

/// Four writers race for twenty versions: each version has one winner, everybody else hears of a conflict.
async fn race(Fresh { store, address }: Fresh) {
    const WRITERS: usize = 4;
    const VERSIONS: u64 = 20;
    let second = open(&address).await.unwrap();
    let writers: Vec<_> = (0..WRITERS)
        .map(|writer| {
            let store = if writer % 2 == 0 { Arc::clone(&store) } else { Arc::clone(&second) };
            tokio::spawn(async move {
                let mut won = Vec::new();
                for version in 0..VERSIONS {
                    match store.append(vec![to("a", version, &[&format!("{writer}")])]).await {
                        Ok(()) => won.push(version),
                        Err(StoreError::Conflict { .. }) => {}
                        Err(other) => panic!("{other}"),
                    }
                    while store.versions().await.unwrap().get(&log("a")).copied().unwrap_or(0) <= version {
                        tokio::task::yield_now().await;
                    }
                }
                won
            })
        })
        .collect();
    let mut won = BTreeMap::new();
    for (writer, task) in writers.into_iter().enumerate() {
        for version in task.await.unwrap() {
            assert!(won.insert(version + 1, writer.to_string()).is_none(), "two winners of {version}");
        }
    }
    let read = store.read(&log("a"), 0).await.unwrap();
    assert_eq!(read.len(), usize::try_from(VERSIONS).unwrap());
    for (version, writer) in texts(&read) {
        assert_eq!(won[&version], writer);
    }
}

async fn hear(Fresh { store, .. }: Fresh) {
    let mut ticks = store.subscribe();
    assert!(!ticks.has_changed().unwrap());
    store.append(vec![to("a", 0, &["one"])]).await.unwrap();
    tokio::time::timeout(Duration::from_secs(5), ticks.changed()).await.expect("a tick").unwrap();
}

async fn hear_other(Fresh { store, address }: Fresh) {
    let second = open(&address).await.unwrap();
    let mut ticks = second.subscribe();
    // The second has to have looked once before it can see a change.
    for version in 0..3 {
        tokio::time::sleep(Duration::from_millis(700)).await;
        ticks.mark_unchanged();
        store.append(vec![to("a", version, &["one"])]).await.unwrap();
        tokio::time::timeout(Duration::from_secs(5), ticks.changed()).await.expect("a tick").unwrap();
    }
}

async fn keys(Fresh { store, address }: Fresh) {
    let sealed = |n: u8| NewRecord { bytes: vec![n], key: Some([n; 32]) };
    let records = vec![sealed(1), plain("open"), sealed(3)];
    store.append(vec![Addition { log: log("a"), expected: 0, records }]).await.unwrap();
    let kept = |records: Vec<Record>| records.into_iter().map(|record| record.key).collect::<Vec<_>>();
    assert_eq!(kept(store.read(&log("a"), 0).await.unwrap()), [Some([1; 32]), None, Some([3; 32])]);
    assert!(store.destroy_key(&log("a"), 1).await.unwrap());
    assert!(!store.destroy_key(&log("a"), 1).await.unwrap());
    assert!(!store.destroy_key(&log("a"), 2).await.unwrap());
    assert!(!store.destroy_key(&log("a"), 4).await.unwrap());
    assert!(!store.destroy_key(&log("b"), 1).await.unwrap());
    for store in [store, open(&address).await.unwrap()] {
        let read = store.read(&log("a"), 0).await.unwrap();
        assert_eq!(read[0].bytes, [1], "the record stays");
        assert_eq!(kept(read), [None, None, Some([3; 32])]);
    }
}

async fn limits(Fresh { store, .. }: Fresh) {
    let largest = vec![7; RECORD_BYTES_MAX];
    store
        .append(vec![Addition { log: log("a"), expected: 0, records: vec![plain(&largest)] }])
        .await
        .unwrap();
    assert!(store.read(&log("a"), 0).await.unwrap()[0].bytes == largest);
    let larger = Addition { log: log("a"), expected: 1, records: vec![plain(vec![7; RECORD_BYTES_MAX + 1])] };
    let logs = (0..=APPEND_LOGS_MAX).map(|n| to(&format!("log-{n}"), 0, &["x"])).collect();
    let bytes = vec![Addition { log: log("a"), expected: 1, records: vec![plain(&largest); 17] }];
    for (what, additions) in
        [("bytes in one record", vec![larger]), ("logs", logs), ("bytes in one append", bytes)]
    {
        let error = store.append(additions).await.unwrap_err();
        assert!(matches!(error, StoreError::TooLarge { .. }) && error.to_string().contains(what), "{error}");
    }
    let zeros = NewRecord { bytes: Vec::new(), key: Some([0; 32]) };
    let zeros = store.append(vec![Addition { log: log("a"), expected: 1, records: vec![zeros] }]).await;
    assert!(matches!(zeros, Err(StoreError::KeyOfZeros)));
    assert_eq!(store.versions().await.unwrap(), BTreeMap::from([(log("a"), 1)]));
}

async fn any_bytes(Fresh { store, .. }: Fresh) {
    let odd: Vec<Vec<u8>> = vec![
        Vec::new(),
        vec![0],
        (0..=255).collect(),
        b"'; drop table logs; --".to_vec(),
        "\u{feff}مذكرة".as_bytes().to_vec(),
        vec![0xff; 5_000],
    ];
    let records = odd.iter().map(plain).collect();
    store.append(vec![Addition { log: log("odd"), expected: 0, records }]).await.unwrap();
    let read: Vec<Vec<u8>> = store.read(&log("odd"), 0).await.unwrap().into_iter().map(|r| r.bytes).collect();
    assert_eq!(read, odd);
}

async fn again(Fresh { store, address }: Fresh) {
    store.append(vec![to("a", 0, &["one", "two"]), to("b", 0, &["three"])]).await.unwrap();
    drop(store);
    let store = open(&address).await.unwrap();
    assert_eq!(texts(&store.read(&log("a"), 0).await.unwrap()), [(1, "one"), (2, "two")]);
    store.append(vec![to("a", 2, &["four"])]).await.unwrap();
    assert_eq!(store.versions().await.unwrap(), BTreeMap::from([(log("a"), 3), (log("b"), 1)]));
}

async fn no_second(Fresh { store, address }: Fresh) {
    store.append(vec![to("a", 0, &["one"])]).await.unwrap();
    let error = onetext_store::create(&address).await.err().unwrap();
    assert!(matches!(error, StoreError::Exists { .. }), "{error}");
    assert_eq!(texts(&store.read(&log("a"), 0).await.unwrap()), [(1, "one")]);
}

/// The backup is of one moment: both logs, which always grow together, have the same version in it.
async fn backup(Fresh { store, .. }: Fresh) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("backup.onetext");
    let sealed = NewRecord { bytes: b"sealed".to_vec(), key: Some([9; 32]) };
    store.append(vec![Addition { log: log("keys"), expected: 0, records: vec![sealed] }]).await.unwrap();
    let other = Arc::clone(&store);
    let writer = tokio::spawn(async move {
        for version in 0..200 {
            let text = format!("{version}").repeat(200);
            other.append(vec![to("a", version, &[&text]), to("b", version, &[&text])]).await.unwrap();
        }
    });
    while store.versions().await.unwrap().get(&log("a")).is_none_or(|version| *version < 20) {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    store.backup(&file).await.unwrap();
    writer.await.unwrap();
    let twice = store.backup(&file).await.unwrap_err();
    assert!(matches!(twice, StoreError::Exists { .. }), "{twice}");
    let to = folder.path().join("restored.onetext");
    let restored = onetext_store::restore(&file, to.to_str().unwrap()).await.unwrap();
    let versions = restored.versions().await.unwrap();
    assert!(versions[&log("a")] >= 20 && versions[&log("a")] == versions[&log("b")], "{versions:?}");
    assert_eq!(restored.read(&log("keys"), 0).await.unwrap()[0].key, Some([9; 32]));
    let read = restored.read(&log("a"), 0).await.unwrap();
    assert_eq!(read, store.read(&log("a"), 0).await.unwrap()[..read.len()]);
    let next = versions[&log("a")];
    restored.append(vec![self::to("a", next, &["goes on"])]).await.unwrap();
    let left: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|item| item.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().contains(".part")), "{left:?}");
}

/// A caller that stops waiting in the middle leaves a whole append or none, and a store that works.
async fn goes_on(Fresh { store, .. }: Fresh) {
    for micros in [0, 50, 200, 500, 1_000, 3_000] {
        let version = store.versions().await.unwrap().get(&log("a")).copied().unwrap_or(0);
        let append = store.append(vec![to("a", version, &["x"]), to("b", version, &["y"])]);
        let _ = tokio::time::timeout(Duration::from_micros(micros), append).await;
    }
    tokio::time::sleep(Duration::from_millis(200)).await;
    let versions = store.versions().await.unwrap();
    assert_eq!(versions.get(&log("a")), versions.get(&log("b")));
    let version = versions.get(&log("a")).copied().unwrap_or(0);
    store.append(vec![to("a", version, &["after"])]).await.unwrap();
}
