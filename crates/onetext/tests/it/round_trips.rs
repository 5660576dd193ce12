//! What goes out and comes back through the program: examples, JSON lines, the grid, locks, debriefs, merges.

use std::fs;
use std::path::Path;

use crate::commands::{onetext, printed};

const DEBRIEF: &str = "\
Meeting with the delegation of Upland in Selwen House, 1 July 2026, 90 minutes
Present: Upland, Lakeside

Upland said that the Basin Fund of 120 million is a red line.
Lakeside accepts 40 million if the others pay first.
We asked Upland to share daily data by Friday. They will think about it.
I promised Lakeside the draft of Article 6 by 20 July.
Told Lakeside (may be passed on) that Upland is ready to talk about compensation.
Next meeting on 9 July in Nairobi.
The weather was bad.
";

fn example(name: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("case").display().to_string();
    printed(&["init", "--example", name, &case]);
    (folder, case)
}

fn tree(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for item in fs::read_dir(next).unwrap().map(Result::unwrap) {
            if item.path().is_dir() {
                folders.push(item.path());
            } else {
                let name = item.path().strip_prefix(folder).unwrap().display().to_string();
                files.push((name, fs::read(item.path()).unwrap()));
            }
        }
    }
    files.sort();
    files
}

#[test]
fn json_lines_out_and_in_are_the_same_bytes() {
    for name in ["ukraine-2025", "river-basin"] {
        let (folder, case) = example(name);
        let (lines, copy) =
            (folder.path().join("all.jsonl"), folder.path().join("copy").display().to_string());
        let first = printed(&["export", &case, "--all"]);
        fs::write(&lines, &first).unwrap();
        printed(&["import", &lines.display().to_string(), "--case", &copy, "--yes"]);
        assert!(first == printed(&["export", &copy, "--all"]), "{name} came back differently");
    }
}

#[test]
fn an_export_of_an_earlier_day_stands_by_itself() {
    let (folder, case) = example("ukraine-2025");
    let lines = folder.path().join("early.jsonl").display().to_string();
    let copy = folder.path().join("early").display().to_string();
    let first = printed(&["export", &case, "--all", "--as-of", "2025-12-03"]);
    fs::write(&lines, &first).unwrap();
    printed(&["import", &lines, "--case", &copy, "--yes"]);
    assert!(first == printed(&["export", &copy, "--all"]), "nothing may dangle");
}

#[test]
fn a_grid_that_comes_back_unchanged_says_nothing_new() {
    let (folder, case) = example("river-basin");
    let sheet = folder.path().join("grid.xlsx").display().to_string();
    printed(&["grid", &case, "--xlsx", &sheet]);
    let before = tree(Path::new(&case));
    assert_eq!(printed(&["import", &sheet, "--case", &case, "--yes"]).trim(), "Nothing new.");
    assert!(before == tree(Path::new(&case)), "nothing may be written");
}

#[test]
fn a_broken_sheet_is_refused_and_nothing_is_written() {
    let (folder, case) = example("river-basin");
    let sheet = folder.path().join("grid.xlsx");
    fs::write(&sheet, b"PK\x03\x04 not a workbook").unwrap();
    let before = tree(Path::new(&case));
    let output = onetext(&["import", &sheet.display().to_string(), "--case", &case, "--yes"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot be read"));
    assert!(before == tree(Path::new(&case)));
}

#[test]
fn locking_and_unlocking_gives_the_same_files() {
    let (folder, case) = example("river-basin");
    let secret = folder.path().join("passphrase");
    fs::write(&secret, "correct horse\n").unwrap();
    let secret = secret.display().to_string();
    let before = tree(Path::new(&case));
    printed(&["lock", &case, "--place", "upland", "--passphrase-file", &secret]);
    assert!(!Path::new(&case).join("private/upland").exists());
    let wrong = folder.path().join("wrong");
    fs::write(&wrong, "wrong horse\n").unwrap();
    let output = onetext(&["unlock", &case, "--passphrase-file", &wrong.display().to_string()]);
    assert_eq!(output.status.code(), Some(2));
    printed(&["unlock", &case, "--passphrase-file", &secret]);
    assert!(before == tree(Path::new(&case)));
}

#[test]
fn a_debrief_becomes_entries_and_the_rest_stays_as_it_was() {
    let (folder, case) = example("river-basin");
    let text = folder.path().join("debrief.txt");
    fs::write(&text, DEBRIEF).unwrap();
    let before = tree(Path::new(&case));
    let shown = printed(&["note", &case, "--text", &text.display().to_string(), "--dry-run"]);
    for kind in ["contact", "position", "ask", "answer", "step", "release"] {
        assert!(shown.contains(&format!("[[{kind}]]")), "{kind} is not proposed:\n{shown}");
    }
    assert!(before == tree(Path::new(&case)), "a dry run writes nothing");
    let output = onetext(&["note", &case, "--text", &text.display().to_string(), "--yes"]);
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("nothing proposed from: The weather was bad."));
    let after = tree(Path::new(&case));
    for (name, bytes) in &before {
        let (_, now) = after.iter().find(|(other, _)| other == name).unwrap();
        assert!(now.starts_with(bytes), "{name}: what stood there must stay");
    }
    assert!(after.iter().any(|(name, bytes)| name.contains("debriefs/") && bytes == DEBRIEF.as_bytes()));
    assert_eq!(onetext(&["check", &case]).status.code(), Some(0));
}

#[test]
fn without_a_terminal_nothing_is_taken_unasked() {
    let (folder, case) = example("river-basin");
    let text = folder.path().join("debrief.txt");
    fs::write(&text, DEBRIEF).unwrap();
    let before = tree(Path::new(&case));
    let output = onetext(&["note", &case, "--text", &text.display().to_string()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(before == tree(Path::new(&case)));
}

#[test]
fn two_copies_edited_apart_unite() {
    let (folder, one) = example("river-basin");
    let (_other_folder, two) = example("river-basin");
    let text = folder.path().join("debrief.txt");
    for (case, words) in [(&one, "first"), (&two, "second")] {
        fs::write(&text, DEBRIEF.replace("said that", &format!("said a {words} time that"))).unwrap();
        printed(&["note", case, "--text", &text.display().to_string(), "--yes"]);
    }
    // Both replaced Upland's earlier word on the Fund: that is a conflict, and it is shown.
    let merged = onetext(&["merge", &one, &two, "--yes"]);
    assert_eq!(merged.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&merged.stdout).contains("is replaced by several"));
    let lines = printed(&["export", &one, "--all"]);
    assert!(lines.contains("a first time") && lines.contains("a second time"));
    let found = String::from_utf8(onetext(&["check", &one]).stdout).unwrap();
    assert!(found.contains("[replaced-twice]") && !found.contains("Errors"), "{found}");
    assert!(printed(&["merge", &one, &two]).contains("To add: 0. Conflicts: 0."));
}
