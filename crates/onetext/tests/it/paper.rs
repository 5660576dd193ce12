//! Word and PDF files of the program: every page, a redline, a clean text, and what a non-paper leaves out.

use std::fs;
use std::path::Path;

use crate::commands::{onetext, printed};

const OLD: &str =
    "# The bridge\n\n1. Carts pay a toll every year.\n2. A council is set up.\n3. The seat is in the mill.\n";
const NEW: &str = "# The bridge\n\n1. The seat is in the mill.\n2. Carts pay a toll every two years.\n3. A council is set up.\n";

fn written(folder: &Path, name: &str, words: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, words).unwrap();
    path.display().to_string()
}

/// Whether a file has these bytes somewhere. Parts of a Word file are packed, their names are not.
fn holds(path: &str, words: &str) -> bool {
    fs::read(path).unwrap().windows(words.len()).any(|bytes| bytes == words.as_bytes())
}

#[test]
fn every_page_is_a_word_file_and_the_same_one_twice() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.docx").display().to_string();
    for page in ["status", "grid", "issues", "contacts", "actors", "asks", "log", "follow-up", "ledger"] {
        printed(&[page, "cases/river-basin", "--docx", &path]);
        let first = fs::read(&path).unwrap();
        assert!(first.starts_with(b"PK"), "{page}");
        printed(&[page, "cases/river-basin", "--docx", &path]);
        assert_eq!(first, fs::read(&path).unwrap(), "{page}");
    }
    assert!(holds(&path, "docProps/core.xml"));
}

#[test]
fn a_non_paper_says_what_it_leaves_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.docx").display().to_string();
    let output = onetext(&["status", "cases/river-basin", "--docx", &path, "--non-paper"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}");
    let expected = "a non-paper; left out: the notices on top, the lines at the foot, what the file would say about itself";
    assert!(said.contains(expected), "{said}");
    assert!(!holds(&path, "docProps"));
}

#[test]
fn a_redline_and_a_clean_text_go_out() {
    let folder = tempfile::tempdir().unwrap();
    let (old, new) = (written(folder.path(), "old.md", OLD), written(folder.path(), "new.md", NEW));
    let path = folder.path().join("redline.docx").display().to_string();
    let redline = ["redline", &old, &new, "--docx", &path, "--date", "2025-12-08", "--author", "Anna"];
    printed(&redline);
    let first = fs::read(&path).unwrap();
    printed(&redline);
    assert_eq!(first, fs::read(&path).unwrap());
    assert!(holds(&path, "word/comments.xml"), "what moved has a comment");
    let wrong = onetext(&["redline", &old, &new, "--docx", &path, "--date", "soon"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert_eq!(
        printed(&["clean", &new, "--markdown"]),
        "# The bridge\n\n1\\. The seat is in the mill.\n\n\
        2\\. Carts pay a toll every two years.\n\n3\\. A council is set up.\n"
    );
}

#[cfg(feature = "pdf")]
#[test]
fn a_page_is_a_pdf_file_and_the_same_one_twice() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.pdf").display().to_string();
    printed(&["status", "cases/river-basin", "--pdf", &path]);
    let first = fs::read(&path).unwrap();
    assert!(first.starts_with(b"%PDF"));
    printed(&["status", "cases/river-basin", "--pdf", &path]);
    assert_eq!(first, fs::read(&path).unwrap());
}
