//! Blocks as lines: headings, paragraphs, lists, and sections next to each other.

use super::line::{self, Line, Measure, Weight};
use super::{chart, manuscript, strip, table, words};
use crate::{Block, Item, Section};

/// Sections stand next to each other only where each has at least this many columns.
const BESIDE_WIDTH_MIN: usize = 30;

/// Stands between sections that are next to each other.
const BESIDE_RULE: &str = " │ ";

/// What opens is set in by this many columns.
pub(super) const OPENED_INDENT: &str = "    ";

/// Blocks one under the other. `level` counts how deep sections are nested, from 1.
pub(super) fn lines(blocks: &[Block], measure: Measure, level: usize) -> Vec<Line> {
    let mut out = Vec::new();
    for block in blocks {
        let heading = matches!(block, Block::Section(_));
        if !out.is_empty() && (heading || !measure.tight) {
            out.push(Line::blank());
        }
        out.extend(block_lines(block, measure, level));
    }
    out
}

fn block_lines(block: &Block, measure: Measure, level: usize) -> Vec<Line> {
    match block {
        Block::Section(section) => section_lines(section, measure, level),
        Block::Paragraph(text) => line::wrapped(&words::of(text), measure, Weight::Plain),
        Block::List(items) => items.iter().flat_map(|item| item_lines(item, measure)).collect(),
        Block::Table(table) => table::lines(table, measure),
        Block::Strip(strip) => strip::lines(strip, measure),
        Block::Chart(chart) => chart::lines(chart, measure),
        Block::Manuscript(one) => manuscript::lines(one, measure),
        Block::SideBySide(sections) => beside_lines(sections, measure, level),
    }
}

/// A heading with its rule, and what stands under it.
pub(super) fn section_lines(section: &Section, measure: Measure, level: usize) -> Vec<Line> {
    let mut out = heading_lines(&words::of(&section.title), measure, level);
    out.extend(lines(&section.blocks, measure, level + 1));
    out
}

/// A heading, ruled to the end of the line.
pub(super) fn heading_lines(words: &str, measure: Measure, level: usize) -> Vec<Line> {
    let rule = if level == 1 { "─" } else { "┄" };
    let mut lines = words::wrap(words, measure.width);
    let last = lines.pop().unwrap_or_default();
    let left = measure.width.saturating_sub(words::width(&last) + 1);
    let ruled = match (last.is_empty(), measure.mirrored) {
        (false, _) if left == 0 => last,
        (true, _) => rule.repeat(measure.width),
        (false, true) => format!("{} {}{last}", rule.repeat(left), line::pin(&last)),
        (false, false) => format!("{last} {}{}", line::pin(&last), rule.repeat(left)),
    };
    lines.push(ruled);
    lines.into_iter().map(|words| Line::new(words, Weight::Strong)).collect()
}

fn item_lines(item: &Item, measure: Measure) -> Vec<Line> {
    let bullet = "- ";
    let text = line::wrapped(&words::of(&item.text), measure.less(bullet.len()), Weight::Plain);
    let mut out = line::led(bullet, text);
    out.extend(opened_lines(&item.opens, measure));
    out
}

/// What opens, set in; nothing unless the measure asks for it.
pub(super) fn opened_lines(opens: &[Block], measure: Measure) -> Vec<Line> {
    if opens.is_empty() || !measure.expanded {
        return Vec::new();
    }
    let inner = Measure { tight: true, ..measure.less(OPENED_INDENT.len()) };
    line::led(OPENED_INDENT, lines(opens, inner, 2))
}

fn beside_lines(sections: &[Section], measure: Measure, level: usize) -> Vec<Line> {
    let count = sections.len().max(1);
    let rules = words::width(BESIDE_RULE) * (count - 1);
    let each = measure.width.saturating_sub(rules) / count;
    if each < BESIDE_WIDTH_MIN {
        let stacked: Vec<Block> = sections.iter().cloned().map(Block::Section).collect();
        return lines(&stacked, measure, level);
    }
    let inner = Measure { width: each, ..measure };
    let columns: Vec<Vec<Line>> =
        sections.iter().map(|section| section_lines(section, inner, level + 1)).collect();
    let height = columns.iter().map(Vec::len).max().unwrap_or(0);
    (0..height).map(|index| beside_line(&columns, index, inner)).collect()
}

fn beside_line(columns: &[Vec<Line>], index: usize, measure: Measure) -> Line {
    let mut parts: Vec<String> = columns.iter().map(|lines| beside_part(lines.get(index), measure)).collect();
    if measure.mirrored {
        parts.reverse();
    }
    let weight = columns[0].get(index).map_or(Weight::Plain, Line::weight);
    let rule = format!("{pin}{BESIDE_RULE}{pin}", pin = line::pin(&parts.concat()));
    Line::new(parts.join(&rule), weight)
}

fn beside_part(line: Option<&Line>, measure: Measure) -> String {
    let words = line.map(|line| line.printed(measure)).unwrap_or_default();
    let pad = " ".repeat(measure.width.saturating_sub(words::width(&words)));
    format!("{words}{pad}")
}
