//! House rules as an ordinary test: heads, sizes, directions of the crates, the manual against the code.

use std::fs;
use std::path::{Path, PathBuf};

use onetext_model::Kind;

/// Lines of a file before the noun that is missing should be looked for.
const FILE_LINES_MAX: usize = 400;
/// Lines of code of the model, without blanks and comments: read in one sitting.
const MODEL_LINES_MAX: usize = 2_500;

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for item in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = item.path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// Lines of code without blanks, comments and unit tests.
fn code_lines(text: &str) -> usize {
    let code = text.split("#[cfg(test)]").next().unwrap_or("");
    code.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")).count()
}

#[test]
fn every_file_says_on_its_first_line_what_it_is() {
    for path in rust_files(&root().join("crates")) {
        let text = fs::read_to_string(&path).unwrap();
        let first = text.lines().next().unwrap_or("");
        assert!(first.starts_with("//! ") && first.len() > 12, "{} begins with {first:?}", path.display());
    }
}

#[test]
fn no_file_hides_a_noun() {
    for path in rust_files(&root().join("crates"))
        .iter()
        .filter(|path| path.components().any(|c| c.as_os_str() == "src"))
    {
        let lines = fs::read_to_string(path).unwrap().lines().count();
        assert!(lines <= FILE_LINES_MAX, "{} has {lines} lines", path.display());
    }
}

#[test]
fn the_model_is_read_in_one_sitting() {
    let files = rust_files(&root().join("crates/onetext-model/src"));
    let lines: usize = files.iter().map(|path| code_lines(&fs::read_to_string(path).unwrap())).sum();
    assert!(lines <= MODEL_LINES_MAX, "{lines} lines of code");
}

#[test]
fn crates_look_in_one_direction() {
    let may_use: &[(&str, &[&str])] = &[
        ("onetext-model", &[]),
        ("onetext-document", &[]),
        ("onetext-folder", &["onetext-model"]),
        ("onetext-report", &[]),
        ("onetext-text", &["onetext-model", "onetext-report"]),
        ("onetext-analysis", &["onetext-model"]),
        (
            "onetext-desk",
            &["onetext-model", "onetext-document", "onetext-report", "onetext-text", "onetext-analysis"],
        ),
        ("onetext-record", &[]),
        ("onetext-store", &[]),
        (
            "onetext-room",
            &[
                "onetext-model",
                "onetext-document",
                "onetext-folder",
                "onetext-report",
                "onetext-text",
                "onetext-analysis",
                "onetext-desk",
                "onetext-record",
                "onetext-store",
            ],
        ),
        (
            "onetext",
            &[
                "onetext-model",
                "onetext-document",
                "onetext-folder",
                "onetext-report",
                "onetext-text",
                "onetext-analysis",
                "onetext-desk",
                "onetext-record",
                "onetext-store",
                "onetext-room",
            ],
        ),
    ];
    for (name, allowed) in may_use {
        let manifest = fs::read_to_string(root().join("crates").join(name).join("Cargo.toml")).unwrap();
        let used = manifest.split("[dev-dependencies]").next().unwrap();
        let used: Vec<&str> = used
            .lines()
            .filter_map(|line| line.split_once(" = "))
            .map(|(key, _)| key.trim())
            .filter(|key| key.starts_with("onetext"))
            .collect();
        for other in used {
            assert!(allowed.contains(&other), "{name} must not use {other}");
        }
    }
    let folders = fs::read_dir(root().join("crates")).unwrap().count();
    assert_eq!(folders, may_use.len(), "a new crate needs its row here");
}

#[test]
fn the_manual_has_every_kind_and_key() {
    let manual = fs::read_to_string(root().join("docs/case-format.md")).unwrap();
    for kind in Kind::ALL {
        assert!(
            manual.contains(&format!("`{}`", kind.word()))
                || manual.contains(&format!("[[{}]]", kind.word())),
            "{}",
            kind.word()
        );
        for key in kind.keys() {
            assert!(
                manual.contains(&format!("`{key}`")),
                "docs/case-format.md lacks `{key}` of {}",
                kind.word()
            );
        }
    }
}

#[test]
fn the_readmes_commands_are_the_ones_that_run() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    assert!(readme.contains("cargo run --release -- serve cases/ukraine-2025"));
    assert!(readme.contains("bash tools/test"));
    let ci = fs::read_to_string(root().join(".ci/run")).unwrap();
    assert!(ci.contains("exec bash tools/test"), ".ci/run calls the README's test command and nothing else");
}

#[test]
fn the_readme_shows_real_output() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let shown = readme.split("```text\n").nth(1).and_then(|rest| rest.split("\n```").next()).unwrap();
    let printed = crate::commands::printed(&["status", "cases/ukraine-2025", "--as-of", "2025-12-07"]);
    assert!(shown.lines().count() > 20);
    assert!(printed.starts_with(shown), "README.md shows another page than the program prints:\n{printed}");
}
