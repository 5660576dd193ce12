//! What a check may find: the reason as data, what it is in words, and what it means. How it is found is not known here.

use std::fmt;

use crate::chain::Broken;
use crate::note::NotANote;
use crate::seal::Unopened;

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// In which file; `(kept checkpoint 1)` for the first of those that the reader kept.
    pub file: String,
    /// In which line, from 1; none where it is about the whole file.
    pub line: Option<u64>,
    /// What it is.
    pub what: What,
}

/// What is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum What {
    /// A file is not there.
    #[error("the file is missing")]
    Missing,
    /// A file is there that no export has.
    #[error("this file does not belong to an export")]
    Strange,
    /// A file that should be text is not.
    #[error("the file is not text")]
    NoText,
    /// `room.json` is not as it is written.
    #[error("it does not say which room this is")]
    NoRoom,
    /// The export is of another version.
    #[error("it is of format {0}, which is not known here")]
    OtherFormat(u64),
    /// The key in `room.json` is no key.
    #[error("the room's key: {0}")]
    NoKey(NotANote),
    /// The key in `room.json` is not the one that the reader knows.
    #[error("it names another key than the one that you gave")]
    OtherKey,
    /// The list of files is not in order.
    #[error("the signed list of files: {0}")]
    Manifest(NotANote),
    /// The list is signed and is no list of this room's files.
    #[error("what is signed here is no list of this room's files")]
    NoManifest,
    /// A file is not as it was signed.
    #[error("the file is not as it was when the export was signed")]
    Changed,
    /// A file was added after signing.
    #[error("the file was not there when the export was signed")]
    Added,
    /// A file was there at signing.
    #[error("the file was there when the export was signed")]
    LeftOut,
    /// A checkpoint is not in order.
    #[error("the checkpoint: {0}")]
    Checkpoint(NotANote),
    /// A checkpoint is of another log.
    #[error("the checkpoint is of {0:?}")]
    OtherOrigin(String),
    /// A line has no newline at its end.
    #[error("the line is cut off")]
    CutOff,
    /// A line is not the next one.
    #[error("{0}")]
    Broken(Broken),
    /// The log has fewer lines than its checkpoint.
    #[error("lines here: {records}; lines in its checkpoint: {size}")]
    Dropped {
        /// Lines here.
        records: u64,
        /// Lines of the checkpoint.
        size: u64,
    },
    /// The lines are not those of the checkpoint.
    #[error("the lines up to number {size} are not those of the checkpoint")]
    OtherRoot {
        /// Lines of the checkpoint.
        size: u64,
    },
    /// Some lines are under no checkpoint yet.
    #[error("not yet under a checkpoint, from here to the end (lines: {records})")]
    Beyond {
        /// How many.
        records: u64,
    },
    /// The log, or its checkpoint, has fewer lines than a kept checkpoint.
    #[error("lines here: {records}; lines in the checkpoint that you kept: {size}")]
    RolledBack {
        /// Lines here.
        records: u64,
        /// Lines of the kept checkpoint.
        size: u64,
    },
    /// The first lines are not those of a kept checkpoint.
    #[error("the lines up to number {size} are not those of the checkpoint that you kept")]
    Rewritten {
        /// Lines of the kept checkpoint.
        size: u64,
    },
    /// Two signed checkpoints tell two pasts.
    #[error("two signed checkpoints of size {size} differ")]
    Fork {
        /// Their lines.
        size: u64,
    },
    /// A line of the keys is not as it is written, or not in order.
    #[error("it is no key, or stands out of order")]
    NoKeyLine,
    /// A key is for no line here, or for one that is not sealed.
    #[error("it is for line {number} of the log {log:?}, which is not sealed or not here")]
    KeyForNothing {
        /// The log.
        log: String,
        /// The number of the line.
        number: u64,
    },
    /// A key does not open its line.
    #[error("{0}")]
    Unopened(Unopened),
}

impl What {
    /// What it means for whoever relies on the record.
    pub fn meaning(&self) -> &'static str {
        match self {
            What::Missing | What::LeftOut => {
                "Something is withheld from you, or the export was copied in part."
            }
            What::Strange | What::Added => "It is not the room's word. Do not rely on it.",
            What::NoText | What::NoRoom | What::CutOff | What::NoKeyLine => {
                "The file was damaged or changed by hand."
            }
            What::OtherFormat(_) => "A newer program wrote it. Check it with that one.",
            What::NoKey(_) | What::OtherKey => {
                "This is another room, or somebody else's work in this room's name. Ask the room's operator for the key by \
                 another way."
            }
            What::Manifest(_) | What::NoManifest => {
                "The room did not sign these files as an export. What the checkpoints cover can still be trusted."
            }
            What::Changed => "The file was changed after it left the room.",
            What::Checkpoint(_) | What::OtherOrigin(_) => {
                "The room did not sign this log as it lies here, or the checkpoint was damaged."
            }
            What::Broken(_) => {
                "From here on a line was changed, added, dropped or moved. Nothing after it in this file was judged."
            }
            What::Dropped { .. } => "Lines were dropped from the end.",
            What::OtherRoot { .. } => "A line up to there was changed after the room signed them.",
            What::Beyond { .. } => {
                "They hang together, and nothing proves yet that they will stand. Ask for a newer checkpoint."
            }
            What::RolledBack { .. } => {
                "The room told you more earlier than it tells now: entries were taken back."
            }
            What::Rewritten { .. } => "The room's past was rewritten after you received your checkpoint.",
            What::Fork { .. } => {
                "The room's key has signed two pasts. Both checkpoints together prove it to anybody: keep them."
            }
            What::KeyForNothing { .. } | What::Unopened(_) => {
                "The keys do not belong to this record, or a note was never what its reader is told now."
            }
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}. {}", self.what, self.what.meaning())
    }
}
