//! A log as a chain: each line holds the hash of the one before.

use crate::line::{Body, Line, Place};
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
    /// Not a line at all.
    #[error("it is no line of a record: {0}")]
    NoLine(String),
    /// Longer than any line is.
    #[error("it is longer than a line may be")]
    TooLong,
    /// The same content in another spelling, or a content that no line has.
    #[error("it is not written as the record writes it")]
    OtherForm,
    /// From another log.
    #[error("it is a line of the log {0:?}")]
    OtherLog(String),
    /// From another place of the log.
    #[error("it is number {found} where {expected} is due: lines were dropped, added or reordered")]
    OtherNumber {
        /// The number that it has.
        found: u64,
        /// The number that is due.
        expected: u64,
    },
    /// It follows another line.
    #[error("the line before it is not the one that it was written after")]
    OtherPrevious,
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
    pub fn add(&mut self, at: &str, by: &str, body: Body<'_>) -> Vec<u8> {
        let line = self.place().write(at, by, body);
        self.take(&line);
        line
    }

    /// Reads a line that claims to be the next one, and moves on if it is.
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
