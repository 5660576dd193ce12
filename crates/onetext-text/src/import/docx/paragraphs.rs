//! Paragraphs as they are put together: runs with their looks, pieces with their marks, numbers as shown.

use super::super::{ImportError, Remark, Severity, Spot, What};
use super::body::Context;
use super::styles::Looks;
use crate::draft::labelled;
use crate::manuscript::{CellPlace, Counters, Mark, Numbered, Paragraph, Piece};

/// Paragraphs of a file, those of its tables with them.
const PARAGRAPHS_MAX: usize = 200_000;
/// Text boxes within text boxes.
const OPEN_MAX: usize = 32;
/// Twentieths of a point that are counted as one character of indentation.
const INDENT_UNIT: i64 = 180;
/// A level of body text and not of a heading.
const BODY_LEVEL: u8 = 9;

#[derive(Default)]
struct Open {
    number: usize,
    cell: Option<CellPlace>,
    style: Option<String>,
    looks: Looks,
    pieces: Vec<Piece>,
    end_marks: Vec<Mark>,
    runs: Vec<Run>,
    has_plain_words: bool,
    has_strong_words: bool,
    hidden: String,
    unseen: String,
    /// Paragraphs of text boxes that hang on this one.
    after: Vec<Paragraph>,
}

/// A run, which shares its looks.
#[derive(Default)]
struct Run {
    style: Option<String>,
    looks: Looks,
    /// Put together when the first words come.
    whole: Option<Looks>,
}

pub(super) struct Paragraphs<'d> {
    context: Context<'d>,
    counters: Counters,
    count: usize,
    open: Vec<Open>,
    done: Vec<Paragraph>,
    comments: Vec<usize>,
    remarks: Vec<Remark>,
    /// Where properties go that stand nowhere.
    nowhere: Looks,
}

impl<'d> Paragraphs<'d> {
    pub(super) fn new(context: Context<'d>) -> Paragraphs<'d> {
        Paragraphs {
            context,
            counters: Counters::default(),
            count: 0,
            open: Vec::new(),
            done: Vec::new(),
            comments: Vec::new(),
            remarks: Vec::new(),
            nowhere: Looks::default(),
        }
    }

    pub(super) fn begin(&mut self, cell: Option<CellPlace>) -> Result<(), ImportError> {
        self.count += 1;
        let limits = [
            ("paragraphs", self.count, PARAGRAPHS_MAX),
            ("paragraphs within each other", self.open.len() + 1, OPEN_MAX),
        ];
        for (what, found, limit) in limits {
            if found > limit {
                return Err(ImportError::TooMuch { what: what.to_owned(), found, limit });
            }
        }
        self.open.push(Open { number: self.count, cell, ..Open::default() });
        Ok(())
    }

    /// Ends a paragraph that lies in a row and a cell with these marks.
    pub(super) fn end(&mut self, around: Vec<Mark>) {
        let Some(mut open) = self.open.pop() else { return };
        let after = std::mem::take(&mut open.after);
        let paragraph = self.put_together(open, around);
        let out = match self.open.last_mut() {
            Some(outer) => &mut outer.after,
            None => &mut self.done,
        };
        out.extend(paragraph);
        out.extend(after);
    }

    fn put_together(&mut self, open: Open, around: Vec<Mark>) -> Option<Paragraph> {
        let spot = Spot::Paragraph(open.number);
        let unread = [(&open.hidden, What::Hidden), (&open.unseen, What::Unseen)];
        for (words, what) in unread.into_iter().filter(|(words, _)| !words.trim().is_empty()) {
            self.remarks.push(Remark::at(Severity::Warning, spot.clone(), words, what));
        }
        let context = self.context;
        let style = open.style.as_deref();
        if style.is_some_and(|style| context.styles.name(style).starts_with("toc ")) {
            let contents = Remark::on_file(Severity::Note, What::Contents);
            if !self.remarks.contains(&contents) {
                self.remarks.push(contents);
            }
            return None;
        }
        let of_style = context.styles.of_paragraph(style);
        let whole = open.looks.or(&of_style);
        let numbered = self.numbered(&open, &of_style);
        let label = numbered.map(|(_, numbered)| self.counters.next(&context.numbering.lists, numbered));
        let label = label.unwrap_or_default();
        let words: String = open.pieces.iter().map(|piece| piece.words.as_str()).collect();
        let of_list = numbered.map(|(list, numbered)| context.numbering.looks(list, numbered.level));
        let of_list = of_list.unwrap_or_default();
        // The nearer word counts: what is said here, then who brought the list, then the other.
        let indents = if open.looks.list.is_some() { of_list.or(&of_style) } else { of_style.or(&of_list) };
        let indents = open.looks.or(&indents);
        let has_label = !label.is_empty() || labelled(words.trim_start()).0.is_some();
        let mut marks = around;
        marks.extend(open.end_marks);
        Some(Paragraph {
            heading: whole.outline.filter(|level| *level < BODY_LEVEL).map(|level| level + 1),
            indent: columns(&indents, has_label),
            label,
            numbered: numbered.map(|(_, numbered)| numbered),
            is_strong: open.has_strong_words && !open.has_plain_words,
            cell: open.cell,
            pieces: open.pieces,
            marks,
            number: open.number,
        })
    }

    /// The list of a paragraph: its number in the file, and its place and level.
    fn numbered(&self, open: &Open, of_style: &Looks) -> Option<(i64, Numbered)> {
        let numbering = self.context.numbering;
        let number = open.looks.list.or(of_style.list).filter(|list| *list != 0)?;
        let by_style = || open.style.as_deref().and_then(|style| numbering.level_of(number, style));
        let level = open.looks.level.or_else(by_style).or(of_style.level).unwrap_or_default();
        numbering.list(number).map(|list| (number, Numbered { list, level }))
    }

    pub(super) fn begin_run(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.runs.push(Run::default());
        }
    }

    pub(super) fn end_run(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.runs.pop();
        }
    }

    pub(super) fn style(&mut self, style: Option<String>) {
        if let Some(open) = self.open.last_mut() {
            open.style = style;
        }
    }

    pub(super) fn run_style(&mut self, style: Option<String>) {
        if let Some(run) = self.open.last_mut().and_then(|open| open.runs.last_mut()) {
            run.style = style;
        }
    }

    /// What is said of the paragraph itself.
    pub(super) fn looks(&mut self) -> &mut Looks {
        self.open.last_mut().map_or(&mut self.nowhere, |open| &mut open.looks)
    }

    /// What is said of the run itself.
    pub(super) fn run_looks(&mut self) -> &mut Looks {
        let run = self.open.last_mut().and_then(|open| open.runs.last_mut());
        run.map_or(&mut self.nowhere, |run| &mut run.looks)
    }

    /// The paragraph's own end was inserted, deleted or moved.
    pub(super) fn end_marks(&mut self, mark: Option<Mark>) {
        if let Some(open) = self.open.last_mut() {
            open.end_marks.extend(mark);
        }
    }

    /// A comment begins or ends.
    pub(super) fn comment(&mut self, id: &str, begins: bool) {
        let Some(place) = self.context.comments.get(id) else { return };
        self.comments.retain(|open| open != place);
        if begins {
            self.comments.push(*place);
        }
    }

    /// The number of the paragraph that is open.
    pub(super) fn number(&self) -> Option<usize> {
        self.open.last().map(|open| open.number)
    }

    /// Words with the marks around them.
    pub(super) fn words(&mut self, words: &str, around: &[Mark]) {
        let context = self.context;
        let Some(open) = self.open.last_mut() else { return };
        let style = open.style.as_deref();
        let looks = match open.runs.last_mut() {
            Some(run) => run.whole.get_or_insert_with(|| {
                let of_run = run.style.as_deref().map(|style| context.styles.of(style)).unwrap_or_default();
                run.looks.or(&of_run).or(&context.styles.of_paragraph(style))
            }),
            None => &mut self.nowhere,
        };
        if looks.hidden == Some(true) {
            open.hidden.push_str(words);
            return;
        }
        if looks.unseen == Some(true) {
            open.unseen.push_str(words);
        }
        if !words.trim().is_empty() {
            let is_strong = looks.bold == Some(true);
            open.has_strong_words |= is_strong;
            open.has_plain_words |= !is_strong;
        }
        let is_struck = looks.struck == Some(true);
        match open.pieces.last_mut() {
            Some(last)
                if last.marks == around && last.comments == self.comments && last.is_struck == is_struck =>
            {
                last.words.push_str(words);
            }
            _ => open.pieces.push(Piece {
                words: words.to_owned(),
                marks: around.to_vec(),
                comments: self.comments.clone(),
                is_struck,
            }),
        }
    }

    /// The paragraphs that are done.
    pub(super) fn take(&mut self) -> Vec<Paragraph> {
        std::mem::take(&mut self.done)
    }

    pub(super) fn take_remarks(&mut self) -> Vec<Remark> {
        std::mem::take(&mut self.remarks)
    }
}

/// Where a paragraph begins, in characters: its label where it has one, else its lines after the first.
fn columns(looks: &Looks, has_label: bool) -> usize {
    let left = looks.left.unwrap_or_default();
    let first = looks.first.unwrap_or_default();
    let begins = if has_label || first < 0 { left.saturating_add(first) } else { left };
    usize::try_from(begins / INDENT_UNIT).unwrap_or_default()
}
