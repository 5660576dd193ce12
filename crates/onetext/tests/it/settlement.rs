//! The analyses of settlement as a person runs them: on the invented case, on the shipped one, on scenario files.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::commands::{onetext, printed};
use crate::house::root;

/// One line of text, so that wrapping does not matter.
fn page(arguments: &[&str]) -> String {
    let mut arguments = arguments.to_vec();
    arguments.push("--markdown");
    printed(&arguments).replace('\n', " ")
}

const TABLE: &str = "flow-325,fill-60,fund-40,irrig-equal";

#[test]
fn demands_that_cannot_stand_together_are_told_alike_for_all_sides() {
    let page = page(&["conflicts", "cases/river-basin"]);
    for sentence in [
        "Delta rules out “No fund” and “40 million”; Upland rules out “80 million” and “120 million”",
        "Delta would admit “40 million”",
        "Upland would admit “80 million”",
    ] {
        assert!(page.contains(sentence), "{sentence:?} is missing:\n{page}");
    }
}

#[test]
fn what_one_side_does_not_know_is_not_in_its_conflicts() {
    let (anybody, delta) = (
        page(&["conflicts", "cases/river-basin", "--for", "anybody"]),
        page(&["conflicts", "cases/river-basin", "--for", "delta"]),
    );
    // Both of these were told to the mediator alone.
    for private in ["Not a single per cent at cost", "A floor under the curve would be looked at"] {
        assert!(!anybody.contains(private) && !delta.contains(private), "{private}");
    }
}

#[test]
fn the_shipped_case_shows_conflicts_and_no_settlement() {
    let conflicts = page(&["conflicts", "cases/ukraine-2025"]);
    assert!(conflicts.contains("Cannot stand together"), "{conflicts}");
    assert!(!conflicts.contains("would admit"), "{conflicts}");
    for command in ["settle", "zone", "trade", "ask", "bridge"] {
        let page = page(&[command, "cases/ukraine-2025"]);
        assert!(page.contains("no settlement is computed"), "{command}: {page}");
        assert!(!page.contains("ackages"), "{command}: {page}");
    }
}

#[test]
fn zones_count_what_nobody_forbids_and_what_all_accept() {
    let page = printed(&["zone", "cases/river-basin", "--json"]);
    let page: Value = serde_json::from_str(&page).unwrap();
    let rows = page["sections"][0]["blocks"][0]["rows"].as_array().unwrap();
    let count = |at: usize| -> u64 {
        rows[at]["cells"]["number"]["text"].as_str().unwrap().replace(',', "").parse().unwrap()
    };
    let counts: Vec<u64> = (0..rows.len()).map(count).collect();
    assert!(counts.is_sorted_by(|a, b| a >= b), "each zone lies in the one before: {counts:?}");
    assert!(counts[1] > 0 && counts[2] == 0, "{counts:?}");
}

#[test]
fn trades_and_questions_start_from_what_is_on_the_table() {
    let trade = page(&["trade", "cases/river-basin", "--current", TABLE]);
    assert!(trade.contains("Perhaps better for all"), "{trade}");
    // Delta draws a red line through it, so no trade leads there.
    assert!(!trade.contains("to “No fund”"), "{trade}");
    let ask = page(&["ask", "cases/river-basin", "--current", TABLE]);
    assert!(ask.contains("which matters more"), "{ask}");
    let unknown = onetext(&["trade", "cases/river-basin", "--current", "flow-9"]);
    assert!(!unknown.status.success());
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("no option is called \"flow-9\""));
}

#[test]
fn bridges_are_built_from_what_exists_and_say_what_they_need() {
    let page = page(&["bridge", "cases/river-basin"]);
    for sentence in
        ["first “No fund”, later “80 million”", "Needs that", "Leaves open", "Crossed by", "not ranked"]
    {
        assert!(page.contains(sentence), "{sentence:?} is missing:\n{page}");
    }
    let one = self::page(&["bridge", "cases/river-basin", "--issue", "min-flow"]);
    assert!(one.contains("Seasonal curve") && !one.contains("## Basin Fund"), "{one}");
}

/// Two parties, two issues.
const SCENARIO: &str = r#"{"name": "two", "parties": [{"name": "Delta", "reservation": 0.2}, {"name": "Upland", "reservation": 0.2}],
 "issues": [{"name": "Cap", "options": ["none", "800,000"]}, {"name": "Monitor", "options": ["yes", "no"]}],
 "table": [[[0.6, 0.0], [0.0, 0.7]], [[0.4, 0.3], [0.0, 0.0]]]}"#;

fn scenario(folder: &tempfile::TempDir) -> String {
    let path = folder.path().join("scenario.json");
    fs::write(&path, SCENARIO).unwrap();
    path.display().to_string()
}

#[test]
fn a_scenario_is_settled_in_figures_and_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let path = scenario(&folder);
    let figures: Value = serde_json::from_str(&printed(&["settle", &path, "--json", "--packages"])).unwrap();
    assert_eq!(figures["outcomes"], 4);
    assert_eq!(figures["front"]["exact"], true);
    assert_eq!(figures["nash"][0].to_string(), "[0.4,1.0]");
    assert_eq!(figures["front"]["points"][0]["options"][0], serde_json::json!(["none", "yes"]));
    let words = page(&["settle", &path, "--current", "none", "--current", "no"]);
    for said in ["Packages: 4", "Nash: the product of the gains", "Better for all than what is on the table"]
    {
        assert!(words.contains(said), "{said:?} is missing:\n{words}");
    }
    let wrong = onetext(&["settle", &path, "--current", "none,perhaps"]);
    assert!(
        String::from_utf8_lossy(&wrong.stderr)
            .contains("\"Monitor\" has no option \"perhaps\"; it has yes, no")
    );
}

#[test]
fn a_faulty_scenario_is_told_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("broken.json");
    fs::write(&path, "{\"issues\": [\n  {\"name\": \"Cap\", \"options\": [}\n").unwrap();
    let output = onetext(&["settle", &path.display().to_string()]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("broken.json:2:"), "{said}");
}

/// Both settle all scenarios of the test data alike, whatever they are read from.
#[test]
fn sources_give_the_figures_of_their_table() {
    let data = std::env::var_os("ONETEXT_DATA").map_or_else(|| root().join("../shared/data"), PathBuf::from);
    let scenarios = data.join("scenarios");
    if !scenarios.is_dir() {
        println!("skipped: test data not present");
        return;
    }
    for name in ["y2015-group2-dinner", "y2012-LaptopA", "negolog-domain0"] {
        let folder = scenarios.join(name);
        let settle = |path: PathBuf| {
            printed(&["settle", &path.display().to_string(), "--convention", "negmas", "--json"])
        };
        assert_eq!(settle(folder.join("scenario.json")), settle(folder.join("source")), "{name}");
    }
}

/// Two parties that each reject one option of the first issue, and have stated everything.
const STATED: &str = r#"
known_at = 2026-01-01
recorded_at = 2026-01-01
party = [{ label = "delta", name = "Delta", sort = "state" }, { label = "upland", name = "Upland", sort = "state" }]
issue = [{ label = "cap", name = "Cap" }, { label = "monitor", name = "Monitor" }]
option = [
  { label = "none", issue = "cap", name = "none" }, { label = "low", issue = "cap", name = "low" },
  { label = "yes", issue = "monitor", name = "yes" }, { label = "no", issue = "monitor", name = "no" },
]
position = [
  { party = "upland", on = "none", stance = "reject", words = "No.", evidence = "own" },
  { party = "delta", on = "low", stance = "reject", words = "No.", evidence = "own" },
]
preference = [
  { party = "delta", issue = "cap", basis = "elicited", weight = 0.6, values = [{ option = "none", value = 1 }, { option = "low", value = 0 }] },
  { party = "delta", issue = "monitor", basis = "elicited", weight = 0.4, values = [{ option = "yes", value = 1 }, { option = "no", value = 0 }] },
  { party = "upland", issue = "cap", basis = "elicited", weight = 0.7, values = [{ option = "none", value = 0 }, { option = "low", value = 1 }] },
  { party = "upland", issue = "monitor", basis = "elicited", weight = 0.3, values = [{ option = "yes", value = 0 }, { option = "no", value = 1 }] },
]
reservation = [
  { party = "delta", words = "As it is.", basis = "elicited", value = 0.5 },
  { party = "upland", words = "As it is.", basis = "elicited", value = 0.5 },
]
"#;

#[test]
fn where_everything_is_stated_a_bridge_has_its_requirements_and_a_case_its_front() {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("talks").display().to_string();
    printed(&["init", &case]);
    fs::write(folder.path().join("talks/all.toml"), STATED).unwrap();
    let bridge = page(&["bridge", &case]);
    for requirement in ["Delta 0.100, Upland 0.500", "Delta 0.500, Upland 0.200"] {
        assert!(bridge.contains(requirement), "{requirement} is missing:\n{bridge}");
    }
    let settle = page(&["settle", &case]);
    assert!(settle.contains("without a deal: 0") && settle.contains("No solution is told"), "{settle}");
}
