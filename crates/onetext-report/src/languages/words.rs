//! The commonest words of languages: they tell a language where its letters do not.

use std::sync::LazyLock;

use super::{Language, Script};
use crate::lexicon::Table;

/// Words that are English and hardly anything else.
const ENGLISH: &str = "the of and to is that for with has have said he they will would from by are it his their who \
    not but were been its this";

/// Words that are common in other languages with Latin letters.
const NOT_ENGLISH: &str = "der die das und ist nicht mit für von dem sich ein eine auf le la les des et est une du dans \
    pour qui que el los las y en una del por il di che per non sono w na się nie z jest że het een van och att som det \
    ve bir bu os não uma da și hogy az";

/// Words that tell it from the other.
const UKRAINIAN: &str = "що це та й у про для як але був була буде цього вже зі або від є";
/// Words that tell it from the other.
const RUSSIAN: &str = "что и с о для как но был была будет этого уже со или от из его";

/// Words that are looked at: the commonest come up long before.
const WORDS_MAX: usize = 80;

/// So many more English words than others that the rest is not looked at.
const LEAD: usize = 4;

/// Whether a paragraph in Latin letters is English; one without any common word is taken for it.
pub(super) fn is_english(paragraph: &str) -> bool {
    static COMMON: LazyLock<Table<bool>> =
        LazyLock::new(|| Table::of([(ENGLISH, true), (NOT_ENGLISH, false)]));
    let (mut english, mut other) = (0, 0);
    for is_english in words(paragraph).filter_map(|word| COMMON.get(word)) {
        english += usize::from(is_english);
        other += usize::from(!is_english);
        if english >= other + LEAD {
            return true;
        }
    }
    // One short word may be a name or an abbreviation.
    english >= other || other < 2
}

/// A paragraph in Cyrillic letters that both languages have.
pub(super) fn cyrillic(paragraph: &str) -> Language {
    let (mut ukrainian, mut russian) = (0, 0);
    for word in words(paragraph) {
        let lower = word.to_lowercase();
        ukrainian += usize::from(UKRAINIAN.split(' ').any(|own| own == lower));
        russian += usize::from(RUSSIAN.split(' ').any(|own| own == lower));
    }
    match ukrainian.cmp(&russian) {
        std::cmp::Ordering::Greater => Language::Ukrainian,
        std::cmp::Ordering::Less => Language::Russian,
        std::cmp::Ordering::Equal => Language::Other(Script::Cyrillic),
    }
}

fn words(paragraph: &str) -> impl Iterator<Item = &str> {
    let is_letter =
        |letter: char| letter.is_ascii_alphabetic() || !letter.is_ascii() && letter.is_alphabetic();
    paragraph.split(move |letter: char| !is_letter(letter)).filter(|word| !word.is_empty()).take(WORDS_MAX)
}
