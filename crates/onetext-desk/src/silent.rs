//! Silent changes: first what was changed without a mark, then what was tracked, then which earlier marks are gone.

use onetext_document::{Block, Cell, Document, Page, Row, Section, Style, Text};
use onetext_text::manuscript::MarkSort;
use onetext_text::silent::{Declared, Difference, Silent, Sort};

use crate::blocks::{paragraph, table};
use crate::drafts::{citation, marked};

/// What differs between what was sent and what came back; `names` are those of the two files.
pub fn compose(names: (&str, &str), found: &Silent) -> Document {
    let mut document =
        Document::new("silent", format!("From {} to {}: changed without a mark", names.0, names.1));
    document.page = Page::Landscape;
    let (typographic, real): (Vec<_>, Vec<_>) = found.differences.iter().partition(|one| one.is_typographic);
    document.blocks.push(Block::Paragraph(verdict(real.len(), typographic.len(), found)));
    if !found.is_shortest {
        document.blocks.push(paragraph(
            "Some provisions are very long and differ in nearly all: within them the difference is not the shortest.",
        ));
    }
    if !real.is_empty() {
        document.blocks.push(differences("silent", "Changed without a mark", found, &real));
    }
    if !found.declared.is_empty() {
        document.blocks.push(declared("tracked", "Tracked since it was sent", &found.declared));
    }
    if !found.settled.is_empty() {
        let section = vec![
            paragraph("These changes were marked when the text was sent, and come back without their marks."),
            declared("settled", "Earlier marks that are gone", &found.settled),
        ];
        document.blocks.push(Block::Section(Section::new("settled", "Earlier marks that are gone", section)));
    }
    if !typographic.is_empty() {
        let section = vec![
            paragraph(
                "Only blanks, or the forms of quotation marks and dashes: word processors change these by themselves.",
            ),
            differences("typographic", "Differences of form", found, &typographic),
        ];
        document.blocks.push(Block::Section(Section::new("typographic", "Differences of form", section)));
    }
    document
}

fn verdict(real: usize, typographic: usize, found: &Silent) -> Text {
    let first = match real {
        0 => "Nothing was changed without a mark.".to_owned(),
        1 => "1 change was made without a mark.".to_owned(),
        more => format!("{more} changes were made without a mark."),
    };
    let tracked = count(found.declared.len(), "change was", "changes were");
    let mut sentences = vec![first, format!("{tracked} tracked since it was sent.")];
    if !found.settled.is_empty() {
        let gone = count(found.settled.len(), "earlier mark is", "earlier marks are");
        sentences.push(format!("{gone} gone."));
    }
    if typographic > 0 {
        let formal = count(typographic, "difference is", "differences are");
        sentences.push(format!("{formal} only of form."));
    }
    let rest = sentences.split_off(1).join(" ");
    Text::styled(sentences.concat(), Style::Strong).then(format!(" {rest}"), Style::Plain)
}

fn count(number: usize, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}

fn differences(key: &str, caption: &str, found: &Silent, rows: &[&Difference]) -> Block {
    let rows = rows.iter().enumerate().map(|(at, one)| {
        let cited = |draft, places: &[usize]| {
            Cell::new(places.iter().map(|place| citation(draft, *place)).collect::<Vec<_>>().join("\n"))
        };
        Row {
            key: format!("{key}-{}", at + 1),
            cells: vec![
                cited(&found.sent, &one.old),
                cited(&found.returned, &one.new),
                Cell::new(what(&one.sort)),
                Cell::new(text(found, one)),
            ],
        }
    });
    let headings = [("Was", 2), ("Is", 2), ("What", 2), ("Text", 16)];
    table(key, caption, &headings, rows.collect())
}

fn what(sort: &Sort) -> &'static str {
    match sort {
        Sort::Words { status, .. } => status.word(),
        Sort::Moved => "moved",
        Sort::Heading { .. } => "heading",
        Sort::Label { .. } => "number",
        Sort::Note { .. } => "footnote",
        Sort::Title { .. } => "title",
    }
}

fn text(found: &Silent, one: &Difference) -> Text {
    match &one.sort {
        Sort::Words { pieces, .. } | Sort::Heading { pieces } | Sort::Title { pieces } => marked(pieces),
        Sort::Note { mark, pieces } => Text::plain(format!("{mark} ")).join(marked(pieces)),
        Sort::Label { was, is } => Text::styled(was.clone(), Style::Deleted)
            .then(" ", Style::Plain)
            .then(is.clone(), Style::Inserted),
        Sort::Moved => {
            let place = one.new.first().map(|place| found.returned.provisions[*place].text.clone());
            Text::plain(place.unwrap_or_default())
        }
    }
}

fn declared(key: &str, caption: &str, all: &[Declared]) -> Block {
    let rows = all.iter().enumerate().map(|(at, one)| {
        let (what, style) = match one.sort {
            MarkSort::Inserted => ("put in", Style::Inserted),
            MarkSort::Deleted => ("taken out", Style::Deleted),
            MarkSort::MovedHere => ("moved here", Style::Inserted),
            MarkSort::MovedAway => ("moved away", Style::Deleted),
        };
        let words = if one.words.trim().is_empty() {
            Text::styled("the end of a paragraph", Style::Muted)
        } else {
            Text::styled(one.words.clone(), style)
        };
        let place = if one.paragraph == 0 { "footnote".to_owned() } else { format!("¶ {}", one.paragraph) };
        Row {
            key: format!("{key}-{}", at + 1),
            cells: vec![
                Cell::new(place),
                Cell::new(one.author.clone()),
                Cell::new(one.date.clone().unwrap_or_default()),
                Cell::new(what),
                Cell::new(words),
            ],
        }
    });
    let headings = [("Where", 2), ("Who", 3), ("When", 3), ("What", 2), ("Words", 12)];
    table(key, caption, &headings, rows.collect())
}
