//! Tables: the header on every sheet, no row torn between two, the chair's column ruled heavier, columns mirrored in a document
//! that is read from right to left.

use super::blocks::{Setting, Writer};
use super::runs;
use super::xml::{element, valued};
use crate::{Align, Cell, Column, Row, Style, Table, Text};

/// A thin rule, and the heavy one on both sides of a column; in eighths of a point.
const RULES: [u32; 2] = [4, 18];
/// Room between a rule and its words, in twentieths of a point.
const CELL_MARGIN: u32 = 80;

/// The table with its caption and legend.
pub(super) fn write(writer: &Writer, table: &Table, width: u32) -> String {
    let weights: Vec<u32> = table.columns.iter().map(|column| u32::from(column.weight.max(1))).collect();
    let widths = widths(&weights, width);
    let titles: String = table
        .columns
        .iter()
        .zip(&widths)
        .enumerate()
        .map(|(at, (column, width))| {
            let words = runs::text(&column.title, true, writer.direction);
            let against = writer.runs_against(&column.title.to_words());
            let inner = writer.paragraph(Setting { against, ..setting(column) }, &words);
            cell(*width, heavy_sides(table, at), true, &inner)
        })
        .collect();
    let header = row("<w:cantSplit/><w:tblHeader/>", &titles);
    let rows: String = table.rows.iter().map(|one| body_row(writer, table, one, &widths)).collect();
    let caption =
        if table.caption.is_empty() { String::new() } else { writer.styled("Caption", &table.caption) };
    // A table must have a row and a cell.
    let body = if table.columns.is_empty() {
        String::new()
    } else {
        framed(writer, &widths, true, &(header + &rows))
    };
    caption + &body + &legend(writer, table)
}

/// A table without a header: cells that hold paragraphs already.
pub(super) fn plain(writer: &Writer, rows: &[Vec<String>], weights: &[u32], width: u32) -> String {
    let widths = widths(weights, width);
    let rows: String = rows
        .iter()
        .map(|cells| {
            let cells: String = cells
                .iter()
                .zip(&widths)
                .map(|(inner, width)| cell(*width, [false; 2], false, inner))
                .collect();
            row("<w:cantSplit/>", &cells)
        })
        .collect();
    if rows.is_empty() { rows } else { framed(writer, &widths, false, &rows) + &space(writer) }
}

/// The width of each column by its weight.
fn widths(weights: &[u32], width: u32) -> Vec<u32> {
    let all: u32 = weights.iter().sum::<u32>().max(1);
    let share = |weight: &u32| u64::from(width) * u64::from(*weight) / u64::from(all);
    weights.iter().map(|weight| u32::try_from(share(weight)).unwrap_or(width).max(1)).collect()
}

/// The properties in the order of the schema (`CT_TblPr`), the grid and the rows.
fn framed(writer: &Writer, widths: &[u32], ruled: bool, rows: &str) -> String {
    let direction = if writer.is_leftward() { "<w:bidiVisual/>" } else { "" };
    let all: u32 = widths.iter().sum();
    let rule = |side: &str, value: &str| {
        format!("<w:{side} w:val=\"{value}\" w:sz=\"{}\" w:space=\"0\" w:color=\"808080\"/>", RULES[0])
    };
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
    let value =
        |side: &str| if ruled || matches!(side, "top" | "bottom" | "insideH") { "single" } else { "nil" };
    let borders: String = sides.iter().map(|side| rule(side, value(side))).collect();
    let margin = |side: &str| format!("<w:{side} w:w=\"{CELL_MARGIN}\" w:type=\"dxa\"/>");
    let properties = format!(
        "{direction}<w:tblW w:w=\"{all}\" w:type=\"dxa\"/><w:tblBorders>{borders}</w:tblBorders>\
         <w:tblLayout w:type=\"fixed\"/><w:tblCellMar>{}{}</w:tblCellMar>",
        margin("left"),
        margin("right"),
    );
    let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    element("tbl", "", &(element("tblPr", "", &properties) + &element("tblGrid", "", &grid) + rows))
}

fn row(properties: &str, cells: &str) -> String {
    element("tr", "", &(element("trPr", "", properties) + cells))
}

/// A cell; its properties in the order of the schema (`CT_TcPr`).
fn cell(width: u32, sides: [bool; 2], heading: bool, inner: &str) -> String {
    let heavy = |side: &str| {
        format!("<w:{side} w:val=\"single\" w:sz=\"{}\" w:space=\"0\" w:color=\"303030\"/>", RULES[1])
    };
    let borders = match sides {
        [false, false] => String::new(),
        [true, false] => element("tcBorders", "", &heavy("left")),
        [false, true] => element("tcBorders", "", &heavy("right")),
        [true, true] => element("tcBorders", "", &(heavy("left") + &heavy("right"))),
    };
    let shade = if heading { "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EDEDED\"/>" } else { "" };
    let align = if heading { valued("vAlign", "bottom") } else { String::new() };
    let properties = format!("<w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{borders}{shade}{align}");
    // A cell ends with a paragraph.
    let end = if inner.ends_with("</w:p>") || inner.ends_with("<w:p/>") { "" } else { "<w:p/>" };
    element("tc", "", &(element("tcPr", "", &properties) + inner + end))
}

/// Whether a cell is ruled heavier at its start and at its end: on its own account, or because its neighbour is.
fn heavy_sides(table: &Table, at: usize) -> [bool; 2] {
    let is_heavy =
        |at: Option<usize>| at.and_then(|at| table.columns.get(at)).is_some_and(|column| column.heavy);
    let own = is_heavy(Some(at));
    [own || is_heavy(at.checked_sub(1)), own || is_heavy(at.checked_add(1))]
}

fn body_row(writer: &Writer, table: &Table, one: &Row, widths: &[u32]) -> String {
    let empty = Cell::default();
    let cells = one.cells.iter().chain(std::iter::repeat(&empty));
    let cells: String = table
        .columns
        .iter()
        .zip(widths)
        .zip(cells)
        .enumerate()
        .map(|(at, ((column, width), one))| {
            cell(*width, heavy_sides(table, at), false, &filled(writer, column, one))
        })
        .collect();
    row("<w:cantSplit/>", &cells)
}

/// What stands in a cell: the mark and the words, or a dash.
fn filled(writer: &Writer, column: &Column, cell: &Cell) -> String {
    let words = runs::text(&cell.text, column.heading, writer.direction);
    let inner = match (&cell.mark, words.is_empty()) {
        (None, true) => writer.text(&Text::styled("—", Style::Muted)),
        (None, false) => words,
        (Some(mark), true) => runs::mark(mark, writer.direction),
        (Some(mark), false) => runs::mark(mark, writer.direction) + &writer.text(&" ".into()) + &words,
    };
    let against = writer.runs_against(&cell.text.to_words());
    writer.paragraph(Setting { against, ..setting(column) }, &inner)
}

/// Words in a column. `right` is the end of the line in either direction of writing.
fn setting(column: &Column) -> Setting<'static> {
    let align = match column.align {
        Align::Start => "",
        Align::Centre => "center",
        Align::End => "right",
    };
    Setting { style: "Cell", align, ..Setting::default() }
}

fn legend(writer: &Writer, table: &Table) -> String {
    let mut words = table.legend.clone();
    if table.has_stale() {
        let between = if words.is_empty() { "" } else { " · " };
        words = words.then(format!("{between}~ stale"), Style::Plain);
    }
    writer.styled("Legend", &words)
}

/// Two tables that touch would be one.
fn space(writer: &Writer) -> String {
    writer.styled("Legend", &Text::default())
}
