//! The table of wordings: what it shows, that it never shows too much, and that it comes back.

mod returned;

use onetext_desk::multicolumn::{self, Asked, Rows};
use onetext_document::{Direction, Document, html, terminal};
use onetext_model::{Case, Day, Draft, DraftId, View};

use crate::folder::{circle, low_bridge_with_all};

const WIDTH: usize = 130;
const TODAY: Day = Day::constant(2026, 3, 1);
const DRAFT: &str = include_str!("multicolumn/draft.md");
const WORDINGS: &str = include_str!("multicolumn/wordings.toml");

/// The small case with a second draft and what the towns say of it.
fn case() -> Case {
    case_with(&[])
}

fn case_with(more: &[(&str, &str)]) -> Case {
    let files = [("drafts/draft-2.md", DRAFT), ("wordings.toml", WORDINGS)];
    low_bridge_with_all(&files.into_iter().chain(more.iter().copied()).collect::<Vec<_>>())
}

fn draft(view: &View<'_>, label: &str) -> DraftId {
    DraftId(view.labelled::<Draft>(label).expect("a draft").id())
}

/// Four more parties at the table: with the towns six.
fn six_parties() -> String {
    let party = |name: &str| {
        let label = name.to_lowercase();
        format!(
            "[[party]]\nlabel = \"{label}\"\nname = \"{name}\"\nsort = \"body\"\n\n\
             [[role]]\nparty = \"{label}\"\nrole = \"negotiating\"\n\n"
        )
    };
    let parties = ["Northam", "Southam", "Milltown", "Abbey"].map(party).concat();
    format!(
        "known_at = 2026-01-05\nrecorded_at = 2026-01-05\n\n{parties}\
         [[wording]]\non = \"draft-2/3\"\nby = \"southam\"\ntext = \"The towns mend the handrail.\"\n\
         known_at = 2026-02-24\nrecorded_at = 2026-02-24\n"
    )
}

#[test]
fn as_the_mediator_sees_it() {
    let case = case();
    let page = multicolumn::newest(&circle(&case, "mediator", TODAY));
    insta::assert_snapshot!("multicolumn-mediator", terminal::write(&page, WIDTH));
}

#[test]
fn more_than_four_parties_stand_above_each_other() {
    let case = case_with(&[("six.toml", &six_parties())]);
    let page = multicolumn::newest(&circle(&case, "mediator", TODAY));
    insta::assert_snapshot!("multicolumn-six", terminal::write(&page, WIDTH));
}

/// A row's number without the letter of its status before it.
fn last_word(words: &str) -> String {
    words.split_whitespace().last().unwrap_or_default().to_owned()
}

#[test]
fn an_insertion_has_a_row_of_its_own_and_keeps_its_number() {
    let insertion = ("drafts/insertion.toml", include_str!("multicolumn/insertion.toml"));
    let case = case_with(&[insertion]);
    let view = circle(&case, "mediator", TODAY);
    let numbers = |asked: &Asked| -> Vec<String> {
        let sheet = multicolumn::sheet(&view, draft(&view, "draft-2"), asked).expect("a sheet");
        sheet.table.rows.iter().map(|row| last_word(&row.cells[0].text.to_words())).collect()
    };
    assert_eq!(numbers(&Asked::default()), ["1", "2", "2a", "3", "4"]);
    let printed = terminal::write(&multicolumn::newest(&view), WIDTH);
    assert!(printed.contains("not in the draft") && printed.contains("{+1. Lamps"), "{printed}");
}

#[test]
fn what_is_new_gets_no_row_that_a_counter_text_has() {
    let before = DRAFT.replace("label = \"draft-2\"", "label = \"outline\"").replace("02-22", "02-12");
    let ferries =
        "## 2a. Ferries\n\nNo ferry lands within sight of the bridge while it is open.\n\n## 3. Upkeep";
    let later = DRAFT.replace("\"draft-1\"", "\"outline\"").replace("## 3. Upkeep", ferries);
    let insertion = ("drafts/insertion.toml", include_str!("multicolumn/insertion.toml"));
    let files = [("drafts/outline.md", before.as_str()), ("drafts/draft-2.md", later.as_str()), insertion];
    let case = low_bridge_with_all(&files);
    let view = circle(&case, "mediator", TODAY);
    let sheet = multicolumn::sheet(&view, draft(&view, "draft-2"), &Asked::default()).expect("a sheet");
    let mut numbers: Vec<String> =
        sheet.table.rows.iter().map(|row| last_word(&row.cells[0].text.to_words())).collect();
    let all = numbers.len();
    assert!(numbers.contains(&"2a".to_owned()) && all == 6, "{numbers:?}");
    numbers.sort();
    numbers.dedup();
    assert_eq!(numbers.len(), all, "{numbers:?}");
}

#[test]
fn another_draft_stands_beside_by_lineage_and_as_a_person_confirmed_it() {
    let confirmed = "known_at = 2026-02-26\nrecorded_at = 2026-02-26\n\n[[lineage]]\nearlier = \"draft-2\"\n\
                     later = \"weston-text\"\nold = [\"draft-2/1\"]\nnew = [\"weston-text/2\"]\nbecame = \"reworded\"\n";
    for (confirmed, row) in [("known_at = 2026-02-26\nrecorded_at = 2026-02-26\n", 4), (confirmed, 0)] {
        let case = case_with(&[
            ("drafts/insertion.toml", include_str!("multicolumn/insertion.toml")),
            ("confirmed.toml", confirmed),
        ]);
        let view = circle(&case, "mediator", TODAY);
        let beside = vec![draft(&view, "weston-text")];
        let asked = Asked { beside, ..Asked::default() };
        let table = multicolumn::sheet(&view, draft(&view, "draft-2"), &asked).expect("a sheet").table;
        let found = table.rows.iter().position(|row| row.cells[2].text.to_words().contains("at once"));
        assert_eq!(found, Some(row), "{confirmed}");
    }
}

#[test]
fn what_a_side_gets_does_not_depend_on_what_it_may_not_see() {
    let secret = "known_at = 2026-02-25\nrecorded_at = 2026-02-25\n\n[[wording]]\non = \"draft-2/1\"\nby = \"easton\"\n\
                  text = \"The bridge is open by day and by night.\"\n\n[[wording]]\non = \"draft-2/2\"\n\
                  text = \"Each cart pays a coin and a half.\"\n\n[[position]]\nparty = \"farmers\"\non = \"draft-2/2\"\n\
                  stance = \"reject\"\nwords = \"No toll.\"\nevidence = \"own\"\n";
    let (case, other) = (case(), case_with(&[("private/easton+mediator/secret.toml", secret)]));
    let (one, same) = (circle(&case, "weston", TODAY), circle(&other, "weston", TODAY));
    assert_eq!(multicolumn::newest(&one), multicolumn::newest(&same));
    let sheet = |view: &View<'_>| {
        multicolumn::sheet(view, draft(view, "draft-2"), &Asked::default()).expect("a sheet").table
    };
    assert_eq!(sheet(&one), sheet(&same));
    let mediators = multicolumn::newest(&circle(&other, "mediator", TODAY));
    assert!(html::write(&mediators).contains("by night"), "the mediator sees it");
}

/// Every cell of every row as HTML has it, without marks.
fn blanks(page: &Document) -> usize {
    html::write(page)
        .split("<t")
        .filter(|cell| cell.starts_with("d>\n") || cell.starts_with("d></td>"))
        .count()
}

#[test]
fn no_cell_is_blank() {
    for (more, parties) in [(String::new(), 2), (six_parties(), 6)] {
        let case = case_with(&[(
            "more.toml",
            &format!(
                "{}\n",
                if more.is_empty() {
                    "known_at = 2026-01-01\nrecorded_at = 2026-01-01".to_owned()
                } else {
                    more
                }
            ),
        )]);
        let page = multicolumn::newest(&circle(&case, "mediator", TODAY));
        assert_eq!(blanks(&page), 0, "{parties} parties");
    }
}

#[test]
fn a_draft_in_arabic_runs_from_right_to_left() {
    let arabic = DRAFT.replace("language = \"en\"", "language = \"ar\"");
    let case = low_bridge_with_all(&[("drafts/draft-2.md", &arabic), ("wordings.toml", WORDINGS)]);
    let view = circle(&case, "mediator", TODAY);
    let page = multicolumn::newest(&view);
    assert_eq!((page.direction, page.language.as_str()), (Direction::RightToLeft, "ar"));
    let printed = terminal::write(&page, WIDTH);
    let header = printed.lines().find(|line| line.contains("Compromise")).expect("a header");
    assert!(header.find("Compromise") < header.find("No."), "{header}");
    let sheet = multicolumn::sheet(&view, draft(&view, "draft-2"), &Asked::default()).expect("a sheet");
    assert_eq!(sheet.direction, Direction::RightToLeft);
}

#[test]
fn a_summary_is_said_to_be_one_and_no_changes_are_marked_against_it() {
    let summary = DRAFT.replace("form = \"verbatim\"", "form = \"summary\"");
    let case = low_bridge_with_all(&[("drafts/draft-2.md", &summary), ("wordings.toml", WORDINGS)]);
    let page = multicolumn::newest(&circle(&case, "mediator", TODAY));
    let printed = terminal::write(&page, WIDTH);
    assert!(printed.contains("summary in our words"), "{printed}");
    assert!(!printed.contains("{+") && !printed.contains("[-"), "{printed}");
}

#[test]
fn some_rows_and_a_copy_number() {
    let case = case();
    let view = circle(&case, "mediator", TODAY);
    let asked = Asked { rows: Rows::parse("2-3"), copy: Some("7".to_owned()), ..Asked::default() };
    let printed = terminal::write(&multicolumn::compose(&view, draft(&view, "draft-2"), &asked), WIDTH);
    assert!(printed.contains("· copy 7 · without prejudice"), "{printed}");
    assert!(printed.contains("3. Upkeep") && !printed.contains("4. Disputes"), "{printed}");
}
