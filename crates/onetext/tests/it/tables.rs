//! The table of wordings through the program: sent as a sheet, filled in by a side, tampered with, taken in.

use std::fs;
use std::path::Path;

use onetext_desk::multicolumn::{self, Asked};
use onetext_document::{Cell, Table, Text, xlsx};
use onetext_folder::Files;
use onetext_model::{AsOf, Day, Draft, DraftId, View, Viewer};

use crate::commands::{onetext, printed};

const WORDINGS: &str = r#"
known_at = 2026-06-20
recorded_at = 2026-06-20

[[wording]]
label = "delta-table-test"
on = "draft-2/4"
by = "delta"
text = "1. The High Reservoir shall be filled over not less than 84 months."

[[position]]
party = "upland"
on = "draft-2/2"
stance = "accept"
words = "Upland accepts Article 2."
evidence = "own"
"#;

/// A copy of the shipped case with something to show in the table.
fn case() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("case");
    printed(&["init", "--example", "river-basin", &case.display().to_string()]);
    fs::write(case.join("positions/table-test.toml"), WORDINGS).unwrap();
    (folder, case.display().to_string())
}

fn files(folder: &Path, prefix: &str, into: &mut Files) {
    for item in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = item.file_name().into_string().unwrap();
        if item.path().is_dir() {
            files(&item.path(), &format!("{prefix}{name}/"), into);
        } else if !name.starts_with('.') {
            into.insert(format!("{prefix}{name}"), fs::read(item.path()).unwrap());
        }
    }
}

/// The sheet that Delta gets, as the table that it is made of, after somebody did something to it.
fn filled_in(case: &str, change: impl FnOnce(&mut Table)) -> tempfile::NamedTempFile {
    let mut all = Files::new();
    files(Path::new(case), "", &mut all);
    let (case, _) = onetext_folder::read(&all).admit(&all).unwrap();
    let circle = case.audience_of(&["delta"]).unwrap().compartments().next().unwrap();
    let view = View::of(&case, Viewer::Compartment(circle), AsOf::today(Day::constant(2026, 7, 3)));
    let draft = DraftId(view.labelled::<Draft>("draft-2").unwrap().id());
    let mut sheet = multicolumn::sheet(&view, draft, &Asked::default()).unwrap();
    change(&mut sheet.table);
    let bytes = xlsx::write(&[&sheet.table], &xlsx::Properties::default()).unwrap();
    let file = tempfile::Builder::new().suffix(".xlsx").tempfile().unwrap();
    fs::write(file.path(), bytes).unwrap();
    file
}

/// The cell of a row and a column.
fn cell<'t>(table: &'t mut Table, row: &str, column: &str) -> &'t mut Cell {
    let column = table.columns.iter().position(|one| one.key == column).unwrap();
    let row = table.rows.iter_mut().find(|one| one.key == row).unwrap();
    &mut row.cells[column]
}

fn import(case: &str, file: &Path, more: &[&str]) -> (String, String, Option<i32>) {
    let file = file.display().to_string();
    let arguments = ["import", &file, "--case", case, "--for", "delta"];
    let output = onetext(&arguments.into_iter().chain(more.iter().copied()).collect::<Vec<_>>());
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code())
}

#[test]
fn a_table_that_comes_back_unchanged_says_nothing_new() {
    let (folder, case) = case();
    let sheet = folder.path().join("table.xlsx");
    printed(&[
        "table",
        &case,
        "--draft",
        "draft-2",
        "--for",
        "delta",
        "--xlsx",
        &sheet.display().to_string(),
    ]);
    let (shown, told, status) = import(&case, &sheet, &["--yes"]);
    assert_eq!((shown.trim(), told.as_str(), status), ("Nothing new.", "", Some(0)));
}

#[test]
fn what_a_side_filled_in_comes_into_the_case_once() {
    let (_folder, case) = case();
    let sheet = filled_in(&case, |table| {
        *cell(table, "draft-2/4", "delta") = Cell::new("=1. The High Reservoir fills over 90 months.");
        *cell(table, "draft-2/2", "delta") = Cell::new("Agreed");
        *cell(table, "draft-2/8", "delta") = Cell::new("no text");
    });
    let (shown, told, status) = import(&case, sheet.path(), &[]);
    assert_eq!(status, Some(0), "{told}");
    for line in [
        "a position: A accept",
        "a wording, replaces delta-table-test",
        "- 1. The High Reservoir shall be filled over not less than 84 months.",
        "+ =1. The High Reservoir fills over 90 months.",
        "a wording: no text",
        "Take in with --yes.",
    ] {
        assert!(shown.contains(line), "{line}: {shown}");
    }
    import(&case, sheet.path(), &["--yes"]);
    let page = printed(&["table", &case, "--draft", "draft-2", "--for", "delta", "--markdown"]);
    assert!(page.contains("90") && page.contains("no text"), "{page}");
    assert_eq!(import(&case, sheet.path(), &["--yes"]).0.trim(), "Nothing new.");
    assert_eq!(onetext(&["check", &case]).status.code(), Some(0));
    // It was said to the mediator: nobody else sees it.
    let others = printed(&["table", &case, "--draft", "draft-2", "--for", "upland", "--markdown"]);
    assert!(!others.contains("90 months"), "{others}");
}

#[test]
fn what_was_tampered_with_is_told_first_and_not_taken() {
    let (_folder, case) = case();
    let sheet = filled_in(&case, |table| {
        *cell(table, "draft-2/2", "(source)") =
            Cell::new("2. Purpose\nThe Parties may use the waters as they like.");
        *cell(table, "draft-2/4", "upland") = Cell::new("Agreed");
        table.rows.retain(|row| row.key != "draft-2/6");
        table.rows[2].cells[0].text = Text::plain("99");
    });
    let (shown, told, status) = import(&case, sheet.path(), &["--yes"]);
    assert_eq!((shown.trim(), status), ("Nothing new.", Some(1)), "{told}");
    for line in [
        // Article 2 descends from article 1 of the first draft, and so on: rows stay what they were.
        "row 1: the text of the draft itself was changed",
        "row 3: the column of Upland is not the sender's",
        "row 3a did not come back",
        "row 2 came back with the number \"99\"",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
}

#[test]
fn plain_files_have_a_table_too() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.display().to_string()
    };
    let source = file("source.md", "1. The Parties share the water.\n2. The seat is in Geneva.\n");
    let a = file(
        "a.md",
        "1. The Parties share the water fairly.\n2. The seat is in Geneva.\n3. A council meets in spring.\n",
    );
    let b = file("b.md", "1. The Parties share the water.\n");
    let page = printed(&["table", &source, &a, &b, "--names", "Upland,Delta"]);
    for shown in [
        "fairly",
        "no change",
        "no text",
        "2a",
        "A council meets",
        "Upland",
        "Compromise",
        "without prejudice",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    assert_eq!(onetext(&["table", &source]).status.code(), Some(2));
    assert_eq!(onetext(&["table", &source, &a, "--copy", "3"]).status.code(), Some(2));
}

#[test]
fn the_table_of_the_shipped_case_on_the_terminal() {
    let (_folder, case) = case();
    let page = printed(&[
        "table", &case, "--draft", "draft-2", "--rows", "2-4", "--for", "delta", "--copy", "7", "--width",
        "120",
    ]);
    insta::assert_snapshot!("table-of-river-basin", page);
}
