//! Files from outside to texts: plain text, web pages, e-mail and feeds, with what they say of themselves.
//!
//! ```
//! # #[cfg(feature = "formats")] {
//! use onetext_report::formats::read;
//! let page = b"<html><head><title>Talks resume</title></head><body><nav><a href=/>Home</a></nav>\
//!     <article><h1>Talks resume</h1><p>The delegations met again on Monday, a spokesman said.</p></article></body></html>";
//! let arrived = read(page, "page.html").unwrap();
//! assert_eq!(arrived[0].title.as_deref(), Some("Talks resume"));
//! assert_eq!(arrived[0].text, "The delegations met again on Monday, a spokesman said.");
//! # }
//! ```
//!
//! Nothing is fetched, run or opened: scripts and attachments are named or left out. The parsers are those of others
//! and belong in a process of their own where the bytes come from somebody else (the feature `formats`). PDF and DOCX
//! are not read here: `onetext-text` reads them, and [`arrived()`] takes their
//! text.

mod arrived;
mod beside;
mod error;
mod published;
mod signs;

#[cfg(feature = "formats")]
mod feed;
#[cfg(feature = "formats")]
mod html;
#[cfg(feature = "formats")]
mod letters;
#[cfg(feature = "formats")]
mod mail;
#[cfg(feature = "formats")]
mod plain;
#[cfg(feature = "formats")]
mod quoted;
#[cfg(feature = "formats")]
mod sort;

pub use arrived::{Arrived, Remark, arrived};
pub use beside::{BESIDE_BYTES_MAX, Beside, BesideError};
pub use error::FormatError;
pub use published::Published;
#[cfg(feature = "formats")]
pub use sort::Sort;

/// Longest file, in bytes: a mailbox message with attachments; a page of a newspaper has a hundredth of it.
pub const FILE_BYTES_MAX: usize = 16 << 20;
/// Longest web page and feed, in bytes. What builds the tree of a page needs some twenty times as much memory.
pub const PAGE_BYTES_MAX: usize = 4 << 20;
/// Longest text of one report, in bytes: some 150,000 words. The rest is left out with a remark.
pub const TEXT_BYTES_MAX: usize = 1 << 20;
/// Items that are taken from one feed: a feed has some fifty, an archive some hundreds.
pub const ITEMS_MAX: usize = 1_000;
/// Elements within one another: more is no page that somebody wrote, and the parsers slow down.
pub const DEPTH_MAX: usize = 256;
/// Attachments that are named.
pub const ATTACHMENTS_MAX: usize = 100;
/// Longest title, name or address that is taken over, in characters.
pub const NAME_CHARS_MAX: usize = 500;

/// Reads a file: one text, or one for each item of a feed. What the file is is told by what stands in it first, by its
/// name second.
#[cfg(feature = "formats")]
pub fn read(bytes: &[u8], name: &str) -> Result<Vec<Arrived>, FormatError> {
    let within = |found: usize, limit: usize| {
        if found > limit { Err(FormatError::TooMuch { found, limit }) } else { Ok(()) }
    };
    within(bytes.len(), FILE_BYTES_MAX)?;
    let sort = Sort::of(bytes, name)?;
    if matches!(sort, Sort::Html | Sort::Feed) {
        within(bytes.len(), PAGE_BYTES_MAX)?;
    }
    let mut all = match sort {
        Sort::Plain => vec![plain::read(bytes)?],
        Sort::Html => vec![html::read(bytes)?],
        Sort::Mail => vec![mail::read(bytes)?],
        Sort::Feed => feed::read(bytes)?,
    };
    all.iter_mut().for_each(Arrived::settle);
    Ok(all)
}
