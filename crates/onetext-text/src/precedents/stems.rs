//! The words of a text with their places, and the stem by which each is compared.
//!
//! A word is a run of letters and digits, in small letters; hyphens part words, apostrophes within one do not. Its stem is
//! what is left when common English endings are taken off, longest first and again until none fits, as long as four
//! letters stay: "guarantees", "guaranteed" and "guarantor" are one, so are "verify" and "verification", "demilitarised"
//! and "demilitarization". Words of other languages are compared as far as their endings look alike. Like every such rule
//! it also makes one of some words that are two; the wording is shown, so that a reader sees it.

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// By which it is compared.
    pub stem: String,
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends, in bytes.
    pub end: usize,
}

/// The words of a text.
pub fn words(text: &str) -> Vec<Word> {
    let mut all = Vec::new();
    let mut begin = None;
    let mut end = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next_is_letter = letters.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        let joins = matches!(letter, '\'' | '’') && begin.is_some() && next_is_letter;
        if letter.is_alphanumeric() || joins {
            begin.get_or_insert(at);
            end = at + letter.len_utf8();
        } else if let Some(start) = begin.take() {
            all.push(word(text, start, end));
        }
    }
    if let Some(start) = begin {
        all.push(word(text, start, end));
    }
    all
}

/// The stems of a text, in order.
pub fn stems(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.stem).collect()
}

fn word(text: &str, start: usize, end: usize) -> Word {
    Word { stem: stem(&text[start..end]), start, end }
}

/// The stem of a word.
pub fn stem(word: &str) -> String {
    let mut word = word.to_lowercase();
    for possessive in ["'s", "’s"] {
        if let Some(short) = word.strip_suffix(possessive) {
            word.truncate(short.len());
        }
    }
    word.retain(char::is_alphanumeric);
    while !WHOLE.contains(&word.as_str()) {
        let Some(length) = ENDINGS.iter().find_map(|ending| cut(&word, ending)) else { break };
        word.truncate(length);
    }
    word
}

/// How long the word is without the ending, if it has it and enough is left.
fn cut(word: &str, ending: &str) -> Option<usize> {
    let rest = word.strip_suffix(ending)?;
    // "process" is no plural of "proces".
    let is_whole = ending == "s" && rest.ends_with('s');
    (!is_whole && rest.chars().count() >= STEM_MIN).then_some(rest.len())
}

/// So many letters stay: with three, "state" and "station" become one.
const STEM_MIN: usize = 4;

/// Endings, the longest first.
const ENDINGS: [&str; 47] = [
    "isations", "ision", "izations", "isation", "ization", "ications", "ication", "ations", "ators", "ising",
    "izing", "ation", "ative", "ments", "ised", "ized", "ises", "izes", "ator", "ment", "ings", "ions",
    "ance", "ence", "ally", "ise", "ize", "ing", "ion", "ees", "ors", "ers", "als", "ies", "ied", "ate",
    "ly", "ee", "or", "er", "al", "ed", "es", "ry", "s", "e", "y",
];

/// Words that stay as they are, because what would be left of them is another word.
const WHOLE: [&str; 31] = [
    "oversee",
    "oversees",
    "overseer",
    "overseers",
    "observance",
    "observances",
    "assured",
    "station",
    "stations",
    "international",
    "internal",
    "general",
    "national",
    "nation",
    "nations",
    "generation",
    "united",
    "security",
    "party",
    "parties",
    "territory",
    "territorial",
    "mission",
    "minister",
    "ministry",
    "mine",
    "mines",
    "border",
    "water",
    "order",
    "missing",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_have_one_stem() {
        let families = [
            "guarantee guarantees guaranteed guarantor guarantors",
            "monitor monitors monitoring monitored",
            "verify verification verified verifies",
            "observe observer observers observation observing",
            "demilitarised demilitarized demilitarisation demilitarization",
            "withdraw withdrawal withdrawals withdrawing",
            "referendum referendums",
            "supervise supervision supervised",
            "guarantor's guarantor’s guarantors",
        ];
        for family in families {
            let mut all = stems(family);
            all.dedup();
            assert_eq!(all.len(), 1, "{family}: {all:?}");
        }
    }

    #[test]
    fn words_that_differ_stay_apart() {
        for pair in [
            "international internal",
            "party part",
            "state station",
            "mission missing",
            "general generation",
            "oversee over",
            "observer observance",
        ] {
            let all = stems(pair);
            assert_ne!(all[0], all[1]);
        }
    }

    #[test]
    fn words_have_their_places_in_any_script() {
        let text = "Ünited «ДНР», cease-fire: parties’ claim";
        let found: Vec<&str> = words(text).iter().map(|word| &text[word.start..word.end]).collect();
        assert_eq!(found, ["Ünited", "ДНР", "cease", "fire", "parties", "claim"]);
    }
}
