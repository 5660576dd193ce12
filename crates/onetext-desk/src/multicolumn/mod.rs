//! The multi-column table: one row a provision; its text in the draft, what each party proposes instead, and the
//! mediator's compromise. As a document for people, as a sheet to be filled in, and back in as proposals.

mod beside;
mod bracketed;
mod columns;
mod insertions;
mod layout;
mod marked;
pub mod plain;
mod returned;
mod rows;
mod said;
mod sheet;
mod sides;
mod stacked;

use onetext_document::{Block, Cell, Document, Mark, Page, Style, Text};
use onetext_model::{Draft, DraftId, EntryId, PartyId, Stated, TextForm, View, Wording};

use crate::blocks::paragraph;
use crate::head;
use crate::texts::provisions;
use crate::words::{date, key};

pub use columns::{COMPROMISE, NUMBER};
pub(crate) use marked::flowed;
pub use returned::{Proposal, Proposed, Remark, Returned, Sender, has_heading, read_rows};
pub use rows::Rows;
pub use sheet::{Sheet, sheet};

/// Letters of a digest that are printed: enough to tell versions apart by eye.
const DIGEST_LETTERS: usize = 12;

/// What of the table is wanted, beside the draft.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Other drafts as further columns.
    pub beside: Vec<DraftId>,
    /// Only these rows.
    pub rows: Option<Rows>,
    /// The number of the copy, for the foot.
    pub copy: Option<String>,
}

/// The table before it is laid out: the same for paper, sheet and what comes back.
struct Multicolumn {
    /// The heading of the column of numbers: which rows, where not all are there.
    number_title: String,
    columns: Vec<Column>,
    lines: Vec<Line>,
}

/// A column beside that of the numbers.
struct Column {
    /// The stable name of the column.
    key: String,
    /// Its heading.
    title: Text,
    /// Whose words stand in it.
    of: Whose,
}

/// Whose words stand in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    /// The draft's.
    Source,
    /// Another draft's.
    Beside(DraftId),
    /// A party's.
    Party(PartyId),
    /// The mediator's.
    Compromise,
}

/// A row of the table.
struct Line {
    /// The stable name of the row.
    key: String,
    /// The provision on which wordings are written.
    provision: EntryId,
    /// Its permanent number.
    number: String,
    /// How far it has got.
    status: Option<Mark>,
    /// What opens behind the number.
    opens: Vec<Block>,
    /// A cell a column.
    cells: Vec<Told>,
}

/// What is told in a cell.
#[derive(Clone, Debug, Default)]
struct Told {
    cell: Cell,
    /// Whether the words are a wording; else a position, an answer, or nothing.
    is_wording: bool,
}

impl From<Cell> for Told {
    fn from(cell: Cell) -> Told {
        Told { cell, is_wording: false }
    }
}

/// The table of the newest draft on file.
pub fn newest(view: &View<'_>) -> Document {
    if let Some(draft) = newest_draft(view) {
        return compose(view, DraftId(draft.id()), &Asked::default());
    }
    let mut document = head::document(view, "table", "table of wordings");
    document.page = Page::Landscape;
    document.blocks.push(paragraph("No draft with a text is on file."));
    document
}

/// The newest draft on the main line that has a text; of two of one day the one with the later id.
pub fn newest_draft<'a>(view: &View<'a>) -> Option<Stated<'a, Draft>> {
    let with_text = |draft: &Stated<'a, Draft>| {
        draft.fact.form != TextForm::NotPublic && !provisions(view, DraftId(draft.id())).is_empty()
    };
    let time =
        |draft: &Stated<'a, Draft>| (!draft.fact.branch, draft.entry.known_at.start(view.zone()), draft.id());
    view.each::<Draft>().filter(with_text).max_by_key(time)
}

/// The compromise that stands for a provision: the mediator's last wording of it.
pub fn compromise_on<'a>(view: &View<'a>, provision: EntryId) -> Option<Stated<'a, Wording>> {
    view.each::<Wording>().rfind(|one| one.fact.by.is_none() && view.same(one.fact.on, provision))
}

/// The table of one draft.
pub fn compose(view: &View<'_>, draft: DraftId, asked: &Asked) -> Document {
    let Some(draft) = view.find::<Draft>(draft) else { return newest_or_none(view) };
    let table = gather(view, draft, asked);
    let mut document = head::document(view, "table", &format!("table of wordings on “{}”", draft.fact.title));
    document.page = Page::Landscape;
    if let Some(language) = &draft.fact.language {
        document.language.clone_from(language);
        document.direction = head::direction(language);
    }
    if draft.fact.form == TextForm::Summary {
        document.notices.push(Text::styled(SUMMARY, Style::Strong));
    }
    document.foot = vec![Text::plain(foot(view, draft, asked))];
    document.blocks = layout::blocks(view, &table);
    document
}

/// The heading of the column of numbers.
const NUMBERS: &str = "No.";

/// Said where column 1 is not the text itself.
const SUMMARY: &str =
    "The first column is a summary in our words, not the text: changes are not marked against it.";

fn newest_or_none(view: &View<'_>) -> Document {
    let mut document = head::document(view, "table", "table of wordings");
    document.blocks.push(paragraph("This draft is not on file, or not for this reader."));
    document
}

fn gather(view: &View<'_>, draft: Stated<'_, Draft>, asked: &Asked) -> Multicolumn {
    let beside = beside::drafts(view, draft, &asked.beside);
    let sources = insertions::among(view, draft, rows::sources(view, draft), &beside);
    let said = said::Said::of(view);
    let columns = columns::columns(view, draft, &beside, &sources, &said);
    let wanted =
        |source: &&rows::Source<'_>| asked.rows.as_ref().is_none_or(|rows| rows.hold(&source.number));
    let told = sources.iter().filter(wanted);
    let lines = told.map(|source| line(view, source, &columns, (&said, &beside))).collect();
    let number_title =
        asked.rows.as_ref().map_or_else(|| NUMBERS.to_owned(), |rows| format!("{NUMBERS} {rows}"));
    Multicolumn { number_title, columns, lines }
}

fn line(
    view: &View<'_>,
    source: &rows::Source<'_>,
    columns: &[Column],
    (said, beside): (&said::Said<'_>, &[beside::Beside<'_>]),
) -> Line {
    let id = source.stated.id();
    let cells = columns.iter().map(|column| match column.of {
        Whose::Source => source.cell(view).into(),
        Whose::Beside(other) => beside::cell(view, beside, other, source).into(),
        Whose::Party(party) => sides::party(view, said, source, party),
        Whose::Compromise => sides::compromise(view, said, source),
    });
    Line {
        key: key(view, id),
        provision: id,
        number: source.number.clone(),
        status: said.status(view, id),
        opens: said.status_opens(view, id),
        cells: cells.collect(),
    }
}

/// What stands at the foot of every sheet: which text, which copy, and that nobody is bound.
fn foot(view: &View<'_>, draft: Stated<'_, Draft>, asked: &Asked) -> String {
    let copy = asked.copy.as_ref().map_or_else(String::new, |copy| format!(" · copy {copy}"));
    let title = &view.settings().title;
    let day = date(view.today());
    format!("{title} · {} · {day}{copy} · without prejudice", version(view, draft))
}

/// The draft's label and the first letters of its digest: "draft-2 9f3c51aa07d2".
fn version(view: &View<'_>, draft: Stated<'_, Draft>) -> String {
    format!("{} {}", key(view, draft.id()), digest(view, draft))
}

/// The digest of the file that the draft was read from; where there was none, of the words of its provisions.
fn digest(view: &View<'_>, draft: Stated<'_, Draft>) -> String {
    let whole =
        draft.fact.digest.clone().unwrap_or_else(|| rows::digest(&provisions(view, DraftId(draft.id()))));
    whole.chars().take(DIGEST_LETTERS).collect()
}
