//! Lines of the terminal: what leads them, their words, how heavy they are; and printing them to one string.

use super::words;
use crate::characters;

/// Holds the grid where it is in terminals that reorder letters: an invisible left-to-right mark.
pub(super) const PIN: char = '\u{200e}';

const BOLD: &str = "\u{1b}[1m";
const DIM: &str = "\u{1b}[2m";
const RESET: &str = "\u{1b}[0m";

/// The room that blocks are set in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measure {
    /// Columns.
    pub(super) width: usize,
    /// No blank lines between blocks.
    pub(super) tight: bool,
    /// The document is read from right to left.
    pub(super) mirrored: bool,
    /// What opens is printed too.
    pub(super) expanded: bool,
}

impl Measure {
    /// The room left after `columns` of indent.
    pub(super) fn less(self, columns: usize) -> Self {
        Measure { width: self.width.saturating_sub(columns).max(1), ..self }
    }
}

/// How heavy a line is printed where the terminal can do so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Plain,
    Strong,
    Faint,
}

/// One line.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Indent and bullet, as in a left-to-right document.
    lead: String,
    words: String,
    weight: Weight,
}

impl Line {
    pub(super) fn new(words: impl Into<String>, weight: Weight) -> Self {
        Line { lead: String::new(), words: words.into(), weight }
    }

    pub(super) fn blank() -> Self {
        Line::new("", Weight::Plain)
    }

    pub(super) fn weight(&self) -> Weight {
        self.weight
    }

    /// The line in its room, without a line end.
    pub(super) fn printed(&self, measure: Measure) -> String {
        if !measure.mirrored {
            return format!("{}{}", self.lead, self.words).trim_end().to_owned();
        }
        let taken = words::width(&self.lead) + words::width(&self.words);
        let pad = " ".repeat(measure.width.saturating_sub(taken));
        let lead: String = self.lead.chars().rev().collect();
        let pin = if lead.trim().is_empty() { String::new() } else { pin(&self.words) };
        format!("{pad}{}{pin}{lead}", self.words).trim_end().to_owned()
    }
}

/// The pin, where words need it.
pub(super) fn pin(words: &str) -> String {
    if words.chars().any(characters::is_right_to_left) { PIN.to_string() } else { String::new() }
}

/// Words as lines of one weight.
pub(super) fn wrapped(words: &str, measure: Measure, weight: Weight) -> Vec<Line> {
    words::wrap(words, measure.width).into_iter().map(|words| Line::new(words, weight)).collect()
}

/// Lines behind a bullet: `first` leads the first line, spaces of the same width the others.
pub(super) fn led(first: &str, lines: Vec<Line>) -> Vec<Line> {
    let rest = " ".repeat(words::width(first));
    let leads = std::iter::once(first).chain(std::iter::repeat(rest.as_str()));
    lines
        .into_iter()
        .zip(leads)
        .map(|(line, lead)| Line { lead: format!("{lead}{}", line.lead), ..line })
        .collect()
}

/// All lines as one string. Never two blank lines in a row, none at the end.
pub(super) fn print(lines: &[Line], measure: Measure, color: bool) -> String {
    let mut out = String::new();
    for line in lines {
        let words = line.printed(measure);
        if words.is_empty() && (out.is_empty() || out.ends_with("\n\n")) {
            continue;
        }
        out.push_str(&painted(&words, line.weight, color));
        out.push('\n');
    }
    while out.ends_with("\n\n") {
        out.pop();
    }
    out
}

fn painted(words: &str, weight: Weight, color: bool) -> String {
    match weight {
        _ if !color || words.is_empty() => words.to_owned(),
        Weight::Plain => words.to_owned(),
        Weight::Strong => format!("{BOLD}{words}{RESET}"),
        Weight::Faint => format!("{DIM}{words}{RESET}"),
    }
}
