//! Entries as JSON lines: the settings first, then one entry a line in the order of the fold. Out and in again
//! gives the same bytes.

use onetext_model::{Entry, Log, Settings};
use serde::{Deserialize, Serialize};

use crate::FORMAT;

/// Longest line that is read.
pub const LINE_BYTES_MAX: usize = 4 << 20;

/// The first line.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    onetext: u32,
    case: Settings,
}

/// Why JSON lines cannot be read: the line, from 1, and what is wrong with it.
#[derive(Debug, thiserror::Error)]
#[error("line {line}, column {column}: {what}")]
pub struct LineError {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// What is wrong.
    pub what: String,
}

/// One entry as a line, without its newline.
pub fn line(entry: &Entry) -> String {
    // An entry has string keys only and no number that JSON lacks, so this cannot fail.
    serde_json::to_string(entry).unwrap_or_default()
}

/// A case as JSON lines.
pub fn write<'e>(settings: &Settings, entries: impl IntoIterator<Item = &'e Entry>) -> String {
    let head = Head { onetext: FORMAT, case: settings.clone() };
    let mut text = serde_json::to_string(&head).unwrap_or_default();
    text.push('\n');
    for entry in entries {
        text.push_str(&line(entry));
        text.push('\n');
    }
    text
}

/// Reads JSON lines.
pub fn read(text: &str) -> Result<Log, LineError> {
    let mut lines = text.lines().enumerate();
    let (_, first) = lines.next().ok_or_else(|| wrong(0, 1, "the file is empty"))?;
    let head: Head = parse(0, first)?;
    if head.onetext > FORMAT {
        let what = format!("format {} is newer than this program ({FORMAT})", head.onetext);
        return Err(wrong(0, 1, &what));
    }
    if head.case.zone().is_none() {
        return Err(wrong(0, 1, &format!("{:?} is no IANA time zone", head.case.time_zone)));
    }
    let filled = lines.filter(|(_, line)| !line.trim().is_empty());
    let entries = filled.map(|(number, line)| parse(number, line)).collect::<Result<_, _>>()?;
    Ok(Log { settings: head.case, entries })
}

fn parse<'l, T: Deserialize<'l>>(number: usize, line: &'l str) -> Result<T, LineError> {
    if line.len() > LINE_BYTES_MAX {
        return Err(wrong(number, 1, &format!("longer than {LINE_BYTES_MAX} bytes")));
    }
    serde_json::from_str(line).map_err(|error| wrong(number, error.column(), &error.to_string()))
}

fn wrong(number: usize, column: usize, what: &str) -> LineError {
    LineError { line: number + 1, column, what: what.to_owned() }
}
