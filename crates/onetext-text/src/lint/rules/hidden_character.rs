//! A character that cannot be seen, or a letter that looks like another.
//!
//! Why it is bad: what is read on paper is not what stands in the file: a search misses the word, and a comparison
//! shows a change where none is seen.
//!
//! Example: a Cyrillic “а” in “Pаrty”; a mark that turns the order of the letters round.
//!
//! Better: the word typed anew.
//!
//! Standard: Unicode Technical Standard 39 describes such confusions.
//!
//! Do not heed it when the text mixes scripts for a reason. Marks of direction in texts that are written from right
//! to left are not told.

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};
use crate::exact::{Language, Span};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT045",
    name: "hidden-character",
    severity: Severity::Warning,
    reads: Reads::EveryLanguage,
    manual: head(include_str!("hidden_character.rs")),
    check,
};

/// Characters that cannot be seen and have no business in a treaty.
const UNSEEN: &[char] = &['\u{200b}', '\u{2060}', '\u{feff}', '\u{00ad}', '\u{180e}'];
/// Marks that turn the order of letters round.
const TURNS: &[char] = &[
    '\u{202a}', '\u{202b}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{200e}',
    '\u{200f}',
];
/// Cyrillic and Greek letters that look like Latin ones.
const ALIKE: &str = "аеорсухіјѕАВЕКМНОРСТУХІЈЅονΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let is_right_to_left = subject.language == Language::Arabic;
    let mut told = std::collections::BTreeSet::new();
    let mut found = Vec::new();
    for place in 0..subject.draft.provisions.len() {
        let text = subject.text(place);
        if text.is_ascii() {
            continue;
        }
        for (from, c) in text.char_indices() {
            let is_unseen = UNSEEN.contains(&c) || (TURNS.contains(&c) && !is_right_to_left);
            if !is_unseen && !is_alike(text, from, c) {
                continue;
            }
            let code = format!("U+{:04X}", u32::from(c));
            // Once in a provision is enough.
            if !told.insert((place, code.clone())) {
                continue;
            }
            let fact = Fact::Hidden { code, is_lookalike: !is_unseen };
            found.push(Remark::new(&RULE, Span { place, from, to: from + c.len_utf8() }, fact));
        }
    }
    found
}

/// Whether a letter of another alphabet stands in a word of Latin letters.
fn is_alike(text: &str, from: usize, c: char) -> bool {
    if !ALIKE.contains(c) {
        return false;
    }
    let before = text[..from].chars().rev().take_while(|c| c.is_alphabetic());
    let after = text[from + c.len_utf8()..].chars().take_while(|c| c.is_alphabetic());
    let latin = before.chain(after).filter(char::is_ascii_alphabetic).count();
    latin >= 2
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn what_is_read_is_what_stands_there() {
        table(
            &RULE,
            &[
                ("1. Each P\u{430}rty shall report.\n", &["\u{430}"]),
                ("1. Each Party shall\u{200b} report.\n", &["\u{200b}"]),
                ("1. Each Party shall report to Партия.\n", &[]),
            ],
        );
    }
}
