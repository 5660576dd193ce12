//! Two names for what seems to be one body.
//!
//! Why it is bad: a reader must suppose that two names are two bodies, and each side will give them the powers that
//! suit it.
//!
//! Example: "the Peace Council" in one point, "the Board of Peace" or "the Council of Peace" in another.
//!
//! Better: one name throughout.
//!
//! Standard: the EU Joint Practical Guide asks for one term for one concept.
//!
//! Do not heed it when there are two bodies.

use std::collections::BTreeMap;

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};
use crate::exact::Span;

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT024",
    name: "two-words-one-thing",
    severity: Severity::Note,
    reads: Reads::English,
    manual: head(include_str!("two_words_one_thing.rs")),
    check,
};

/// Nouns for bodies; two names that differ in nothing else are told.
const BODIES: [&str; 14] = [
    "commission",
    "committee",
    "council",
    "board",
    "body",
    "group",
    "authority",
    "agency",
    "mechanism",
    "mission",
    "panel",
    "team",
    "forum",
    "secretariat",
];
/// Small words within a name.
const WITHIN: [&str; 5] = ["of", "for", "on", "the", "and"];

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    // Names by their words, whatever their order and whatever the noun for the body.
    let mut names: BTreeMap<Vec<String>, BTreeMap<String, (Span, usize)>> = BTreeMap::new();
    for sentence in &subject.words.sentences {
        for (first, end) in capitalised(subject, sentence.first, sentence.end) {
            let span = subject.words.span(first, end);
            let shown = subject.excerpt(span);
            let mut key: Vec<String> = (first..end)
                .map(|at| subject.words.small(at).to_owned())
                .filter(|word| !WITHIN.contains(&word.as_str()))
                .collect();
            let has_body = key.iter().any(|word| BODIES.contains(&word.as_str()));
            key.retain(|word| !BODIES.contains(&word.as_str()));
            if !has_body || key.is_empty() || shown.contains(['[', '\n']) || is_too_common(&key) {
                continue;
            }
            key.sort_unstable();
            names.entry(key).or_default().entry(shown.to_owned()).or_insert((span, 0)).1 += 1;
        }
    }
    let mut found = Vec::new();
    for forms in names.into_values().filter(|forms| forms.len() == 2) {
        let mut all: Vec<(String, (Span, usize))> = forms.into_iter().collect();
        all.sort_by_key(|(_, (_, count))| *count);
        let [(rare, (span, _)), (common, _)] = all.as_slice() else { continue };
        found.push(Remark::new(&RULE, *span, Fact::TwoNames { rare: rare.clone(), common: common.clone() }));
    }
    found
}

/// "Joint", "National" alone says too little to know a body by.
fn is_too_common(key: &[String]) -> bool {
    key.len() == 1
        && [
            "joint",
            "national",
            "international",
            "special",
            "technical",
            "general",
            "executive",
            "security",
            "working",
        ]
        .contains(&key[0].as_str())
}

/// Runs of words with capitals, seen through small words between them.
fn capitalised(subject: &Subject<'_>, first: usize, end: usize) -> Vec<(usize, usize)> {
    let is_capital = |at: usize| {
        let word = subject.words.all[at];
        subject.text(word.place)[word.from..word.to].starts_with(char::is_uppercase)
    };
    let mut runs = Vec::new();
    let mut at = first + 1;
    while at < end {
        if !is_capital(at) {
            at += 1;
            continue;
        }
        let begin = at;
        let mut last = at;
        while at + 1 < end
            && subject.words.touches(at, at + 1)
            && (is_capital(at + 1) || ["of", "for", "on"].contains(&subject.words.small(at + 1)))
        {
            at += 1;
            if is_capital(at) {
                last = at;
            }
        }
        if last > begin {
            runs.push((begin, last + 1));
        }
        at = last + 1;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn one_body_has_one_name() {
        table(
            &RULE,
            &[
                (
                    "1. Then the Peace Council meets.\n\n2. The Peace Council decides.\n\n3. And the Board of Peace reports.\n",
                    &["Board of Peace"],
                ),
                ("1. Then the Peace Council meets, and the Basin Council too.\n", &[]),
            ],
        );
    }
}
