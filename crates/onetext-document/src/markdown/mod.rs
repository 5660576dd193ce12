//! The Markdown writer: for wikis, issue trackers and mail. Tables as GitHub writes them.
//!
//! What opens behind an item, a stage or a cell becomes a footnote, so that the text above stays readable.

mod escape;
mod manuscript;

use crate::{Align, Block, Cell, Chart, Column, Direction, Document, Item, Section, Stage, Strip, Table};
use escape::{cell_text, text};

/// Headings go down to this level.
const LEVEL_MAX: usize = 6;

/// The document as Markdown.
///
/// ```
/// use onetext_document::{Block, Document, markdown};
/// let page = Document::new("status", "Open").with(Block::Paragraph("2 * 3 < 7".into()));
/// assert_eq!(markdown::write(&page), "# Open\n\n2 \\* 3 &lt; 7\n");
/// ```
pub fn write(document: &Document) -> String {
    let mut writer = Writer::default();
    let mut parts = vec![format!("# {}", text(&document.title))];
    if !document.notices.is_empty() {
        let notices: Vec<String> =
            document.notices.iter().map(|notice| format!("> {}", text(notice))).collect();
        parts.push(notices.join("\n>\n"));
    }
    parts.extend(writer.blocks(&document.blocks, 2));
    parts.extend(writer.footnotes());
    if !document.foot.is_empty() {
        parts.push("---".to_owned());
        parts.extend(document.foot.iter().map(text));
    }
    parts.retain(|part| !part.is_empty());
    let body = parts.join("\n\n");
    match document.direction {
        Direction::LeftToRight => format!("{body}\n"),
        Direction::RightToLeft => format!("<div dir=\"rtl\">\n\n{body}\n\n</div>\n"),
    }
}

/// Collects what opens while the text above is written.
#[derive(Default)]
struct Writer<'a> {
    notes: Vec<&'a [Block]>,
    written: usize,
}

impl<'a> Writer<'a> {
    /// Blocks as parts between which an empty line stands.
    fn blocks(&mut self, blocks: &'a [Block], level: usize) -> Vec<String> {
        blocks.iter().flat_map(|block| self.block(block, level)).collect()
    }

    fn block(&mut self, block: &'a Block, level: usize) -> Vec<String> {
        match block {
            Block::Section(section) => self.section(section, level),
            Block::Paragraph(words) => vec![text(words)],
            Block::List(items) => {
                vec![items.iter().map(|item| self.item(item)).collect::<Vec<_>>().join("\n")]
            }
            Block::Table(table) => self.table(table),
            Block::Strip(strip) => self.strip(strip),
            Block::Chart(chart) => picture(chart),
            Block::Manuscript(one) => manuscript::parts(one),
            Block::SideBySide(sections) => {
                sections.iter().flat_map(|section| self.section(section, level)).collect()
            }
        }
    }

    fn section(&mut self, section: &'a Section, level: usize) -> Vec<String> {
        let mut parts = vec![format!("{} {}", "#".repeat(level.min(LEVEL_MAX)), text(&section.title))];
        parts.extend(self.blocks(&section.blocks, level + 1));
        parts
    }

    fn item(&mut self, item: &'a Item) -> String {
        format!("- {}{}", text(&item.text), self.note(&item.opens))
    }

    /// The sign of a new footnote, or nothing where nothing opens.
    fn note(&mut self, opens: &'a [Block]) -> String {
        if opens.is_empty() {
            return String::new();
        }
        self.notes.push(opens);
        format!("[^{}]", self.notes.len())
    }

    /// All footnotes, with those that open behind footnotes after them.
    fn footnotes(&mut self) -> Vec<String> {
        let mut parts = Vec::new();
        while self.written < self.notes.len() {
            let opens = self.notes[self.written];
            self.written += 1;
            let number = self.written;
            let body = self
                .blocks(opens, LEVEL_MAX)
                .join("\n\n")
                .replace('\n', "\n    ")
                .replace("\n    \n", "\n\n");
            parts.push(format!("[^{number}]: {body}"));
        }
        parts
    }

    fn table(&mut self, table: &'a Table) -> Vec<String> {
        let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
        let mut lines = vec![
            row(table.columns.iter().map(|column| cell_text(&column.title)).collect()),
            row(table.columns.iter().map(|column| rule(column).to_owned()).collect()),
        ];
        for one in &table.rows {
            let cells = table.columns.iter().enumerate();
            lines.push(row(cells.map(|(index, column)| self.cell(column, one.cells.get(index))).collect()));
        }
        let stale = if table.has_stale() { "~ stale" } else { "" };
        let legend: Vec<String> =
            [text(&table.legend), stale.to_owned()].into_iter().filter(|part| !part.is_empty()).collect();
        vec![lines.join("\n"), legend.join(" · ")]
    }

    fn cell(&mut self, column: &Column, cell: Option<&'a Cell>) -> String {
        let Some(cell) = cell else { return "—".to_owned() };
        let words = cell_text(&cell.text);
        let words = if column.heading && !words.is_empty() { format!("**{words}**") } else { words };
        let shown = match (&cell.mark, words.is_empty()) {
            (None, true) => "—".to_owned(),
            (None, false) => words,
            (Some(mark), _) => {
                let letter = cell_text(&mark.letter.as_str().into());
                let stale = if mark.stale { "\\~" } else { "" };
                format!("\\[{letter}\\]{stale} {words}").trim_end().to_owned()
            }
        };
        shown + &self.note(&cell.opens)
    }

    fn strip(&mut self, strip: &'a Strip) -> Vec<String> {
        let stages: Vec<String> = strip.stages.iter().map(|stage| self.stage(strip, stage)).collect();
        vec![format!("**{}**", strip.main_line(" → ", &cell_text)), stages.join("\n")]
    }

    fn stage(&mut self, strip: &Strip, stage: &'a Stage) -> String {
        let origins = strip.origins(stage, &cell_text);
        let branch =
            if stage.branch && !origins.is_empty() { format!(" (from {origins})") } else { String::new() };
        let lines: Vec<String> = stage.lines.iter().map(|line| format!(" · {}", cell_text(line))).collect();
        format!(
            "- **{}** {}{branch}{}{}",
            cell_text(&stage.head),
            cell_text(&stage.title),
            lines.concat(),
            self.note(&stage.opens)
        )
    }
}

fn rule(column: &Column) -> &'static str {
    match column.align {
        Align::Start => "---",
        Align::Centre => ":---:",
        Align::End => "---:",
    }
}

/// A chart is its text alternative and what it says in words.
fn picture(chart: &Chart) -> Vec<String> {
    let items: Vec<String> =
        chart.sentences(&cell_text).iter().map(|sentence| format!("- {sentence}")).collect();
    vec![text(chart.alternative()), items.join("\n")]
}
