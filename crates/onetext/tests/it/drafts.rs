//! Drafts of a case as a person works with them: add one, list them, confirm what became of provisions, see brackets and moves.

use std::fs;
use std::path::Path;

use crate::commands::{onetext, printed};

const THIRD: &str = "\
# Draft Basin Convention, third version

## Article 1 Definitions

For the purposes of this Convention, \"lower gauge\" means the gauge at Reed Island, \"upper gauge\" means the gauge at Stone
Bridge, and \"dry year\" means a year in which the flow at the upper gauge stays below [310] [Upland propose: 280] cubic
metres per second in each of three consecutive months.

## Article 8 Navigation

1. Ships of the Parties may navigate the river under licences given by common rules.

2. Licences shall be given at a charge that covers the upkeep of locks.

## Article 17 Maps

The charts of the river bed that the hydrologists drew in spring are annexed.
";

/// A page as Markdown without the marks of emphasis.
fn page(arguments: &[&str]) -> String {
    printed(&[arguments, &["--markdown"]].concat())
        .replace(['*', '\\'], "")
        .replace("<em>", "")
        .replace("</em>", "")
}

fn case() -> (tempfile::TempDir, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("case").display().to_string();
    printed(&["init", "--example", "river-basin", &case]);
    let file = folder.path().join("draft-3.md");
    fs::write(&file, THIRD).unwrap();
    let file = file.display().to_string();
    (folder, case, file)
}

fn add<'a>(case: &'a str, file: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let mut all = vec!["draft", "add", file, "--case", case, "--instrument", "convention"];
    all.extend(more);
    all
}

#[test]
fn a_draft_goes_into_the_case_with_its_rows() {
    let (_folder, case, file) = case();
    let looked = printed(&add(&case, &file, &["--audience", "public", "--dry-run"]));
    assert!(looked.contains("4 provisions"), "{looked}");
    assert!(!Path::new(&case).join("drafts/draft-3.md").exists(), "a dry run writes nothing");
    printed(&add(&case, &file, &["--audience", "public", "--yes"]));
    let written = fs::read_to_string(Path::new(&case).join("drafts/draft-3.md")).unwrap();
    for line in [
        "after = [\"draft-2\"]",
        "digest = \"",
        "## 1. Definitions {row: 0a}",
        "## 8.1. Navigation {row: ",
        "Licences shall be given at a charge that covers the upkeep of locks.",
    ] {
        assert!(written.contains(line), "{line} is missing:\n{written}");
    }
    assert_eq!(onetext(&["check", &case]).status.code(), Some(0));
    let rows: Vec<&str> =
        written.lines().filter_map(|line| line.split_once("{row: ")).map(|(_, row)| row).collect();
    let mut once = rows.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), rows.len(), "a row stands twice: {rows:?}");
    let list = printed(&["draft", "list", &case, "--markdown"]);
    assert!(list.contains("third version"), "{list}");
}

#[test]
fn a_private_draft_leaves_no_trace_in_the_rows_of_a_public_one() {
    let (folder, case, file) = case();
    let (_other_folder, other, other_file) = case_again();
    let hidden = folder.path().join("hidden.md");
    fs::write(&hidden, "1. The hydrologists are paid by the Fund.\n\n2. The locks are painted in spring.\n")
        .unwrap();
    printed(&add(
        &case,
        &hidden.display().to_string(),
        &["--audience", "upland", "--after", "draft-2", "--yes"],
    ));
    printed(&add(&case, &file, &["--audience", "public", "--yes"]));
    printed(&add(&other, &other_file, &["--audience", "public", "--yes"]));
    let read = |case: &str| fs::read_to_string(Path::new(case).join("drafts/draft-3.md")).unwrap();
    assert_eq!(read(&case), read(&other));
}

fn case_again() -> (tempfile::TempDir, String, String) {
    case()
}

#[test]
fn what_cannot_be_added_is_refused_with_the_reason() {
    let (folder, case, file) = case();
    let empty = folder.path().join("empty.md");
    fs::write(&empty, "\n\n").unwrap();
    let empty = empty.display().to_string();
    for (arguments, why) in [
        (add(&case, &file, &["--label", "draft-2", "--audience", "public", "--yes"]), "already called"),
        (add(&case, &file, &["--after", "draft-9", "--yes"]), "no draft"),
        (add(&case, &file, &["--author", "nobody-at-all", "--yes"]), "no party or person"),
        (add(&case, &file, &["--audience", "nosuch", "--yes"]), "names no compartments"),
        (add(&case, &empty, &["--yes"]), "holds no text"),
        (
            add(&case, &file, &["--audience", "public", "--after", "compromise-4-12", "--yes"]),
            "whole audience",
        ),
        (vec!["draft", "add", &file, "--case", &case, "--yes"], "several texts"),
        (add(&case, &file, &[]), "no terminal"),
    ] {
        let output = onetext(&arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said.contains(why), "{arguments:?}: {said}");
    }
}

#[test]
fn a_person_confirms_and_corrects_what_became_of_provisions() {
    let (_folder, case, _) = case();
    let line = |of: &str| page(&["lineage", &case, "--draft", "draft-1", "--of", of]);
    assert!(line("3").contains("4 reworded ?"), "{}", line("3"));
    let confirm =
        ["lineage", &case, "--confirm", "draft-1/3", "draft-2/4", "reworded", "--audience", "public"];
    printed(&confirm);
    assert!(line("3").contains("4 reworded ?"), "nothing is written without --yes");
    printed(&[&confirm[..], &["--yes"]].concat());
    assert!(line("3").contains("4 reworded ✓"), "{}", line("3"));
    printed(&[
        "lineage",
        &case,
        "--confirm",
        "draft-1/3",
        "draft-2",
        "dropped",
        "--audience",
        "public",
        "--yes",
    ]);
    assert!(line("3").contains("dropped ✓"), "{}", line("3"));
    let output = onetext(&["lineage", &case, "--confirm", "draft-1/3", "draft-2/4", "merged"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("name several that were merged"));
    assert_eq!(onetext(&["check", &case]).status.code(), Some(0));
}

#[test]
fn brackets_and_moves_over_three_drafts() {
    let (_folder, case, file) = case();
    printed(&add(&case, &file, &["--audience", "public", "--yes"]));
    let brackets = page(&["brackets", &case]);
    for shown in [
        "Upland (in the text)",
        "Closed since Draft Basin Convention",
        "at a charge that covers the upkeep of locks]: text kept",
        "without charge]: text dropped",
    ] {
        assert!(brackets.contains(shown), "{shown:?} is missing:\n{brackets}");
    }
    let moved = page(&["moved", &case]);
    let cells = |start: &str| -> Vec<String> {
        let line = moved.lines().find(|line| line.contains(start)).unwrap();
        line.split('|').map(|cell| cell.trim().to_owned()).collect()
    };
    let (parties, answers) = (cells("| Provision |"), cells("(was 8)"));
    let of = |party: &str| answers[parties.iter().position(|cell| cell == party).unwrap()].as_str();
    assert!(of("Delta").starts_with("[A] out: “without charge”"), "{}", of("Delta"));
    assert!(of("Midland").starts_with("[N] no longer in brackets: “at a charge"), "{}", of("Midland"));
    let earlier = page(&["moved", &case, "--to", "draft-2"]);
    assert!(earlier.contains("known only as our summary"), "{earlier}");
    let plans = page(&["moved", "cases/ukraine-2025"]);
    assert!(plans.contains("on our summary"), "{plans}");
}
