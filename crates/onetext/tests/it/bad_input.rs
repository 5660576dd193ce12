//! Files that mean harm, through the program and its child: the right verdict, no panic, no hang, bounded memory, and
//! nothing fetched or written. The files lie beside the project and not in it.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::house::root;

/// What one file may take.
const TIME_MAX: Duration = Duration::from_secs(2);
const MEMORY_KIBIBYTES_MAX: u64 = 256 << 10;
/// Files that are read at the same time.
const TOGETHER: usize = 2;

/// The folder of bad files; says so where it is absent.
fn bad() -> Option<PathBuf> {
    let folder = std::env::var("ONETEXT_DATA").map_or_else(|_| root().join("../shared/data"), PathBuf::from);
    let folder = folder.join("badinput");
    if !folder.exists() {
        println!("skipped: test data not present ({})", folder.display());
        return None;
    }
    Some(folder)
}

/// How the reading of one file ended.
#[derive(Clone, Debug, Default)]
struct Ending {
    is_read: bool,
    /// Rules of what was remarked.
    rules: Vec<String>,
    said: String,
    took: Duration,
    kibibytes: u64,
}

/// The most memory that a process has had, as long as it lives.
fn peak(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default()
}

/// The most memory that a process and what it started have had.
fn peak_of_all(process: u32) -> u64 {
    let started = fs::read_to_string(format!("/proc/{process}/task/{process}/children")).unwrap_or_default();
    let started = started.split_whitespace().filter_map(|id| id.parse().ok()).map(peak);
    started.chain([peak(process)]).max().unwrap_or_default()
}

/// Reads a file with the program in an empty folder, to which nothing may be written.
fn read(file: &Path) -> Ending {
    let folder = tempfile::tempdir().unwrap();
    let out = tempfile::NamedTempFile::new().unwrap();
    let begun = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_onetext"))
        .arg("read")
        .arg(file)
        .arg("--json")
        .current_dir(folder.path())
        .stdout(Stdio::from(out.reopen().unwrap()))
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut kibibytes = 0;
    let status = loop {
        kibibytes = kibibytes.max(peak_of_all(child.id()));
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if begun.elapsed() > TIME_MAX * 5 {
            child.kill().unwrap();
        }
        std::thread::sleep(Duration::from_millis(1));
    };
    let took = begun.elapsed();
    let said = std::io::read_to_string(child.stderr.take().unwrap()).unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "{} wrote something", file.display());
    assert!(status.code().is_some_and(|code| [0, 2].contains(&code)), "{}: {status}: {said}", file.display());
    let document = fs::read_to_string(out.path()).unwrap();
    Ending { is_read: status.success(), rules: rules(&document), said, took, kibibytes }
}

/// The rules in the table of findings.
fn rules(document: &str) -> Vec<String> {
    let Ok(document) = serde_json::from_str::<Value>(document) else { return Vec::new() };
    let mut found = Vec::new();
    words(&document, &mut |word| {
        let rule = word.strip_suffix(']').and_then(|word| word.rsplit_once('['));
        found.extend(rule.map(|(_, rule)| rule.to_owned()));
    });
    found
}

fn words(value: &Value, take: &mut impl FnMut(&str)) {
    match value {
        Value::String(word) => take(word),
        Value::Array(all) => all.iter().for_each(|one| words(one, take)),
        Value::Object(all) => all.values().for_each(|one| words(one, take)),
        _ => {}
    }
}

/// Reads files, some at the same time.
fn read_all(files: &[PathBuf]) -> Vec<Ending> {
    let parts = files.chunks(files.len().div_ceil(TOGETHER).max(1));
    std::thread::scope(|scope| {
        let running: Vec<_> = parts
            .map(|part| scope.spawn(|| part.iter().map(|file| read(file)).collect::<Vec<_>>()))
            .collect();
        running.into_iter().flat_map(|one| one.join().unwrap()).collect()
    })
}

/// A file and what should come of it.
struct Case {
    file: PathBuf,
    expect: String,
}

fn cases(folder: &Path) -> Vec<Case> {
    let manifest = fs::read_to_string(folder.join("generated/MANIFEST.jsonl")).unwrap();
    let mut cases: Vec<Case> = manifest
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .filter(|row| row["kind"] != "text")
        .map(|row| Case {
            file: folder.join("generated").join(row["file"].as_str().unwrap()),
            expect: row["expect"].as_str().unwrap().to_owned(),
        })
        .collect();
    for (name, expect) in
        [("qpdf-bad-pdf", "either"), ("qpdf-fuzz-extra", "either"), ("trojan-source", "trick")]
    {
        for file in files(&folder.join(name)) {
            let is_sound = file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("minimal"));
            cases.push(Case { file, expect: if is_sound { "safe" } else { expect }.to_owned() });
        }
    }
    cases
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for item in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if item.path().is_dir() {
            found.extend(files(&item.path()));
        } else {
            found.push(item.path());
        }
    }
    found.sort();
    found
}

/// What is wrong with an ending, if anything.
fn wrong(case: &Case, ending: &Ending) -> Option<String> {
    let name = case.file.display();
    if ending.took > TIME_MAX || ending.kibibytes > MEMORY_KIBIBYTES_MAX {
        return Some(format!("{name} took {:?} and {} KiB", ending.took, ending.kibibytes));
    }
    let is_picture = case.file.extension().is_some_and(|ending| ending == "svg");
    let tricks = ["reordered-text", "invisible-character", "look-alike", "control-character"];
    let is_right = match case.expect.as_str() {
        "reject" => !ending.is_read,
        // A picture is no text: to refuse it is safe.
        "safe" => ending.is_read || is_picture,
        "flag" => ending.is_read && !ending.rules.is_empty(),
        // Among the tricks lie explanations and patterns, which are ordinary text.
        "trick" => {
            let text = fs::read_to_string(&case.file).unwrap();
            let is_trick = !text.is_ascii();
            ending.is_read && is_trick == ending.rules.iter().any(|rule| tricks.contains(&rule.as_str()))
        }
        _ => true,
    };
    (!is_right)
        .then(|| format!("{name}: expected {}, got {:?} {}", case.expect, ending.rules, ending.said.trim()))
}

#[test]
fn safety_row_5_bad_files() {
    let Some(folder) = bad() else { return };
    // Everything in the files that points outside points here.
    let outside = TcpListener::bind("127.0.0.1:9").ok();
    if let Some(outside) = &outside {
        outside.set_nonblocking(true).unwrap();
    }
    let cases = cases(&folder);
    let files: Vec<PathBuf> = cases.iter().map(|case| case.file.clone()).collect();
    let endings = read_all(&files);
    let judged = |change: &dyn Fn(&Ending) -> Ending| -> Vec<String> {
        cases.iter().zip(&endings).filter_map(|(case, ending)| wrong(case, &change(ending))).collect()
    };
    let found = judged(&Ending::clone);
    assert!(found.is_empty(), "{} of {}:\n{}", found.len(), cases.len(), found.join("\n"));
    assert!(outside.as_ref().is_none_or(|outside| outside.accept().is_err()), "somebody fetched something");
    // Controls: readers that are wrong must be found out.
    let accepting = judged(&|ending| Ending { is_read: true, ..ending.clone() });
    let refusing = judged(&|ending| Ending { is_read: false, ..ending.clone() });
    let silent = judged(&|ending| Ending { rules: Vec::new(), ..ending.clone() });
    let greedy = judged(&|ending| Ending { kibibytes: MEMORY_KIBIBYTES_MAX + 1, ..ending.clone() });
    for (control, name) in
        [(&accepting, "accepting"), (&refusing, "refusing"), (&silent, "silent"), (&greedy, "greedy")]
    {
        assert!(!control.is_empty(), "a reader that is {name} was not found out");
    }
    let slowest = endings.iter().map(|ending| ending.took).max().unwrap_or_default();
    let largest = endings.iter().map(|ending| ending.kibibytes).max().unwrap_or_default();
    println!(
        "row 5: {} bad files, 0 wrong verdicts, slowest {} ms, most memory {} MiB, 0 fetches{}; controls: {} wrong if all \
         were read, {} if none, {} if nothing were remarked",
        cases.len(),
        slowest.as_millis(),
        largest >> 10,
        if outside.is_some() { "" } else { " (port 9 not watched)" },
        accepting.len(),
        refusing.len(),
        silent.len()
    );
}
