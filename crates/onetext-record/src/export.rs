//! An export: the logs that a reader may see, as files that can be checked with no server.

use std::collections::BTreeMap;
use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::chain::Chain;
use crate::note::{Signer, checkpoint, hex, origin};
use crate::seal::NoteKey;

/// Files by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The version of the export's form.
pub(crate) const FORMAT: u32 = 1;
/// The file that says which room it is.
pub(crate) const ROOM: &str = "room.json";
/// The file with the keys of the sealed lines that its reader may open.
pub(crate) const KEYS: &str = "keys.jsonl";
/// The signed list of everything in the export.
pub(crate) const MANIFEST: &str = "manifest.note";

/// A log to be exported.
#[derive(Clone, Debug)]
pub struct Log {
    /// How far it has got.
    pub chain: Chain,
    /// Its lines, without newlines.
    pub lines: Vec<Vec<u8>>,
    /// The keys of its sealed lines that the reader may have, by number.
    pub keys: BTreeMap<u64, NoteKey>,
}

/// What `room.json` holds.
#[derive(Serialize, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub(crate) struct About {
    pub(crate) format: u32,
    pub(crate) room: String,
    pub(crate) verifier: String,
}

/// One line of `keys.jsonl`.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeyLine {
    pub(crate) log: String,
    pub(crate) number: u64,
    pub(crate) key: String,
}

/// The files of an export.
pub fn export(room: &str, logs: &[Log], signer: &Signer) -> Files {
    let mut files = Files::new();
    let about = About { format: FORMAT, room: room.to_owned(), verifier: signer.verifier().to_text() };
    files.insert(ROOM.to_owned(), line(&about));
    let mut keys = Vec::new();
    for log in logs {
        let name = log.chain.log();
        files.insert(
            format!("{name}.jsonl"),
            log.lines.iter().flat_map(|line| [line, &b"\n"[..]].concat()).collect(),
        );
        let note = checkpoint(&origin(room, name), &log.chain, signer);
        files.insert(format!("{name}.checkpoint"), note.into_bytes());
        for (number, key) in &log.keys {
            keys.extend(line(&KeyLine {
                log: name.to_owned(),
                number: *number,
                key: STANDARD.encode(key.as_bytes()),
            }));
        }
    }
    files.insert(KEYS.to_owned(), keys);
    let manifest = manifest(room, &files);
    files.insert(MANIFEST.to_owned(), signer.sign(&manifest).into_bytes());
    files
}

/// Every file with its digest.
pub(crate) fn manifest(room: &str, files: &Files) -> String {
    let mut text = format!("onetext export {FORMAT}\n{room}\n");
    for (name, bytes) in files.iter().filter(|(name, _)| *name != MANIFEST) {
        let _ = writeln!(text, "{} {name}", hex(&Sha256::digest(bytes)));
    }
    text
}

/// A value as one line with its newline; its only form.
pub(crate) fn line(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
