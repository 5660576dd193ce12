//! An export: the logs that a reader may see, as files that can be checked with no server. Who may see what is decided
//! by the caller; the check is in `verify/`.

use std::collections::BTreeMap;
use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::chain::Chain;
use crate::checkpoint::{checkpoint, origin};
use crate::json::{Json, object, read_exactly};
use crate::merkle::hex;
use crate::note::{Signer, Verifier};
use crate::seal::NoteKey;

/// Files by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The version of the export's form.
pub const EXPORT_FORMAT: u64 = 1;
/// The file that says which room it is.
pub(crate) const ROOM: &str = "room.json";
/// The file with the keys of the sealed lines that its reader may open.
pub(crate) const KEYS: &str = "keys.jsonl";
/// The signed list of everything in the export.
pub(crate) const MANIFEST: &str = "manifest.note";

/// A log to be exported.
#[derive(Clone, Debug)]
pub struct Log {
    /// How far it has got: just behind the last of the lines.
    pub chain: Chain,
    /// All its lines, without newlines.
    pub lines: Vec<Vec<u8>>,
    /// The keys of its sealed lines that the reader may have, by number.
    pub keys: BTreeMap<u64, NoteKey>,
}

/// The files of an export. Each log gets a checkpoint as it stands; a list of all files is signed beside them.
pub fn export(room: &str, logs: &[Log], signer: &Signer) -> Files {
    let mut files = Files::from([(ROOM.to_owned(), about(room, &signer.verifier()))]);
    let mut keys = BTreeMap::new();
    for log in logs {
        let name = log.chain.log();
        let lines = log.lines.iter().flat_map(|line| [line, &b"\n"[..]].concat());
        files.insert(format!("{name}.jsonl"), lines.collect());
        let note = checkpoint(&origin(room, name), &log.chain, signer);
        files.insert(format!("{name}.checkpoint"), note.into_bytes());
        keys.extend(log.keys.iter().map(|(number, key)| ((name, *number), key)));
    }
    let lines = keys.into_iter().flat_map(|((log, number), key)| key_line(log, number, key));
    files.insert(KEYS.to_owned(), lines.collect());
    let list = manifest(room, &digests(&files));
    files.insert(MANIFEST.to_owned(), signer.sign(&list).into_bytes());
    files
}

/// `room.json`: the form of the export, the room, its key.
fn about(room: &str, verifier: &Verifier) -> Vec<u8> {
    as_line(&object([
        ("format", Json::number(EXPORT_FORMAT)),
        ("key", Json::text(verifier.to_text())),
        ("room", Json::text(room)),
    ]))
}

/// Format, key and room as `room.json` tells them.
pub(crate) fn read_about(bytes: &[u8]) -> Option<(u64, String, String)> {
    let value = read_exactly(bytes.strip_suffix(b"\n")?)?;
    let [format, key, room] = value.fields(["format", "key", "room"])?;
    Some((format.as_number()?, key.as_text()?.to_owned(), room.as_text()?.to_owned()))
}

fn key_line(log: &str, number: u64, key: &NoteKey) -> Vec<u8> {
    as_line(&object([
        ("key", Json::text(STANDARD.encode(key.as_bytes()))),
        ("log", Json::text(log)),
        ("number", Json::number(number)),
    ]))
}

/// Which line a key is for, and the key, from a line of `keys.jsonl` without its newline.
pub(crate) fn read_key_line(bytes: &[u8]) -> Option<((String, u64), NoteKey)> {
    let value = read_exactly(bytes)?;
    let [key, log, number] = value.fields(["key", "log", "number"])?;
    let key = STANDARD.decode(key.as_text()?).ok()?.try_into().ok()?;
    Some(((log.as_text()?.to_owned(), number.as_number()?), NoteKey::from_bytes(key)))
}

fn as_line(value: &Json) -> Vec<u8> {
    let mut bytes = value.write();
    bytes.push(b'\n');
    bytes
}

/// The digest of every file but the list itself.
pub(crate) fn digests(files: &Files) -> BTreeMap<String, String> {
    let others = files.iter().filter(|(name, _)| *name != MANIFEST);
    others.map(|(name, bytes)| (name.clone(), hex(&Sha256::digest(bytes)))).collect()
}

/// The list of all files, before it is signed.
pub(crate) fn manifest(room: &str, digests: &BTreeMap<String, String>) -> String {
    let mut text = format!("onetext export {EXPORT_FORMAT}\n{room}\n");
    for (name, digest) in digests {
        let _ = writeln!(text, "{digest} {name}");
    }
    text
}

/// The digests in a list, if it is one of this room.
pub(crate) fn read_manifest(room: &str, text: &str) -> Option<BTreeMap<String, String>> {
    let split = |line: &str| line.split_once(' ').map(|(digest, name)| (name.to_owned(), digest.to_owned()));
    let listed = text.lines().skip(2).map(split).collect::<Option<_>>()?;
    (manifest(room, &listed) == text).then_some(listed)
}
