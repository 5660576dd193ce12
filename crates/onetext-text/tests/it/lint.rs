//! Lint on real drafts, which lie beside the project and not in it: what must be found, and what must not.

use onetext_model::TextForm;
use onetext_text::draft::{Draft, read_markdown};
use onetext_text::lint::{Choice, Fact, Given, RULES, Remark, Severity, Subject, Verbatim, lint};

use crate::lineage::data;

fn remarks(draft: &Draft) -> Vec<Remark> {
    let text = Verbatim::of(draft, TextForm::Verbatim).unwrap();
    lint(&Subject::of(text, Given::default()), &Choice::default()).remarks
}

/// The keys of the provisions that a rule remarks on.
fn places(draft: &Draft, remarks: &[Remark], rule: &str) -> Vec<String> {
    let of_rule = remarks.iter().filter(|remark| remark.rule.name == rule);
    of_rule.filter_map(|remark| Some(draft.provisions[remark.at?.place].key.clone())).collect()
}

#[test]
fn the_draft_of_9_december_has_the_faults_that_a_reader_found() {
    let Some(source) = data("drafts/cop21/draft_9-dec-2015.md") else { return };
    let draft = read_markdown(&source);
    let found = remarks(&draft);
    let at = |rule: &str| places(&draft, &found, rule);
    // Article 3 jumps from 19 to 21, and Article 17 is absent.
    assert_eq!(at("numbering-gap"), ["A3.p21", "A18"]);
    assert_eq!(at("self-reference"), ["A9.p6"]);
    let duplicates = at("duplicate-text");
    for place in ["A9.p5.4", "A20.p1", "A20.p2"] {
        assert!(duplicates.iter().any(|one| one == place), "{place} in {duplicates:?}");
    }
    assert!(!at("unbalanced-bracket").is_empty());
    let holes = found.iter().filter_map(|remark| match &remark.fact {
        Fact::Placeholder { words } => Some(words.as_str()),
        _ => None,
    });
    let holes: Vec<&str> = holes.collect();
    println!("{} placeholders on 9 December", holes.len());
    assert!(holes.len() >= 36);
    for hole in ["[X]", "-/CP.21.", "###"] {
        assert!(holes.contains(&hole), "{hole} in {holes:?}");
    }
    let undefined = |term: &str| {
        found.iter().find_map(|remark| match &remark.fact {
            Fact::Undefined { term: own, uses } if own == term => Some(*uses),
            _ => None,
        })
    };
    println!("CMA: {:?} uses in the text, besides headings", undefined("CMA"));
    assert!(undefined("CMA").is_some_and(|uses| uses >= 40));
}

#[test]
fn the_adopted_text_has_no_placeholder_and_no_error() {
    let Some(source) = data("drafts/cop21/draft_12-dec-2015.md") else { return };
    let draft = read_markdown(&source);
    let found = remarks(&draft);
    assert_eq!(places(&draft, &found, "placeholder-left"), Vec::<String>::new());
    assert!(found.iter().all(|remark| remark.severity != Severity::Error));
}

#[test]
fn what_a_remark_marks_stands_in_its_text() {
    let cop = ["23-oct", "4-dec", "9-dec", "12-dec"].map(|name| format!("drafts/cop21/draft_{name}-2015.md"));
    let trade = [
        "canada_chile_1996",
        "cusfta_1988",
        "nafta_1992",
        "ukraine_azerbaijan_fta_1995",
        "ukraine_belarus_fta_1992",
        "ukraine_russia_fta_1993",
    ]
    .map(|name| format!("drafts/trade/{name}.md"));
    for name in cop.iter().chain(&trade) {
        let Some(source) = data(name) else { return };
        let draft = read_markdown(&source);
        let found = remarks(&draft);
        let count = |severity: Severity| found.iter().filter(|remark| remark.severity == severity).count();
        let [errors, warnings, notes] = Severity::ALL.map(count);
        println!("{name}: {errors} errors, {warnings} warnings, {notes} notes");
        // Everything that a remark marks can be cut out of its provision.
        for span in found.iter().filter_map(|remark| remark.at) {
            assert!(draft.provisions[span.place].text.get(span.from..span.to).is_some());
        }
    }
}

#[test]
fn a_summary_is_refused() {
    let draft = read_markdown("1. A ceasefire, and talks.\n");
    for form in [TextForm::Summary, TextForm::NotPublic] {
        assert!(Verbatim::of(&draft, form).is_err());
    }
}

#[test]
fn rules_that_read_english_do_not_run_on_other_languages() {
    let draft = read_markdown(
        "1. Стороны [должны] представить доклад.\n\n2. Стороны собираются.\n\n4. Доклад открыт [.\n",
    );
    let text = Verbatim::of(&draft, TextForm::Verbatim).unwrap();
    let found = lint(&Subject::of(text, Given::default()), &Choice::default());
    let names: Vec<&str> = found.remarks.iter().map(|remark| remark.rule.name).collect();
    assert_eq!(names, ["numbering-gap", "unbalanced-bracket"]);
    assert!(found.not_run.contains(&"weak-modal") && !found.not_run.contains(&"numbering-gap"));
}

#[test]
fn rules_are_told_apart_and_have_their_pages() {
    for (at, rule) in RULES.iter().enumerate() {
        assert!(
            RULES[at + 1..].iter().all(|other| other.id != rule.id && other.name != rule.name),
            "{}",
            rule.name
        );
        for part in ["Why it is bad: ", "Example: ", "Better: ", "Standard: ", "Do not heed it "] {
            assert!(rule.page().contains(part), "{} lacks {part:?}", rule.name);
        }
        assert!(!rule.why().is_empty() && !rule.about().is_empty());
    }
}
