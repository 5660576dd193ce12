//! Noun phrases: core, what belongs to them, what is joined to them.

use crate::grammar::{Parsed, Phrase};

fn phrase(sentence: &str, core: &str, words: fn(&Phrase) -> crate::tokens::Words) -> String {
    let parsed = Parsed::of(sentence);
    let found = parsed.phrases.iter().find(|phrase| parsed.text.span(phrase.core).of(sentence) == core);
    let all = || -> Vec<&str> {
        parsed.phrases.iter().map(|phrase| parsed.text.span(phrase.core).of(sentence)).collect()
    };
    let found = found.unwrap_or_else(|| panic!("{core:?} is not among {:?}", all()));
    parsed.text.span(words(found)).of(sentence).to_owned()
}

#[test]
fn what_belongs_to_a_phrase() {
    for (sentence, core, whole) in [
        ("Officials from both countries met.", "Officials", "Officials from both countries"),
        (
            "A senior official at the ministry said so.",
            "A senior official",
            "A senior official at the ministry",
        ),
        ("The head of the union of miners left.", "The head", "The head of the union of miners"),
        ("Two people familiar with the talks said so.", "Two people", "Two people familiar with the talks"),
        ("A diplomat briefed on the matter said so.", "A diplomat", "A diplomat briefed on the matter"),
        ("An aide, who asked not to be named, said so.", "An aide", "An aide, who asked not to be named"),
        ("A person who has seen the text said so.", "A person", "A person who has seen the text"),
        ("Jane Roe, the envoy to Oslo, said so.", "Jane Roe", "Jane Roe, the envoy to Oslo"),
        ("John Doe, an economist and adviser, said so.", "John Doe", "John Doe, an economist and adviser"),
        ("The envoy, Jane Roe, said so.", "The envoy", "The envoy, Jane Roe"),
        ("Senator Roe (R-Utah) said so.", "Senator Roe", "Senator Roe (R-Utah)"),
        ("The official said on Monday that it failed.", "The official", "The official"),
    ] {
        assert_eq!(phrase(sentence, core, |phrase| phrase.whole), whole, "{sentence}");
    }
}

#[test]
fn cores() {
    for (sentence, core) in [
        ("They held an ambitious and costly round.", "an ambitious and costly round"),
        ("The nonstop demands tired them.", "The nonstop demands"),
        ("The most lavishly paid lawyers met.", "The most lavishly paid lawyers"),
        ("The country's two largest unions met.", "The country's two largest unions"),
        ("A \"total\" halt was agreed.", "A \"total\" halt"),
        ("Prime Minister Jane Roe spoke.", "Prime Minister Jane Roe"),
        ("The five-hour meeting ended.", "The five-hour meeting"),
    ] {
        assert_eq!(phrase(sentence, core, |phrase| phrase.core), core, "{sentence}");
    }
}

#[test]
fn what_is_joined() {
    for (sentence, core, joined) in [
        ("Roe, Doe, and President Poe met.", "Roe", "Roe, Doe, and President Poe"),
        ("The union and the company met.", "The union", "The union and the company"),
        ("He told reporters and Roe said nothing.", "reporters", "reporters"),
        ("The miners met.", "The miners", "The miners"),
    ] {
        assert_eq!(phrase(sentence, core, |phrase| phrase.joined), joined, "{sentence}");
    }
}
