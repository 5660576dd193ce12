//! Which language a paragraph is in, and what is read of one that is not English.
//!
//! English is read whole. Of Ukrainian and Russian [`read_foreign`] gives names, dates, numbers and quotations; who said what,
//! and who met whom, is not read, and the result says so. Other languages are not read.
//!
//! The language is told by letters (і ї є ґ are Ukrainian, ы э ъ ё Russian) and, where they do not tell, by the commonest
//! words. A paragraph of names alone is taken for English where its letters are Latin.

mod foreign;
mod names;
mod words;

use crate::dates::Expression;
use crate::reading::{Span, Unread};

/// The language of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Read whole.
    English,
    /// Read for names, dates, numbers and quotations.
    Ukrainian,
    /// Read for names, dates, numbers and quotations.
    Russian,
    /// Not read.
    Other(Script),
}

/// The letters of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Script {
    /// Latin letters of a language other than English.
    Latin,
    /// Cyrillic letters of a language other than Ukrainian and Russian, or of one that cannot be told.
    Cyrillic,
    /// Greek letters.
    Greek,
    /// Hebrew letters.
    Hebrew,
    /// Arabic letters.
    Arabic,
    /// Chinese, Japanese and Korean characters.
    EastAsian,
    /// Letters of another script.
    Another,
    /// No letters at all.
    None,
}

/// What was read of a paragraph in Ukrainian or Russian; places are those of the whole text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Foreign {
    /// Names of persons, bodies and places, as they stand there, in their cases.
    pub names: Vec<Span>,
    /// Words of time.
    pub dates: Vec<Expression>,
    /// Numbers with what they count: "20 пунктів", "80%".
    pub numbers: Vec<Span>,
    /// What stands in quotation marks, without them.
    pub quotations: Vec<Span>,
    /// What was not read: the paragraph, and why.
    pub unread: Vec<Unread>,
}

/// The language of a paragraph.
///
/// ```
/// use onetext_report::languages::{Language, Script, language_of};
///
/// assert_eq!(language_of("The envoys met again."), Language::English);
/// assert_eq!(language_of("Посланці зустрілися знову."), Language::Ukrainian);
/// assert_eq!(language_of("Посланники встретились вновь, это уже третья встреча."), Language::Russian);
/// assert_eq!(language_of("Die Gesandten haben sich wieder getroffen und reden."), Language::Other(Script::Latin));
/// ```
pub fn language_of(paragraph: &str) -> Language {
    let letters = Letters::of(paragraph);
    match letters.script() {
        Script::Latin if words::is_english(paragraph) => Language::English,
        Script::Cyrillic => letters.cyrillic_language(paragraph),
        script => Language::Other(script),
    }
}

/// What can be read of a paragraph of `text` in a language other than English; nothing of an English one.
///
/// ```
/// use onetext_report::Span;
/// use onetext_report::languages::read_foreign;
///
/// let text = "Учора Олена Петренко сказала: «Є 20 пунктів».";
/// let found = read_foreign(text, Span { start: 0, end: text.len() });
/// assert_eq!(found.names[0].of(text), "Олена Петренко");
/// assert_eq!(found.dates[0].span.of(text), "Учора");
/// assert_eq!(found.numbers[0].of(text), "20 пунктів");
/// assert_eq!(found.quotations[0].of(text), "Є 20 пунктів");
/// assert_eq!(found.unread.len(), 1);
/// ```
pub fn read_foreign(text: &str, paragraph: Span) -> Foreign {
    foreign::read(text, paragraph)
}

/// What is not read of a text for its language, line by line.
///
/// ```
/// use onetext_report::languages::unread;
///
/// let text = "The envoys met.\nЦе друге речення.";
/// assert_eq!(unread(text)[0].span.of(text), "Це друге речення.");
/// ```
pub fn unread(text: &str) -> Vec<Unread> {
    let mut start = 0;
    let mut found = vec![];
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let from = start + line.len() - line.trim_start().len();
        let span = Span { start: from, end: from + words.len() };
        found.extend(foreign::unread(language_of(words), span));
        start += line.len();
    }
    found
}

/// How many letters of each kind a paragraph has.
#[derive(Default)]
struct Letters {
    /// By script, in the order of [`SCRIPTS`].
    by_script: [usize; SCRIPTS.len()],
    ukrainian: usize,
    russian: usize,
    /// The hard sign, which Bulgarian has in most words and Russian seldom.
    hard_sign: usize,
    /// Of Belarusian, Serbian, Macedonian.
    elsewhere: usize,
}

/// Scripts in the order in which a draw is settled.
const SCRIPTS: [Script; 7] = [
    Script::Latin,
    Script::Cyrillic,
    Script::Greek,
    Script::Hebrew,
    Script::Arabic,
    Script::EastAsian,
    Script::Another,
];

impl Letters {
    fn of(paragraph: &str) -> Self {
        let mut found = Letters::default();
        found.by_script[0] = paragraph.bytes().filter(u8::is_ascii_alphabetic).count();
        if paragraph.is_ascii() {
            return found;
        }
        for letter in paragraph.chars().filter(|letter| !letter.is_ascii() && letter.is_alphabetic()) {
            found.by_script[script_of(letter)] += 1;
            match letter {
                'і' | 'ї' | 'є' | 'ґ' | 'І' | 'Ї' | 'Є' | 'Ґ' => found.ukrainian += 1,
                'ы' | 'э' | 'ё' | 'Ы' | 'Э' | 'Ё' => found.russian += 1,
                'ъ' | 'Ъ' => found.hard_sign += 1,
                'ў' | 'Ў' | 'ј' | 'љ' | 'њ' | 'ђ' | 'ћ' | 'џ' | 'ѓ' | 'ќ' | 'ѕ' => {
                    found.elsewhere += 1;
                }
                _ => {}
            }
        }
        found
    }

    fn script(&self) -> Script {
        let most = self.by_script.iter().copied().max().unwrap_or(0);
        let place = self.by_script.iter().position(|count| *count == most && most > 0);
        place.and_then(|place| SCRIPTS.get(place)).copied().unwrap_or(Script::None)
    }

    fn cyrillic_language(&self, paragraph: &str) -> Language {
        if self.elsewhere > 0 || self.hard_sign > 1 && self.russian + self.ukrainian == 0 {
            return Language::Other(Script::Cyrillic);
        }
        match self.ukrainian.cmp(&(self.russian + self.hard_sign)) {
            std::cmp::Ordering::Greater => Language::Ukrainian,
            std::cmp::Ordering::Less => Language::Russian,
            std::cmp::Ordering::Equal => words::cyrillic(paragraph),
        }
    }
}

/// The place of a letter's script in [`SCRIPTS`].
fn script_of(letter: char) -> usize {
    match u32::from(letter) {
        0x0000..=0x024F | 0x1E00..=0x1EFF => 0,
        0x0400..=0x052F => 1,
        0x0370..=0x03FF | 0x1F00..=0x1FFF => 2,
        0x0590..=0x05FF => 3,
        0x0600..=0x06FF | 0x0750..=0x077F | 0xFB50..=0xFDFF | 0xFE70..=0xFEFF => 4,
        0x3040..=0x30FF | 0x3400..=0x9FFF | 0xAC00..=0xD7AF | 0x20000..=0x2FA1F => 5,
        _ => 6,
    }
}
