//! How far each issue has got, in the words of the case's preset: a mark before its name. Always provisional.

use std::collections::BTreeMap;

use onetext_document::{Block, Cell, Mark, Pattern, Style, Text};
use onetext_model::{Entry, EntryId, Fact, Issue, PointStatus, Stated, StatusPreset, View};

use crate::blocks::cell;
use crate::opens::reasons;
use crate::words::short_date;

/// The last state of each issue.
pub(crate) struct States<'a>(BTreeMap<EntryId, State<'a>>);

struct State<'a> {
    entry: &'a Entry,
    status: &'a PointStatus,
    reopened: bool,
}

impl<'a> States<'a> {
    /// Follows the states of every point in the order in which they became known.
    pub(crate) fn of(view: &View<'a>) -> Self {
        let preset = view.settings().status_preset;
        let mut last: BTreeMap<EntryId, State<'a>> = BTreeMap::new();
        for entry in view.entries().iter().filter(|entry| !view.is_withdrawn(entry)) {
            let Fact::Status(status) = &entry.fact else { continue };
            let before =
                last.get(&view.latest(status.on.0)).and_then(|before| preset.rank(&before.status.state));
            let reopened = preset.rank(&status.state) < before;
            last.insert(view.latest(status.on.0), State { entry, status, reopened });
        }
        States(last)
    }

    /// The heading of an issue's row.
    pub(super) fn heading(&self, view: &View<'_>, issue: Stated<'_, Issue>) -> Cell {
        let name = Text::styled(issue.fact.name.clone(), Style::Strong);
        let Some(state) = self.cell(view, issue.id()) else { return cell(name, reasons(view, issue.entry)) };
        let said = format!(" ({})", state.text.to_words());
        let opens = state.opens.into_iter().chain(reasons(view, issue.entry)).collect();
        Cell { mark: state.mark, text: name.then(said, Style::Muted), opens }
    }

    /// The state of a point: "reopened, bracketed since 3 Jul". None where nobody has set one.
    pub(crate) fn cell(&self, view: &View<'_>, point: EntryId) -> Option<Cell> {
        let state = self.0.get(&point)?;
        let reopened = if state.reopened { "reopened, " } else { "" };
        let since = short_date(view, state.entry.known_at);
        let why = state.status.reason.iter().map(|why| Block::Paragraph(Text::plain(why.clone())));
        Some(Cell {
            mark: Some(mark(view.settings().status_preset, &state.status.state)),
            text: Text::plain(format!("{reopened}{} since {since}", state.status.state)),
            opens: why.chain(reasons(view, state.entry)).collect(),
        })
    }

    /// What the letters of the states mean; empty where no issue has one.
    pub(crate) fn legend(&self, view: &View<'_>) -> Text {
        if self.0.is_empty() {
            return Text::default();
        }
        let states = view.settings().status_preset.states().iter();
        let words: Vec<String> = states.map(|(word, letter)| format!("{letter} {word}")).collect();
        Text::plain(format!(" Issues: {}; all provisional.", words.join(", ")))
    }
}

/// Letter and pattern of a state: the more settled, the fuller.
fn mark(preset: StatusPreset, state: &str) -> Mark {
    let rank = preset.rank(state);
    let letter = rank.and_then(|rank| preset.states().get(rank)).map_or("?", |(_, letter)| letter);
    let pattern = match rank {
        Some(0) | None => Pattern::Outline,
        Some(1) => Pattern::Lines,
        Some(_) => Pattern::Solid,
    };
    Mark { letter: letter.to_owned(), name: state.to_owned(), pattern, stale: false }
}
