//! Why a file gives no text at all.

use serde::{Deserialize, Serialize};

#[cfg(feature = "formats")]
use super::Remark;

/// Nothing could be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum FormatError {
    /// It is no format that is read here.
    #[error("it is no text that is read ({0}): give plain text, HTML, an e-mail (.eml), RSS or Atom")]
    Unknown(String),
    /// It has more bytes than are read.
    #[error("it has {found} bytes; the limit is {limit}: cut it into several files")]
    TooMuch {
        /// How many it has.
        found: usize,
        /// How many are read.
        limit: usize,
    },
    /// There are no words in it.
    #[error("there are no words in it: save the page or message anew, or paste its text into a text file")]
    Empty,
    /// The structure is not sound.
    #[error("the {what} is not sound ({why}): save it anew, or paste its text into a text file")]
    Unsound {
        /// What it is: "feed".
        what: String,
        /// Where the reader stopped.
        why: String,
    },
}

impl FormatError {
    /// A structure that is not sound; the reason is cut to one line.
    #[cfg(feature = "formats")]
    pub(super) fn unsound(what: &str, why: &str) -> FormatError {
        FormatError::Unsound { what: what.to_owned(), why: Remark::cut(why) }
    }
}
