//! The room's logs as the record has them: one per audience, each a hash chain, every private entry sealed with a key
//! of its own. What goes into a line and what comes out of it; the store is asked elsewhere.

use std::collections::{BTreeMap, HashMap};

use onetext_model::{Audience, Entry, EntryId, Settings};
use onetext_record::{Body, Chain, NoteKey};
use onetext_store::{Addition, LogName, NewRecord, Record};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{KeepError, Paper, Taking};
use crate::who::Who;
use crate::world::World;

/// The log of what everybody may see.
pub(super) const PUBLIC: &str = "public";
/// The log of who may come in.
pub(super) const DOOR: &str = "door";
/// The log that holds the room's name and signing key.
pub(super) const SEAL: &str = "seal";
/// Letters of a private log's name.
const NAME_LETTERS: usize = 32;

/// What one line holds.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Written {
    /// What is said once for the whole case.
    Settings(Settings),
    /// An entry.
    Entry(Box<Entry>),
    /// A text that lies beside the entries of its audience.
    Paper {
        /// The entry whose audience it shares.
        of: EntryId,
        /// Its name inside the place.
        name: String,
        /// The text.
        text: String,
    },
    /// Entries of this log whose keys were destroyed.
    Destroyed(Vec<EntryId>),
}

/// The log of an audience. Its name says nothing of who is in it.
pub fn log_of(audience: &Audience) -> String {
    let Audience::Only(circles) = audience else { return PUBLIC.to_owned() };
    let mut digest = Sha256::new();
    digest.update(b"onetext audience\n");
    for circle in circles {
        digest.update(circle.0.to_string());
        digest.update(b"\n");
    }
    let letters: String = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    letters[..NAME_LETTERS].to_owned()
}

/// The chains of all logs as far as they have been read, and where each entry stands with its texts.
#[derive(Clone, Debug, Default)]
pub(super) struct Book {
    pub(super) chains: BTreeMap<String, Chain>,
    pub(super) places: HashMap<EntryId, (String, u64)>,
    /// Where the texts stand that lie beside an entry.
    pub(super) papers: HashMap<EntryId, Vec<(String, u64)>>,
}

/// A line that was read: what it holds, unless its key was destroyed, and who wrote it.
pub(super) struct Read {
    pub(super) by: Who,
    pub(super) content: Option<Vec<u8>>,
}

impl Book {
    /// How far a log has been read.
    pub(super) fn version(&self, log: &str) -> u64 {
        self.chains.get(log).map_or(0, Chain::version)
    }

    fn chain(&mut self, log: &str) -> &mut Chain {
        self.chains.entry(log.to_owned()).or_insert_with(|| Chain::new(log))
    }

    /// Follows a log by one record.
    pub(super) fn follow(&mut self, log: &str, record: &Record) -> Result<Read, KeepError> {
        let line = self.chain(log).follow(&record.bytes).map_err(|broken| {
            KeepError::Refused(format!(
                "the record of this room is broken in log {log}, line {}: {broken}; restore a backup",
                record.version
            ))
        })?;
        let key = record.key.map(NoteKey::from_bytes);
        let content = match line.content.open(key.as_ref()) {
            Ok(content) => Some(content),
            Err(onetext_record::Unopened::NoKey) => None,
            Err(error) => {
                return Err(KeepError::Refused(format!("log {log}, line {}: {error}", record.version)));
            }
        };
        Ok(Read { by: Who::parse(&line.by).unwrap_or(Who::Keeper), content })
    }

    /// Follows a log of entries by one record.
    pub(super) fn read(&mut self, log: &str, record: &Record) -> Result<(Who, Option<Written>), KeepError> {
        let read = self.follow(log, record)?;
        let Some(content) = read.content else { return Ok((read.by, None)) };
        let written: Written = serde_json::from_slice(&content).map_err(|error| {
            KeepError::Refused(format!(
                "log {log}, line {}, was written by a newer program: {error}",
                record.version
            ))
        })?;
        let place = (log.to_owned(), record.version);
        match &written {
            Written::Entry(entry) => drop(self.places.insert(entry.id, place)),
            Written::Paper { of, .. } => self.papers.entry(*of).or_default().push(place),
            Written::Settings(_) | Written::Destroyed(_) => {}
        }
        Ok((read.by, Some(written)))
    }

    /// The records that keep these takings, and the book as it will be once they are kept.
    pub(super) fn with(
        &self,
        takings: &[Taking],
        at: jiff::Timestamp,
        world: &dyn World,
    ) -> Result<(Vec<Addition>, Book), KeepError> {
        let mut book = self.clone();
        let mut additions = BTreeMap::new();
        for taking in takings {
            for entry in &taking.entries {
                let log = log_of(&entry.audience);
                book.add(
                    &mut additions,
                    &log,
                    taking.by,
                    &Written::Entry(Box::new(entry.clone())),
                    at,
                    world,
                )?;
                book.places.insert(entry.id, (log.clone(), book.version(&log)));
            }
            for Paper { of, name, text } in &taking.papers {
                let Some(entry) = taking.entries.iter().find(|entry| entry.id == *of) else { continue };
                let paper = Written::Paper { of: *of, name: name.clone(), text: text.clone() };
                let log = log_of(&entry.audience);
                book.add(&mut additions, &log, taking.by, &paper, at, world)?;
                let place = (log.clone(), book.version(&log));
                book.papers.entry(*of).or_default().push(place);
            }
        }
        Ok((additions.into_values().collect(), book))
    }

    /// Adds one line to a log: sealed with a new key, or open in the public log.
    pub(super) fn add(
        &mut self,
        additions: &mut BTreeMap<String, Addition>,
        log: &str,
        by: Who,
        written: &Written,
        at: jiff::Timestamp,
        world: &dyn World,
    ) -> Result<(), KeepError> {
        let plain = serde_json::to_vec(written).map_err(|error| KeepError::Refused(error.to_string()))?;
        self.add_bytes(additions, log, by, &plain, at, world)
    }

    /// The same for bytes.
    pub(super) fn add_bytes(
        &mut self,
        additions: &mut BTreeMap<String, Addition>,
        log: &str,
        by: Who,
        plain: &[u8],
        at: jiff::Timestamp,
        world: &dyn World,
    ) -> Result<(), KeepError> {
        let key = (log != PUBLIC).then(|| {
            let mut bytes = [0; 32];
            world.random(&by.to_string(), &mut bytes);
            NoteKey::from_bytes(bytes)
        });
        let name = LogName::parse(log).map_err(|error| KeepError::Refused(error.to_string()))?;
        let chain = self.chain(log);
        let expected = chain.version();
        let body = match &key {
            Some(key) => Body::Sealed { plain, key },
            None => Body::Open(plain),
        };
        let bytes = chain
            .try_add(&at.to_string(), &by.to_string(), body)
            .map_err(|error| KeepError::Refused(error.to_string()))?;
        let addition = additions.entry(log.to_owned()).or_insert_with(|| Addition {
            log: name,
            expected,
            records: Vec::new(),
        });
        addition.records.push(NewRecord { bytes, key: key.map(|key| *key.as_bytes()) });
        Ok(())
    }
}
