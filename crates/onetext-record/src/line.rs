//! One line of a log: where it stands, when and by whom it was written, and what it holds, open or sealed. How lines hang
//! together is told in `chain.rs`.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::chain::{Broken, Refused};
use crate::json::{Json, object};
use crate::merkle::Hash;
use crate::seal::{NoteKey, SealedNote, Unopened};

/// Longest line, in bytes: above any file of a case (16 MiB) with its sealing, and what the store takes as one record.
pub const LINE_BYTES_MAX: usize = 32 << 20;
/// Longest body, in bytes: sealed and in base64 it still fits a line.
pub const BODY_BYTES_MAX: usize = 20 << 20;

/// What a new line is to hold.
#[derive(Clone, Copy, Debug)]
pub enum Body<'a> {
    /// A JSON value that everybody who may read the log may read for ever. It comes back in its one form: without blanks,
    /// keys in order.
    Open(&'a [u8]),
    /// Bytes that are readable as long as their key is kept. They come back as they are.
    Sealed {
        /// The bytes.
        plain: &'a [u8],
        /// Their key, used for nothing else.
        key: &'a NoteKey,
    },
}

/// A line that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number in the log, from 1.
    pub number: u64,
    /// When it was written, by the room's clock: RFC 3339.
    pub at: String,
    /// Who wrote it, by the room's word.
    pub by: String,
    /// What it holds.
    pub content: Content,
}

/// What a line holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// The JSON value itself.
    Open(Vec<u8>),
    /// A box that a key opens.
    Sealed(SealedNote),
}

impl Content {
    /// Whether it takes a key to read it.
    pub fn is_sealed(&self) -> bool {
        matches!(self, Content::Sealed(_))
    }

    /// What was written. An open line needs no key.
    pub fn open(&self, key: Option<&NoteKey>) -> Result<Vec<u8>, Unopened> {
        match (self, key) {
            (Content::Open(value), _) => Ok(value.clone()),
            (Content::Sealed(_), None) => Err(Unopened::NoKey),
            (Content::Sealed(note), Some(key)) => note.open(key),
        }
    }
}

/// Where the next line of a log stands.
pub(crate) struct Place<'a> {
    pub(crate) log: &'a str,
    pub(crate) number: u64,
    pub(crate) previous: Hash,
}

impl Place<'_> {
    /// All fields but the body.
    fn head(&self, at: &str, by: &str) -> BTreeMap<String, Json> {
        let fields = [
            ("at", Json::text(at)),
            ("by", Json::text(by)),
            ("log", Json::text(self.log)),
            ("number", Json::number(self.number)),
            ("previous", Json::text(STANDARD.encode(self.previous))),
        ];
        fields.map(|(key, value)| (key.to_owned(), value)).into()
    }

    /// The line that stands here.
    pub(crate) fn write(&self, at: &str, by: &str, body: Body<'_>) -> Result<Vec<u8>, Refused> {
        let (Body::Open(bytes) | Body::Sealed { plain: bytes, .. }) = body;
        if bytes.len() > BODY_BYTES_MAX {
            return Err(Refused::TooLong);
        }
        let mut fields = self.head(at, by);
        let (name, value) = match body {
            Body::Open(value) => ("open", Json::read(value, 1).map_err(Refused::NoJson)?),
            Body::Sealed { plain, key } => {
                let head = Json::Object(fields.clone()).write();
                ("sealed", sealed_json(&SealedNote::seal(plain, key, head)))
            }
        };
        fields.insert(name.to_owned(), value);
        let line = Json::Object(fields).write();
        if line.len() > LINE_BYTES_MAX { Err(Refused::TooLong) } else { Ok(line) }
    }

    /// Reads a line that claims to stand here.
    pub(crate) fn read(&self, bytes: &[u8]) -> Result<Line, Broken> {
        if bytes.len() > LINE_BYTES_MAX {
            return Err(Broken::TooLong);
        }
        let value = Json::read(bytes, 0).map_err(Broken::NoJson)?;
        if value.write() != bytes {
            return Err(Broken::OtherForm);
        }
        let Json::Object(mut fields) = value else { return Err(Broken::OtherForm) };
        let open = fields.remove("open");
        let sealed = fields.remove("sealed");
        let (at, by) = self.check_head(&Json::Object(fields))?;
        let content = match (open, sealed) {
            (Some(open), None) => Content::Open(open.write()),
            (None, Some(sealed)) => {
                let head = Json::Object(self.head(&at, &by)).write();
                Content::Sealed(read_sealed(&sealed, head).ok_or(Broken::OtherForm)?)
            }
            _ => return Err(Broken::OtherForm),
        };
        Ok(Line { number: self.number, at, by, content })
    }

    /// Checks that a head stands here; gives when and by whom the line was written.
    fn check_head(&self, head: &Json) -> Result<(String, String), Broken> {
        let fields = head.fields(["at", "by", "log", "number", "previous"]).ok_or(Broken::OtherForm)?;
        let [at, by, log, number, previous] = fields;
        let found = number.as_number().ok_or(Broken::OtherForm)?;
        let texts = [at, by, log, previous].map(Json::as_text);
        let [Some(at), Some(by), Some(log), Some(previous)] = texts else { return Err(Broken::OtherForm) };
        if log != self.log {
            return Err(Broken::OtherLog(log.to_owned()));
        }
        if found != self.number {
            return Err(Broken::OtherNumber { found, expected: self.number });
        }
        if previous != STANDARD.encode(self.previous) {
            return Err(Broken::OtherPrevious);
        }
        Ok((at.to_owned(), by.to_owned()))
    }
}

fn sealed_json(note: &SealedNote) -> Json {
    let encoded = |bytes: &[u8]| Json::text(STANDARD.encode(bytes));
    object([("box", encoded(&note.boxed)), ("commitment", encoded(&note.commitment))])
}

fn read_sealed(value: &Json, head: Vec<u8>) -> Option<SealedNote> {
    let [boxed, commitment] = value.fields(["box", "commitment"])?.map(Json::as_text);
    let boxed = STANDARD.decode(boxed?).ok()?;
    let commitment = STANDARD.decode(commitment?).ok()?.try_into().ok()?;
    Some(SealedNote { commitment, boxed, head })
}
