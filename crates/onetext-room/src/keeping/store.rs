//! A room over a store: the case's logs with their record, and the door's. Several servers may share a PostgreSQL
//! store; whoever is behind is told so and reads first.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use onetext_model::{Entry, EntryId, Log, Settings};
use onetext_record::{Chain, NoteKey, Signer};
use onetext_store::{LogName, Store, StoreError};
use serde::{Deserialize, Serialize};
use tokio::sync::{Mutex, watch};

use super::book::{Book, DOOR, PUBLIC, SEAL, Written};
use super::{DoorLog, KeepError, Keeping, Kept, News, Paper, Recorded, Seal, Shown, Taking};

use crate::who::Who;
use crate::world::{World, new_id};

/// How often a line is tried again when another server has written meanwhile.
const TRIES_MAX: usize = 20;

/// Keeps a case in a store.
pub struct StoreKeeper {
    store: Arc<dyn Store>,
    world: Arc<dyn World>,
    case: Mutex<Reader>,
    door: Mutex<DoorReader>,
}

/// What has been read of the door's log so far.
#[derive(Default)]
struct DoorReader {
    book: Book,
    /// Events of our own that have not been handed over.
    own: Vec<Vec<u8>>,
}

/// The room's name and signing key, as they are kept: sealed like a note.
#[derive(Serialize, Deserialize)]
struct KeptSeal {
    room: String,
    secret: [u8; 32],
}

impl KeptSeal {
    fn new(world: &dyn World) -> Self {
        let mut secret = [0; 32];
        world.random("seal", &mut secret);
        KeptSeal { room: new_id(world, "seal").to_string(), secret }
    }
}

/// What has been read of the case so far.
#[derive(Default)]
struct Reader {
    book: Book,
    settings: Option<Settings>,
    papers: Vec<Paper>,
    /// Whether the case has been handed over as a whole.
    told: bool,
    /// Whether something that was handed over has been destroyed since.
    is_stale: bool,
}

impl StoreKeeper {
    /// Over a store that has a room in it.
    pub fn new(store: Arc<dyn Store>, world: Arc<dyn World>) -> Self {
        StoreKeeper { store, world, case: Mutex::default(), door: Mutex::default() }
    }

    /// Puts a case into an empty store.
    pub async fn import(
        &self,
        settings: &Settings,
        takings: &[Taking],
        at: Timestamp,
    ) -> Result<(), KeepError> {
        let mut reader = self.case.lock().await;
        if !self.store.versions().await.map_err(refused)?.is_empty() {
            return Err(KeepError::Refused("the store holds a room already: name a new one".to_owned()));
        }
        let world = self.world.as_ref();
        let mut first = BTreeMap::new();
        let mut book = Book::default();
        book.add(&mut first, PUBLIC, Who::Keeper, &Written::Settings(settings.clone()), at, world)?;
        let seal = serde_json::to_vec(&KeptSeal::new(world))
            .map_err(|error| KeepError::Refused(error.to_string()))?;
        book.add_bytes(&mut first, SEAL, Who::Keeper, &seal, at, world)?;
        let (additions, _) = book.with(takings, at, world)?;
        // One append: a crash leaves no half of a room behind.
        for more in additions {
            match first.get_mut(more.log.as_str()) {
                Some(begun) => begun.records.extend(more.records),
                None => drop(first.insert(more.log.to_string(), more)),
            }
        }
        self.store.append(first.into_values().collect()).await.map_err(refused)?;
        // What was put in is read like anything else: nothing is taken on trust.
        *reader = Reader::default();
        Ok(())
    }

    /// Texts that lie beside the entries.
    pub async fn papers(&self) -> Vec<Paper> {
        self.case.lock().await.papers.clone()
    }

    async fn read(&self, reader: &mut Reader) -> Result<Vec<(Entry, Who)>, KeepError> {
        let mut more = Vec::new();
        for (name, version) in self.store.versions().await.map_err(refused)? {
            let log = name.to_string();
            let known = reader.book.version(&log);
            if log == DOOR || log == SEAL || version <= known {
                continue;
            }
            for record in self.store.read(&name, known).await.map_err(refused)? {
                let (by, written) = reader.book.read(&log, &record)?;
                match written {
                    Some(Written::Entry(entry)) => more.push((*entry, by)),
                    Some(Written::Settings(settings)) => reader.settings = Some(settings),
                    Some(Written::Paper { of, name, text }) => reader.papers.push(Paper { of, name, text }),
                    Some(Written::Destroyed(_)) => reader.is_stale = true,
                    None => {}
                }
            }
        }
        Ok(more)
    }
}

impl StoreKeeper {
    /// Writes into each log which of its entries were destroyed.
    async fn tell_destroyed(
        &self,
        reader: &mut Reader,
        told: BTreeMap<String, Vec<EntryId>>,
        by: Who,
        at: Timestamp,
    ) -> Result<(), KeepError> {
        for _ in 0..TRIES_MAX {
            let mut book = reader.book.clone();
            let mut additions = BTreeMap::new();
            for (log, entries) in &told {
                let line = Written::Destroyed(entries.clone());
                book.add(&mut additions, log, by, &line, at, self.world.as_ref())?;
            }
            match self.store.append(additions.into_values().collect()).await.map_err(refused) {
                Err(KeepError::Behind) => drop(self.read(reader).await?),
                outcome => return outcome,
            }
        }
        Err(KeepError::Behind)
    }
}

impl Keeping for StoreKeeper {
    fn news(&self) -> BoxFuture<'_, Result<News, KeepError>> {
        Box::pin(async {
            let mut reader = self.case.lock().await;
            let mut more = self.read(&mut reader).await?;
            if reader.told && reader.is_stale {
                *reader = Reader::default();
                more = self.read(&mut reader).await?;
            }
            if reader.told {
                return Ok(if more.is_empty() { News::None } else { News::More(more) });
            }
            let settings = reader.settings.clone();
            let settings =
                settings.ok_or_else(|| KeepError::Refused("the store holds no room".to_owned()))?;
            reader.told = true;
            reader.is_stale = false;
            let entered: HashMap<EntryId, Who> = more.iter().map(|(entry, by)| (entry.id, *by)).collect();
            let entries = more.into_iter().map(|(entry, _)| entry).collect();
            Ok(News::Whole(Box::new(Kept { log: Log { settings, entries }, entered, findings: Vec::new() })))
        })
    }

    fn take<'a>(&'a self, takings: &'a [Taking], at: Timestamp) -> BoxFuture<'a, Result<(), KeepError>> {
        Box::pin(async move {
            let mut reader = self.case.lock().await;
            let (additions, book) = reader.book.with(takings, at, self.world.as_ref())?;
            self.store.append(additions).await.map_err(refused)?;
            reader.book = book;
            reader.papers.extend(takings.iter().flat_map(|taking| taking.papers.clone()));
            Ok(())
        })
    }

    fn ticks(&self) -> watch::Receiver<u64> {
        self.store.subscribe()
    }

    fn record(&self) -> Option<&dyn Recorded> {
        Some(self)
    }
}

impl Recorded for StoreKeeper {
    fn log<'a>(&'a self, log: &'a str) -> BoxFuture<'a, Result<Shown, KeepError>> {
        Box::pin(async move {
            let name = named(log)?;
            let mut chain = Chain::new(log);
            let (mut lines, mut keys) = (Vec::new(), BTreeMap::new());
            for record in self.store.read(&name, 0).await.map_err(refused)? {
                chain.follow(&record.bytes).map_err(|broken| KeepError::Refused(broken.to_string()))?;
                keys.extend(record.key.map(|key| (record.version, NoteKey::from_bytes(key))));
                lines.push(record.bytes);
            }
            Ok(Shown { chain, lines, keys })
        })
    }

    fn seal(&self) -> BoxFuture<'_, Result<Seal, KeepError>> {
        Box::pin(async {
            let records = self.store.read(&named(SEAL)?, 0).await.map_err(refused)?;
            let mut book = Book::default();
            let first =
                records.first().ok_or_else(|| KeepError::Refused("the room has no seal".to_owned()))?;
            let content = book.follow(SEAL, first)?.content.unwrap_or_default();
            let kept: KeptSeal = serde_json::from_slice(&content)
                .map_err(|error| KeepError::Refused(format!("the room's seal cannot be read: {error}")))?;
            let signer = Signer::new(&format!("onetext-{}", kept.room), &kept.secret);
            Ok(Seal { room: kept.room, signer })
        })
    }

    fn destroy<'a>(
        &'a self,
        entries: &'a [EntryId],
        by: Who,
        at: Timestamp,
    ) -> BoxFuture<'a, Result<(), KeepError>> {
        Box::pin(async move {
            let mut reader = self.case.lock().await;
            let mut told: BTreeMap<String, Vec<EntryId>> = BTreeMap::new();
            for entry in entries {
                let Some((log, version)) = reader.book.places.get(entry).cloned() else { continue };
                if log == PUBLIC {
                    let why = "a public entry is not sealed: it can be taken back, not destroyed";
                    return Err(KeepError::Refused(why.to_owned()));
                }
                // The text that was pasted goes first: an entry without it can still be found, and destroyed again.
                let papers = reader.book.papers.get(entry).cloned().unwrap_or_default();
                for (log, version) in papers.into_iter().chain([(log.clone(), version)]) {
                    self.store.destroy_key(&named(&log)?, version).await.map_err(refused)?;
                }
                told.entry(log).or_default().push(*entry);
            }
            self.tell_destroyed(&mut reader, told, by, at).await?;
            // The case is read anew without them.
            *reader = Reader::default();
            Ok(())
        })
    }
}

impl DoorLog for StoreKeeper {
    fn add(&self, by: Who, events: Vec<Vec<u8>>, at: Timestamp) -> BoxFuture<'_, Result<(), KeepError>> {
        Box::pin(async move {
            let mut kept = self.door.lock().await;
            let mut book = kept.book.clone();
            let mut additions = BTreeMap::new();
            for event in &events {
                book.add_bytes(&mut additions, DOOR, by, event, at, self.world.as_ref())?;
            }
            self.store.append(additions.into_values().collect()).await.map_err(refused)?;
            kept.book = book;
            kept.own.extend(events);
            Ok(())
        })
    }

    fn news(&self) -> BoxFuture<'_, Result<Vec<Vec<u8>>, KeepError>> {
        Box::pin(async {
            let mut kept = self.door.lock().await;
            let name = named(DOOR)?;
            // Our own were added after everything that had been read before them.
            let mut events = std::mem::take(&mut kept.own);
            let since = kept.book.version(DOOR);
            for record in self.store.read(&name, since).await.map_err(refused)? {
                events.extend(kept.book.follow(DOOR, &record)?.content);
            }
            Ok(events)
        })
    }

    fn ticks(&self) -> watch::Receiver<u64> {
        self.store.subscribe()
    }
}

fn named(log: &str) -> Result<LogName, KeepError> {
    LogName::parse(log).map_err(|error| KeepError::Refused(error.to_string()))
}

fn refused(error: StoreError) -> KeepError {
    match error {
        StoreError::Conflict { .. } => KeepError::Behind,
        other => KeepError::Refused(other.to_string()),
    }
}
