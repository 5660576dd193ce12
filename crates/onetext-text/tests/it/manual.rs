//! The manual of lint against the heads of the rules' files: one page each. `ONETEXT_WRITE_MANUAL=1` writes it anew.

#![expect(clippy::disallowed_methods, reason = "the manual is a file of the project")]

use std::fmt::Write;

use onetext_text::lint::RULES;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/lint/README.md");

fn manual() -> String {
    let mut book = String::from(
        "# Lint: the rules\n\nWritten from the heads of the files in `crates/onetext-text/src/lint/rules`; do not edit. \
         `onetext lint --explain NAME` prints a page.\n\n| rule | name | severity | reads |\n|---|---|---|---|\n",
    );
    for rule in RULES {
        let (id, name) = (rule.id, rule.name);
        writeln!(book, "| {id} | [{name}](#{name}) | {} | {} |", rule.severity.word(), rule.reads.word())
            .unwrap();
    }
    for rule in RULES {
        write!(book, "\n## {}\n\n{} ({})\n\n{}", rule.name, rule.id, rule.severity.word(), rule.page())
            .unwrap();
    }
    book
}

#[test]
fn the_manual_has_a_page_for_each_rule() {
    if std::env::var("ONETEXT_WRITE_MANUAL").is_ok() {
        std::fs::write(PATH, manual()).unwrap();
    }
    let written = std::fs::read_to_string(PATH).unwrap_or_default();
    assert!(
        written == manual(),
        "docs/lint/README.md is not what the rules say: run this test with ONETEXT_WRITE_MANUAL=1"
    );
}

#[test]
fn every_file_of_a_rule_is_registered() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lint/rules");
    let files =
        std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let names = files
        .filter_map(|file| Some(file.strip_suffix(".rs")?.replace('_', "-")))
        .filter(|name| name != "mod");
    for name in names {
        assert!(RULES.iter().any(|rule| rule.name == name), "{name} is not in RULES");
    }
}
