//! Trades: the smallest changes to what is on the table that are better for all, with why each side gains. Certified where every
//! consistent way to value the options agrees, possible where for each party some does.

use onetext_analysis::trades::{Better, Change, Extent, Gain, Limits, Side, Trade, Values, trades};
use onetext_analysis::{Budget, Choice, OptionIndex, PartyIndex, Utility};
use onetext_document::{Block, Cell, Document, Item, Row, Section, Text};
use onetext_model::{OptionId, View};

use super::numbered::Numbered;
use super::on_table::OnTable;
use super::{STEPS_MAX, said};
use crate::blocks::{cell, paragraph, table};
use crate::head::document;
use crate::words::count;

/// Trades of one sort that are printed; the rest is counted.
const LISTED_MAX: usize = 20;

/// What is on the table: nothing named yet.
pub fn compose(view: &View<'_>) -> Document {
    compose_for(view, &[])
}

/// From these options on the table. Issues without one are left as they are, whatever that is.
pub fn compose_for(view: &View<'_>, current: &[OptionId]) -> Document {
    let page = document(view, "trade", "what could be exchanged");
    let budget = Budget::steps(STEPS_MAX);
    let (table, mut page) = match OnTable::of(view, page, current, &budget) {
        Ok(found) => found,
        Err(page) => return *page,
    };
    page.blocks.push(paragraph(INTRODUCTION));
    page.blocks.extend(table.caveats(view));
    page.blocks.extend(from_table(&table, &budget));
    table.grounded(view, page)
}

/// The trades from what is on the table: those that are certified, and those that are possible.
pub(super) fn from_table(table: &OnTable<'_>, budget: &Budget<'_>) -> Vec<Block> {
    let (speaking, values): (Vec<PartyIndex>, Vec<Values<'_>>) =
        table.speaking().into_iter().map(|(party, known)| (party, Values::Consistent(known))).unzip();
    if values.is_empty() {
        return Vec::new();
    }
    match trades(&table.space, &values, &table.package, Better::ForSome, LIMITS, budget) {
        Ok(found) => [
            (("certified", CERTIFIED), (found.certified.as_slice(), found.certified_extent)),
            (("possible", POSSIBLE), (found.possible.as_slice(), found.possible_extent)),
        ]
        .map(|(names, found)| Block::Section(listed(&table.numbered, &speaking, names, found)))
        .to_vec(),
        Err(error) => vec![said::no_result(&error)],
    }
}

/// Three changes are still one exchange that can be told in a sentence.
pub(super) const LIMITS: Limits = Limits { changes_max: 3, certified_max: 200, possible_max: 40 };

pub(super) const INTRODUCTION: &str = "From what is on the table; the issues that are not named stay as they are, and no option that a red \
    line forbids is looked at. What options require of issues that are not named is left aside: name those too where it \
    matters. No side is named as the one who gives. Two parties' gains are on scales of their own and are not compared.";

const CERTIFIED: &str = "Better for all, whatever else is true of their preferences";
const POSSIBLE: &str = "Perhaps better for all: what is known does not decide it";

fn listed(
    numbered: &Numbered<'_>,
    speaking: &[PartyIndex],
    (key, title): (&str, &str),
    (trades, extent): (&[Trade], Extent),
) -> Section {
    let rows: Vec<Row> = trades
        .iter()
        .take(LISTED_MAX)
        .enumerate()
        .map(|(at, trade)| row(numbered, speaking, key, at, trade))
        .collect();
    let mut blocks = Vec::new();
    if rows.is_empty() {
        blocks.push(paragraph("None found."));
    } else {
        let mut headings = vec![("Trade", 6)];
        headings.extend(speaking.iter().map(|party| (said::party(numbered, *party), 3)));
        blocks.push(table(key, title, &headings, rows));
    }
    let left_out = trades.len().saturating_sub(LISTED_MAX);
    if left_out > 0 {
        blocks.push(paragraph(format!("{left_out} more, of as many changes or more.")));
    }
    blocks.push(paragraph(how_far(extent)));
    Section::new(key, title, blocks)
}

fn how_far(extent: Extent) -> String {
    match extent {
        Extent::Complete => "All there are.".to_owned(),
        Extent::UpTo { changes } => {
            format!("All of at most {}; larger ones were not looked for.", count(changes, "change"))
        }
        Extent::ListFull { changes } => {
            format!("The list is full: of {} or more there may be others.", count(changes, "change"))
        }
        Extent::Stopped { changes, .. } => {
            format!("Stopped before the end: of {} or more there may be others.", count(changes, "change"))
        }
    }
}

fn row(numbered: &Numbered<'_>, speaking: &[PartyIndex], key: &str, at: usize, trade: &Trade) -> Row {
    let changes: Vec<String> = trade.changes.iter().map(|change| changed(numbered, *change)).collect();
    let mut cells = vec![Cell::new(changes.join("; "))];
    cells.extend(speaking.iter().zip(&trade.sides).map(|(_, side)| side_cell(numbered, trade, side)));
    Row { key: format!("{key}-{}", at + 1), cells }
}

/// "Filling from 84 months to Adaptive".
fn changed(numbered: &Numbered<'_>, change: Change) -> String {
    let name = |option: OptionIndex| said::quoted(numbered, Choice { issue: change.issue, option });
    let issue = &numbered.issues[change.issue.at()].fact.name;
    format!("{issue}: from {} to {}", name(change.from), name(change.to))
}

/// What one side gains, opening to what each change gives it.
fn side_cell(numbered: &Numbered<'_>, trade: &Trade, side: &Side) -> Cell {
    let each = trade.changes.iter().zip(&side.by_change);
    let items =
        each.map(|(change, by)| Item::new(format!("{}: {}", changed(numbered, *change), gained(*by))));
    cell(Text::plain(gained(side.gain)), vec![Block::List(items.collect())])
}

fn gained(gain: Gain) -> String {
    match (gain.least, gain.most) {
        (Utility::ZERO, Utility::ZERO) => "as before".to_owned(),
        (least, most) if least == most => printed(least),
        (least, most) => format!("{} to {}", printed(least), printed(most)),
    }
}

/// A difference on a party's own scale, to three decimals; the exact one is in the library's result.
fn printed(utility: Utility) -> String {
    format!("{:+.3}", utility.approximate())
}
