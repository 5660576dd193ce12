//! Blocks as paragraphs and tables of a word processor.

use super::xml::{element, flag, valued};
use super::{manuscript, notes::Notes, runs, table};
use crate::sheet::Sheet;
use crate::{Block, Chart, Direction, Item, Section, Stage, Strip, Style, Text, characters};

/// Headings go down to this level.
pub(super) const LEVEL_MAX: usize = 6;

/// What is carried along while the body is written.
pub(super) struct Writer {
    pub(super) direction: Direction,
    pub(super) sheet: Sheet,
    /// Comments and footnotes, which stand in parts of their own.
    pub(super) notes: Notes,
}

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Setting<'s> {
    /// The name of its style; none for running text.
    pub(super) style: &'s str,
    /// Kept on the sheet of what comes next.
    pub(super) keep: bool,
    /// An item of a list.
    pub(super) item: bool,
    /// `center` or `right`; none for the start of the line.
    pub(super) align: &'s str,
    /// How deep it is set in, in twentieths of a point.
    pub(super) indent: u32,
    /// How far its label hangs out, in twentieths of a point.
    pub(super) hanging: u32,
    /// What happened to the paragraph's end.
    pub(super) mark: &'s str,
    /// Words that run against the document's direction: the paragraph runs with them.
    pub(super) against: bool,
}

impl Writer {
    pub(super) fn is_leftward(&self) -> bool {
        self.direction == Direction::RightToLeft
    }

    /// A paragraph; its properties in the order of the schema (`CT_PPr`).
    pub(super) fn paragraph(&self, setting: Setting<'_>, inner: &str) -> String {
        let style = if setting.style.is_empty() { String::new() } else { valued("pStyle", setting.style) };
        let list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
        // Words from left to right in a document from right to left still stand at its edge.
        let align = match setting.align {
            "" if setting.against && self.is_leftward() => valued("jc", "right"),
            "" => String::new(),
            side => valued("jc", side),
        };
        let indent = match (setting.indent, setting.hanging) {
            (0, 0) => String::new(),
            (left, 0) => format!("<w:ind w:left=\"{left}\"/>"),
            (left, hanging) => format!("<w:ind w:left=\"{left}\" w:hanging=\"{hanging}\"/>"),
        };
        let mark = if setting.mark.is_empty() { String::new() } else { element("rPr", "", setting.mark) };
        let properties = [
            style,
            flag("keepNext", setting.keep),
            if setting.item { list.to_owned() } else { String::new() },
            flag("bidi", self.is_leftward() != setting.against),
            indent,
            align,
            mark,
        ]
        .concat();
        let properties = if properties.is_empty() { properties } else { element("pPr", "", &properties) };
        element("p", "", &(properties + inner))
    }

    /// A text as runs.
    pub(super) fn text(&self, text: &Text) -> String {
        runs::text(text, false, self.direction)
    }

    /// Whether words run against the document.
    pub(super) fn runs_against(&self, words: &str) -> bool {
        characters::direction_of(words, self.direction) != self.direction
    }

    /// A paragraph of a text in a style.
    pub(super) fn styled(&self, style: &str, text: &Text) -> String {
        let against = self.runs_against(&text.to_words());
        self.paragraph(Setting { style, against, ..Setting::default() }, &self.text(text))
    }

    /// Blocks one under the other. `level` is that of the next heading.
    pub(super) fn blocks(&mut self, blocks: &[Block], level: usize, width: u32) -> String {
        blocks.iter().map(|block| self.block(block, level, width)).collect()
    }

    fn block(&mut self, block: &Block, level: usize, width: u32) -> String {
        match block {
            Block::Section(section) => self.section(section, level, width),
            Block::Paragraph(text) => self.styled("", text),
            Block::List(items) => items.iter().map(|item| self.item(item)).collect(),
            Block::Table(one) => table::write(self, one, width),
            Block::Strip(strip) => self.strip(strip, width),
            Block::Chart(chart) => self.chart(chart),
            Block::SideBySide(sections) => self.beside(sections, level, width),
            Block::Manuscript(one) => manuscript::write(self, one),
        }
    }

    fn section(&mut self, section: &Section, level: usize, width: u32) -> String {
        let heading = format!("Heading{}", level.min(LEVEL_MAX));
        let setting = Setting { style: &heading, keep: true, ..Setting::default() };
        let title = self.paragraph(setting, &self.text(&section.title));
        title + &self.blocks(&section.blocks, level + 1, width)
    }

    fn item(&self, item: &Item) -> String {
        self.paragraph(Setting { item: true, ..Setting::default() }, &self.text(&item.text))
    }

    /// The main line, then a row for each stage.
    fn strip(&self, strip: &Strip, width: u32) -> String {
        let arrow = if self.is_leftward() { " ← " } else { " → " };
        let line = Text::styled(strip.main_line(arrow, &Text::to_marked_words), Style::Strong);
        let keep = Setting { keep: true, ..Setting::default() };
        let rows: Vec<Vec<String>> = strip.stages.iter().map(|stage| self.stage(strip, stage)).collect();
        self.paragraph(keep, &self.text(&line)) + &table::plain(self, &rows, &[1, 4, 7], width)
    }

    fn stage(&self, strip: &Strip, stage: &Stage) -> Vec<String> {
        let origins = strip.origins(stage, &Text::to_marked_words);
        let from =
            if stage.branch && !origins.is_empty() { format!(" (from {origins})") } else { String::new() };
        let title = stage.title.clone().then(from, Style::Muted);
        let mut lines = Text::default();
        for (at, line) in stage.lines.iter().enumerate() {
            let between = if at == 0 { "" } else { " · " };
            lines = lines.then(between, Style::Muted).join(line.clone());
        }
        let head = self.paragraph(Setting::default(), &runs::text(&stage.head, true, self.direction));
        vec![head, self.styled("", &title), self.styled("", &lines)]
    }

    /// A chart is its text alternative and what it says in words.
    fn chart(&self, chart: &Chart) -> String {
        let items =
            chart.sentences(&Text::to_marked_words).into_iter().map(|words| self.item(&Item::new(words)));
        self.styled("Caption", chart.alternative()) + &items.collect::<String>()
    }

    /// Sections next to each other: cells of one row.
    fn beside(&mut self, sections: &[Section], level: usize, width: u32) -> String {
        let count = sections.len().max(1);
        let each = width / u32::try_from(count).unwrap_or(u32::MAX).max(1);
        let cells: Vec<String> = sections.iter().map(|section| self.section(section, level, each)).collect();
        table::plain(self, &[cells], &vec![1; count], width)
    }
}
