//! Why a file cannot be read at all.

/// Nothing could be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// It is no format that is read.
    #[error("it is no text that can be read ({0}): save it as DOCX, PDF, HTML, Markdown or plain text")]
    Unknown(String),
    /// The letters cannot be read.
    #[error("it is not text in UTF-8: save it as UTF-8, Markdown or plain text")]
    NotUtf8,
    /// The package of a word processor's file is not sound.
    #[error("the package of the file is not sound: {0}. Open it in a word processor and save it anew")]
    Package(String),
    /// A PDF that is not sound.
    #[error("the PDF is not sound: {0}. Print it to a new PDF, or ask for the text as DOCX")]
    Pdf(String),
    /// It is locked.
    #[error("it is encrypted: save it without a password")]
    Encrypted,
    /// A part in XML is not sound.
    #[error("{part} cannot be read: {what}")]
    Xml {
        /// Which part.
        part: String,
        /// Why.
        what: String,
    },
    /// More than is read.
    #[error("there are {found} {what}; the limit is {limit}")]
    TooMuch {
        /// Of what.
        what: String,
        /// How many.
        found: usize,
        /// How many there may be.
        limit: usize,
    },
    /// There is no text in it.
    #[error("it holds no text")]
    NoText,
}

impl ImportError {
    /// A part in XML that is not sound.
    pub(super) fn xml(part: &str, what: &str) -> ImportError {
        ImportError::Xml { part: part.to_owned(), what: what.to_owned() }
    }
}
