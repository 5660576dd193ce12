//! The table as it comes back: unchanged, filled in, and tampered with.

use onetext_desk::multicolumn::{self, Asked, Proposed, Returned, Sender, read_rows};
use onetext_document::{Block, Cell, Style, Table};
use onetext_model::{Party, PartyId, Stance, View};

use super::{TODAY, WORDINGS, case, case_with, draft, six_parties};
use crate::folder::{circle, low_bridge_with_all};

/// A cell as a reader of documents has it: nothing struck.
fn read_cell(cell: &Cell, between: &str) -> String {
    let kept = cell.text.0.iter().filter(|run| run.style != Style::Deleted).map(|run| run.words.as_str());
    let words: String = kept.collect();
    match &cell.mark {
        Some(mark) => format!("{}{between}{words}", mark.letter),
        None if words.is_empty() => "—".to_owned(),
        None => words,
    }
}

/// The rows of a sheet: keys on top and in front.
fn sheet_rows(view: &View<'_>, asked: &Asked) -> Vec<Vec<String>> {
    let table = multicolumn::sheet(view, draft(view, "draft-2"), asked).expect("a sheet").table;
    let mut keys = vec!["key".to_owned()];
    keys.extend(table.columns.iter().map(|column| column.key.clone()));
    let mut rows = vec![keys];
    rows.extend(paper_rows(&table, "  ").into_iter().enumerate().map(|(at, mut cells)| {
        cells.insert(0, if at == 0 { String::new() } else { table.rows[at - 1].key.clone() });
        cells
    }));
    rows.push(vec![]);
    rows.push(vec![String::new(), table.legend.to_words()]);
    rows
}

/// The rows of a table on paper: headings on top.
fn paper_rows(table: &Table, between: &str) -> Vec<Vec<String>> {
    let titles = table.columns.iter().map(|column| column.title.to_words()).collect();
    let cells = table.rows.iter().map(|row| row.cells.iter().map(|cell| read_cell(cell, between)).collect());
    [titles].into_iter().chain(cells).collect()
}

fn page_rows(view: &View<'_>) -> Vec<Vec<String>> {
    let page = multicolumn::newest(view);
    let table = page.blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table.clone()),
        _ => None,
    });
    paper_rows(&table.expect("a table"), "\u{a0} ")
}

fn sender(view: &View<'_>, label: &str) -> Sender {
    Sender::Party(PartyId(view.labelled::<Party>(label).expect("a party").id()))
}

/// The row and column of the cell that a person means.
fn at(rows: &[Vec<String>], number: &str, title: &str) -> (usize, usize) {
    let column = rows.iter().find_map(|row| row.iter().position(|cell| cell == title)).expect("a column");
    let shown =
        |row: &Vec<String>| row.iter().take(2).any(|cell| cell.split_whitespace().last() == Some(number));
    (rows.iter().position(shown).expect("a row"), column)
}

fn graves(returned: &Returned) -> Vec<&str> {
    returned.remarks.iter().filter(|remark| remark.is_grave).map(|remark| remark.words.as_str()).collect()
}

#[test]
fn unchanged_says_nothing_for_anybody() {
    for case in [case(), case_with(&[("six.toml", &six_parties())])] {
        for (who, sender) in [("mediator", None), ("easton", Some("easton")), ("weston", Some("weston"))] {
            let view = circle(&case, who, TODAY);
            let sender = sender.map_or(Sender::Mediator, |label| self::sender(&view, label));
            for rows in [sheet_rows(&view, &Asked::default()), page_rows(&view)] {
                assert_eq!(read_rows(&view, None, sender, &rows), Returned::default(), "{who}: {rows:#?}");
            }
        }
    }
}

#[test]
fn a_changed_cell_is_a_wording_and_replaces_the_earlier_one() {
    let case = case();
    let view = circle(&case, "easton", TODAY);
    for mut rows in [sheet_rows(&view, &Asked::default()), page_rows(&view)] {
        let (row, column) = at(&rows, "2", "Easton");
        rows[row][column] = "1. Each cart pays one coin.\n2. Carts of hay pay nothing.".to_owned();
        let returned = read_rows(&view, None, sender(&view, "easton"), &rows);
        let [proposal] = returned.proposals.as_slice() else { panic!("{returned:#?}") };
        assert!(returned.remarks.is_empty(), "{returned:#?}");
        assert_eq!(proposal.said, Proposed::Wording(rows[row][column].clone()));
        assert_eq!((proposal.row.as_str(), proposal.at), ("2", (row + 1, column + 1)));
        let label = proposal.replaces.and_then(|earlier| view.label(earlier)).map(ToString::to_string);
        assert_eq!(label.as_deref(), Some("easton-on-toll"));
    }
}

#[test]
fn an_answer_is_a_position() {
    let case = case();
    let view = circle(&case, "weston", TODAY);
    for (number, text, stance, condition) in [
        ("2", "Agreed", Stance::Accept, None),
        ("2", "Réserve d'examen", Stance::Reserved, None),
        ("4", "X", Stance::RedLine, None),
        (
            "4",
            "C  The Council may hear us. Condition: it sits on the bridge",
            Stance::Conditional,
            Some("it sits on the bridge"),
        ),
    ] {
        let mut rows = sheet_rows(&view, &Asked::default());
        let (row, column) = at(&rows, number, "Weston");
        rows[row][column] = text.to_owned();
        let returned = read_rows(&view, None, sender(&view, "weston"), &rows);
        let [proposal] = returned.proposals.as_slice() else { panic!("{text}: {returned:#?}") };
        let Proposed::Position { stance: found, condition: under, .. } = &proposal.said else {
            panic!("{text}")
        };
        assert_eq!((*found, under.as_deref()), (stance, condition), "{text}");
        assert_eq!(proposal.replaces.is_some(), number == "4", "{text}");
    }
}

#[test]
fn the_mediator_fills_in_the_compromise() {
    let case = case();
    let view = circle(&case, "mediator", TODAY);
    let mut rows = sheet_rows(&view, &Asked::default());
    let (row, column) = at(&rows, "2", "Compromise");
    rows[row][column] = "OK".to_owned();
    let returned = read_rows(&view, None, Sender::Mediator, &rows);
    let [proposal] = returned.proposals.as_slice() else { panic!("{returned:#?}") };
    assert_eq!(proposal.said, Proposed::Wording("OK".to_owned()), "the mediator holds no position");
}

#[test]
fn what_is_not_the_senders_to_change_is_told_and_not_taken() {
    let case = case();
    let view = circle(&case, "weston", TODAY);
    let sent = sheet_rows(&view, &Asked::default());
    let titles = sent[1].clone();
    for (what, number, title, text) in [
        (
            "the text of the draft itself was changed",
            "3",
            titles[2].as_str(),
            "3. Upkeep\nNobody mends the handrail.",
        ),
        ("the column of Easton is not the sender's", "2", "Easton", "1. Each cart pays nine coins."),
        ("the column of Compromise is not the sender's", "1", "Compromise", "As in Article 2."),
        ("came back empty", "3", "Weston", ""),
        ("came back with the number \"12\"", "1", "No.", "12"),
    ] {
        let mut rows = sent.clone();
        let (row, column) = at(&rows, number, title);
        rows[row][column] = text.to_owned();
        let returned = read_rows(&view, None, sender(&view, "weston"), &rows);
        let told = graves(&returned);
        assert!(told.len() == 1 && told[0].contains(what), "{what}: {told:?}");
        assert!(returned.proposals.is_empty(), "{what}");
    }
}

#[test]
fn rows_gone_doubled_and_unknown_are_told() {
    let case = case();
    let view = circle(&case, "weston", TODAY);
    let mut rows = sheet_rows(&view, &Asked::default());
    let (third, _) = at(&rows, "3", "Weston");
    let doubled = rows[third - 1].clone();
    let own =
        vec![String::new(), "2a".to_owned(), String::new(), String::new(), "Dogs pay nothing.".to_owned()];
    rows.splice(third..=third, [doubled, own]);
    let returned = read_rows(&view, None, sender(&view, "weston"), &rows);
    let told = graves(&returned).join("\n");
    for what in [
        "row 2 stands in the table twice",
        "\"2a\" is no row",
        "Dogs pay nothing.",
        "row 3 did not come back",
    ] {
        assert!(told.contains(what), "{what}: {told}");
    }
    assert!(returned.proposals.is_empty());
}

#[test]
fn rows_that_were_never_sent_are_not_missed() {
    let case = case();
    let view = circle(&case, "weston", TODAY);
    let asked = Asked { rows: multicolumn::Rows::parse("2-3"), ..Asked::default() };
    let returned = read_rows(&view, None, sender(&view, "weston"), &sheet_rows(&view, &asked));
    assert_eq!(returned, Returned::default());
}

#[test]
fn a_table_of_another_version_is_said_to_be_one_and_is_read_by_its_numbers() {
    let case = case();
    let mut rows = sheet_rows(&circle(&case, "weston", TODAY), &Asked::default());
    let (row, column) = at(&rows, "4", "Weston");
    rows[row][column] = "The Council hears both towns within a month.".to_owned();
    rows.iter_mut().skip(2).filter_map(|row| row.first_mut()).for_each(String::clear);
    let later = super::DRAFT.replace("from dawn to dusk", "from six to six");
    let later = low_bridge_with_all(&[("drafts/draft-2.md", &later), ("wordings.toml", WORDINGS)]);
    let view = circle(&later, "weston", TODAY);
    let returned = read_rows(&view, None, sender(&view, "weston"), &rows);
    let told = graves(&returned);
    assert!(told[0].contains("made from another version"), "{told:?}");
    assert!(told[1].contains("row 1: the text of the draft itself"), "{told:?}");
    assert_eq!(returned.proposals.len(), 1);
}

#[test]
fn a_stranger_s_file_is_no_table() {
    let case = case();
    let view = circle(&case, "weston", TODAY);
    let rows = vec![vec!["Name".to_owned(), "Price".to_owned()], vec!["Lamp".to_owned(), "2".to_owned()]];
    let returned = read_rows(&view, None, sender(&view, "weston"), &rows);
    assert!(graves(&returned)[0].contains("no table of wordings"), "{returned:#?}");
    let mut rows = sheet_rows(&view, &Asked::default());
    for row in &mut rows {
        row.truncate(3);
    }
    let returned = read_rows(&view, None, sender(&view, "weston"), &rows);
    assert!(graves(&returned)[0].contains("the sender has no column"), "{returned:#?}");
}

#[test]
fn no_rows_make_the_reader_panic() {
    let case = case_with(&[("six.toml", &six_parties())]);
    let view = circle(&case, "weston", TODAY);
    let sender = sender(&view, "weston");
    let odd = [
        "",
        "No.",
        "(number)",
        "key",
        "—",
        "A",
        "C  ",
        "2 cont.",
        "Weston:",
        "é",
        "[C",
        "Weston / below: Easton",
    ];
    for width in 0..odd.len() {
        for start in 0..odd.len() {
            let row: Vec<String> =
                odd.iter().cycle().skip(start).take(width).map(ToString::to_string).collect();
            let rows = vec![row.clone(), Vec::new(), row];
            let _ = read_rows(&view, None, sender, &rows);
        }
    }
}
