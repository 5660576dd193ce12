//! What a check says in the end: log by log, what was found, and how far the reader can rely on it.

use std::fmt;

use super::finding::Finding;

/// What was seen of one log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogReport {
    /// Its name.
    pub log: String,
    /// How many lines hang together from the first.
    pub lines: u64,
    /// How many of them were open, or opened with a key.
    pub read: u64,
    /// How many have no key here: not for this reader, or destroyed.
    pub sealed: u64,
    /// How many lines the room has signed, by the checkpoint in the export.
    pub checkpoint: Option<u64>,
    /// How many lines stand as they stood in a checkpoint that the reader kept; the largest such.
    pub kept: Option<u64>,
}

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The room, as the export says.
    pub room: String,
    /// The key that was used for the check, as text.
    pub verifier: String,
    /// Whether the reader knew the key beforehand.
    pub is_pinned: bool,
    /// How many of the checkpoints that the reader kept are of this room.
    pub compared: usize,
    /// The logs.
    pub logs: Vec<LogReport>,
    /// What is not as it should be.
    pub findings: Vec<Finding>,
    /// How many findings more there were than are kept.
    pub findings_left_out: u64,
}

impl Report {
    /// Whether everything is as it should be, as far as can be seen with what the reader kept.
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }

    /// What this check could not have found, for want of something that the reader kept.
    pub fn caution(&self) -> Option<&'static str> {
        let all_compared = !self.logs.is_empty() && self.logs.iter().all(|log| log.kept.is_some());
        match (self.is_pinned, all_compared) {
            (true, true) => None,
            (true, false) => Some(
                "Not every log was compared with a checkpoint kept outside the room. Whoever has the signing key could \
                 have made such a log anew, as a whole. Keep the checkpoints of this export for the next time.",
            ),
            (false, true) => Some(
                "You gave no key: the one in the export was used. It has signed the checkpoints that you kept, too.",
            ),
            (false, false) => Some(
                "You gave no key, and not every log was compared with a checkpoint kept outside the room. All of this could \
                 have been made anew by whoever has the signing key, and the key itself is only what the export says. Ask \
                 the room's operator for it by another way, and keep the checkpoints of this export for the next time.",
            ),
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Room {}, key {}", self.room, self.verifier)?;
        for log in &self.logs {
            writeln!(f, "{log}")?;
        }
        for finding in &self.findings {
            writeln!(f, "{finding}")?;
        }
        if self.findings_left_out > 0 {
            writeln!(f, "{} findings more are not listed.", self.findings_left_out)?;
        }
        match self.findings.len() {
            0 => writeln!(f, "Everything fits together.")?,
            1 => writeln!(f, "1 finding.")?,
            several => writeln!(f, "{several} findings.")?,
        }
        self.caution().map_or(Ok(()), |caution| writeln!(f, "{caution}"))
    }
}

impl fmt::Display for LogReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let LogReport { log, lines, read, sealed, .. } = self;
        write!(f, "{log}: lines {lines}, read {read}, sealed or destroyed {sealed}; ")?;
        match self.checkpoint {
            Some(size) => write!(f, "last checkpoint at {size}; ")?,
            None => write!(f, "no checkpoint; ")?,
        }
        match self.kept {
            Some(size) => write!(f, "as you knew it up to {size}"),
            None => write!(f, "compared with nothing that you kept"),
        }
    }
}
