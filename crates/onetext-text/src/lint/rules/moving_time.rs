//! A time that moves with the reader: “currently”, “at present”, “recently”.
//!
//! Why it is bad: read in ten years it means another state of things than was agreed.
//!
//! Example: "the lines that are currently held".
//!
//! Better: "the lines held on 4 May 2026 at noon, as shown in Annex I".
//!
//! Standard: the EU Joint Practical Guide asks for clear, simple and precise wording.
//!
//! Do not heed it when the sentence should move with the time.

use super::super::phrases::phrases;
use super::super::{Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT048",
    name: "moving-time",
    severity: Severity::Note,
    reads: Reads::English,
    manual: head(include_str!("moving_time.rs")),
    check,
};

/// Times that move.
const PHRASES: &[&str] = &[
    "currently",
    "at present",
    "presently",
    "recently",
    "nowadays",
    "to date",
    "in the future",
    "in future",
    "today",
    "at this time",
    "at this stage",
    "at the moment",
    "until now",
    "so far",
];
fn check(subject: &Subject<'_>) -> Vec<Remark> {
    phrases(subject, &RULE, PHRASES, &[])
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn a_state_of_things_has_a_day() {
        table(
            &RULE,
            &[
                ("1. The lines that are currently held.\n", &["currently"]),
                ("1. The lines held on 4 May 2026.\n", &[]),
            ],
        );
    }
}
