//! A room of three logs with everything that a record has, its export, and its operator, who holds the signing key and can
//! sign whatever is wanted: also what no honest room signs.

use std::collections::BTreeMap;
use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signer as _, SigningKey};
use onetext_record::{Body, Chain, Files, Log, NoteKey, Signer, Trusted, checkpoint, export, origin};
use serde_json::Value;
use sha2::{Digest, Sha256};

pub const ROOM: &str = "basin";
pub const NAME: &str = "onetext/basin";
pub const SECRET: [u8; 32] = [11; 32];
/// Each log: its name, how many lines it has, how many its reader has a checkpoint of.
pub const LOGS: [(&str, u64, u64); 3] =
    [("public", 8, 5), ("4f1c9a70be5d42388a16c3e2d97b0f54", 6, 3), ("door", 3, 1)];
/// A note of the private log whose key was destroyed.
pub const DESTROYED: u64 = 2;

pub fn signer() -> Signer {
    Signer::new(NAME, &SECRET)
}

pub fn key_of(log: &str, number: u64) -> NoteKey {
    NoteKey::from_bytes(Sha256::digest(format!("{log} {number}")).into())
}

/// A log of so many lines. `told` goes into every line from `since` on: another word there is another history.
pub fn log_with(name: &str, lines: u64, told: &str, since: u64) -> Log {
    let mut chain = Chain::new(name);
    let mut log = Log { chain: chain.clone(), lines: Vec::new(), keys: BTreeMap::new() };
    for number in 1..=lines {
        let word = if number >= since { told } else { "first" };
        let (at, by) =
            (format!("2026-07-03T10:{number:02}:00Z"), ["aide", "mediator"][usize::from(number % 2 == 0)]);
        let plain = format!(
            "{{\"entry\":\"Øvre {word}\",\"weight\":[1.5,-{number}],\"then\":{{\"b\":null,\"a\":true}}}}"
        );
        let key = key_of(name, number);
        let body = match name {
            "public" => Body::Open(plain.as_bytes()),
            _ => Body::Sealed { plain: plain.as_bytes(), key: &key },
        };
        log.lines.push(chain.add(&at, by, body));
        if name != "public" && name != "door" && number != DESTROYED {
            log.keys.insert(number, key);
        }
    }
    log.chain = chain;
    log
}

pub fn log(name: &str, lines: u64) -> Log {
    log_with(name, lines, "first", 1)
}

pub fn honest_logs() -> Vec<Log> {
    LOGS.iter().map(|(name, lines, _)| log(name, *lines)).collect()
}

pub fn honest_export() -> Files {
    export(ROOM, &honest_logs(), &signer())
}

/// The reader who pinned the key and kept an earlier checkpoint of each log.
pub fn reader() -> Trusted {
    let kept = |(name, _, kept): &(&str, u64, u64)| {
        checkpoint(&origin(ROOM, name), &log(name, *kept).chain, &signer())
    };
    Trusted { verifier: Some(signer().verifier()), checkpoints: LOGS.iter().map(kept).collect() }
}

pub fn lines_of(bytes: &[u8]) -> Vec<Vec<u8>> {
    bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect()
}

/// The operator, who signs anything.
pub struct Operator {
    pub name: &'static str,
    /// With which it signs.
    pub secret: [u8; 32],
    /// Whose key it says that it is.
    pub shown: [u8; 32],
}

impl Operator {
    pub fn of_this_room() -> Self {
        Operator { name: NAME, secret: SECRET, shown: SECRET }
    }

    pub fn sign(&self, text: &str) -> Vec<u8> {
        let key = SigningKey::from_bytes(&self.secret);
        let shown = SigningKey::from_bytes(&self.shown).verifying_key();
        let named = [self.name.as_bytes(), b"\n\x01", shown.as_bytes()].concat();
        let mut bytes = Sha256::digest(named)[..4].to_vec();
        bytes.extend(key.sign(text.as_bytes()).to_bytes());
        format!("{text}\n\u{2014} {} {}\n", self.name, STANDARD.encode(bytes)).into_bytes()
    }

    /// A checkpoint over the lines of a file, whatever they are.
    pub fn checkpoint(&self, log: &str, file: &[u8]) -> Vec<u8> {
        let leaves: Vec<_> = lines_of(file).iter().map(|line| leaf(&line[..line.len() - 1])).collect();
        self.checkpoint_of(log, leaves.len(), &root(&leaves))
    }

    pub fn checkpoint_of(&self, log: &str, size: usize, root: &[u8]) -> Vec<u8> {
        self.sign(&format!("{}\n{size}\n{}\n", origin(ROOM, log), STANDARD.encode(root)))
    }

    /// Signs the list of the files anew.
    pub fn with_manifest(&self, mut files: Files) -> Files {
        files.remove("manifest.note");
        let mut text = format!("onetext export 1\n{ROOM}\n");
        for (name, bytes) in &files {
            let digest: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            writeln!(text, "{digest} {name}").unwrap();
        }
        files.insert("manifest.note".to_owned(), self.sign(&text));
        files
    }
}

pub fn leaf(line: &[u8]) -> Vec<u8> {
    Sha256::digest([&[0], line].concat()).to_vec()
}

/// RFC 6962 by its definition.
pub fn root(leaves: &[Vec<u8>]) -> Vec<u8> {
    match leaves {
        [] => Sha256::digest([]).to_vec(),
        [one] => one.clone(),
        several => {
            let half = several.len().next_power_of_two() / 2;
            Sha256::digest([&[1][..], &root(&several[..half]), &root(&several[half..])].concat()).to_vec()
        }
    }
}

/// Numbers the lines anew and links each to the one before.
pub fn linked(lines: &[Vec<u8>]) -> Vec<u8> {
    let mut previous = vec![0; 32];
    let mut file = Vec::new();
    for (number, line) in (1..).zip(lines) {
        let mut value: Value = serde_json::from_slice(line).unwrap();
        value["number"] = Value::from(number);
        value["previous"] = Value::from(STANDARD.encode(&previous));
        let line = value.to_string().into_bytes();
        previous = leaf(&line);
        file.extend(line);
        file.push(b'\n');
    }
    file
}
