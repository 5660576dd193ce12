//! A cell that came back beside the cell that was sent.

use onetext_document::Style;
use onetext_model::{Entry, EntryId, Fact, PartyId, View};

use super::super::marked::{folded, remaining};
use super::super::{Told, rows};

/// Whether a cell says nothing.
pub(super) fn is_blank(text: &str) -> bool {
    matches!(text.trim(), "" | "—" | "–" | "-")
}

/// The cell as it was sent, as a line: letter, then the words that are not struck.
pub(super) fn sent(told: &Told) -> String {
    let words = remaining(&told.cell.text);
    match &told.cell.mark {
        Some(mark) => format!("{}  {words}", mark.letter).trim().to_owned(),
        None if words.is_empty() => "—".to_owned(),
        None => words,
    }
}

/// Whether a cell came back as it was sent, whatever a program did to its blanks and quotation marks. Where the reader
/// could not tell what is struck, all words together are what was sent.
pub(super) fn is_as_sent(told: &Told, text: &str) -> bool {
    let letter = told.cell.mark.as_ref().map(|mark| mark.letter.as_str());
    let words = bare(text, letter).unwrap_or_else(|| text.to_owned());
    let is_struck = told.cell.text.0.iter().any(|run| run.style == Style::Deleted);
    let all = || folded(&told.cell.text.to_words()) == folded(&words);
    (is_blank(&words) && told.cell.text.is_empty())
        || folded(&remaining(&told.cell.text)) == folded(&words)
        || (is_struck && all())
}

/// The words without the letter of a mark before them; none if they do not begin with it.
pub(super) fn bare(text: &str, letter: Option<&str>) -> Option<String> {
    let text = text.trim();
    let rest = text.strip_prefix('[').unwrap_or(text).strip_prefix(letter?)?;
    let rest = rest.strip_prefix('~').unwrap_or(rest);
    let rest = rest.strip_prefix(']').unwrap_or(rest);
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then(|| rest.trim().to_owned())
}

/// Whether a text is what a provision said before it was corrected.
pub(super) fn is_earlier_text(view: &View<'_>, provision: EntryId, text: &str) -> bool {
    view.entries().iter().filter(|entry| view.same(entry.id, provision)).any(|entry| match &entry.fact {
        Fact::Provision(earlier) => folded(&rows::words(earlier).to_words()) == folded(text),
        _ => false,
    })
}

/// The earlier wording of somebody on a provision, since replaced, that a text repeats.
pub(super) fn earlier_wording<'a>(
    view: &View<'a>,
    on: EntryId,
    by: Option<PartyId>,
    text: &str,
) -> Option<&'a Entry> {
    let is_theirs = |theirs: Option<PartyId>| match (theirs, by) {
        (Some(theirs), Some(party)) => view.same(theirs, party),
        (theirs, by) => theirs.is_none() && by.is_none(),
    };
    view.entries().iter().copied().find(|entry| match &entry.fact {
        Fact::Wording(wording) => {
            let is_replaced = view.replaced_by(entry).is_some() && !wording.text.trim().is_empty();
            is_replaced
                && view.same(wording.on, on)
                && is_theirs(wording.by)
                && folded(&wording.text) == folded(text)
        }
        _ => false,
    })
}
