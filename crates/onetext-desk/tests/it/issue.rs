//! One issue in full, for the mediator and for one party.

use onetext_desk::issue;
use onetext_document::{Document, html, terminal};
use onetext_model::{Day, Issue, IssueId, Party, View};

use crate::folder::{circle, low_bridge, low_bridge_without};

const WIDTH: usize = 120;
const TODAY: Day = Day::constant(2026, 3, 1);

fn toll(view: &View<'_>) -> Document {
    issue::compose(view, IssueId(view.labelled::<Issue>("toll").expect("an issue").id()))
}

#[test]
fn an_issue_in_full() {
    let case = low_bridge();
    for circle_label in ["mediator", "weston"] {
        let printed = terminal::write(&toll(&circle(&case, circle_label, TODAY)), WIDTH);
        insta::assert_snapshot!(format!("{circle_label}-issue"), printed);
    }
}

#[test]
fn an_issue_tells_weston_nothing_that_is_not_theirs() {
    let (case, without) = (low_bridge(), low_bridge_without(&["mediator", "easton+mediator"]));
    let [one, other] = [&case, &without].map(|case| toll(&circle(case, "weston", TODAY)));
    assert_eq!(html::write(&one), html::write(&other));
    assert_eq!(one, other);
    assert!(!html::fragment(&one).contains("One coin"));
}

#[test]
fn what_is_no_issue_has_no_page() {
    let case = low_bridge();
    let view = circle(&case, "mediator", TODAY);
    let party = view.labelled::<Party>("weston").expect("a party").id();
    let printed = terminal::write(&issue::compose(&view, IssueId(party)), WIDTH);
    assert!(printed.contains("No issue of that name is on file."), "{printed}");
}
