//! The document and its blocks: sections, paragraphs, lists, strips, and what opens behind them.

use crate::{Chart, Direction, Manuscript, Table, Text};

/// The paper that a document is meant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Page {
    /// A4 upright: for reading.
    #[default]
    Upright,
    /// A4 on its side: for comparing.
    Landscape,
}

/// What a person will read: one page, print or answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What sort of document this is, in one word that never changes: `status`, `grid`.
    pub kind: &'static str,
    /// The version of this kind's JSON shape.
    pub version: u32,
    /// The heading on top.
    pub title: Text,
    /// BCP 47 tag of the document's language.
    pub language: String,
    /// The direction of the document's language.
    pub direction: Direction,
    /// The paper.
    pub page: Page,
    /// At most so many sheets of paper: writers set it as tight as that takes.
    pub sheets: Option<usize>,
    /// Lines below the title that every reader must see: provisional, invented, sources, date.
    pub notices: Vec<Text>,
    /// The body.
    pub blocks: Vec<Block>,
    /// Lines repeated at the foot of every sheet.
    pub foot: Vec<Text>,
}

impl Document {
    /// An empty document in English, upright, version 1.
    pub fn new(kind: &'static str, title: impl Into<Text>) -> Self {
        Document {
            kind,
            version: 1,
            title: title.into(),
            language: "en".to_owned(),
            direction: Direction::default(),
            page: Page::default(),
            sheets: None,
            notices: Vec::new(),
            blocks: Vec::new(),
            foot: Vec::new(),
        }
    }

    /// The document as a non-paper: without the notices on top and the lines at the foot, and a running text without the
    /// names and days of those who changed it and without their comments. Says in words what was left out.
    #[must_use]
    pub fn non_paper(mut self) -> (Self, Vec<&'static str>) {
        let mut left_out = Vec::new();
        if !std::mem::take(&mut self.notices).is_empty() {
            left_out.push("the notices on top");
        }
        if !std::mem::take(&mut self.foot).is_empty() {
            left_out.push("the lines at the foot");
        }
        for block in &mut self.blocks {
            if let Block::Manuscript(manuscript) = block {
                let bare = manuscript.without_names();
                if bare != *manuscript {
                    left_out.push("who changed what and when, and comments");
                }
                *manuscript = bare;
            }
        }
        (self, left_out)
    }

    /// This document with one more block at its end.
    #[must_use]
    pub fn with(mut self, block: Block) -> Self {
        self.blocks.push(block);
        self
    }
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading and what stands under it.
    Section(Section),
    /// A paragraph.
    Paragraph(Text),
    /// A list of items, in order.
    List(Vec<Item>),
    /// A table.
    Table(Table),
    /// Stages side by side, each following from earlier ones.
    Strip(Strip),
    /// A picture with its text alternative.
    Chart(Chart),
    /// Blocks next to each other where there is room: two accounts of one meeting.
    SideBySide(Vec<Section>),
    /// A running text with its tracked changes, comments and footnotes.
    Manuscript(Manuscript),
}

/// A heading and the blocks under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// A stable name for links and JSON: `sticking`.
    pub key: String,
    /// The heading.
    pub title: Text,
    /// What stands under it.
    pub blocks: Vec<Block>,
}

impl Section {
    /// A section with its blocks.
    pub fn new(key: impl Into<String>, title: impl Into<Text>, blocks: Vec<Block>) -> Self {
        Section { key: key.into(), title: title.into(), blocks }
    }
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Item {
    /// A stable name for links and JSON; empty where nothing refers to the item.
    pub key: String,
    /// The line that is always shown.
    pub text: Text,
    /// What opens behind it: reasons, sources. The terminal shows it only when asked.
    pub opens: Vec<Block>,
}

impl Item {
    /// An item that opens to nothing.
    pub fn new(text: impl Into<Text>) -> Self {
        Item { text: text.into(), ..Item::default() }
    }
}

/// Stages from left to right (or right to left), each following from earlier ones; branches are allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strip {
    /// A stable name for JSON.
    pub key: String,
    /// The stages, every one after those that it follows from.
    pub stages: Vec<Stage>,
}

/// One stage of a strip: a draft, a step of ratification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// A stable name for links and JSON.
    pub key: String,
    /// The figure or word set large: "28".
    pub head: Text,
    /// The title below it.
    pub title: Text,
    /// Further lines.
    pub lines: Vec<Text>,
    /// Indices of the stages that this one follows from; all smaller than its own.
    pub after: Vec<usize>,
    /// True where the stage stands beside the main line.
    pub branch: bool,
    /// What opens behind it.
    pub opens: Vec<Block>,
}
