//! What differs between two versions of one text: words, headings, numbers, footnotes, what is gone or new or elsewhere.

use std::collections::BTreeMap;

use crate::draft::Draft;
use crate::lineage::{Edge, Status};
use crate::redline::{Piece, compare, redline, same_rows};

/// A difference.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Places in the text that was sent; none where something is new.
    pub old: Vec<usize>,
    /// Places in the text that came back; none where something is gone.
    pub new: Vec<usize>,
    /// What differs.
    pub sort: Sort,
    /// Whether only blanks and the forms of quotation marks, dashes and apostrophes differ, as a word processor changes
    /// them by itself.
    pub is_typographic: bool,
}

/// What differs.
#[derive(Clone, Debug, PartialEq)]
pub enum Sort {
    /// The words.
    Words {
        /// The text with its changes.
        pieces: Vec<Piece>,
        /// Reworded, merged, split, moved, dropped or new.
        status: Status,
    },
    /// The same words stand elsewhere.
    Moved,
    /// The heading.
    Heading {
        /// With its changes.
        pieces: Vec<Piece>,
    },
    /// The number or letter.
    Label {
        /// As it was.
        was: String,
        /// As it is.
        is: String,
    },
    /// A footnote.
    Note {
        /// Its mark.
        mark: String,
        /// With its changes.
        pieces: Vec<Piece>,
    },
    /// The title of the text.
    Title {
        /// With its changes.
        pieces: Vec<Piece>,
    },
}

/// The differences in the order of the text that came back, and whether they are the smallest.
pub(super) fn between(sent: &Draft, returned: &Draft) -> (Vec<Difference>, bool) {
    let mut found = Vec::new();
    if sent.title != returned.title {
        found.push(plain(Sort::Title { pieces: compare(&sent.title, &returned.title) }));
    }
    let redline = redline(sent, returned);
    for change in &redline.changes {
        of_words(&change.edge, &change.pieces, &mut found);
        if let ([old], [new]) = (change.edge.old.as_slice(), change.edge.new.as_slice()) {
            of_frame(sent, returned, (*old, *new), &mut found);
        }
    }
    of_headings(sent, returned, &mut found);
    of_notes(&sent.notes, &returned.notes, &mut found);
    (found, redline.is_shortest)
}

fn of_words(edge: &Edge, pieces: &[Piece], found: &mut Vec<Difference>) {
    let differs = pieces.iter().any(|piece| !matches!(piece, Piece::Kept(_)));
    let sort = match (edge.status, differs) {
        (Status::Moved, false) => Sort::Moved,
        (_, false) => return,
        (status, true) => Sort::Words { pieces: pieces.to_vec(), status },
    };
    let is_typographic = edge.status == Status::Reworded && is_typographic(pieces);
    found.push(Difference { old: edge.old.clone(), new: edge.new.clone(), sort, is_typographic });
}

/// What stands around the words of a provision that corresponds to one other: its number and its heading.
fn of_frame(sent: &Draft, returned: &Draft, (old, new): (usize, usize), found: &mut Vec<Difference>) {
    let (one, other) = (&sent.provisions[old], &returned.provisions[new]);
    let place = |sort| Difference { old: vec![old], new: vec![new], sort, is_typographic: false };
    if one.label.written != other.label.written {
        found.push(place(Sort::Label { was: one.label.written.clone(), is: other.label.written.clone() }));
    }
    if one.heading != other.heading {
        let pieces = compare(&one.heading, &other.heading);
        let is_typographic = is_typographic(&pieces);
        found.push(Difference { is_typographic, ..place(Sort::Heading { pieces }) });
    }
}

/// Headings of what has no words of its own, in their order: articles and chapters.
fn of_headings(sent: &Draft, returned: &Draft, found: &mut Vec<Difference>) {
    let told = |draft: &Draft| -> Vec<(usize, String)> {
        let frames = draft.provisions.iter().enumerate().filter(|(_, one)| one.text.is_empty());
        frames
            .map(|(at, one)| (at, format!("{} {}", one.label.written, one.heading).trim().to_owned()))
            .collect()
    };
    let (old, new) = (told(sent), told(returned));
    let rows = |side: &'_ [(usize, String)]| -> Vec<String> {
        side.iter().map(|(_, words)| words.clone()).collect()
    };
    let (old_rows, new_rows) = (rows(&old), rows(&new));
    let same = same_rows(
        &old_rows.iter().map(String::as_str).collect::<Vec<_>>(),
        &new_rows.iter().map(String::as_str).collect::<Vec<_>>(),
    );
    let (mut at, mut to) = (0, 0);
    for (next_old, next_new) in same.into_iter().chain([(old.len(), new.len())]) {
        let (gone, come) = (&old[at..next_old], &new[to..next_new]);
        for row in 0..gone.len().max(come.len()) {
            let words =
                |side: &[(usize, String)]| side.get(row).map_or(String::new(), |(_, words)| words.clone());
            let place =
                |side: &[(usize, String)]| side.get(row).map(|(place, _)| *place).into_iter().collect();
            let pieces = compare(&words(gone), &words(come));
            let is_typographic = is_typographic(&pieces);
            found.push(Difference {
                old: place(gone),
                new: place(come),
                sort: Sort::Heading { pieces },
                is_typographic,
            });
        }
        (at, to) = (next_old + 1, next_new + 1);
    }
}

fn of_notes(sent: &[(String, String)], returned: &[(String, String)], found: &mut Vec<Difference>) {
    let by_mark =
        |notes: &[(String, String)]| -> BTreeMap<String, String> { notes.iter().cloned().collect() };
    let (old, new) = (by_mark(sent), by_mark(returned));
    let marks: std::collections::BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    for mark in marks {
        let text = |side: &BTreeMap<String, String>| side.get(mark).cloned().unwrap_or_default();
        let pieces = compare(&text(&old), &text(&new));
        if pieces.iter().any(|piece| !matches!(piece, Piece::Kept(_))) {
            let is_typographic = is_typographic(&pieces);
            found.push(Difference { is_typographic, ..plain(Sort::Note { mark: mark.clone(), pieces }) });
        }
    }
}

fn plain(sort: Sort) -> Difference {
    Difference { old: Vec::new(), new: Vec::new(), sort, is_typographic: false }
}

/// Whether both sides are the same but for blanks and forms of marks.
fn is_typographic(pieces: &[Piece]) -> bool {
    let (mut old, mut new) = (String::new(), String::new());
    for piece in pieces {
        match piece {
            Piece::Kept(words) => {
                old.push_str(words);
                new.push_str(words);
            }
            Piece::Deleted(words) => old.push_str(words),
            Piece::Inserted(words) => new.push_str(words),
        }
    }
    plain_letters(&old) == plain_letters(&new)
}

/// The text with one form for each mark and one blank for any.
fn plain_letters(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        let character = match character {
            '“' | '”' | '„' | '«' | '»' => '"',
            '‘' | '’' | '‚' | 'ʼ' => '\'',
            '–' | '—' | '‑' | '−' => '-',
            '\u{ad}' => continue,
            character if character.is_whitespace() => ' ',
            character => character,
        };
        if character != ' ' || !plain.ends_with(' ') {
            plain.push(character);
        }
    }
    plain.trim().to_owned()
}
