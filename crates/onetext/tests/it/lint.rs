//! `lint` and `versions` as a person runs them: on plain files, with their exit status and their data.

use std::fs;

use serde_json::Value;

use crate::commands::{onetext, printed};

const DRAFT: &str = "## Article 1\n\n1. Parties shall report within fifteen (14) days of signature.\n\n\
    2. Support shall be provided as soon as possible.\n\n4. A fund is set up.\n";

fn file(folder: &tempfile::TempDir, name: &str, text: &str) -> String {
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    path.display().to_string()
}

#[test]
fn lint_tells_of_errors_by_its_status_and_of_places_in_its_data() {
    let folder = tempfile::tempdir().unwrap();
    let draft = file(&folder, "draft.md", DRAFT);
    let output = onetext(&["lint", &draft, "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let remarks: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let told = |remark: &Value| {
        format!("{} {}", remark["name"].as_str().unwrap(), remark["place"]["provision"].as_str().unwrap())
    };
    let errors: Vec<String> =
        remarks.iter().filter(|remark| remark["severity"] == "error").map(told).collect();
    assert_eq!(errors, ["number-mismatch A1.p1", "numbering-gap A1.p4"]);
    assert_eq!(remarks[0]["place"]["excerpt"], "fifteen (14)");
    assert_eq!(remarks[0]["rule"], "OT027");
    assert!(
        remarks.iter().all(|remark| !remark["what"].as_str().unwrap().is_empty()
            && !remark["cure"].as_str().unwrap().is_empty())
    );
}

#[test]
fn rules_are_allowed_chosen_and_explained() {
    let folder = tempfile::tempdir().unwrap();
    let draft = file(&folder, "draft.md", DRAFT);
    let page = printed(&["lint", &draft, "--allow", "number-mismatch", "--allow", "OT016"]);
    assert!(page.contains("Allowed and not shown: 1 number-mismatch and 1 numbering-gap."), "{page}");
    let page = printed(&["lint", &draft, "--only", "elastic-time"]);
    assert!(page.contains("1 note.") && page.contains("as soon as possible"), "{page}");
    assert!(printed(&["lint", "--explain", "OT013"]).contains("Why it is bad"));
    assert!(printed(&["lint", "--rules"]).contains("dangling-reference"));
    let unknown = onetext(&["lint", &draft, "--allow", "no-such-rule"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("--rules"));
}

#[test]
fn a_text_in_another_language_says_which_rules_did_not_run() {
    let folder = tempfile::tempdir().unwrap();
    let draft = file(
        &folder,
        "draft.md",
        "1. Стороны представляют доклад.\n\n2. Доклад открыт.\n\n4. Стороны собираются.\n",
    );
    let output = onetext(&["lint", &draft]);
    let page = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        page.contains("Russian") && page.contains("did not run") && page.contains("2 is followed by 4"),
        "{page}"
    );
}

#[test]
fn versions_tell_what_differs() {
    let folder = tempfile::tempdir().unwrap();
    let one = file(&folder, "en.md", "1. The Parties shall report within 30 days.\n");
    let other = file(&folder, "fr.md", "1. Les Parties font rapport dans les 20 jours.\n");
    let output = onetext(&["versions", &one, &other]);
    assert_eq!(output.status.code(), Some(1));
    let page = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(page.contains("en.md has 30") && page.contains("fr.md has 20"), "{page}");
}
