//! The same text twice.
//!
//! Why it is bad: when one of the two is amended later, the other still says what was given up; until then readers look
//! for a difference that is not there.
//!
//! Example: points (3) and (4) of one paragraph with the same words; the paragraphs on annexes in two Articles.
//!
//! Better: keep one, and refer to it where it is needed.
//!
//! Standard: the EU Joint Practical Guide asks that nothing is said twice.
//!
//! Do not heed it when the text repeats itself on purpose, as where each part is to be read alone. Wordings under
//! different options stand for each other and are not told. Short texts far apart are only a note.

use std::collections::BTreeMap;

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};
use crate::draft::Sort;
use crate::exact::Span;

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT017",
    name: "duplicate-text",
    severity: Severity::Warning,
    reads: Reads::EveryLanguage,
    manual: head(include_str!("duplicate_text.rs")),
    check,
};

/// Fewest words that are told: shorter ones are headings and formulas.
const WORDS_MIN: usize = 10;
/// Fewest words that are a warning when they stand far apart.
const FAR_WORDS_MIN: usize = 25;

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    let mut found = Vec::new();
    for (place, provision) in subject.draft.provisions.iter().enumerate() {
        let words: Vec<String> = provision
            .text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        let signs =
            ["for", "on", "signed", "witnessed", "done"].contains(&words.first().map_or("", String::as_str));
        // Signatures repeat themselves.
        if words.len() < WORDS_MIN || (signs && words.len() < FAR_WORDS_MIN) {
            continue;
        }
        let count = words.len();
        let Some(other) = first.get(&words.join(" ")).copied() else {
            first.insert(words.join(" "), place);
            continue;
        };
        if are_alternatives(subject, other, place) {
            continue;
        }
        let is_near = provision.parent == subject.draft.provisions[other].parent;
        let span = Span { place, from: 0, to: provision.text.len() };
        let remark = Remark::new(&RULE, span, Fact::SameText { other });
        let is_grave = is_near || count >= FAR_WORDS_MIN;
        found.push(if is_grave { remark } else { remark.as_grave_as(Severity::Note) });
    }
    found
}

/// Whether they stand under different options.
fn are_alternatives(subject: &Subject<'_>, one: usize, other: usize) -> bool {
    let option = |place: usize| {
        let mut at = Some(place);
        while let Some(place) = at {
            let provision = &subject.draft.provisions[place];
            if provision.label.sort == Sort::Option {
                return Some(place);
            }
            at = provision.parent;
        }
        None
    };
    let (one, other) = (option(one), option(other));
    one != other && (one.is_some() || other.is_some())
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::remarks;
    use super::*;
    use crate::draft::read_markdown;

    #[test]
    fn nothing_is_said_twice() {
        let long = "The Parties shall keep the joint register open to each other at all times.";
        for (text, expected) in [
            (format!("1. {long}\n\n2. {long}\n"), 1),
            (format!("1. [{long}]\n\n2. {long}\n"), 1),
            ("1. Done at Geneva.\n\n2. Done at Geneva.\n".to_owned(), 0),
            (format!("**Option 1:**\n\n1. {long}\n\n**Option 2:**\n\n1. {long}\n"), 0),
        ] {
            assert_eq!(remarks(&RULE, &read_markdown(&text)).len(), expected, "{text}");
        }
    }
}
