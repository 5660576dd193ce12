//! A running text with real tracked changes: `w:ins`, `w:del`, the two ends of moves, paragraph ends put in and taken out,
//! comments on what they are about, footnotes.

use std::collections::BTreeMap;

use super::blocks::{LEVEL_MAX, Setting, Writer};
use super::runs::{self, Look};
use super::xml::{self, element};
use crate::properties::instant;
use crate::{Change, Direction, Manuscript, Paragraph, Piece, Sort, characters};

/// Each step sets a paragraph in by so much, in twentieths of a point; its label hangs in it.
const STEP: u32 = 454;
/// Paragraphs are set in at most this far.
const INDENT_MAX: u8 = 12;

/// First and last place of something among the pieces.
type Span = (Spot, Spot);
/// A paragraph and one of its pieces, those of the label first; the paragraph's end comes after all of them.
type Spot = (usize, usize);

/// Where comments and moves begin and end.
#[derive(Default)]
struct Ranges {
    comments: BTreeMap<usize, Span>,
    /// By which end of the move it is, and the move's name.
    moves: BTreeMap<(bool, String), Span>,
}

/// The paragraphs of a manuscript.
pub(super) fn write(writer: &mut Writer, manuscript: &Manuscript) -> String {
    let ranges = Ranges::of(manuscript);
    let first_comment = writer.notes.comment_all(&manuscript.comments);
    let direction = writer.direction;
    let mut setter = Setter { writer, manuscript, ranges, first_comment, direction, open: BTreeMap::new() };
    let mut out = String::new();
    for (at, paragraph) in manuscript.paragraphs.iter().enumerate() {
        out += &setter.paragraph(at, paragraph);
    }
    out
}

fn pieces(paragraph: &Paragraph) -> impl Iterator<Item = &Piece> {
    paragraph.label.iter().chain(&paragraph.pieces)
}

impl Ranges {
    fn of(manuscript: &Manuscript) -> Self {
        let mut ranges = Ranges::default();
        for (at, paragraph) in manuscript.paragraphs.iter().enumerate() {
            let mut count = 0;
            for (number, piece) in pieces(paragraph).enumerate() {
                ranges.changes(&piece.changes, (at, number));
                for comment in piece.comments.iter().filter(|place| **place < manuscript.comments.len()) {
                    grown(&mut ranges.comments, *comment, (at, number));
                }
                count = number + 1;
            }
            ranges.changes(&paragraph.changes, (at, count));
        }
        ranges
    }

    fn changes(&mut self, changes: &[Change], spot: Spot) {
        for change in changes {
            match &change.sort {
                Sort::MovedHere(name) => grown(&mut self.moves, (true, name.clone()), spot),
                Sort::MovedAway(name) => grown(&mut self.moves, (false, name.clone()), spot),
                Sort::Inserted | Sort::Deleted => {}
            }
        }
    }

    /// The moves with an end at this spot, by which end of the span it is.
    fn moves_at(&self, spot: Spot, begins: bool) -> Vec<(bool, String)> {
        let is_at = |span: &Span| if begins { span.0 == spot } else { span.1 == spot };
        self.moves.iter().filter(|(_, span)| is_at(span)).map(|(key, _)| key.clone()).collect()
    }

    fn comments_at(&self, spot: Spot, begins: bool) -> Vec<usize> {
        let is_at = |span: &Span| if begins { span.0 == spot } else { span.1 == spot };
        self.comments.iter().filter(|(_, span)| is_at(span)).map(|(key, _)| *key).collect()
    }
}

fn grown<K: Ord>(spans: &mut BTreeMap<K, Span>, key: K, spot: Spot) {
    spans.entry(key).and_modify(|span| span.1 = spot).or_insert((spot, spot));
}

struct Setter<'s> {
    writer: &'s mut Writer,
    manuscript: &'s Manuscript,
    ranges: Ranges,
    first_comment: usize,
    /// The direction of the paragraph at hand.
    direction: Direction,
    /// The ids of the moves that have begun.
    open: BTreeMap<(bool, String), usize>,
}

impl Setter<'_> {
    fn paragraph(&mut self, at: usize, paragraph: &Paragraph) -> String {
        let words: String = paragraph.pieces.iter().map(|piece| piece.words.as_str()).collect();
        self.direction = characters::direction_of(&words, self.writer.direction);
        let mut inner = String::new();
        let mut count = 0;
        for (number, piece) in pieces(paragraph).enumerate() {
            inner += &self.piece((at, number), piece);
            count = number + 1;
            if count == paragraph.label.len() {
                inner += &self.after_label(paragraph);
            }
        }
        let end = (at, count);
        inner += &self.move_begins(end);
        inner += &self.comments_left(at);
        let mark = self.mark(&paragraph.changes);
        let heading = paragraph.heading.map(|level| usize::from(level.max(1)).min(LEVEL_MAX));
        let style = heading.map_or_else(String::new, |level| format!("Heading{level}"));
        let deep = u32::from(paragraph.indent.min(INDENT_MAX)) * STEP;
        let hangs = !paragraph.label.is_empty() && heading.is_none();
        let setting = Setting {
            style: &style,
            keep: heading.is_some(),
            indent: deep + if hangs { STEP } else { 0 },
            hanging: if hangs { STEP } else { 0 },
            mark: &mark,
            against: self.direction != self.writer.direction,
            ..Setting::default()
        };
        let written = self.writer.paragraph(setting, &inner);
        // A range that takes in the paragraph's end closes behind the paragraph.
        written + &self.move_ends(end)
    }

    /// The tab behind a label shares the label's fate where that is one and the same.
    fn after_label(&mut self, paragraph: &Paragraph) -> String {
        let last = paragraph.label.iter().find(|piece| !piece.changes.iter().any(|one| one.sort.takes_out()));
        let changes = last.or(paragraph.label.last()).map(|piece| piece.changes.clone()).unwrap_or_default();
        let tab = if paragraph.heading.is_some() { " " } else { "\t" };
        self.changed(&changes, tab, Look::default(), "")
    }

    fn piece(&mut self, spot: Spot, piece: &Piece) -> String {
        let mut out = self.move_begins(spot);
        for comment in self.ranges.comments_at(spot, true) {
            out += &element("commentRangeStart", &self.comment_id(comment), "");
        }
        let note = piece.note.and_then(|place| self.manuscript.notes.get(place));
        let note = note.map_or_else(String::new, |note| self.writer.notes.footnote(&note.words));
        let look = Look { style: piece.style, ..Look::default() };
        out += &self.changed(&piece.changes, &piece.words, look, &note);
        for comment in self.ranges.comments_at(spot, false) {
            out += &element("commentRangeEnd", &self.comment_id(comment), "");
            out += &self.comment_sign(comment);
        }
        out + &self.move_ends(spot)
    }

    /// Words within their changes, the outermost around all others.
    fn changed(&mut self, changes: &[Change], words: &str, look: Look, note: &str) -> String {
        let deleted = changes.iter().any(|change| change.sort == Sort::Deleted);
        let inner = runs::exact(words, Look { deleted, ..look }, self.direction) + note;
        if inner.is_empty() {
            return inner;
        }
        changes
            .iter()
            .rev()
            .fold(inner, |inner, change| element(element_of(&change.sort), &self.signed(change), &inner))
    }

    /// The changes of a paragraph's end, in the order of the schema.
    fn mark(&mut self, changes: &[Change]) -> String {
        let order = ["ins", "del", "moveFrom", "moveTo"];
        let of = |name: &str| changes.iter().find(|change| element_of(&change.sort) == name);
        let found: Vec<Change> = order.iter().filter_map(|name| of(name).cloned()).collect();
        found.iter().map(|change| element(element_of(&change.sort), &self.signed(change), "")).collect()
    }

    /// Id, author and date of a change.
    fn signed(&mut self, change: &Change) -> String {
        let id = self.writer.notes.next_id();
        let date = change.date.as_deref().and_then(instant);
        let date = date.map_or_else(String::new, |date| format!(" w:date=\"{date}\""));
        format!("w:id=\"{id}\" w:author=\"{}\"{date}", xml::tamed(&change.author))
    }

    fn move_begins(&mut self, spot: Spot) -> String {
        let mut out = String::new();
        for key in self.ranges.moves_at(spot, true) {
            let id = self.writer.notes.next_id();
            let (author, date) = self.mover(&key);
            let date = date.as_deref().and_then(instant);
            let date = date.map_or_else(String::new, |date| format!(" w:date=\"{date}\""));
            let attributes = format!(
                "w:id=\"{id}\" w:author=\"{}\"{date} w:name=\"{}\"",
                xml::tamed(&author),
                xml::tamed(&key.1)
            );
            out += &element(if key.0 { "moveToRangeStart" } else { "moveFromRangeStart" }, &attributes, "");
            self.open.insert(key, id);
        }
        out
    }

    fn move_ends(&mut self, spot: Spot) -> String {
        let mut out = String::new();
        for key in self.ranges.moves_at(spot, false) {
            let Some(id) = self.open.remove(&key) else { continue };
            let name = if key.0 { "moveToRangeEnd" } else { "moveFromRangeEnd" };
            out += &element(name, &format!("w:id=\"{id}\""), "");
        }
        out
    }

    /// Who made a move, and when.
    fn mover(&self, (here, name): &(bool, String)) -> (String, Option<String>) {
        let wanted = if *here { Sort::MovedHere(name.clone()) } else { Sort::MovedAway(name.clone()) };
        let all = self.manuscript.paragraphs.iter().flat_map(|paragraph| {
            pieces(paragraph).flat_map(|piece| &piece.changes).chain(&paragraph.changes)
        });
        let found = all.into_iter().find(|change| change.sort == wanted);
        found.map(|change| (change.author.clone(), change.date.clone())).unwrap_or_default()
    }

    fn comment_id(&self, place: usize) -> String {
        format!("w:id=\"{}\"", self.first_comment + place)
    }

    fn comment_sign(&self, place: usize) -> String {
        let sign = element("commentReference", &self.comment_id(place), "");
        element("r", "", &("<w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr>".to_owned() + &sign))
    }

    /// Comments on no words stand at the end of the text.
    fn comments_left(&self, at: usize) -> String {
        if at + 1 < self.manuscript.paragraphs.len() {
            return String::new();
        }
        let left =
            (0..self.manuscript.comments.len()).filter(|place| !self.ranges.comments.contains_key(place));
        left.map(|place| self.comment_sign(place)).collect()
    }
}

fn element_of(sort: &Sort) -> &'static str {
    match sort {
        Sort::Inserted => "ins",
        Sort::Deleted => "del",
        Sort::MovedHere(_) => "moveTo",
        Sort::MovedAway(_) => "moveFrom",
    }
}
