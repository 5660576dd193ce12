//! The spreadsheet writer: one sheet a table, made to be filled in by hand and read back.
//!
//! The shape of a sheet, which whoever reads it back relies on:
//!
//! - The first row is hidden and holds the column keys, the first column is hidden and holds the row keys; the
//!   corner holds `key`.
//! - The second row is the visible header, frozen and repeated on every printed page.
//! - A cell with a mark is `A  sentence`: the letter, two spaces, the text. A cell without anything is `—`.
//! - Words put in are bold italic, words taken out are struck; in the text of such a cell no sign stands for it.
//! - A stale mark hatches and slants its cell: not every program draws patterns.
//! - Rows without a key are not data: the legend is one.
//! - Text that a spreadsheet might take for a formula has an apostrophe (`'`) before it, also after the sheet has
//!   been saved as CSV: whoever reads the sheet back removes one.
//!
//! The same tables give the same bytes: the file's date is an argument, or a fixed day.

mod looks;
mod words;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};

use crate::{Cell, Column, Direction, Row, Table, characters};
use looks::{cell_format, header_format, legend_format, run_format};
use words::{CELL_LETTERS_MAX, cell_words, footed, keyed, lines, marked_runs, sheet_name, sized, words};

/// The widths of all columns of a sheet together, in letters: an A4 page on its side.
const SHEET_WIDTH: u32 = 130;

/// A column is at least this many letters wide.
const COLUMN_WIDTH_MIN: u16 = 8;

/// The height of a line, and the greatest height of a row, in points.
const LINE_HEIGHT: f64 = 16.5;
const ROW_HEIGHT_MAX: f64 = 409.0;

/// The file's date where none is given: the same on every machine.
const CREATED_DEFAULT: (u16, u8, u8) = (2000, 1, 1);

/// The number by which spreadsheets know A4.
const PAPER_A4: u8 = 9;

/// What the file says about itself.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Properties {
    /// The title; empty for none.
    pub title: String,
    /// Year, month and day that the file says it was made on.
    pub created: Option<(u16, u8, u8)>,
    /// The line at the foot of every printed page, before its number; empty for none.
    pub foot: String,
    /// The direction of the sheets; where none is given, that of the first heading.
    pub direction: Option<Direction>,
}

/// Why a workbook could not be written.
#[derive(Debug, thiserror::Error)]
pub enum XlsxError {
    /// A text is longer than a cell can hold.
    #[error(
        "table `{table}`, row `{row}`, column `{column}`: the text is longer than the {CELL_LETTERS_MAX} characters of a spreadsheet cell; shorten it"
    )]
    TooLong {
        /// Key of the table.
        table: String,
        /// Key of the row; empty for a heading.
        row: String,
        /// Key of the column.
        column: String,
    },
    /// A limit of the file format: too many rows or columns, an impossible date.
    #[error("the spreadsheet cannot be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}

/// The tables as the bytes of one workbook.
pub fn write(tables: &[&Table], properties: &Properties) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let (year, month, day) = properties.created.unwrap_or(CREATED_DEFAULT);
    let created = ExcelDateTime::from_ymd(year, month, day)?;
    let about = DocProperties::new().set_title(&properties.title).set_creation_datetime(&created);
    workbook.set_properties(&about);
    let mut names: Vec<String> = Vec::new();
    for table in tables {
        let name = sheet_name(&table.key, &names);
        fill(workbook.add_worksheet().set_name(&name)?, table, properties)?;
        names.push(name);
    }
    Ok(workbook.save_to_buffer()?)
}

fn fill(sheet: &mut Worksheet, table: &Table, properties: &Properties) -> Result<(), XlsxError> {
    set_page(sheet, table, properties)?;
    sheet.write_string(0, 0, "key")?;
    let mut header_lines = 1;
    for (index, column) in table.columns.iter().enumerate() {
        let place = column_number(index)?;
        sheet.write_string(0, place, keyed(&column.key))?;
        let title = sized(words(&column.title), [&table.key, "", &column.key])?;
        header_lines = header_lines.max(lines(&title, width(table, column)));
        sheet.write_string_with_format(1, place, title, &header_format(column))?;
        sheet.set_column_width(place, width(table, column))?;
    }
    sheet.set_row_height(1, row_height(header_lines))?;
    for (index, row) in table.rows.iter().enumerate() {
        fill_row(sheet, table, row, row_number(index + 2)?)?;
    }
    fill_legend(sheet, table, row_number(table.rows.len() + 3)?)
}

fn fill_row(sheet: &mut Worksheet, table: &Table, row: &Row, place: u32) -> Result<(), XlsxError> {
    sheet.write_string(place, 0, keyed(&row.key))?;
    let empty = Cell::default();
    let mut row_lines = 1;
    for (index, column) in table.columns.iter().enumerate() {
        let cell = row.cells.get(index).unwrap_or(&empty);
        let text = sized(cell_words(cell), [&table.key, &row.key, &column.key])?;
        row_lines = row_lines.max(lines(&text, width(table, column)));
        let (at, format) = (column_number(index)?, cell_format(column, cell));
        let runs = marked_runs(cell);
        if runs.is_empty() {
            sheet.write_string_with_format(place, at, text, &format)?;
        } else {
            let runs: Vec<(Format, &str)> =
                runs.iter().map(|(style, words)| (run_format(*style), words.as_str())).collect();
            let runs: Vec<(&Format, &str)> = runs.iter().map(|(format, words)| (format, *words)).collect();
            sheet.write_rich_string_with_format(place, at, &runs, &format)?;
        }
    }
    sheet.set_row_height(place, row_height(row_lines))?;
    Ok(())
}

fn row_height(lines: u16) -> f64 {
    (LINE_HEIGHT * f64::from(lines)).min(ROW_HEIGHT_MAX)
}

/// The legend below the table, in a row without a key, over the width of the table: beside it a page would be as wide as
/// the legend is long.
fn fill_legend(sheet: &mut Worksheet, table: &Table, place: u32) -> Result<(), XlsxError> {
    let stale = if table.has_stale() { "hatched and slanted: stale" } else { "" };
    let parts = [words(&table.legend), stale.to_owned()];
    let legend: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if legend.is_empty() {
        return Ok(());
    }
    let legend = sized(legend.join(" · "), [&table.key, "", "legend"])?;
    let whole: u16 = table.columns.iter().map(|column| width(table, column)).sum();
    sheet.set_row_height(place, row_height(lines(&legend, whole.max(COLUMN_WIDTH_MIN))))?;
    if table.columns.len() > 1 {
        let last = column_number(table.columns.len() - 1)?;
        sheet.merge_range(place, 1, place, last, &legend, &legend_format())?;
    } else {
        sheet.write_string_with_format(place, 1, legend, &legend_format())?;
    }
    Ok(())
}

fn set_page(sheet: &mut Worksheet, table: &Table, properties: &Properties) -> Result<(), XlsxError> {
    let headings = table.columns.iter().take_while(|column| column.heading).count();
    let by_heading =
        || table.columns.first().is_some_and(|one| characters::reads_right_to_left(&words(&one.title)));
    let leftward = properties.direction.map_or_else(by_heading, |given| given == Direction::RightToLeft);
    sheet.set_landscape().set_paper_size(PAPER_A4).set_print_fit_to_pages(1, 0).set_right_to_left(leftward);
    sheet.set_footer(footed(&properties.foot));
    sheet.set_repeat_rows(1, 1)?;
    sheet.set_freeze_panes(2, column_number(headings)?)?;
    sheet.set_row_hidden(0)?;
    sheet.set_column_hidden(0)?;
    Ok(())
}

/// The place of a column; the first is taken by the keys.
fn column_number(index: usize) -> Result<u16, XlsxError> {
    let place = u16::try_from(index + 1);
    place.map_err(|_| XlsxError::Workbook(rust_xlsxwriter::XlsxError::RowColumnLimitError))
}

fn row_number(index: usize) -> Result<u32, XlsxError> {
    u32::try_from(index).map_err(|_| XlsxError::Workbook(rust_xlsxwriter::XlsxError::RowColumnLimitError))
}

/// The width of a column in letters.
fn width(table: &Table, column: &Column) -> u16 {
    let all: u32 = table.columns.iter().map(|column| u32::from(column.weight.max(1))).sum();
    let share = SHEET_WIDTH * u32::from(column.weight.max(1)) / all.max(1);
    u16::try_from(share).unwrap_or(u16::MAX).max(COLUMN_WIDTH_MIN)
}
