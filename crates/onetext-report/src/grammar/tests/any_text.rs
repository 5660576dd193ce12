//! No text panics, and every part keeps inside the text, whatever the text is.

use proptest::prelude::*;

use crate::grammar::Parsed;
use crate::tokens::Words;

fn holds(text: &str) {
    let parsed = Parsed::of(text);
    let count = parsed.text.tokens.len();
    let inside = |words: Words| words.from <= words.to && words.to <= count;
    assert_eq!((parsed.tags.len(), parsed.classes.len(), parsed.lemmas.len()), (count, count, count));
    for phrase in &parsed.phrases {
        assert!(inside(phrase.core) && inside(phrase.whole) && inside(phrase.joined), "{phrase:?}");
        assert!(phrase.core.contains(phrase.head), "{phrase:?}");
    }
    assert!(parsed.phrases.windows(2).all(|pair| pair[0].core.to <= pair[1].core.from));
    assert!(parsed.verbs.windows(2).all(|pair| pair[0].words.to <= pair[1].words.from));
    assert!(parsed.verbs.iter().all(|group| inside(group.words) && group.words.contains(group.main)));
    for clause in &parsed.clauses {
        assert!(inside(clause.words) && clause.verb < parsed.verbs.len(), "{clause:?}");
        assert!(clause.words.contains(parsed.verbs[clause.verb].main), "{clause:?}");
    }
}

proptest! {
    #[test]
    fn any_letters(text in "\\PC{0,120}") {
        holds(&text);
    }

    #[test]
    fn words_that_the_rules_know(picked in prop::collection::vec(prop::sample::select(KNOWN), 0..40)) {
        holds(&picked.join(" "));
    }

    #[test]
    fn marks_without_blanks(picked in prop::collection::vec(prop::sample::select(KNOWN), 0..40)) {
        holds(&picked.concat());
    }
}

const KNOWN: &[&str] = &[
    "the",
    "talks",
    "said",
    "that",
    "to",
    "who",
    ",",
    "and",
    ".",
    "\"",
    "”",
    "“",
    "'s",
    "’",
    "(",
    ")",
    "Roe",
    "officials",
    "familiar",
    "with",
    "will",
    "not",
    "half",
    "one",
    "no",
    "longer",
    "Київ",
    "сказав",
    "🕊️",
    "é",
    "ﬁ",
    "\u{202E}",
    "\u{0}",
    "\n",
    "\n\n",
    "28-point",
    "$5",
    ";",
    "—",
    "adding",
    "of",
    "ß",
    "İ",
    "by",
    "help",
];
