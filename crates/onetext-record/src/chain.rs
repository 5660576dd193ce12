//! A log as a chain: each line holds the hash of the one before. What stands in a line is told in `line.rs`.

use crate::json::NotJson;
use crate::line::{Body, LINE_BYTES_MAX, Line, Place};
use crate::merkle::{Hash, Tree, leaf};

/// How far a log has got: enough to add the next line or to check it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    log: String,
    head: Hash,
    tree: Tree,
}

/// Why a line is not the next one of its log.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// Not JSON.
    #[error("it cannot be read: {0}")]
    NoJson(NotJson),
    /// Longer than any line is.
    #[error("it is longer than the {LINE_BYTES_MAX} bytes that a line may have")]
    TooLong,
    /// The same content in another spelling, or a content that no line has.
    #[error("it is not written as the record writes it")]
    OtherForm,
    /// From another log.
    #[error("it is a line of the log {0:?}")]
    OtherLog(String),
    /// From another place of the log.
    #[error("it is number {found} where {expected} is due")]
    OtherNumber {
        /// The number that it has.
        found: u64,
        /// The number that is due.
        expected: u64,
    },
    /// It follows another line.
    #[error("it was written after another line than the one before it")]
    OtherPrevious,
}

/// Why nothing was added.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// What was to be written openly is no JSON.
    #[error("this cannot be written into the record: {0}")]
    NoJson(NotJson),
    /// It would give a line that nobody reads.
    #[error("this is too long for the record, whose lines have {LINE_BYTES_MAX} bytes at most: divide it")]
    TooLong,
}

impl Chain {
    /// An empty log.
    pub fn new(log: &str) -> Self {
        Chain { log: log.to_owned(), head: [0; 32], tree: Tree::default() }
    }

    /// The log's name.
    pub fn log(&self) -> &str {
        &self.log
    }

    /// How many lines it has.
    pub fn version(&self) -> u64 {
        self.tree.size()
    }

    /// The hash of its last line; zeros while it has none.
    pub fn head(&self) -> [u8; 32] {
        self.head
    }

    /// The Merkle tree hash over its lines (RFC 6962).
    pub fn root(&self) -> [u8; 32] {
        self.tree.root()
    }

    /// Adds a line: who wrote it and when (RFC 3339) is the caller's word. Gives the line, without a newline.
    ///
    /// # Panics
    ///
    /// Where [`Chain::try_add`] refuses: for an open body that is no JSON and for a body of more than 20 MiB. Use it where
    /// the caller has not made sure of both.
    pub fn add(&mut self, at: &str, by: &str, body: Body<'_>) -> Vec<u8> {
        match self.try_add(at, by, body) {
            Ok(line) => line,
            Err(refused) => panic!("log {}: {refused}", self.log),
        }
    }

    /// The same, for a body that may not fit. If it is refused, the chain stays as it was.
    pub fn try_add(&mut self, at: &str, by: &str, body: Body<'_>) -> Result<Vec<u8>, Refused> {
        let line = self.place().write(at, by, body)?;
        self.take(&line);
        Ok(line)
    }

    /// Reads a line (without its newline) that claims to be the next one, and moves on if it is. If it is not, the chain
    /// stays as it was.
    pub fn follow(&mut self, line: &[u8]) -> Result<Line, Broken> {
        let read = self.place().read(line)?;
        self.take(line);
        Ok(read)
    }

    fn place(&self) -> Place<'_> {
        Place { log: &self.log, number: self.version() + 1, previous: self.head }
    }

    fn take(&mut self, line: &[u8]) {
        self.head = leaf(line);
        self.tree.push(self.head);
    }
}
