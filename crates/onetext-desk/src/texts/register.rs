//! The register of brackets: each with where it stands, whose it is, who is for and against it, and since when it is open;
//! what closed since the draft before; how much is open over the drafts.

mod line;
mod sides;
mod tables;

use onetext_document::{Block, Document, Page, Section};
use onetext_model::{Instrument, View};

use self::line::Line;
pub(crate) use self::line::main_lines;
pub(crate) use self::sides::party_named;
use super::lines::CaseLines;
use crate::blocks::paragraph;
use crate::drafts::Named;
use crate::head::document;

/// Composes it for a case: for each of its texts along its main line.
pub fn compose(view: &View<'_>) -> Document {
    let mut page = document(view, "brackets", "what is in brackets");
    page.page = Page::Landscape;
    let case = CaseLines::of(view);
    let lines = line::of_case(view, &case);
    if lines.is_empty() {
        return page.with(paragraph("No text is on file whose brackets could be told."));
    }
    for line in &lines {
        let name =
            line.instrument.and_then(|id| view.find::<Instrument>(id)).map(|found| found.fact.name.clone());
        let title = name.unwrap_or_else(|| "Brackets".to_owned());
        let key = line.instrument.map_or_else(|| "brackets".to_owned(), |id| crate::words::key(view, id));
        let blocks = blocks(Some((view, &case)), line, &key);
        page.blocks.push(Block::Section(Section::new(format!("text-{key}"), title, blocks)));
    }
    page
}

/// The same for plain files, the earliest first: ages are told in drafts.
pub fn of_files(drafts: &[Named<'_>]) -> Document {
    let names: Vec<&str> = drafts.iter().map(|named| named.name).collect();
    let mut page = Document::new("brackets", format!("Brackets: {}", names.join(", ")));
    page.page = Page::Landscape;
    let line = line::of_files(drafts);
    page.blocks.extend(blocks(None, &line, "brackets"));
    page
}

fn blocks(case: Option<(&View<'_>, &CaseLines<'_>)>, line: &Line<'_>, key: &str) -> Vec<Block> {
    let mut blocks = tables::burn_down(line, key);
    blocks.extend(tables::broken(line));
    let is_open = line.stops.last().is_some_and(|last| !last.found.pairs.is_empty());
    blocks.push(if is_open {
        tables::register(case, line, key)
    } else {
        paragraph("Nothing is in brackets.")
    });
    blocks.extend(tables::closed(line, key));
    blocks.push(paragraph(tables::LEGEND));
    blocks
}
