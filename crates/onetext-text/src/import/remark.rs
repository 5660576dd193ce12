//! What is remarked about a file that was read: how grave, where, and what, as data.

use serde::{Deserialize, Serialize};

/// Words that are quoted in a remark, in characters.
pub const EXCERPT_MAX: usize = 160;

/// How grave a remark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// The text may not say what it seems to say, or somebody may be misled by the file.
    Warning,
}

/// Where something is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Spot {
    /// The file as a whole.
    File,
    /// A paragraph of the file, from 1.
    Paragraph(usize),
    /// A provision, by its key.
    Provision(String),
    /// A footnote, by its mark.
    Note(String),
    /// A comment, from 1.
    Comment(usize),
    /// A part of the file, by its name.
    Part(String),
}

/// A remark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// How grave it is.
    pub severity: Severity,
    /// Where.
    pub spot: Spot,
    /// The words that it is about, cut to [`EXCERPT_MAX`].
    pub excerpt: String,
    /// What.
    pub what: What,
}

/// What is remarked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// Words that the word processor does not show; they are left out of the text.
    Hidden,
    /// Words in white or so small that nobody sees them; they are in the text.
    Unseen,
    /// The text holds changes that nobody has taken or refused yet: what it says depends on them.
    Tracked {
        /// How many pieces were put in, taken out, moved.
        inserted: usize,
        /// How many pieces were taken out.
        deleted: usize,
        /// How many pieces were moved away or here.
        moved: usize,
        /// Who made them.
        authors: Vec<String>,
    },
    /// The text holds comments.
    Comments {
        /// How many.
        count: usize,
        /// Who made them.
        authors: Vec<String>,
    },
    /// The file names persons: its author, who edited it last, a company.
    Names {
        /// Whom.
        names: Vec<String>,
    },
    /// Words above or below each page, which are no part of the provisions.
    Margin,
    /// A table of contents, which is left out.
    Contents,
    /// A program in the file; it is never run.
    Macro,
    /// A file in the file; it is not read.
    Embedded,
    /// Something that the word processor would fetch; it is not.
    Outside {
        /// From where.
        target: String,
    },
    /// A field that runs or fetches something; its result is shown as it stands in the file.
    Field {
        /// Its command.
        code: String,
    },
    /// Text that the word processor takes in from a part in another format; it is not read.
    Foreign,
    /// A picture; words in it are not read.
    Pictures {
        /// How many.
        count: usize,
    },
    /// Numbers in a way of counting that is not known; digits are shown.
    Counting {
        /// Its name in the file.
        format: String,
    },
    /// A letter of a symbol font whose meaning is not known.
    Symbol {
        /// The font.
        font: String,
        /// The number of the letter.
        code: String,
    },
    /// Two notes, comments or elements with one name.
    Twice {
        /// The name.
        name: String,
    },
    /// Marks that change the order in which letters are read, left open or turned against the words around them.
    Reordered {
        /// The characters, by number: `U+202E`.
        characters: Vec<String>,
    },
    /// Characters that nobody sees.
    Invisible {
        /// The characters, by number.
        characters: Vec<String>,
    },
    /// Control characters.
    Control {
        /// The characters, by number.
        characters: Vec<String>,
    },
    /// A word with letters that look like those of another script.
    LookAlike {
        /// The word.
        word: String,
        /// What it looks like.
        like: String,
    },
    /// The file is in another encoding than UTF-8, and was read as this one.
    Encoding {
        /// Which.
        name: String,
    },
    /// A page whose words could not be read well: a scan, or letters that stand for others.
    PoorPage {
        /// The page, from 1.
        page: usize,
    },
    /// The file's own table of contents is broken; its parts were looked for.
    Mended,
    /// A font says that its letters are others than those that are drawn.
    OtherLetters,
    /// Something that happens when the file is opened or a button is pressed.
    Action {
        /// What sort.
        sort: String,
    },
    /// The file holds earlier versions of itself.
    EarlierVersions {
        /// How many.
        count: usize,
    },
    /// Running heads and page numbers, which are left out.
    RunningHeads {
        /// How many lines.
        count: usize,
    },
}

impl Remark {
    /// A remark about the whole file.
    pub fn on_file(severity: Severity, what: What) -> Remark {
        Remark { severity, spot: Spot::File, excerpt: String::new(), what }
    }

    /// A remark about words somewhere.
    pub fn at(severity: Severity, spot: Spot, excerpt: &str, what: What) -> Remark {
        Remark { severity, spot, excerpt: cut(excerpt), what }
    }
}

/// The first words of a text.
fn cut(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(EXCERPT_MAX) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
