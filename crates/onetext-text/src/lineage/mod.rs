//! Lineage: which provisions of one draft became which of the next.
//!
//! Align first, compare words afterwards. Provisions are likened by the words and pairs and triples of words that they
//! share, each the heavier the rarer it is (Salton & Buckley 1988), within the frame of articles that correspond and of
//! the order of the text. What one partner leaves unexplained of a provision is sought elsewhere: so merges and splits
//! are found. Renumbering is told from moving by whether the relative order crosses.

mod chain;
mod finder;
mod frames;
mod likeness;
mod pairs;
mod status;
mod words;

use crate::draft::Draft;

pub use chain::{Confirmed, Lines, Refusal, Step, Told, chain};
pub use status::Status;

/// How two drafts correspond.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lineage {
    /// The edges, in the order of the new text; what was dropped comes where it stood.
    pub edges: Vec<Edge>,
}

/// Provisions of the old draft that became provisions of the new one.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// What happened.
    pub status: Status,
    /// Places in the old draft; none where it is new.
    pub old: Vec<usize>,
    /// Places in the new draft; none where it was dropped.
    pub new: Vec<usize>,
    /// How alike they are, from 0 to 1: the share of the rarer words that both sides have.
    pub score: f64,
}

/// What is aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Articles, annexes, the preamble: whatever stands on top.
    Article,
    /// The smallest provisions that have words of their own.
    Paragraph,
}

/// Aligns two drafts.
///
/// ```
/// use onetext_text::draft::read_markdown;
/// use onetext_text::lineage::{Level, Status, align};
/// let old = read_markdown("1. The Parties shall report every year.\n2. A council is set up.\n3. The seat is in Geneva.\n");
/// let new = read_markdown("1. The seat is in Geneva.\n2. The Parties shall report every two years.\n3. A council is set up.\n");
/// let edges = align(&old, &new, Level::Paragraph).edges;
/// let told: Vec<_> = edges.iter().map(|edge| (edge.status, edge.old[0] + 1, edge.new[0] + 1)).collect();
/// assert_eq!(told, [(Status::Moved, 3, 1), (Status::Reworded, 1, 2), (Status::Unchanged, 2, 3)]);
/// ```
pub fn align(old: &Draft, new: &Draft, level: Level) -> Lineage {
    let found = pairs::find(old, new);
    match level {
        Level::Paragraph => status::edges(old, new, &found.paragraphs, level),
        Level::Article => status::edges(old, new, &found.articles, level),
    }
}
