//! The rows of the table: the provisions of the draft in their order, each with a number that it keeps.

use std::fmt;

use onetext_document::{Cell, Style, Text};
use onetext_model::{Draft, DraftId, EntryId, PartyId, Provision, Stated, TextForm, View};
use sha2::{Digest, Sha256};

use super::marked::flowed;
use crate::opens::reasons;
use crate::texts::{CaseLines, number_order, provisions, row_of, rows};

/// Said in the draft's column where a row is an insertion.
pub(super) const NOT_IN_DRAFT: &str = "not in the draft";

/// A provision as a row.
pub(super) struct Source<'a> {
    /// The provision.
    pub(super) stated: Stated<'a, Provision>,
    /// The number of its row.
    pub(super) number: String,
    /// Its text, with the lines joined that only the file parts.
    pub(super) text: String,
    /// Whether the text is the draft's own, so that changes can be marked against it.
    pub(super) is_verbatim: bool,
    /// Whose insertion it is: the draft has nothing here, and the text above is empty.
    pub(super) inserted_by: Option<Vec<PartyId>>,
}

impl Source<'_> {
    /// The cell of the draft's own column: number and heading, then the text.
    pub(super) fn cell(&self, view: &View<'_>) -> Cell {
        if self.inserted_by.is_some() {
            return Cell::new(Text::styled(NOT_IN_DRAFT, Style::Muted));
        }
        let text = words(self.stated.fact);
        Cell { mark: None, text, opens: reasons(view, self.stated.entry) }
    }
}

/// Number and heading, then the text.
pub(super) fn words(provision: &Provision) -> Text {
    let heading = provision.heading.as_ref().map_or_else(String::new, |heading| format!(" {heading}"));
    let label = format!("{}.{heading}", provision.number.trim_end_matches('.'));
    let parting = if provision.heading.is_some() { "\n" } else { " " };
    let (label, text) = (Text::styled(label, Style::Strong), flowed(&provision.text));
    if text.is_empty() { label } else { label.then(format!("{parting}{text}"), Style::Plain) }
}

/// The rows of a draft.
pub(super) fn sources<'a>(view: &View<'a>, draft: Stated<'a, Draft>) -> Vec<Source<'a>> {
    let rows = rows(view, &CaseLines::of(view));
    let numbered = |stated: Stated<'a, Provision>| Source {
        stated,
        number: row_of(&rows, stated.id()).to_owned(),
        text: flowed(&stated.fact.text),
        is_verbatim: draft.fact.form == TextForm::Verbatim,
        inserted_by: None,
    };
    provisions(view, DraftId(draft.id())).into_iter().map(numbered).collect()
}

/// The counter-texts to a draft.
pub(super) fn branches<'a>(view: &View<'a>, draft: EntryId) -> Vec<Stated<'a, Draft>> {
    let is_branch = |other: &Stated<'a, Draft>| {
        other.fact.branch && other.fact.after.iter().any(|after| view.same(*after, draft))
    };
    view.each::<Draft>().filter(is_branch).collect()
}

/// The digest of what the provisions say, in hexadecimal letters.
pub(super) fn digest(provisions: &[Stated<'_, Provision>]) -> String {
    let mut hash = Sha256::new();
    for provision in provisions {
        let parts =
            [Some(&provision.fact.number), provision.fact.heading.as_ref(), Some(&provision.fact.text)];
        for part in parts {
            hash.update(part.map_or(&[][..], |words| words.as_bytes()));
            hash.update([0]);
        }
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Rows from one number to another: "3-7", or one alone: "47a".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    from: String,
    to: String,
}

impl fmt::Display for Rows {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.from == self.to { self.from.fmt(out) } else { write!(out, "{}–{}", self.from, self.to) }
    }
}

impl Rows {
    /// Reads "3-7" or "47a".
    pub fn parse(text: &str) -> Option<Rows> {
        let (from, to) = text.split_once(['-', '–']).unwrap_or((text, text));
        let (from, to) = (from.trim(), to.trim());
        let is_number = |number: &str| number.starts_with(|first: char| first.is_ascii_digit());
        (is_number(from) && is_number(to)).then(|| Rows { from: from.to_owned(), to: to.to_owned() })
    }

    /// Whether a row is among them: what was inserted after the last one ("7a" of "3-7") is.
    pub(super) fn hold(&self, number: &str) -> bool {
        let is_inserted = |after: &str| after.starts_with(|first: char| first.is_alphabetic());
        let is_after_last = self.from != self.to && number.strip_prefix(&self.to).is_some_and(is_inserted);
        number_order(&self.from, number).is_le() && (number_order(number, &self.to).is_le() || is_after_last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_named_as_people_count() {
        for (asked, held, not) in [
            ("3-7", vec!["3", "4a", "7", "7a"], vec!["2", "8", "30"]),
            ("47a", vec!["47a"], vec!["47", "47b"]),
            ("9–10", vec!["9", "10"], vec!["1", "100"]),
        ] {
            let rows = Rows::parse(asked).expect("rows");
            assert!(held.iter().all(|number| rows.hold(number)), "{asked}");
            assert!(!not.iter().any(|number| rows.hold(number)), "{asked}");
        }
        assert_eq!(Rows::parse("all"), None);
    }
}
