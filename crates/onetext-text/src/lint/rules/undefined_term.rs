//! An abbreviation, or a term in quotation marks, that the text never defines.
//!
//! Why it is bad: who is bound, or who decides, is then a matter of memory; after years, or in another language, it is a
//! matter of dispute.
//!
//! Example: "The CMA shall adopt rules" where nothing says what the CMA is.
//!
//! Better: at the first use: "the Conference of the Parties serving as the meeting of the Parties (the “CMA”)".
//!
//! Standard: the EU Joint Practical Guide and Adams, A Manual of Style for Contract Drafting, ask for one definition of
//! each term.
//!
//! Do not heed it when everybody who will ever read the text knows the abbreviation. A single use, and a piece of a text
//! whose definitions may stand elsewhere, are only noted; names that are known everywhere (UN, NATO) are not told.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};
use crate::exact::{Span, is_abbreviation};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT022",
    name: "undefined-term",
    severity: Severity::Warning,
    reads: Reads::EnglishAndFrench,
    manual: head(include_str!("undefined_term.rs")),
    check,
};

/// Abbreviations that need no definition.
const KNOWN: [&str; 54] = [
    "UN", "EU", "US", "USA", "UK", "USSR", "UAE", "NATO", "OSCE", "WTO", "GATT", "IMF", "ISO", "USD", "EUR",
    "GBP", "CHF", "GDP", "AIDS", "HIV", "CEO", "TV", "AM", "PM", "BC", "AD", "NGO", "NGOs", "OECD", "UNESCO",
    "UNICEF", "UNHCR", "UNDP", "WHO", "ILO", "ICRC", "ASEAN", "AU", "OK", "CD", "DVD", "PIN", "ID", "IT",
    "GMT", "UTC", "DC", "ONU", "UE", "OTAN", "OMC", "SDR", "NOTE", "NB",
];
/// So many words before "means" are what is defined.
const DEFINED_WORDS_MAX: usize = 3;
/// Longest abbreviation: longer words in capitals are shouted.
const LETTERS_MAX: usize = 8;
/// Uses that are a warning; fewer are a note.
const USES_MIN: usize = 2;

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let defined = defined(subject);
    let spoken = in_small_letters(subject);
    let mut uses: BTreeMap<&str, (Span, usize)> = BTreeMap::new();
    for sentence in &subject.words.sentences {
        let text = subject.text(sentence.span.place);
        let words = &subject.words.all[sentence.first..sentence.end];
        let is_loud =
            |word: &str| word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && word.len() > 1;
        let loud = words.iter().filter(|word| is_loud(&text[word.from..word.to])).count();
        // A line in capitals is a heading.
        if loud * 2 > words.len() {
            continue;
        }
        for (at, word) in words.iter().enumerate() {
            let shown = &text[word.from..word.to];
            let is_word = shown.len() > LETTERS_MAX;
            let is_other = is_word || shown.split('-').any(|part| part.len() < 2);
            if !is_abbreviation(shown) || is_other || is_part_of_a_sign(text, word.from, word.to) {
                continue;
            }
            // Capitals beside capitals are words that are shouted.
            let is_shouted = |other: Option<&super::super::words::Word>| {
                other.is_some_and(|other| {
                    let next = &text[other.from..other.to];
                    next.len() > 3 && is_loud(next) && !next.chars().any(char::is_numeric)
                })
            };
            if is_shouted(words.get(at + 1)) || (at > 0 && is_shouted(words.get(at - 1))) {
                continue;
            }
            let span = Span { place: word.place, from: word.from, to: word.to };
            uses.entry(singular(shown)).or_insert((span, 0)).1 += 1;
        }
    }
    let severity = |count: usize| {
        if count >= USES_MIN && subject.shape.is_whole { Severity::Warning } else { Severity::Note }
    };
    uses.into_iter()
        .filter(|(term, _)| !defined.contains(&term.to_uppercase()) && !KNOWN.contains(term))
        .filter(|(term, _)| !spoken.contains(term.to_lowercase().as_str()))
        .map(|(term, (span, count))| {
            let fact = Fact::Undefined { term: term.to_owned(), uses: count };
            Remark::new(&RULE, span, fact).as_grave_as(severity(count))
        })
        .collect()
}

/// Every part of every defined term, and what is explained where it is used: "where RVC is the regional value content".
fn defined(subject: &Subject<'_>) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for definition in &subject.definitions {
        let parts = definition.term.split(|c: char| !c.is_alphanumeric() && c != '-');
        all.extend(parts.flat_map(|part| [singular(part).to_uppercase(), part.to_uppercase()]));
        all.extend(definition.term.strip_suffix('S').map(str::to_owned));
    }
    // "TRIPS Agreement means": the words before it.
    for hit in subject.words.find(&["means"]) {
        let first = hit.first.saturating_sub(DEFINED_WORDS_MAX);
        all.extend((first..hit.first).map(|at| subject.words.small(at).to_uppercase()));
    }
    for hit in subject.words.find(&["is the", "means the", "is a", "stands for"]) {
        if let Some(before) = hit.first.checked_sub(1).filter(|at| subject.words.touches(*at, hit.first)) {
            all.insert(subject.words.small(before).to_uppercase());
        }
    }
    all
}

/// Words of the text in small letters: "CREATE" is no abbreviation where "create" is a word.
fn in_small_letters<'s>(subject: &Subject<'s>) -> BTreeSet<&'s str> {
    let shown = |word: &super::super::words::Word| &subject.text(word.place)[word.from..word.to];
    subject.words.all.iter().map(shown).filter(|word| word.chars().all(char::is_lowercase)).collect()
}

fn singular(term: &str) -> &str {
    term.strip_suffix('s').filter(|bare| bare.ends_with(char::is_uppercase)).unwrap_or(term)
}

/// "CP" in "1/CP.17", "MSTP" in "D-MSTP": part of a sign and no term of its own.
fn is_part_of_a_sign(text: &str, from: usize, to: usize) -> bool {
    let joins = |c: char| matches!(c, '/' | '-' | '_' | '@' | '$') || c.is_alphanumeric();
    let after = text[to..].strip_prefix('.').unwrap_or(&text[to..]);
    text[..from].ends_with(joins)
        || text[to..].starts_with(['/', '_', '@', '$'])
        || after.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::*;

    #[test]
    fn an_abbreviation_is_said_in_full_once() {
        table(
            &RULE,
            &[
                ("1. The CMA shall meet.\n\n2. The CMA shall report.\n", &["CMA"]),
                ("1. The Conference (CMA) shall meet.\n\n2. The CMA shall report.\n", &[]),
                ("1. The Joint Military Team, hereinafter “the JMT”, meets. The JMT reports.\n", &[]),
                ("1. As in decision 1/CP.17 of the UN, under Part II.\n", &[]),
                ("1. THE PARTIES HAVE AGREED ON THIS.\n", &[]),
                ("1. The LDCs and an LDC (LDCs) report.\n", &[]),
            ],
        );
    }
}
