//! The drafts of a case: in their branches, with form, points, words, brackets, and what each follows.

use onetext_document::{Align, Block, Cell, Row, Section};
use onetext_model::{Draft, DraftId, Stated, TextForm, View};
use onetext_text::brackets::{Openness, openness};

use super::{drafts, first_version, form_words, provisions, text_of};
use crate::blocks::table_or_none;
use crate::opens::reasons;
use crate::words::{key, names, short_date};

/// A draft with its figures.
pub(crate) struct Listed<'a> {
    pub(crate) draft: Stated<'a, Draft>,
    /// How open it is; none where there is no text.
    pub(crate) open: Option<Openness>,
}

/// All drafts with their figures, in their order.
pub(crate) fn listed<'a>(view: &View<'a>) -> Vec<Listed<'a>> {
    let figures = |draft: &Stated<'a, Draft>| {
        let text = text_of(view, DraftId(draft.id()));
        (!text.draft.provisions.is_empty()).then(|| openness(&text.draft))
    };
    drafts(view).into_iter().map(|draft| Listed { open: figures(&draft), draft }).collect()
}

/// The list as a section.
pub(crate) fn section(view: &View<'_>, listed: &[Listed<'_>]) -> Section {
    let headings = [
        ("Draft", 7),
        ("Known", 2),
        ("Follows", 4),
        ("By", 4),
        ("Form", 3),
        ("Points", 1),
        ("Words", 1),
        ("Brackets", 1),
        ("Outermost", 1),
        ("Options", 1),
    ];
    let rows = listed.iter().map(|one| row(view, one)).collect();
    let mut section = table_or_none("list", "Drafts", &headings, rows);
    for block in &mut section.blocks {
        if let Block::Table(table) = block {
            for column in table.columns.iter_mut().skip(5) {
                column.align = Align::End;
            }
        }
    }
    section
}

fn row(view: &View<'_>, listed: &Listed<'_>) -> Row {
    let Listed { draft, open } = listed;
    let fact = draft.fact;
    let branch = if fact.branch { "branch: " } else { "" };
    let title = format!("{branch}{} ({})", fact.title, key(view, draft.id()));
    let follows: Vec<String> = fact
        .after
        .iter()
        .filter_map(|id| view.find::<Draft>(*id))
        .map(|earlier| earlier.fact.title.clone())
        .collect();
    let points = match fact.points {
        Some(points) => points.to_string(),
        None => match provisions(view, DraftId(draft.id())).len() {
            0 => String::new(),
            number => number.to_string(),
        },
    };
    let form = match fact.form {
        TextForm::Summary => form_words(fact.form),
        other => other.said(),
    };
    let figure = |of: fn(&Openness) -> usize| {
        Cell::new(open.as_ref().map_or_else(String::new, |open| of(open).to_string()))
    };
    Row {
        key: key(view, draft.id()),
        cells: vec![
            Cell { mark: None, text: title.into(), opens: reasons(view, draft.entry) },
            Cell::new(short_date(view, first_version(view, draft.entry).known_at)),
            Cell::new(follows.join(", ")),
            Cell::new(names(view, &fact.authors)),
            Cell::new(form),
            Cell::new(points),
            figure(|open| open.words),
            figure(|open| open.brackets),
            figure(|open| open.outermost),
            figure(|open| open.options),
        ],
    }
}
