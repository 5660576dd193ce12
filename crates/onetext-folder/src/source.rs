//! A file's text with the places in it: from byte offsets to line, column and excerpt.

use onetext_model::{Audience, Finding, Place, Reason, Severity};

/// Characters of an excerpt: one line of a terminal.
const EXCERPT_CHARACTERS_MAX: usize = 100;

/// A text file of the folder.
#[derive(Clone, Copy)]
pub(crate) struct Source<'t> {
    pub(crate) path: &'t str,
    pub(crate) text: &'t str,
}

impl<'t> Source<'t> {
    /// Reads bytes as UTF-8; a byte order mark is passed over.
    pub(crate) fn new(path: &'t str, bytes: &'t [u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        Some(Source { path, text: text.strip_prefix('\u{feff}').unwrap_or(text) })
    }

    /// The place of a byte offset.
    pub(crate) fn place(&self, offset: usize) -> Place {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &self.text[..offset];
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line_text = self.text[start..].lines().next().unwrap_or("");
        Place {
            file: self.path.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before[start..].chars().count() + 1,
            excerpt: line_text.trim_end().chars().take(EXCERPT_CHARACTERS_MAX).collect(),
        }
    }

    /// An error at a byte offset.
    pub(crate) fn error(&self, offset: usize, audience: &Audience, reason: Reason) -> Finding {
        Finding {
            severity: Severity::Error,
            place: Some(self.place(offset)),
            entry: None,
            audience: audience.clone(),
            reason,
        }
    }
}

/// A finding about a file as a whole.
pub(crate) fn whole_file(path: &str, severity: Severity, audience: Audience, reason: Reason) -> Finding {
    let place = Some(Place { file: path.to_owned(), line: 1, column: 1, excerpt: String::new() });
    Finding { severity, place, entry: None, audience, reason }
}
