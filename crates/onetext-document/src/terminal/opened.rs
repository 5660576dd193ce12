//! What opens behind one thing, in full.

use super::blocks;
use super::line::{self, Line, Measure, Weight};
use super::{strip, table, words};
use crate::find::Found;
use crate::{Block, Cell, Column, Row, Stage, Strip, Table};

/// The thing itself as a heading, and everything behind it.
pub(super) fn lines(found: &Found<'_>, measure: Measure) -> Vec<Line> {
    match found {
        Found::Section(section) => blocks::section_lines(section, measure, 1),
        Found::Item(item) => opened(&words::of(&item.text), &item.opens, measure),
        Found::Stage(stage) => stage_lines(stage, measure),
        Found::Row(table, row) => row_lines(table, row, measure),
        Found::Cell(table, row, column, cell) => cell_lines(table, row, column, cell, measure),
    }
}

fn opened(heading: &str, opens: &[Block], measure: Measure) -> Vec<Line> {
    let mut out = line::wrapped(heading, measure, Weight::Strong);
    out.push(Line::blank());
    out.extend(blocks::lines(opens, measure, 2));
    out
}

fn stage_lines(stage: &Stage, measure: Measure) -> Vec<Line> {
    let alone = Strip { key: String::new(), stages: Vec::new() };
    let mut out = line::wrapped(&strip::stage_name(&alone, stage), measure, Weight::Strong);
    for text in &stage.lines {
        out.extend(line::wrapped(&words::of(text), measure, Weight::Plain));
    }
    out.push(Line::blank());
    out.extend(blocks::lines(&stage.opens, measure, 2));
    out
}

fn cell_lines(table: &Table, row: &Row, column: &Column, cell: &Cell, measure: Measure) -> Vec<Line> {
    let mut heading = format!("{}: {}", table::cell_name(table, row, column), table::cell_words(Some(cell)));
    if let Some(mark) = &cell.mark {
        let stale = if mark.stale { ", stale" } else { "" };
        heading.extend([" (", &words::of(&mark.name.as_str().into()), stale, ")"]);
    }
    opened(&heading, &cell.opens, measure)
}

fn row_lines(table: &Table, row: &Row, measure: Measure) -> Vec<Line> {
    let alone = Table { rows: vec![row.clone()], ..table.clone() };
    table::lines(&alone, measure)
}
