//! Drafts: which provision of one became which of the next, the redline, what is still in brackets, and clean text.

mod chain;
mod cite;
mod clean;
mod lineage;
mod redline;
mod tracked;

pub use cite::citation;
pub use clean::clean;
pub use lineage::lineage;
pub(crate) use lineage::summary;
pub(crate) use redline::marked;
pub use redline::redline;
pub use tracked::{Hand, redline_manuscript};

use onetext_text::draft::Draft;

/// A draft and what it is called.
#[derive(Clone, Copy, Debug)]
pub struct Named<'d> {
    /// What it is called: a file's name, a title.
    pub name: &'d str,
    /// The draft.
    pub draft: &'d Draft,
}
