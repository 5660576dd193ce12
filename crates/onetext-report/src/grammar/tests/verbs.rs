//! Verb groups: their words, tense, voice, negation, and whether they have a subject of their own.

use crate::grammar::Parsed;

/// The groups of a sentence as `words: tense` with what else holds of each, apart by bars.
fn groups(sentence: &str) -> String {
    let parsed = Parsed::of(sentence);
    let told = parsed.verbs.iter().map(|group| {
        let mut words = format!("{}: {:?}", parsed.text.span(group.words).of(sentence), group.tense);
        for (holds, what) in
            [(group.is_passive, " passive"), (group.is_negated, " negated"), (!group.is_finite, " open")]
        {
            words.push_str(if holds { what } else { "" });
        }
        words
    });
    told.collect::<Vec<String>>().join(" | ")
}

#[test]
fn tense_voice_negation() {
    for (sentence, expected) in [
        ("The envoys met in Oslo.", "met: Past"),
        ("The envoys will meet in Oslo.", "will meet: Future"),
        ("The envoys are to meet in Oslo.", "are: Present | to meet: Future open"),
        ("The envoys are expected to meet.", "are expected: Present passive | to meet: Future open"),
        ("Talks are set to resume.", "are set: Present passive | to resume: Future open"),
        ("She plans to travel.", "plans: Present | to travel: Future open"),
        ("She refused to travel.", "refused: Past | to travel: None open"),
        ("The text was not drafted by us.", "was not drafted: Past passive negated"),
        ("He has repeatedly called for calm.", "has repeatedly called: Present"),
        ("They didn't answer.", "didn't answer: Past negated"),
        ("They no longer accept it.", "accept: Present negated"),
        ("They won't sign it.", "won't sign: Future negated"),
        ("It had been rejected.", "had been rejected: Past passive"),
        ("He spoke, adding that it helps.", "spoke: Past | adding: None open | helps: Present"),
        ("The plan drafted by envoys was rejected.", "drafted: None open | was rejected: Past passive"),
        ("Without consulting them, he left.", "consulting: None open | left: Past"),
    ] {
        assert_eq!(groups(sentence), expected, "{sentence}");
    }
}

#[test]
fn base_forms() {
    for (word, lemma) in [
        ("said", "say"),
        ("denied", "deny"),
        ("travelled", "travel"),
        ("traveled", "travel"),
        ("realise", "realize"),
        ("recognising", "recognize"),
        ("admitting", "admit"),
        ("quipped", "quip"),
        ("begun", "begin"),
        ("sought", "seek"),
        ("lying", "lie"),
        ("refers", "refer"),
        ("overrode", "override"),
        ("vetoes", "veto"),
        ("visited", "visit"),
        ("opened", "open"),
        ("planning", "plan"),
        ("focused", "focus"),
    ] {
        assert_eq!(crate::lexicon::known(word).lemma, lemma, "{word}");
    }
    for word in ["visitted", "openned", "the", "Geneva", ""] {
        assert_eq!(crate::lexicon::known(word).lemma, "", "{word}");
    }
}
