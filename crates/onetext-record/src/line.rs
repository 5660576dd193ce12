//! One line of a log: where it stands, when and by whom it was written, and what it holds, open or sealed. A line has
//! one form only; another spelling of the same content is another line.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use crate::chain::Broken;
use crate::merkle::Hash;
use crate::seal::{NoteKey, Unopened, opened, sealed};

/// Longest line that is read, in bytes.
pub const LINE_BYTES_MAX: usize = 16 << 20;

/// What a new line is to hold.
#[derive(Clone, Copy, Debug)]
pub enum Body<'a> {
    /// Text that everybody who may read the log may read for ever.
    Open(&'a [u8]),
    /// Text that is readable as long as its key is kept.
    Sealed {
        /// The text.
        plain: &'a [u8],
        /// Its key, used for nothing else.
        key: &'a NoteKey,
    },
}

/// A line that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number in the log, from 1.
    pub number: u64,
    /// When it was written, RFC 3339.
    pub at: String,
    /// Who wrote it.
    pub by: String,
    /// What it holds.
    pub content: Content,
}

/// What a line holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// The text itself.
    Open(Vec<u8>),
    /// A box that a key opens.
    Sealed {
        /// Names the key.
        commitment: [u8; 32],
        /// The sealed text.
        boxed: Vec<u8>,
        /// The head of the line, to which the box is tied.
        head: Vec<u8>,
    },
}

impl Content {
    /// The text. An open line needs no key.
    pub fn open(&self, key: Option<&NoteKey>) -> Result<Vec<u8>, Unopened> {
        match (self, key) {
            (Content::Open(text), _) => Ok(text.clone()),
            (Content::Sealed { .. }, None) => Err(Unopened::NoKey),
            (Content::Sealed { commitment, boxed, head }, Some(key)) => {
                if key.commitment() != *commitment {
                    return Err(Unopened::WrongKey);
                }
                opened(boxed, key, head)
            }
        }
    }
}

/// Where a line stands and who wrote it: what a box is tied to.
#[derive(Serialize)]
struct Head<'a> {
    log: &'a str,
    number: u64,
    previous: String,
    at: &'a str,
    by: &'a str,
}

/// A line as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    log: String,
    number: u64,
    previous: String,
    at: String,
    by: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    open: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sealed: Option<String>,
}

/// Where the next line of a log stands.
pub(crate) struct Place<'a> {
    pub(crate) log: &'a str,
    pub(crate) number: u64,
    pub(crate) previous: Hash,
}

impl Place<'_> {
    fn head(&self, at: &str, by: &str) -> Vec<u8> {
        let head =
            Head { log: self.log, number: self.number, previous: STANDARD.encode(self.previous), at, by };
        serde_json::to_vec(&head).unwrap_or_default()
    }

    /// The line that stands here.
    pub(crate) fn write(&self, at: &str, by: &str, body: Body<'_>) -> Vec<u8> {
        let (open, key, sealed) = match body {
            Body::Open(text) => (Some(String::from_utf8_lossy(text).into_owned()), None, None),
            Body::Sealed { plain, key } => {
                let boxed = sealed(plain, key, &self.head(at, by));
                (None, Some(STANDARD.encode(key.commitment())), Some(STANDARD.encode(boxed)))
            }
        };
        let written = Written {
            log: self.log.to_owned(),
            number: self.number,
            previous: STANDARD.encode(self.previous),
            at: at.to_owned(),
            by: by.to_owned(),
            open,
            key,
            sealed,
        };
        // Strings and one number: this cannot fail.
        serde_json::to_vec(&written).unwrap_or_default()
    }

    /// Reads a line that claims to stand here.
    pub(crate) fn read(&self, bytes: &[u8]) -> Result<Line, Broken> {
        if bytes.len() > LINE_BYTES_MAX {
            return Err(Broken::TooLong);
        }
        let written: Written =
            serde_json::from_slice(bytes).map_err(|error| Broken::NoLine(error.to_string()))?;
        if serde_json::to_vec(&written).ok().as_deref() != Some(bytes) {
            return Err(Broken::OtherForm);
        }
        if written.log != self.log {
            return Err(Broken::OtherLog(written.log));
        }
        if written.number != self.number {
            return Err(Broken::OtherNumber { found: written.number, expected: self.number });
        }
        if written.previous != STANDARD.encode(self.previous) {
            return Err(Broken::OtherPrevious);
        }
        let content = self.content(&written)?;
        Ok(Line { number: written.number, at: written.at, by: written.by, content })
    }

    fn content(&self, written: &Written) -> Result<Content, Broken> {
        match (&written.open, &written.key, &written.sealed) {
            (Some(open), None, None) => Ok(Content::Open(open.clone().into_bytes())),
            (None, Some(key), Some(sealed)) => {
                let commitment = STANDARD.decode(key).ok().and_then(|bytes| bytes.try_into().ok());
                let commitment = commitment.ok_or(Broken::OtherForm)?;
                let boxed = STANDARD.decode(sealed).map_err(|_| Broken::OtherForm)?;
                Ok(Content::Sealed { commitment, boxed, head: self.head(&written.at, &written.by) })
            }
            _ => Err(Broken::OtherForm),
        }
    }
}
