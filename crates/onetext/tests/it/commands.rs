//! The program as a person runs it: the main job on the shipped case, and what it says when it cannot.

use std::process::{Command, Output};

use crate::house::root;

pub fn onetext(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_onetext"))
        .args(arguments)
        .current_dir(root())
        .env_remove("COLUMNS")
        .output()
        .unwrap()
}

pub fn printed(arguments: &[&str]) -> String {
    let output = onetext(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// One line of text, so that wrapping does not matter.
fn status(as_of: &str) -> String {
    let page = printed(&["status", "cases/ukraine-2025", "--as-of", as_of, "--markdown"]);
    page.replace(['\n', '\u{2003}'], " ")
}

#[test]
fn the_main_job_on_the_real_talks() {
    let terminal = printed(&["status", "cases/ukraine-2025", "--as-of", "2025-12-07"]);
    assert!(terminal.contains("28 -> 19 -> 20"), "{terminal}");
    let page = status("2025-12-07");
    for shown in [
        "drafted without",
        "Ukraine and United Kingdom",
        "Territory",
        "Guarantees of security",
        "Force size of Ukraine",
        "Yuriy Romanenko",
        "Olha Stefanishyna",
        "Meeting in Moscow, 5 hours",
        "Three days of talks in Miami",
        "2 hours",
        "London",
        "later this week",
        "conditional",
        "no compromises",
        "constructive",
        "Commercial projects",
        "Donald Tusk, Prime Minister of Poland",
        "1938",
        "All points provisional",
    ] {
        assert!(page.contains(shown), "{shown:?} is missing:\n{page}");
    }
}

#[test]
fn accounts_stand_beside_their_own_contact() {
    let page = printed(&["status", "cases/ukraine-2025", "--as-of", "2025-12-07", "--json"]);
    let page: serde_json::Value = serde_json::from_str(&page).unwrap();
    let sections = page["sections"].as_array().unwrap();
    let contacts = sections.iter().find(|section| section["key"] == "contacts").unwrap();
    let rows = contacts["blocks"][0]["rows"].as_array().unwrap();
    let row = |start: &str| rows.iter().map(ToString::to_string).find(|row| row.contains(start)).unwrap();
    assert!(row("Meeting in Moscow").contains("no compromises"));
    assert!(!row("Meeting in Moscow").contains("constructive"));
    assert!(row("2 hours").contains("constructive"));
    assert!(!row("2 hours").contains("no compromises"));
}

#[test]
fn nothing_that_became_known_later() {
    for page in onetext_desk::PAGES {
        for form in ["--json", "--markdown"] {
            // The day up to which the case was kept stands on every screen; it is nothing of the talks.
            let page = printed(&[page.name, "cases/ukraine-2025", "--as-of", "2025-12-03", form]);
            let page = page.replace("Kept up to 24 Dec 2025", "");
            for later in [
                "19 points",
                "constructive",
                "London",
                "later this week",
                "Romanenko",
                "Tusk",
                "1938",
                "Stefanishyna told",
                "4–6 Dec",
                "6 Dec",
                "7 Dec",
                "24 Dec",
                "2025-12-07",
                "2025-12-24",
                "Dmitriev",
            ] {
                assert!(!page.contains(later), "{later:?} was not known on 3 December:\n{page}");
            }
        }
    }
}

#[test]
fn contacts_as_a_calendar() {
    let file = printed(&["calendar", "cases/ukraine-2025", "--as-of", "2025-12-03"]);
    assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"), "{file}");
    assert!(
        file.contains("DTSTART;VALUE=DATE:20251202\r\n") && file.contains("SUMMARY:Meeting in Moscow\r\n"),
        "{file}"
    );
    assert!(!file.contains("London") && !file.contains("CLASS:"), "{file}");
    let later = printed(&["calendar", "cases/ukraine-2025", "--as-of", "2025-12-07"]);
    assert!(later.contains("London"));
    let uid = |file: &str, title: &str| {
        let event =
            file.split("BEGIN:VEVENT").find(|event| event.contains(&format!("SUMMARY:{title}\r\n"))).unwrap();
        event.lines().find(|line| line.starts_with("UID:")).unwrap().to_owned()
    };
    // Corrected in between, and still the same event.
    assert_eq!(uid(&file, "Meeting in Moscow"), uid(&later, "Meeting in Moscow"));
    assert_eq!(onetext(&["calendar", "cases/ukraine-2025", "--for", "nobody-at-all"]).status.code(), Some(2));
}

#[test]
fn exit_statuses() {
    assert_eq!(onetext(&["check", "cases/ukraine-2025"]).status.code(), Some(0));
    assert_eq!(onetext(&["status", "no/such/folder"]).status.code(), Some(2));
    assert_eq!(onetext(&["status", "cases/ukraine-2025", "--as-of", "2025-13-01"]).status.code(), Some(2));
    assert_eq!(onetext(&["status", "cases/ukraine-2025", "--for", "nobody-at-all"]).status.code(), Some(2));
    assert_eq!(onetext(&["stauts"]).status.code(), Some(2));
    assert_eq!(onetext(&["--help"]).status.code(), Some(0));
}

#[test]
fn the_invented_case_says_so_everywhere() {
    for page in onetext_desk::PAGES {
        let page = printed(&[page.name, "cases/river-basin"]);
        assert!(page.contains("Invented case"), "{page}");
        assert!(page.contains("All points provisional"), "{page}");
    }
}

#[test]
fn completions_and_schema_are_there() {
    assert!(printed(&["completions", "bash"]).contains("onetext"));
    let schema: serde_json::Value = serde_json::from_str(&printed(&["schema"])).unwrap();
    assert_eq!(schema["properties"]["format"]["const"], 1);
    assert!(schema["properties"]["position"]["items"]["properties"]["stance"].is_object());
}
