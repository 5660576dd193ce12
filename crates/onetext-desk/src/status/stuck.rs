//! What holds the talks up, party by party, and what is near.

use onetext_document::{Block, Cell, Column, Item, Row, Section, Style, Table, Text};
use onetext_model::{AssessedState, Chained, Claim, EntryId, Issue, Party, Position, Stated, View};

use super::{ROWS_MAX, section};
use crate::blocks::{cell, on_page};
use crate::grid::{evidence, legend, position_cell};
use crate::head::parties;
use crate::held::{Held, Sticking, issues};
use crate::opens::{reasons, source_line};
use crate::voices::{speaker, speaker_name};
use crate::words::{count, key, list, short_date, subject_short};

/// Sticking issues on one sheet.
const ISSUES_MAX: usize = 5;
/// Columns of parties on one sheet.
const PARTIES_MAX: usize = 6;

/// The issues that stick and why: computed ones first, then those of which most is reported.
fn stuck<'a>(view: &View<'a>, held: &Held<'a>) -> Vec<(Stated<'a, Issue>, Sticking<'a>)> {
    let all = issues(view);
    let mut stuck: Vec<_> =
        all.iter().filter_map(|issue| held.sticking(view, issue.id()).map(|why| (*issue, why))).collect();
    stuck.sort_by_key(|(issue, why)| {
        (!why.computed, std::cmp::Reverse(why.reported.len()), issue.fact.name.clone())
    });
    stuck
}

/// The issues that stick, one line each: why they count as sticking, not who holds what.
pub(crate) fn in_short(view: &View<'_>) -> Vec<Item> {
    let line = |(issue, why): (Stated<'_, Issue>, Sticking<'_>)| {
        let Cell { text, opens, .. } = why_cell(view, &why);
        let text = Text::styled(issue.fact.name.clone(), Style::Strong).then(" — ", Style::Plain).join(text);
        Item { key: String::new(), text, opens }
    };
    stuck(view, &Held::of(view)).into_iter().map(line).collect()
}

pub(super) fn sticking(view: &View<'_>, held: &Held<'_>) -> Option<Section> {
    let mut stuck = stuck(view, held);
    if stuck.is_empty() {
        let words = "No issue is reported or computed as sticking.";
        return section("sticking", "Sticking", vec![Block::Paragraph(Text::plain(words))]);
    }
    let left_out = stuck.len().saturating_sub(ISSUES_MAX);
    stuck.truncate(ISSUES_MAX);
    let (seated, left_out_columns) = seated(view);
    let rows = stuck.iter().map(|(issue, why)| row(view, held, *issue, why, &seated)).collect();
    let mut table = Table {
        key: "sticking".to_owned(),
        caption: Text::plain("Sticking issues and what each party holds on them"),
        columns: headings(&seated),
        rows,
        legend: legend(),
    };
    drop_empty_others(&mut table, seated.len() + 1);
    let mut blocks = vec![Block::Table(table.balance())];
    if left_out + left_out_columns > 0 {
        let words = format!(
            "Not shown: {} and {}; ",
            count(left_out, "sticking issue"),
            count(left_out_columns, "party column"),
        );
        blocks.push(Block::Paragraph(on_page(words, "grid", " has them all.")));
    }
    section("sticking", "Sticking", blocks)
}

/// Where nobody outside the table holds anything, the column goes.
fn drop_empty_others(table: &mut Table, place: usize) {
    if table.rows.iter().all(|row| row.cells[place].text.is_empty()) {
        table.columns.remove(place);
        for row in &mut table.rows {
            row.cells.remove(place);
        }
    }
}

/// The parties at the table, by name.
fn seated<'a>(view: &View<'a>) -> (Vec<Stated<'a, Party>>, usize) {
    let mut seated: Vec<_> = parties(view).into_iter().filter(|party| party.fact.at_the_table).collect();
    let left_out = seated.len().saturating_sub(PARTIES_MAX);
    seated.truncate(PARTIES_MAX);
    (seated, left_out)
}

fn headings(seated: &[Stated<'_, Party>]) -> Vec<Column> {
    let mut columns = vec![Column::new("issue", "Issue", 2).heading()];
    columns.extend(seated.iter().map(|party| {
        let name = party.fact.short.as_ref().unwrap_or(&party.fact.name);
        Column::new(name.to_lowercase().replace(' ', "-"), name.clone(), 4)
    }));
    columns.push(Column::new("others", "Others", 4));
    columns.push(Column::new("why", "Why it counts as sticking", 3));
    columns
}

fn row(
    view: &View<'_>,
    held: &Held<'_>,
    issue: Stated<'_, Issue>,
    why: &Sticking<'_>,
    seated: &[Stated<'_, Party>],
) -> Row {
    let name = Text::styled(issue.fact.name.clone(), Style::Strong);
    let mut cells = vec![cell(name, reasons(view, issue.entry))];
    cells.extend(seated.iter().map(|party| position_cell(view, held, issue.id(), party.id())));
    cells.push(others_cell(view, held, issue.id(), seated));
    cells.push(why_cell(view, why));
    Row { key: key(view, issue.id()), cells }
}

/// What those who are not at the table hold: one line for all that hold the same on the same day.
fn others_cell(view: &View<'_>, held: &Held<'_>, issue: EntryId, seated: &[Stated<'_, Party>]) -> Cell {
    let mut groups: Vec<(Stated<'_, Position>, Vec<String>)> = Vec::new();
    let others =
        parties(view).into_iter().filter(|party| seated.iter().all(|other| other.id() != party.id()));
    for (party, position) in others.filter_map(|party| Some((party, held.latest(issue, party.id())?))) {
        let name = party.fact.short.clone().unwrap_or_else(|| party.fact.name.clone());
        let alike = |other: &Stated<'_, Position>| {
            view.same(other.fact.on, position.fact.on)
                && (other.fact.stance, other.entry.known_at)
                    == (position.fact.stance, position.entry.known_at)
        };
        match groups.iter_mut().find(|(first, _)| alike(first)) {
            Some((_, names)) => names.push(name),
            None => groups.push((position, vec![name])),
        }
    }
    let mut cell = Cell::default();
    for (position, names) in groups {
        let joint = if cell.text.is_empty() { "" } else { " · " };
        let fact = position.fact;
        cell.text = cell
            .text
            .then(format!("{joint}[{}] {}: ", fact.stance.letter(), list(&names)), Style::Strong)
            .then(subject_short(view, fact.on), Style::Plain)
            .then(
                format!(" ({}, {})", evidence(view, fact), short_date(view, position.entry.known_at)),
                Style::Muted,
            );
        cell.opens.extend(reasons(view, position.entry));
    }
    cell
}

/// Why an issue counts as sticking.
pub(crate) fn why_cell(view: &View<'_>, why: &Sticking<'_>) -> Cell {
    let mut text = Text::default();
    if why.computed {
        text =
            text.then("computed", Style::Strong).then(": every option is rejected by somebody", Style::Plain);
    }
    if !why.reported.is_empty() {
        let joint = if text.is_empty() { "" } else { "; " };
        text = text.then(joint, Style::Plain).then("reported", Style::Strong);
        text = text.then(format!(": {}", by_whom(view, &why.reported)), Style::Plain);
    }
    let items: Vec<Item> =
        why.reported.iter().map(|claim| Item::new(source_line(view, claim.entry))).collect();
    Cell { mark: None, text, opens: if items.is_empty() { Vec::new() } else { vec![Block::List(items)] } }
}

/// Who said so, newest first, each once. Sources that are not named are never taken for one another, however alike
/// their words.
fn by_whom(view: &View<'_>, claims: &[Stated<'_, Claim>]) -> String {
    let mut said: Vec<(String, Option<EntryId>)> = Vec::new();
    for claim in claims.iter().rev() {
        let words =
            format!("{} ({})", speaker_name(view, claim.fact), short_date(view, claim.entry.known_at));
        let is_named =
            !matches!(claim.fact.chain.last(), Some(Chained::Unnamed(_) | Chained::Participant(_)));
        let once = (words, (!is_named).then_some(claim.id()));
        if !said.contains(&once) {
            said.push(once);
        }
    }
    list(&said.into_iter().map(|(words, _)| words).collect::<Vec<_>>())
}

pub(super) fn near(view: &View<'_>, held: &Held<'_>) -> Option<Section> {
    let mut items = Vec::new();
    for issue in issues(view) {
        for state in [AssessedState::Near, AssessedState::AgreedInPrinciple] {
            if let Some(claim) = held.assessed(issue.id(), state).last() {
                items.push(near_item(view, issue, state, *claim));
            }
        }
    }
    let left_out = items.len().saturating_sub(ROWS_MAX);
    items.truncate(ROWS_MAX);
    if left_out > 0 {
        items.push(Item::new(format!("{left_out} more")));
    }
    section("near", "Near", if items.is_empty() { Vec::new() } else { vec![Block::List(items)] })
}

/// A claim that an issue is near or agreed in principle.
pub(crate) fn near_item(
    view: &View<'_>,
    issue: Stated<'_, Issue>,
    state: AssessedState,
    claim: Stated<'_, Claim>,
) -> Item {
    let text = Text::styled(issue.fact.name.clone(), Style::Strong)
        .then(format!(" ({}): {}", state.said(), claim.fact.words), Style::Plain)
        .then(
            format!(" — {}, {}", speaker(view, claim.fact), short_date(view, claim.entry.known_at)),
            Style::Muted,
        );
    Item {
        key: String::new(),
        text,
        opens: vec![Block::List(vec![Item::new(source_line(view, claim.entry))])],
    }
}
