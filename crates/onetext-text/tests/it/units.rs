//! A draft cut into units and put together again: nothing of the text is lost.

use onetext_text::draft::{Draft, Kept, Unit, cut, put_together, read_markdown, whole};
use proptest::prelude::*;

use crate::lineage::data;

/// All that a draft says, without blanks.
fn said(draft: &Draft) -> String {
    let texts = draft.provisions.iter().map(|one| one.text.as_str());
    let notes = draft.notes.iter().map(|(_, text)| text.as_str());
    texts.chain(notes).flat_map(str::chars).filter(|c| !c.is_whitespace()).collect()
}

fn kept(units: &[Unit]) -> Vec<Kept<'_>> {
    units.iter().map(|unit| Kept { number: &unit.number, heading: &unit.heading, text: &unit.text }).collect()
}

/// Everything that is said comes back in the same order, every heading with it, and no number twice.
fn check(source: &str) {
    let draft = read_markdown(source);
    let units = cut(&draft);
    let put = put_together(&kept(&units));
    // Headings of points within a unit, and options in a footnote, are read otherwise then: more may stand there, nothing less.
    let before = said(&draft);
    let labelled = put.draft.provisions.iter().map(|one| format!("{}: {}", one.label.written, one.text));
    let after: String = labelled.collect();
    let mut rest = after.chars();
    for (at, letter) in before.chars().enumerate() {
        if !rest.any(|other| other == letter) {
            let around: String = before.chars().skip(at.saturating_sub(60)).take(160).collect();
            panic!("lost at {at}: {around}");
        }
    }
    let all: String =
        units.iter().map(|unit| format!("{} {} {}\n", unit.number, unit.heading, unit.text)).collect();
    for provision in draft.provisions.iter().filter(|one| !one.heading.is_empty()) {
        assert!(
            all.contains(provision.heading.lines().next().unwrap()),
            "{:?} is lost of {source}",
            provision.heading
        );
    }
    let mut numbers: Vec<String> =
        units.iter().map(|unit| unit.number.to_lowercase().replace(' ', "-")).collect();
    numbers.sort();
    let count = numbers.len();
    numbers.dedup();
    assert_eq!(numbers.len(), count, "a number stands twice: {source}\n{units:#?}");
    let flat = whole(&kept(&units)).units.iter().flatten().count();
    assert_eq!(flat, units.len());
}

/// Lines as people write them.
fn line() -> impl Strategy<Value = String> {
    let words = "[a-z]{2,7}( [a-z]{2,7}){0,5}";
    prop_oneof![
        (1..9_u8, words).prop_map(|(number, words)| format!("{number}. The {words}.\n")),
        ("[a-d]", words).prop_map(|(letter, words)| format!("    ({letter}) the {words};\n")),
        (1..6_u8, words).prop_map(|(number, words)| format!("\n## Article {number} {words}\n\n")),
        (1..4_u8, words).prop_map(|(number, words)| format!("    Option {number}: the {words}\n\n")),
        words.prop_map(|words| format!("\nThe [{words}] parties.\n\n")),
        words.prop_map(|words| format!("\n    The {words} goes on.\n\n")),
        Just("\n## Preamble\n\n".to_owned()),
        words.prop_map(|words| format!("\n## {words}\n\n")),
        Just("\n".to_owned()),
    ]
}

proptest! {
    #[test]
    fn nothing_of_a_text_is_lost(lines in proptest::collection::vec(line(), 1..16)) {
        check(&lines.concat());
    }
}

#[test]
fn nothing_of_a_treaty_is_lost() {
    for day in ["23-oct", "4-dec", "9-dec", "12-dec"] {
        let Some(source) = data(&format!("drafts/cop21/draft_{day}-2015.md")) else { return };
        let draft = read_markdown(&source);
        let units = cut(&draft);
        println!(
            "{day}: {} provisions, {} units, of {} articles",
            draft.provisions.len(),
            units.len(),
            draft.children(None).count()
        );
        check(&source);
    }
}

#[test]
fn units_are_what_a_person_would_cite() {
    for (source, numbers) in [
        ("1. One.\n\n2. Two:\n\n    (a) a;\n    (b) b.\n", vec!["1", "2"]),
        ("## Article 4 bis\n\n1. One.\n\n2. Two.\n", vec!["4 bis.1", "4 bis.2"]),
        ("## Article 3\n\nThe only one.\n", vec!["3"]),
        ("## Article 3\n\nFirst.\n\nSecond.\n", vec!["3 ¶1", "3 ¶2"]),
        ("## Article 3\n\nThe Parties shall:\n\n(a) act;\n\n(b) report.\n", vec!["3"]),
        ("## Article 9\n\n3. One.\n\n3. Two.\n", vec!["9.3", "9.3 no 2"]),
        (
            "## Preamble\n\nNoting,\n\nRecalling,\n\n## Article 1\n\nText.\n",
            vec!["Preamble ¶1", "Preamble ¶2", "1"],
        ),
    ] {
        let units = cut(&read_markdown(source));
        let told: Vec<&str> = units.iter().map(|unit| unit.number.as_str()).collect();
        assert_eq!(told, numbers, "{source}\n{units:#?}");
    }
}
