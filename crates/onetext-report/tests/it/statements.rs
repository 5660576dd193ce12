//! Statements of single sentences: who says it, and which words are what is said.

use onetext_report::{About, Reading, read};

/// Each statement as "source | content", the words of several pieces joined by " .. ".
fn statements(text: &str) -> Vec<String> {
    let reading: Reading = read(text, &About::default());
    let of = |claim: &onetext_report::Claim| {
        let source = claim.source.map_or("", |source| source.of(text));
        let pieces: Vec<&str> = claim.content.iter().map(|piece| piece.of(text)).collect();
        format!("{source} | {}", pieces.join(" .. "))
    };
    reading.claims.iter().map(of).collect()
}

fn check(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(statements(text), *expected, "{text}");
    }
}

#[test]
fn things_end_where_a_remark_or_circumstance_begins() {
    check(&[
        (
            "The minister praised the ceasefire, which took effect on Monday.",
            &["The minister | the ceasefire"],
        ),
        ("The union endorsed the plan on Friday.", &["The union | the plan"]),
        ("The envoy condemned the raid because it broke the truce.", &["The envoy | the raid"]),
        (
            "The minister criticized the army, the police and the courts.",
            &["The minister | the army, the police and the courts"],
        ),
    ]);
}

#[test]
fn nouns_carry_a_statement_of_their_owner() {
    check(&[
        ("The senator voiced doubts about the truce.", &["The senator | the truce"]),
        ("The ministry issued a warning that the dam may break.", &["The ministry | that the dam may break"]),
        ("The general's refusal to sign delayed the round.", &["The general | to sign delayed the round"]),
    ]);
}

#[test]
fn cues_of_several_words() {
    check(&[
        ("Yerevan brushed the appeal aside.", &["Yerevan | the appeal"]),
        ("The minister waved away the rumours.", &["The minister | the rumours"]),
        (
            "Officials let it be known that the talks would go on.",
            &["Officials | that the talks would go on"],
        ),
        ("The minister was quick to play down the meeting.", &["The minister | the meeting"]),
        ("The envoy pointed out that nobody had signed.", &["The envoy | that nobody had signed"]),
    ]);
}

#[test]
fn who_is_quoted_is_the_source() {
    check(&[
        (
            "The agency quoted the general as saying that the road was open.",
            &["the general | that the road was open"],
        ),
        ("The mayor was quoted as ruling out a second vote.", &["The mayor | a second vote"]),
    ]);
}

#[test]
fn what_says_nothing() {
    check(&[
        ("The minister called on President Doe.", &[]),
        ("The ministry declined to comment.", &[]),
        ("The paper cited two officials.", &[]),
    ]);
}

#[test]
fn passives_with_who_did_it_and_without() {
    check(&[
        ("The plan was criticized by the union.", &["the union | The plan"]),
        ("The general was accused of shelling the port.", &[" | The general .. shelling the port"]),
    ]);
}
