//! The ribbon on top: the drafts of a text in their branches, the one that is read among them.

use onetext_document::{Block, Stage, Strip, Style, Text};
use onetext_model::{Draft, EntryId, Stated, View};
use onetext_text::brackets::openness;

use super::super::{drafts, first_version, form_words, text_of};
use crate::words::{count, date, key};

/// The drafts of the same text; each but the one that is read leads to its own reader.
pub(super) fn ribbon(view: &View<'_>, read: Stated<'_, Draft>) -> Block {
    let instrument = |draft: &Stated<'_, Draft>| draft.fact.instrument.map(|id| view.latest(id.0));
    let own = instrument(&read);
    let all: Vec<Stated<'_, Draft>> =
        drafts(view).into_iter().filter(|draft| instrument(draft) == own).collect();
    let place = |id: EntryId| all.iter().position(|draft| draft.id() == view.latest(id));
    let stages = all.iter().enumerate().map(|(at, draft)| Stage {
        key: format!("stage-{}", key(view, draft.id())),
        head: Text::plain(draft.fact.points.map_or_else(String::new, |points| points.to_string())),
        title: title(draft, read.id()),
        lines: lines(view, draft, read.id()),
        after: draft.fact.after.iter().filter_map(|id| place(id.0)).filter(|earlier| *earlier < at).collect(),
        branch: draft.fact.branch,
        opens: Vec::new(),
    });
    Block::Strip(Strip { key: "drafts".to_owned(), stages: stages.collect() })
}

fn title(draft: &Stated<'_, Draft>, read: EntryId) -> Text {
    if draft.id() == read {
        return Text::styled(draft.fact.title.clone(), Style::Strong);
    }
    Text::entry(draft.fact.title.clone(), draft.id().to_string())
}

fn lines(view: &View<'_>, draft: &Stated<'_, Draft>, read: EntryId) -> Vec<Text> {
    let mut lines = Vec::new();
    if draft.id() == read {
        lines.push(Text::styled("read here", Style::Strong));
    }
    let day = date(view.day(first_version(view, draft.entry).known_at));
    lines.push(Text::styled(day, Style::Muted));
    let form = form_words(draft.fact.form);
    if !form.is_empty() {
        lines.push(Text::styled(form, Style::Emphasis));
    }
    let text = text_of(view, onetext_model::DraftId(draft.id()));
    if !text.draft.provisions.is_empty() {
        let open = openness(&text.draft);
        lines.push(Text::plain(format!(
            "{}, {}",
            count(open.words, "word"),
            count(open.brackets, "bracket")
        )));
    }
    lines
}
