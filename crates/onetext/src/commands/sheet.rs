//! Spreadsheets from somebody else: the first sheet as text, read in a child process.

use std::io::Cursor;

use anyhow::{Context, Result, bail};
use calamine::{Data, Reader, Xlsx};

use crate::child::{Limits, answer, ask};

/// The largest spreadsheet, and what may be spent on it.
const LIMITS: Limits = Limits { input_bytes: 16 << 20, memory_bytes: 512 << 20, cpu_seconds: 10 };
/// Rows and columns that a grid may have.
const ROWS_MAX: usize = 20_000;
const COLUMNS_MAX: usize = 200;

/// The first sheet of a workbook as text, row by row.
pub fn read(bytes: &[u8]) -> Result<Vec<Vec<String>>> {
    ask(&["read-sheet"], bytes, LIMITS, "the spreadsheet")
}

/// The child that reads one spreadsheet.
pub fn child() -> Result<()> {
    answer(LIMITS, rows)
}

fn rows(bytes: Vec<u8>) -> Result<Vec<Vec<String>>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).context("it is no XLSX workbook")?;
    let range =
        book.worksheet_range_at(0).context("it has no sheet")?.context("its first sheet is broken")?;
    let (height, width) = range.get_size();
    if height > ROWS_MAX || width > COLUMNS_MAX {
        bail!("it has {height} rows and {width} columns; the limits are {ROWS_MAX} and {COLUMNS_MAX}");
    }
    // A sheet whose first rows or columns are empty begins later: keys must stay in row 1 and column A.
    let (top, left) = range.start().unwrap_or((0, 0));
    let mut rows = vec![Vec::new(); top as usize];
    for row in range.rows() {
        let mut cells = vec![String::new(); left as usize];
        cells.extend(row.iter().map(text));
        rows.push(cells);
    }
    Ok(rows)
}

/// A cell's text. One apostrophe that was put in front so that nothing is calculated is taken away again.
fn text(cell: &Data) -> String {
    let text = cell.to_string();
    text.strip_prefix('\'').map_or(text.clone(), str::to_owned)
}
