//! The spreadsheet writer: one sheet a table, made to be filled in by hand and read back.
//!
//! The shape of a sheet, which whoever reads it back relies on:
//!
//! - The first row is hidden and holds the column keys, the first column is hidden and holds the row keys; the
//!   corner holds `key`.
//! - The second row is the visible header, frozen and repeated on every printed page.
//! - A cell with a mark is `A  sentence`: the letter, two spaces, the text. A cell without anything is `—`.
//! - Rows without a key are not data: the legend is one.
//! - Text that a spreadsheet might take for a formula has an apostrophe (`'`) before it, also after the sheet has
//!   been saved as CSV: whoever reads the sheet back removes one.
//!
//! The same tables give the same bytes: the file's date is an argument, or a fixed day.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatPattern, Workbook,
    Worksheet,
};

use crate::{Align, Cell, Column, Mark, Pattern, Row, Table, Text, characters};

/// A sheet's name is at most this long in every spreadsheet program, counted in UTF-16.
const SHEET_NAME_UNITS_MAX: usize = 31;

/// The widths of all columns of a sheet together, in letters: an A4 page on its side.
const SHEET_WIDTH: f64 = 130.0;

/// A column is at least this many letters wide.
const COLUMN_WIDTH_MIN: f64 = 8.0;

/// The file's date where none is given: the same on every machine.
const CREATED_DEFAULT: (u16, u8, u8) = (2000, 1, 1);

/// The number by which spreadsheets know A4.
const PAPER_A4: u8 = 9;

/// A cell holds at most this many characters, in every spreadsheet program.
const CELL_LETTERS_MAX: usize = 32_767;

/// What the file says about itself.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Properties {
    /// The title; empty for none.
    pub title: String,
    /// Year, month and day that the file says it was made on.
    pub created: Option<(u16, u8, u8)>,
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
        fill(workbook.add_worksheet().set_name(&name)?, table)?;
        names.push(name);
    }
    Ok(workbook.save_to_buffer()?)
}

/// A name that every program takes and that no earlier sheet has.
fn sheet_name(key: &str, taken: &[String]) -> String {
    let allowed = |character: char| !character.is_control() && !"[]:*?/\\'".contains(character);
    let plain = cut(key.chars().filter(|character| allowed(*character)), SHEET_NAME_UNITS_MAX);
    let reserved = plain.trim().is_empty() || plain.eq_ignore_ascii_case("history");
    let plain = if reserved { "table".to_owned() } else { plain };
    let is_taken = |name: &str| taken.iter().any(|other| other.to_lowercase() == name.to_lowercase());
    if !is_taken(&plain) {
        return plain;
    }
    let mut numbered = (2..taken.len() + 3).map(|number| {
        let end = format!(" {number}");
        cut(plain.chars(), SHEET_NAME_UNITS_MAX - end.len()) + &end
    });
    numbered.find(|name| !is_taken(name)).unwrap_or(plain)
}

/// As many of the characters as take at most `units` places of UTF-16, in which spreadsheets count.
fn cut(characters: impl Iterator<Item = char>, units: usize) -> String {
    let counted = characters.scan(0, |taken, character| {
        *taken += character.len_utf16();
        Some((*taken, character))
    });
    counted.take_while(|(taken, _)| *taken <= units).map(|(_, character)| character).collect()
}

fn fill(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    set_page(sheet, table)?;
    sheet.write_string(0, 0, "key")?;
    for (index, column) in table.columns.iter().enumerate() {
        let place = column_number(index)?;
        sheet.write_string(0, place, keyed(&column.key))?;
        let title = sized(words(&column.title), [&table.key, "", &column.key])?;
        sheet.write_string_with_format(1, place, title, &header_format(column))?;
        sheet.set_column_width(place, width(table, column))?;
    }
    for (index, row) in table.rows.iter().enumerate() {
        fill_row(sheet, table, row, row_number(index + 2)?)?;
    }
    fill_legend(sheet, table, row_number(table.rows.len() + 3)?)
}

fn fill_row(sheet: &mut Worksheet, table: &Table, row: &Row, place: u32) -> Result<(), XlsxError> {
    sheet.write_string(place, 0, keyed(&row.key))?;
    let empty = Cell::default();
    for (index, column) in table.columns.iter().enumerate() {
        let cell = row.cells.get(index).unwrap_or(&empty);
        let text = sized(cell_words(cell), [&table.key, &row.key, &column.key])?;
        sheet.write_string_with_format(place, column_number(index)?, text, &cell_format(column, cell))?;
    }
    Ok(())
}

/// The legend below the table, in a row without a key.
fn fill_legend(sheet: &mut Worksheet, table: &Table, place: u32) -> Result<(), XlsxError> {
    let stale = if table.has_stale() { "hatched: stale" } else { "" };
    let parts = [words(&table.legend), stale.to_owned()];
    let legend: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if !legend.is_empty() {
        sheet.write_string(place, 1, sized(legend.join(" · "), [&table.key, "", "legend"])?)?;
    }
    Ok(())
}

fn set_page(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let headings = table.columns.iter().take_while(|column| column.heading).count();
    let leftward =
        table.columns.first().is_some_and(|column| characters::reads_right_to_left(&words(&column.title)));
    sheet.set_landscape().set_paper_size(PAPER_A4).set_print_fit_to_pages(1, 0).set_right_to_left(leftward);
    sheet.set_footer("&C&P / &N");
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

fn width(table: &Table, column: &Column) -> f64 {
    let all: f64 = table.columns.iter().map(|column| f64::from(column.weight.max(1))).sum();
    (SHEET_WIDTH * f64::from(column.weight.max(1)) / all).max(COLUMN_WIDTH_MIN).round()
}

fn words(text: &Text) -> String {
    characters::tamed_for_layout(&text.to_marked_words())
}

fn keyed(key: &str) -> String {
    neutralised(characters::tamed_for_layout(key))
}

fn cell_words(cell: &Cell) -> String {
    let text = words(&cell.text);
    match &cell.mark {
        None if text.trim().is_empty() => "—".to_owned(),
        None => text,
        Some(mark) if text.trim().is_empty() => words(&mark.letter.as_str().into()),
        Some(mark) => format!("{}  {text}", words(&mark.letter.as_str().into())),
    }
}

/// The words, safe from being calculated, if a cell can hold them.
fn sized(words: String, [table, row, column]: [&str; 3]) -> Result<String, XlsxError> {
    let words = neutralised(words);
    if words.encode_utf16().count() > CELL_LETTERS_MAX {
        return Err(XlsxError::TooLong { table: table.into(), row: row.into(), column: column.into() });
    }
    Ok(words)
}

/// With an apostrophe where a spreadsheet, or one that opens the same text as CSV, might calculate.
fn neutralised(words: String) -> String {
    let risky = |character: char| {
        matches!(character, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
    };
    let first = words.trim_start_matches([' ', '\u{a0}']).chars().next();
    if first.is_some_and(risky) { format!("'{words}") } else { words }
}

fn base_format(column: &Column) -> Format {
    let align = match column.align {
        Align::Start => FormatAlign::General,
        Align::Centre => FormatAlign::Center,
        Align::End => FormatAlign::Right,
    };
    let side = if column.heavy { FormatBorder::Medium } else { FormatBorder::Thin };
    Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_align(align)
        .set_border(FormatBorder::Thin)
        .set_border_left(side)
        .set_border_right(side)
}

fn header_format(column: &Column) -> Format {
    base_format(column).set_bold().set_border_bottom(FormatBorder::Medium)
}

fn cell_format(column: &Column, cell: &Cell) -> Format {
    let format = if column.heading { base_format(column).set_bold() } else { base_format(column) };
    cell.mark.as_ref().map_or(format.clone(), |mark| marked(format, mark))
}

/// The pattern behind a cell, in greys light enough to read through. A stale mark is hatched whatever it is.
fn marked(format: Format, mark: &Mark) -> Format {
    let light = Color::RGB(0x00C8_C8C8);
    let pattern = |format: Format, pattern| format.set_pattern(pattern).set_foreground_color(light);
    match mark.pattern {
        _ if mark.stale => pattern(format, FormatPattern::LightUp),
        Pattern::Blank => format,
        Pattern::Outline => format.set_border(FormatBorder::Medium),
        Pattern::Dots => pattern(format, FormatPattern::Gray125),
        Pattern::Lines => pattern(format, FormatPattern::LightHorizontal),
        Pattern::Grid => pattern(format, FormatPattern::LightGrid),
        Pattern::Solid => format.set_background_color(Color::RGB(0x0030_3030)).set_font_color(Color::White),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_calculated() {
        for (words, shown) in [
            ("=1+1", "'=1+1"),
            ("+49", "'+49"),
            ("-", "'-"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("  =1", "'  =1"),
            ("＝1", "'＝1"),
            ("— none", "— none"),
            ("A  =1", "A  =1"),
            ("a=1", "a=1"),
        ] {
            assert_eq!(neutralised(words.to_owned()), shown);
        }
    }

    #[test]
    fn sheets_have_names_that_every_program_takes() {
        let mut names = Vec::new();
        for (key, name) in [
            ("grid", "grid"),
            ("GRID", "GRID 2"),
            ("a/b:c", "abc"),
            ("", "table"),
            ("History", "table 2"),
            ("a name that is far too long for any sheet", "a name that is far too long for"),
            ("a name that is far too long for every sheet", "a name that is far too long f 2"),
        ] {
            names.push(sheet_name(key, &names));
            assert_eq!(names.last().map(String::as_str), Some(name));
        }
    }
}
