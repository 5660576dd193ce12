//! The spaces of the test data: counted as their references say, and those of 10^10 and 10^30 packages that no list holds.
#![expect(clippy::disallowed_methods, reason = "reads test data, which lies outside the project")]

use std::path::Path;

use num_bigint::BigUint;
use onetext_analysis::{Budget, Count, Counting, Space};
use serde_json::Value;

use crate::exchange::folders;
use crate::space::space;

fn json(folder: &Path, name: &str) -> Option<Value> {
    let text = std::fs::read_to_string(folder.join(name)).ok()?;
    Some(serde_json::from_str(&text).unwrap())
}

fn count(space: &Space) -> BigUint {
    let counted = space.count(&Counting::default(), &Budget::unlimited()).unwrap();
    let Count::Exact(count) = counted else { panic!("not exact: {counted:?}") };
    count
}

#[test]
fn every_scenario_has_as_many_packages_as_its_reference_says() {
    for folder in folders() {
        let (Some(scenario), Some(reference)) =
            (json(&folder, "scenario.json"), json(&folder, "reference.json"))
        else {
            continue;
        };
        let options = |issue: &Value| u16::try_from(issue["options"].as_array().unwrap().len()).unwrap();
        let sizes: Vec<u16> = scenario["issues"].as_array().unwrap().iter().map(options).collect();
        let space = space(&sizes, vec![], vec![]);
        let outcomes = reference["outcomes"].as_u64().unwrap();
        assert_eq!(count(&space), BigUint::from(outcomes), "{}", folder.display());
        let (mut shown, mut last) = (0, None);
        space
            .visit(&Budget::unlimited(), |package| {
                shown += 1;
                last = Some(package.0.last().copied());
            })
            .unwrap();
        assert_eq!(shown, outcomes, "{}", folder.display());
        assert!(last.is_some());
    }
}

#[test]
fn integer_issues_of_the_competitions_are_counted_too() {
    for (name, issues) in [
        ("nonlinear-y2014-10issues/10issues-domain.xml", 10),
        ("nonlinear-y2014-30issues/30issues-domain.xml", 30),
    ] {
        let Some(folder) = folders().first().and_then(|folder| Some(folder.parent()?.to_owned())) else {
            return;
        };
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        let found = text.matches("lowerbound=\"0\" upperbound=\"9\"").count();
        assert_eq!(found, issues);
        let space = space(&vec![10; found], vec![], vec![]);
        assert_eq!(count(&space), BigUint::from(10_u32).pow(u32::try_from(issues).unwrap()));
    }
}
