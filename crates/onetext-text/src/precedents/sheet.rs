//! Rows of a CSV file as RFC 4180 has them, read strictly: each cell with the line on which it begins, and what is
//! wrong with its place. Reading goes on after a fault where the next row can be found.

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line of the file on which it begins, from 1. A cell in quotation marks may run over several.
    pub line: usize,
    /// Its cells.
    pub cells: Vec<String>,
}

/// What is wrong with the quotation marks of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flaw {
    /// It begins with a quotation mark and the file ends before the second one.
    Unclosed,
    /// Something stands between the closing quotation mark and the next comma.
    AfterQuotation,
    /// A quotation mark stands within a cell that does not begin with one.
    LoneQuotation,
}

/// Where a flaw is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Flawed {
    /// What is wrong.
    pub flaw: Flaw,
    /// The line on which the cell begins, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
}

/// The rows of a file that are sound, and the flaws of the others. A row without any letter is passed over. A byte
/// order mark at the beginning is no part of the first cell.
pub fn rows(text: &str) -> (Vec<Row>, Vec<Flawed>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut sheet = Sheet { rest: text, line: 1, flaws: Vec::new() };
    let mut all = Vec::new();
    while !sheet.rest.is_empty() {
        let flaws = sheet.flaws.len();
        let row = sheet.row();
        let is_blank = row.cells.iter().all(|cell| cell.trim().is_empty());
        if sheet.flaws.len() == flaws && !is_blank {
            all.push(row);
        }
    }
    (all, sheet.flaws)
}

struct Sheet<'t> {
    rest: &'t str,
    line: usize,
    flaws: Vec<Flawed>,
}

impl Sheet<'_> {
    fn row(&mut self) -> Row {
        let mut row = Row { line: self.line, cells: Vec::new() };
        loop {
            let column = row.cells.len() + 1;
            row.cells.push(if self.rest.starts_with('"') { self.quoted(column) } else { self.bare(column) });
            if let Some(rest) = self.rest.strip_prefix(',') {
                self.rest = rest;
                continue;
            }
            self.end_of_line();
            return row;
        }
    }

    fn end_of_line(&mut self) {
        let rest = self.rest.strip_prefix('\r').unwrap_or(self.rest);
        self.rest = rest.strip_prefix('\n').unwrap_or(rest);
        self.line += 1;
    }

    fn bare(&mut self, column: usize) -> String {
        let end = self.rest.find([',', '\n', '\r']).unwrap_or(self.rest.len());
        let (cell, rest) = self.rest.split_at(end);
        if cell.contains('"') {
            self.flaws.push(Flawed { flaw: Flaw::LoneQuotation, line: self.line, column });
        }
        self.rest = rest;
        cell.to_owned()
    }

    fn quoted(&mut self, column: usize) -> String {
        let begins = self.line;
        let mut cell = String::new();
        self.rest = &self.rest[1..];
        loop {
            let Some(end) = self.rest.find('"') else {
                self.flaws.push(Flawed { flaw: Flaw::Unclosed, line: begins, column });
                self.rest = "";
                return cell;
            };
            let (part, rest) = self.rest.split_at(end);
            cell.push_str(part);
            self.line += part.matches('\n').count();
            self.rest = &rest[1..];
            let Some(rest) = self.rest.strip_prefix('"') else { break };
            cell.push('"');
            self.rest = rest;
        }
        if !self.rest.is_empty() && !self.rest.starts_with([',', '\n', '\r']) {
            self.flaws.push(Flawed { flaw: Flaw::AfterQuotation, line: self.line, column });
            let end = self.rest.find([',', '\n', '\r']).unwrap_or(self.rest.len());
            self.rest = &self.rest[end..];
        }
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        rows(text).0.into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn cells_in_quotation_marks_hold_commas_lines_and_quotation_marks() {
        let text = "\u{feff}a,b\r\n\"one, two\",\"line\nnext\"\n\"said \"\"no\"\"\",\n\n";
        let wanted = [vec!["a", "b"], vec!["one, two", "line\nnext"], vec!["said \"no\"", ""]];
        assert_eq!(cells(text), wanted);
        let lines: Vec<usize> = rows(text).0.iter().map(|row| row.line).collect();
        assert_eq!(lines, [1, 2, 4]);
    }

    #[test]
    fn a_flaw_has_its_place_and_the_next_row_is_read() {
        let (all, flaws) = rows("a,b\n\"x\"y,1\nz,q\"q\nz,2\n3,\"never closed\n4,5\n");
        let place = |flaw, line, column| Flawed { flaw, line, column };
        let wanted = [
            place(Flaw::AfterQuotation, 2, 1),
            place(Flaw::LoneQuotation, 3, 2),
            place(Flaw::Unclosed, 5, 2),
        ];
        assert_eq!(flaws, wanted);
        assert_eq!(all.iter().map(|row| row.line).collect::<Vec<_>>(), [1, 4]);
    }

    #[test]
    fn a_lone_carriage_return_ends_a_row() {
        assert_eq!(cells("a\rb"), [vec!["a"], vec!["b"]]);
        assert_eq!(cells(""), Vec::<Vec<String>>::new());
    }
}
