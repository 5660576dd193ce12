//! Every way in which a text arrives: bytes in, a draft and remarks out. What a file is, is told by what stands in it,
//! and by its name only where that does not tell.
//!
//! Nothing is fetched, nothing is written, nothing in a file is run. Every reader has limits and refuses what two
//! programs would read as two texts.

mod akoma;
mod docx;
mod error;
mod format;
mod html;
mod package;
#[cfg(feature = "pdf")]
mod pdf;
mod remark;
mod sentence;
mod xml;

use serde::{Deserialize, Serialize};

pub use error::ImportError;
pub use format::Format;
pub use remark::{EXCERPT_MAX, Remark, Severity, Spot, What};

use crate::draft::{Draft, read_markdown, read_plain};
use crate::manuscript::Manuscript;

/// Largest file that is read: a treaty of a thousand pages with pictures.
pub const FILE_BYTES_MAX: usize = 20 << 20;

/// Whom and what a file names besides its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// Who wrote it.
    pub author: Option<String>,
    /// Who saved it last.
    pub last_editor: Option<String>,
    /// When it was made, as the file says.
    pub created: Option<String>,
    /// When it was saved last, as the file says.
    pub modified: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// The organisation.
    pub company: Option<String>,
    /// Anything else that could name somebody, with what the file calls it.
    pub others: Vec<(String, String)>,
}

/// A file read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// What sort of file it was.
    pub format: Format,
    /// What it says; where changes are tracked, with all of them taken.
    pub draft: Draft,
    /// With its tracked changes, where the format has them.
    pub manuscript: Option<Manuscript>,
    /// Whom the file names.
    pub metadata: Metadata,
    /// What was remarked.
    pub findings: Vec<Remark>,
}

/// Reads a file.
///
/// ```
/// use onetext_text::import::{Format, read};
/// let reading = read(b"1. The Parties shall cease fire.\n", "plan.txt").unwrap();
/// assert_eq!(reading.format, Format::Plain);
/// assert_eq!(reading.draft.provisions[0].key, "p1");
/// ```
pub fn read(bytes: &[u8], name: &str) -> Result<Reading, ImportError> {
    if bytes.len() > FILE_BYTES_MAX {
        return Err(ImportError::TooMuch {
            what: "bytes".to_owned(),
            found: bytes.len(),
            limit: FILE_BYTES_MAX,
        });
    }
    let format = Format::of(bytes, name)?;
    let mut reading = match format {
        Format::Docx => docx::read(bytes)?,
        Format::Html => html::read(bytes)?,
        Format::AkomaNtoso => akoma::read(bytes)?,
        #[cfg(feature = "pdf")]
        Format::Pdf => pdf::read(bytes)?,
        #[cfg(not(feature = "pdf"))]
        Format::Pdf => return Err(ImportError::Unknown("PDF, without the reader for it".to_owned())),
        Format::Markdown | Format::Plain => written(bytes, format)?,
    };
    reading.findings.extend(crate::tricks::look(&reading.draft));
    let is_empty = reading.draft.provisions.is_empty() && reading.draft.title.is_empty();
    // What there is to be known of a file without words is told.
    if is_empty && reading.findings.is_empty() && reading.manuscript.is_none() {
        return Err(ImportError::NoText);
    }
    Ok(reading)
}

/// Markdown and plain text.
fn written(bytes: &[u8], format: Format) -> Result<Reading, ImportError> {
    let (text, findings) = format::decoded(bytes)?;
    let draft = if format == Format::Markdown { read_markdown(&text) } else { read_plain(&text) };
    Ok(Reading { format, draft, manuscript: None, metadata: Metadata::default(), findings })
}
