//! A spreadsheet from somebody else is read in a child process: with limits on time and memory, no further file,
//! no network. The child gets bytes and gives back text.

use std::io::{Cursor, Read, Write};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use calamine::{Data, Reader, Xlsx};
use rustix::process::{Resource, Rlimit, setrlimit};

/// Largest spreadsheet that is read.
const SHEET_BYTES_MAX: usize = 16 << 20;
/// Seconds of computing that the child gets.
const CHILD_SECONDS_MAX: u64 = 10;
/// Memory that the child gets.
const CHILD_BYTES_MAX: u64 = 512 << 20;
/// Rows and columns that a grid may have.
const ROWS_MAX: usize = 20_000;
const COLUMNS_MAX: usize = 200;
/// Standard input, output and error: the child may open nothing more, neither file nor socket.
const CHILD_FILES_MAX: u64 = 3;

/// The first sheet of a workbook as text, row by row.
pub fn read(bytes: &[u8]) -> Result<Vec<Vec<String>>> {
    if bytes.len() > SHEET_BYTES_MAX {
        bail!("the spreadsheet has {} bytes; the limit is {SHEET_BYTES_MAX}", bytes.len());
    }
    let program = std::env::current_exe().context("cannot find this program")?;
    let mut child = Command::new(program)
        .arg("read-sheet")
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .context("cannot start the reader of spreadsheets")?;
    let mut input = child.stdin.take().context("the reader has no input")?;
    let sent = std::thread::scope(|scope| {
        let writing = scope.spawn(move || input.write_all(bytes));
        let output = child.wait_with_output();
        (writing.join(), output)
    });
    let output = sent.1.context("the reader of spreadsheets was lost")?;
    if !output.status.success() {
        let why = String::from_utf8_lossy(&output.stderr);
        let why = why.trim().trim_start_matches("onetext: ");
        bail!(
            "the spreadsheet cannot be read: {}",
            if why.is_empty() { "it took too much time or memory" } else { why }
        );
    }
    serde_json::from_slice(&output.stdout).context("the reader of spreadsheets gave no rows")
}

/// The child: limits first, then bytes from standard input, then rows to standard output.
pub fn child() -> Result<()> {
    limit(Resource::Nofile, CHILD_FILES_MAX)?;
    limit(Resource::As, CHILD_BYTES_MAX)?;
    limit(Resource::Cpu, CHILD_SECONDS_MAX)?;
    limit(Resource::Fsize, SHEET_BYTES_MAX as u64 * 4)?;
    let mut bytes = Vec::new();
    std::io::stdin().take(SHEET_BYTES_MAX as u64 + 1).read_to_end(&mut bytes)?;
    let rows = rows(bytes)?;
    std::io::stdout().write_all(&serde_json::to_vec(&rows)?)?;
    Ok(())
}

fn limit(resource: Resource, most: u64) -> Result<()> {
    let bound = Rlimit { current: Some(most), maximum: Some(most) };
    setrlimit(resource, bound).context("cannot limit the reader of spreadsheets")
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
