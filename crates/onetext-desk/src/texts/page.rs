//! The page of the drafts: the list, then the lines of descent.

use onetext_document::{Block, Document, Page};
use onetext_model::View;

use super::{CaseLines, list, ribbon};
use crate::head::document;

/// Composes it.
pub fn compose(view: &View<'_>) -> Document {
    let mut page = document(view, "drafts", "drafts");
    page.page = Page::Landscape;
    let listed = list::listed(view);
    page.blocks.push(Block::Section(list::section(view, &listed)));
    let case = CaseLines::of(view);
    if !case.drafts.is_empty() {
        page.blocks.extend(ribbon::sections(view, &case, &ribbon::Asked::default()));
    }
    page
}
