//! The draft reader: all drafts of the text on top, this one provision by provision as it differs from the one before, and
//! beside each provision what is remarked on it, what is open in it and who holds what.

mod changes;
mod margin;
mod row;
mod stages;

use onetext_document::{Block, Column, Document, Page, Row, Style, Table, Text};
use onetext_model::{Draft, DraftId, EntryId, Stated, TextForm, View};

use self::changes::Changes;
use self::margin::Margin;
use super::CaseLines;
use crate::blocks::paragraph;
use crate::drafts::summary;
use crate::head;
use crate::words::key;

/// The key of the reader's table; the keys of its rows are those of the provisions.
pub const TABLE: &str = "reader";
/// The key of the column beside the text.
pub const MARGIN: &str = "margin";

/// Said where the words are ours.
const SUMMARY: &str = "A summary in our words, not the text: it has neither a redline nor remarks of lint.";

/// How a draft is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The draft that it is compared with; the one that it follows where none is named.
    pub against: Option<DraftId>,
    /// Without the changes.
    pub clean: bool,
}

/// A draft that is being read.
struct Reading<'r, 'a> {
    view: &'r View<'a>,
    case: &'r CaseLines<'a>,
    /// Its place among the drafts with a text.
    at: usize,
    /// That of the draft that it is compared with.
    against: Option<usize>,
}

/// The key of the row of a provision.
pub fn row_key(view: &View<'_>, provision: EntryId) -> String {
    key(view, view.latest(provision))
}

/// Composes it.
pub fn compose(view: &View<'_>, draft: DraftId, asked: &Asked) -> Document {
    let Some(draft) = view.find::<Draft>(draft) else {
        return head::document(view, "draft", "draft")
            .with(paragraph("This draft is not on file, or not for this reader."));
    };
    let mut page = empty(view, draft);
    let case = CaseLines::of(view);
    page.blocks.push(stages::ribbon(view, draft));
    let Some(at) = case.place(view, draft.id()) else {
        let words = match draft.fact.form {
            TextForm::NotPublic => "The text is not public.",
            _ => "No text of it is on file.",
        };
        return page.with(paragraph(words));
    };
    let against = compared_with(view, &case, at, asked.against);
    let reading = Reading { view, case: &case, at, against };
    let changes = against.map(|earlier| Changes::between(view, &case, earlier, at));
    let is_marked = !asked.clean && against.is_some_and(|earlier| !case.is_on_summary(earlier, at));
    page.blocks.push(reading.told(changes.as_ref(), is_marked));
    let margin = Margin::of(&reading);
    page.blocks.extend(margin.of_whole());
    page.blocks.push(Block::Table(reading.table(changes.as_ref(), is_marked, &margin)));
    page
}

/// The draft that another is compared with: the one that is asked for; else the one that it follows, of several the last of
/// the main line.
pub fn compared_with(
    view: &View<'_>,
    case: &CaseLines<'_>,
    at: usize,
    asked: Option<DraftId>,
) -> Option<usize> {
    if let Some(asked) = asked {
        return case.place(view, asked).filter(|other| *other != at);
    }
    let before = case.to(at).map(|step| step.earlier);
    before.min_by_key(|earlier| (case.drafts[*earlier].fact.branch, usize::MAX - earlier))
}

fn empty(view: &View<'_>, draft: Stated<'_, Draft>) -> Document {
    let mut page = head::document(view, "draft", &draft.fact.title);
    page.page = Page::Landscape;
    if let Some(language) = &draft.fact.language {
        page.language.clone_from(language);
        page.direction = head::direction(language);
    }
    if draft.fact.form == TextForm::Summary {
        page.notices.push(Text::styled(SUMMARY, Style::Strong));
    }
    page
}

impl Reading<'_, '_> {
    /// With what it is compared, and how much changed.
    fn told(&self, changes: Option<&Changes>, is_marked: bool) -> Block {
        let (Some(changes), Some(earlier)) = (changes, self.against) else {
            return paragraph("It is compared with no other draft.");
        };
        let title = self.case.drafts[earlier].fact.title.clone();
        let on = if self.case.is_on_summary(earlier, self.at) {
            format!(" ({})", super::ON_OUR_SUMMARY)
        } else {
            String::new()
        };
        let mut text = Text::plain(format!("From {title}{on}: "));
        if let Block::Paragraph(counted) =
            summary(&changes.edges.iter().map(|told| &told.edge).collect::<Vec<_>>())
        {
            text = text.join(counted);
        }
        if is_marked {
            let (put_in, taken_out) = changes.words();
            text = text.then(format!(" {put_in} words put in, {taken_out} taken out."), Style::Plain);
        }
        Block::Paragraph(text)
    }

    fn table(&self, changes: Option<&Changes>, is_marked: bool, margin: &Margin) -> Table {
        let shown = changes.filter(|_| is_marked);
        let mut rows: Vec<Row> = Vec::new();
        let gone = |after: Option<usize>| {
            let all = shown.map_or(&[][..], |changes| &changes.dropped);
            all.iter().filter(move |(stood, _)| *stood == after).map(|(_, place)| self.dropped(*place))
        };
        rows.extend(gone(None));
        for place in 0..self.case.texts[self.at].of.len() {
            rows.push(self.row(place, changes, is_marked, margin));
            rows.extend(gone(Some(place)));
        }
        let columns = vec![
            Column::new("number", "No.", 1).heading(),
            Column::new("text", "Text", 11),
            Column::new(MARGIN, "In the margin", 7),
        ];
        let title = &self.case.drafts[self.at].fact.title;
        let caption = Text::plain(format!("{title}, provision by provision"));
        Table { key: TABLE.to_owned(), caption, columns, rows, legend: margin.legend() }
    }

    /// What a draft is called in a line: its label, or its title where it has none.
    fn short(&self, draft: usize) -> String {
        let stated = self.case.drafts[draft];
        match self.view.label(stated.id()) {
            Some(_) => key(self.view, stated.id()),
            None => stated.fact.title.clone(),
        }
    }
}
