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

#[test]
fn asides_between_speaker_and_verb() {
    check(&[
        (
            "Jane Roe, one of the guests at the table, said John Doe and Max Poe had agreed to meet.",
            &["Jane Roe, one of the guests at the table | John Doe and Max Poe had agreed to meet"],
        ),
        (
            "Jane Roe, an old lawyer who sits with the union, pointed to talks in Oslo.",
            &["Jane Roe | talks in Oslo"],
        ),
        (
            "The party will be there when the talks resume on Monday, its leader, John Doe, said.",
            &["its leader, John Doe | The party will be there when the talks resume on Monday"],
        ),
        (
            "They ignored an order from the Ruritania Labour Board, which ruled that the strike was unlawful.",
            &["the Ruritania Labour Board | that the strike was unlawful"],
        ),
    ]);
}

#[test]
fn what_stands_between_cue_and_statement() {
    check(&[
        (
            "Jane Roe said after meeting her Ruritanian counterpart that a majority would agree.",
            &["Jane Roe | that a majority would agree"],
        ),
        (
            "Jane Roe wrote on the site on September 9 that there would be talks.",
            &["Jane Roe | that there would be talks"],
        ),
    ]);
}

#[test]
fn things_that_are_praised_blamed_and_pointed_at() {
    check(&[
        ("Jane Roe hailed \"a major milestone.\"", &["Jane Roe | \"a major milestone.\""]),
        (
            "The broadcaster blamed the breakdown on \"unreasonable demands.\"",
            &["The broadcaster | the breakdown on \"unreasonable demands.\""],
        ),
        ("The ministry has rejected that condition.", &["The ministry | that condition"]),
        ("Jane Roe did not say whether she would go.", &[]),
    ]);
}

#[test]
fn quotations_keep_their_own_cue() {
    check(&[(
        "Jane Roe wrote it. \"We will go on,\" the ministry said in a statement issued late on Monday.",
        &["the ministry | \"We will go on,\""],
    )]);
}

/// The names of each statement's chain, without the outlet.
fn chains(text: &str) -> Vec<String> {
    let reading: Reading = read(text, &About::default());
    let name = |link: &onetext_report::Link| reading.actors[link.actor.0].name.as_str();
    let chain =
        |claim: &onetext_report::Claim| claim.chain.iter().skip(1).map(name).collect::<Vec<_>>().join(" > ");
    reading.claims.iter().map(chain).collect()
}

#[test]
fn relays_by_the_part_they_play() {
    let cases: &[(&str, &[&str])] = &[
        ("The talks went on, sources told XYZ.", &["XYZ > sources"]),
        ("The talks went on, sources told the Ruritanian daily Trade Bugle.", &["Trade Bugle > sources"]),
        (
            "The talks went on, according to diplomatic sources cited by the Bugle.",
            &["Bugle > diplomatic sources"],
        ),
        ("The sides met, the Bugle reported, citing two officials.", &["Bugle > two officials"]),
        ("The talks went on, XYZ, a pro-government news agency, reported.", &["XYZ"]),
        ("Security sources fear an attack, the Guardian reported.", &["Guardian > Security sources"]),
        (
            "The talks went on, Jane Roe told Reuters. They will end soon, Roe said.",
            &["Reuters > Jane Roe", "Reuters > Jane Roe"],
        ),
        (
            "In a statement the union complained about delays. They would last, the statement added.",
            &["the union", "the union"],
        ),
        ("Mary Hill came. John White was there. She said that it was late.", &["Mary Hill"]),
    ];
    for (text, expected) in cases {
        assert_eq!(chains(text), *expected, "{text}");
    }
}

/// The first day of each statement of a report of Friday, 17 October 2025.
fn said_on(text: &str) -> Vec<Option<String>> {
    let about = About { published: "2025-10-17".parse().ok(), ..About::default() };
    let day = |claim: &onetext_report::Claim| Some(claim.date.as_ref()?.start?.to_string());
    read(text, &about).claims.iter().map(day).collect()
}

#[test]
fn the_day_on_which_something_was_said() {
    let on = |day: &str| Some(day.to_owned());
    // The complaint came the day before the news; what is planned for Monday does not count.
    let text = "The firm and the union meet a mediator on Monday. \
        The move comes a day after the union filed a complaint, accusing the firm of bad faith.";
    assert_eq!(said_on(text), [on("2025-10-16")]);
    let text = "Jane Roe said on Tuesday that the talks would go on. The truce held, she added.";
    assert_eq!(said_on(text), [on("2025-10-14"), on("2025-10-14")]);
    // Another speaker, another day.
    let text = "Jane Roe said on Tuesday that the talks would go on. The truce held, the union added.";
    assert_eq!(said_on(text), [on("2025-10-14"), None]);
    // Nor what is told much further on.
    let text = "Jane Roe said on Tuesday that the talks would go on. Shops were open. Trains ran late in the north. \
        It rained. The truce held, Jane Roe added.";
    assert_eq!(said_on(text), [on("2025-10-14"), None]);
}

#[test]
fn asides_and_datelines_are_no_part_of_what_is_said() {
    check(&[
        (
            "Jane Roe, who had warned that the deal would fail, phoned the envoy on Friday.",
            &["Jane Roe | that the deal would fail"],
        ),
        (
            "\"We came for a deal,\" said Jane Roe, the minister who leads the delegation.",
            &["Jane Roe, the minister | \"We came for a deal,\""],
        ),
        ("CAIRO: The envoys left, the army said.", &["the army | The envoys left"]),
        ("CAIRO, Jan 14 (Agency) - The envoys left, the army said.", &["the army | The envoys left"]),
        (
            "Jane Roe, who will hold talks with the premier, said on Friday that all was well.",
            &["Jane Roe | that all was well"],
        ),
        (
            "The presidents of France and Spain have called for a truce.",
            &["The presidents of France and Spain | a truce"],
        ),
        ("The envoys left, officials on both sides said.", &["officials on both sides | The envoys left"]),
    ]);
}

#[test]
fn a_statement_without_an_author_is_nobodys() {
    let text =
        "France and Spain met. A joint statement was issued afterwards. It said the talks would go on.";
    let reading = read(text, &About::default());
    assert_eq!(reading.claims.last().map(|claim| claim.speaker), Some(None));
    // The president of one body is not the president of another.
    let text = "European Council President Jane Roe left. The Commission president announced a truce.";
    let reading = read(text, &About::default());
    let speaker = reading.claims.last().and_then(|claim| claim.speaker);
    assert!(speaker.is_none_or(|speaker| reading.actors[speaker.0].name != "Jane Roe"));
}
