//! In which language a text is written, told by its script and its commonest words.

use crate::draft::Draft;

/// A language that the exact readers know something of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// English.
    English,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Russian.
    Russian,
    /// Ukrainian.
    Ukrainian,
    /// Arabic.
    Arabic,
    /// Another one.
    Other,
}

/// Words of which every text in Latin letters is full, and that no other of these languages has.
const COMMON: [(Language, &[&str]); 3] = [
    (Language::English, &["the", "and", "of", "to", "shall", "in", "by", "with", "for"]),
    (Language::French, &["le", "les", "des", "du", "et", "à", "dans", "par", "une", "au", "aux"]),
    (Language::Spanish, &["el", "los", "las", "del", "y", "en", "por", "una", "con", "al"]),
];
/// So many words are looked at.
const WORDS_MAX: usize = 4_000;

impl Language {
    /// The language with this BCP 47 tag, whatever region stands behind it.
    pub fn from_tag(tag: &str) -> Language {
        match tag.split(['-', '_']).next().unwrap_or_default().to_lowercase().as_str() {
            "en" => Language::English,
            "fr" => Language::French,
            "es" => Language::Spanish,
            "ru" => Language::Russian,
            "uk" => Language::Ukrainian,
            "ar" => Language::Arabic,
            _ => Language::Other,
        }
    }

    /// Its BCP 47 tag; `und` where it is another one.
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::French => "fr",
            Language::Spanish => "es",
            Language::Russian => "ru",
            Language::Ukrainian => "uk",
            Language::Arabic => "ar",
            Language::Other => "und",
        }
    }

    /// Its name in English.
    pub fn name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::French => "French",
            Language::Spanish => "Spanish",
            Language::Russian => "Russian",
            Language::Ukrainian => "Ukrainian",
            Language::Arabic => "Arabic",
            Language::Other => "an unknown language",
        }
    }

    /// The language of a draft.
    ///
    /// ```
    /// use onetext_text::{draft::read_markdown, exact::Language};
    /// let of = |text: &str| Language::of(&read_markdown(text));
    /// assert_eq!(of("1. The Parties shall report."), Language::English);
    /// assert_eq!(of("1. Les Parties présentent un rapport dans les délais."), Language::French);
    /// assert_eq!(of("1. Стороны представляют доклад."), Language::Russian);
    /// assert_eq!(of("1. Сторони подають звіт із цього питання."), Language::Ukrainian);
    /// assert_eq!(of("١. تقدم الأطراف تقريرا."), Language::Arabic);
    /// ```
    pub fn of(draft: &Draft) -> Language {
        let words = || {
            let texts = draft.provisions.iter().flat_map(|one| [one.text.as_str(), one.heading.as_str()]);
            let split = texts.flat_map(|text| text.split(|c: char| !c.is_alphabetic()));
            split.filter(|word| !word.is_empty()).take(WORDS_MAX).map(str::to_lowercase)
        };
        let count = |is: fn(char) -> bool| words().filter(|word| word.chars().all(is)).count();
        let all = words().count();
        if count(|c| ('\u{600}'..='\u{6ff}').contains(&c)) * 2 > all {
            return Language::Arabic;
        }
        if count(|c| ('\u{400}'..='\u{4ff}').contains(&c)) * 2 > all {
            let own = words().filter(|word| word.contains(['і', 'ї', 'є', 'ґ'])).count();
            return if own * 20 > all { Language::Ukrainian } else { Language::Russian };
        }
        let score = |own: &[&str]| words().filter(|word| own.contains(&word.as_str())).count();
        let best =
            COMMON.iter().map(|(language, own)| (score(own), *language)).max_by_key(|(score, _)| *score);
        best.filter(|(score, _)| *score > 0).map_or(Language::Other, |(_, language)| language)
    }
}
