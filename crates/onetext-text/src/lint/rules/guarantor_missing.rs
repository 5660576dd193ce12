//! A guarantee of security without somebody who guarantees it.
//!
//! Why it is bad: a guarantee is worth what its guarantor has promised to do; without one it is a hope.
//!
//! Example: "The country will receive reliable security guarantees."
//!
//! Better: "If the country is attacked, State A shall ..., State B shall ... within ... days; the Council
//! establishes whether it was."
//!
//! Standard: UN Guidance for Effective Mediation, and the Handbook on Good Treaty Practice: who guarantees what, to
//! whom, on which event.
//!
//! Do not heed it when another provision or instrument names the guarantors; then refer to it.

use super::super::{Fact, Lack, Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT005",
    name: "guarantor-missing",
    severity: Severity::Warning,
    reads: Reads::English,
    manual: head(include_str!("guarantor_missing.rs")),
    check,
};

/// What is promised.
const GUARANTEES: &[&str] = &[
    "security guarantee*",
    "guarantees of security",
    "guarantee of security",
    "guarantees for the security",
    "guaranteed security",
    "security will be guaranteed",
    "security shall be guaranteed",
    "security is guaranteed",
    "sovereignty will be guaranteed",
    "sovereignty shall be guaranteed",
    "integrity shall be guaranteed",
    "integrity will be guaranteed",
    "integrity is guaranteed",
];
/// Words that name who guarantees.
const GUARANTORS: &[&str] = &["by", "guarantor*", "provided by", "from"];
/// Words that name the event.
const TRIGGERS: &[&str] = &["if", "in the event", "in case", "upon", "when", "whenever", "should"];
fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    for hit in subject.words.find(GUARANTEES) {
        let sentence = subject.words.sentence_of(hit.first);
        let is_given = gives(subject, sentence.first, hit.first);
        if is_given
            || subject.words.sentence_has(&sentence, GUARANTORS)
            || subject.is_preamble(sentence.span.place)
            || !subject.has_duty(&sentence)
        {
            continue;
        }
        let mut lacks = vec![Lack::Actor];
        if !subject.words.sentence_has(&sentence, TRIGGERS) {
            lacks.push(Lack::Trigger);
        }
        let fact = Fact::Lacks { words: subject.said(&hit).to_owned(), lacks };
        found.push(Remark::new(&RULE, subject.words.span(hit.first, hit.end), fact));
    }
    found
}

/// "State A shall provide security guarantees": a giver stands before.
fn gives(subject: &Subject<'_>, first: usize, end: usize) -> bool {
    subject
        .words
        .between(first, end, &["provide*", "give*", "offer*", "extend*", "grant*", "undertake*"])
        .is_some()
        && subject
            .words
            .between(first, end, &["be provided", "be given", "be offered", "be granted"])
            .is_none()
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn a_guarantee_has_a_guarantor() {
        table(
            &RULE,
            &[
                ("1. The country will receive reliable security guarantees.\n", &["security guarantees"]),
                ("1. State A shall provide security guarantees.\n", &[]),
                ("1. Its security shall be guaranteed by the five States.\n", &[]),
            ],
        );
    }
}
