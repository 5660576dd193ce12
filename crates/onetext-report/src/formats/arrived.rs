//! A text that arrived, and what its file says of itself.

use serde::{Deserialize, Serialize};

use super::{NAME_CHARS_MAX, Published, TEXT_BYTES_MAX, signs};

/// Words of a file that are quoted in a remark, in characters.
#[cfg(feature = "formats")]
const EXCERPT_CHARS_MAX: usize = 160;

/// The text of a report, and what its file says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrived {
    /// Its headline or subject.
    pub title: Option<String>,
    /// Who published or sent it, as the file calls them.
    pub outlet: Option<String>,
    /// When it was published or sent.
    pub published: Option<Published>,
    /// Where it stands on the web.
    pub address: Option<String>,
    /// The language that the file declares: "en", "uk-UA".
    pub language: Option<String>,
    /// Who wrote it, as the file has it.
    pub byline: Option<String>,
    /// The words: paragraphs apart by a line break or an empty line. Plain text stands here as it stands in the file,
    /// character by character, but for the mark at its beginning and for lines that are broken only for their width.
    pub text: String,
    /// Pieces that quote an earlier message: byte offsets in `text`, end exclusive.
    pub quoted: Vec<(usize, usize)>,
    /// Names of the attachments; none is opened.
    pub attachments: Vec<String>,
    /// What is remarked.
    pub findings: Vec<Remark>,
}

/// Something that is remarked about a file or its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Remark {
    /// It is in another encoding than UTF-8 and was read as this one.
    Encoding {
        /// Which.
        name: String,
        /// Whether the file says so; else it was told by its letters.
        declared: bool,
    },
    /// Bytes that are no letters in its encoding; a mark stands for each run of them.
    Replaced {
        /// How many marks.
        count: usize,
    },
    /// Marks that change the order in which letters are read; they are in the text.
    Reordered {
        /// The characters, by number: `U+202E`.
        characters: Vec<String>,
    },
    /// Characters that nobody sees; they are in the text.
    Invisible {
        /// The characters, by number.
        characters: Vec<String>,
    },
    /// Control characters; they are in the text.
    Control {
        /// The characters, by number.
        characters: Vec<String>,
    },
    /// The readable part of the page was not found: all its paragraphs were taken.
    WholePage,
    /// The page has more elements within one another than are read with care: all its words were taken.
    TooDeep,
    /// The feed gives a summary only.
    SummaryOnly,
    /// The file has more items than are taken.
    ItemsLeftOut {
        /// How many were left out.
        count: usize,
    },
    /// The text is longer than is taken: its end is missing.
    TextLeftOut {
        /// How many bytes were left out.
        bytes: usize,
    },
    /// A day that could not be understood.
    DateNotRead {
        /// As the file has it.
        words: String,
    },
    /// Pieces of the text quote an earlier message.
    Quotes,
    /// Attachments, which were not opened.
    Attachments {
        /// How many.
        count: usize,
    },
}

impl Remark {
    /// The word by which the remark is named.
    pub fn rule(&self) -> &'static str {
        match self {
            Remark::Encoding { .. } => "encoding",
            Remark::Replaced { .. } => "no-letters",
            Remark::Reordered { .. } => "reordered",
            Remark::Invisible { .. } => "invisible",
            Remark::Control { .. } => "control-characters",
            Remark::WholePage => "whole-page",
            Remark::TooDeep => "too-deep",
            Remark::SummaryOnly => "summary-only",
            Remark::ItemsLeftOut { .. } => "items-left-out",
            Remark::TextLeftOut { .. } => "text-left-out",
            Remark::DateNotRead { .. } => "date-not-read",
            Remark::Quotes => "quotes",
            Remark::Attachments { .. } => "attachments",
        }
    }

    /// The remark as a sentence.
    pub fn sentence(&self) -> String {
        match self {
            Remark::Encoding { name, declared: true } => {
                format!("It says that it is in {name}; it was read so.")
            }
            Remark::Encoding { name, declared: false } => {
                format!("It is not in UTF-8; by its letters it was read as {name}.")
            }
            Remark::Replaced { count } => format!("Bytes that are no letters: {count} marked in the text."),
            Remark::Reordered { characters } => {
                format!("Marks that change the order of reading: {}.", characters.join(", "))
            }
            Remark::Invisible { characters } => {
                format!("Characters that nobody sees: {}.", characters.join(", "))
            }
            Remark::Control { characters } => format!("Control characters: {}.", characters.join(", ")),
            Remark::WholePage => "Its readable part was not found: all paragraphs were taken.".to_owned(),
            Remark::TooDeep => "Its elements lie too deep in one another: all words were taken.".to_owned(),
            Remark::SummaryOnly => "The feed gives a summary only: open the address for the text.".to_owned(),
            Remark::ItemsLeftOut { count } => format!("Items left out: {count}."),
            Remark::TextLeftOut { bytes } => format!("It is too long: its last {bytes} bytes were left out."),
            Remark::DateNotRead { words } => format!("The date {words:?} was not understood."),
            Remark::Quotes => "Parts of it quote an earlier message.".to_owned(),
            Remark::Attachments { count } => format!("Attachments, not opened: {count}."),
        }
    }

    /// The first words of something, in one line.
    #[cfg(feature = "formats")]
    pub(super) fn cut(words: &str) -> String {
        shortened(&one_line(words), EXCERPT_CHARS_MAX)
    }

    /// A day that could not be understood.
    #[cfg(feature = "formats")]
    pub(super) fn date(words: &str) -> Remark {
        Remark::DateNotRead { words: Remark::cut(words) }
    }
}

/// A text that somebody else has read (PDF, DOCX, pasted words), with the same limits and remarks.
///
/// ```
/// let arrived = onetext_report::formats::arrived("The envoy\u{202e} left.");
/// assert_eq!(arrived.findings[0].rule(), "reordered");
/// ```
pub fn arrived(text: &str) -> Arrived {
    let mut arrived = Arrived { text: text.to_owned(), ..Arrived::default() };
    arrived.settle();
    arrived
}

impl Arrived {
    /// Keeps the limits, tidies the names and remarks on the signs of the text.
    pub(super) fn settle(&mut self) {
        let names =
            [&mut self.title, &mut self.outlet, &mut self.address, &mut self.language, &mut self.byline];
        for name in names {
            *name = name
                .take()
                .map(|name| shortened(&one_line(&name), NAME_CHARS_MAX))
                .filter(|name| !name.is_empty());
        }
        self.keep_first(TEXT_BYTES_MAX);
        if !self.quoted.is_empty() {
            self.findings.push(Remark::Quotes);
        }
        self.findings.extend(signs::remarks(&self.text));
    }

    /// Keeps the first so many bytes of the text; where there were more, a remark says how many.
    ///
    /// ```
    /// let mut arrived = onetext_report::formats::arrived("Kyiv, Київ.");
    /// arrived.keep_first(7);
    /// assert_eq!(arrived.text, "Kyiv, ");
    /// assert_eq!(arrived.findings[0].rule(), "text-left-out");
    /// ```
    pub fn keep_first(&mut self, bytes_max: usize) {
        if self.text.len() <= bytes_max {
            return;
        }
        let end = self.text.floor_char_boundary(bytes_max);
        let bytes = self.text.len() - end;
        self.text.truncate(end);
        self.quoted.retain_mut(|(start, stop)| {
            *stop = end.min(*stop);
            start < stop
        });
        if self.quoted.is_empty() {
            self.findings.retain(|remark| *remark != Remark::Quotes);
        }
        let before = self.findings.iter_mut().find_map(|remark| match remark {
            Remark::TextLeftOut { bytes } => Some(bytes),
            _ => None,
        });
        match before {
            Some(sum) => *sum += bytes,
            None => self.findings.push(Remark::TextLeftOut { bytes }),
        }
    }
}

/// Words with single spaces between them.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shortened(words: &str, chars_max: usize) -> String {
    match words.char_indices().nth(chars_max) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}
