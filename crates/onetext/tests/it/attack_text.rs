//! Text that means harm, through intake into a case and out again: it stays text on pages, in files, in sheets and in the
//! log, and no control reaches the terminal.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::commands::{onetext, printed};
use crate::house::root;

/// Strings of the collections; says so where they are absent.
fn strings() -> Option<Vec<String>> {
    let folder = std::env::var("ONETEXT_DATA").map_or_else(|_| root().join("../shared/data"), PathBuf::from);
    let folder = folder.join("badinput");
    let (Ok(made), Ok(naughty)) = (
        fs::read_to_string(folder.join("generated/text/injections.jsonl")),
        fs::read_to_string(folder.join("blns/blns.json")),
    ) else {
        println!("skipped: test data not present ({})", folder.display());
        return None;
    };
    let made = made
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["text"].as_str().unwrap().to_owned());
    let naughty: Vec<String> = serde_json::from_str(&naughty).unwrap();
    Some(made.chain(naughty).map(|text| one_line(&text)).filter(|text| !text.trim().is_empty()).collect())
}

/// A string as it can stand within a quotation.
fn one_line(text: &str) -> String {
    text.split(['\n', '\r']).collect::<Vec<_>>().join(" ").replace(['"', '“', '”'], "'")
}

/// The case with a report in it whose every statement has one of the strings.
fn attacked(folder: &Path, strings: &[String]) -> String {
    let case = folder.join("case").display().to_string();
    printed(&["init", "--example", "river-basin", &case]);
    let said = |text: &String| {
        format!(
            "Corvin Thale rejects metering at the source {text}, he said on Monday. “{text}”, said Corvin Thale."
        )
    };
    let report = folder.join("report.txt");
    fs::write(&report, strings.iter().map(said).collect::<Vec<_>>().join("\n\n")).unwrap();
    let report = report.display().to_string();
    let outlet = "=HYPERLINK(\"http://127.0.0.1:9\") <b>Post</b>";
    let done = onetext(&[
        "intake",
        &report,
        "--case",
        &case,
        "--published",
        "2026-07-01",
        "--outlet",
        outlet,
        "--yes",
    ]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    case
}

/// Characters that move a cursor or turn the direction of what follows.
fn is_trick(letter: char) -> bool {
    (letter.is_control() && letter != '\n')
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The parts of an office file that are XML.
fn parts(file: &Path) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(fs::File::open(file).unwrap()).unwrap();
    (0..archive.len())
        .filter_map(|place| {
            let mut part = archive.by_index(place).unwrap();
            let name = part.name().unwrap().into_owned();
            let mut text = String::new();
            part.read_to_string(&mut text).ok()?;
            Some((name, text))
        })
        .collect()
}

#[test]
fn attack_text_stays_text() {
    let Some(strings) = strings() else { return };
    let folder = tempfile::tempdir().unwrap();
    let case = attacked(folder.path(), &strings);
    let markup: Vec<&String> = strings.iter().filter(|text| text.contains('<')).collect();
    assert!(markup.len() > 100, "the collections have markup: {}", markup.len());
    for page in ["claims", "log", "grid", "issues", "contacts", "actors"] {
        let seen = printed(&[page, &case]);
        let trick = seen.chars().find(|letter| is_trick(*letter));
        assert_eq!(trick, None, "{page} on the terminal");
        let html = folder.path().join(format!("{page}.html"));
        let docx = folder.path().join(format!("{page}.docx"));
        for (option, file) in [("--html", &html), ("--docx", &docx)] {
            printed(&[page, &case, option, &file.display().to_string()]);
        }
        let html = fs::read_to_string(&html).unwrap();
        let live: Vec<&&String> = markup.iter().filter(|text| html.contains(text.as_str())).collect();
        assert!(live.is_empty(), "{page}: {live:?}");
        for (name, part) in parts(&docx) {
            let broken = roxmltree::Document::parse(&part).err();
            let is_xml = Path::new(&name).extension().is_some_and(|ending| ending == "xml");
            assert!(broken.is_none() || !is_xml, "{page}, {name}: {broken:?}");
        }
    }
    let claims = printed(&["claims", &case, "--json"]);
    assert!(claims.contains("alert(") && claims.contains("HYPERLINK"), "the strings did reach the case");
    let sheet = folder.path().join("grid.xlsx");
    printed(&["grid", &case, "--xlsx", &sheet.display().to_string()]);
    let cells: Vec<(String, String)> =
        parts(&sheet).into_iter().filter(|(name, _)| name.contains("worksheets")).collect();
    assert!(
        !cells.is_empty() && cells.iter().all(|(_, part)| !part.contains("<f>") && !part.contains("<f "))
    );
    let lines = printed(&["export", &case]);
    let whole = lines.lines().filter(|line| serde_json::from_str::<Value>(line).is_ok()).count();
    assert_eq!(whole, lines.lines().count(), "an entry is a line of JSON");
}
