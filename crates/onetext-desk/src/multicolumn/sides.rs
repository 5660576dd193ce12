//! A party's cell: its wording as changes against the draft, its position where it has none, what the draft's brackets
//! say of it; and the cell of the mediator's compromise. A cell without any of these is a dash.

use onetext_document::{Block, Cell, Style, Text};
use onetext_model::{Evidence, Party, PartyId, Position, Stance, Stated, View, Wording};
use onetext_text::brackets;

use super::Told;
use super::bracketed;
use super::marked::{flowed, folded, marked};
use super::rows::{self, Source};
use super::said::Said;
use crate::grid;
use crate::held::is_stale;
use crate::opens::reasons;

/// Said where a party accepts the text as it stands, or proposes the same words.
pub(super) const NO_CHANGE: &str = "no change";
/// Said where a party wants the provision to go.
pub(super) const NO_TEXT: &str = "no text";
/// Said of what the draft itself has as a party's proposal.
const FROM_BRACKETS: &str = " (from the brackets of the draft)";

/// What a party says of a provision.
pub(super) fn party(view: &View<'_>, said: &Said<'_>, source: &Source<'_>, party: PartyId) -> Told {
    let wordings = said.wordings(source.stated.id(), Some(party));
    let positions = said.positions(source.stated.id(), party);
    let mut told = match (wordings.last(), positions.last()) {
        (Some(wording), Some(position)) if accepts_since(view, *position, *wording) => held(view, *position),
        (Some(wording), position) => worded(view, source, *wording, position.copied()),
        (None, Some(position)) => held(view, *position),
        (None, None) => {
            return inserted(view, source, party)
                .unwrap_or_else(|| from_brackets(view, source, party).into());
        }
    };
    let behind = wordings.iter().map(|wording| wording.entry).chain(positions.iter().map(|one| one.entry));
    told.cell.opens.extend(behind.flat_map(|entry| reasons(view, entry)));
    told
}

/// The mediator's wording; a dash until there is one.
pub(super) fn compromise(view: &View<'_>, said: &Said<'_>, source: &Source<'_>) -> Told {
    let wordings = said.wordings(source.stated.id(), None);
    let Some(last) = wordings.last() else { return Told::default() };
    let mut told = worded(view, source, *last, None);
    told.cell.opens.extend(wordings.iter().flat_map(|wording| reasons(view, wording.entry)));
    told
}

/// Whether a party accepted the text as it stands after it proposed another wording.
fn accepts_since(view: &View<'_>, position: Stated<'_, Position>, wording: Stated<'_, Wording>) -> bool {
    let start = |moment: onetext_model::Moment| moment.start(view.zone());
    position.fact.stance == Stance::Accept && start(position.entry.known_at) > start(wording.entry.known_at)
}

/// A wording: as changes where the draft has its own text, else whole.
fn worded(
    view: &View<'_>,
    source: &Source<'_>,
    wording: Stated<'_, Wording>,
    position: Option<Stated<'_, Position>>,
) -> Told {
    let words = flowed(&wording.fact.text);
    let text = if words.is_empty() {
        Text::styled(NO_TEXT, Style::Muted)
    } else if folded(&words) == folded(&source.text) {
        Text::styled(NO_CHANGE, Style::Muted)
    } else if source.is_verbatim {
        marked(&source.text, &words)
    } else {
        Text::plain(words)
    };
    let mut cell = Cell::new(text);
    if let Some(position) = position {
        // Whoever accepted the text and proposes another since no longer accepts it.
        if position.fact.stance != Stance::Accept {
            cell.mark = Some(grid::mark(position.fact.stance, is_stale(view, &position)));
        }
        cell.opens.push(Block::Paragraph(grid::said(view, position)));
    }
    Told { cell, is_wording: true }
}

/// A position without a wording: letter, words, condition; whose words they are where they are not the party's own.
fn held(view: &View<'_>, position: Stated<'_, Position>) -> Told {
    let fact = position.fact;
    let mut text = match fact.stance {
        Stance::Accept => Text::styled(NO_CHANGE, Style::Muted),
        _ => Text::plain(fact.words.clone()),
    };
    if let Some(condition) = &fact.condition {
        text = text.then(format!(" Condition: {condition}"), Style::Plain);
    }
    if fact.evidence != Evidence::Own {
        text = text.then(format!(" ({})", grid::evidence(view, fact)), Style::Muted);
    }
    let opens = vec![Block::Paragraph(grid::said(view, position))];
    Cell { mark: Some(grid::mark(fact.stance, is_stale(view, &position))), text, opens }.into()
}

/// What a party's own draft puts in here, where the draft has nothing.
fn inserted(view: &View<'_>, source: &Source<'_>, party: PartyId) -> Option<Told> {
    let is_theirs = source.inserted_by.as_ref()?.iter().any(|author| view.same(*author, party));
    let cell = Cell {
        mark: None,
        text: Text::styled(rows::words(source.stated.fact).to_words(), Style::Inserted),
        opens: reasons(view, source.stated.entry),
    };
    is_theirs.then_some(Told { cell, is_wording: true })
}

/// What the draft's brackets say of a party that has said nothing else.
fn from_brackets(view: &View<'_>, source: &Source<'_>, party: PartyId) -> Cell {
    let Some(party) = view.find::<Party>(party) else { return Cell::default() };
    let owned = bracketed::of_party(&source.text, party.fact);
    if owned.is_empty() {
        return Cell::default();
    }
    let lines: Vec<String> =
        owned.into_iter().map(|(stance, words)| format!("{}: {words}", verb(stance))).collect();
    let text = Text::plain(lines.join("\n")).then(FROM_BRACKETS, Style::Muted);
    Cell { mark: None, text, opens: reasons(view, source.stated.entry) }
}

fn verb(stance: brackets::Stance) -> &'static str {
    match stance {
        brackets::Stance::Proposes => "proposes",
        brackets::Stance::Opposes => "opposes",
        brackets::Stance::Reserves => "reserves its position on",
    }
}
