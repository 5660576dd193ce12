//! Checking an export: with no server, and with no trust in whoever made it. What can be found depends on what the
//! reader kept: the room's key, and checkpoints from earlier. One log is followed in `log.rs`.

mod finding;
mod log;
mod report;

use std::collections::{BTreeMap, BTreeSet};

use crate::checkpoint::{Checkpoint, origin, read_checkpoint};
use crate::export::{
    EXPORT_FORMAT, Files, KEYS, MANIFEST, ROOM, digests, read_about, read_key_line, read_manifest,
};
use crate::note::Verifier;
use crate::seal::NoteKey;

pub use finding::{Finding, What};
pub use report::{LogReport, Report};

/// Most findings that a report keeps: one tells that something is wrong, and nobody reads more.
pub const FINDINGS_MAX: usize = 1_000;

/// What the reader kept.
#[derive(Clone, Debug, Default)]
pub struct Trusted {
    /// The room's key, learned otherwise than from this export.
    pub verifier: Option<Verifier>,
    /// Checkpoints of the room's logs from earlier, as they were given out.
    pub checkpoints: Vec<String>,
}

/// Checks an export. Never panics, whatever the bytes.
pub fn verify(files: &Files, trusted: &Trusted) -> Report {
    let mut check = Check { files, report: Report::default() };
    check.report.is_pinned = trusted.verifier.is_some();
    if let Some(verifier) = check.room(trusted) {
        check.report.verifier = verifier.to_text();
        check.manifest(&verifier);
        check.strange_files();
        let keys = check.keys();
        let kept = check.kept(trusted, &verifier);
        check.logs(&verifier, &keys, &kept);
    }
    check.report
}

/// The keys of an export with the line in which each stands, by log and number.
type Keys = BTreeMap<(String, u64), (u64, NoteKey)>;

struct Check<'f> {
    files: &'f Files,
    report: Report,
}

impl<'f> Check<'f> {
    fn find(&mut self, file: &str, line: Option<u64>, what: What) {
        if self.report.findings.len() < FINDINGS_MAX {
            self.report.findings.push(Finding { file: file.to_owned(), line, what });
        } else {
            self.report.findings_left_out += 1;
        }
    }

    fn bytes(&mut self, file: &str) -> Option<&'f [u8]> {
        let bytes = self.files.get(file);
        if bytes.is_none() {
            self.find(file, None, What::Missing);
        }
        bytes.map(Vec::as_slice)
    }

    fn text(&mut self, file: &str) -> Option<&'f str> {
        let text = std::str::from_utf8(self.bytes(file)?).ok();
        if text.is_none() {
            self.find(file, None, What::NoText);
        }
        text
    }

    /// Which room it is, and the key to check it with: the reader's own where there is one.
    fn room(&mut self, trusted: &Trusted) -> Option<Verifier> {
        let Some((format, key, room)) = read_about(self.bytes(ROOM)?) else {
            self.find(ROOM, Some(1), What::NoRoom);
            return None;
        };
        if format != EXPORT_FORMAT {
            self.find(ROOM, Some(1), What::OtherFormat(format));
            return None;
        }
        self.report.room = room;
        let told = Verifier::parse(&key);
        match (&told, &trusted.verifier) {
            (Err(error), _) => self.find(ROOM, Some(1), What::NoKey(error.clone())),
            (Ok(told), Some(own)) if told != own => self.find(ROOM, Some(1), What::OtherKey),
            (Ok(_), _) => {}
        }
        trusted.verifier.clone().or(told.ok())
    }

    /// Compares all files with the signed list.
    fn manifest(&mut self, verifier: &Verifier) {
        let Some(note) = self.text(MANIFEST) else { return };
        let listed = match verifier.open(note) {
            Ok(text) => read_manifest(&self.report.room, text),
            Err(error) => return self.find(MANIFEST, None, What::Manifest(error)),
        };
        let Some(listed) = listed else { return self.find(MANIFEST, None, What::NoManifest) };
        let here = digests(self.files);
        for (name, digest) in &here {
            match listed.get(name) {
                None => self.find(name, None, What::Added),
                Some(signed) if signed != digest => self.find(name, None, What::Changed),
                Some(_) => {}
            }
        }
        for name in listed.keys().filter(|name| !here.contains_key(*name)) {
            self.find(name, None, What::LeftOut);
        }
    }

    fn strange_files(&mut self) {
        let is_known = |name: &str| {
            let of_log = [".jsonl", ".checkpoint"].map(|ending| name.strip_suffix(ending));
            [ROOM, KEYS, MANIFEST].contains(&name) || of_log.iter().any(Option::is_some)
        };
        for name in self.files.keys().filter(|name| !is_known(name)) {
            self.find(name, None, What::Strange);
        }
    }

    fn keys(&mut self) -> Keys {
        let mut keys = Keys::new();
        let Some(bytes) = self.bytes(KEYS) else { return keys };
        for (number, line) in (1..).zip(bytes.split_inclusive(|byte| *byte == b'\n')) {
            let Some(line) = line.strip_suffix(b"\n") else {
                self.find(KEYS, Some(number), What::CutOff);
                break;
            };
            let read = read_key_line(line);
            let next = read.filter(|(place, _)| keys.last_key_value().is_none_or(|(last, _)| last < place));
            match next {
                Some((place, key)) => drop(keys.insert(place, (number, key))),
                None => self.find(KEYS, Some(number), What::NoKeyLine),
            }
        }
        keys
    }

    /// The checkpoints that the reader kept, by log.
    fn kept(&mut self, trusted: &Trusted, verifier: &Verifier) -> BTreeMap<String, Vec<Checkpoint>> {
        let mut kept: BTreeMap<String, Vec<Checkpoint>> = BTreeMap::new();
        let room = origin(&self.report.room, "");
        for (number, note) in (1..).zip(&trusted.checkpoints) {
            let file = format!("(kept checkpoint {number})");
            match read_checkpoint(note, verifier) {
                Err(error) => self.find(&file, None, What::Checkpoint(error)),
                Ok(one) => match one.origin.strip_prefix(&room) {
                    None => self.find(&file, None, What::OtherOrigin(one.origin)),
                    Some(log) => {
                        let others = kept.entry(log.to_owned()).or_default();
                        if others.iter().any(|other| other.size == one.size && other.root != one.root) {
                            self.find(&file, None, What::Fork { size: one.size });
                        }
                        others.push(one);
                        self.report.compared += 1;
                    }
                },
            }
        }
        kept
    }

    fn logs(&mut self, verifier: &Verifier, keys: &Keys, kept: &BTreeMap<String, Vec<Checkpoint>>) {
        let of = |ending| self.files.keys().filter_map(move |name| name.strip_suffix(ending));
        let named = of(".jsonl").filter(|log| format!("{log}.jsonl") != KEYS).chain(of(".checkpoint"));
        let logs: BTreeSet<&str> = named.chain(kept.keys().map(String::as_str)).collect();
        for log in &logs {
            let kept = kept.get(*log).map(Vec::as_slice).unwrap_or_default();
            self.log(log, verifier, keys, kept);
        }
        for ((log, number), (line, _)) in keys.iter().filter(|((log, _), _)| !logs.contains(log.as_str())) {
            self.find(KEYS, Some(*line), What::KeyForNothing { log: log.clone(), number: *number });
        }
    }
}
