//! Silent changes: what differs between the text that was sent and the text that came back, and is not among the changes
//! that were tracked.
//!
//! The changes that whoever returned the text tracked are undone; what then still differs from what was sent was changed
//! without a mark. Marks that the sent text carried already, of earlier rounds, are taken on both sides: a mark of an
//! earlier round that is gone is told too, with what it marked. A text without tracked changes (PDF, plain text) declares
//! nothing, so that all of its differences are silent.

mod declared;
mod differences;

pub use declared::Declared;
pub use differences::{Difference, Sort};

use crate::draft::Draft;
use crate::manuscript::{Manuscript, Mark};

/// A text as it was sent or as it came back.
#[derive(Clone, Copy, Debug)]
pub struct Version<'t> {
    /// What it says with all changes taken.
    pub draft: &'t Draft,
    /// Its tracked changes, where its file can hold any.
    pub manuscript: Option<&'t Manuscript>,
}

/// What was changed, with a mark and without.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Silent {
    /// What was sent, every change taken.
    pub sent: Draft,
    /// What came back, with the changes undone that were tracked since.
    pub returned: Draft,
    /// What differs between the two: changed without a mark.
    pub differences: Vec<Difference>,
    /// The changes that were tracked since.
    pub declared: Vec<Declared>,
    /// Tracked changes of the sent text that came back without their mark: somebody accepted or rejected them.
    pub settled: Vec<Declared>,
    /// Whether no shorter difference could be had.
    pub is_shortest: bool,
}

/// Finds what was changed without a mark.
///
/// ```
/// use onetext_text::draft::read_markdown;
/// use onetext_text::silent::{Sort, Version, silent};
/// let sent = read_markdown("1. The Parties shall withdraw within 30 days.\n");
/// let back = read_markdown("1. The Parties may withdraw within 30 days.\n");
/// let version = |draft| Version { draft, manuscript: None };
/// let found = silent(version(&sent), version(&back));
/// assert!(matches!(found.differences[0].sort, Sort::Words { .. }));
/// ```
pub fn silent(sent: Version<'_>, returned: Version<'_>) -> Silent {
    let before: Vec<&Mark> = sent.manuscript.map_or_else(Vec::new, |text| text.marks().collect());
    let is_earlier = |mark: &Mark| before.iter().any(|known| is_same(known, mark));
    let after: Vec<&Mark> = returned.manuscript.map_or_else(Vec::new, |text| text.marks().collect());
    let is_kept = |mark: &Mark| after.iter().any(|known| is_same(known, mark));
    let base = returned.manuscript.map_or_else(|| returned.draft.clone(), |text| text.with(is_earlier));
    let sent_draft = sent.manuscript.map_or_else(|| sent.draft.clone(), Manuscript::as_accepted);
    let (differences, is_shortest) = differences::between(&sent_draft, &base);
    Silent {
        differences,
        declared: returned
            .manuscript
            .map_or_else(Vec::new, |text| declared::of(text, &|mark| !is_earlier(mark))),
        settled: sent.manuscript.map_or_else(Vec::new, |text| declared::of(text, &|mark| !is_kept(mark))),
        sent: sent_draft,
        returned: base,
        is_shortest,
    }
}

/// Whether two marks are one and the same change. Word processors give marks new numbers and names at each saving, but
/// keep who made them and when.
fn is_same(one: &Mark, other: &Mark) -> bool {
    one.sort == other.sort && one.author == other.author && one.date == other.date
}
