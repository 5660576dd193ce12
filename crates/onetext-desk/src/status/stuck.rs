//! What holds the talks up, party by party, and what is near.

use std::collections::BTreeSet;

use onetext_document::{Block, Cell, Column, Item, Row, Section, Style, Table, Text};
use onetext_model::{AssessedState, Claim, EntryId, Issue, Party, Stated, View};

use super::{ROWS_MAX, section};
use crate::grid::{legend, position_cell};
use crate::head::parties;
use crate::held::{Held, Sticking, issues};
use crate::opens::source_line;
use crate::voices::speaker;
use crate::words::{count, list, short_date};

/// Columns of parties on one sheet.
const PARTIES_MAX: usize = 6;

pub(super) fn sticking(view: &View<'_>, held: &Held<'_>) -> Option<Section> {
    let all = issues(view);
    let mut stuck: Vec<_> =
        all.iter().filter_map(|issue| held.sticking(view, issue.id()).map(|why| (*issue, why))).collect();
    stuck.sort_by_key(|(issue, why)| (!why.computed, std::cmp::Reverse(why.reported.len()), issue.fact.name.clone()));
    if stuck.is_empty() {
        let words = "No issue is reported or computed as sticking.";
        return section("sticking", "Sticking", vec![Block::Paragraph(Text::plain(words))]);
    }
    let left_out = stuck.len().saturating_sub(ROWS_MAX);
    stuck.truncate(ROWS_MAX);
    let shown: Vec<EntryId> = stuck.iter().map(|(issue, _)| issue.id()).collect();
    let (columns, columns_left_out) = columns(view, held, &shown);
    let rows = stuck.iter().map(|(issue, why)| row(view, held, *issue, why, &columns)).collect();
    let mut blocks = vec![Block::Table(Table {
        key: "sticking".to_owned(),
        caption: Text::plain("Sticking issues and what each party holds on them"),
        columns: headings(&columns),
        rows,
        legend: legend(),
    })];
    if left_out + columns_left_out > 0 {
        let words = format!(
            "Not shown: {} and {}; `grid` has them all.",
            count(left_out, "sticking issue"),
            count(columns_left_out, "party column"),
        );
        blocks.push(Block::Paragraph(Text::plain(words)));
    }
    section("sticking", "Sticking", blocks)
}

/// Parties with a position on one of the issues, and those at the table; those with most to show first cut last.
fn columns<'a>(view: &View<'a>, held: &Held<'a>, issues: &[EntryId]) -> (Vec<Stated<'a, Party>>, usize) {
    let holds = |party: &Stated<'a, Party>| issues.iter().filter(|i| !held.positions(**i, party.id()).is_empty()).count();
    let mut wanted: Vec<_> =
        parties(view).into_iter().filter(|party| party.fact.at_the_table || holds(party) > 0).collect();
    let left_out = wanted.len().saturating_sub(PARTIES_MAX);
    if left_out > 0 {
        let mut by_weight = wanted.clone();
        by_weight.sort_by_key(|party| (std::cmp::Reverse((party.fact.at_the_table, holds(party))), party.fact.name.clone()));
        let kept: BTreeSet<EntryId> = by_weight.iter().take(PARTIES_MAX).map(Stated::id).collect();
        wanted.retain(|party| kept.contains(&party.id()));
    }
    (wanted, left_out)
}

fn headings(parties: &[Stated<'_, Party>]) -> Vec<Column> {
    let mut columns = vec![Column::new("issue", "Issue", 2).heading()];
    columns.extend(parties.iter().map(|party| {
        let name = party.fact.short.as_ref().unwrap_or(&party.fact.name);
        Column::new(name.to_lowercase().replace(' ', "-"), name.clone(), 3)
    }));
    columns.push(Column::new("why", "Why it counts as sticking", 3));
    columns
}

fn row(
    view: &View<'_>,
    held: &Held<'_>,
    issue: Stated<'_, Issue>,
    why: &Sticking<'_>,
    parties: &[Stated<'_, Party>],
) -> Row {
    let key = view.label(issue.id()).map_or_else(|| issue.id().to_string(), ToString::to_string);
    let mut cells = vec![Cell::new(issue.fact.name.clone())];
    cells.extend(parties.iter().map(|party| position_cell(view, held, issue.id(), party.id())));
    cells.push(why_cell(view, why));
    Row { key, cells }
}

fn why_cell(view: &View<'_>, why: &Sticking<'_>) -> Cell {
    let mut text = Text::default();
    if why.computed {
        text = text.then("computed", Style::Strong).then(": every option is rejected by somebody", Style::Plain);
    }
    if !why.reported.is_empty() {
        let joint = if text.is_empty() { "" } else { "; " };
        text = text.then(joint, Style::Plain).then("reported", Style::Strong);
        text = text.then(format!(" by {}", by_whom(view, &why.reported)), Style::Plain);
    }
    let items = why.reported.iter().map(|claim| Item::new(source_line(view, claim.entry))).collect();
    Cell { mark: None, text, opens: vec![Block::List(items)] }
}

fn by_whom(view: &View<'_>, claims: &[Stated<'_, Claim>]) -> String {
    let mut said: Vec<String> = Vec::new();
    for claim in claims.iter().rev() {
        let words = format!("{} ({})", speaker(view, claim.fact), short_date(view, claim.entry.known_at));
        if !said.contains(&words) {
            said.push(words);
        }
    }
    list(&said)
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

fn near_item(view: &View<'_>, issue: Stated<'_, Issue>, state: AssessedState, claim: Stated<'_, Claim>) -> Item {
    let text = Text::styled(issue.fact.name.clone(), Style::Strong)
        .then(format!(" ({}): {}", state.said(), claim.fact.words), Style::Plain)
        .then(format!(" — {}, {}", speaker(view, claim.fact), short_date(view, claim.entry.known_at)), Style::Muted);
    Item { key: String::new(), text, opens: vec![Block::List(vec![Item::new(source_line(view, claim.entry))])] }
}
