//! What may be said to somebody: what they were told, what is free to tell them, and nothing else.

use onetext_desk::ledger;
use onetext_document::{html, terminal};
use onetext_model::{AsOf, Compartment, CompartmentId, Day, Party, Person, View, Viewer};

use crate::folder::{circle, low_bridge, read, shipped};

const WIDTH: usize = 120;
const TODAY: Day = Day::constant(2026, 3, 1);

#[test]
fn what_may_be_said_to_each_side() {
    let case = low_bridge();
    let view = circle(&case, "mediator", TODAY);
    for label in ["easton", "weston"] {
        let party = view.labelled::<Party>(label).expect("a party").id();
        let printed = terminal::write(&ledger::compose(&view, party), WIDTH);
        assert!(!printed.contains("One coin"), "the sheet for {label} shows what was not released");
        insta::assert_snapshot!(format!("ledger-to-{label}"), printed);
    }
}

#[test]
fn where_it_comes_from_is_the_mediators_alone() {
    let case = low_bridge();
    let mediators = circle(&case, "mediator", TODAY);
    let weston = mediators.labelled::<Party>("weston").expect("a party").id();
    assert!(html::write(&ledger::compose(&mediators, weston)).contains("Comes from, and is not to be told"));
    let theirs = html::write(&ledger::compose(&circle(&case, "weston", TODAY), weston));
    assert!(theirs.contains("A small toll is not refused everywhere."));
    for absent in ["Comes from", "One coin", "freely"] {
        assert!(!theirs.contains(absent), "{absent}");
    }
}

/// The words that are free to tell somebody, as the mediator's sheet for them has it.
fn free_for(view: &View<'_>, label: &str) -> String {
    let party = view.labelled::<Party>(label).map(|party| party.id());
    let to = party.or_else(|| view.labelled::<Person>(label).map(|person| person.id())).expect("somebody");
    let printed = terminal::write(&ledger::compose(view, to), WIDTH);
    let free = printed.split("May be told to them freely").nth(1).expect("the section").to_owned();
    free.split("Rules ─").next().unwrap_or("").to_owned()
}

#[test]
fn what_is_free_is_news_to_them() {
    let (case, _) = read(&shipped("river-basin"));
    let everything = View::of(&case, Viewer::Keeper, AsOf::known_by(Day::constant(2026, 7, 3)));
    let circle = everything.labelled::<Compartment>("mediator").expect("the mediator's circle").id();
    let viewer = Viewer::Compartment(CompartmentId(circle));
    let view = View::of(&case, viewer, AsOf::known_by(Day::constant(2026, 7, 3)));
    let words = "The reopening of data has a price";
    for (label, is_news) in [
        ("delta", true),
        ("upland", true),
        ("kavita-neral", true),
        // It was told to Midland, and it came from Lakeside.
        ("midland", false),
        ("zoryana-vetlich", false),
        ("lakeside", false),
    ] {
        assert_eq!(free_for(&view, label).contains(words), is_news, "{label}");
    }
}

#[test]
fn an_unknown_name_has_no_sheet() {
    let case = low_bridge();
    let view = circle(&case, "mediator", TODAY);
    let issue = view.labelled::<onetext_model::Issue>("toll").expect("an issue").id();
    let printed = terminal::write(&ledger::compose(&view, issue), WIDTH);
    assert!(printed.contains("No party or person of that name is on file."), "{printed}");
}
