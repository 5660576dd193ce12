//! The sentences that a remark is told in.

use super::remark::{Remark, Severity, Spot, What};

impl Remark {
    /// The rule, in one word that never changes.
    pub fn rule(&self) -> &'static str {
        match self.what {
            What::Hidden => "hidden-text",
            What::Unseen => "unseen-text",
            What::Tracked { .. } => "tracked-changes",
            What::Comments { .. } => "comments",
            What::Names { .. } => "names-in-file",
            What::Margin => "header-or-footer",
            What::Contents => "table-of-contents",
            What::Macro => "macro",
            What::Embedded => "embedded-file",
            What::Outside { .. } => "outside-link",
            What::Field { .. } => "field",
            What::Foreign => "foreign-text",
            What::Pictures { .. } => "pictures",
            What::Counting { .. } => "unknown-numbering",
            What::Symbol { .. } => "unknown-symbol",
            What::Twice { .. } => "named-twice",
            What::Reordered { .. } => "reordered-text",
            What::Invisible { .. } => "invisible-character",
            What::Control { .. } => "control-character",
            What::LookAlike { .. } => "look-alike",
            What::Encoding { .. } => "encoding",
            What::PoorPage { .. } => "poor-page",
            What::Mended => "mended-file",
            What::OtherLetters => "other-letters",
            What::Action { .. } => "action",
            What::EarlierVersions { .. } => "earlier-versions",
            What::RunningHeads { .. } => "running-heads",
        }
    }

    /// Where it is, in words.
    pub fn whereabouts(&self) -> String {
        match &self.spot {
            Spot::File => "the file".to_owned(),
            Spot::Paragraph(number) => format!("paragraph {number}"),
            Spot::Provision(key) => key.clone(),
            Spot::Note(mark) => format!("footnote {mark}"),
            Spot::Comment(number) => format!("comment {number}"),
            Spot::Part(name) => name.clone(),
        }
    }

    /// What is remarked, in one sentence or two.
    pub fn sentence(&self) -> String {
        match &self.what {
            What::Hidden => "Text that a word processor does not show; it is left out here.".to_owned(),
            What::Unseen => "White or tiny text that hardly anybody sees; it is part of the text.".to_owned(),
            What::Tracked { inserted, deleted, moved, authors } => format!(
                "Tracked changes that are neither taken nor refused: {inserted} insertions, {deleted} deletions, {moved} ends of \
                 moves, by {}. The text is shown with all of them taken.",
                named(authors)
            ),
            What::Comments { count, authors } => format!("Comments: {count}, by {}.", named(authors)),
            What::Names { names } => {
                format!("The file names {}; whoever receives it can read that.", named(names))
            }
            What::Margin => {
                "Words at the top or bottom of the pages; they are no part of the provisions.".to_owned()
            }
            What::Contents => "A table of contents; it is left out.".to_owned(),
            What::Macro => "The file holds a program (macros). It is never run here.".to_owned(),
            What::Embedded => "A file inside the file. It is not read.".to_owned(),
            What::Outside { target } => {
                format!("A word processor that opens this file would fetch {target}. It is not fetched here.")
            }
            What::Field { code } => {
                format!(
                    "A field that runs or fetches something: {code}. Only what the file shows for it is read."
                )
            }
            What::Foreign => {
                "Text in another format that a word processor would take in here. It is not read.".to_owned()
            }
            What::Pictures { count } => format!("Pictures: {count}. Words in them are not read."),
            What::Counting { format } => {
                format!("Numbers are counted as {format:?}, which is not known; digits are shown.")
            }
            What::Symbol { font, code } => format!("The letter {code} of the font {font:?} is not known."),
            What::Twice { name } => format!("Two things are called {name:?}; the first is read."),
            What::Reordered { .. } | What::Invisible { .. } | What::Control { .. } | What::LookAlike { .. } => {
                of_letters(&self.what)
            }
            What::Encoding { name } => format!("The file is in {name}."),
            What::PoorPage { page } => {
                format!(
                    "Page {page} could not be read well: compare it with the original before relying on it."
                )
            }
            What::Mended => {
                "The file is broken; it was read by looking for its parts, as browsers do. Others may read another text."
                    .to_owned()
            }
            What::OtherLetters => {
                "A font draws other letters than it says: what is read here may differ from what is seen."
                    .to_owned()
            }
            What::Action { sort } => {
                format!(
                    "The file does something when it is opened or clicked ({sort}). It does nothing here."
                )
            }
            What::EarlierVersions { count } => {
                format!("The file holds earlier versions of itself ({count}); the last one is read.")
            }
            What::RunningHeads { count } => {
                format!("Running heads and page numbers, which are left out: {count} lines.")
            }
        }
    }
}

/// The sentences on letters.
fn of_letters(what: &What) -> String {
    match what {
        What::Reordered { characters } => format!(
            "Characters that change the order of reading ({}): the text may say something else than it shows.",
            characters.join(", ")
        ),
        What::Invisible { characters } => {
            format!("Characters that nobody sees: {}.", characters.join(", "))
        }
        What::Control { characters } => format!("Control characters: {}.", characters.join(", ")),
        What::LookAlike { word, like } => {
            format!("{word:?} is written with letters of another script; it looks like {like:?} and is not.")
        }
        _ => String::new(),
    }
}

impl Severity {
    /// As a word.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
        }
    }
}

fn named(names: &[String]) -> String {
    if names.is_empty() { "nobody named".to_owned() } else { names.join(", ") }
}
