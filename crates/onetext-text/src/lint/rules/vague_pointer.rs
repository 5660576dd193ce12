//! A pointer without a number: “the above”, “aforementioned”.
//!
//! Why it is bad: after the next draft something else stands above.
//!
//! Example: "subject to the above-mentioned restrictions".
//!
//! Better: "subject to the restrictions in paragraph 2".
//!
//! Standard: the EU Joint Practical Guide asks for exact references.
//!
//! Do not heed it when it points within its own sentence.

use super::super::phrases::phrases;
use super::super::{Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT049",
    name: "vague-pointer",
    severity: Severity::Note,
    reads: Reads::English,
    manual: head(include_str!("vague_pointer.rs")),
    check,
};

/// Pointers without a number.
const PHRASES: &[&str] = &[
    "above-mentioned",
    "abovementioned",
    "above mentioned",
    "aforementioned",
    "aforesaid",
    "the above",
    "the foregoing",
    "the preceding paragraph",
    "the preceding paragraphs",
    "the previous paragraph",
    "the previous paragraphs",
    "the preceding article",
    "the previous article",
    "mentioned above",
    "referred to above",
    "as stated above",
    "the said",
];
fn check(subject: &Subject<'_>) -> Vec<Remark> {
    phrases(subject, &RULE, PHRASES, &[])
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn a_pointer_has_a_number() {
        table(
            &RULE,
            &[
                ("1. Subject to the above-mentioned restrictions.\n", &["above-mentioned"]),
                ("1. Subject to paragraph 2 above.\n", &[]),
            ],
        );
    }
}
