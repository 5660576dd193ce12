//! Contacts against the reports that people have read: the bar of the hand gold, and figures on coded events.
#![expect(clippy::disallowed_methods, reason = "a test reads the data that lies beside the project")]

use std::path::PathBuf;

use jiff::civil::Date;
use onetext_report::{About, Reading, read, to_json};
use serde_json::Value;

/// The folder of the reports; none where the data is not present.
fn folder() -> Option<PathBuf> {
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data");
    let data = std::env::var("ONETEXT_DATA").unwrap_or_else(|_| own.to_owned());
    let reports = PathBuf::from(data).join("reports");
    if !reports.is_dir() {
        eprintln!("skipped: test data not present");
        return None;
    }
    Some(reports)
}

fn names(actor: &Value) -> Vec<String> {
    let aliases = actor["aliases"].as_array().into_iter().flatten();
    let all = std::iter::once(&actor["name"]).chain(aliases).filter_map(Value::as_str);
    all.map(|name| name.to_lowercase().trim_start_matches("the ").to_owned()).collect()
}

/// The names of whoever took part.
fn company(report: &Value, contact: &Value) -> Vec<Vec<String>> {
    let actors = report["actors"].as_array().into_iter().flatten();
    let actors: Vec<&Value> = actors.collect();
    let of = |one: &Value| actors.iter().find(|actor| actor["id"] == one["actor"]).map(|actor| names(actor));
    contact["participants"].as_array().into_iter().flatten().filter_map(of).collect()
}

fn days(contact: &Value) -> Option<(Date, Date)> {
    let day = |key: &str| contact["date"][key].as_str()?.parse().ok();
    day("start").zip(day("end"))
}

/// Single days are the same; ranges overlap by half of the longer one; an undated contact takes any day.
fn same_days(gold: &Value, found: &Value) -> bool {
    let Some((from, to)) = days(gold) else { return true };
    let Some((start, end)) = days(found) else { return false };
    if from == to {
        return (start, end) == (from, to);
    }
    let length = |from: Date, to: Date| to.since(from).unwrap().get_days() + 1;
    2 * length(from.max(start), to.min(end)) >= length(from, to).max(length(start, end))
}

fn is_same(gold: &Value, gold_contact: &Value, found: &Value, found_contact: &Value) -> bool {
    let (wanted, told) = (company(gold, gold_contact), company(found, found_contact));
    let shares =
        |names: &&Vec<String>| told.iter().any(|other| names.iter().any(|name| other.contains(name)));
    gold_contact["type"] == found_contact["type"]
        && same_days(gold_contact, found_contact)
        && 2 * wanted.iter().filter(shares).count() >= wanted.len()
}

/// Type, day and half of the participants: F1 of 0.90 over the reports of the hand gold.
#[test]
fn the_contacts_of_the_hand_gold_are_found() {
    let Some(folder) = folder() else { return };
    let (mut wanted, mut found, mut same) = (0, 0, 0);
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.to_string_lossy().ends_with(".gold.json"));
    files.sort();
    for path in files {
        let gold: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let text = std::fs::read_to_string(path.to_string_lossy().replace(".gold.json", ".txt")).unwrap();
        let published = gold["doc"]["published"].as_str().and_then(|day| day.parse().ok());
        let about =
            About { outlet: gold["doc"]["outlet"].as_str().map(str::to_owned), published, language: None };
        let reading = serde_json::to_value(to_json(&read(&text, &about), &text)).unwrap();
        let mut left: Vec<&Value> = reading["contacts"].as_array().unwrap().iter().collect();
        found += left.len();
        for contact in gold["contacts"].as_array().unwrap() {
            wanted += 1;
            if let Some(place) = left.iter().position(|one| is_same(&gold, contact, &reading, one)) {
                left.remove(place);
                same += 1;
            }
        }
    }
    // F1 is 2 * same / (wanted + found): at least nine tenths.
    assert!(20 * same >= 9 * (wanted + found), "{same} of {wanted} found among {found}");
}

/// How many of the sentences that were coded as consultations give a contact, and how many of the others.
#[test]
#[ignore = "prints a figure, holds no bar: cargo test -p onetext-report --test it consult -- --ignored --nocapture"]
fn sentences_coded_as_consultations() {
    let Some(folder) = folder() else { return };
    let rows = |name: &str| -> Vec<Value> {
        serde_json::from_str(&std::fs::read_to_string(folder.join(name)).unwrap()).unwrap()
    };
    let has_contact = |row: &&Value| {
        let text = row["text"].as_str().unwrap_or("");
        let published = row["date"].as_str().and_then(|day| day.parse().ok());
        let reading: Reading = read(text, &About { published, ..About::default() });
        !reading.contacts.is_empty()
    };
    let report = |name: &str, rows: &[Value], is_consult: &dyn Fn(&Value) -> bool| {
        for (sort, consult) in [("coded as consultations", true), ("other", false)] {
            let of: Vec<&Value> =
                rows.iter().filter(|row| row["text"].is_string() && is_consult(row) == consult).collect();
            println!(
                "{name}, {sort}: {} of {} give a contact",
                of.iter().filter(|row| has_contact(row)).count(),
                of.len()
            );
        }
    };
    report("plover_gsr", &rows("plover_gsr.shared.json"), &|row| row["event"] == "CONSULT");
    let is_consult = |row: &Value| {
        let mut events = row["events"].as_array().into_iter().flatten();
        events.any(|event| event["eventcode"].as_str().is_some_and(|code| code.starts_with("04")))
    };
    report("petrarch_unittest", &rows("petrarch_unittest.shared.json"), &is_consult);
}
