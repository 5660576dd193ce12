//! Where in a document the writer is, and where the words of a page lead: only a page with a frame of its own knows.

use std::collections::BTreeSet;

use super::escape::escaped;
use crate::Document;

/// Where a page that brings its own frame leads to.
///
/// ```
/// use onetext_document::{Block, Document, Style, Text, html};
/// let entry = |name: &str| (name == "carts-free").then(|| format!("/entry/{name}"));
/// let links = html::Links { entry: &entry, blank: &|_, _, _| None };
/// let words = Text::plain("position, entry ").then("carts-free", Style::Entry);
/// let page = Document::new("status", "Low bridge").with(Block::Paragraph(words));
/// assert!(html::fragment_linked(&page, &links).contains("href=\"/entry/carts-free\""));
/// ```
pub struct Links<'a> {
    /// The address of an entry by the id that a run of [`Style::Entry`](crate::Style::Entry) carries, or by its words
    /// where it carries none. Without an address, the name is printed alone. Asked also for a plain run that is
    /// nothing but a command in backticks, with the backticks, which no id has: that may lead to a page.
    pub entry: &'a dyn Fn(&str) -> Option<String>,
    /// Where an empty cell is filled, and in which words: asked for each cell without text and mark, by the keys of
    /// its table, row and column. In the desk's tables `grid` (the grid) and `held` (options of an issue) the key
    /// of a row means one issue or option, and the key of a column one party: a label, or the id where there is none
    /// or the viewer sees two things of one label. `onetext_desk::grid::meant` resolves them.
    pub blank: &'a Blank<'a>,
}

/// From the keys of table, row and column to an address and the words for it: "enter a position".
pub type Blank<'a> = dyn Fn(&str, &str, &str) -> Option<(String, String)> + 'a;

/// Where in the document the writer is.
pub(super) struct Place<'a> {
    ids: BTreeSet<String>,
    pub(super) level: usize,
    pub(super) one_sheet: bool,
    links: Option<&'a Links<'a>>,
}

impl<'a> Place<'a> {
    /// At the beginning of a document.
    pub(super) fn new(document: &Document, links: Option<&'a Links<'a>>) -> Self {
        Place { ids: BTreeSet::new(), level: 2, one_sheet: document.sheets == Some(1), links }
    }

    /// The id attribute for a key; nothing for a key that is empty or already taken.
    pub(super) fn id(&mut self, key: &str) -> String {
        let id: String =
            key.chars().map(|character| if character.is_whitespace() { '-' } else { character }).collect();
        if id.is_empty() || !self.ids.insert(id.clone()) {
            return String::new();
        }
        format!(" id=\"{}\"", escaped(&id))
    }

    /// The address of an entry.
    pub(super) fn entry(&self, name: &str) -> Option<String> {
        (self.links?.entry)(name)
    }

    /// Where an empty cell is filled, and the words for it.
    pub(super) fn blank(&self, table: &str, row: &str, column: &str) -> Option<(String, String)> {
        (self.links?.blank)(table, row, column)
    }
}
