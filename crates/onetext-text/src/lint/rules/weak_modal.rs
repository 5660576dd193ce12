//! A verb that binds weakly or not at all: “should”, “aim to”, “are encouraged to”.
//!
//! Why it is bad: a side that gave something for this sentence may find that it got nothing.
//!
//! Example: "Parties should cooperate", "The Contracting Parties shall strive to approximate their rates."
//!
//! Better: "shall", if a duty is meant; the weak word, if it was agreed as such.
//!
//! Standard: UK guidance on treaties and memoranda of understanding tell words that bind from words that do not.
//!
//! Do not heed it when the weak word is the agreement. Then this is a count of how strong the text is.

use super::super::phrases::phrases;
use super::super::{Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT010",
    name: "weak-modal",
    severity: Severity::Note,
    reads: Reads::English,
    manual: head(include_str!("weak_modal.rs")),
    check,
};

/// Weak verbs.
const PHRASES: &[&str] = &[
    "should",
    "aim to",
    "aims to",
    "are encouraged to",
    "is encouraged to",
    "strive to",
    "strive for",
    "strives to",
    "endeavour to",
    "endeavor to",
    "endeavours to",
    "endeavors to",
    "seek to",
    "seeks to",
    "intend to",
    "intends to",
    "are invited to",
    "is invited to",
];
/// What follows where "should" means "if" or speaks of the past.
const OTHER_SENSE: &[&str] =
    &["the", "a", "any", "there", "it", "this", "they", "such", "either", "one", "have"];

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    phrases(subject, &RULE, PHRASES, OTHER_SENSE)
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn weak_words_are_shown() {
        table(
            &RULE,
            &[
                ("1. Parties should cooperate and aim to agree.\n", &["should", "aim to"]),
                ("1. Parties shall strive to approximate their rates.\n", &["strive to"]),
                ("1. Parties shall cooperate.\n", &[]),
            ],
        );
    }
}
