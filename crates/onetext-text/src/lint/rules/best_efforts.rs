//! An effort is owed and no result, and nothing measures the effort.
//!
//! Why it is bad: a side that does little can say that it did its best.
//!
//! Example: "shall make their best efforts to see that the majority includes ..."
//!
//! Better: say what is to be done at least: who, how often, with what means, and what follows where it fails.
//!
//! Standard: Adams, A Manual of Style for Contract Drafting advises to define the effort that is owed.
//!
//! Do not heed it when the result is in nobody's hand, and the effort is described elsewhere.

use super::super::phrases::phrases;
use super::super::{Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT011",
    name: "best-efforts",
    severity: Severity::Note,
    reads: Reads::English,
    manual: head(include_str!("best_efforts.rs")),
    check,
};

/// Efforts.
const PHRASES: &[&str] = &[
    "best efforts",
    "best effort",
    "best endeavours",
    "best endeavors",
    "every effort",
    "every possible effort",
    "all possible efforts",
    "all necessary efforts",
    "all reasonable efforts",
    "reasonable efforts",
    "utmost efforts",
    "all efforts",
    "every endeavour",
    "every endeavor",
    "all in its power",
    "all in their power",
    "everything in its power",
    "everything in their power",
];
fn check(subject: &Subject<'_>) -> Vec<Remark> {
    phrases(subject, &RULE, PHRASES, &[])
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn an_effort_has_a_measure() {
        table(
            &RULE,
            &[
                ("1. They shall make their best efforts to agree.\n", &["best efforts"]),
                ("1. They shall make every effort to agree.\n", &["every effort"]),
                ("1. They shall agree by 4 May.\n", &[]),
            ],
        );
    }
}
