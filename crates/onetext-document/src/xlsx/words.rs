//! Words of a spreadsheet: sheet names that every program takes, cells as text that no program calculates.

use unicode_width::UnicodeWidthStr;

use super::XlsxError;
use crate::{Cell, Style, Text, characters};

/// A sheet's name is at most this long in every spreadsheet program, counted in UTF-16.
const SHEET_NAME_UNITS_MAX: usize = 31;

/// A cell holds at most this many characters, in every spreadsheet program.
pub(super) const CELL_LETTERS_MAX: usize = 32_767;

/// A name that every program takes and that no earlier sheet has.
pub(super) fn sheet_name(key: &str, taken: &[String]) -> String {
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

/// A text as a cell may hold it.
pub(super) fn words(text: &Text) -> String {
    characters::tamed_for_layout(&text.to_marked_words())
}

/// A key as a cell may hold it.
pub(super) fn keyed(key: &str) -> String {
    neutralised(characters::tamed_for_layout(key))
}

/// Most characters at the foot of a page; a spreadsheet has room for 255, page numbers and signs included.
const FOOT_LETTERS_MAX: usize = 200;

/// The foot of a page: a line, and the number of the page.
pub(super) fn footed(line: &str) -> String {
    if line.is_empty() {
        return "&C&P / &N".to_owned();
    }
    let line: String = characters::tamed_for_layout(line).chars().take(FOOT_LETTERS_MAX).collect();
    format!("&L{}&R&P / &N", line.replace('&', "&&"))
}

/// The runs of a cell in which changes are marked, with its letter before them; none where nothing is.
pub(super) fn marked_runs(cell: &Cell) -> Vec<(Style, String)> {
    if !cell.text.0.iter().any(|run| is_change(run.style)) {
        return Vec::new();
    }
    let letter =
        cell.mark.iter().map(|mark| (Style::Plain, format!("{}  ", words(&mark.letter.as_str().into()))));
    let runs = cell.text.0.iter().map(|run| (run.style, characters::tamed_for_layout(&run.words)));
    let mut runs: Vec<(Style, String)> = letter.chain(runs).filter(|(_, words)| !words.is_empty()).collect();
    let all: String = runs.iter().map(|(_, words)| words.as_str()).collect();
    if neutralised(all.clone()) != all {
        runs.insert(0, (Style::Plain, "'".to_owned()));
    }
    runs
}

fn is_change(style: Style) -> bool {
    matches!(style, Style::Inserted | Style::Deleted)
}

/// Letter, two spaces, text; a dash where there is neither.
pub(super) fn cell_words(cell: &Cell) -> String {
    let text: String = match marked_runs(cell) {
        runs if runs.is_empty() => words(&cell.text),
        runs => return runs.into_iter().map(|(_, words)| words).collect(),
    };
    match &cell.mark {
        None if text.trim().is_empty() => "—".to_owned(),
        None => text,
        Some(mark) if text.trim().is_empty() => words(&mark.letter.as_str().into()),
        Some(mark) => format!("{}  {text}", words(&mark.letter.as_str().into())),
    }
}

/// The words, safe from being calculated, if a cell can hold them.
pub(super) fn sized(words: String, [table, row, column]: [&str; 3]) -> Result<String, XlsxError> {
    let words = neutralised(words);
    if words.encode_utf16().count() > CELL_LETTERS_MAX {
        return Err(XlsxError::TooLong { table: table.into(), row: row.into(), column: column.into() });
    }
    Ok(words)
}

/// With an apostrophe where a spreadsheet, or one that opens the same text as CSV, might calculate; also before
/// an apostrophe, so that taking one away always gives the text back.
fn neutralised(words: String) -> String {
    let risky = |character: char| {
        matches!(character, '\'' | '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
    };
    let first = words.trim_start_matches([' ', '\u{a0}']).chars().next();
    if first.is_some_and(risky) { format!("'{words}") } else { words }
}

/// About how many lines words take in a cell of this many letters: not every program works that out by itself.
pub(super) fn lines(words: &str, letters: u16) -> u16 {
    let of_line = |line: &str| line.width() / usize::from(letters) + 1;
    u16::try_from(words.split('\n').map(of_line).sum::<usize>()).unwrap_or(u16::MAX)
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
            ("'so", "''so"),
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

    #[test]
    fn marked_changes_have_no_signs() {
        let text = Text::plain("Each Party ").then("shall", Style::Deleted).then("must", Style::Inserted);
        let all = |cell: &Cell| -> String { marked_runs(cell).into_iter().map(|(_, words)| words).collect() };
        let mut cell = Cell::new(text);
        assert_eq!(
            (all(&cell), cell_words(&cell)),
            ("Each Party shallmust".into(), "Each Party shallmust".into())
        );
        cell.text = Text::styled("=1+1", Style::Inserted);
        assert_eq!(all(&cell), "'=1+1");
        cell.text = Text::plain("nothing marked");
        assert_eq!(all(&cell), "");
    }

    #[test]
    fn a_foot_has_its_line_and_the_page() {
        assert_eq!(footed(""), "&C&P / &N");
        assert_eq!(footed("bread & salt"), "&Lbread && salt&R&P / &N");
    }
}
