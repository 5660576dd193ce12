//! Tables as lines: wrapped cells between thin rules, in bands of columns where not all fit side by side.

use super::line::{self, Line, Measure, Weight};
use super::widths::{self, Wish};
use super::{blocks, words};
use crate::{Align, Cell, Column, Row, Table};

/// A column with more text than this is never set narrower: the table is broken into bands instead.
const COLUMN_WIDTH_MIN: usize = 12;

/// The columns that a rule between two cells takes.
const RULE_WIDTH: usize = 3;

/// The columns that heavy rules at both edges take at most.
const EDGES_WIDTH: usize = 4;

/// The table, its legend, and (if asked) what opens behind its cells.
pub(super) fn lines(table: &Table, measure: Measure) -> Vec<Line> {
    let mut out = Vec::new();
    for band in bands(table, measure.width) {
        if !out.is_empty() {
            out.push(Line::blank());
        }
        out.extend(band_lines(table, &band, measure));
    }
    out.extend(legend_lines(table, measure));
    out.extend(opened_lines(table, measure));
    out
}

/// Column indices of each band; every band repeats the heading columns, if they leave room for others.
fn bands(table: &Table, width: usize) -> Vec<Vec<usize>> {
    let need = |index: &usize| wish(table, *index).natural.clamp(1, COLUMN_WIDTH_MIN) + RULE_WIDTH;
    let edges = if table.columns.iter().any(|column| column.heavy) { EDGES_WIDTH } else { 0 };
    let width = (width + RULE_WIDTH).saturating_sub(edges);
    let is_heading = |index: &usize| table.columns[*index].heading;
    let all = 0..table.columns.len();
    let repeated = all.clone().filter(is_heading).map(|index| need(&index)).sum::<usize>() <= width / 2;
    let (headings, values): (Vec<usize>, Vec<usize>) =
        all.clone().partition(|index| repeated && is_heading(index));
    let room = width.saturating_sub(headings.iter().map(need).sum());
    let mut bands: Vec<Vec<usize>> = vec![Vec::new()];
    let mut taken = 0;
    for index in values {
        if taken + need(&index) > room && taken > 0 {
            bands.push(Vec::new());
            taken = 0;
        }
        taken += need(&index);
        bands.last_mut().into_iter().for_each(|band| band.push(index));
    }
    if bands.len() == 1 {
        return vec![all.collect()];
    }
    bands.into_iter().map(|band| headings.iter().copied().chain(band).collect()).collect()
}

fn wish(table: &Table, index: usize) -> Wish {
    let column = &table.columns[index];
    let cells = table.rows.iter().map(|row| cell_words(row.cells.get(index)));
    let all: Vec<String> = cells.chain([words::of(&column.title)]).collect();
    let most = |measured: fn(&str) -> usize| all.iter().map(|words| measured(words)).max().unwrap_or(1);
    Wish {
        natural: most(words::natural_width),
        word: most(words::longest_word),
        weight: usize::from(column.weight),
    }
}

/// The words of a cell with its mark before them; "—" where there is neither.
pub(super) fn cell_words(cell: Option<&Cell>) -> String {
    let Some(cell) = cell else { return "—".to_owned() };
    let text = words::of(&cell.text);
    match (&cell.mark, text.trim().is_empty()) {
        (Some(mark), true) => mark_words(mark),
        (Some(mark), false) => format!("{} {text}", mark_words(mark)),
        (None, true) => "—".to_owned(),
        (None, false) => text,
    }
}

fn mark_words(mark: &crate::Mark) -> String {
    let letter = words::of(&mark.letter.as_str().into());
    format!("[{letter}]{}", if mark.stale { "~" } else { "" })
}

/// What stands between two columns.
struct Strokes {
    gap: &'static str,
    light: &'static str,
    heavy: &'static str,
}

const BETWEEN_CELLS: Strokes = Strokes { gap: " ", light: "│", heavy: "┃" };

/// One band, ready to be set: its columns in the order of the page and their widths.
struct Band<'a> {
    columns: Vec<(usize, &'a Column, usize)>,
    mirrored: bool,
}

fn band_lines(table: &Table, indices: &[usize], measure: Measure) -> Vec<Line> {
    let band = band(table, indices, measure);
    let header: Vec<String> = band.columns.iter().map(|(_, column, _)| words::of(&column.title)).collect();
    let rows: Vec<Vec<String>> = table.rows.iter().map(|row| band.row_lines(&band.row_words(row))).collect();
    let ruled = rows.iter().any(|lines| lines.len() > 1);
    let mut out: Vec<Line> = strong(band.row_lines(&header));
    out.push(Line::new(band.rule("─"), Weight::Faint));
    for (index, row) in rows.into_iter().enumerate() {
        if ruled && index > 0 {
            out.push(Line::new(band.rule("┄"), Weight::Faint));
        }
        out.extend(row.into_iter().map(|words| Line::new(words, Weight::Plain)));
    }
    out
}

fn strong(lines: Vec<String>) -> Vec<Line> {
    lines.into_iter().map(|words| Line::new(words, Weight::Strong)).collect()
}

fn band<'a>(table: &'a Table, indices: &[usize], measure: Measure) -> Band<'a> {
    let wishes: Vec<Wish> = indices.iter().map(|&index| wish(table, index)).collect();
    let rules = RULE_WIDTH * indices.len().saturating_sub(1) + edges(table, indices);
    let widths = widths::fitted(&wishes, measure.width.saturating_sub(rules));
    let mut columns: Vec<(usize, &Column, usize)> =
        indices.iter().zip(widths).map(|(&index, width)| (index, &table.columns[index], width)).collect();
    if measure.mirrored {
        columns.reverse();
    }
    Band { columns, mirrored: measure.mirrored }
}

/// Columns taken by heavy rules at the outer edges.
fn edges(table: &Table, indices: &[usize]) -> usize {
    let heavy = |index: Option<&usize>| index.is_some_and(|&index| table.columns[index].heavy);
    2 * (usize::from(heavy(indices.first())) + usize::from(heavy(indices.last())))
}

impl Band<'_> {
    fn row_words(&self, row: &Row) -> Vec<String> {
        self.columns.iter().map(|(index, ..)| cell_words(row.cells.get(*index))).collect()
    }

    /// The lines of one row: cells wrapped, padded and ruled.
    fn row_lines(&self, cells: &[String]) -> Vec<String> {
        let wrapped: Vec<Vec<String>> =
            cells.iter().zip(&self.columns).map(|(words, (.., width))| words::wrap(words, *width)).collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(1);
        let pin = line::pin(&cells.concat());
        (0..height).map(|index| self.row_line(&wrapped, index, &pin)).collect()
    }

    fn row_line(&self, wrapped: &[Vec<String>], index: usize, pin: &str) -> String {
        let parts = wrapped.iter().zip(&self.columns).map(|(lines, (_, column, width))| {
            let words = lines.get(index).map(String::as_str).unwrap_or_default();
            padded(words, *width, column.align, self.mirrored)
        });
        self.joined(&parts.collect::<Vec<_>>(), pin, &BETWEEN_CELLS)
    }

    fn rule(&self, level: &'static str) -> String {
        let parts: Vec<String> = self.columns.iter().map(|(.., width)| level.repeat(*width)).collect();
        self.joined(&parts, "", &Strokes { gap: level, light: "┼", heavy: "╂" })
    }

    /// Parts with strokes between them, and heavy ones at the edges where an outer column is heavy.
    fn joined(&self, parts: &[String], pin: &str, strokes: &Strokes) -> String {
        let heavy = |index: usize| self.columns.get(index).is_some_and(|(_, column, _)| column.heavy);
        let mut out: Vec<&str> = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                let stroke = if heavy(index) || heavy(index - 1) { strokes.heavy } else { strokes.light };
                out.extend([pin, strokes.gap, stroke, strokes.gap, pin]);
            } else if heavy(0) {
                out.extend([strokes.heavy, strokes.gap, pin]);
            }
            out.push(part);
        }
        if parts.len().checked_sub(1).is_some_and(heavy) {
            out.extend([pin, strokes.gap, strokes.heavy]);
        }
        out.concat()
    }
}

fn padded(words: &str, width: usize, align: Align, mirrored: bool) -> String {
    let room = width.saturating_sub(words::width(words));
    let before = match (align, mirrored) {
        (Align::Start, false) | (Align::End, true) => 0,
        (Align::Centre, _) => room / 2,
        (Align::End, false) | (Align::Start, true) => room,
    };
    format!("{}{words}{}", " ".repeat(before), " ".repeat(room - before))
}

fn legend_lines(table: &Table, measure: Measure) -> Vec<Line> {
    let mut legend = words::of(&table.legend);
    if table.has_stale() {
        legend.push_str(if legend.is_empty() { "~ stale" } else { " · ~ stale" });
    }
    if legend.is_empty() { Vec::new() } else { line::wrapped(&legend, measure, Weight::Faint) }
}

fn opened_lines(table: &Table, measure: Measure) -> Vec<Line> {
    if !measure.expanded {
        return Vec::new();
    }
    table.rows.iter().flat_map(|row| row_opened_lines(table, row, measure)).collect()
}

/// What opens behind every cell of a row, each under the name of row and column.
pub(super) fn row_opened_lines(table: &Table, row: &Row, measure: Measure) -> Vec<Line> {
    let opening = table.columns.iter().zip(&row.cells).filter(|(_, cell)| !cell.opens.is_empty());
    let mut out = Vec::new();
    for (column, cell) in opening {
        let name = format!("{}: {}", cell_name(table, row, column), cell_words(Some(cell)));
        out.push(Line::blank());
        out.extend(line::wrapped(&name, measure, Weight::Strong));
        out.extend(blocks::opened_lines(&cell.opens, measure));
    }
    out
}

/// The name of a cell: its row's heading and its column's title.
pub(super) fn cell_name(table: &Table, row: &Row, column: &Column) -> String {
    let heading = table.columns.iter().position(|column| column.heading);
    let row_name = match heading.and_then(|index| row.cells.get(index)) {
        Some(cell) if !cell.text.is_empty() => words::of(&cell.text),
        _ => words::of(&row.key.as_str().into()),
    };
    format!("{row_name} / {}", words::of(&column.title))
}
