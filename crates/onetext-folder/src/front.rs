//! Front matter: the TOML between two lines `+++` at the head of a Markdown file.

use onetext_model::{Audience, Finding, Reason};

use crate::source::Source;

const FENCE: &str = "+++";

/// A Markdown file in its two parts.
pub(crate) struct Front<'t> {
    /// The whole file with everything after the front matter blanked: offsets stay those of the file.
    pub(crate) toml: String,
    /// Where the body begins.
    pub(crate) body_start: usize,
    pub(crate) body: &'t str,
}

/// Splits a file at its fences.
pub(crate) fn split<'t>(source: Source<'t>, audience: &Audience) -> Result<Front<'t>, Box<Finding>> {
    let missing = |offset| {
        let words = "the file must begin with a line +++, then keys, then another line +++".to_owned();
        Box::new(source.error(offset, audience, Reason::Unreadable(words)))
    };
    let text = source.text;
    let first = text.lines().next().unwrap_or("");
    if first.trim_end() != FENCE {
        return Err(missing(0));
    }
    let keys_start = first.len() + text[first.len()..].find('\n').ok_or_else(|| missing(0))? + 1;
    let mut offset = keys_start;
    for line in text[keys_start..].split_inclusive('\n') {
        if line.trim_end() == FENCE {
            let body_start = offset + line.len();
            let toml = format!("{}{}", " ".repeat(keys_start), &text[keys_start..offset]);
            // The blanks stand for the first fence, newline included, so that lines are counted from the file.
            return Ok(Front { toml, body_start, body: &text[body_start..] });
        }
        offset += line.len();
    }
    Err(missing(0))
}
