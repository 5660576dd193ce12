//! Trades: the smallest changes to what is on the table that are better for all, with why each side gains. Certified where every
//! consistent way to value the options agrees, possible where for each party some does.

use onetext_analysis::preferences::Consistent;
use onetext_analysis::trades::{Better, Change, Extent, Gain, Limits, Side, Trade, Values, trades};
use onetext_analysis::{Budget, Choice, OptionIndex, Package, PartyIndex, Utility};
use onetext_document::{Block, Cell, Document, Item, Row, Section, Text};
use onetext_model::{OptionId, View};

use super::known::{Consistency, Known};
use super::numbered::Numbered;
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
    if view.settings().conflicts_only {
        return page.with(paragraph(said::CONFLICTS_ONLY));
    }
    let numbered = match Numbered::of(view) {
        Ok(numbered) => numbered,
        Err(why) => return said::without_space(page, &why),
    };
    let on_table: Vec<Choice> = numbered
        .space
        .indices()
        .flat_map(|issue| numbered.choices(issue))
        .filter(|choice| current.iter().any(|option| view.same(*option, numbered.option(*choice).id())))
        .collect();
    match numbered.narrowed_to(&on_table) {
        Ok((narrowed, package)) if !on_table.is_empty() => found(view, page, &numbered, &narrowed, &package),
        Ok(_) => page.with(paragraph(NOTHING_NAMED)),
        Err(error) => page.with(said::no_result(&error)),
    }
}

const NOTHING_NAMED: &str = "Name what is on the table: one option of every issue that may be exchanged \
    (on the command line `onetext trade CASE --current OPTION,OPTION,...`, with the labels of the options).";
const INTRODUCTION: &str = "From what is on the table; the issues that are not named stay as they are. Every party gains or \
    loses nothing by a trade listed here, as far as what is known of its preferences tells; no side is named as the one who \
    gives. Two parties' gains are on scales of their own and are not compared.";

fn found(
    view: &View<'_>,
    page: Document,
    all: &Numbered<'_>,
    numbered: &Numbered<'_>,
    package: &Package,
) -> Document {
    let named: Vec<String> = package.choices().map(|choice| said::choice(numbered, choice)).collect();
    let mut page =
        page.with(paragraph(format!("On the table: {}.", named.join("; ")))).with(paragraph(INTRODUCTION));
    let known = Known::of(view, numbered);
    let budget = Budget::steps(STEPS_MAX);
    let consistent = match known.consistent(numbered, &budget) {
        Ok(consistent) => consistent,
        Err(error) => return page.with(said::no_result(&error)),
    };
    let (speaking, silent): (Vec<PartyIndex>, Vec<PartyIndex>) =
        numbered.party_indices().partition(|party| !known.statements[party.at()].is_empty());
    page.blocks.extend(clashes(view, numbered, &known, &consistent));
    if !silent.is_empty() {
        page.blocks.push(paragraph(format!(
            "Of {} no preference is on file: for them no trade is certain, and any might be worse.",
            said::parties(numbered, silent)
        )));
    }
    let sides: Option<Vec<&Consistent>> =
        speaking.iter().map(|party| consistent[party.at()].as_ref().ok()).collect();
    let Some(sides) = sides.filter(|sides| !sides.is_empty()) else {
        return with_ground(view, page, all, &known, numbered);
    };
    let values: Vec<Values<'_>> = sides.into_iter().map(Values::Consistent).collect();
    let limits = Limits { changes_max: 3, listed_max: 200 };
    match trades(&numbered.space, &values, package, Better::ForSome, limits, &budget) {
        Ok(found) => {
            let certified = (found.certified.as_slice(), found.certified_extent);
            let possible = (found.possible.as_slice(), found.possible_extent);
            page.blocks.push(Block::Section(listed(
                numbered,
                &speaking,
                ("certified", CERTIFIED),
                certified,
            )));
            page.blocks.push(Block::Section(listed(numbered, &speaking, ("possible", POSSIBLE), possible)));
        }
        Err(error) => page.blocks.push(said::no_result(&error)),
    }
    with_ground(view, page, all, &known, numbered)
}

fn with_ground(
    view: &View<'_>,
    mut page: Document,
    all: &Numbered<'_>,
    known: &Known<'_>,
    numbered: &Numbered<'_>,
) -> Document {
    page.blocks.push(Block::Section(said::rests_on(view, numbered, known)));
    page.blocks.extend(said::left_aside(view, all).map(Block::Section));
    page
}

const CERTIFIED: &str = "Better for all, whatever else is true of their preferences";
const POSSIBLE: &str = "Perhaps better for all: what is known does not decide it";

/// Statements of one party that cannot all be true, so that nothing follows for it.
fn clashes(view: &View<'_>, numbered: &Numbered<'_>, known: &Known<'_>, all: &[Consistency]) -> Vec<Block> {
    let clash = |(party, found): (PartyIndex, &Consistency)| {
        let clash = found.as_ref().err()?;
        let entries = clash.sources.iter().filter_map(|source| known.entry(*source));
        let items = entries.flat_map(|entry| crate::opens::reasons(view, entry)).collect();
        let words = format!("What is on file of {} cannot all be true: ", said::party(numbered, party));
        let item = crate::blocks::item(
            Text::plain(words + &count(clash.statements.len(), "statement") + " clash"),
            items,
        );
        Some(Block::List(vec![item]))
    };
    numbered.party_indices().zip(all).filter_map(clash).collect()
}

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
    let changes: Vec<String> = trade.changes.iter().map(|change| changed(numbered, change)).collect();
    let mut cells = vec![Cell::new(changes.join("; "))];
    cells.extend(speaking.iter().zip(&trade.sides).map(|(_, side)| side_cell(numbered, trade, side)));
    Row { key: format!("{key}-{}", at + 1), cells }
}

/// "Filling from 84 months to Adaptive".
fn changed(numbered: &Numbered<'_>, change: &Change) -> String {
    let name = |option: OptionIndex| said::quoted(numbered, Choice { issue: change.issue, option });
    let issue = &numbered.issues[change.issue.at()].fact.name;
    format!("{issue}: from {} to {}", name(change.from), name(change.to))
}

/// What one side gains, opening to what each change gives it.
fn side_cell(numbered: &Numbered<'_>, trade: &Trade, side: &Side) -> Cell {
    let each = trade.changes.iter().zip(&side.by_change);
    let items = each.map(|(change, by)| Item::new(format!("{}: {}", changed(numbered, change), gained(*by))));
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
