//! Blocks to provisions: what stands under what, by headings, by kinds of label and by indentation.

use std::collections::BTreeMap;

use super::{Block, Draft, Keys, Label, Provision, Sort};
use crate::manuscript::CellPlace;

/// Indentations that differ by no more than this mean the same.
const SAME_INDENT: usize = 1;

/// Something under which more may come.
struct Open {
    place: usize,
    sort: Sort,
    /// A heading's level; none for items.
    level: Option<u8>,
    indent: usize,
    /// Text goes on with it from this indentation.
    text_from: usize,
}

/// Makes provisions of blocks.
pub(crate) fn outline(blocks: Vec<Block>) -> Draft {
    let mut maker = Maker::default();
    for block in blocks {
        maker.take(block);
    }
    maker.settle();
    maker.draft
}

#[derive(Default)]
struct Maker {
    draft: Draft,
    stack: Vec<Open>,
    keys: Keys,
    /// A heading in bold letters, which belongs to what comes next.
    pending: Option<Block>,
    /// The cell that is being read.
    cell: Option<CellPlace>,
    /// The rows of tables, which hold what stands in their cells.
    rows: BTreeMap<(usize, usize), usize>,
}

/// The level of a row among headings: it holds what stands in it and ends at any heading.
const ROW_LEVEL: u8 = u8::MAX;

impl Maker {
    fn take(&mut self, block: Block) {
        if block.cell != self.cell {
            self.enter(block.cell, block.line);
        }
        if let Some(level) = level(&block).filter(|_| block.cell.is_none()) {
            self.settle();
            self.heading(block, level);
        } else if block.label.is_some() {
            self.item(block);
        } else {
            self.text(block);
        }
    }

    /// Goes to another cell, or out of the table: a row is a provision of its own, under which its cells stand.
    fn enter(&mut self, cell: Option<CellPlace>, line: usize) {
        self.settle();
        self.stack.retain(|open| open.level.is_some_and(|level| level < ROW_LEVEL));
        self.cell = cell;
        let Some(CellPlace { table, row, .. }) = cell else { return };
        let place = self.rows.get(&(table, row)).copied().unwrap_or_else(|| {
            let place = self.push(Provision { line, ..Provision::default() });
            self.rows.insert((table, row), place);
            place
        });
        let open = Open { place, sort: Sort::None, level: Some(ROW_LEVEL), indent: 0, text_from: 0 };
        self.stack.push(open);
    }

    fn heading(&mut self, block: Block, level: u8) {
        if level == 1 && !block.label.is_some() && self.draft.provisions.is_empty() {
            self.draft.title = block.text;
            return;
        }
        while self.stack.last().is_some_and(|open| open.level.is_none_or(|other| other >= level)) {
            self.stack.pop();
        }
        let (heading, text) = match block.heading {
            Some(_) => (block.text, String::new()),
            // The words after "Article 4" on the same line: a title is short and has no stop.
            None if is_title(&block.text) => (block.text, String::new()),
            None => (String::new(), block.text),
        };
        let sort = block.label.sort;
        let place = self.push(Provision {
            label: block.label,
            heading,
            text,
            line: block.line,
            ..Provision::default()
        });
        self.stack.push(Open { place, sort, level: Some(level), indent: 0, text_from: 0 });
    }

    fn item(&mut self, block: Block) {
        let label = self.settled(&block);
        let is_sibling = |open: &Open| {
            open.level.is_none()
                && open.sort == label.sort
                && open.indent.abs_diff(block.indent) <= SAME_INDENT
                && !self.begins_anew(open, &label, block.indent)
        };
        // The one that is as far in, and of several the innermost.
        let sibling = (0..self.stack.len())
            .rev()
            .filter(|at| is_sibling(&self.stack[*at]))
            .min_by_key(|at| self.stack[*at].indent.abs_diff(block.indent))
            // The next number goes on with the row, wherever the file has put it.
            .or_else(|| (0..self.stack.len()).rev().find(|at| self.goes_on(&self.stack[*at], &label)));
        let has_heading_between = |at: usize| self.stack[at..].iter().any(|open| open.level.is_some());
        match sibling {
            Some(at) if !has_heading_between(at) => self.stack.truncate(at),
            _ => {
                // What is indented further than this cannot hold it.
                while self
                    .stack
                    .last()
                    .is_some_and(|open| open.level.is_none() && open.indent > block.indent + SAME_INDENT)
                {
                    self.stack.pop();
                }
                // A new number beside letters at the same indentation goes on one level higher, if there was one.
                if let Some(at) =
                    self.stack.iter().rposition(|open| open.level.is_none() && open.sort == label.sort)
                    && self.stack[at].indent >= block.indent
                {
                    self.stack.truncate(at);
                }
            }
        }
        let (heading, text) = if block.is_strong { parted(block.text) } else { (String::new(), block.text) };
        let sort = label.sort;
        // A wording may begin on the line under its label, as far out as the label.
        let text_from = block.indent + usize::from(sort != Sort::Option || !text.is_empty());
        let place = self.push(Provision { label, heading, text, line: block.line, ..Provision::default() });
        self.stack.push(Open { place, sort, level: None, indent: block.indent, text_from });
    }

    /// Whether a label is the next one of a row: "5" after "4", "e" after "d".
    fn goes_on(&self, open: &Open, label: &Label) -> bool {
        open.level.is_none()
            && open.sort == label.sort
            && is_next(&self.draft.provisions[open.place].label, label)
    }

    /// Whether a number begins anew, a little further in, under a number that announces it with a colon.
    fn begins_anew(&self, open: &Open, label: &Label, indent: usize) -> bool {
        let is_first = ["1", "a", "i"].contains(&label.number.as_str());
        is_first && indent > open.indent && self.draft.provisions[open.place].text.ends_with(':')
    }

    /// "(i)" after "(h)" is a letter, under "(a)" a number.
    fn settled(&self, block: &Block) -> Label {
        let label = &block.label;
        if label.sort != Sort::Letter || !label.is_roman() {
            return label.clone();
        }
        let before = self.stack.iter().rev().find(|open| matches!(open.sort, Sort::Letter | Sort::Roman));
        let Some(before) = before else {
            let sort = if label.number == "i" { Sort::Roman } else { Sort::Letter };
            return label.as_sort(sort);
        };
        if before.sort == Sort::Roman {
            return label.as_sort(Sort::Roman);
        }
        let last = self.draft.provisions[before.place].label.number.chars().next();
        let follows = last
            .zip(label.number.chars().next())
            .is_some_and(|(last, this)| u32::from(this).checked_sub(u32::from(last)) == Some(1));
        label.as_sort(if follows { Sort::Letter } else { Sort::Roman })
    }

    fn text(&mut self, block: Block) {
        // A paragraph further in than an item's label goes on with the item; one under a heading in bold letters is new.
        let goes_on = |open: &Open| open.level.is_some() || block.indent >= open.text_from;
        while self.stack.last().is_some_and(|open| !goes_on(open)) {
            self.stack.pop();
        }
        if block.is_strong && !block.text.contains('\n') {
            self.settle();
            self.pending = Some(block);
            return;
        }
        if self.pending.is_none()
            && let Some(open) = self.stack.last().filter(|open| open.level.is_none())
        {
            let text = &mut self.draft.provisions[open.place].text;
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&block.text);
            return;
        }
        let (heading, text) = if block.is_strong { parted(block.text) } else { (String::new(), block.text) };
        let heading = self.pending.take().map_or(heading, |pending| pending.text);
        // Not part of an item that has begun: it stands beside it.
        self.stack.retain(|open| open.level.is_some());
        self.push(Provision { heading, text, line: block.line, ..Provision::default() });
    }

    /// A heading that nothing came under stands alone.
    fn settle(&mut self) {
        if let Some(block) = self.pending.take() {
            self.stack.retain(|open| open.level.is_some());
            self.push(Provision { heading: block.text, line: block.line, ..Provision::default() });
        }
    }

    /// Takes in a provision under whatever is open.
    fn push(&mut self, mut provision: Provision) -> usize {
        provision.parent = self.stack.last().map(|open| open.place);
        provision.key = self.keys.of(&self.draft, &provision);
        self.draft.provisions.push(provision);
        self.draft.provisions.len() - 1
    }
}

/// Whether a label is the next number or letter after another.
fn is_next(label: &Label, next: &Label) -> bool {
    if let (Ok(this), Ok(next)) = (label.number.parse::<u32>(), next.number.parse::<u32>()) {
        return this + 1 == next;
    }
    let letter = |label: &Label| {
        let mut characters = label.number.chars();
        characters.next().filter(|_| characters.next().is_none()).map(u32::from)
    };
    let letters = letter(label).zip(letter(next));
    label.sort == Sort::Letter && letters.is_some_and(|(this, next)| this + 1 == next)
}

/// The level of what is a heading, marked as one or by its label.
fn level(block: &Block) -> Option<u8> {
    block.heading.or(match block.label.sort {
        Sort::Chapter => Some(1),
        Sort::Article | Sort::Annex | Sort::Preamble => Some(2),
        _ => None,
    })
}

/// Longest title on the line of an article's label, in characters.
const TITLE_MAX: usize = 90;

fn is_title(text: &str) -> bool {
    text.chars().count() <= TITLE_MAX && !text.ends_with(['.', ';', ','])
}

/// The first line, which is a heading, and the rest.
fn parted(text: String) -> (String, String) {
    match text.split_once('\n') {
        Some((heading, rest)) => (heading.to_owned(), rest.to_owned()),
        None => (text, String::new()),
    }
}
