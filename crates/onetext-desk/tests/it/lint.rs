//! The page of lint, and that each rule's remarks are said in words.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use onetext_desk::drafts::Named;
use onetext_desk::lint::{lint as page, rules, sentence};
use onetext_document::{json, terminal};
use onetext_model::TextForm;
use onetext_text::draft::{Draft, read_markdown};
use onetext_text::lint::{Choice, Found, Given, Subject, Verbatim, lint};

/// Provisions that break most of the rules, as a person would write them.
const TEXT: &str = "\
## Article 1

1. Support shall be provided to Weston as soon as possible, and/or by reliable means. It is expected that it is enough.

2. Weston will receive security guarantees. If it fires without cause, its guarantee is void.

3. All disputes of the last 30 years are considered settled, unless otherwise decided.

5. Parties [shall][should] make every effort, where possible, under paragraph 9 of this Article.

## Article 2

1. The forces of both sides shall withdraw to agreed points within fifteen (14) days. The truce begins once the other withdraws.

2. By the rules referred to in paragraph 2 of this Article, the JMC acts and the the JMC reports, by 31 June, in [X] cases.

3. NATO will not expand. All will receive amnesty. They shall establish a council. A fund of $100 is set up. [The cease-fire

4. The ceasefire is kept, currently, under the above-mentioned ceasefire measures, including tariffs, quotas and fees.

5. If it keeps troops there, the guarantee lapses. Each Party shall report. The report will be public.
";

fn found(draft: &Draft) -> Found {
    let text = Verbatim::of(draft, TextForm::Verbatim).unwrap();
    lint(&Subject::of(text, Given::default()), &Choice::default())
}

#[test]
fn every_remark_is_said_in_words_and_cured() {
    let draft = read_markdown(TEXT);
    let found = found(&draft);
    let names: std::collections::BTreeSet<&str> =
        found.remarks.iter().map(|remark| remark.rule.name).collect();
    println!("{} rules: {names:?}", names.len());
    assert!(names.len() >= 28, "{names:?}");
    for remark in &found.remarks {
        let (what, cure) = sentence(&draft, remark);
        assert!(what.ends_with('.') && cure.ends_with('.'), "{}: {what} {cure}", remark.rule.name);
    }
}

#[test]
fn the_page_counts_on_top_and_follows_the_text() {
    let draft = read_markdown(TEXT);
    let found = found(&draft);
    let page =
        page(Named { name: "draft.md", draft: &draft }, onetext_text::exact::Language::English, &found);
    let shown = terminal::write(&page, 110);
    let at = |words: &str| shown.find(words).unwrap_or_else(|| panic!("no {words:?} in\n{shown}"));
    assert!(at(" errors") < at("Article 1, 1") && at("Article 1, 1") < at("Article 2, 1"));
    assert!(at("3 is followed by 5") > at("Article 1, 5"));
    // A remark opens to its place and to the page of the manual.
    let opened = terminal::write_opened(&page, "A1.p5-1", 110).unwrap();
    assert!(opened.contains("Why it is bad"), "{opened}");
    assert!(json::write(&page).contains("onetext.lint/1"));
}

#[test]
fn the_rules_are_listed() {
    let shown = terminal::write(&rules(), 110);
    assert!(shown.contains("OT013") && shown.contains("dangling-reference"));
}
