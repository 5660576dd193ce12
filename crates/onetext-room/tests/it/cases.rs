//! Small cases for tests, and the ids of what is in them.

use onetext_model::{AsOf, Day, Entry, EntryId, Kind, Log, Severity, View, Viewer};

const DRAFTS: &str = r#"
[[instrument]]
label = "pact"
name = "The pact"
[[draft]]
label = "plan-1"
title = "First plan"
known_at = 2026-06-01
instrument = "pact"
form = "verbatim"
language = "en"
[[provision]]
label = "plan-1-1"
draft = "plan-1"
number = "1"
text = "Each Side shall report within fifteen (14) days."
[[draft]]
label = "plan-2"
title = "Second plan"
instrument = "pact"
form = "verbatim"
language = "en"
after = ["plan-1"]
[[provision]]
label = "plan-2-1"
draft = "plan-2"
number = "1"
text = "Each Side [shall][should] report within fifteen (14) days."
"#;

const SMALL_CASE: &str = r#"
format = 1
known_at = 2026-07-01
recorded_at = 2026-07-01
[case]
title = "Talks on a test"
time_zone = "UTC"
invented = true
[[party]]
label = "one"
name = "Side One"
sort = "state"
at_the_table = true
[[party]]
label = "two"
name = "Side Two"
sort = "state"
at_the_table = true
[[compartment]]
label = "mediator"
name = "The mediator"
mediator = true
[[compartment]]
label = "one"
name = "Circle of One"
party = "one"
[[compartment]]
label = "two"
name = "Circle of Two"
party = "two"
[[person]]
label = "ann"
name = "Ann"
party = "one"
[[person]]
label = "bob"
name = "Bob"
party = "two"
[[person]]
label = "mia"
name = "Mia"
[[person]]
label = "max"
name = "Max"
[[membership]]
person = "ann"
compartment = "one"
[[membership]]
person = "bob"
compartment = "two"
[[membership]]
person = "mia"
compartment = "mediator"
[[membership]]
person = "max"
compartment = "mediator"
[[issue]]
label = "water"
name = "Water"
question = "How much?"
[[option]]
label = "half"
issue = "water"
name = "Half each"
[[option]]
label = "third"
issue = "water"
name = "A third for One"
[[issue]]
label = "border"
name = "Border"
question = "Where?"
[[option]]
label = "river"
issue = "border"
name = "Along the river"
[[track]]
label = "main"
name = "Main talks"
"#;

/// A small case: a mediator with an aide, two sides with a person each, three issues; everything that is needed to
/// talk, and nothing private yet.
pub fn small_case() -> Log {
    case_of(SMALL_CASE)
}

/// The same with two drafts of a text.
pub fn case_with_drafts() -> Log {
    case_of(&format!("{SMALL_CASE}{DRAFTS}"))
}

fn case_of(text: &str) -> Log {
    let files = onetext_folder::Files::from([("case.toml".to_owned(), text.as_bytes().to_vec())]);
    let reading = onetext_folder::read(&files);
    let (case, findings) = reading.admit(&files).expect("the case reads");
    let bad: Vec<_> = findings.iter().filter(|f| f.severity == Severity::Error).collect();
    assert!(bad.is_empty(), "{bad:?}");
    let view = View::of(&case, Viewer::Keeper, AsOf::today(Day::MAX));
    Log {
        settings: view.settings().clone(),
        entries: view.entries().iter().map(|entry| (*entry).clone()).collect(),
    }
}

/// The id that a label names in a log; of a circle where `circle` says so.
pub fn id_of(log: &Log, kind: Kind, label: &str) -> EntryId {
    let bears = |entry: &&Entry| {
        entry.fact.kind() == kind && entry.label.as_ref().is_some_and(|own| own.as_str() == label)
    };
    log.entries.iter().find(bears).unwrap_or_else(|| panic!("{label} is there")).id
}
