//! Two hundred broken case folders: each gives at least one error or warning that names the broken file and a line in
//! it; nothing panics, and nothing is written.

use onetext_folder::Files;
use onetext_model::{Finding, Severity};

use crate::good::{folder, opened};

/// How many folders are broken here.
const FOLDERS: usize = 200;

/// What is done to the good folder: the file, what is looked for in it, what is put there, and the rule that finds it.
/// An empty search puts the text at the end; `NEW` in front of a file's name makes the file.
const BY_HAND: [(&str, &str, &str, &str); 74] = [
    // Times
    ("talks.toml", "known_at = 2026-01-08", "known_at = 2026-02-30", "unreadable-file"),
    ("talks.toml", "known_at = 2026-01-08", "known_at = 2026-13-01", "unreadable-file"),
    ("talks.toml", "known_at = 2026-01-08", "known_at = \"2026-02-30\"", "wrong-value"),
    ("talks.toml", "known_at = 2026-01-08", "known_at = \"8 January\"", "wrong-value"),
    ("talks.toml", "known_at = 2026-01-08", "known_at = 2026-01-08T21:00:00", "wrong-value"),
    ("talks.toml", "known_at = 2026-01-08", "known_at = 21:00:00", "wrong-value"),
    ("talks.toml", "known_at = 2026-01-08", "known_at = true", "wrong-value"),
    (
        "talks.toml",
        "known_at = 2026-01-08",
        "known_at = { from = 2026-01-08, to = 2026-01-09 }",
        "wrong-value",
    ),
    (
        "talks.toml",
        "about = { from = 2026-01-08, to = 2026-01-09 }",
        "about = { from = 2026-01-09, to = 2026-01-08 }",
        "reversed-period",
    ),
    (
        "talks.toml",
        "about = { from = 2026-01-08, to = 2026-01-09 }",
        "about = { to = 2026-01-09 }",
        "wrong-value",
    ),
    (
        "talks.toml",
        "about = { from = 2026-01-08, to = 2026-01-09 }",
        "about = { from = 2026-01-08, until = 2026-01-09 }",
        "wrong-value",
    ),
    ("drafts/draft-1.md", "known_at = 2026-01-12", "known_at = 2026-02-29", "unreadable-file"),
    ("private/delta/limits.toml", "known_at = 2026-01-13", "known_at = \"2026-02-30\"", "wrong-value"),
    // References
    ("talks.toml", "on = \"flow/low\"", "on = \"flow/lowe\"", "dangling-reference"),
    ("talks.toml", "party = \"upland\"", "party = \"uplands\"", "dangling-reference"),
    ("talks.toml", "party = \"upland\"", "party = \"zzzzzzzzzzzzzzzzzzzz\"", "dangling-reference"),
    ("talks.toml", "party = \"upland\"", "party = \"anna\"", "wrong-kind-of-reference"),
    ("talks.toml", "on = \"flow/low\"", "on = \"upland\"", "wrong-kind-of-reference"),
    ("talks.toml", "topics = [\"flow\"]", "topics = [\"flow/low\"]", "wrong-kind-of-reference"),
    ("talks.toml", "sources = [\"courier\"]", "sources = [\"upland\"]", "wrong-kind-of-reference"),
    ("talks.toml", "sources = [\"no-compromise\"]", "sources = [\"limit\"]", "too-private-reference"),
    (
        "talks.toml",
        "stance = \"accept\"",
        "stance = \"accept\"\nsupersedes = [\"limit\"]",
        "too-private-reference",
    ),
    (
        "talks.toml",
        "stance = \"accept\"",
        "stance = \"accept\"\nsupersedes = [\"flow\"]",
        "replaces-other-kind",
    ),
    (
        "talks.toml",
        "stance = \"accept\"",
        "stance = \"accept\"\nsupersedes = [\"upland-flow\"]",
        "replaces-itself",
    ),
    ("talks.toml", "{ actor = \"anna\" }, { actor", "{ actor = \"nobody\" }, { actor", "dangling-reference"),
    ("talks.toml", "stance = \"accept\"", "stance = \"accept\"\nsupersedes = [\"\"]", "wrong-value"),
    ("talks.toml", "party = \"upland\"", "party = \"The Uplands\"", "wrong-value"),
    ("issues.toml", "excludes = [\"flow/high\"]", "excludes = [\"flow/highest\"]", "dangling-reference"),
    ("actors.toml", "compartment = \"delta\"", "compartment = \"gamma\"", "dangling-reference"),
    ("drafts/draft-1.md", "{issues: flow}", "{issues: flows}", "dangling-reference"),
    ("drafts/draft-1.md", "authors = [\"upland\"]", "authors = [\"highland\"]", "dangling-reference"),
    ("pages/names.md", "issues = [\"flow\"]", "issues = [\"flows\"]", "dangling-reference"),
    ("private/delta/limits.toml", "of = \"limit\"", "of = \"limits\"", "dangling-reference"),
    ("case.toml", "party = \"delta-state\"", "party = \"delta-stat\"", "dangling-reference"),
    // Ids and labels
    ("talks.toml", "label = \"round-1\"", "id = \"0123456789abcdefghjk\"", "same-id"),
    ("talks.toml", "label = \"round-1\"", "id = \"round-1\"", "wrong-value"),
    ("talks.toml", "label = \"round-1\"", "label = \"Round 1\"", "wrong-value"),
    ("talks.toml", "label = \"round-1\"", "label = \"\"", "wrong-value"),
    ("talks.toml", "label = \"round-1\"", "label = \"0123456789abcdefghjk\"", "wrong-value"),
    ("actors.toml", "label = \"upland\"", "label = \"delta-state\"", "same-entry-twice or same-id"),
    ("issues.toml", "label = \"flow/low\"", "label = \"flow/high\"", "same-id"),
    (
        "issues.toml",
        "label = \"flow/low\"",
        "id = \"0123456789abcdefghjm\"\nlabel = \"flow/high\"",
        "same-label",
    ),
    // Values
    ("talks.toml", "stance = \"accept\"", "stance = \"accepts\"", "wrong-value"),
    ("talks.toml", "duration_minutes = [300]", "duration_minutes = [99999999999]", "wrong-value"),
    (
        "talks.toml",
        "duration_minutes = [300]",
        "duration_minutes = [99999999999999999999999999]",
        "unreadable-file or wrong-value",
    ),
    ("talks.toml", "duration_minutes = [300]", "duration_minutes = [-5]", "wrong-value"),
    ("talks.toml", "duration_minutes = [300]", "duration_minutes = 300", "wrong-value"),
    ("issues.toml", "to = 400", "to = \"many\"", "wrong-value"),
    ("issues.toml", "step = 25", "step = nan", "wrong-value"),
    ("issues.toml", "value = 200", "value = 12345678901234567890123", "unreadable-file or wrong-value"),
    ("talks.toml", "{ outlet = \"The Courier\" }", "{ outlets = \"The Courier\" }", "wrong-value"),
    ("talks.toml", "medium = \"video\"", "media = \"video\"", "wrong-value"),
    // Form
    ("talks.toml", "[[position]]", "[position]", "wrong-value"),
    ("talks.toml", "[[position]]", "[[position]", "unreadable-file"),
    ("talks.toml", "[[position]]", "[[position]]\nstance = \"reject\"", "unreadable-file"),
    ("talks.toml", "", "\nposition = 3\n", "unknown-key"),
    ("talks.toml", "", "\n<<<<<<< mine\n", "unreadable-file"),
    (
        "issues.toml",
        "known_at = 2026-01-02\n",
        "known_at = 2026-01-02\nknown_at = 2026-01-03\n",
        "unreadable-file",
    ),
    // Settings
    ("case.toml", "format = 1", "format = 2", "newer-format"),
    ("case.toml", "format = 1\n", "", "no-settings"),
    ("case.toml", "format = 1", "format = \"one\"", "wrong-value"),
    ("case.toml", "[case]", "[cases]", "no-settings"),
    ("case.toml", "Europe/Paris", "Europe/Atlantis", "wrong-value"),
    ("case.toml", "stale_after_days = 45", "stale_after_days = -1", "wrong-value"),
    ("case.toml", "viewer = \"chair\"", "viewer = \"The chair\"", "wrong-value"),
    // Drafts and pages
    ("drafts/draft-1.md", "+++\nlabel", "label", "unreadable-file"),
    ("drafts/draft-1.md", "2026-01-12\n+++\n", "2026-01-12\n", "unreadable-file"),
    ("drafts/draft-1.md", "label = \"draft-1\"\n", "", "wrong-value"),
    ("drafts/draft-1.md", "{issues: flow}", "{colour: red}", "wrong-value"),
    ("drafts/draft-1.md", "## 2. Flow", "## The second (!) point", "wrong-value"),
    ("pages/names.md", "+++\nlabel", "---\nlabel", "unreadable-file"),
    // Places
    (
        "NEW private/gamma/facts.toml",
        "",
        "known_at = 2026-01-01\nrecorded_at = 2026-01-01\n[[party]]\nname = \"X\"\nsort = \"state\"\n",
        "unknown-place",
    ),
    ("NEW private/No Place/facts.toml", "", "known_at = 2026-01-01\n", "unknown-place"),
    (
        "NEW private/delta/circles.toml",
        "",
        "known_at = 2026-01-01\nrecorded_at = 2026-01-01\n[[compartment]]\nlabel = \"own\"\nname = \"Own\"\n",
        "private-compartment",
    ),
];

/// Keys without which their table is no entry.
const REQUIRED: [&str; 18] = [
    "name",
    "sort",
    "party",
    "person",
    "compartment",
    "office",
    "authority",
    "issue",
    "outlet",
    "title",
    "status",
    "words",
    "chain",
    "mode",
    "on",
    "stance",
    "evidence",
    "of",
];

struct Broken {
    what: String,
    file: String,
    files: Files,
    rule: &'static str,
}

fn text(files: &Files, path: &str) -> String {
    String::from_utf8(files[path].clone()).unwrap()
}

fn by_hand() -> Vec<Broken> {
    let row = |(file, find, put, rule): &(&str, &str, &str, &'static str)| {
        let mut files = folder();
        let path = file.strip_prefix("NEW ").unwrap_or(file);
        let mut words =
            files.get(path).map_or_else(String::new, |bytes| String::from_utf8(bytes.clone()).unwrap());
        if find.is_empty() {
            words.push_str(put);
        } else {
            assert!(words.contains(find), "{path} has no {find:?}");
            words = words.replacen(find, put, 1);
        }
        files.insert(path.to_owned(), words.into_bytes());
        Broken { what: format!("{path}: {find:?} -> {put:?}"), file: path.to_owned(), files, rule }
    };
    BY_HAND.iter().map(row).collect()
}

/// A file with its bytes changed.
fn with(path: &str, bytes: Vec<u8>, what: &str, rule: &'static str) -> Broken {
    let mut files = folder();
    files.insert(path.to_owned(), bytes);
    Broken { what: format!("{path}: {what}"), file: path.to_owned(), files, rule }
}

/// Every file with bytes that no text has, cut off in the middle of a string, or nested too deep.
fn bytes_of_every_file() -> Vec<Broken> {
    let good = folder();
    let mut all = Vec::new();
    for (path, bytes) in &good {
        all.push(with(
            path,
            [bytes, b"\xff\xfe".as_slice()].concat(),
            "bytes that are no UTF-8",
            "not-utf-8",
        ));
        let quote = bytes.iter().rposition(|byte| *byte == b'"').unwrap();
        all.push(with(path, bytes[..quote].to_vec(), "cut off inside its last string", "unreadable-file"));
        let first = bytes.iter().position(|byte| *byte == b'=').unwrap();
        all.push(with(path, [&bytes[..first], b"\0", &bytes[first..]].concat(), "a NUL", "unreadable-file"));
        if path.ends_with(".toml") {
            all.push(with(
                path,
                [bytes.as_slice(), b"\ndeep = ", "[".repeat(10_000).as_bytes()].concat(),
                "deep nesting",
                "unreadable-file",
            ));
        }
    }
    all
}

/// Every line of the folder: a required key taken away or of the wrong type, a kind misspelt, a key too many.
fn line_by_line() -> Vec<Broken> {
    let good = folder();
    let mut all = Vec::new();
    for path in good.keys() {
        let text = text(&good, path);
        let lines: Vec<&str> = text.lines().collect();
        for (turn, line) in lines.iter().enumerate() {
            let put = |new: Option<String>, what: &str, rule| {
                let mut lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
                match new {
                    Some(new) => lines[turn] = new,
                    None => drop(lines.remove(turn)),
                }
                with(
                    path,
                    format!("{}\n", lines.join("\n")).into_bytes(),
                    &format!("line {}: {what}", turn + 1),
                    rule,
                )
            };
            let key = line.split(" = ").next().unwrap_or("");
            // A compartment's party may be left out; it is no key that is missing.
            let table = lines[..turn].iter().rev().find(|line| line.starts_with("[["));
            let optional = key == "party" && (path == "case.toml" || table == Some(&"[[person]]"));
            if REQUIRED.contains(&key) && !optional {
                all.push(put(None, "a required key is taken away", "wrong-value"));
                all.push(put(Some(format!("{key} = 3")), "a value of the wrong type", "wrong-value"));
            }
            if let Some(kind) = line.strip_prefix("[[").and_then(|line| line.strip_suffix("]]")) {
                all.push(put(Some(format!("[[{kind}x]]")), "a kind misspelt", "unknown-kind"));
                all.push(put(Some(format!("{line}\ncolour = \"red\"")), "a key too many", "unknown-key"));
            }
        }
    }
    all
}

fn is_located(finding: &Finding, broken: &Broken) -> bool {
    let at = |place: &onetext_model::Place| place.file == broken.file && place.line >= 1 && place.column >= 1;
    finding.severity > Severity::Note && finding.place.as_ref().is_some_and(at)
}

#[test]
fn two_hundred_broken_folders_are_each_found() {
    let mut all = by_hand();
    all.extend(bytes_of_every_file());
    let lines = line_by_line();
    println!("{} by hand and of bytes, {} by line", all.len(), lines.len());
    let room = FOLDERS - all.len();
    let step = lines.len() / room;
    all.extend(lines.into_iter().step_by(step).take(room));
    assert_eq!(all.len(), FOLDERS);
    let mut missed = Vec::new();
    for broken in &all {
        let before = broken.files.clone();
        let (_, findings) = opened(&broken.files);
        assert_eq!(broken.files, before);
        let rules: Vec<&str> =
            findings.iter().filter(|f| is_located(f, broken)).map(|f| f.reason.rule()).collect();
        if !rules.iter().any(|rule| broken.rule.split(" or ").any(|wanted| wanted == *rule)) {
            let all: Vec<_> = findings.iter().map(|f| (f.reason.rule(), &f.place)).collect();
            missed.push(format!("{}\n    wanted {}, found {rules:?} of {all:?}", broken.what, broken.rule));
        }
    }
    assert!(missed.is_empty(), "{} of {FOLDERS}:\n{}", missed.len(), missed.join("\n"));
}

/// Changes that break nothing: what an editor or a person may do to any file.
#[test]
fn harmless_changes_are_no_findings() {
    for path in folder().into_keys() {
        let good = text(&folder(), &path);
        for (what, changed) in [
            ("a byte order mark", format!("\u{feff}{good}")),
            ("carriage returns", good.replace('\n', "\r\n")),
            ("no newline at the end", good.trim_end().to_owned()),
            ("blank lines at the end", format!("{good}\n\n\n")),
        ] {
            let mut files = folder();
            files.insert(path.clone(), changed.into_bytes());
            assert_eq!(opened(&files).1, Vec::new(), "{path}: {what}");
        }
    }
    let mut files = folder();
    for other in ["notes.txt", ".hidden/x.toml", "conflicts/x.toml", "drafts/picture.png", "README.md"] {
        files.insert(other.to_owned(), b"\xff[[[".to_vec());
    }
    assert_eq!(opened(&files).1, Vec::new(), "files that are none of the case's");
}
