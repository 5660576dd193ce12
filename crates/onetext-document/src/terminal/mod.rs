//! The terminal writer: plain lines no wider than asked, nothing that a pasted text could use to repaint the screen.
//!
//! Direction: in a right-to-left document lines stand at the right edge and columns run from right to left.
//! The grid is held in place with invisible left-to-right marks, so that terminals that reorder letters
//! reorder them inside their cells only.

mod blocks;
mod chart;
mod line;
mod manuscript;
mod opened;
mod strip;
mod table;
mod widths;
mod words;

use crate::{Direction, Document};
use line::{Line, Measure, Weight};

/// Narrower terminals are treated as this wide.
pub const WIDTH_MIN: usize = 24;

/// Wider terminals are not filled further: longer lines cannot be read.
pub const WIDTH_MAX: usize = 400;

/// The document as plain text, no line wider than `width` columns. What opens behind items and cells is left
/// out: [`write_opened`] prints it.
///
/// ```
/// use onetext_document::{Block, Document, Item, terminal};
/// let page = Document::new("status", "Where the talks stand").with(Block::List(vec![Item::new("Territory")]));
/// assert_eq!(terminal::write(&page, 80), "Where the talks stand\n\n- Territory\n");
/// ```
pub fn write(document: &Document, width: usize) -> String {
    write_styled(document, width, false)
}

/// Words from anywhere, safe to print: controls and bidirectional controls are made visible, never obeyed.
///
/// ```
/// assert_eq!(onetext_document::terminal::tamed("a\u{1b}[2Jb"), "a␛[2Jb");
/// ```
pub fn tamed(words: &str) -> String {
    crate::characters::tamed(words)
}

/// As [`write()`]; with `color`, headings in bold and lesser lines dim. Nothing is said by them alone.
pub fn write_styled(document: &Document, width: usize, color: bool) -> String {
    let measure = measure(document, width);
    let mut lines = opening(document, measure);
    let body = blocks::lines(&document.blocks, measure, 1);
    if !body.is_empty() && !lines.is_empty() {
        lines.push(Line::blank());
    }
    lines.extend(body);
    lines.extend(foot(document, measure));
    line::print(&lines, measure, color)
}

/// What opens behind one thing, in full, with everything that opens behind that. `key` is `row/column` for a
/// cell, else the key of an item, a stage, a section or a row. `None` where nothing has that key.
pub fn write_opened(document: &Document, key: &str, width: usize) -> Option<String> {
    let measure = Measure { expanded: true, ..measure(document, width) };
    let found = crate::find::by_key(document, key)?;
    Some(line::print(&opened::lines(&found, measure), measure, false))
}

fn measure(document: &Document, width: usize) -> Measure {
    Measure {
        width: width.clamp(WIDTH_MIN, WIDTH_MAX),
        tight: document.sheets.is_some(),
        mirrored: document.direction == Direction::RightToLeft,
        expanded: false,
    }
}

fn opening(document: &Document, measure: Measure) -> Vec<Line> {
    let mut lines = line::wrapped(&words::of(&document.title), measure, Weight::Strong);
    for notice in &document.notices {
        lines.extend(line::wrapped(&words::of(notice), measure, Weight::Faint));
    }
    lines
}

fn foot(document: &Document, measure: Measure) -> Vec<Line> {
    if document.foot.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Line::blank(), Line::new("─".repeat(measure.width), Weight::Faint)];
    for text in &document.foot {
        lines.extend(line::wrapped(&words::of(text), measure, Weight::Faint));
    }
    lines
}
