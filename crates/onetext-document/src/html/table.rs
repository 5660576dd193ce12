//! Tables as HTML: caption, scoped headings, cells with their marks and what opens behind them.

use super::escape::{escaped, text, words};
use super::{Place, blocks};
use crate::{Align, Cell, Column, Mark, Pattern, Row, Table};

/// The table with its legend, in a frame that scrolls where the screen is narrow.
pub(super) fn html(table: &Table, place: &mut Place) -> String {
    let id = place.id(&table.key);
    let rows: String = table.rows.iter().map(|one| row(table, one, place)).collect();
    format!(
        "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\">\n\
         <table{id}>\n<caption>{caption}</caption>\n{columns}{header}<tbody>\n{rows}</tbody>\n</table>\n</div>\n{legend}",
        label = words(&table.caption),
        caption = text(&table.caption),
        columns = columns(table),
        header = header(table),
        legend = legend(table),
    )
}

/// Widths by weight, in hundredths; left to the browser where all columns weigh the same.
fn columns(table: &Table) -> String {
    let weights: Vec<u32> = table.columns.iter().map(|column| u32::from(column.weight.max(1))).collect();
    let total: u32 = weights.iter().sum();
    if weights.windows(2).all(|pair| pair[0] == pair[1]) {
        return String::new();
    }
    let columns: Vec<String> =
        weights.iter().map(|weight| format!("<col style=\"width:{}%\">", weight * 100 / total)).collect();
    format!("<colgroup>{}</colgroup>\n", columns.concat())
}

fn header(table: &Table) -> String {
    let cells: Vec<String> = table
        .columns
        .iter()
        .map(|column| format!("<th scope=\"col\"{}>{}</th>\n", class(column), text(&column.title)))
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

fn row(table: &Table, row: &Row, place: &mut Place) -> String {
    let id = place.id(&row.key);
    let empty = Cell::default();
    let cells = row.cells.iter().chain(std::iter::repeat(&empty));
    let cells: String =
        table.columns.iter().zip(cells).map(|(column, one)| cell(row, column, one, place)).collect();
    format!("<tr{id}>\n{cells}</tr>\n")
}

fn cell(row: &Row, column: &Column, cell: &Cell, place: &mut Place) -> String {
    let id = place.id(&format!("{}/{}", row.key, column.key));
    let class = class(column);
    let shown = blocks::with_opened(&shown(cell), &cell.opens, place);
    if column.heading {
        format!("<th scope=\"row\"{id}{class}>{shown}</th>\n")
    } else {
        format!("<td{id}{class}>{shown}</td>\n")
    }
}

fn shown(cell: &Cell) -> String {
    match (&cell.mark, cell.text.is_empty()) {
        (None, true) => "<span class=\"muted\">—</span>".to_owned(),
        (None, false) => text(&cell.text),
        (Some(one), true) => mark(one),
        (Some(one), false) => format!("{} {}", mark(one), text(&cell.text)),
    }
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

fn legend(table: &Table) -> String {
    let stale = "<span class=\"mark stale sample\" aria-hidden=\"true\"></span> <bdi lang=\"en\">hatched: stale</bdi>";
    match (table.legend.is_empty(), table.has_stale()) {
        (true, false) => String::new(),
        (true, true) => format!("<p class=\"legend\">{stale}</p>\n"),
        (false, false) => format!("<p class=\"legend\">{}</p>\n", text(&table.legend)),
        (false, true) => format!("<p class=\"legend\">{} {stale}</p>\n", text(&table.legend)),
    }
}
