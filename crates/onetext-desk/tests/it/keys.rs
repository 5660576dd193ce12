//! A key means one thing, even where circles that do not see each other use one word for two things.

use std::collections::BTreeSet;

use onetext_desk::grid;
use onetext_document::html;
use onetext_model::{AsOf, Case, Day, View, Viewer};

use crate::folder::{circle, low_bridge, low_bridge_with, read, shipped};

const TODAY: Day = Day::constant(2026, 3, 1);

/// Weston's own words for what others call by the same words: an issue, an option and a party.
const SAME_WORDS: &str = r#"known_at = 2026-02-01
recorded_at = 2026-02-01

[[issue]]
label = "toll"
name = "Toll on hay"

[[option]]
label = "carts-free"
issue = "toll"
name = "Hay for nothing"

[[party]]
label = "easton"
name = "The other Easton"
sort = "state"
at_the_table = true
"#;

/// Every cell of the grid, by what its keys mean.
fn cells(view: &View<'_>) -> usize {
    let table = grid::table(view);
    let parties = table.columns.iter().skip(1);
    let mut meant = BTreeSet::new();
    for (row, column) in
        table.rows.iter().flat_map(|row| parties.clone().map(move |column| (&row.key, &column.key)))
    {
        let both = grid::meant(view, row, column).unwrap_or_else(|| panic!("{row}/{column} means nothing"));
        assert!(meant.insert((both.0.0, both.1.0)), "{row}/{column} means what another cell means");
    }
    meant.len()
}

#[test]
fn every_cell_of_a_grid_means_one_option_and_one_party() {
    for (name, day) in
        [("ukraine-2025", Day::constant(2025, 12, 7)), ("river-basin", Day::constant(2026, 7, 3))]
    {
        let (case, _) = read(&shipped(name));
        assert!(cells(&View::of(&case, Viewer::Keeper, AsOf::known_by(day))) > 0, "{name}");
    }
    let case = low_bridge_with("private/mediator+weston/same-words.toml", SAME_WORDS);
    let (one, two) = (circle(&case, "easton", TODAY), circle(&case, "weston", TODAY));
    assert!(cells(&two) > cells(&one));
    assert_eq!(cells(&two), cells(&circle(&case, "mediator", TODAY)));
}

/// The keys of the grid's rows as Easton sees them.
fn rows(case: &Case) -> Vec<String> {
    grid::table(&circle(case, "easton", TODAY)).rows.into_iter().map(|row| row.key).collect()
}

#[test]
fn what_others_call_by_one_word_changes_no_key_for_those_who_do_not_see_it() {
    let case = low_bridge_with("private/mediator+weston/same-words.toml", SAME_WORDS);
    assert_eq!(rows(&case), rows(&low_bridge()));
}

#[test]
fn a_name_leads_to_the_entry_that_it_stands_for() {
    // In this case a delegation's circle and its party bear one label.
    let (case, _) = read(&shipped("river-basin"));
    let view = View::of(&case, Viewer::Keeper, AsOf::known_by(Day::constant(2026, 7, 3)));
    let led = std::cell::RefCell::new(BTreeSet::new());
    let entry = |id: &str| {
        let entry = view.entries().iter().find(|entry| entry.id.to_string() == id).expect("an entry");
        led.borrow_mut().insert(entry.fact.kind().word());
        None
    };
    let page = onetext_desk::actors::compose(&view);
    html::fragment_linked(&page, &html::Links { entry: &entry, blank: &|_, _, _| None });
    let led = led.into_inner();
    assert!(led.contains("party") && !led.contains("compartment"), "{led:?}");
}
