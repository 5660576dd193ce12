//! The table as a sheet to be filled in. A party's cell holds the words that it proposes, with what is new in them set
//! apart and nothing struck: whatever is typed there is the wording, and a reader of sheets that sees no formatting reads
//! the same words.

use onetext_document::{Direction, Style, Table, Text};
use onetext_model::{Draft, DraftId, TextForm, View};

use super::marked::without_struck;
use super::{Asked, SUMMARY, Told, foot, gather, layout};
use crate::head;

/// A table for a spreadsheet, with what its pages carry.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The table.
    pub table: Table,
    /// The title of the file.
    pub title: String,
    /// The line at the foot of every page.
    pub foot: String,
    /// The direction in which the columns run.
    pub direction: Direction,
}

/// The table of a draft as a sheet; none where the draft is not on file.
pub fn sheet(view: &View<'_>, draft: DraftId, asked: &Asked) -> Option<Sheet> {
    let draft = view.find::<Draft>(draft)?;
    let mut gathered = gather(view, draft, asked);
    for told in gathered.lines.iter_mut().flat_map(|line| &mut line.cells) {
        *told = for_sheet(std::mem::take(told));
    }
    let mut table = layout::wide(view, &gathered);
    for number in table.rows.iter_mut().filter_map(|row| row.cells.first_mut()) {
        // The pattern of a mark would fill the whole height of the row.
        if let Some(mark) = number.mark.take() {
            number.text = Text::plain(format!("{}  {}", mark.letter, number.text.to_words()));
        }
    }
    // A sheet has no head: what every reader must see stands below the rows.
    let notices = head::document(view, "table", "").notices.into_iter();
    let summary = (draft.fact.form == TextForm::Summary).then(|| Text::plain(SUMMARY));
    for notice in notices.chain(summary) {
        table.legend = table.legend.then(" ", Style::Plain).join(notice);
    }
    let title = format!("{}: table of wordings", view.settings().title);
    let language = draft.fact.language.as_ref().unwrap_or(&view.settings().language);
    Some(Sheet { table, title, foot: foot(view, draft, asked), direction: head::direction(language) })
}

fn for_sheet(mut told: Told) -> Told {
    told.cell.text = without_struck(told.cell.text);
    told
}
