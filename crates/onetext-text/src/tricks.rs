//! Letters that make a text say something else than it shows: marks that reorder it, characters that nobody sees,
//! look-alikes from another script. Ordinary Arabic, Hebrew, Persian and Hindi need some of these characters: they are
//! remarked only where no such language needs them.

use std::collections::BTreeSet;

use unicode_script::{Script, UnicodeScript};
use unicode_security::confusable_detection::skeleton;

use crate::draft::Draft;
use crate::import::{Remark, Severity, Spot, What};

/// Remarks of one text; a text with more is not read any better with all of them.
const REMARKS_MAX: usize = 500;
/// A whole word of look-alikes is told from an abbreviation only when it has so many letters.
const WHOLE_WORD_MIN: usize = 4;

/// What is to be remarked about the letters of a draft.
///
/// ```
/// use onetext_text::{draft::read_plain, tricks};
/// let found = tricks::look(&read_plain("1. The Pаrty shall pay."));
/// assert_eq!(found[0].rule(), "look-alike");
/// assert!(tricks::look(&read_plain("1. می‌خواهم و कर्‍म")).is_empty());
/// ```
pub fn look(draft: &Draft) -> Vec<Remark> {
    let texts: Vec<(Spot, String)> = texts(draft);
    let known: BTreeSet<String> = texts.iter().flat_map(|(_, text)| latin_words(text)).collect();
    let mut found = Vec::new();
    for (spot, text) in &texts {
        found.extend(
            of_text(text, &known)
                .into_iter()
                .map(|(excerpt, what)| Remark::at(Severity::Warning, spot.clone(), &excerpt, what)),
        );
        if found.len() >= REMARKS_MAX {
            break;
        }
    }
    found
}

fn texts(draft: &Draft) -> Vec<(Spot, String)> {
    let title = (Spot::File, draft.title.clone());
    let provisions = draft.provisions.iter().map(|one| {
        (Spot::Provision(one.key.clone()), format!("{} {}\n{}", one.label.written, one.heading, one.text))
    });
    let notes = draft.notes.iter().map(|(mark, words)| (Spot::Note(mark.clone()), words.clone()));
    std::iter::once(title).chain(provisions).chain(notes).collect()
}

/// What is odd in a text, with the words around it.
fn of_text(text: &str, known: &BTreeSet<String>) -> Vec<(String, What)> {
    if text.is_ascii() && !text.bytes().any(|byte| byte < b' ' && !b"\t\n\r".contains(&byte)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut add = |characters: Vec<char>, what: fn(Vec<String>) -> What| {
        if let Some(first) = characters.first() {
            found.push((around(text, *first), what(numbers(&characters))));
        }
    };
    add(reordering(text), |characters| What::Reordered { characters });
    add(invisible(text), |characters| What::Invisible { characters });
    add(text.chars().filter(|c| is_control(*c)).collect(), |characters| What::Control { characters });
    let is_in_word = |c: char| c.is_alphanumeric() || c == '_' || c.script() == Script::Inherited;
    for word in text.split(|c| !is_in_word(c)).filter(|word| !word.is_ascii()) {
        if let Some(like) = looks_like(word, known) {
            found.push((
                around(text, word.chars().next().unwrap_or(' ')),
                What::LookAlike { word: word.to_owned(), like },
            ));
        }
    }
    found
}

/// Each character once, by number.
fn numbers(characters: &[char]) -> Vec<String> {
    let unique: BTreeSet<u32> = characters.iter().map(|c| u32::from(*c)).collect();
    unique.into_iter().map(|number| format!("U+{number:04X}")).collect()
}

/// The words around a character.
fn around(text: &str, odd: char) -> String {
    /// Characters on each side.
    const SIDE: usize = 60;
    let at = text.chars().position(|c| c == odd).unwrap_or_default();
    text.chars().skip(at.saturating_sub(SIDE)).take(2 * SIDE).collect()
}

fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r') || matches!(u32::from(c) & 0xffff, 0xfffe | 0xffff)
}

fn is_right_to_left(c: char) -> bool {
    matches!(
        c.script(),
        Script::Arabic
            | Script::Hebrew
            | Script::Syriac
            | Script::Thaana
            | Script::Nko
            | Script::Adlam
            | Script::Mandaic
    )
}

/// Marks of direction that no text needs where they stand: overrides; ones that are not closed; ones that turn words
/// without a letter that is read from the right; any in a text that has no such letter.
fn reordering(text: &str) -> Vec<char> {
    let has_rtl = text.chars().any(is_right_to_left);
    let mut odd = Vec::new();
    for line in text.split('\n') {
        let mut open: Vec<(char, bool)> = Vec::new();
        for c in line.chars() {
            match c {
                '\u{202d}' | '\u{202e}' => {
                    odd.push(c);
                    open.push((c, true));
                }
                '\u{202a}' | '\u{202b}' | '\u{2066}'..='\u{2068}' => open.push((c, false)),
                '\u{202c}' | '\u{2069}' => match open.pop() {
                    Some((begun, has_letters)) => {
                        let is_turned = matches!(begun, '\u{202b}' | '\u{2067}') && !has_letters;
                        odd.extend((is_turned || !has_rtl).then_some(begun));
                    }
                    None => odd.push(c),
                },
                _ if is_right_to_left(c) => open.iter_mut().for_each(|(_, has_letters)| *has_letters = true),
                _ => {}
            }
        }
        odd.extend(open.iter().map(|(begun, _)| *begun));
    }
    odd
}

/// Characters without a shape, where no script needs them.
fn invisible(text: &str) -> Vec<char> {
    let characters: Vec<char> = text.chars().collect();
    let has_rtl = characters.iter().any(|c| is_right_to_left(*c));
    let mut odd = Vec::new();
    for (at, c) in characters.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| characters[before]);
        let is_odd = match c {
            // Joiners: Persian, the scripts of India, and pictures made of several.
            '\u{200c}' | '\u{200d}' => before.is_none_or(|before| !takes_joiners(before)),
            // Marks of direction between words that are read from either side.
            '\u{200e}' | '\u{200f}' | '\u{61c}' => !has_rtl,
            // Emphasised pictures, and variants of signs and of Han.
            '\u{fe00}'..='\u{fe0f}' => {
                before.is_none_or(|before| before.is_ascii_alphabetic() || before == ' ')
            }
            '\u{e0100}'..='\u{e01ef}' => before.is_none_or(|before| before.script() != Script::Han),
            // Flags of parts of states are spelt with tags behind a black flag.
            '\u{e0020}'..='\u{e007f}' => {
                characters[..at].iter().rev().find(|c| !is_tag(**c)).is_none_or(|c| *c != '\u{1f3f4}')
            }
            '\u{200b}' => before.is_none_or(|before| !takes_breaks(before)),
            '\u{2060}'..='\u{2064}'
            | '\u{206a}'..='\u{206f}'
            | '\u{feff}'
            | '\u{180e}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{3164}'
            | '\u{ffa0}'
            | '\u{e0001}'
            | '\u{34f}'
            | '\u{17b4}'
            | '\u{17b5}' => true,
            _ => false,
        };
        odd.extend(is_odd.then_some(*c));
    }
    odd
}

fn is_tag(c: char) -> bool {
    ('\u{e0020}'..='\u{e007f}').contains(&c)
}

/// Whether a joiner may follow: letters that join, and pictures.
fn takes_joiners(c: char) -> bool {
    match c.script() {
        Script::Latin
        | Script::Greek
        | Script::Cyrillic
        | Script::Han
        | Script::Hebrew
        | Script::Armenian => false,
        Script::Common => u32::from(c) >= 0x2190,
        _ => true,
    }
}

/// Scripts without blanks between words, where a break may be marked.
fn takes_breaks(c: char) -> bool {
    matches!(c.script(), Script::Thai | Script::Lao | Script::Khmer | Script::Myanmar | Script::Tibetan)
}

/// Scripts whose letters are mistaken for each other.
fn script(c: char) -> Option<Script> {
    let script = c.script();
    matches!(
        script,
        Script::Latin
            | Script::Cyrillic
            | Script::Greek
            | Script::Armenian
            | Script::Cherokee
            | Script::Coptic
            | Script::Lisu
    )
    .then_some(script)
}

/// The letter of another script that one looks like.
fn like(c: char) -> Option<char> {
    let mut buffer = [0; 4];
    let mut shape = skeleton(c.encode_utf8(&mut buffer));
    let first = shape.next().filter(|first| *first != c)?;
    shape.next().is_none().then_some(first)
}

/// What a word looks like and is not: it mixes scripts so that all of it reads as one of them, or is a known word in
/// letters of another.
fn looks_like(word: &str, known: &BTreeSet<String>) -> Option<String> {
    let scripts: Vec<Script> = word.chars().filter_map(script).collect();
    let first = *scripts.first()?;
    if scripts.iter().all(|script| *script == first) {
        if first == Script::Latin || word.chars().count() < WHOLE_WORD_MIN {
            return None;
        }
        let shown = word
            .chars()
            .map(|c| if script(c).is_some() { like(c) } else { Some(c) })
            .collect::<Option<String>>()?;
        return known.contains(&shown.to_lowercase()).then_some(shown);
    }
    // The script of most letters is the one that the word is read in.
    let count = |wanted: Script| scripts.iter().filter(|script| **script == wanted).count();
    let main =
        [Script::Latin, Script::Cyrillic, Script::Greek].into_iter().max_by_key(|script| count(*script))?;
    let mut is_trick = false;
    let shown: String = word
        .chars()
        .map(|c| match script(c) {
            Some(own) if own != main => {
                let other = mistaken(c, main);
                is_trick |= other.is_some();
                other.unwrap_or(c)
            }
            _ => c,
        })
        .collect();
    is_trick.then_some(shown)
}

/// The letter of a script for which one of another is mistaken.
fn mistaken(c: char, main: Script) -> Option<char> {
    let shape = like(c).unwrap_or(c);
    if shape.script() == main {
        return Some(shape);
    }
    // Both look like a third: the tables name one of each group alone.
    (main != Script::Latin && (shape.is_ascii_alphabetic() || shape != c)).then_some(shape)
}

fn latin_words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.len() >= WHOLE_WORD_MIN && word.is_ascii()).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::read_plain;

    fn rules(text: &str) -> Vec<&'static str> {
        look(&read_plain(text)).iter().map(Remark::rule).collect()
    }

    #[test]
    fn ordinary_texts_of_the_world_are_left_alone() {
        for text in [
            "The Parties shall “report” – naïve façade, 5 µg, Ωmega…",
            "Стороны договорились о прекращении огня, IT-компания, COVID-19.",
            "اتفق الطرفان على وقف إطلاق النار وفق القرار 242 (S/RES/242).",
            "طرف‌ها می‌توانند گزارش دهند",
            "הצדדים מסכימים להפסקת אש לפי Article 5 של ההסכם.",
            "पक्षकार रिपोर्ट करेंगे; क्‍ष और शक्‌ति",
            "👩‍👩‍👧‍👦 agreed 🏳️‍🌈 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
            "\u{2067}שלום\u{2069} means peace",
            "المادة 5\u{200f} (Article 5\u{200e})",
            "γ-rays of 3 μSv",
        ] {
            assert_eq!(rules(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn tricks_are_told() {
        for (text, rule) in [
            ("The Pаrty shall pay", "look-alike"),
            ("Сторонa обязуется", "look-alike"),
            ("The Party\u{200b} shall", "invisible-character"),
            ("pay\u{200d}ment", "invisible-character"),
            ("shall \u{202e}ton\u{202c} pay", "reordered-text"),
            ("shall \u{2067}pay\u{2069} now", "reordered-text"),
            ("shall \u{2066}pay now", "reordered-text"),
            ("a bell\u{7}", "control-character"),
            ("The scope is wide. The ѕсоре is narrow.", "look-alike"),
        ] {
            assert_eq!(rules(text), [rule], "{text:?}");
        }
    }
}
