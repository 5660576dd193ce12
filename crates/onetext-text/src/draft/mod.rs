//! A draft taken apart: its provisions in order, each with its label as people write it, whatever file it came in.
//!
//! Every reader makes [`Block`]s of a file (a heading, an item, a paragraph); `outline` makes
//! provisions of the blocks. What a provision says is kept as it stands: no letter is changed, only the marks of the
//! file format are taken off.

mod abbreviations;
mod case;
mod cut;
mod keys;
mod label;
mod markdown;
mod outline;

use serde::{Deserialize, Serialize};

pub use abbreviations::abbreviations;
pub use case::{Kept, Put, put_together, whole};
pub use cut::{Unit, cut};
pub(crate) use keys::Keys;
pub use label::{Label, Sort};
pub(crate) use markdown::labelled;
pub use markdown::{read_markdown, read_plain};
pub(crate) use outline::outline;

use crate::manuscript::CellPlace;

/// A text taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// What it calls itself; empty if it does not.
    pub title: String,
    /// Its provisions, in the order of the text.
    pub provisions: Vec<Provision>,
    /// Its footnotes, by their marks.
    pub notes: Vec<(String, String)>,
    /// Places that were links in the file and not square brackets of the negotiators.
    pub links: usize,
}

/// The smallest unit of a text that a person would cite.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provision {
    /// How it is cited in this text, unique in it: `A2bis.opt1.p2` is paragraph 2 under option 1 of Article 2bis.
    pub key: String,
    /// Its label.
    pub label: Label,
    /// Its heading, without the label; empty if it has none.
    pub heading: String,
    /// Its own words, without those of the provisions under it. Paragraphs of it are parted by a line feed.
    pub text: String,
    /// What it stands under: its place among the provisions.
    pub parent: Option<usize>,
    /// The line of the file on which it begins, from 1, or its paragraph where the file has no lines; 0 for what is
    /// neither.
    pub line: usize,
}

/// A piece of a file as its reader found it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// The level of a heading, from 1; none for everything else.
    pub heading: Option<u8>,
    /// How far it is indented, in characters.
    pub indent: usize,
    /// Its label, empty where it has none.
    pub label: Label,
    /// Its words.
    pub text: String,
    /// The line on which it begins, from 1.
    pub line: usize,
    /// Whether all of its first line is in bold letters: a heading within the text.
    pub is_strong: bool,
    /// Its place in a table.
    pub cell: Option<CellPlace>,
}

/// What stands in the place of a provision that was taken out, in small letters.
const LEFT_OUT: [&str; 12] = [
    "deleted",
    "no text",
    "intentionally left blank",
    "left blank",
    "reserved",
    "supprimé",
    "sans objet",
    "suprimido",
    "исключено",
    "исключён",
    "вилучено",
    "محذوف",
];

impl Provision {
    /// Whether it only says that there is nothing: `[deleted]`.
    pub fn is_left_out(&self) -> bool {
        let words = self.text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        LEFT_OUT.contains(&words.as_str())
    }
}

impl Draft {
    /// The places of the provisions that stand directly under one, or under none.
    pub fn children(&self, parent: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        (0..self.provisions.len()).filter(move |place| self.provisions[*place].parent == parent)
    }

    /// The place of what a provision stands under in the end: its article, its annex, or itself.
    pub fn top(&self, mut place: usize) -> usize {
        while let Some(parent) = self.provisions[place].parent {
            place = parent;
        }
        place
    }

    /// Whether a provision stands within another, or is it.
    pub fn is_within(&self, mut place: usize, whole: usize) -> bool {
        while place != whole {
            let Some(parent) = self.provisions[place].parent else { return false };
            place = parent;
        }
        true
    }

    /// All that a provision says with what stands under it, in the order of the text, parted by line feeds.
    pub fn whole_text(&self, place: usize) -> String {
        let inside = self.provisions.iter().enumerate().filter(|(at, _)| self.is_within(*at, place));
        let texts: Vec<&str> =
            inside.map(|(_, one)| one.text.as_str()).filter(|text| !text.is_empty()).collect();
        texts.join("\n")
    }
}
