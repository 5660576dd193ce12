//! The tree of a page as blocks of words, in order. The walk keeps its own stack: no depth of elements can exhaust it.

use dom_query::{Document, NodeRef};

use super::BETWEEN;

/// Elements whose words nobody reads.
const SILENT: [&str; 20] = [
    "script", "style", "noscript", "template", "head", "title", "iframe", "svg", "math", "button", "select",
    "textarea", "object", "audio", "video", "canvas", "input", "datalist", "map", "frameset",
];
/// Elements that begin and end a block, but for headings and quotations.
const BLOCKS: [&str; 29] = [
    "p",
    "div",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "aside",
    "nav",
    "ul",
    "ol",
    "li",
    "table",
    "caption",
    "tr",
    "pre",
    "figure",
    "figcaption",
    "dl",
    "dt",
    "dd",
    "br",
    "hr",
    "form",
    "fieldset",
    "address",
    "details",
    "summary",
    "body",
];

/// A block of words.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    pub words: String,
    /// Characters that stand in links.
    pub linked_chars: usize,
    /// Whether it is a heading.
    pub is_heading: bool,
}

/// Blocks in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Blocks(pub Vec<Block>);

enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave(Part),
}

/// What an element is for the walk.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Begins and ends a block.
    Block,
    /// A block that is a heading.
    Heading,
    /// A block that quotes.
    Quote,
    /// A link within a line.
    Link,
    /// A cell of a row, apart from the next one.
    Cell,
    /// Anything else.
    Line,
}

/// Where the walk is.
#[derive(Default)]
struct Walk {
    done: Vec<Block>,
    now: Block,
    links: usize,
    quotes: usize,
    headings: usize,
    mark_quotes: bool,
}

impl Blocks {
    /// The blocks under a node.
    pub(super) fn of(node: &NodeRef<'_>, mark_quotes: bool) -> Blocks {
        let mut walk = Walk { mark_quotes, ..Walk::default() };
        let mut steps = vec![Step::Enter(*node)];
        while let Some(step) = steps.pop() {
            match step {
                Step::Leave(part) => walk.leave(part),
                Step::Enter(node) if node.is_text() => walk.say(&node.text()),
                Step::Enter(node) => {
                    let name = node.node_name().map(|name| name.to_string()).unwrap_or_default();
                    if !SILENT.contains(&name.as_str()) {
                        steps.push(Step::Leave(walk.enter(&name)));
                        steps.extend(node.children_it(true).map(Step::Enter));
                    }
                }
            }
        }
        walk.end_block();
        Blocks(walk.done)
    }

    /// All words, paragraphs apart.
    pub(super) fn joined(&self) -> String {
        let words: Vec<&str> = self.0.iter().map(|block| block.words.as_str()).collect();
        words.join(BETWEEN)
    }

    /// Characters of all blocks.
    pub(super) fn chars(&self) -> usize {
        self.0.iter().map(|block| block.words.chars().count()).sum()
    }
}

impl Part {
    fn of(name: &str) -> Part {
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Part::Heading,
            "blockquote" => Part::Quote,
            "a" => Part::Link,
            "td" | "th" | "option" => Part::Cell,
            _ if BLOCKS.contains(&name) => Part::Block,
            _ => Part::Line,
        }
    }

    fn is_block(self) -> bool {
        matches!(self, Part::Block | Part::Heading | Part::Quote)
    }
}

impl Walk {
    fn enter(&mut self, name: &str) -> Part {
        let part = Part::of(name);
        if part.is_block() {
            self.end_block();
        }
        self.links += usize::from(part == Part::Link);
        self.quotes += usize::from(part == Part::Quote);
        self.headings += usize::from(part == Part::Heading);
        part
    }

    fn leave(&mut self, part: Part) {
        if part.is_block() {
            self.end_block();
        }
        if part == Part::Cell {
            self.say(" ");
        }
        self.links -= usize::from(part == Part::Link);
        self.quotes -= usize::from(part == Part::Quote);
        self.headings -= usize::from(part == Part::Heading);
    }

    /// Adds words, with single spaces for any white space.
    fn say(&mut self, words: &str) {
        let before = self.now.words.len();
        for letter in words.chars() {
            let is_space = letter.is_whitespace();
            if !is_space {
                self.now.words.push(letter);
            } else if !self.now.words.is_empty() && !self.now.words.ends_with(' ') {
                self.now.words.push(' ');
            }
        }
        if self.links > 0 {
            self.now.linked_chars += self.now.words[before..].chars().count();
        }
        self.now.is_heading |= self.headings > 0;
    }

    fn end_block(&mut self) {
        let mut block = std::mem::take(&mut self.now);
        block.words.truncate(block.words.trim_end().len());
        if block.words.is_empty() {
            return;
        }
        if self.mark_quotes && self.quotes > 0 {
            block.words.insert_str(0, "> ");
        }
        self.done.push(block);
    }
}

/// How deep elements lie in one another; the count ends above `most`.
pub(super) fn depth(document: &Document, most: usize) -> usize {
    let mut deepest = 0;
    let mut open = vec![(document.root(), 0)];
    while let Some((node, depth)) = open.pop() {
        deepest = deepest.max(depth);
        if depth > most {
            break;
        }
        open.extend(node.children_it(false).map(|child| (child, depth + 1)));
    }
    deepest
}
