//! Precedents: what earlier agreements say, from files on the user's disk, and how their provisions are found.
//!
//! Three sorts of files are read: the PA-X table ([`read_pax`]), provisions as JSON lines ([`read_segments`]), and texts of
//! agreements cut to provisions ([`of_text`]). Put together they are a [`Library`], which [`search`] goes through by
//! words, themes, stages, places and years. What is found is shown with its source; nothing says that it should be copied.

mod agreement;
mod concepts;
mod filter;
mod index;
mod library;
mod pax;
mod query;
mod remarks;
mod score;
mod search;
mod segments;
mod sheet;
mod stages;
mod stems;
mod texts;

pub use agreement::{Agreement, AgreementKey, Passage, Source, TopicCode, Weight};
pub use concepts::{CONCEPTS, Concept};
pub use filter::Filter;
pub use library::{Imported, Library};
pub use pax::{TABLE_BYTES_MAX, read_pax};
pub use query::{Query, Theme};
pub use remarks::{PrecedentError, Remark, What};
pub use search::{Budget, Hit, Hits, Mark, Why, search};
pub use segments::{SEGMENTS_BYTES_MAX, read_segments};
pub use sheet::Flaw;
pub use stages::{Stage, TOPICS, topic_name};
pub use texts::of_text;

/// The topics of an agreement by our names, the heaviest first.
pub fn topics(agreement: &Agreement) -> Vec<(&'static str, Weight)> {
    let name = |(code, weight): (&TopicCode, &Weight)| Some((topic_name(&code.0)?, *weight));
    let mut named: Vec<(&'static str, Weight)> = agreement.topics.iter().filter_map(name).collect();
    named.sort_by_key(|(name, weight)| (std::cmp::Reverse(*weight), *name));
    named
}

fn text_of(bytes: &[u8], limit: usize) -> Result<&str, PrecedentError> {
    if bytes.len() > limit {
        return Err(PrecedentError::TooLong { found: bytes.len(), limit });
    }
    std::str::from_utf8(bytes).map_err(|error| PrecedentError::NotUtf8(error.valid_up_to()))
}

fn cut_remarks(remarks: &mut Vec<Remark>, limit: usize) {
    if remarks.len() > limit {
        remarks.truncate(limit);
        remarks.push(Remark::new(0, "", What::TooMuch { what: "remarks", limit }));
    }
}
