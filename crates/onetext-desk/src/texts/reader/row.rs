//! A row of the reader: number, lineage line and text of a provision; and what is gone.

use std::collections::BTreeSet;

use onetext_document::{Cell, Row, Style, Text};
use onetext_model::{EntryId, Provision};

use super::Reading;
use super::changes::{Changes, words};
use super::margin::Margin;
use crate::drafts::marked;
use crate::words::key;

/// Behind what the program proposes and nobody has confirmed.
const PROPOSED: &str = "?";
/// Behind what a person confirmed.
const CONFIRMED: &str = "✓";

impl Reading<'_, '_> {
    /// A provision; an article that only holds others has nothing but its heading.
    pub(super) fn row(
        &self,
        place: usize,
        changes: Option<&Changes>,
        is_marked: bool,
        margin: &Margin,
    ) -> Row {
        let number = Cell::new(Text::styled(self.case.number(self.at, place), Style::Strong));
        let Some(id) = self.case.provision(self.at, place) else {
            let heading = self.case.texts[self.at].draft.provisions[place].heading.clone();
            let cells = vec![number, Cell::new(Text::styled(heading, Style::Strong)), Cell::default()];
            return Row { key: format!("article-{}", self.case.number(self.at, place)), cells };
        };
        let told = self.line(place, changes);
        let mut lines = if told.is_empty() { Vec::new() } else { vec![told] };
        let heading = self.view.find::<Provision>(id).and_then(|own| own.fact.heading.clone());
        lines.extend(heading.map(|heading| Text::styled(heading, Style::Strong)));
        let pieces = changes.filter(|_| is_marked).map(|changes| changes.of.get(&place));
        let text = match pieces {
            Some(Some((_, pieces))) => marked(pieces),
            Some(None) => Text::styled(words(self.view, self.case, self.at, place), Style::Inserted),
            None => Text::plain(words(self.view, self.case, self.at, place)),
        };
        lines.push(text);
        let cells = vec![number, Cell::new(joined(lines)), Cell::new(margin.beside(id))];
        Row { key: key(self.view, EntryId::from(id)), cells }
    }

    /// A provision of the draft before that is gone.
    pub(super) fn dropped(&self, place: usize) -> Row {
        let earlier = self.against.unwrap_or(self.at);
        let number = self.case.number(earlier, place);
        let id = self.case.provision(earlier, place);
        let name =
            id.map_or_else(|| Text::plain(number), |id| Text::entry(number, EntryId::from(id).to_string()));
        let told = Text::styled(format!("dropped: of {} ", self.short(earlier)), Style::Muted).join(name);
        let gone = Text::styled(words(self.view, self.case, earlier, place), Style::Deleted);
        let cells = vec![Cell::default(), Cell::new(joined(vec![told, gone])), Cell::default()];
        Row { key: format!("dropped-{number}"), cells }
    }

    /// What happened on the way here, and the numbers in every other draft.
    fn line(&self, place: usize, changes: Option<&Changes>) -> Text {
        let mut text = Text::default();
        if let Some(told) = changes.and_then(|changes| Some(&changes.edges[changes.of.get(&place)?.0])) {
            let sign = if told.confirmed.is_some() { CONFIRMED } else { PROPOSED };
            text = text.then(format!("{} {sign}", told.edge.status.word()), Style::Emphasis);
        }
        for draft in (0..self.case.drafts.len()).filter(|draft| *draft != self.at) {
            let mut places: BTreeSet<usize> = self.case.lines.before(self.at, place, draft);
            places.extend(self.case.lines.after(self.at, place, draft));
            if places.is_empty() {
                continue;
            }
            let parting = if text.is_empty() { "" } else { " · " };
            text = text.then(format!("{parting}{} ", self.short(draft)), Style::Muted);
            for (turn, other) in places.iter().enumerate() {
                if turn > 0 {
                    text = text.then("+", Style::Muted);
                }
                let number = self.case.number(draft, *other);
                text = match self.case.provision(draft, *other) {
                    Some(id) => text.join(Text::entry(number, EntryId::from(id).to_string())),
                    None => text.then(number, Style::Muted),
                };
            }
        }
        text
    }
}

/// Texts one under the other.
pub(super) fn joined(lines: Vec<Text>) -> Text {
    let lines = lines.into_iter().filter(|line| !line.is_empty());
    lines.reduce(|text, line| text.then("\n", Style::Plain).join(line)).unwrap_or_default()
}
