//! Settlements of the test data's scenarios against references made with other programs: full enumeration with numpy, and
//! `NegMAS` 0.16's own functions.
#![expect(clippy::disallowed_methods, reason = "reads test data, which lies outside the project")]

use std::path::PathBuf;

use onetext_analysis::settlement::{Settlement, settle};
use onetext_analysis::solutions::Convention;
use onetext_analysis::{Budget, Scenario, Utility, exchange};
use serde_json::Value;

/// References are compared to 1e-9: they were computed in floating point.
const TOLERANCE: u64 = 1_000;
const REFERENCES: usize = 51;

/// The scenarios that have a reference; says so where the data is absent.
fn references() -> Vec<(Scenario, Value)> {
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data");
    let data = std::env::var("ONETEXT_DATA").unwrap_or_else(|_| own.to_owned());
    let Ok(entries) = std::fs::read_dir(format!("{data}/scenarios")) else {
        println!("skipped: test data not present (scenarios)");
        return Vec::new();
    };
    let mut folders: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    folders.sort();
    folders.retain(|folder| folder.join("reference.json").exists());
    assert_eq!(folders.len(), REFERENCES);
    let read = |folder: &PathBuf| {
        let file = |name: &str| std::fs::read(folder.join(name)).unwrap();
        let named = [("scenario.json".to_owned(), file("scenario.json"))];
        (exchange::read(&named).unwrap().0, serde_json::from_slice(&file("reference.json")).unwrap())
    };
    folders.iter().map(read).collect()
}

/// A list of vectors as a reference has it.
fn vectors(value: &Value) -> Vec<Vec<Utility>> {
    let numbers = |row: &Value| -> Vec<Utility> {
        row.as_array().unwrap().iter().map(|u| Utility::rounded(u.as_f64().unwrap()).unwrap()).collect()
    };
    value.as_array().map(|rows| rows.iter().map(numbers).collect()).unwrap_or_default()
}

/// That each of ours stands for one of theirs and each of theirs for one of ours.
fn assert_same(what: &str, ours: &[Vec<Utility>], theirs: &[Vec<Utility>]) {
    let near = |a: &Vec<Utility>, b: &Vec<Utility>| {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.0.abs_diff(b.0) <= TOLERANCE)
    };
    let covered = |these: &[Vec<Utility>], those: &[Vec<Utility>]| {
        these.iter().all(|this| those.iter().any(|that| near(this, that)))
    };
    assert_eq!(ours.len(), theirs.len(), "{what}: {ours:?} {theirs:?}");
    assert!(covered(ours, theirs) && covered(theirs, ours), "{what}: {ours:?} {theirs:?}");
}

/// What each concept of a settlement chooses, by the names of the references.
fn chosen(settlement: &Settlement) -> Vec<(&'static str, &'static str, Vec<Vec<Utility>>)> {
    let Ok(bargain) = &settlement.bargain else { return Vec::new() };
    let solutions = &bargain.solutions;
    let of = |places: &[usize]| places.iter().map(|&place| settlement.vector(place).to_vec()).collect();
    vec![
        ("nash", "nash", of(&solutions.nash.places)),
        ("egalitarian_maxmin_gain", "kalai", of(&solutions.egalitarian.places)),
        ("kalai_smorodinsky_maxmin_ratio", "", of(&solutions.kalai_smorodinsky.places)),
        ("kalai_smorodinsky_negmas_minspread", "ks", of(&solutions.min_spread.as_ref().unwrap().places)),
        ("utilitarian", "max_welfare", of(&solutions.utilitarian.places)),
        ("relative_utilitarian", "max_relative_welfare", of(&solutions.relative_utilitarian.places)),
    ]
}

#[test]
fn all_references_are_met_by_the_convention_of_negmas() {
    for (scenario, reference) in references() {
        let settlement = settle(&scenario, Convention::Negmas, &Budget::unlimited()).unwrap();
        let front: Vec<Vec<Utility>> = settlement.front.vectors().map(<[Utility]>::to_vec).collect();
        let number = |key: &str| reference[key].as_u64().unwrap();
        assert_same(&format!("{} front", scenario.name), &front, &vectors(&reference["pareto"]));
        assert_eq!(settlement.outcomes.exact().unwrap(), &number("outcomes").into(), "{}", scenario.name);
        let rational = settlement.rational.as_ref().unwrap().exact().unwrap();
        assert_eq!(rational, &number("rational").into(), "{}", scenario.name);
        assert_eq!(settlement.bargain.is_err(), front.is_empty(), "{}", scenario.name);
        for (name, by_negmas, ours) in chosen(&settlement) {
            let what = format!("{} {name}", scenario.name);
            assert_same(&what, &ours, &vectors(&reference["points"][name]["utils"]));
            if !by_negmas.is_empty() {
                assert_same(&what, &ours, &vectors(&reference["negmas"][by_negmas]));
            }
        }
    }
}

#[test]
fn the_values_reached_are_those_of_the_references() {
    for (scenario, reference) in references() {
        let settlement = settle(&scenario, Convention::Negmas, &Budget::unlimited()).unwrap();
        let Ok(bargain) = &settlement.bargain else { continue };
        let solutions = &bargain.solutions;
        let value =
            |name: &str| Utility::rounded(reference["points"][name]["value"].as_f64().unwrap()).unwrap();
        let min_spread = solutions.min_spread.as_ref().unwrap();
        for (name, ours) in [
            ("egalitarian_maxmin_gain", Some(solutions.egalitarian.value)),
            ("kalai_smorodinsky_maxmin_ratio", solutions.kalai_smorodinsky.value[0].rounded()),
            ("kalai_smorodinsky_negmas_minspread", min_spread.value.rounded()),
            ("utilitarian", i64::try_from(solutions.utilitarian.value).ok().map(Utility)),
            ("relative_utilitarian", solutions.relative_utilitarian.value.rounded()),
        ] {
            let apart = ours.unwrap().0.abs_diff(value(name).0);
            assert!(apart <= TOLERANCE, "{} {name}: {} {}", scenario.name, ours.unwrap(), value(name));
        }
    }
}
