//! Blocks as calls of the template's functions.

use super::source::{joined, run, spoken, text};
use super::{call, manuscript, own_way, table};
use crate::{Block, Chart, Direction, Item, Section, Stage, Strip, Style, Text};

/// Headings go down to this level.
pub(super) const LEVEL_MAX: usize = 6;

/// Blocks one under the other, a line each.
pub(super) fn all(blocks: &[Block], level: usize, document: Direction) -> String {
    values(blocks, level, document).iter().map(|value| format!("#{{ {value} }}\n")).collect()
}

fn values(blocks: &[Block], level: usize, document: Direction) -> Vec<String> {
    blocks.iter().flat_map(|block| block_values(block, level, document)).collect()
}

fn block_values(block: &Block, level: usize, document: Direction) -> Vec<String> {
    match block {
        Block::Section(one) => section(one, level, document),
        Block::Paragraph(words) => vec![call("paragraph", &own_way(document, words))],
        Block::List(items) => list(items, document),
        Block::Table(one) => table::values(one, document),
        Block::Strip(one) => strip(one, document),
        Block::Chart(one) => chart(one, document),
        Block::SideBySide(sections) => beside(sections, level, document),
        Block::Manuscript(one) => manuscript::values(one, document),
    }
}

fn section(section: &Section, level: usize, document: Direction) -> Vec<String> {
    let title = heading(level, &section.title, document);
    let mut all = vec![title];
    all.extend(values(&section.blocks, level + 1, document));
    all
}

fn heading(level: usize, title: &Text, document: Direction) -> String {
    let heading = format!("section({}, {})", level.min(LEVEL_MAX), text(title, false));
    spoken(document, &title.to_words(), &heading)
}

fn list(items: &[Item], document: Direction) -> Vec<String> {
    if items.is_empty() {
        return Vec::new();
    }
    let items: Vec<String> = items.iter().map(|item| own_way(document, &item.text)).collect();
    vec![call("items", &items.join(", "))]
}

fn strip(strip: &Strip, document: Direction) -> Vec<String> {
    let arrow = if document == Direction::RightToLeft { " ← " } else { " → " };
    let line = call("paragraph", &run(&strip.main_line(arrow, &Text::to_marked_words), Style::Strong, false));
    if strip.stages.is_empty() {
        return vec![line];
    }
    let cells: Vec<String> = strip.stages.iter().flat_map(|one| stage(strip, one, document)).collect();
    vec![line, format!("stages((1fr, 4fr, 7fr), {})", cells.join(", "))]
}

fn stage(strip: &Strip, stage: &Stage, document: Direction) -> [String; 3] {
    let origins = strip.origins(stage, &Text::to_marked_words);
    let from = if stage.branch && !origins.is_empty() { format!(" (from {origins})") } else { String::new() };
    let title = stage.title.clone().then(from, Style::Muted);
    let lines = stage.lines.iter().enumerate().fold(Text::default(), |lines, (at, line)| {
        lines.then(if at == 0 { "" } else { " · " }, Style::Muted).join(line.clone())
    });
    [text(&stage.head, true), own_way(document, &title), own_way(document, &lines)]
}

/// A chart is its text alternative and what it says in words.
fn chart(chart: &Chart, document: Direction) -> Vec<String> {
    let items: Vec<Item> = chart.sentences(&Text::to_marked_words).into_iter().map(Item::new).collect();
    let mut all = vec![call("caption", &own_way(document, chart.alternative()))];
    all.extend(list(&items, document));
    all
}

fn beside(sections: &[Section], level: usize, document: Direction) -> Vec<String> {
    if sections.is_empty() {
        return Vec::new();
    }
    let parts: Vec<String> = sections.iter().map(|one| joined(&section(one, level, document))).collect();
    vec![format!("beside({}, {})", sections.len(), parts.join(", "))]
}
