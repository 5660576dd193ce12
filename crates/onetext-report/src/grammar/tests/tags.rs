//! Tags of words in sentences: noun or verb, participle or past, "that", "to", "'s", names.

use crate::grammar::Parsed;

/// Each expectation is `word/Tag`; words are looked for from left to right.
fn check(sentence: &str, expected: &str) {
    let parsed = Parsed::of(sentence);
    let mut from = 0;
    for pair in expected.split_whitespace() {
        let (word, tag) = pair.rsplit_once('/').unwrap();
        let place = (from..parsed.tags.len()).find(|token| parsed.text.word(*token) == word);
        let token = place.unwrap_or_else(|| panic!("{word:?} is not in {sentence:?}"));
        from = token + 1;
        assert_eq!(format!("{:?}", parsed.tag(token)), tag, "{word:?} in {sentence:?}");
    }
}

#[test]
fn nouns_are_told_from_verbs() {
    for (sentence, expected) in [
        ("The talks began on Monday.", "talks/Noun began/Verb"),
        ("The minister talks about peace.", "minister/Noun talks/Verb"),
        ("Officials plan to meet again.", "Officials/Noun plan/Verb to/To meet/Verb"),
        ("The plan was drafted in May.", "plan/Noun was/Auxiliary drafted/Verb May/Name"),
        ("They report progress to the council.", "report/Verb progress/Noun to/Preposition"),
        ("A report on the strike was released.", "report/Noun strike/Noun released/Verb"),
        ("The union demands a new contract.", "union/Noun demands/Verb contract/Noun"),
        ("The union's demands were rejected.", "'s/Possessive demands/Noun rejected/Verb"),
        ("He calls the offer a trap.", "calls/Verb offer/Noun trap/Noun"),
        (
            "Phone calls between the leaders continued.",
            "calls/Noun between/Preposition leaders/Noun continued/Verb",
        ),
        ("The company claims that sales rose.", "claims/Verb that/Subordinator sales/Noun rose/Verb"),
        ("The new claims were denied.", "claims/Noun denied/Verb"),
        (
            "Rules that bind both sides are needed.",
            "Rules/Noun that/Subordinator bind/Verb sides/Noun needed/Verb",
        ),
        ("The two governments back the proposal.", "governments/Noun back/Verb proposal/Noun"),
        ("Documents from his last visit show what he was told.", "visit/Noun show/Verb what/Relative"),
        ("Paris claims the islands.", "Paris/Name claims/Verb islands/Noun"),
        ("They helped end the blockade.", "helped/Verb end/Verb blockade/Noun"),
        ("She does not want a truce.", "does/Auxiliary not/Negation want/Verb truce/Noun"),
        ("Some say the ceasefire will hold.", "Some/Pronoun say/Verb ceasefire/Noun will/Modal hold/Verb"),
    ] {
        check(sentence, expected);
    }
}

#[test]
fn participles_and_past_forms() {
    for (sentence, expected) in [
        ("The drafted text is long.", "drafted/Adjective text/Noun is/Auxiliary"),
        ("Both sides agreed.", "Both/Determiner sides/Noun agreed/Verb"),
        ("Both agreed to a pause.", "agreed/Verb to/Preposition pause/Noun"),
        ("The accused denied it.", "accused/Noun denied/Verb it/Pronoun"),
        ("The first half ended without a deal.", "half/Noun ended/Verb deal/Noun"),
        ("The most widely read paper said so.", "widely/Adverb read/Adjective paper/Noun said/Verb"),
        ("The visiting delegation left early.", "visiting/Adjective delegation/Noun left/Verb early/Adverb"),
        ("He left, adding nothing.", "left/Verb adding/Verb nothing/Pronoun"),
        ("The hearing was postponed.", "hearing/Noun postponed/Verb"),
        ("They are meeting in Geneva.", "are/Auxiliary meeting/Verb Geneva/Name"),
        ("The meeting in Geneva failed.", "meeting/Noun failed/Verb"),
    ] {
        check(sentence, expected);
    }
}

#[test]
fn small_words() {
    for (sentence, expected) in [
        ("He said that the road was closed.", "said/Verb that/Subordinator the/Determiner"),
        ("That road was closed.", "That/Determiner road/Noun"),
        ("The law that governs trade was changed.", "law/Noun that/Relative governs/Verb trade/Noun"),
        ("He agreed to that.", "to/Preposition that/Determiner"),
        ("They returned to the table to talk.", "to/Preposition table/Noun to/To talk/Verb"),
        ("It's a start.", "'s/Auxiliary start/Noun"),
        ("The country's most senior envoy spoke.", "'s/Possessive envoy/Noun spoke/Verb"),
        ("No one's right to speak was denied.", "one/Pronoun 's/Possessive right/Noun"),
        ("After the talks they left.", "After/Preposition talks/Noun they/Pronoun left/Verb"),
        ("After they met, they left.", "After/Subordinator they/Pronoun met/Verb"),
        ("The mediator no longer expects a result.", "no/Negation longer/Adverb expects/Verb"),
        ("An early deal came too early.", "early/Adjective deal/Noun early/Adverb"),
    ] {
        check(sentence, expected);
    }
}

#[test]
fn names_and_words_that_begin_a_sentence() {
    for (sentence, expected) in [
        ("Brown met the press. Later, reporters asked Brown about it.", "Brown/Name met/Verb Brown/Name"),
        ("Trade fell. Later, trade rose.", "Trade/Noun fell/Verb trade/Noun rose/Verb"),
        ("President Jane Roe spoke.", "President/Name Jane/Name Roe/Name spoke/Verb"),
        ("Envoys From Both Sides Meet in Oslo Again", "Meet/Verb Oslo/Name"),
        ("Finally, the envoys met.", "Finally/Adverb envoys/Noun met/Verb"),
        ("NATO welcomed it.", "NATO/Name welcomed/Verb it/Pronoun"),
    ] {
        check(sentence, expected);
    }
}
