//! The words that we know: word classes as flags, forms of verbs, titles, offices, people, states, verbs of saying.
//!
//! A word is looked up once, in lower case, when a text is parsed; later parts test flags. A word that is not listed has
//! no flags: its ending and its neighbours decide (`grammar`).

mod adjectives;
mod closed;
mod hash;
mod nouns;
mod people;
mod places;
mod speech;
mod table;
mod verbs;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

pub(crate) use hash::{Quick, WordHasher};
pub(crate) use places::{PLACES, REGIONS, SEATS, STATES, columns};
pub(crate) use table::Table;

/// A set of word classes. A word may have several: "call" is a noun, a verb and a contact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes(pub(crate) u64);

impl Classes {
    pub(crate) const NONE: Classes = Classes(0);
    /// "the", "a", "this", "every"
    pub(crate) const DETERMINER: Classes = Classes(1 << 0);
    /// "he", "they", "who" as subject or object
    pub(crate) const PRONOUN: Classes = Classes(1 << 1);
    /// "his", "their"
    pub(crate) const POSSESSIVE: Classes = Classes(1 << 2);
    pub(crate) const PREPOSITION: Classes = Classes(1 << 3);
    /// "and", "or", "but"
    pub(crate) const CONJUNCTION: Classes = Classes(1 << 4);
    /// "that", "because", "while", "after" before a clause
    pub(crate) const SUBORDINATOR: Classes = Classes(1 << 5);
    /// "who", "which", "whose", "where"
    pub(crate) const RELATIVE: Classes = Classes(1 << 6);
    /// "will", "would", "may"
    pub(crate) const MODAL: Classes = Classes(1 << 7);
    /// Forms of "be", "have", "do"
    pub(crate) const AUXILIARY: Classes = Classes(1 << 8);
    /// "not", "never", "n't" forms ("didn't" is auxiliary and negation)
    pub(crate) const NEGATION: Classes = Classes(1 << 9);
    pub(crate) const ADVERB: Classes = Classes(1 << 10);
    pub(crate) const ADJECTIVE: Classes = Classes(1 << 11);
    pub(crate) const NOUN: Classes = Classes(1 << 12);
    /// "two", "dozen"
    pub(crate) const NUMERAL: Classes = Classes(1 << 13);
    pub(crate) const VERB_BASE: Classes = Classes(1 << 14);
    /// Third person: "says"
    pub(crate) const VERB_S: Classes = Classes(1 << 15);
    pub(crate) const VERB_PAST: Classes = Classes(1 << 16);
    pub(crate) const VERB_PARTICIPLE: Classes = Classes(1 << 17);
    pub(crate) const VERB_ING: Classes = Classes(1 << 18);
    pub(crate) const WEEKDAY: Classes = Classes(1 << 19);
    pub(crate) const MONTH: Classes = Classes(1 << 20);
    /// Before a name: "Mr.", "President", "General"
    pub(crate) const TITLE: Classes = Classes(1 << 21);
    /// The head of an office: "minister", "envoy", "spokesman", "ambassador"
    pub(crate) const OFFICE: Classes = Classes(1 << 22);
    /// "Ukrainian", "American", "U.S." before a noun
    pub(crate) const DEMONYM: Classes = Classes(1 << 23);
    /// Cities, provinces, seas
    pub(crate) const PLACE: Classes = Classes(1 << 25);
    /// A head noun of unnamed sources: "source", "official", "diplomat", "person", "aide"
    pub(crate) const SOURCE: Classes = Classes(1 << 28);
    /// A head noun of bodies: "ministry", "government", "company", "union", "court", "party"
    pub(crate) const BODY: Classes = Classes(1 << 29);
    /// Persons in general: "man", "leader", "lawyer", "members", "voters"
    pub(crate) const HUMAN: Classes = Classes(1 << 30);
    /// Things that speak: "report", "statement", "poll", "document", "letter", "study"
    pub(crate) const UTTERANCE: Classes = Classes(1 << 31);
    /// First names
    pub(crate) const FIRST_NAME: Classes = Classes(1 << 32);
    /// Any form of a verb by which something is attributed
    pub(crate) const SPEECH: Classes = Classes(1 << 33);
    /// Weakens or strengthens a statement: "perhaps", "clearly"
    pub(crate) const HEDGE: Classes = Classes(1 << 34);

    /// Whether it has any of the classes of the other.
    pub(crate) fn any(self, of: Classes) -> bool {
        self.0 & of.0 != 0
    }

    /// Both together.
    pub(crate) const fn with(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }
}

/// What a form of a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) classes: Classes,
    /// The base form, where it is a verb.
    pub(crate) lemma: &'static str,
}

/// Longest word that is looked up, in bytes.
const WORD_BYTES_MAX: usize = 32;

static WORDS: LazyLock<HashMap<&'static [u8], Known, Quick>> = LazyLock::new(words);

/// What is known of a word, whatever its capitals.
pub(crate) fn known(word: &str) -> Known {
    const NOTHING: Known = Known { classes: Classes::NONE, lemma: "" };
    let mut lower = [0_u8; WORD_BYTES_MAX];
    let Some(slot) = lower.get_mut(..word.len()) else { return NOTHING };
    let mut all = 0;
    for (byte, letter) in slot.iter_mut().zip(word.bytes()) {
        *byte = letter.to_ascii_lowercase();
        all |= letter;
    }
    if all.is_ascii() {
        return WORDS.get(&*slot).copied().unwrap_or(NOTHING);
    }
    let curly = word.replace('\u{2019}', "'").to_lowercase();
    WORDS.get(curly.as_bytes()).copied().unwrap_or(NOTHING)
}

fn words() -> HashMap<&'static [u8], Known, Quick> {
    let mut words: HashMap<&'static [u8], Known, Quick> = HashMap::default();
    let mut add = |word: &'static str, classes: Classes, lemma: &'static str| {
        let slot = words.entry(word.as_bytes()).or_insert(Known { classes: Classes::NONE, lemma: "" });
        slot.classes = slot.classes.with(classes);
        if slot.lemma.is_empty() {
            slot.lemma = lemma;
        }
    };
    for (classes, row) in closed::ROWS.iter().chain(nouns::ROWS) {
        row.split_whitespace().for_each(|word| add(word, *classes, ""));
    }
    for (class, list) in [
        (Classes::NOUN, nouns::COMMON),
        (Classes::ADJECTIVE, adjectives::ADJECTIVES),
        (Classes::FIRST_NAME, people::FIRST_NAMES),
    ] {
        list.split_whitespace().for_each(|word| add(word, class, ""));
    }
    verbs::each(&mut add);
    for name in places::PLACES.split('|').filter(|name| !name.contains(' ')) {
        add(name.to_lowercase().leak(), Classes::PLACE, "");
    }
    for row in STATES.iter().chain(REGIONS) {
        let [_, demonyms, ..] = columns(row);
        for demonym in demonyms.iter().filter(|demonym| !demonym.contains(' ')) {
            add(demonym.to_lowercase().leak(), Classes::DEMONYM, "");
        }
    }
    let speech: HashSet<&str, Quick> = speech::SPEECH.split_whitespace().collect();
    for known in words.values_mut() {
        if speech.contains(known.lemma) {
            known.classes = known.classes.with(Classes::SPEECH);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_their_classes() {
        for (word, class) in [
            ("Geneva", Classes::PLACE),
            ("ukrainian", Classes::DEMONYM),
            ("Swiss", Classes::DEMONYM),
            ("CLAIMED", Classes::SPEECH),
            ("claims", Classes::NOUN),
            ("travelling", Classes::VERB_ING),
            ("economists", Classes::HUMAN),
            ("Oksana", Classes::FIRST_NAME),
            ("theory", Classes::NOUN),
            ("upcoming", Classes::ADJECTIVE),
            ("didn\u{2019}t", Classes::NEGATION),
        ] {
            assert!(known(word).classes.any(class), "{word}");
        }
    }

    #[test]
    fn words_have_no_classes_but_theirs() {
        for (word, class) in [
            ("govern", Classes::NOUN),
            ("travelled", Classes::VERB_BASE),
            ("hearing", Classes::VERB_BASE),
            ("rules", Classes::VERB_PAST),
            ("binds", Classes::SPEECH),
        ] {
            assert!(!known(word).classes.any(class), "{word}");
        }
        for word in
            ["", "zzyzx", "a-very-long-word-that-nobody-would-ever-look-up-anywhere", "слово", "\u{0}"]
        {
            assert_eq!(known(word).classes, Classes::NONE, "{word}");
        }
    }
}
