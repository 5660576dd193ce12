//! A small good folder, with one of everything that can be broken.

use onetext_folder::Files;
use onetext_model::{Case, Finding};

const CASE: &str = r#"format = 1
known_at = 2026-01-01
recorded_at = 2026-01-01

[case]
title = "Talks on the Selwen"
time_zone = "Europe/Paris"
language = "en"
stale_after_days = 45
viewer = "chair"

[[compartment]]
label = "chair"
name = "The chair"
mediator = true

[[compartment]]
label = "delta"
name = "Delegation of Delta"
party = "delta-state"
"#;

const ACTORS: &str = r#"known_at = 2026-01-01
recorded_at = 2026-01-01

# The states.
[[party]]
label = "delta-state"
name = "Delta"
sort = "state"
at_the_table = true

[[party]]
label = "upland"
name = "Upland"
sort = "state"

[[person]]
label = "anna"
name = "Anna"
party = "upland"

[[mandate]]
label = "anna-head"
about = { from = 2026-01-01, to = 2026-06-30 }
person = "anna"
party = "upland"
office = "head"
authority = "negotiate"

[[membership]]
person = "anna"
compartment = "delta"
"#;

const ISSUES: &str = r#"known_at = 2026-01-02
recorded_at = 2026-01-02

[[issue]]
label = "flow"
name = "Minimum flow"
range = { unit = "m³/s", from = 100, to = 400, step = 25 }

[[option]]
label = "flow/high"
issue = "flow"
name = "400"
value = 400

[[option]]
label = "flow/low"
issue = "flow"
name = "200"
value = 200
excludes = ["flow/high"]
"#;

const TALKS: &str = r#"[[report]]
id = "0123456789abcdefghjk"
label = "courier"
known_at = 2026-01-10
recorded_at = 2026-01-11
outlet = "The Courier"
title = "Talks begin"

[[contact]]
label = "round-1"
about = { from = 2026-01-08, to = 2026-01-09 }
known_at = 2026-01-08
recorded_at = 2026-01-11
title = "First round"
sort = "round"
status = "occurred"
duration_minutes = [300]
participants = [{ actor = "anna" }, { actor = "delta-state", medium = "video" }]
topics = ["flow"]

[[claim]]
label = "no-compromise"
known_at = 2026-01-09T21:00:00+02:00
recorded_at = 2026-01-11
sources = ["courier"]
words = "No compromise."
chain = [{ outlet = "The Courier" }, { actor = "anna" }]
mode = "direct"
contact = "round-1"
assesses = [{ issue = "flow", state = "sticking" }]

[[position]]
label = "upland-flow"
known_at = 2026-01-09
recorded_at = 2026-01-11
sources = ["no-compromise"]
party = "upland"
on = "flow/low"
stance = "accept"
words = "Accepts 200."
evidence = "own"
"#;

const DRAFT: &str = r#"+++
label = "draft-1"
title = "First outline"
points = 2
authors = ["upland"]
form = "verbatim"
known_at = 2026-01-12
recorded_at = 2026-01-12
+++

## 1. Purpose

The waters are shared.

## 2. Flow {issues: flow}

The flow shall not fall below [400].
"#;

const PAGE: &str = r#"+++
label = "names"
title = "Names"
issues = ["flow"]
known_at = 2026-01-12
recorded_at = 2026-01-12
+++

Rivers have several names.
"#;

const PRIVATE: &str = r#"known_at = 2026-01-13
recorded_at = 2026-01-13

[[position]]
label = "limit"
party = "delta-state"
on = "flow/low"
stance = "red-line"
words = "Never below 300."
evidence = "own"

[[withdrawal]]
of = "limit"
"#;

/// The folder.
pub fn folder() -> Files {
    let files = [
        ("case.toml", CASE),
        ("actors.toml", ACTORS),
        ("issues.toml", ISSUES),
        ("talks.toml", TALKS),
        ("drafts/draft-1.md", DRAFT),
        ("pages/names.md", PAGE),
        ("private/delta/limits.toml", PRIVATE),
    ];
    files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).into()
}

/// The case of a folder, if there is one, and everything found in it.
pub fn opened(files: &Files) -> (Option<Case>, Vec<Finding>) {
    let reading = onetext_folder::read(files);
    let early = reading.findings.clone();
    match reading.admit(files) {
        Some((case, findings)) => (Some(case), findings),
        None => (None, early),
    }
}

#[test]
fn the_good_folder_is_good() {
    let (case, findings) = opened(&folder());
    assert!(case.is_some());
    assert_eq!(findings, Vec::new());
}

#[test]
fn two_people_for_a_release_are_asked_for_only_where_the_case_says_so() {
    for (line, by_two) in
        [("", false), ("release_by_two = true\n", true), ("release_by_two = false\n", false)]
    {
        let mut files = folder();
        let settings = CASE.replace("viewer = ", &format!("{line}viewer = "));
        files.insert("case.toml".to_owned(), settings.into_bytes());
        let (case, findings) = opened(&files);
        assert_eq!(findings, Vec::new());
        let case = case.expect("a case");
        assert_eq!(case.settings().release_by_two, by_two, "{line:?}");
        let printed = onetext_folder::lines::write(case.settings(), []);
        assert_eq!(printed.contains("release_by_two"), by_two, "{printed}");
    }
}
