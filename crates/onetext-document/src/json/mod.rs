//! The JSON writer: a document for other programs, with stable names and a versioned shape.
//!
//! Members stand in the order below; an empty member (no text, no entries, false) is left out.
//!
//! ```text
//! {
//!   "schema": "onetext.<kind>/<version>",
//!   "title": "...", "language": "en", "direction": "rtl" (only where it is),
//!   "notices": ["..."],
//!   "sections": [SECTION],
//!   "foot": ["..."]
//! }
//! SECTION  { "key", "title", "blocks": [BLOCK] }      blocks outside every section: one without key and title
//! BLOCK    { "kind": "section", "key", "title", "blocks": [BLOCK] }
//!          { "kind": "paragraph", "text" }
//!          { "kind": "list", "items": [{ "key", "text", "opens": [BLOCK] }] }
//!          { "kind": "table", "key", "caption", "columns": [{ "key", "title" }],
//!            "rows": [{ "key", "cells": { "<column key>": CELL } }], "legend" }
//!          { "kind": "strip", "key", "stages": [{ "key", "head", "title", "lines": ["..."],
//!            "after": ["<stage key>"], "branch": true, "opens": [BLOCK] }] }
//!          { "kind": "network", "key", "alternative", "middle",
//!            "nodes": [{ "key", "title", "lines": ["..."], "inside": true }],
//!            "edges": [{ "from", "to", "title", "dashed": true }] }
//!          { "kind": "timeline", "key", "alternative", "from", "to", "today",
//!            "rows": [{ "title", "marks": [{ "from", "to", "title", "hollow": true, "state" }] }] }
//!          { "kind": "plane", "key", "alternative", "across": SCALE, "up": SCALE, "corner": ["<thousandth>", ...],
//!            "points": [["<thousandth>", ...]], "marks": [{ "title", "values", "at": [...] }] }
//!          { "kind": "parallel", "key", "alternative", "scales": [SCALE], "lines": [{ "title", "values": ["..."] }] }
//!          { "kind": "ranges", "key", "alternative", "scale": SCALE, "shared": [...],
//!            "rows": [{ "title", "words", "spans": [[...]] }], "ticks": ["..."] }
//!          { "kind": "side by side", "sections": [SECTION] }
//!          { "kind": "manuscript", "paragraphs": [{ "heading": "1", "indent": "1", "label": [PIECE], "pieces": [PIECE],
//!            "changes": [CHANGE] }], "comments": [{ "author", "date", "words" }], "notes": ["..."] }
//! PIECE    { "words", "changes": [CHANGE], "comments": ["1"], "note": "1" }     numbers count from 1
//! CHANGE   { "sort": "inserted", "name", "author", "date" }     also deleted, moved here, moved away
//! SCALE    { "title", "from", "to" }     places on a scale are in thousandths of it
//! CELL     { "text", "mark": { "letter", "name", "stale": true }, "opens": [BLOCK] }
//! ```
//!
//! Texts are plain strings: quotations in “ ”, struck-out words as `[-...-]`, new words as `{+...+}`. Days are
//! ISO dates in timelines, words elsewhere. An empty cell is left out of its row's cells.

mod charts;
mod manuscript;
mod value;

use crate::{
    Block, Cell, Column, Direction, Document, Edge, Item, Mark, Network, Node, Row, Section, Shape, Stage,
    Strip, Table, Text, Timeline, TimelineMark, TimelineRow, day,
};
use value::{Members, Value};

/// The document as indented JSON, ending with a line end.
///
/// ```
/// use onetext_document::{Document, json};
/// assert!(json::write(&Document::new("status", "Open")).contains("\"schema\": \"onetext.status/1\""));
/// ```
pub fn write(document: &Document) -> String {
    let mut out = String::new();
    whole(document).print(&mut out, 0);
    out.push('\n');
    out
}

fn whole(document: &Document) -> Value {
    let direction = if document.direction == Direction::RightToLeft { "rtl" } else { "" };
    Members::default()
        .words("schema", format!("onetext.{}/{}", document.kind, document.version))
        .words("title", document.title.to_marked_words())
        .words("language", document.language.as_str())
        .words("direction", direction)
        .list("notices", document.notices.iter().map(text))
        .list("sections", sections(&document.blocks))
        .list("foot", document.foot.iter().map(text))
        .end()
}

fn text(text: &Text) -> Value {
    Value::Words(text.to_marked_words())
}

/// Top-level blocks as sections, in order: neighbours outside every section share one without a name.
fn sections(blocks: &[Block]) -> Vec<Value> {
    let is_section = |block: &Block| matches!(block, Block::Section(_));
    let runs = blocks.chunk_by(|first, second| !is_section(first) && !is_section(second));
    runs.map(|run| match run {
        [Block::Section(one)] => section(Members::default(), one),
        loose => Members::default().list("blocks", loose.iter().map(block)).end(),
    })
    .collect()
}

fn section(members: Members, section: &Section) -> Value {
    members
        .words("key", section.key.as_str())
        .words("title", section.title.to_marked_words())
        .list("blocks", section.blocks.iter().map(block))
        .end()
}

fn block(block: &Block) -> Value {
    let kind = |kind: &str| Members::default().words("kind", kind);
    match block {
        Block::Section(one) => section(kind("section"), one),
        Block::Paragraph(words) => kind("paragraph").with("text", text(words)).end(),
        Block::List(items) => kind("list").list("items", items.iter().map(item)).end(),
        Block::Table(one) => table(kind("table"), one),
        Block::Strip(one) => strip(kind("strip"), one),
        Block::Manuscript(one) => manuscript::value(kind("manuscript"), one),
        Block::Chart(crate::Chart::Network(one)) => network(kind("network"), one),
        Block::Chart(crate::Chart::Timeline(one)) => timeline(kind("timeline"), one),
        Block::Chart(crate::Chart::Bars(one)) => charts::bars(kind("bars"), one),
        Block::Chart(crate::Chart::Plane(one)) => charts::plane(kind("plane"), one),
        Block::Chart(crate::Chart::Parallel(one)) => charts::parallel(kind("parallel"), one),
        Block::Chart(crate::Chart::Ranges(one)) => charts::ranges(kind("ranges"), one),
        Block::SideBySide(many) => {
            let sections = many.iter().map(|one| section(Members::default(), one));
            kind("side by side").list("sections", sections).end()
        }
    }
}

fn item(item: &Item) -> Value {
    Members::default()
        .words("key", item.key.as_str())
        .with("text", text(&item.text))
        .list("opens", item.opens.iter().map(block))
        .end()
}

fn table(members: Members, table: &Table) -> Value {
    members
        .words("key", table.key.as_str())
        .with("caption", text(&table.caption))
        .list("columns", table.columns.iter().map(column))
        .list("rows", table.rows.iter().map(|one| row(table, one)))
        .with("legend", text(&table.legend))
        .end()
}

fn column(column: &Column) -> Value {
    Members::default().words("key", column.key.as_str()).with("title", text(&column.title)).end()
}

fn row(table: &Table, row: &Row) -> Value {
    let named = table.columns.iter().zip(&row.cells);
    let cells = named.fold(Members::default(), |cells, (column, one)| cells.with(&column.key, cell(one)));
    Members::default().words("key", row.key.as_str()).with("cells", cells.end()).end()
}

fn cell(cell: &Cell) -> Value {
    Members::default()
        .with("text", text(&cell.text))
        .with("mark", cell.mark.as_ref().map_or(Value::List(Vec::new()), mark))
        .list("opens", cell.opens.iter().map(block))
        .end()
}

fn mark(mark: &Mark) -> Value {
    Members::default()
        .words("letter", mark.letter.as_str())
        .words("name", mark.name.as_str())
        .flag("stale", mark.stale)
        .end()
}

fn strip(members: Members, strip: &Strip) -> Value {
    let stages = strip.stages.iter().map(|one| stage(strip, one));
    members.words("key", strip.key.as_str()).list("stages", stages).end()
}

fn stage(strip: &Strip, stage: &Stage) -> Value {
    let origins = stage.after.iter().filter_map(|&index| strip.stages.get(index));
    Members::default()
        .words("key", stage.key.as_str())
        .with("head", text(&stage.head))
        .with("title", text(&stage.title))
        .list("lines", stage.lines.iter().map(text))
        .list("after", origins.map(|origin| Value::Words(origin.key.clone())))
        .flag("branch", stage.branch)
        .list("opens", stage.opens.iter().map(block))
        .end()
}

fn network(members: Members, network: &Network) -> Value {
    members
        .words("key", network.key.as_str())
        .with("alternative", text(&network.alternative))
        .with("middle", text(&network.middle))
        .list("nodes", network.nodes.iter().map(node))
        .list("edges", network.edges.iter().map(edge))
        .end()
}

fn node(node: &Node) -> Value {
    Members::default()
        .words("key", node.key.as_str())
        .with("title", text(&node.title))
        .list("lines", node.lines.iter().map(text))
        .flag("inside", node.inside)
        .end()
}

fn edge(edge: &Edge) -> Value {
    Members::default()
        .words("from", edge.from.as_str())
        .words("to", edge.to.as_str())
        .with("title", text(&edge.title))
        .flag("dashed", edge.dashed)
        .end()
}

fn timeline(members: Members, timeline: &Timeline) -> Value {
    members
        .words("key", timeline.key.as_str())
        .with("alternative", text(&timeline.alternative))
        .words("from", day::printed(timeline.from.0))
        .words("to", day::printed(timeline.to.0))
        .words("today", timeline.today.map(day::printed).unwrap_or_default())
        .list("rows", timeline.rows.iter().map(timeline_row))
        .end()
}

fn timeline_row(row: &TimelineRow) -> Value {
    Members::default()
        .with("title", text(&row.title))
        .list("marks", row.marks.iter().map(timeline_mark))
        .end()
}

fn timeline_mark(mark: &TimelineMark) -> Value {
    Members::default()
        .words("from", day::printed(mark.from))
        .words("to", day::printed(mark.to))
        .with("title", text(&mark.title))
        .flag("hollow", mark.shape != Shape::Disc)
        .words("state", mark.state.as_str())
        .end()
}
