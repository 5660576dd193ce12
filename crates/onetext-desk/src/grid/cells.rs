//! The cell of a grid: letter and pattern of the stance, one sentence, date, and whose words it rests on.

use onetext_document::{Block, Cell, Item, Mark, Pattern, Style, Text};
use onetext_model::{EntryId, Evidence, Position, Stance, Stated, View};

use crate::held::{Held, is_stale};
use crate::opens::{link_name, reasons};
use crate::words::{capital, short_date, subject_name};

/// Said where a party has no position on file.
const NOT_STATED: &str = "not stated by this party";

/// What the letters mean.
pub(crate) fn legend() -> Text {
    let letters: Vec<String> = onetext_model::Stance::ALL
        .iter()
        .map(|stance| format!("{} {}", stance.letter(), stance.said()))
        .collect();
    Text::plain(format!("{}. Hatched or ~: older than the case lets a position be.", letters.join(", ")))
}

/// The mark of a position.
pub(crate) fn mark(stance: Stance, stale: bool) -> Mark {
    let pattern = match stance {
        Stance::Accept => Pattern::Outline,
        Stance::Conditional => Pattern::Dots,
        Stance::Reserved => Pattern::Lines,
        Stance::Reject => Pattern::Grid,
        Stance::RedLine => Pattern::Solid,
        Stance::Silent => Pattern::Blank,
    };
    Mark { letter: stance.letter().to_owned(), name: stance.said().to_owned(), pattern, stale }
}

/// What a party holds on an issue: its last position, with the others behind it.
pub(crate) fn position_cell(view: &View<'_>, held: &Held<'_>, issue: EntryId, party: EntryId) -> Cell {
    let Some(last) = held.latest(issue, party) else { return silent() };
    let others: Vec<_> =
        held.positions(issue, party).iter().filter(|other| other.id() != last.id()).collect();
    let mut cell = cell(view, last);
    if !others.is_empty() {
        cell.text = cell.text.then(format!(" +{} more", others.len()), Style::Muted);
    }
    for other in others {
        let stance = other.fact.stance;
        let line = format!("{} {}: {}", stance.letter(), subject_name(view, other.fact.on), other.fact.words);
        let item = Item { key: String::new(), text: Text::plain(line), opens: reasons(view, other.entry) };
        cell.opens.push(Block::List(vec![item]));
    }
    cell
}

/// What a party holds on one option (or on the issue as a whole): its last position on just that. Another that
/// still stands beside it, told in confidence say, is named too: a red line must not hide behind a later word.
pub(crate) fn option_cell(
    view: &View<'_>,
    held: &Held<'_>,
    issue: EntryId,
    subject: EntryId,
    party: EntryId,
) -> Cell {
    let mut on_it = on(view, held, (issue, subject), party);
    let Some(last) = on_it.pop() else { return Cell::default() };
    let mut cell = cell(view, last);
    for other in on_it.iter().rev() {
        let stance = other.fact.stance;
        let said = format!(" · also {} {} ({}", stance.letter(), stance.said(), evidence(view, other.fact));
        cell.text =
            cell.text.then(format!("{said}, {})", short_date(view, other.entry.known_at)), Style::Strong);
        cell.opens.push(Block::Paragraph(Text::plain(other.fact.words.clone())));
        cell.opens.extend(reasons(view, other.entry));
    }
    cell
}

/// The same for a narrow column: the letter alone, with the words behind it. What else still stands is named.
pub(crate) fn short_cell(
    view: &View<'_>,
    held: &Held<'_>,
    issue: EntryId,
    subject: EntryId,
    party: EntryId,
) -> Cell {
    let mut on_it = on(view, held, (issue, subject), party);
    let Some(last) = on_it.pop() else { return Cell::default() };
    let also: Vec<&str> = on_it.iter().rev().map(|other| other.fact.stance.letter()).collect();
    let also = if also.is_empty() { String::new() } else { format!("also {}", also.join(", ")) };
    let mut opens = Vec::new();
    for position in on_it.into_iter().chain([last]).rev() {
        opens.push(Block::Paragraph(said(view, position)));
        opens.extend(reasons(view, position.entry));
    }
    Cell { text: Text::styled(also, Style::Strong), opens, ..cell(view, last) }
}

/// A party's positions on one thing, the last one last.
fn on<'a>(
    view: &View<'a>,
    held: &Held<'a>,
    (issue, subject): (EntryId, EntryId),
    party: EntryId,
) -> Vec<Stated<'a, Position>> {
    let on_it = held.positions(issue, party).iter().filter(|position| view.same(position.fact.on, subject));
    let mut on_it: Vec<_> = on_it.copied().collect();
    on_it.sort_by_key(|position| (position.entry.known_at.start(view.zone()), position.id()));
    on_it
}

/// A position in words, with its stance: "Reject, the principal's limit: words (own words, 3 Jul)".
pub(crate) fn said(view: &View<'_>, position: Stated<'_, Position>) -> Text {
    let limit = position.fact.limit.map_or_else(String::new, |limit| format!(", {}", limit.said()));
    Text::styled(format!("{}{limit}: ", capital(position.fact.stance.said())), Style::Strong)
        .join(cell(view, position).text)
}

/// What is printed after a position's own words: a sheet that comes back still carries it.
fn tail(view: &View<'_>, position: Stated<'_, Position>) -> String {
    format!("({}, {})", evidence(view, position.fact), short_date(view, position.entry.known_at))
}

fn silent() -> Cell {
    let text = Text::styled(NOT_STATED, Style::Muted);
    Cell { mark: Some(mark(Stance::Silent, false)), text, opens: Vec::new() }
}

fn cell(view: &View<'_>, position: Stated<'_, Position>) -> Cell {
    let fact = position.fact;
    let mut text = Text::plain(fact.words.clone());
    if let Some(condition) = &fact.condition {
        text = text.then(format!(" Condition: {condition}"), Style::Plain);
    }
    let text = text.then(format!(" {}", tail(view, position)), Style::Muted);
    let mut opens = vec![Block::Paragraph(Text::plain(format!(
        "{}: {} ({})",
        subject_name(view, fact.on),
        fact.words,
        fact.limit.map_or(fact.stance.said(), onetext_model::Limit::said),
    )))];
    opens.extend(reasons(view, position.entry));
    Cell { mark: Some(mark(fact.stance, is_stale(view, &position))), text, opens }
}

/// "own words", "attributed by Hvylya", "inferred".
pub(crate) fn evidence(view: &View<'_>, position: &Position) -> String {
    match (&position.evidence, &position.by) {
        (Evidence::Own, _) => Evidence::Own.said().to_owned(),
        (other, Some(by)) => format!("{} by {}", other.said(), link_name(view, by)),
        (other, None) => other.said().to_owned(),
    }
}
