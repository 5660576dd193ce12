//! A running text as people send it back and forth: paragraphs with tracked changes by several hands, comments, footnotes.

use crate::{Run, Style, Text};

/// A running text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manuscript {
    /// The paragraphs, in the order of the text.
    pub paragraphs: Vec<Paragraph>,
    /// The comments; pieces refer to them by their place.
    pub comments: Vec<Comment>,
    /// The footnotes; pieces refer to them by their place.
    pub notes: Vec<Note>,
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// The level of a heading, from 1; none for running text.
    pub heading: Option<u8>,
    /// How deep it is set in.
    pub indent: u8,
    /// Its label: pieces, because a number can be changed too.
    pub label: Vec<Piece>,
    /// Its words.
    pub pieces: Vec<Piece>,
    /// What happened to the paragraph's end, outermost first: taken out, it is joined to the next paragraph.
    pub changes: Vec<Change>,
}

/// Words with one fate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// The words, exactly as given.
    pub words: String,
    /// How they are set.
    pub style: Style,
    /// What happened to them, outermost first: a deletion by B inside an insertion by A is `[inserted, deleted]`.
    pub changes: Vec<Change>,
    /// Places of the comments on them.
    pub comments: Vec<usize>,
    /// Place of the footnote whose mark stands behind them.
    pub note: Option<usize>,
}

/// A tracked change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What was done.
    pub sort: Sort,
    /// By whom; empty where nobody is named.
    pub author: String,
    /// When, in ISO 8601 and UTC.
    pub date: Option<String>,
}

/// What a tracked change does. The two ends of a move have one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Put in.
    Inserted,
    /// Taken out.
    Deleted,
    /// Put here from elsewhere.
    MovedHere(String),
    /// Taken from here to elsewhere.
    MovedAway(String),
}

/// A comment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comment {
    /// By whom; empty where nobody is named.
    pub author: String,
    /// When, in ISO 8601 and UTC.
    pub date: Option<String>,
    /// What it says.
    pub words: String,
}

/// A footnote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// What it says.
    pub words: String,
}

impl Sort {
    /// Whether accepting it takes something out.
    pub fn takes_out(&self) -> bool {
        matches!(self, Sort::Deleted | Sort::MovedAway(_))
    }

    /// The word for it: "moved here".
    pub fn word(&self) -> &'static str {
        match self {
            Sort::Inserted => "inserted",
            Sort::Deleted => "deleted",
            Sort::MovedHere(_) => "moved here",
            Sort::MovedAway(_) => "moved away",
        }
    }

    /// The name that it shares with the other end of its move.
    pub fn name(&self) -> &str {
        match self {
            Sort::MovedHere(name) | Sort::MovedAway(name) => name,
            Sort::Inserted | Sort::Deleted => "",
        }
    }
}

/// Whether something with these changes stands in the text when all of them are accepted, or all rejected.
fn stands(changes: &[Change], accepted: bool) -> bool {
    changes.iter().all(|change| change.sort.takes_out() != accepted)
}

impl Piece {
    /// Words that nobody changed.
    pub fn plain(words: impl Into<String>) -> Self {
        Piece { words: words.into(), ..Piece::default() }
    }
}

impl Paragraph {
    /// A label in words that nobody changed; none for an empty one.
    pub fn labelled(label: &str) -> Vec<Piece> {
        if label.is_empty() { Vec::new() } else { vec![Piece::plain(label)] }
    }

    /// The paragraph as one text for writers without tracked changes: what is out struck out, what is new put in.
    pub(crate) fn to_text(&self) -> Text {
        let mut runs: Vec<Run> = self.label.iter().map(run).collect();
        if !runs.is_empty() {
            runs.push(Run { words: " ".to_owned(), style: Style::Plain, entry: None });
        }
        for piece in &self.pieces {
            runs.push(run(piece));
            let numbers = piece.comments.iter().map(|place| format!(" [comment {}]", place + 1));
            let note = piece.note.map(|place| format!(" [note {}]", place + 1));
            let signs = numbers.chain(note);
            runs.extend(signs.map(|words| Run { words, style: Style::Muted, entry: None }));
        }
        for change in &self.changes {
            let words = format!(" (¶ {})", change.sort.word());
            runs.push(Run { words, style: Style::Muted, entry: None });
        }
        Text(runs)
    }
}

fn run(piece: &Piece) -> Run {
    let style = match (piece.changes.iter().any(|change| change.sort.takes_out()), piece.changes.is_empty()) {
        (true, _) => Style::Deleted,
        (false, false) => Style::Inserted,
        (false, true) => piece.style,
    };
    Run { words: piece.words.clone(), style, entry: None }
}

impl Manuscript {
    /// The text with every change accepted.
    #[must_use]
    pub fn accepted(&self) -> Manuscript {
        self.settled(true)
    }

    /// The text with every change rejected.
    #[must_use]
    pub fn rejected(&self) -> Manuscript {
        self.settled(false)
    }

    fn settled(&self, accepted: bool) -> Manuscript {
        let mut paragraphs: Vec<Paragraph> = Vec::new();
        let mut joined = Paragraph::default();
        let mut is_open = false;
        for paragraph in &self.paragraphs {
            let kept = |pieces: &[Piece]| -> Vec<Piece> {
                let standing = pieces.iter().filter(|piece| stands(&piece.changes, accepted));
                standing.map(|piece| Piece { changes: Vec::new(), ..piece.clone() }).collect()
            };
            // A label that is joined to what stood before it is a word of the text.
            let words = if joined.pieces.is_empty() { &mut joined.label } else { &mut joined.pieces };
            words.extend(kept(&paragraph.label));
            joined.pieces.extend(kept(&paragraph.pieces));
            is_open = !joined.pieces.is_empty() || !joined.label.is_empty();
            if stands(&paragraph.changes, accepted) {
                let whole = std::mem::take(&mut joined);
                paragraphs.push(Paragraph { heading: paragraph.heading, indent: paragraph.indent, ..whole });
                is_open = false;
            }
        }
        if is_open {
            paragraphs.push(joined);
        }
        Manuscript { paragraphs, ..self.clone() }
    }

    /// The same without the names and days of those who changed it, and without their comments.
    pub(crate) fn without_names(&self) -> Manuscript {
        let mut bare = self.clone();
        bare.comments.clear();
        let nameless = |changes: &mut Vec<Change>| {
            for change in changes {
                change.author.clear();
                change.date = None;
            }
        };
        for paragraph in &mut bare.paragraphs {
            nameless(&mut paragraph.changes);
            for piece in paragraph.label.iter_mut().chain(&mut paragraph.pieces) {
                nameless(&mut piece.changes);
                piece.comments.clear();
            }
        }
        bare
    }
}

impl Comment {
    /// Who said it, when and what: one line.
    pub(crate) fn to_words(&self) -> String {
        let parts = [Some(self.author.clone()), self.date.clone()];
        let head: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        if head.is_empty() { self.words.clone() } else { format!("{}: {}", head.join(", "), self.words) }
    }
}

impl Change {
    /// What was done, by whom and when: one line.
    pub(crate) fn to_words(&self) -> String {
        let author = if self.author.is_empty() { String::new() } else { format!(" by {}", self.author) };
        let date = self.date.as_ref().map_or_else(String::new, |date| format!(", {date}"));
        format!("{}{author}{date}", self.sort.word())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(sort: Sort) -> Change {
        Change { sort, author: "A".to_owned(), date: None }
    }

    fn piece(words: &str, sorts: &[Sort]) -> Piece {
        Piece { changes: sorts.iter().cloned().map(change).collect(), ..Piece::plain(words) }
    }

    fn words(manuscript: &Manuscript) -> Vec<String> {
        let whole =
            |paragraph: &Paragraph| paragraph.pieces.iter().map(|piece| piece.words.as_str()).collect();
        manuscript.paragraphs.iter().map(whole).collect()
    }

    #[test]
    fn both_texts_stand_in_one() {
        let paragraph = |pieces: Vec<Piece>, sorts: &[Sort]| Paragraph {
            pieces,
            changes: sorts.iter().cloned().map(change).collect(),
            ..Paragraph::default()
        };
        let text = Manuscript {
            paragraphs: vec![
                paragraph(vec![piece("One", &[]), piece(" new", &[Sort::Inserted])], &[]),
                paragraph(vec![piece("Gone", &[Sort::Deleted])], &[Sort::Deleted]),
                paragraph(vec![piece("Joined ", &[])], &[Sort::Deleted]),
                paragraph(vec![piece("here", &[]), piece(" x", &[Sort::Inserted, Sort::Deleted])], &[]),
                paragraph(vec![piece("Last", &[Sort::Inserted])], &[Sort::Inserted]),
            ],
            ..Manuscript::default()
        };
        assert_eq!(words(&text.accepted()), ["One new", "Joined here", "Last"]);
        assert_eq!(words(&text.rejected()), ["One", "Gone", "Joined ", "here"]);
    }
}
