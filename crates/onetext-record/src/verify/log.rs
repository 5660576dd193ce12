//! Following one log of an export, line by line, and comparing it with the checkpoints of the export and of the reader.

use std::collections::{BTreeMap, BTreeSet};

use super::{Check, Keys, LogReport, What};
use crate::chain::Chain;
use crate::checkpoint::{Checkpoint, origin, read_checkpoint};
use crate::export::KEYS;
use crate::line::Line;
use crate::merkle::Hash;
use crate::note::Verifier;
use crate::seal::Unopened;

/// How far a log could be followed.
struct Followed {
    report: LogReport,
    /// Whether that was its end, and no line that does not fit.
    is_whole: bool,
    /// The tree hashes at the sizes that are asked for.
    roots: BTreeMap<u64, Hash>,
    /// The lines that are sealed.
    sealed: BTreeSet<u64>,
}

impl Check<'_> {
    /// Checks one log with its checkpoint, its keys, and what the reader kept of it.
    pub(super) fn log(&mut self, log: &str, verifier: &Verifier, keys: &Keys, kept: &[Checkpoint]) {
        let own = self.own_checkpoint(log, verifier);
        let sizes = own.iter().chain(kept).map(|one| one.size).collect();
        let mut followed = self.follow(log, keys, &sizes);
        self.compare_own(log, &mut followed, own.as_ref());
        for one in kept {
            self.compare_kept(log, &mut followed, own.as_ref(), one);
        }
        self.leftover_keys(log, keys, &followed);
        self.report.logs.push(followed.report);
    }

    fn own_checkpoint(&mut self, log: &str, verifier: &Verifier) -> Option<Checkpoint> {
        let file = format!("{log}.checkpoint");
        let note = self.text(&file)?;
        match read_checkpoint(note, verifier) {
            Ok(own) if own.origin == origin(&self.report.room, log) => return Some(own),
            Ok(other) => self.find(&file, None, What::OtherOrigin(other.origin)),
            Err(error) => self.find(&file, None, What::Checkpoint(error)),
        }
        None
    }

    fn follow(&mut self, log: &str, keys: &Keys, sizes: &BTreeSet<u64>) -> Followed {
        let file = format!("{log}.jsonl");
        let bytes = self.bytes(&file);
        let mut chain = Chain::new(log);
        let report =
            LogReport { log: log.to_owned(), lines: 0, read: 0, sealed: 0, checkpoint: None, kept: None };
        let roots = sizes.first().filter(|size| **size == 0).map(|_| (0, chain.root())).into_iter().collect();
        let mut followed = Followed { report, is_whole: bytes.is_some(), roots, sealed: BTreeSet::new() };
        for text in bytes.unwrap_or_default().split_inclusive(|byte| *byte == b'\n') {
            let due = chain.version() + 1;
            let read = text.strip_suffix(b"\n").map(|text| chain.follow(text)).ok_or(What::CutOff);
            match read.and_then(|line| line.map_err(What::Broken)) {
                Ok(line) => self.open(&mut followed, &line, keys),
                Err(what) => {
                    self.find(&file, Some(due), what);
                    followed.is_whole = false;
                    break;
                }
            }
            if sizes.contains(&due) {
                followed.roots.insert(due, chain.root());
            }
        }
        followed.report.lines = chain.version();
        followed
    }

    /// Opens a line, if there is a key for it.
    fn open(&mut self, followed: &mut Followed, line: &Line, keys: &Keys) {
        let report = &mut followed.report;
        let key = keys.get(&(report.log.clone(), line.number));
        if line.content.is_sealed() {
            followed.sealed.insert(line.number);
        }
        match line.content.open(key.map(|(_, key)| key)) {
            Ok(_) => report.read += 1,
            Err(Unopened::NoKey) => report.sealed += 1,
            Err(error) => self.find(KEYS, key.map(|(line, _)| *line), What::Unopened(error)),
        }
    }

    fn compare_own(&mut self, log: &str, followed: &mut Followed, own: Option<&Checkpoint>) {
        let Some(&Checkpoint { size, root, .. }) = own else { return };
        let (file, records) = (format!("{log}.jsonl"), followed.report.lines);
        match followed.roots.get(&size) {
            Some(here) if *here != root => self.find(&file, None, What::OtherRoot { size }),
            Some(_) => followed.report.checkpoint = Some(size),
            None if followed.is_whole => self.find(&file, None, What::Dropped { records, size }),
            None => {}
        }
        if size < records {
            self.find(&file, Some(size + 1), What::Beyond { records: records - size });
        }
    }

    fn compare_kept(
        &mut self,
        log: &str,
        followed: &mut Followed,
        own: Option<&Checkpoint>,
        kept: &Checkpoint,
    ) {
        let (file, records) = (format!("{log}.jsonl"), followed.report.lines);
        let &Checkpoint { size, root, .. } = kept;
        let is_fork = own.is_some_and(|own| own.size == size && own.root != root);
        match followed.roots.get(&size) {
            _ if is_fork => self.find(&format!("{log}.checkpoint"), None, What::Fork { size }),
            Some(here) if *here != root => self.find(&file, None, What::Rewritten { size }),
            Some(_) => followed.report.kept = followed.report.kept.max(Some(size)),
            None if followed.is_whole => self.find(&file, None, What::RolledBack { records, size }),
            None => {}
        }
    }

    /// Keys of lines that are not sealed or not here; unjudged where the log was not followed to its end.
    fn leftover_keys(&mut self, log: &str, keys: &Keys, followed: &Followed) {
        if !followed.is_whole {
            return;
        }
        let own = keys.iter().filter(|((of, _), _)| of == log);
        for ((_, number), (line, _)) in own.filter(|((_, number), _)| !followed.sealed.contains(number)) {
            self.find(KEYS, Some(*line), What::KeyForNothing { log: log.to_owned(), number: *number });
        }
    }
}
