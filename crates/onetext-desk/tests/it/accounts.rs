//! Which accounts stand against each other: those of the same contact or claim, by speakers known to differ.

use onetext_document::{Block, Document, Section};
use onetext_model::Day;

use crate::folder::{circle, low_bridge};

/// The titles of sections that stand next to each other, pair by pair.
fn beside(document: &Document) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    gather(&document.blocks, &mut found);
    found
}

fn gather(blocks: &[Block], found: &mut Vec<Vec<String>>) {
    for block in blocks {
        match block {
            Block::Section(Section { blocks, .. }) => gather(blocks, found),
            Block::SideBySide(sections) => {
                found.push(sections.iter().map(|section| section.title.to_words()).collect());
            }
            _ => {}
        }
    }
}

#[test]
fn readouts_come_first_and_unnamed_sources_of_two_reports_stay_apart() {
    let case = low_bridge();
    let view = circle(&case, "mediator", Day::constant(2026, 3, 1));
    let one_contact = vec![
        "Easton",
        "Weston",
        "a person in the room (in: Bridge Post)",
        "a person in the room (in: River News)",
    ];
    let one_claim = vec!["Ada Marsh, Mayor", "Bo Reed, Mayor"];
    assert_eq!(beside(&onetext_desk::contacts::compose(&view)), [one_contact, one_claim]);
}

#[test]
fn a_report_that_is_not_out_yet_is_no_account() {
    let case = low_bridge();
    let view = circle(&case, "mediator", Day::constant(2026, 2, 10));
    assert_eq!(beside(&onetext_desk::contacts::compose(&view)), Vec::<Vec<String>>::new());
}
