//! What is still in brackets, over one draft or several.

use onetext_document::{Cell, Document, Page, Row};
use onetext_text::brackets::{self as text, openness};

use super::Named;
use super::cite::citation;
use crate::blocks::{paragraph, table};
use crate::words::list;

/// What is still in brackets: over the drafts how much of it, then the brackets of the last one.
pub fn brackets(drafts: &[Named<'_>]) -> Document {
    let names: Vec<&str> = drafts.iter().map(|named| named.name).collect();
    let mut document = Document::new("brackets", format!("Brackets: {}", names.join(", ")));
    document.page = Page::Landscape;
    let rows = drafts.iter().enumerate().map(|(at, named)| {
        let open = openness(named.draft);
        let cell = |count: usize| Cell::new(count.to_string());
        let counts = [open.words, open.brackets, open.outermost, open.options].map(cell);
        let mut cells = vec![Cell::new(named.name)];
        cells.extend(counts);
        Row { key: format!("draft-{}", at + 1), cells }
    });
    let headings = [("Draft", 6), ("Words", 2), ("Brackets", 2), ("Outermost", 2), ("Options", 2)];
    document.blocks.push(table("burn-down", "How much is open", &headings, rows.collect()));
    let Some(last) = drafts.last() else { return document };
    let found = text::brackets(last.draft);
    let spot = |(place, _): text::Spot| citation(last.draft, place);
    let broken = [("opened and never closed", &found.unclosed), ("closed and never opened", &found.unopened)];
    for (what, spots) in broken.iter().filter(|(_, spots)| !spots.is_empty()) {
        let places: Vec<String> = spots.iter().map(|at| spot(*at)).collect();
        document.blocks.push(paragraph(format!("{} {what}: {}.", places.len(), places.join("; "))));
    }
    let rows = found.pairs.iter().enumerate().map(|(at, bracket)| Row {
        key: format!("bracket-{}", at + 1),
        cells: vec![
            Cell::new((at + 1).to_string()),
            Cell::new(spot(bracket.open)),
            Cell::new(text::words(last.draft, bracket)),
            Cell::new(bracket.alternatives.map_or_else(String::new, |row| format!("one of row {row}"))),
            Cell::new(bracket.owner.as_ref().map_or_else(String::new, owner_words)),
            Cell::new(if bracket.depth == 0 { String::new() } else { deep(bracket.depth) }),
        ],
    });
    let headings = [("No.", 1), ("Where", 4), ("Text", 10), ("Alternatives", 2), ("Whose", 3), ("Within", 2)];
    let caption = format!("The brackets of {}", last.name);
    document.blocks.push(table("register", &caption, &headings, rows.collect()));
    document
}

fn deep(depth: usize) -> String {
    if depth == 1 { "another".to_owned() } else { format!("{depth} others") }
}

fn owner_words(owner: &text::Owner) -> String {
    let stance = match owner.stance {
        text::Stance::Proposes => "proposed",
        text::Stance::Opposes => "opposed",
        text::Stance::Reserves => "reserved",
    };
    format!("{stance} by {}", list(&owner.parties))
}
