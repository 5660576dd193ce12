//! A door out of the duty: “as appropriate”, “where possible”.
//!
//! Why it is bad: the side that is bound decides whether it is bound.
//!
//! Example: "Each Party shall, as appropriate, submit a report."
//!
//! Better: "Each Party shall submit a report; a Party that cannot shall say why within ... days."
//!
//! Standard: the EU Joint Practical Guide asks for clear, simple and precise wording.
//!
//! Do not heed it when the door is the price of the duty, and both sides know it.

use super::super::phrases::phrases;
use super::super::{Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT012",
    name: "escape-hatch",
    severity: Severity::Note,
    reads: Reads::English,
    manual: head(include_str!("escape_hatch.rs")),
    check,
};

/// Doors out.
const PHRASES: &[&str] = &[
    "as appropriate",
    "where appropriate",
    "when appropriate",
    "if appropriate",
    "as may be appropriate",
    "where possible",
    "if possible",
    "when possible",
    "wherever possible",
    "whenever possible",
    "as far as possible",
    "so far as possible",
    "insofar as possible",
    "to the extent possible",
    "to the maximum extent possible",
    "to the greatest extent possible",
    "to the fullest extent possible",
    "to the extent practicable",
    "to the maximum extent practicable",
    "where practicable",
    "if practicable",
    "as far as practicable",
    "where feasible",
    "if feasible",
    "to the extent feasible",
    "as it deems necessary",
    "as it deems appropriate",
    "if it so decides",
    "if it deems",
    "as applicable",
    "as relevant",
    "where relevant",
    "if necessary",
    "where necessary",
    "as necessary",
    "as needed",
];
fn check(subject: &Subject<'_>) -> Vec<Remark> {
    phrases(subject, &RULE, PHRASES, &[])
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn a_duty_has_no_back_door() {
        table(
            &RULE,
            &[
                ("1. Each Party shall, as appropriate, submit a report.\n", &["as appropriate"]),
                (
                    "1. Each Party shall report to the extent possible, where possible in writing.\n",
                    &["to the extent possible", "where possible"],
                ),
                ("1. Each Party shall report.\n", &[]),
            ],
        );
    }
}
