//! The neutrality rules of the shipped case, as far as a test can read them.

use std::fs;
use std::path::Path;

use onetext_folder::Files;
use onetext_model::{AsOf, Day, Evidence, Fact, Kind, Party, View, Viewer};

use crate::house::root;

/// Words that take a side when we say them; inside a quotation they are its speaker's.
const LOADED: [&str; 10] = [
    "annex",
    "occupied",
    "occupation",
    "liberat",
    "special military operation",
    "regime",
    "aggressor",
    "conced",
    "puppet",
    "separatist",
];

pub fn files_of(case: &str) -> Files {
    fn walk(folder: &Path, prefix: &str, files: &mut Files) {
        for item in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let name = format!("{prefix}{}", item.file_name().to_str().unwrap());
            if item.path().is_dir() {
                walk(&item.path(), &format!("{name}/"), files);
            } else {
                files.insert(name, fs::read(item.path()).unwrap());
            }
        }
    }
    let mut files = Files::new();
    walk(&root().join("cases").join(case), "", &mut files);
    files
}

/// The shipped case with everything in it; admission must find nothing.
fn with_case(test: impl Fn(&View<'_>)) {
    let files = files_of("ukraine-2025");
    let (case, findings) = onetext_folder::read(&files).admit(&files).unwrap();
    assert!(findings.is_empty(), "{findings:#?}");
    test(&View::of(&case, Viewer::Keeper, AsOf::today(Day::constant(2025, 12, 31))));
}

/// The text outside quotation marks.
fn our_voice(text: &str) -> String {
    let mut depth = false;
    let mut ours = String::new();
    for c in text.chars() {
        match c {
            '"' => depth = !depth,
            '“' => depth = true,
            '”' => depth = false,
            _ if !depth => ours.push(c),
            _ => {}
        }
    }
    ours
}

#[test]
fn loaded_words_stand_in_quotations_only() {
    with_case(|view| {
        for entry in view.entries().iter().filter(|entry| entry.fact.kind() != Kind::Page) {
            let value = serde_json::to_value(&entry.fact).unwrap();
            strings(&value, &mut |text| {
                let ours = our_voice(text).to_lowercase();
                for word in LOADED {
                    assert!(!ours.contains(word), "{:?}: {word:?} in our voice: {text}", entry.label);
                }
            });
        }
    });
}

fn strings(value: &serde_json::Value, visit: &mut dyn FnMut(&str)) {
    match value {
        serde_json::Value::String(text) => visit(text),
        serde_json::Value::Array(items) => items.iter().for_each(|item| strings(item, visit)),
        serde_json::Value::Object(members) => members.values().for_each(|member| strings(member, visit)),
        _ => {}
    }
}

#[test]
fn nobody_is_graded_weighed_or_given_a_settlement() {
    with_case(|view| {
        for entry in view.entries() {
            let kind = entry.fact.kind();
            assert!(!matches!(kind, Kind::Grade | Kind::Preference | Kind::Reservation), "{:?}", entry.label);
        }
    });
}

#[test]
fn every_statement_has_its_source() {
    with_case(|view| {
        let told = [
            Kind::Position,
            Kind::Claim,
            Kind::Contact,
            Kind::Option,
            Kind::Ask,
            Kind::Idea,
            Kind::Undertaking,
            Kind::Link,
            Kind::Role,
            Kind::Interest,
            Kind::Mandate,
        ];
        for entry in view.entries().iter().filter(|entry| told.contains(&entry.fact.kind())) {
            assert!(!entry.sources.is_empty(), "{} {:?}", entry.fact.kind().word(), entry.label);
        }
    });
}

#[test]
fn positions_say_whose_words_they_rest_on() {
    with_case(|view| {
        for position in view.each::<onetext_model::Position>() {
            assert!(
                position.fact.evidence == Evidence::Own || position.fact.by.is_some(),
                "{:?}",
                position.entry.label
            );
        }
    });
}

#[test]
fn recognition_and_waiver_clauses_are_whole() {
    with_case(|view| {
        let provision =
            |label: &str| view.labelled::<onetext_model::Provision>(label).unwrap().fact.text.clone();
        let territory = provision("us-28/21");
        for clause in
            ["United States", "internationally recognised as territory of the Russian Federation", "de facto"]
        {
            assert!(territory.contains(clause), "point 21 lacks {clause:?}: {territory}");
        }
        assert!(provision("us-28/26").contains("no claims"), "the waiver of claims");
    });
}

#[test]
fn parties_come_in_alphabetical_order() {
    with_case(|view| {
        let page = onetext_document::json::write(&onetext_desk::grid::compose(view));
        let mut names: Vec<&str> = view
            .each::<Party>()
            .map(|party| party.fact.short.as_ref().unwrap_or(&party.fact.name).as_str())
            .collect();
        names.sort_by_key(|name| {
            view.each::<Party>()
                .find(|p| p.fact.short.as_deref() == Some(*name) || p.fact.name == *name)
                .map(|p| p.fact.name.clone())
        });
        let head = page.split("\"rows\"").next().unwrap();
        let places: Vec<usize> = names.iter().filter_map(|name| head.find(&format!("\"{name}\""))).collect();
        assert!(places.len() > 2 && places.is_sorted(), "{names:?} at {places:?}");
    });
}

#[test]
fn unnamed_sources_stay_in_their_report() {
    with_case(|view| {
        for entry in view.entries() {
            if let Fact::Person(person) = &entry.fact {
                assert!(
                    person.sort != onetext_model::PersonSort::Unnamed,
                    "{}: write it in the chain",
                    person.name
                );
            }
        }
    });
}
