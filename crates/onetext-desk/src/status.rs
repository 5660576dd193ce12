//! The state of play: one A4 page that says in a minute where the talks stand.
//!
//! It rests on stated positions, reported claims and recorded contacts alone. An issue is *computed* as sticking
//! where every option of it is rejected or a red line for somebody, and *reported* as sticking where a claim says
//! so; the page tells which.

mod around;
mod meet;
mod strip;
mod stuck;

pub(crate) use around::{question, questions};
use onetext_document::{Block, Document, Section};
use onetext_model::View;
pub(crate) use strip::drafts;
pub(crate) use stuck::{in_short, near_item, why_cell};

use crate::head;
use crate::held::Held;

/// Rows of each list on the page. What is left out is counted, with the command that shows it.
pub const ROWS_MAX: usize = 3;

/// The state of play.
pub fn compose(view: &View<'_>) -> Document {
    let held = Held::of(view);
    let mut document = head::document(view, "status", "state of play");
    document.sheets = Some(1);
    document.page = onetext_document::Page::Landscape;
    let sections = [
        drafts(view),
        stuck::sticking(view, &held),
        meet::contacts(view),
        stuck::near(view, &held),
        meet::ahead(view),
        around::asks(view),
        around::links(view),
        around::outside(view),
        around::unknown(view),
    ];
    document.blocks = sections.into_iter().flatten().map(Block::Section).collect();
    document
}

/// A section, unless it would be empty.
fn section(key: &str, title: &str, blocks: Vec<Block>) -> Option<Section> {
    (!blocks.is_empty()).then(|| Section::new(key, title, blocks))
}
