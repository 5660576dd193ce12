//! Tables as HTML: caption, scoped headings, cells with their marks and what opens behind them.

use super::escape::{escaped, text, words};
use super::{Place, blocks};
use crate::{Align, Cell, Column, Mark, Pattern, Row, Table};

/// Stands in a cell with nothing in it.
const DASH: &str = "<span class=\"muted\">—</span>";

/// The table with its legend, in a frame that scrolls where the screen is narrow.
pub(super) fn html(table: &Table, place: &mut Place<'_>) -> String {
    let id = place.id(&table.key);
    let rows: String = table.rows.iter().map(|one| row(table, one, place)).collect();
    format!(
        "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\">\n\
         <table{id}>\n<caption>{caption}</caption>\n{columns}{header}<tbody>\n{rows}</tbody>\n</table>\n</div>\n{legend}",
        label = words(&table.caption),
        caption = text(&table.caption, place),
        columns = columns(table),
        header = header(table, place),
        legend = legend(table, place),
    )
}

/// Widths by weight, in hundredths, as the classes `w-1` to `w-100` of the style sheet: a page need not permit
/// styles of its own. Left to the browser where all columns weigh the same.
fn columns(table: &Table) -> String {
    let weights: Vec<u32> = table.columns.iter().map(|column| u32::from(column.weight.max(1))).collect();
    let total: u32 = weights.iter().sum();
    if weights.windows(2).all(|pair| pair[0] == pair[1]) {
        return String::new();
    }
    let columns: Vec<String> =
        weights.iter().map(|weight| format!("<col class=\"w-{}\">", (weight * 100 / total).max(1))).collect();
    format!("<colgroup>{}</colgroup>\n", columns.concat())
}

fn header(table: &Table, place: &Place<'_>) -> String {
    let cells: Vec<String> = table
        .columns
        .iter()
        .map(|column| format!("<th scope=\"col\"{}>{}</th>\n", class(column), text(&column.title, place)))
        .collect();
    format!("<thead>\n<tr>\n{}</tr>\n</thead>\n", cells.concat())
}

fn class(column: &Column) -> String {
    let align = match column.align {
        Align::Start => "",
        Align::Centre => "centre",
        Align::End => "end",
    };
    let heavy = if column.heavy { "heavy" } else { "" };
    let classes: Vec<&str> = [align, heavy].into_iter().filter(|class| !class.is_empty()).collect();
    if classes.is_empty() { String::new() } else { format!(" class=\"{}\"", classes.join(" ")) }
}

fn row(table: &Table, row: &Row, place: &mut Place<'_>) -> String {
    let id = place.id(&row.key);
    let empty = Cell::default();
    let cells = row.cells.iter().chain(std::iter::repeat(&empty));
    let cells: String =
        table.columns.iter().zip(cells).map(|(column, one)| cell((table, row, column), one, place)).collect();
    format!("<tr{id}>\n{cells}</tr>\n")
}

fn cell((table, row, column): (&Table, &Row, &Column), cell: &Cell, place: &mut Place<'_>) -> String {
    let id = place.id(&format!("{}/{}", row.key, column.key));
    let class = class(column);
    let empty = if cell.opens.is_empty() { blank(table, row, column, place) } else { DASH.to_owned() };
    let marked = |words: String| match (&cell.mark, words.is_empty()) {
        (None, true) => empty.clone(),
        (None, false) => words,
        (Some(one), true) => mark(one),
        (Some(one), false) => format!("{} {words}", mark(one)),
    };
    let shown = blocks::with_opened(&cell.text, marked, &cell.opens, place);
    if column.heading {
        format!("<th scope=\"row\"{id}{class}>{shown}</th>\n")
    } else {
        format!("<td{id}{class}>{shown}</td>\n")
    }
}

/// A dash; and where the page can lead there, the way to fill the cell, which says for the ear what stands where.
fn blank(table: &Table, row: &Row, column: &Column, place: &Place<'_>) -> String {
    let Some((address, said)) = place.blank(&table.key, &row.key, &column.key) else {
        return DASH.to_owned();
    };
    let heading = table.columns.iter().position(|column| column.heading).and_then(|at| row.cells.get(at));
    let heading = heading.map_or_else(String::new, |cell| words(&cell.text));
    format!(
        "{DASH}<a class=\"enter\" href=\"{address}\" title=\"{said}\"><span aria-hidden=\"true\">+</span>\
         <span class=\"unseen\">{said}: {column}, {heading}</span></a>",
        address = escaped(&address),
        said = escaped(&said),
        column = words(&column.title),
    )
}

/// A boxed letter on its pattern; its meaning for the ear and under the pointer.
fn mark(mark: &Mark) -> String {
    let stale = if mark.stale { " stale" } else { "" };
    let meaning = escaped(&mark.meaning());
    let spoken =
        if meaning.is_empty() { String::new() } else { format!("<span class=\"unseen\"> {meaning} </span>") };
    format!(
        "<span class=\"mark {pattern}{stale}\" title=\"{meaning}\"><bdi>{letter}</bdi>{spoken}</span>",
        pattern = pattern_class(mark.pattern),
        letter = escaped(&mark.letter),
    )
}

fn pattern_class(pattern: Pattern) -> &'static str {
    match pattern {
        Pattern::Blank => "blank",
        Pattern::Outline => "outline",
        Pattern::Dots => "dots",
        Pattern::Lines => "lines",
        Pattern::Grid => "grid",
        Pattern::Solid => "solid",
    }
}

fn legend(table: &Table, place: &Place<'_>) -> String {
    let stale = "<span class=\"mark stale sample\" aria-hidden=\"true\"></span> <bdi lang=\"en\">hatched: stale</bdi>";
    match (table.legend.is_empty(), table.has_stale()) {
        (true, false) => String::new(),
        (true, true) => format!("<p class=\"legend\">{stale}</p>\n"),
        (false, false) => format!("<p class=\"legend\">{}</p>\n", text(&table.legend, place)),
        (false, true) => format!("<p class=\"legend\">{} {stale}</p>\n", text(&table.legend, place)),
    }
}
