//! HTML: what a reader of the page sees, as headings, items with the numbers that lists show, tables, paragraphs. The
//! reader is tolerant as browsers are; scripts, styles and what is hidden are left out.

mod entities;
mod tokens;

use super::{Format, ImportError, Metadata, Reading, Remark, Severity, Spot, What};
use crate::draft::{Block, Label, labelled, outline};
use crate::manuscript::{CellPlace, NumberFormat};
use tokens::{Tag, Token, Tokens};

/// Blocks of a page.
const BLOCKS_MAX: usize = 200_000;
/// Elements within elements that are followed; deeper ones are read as if they stood there.
const DEPTH_MAX: usize = 500;
/// Columns by which a list is indented.
const LIST_INDENT: usize = 4;
/// Elements whose content nobody reads on the page.
const LEFT_OUT: [&str; 16] = [
    "script", "style", "template", "noscript", "svg", "iframe", "object", "head", "select", "textarea",
    "button", "nav", "audio", "video", "canvas", "math",
];
/// Elements that begin and end a line of their own.
const BLOCK: [&str; 38] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "td",
    "th",
    "ul",
];
/// Elements without an end.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// Reads a page.
pub(super) fn read(bytes: &[u8]) -> Result<Reading, ImportError> {
    let (text, mut findings) = super::format::decoded(bytes)?;
    let mut page = Page::default();
    for token in Tokens::new(&text) {
        match token {
            Token::Open(tag) => page.open(&tag)?,
            Token::Close(name) => page.close(&name),
            Token::Words(words) => page.words(&words),
        }
    }
    page.end_line();
    findings.append(&mut page.remarks);
    if page.changes != (0, 0) {
        let (inserted, deleted) = page.changes;
        let what = What::Tracked { inserted, deleted, moved: 0, authors: Vec::new() };
        findings.push(Remark::on_file(Severity::Warning, what));
    }
    if page.pictures > 0 {
        findings.push(Remark::on_file(Severity::Note, What::Pictures { count: page.pictures }));
    }
    let mut draft = outline(page.blocks);
    if draft.title.is_empty() {
        draft.title = page.title.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let metadata = Metadata { author: page.author, ..Metadata::default() };
    Ok(Reading { format: Format::Html, draft, manuscript: None, metadata, findings })
}

/// An element that is open.
struct Open {
    name: String,
    is_left_out: bool,
}

/// A list that is open.
struct List {
    format: NumberFormat,
    next: u32,
}

#[derive(Default)]
struct Page {
    blocks: Vec<Block>,
    path: Vec<Open>,
    lists: Vec<List>,
    /// The label of an item whose words have not come yet.
    label: Option<String>,
    line: String,
    /// Whether all words of the line are in bold letters.
    has_strong: bool,
    has_plain: bool,
    tables: Vec<CellPlace>,
    table_count: usize,
    title: String,
    author: Option<String>,
    hidden: String,
    changes: (usize, usize),
    pictures: usize,
    remarks: Vec<Remark>,
}

impl Page {
    fn open(&mut self, tag: &Tag) -> Result<(), ImportError> {
        let name = tag.name.as_str();
        if self.blocks.len() > BLOCKS_MAX {
            let found = self.blocks.len();
            return Err(ImportError::TooMuch { what: "blocks".to_owned(), found, limit: BLOCKS_MAX });
        }
        // What a browser closes by itself.
        match name {
            "p" => self.close_open("p"),
            "li" => self.close_within("li", &["ul", "ol"]),
            "tr" => self.close_within("tr", &["table"]),
            "td" | "th" => ["td", "th"].iter().for_each(|one| self.close_within(one, &["table", "tr"])),
            _ => {}
        }
        if BLOCK.contains(&name) {
            self.close_open_paragraph(name);
            self.end_line();
        }
        match name {
            "br" => self.line.push('\n'),
            "img" => self.pictures += 1,
            "meta" if tag.get("name").is_some_and(|name| name.eq_ignore_ascii_case("author")) => {
                self.author = tag.get("content").map(str::to_owned);
            }
            "ol" => self
                .lists
                .push(List { format: format(tag.get("type")), next: number(tag.get("start")).unwrap_or(1) }),
            "ul" => self.lists.push(List { format: NumberFormat::Bullet, next: 1 }),
            "li" => self.item(tag),
            "table" => {
                self.table_count += 1;
                self.tables.push(CellPlace { table: self.table_count, row: 0, column: 0 });
            }
            "tr" => self.cell(|place| CellPlace { row: place.row + 1, column: 0, ..place }),
            "td" | "th" => self.cell(|place| CellPlace { column: place.column + 1, ..place }),
            "ins" => self.changes.0 += 1,
            "del" => self.changes.1 += 1,
            _ => {}
        }
        if !VOID.contains(&name) && !tag.is_closed && self.path.len() < DEPTH_MAX {
            let is_left_out = LEFT_OUT.contains(&name) || name == "del" || self.is_left_out();
            self.path.push(Open { name: tag.name.clone(), is_left_out: is_left_out || is_hidden(tag) });
        }
        Ok(())
    }

    fn item(&mut self, tag: &Tag) {
        let Some(list) = self.lists.last_mut() else { return };
        let at = number(tag.get("value")).unwrap_or(list.next);
        list.next = at.saturating_add(1);
        self.label = Some(match list.format {
            NumberFormat::Bullet => "•".to_owned(),
            format => format!("{}.", format.write(at)),
        });
    }

    fn cell(&mut self, next: impl Fn(CellPlace) -> CellPlace) {
        if let Some(place) = self.tables.last_mut() {
            *place = next(*place);
        }
    }

    fn close(&mut self, name: &str) {
        let Some(at) = self.path.iter().rposition(|open| open.name == name) else { return };
        while self.path.len() > at {
            let Some(open) = self.path.pop() else { break };
            self.left(&open.name);
        }
    }

    /// An element has ended.
    fn left(&mut self, name: &str) {
        if BLOCK.contains(&name) {
            self.end_line();
        }
        match name {
            "ol" | "ul" => {
                self.lists.pop();
                self.label = None;
            }
            "li" => self.label = None,
            "table" => {
                self.tables.pop();
            }
            _ => {}
        }
        if !self.is_left_out() && !self.hidden.trim().is_empty() {
            let words = std::mem::take(&mut self.hidden);
            self.remarks.push(Remark::at(Severity::Warning, Spot::File, &words, What::Hidden));
        }
    }

    fn close_open(&mut self, name: &str) {
        if self.path.last().is_some_and(|open| open.name == name) {
            self.close(name);
        }
    }

    /// A paragraph ends where a block begins.
    fn close_open_paragraph(&mut self, name: &str) {
        if name != "p" {
            self.close_open("p");
        }
    }

    /// Closes an element unless it stands outside of another.
    fn close_within(&mut self, name: &str, edges: &[&str]) {
        let nearest =
            self.path.iter().rev().find(|open| open.name == name || edges.contains(&open.name.as_str()));
        if nearest.is_some_and(|open| open.name == name) {
            self.close(name);
        }
    }

    fn is_left_out(&self) -> bool {
        self.path.last().is_some_and(|open| open.is_left_out)
    }

    fn is_in(&self, names: &[&str]) -> bool {
        self.path.iter().any(|open| names.contains(&open.name.as_str()))
    }

    fn words(&mut self, words: &str) {
        if self.path.last().is_some_and(|open| open.name == "title") && !self.is_in(&["svg"]) {
            self.title.push_str(words);
            return;
        }
        if self.is_left_out() {
            if !self.path.iter().any(|open| LEFT_OUT.contains(&open.name.as_str()) || open.name == "del") {
                self.hidden.push_str(words);
            }
            return;
        }
        if words.trim().is_empty() && self.line.is_empty() {
            return;
        }
        if !words.trim().is_empty() {
            let is_strong = self.is_in(&["b", "strong"]);
            self.has_strong |= is_strong;
            self.has_plain |= !is_strong;
        }
        if self.is_in(&["pre"]) {
            self.line.push_str(words);
            return;
        }
        for c in words.chars() {
            if matches!(c, ' ' | '\n' | '\t' | '\r' | '\u{c}') {
                if !self.line.ends_with([' ', '\n']) {
                    self.line.push(' ');
                }
            } else {
                self.line.push(c);
            }
        }
    }

    /// A line of its own has ended.
    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let is_strong = std::mem::take(&mut self.has_strong) & !std::mem::take(&mut self.has_plain);
        let text = line.trim_matches([' ', '\n', '\t']);
        if text.is_empty() {
            return;
        }
        let cell = self.tables.last().copied().filter(|place| place.column > 0);
        let mut block = Block {
            indent: self.lists.len().saturating_sub(1) * LIST_INDENT,
            line: self.blocks.len() + 1,
            is_strong,
            cell,
            ..Block::default()
        };
        block.heading = self.path.iter().rev().find_map(|open| heading(&open.name));
        (block.label, block.text) = match (self.label.take(), block.heading) {
            (Some(shown), _) => (Label::as_shown(&shown), text.to_owned()),
            (None, Some(_)) => {
                let (label, rest) = Label::of_heading(text);
                (label, rest.to_owned())
            }
            (None, None) => labelled(text),
        };
        // A second paragraph of an item stands under it.
        if !block.label.is_some() && !self.lists.is_empty() {
            block.indent += LIST_INDENT;
        }
        self.blocks.push(block);
    }
}

fn heading(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

fn format(sort: Option<&str>) -> NumberFormat {
    match sort {
        Some("a") => NumberFormat::LowerLetter,
        Some("A") => NumberFormat::UpperLetter,
        Some("i") => NumberFormat::LowerRoman,
        Some("I") => NumberFormat::UpperRoman,
        _ => NumberFormat::Decimal,
    }
}

fn number(value: Option<&str>) -> Option<u32> {
    value?.trim().parse().ok()
}

/// Whether an element says itself that it is not shown.
fn is_hidden(tag: &Tag) -> bool {
    let style = tag.get("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    tag.get("hidden").is_some() || style.contains("display:none") || style.contains("visibility:hidden")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(page: &str) -> Vec<(String, String)> {
        let draft = read(page.as_bytes()).unwrap().draft;
        draft.provisions.into_iter().map(|one| (one.key, format!("{}|{}", one.heading, one.text))).collect()
    }

    #[test]
    fn lists_show_their_numbers() {
        let page =
            "<h2>Article 2</h2><ol><li>One<ol type=a><li>Under<li>Another</ol><li>Two</ol><ul><li>Dot</ul>";
        let all = told(page);
        let keys: Vec<&str> = all.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, ["A2", "A2.p1", "A2.p1.a", "A2.p1.b", "A2.p2", "A2.p2.b1"]);
    }

    #[test]
    fn what_a_reader_does_not_see_is_left_out_and_told() {
        let page = "<title>Plan</title><script>alert('<p>1. no</p>')</script><style>p{}</style>\
                    <p>1. Pay &amp; go&nbsp;on<p style='display: none'>2. Secret<p>3. Said <del>old</del> <ins>new</ins> words";
        let reading = read(page.as_bytes()).unwrap();
        let texts: Vec<&str> = reading.draft.provisions.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(texts, ["Pay & go\u{a0}on", "Said new words"]);
        let rules: Vec<&str> = reading.findings.iter().map(Remark::rule).collect();
        assert_eq!(rules, ["hidden-text", "tracked-changes"]);
        assert_eq!(reading.findings[0].excerpt, "2. Secret");
    }

    #[test]
    fn a_table_keeps_its_rows() {
        let all = told("<table><tr><th>Army<td>800,000<tr><th>Fleet<td>none</table><p>After");
        let texts: Vec<&str> = all.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(texts, ["|", "|Army", "|800,000", "|", "|Fleet", "|none", "|After"]);
    }
}
