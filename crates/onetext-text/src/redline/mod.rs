//! A redline: what was taken out and what was put in, word by word, within provisions that correspond.
//!
//! The lineage comes first, so that a paragraph is compared with what it was and not with its neighbour; within a pair
//! the difference is the shortest there is. Then a run of kept words that is shorter than what it parts is given up:
//! a reader follows one change more easily than three with "of" between them.

mod diff;
mod tokens;

pub(crate) use diff::{FAR_MAX, same};
pub use tokens::{Token, tokens};

use crate::draft::Draft;
use crate::lineage::{Edge, Level, Status, align};

/// A piece of a redline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// It stands in both.
    Kept(String),
    /// It was taken out.
    Deleted(String),
    /// It was put in.
    Inserted(String),
}

/// A provision, or several that correspond, with what changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// How they correspond.
    pub edge: Edge,
    /// The text with its changes.
    pub pieces: Vec<Piece>,
}

/// What changed between two drafts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Redline {
    /// In the order of the new text.
    pub changes: Vec<Change>,
    /// Whether no shorter difference could be had within the pairs; not where very long provisions differ in nearly all.
    pub is_shortest: bool,
}

/// How many words were put in and taken out; a provision that moved counts as both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Put in.
    pub inserted: usize,
    /// Taken out.
    pub deleted: usize,
}

/// A kept run of as few words between two changes is given up, if there are as many changed words around it as this
/// many times as it has.
const BRIDGED_WORDS_MAX: usize = 1;
const BRIDGED_BY: usize = 4;

/// Compares two drafts.
///
/// ```
/// use onetext_text::draft::read_markdown;
/// use onetext_text::redline::{Piece, redline};
/// let old = read_markdown("1. Each Party [shall][should] report.\n");
/// let new = read_markdown("1. Each Party shall report.\n");
/// let pieces = &redline(&old, &new).changes[0].pieces;
/// assert_eq!(pieces[1], Piece::Deleted(" [".to_owned()));
/// ```
pub fn redline(old: &Draft, new: &Draft) -> Redline {
    let lineage = align(old, new, Level::Paragraph);
    let text = |draft: &Draft, places: &[usize]| {
        let texts: Vec<&str> = places.iter().map(|place| draft.provisions[*place].text.as_str()).collect();
        texts.join("\n")
    };
    let mut is_shortest = true;
    let changes = lineage.edges.into_iter().map(|edge| {
        let (pieces, is_most) = compared(&text(old, &edge.old), &text(new, &edge.new));
        is_shortest &= is_most;
        Change { edge, pieces }
    });
    Redline { changes: changes.collect(), is_shortest }
}

/// Compares two texts.
pub fn compare(old: &str, new: &str) -> Vec<Piece> {
    compared(old, new).0
}

/// Compares two texts, and says whether the difference is the shortest.
fn compared(old: &str, new: &str) -> (Vec<Piece>, bool) {
    let (one, other) = (tokens(old), tokens(new));
    let (mine, theirs) = (texts(&one), texts(&other));
    let mut pieces = Pieces::default();
    let (mut at, mut to) = (0, 0);
    let diff::Common { runs, is_most } = diff::same(&mine, &theirs, diff::FAR_MAX);
    for (number, run) in runs.iter().enumerate() {
        pieces.changed(&one[at..run.old], &other[to..run.new]);
        let next = runs.get(number + 1).map_or((one.len(), other.len()), |next| (next.old, next.new));
        (at, to) = (run.old + run.length, run.new + run.length);
        let kept = &other[run.new..to];
        let around = pieces.changed_words() + words_in(&one[at..next.0]) + words_in(&other[to..next.1]);
        let is_between = pieces.is_changing() && (at, to) != next;
        let is_short = words_in(kept) <= BRIDGED_WORDS_MAX && around >= BRIDGED_BY * kept.len();
        if is_between && is_short {
            pieces.changed(&one[run.old..at], kept);
        } else {
            pieces.kept(&one[run.old..at], kept);
        }
    }
    pieces.changed(&one[at..], &other[to..]);
    (pieces.end(), is_most)
}

/// The fewest words that must be taken out and put in to make one text of the other, whatever stands where: against
/// this a redline is measured. It looks for as long as it takes.
pub fn fewest_changes(old: &str, new: &str) -> usize {
    let words = |text: &str| -> Vec<String> {
        tokens(text).iter().filter(|token| token.is_word()).map(|token| token.text.to_owned()).collect()
    };
    let (old, new) = (words(old), words(new));
    let kept: usize = diff::same(&old, &new, usize::MAX).runs.iter().map(|run| run.length).sum();
    old.len() + new.len() - 2 * kept
}

/// The places of rows that both lists have, in order.
pub(crate) fn same_rows(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let runs = diff::same(old, new, diff::FAR_MAX).runs;
    runs.iter().flat_map(|run| (0..run.length).map(|at| (run.old + at, run.new + at))).collect()
}

fn texts<'t>(tokens: &[Token<'t>]) -> Vec<&'t str> {
    tokens.iter().map(|token| token.text).collect()
}

fn words_in(tokens: &[Token<'_>]) -> usize {
    tokens.iter().filter(|token| token.is_word()).count()
}

#[derive(Default)]
struct Pieces {
    all: Vec<Piece>,
    deleted: String,
    inserted: String,
    words: usize,
}

impl Pieces {
    fn changed(&mut self, old: &[Token<'_>], new: &[Token<'_>]) {
        put(&mut self.deleted, old);
        put(&mut self.inserted, new);
        self.words += words_in(old) + words_in(new);
    }

    fn is_changing(&self) -> bool {
        !self.deleted.is_empty() || !self.inserted.is_empty()
    }

    fn changed_words(&self) -> usize {
        self.words
    }

    fn flush(&mut self) {
        if !self.deleted.is_empty() {
            self.all.push(Piece::Deleted(std::mem::take(&mut self.deleted)));
        }
        if !self.inserted.is_empty() {
            self.all.push(Piece::Inserted(std::mem::take(&mut self.inserted)));
        }
        self.words = 0;
    }

    /// Words that stay. Where the blanks before one differ, they are a change of their own.
    fn kept(&mut self, old: &[Token<'_>], new: &[Token<'_>]) {
        let mut text = String::new();
        for (one, other) in old.iter().zip(new) {
            if one.before == other.before {
                text.push_str(other.before);
            } else {
                self.keep(&mut text);
                self.deleted.push_str(one.before);
                self.inserted.push_str(other.before);
            }
            if text.is_empty() {
                self.flush();
            }
            text.push_str(other.text);
        }
        self.keep(&mut text);
    }

    fn keep(&mut self, text: &mut String) {
        if !text.is_empty() {
            self.flush();
            self.all.push(Piece::Kept(std::mem::take(text)));
        }
    }

    fn end(mut self) -> Vec<Piece> {
        self.flush();
        self.all
    }
}

fn put(text: &mut String, tokens: &[Token<'_>]) {
    for token in tokens {
        text.push_str(token.before);
        text.push_str(token.text);
    }
}

impl Redline {
    /// How many words changed. A word is a run of letters and digits; marks are not counted.
    pub fn count(&self, old: &Draft, new: &Draft) -> Count {
        let mut count = Count::default();
        let words = |text: &str| words_in(&tokens(text));
        let all = |draft: &Draft, places: &[usize]| -> usize {
            places.iter().map(|place| words(&draft.provisions[*place].text)).sum()
        };
        for change in &self.changes {
            if change.edge.status == Status::Moved {
                count.deleted += all(old, &change.edge.old);
                count.inserted += all(new, &change.edge.new);
                continue;
            }
            for piece in &change.pieces {
                match piece {
                    Piece::Kept(_) => {}
                    Piece::Deleted(text) => count.deleted += words(text),
                    Piece::Inserted(text) => count.inserted += words(text),
                }
            }
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sides(pieces: &[Piece]) -> (String, String) {
        let (mut old, mut new) = (String::new(), String::new());
        for piece in pieces {
            match piece {
                Piece::Kept(text) => {
                    old.push_str(text);
                    new.push_str(text);
                }
                Piece::Deleted(text) => old.push_str(text),
                Piece::Inserted(text) => new.push_str(text),
            }
        }
        (old, new)
    }

    #[test]
    fn both_texts_can_be_read_out_of_the_pieces() {
        let old = "Each Party [shall][should] regularly report to the Council, as appropriate.";
        let new = "Each Party shall report every year to the Assembly of States, as appropriate.";
        assert_eq!(sides(&compare(old, new)), (old.to_owned(), new.to_owned()));
    }

    #[test]
    fn long_texts_that_have_nothing_in_common_end() {
        let row = |seed: u32| {
            let words = (0..10_000_u32).map(|at| ((at ^ seed).wrapping_mul(2_654_435_761) >> 20).to_string());
            words.collect::<Vec<_>>().join(" ")
        };
        let (old, new) = (row(1), row(77));
        let (pieces, is_most) = compared(&old, &new);
        assert!(!is_most);
        assert_eq!(sides(&pieces), (old, new));
    }

    #[test]
    fn a_lone_word_between_changes_is_not_kept() {
        let pieces = compare("the old and tired horse runs", "the young but brave and quick horse runs");
        let kept: Vec<&Piece> = pieces.iter().filter(|piece| matches!(piece, Piece::Kept(_))).collect();
        assert_eq!(kept.len(), 2, "{pieces:?}");
    }
}
