//! Two texts woven into one: words that both have, words taken out and put in, with the labels of their provisions and the
//! ends of their paragraphs.

use onetext_document::{Change, Comment, Manuscript, Paragraph, Piece, Sort};
use onetext_text::draft::Draft;
use onetext_text::redline::{self, compare};

use super::Hand;
use crate::drafts::chain::Unit;
use crate::drafts::clean;

/// What happens to provisions as a whole.
pub(super) enum Fate {
    /// They stand where they stood; their words may change.
    Stays,
    /// The old ones leave this place.
    Goes(Sort),
    /// The new ones come to this place.
    Comes(Sort),
}

/// Whose words they are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Both,
    Old,
    New,
}

/// The changes of words that both texts have, of those of the old and of those of the new.
struct Changes {
    both: Vec<Change>,
    old: Vec<Change>,
    new: Vec<Change>,
    /// Of the ends of the provisions.
    end: Vec<Change>,
    /// A label that moved is the new one alone.
    is_moved: bool,
}

impl Changes {
    fn of(&self, of: Of) -> Vec<Change> {
        match of {
            Of::Both => self.both.clone(),
            Of::Old => self.old.clone(),
            Of::New => self.new.clone(),
        }
    }
}

/// How far one of the two texts has been woven in.
struct Side<'s> {
    draft: &'s Draft,
    first: usize,
    words: String,
    /// Where each provision begins in the words.
    starts: Vec<usize>,
    /// How many labels stand in the text.
    labelled: usize,
    at: usize,
}

impl<'s> Side<'s> {
    fn new(draft: &'s Draft, places: std::ops::Range<usize>) -> Self {
        let mut words = String::new();
        let mut starts = Vec::new();
        for (number, place) in places.clone().enumerate() {
            if number > 0 {
                words.push('\n');
            }
            starts.push(words.len());
            words.push_str(&clean::words(&draft.provisions[place]));
        }
        Side { draft, first: places.start, words, starts, labelled: 0, at: 0 }
    }

    /// The label of the provision that begins here, if it does not stand in the text yet.
    fn waiting(&self) -> Option<&'s str> {
        let start = self.starts.get(self.labelled)?;
        (*start <= self.at).then(|| self.draft.provisions[self.first + self.labelled].label.written.as_str())
    }

    /// How many bytes there are before the next provision.
    fn before_next(&self) -> usize {
        let next = self.starts.iter().find(|start| **start > self.at);
        next.map_or(usize::MAX, |start| start - self.at)
    }

    /// The provision at hand and whether this is its first line.
    fn place(&self) -> Option<(usize, bool)> {
        let number = self.labelled.checked_sub(1)?;
        let line_begins =
            !self.words.get(self.starts[number]..self.at).is_some_and(|before| before.contains('\n'));
        Some((self.first + number, line_begins))
    }
}

/// Puts the text together.
pub(super) struct Weaver {
    author: String,
    date: Option<String>,
    text: Manuscript,
    paragraph: Paragraph,
    /// Whose look the paragraph has: that of the new text wins.
    look_of: Option<Of>,
    /// Comments that wait for words to stand at.
    waiting: Vec<usize>,
}

impl Weaver {
    pub(super) fn new(hand: Hand<'_>) -> Self {
        Weaver {
            author: hand.author.to_owned(),
            date: hand.date.map(ToOwned::to_owned),
            text: Manuscript::default(),
            paragraph: Paragraph::default(),
            look_of: None,
            waiting: Vec::new(),
        }
    }

    /// A comment on the next words.
    pub(super) fn comment(&mut self, words: String) {
        self.waiting.push(self.text.comments.len());
        self.text.comments.push(Comment { author: self.author.clone(), date: self.date.clone(), words });
    }

    pub(super) fn end(self) -> Manuscript {
        self.text
    }

    fn change(&self, sort: &Sort) -> Change {
        Change { sort: sort.clone(), author: self.author.clone(), date: self.date.clone() }
    }

    fn changes(&self, fate: &Fate) -> Changes {
        let one = |sort: &Sort| vec![self.change(sort)];
        let (old, new) = (one(&Sort::Deleted), one(&Sort::Inserted));
        match fate {
            Fate::Stays => Changes { both: Vec::new(), old, new, end: Vec::new(), is_moved: false },
            Fate::Goes(sort) => {
                Changes { both: one(sort), old: one(sort), new, end: one(sort), is_moved: false }
            }
            Fate::Comes(sort @ Sort::MovedHere(_)) => {
                // Put in and taken out again rather than moved and taken out: not every word processor knows the latter.
                let old = vec![self.change(&Sort::Inserted), self.change(&Sort::Deleted)];
                Changes { both: one(sort), old, new, end: one(sort), is_moved: true }
            }
            Fate::Comes(sort) => {
                Changes { both: one(sort), old, new: one(sort), end: one(sort), is_moved: false }
            }
        }
    }

    /// Weaves in provisions of one text or of both.
    pub(super) fn unit(&mut self, old: &Draft, new: &Draft, unit: &Unit, fate: &Fate) {
        let old_places = if matches!(fate, Fate::Comes(Sort::Inserted)) { 0..0 } else { unit.old.clone() };
        let new_places = if matches!(fate, Fate::Goes(_)) { 0..0 } else { unit.new.clone() };
        let changes = self.changes(fate);
        let mut sides = (Side::new(old, old_places), Side::new(new, new_places));
        for piece in compare(&sides.0.words, &sides.1.words) {
            match piece {
                redline::Piece::Kept(words) => self.words(&words, Of::Both, &mut sides, &changes),
                redline::Piece::Deleted(words) => self.words(&words, Of::Old, &mut sides, &changes),
                redline::Piece::Inserted(words) => self.words(&words, Of::New, &mut sides, &changes),
            }
        }
        self.labels(Of::Both, &mut sides, &changes);
        let end = if sides.1.starts.is_empty() { Of::Old } else { Of::New };
        self.look(end, &sides);
        self.close(changes.end);
    }

    fn words(&mut self, words: &str, of: Of, sides: &mut (Side<'_>, Side<'_>), changes: &Changes) {
        let mut rest = words;
        while !rest.is_empty() {
            self.labels(of, sides, changes);
            self.look(of, sides);
            let most = match of {
                Of::Both => sides.0.before_next().min(sides.1.before_next()),
                Of::Old => sides.0.before_next(),
                Of::New => sides.1.before_next(),
            };
            let length = match rest.find('\n') {
                Some(0) => 1,
                Some(at) => at.min(most),
                None => rest.len().min(most),
            };
            let (now, later) = rest.split_at(length);
            if now == "\n" {
                self.close(changes.of(of));
            } else {
                let comments = std::mem::take(&mut self.waiting);
                let changes = changes.of(of);
                self.paragraph.pieces.push(Piece {
                    words: now.to_owned(),
                    changes,
                    comments,
                    ..Piece::default()
                });
            }
            sides.0.at += if of == Of::New { 0 } else { length };
            sides.1.at += if of == Of::Old { 0 } else { length };
            rest = later;
        }
    }

    /// Puts in the labels of provisions that begin here. A label of the other text waits for words of its own.
    fn labels(&mut self, of: Of, sides: &mut (Side<'_>, Side<'_>), changes: &Changes) {
        loop {
            match (sides.0.waiting(), sides.1.waiting(), of) {
                (Some(_), Some(new), _) if changes.is_moved => self.label(new, changes.both.clone()),
                (Some(old), Some(new), _) if old == new => self.label(new, changes.both.clone()),
                (Some(old), Some(new), _) => {
                    self.label(old, changes.old.clone());
                    self.label(new, changes.new.clone());
                }
                (Some(old), None, Of::Both | Of::Old) => {
                    self.label(old, changes.old.clone());
                    sides.0.labelled += 1;
                    continue;
                }
                (None, Some(new), Of::Both | Of::New) => {
                    self.label(new, changes.new.clone());
                    sides.1.labelled += 1;
                    continue;
                }
                _ => return,
            }
            sides.0.labelled += 1;
            sides.1.labelled += 1;
        }
    }

    fn label(&mut self, written: &str, changes: Vec<Change>) {
        if written.is_empty() {
            return;
        }
        // In the middle of a paragraph a label is a word.
        let (place, words) = if self.paragraph.pieces.is_empty() {
            (&mut self.paragraph.label, written.to_owned())
        } else {
            (&mut self.paragraph.pieces, format!("{written} "))
        };
        place.push(Piece { words, changes, ..Piece::default() });
    }

    /// Sets the paragraph as the provision at hand is set.
    fn look(&mut self, of: Of, sides: &(Side<'_>, Side<'_>)) {
        let side = if of == Of::Old { &sides.0 } else { &sides.1 };
        let Some((place, is_first)) = side.place() else { return };
        if self.look_of.is_none_or(|before| before == Of::Old && of != Of::Old) {
            self.paragraph.heading = clean::heading(side.draft, place).filter(|_| is_first);
            self.paragraph.indent = clean::indent(side.draft, place);
            self.look_of = Some(of);
        }
    }

    /// Ends the paragraph.
    fn close(&mut self, changes: Vec<Change>) {
        let mut paragraph = std::mem::take(&mut self.paragraph);
        paragraph.changes = changes;
        self.look_of = None;
        if let Some(last) = paragraph.pieces.last_mut().or(paragraph.label.last_mut()) {
            last.comments.append(&mut self.waiting);
        }
        self.text.paragraphs.push(paragraph);
    }
}
