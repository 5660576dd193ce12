//! Days of the hand gold, which lies beside the project and not in it: words of time against the day of the report.

#![expect(clippy::disallowed_methods, reason = "test data is read from where it lies")]

use jiff::civil::Date;
use onetext_report::When;
use onetext_report::dates::{Expression, Tense, find, resolve};
use serde_json::Value;

/// The reports of the gold with their folder; none, said aloud, where the test data is absent.
fn gold() -> Vec<(String, Value)> {
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data");
    let folder = std::env::var("ONETEXT_DATA").unwrap_or_else(|_| own.to_owned());
    let Ok(files) = std::fs::read_dir(format!("{folder}/reports")) else {
        println!("skipped: test data not present (reports)");
        return vec![];
    };
    let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    paths.retain(|path| path.to_string_lossy().ends_with(".gold.json"));
    paths.sort();
    let name = |path: &std::path::Path| path.file_name().unwrap().to_string_lossy().into_owned();
    paths
        .iter()
        .map(|path| (name(path), serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()))
        .collect()
}

/// Whether the days are the gold's: one day exactly, several overlapping by half of both together.
fn agree(when: &When, start: Date, end: Date) -> bool {
    let (Some(from), Some(to)) = (when.start, when.end) else { return false };
    let days = |from: Date, to: Date| f64::from((to - from).get_days() + 1).max(0.0);
    if start == end {
        return (from, to) == (start, end);
    }
    days(from.max(start), to.min(end)) * 2.0 >= days(from.min(start), to.max(end))
}

/// Words of the gold against every tense: which one the verb has is not for this test.
fn is_read(words: &str, published: Date, start: Date, end: Date) -> bool {
    let agrees = |piece: &Expression| {
        [Tense::Past, Tense::Future]
            .iter()
            .any(|tense| agree(&resolve(piece, Some(published), *tense), start, end))
    };
    find(words).iter().any(agrees)
}

#[test]
fn days_of_the_gold_are_read() {
    let (mut asked, mut misses) = (0, vec![]);
    for (name, report) in gold() {
        let Some(published) = report["doc"]["published"].as_str().and_then(|day| day.get(..10)?.parse().ok())
        else {
            continue;
        };
        let lists = ["contacts", "claims"].into_iter().filter_map(|list| report[list].as_array());
        for date in lists.flatten().map(|entry| &entry["date"]) {
            let text = |key: &str| date[key].as_str();
            let (Some(words), Some("published")) = (text("text"), text("anchor")) else { continue };
            let day = |key: &str| text(key).and_then(|day| day.parse::<Date>().ok());
            let (Some(start), Some(end)) = (day("start"), day("end")) else { continue };
            // "a day" rests on the event before which it lies.
            if words == "a day" {
                continue;
            }
            asked += 1;
            if !is_read(words, published, start, end) {
                misses.push(format!("{name}: {words}, {start} to {end}"));
            }
        }
    }
    println!("{asked} days asked");
    assert!(misses.is_empty(), "{misses:#?}");
}
