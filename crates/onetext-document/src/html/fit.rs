//! How tight a document of one sheet must be set to fit: by the area that its visible words take.

use crate::{Block, Cell, Document, Item, Strip, Table, Text};

/// Characters that fill a sheet at each size of type, largest type first. Measured by printing the shipped cases;
/// tables and lists waste room, which [`load`] counts in.
const LOADS_MAX: [usize; 4] = [5_000, 5_800, 6_500, 8_600];
/// What a row, item or heading costs beside its words: the rest of its last line.
const LINE_CHARACTERS: usize = 40;

/// 1 (as usual) to 5 (as tight as can be read).
pub(crate) fn tightness(document: &Document, sheets: usize) -> usize {
    let load = load(document) / sheets.max(1);
    LOADS_MAX.iter().filter(|most| load > **most).count() + 1
}

fn load(document: &Document) -> usize {
    let notices: usize = document.notices.iter().map(line).sum();
    notices + document.blocks.iter().map(block).sum::<usize>()
}

fn block(block: &Block) -> usize {
    match block {
        Block::Section(section) => LINE_CHARACTERS + section.blocks.iter().map(self::block).sum::<usize>(),
        Block::Paragraph(text) => line(text),
        Block::List(items) => items.iter().map(|item: &Item| line(&item.text)).sum(),
        Block::Table(table) => self::table(table),
        Block::Strip(strip) => self::strip(strip),
        Block::Manuscript(one) => one.paragraphs.iter().map(|paragraph| line(&paragraph.to_text())).sum(),
        Block::Chart(_) => LINE_CHARACTERS * 20,
        Block::SideBySide(sections) => {
            sections.iter().flat_map(|section| &section.blocks).map(self::block).sum()
        }
    }
}

/// A row is as high as its fullest cell.
fn table(table: &Table) -> usize {
    let columns = table.columns.len().max(1);
    let fullest = |cells: &[Cell]| cells.iter().map(|cell| length(&cell.text)).max().unwrap_or(0);
    let rows = table.rows.iter().map(|row| {
        let words: usize = row.cells.iter().map(|cell| length(&cell.text)).sum();
        // Between the words alone and a row of cells as full as the fullest; balanced columns are nearer the first.
        (words * 3 + fullest(&row.cells) * columns) / 4 + LINE_CHARACTERS
    });
    rows.sum::<usize>() + line(&table.legend)
}

fn strip(strip: &Strip) -> usize {
    let heights =
        strip.stages.iter().map(|stage| stage.lines.iter().map(|text| length(text) + 10).sum::<usize>());
    heights.max().unwrap_or(0) * strip.stages.len() + LINE_CHARACTERS * 4
}

fn line(text: &Text) -> usize {
    length(text) + LINE_CHARACTERS
}

fn length(text: &Text) -> usize {
    text.0.iter().map(|run| run.words.chars().count()).sum()
}
