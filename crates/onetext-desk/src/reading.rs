//! A text as it was understood: what is remarked about its file, its provisions with their keys, its tracked changes and
//! comments with their authors, and whom the file names.

use onetext_document::{Block, Cell, Document, Page, Row, Section, Style, Text};
use onetext_text::draft::{Draft, Provision};
use onetext_text::import::{Metadata, Reading, Remark};
use onetext_text::manuscript::{Manuscript, Mark, MarkSort, Note, Piece};

use crate::blocks::{paragraph, table};

/// A text and what was understood of it.
pub fn compose(name: &str, reading: &Reading) -> Document {
    let mut document = Document::new("reading", format!("{name} as it was understood"));
    document.page = Page::Landscape;
    document.blocks.push(paragraph(summary(reading)));
    let mut push = |section: Option<Section>| document.blocks.extend(section.map(Block::Section));
    push(findings(&reading.findings));
    push(provisions(&reading.draft));
    if let Some(manuscript) = &reading.manuscript {
        push(changes(manuscript));
        push(comments(manuscript));
    }
    push(notes(&reading.draft));
    push(names(&reading.metadata));
    document
}

fn summary(reading: &Reading) -> String {
    let draft = &reading.draft;
    let words: usize = draft.provisions.iter().map(|one| one.text.split_whitespace().count()).sum();
    let title =
        if draft.title.is_empty() { String::new() } else { format!(" \u{201c}{}\u{201d}.", draft.title) };
    format!(
        "Read as {}.{title} {} provisions, {words} words, {} footnotes.",
        reading.format.word(),
        draft.provisions.len(),
        draft.notes.len()
    )
}

/// A section with a table, or nothing where there are no rows.
fn section(key: &str, title: &str, headings: &[(&str, u16)], rows: Vec<Vec<Cell>>) -> Option<Section> {
    if rows.is_empty() {
        return None;
    }
    let rows = rows.into_iter().enumerate();
    let rows = rows.map(|(at, cells)| Row { key: format!("{key}-{}", at + 1), cells }).collect();
    Some(Section::new(key, title, vec![table(key, title, headings, rows)]))
}

fn findings(remarks: &[Remark]) -> Option<Section> {
    // The gravest first.
    let mut sorted: Vec<&Remark> = remarks.iter().collect();
    sorted.sort_by_key(|remark| std::cmp::Reverse(remark.severity));
    let row = |remark: &&Remark| {
        let quoted = Text::styled(remark.excerpt.clone(), Style::Quote);
        let said = Text::plain(remark.sentence());
        let said = if remark.excerpt.is_empty() { said } else { said.then(" ", Style::Plain).join(quoted) };
        vec![
            Cell::new(remark.severity.word()),
            Cell::new(remark.whereabouts()),
            Cell::new(said.then(format!(" [{}]", remark.rule()), Style::Muted)),
        ]
    };
    let headings = [("How grave", 2), ("Where", 3), ("What", 12)];
    section("finding", "What should be known about the file", &headings, sorted.iter().map(row).collect())
}

fn provisions(draft: &Draft) -> Option<Section> {
    let row = |one: &Provision| {
        let heading = Text::styled(one.heading.clone(), Style::Strong);
        let between = if one.heading.is_empty() || one.text.is_empty() { "" } else { "\n" };
        vec![
            Cell::new(Text::styled(one.key.clone(), Style::Code)),
            Cell::new(one.label.written.clone()),
            Cell::new(heading.then(format!("{between}{}", one.text), Style::Plain)),
        ]
    };
    let headings = [("Key", 3), ("Label", 2), ("Text", 14)];
    section("provision", "Provisions", &headings, draft.provisions.iter().map(row).collect())
}

/// A tracked change as a reader sees it: all its pieces together.
struct Change<'m> {
    paragraph: String,
    mark: &'m Mark,
    words: String,
}

fn changes(manuscript: &Manuscript) -> Option<Section> {
    let mut found: Vec<Change<'_>> = Vec::new();
    for paragraph in &manuscript.paragraphs {
        let label =
            if paragraph.label.is_empty() { String::new() } else { format!(" ({})", paragraph.label) };
        let place = format!("paragraph {}{label}", paragraph.number);
        take(&mut found, &place, &paragraph.pieces);
        // The end of a paragraph whose row, or last words, were changed by the same hand goes without saying.
        let said = |mark: &Mark| paragraph.pieces.last().is_some_and(|piece| piece.marks.contains(mark));
        for mark in paragraph.marks.iter().filter(|mark| !said(mark)) {
            found.push(Change { paragraph: place.clone(), mark, words: "(end of the paragraph)".to_owned() });
        }
    }
    for note in &manuscript.notes {
        take(&mut found, &format!("footnote {}", note.mark), &note.pieces);
    }
    let row = |change: &Change<'_>| {
        let style = if change.mark.sort.adds() { Style::Inserted } else { Style::Deleted };
        vec![
            Cell::new(change.paragraph.clone()),
            Cell::new(done(change.mark)),
            Cell::new(change.mark.author.clone()),
            Cell::new(change.mark.date.clone().unwrap_or_default()),
            Cell::new(Text::styled(change.words.clone(), style)),
        ]
    };
    let headings = [("Where", 3), ("What", 2), ("By", 2), ("When", 3), ("Words", 9)];
    section("change", "Tracked changes", &headings, found.iter().map(row).collect())
}

/// Takes in the marks of some pieces; a mark on two pieces side by side is one change.
fn take<'m>(found: &mut Vec<Change<'m>>, place: &str, pieces: &'m [Piece]) {
    let mut open: Vec<usize> = Vec::new();
    for piece in pieces {
        let mut still = Vec::new();
        for mark in &piece.marks {
            let same = open.iter().copied().find(|at| found[*at].mark == mark);
            let at = same.unwrap_or_else(|| {
                found.push(Change { paragraph: place.to_owned(), mark, words: String::new() });
                found.len() - 1
            });
            found[at].words.push_str(&piece.words);
            still.push(at);
        }
        open = still;
    }
}

fn done(mark: &Mark) -> String {
    let what = match mark.sort {
        MarkSort::Inserted => "put in",
        MarkSort::Deleted => "taken out",
        MarkSort::MovedHere => "moved here",
        MarkSort::MovedAway => "moved away",
    };
    mark.name.as_ref().map_or_else(|| what.to_owned(), |name| format!("{what} ({name})"))
}

fn comments(manuscript: &Manuscript) -> Option<Section> {
    let on = |at: usize| -> String {
        let notes = manuscript.notes.iter().flat_map(|note: &Note| &note.pieces);
        let pieces = manuscript.paragraphs.iter().flat_map(|one| &one.pieces).chain(notes);
        pieces.filter(|piece| piece.comments.contains(&at)).map(|piece| piece.words.as_str()).collect()
    };
    let row = |(at, comment): (usize, &onetext_text::manuscript::Comment)| {
        vec![
            Cell::new(comment.author.clone()),
            Cell::new(comment.date.clone().unwrap_or_default()),
            Cell::new(Text::styled(on(at), Style::Quote)),
            Cell::new(comment.words.clone()),
        ]
    };
    let headings = [("By", 2), ("When", 3), ("On", 6), ("Words", 8)];
    section("comment", "Comments", &headings, manuscript.comments.iter().enumerate().map(row).collect())
}

fn notes(draft: &Draft) -> Option<Section> {
    let row = |(mark, words): &(String, String)| vec![Cell::new(mark.clone()), Cell::new(words.clone())];
    section("note", "Footnotes", &[("Mark", 1), ("Words", 12)], draft.notes.iter().map(row).collect())
}

fn names(metadata: &Metadata) -> Option<Section> {
    let fields = [
        ("author", &metadata.author),
        ("last saved by", &metadata.last_editor),
        ("made", &metadata.created),
        ("last saved", &metadata.modified),
        ("title", &metadata.title),
        ("organisation", &metadata.company),
    ];
    let told = fields.into_iter().filter_map(|(what, value)| Some((what.to_owned(), value.clone()?)));
    let rows: Vec<Vec<Cell>> = told
        .chain(metadata.others.iter().cloned())
        .map(|(what, value)| vec![Cell::new(what), Cell::new(value)])
        .collect();
    section("named", "What the file says of itself", &[("What", 3), ("As the file says", 12)], rows)
}
