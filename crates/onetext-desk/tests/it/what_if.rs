//! What if: a question changes what it says and nothing else, and nothing of it is on file afterwards.

use std::collections::BTreeMap;

use onetext_desk::settlement::what_if::{self, Askable, WhatIf, added_to};
use onetext_desk::settlement::zone;
use onetext_document::{Block, Document, Table, terminal};
use onetext_model::{Day, EntryId, Issue, IssueId, IssueOption, OptionId, Stance, View};

use crate::folder::{circle, low_bridge, read, shipped};

const TODAY: Day = Day::constant(2026, 3, 1);
const BASIN_TODAY: Day = Day::constant(2026, 7, 3);

fn printed(document: &Document) -> String {
    terminal::write(document, 120)
}

/// A table of a page, by its key.
fn table<'d>(document: &'d Document, key: &str) -> &'d Table {
    fn within<'b>(blocks: &'b [Block], key: &str) -> Option<&'b Table> {
        blocks.iter().find_map(|block| match block {
            Block::Table(table) if table.key == key => Some(table),
            Block::Section(section) => within(&section.blocks, key),
            _ => None,
        })
    }
    within(&document.blocks, key).unwrap_or_else(|| panic!("a table {key}: {}", printed(document)))
}

/// The words of a cell of the zones.
fn zone_cell(document: &Document, row: &str, column: &str) -> String {
    let zones = table(document, "zones");
    let at = zones.columns.iter().position(|one| one.key == column).expect("a column");
    let row = zones.rows.iter().find(|one| one.key == row).expect("a row");
    row.cells[at].text.to_words()
}

fn number(document: &Document, row: &str, column: &str) -> u64 {
    zone_cell(document, row, column).replace(',', "").parse().expect("a number")
}

/// The first word that draws a red line.
fn red_line(view: &View<'_>) -> (EntryId, EntryId) {
    let askable = Askable::of(view);
    let found = askable.words.iter().find(|word| word.position.fact.stance == Stance::RedLine);
    found.map(|word| (word.position.id(), word.option.id())).expect("a red line")
}

#[test]
fn without_a_question_it_is_the_plain_zones() {
    let (case, _) = read(&shipped("river-basin"));
    let view = circle(&case, "mediator", BASIN_TODAY);
    let (page, plain) = (what_if::compose(&view, &WhatIf::default()), zone::compose(&view));
    assert_eq!(table(&page, "zones"), table(&plain, "zones"));
    assert_eq!(table(&page, "left"), table(&plain, "left"));
    assert!(printed(&page).contains("Nothing is entered; this answers what would follow."));
}

#[test]
fn a_red_line_set_aside_opens_its_option_and_nothing_else() {
    let (case, _) = read(&shipped("river-basin"));
    let view = circle(&case, "mediator", BASIN_TODAY);
    let (position, option) = red_line(&view);
    let asked = WhatIf { dropped: vec![position], ..WhatIf::default() };
    let page = what_if::compose(&view, &asked);
    let plain = zone::compose(&view);
    for row in ["all", "no-red-line", "not-rejected", "accepted"] {
        assert_eq!(number(&page, row, "number-before"), number(&plain, row, "number"), "{row}");
    }
    assert_eq!(number(&page, "all", "number"), number(&page, "all", "number-before"));
    assert!(number(&page, "no-red-line", "number") >= number(&page, "no-red-line", "number-before"));
    assert_eq!(number(&page, "accepted", "number"), number(&page, "accepted", "number-before"));
    let name = &view.find::<IssueOption>(option).expect("the option").fact.name;
    assert!(printed(&page).contains("Set aside for the question: "), "{}", printed(&page));
    assert!(printed(&page).contains(name.as_str()));
    // Nothing has changed: the same words can be set aside again.
    assert_eq!(red_line(&view), (position, option));
    assert_eq!(zone::compose(&view), plain);
}

#[test]
fn all_words_set_aside_leave_nothing_ruled_out() {
    let (case, _) = read(&shipped("river-basin"));
    let view = circle(&case, "mediator", BASIN_TODAY);
    let dropped: Vec<EntryId> = Askable::of(&view).words.iter().map(|word| word.position.id()).collect();
    assert!(dropped.len() > 3);
    let page = what_if::compose(&view, &WhatIf { dropped, ..WhatIf::default() });
    assert_eq!(number(&page, "not-rejected", "number"), number(&page, "all", "number"));
    assert!(number(&page, "not-rejected", "number-before") < number(&page, "all", "number-before"));
}

#[test]
fn an_added_option_is_open_and_accepted_by_nobody() {
    let (case, _) = read(&shipped("river-basin"));
    let view = circle(&case, "mediator", BASIN_TODAY);
    let (issue, options) =
        Askable::of(&view).issues.into_iter().find(|(_, all)| !all.is_empty()).expect("an issue");
    let issue = IssueId(issue.id());
    let added = BTreeMap::from([(issue, "A wholly new way".to_owned())]);
    let asked = WhatIf { added: added.clone(), ..WhatIf::default() };
    let page = what_if::compose(&view, &asked);
    assert!(number(&page, "no-red-line", "number") > 0);
    assert_eq!(number(&page, "accepted", "number"), number(&page, "accepted", "number-before"));
    let left = table(&page, "left");
    let row = left.rows.iter().find(|row| row.cells[2].text.to_words().contains("“A wholly new way”"));
    let row = row.expect("it is rejected by nobody and not accepted by all");
    assert!(![1, 3].iter().any(|&at| row.cells[at].text.to_words().contains("wholly new")));
    // Fixed, it is the only option of its issue, and the package counts of the others follow.
    let fixed = WhatIf { added, fixed: vec![added_to(issue)], ..WhatIf::default() };
    let fixed = what_if::compose(&view, &fixed);
    assert!(number(&fixed, "all", "number") <= number(&page, "all", "number"));
    assert!(printed(&fixed).contains("On the table: "));
    assert!(!options.iter().any(|option| option.id() == added_to(issue).0));
}

#[test]
fn what_is_fixed_leaves_one_option_and_names_who_cannot_stand_with_it() {
    let (case, _) = read(&shipped("river-basin"));
    let view = circle(&case, "mediator", BASIN_TODAY);
    let (_, option) = red_line(&view);
    let stated = view.find::<IssueOption>(option).expect("the option");
    let asked = WhatIf { fixed: vec![OptionId(option)], ..WhatIf::default() };
    let page = what_if::compose(&view, &asked);
    let issue = view.find::<Issue>(stated.fact.issue).expect("the issue");
    assert_eq!(number(&page, "no-red-line", "number"), 0);
    assert!(zone_cell(&page, "no-red-line", "blocked").contains(issue.fact.name.as_str()));
    let spoken = table(&page, "spoken");
    assert_eq!(spoken.rows.len(), 1);
    assert!(spoken.rows[0].cells.iter().any(|cell| cell.text.to_words() == "red line"));
    // Both are set right by setting the words aside.
    let words = Askable::of(&view).words;
    let all: Vec<EntryId> =
        words.iter().filter(|word| word.option.id() == option).map(|word| word.position.id()).collect();
    let both = what_if::compose(&view, &WhatIf { dropped: all, ..asked });
    assert!(!zone_cell(&both, "no-red-line", "blocked").contains(issue.fact.name.as_str()));
}

#[test]
fn a_case_of_conflicts_only_answers_no_what_if() {
    let (case, _) = read(&shipped("ukraine-2025"));
    let view = View::of(&case, onetext_model::Viewer::Keeper, onetext_model::AsOf::known_by(TODAY));
    let page = printed(&what_if::compose(&view, &WhatIf::default()));
    assert!(page.contains("only which stated demands cannot stand together is shown"), "{page}");
    assert!(!page.contains("Packages"));
    assert!(Askable::of(&view).issues.is_empty() && Askable::of(&view).words.is_empty());
}

#[test]
fn the_page_of_a_question() {
    let case = low_bridge();
    let view = circle(&case, "mediator", TODAY);
    let askable = Askable::of(&view);
    let dropped: Vec<EntryId> = askable.words.iter().take(1).map(|word| word.position.id()).collect();
    let fixed: Vec<OptionId> = askable
        .issues
        .iter()
        .filter_map(|(_, all)| all.first())
        .map(|one| OptionId(one.id()))
        .take(1)
        .collect();
    let asked = WhatIf { dropped, fixed, added: BTreeMap::new() };
    insta::assert_snapshot!("what-if", printed(&what_if::compose(&view, &asked)));
}
