//! Changes that were tracked: in a row of words with one mark, who changed them and when.

use crate::manuscript::{Manuscript, Mark, MarkSort, Piece};

/// A tracked change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    /// What was done.
    pub sort: MarkSort,
    /// By whom, as the file says.
    pub author: String,
    /// When, as the file has it.
    pub date: Option<String>,
    /// The words; empty where only the end of a paragraph was put in or taken out.
    pub words: String,
    /// The n-th paragraph of the file, from 1; 0 in a footnote.
    pub paragraph: usize,
}

/// The changes whose marks are asked for, in the order of the file.
pub(super) fn of(text: &Manuscript, is_asked: &impl Fn(&Mark) -> bool) -> Vec<Declared> {
    let mut found: Vec<Declared> = Vec::new();
    for paragraph in &text.paragraphs {
        let begins = found.len();
        pieces(&paragraph.pieces, paragraph.number, is_asked, &mut found);
        for mark in paragraph.marks.iter().filter(|mark| is_asked(mark)) {
            let is_said =
                found[begins..].iter().any(|one| one.sort == mark.sort && one.author == mark.author);
            if !is_said {
                found.push(declared(mark, "", paragraph.number));
            }
        }
    }
    for note in &text.notes {
        pieces(&note.pieces, 0, is_asked, &mut found);
    }
    found
}

fn pieces(all: &[Piece], paragraph: usize, is_asked: &impl Fn(&Mark) -> bool, found: &mut Vec<Declared>) {
    let mut open = false;
    for piece in all {
        let mut is_open = false;
        for mark in piece.marks.iter().filter(|mark| is_asked(mark)) {
            match found.last_mut() {
                Some(last) if open && goes_on(last, mark, paragraph) => last.words.push_str(&piece.words),
                _ => found.push(declared(mark, &piece.words, paragraph)),
            }
            is_open = true;
        }
        open = is_open;
    }
}

fn goes_on(last: &Declared, mark: &Mark, paragraph: usize) -> bool {
    last.paragraph == paragraph
        && last.sort == mark.sort
        && last.author == mark.author
        && last.date == mark.date
}

fn declared(mark: &Mark, words: &str, paragraph: usize) -> Declared {
    Declared {
        sort: mark.sort,
        author: mark.author.clone(),
        date: mark.date.clone(),
        words: words.to_owned(),
        paragraph,
    }
}
