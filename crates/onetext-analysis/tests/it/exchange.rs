//! Scenarios read from files: every scenario of the test data, and its sources beside it.
#![expect(clippy::disallowed_methods, reason = "reads test data, which lies outside the project")]
#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use onetext_analysis::{OptionIndex, Package, Scenario, Term, Utility, exchange};

/// A file's name and bytes.
type Named = (String, Vec<u8>);

/// The folder of scenarios; says so where it is absent.
pub fn folders() -> Vec<PathBuf> {
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
    let expected = ["weight-sum", "reservation-of-format"];
    for folder in folders().into_iter().filter(|folder| is_scenario(folder)) {
        let (table, _) = exchange::read(&[file(&folder.join("scenario.json"))]).unwrap();
        let (source, remarks) = exchange::read(&sources(&folder)).unwrap();
        assert_eq!(source.space, table.space, "{}", folder.display());
        assert_eq!(source.parties, table.parties, "{}", folder.display());
        for remark in remarks {
            assert!(expected.contains(&remark.rule()), "{}: {remark}", table.name);
        }
    }
}

#[test]
fn the_weights_of_three_scenarios_are_used_as_written_and_said_so() {
    let mut found = BTreeMap::new();
    for folder in folders() {
        let (scenario, remarks) = exchange::read(&sources(&folder)).unwrap();
        let sums = remarks.into_iter().filter(|remark| remark.rule() == "weight-sum").count();
        if sums > 0 {
            found.insert(
                folder.file_name().unwrap().to_string_lossy().into_owned(),
                (scenario.parties.len(), sums),
            );
        }
    }
    let expected =
        [("other-QODomain", (8, 3)), ("y2012-LaptopA", (2, 2)), ("y2015-group3-bank_robbery", (9, 1))];
    let expected = expected.map(|(name, counts)| (name.to_owned(), counts));
    assert!(found.is_empty() || found == BTreeMap::from(expected), "{found:?}");
}

#[test]
fn scenarios_written_anew_are_the_same() {
    for folder in folders() {
        let (scenario, _) = exchange::read(&sources(&folder)).unwrap();
        let written = exchange::scenario_json(&scenario).into_bytes();
        let (again, remarks) = exchange::read(&[("again.json".to_owned(), written)]).unwrap();
        assert_eq!((again, remarks), (scenario.clone(), Vec::new()), "{}", folder.display());
        let Ok(files) = exchange::genius_xml(&scenario) else { continue };
        let files: Vec<Named> = files.into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
        let (again, _) = exchange::read(&files).unwrap();
        for (ours, theirs) in again.parties.iter().zip(&scenario.parties) {
            assert_eq!(ours.utility, theirs.utility, "{}", folder.display());
        }
    }
}

#[test]
fn integer_issues_are_valued_along_their_line() {
    let Some(folder) = folders().into_iter().find(|folder| folder.ends_with("raw-integer-Grandma")) else {
        return;
    };
    let (scenario, _) = exchange::read(&sources(&folder)).unwrap();
    let price = &scenario.space.issues()[0];
    assert_eq!(
        (price.options.len(), price.options[0].as_str(), price.options[40].as_str()),
        (41, "10", "50")
    );
    // 0.4626635100680855 times 0.025 for each step, from 0; and 0.1522171544019075 falling to 0.
    let row = |party: usize| scenario.parties[party].utility.table[0].clone();
    assert_eq!(row(0)[0].to_string(), "0.000000000000");
    assert_eq!(row(0)[1].to_string(), "0.011566587752");
    assert_eq!(row(0)[40].to_string(), "0.462663510068");
    assert_eq!(row(1)[0].to_string(), "0.152217154402");
    assert_eq!(row(1)[40].to_string(), "0.000000000000");
}

/// The points that the authors of a nonlinear scenario give as its front.
fn points_beside(folder: &Path) -> Vec<[f64; 2]> {
    let text = std::fs::read_to_string(folder.join("pareto.xml")).unwrap();
    let number = |word: &str| word.trim().parse::<f64>().unwrap();
    let points = text.lines().filter_map(|line| line.split_once(','));
    points.map(|(a, b)| [number(a), number(b)]).collect()
}

/// One package for every set of terms that some package lies in: all that matters where nothing else is valued.
fn packages_that_differ(scenario: &Scenario) -> Vec<Package> {
    let terms: Vec<&Term> = scenario.parties.iter().flat_map(|party| &party.utility.terms).collect();
    assert!(terms.len() <= 64);
    let mut reached = BTreeMap::from([(u64::MAX, Vec::new())]);
    for issue in scenario.space.indices() {
        let holds = |term: &Term, option: OptionIndex| {
            let side = term.within.iter().find(|(other, _)| *other == issue);
            side.is_none_or(|(_, options)| options.contains(&option))
        };
        let marks = scenario.space.open_options(issue).map(|option| {
            let held = terms.iter().enumerate().filter(|(_, term)| holds(term, option));
            (held.fold(0_u64, |mark, (place, _)| mark | 1 << place), option)
        });
        let marks: BTreeMap<u64, OptionIndex> = marks.collect();
        let mut further = BTreeMap::new();
        for (before, package) in &reached {
            for (mark, option) in &marks {
                let longer = || package.iter().copied().chain([*option]).collect::<Vec<_>>();
                further.entry(before & mark).or_insert_with(longer);
            }
        }
        reached = further;
    }
    reached.into_values().map(Package).collect()
}

#[test]
fn hyper_rectangles_give_the_front_that_their_authors_give() {
    let Some(folder) = folders().into_iter().find(|folder| folder.ends_with("nonlinear-y2014-10issues"))
    else {
        return;
    };
    let (scenario, remarks) = exchange::read(&sources(&folder)).unwrap();
    assert!(
        remarks.iter().any(|remark| remark.rule() == "file-left-out"),
        "pareto.xml is no part of the scenario"
    );
    let packages = packages_that_differ(&scenario);
    let mut vectors: Vec<Vec<Utility>> = packages.iter().map(|package| scenario.utilities(package)).collect();
    vectors.sort();
    let mut front: Vec<Vec<Utility>> = Vec::new();
    for vector in vectors.into_iter().rev() {
        if front.last().is_none_or(|last| vector[1] > last[1]) {
            front.push(vector);
        }
    }
    front.reverse();
    let given = points_beside(&folder);
    assert_eq!(front.len(), given.len());
    for (ours, theirs) in front.iter().zip(given) {
        for (ours, theirs) in ours.iter().zip(theirs) {
            assert!((ours.approximate() - theirs).abs() < 1e-7, "{ours} {theirs}");
        }
    }
}

#[test]
fn every_file_of_the_data_is_read_or_refused_with_its_place() {
    for folder in folders() {
        for file in sources(&folder) {
            let name = file.0.clone();
            if let Err(error) = exchange::read(&[file]) {
                assert!(error.place.is_none_or(|place| place.file == name), "{name}");
            }
        }
    }
}
