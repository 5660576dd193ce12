//! Which language a paragraph is in, and what is read of one that is not English.
//!
//! English is read in full. Of Ukrainian and Russian the names, dates, numbers and quotations are found and shown; their
//! statements and contacts are not, and the reading says so. Of other languages nothing is read. A language is told by its
//! letters, Ukrainian from Russian by those that only one of them has, English from others in Latin letters by its
//! commonest words.

use crate::dates;
use crate::grammar::Parsed;
use crate::reading::{Span, Unread};
use crate::tokens::{Case, Sort, Words};

/// A language, as far as it matters for reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Read in full.
    English,
    /// Read for names, dates, numbers and quotations.
    Ukrainian,
    /// Read for names, dates, numbers and quotations.
    Russian,
    /// Not read.
    Other,
}

/// What is found in a text that is not read in full.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Foreign {
    /// Words with capitals that do not begin a sentence, together.
    pub names: Vec<Span>,
    /// Days and months.
    pub dates: Vec<Span>,
    /// Numbers with the word that follows.
    pub numbers: Vec<Span>,
    /// Quotations with their marks.
    pub quotations: Vec<Span>,
}

/// Letters that tell: fewer say nothing.
const LETTERS_MIN: usize = 12;
/// The share of common English words in an English paragraph, in percent.
const COMMON_MIN: usize = 12;

/// The language of a paragraph; English where it is too short to tell.
///
/// ```
/// use onetext_report::languages::{Language, language_of};
/// assert_eq!(language_of("Президент України провів телефонну розмову."), Language::Ukrainian);
/// assert_eq!(language_of("Президент провёл телефонный разговор."), Language::Russian);
/// assert_eq!(language_of("The president held a call with the envoys."), Language::English);
/// ```
pub fn language_of(paragraph: &str) -> Language {
    let (mut latin, mut cyrillic, mut other, mut ukrainian, mut russian) = (0, 0, 0, 0, 0);
    for letter in paragraph.chars().filter(|letter| letter.is_alphabetic()) {
        match letter {
            'і' | 'ї' | 'є' | 'ґ' | 'І' | 'Ї' | 'Є' | 'Ґ' => ukrainian += 1,
            'ы' | 'э' | 'ъ' | 'ё' | 'Ы' | 'Э' | 'Ъ' | 'Ё' => russian += 1,
            '\u{400}'..='\u{4FF}' => {}
            'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' => latin += 1,
            _ => other += 1,
        }
        cyrillic += usize::from(matches!(letter, '\u{400}'..='\u{4FF}'));
    }
    if latin + cyrillic + other < LETTERS_MIN {
        return Language::English;
    }
    if cyrillic > latin && cyrillic > other {
        return if ukrainian > russian { Language::Ukrainian } else { Language::Russian };
    }
    if other > latin { Language::Other } else { latin_language(paragraph) }
}

/// English by its commonest words; a headline without any is taken for English.
fn latin_language(paragraph: &str) -> Language {
    const COMMON: &[&str] = &[
        "the", "a", "an", "of", "to", "in", "and", "that", "on", "for", "with", "is", "was", "were", "are",
        "by", "at", "as", "from", "said", "he", "she", "it", "they", "we", "his", "their", "has", "have",
        "had", "not", "be", "will", "would", "who", "i", "but", "this",
    ];
    let words: Vec<String> = paragraph
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let common = words.iter().filter(|word| COMMON.contains(&word.as_str())).count();
    let long = words.len() >= 12;
    if long && common * 100 < words.len() * COMMON_MIN { Language::Other } else { Language::English }
}

/// The names, dates, numbers and quotations of a text.
///
/// ```
/// use onetext_report::languages::foreign;
/// let text = "У суботу Рустем Умєров зустрівся 28 листопада з делегацією: «переговори тривали 3 години».";
/// let found = foreign(text);
/// assert_eq!(found.names[0].of(text), "Рустем Умєров");
/// assert_eq!(found.dates[0].of(text), "28 листопада");
/// assert_eq!(found.quotations.len(), 1);
/// ```
pub fn foreign(text: &str) -> Foreign {
    let parsed = Parsed::of(text);
    let dates: Vec<Span> = dates::find(text).into_iter().map(|found| found.span).collect();
    let mut found = Foreign { dates, ..Foreign::default() };
    let cut = &parsed.text;
    let mut token = 0;
    while token < cut.tokens.len() {
        let first = cut.sentence_of(token).is_some_and(|sentence| sentence.words.from == token);
        let mut end = token;
        while end < cut.tokens.len()
            && cut.sort(end) == Some(Sort::Word)
            && cut.tokens[end].case != Case::Lower
        {
            end += 1;
        }
        let width = end - token;
        // A single capital at the beginning of a sentence names nobody.
        if width > usize::from(first) {
            found.names.push(cut.span(Words::new(token, end)));
        }
        let span = cut.span(Words::new(token, token + 2));
        let in_date = found.dates.iter().any(|date| date.overlaps(span));
        if cut.sort(token) == Some(Sort::Number) && !in_date {
            found.numbers.push(span);
        }
        token = end.max(token + 1);
    }
    found.quotations = cut.quotes.iter().map(|quote| cut.span(quote.words)).collect();
    found
}

/// What of a text is not read, paragraph by paragraph.
pub(crate) fn unread(text: &str) -> Vec<Unread> {
    let mut unread = vec![];
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span { start, end: start + line.trim_end().len() };
        start += line.len();
        let why = match language_of(line) {
            Language::English => continue,
            Language::Ukrainian => told("Ukrainian", line),
            Language::Russian => told("Russian", line),
            Language::Other => "its language is not read".to_owned(),
        };
        unread.push(Unread { span, why });
    }
    unread
}

/// "Ukrainian is read for names (Рустем Умєров), dates ... only: not for statements and contacts"
fn told(language: &str, line: &str) -> String {
    let found = foreign(line);
    let some = |what: &str, spans: &[Span]| {
        let words: Vec<&str> = spans.iter().take(5).map(|span| span.of(line)).collect();
        if words.is_empty() { String::new() } else { format!("; {what}: {}", words.join(", ")) }
    };
    format!(
        "statements and contacts in {language} are not read{}{}{}{}",
        some("names", &found.names),
        some("dates", &found.dates),
        some("numbers", &found.numbers),
        some("quotations", &found.quotations)
    )
}
