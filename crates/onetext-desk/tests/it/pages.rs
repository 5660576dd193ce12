//! Every page as the terminal prints it, for the mediator and for one party.

use onetext_desk::{PAGES, brief};
use onetext_document::{Document, html, terminal};
use onetext_model::{Day, Party, PersonId};

use crate::folder::{circle, low_bridge, low_bridge_without, person};

/// Columns of the printed pages.
const WIDTH: usize = 120;
/// The day on which the pages are read: after the count of carts should have been, before the second talk.
const TODAY: Day = Day::constant(2026, 3, 1);

#[test]
fn every_page_for_the_mediator() {
    let case = low_bridge();
    let view = circle(&case, "mediator", TODAY);
    for page in PAGES {
        let document = (page.compose)(&view);
        assert_eq!(document.kind, page.name);
        insta::assert_snapshot!(format!("mediator-{}", page.name), terminal::write(&document, WIDTH));
    }
}

#[test]
fn every_page_for_a_party() {
    let case = low_bridge();
    let view = circle(&case, "weston", TODAY);
    for page in PAGES {
        let printed = terminal::write(&(page.compose)(&view), WIDTH);
        assert!(!printed.contains("One coin"), "{} tells Weston what Easton confided", page.name);
        insta::assert_snapshot!(format!("weston-{}", page.name), printed);
    }
}

#[test]
fn what_weston_gets_does_not_depend_on_what_it_may_not_see() {
    let (case, without) = (low_bridge(), low_bridge_without(&["mediator", "easton+mediator"]));
    let (view, other) = (circle(&case, "weston", TODAY), circle(&without, "weston", TODAY));
    for page in PAGES {
        let (one, same) = ((page.compose)(&view), (page.compose)(&other));
        assert_eq!(html::write(&one), html::write(&same), "{}", page.name);
        assert_eq!(one, same, "{}", page.name);
    }
    let ((view, bo), (other, _)) = (person(&case, "bo", TODAY), person(&without, "bo", TODAY));
    assert_eq!(brief::compose(&view, bo, None), brief::compose(&other, bo, None));
}

#[test]
fn a_brief_is_for_its_reader() {
    let case = low_bridge();
    for label in ["bo", "cy"] {
        let (view, id) = person(&case, label, TODAY);
        let printed = terminal::write(&brief::compose(&view, id, None), WIDTH);
        insta::assert_snapshot!(format!("brief-{label}"), printed);
    }
}

#[test]
fn a_brief_tells_what_became_known_after_the_given_day() {
    let case = low_bridge();
    let (view, bo) = person(&case, "bo", TODAY);
    let changes = |since: Day| {
        let document = brief::compose(&view, bo, Some(since));
        let printed = terminal::write(&document, WIDTH);
        printed.split("Decisions needed").next().unwrap_or("").to_owned()
    };
    assert!(changes(Day::constant(2026, 2, 20)).contains("A small toll is not refused everywhere."));
    assert!(changes(Day::constant(2026, 2, 22)).contains("Nothing became known since."));
}

#[test]
fn what_must_not_be_mentioned_is_in_no_brief() {
    let case = low_bridge();
    for (label, unsaid) in [("bo", "The loan for the new roof."), ("cy", "That Easton spoke of one coin.")] {
        let (view, id) = person(&case, label, TODAY);
        let printed = terminal::write(&brief::compose(&view, id, Some(Day::constant(2026, 1, 1))), WIDTH);
        assert!(!printed.contains(unsaid), "{printed}");
    }
}

#[test]
fn the_sheet_of_what_not_to_mention() {
    let case = low_bridge();
    let view = circle(&case, "mediator", TODAY);
    for label in ["easton", "weston", "farmers"] {
        let party = view.labelled::<Party>(label).expect("a party").id();
        let printed = terminal::write(&brief::do_not_mention(&view, party), WIDTH);
        insta::assert_snapshot!(format!("do-not-mention-{label}"), printed);
    }
}

#[test]
fn nobody_but_the_mediator_has_that_sheet() {
    let case = low_bridge();
    let (view, PersonId(bo)) = person(&case, "bo", TODAY);
    let sheet: Document = brief::do_not_mention(&view, bo);
    assert!(terminal::write(&sheet, WIDTH).contains("Only the mediator has this sheet."));
    assert_eq!(sheet.blocks.len(), 1);
}
