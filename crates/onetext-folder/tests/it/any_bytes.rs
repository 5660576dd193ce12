//! Any bytes at all, in any kind of file and as JSON lines: a value and findings, never a panic.

use onetext_folder::{Files, edit, lines, migrate, read};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::good::folder;

const PATHS: [&str; 9] = [
    "case.toml",
    "facts.toml",
    "drafts/draft.md",
    "pages/page.md",
    "private/delta/facts.toml",
    "private/delta/drafts/draft.md",
    "private/delta.age",
    "private/No Place/facts.toml",
    "private/loose.toml",
];

fn survives(files: &Files) {
    let reading = read(files);
    assert!(
        reading.findings.iter().all(|finding| finding.place.as_ref().is_some_and(|place| place.line > 0))
    );
    let _ = reading.admit(files);
    let _ = edit::stamp(files);
    let _ = migrate(files, &[], 1);
}

/// Words from which nearly right files are made.
fn scraps() -> impl Strategy<Value = Vec<u8>> {
    let scrap = prop_oneof![
        Just("[[party]]\n"),
        Just("[[position]]\n"),
        Just("[case]\n"),
        Just("+++\n"),
        Just("## 1. A {issues: b}\n"),
        Just("## {"),
        Just("name = "),
        Just("\"x\"\n"),
        Just("known_at = 2026-01-01\n"),
        Just("recorded_at = 2026-01-01\n"),
        Just("format = 1\n"),
        Just("title = \"T\"\n"),
        Just("time_zone = \"UTC\"\n"),
        Just("sort = \"state\"\n"),
        Just("label = \"a\"\n"),
        Just("supersedes = [\"a\"]\n"),
        Just("id = \"0123456789abcdefghjk\"\n"),
        Just("{"),
        Just("form = \"verbatim\"\n"),
        Just("\u{feff}"),
        Just("\r\n"),
        Just("\0"),
        Just("é"),
        Just("1e999\n"),
        Just("["),
    ];
    vec(scrap, 0..24).prop_map(|scraps| scraps.concat().into_bytes())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_in_any_file(path in 0..PATHS.len(), bytes in vec(any::<u8>(), 0..200)) {
        let mut files = folder();
        files.insert(PATHS[path].to_owned(), bytes);
        survives(&files);
    }

    #[test]
    fn nearly_right_words_in_any_file(path in 0..PATHS.len(), bytes in scraps()) {
        let mut files = folder();
        files.insert(PATHS[path].to_owned(), bytes);
        survives(&files);
    }

    #[test]
    fn a_good_file_with_some_bytes_changed(file in 0..7_usize, changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut files = folder();
        let bytes = files.values_mut().nth(file).unwrap();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        survives(&files);
    }

    #[test]
    fn any_text_as_json_lines(text in ".{0,200}", cut in any::<prop::sample::Index>(), byte in any::<char>()) {
        let _ = lines::read(&text);
        let log = read(&folder()).log.unwrap();
        let good = lines::write(&log.settings, &log.entries).replace('~', "");
        let mut chars: Vec<char> = good.chars().collect();
        let place = cut.index(chars.len());
        chars[place] = byte;
        let _ = lines::read(&chars.into_iter().collect::<String>());
    }
}
