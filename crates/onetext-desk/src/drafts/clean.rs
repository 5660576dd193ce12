//! The clean text of a draft: its provisions as they stand, and nothing of ours.

use onetext_document::{Block, Direction, Document, Manuscript, Paragraph, Piece};
use onetext_text::draft::{Draft, Label, Provision, Sort};

use super::Named;

/// A draft may be in any language: the tag for one that is not known.
const LANGUAGE_UNKNOWN: &str = "und";

/// The clean text.
pub fn clean(draft: Named<'_>) -> Document {
    let whole = with_notes(draft.draft);
    let paragraphs = (0..whole.provisions.len()).flat_map(|place| paragraphs(&whole, place)).collect();
    let mut document = sheet("draft", draft);
    document.blocks.push(Block::Manuscript(Manuscript { paragraphs, ..Manuscript::default() }));
    document
}

/// A draft whose footnotes are provisions at its end.
pub(super) fn with_notes(draft: &Draft) -> Draft {
    let mut whole = draft.clone();
    whole.provisions.extend(draft.notes.iter().map(|(mark, words)| Provision {
        key: format!("note {mark}"),
        label: Label { written: mark.clone(), ..Label::none() },
        text: words.clone(),
        ..Provision::default()
    }));
    whole
}

/// A document for the text of a draft: its title, and the direction in which it is read.
pub(super) fn sheet(kind: &'static str, draft: Named<'_>) -> Document {
    let title = if draft.draft.title.is_empty() { draft.name } else { &draft.draft.title };
    let words = draft.draft.provisions.iter().flat_map(|one| [&one.heading, &one.text]);
    let direction = Direction::of(words.map(String::as_str));
    Document { language: LANGUAGE_UNKNOWN.to_owned(), direction, ..Document::new(kind, title) }
}

fn paragraphs(draft: &Draft, place: usize) -> Vec<Paragraph> {
    let provision = &draft.provisions[place];
    let words = words(provision);
    let lines = words.split('\n').enumerate();
    let paragraph = |(number, line): (usize, &str)| Paragraph {
        heading: heading(draft, place).filter(|_| number == 0),
        indent: indent(draft, place),
        label: if number == 0 { Paragraph::labelled(&provision.label.written) } else { Vec::new() },
        pieces: if line.is_empty() { Vec::new() } else { vec![Piece::plain(line)] },
        changes: Vec::new(),
    };
    lines.map(paragraph).collect()
}

/// What a provision says in its own words: the heading on a line of its own, then its paragraphs.
pub(super) fn words(provision: &Provision) -> String {
    let parts = [provision.heading.as_str(), provision.text.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The level of a provision's first line as a heading; none where it is running text.
pub(super) fn heading(draft: &Draft, place: usize) -> Option<u8> {
    let provision = &draft.provisions[place];
    let stands_above = provision.text.is_empty()
        && matches!(provision.label.sort, Sort::Chapter | Sort::Article | Sort::Annex | Sort::Preamble);
    if provision.heading.is_empty() && !stands_above {
        return None;
    }
    let above = ancestors(draft, place).filter(|place| !is_item(&draft.provisions[*place])).count();
    Some(u8::try_from(above + 1).unwrap_or(u8::MAX))
}

/// How deep a provision is set in: by the items that it stands under.
pub(super) fn indent(draft: &Draft, place: usize) -> u8 {
    let above = ancestors(draft, place).filter(|place| is_item(&draft.provisions[*place])).count();
    u8::try_from(above).unwrap_or(u8::MAX)
}

fn is_item(provision: &Provision) -> bool {
    matches!(
        provision.label.sort,
        Sort::Number | Sort::Decimal(_) | Sort::Letter | Sort::Roman | Sort::Bullet | Sort::Option
    )
}

fn ancestors(draft: &Draft, place: usize) -> impl Iterator<Item = usize> + '_ {
    std::iter::successors(draft.provisions[place].parent, |place| draft.provisions[*place].parent)
}
