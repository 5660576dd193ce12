//! Checking an export: with no server, and with no trust in whoever made it. What can be found depends on what the
//! reader kept: the room's key, and checkpoints from earlier.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::chain::Chain;
use crate::export::{About, FORMAT, Files, KEYS, KeyLine, MANIFEST, ROOM, line, manifest};
use crate::note::{Checkpoint, Verifier, origin};
use crate::seal::{NoteKey, Unopened};

/// What the reader kept.
#[derive(Clone, Debug, Default)]
pub struct Trusted {
    /// The room's key, learned otherwise than from this export.
    pub verifier: Option<Verifier>,
    /// Checkpoints of the room's logs from earlier, as they were given out.
    pub checkpoints: Vec<String>,
}

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// In which file.
    pub file: String,
    /// In which line, from 1; none where it is about the whole file.
    pub line: Option<u64>,
    /// What it is and what it means.
    pub what: String,
}

/// What was found of one log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogReport {
    /// Its name.
    pub log: String,
    /// How many lines it has.
    pub lines: u64,
    /// How many of them could be read.
    pub read: u64,
    /// How many are sealed and have no key here: not for this reader, or destroyed.
    pub sealed: u64,
}

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The room, as the export says.
    pub room: String,
    /// The room's key, as text.
    pub verifier: String,
    /// Whether the key was known to the reader beforehand. If not, whoever holds some key may have made it all.
    pub is_pinned: bool,
    /// How many kept checkpoints were compared. If none, the past may have been written anew by the room itself.
    pub compared: usize,
    /// The logs.
    pub logs: Vec<LogReport>,
    /// What is not as it should be.
    pub findings: Vec<Finding>,
}

struct Check<'f> {
    files: &'f Files,
    report: Report,
}

/// Checks an export. Never panics, whatever the bytes.
pub fn verify(files: &Files, trusted: &Trusted) -> Report {
    let report = Report {
        room: String::new(),
        verifier: String::new(),
        is_pinned: trusted.verifier.is_some(),
        compared: 0,
        logs: Vec::new(),
        findings: Vec::new(),
    };
    let mut check = Check { files, report };
    let Some(verifier) = check.room(trusted) else { return check.report };
    check.manifest(&verifier);
    let keys = check.keys();
    let kept = check.kept(trusted, &verifier);
    check.logs(&verifier, &keys, &kept);
    check.report
}

impl<'f> Check<'f> {
    fn find(&mut self, file: &str, line: Option<u64>, what: impl Into<String>) {
        self.report.findings.push(Finding { file: file.to_owned(), line, what: what.into() });
    }

    fn text(&mut self, file: &str) -> Option<&'f str> {
        let Some(bytes) = self.files.get(file) else {
            self.find(file, None, "the file is missing");
            return None;
        };
        let text = std::str::from_utf8(bytes).ok();
        if text.is_none() {
            self.find(file, None, "the file is not text");
        }
        text
    }

    /// Which room it is, and the key to check it with: the reader's own where there is one.
    fn room(&mut self, trusted: &Trusted) -> Option<Verifier> {
        let text = self.text(ROOM)?;
        let Some(room) =
            serde_json::from_str::<About>(text).ok().filter(|room| line(room) == text.as_bytes())
        else {
            self.find(ROOM, Some(1), "it does not say which room this is");
            return None;
        };
        if room.format != FORMAT {
            self.find(ROOM, Some(1), format!("format {} is not known: use a newer program", room.format));
            return None;
        }
        self.report.room.clone_from(&room.room);
        self.report.verifier.clone_from(&room.verifier);
        let told = Verifier::parse(&room.verifier);
        match (told, &trusted.verifier) {
            (Ok(told), Some(own)) if told != *own => {
                self.find(
                    ROOM,
                    Some(1),
                    "it names another key than the one that you know: another room, or a forgery",
                );
                Some(own.clone())
            }
            (Ok(told), _) => Some(told),
            (Err(error), own) => {
                self.find(ROOM, Some(1), error.to_string());
                own.clone()
            }
        }
    }

    fn manifest(&mut self, verifier: &Verifier) {
        let Some(text) = self.text(MANIFEST) else { return };
        match verifier.open(text) {
            Err(error) => self.find(MANIFEST, None, error.to_string()),
            Ok(signed) if signed != manifest(&self.report.room, self.files) => {
                self.find(
                    MANIFEST,
                    None,
                    "the files are not those that were signed: one was changed, added or left out",
                );
            }
            Ok(_) => {}
        }
    }

    fn keys(&mut self) -> BTreeMap<(String, u64), NoteKey> {
        let mut keys = BTreeMap::new();
        let Some(text) = self.text(KEYS) else { return keys };
        for (number, text) in (1..).zip(text.split_inclusive('\n')) {
            let read =
                serde_json::from_str::<KeyLine>(text).ok().filter(|read| line(read) == text.as_bytes());
            let key = read.as_ref().and_then(|read| STANDARD.decode(&read.key).ok()?.try_into().ok());
            match (read, key) {
                (Some(read), Some(key)) => {
                    keys.insert((read.log, read.number), NoteKey::from_bytes(key));
                }
                _ => self.find(KEYS, Some(number), "it is no key"),
            }
        }
        keys
    }

    /// The checkpoints that the reader kept, as far as they are of this room.
    fn kept(&mut self, trusted: &Trusted, verifier: &Verifier) -> Vec<Checkpoint> {
        let mut kept = Vec::new();
        for note in &trusted.checkpoints {
            match verifier.checkpoint(note) {
                Ok(checkpoint) => kept.push(checkpoint),
                Err(error) => self.find("(the checkpoint that you kept)", None, error.to_string()),
            }
        }
        self.report.compared = kept.len();
        for one in &kept {
            let log = one.origin.strip_prefix(&origin(&self.report.room, "")).unwrap_or("");
            if !self.files.contains_key(&format!("{log}.jsonl")) {
                self.find(
                    &format!("{log}.jsonl"),
                    None,
                    "you have a checkpoint of this log, and the log is not here",
                );
            }
        }
        kept
    }

    fn logs(&mut self, verifier: &Verifier, keys: &BTreeMap<(String, u64), NoteKey>, kept: &[Checkpoint]) {
        let files = self.files;
        let mut used = 0;
        for (file, bytes) in files {
            let Some(log) = file.strip_suffix(".jsonl").filter(|_| file != KEYS) else {
                let known = file == ROOM || file == KEYS || file == MANIFEST || file.ends_with(".checkpoint");
                if !known {
                    self.find(file, None, "this file does not belong to an export");
                }
                continue;
            };
            used += self.log(log, file, bytes, (verifier, keys, kept));
        }
        if used != keys.len() {
            self.find(KEYS, None, "it has keys of lines that are not sealed or not here");
        }
    }

    /// Follows one log; gives how many keys were used.
    fn log(
        &mut self,
        log: &str,
        file: &str,
        bytes: &[u8],
        (verifier, keys, kept): (&Verifier, &BTreeMap<(String, u64), NoteKey>, &[Checkpoint]),
    ) -> usize {
        let mut marks = self.marks(log, verifier, kept);
        let mut chain = Chain::new(log);
        let mut report = LogReport { log: log.to_owned(), lines: 0, read: 0, sealed: 0 };
        let mut used = 0;
        self.compare(&chain, &mut marks);
        for text in bytes.split_inclusive(|byte| *byte == b'\n') {
            report.lines += 1;
            let Some(text) = text.strip_suffix(b"\n") else {
                self.find(file, Some(report.lines), "the line is cut off");
                break;
            };
            match chain.follow(text) {
                Err(broken) => {
                    self.find(file, Some(report.lines), broken.to_string());
                    break;
                }
                Ok(line) => {
                    let key = keys.get(&(log.to_owned(), line.number));
                    used += usize::from(key.is_some());
                    match line.content.open(key) {
                        Ok(_) => report.read += 1,
                        Err(Unopened::NoKey) => report.sealed += 1,
                        Err(error) => self.find(file, Some(line.number), error.to_string()),
                    }
                }
            }
            self.compare(&chain, &mut marks);
        }
        if let Some(own) = self.own_size(log, verifier).filter(|size| *size < report.lines) {
            self.find(file, Some(own + 1), "from here on the log is not under its checkpoint");
        }
        for (name, mark) in marks {
            self.find(
                file,
                None,
                format!("{name} has {} lines, the log here fewer: it was cut back", mark.size),
            );
        }
        self.report.logs.push(report);
        used
    }

    /// How many lines the log's own checkpoint has.
    fn own_size(&self, log: &str, verifier: &Verifier) -> Option<u64> {
        let note = std::str::from_utf8(self.files.get(&format!("{log}.checkpoint"))?).ok()?;
        verifier.checkpoint(note).ok().map(|own| own.size)
    }

    /// The checkpoints that a log must pass through.
    fn marks(&mut self, log: &str, verifier: &Verifier, kept: &[Checkpoint]) -> Vec<(String, Checkpoint)> {
        let expected = origin(&self.report.room, log);
        let file = format!("{log}.checkpoint");
        let mut marks: Vec<(String, Checkpoint)> = Vec::new();
        if let Some(text) = self.text(&file) {
            match verifier.checkpoint(text) {
                Err(error) => self.find(&file, None, error.to_string()),
                Ok(own) if own.origin != expected => {
                    self.find(&file, None, "it is the checkpoint of another log");
                }
                Ok(own) => marks.push((file, own)),
            }
        }
        let earlier = kept.iter().filter(|one| one.origin == expected);
        marks.extend(earlier.map(|one| ("the checkpoint that you kept".to_owned(), one.clone())));
        marks
    }

    /// Compares the log with the checkpoints of just this size, and ticks them off.
    fn compare(&mut self, chain: &Chain, marks: &mut Vec<(String, Checkpoint)>) {
        let here = chain.version();
        let (due, later): (Vec<_>, Vec<_>) =
            std::mem::take(marks).into_iter().partition(|(_, mark)| mark.size == here);
        *marks = later;
        for (name, mark) in due {
            if mark.root != chain.root() {
                let file = format!("{}.jsonl", chain.log());
                self.find(
                    &file,
                    Some(here),
                    format!("{name} is of another past: a line up to here was changed"),
                );
            }
        }
    }
}
