//! Which provision of one draft became which of the next.

use onetext_document::{Block, Cell, Document, Page, Row};
use onetext_text::draft::Draft;
use onetext_text::lineage::{Edge, Level, Lineage, Status};

use super::Named;
use super::cite::citation;
use crate::blocks::{paragraph, table};

/// So many words of a provision stand beside its label, to know it by.
const KNOWN_BY_WORDS: usize = 12;

/// Which provisions of one draft became which of the next.
pub fn lineage(old: Named<'_>, new: Named<'_>, lineage: &Lineage, level: Level) -> Document {
    let mut document = Document::new("lineage", format!("From {} to {}", old.name, new.name));
    document.page = Page::Landscape;
    document.blocks.push(summary(&lineage.edges.iter().collect::<Vec<_>>()));
    let rows = lineage.edges.iter().enumerate().map(|(at, edge)| {
        let side = |side: Named<'_>, places: &[usize]| {
            Cell::new(
                places.iter().map(|place| known(side.draft, *place, level)).collect::<Vec<_>>().join("\n"),
            )
        };
        Row {
            key: format!("edge-{}", at + 1),
            cells: vec![
                Cell::new(edge.status.word()),
                side(old, &edge.old),
                side(new, &edge.new),
                Cell::new(if edge.score > 0.0 { format!("{:.2}", edge.score) } else { String::new() }),
            ],
        }
    });
    let headings = [("What happened", 2), ("Was", 7), ("Is", 7), ("Likeness", 1)];
    document.blocks.push(table("lineage", "Which provision became which", &headings, rows.collect()));
    document.blocks.push(paragraph(
        "Likeness is the share of the rarer words, pairs and triples of words that both have: a proposal of the program, \
         to be confirmed by a person.",
    ));
    document
}

/// How many provisions met with what.
pub(crate) fn summary(edges: &[&Edge]) -> Block {
    let all = [
        Status::Unchanged,
        Status::Reworded,
        Status::Merged,
        Status::Split,
        Status::Moved,
        Status::Dropped,
        Status::New,
    ];
    let counted = all.iter().filter_map(|status| {
        let count = edges.iter().filter(|edge| edge.status == *status).count();
        (count > 0).then(|| format!("{count} {}", status.word()))
    });
    paragraph(format!("{}.", counted.collect::<Vec<_>>().join(", ")))
}

/// A provision's citation and its first words.
fn known(draft: &Draft, place: usize, level: Level) -> String {
    let provision = &draft.provisions[place];
    let words = if level == Level::Article { &provision.heading } else { &provision.text };
    let mut first: Vec<&str> = words.split_whitespace().take(KNOWN_BY_WORDS + 1).collect();
    let is_cut = first.len() > KNOWN_BY_WORDS;
    first.truncate(KNOWN_BY_WORDS);
    let rest = if is_cut { " …" } else { "" };
    format!("{} {}{rest}", citation(draft, place), first.join(" ")).trim_end().to_owned()
}
