//! Lineage against the hand-made alignments of the test data, which lie beside the project and not in it.

#![expect(clippy::disallowed_methods, reason = "test data is read from where it lies")]

use std::collections::{BTreeMap, BTreeSet};

use onetext_text::draft::{Draft, read_markdown};
use onetext_text::lineage::{Level, align};
use serde_json::Value;

/// A file of the test data; says so where it is absent.
pub fn data(name: &str) -> Option<String> {
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data");
    let folder = std::env::var("ONETEXT_DATA").unwrap_or_else(|_| own.to_owned());
    let read = std::fs::read_to_string(format!("{folder}/{name}"));
    if read.is_err() {
        println!("skipped: test data not present ({name})");
    }
    read.ok()
}

fn json(name: &str) -> Option<Value> {
    data(name).map(|text| serde_json::from_str(&text).unwrap())
}

type Pairs = BTreeSet<(String, String)>;

/// The pairs of the gold, and those of its merges and splits.
fn gold(file: &Value) -> (Pairs, Pairs) {
    let (mut all, mut many) = (Pairs::new(), Pairs::new());
    for edge in file["align"].as_array().unwrap() {
        let labels = |side: &str| -> Vec<String> {
            edge[side].as_array().unwrap().iter().map(|label| label.as_str().unwrap().to_owned()).collect()
        };
        for old in labels("old") {
            for new in labels("new") {
                all.insert((old.clone(), new.clone()));
                if ["merged", "split"].contains(&edge["status"].as_str().unwrap()) {
                    many.insert((old.clone(), new));
                }
            }
        }
    }
    (all, many)
}

fn words(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    format!(" {} ", plain.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase())
}

/// For each provision the label of the gold whose text holds its text; of several, the one of its own key.
fn rolled_up(draft: &Draft, labels: &Value) -> BTreeMap<usize, String> {
    let texts: BTreeMap<String, String> = labels
        .as_object()
        .unwrap()
        .iter()
        .map(|(key, text)| (key.clone(), words(text.as_str().unwrap())))
        .collect();
    let mut found = BTreeMap::new();
    for (place, provision) in draft.provisions.iter().enumerate().filter(|(_, one)| !one.text.is_empty()) {
        let own = words(&provision.text);
        let fitting: Vec<&String> =
            texts.iter().filter(|(_, text)| text.contains(&own)).map(|(label, _)| label).collect();
        let label = match fitting.as_slice() {
            [] => continue,
            [one] => *one,
            several => match several.iter().filter(|label| provision.key.starts_with(label.as_str())).max() {
                Some(label) => label,
                None => continue,
            },
        };
        found.insert(place, label.clone());
    }
    found
}

struct Score {
    f1: f64,
    precision: f64,
    recall: f64,
}

fn score(found: &Pairs, gold: &Pairs) -> Score {
    let count = |pairs: usize| f64::from(u32::try_from(pairs).unwrap());
    let right = count(found.intersection(gold).count());
    let (precision, recall) = (right / count(found.len()), right / count(gold.len()));
    Score { f1: 2.0 * precision * recall / (precision + recall), precision, recall }
}

#[test]
fn paragraphs_of_a_treaty_between_two_drafts() {
    let folder = "drafts/cop21";
    let (Some(old), Some(new)) =
        (data(&format!("{folder}/draft_9-dec-2015.md")), data(&format!("{folder}/draft_12-dec-2015.md")))
    else {
        return;
    };
    let (old, new) = (read_markdown(&old), read_markdown(&new));
    let labels = json(&format!("{folder}/labels_9dec_12dec.json")).unwrap();
    let (gold, many) = gold(&json(&format!("{folder}/align_paragraphs_9dec_12dec.json")).unwrap());
    let (of_old, of_new) = (rolled_up(&old, &labels["old"]), rolled_up(&new, &labels["new"]));
    let missed = |labels: &Value, found: &BTreeMap<usize, String>| -> Vec<String> {
        let found: BTreeSet<&String> = found.values().collect();
        labels.as_object().unwrap().keys().filter(|label| !found.contains(label)).cloned().collect()
    };
    println!(
        "labels without a provision: {:?} {:?}",
        missed(&labels["old"], &of_old),
        missed(&labels["new"], &of_new)
    );
    let mut found = Pairs::new();
    for edge in align(&old, &new, Level::Paragraph).edges {
        for one in &edge.old {
            for other in &edge.new {
                if let (Some(one), Some(other)) = (of_old.get(one), of_new.get(other)) {
                    found.insert((one.clone(), other.clone()));
                }
            }
        }
    }
    let Score { f1, precision, recall } = score(&found, &gold);
    let held = found.intersection(&many).count();
    println!("missed {:?}", gold.difference(&found).collect::<Vec<_>>());
    println!("wrong {:?}", found.difference(&gold).collect::<Vec<_>>());
    println!(
        "paragraphs 9 Dec -> 12 Dec: F1 {f1:.3} (precision {precision:.3}, recall {recall:.3}); {held} of {} pairs of merges and splits",
        many.len()
    );
    assert!(f1 >= 0.92 && held >= 13);
}

#[test]
fn articles_of_a_treaty_over_four_drafts() {
    let folder = "drafts/cop21";
    for (old, new, gold_file) in [
        ("23-oct", "4-dec", "align_articles_23oct_4dec"),
        ("4-dec", "9-dec", "align_articles_4dec_9dec"),
        ("9-dec", "12-dec", "align_articles_9dec_12dec"),
    ] {
        let draft =
            |name: &str| data(&format!("{folder}/draft_{name}-2015.md")).map(|text| read_markdown(&text));
        let (Some(one), Some(other)) = (draft(old), draft(new)) else { return };
        let (gold, _) = gold(&json(&format!("{folder}/{gold_file}.json")).unwrap());
        let label = |key: &str| key.strip_prefix('A').unwrap_or(key).to_owned();
        let mut found = Pairs::new();
        for edge in align(&one, &other, Level::Article).edges {
            for a in &edge.old {
                for b in &edge.new {
                    found.insert((label(&one.provisions[*a].key), label(&other.provisions[*b].key)));
                }
            }
        }
        // Inside the scope of the gold: the preamble and the articles.
        found.retain(|(one, other)| ![one, other].iter().any(|label| label.starts_with('h')));
        println!("missed {:?}", gold.difference(&found).collect::<Vec<_>>());
        println!("beyond {:?}", found.difference(&gold).collect::<Vec<_>>());
        let Score { f1, precision, recall } = score(&found, &gold);
        println!("articles {old} -> {new}: F1 {f1:.3} (precision {precision:.3}, recall {recall:.3})");
        assert!(f1 >= 0.97);
    }
}

#[test]
fn points_of_a_plan_in_our_own_words() {
    let Some(file) = json("drafts/ukraine/ukraine_plans_own_words.json") else { return };
    let draft = |name: &str| {
        let points = file["drafts"][name].as_array().unwrap().iter();
        let lines: Vec<String> =
            points.map(|point| format!("{}. {}", point["n"], point["gist"].as_str().unwrap())).collect();
        read_markdown(&lines.join("\n\n"))
    };
    for (gold_name, old, new, is_target) in [
        ("us28_to_e3", "us28_2025_11_20", "e3_2025_11_23", true),
        ("us28_to_p20", "us28_2025_11_20", "p20_2025_12_24", false),
    ] {
        let Some(edges) = file["align"][gold_name].as_array() else {
            println!("no gold {gold_name}: {:?}", file["align"].as_object().unwrap().keys());
            continue;
        };
        let mut gold = Pairs::new();
        for edge in edges {
            let points = |side: &str| {
                edge[side].as_array().unwrap().iter().map(ToString::to_string).collect::<Vec<_>>()
            };
            for one in points("old") {
                gold.extend(points("new").into_iter().map(|other| (one.clone(), other)));
            }
        }
        let (one, other) = (draft(old), draft(new));
        let mut found = Pairs::new();
        for edge in align(&one, &other, Level::Paragraph).edges {
            for a in &edge.old {
                for b in &edge.new {
                    let number = |draft: &Draft, at: usize| draft.provisions[at].label.number.clone();
                    found.insert((number(&one, *a), number(&other, *b)));
                }
            }
        }
        println!("missed {:?}", gold.difference(&found).collect::<Vec<_>>());
        println!("wrong {:?}", found.difference(&gold).collect::<Vec<_>>());
        let Score { f1, precision, recall } = score(&found, &gold);
        println!("points {gold_name}: F1 {f1:.3} (precision {precision:.3}, recall {recall:.3})");
        assert!(!is_target || f1 >= 1.0);
    }
}
